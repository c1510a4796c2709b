//! Announcements: written or forwarded by chat, shown as people will get them, sent to exactly whom they are for, followed
//! while they go out, corrected or taken back; and who has read them.
//! Who: coordinators and regional coordinators (`/broadcast`), each within their own units; whoever has registered gets them
//! and says in the settings which.
//! Tables: broadcasts, broadcast_deliveries, broadcast_answers, broadcast_optouts.   Reads others' views: workplaces,
//! person_identities, school_names, roles_held.   Texts: locales/*/broadcasts.ftl
//! Promises: whom it is for is written down when it begins, and each of them gets one letter, whatever crashes; it pauses by
//! itself when a tenth of the first fifty is refused, or whoever had it sent may not any more; nobody of an audience by area
//! is named.

mod chat;
mod jobs;
mod model;
mod store;
mod view;

use chrono::{DateTime, Utc};
use futures::{FutureExt, future::BoxFuture};
use uuid::Uuid;

use crate::{
    app::App,
    capability::{Capability, Command, Offer, OfferPlace, PersonalColumn, Who, Work},
    db::Tx,
    messenger::Markup,
    people::Standing,
    texts::Texts,
    units::Role,
};

/// The capability's name.
const NAME: &str = "broadcasts";

/// Who announces: the roles with the right to write to many.
const ANNOUNCES: Who = Who::Holding(&[Role::Coordinator, Role::RegionalCoordinator]);

/// Who is told.
const REGISTERED: Who = Who::Standing(Standing::Registered);

const COMMANDS: &[Command] =
    &[Command { name: "broadcast", who: ANNOUNCES, text: "broadcasts-command-broadcast", menu_place: None }];

const OFFERS: &[Offer] = &[
    Offer { place: OfferPlace::Admin, button: view::home_button },
    Offer { place: OfferPlace::Settings, button: view::topics_button },
];

const PERSONAL: &[PersonalColumn] = &[
    PersonalColumn { table: "broadcasts", column: "author_id" },
    PersonalColumn { table: "broadcasts", column: "sender_id" },
    PersonalColumn { table: "broadcast_deliveries", column: "person_id" },
    PersonalColumn { table: "broadcast_deliveries", column: "acknowledged_at" },
    PersonalColumn { table: "broadcast_deliveries", column: "choice" },
    PersonalColumn { table: "broadcast_answers", column: "person_id" },
    PersonalColumn { table: "broadcast_answers", column: "words" },
    PersonalColumn { table: "broadcast_optouts", column: "person_id" },
    PersonalColumn { table: "broadcast_optouts", column: "category" },
];

/// The capability as the house sees it.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        tree: Some(chat::tree),
        commands: COMMANDS,
        actions: view::ACTIONS,
        offers: OFFERS,
        personal: PERSONAL,
        forget: Some(forget),
        tell: Some(tell),
        letters: Some(jobs::render),
        merged: Some(merged),
        jobs: jobs::JOBS,
        sends: Some(jobs::list_sends),
        restored: Some(restored),
        works: &[Work { name: "announcements", run: jobs::send_broadcasts }],
        ..Capability::named(NAME, view::WORD)
    }
}

fn forget(tx: &mut Tx, person: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move { Ok(store::forget_in_broadcasts(tx, person).await?) }.boxed()
}

/// What was going out when the copy was made waits until somebody has looked who was told by then.
fn restored(tx: &mut Tx, now: DateTime<Utc>) -> BoxFuture<'_, sqlx::Result<u64>> {
    store::pause_all(tx, now).boxed()
}

fn tell<'a>(app: &'a App, texts: &'a Texts, person: Uuid) -> BoxFuture<'a, anyhow::Result<Vec<Markup>>> {
    async move {
        let counts = store::count_of_person(&app.db, person).await?;
        Ok((counts != (0, 0)).then(|| view::told_sentence(counts, texts)).into_iter().collect())
    }
    .boxed()
}

fn merged(tx: &mut Tx, from: Uuid, into: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move { Ok(store::merge_in_broadcasts(tx, from, into).await?) }.boxed()
}
