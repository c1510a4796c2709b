//! By which accounts a person comes: another one attached by a code, a lost one's place taken again, and two people who
//! are one.
//! Who: whoever has registered gets a code; anybody types one; school leaders and coordinators say that a newcomer is
//! somebody they know, and whose two records are one person's.
//! Tables: account_codes, account_tries, account_moves.   Reads others' views: person_names, workplaces.
//! Texts: locales/*/accounts.ftl
//! Promises: a name alone opens nothing; whoever was written to before is told there; for a day every move of a contact by
//! somebody else's word can be taken back, and only then do the facts of one person become the other's.

mod chat;
mod jobs;
mod model;
mod store;
mod view;

use futures::{FutureExt, future::BoxFuture};
use uuid::Uuid;

pub use chat::arrivals;

use crate::{
    app::App,
    capability::{Capability, Newcomer, Offer, OfferPlace, PersonalColumn, Who},
    db::Tx,
    messenger::Markup,
    people,
    texts::Texts,
    units::Role,
};

/// The name under which conversations keep who has lost an account.
const NAME: &str = "accounts";

/// Who says whose accounts are one person's: the roles with the right to confirm.
const CONFIRMS: Who = Who::Holding(&[Role::SchoolLeader, Role::Coordinator]);

const OFFERS: &[Offer] = &[
    Offer { place: OfferPlace::Entrance, button: view::enter_button },
    Offer { place: OfferPlace::Settings, button: view::code_button },
    Offer { place: OfferPlace::Admin, button: view::pleas_button },
    Offer { place: OfferPlace::Card, button: view::same_button },
];

/// The capability as the house sees it.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        tree: Some(chat::tree),
        actions: view::ACTIONS,
        offers: OFFERS,
        personal: &[
            PersonalColumn { table: "account_codes", column: "person_id" },
            PersonalColumn { table: "account_tries", column: "tries" },
            PersonalColumn { table: "account_moves", column: "former_id" },
            PersonalColumn { table: "account_moves", column: "person_id" },
            PersonalColumn { table: "account_moves", column: "decided_by" },
        ],
        forget: Some(forget),
        tell: Some(tell),
        letters: Some(jobs::render),
        jobs: jobs::JOBS,
        came_in: Some(came_in),
        merged: Some(merged),
        ..Capability::named(NAME, view::WORD)
    }
}

fn forget(tx: &mut Tx, person: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move {
        // Whoever was to become one with them is them already: nothing of that record stays either.
        for former in store::list_formers(tx, person).await? {
            people::forget_person(tx, former).await?;
        }
        Ok(store::forget_person(tx, person).await?)
    }
    .boxed()
}

fn tell<'a>(app: &'a App, texts: &'a Texts, person: Uuid) -> BoxFuture<'a, anyhow::Result<Vec<Markup>>> {
    async move {
        let moves = store::count_moves(&app.db, person).await?;
        Ok((moves > 0).then(|| view::told_sentence(texts)).into_iter().collect())
    }
    .boxed()
}

fn merged(tx: &mut Tx, from: Uuid, into: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move { Ok(store::merge_moves(tx, from, into).await?) }.boxed()
}

fn came_in<'a>(
    app: &'a App,
    tx: &'a mut Tx,
    newcomer: Newcomer,
    texts: &'a Texts,
) -> BoxFuture<'a, anyhow::Result<Option<Markup>>> {
    chat::come_in(app, tx, newcomer, texts).boxed()
}
