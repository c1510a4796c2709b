//! Consultations: a teacher asks, the right methodologist answers, nothing is forgotten.
//! Who: whoever has registered asks (`/consult`); methodologists, coordinators and the regional centre answer (`/queue`).
//! Tables: consultation_requests, consultation_numbers, consultation_offers, consultation_events, consultation_notes,
//! consultation_canned, consultation_guests, consultation_times, consultation_calendars,
//! consultation_breaks, consultation_groups, consultation_group_members.   Reads others' views: person_names, roles_held, municipality_days_off.
//! Texts: locales/*/consultations.ftl   Content: consultations.toml
//! Promises: of two who take a request one has it, and everybody else's card says who; terms run in working time and
//! stand still while the teacher is waited for; a request without a taker is put to somebody else by itself.

mod chat;
mod jobs;
mod model;
mod store;
mod view;

use futures::{FutureExt, future::BoxFuture};
use uuid::Uuid;

pub use model::ConsultationRules;
pub use store::{ComingGroup, list_coming_groups};

use crate::{
    app::App,
    capability::{Capability, Command, Offer, OfferPlace, PersonalColumn, Queue, Who, Work},
    db::Tx,
    messenger::Markup,
    people::Standing,
    texts::Texts,
    threads::ThreadOwner,
    units::Role,
};

/// The capability's name.
const NAME: &str = "consultations";

/// Who answers.
const ANSWERS: Who = Who::Holding(&[Role::Methodologist, Role::Coordinator, Role::RegionalCoordinator]);

/// Who gives requests to others.
const COORDINATES: Who = Who::Holding(&[Role::Coordinator, Role::RegionalCoordinator]);

/// Who says when methodologists of a municipality work.
const KEEPS_CALENDAR: Who = Who::Holding(&[Role::Coordinator]);

const COMMANDS: &[Command] = &[
    Command {
        name: "consult",
        who: Who::Standing(Standing::Registered),
        text: "consultations-command-consult",
        menu_place: Some(10),
    },
    Command { name: "queue", who: ANSWERS, text: "consultations-command-queue", menu_place: Some(55) },
];

const PERSONAL: &[PersonalColumn] = &[
    PersonalColumn { table: "consultation_requests", column: "teacher_id" },
    PersonalColumn { table: "consultation_requests", column: "school_id" },
    PersonalColumn { table: "consultation_requests", column: "taken_by" },
    PersonalColumn { table: "consultation_requests", column: "summary" },
    PersonalColumn { table: "consultation_requests", column: "rating" },
    PersonalColumn { table: "consultation_requests", column: "rating_words" },
    PersonalColumn { table: "consultation_offers", column: "person_id" },
    PersonalColumn { table: "consultation_events", column: "actor_id" },
    PersonalColumn { table: "consultation_events", column: "target_id" },
    PersonalColumn { table: "consultation_notes", column: "person_id" },
    PersonalColumn { table: "consultation_notes", column: "words" },
    PersonalColumn { table: "consultation_guests", column: "person_id" },
    PersonalColumn { table: "consultation_times", column: "proposed_by" },
    PersonalColumn { table: "consultation_groups", column: "leader_id" },
    PersonalColumn { table: "consultation_group_members", column: "person_id" },
    PersonalColumn { table: "consultation_group_members", column: "came" },
    PersonalColumn { table: "consultation_canned", column: "owner_id" },
    PersonalColumn { table: "consultation_canned", column: "words" },
];

/// The capability as the house sees it.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        tree: Some(chat::tree),
        commands: COMMANDS,
        actions: view::ACTIONS,
        offers: &[Offer { place: OfferPlace::AreaToWorkOn, button: view::consult_button }],
        personal: PERSONAL,
        forget: Some(forget),
        tell: Some(tell),
        letters: Some(jobs::render),
        jobs: jobs::JOBS,
        merged: Some(merged),
        threads: Some(ThreadOwner { face: jobs::face, heard: jobs::heard }),
        queues: Some(queues),
        works: &[Work { name: "consultations", run: jobs::keep_up }],
        ..Capability::named(NAME, view::WORD)
    }
}

/// People are waited for here, so nothing of it says that the service itself is not well.
fn queues(app: &App) -> BoxFuture<'_, anyhow::Result<Vec<Queue>>> {
    async move {
        let queue = |name, (count, oldest_at)| Queue { name, count, oldest_at, late_after: None };
        Ok(vec![
            queue("requests", store::count_waiting(&app.db).await?),
            queue("overdue_requests", store::count_overdue(&app.db, app.clock.now()).await?),
        ])
    }
    .boxed()
}

fn forget(tx: &mut Tx, person: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move { Ok(store::forget_person(tx, person).await?) }.boxed()
}

fn tell<'a>(app: &'a App, texts: &'a Texts, person: Uuid) -> BoxFuture<'a, anyhow::Result<Vec<Markup>>> {
    async move {
        let counts = store::count_of_person(&app.db, person).await?;
        Ok(view::told_sentence(counts, texts).into_iter().collect())
    }
    .boxed()
}

fn merged(tx: &mut Tx, from: Uuid, into: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move { Ok(store::merge_person(tx, from, into).await?) }.boxed()
}
