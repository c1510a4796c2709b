//! Learning routes (ИОМ): from what a diagnosis found to steps with days, reminders, what shows that they are done.
//! Who: whoever has registered draws up and follows their own (`/route`); methodologists look at routes and evidence of
//! their municipality (`/routes`), and accompany the routes that they agreed to; whoever leads a school agrees and approves
//! where it asks for that, and sees steps and days; coordinators see figures.
//! Tables: learning_routes, route_steps, route_events, route_bases, route_areas, route_finals, route_checks, route_rounds,
//! route_grifs, route_proposals, route_nods, route_kinds, route_templates.
//! View for others: route_outcomes.   Reads others' views: person_names, roles_held, workplaces, schools_named,
//! school_route_rules, municipality_days_off, attachments_kept, diagnoses_narrowed.
//! Texts: locales/*/learning_routes.ftl   Content: route_steps.toml, route_templates.toml
//! Promises: one open route a person; nothing is due in the past or on a day off; nothing is reminded of that is done, or
//! while the route stands still or has ended; whoever changes anything stands in the events.

mod chat;
mod jobs;
mod model;
mod store;
mod view;

use chrono::{DateTime, Utc};
use futures::{FutureExt, future::BoxFuture};
use uuid::Uuid;

pub use model::{RouteCatalogue, RoutePaper};

use crate::{
    app::App,
    capability::{Capability, Command, Offer, OfferPlace, PersonalColumn, TableInWords, Who, Work},
    db::Tx,
    messenger::Markup,
    people::Standing,
    texts::Texts,
    threads::ThreadOwner,
    units::Role,
};

/// The capability's name.
const NAME: &str = "learning_routes";

/// Who looks at the routes of others.
const LOOKS: Who = Who::Holding(&[Role::Methodologist]);

/// Who sees the steps and days of a school's teachers.
const LEADS: Who = Who::Holding(&[Role::SchoolLeader]);

/// Who keeps the municipality's own kinds of steps.
const KEEPS: Who = Who::Holding(&[Role::Methodologist, Role::Coordinator]);

/// Who sees what all routes of a municipality come to.
const SEES_FIGURES: Who = Who::Holding(&[Role::Coordinator]);

const COMMANDS: &[Command] = &[
    Command {
        name: "route",
        who: Who::Standing(Standing::Registered),
        text: "learning_routes-command-route",
        menu_place: Some(5),
    },
    Command { name: "routes", who: LOOKS, text: "learning_routes-command-routes", menu_place: Some(56) },
];

const PERSONAL: &[PersonalColumn] = &[
    PersonalColumn { table: "learning_routes", column: "person_id" },
    PersonalColumn { table: "learning_routes", column: "methodologist_id" },
    PersonalColumn { table: "learning_routes", column: "diagnosis" },
    PersonalColumn { table: "learning_routes", column: "diagnosed_on" },
    PersonalColumn { table: "learning_routes", column: "deficits" },
    PersonalColumn { table: "learning_routes", column: "remark" },
    PersonalColumn { table: "route_steps", column: "title" },
    PersonalColumn { table: "route_steps", column: "due_on" },
    PersonalColumn { table: "route_steps", column: "words" },
    PersonalColumn { table: "route_steps", column: "attachment_id" },
    PersonalColumn { table: "route_steps", column: "remark" },
    PersonalColumn { table: "route_steps", column: "done_on" },
    PersonalColumn { table: "route_events", column: "actor_id" },
    PersonalColumn { table: "route_grifs", column: "person_id" },
    PersonalColumn { table: "route_grifs", column: "paper" },
    PersonalColumn { table: "route_proposals", column: "author_id" },
    PersonalColumn { table: "route_proposals", column: "words" },
    PersonalColumn { table: "route_nods", column: "person_id" },
    PersonalColumn { table: "route_nods", column: "methodologist_id" },
    PersonalColumn { table: "route_kinds", column: "added_by" },
    PersonalColumn { table: "route_templates", column: "saved_by" },
    PersonalColumn { table: "route_areas", column: "score" },
    PersonalColumn { table: "route_areas", column: "level" },
    PersonalColumn { table: "route_finals", column: "frozen" },
    PersonalColumn { table: "route_checks", column: "answers" },
];

/// The capability as the house sees it.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        tree: Some(chat::tree),
        commands: COMMANDS,
        actions: view::ACTIONS,
        offers: &[
            Offer { place: OfferPlace::Result, button: view::draw_button },
            Offer { place: OfferPlace::Admin, button: view::school_button },
            Offer { place: OfferPlace::Admin, button: view::kinds_button },
            Offer { place: OfferPlace::Admin, button: view::figures_button },
            Offer { place: OfferPlace::NarrowedResult, button: view::outcome_button },
        ],
        personal: PERSONAL,
        forget: Some(forget),
        tell: Some(tell),
        in_words: Some(in_words),
        letters: Some(jobs::render),
        jobs: jobs::JOBS,
        works: &[Work { name: "learning_routes", run: jobs::go_on }],
        person_changed: Some(person_changed),
        merged: Some(merged),
        threads: Some(ThreadOwner { face: jobs::thread_face, heard: jobs::heard }),
        ..Capability::named(NAME, view::WORD)
    }
}

fn person_changed(tx: &mut Tx, person: Uuid, _now: DateTime<Utc>) -> BoxFuture<'_, anyhow::Result<()>> {
    async move { Ok(store::follow_person(tx, person).await?) }.boxed()
}

fn forget(tx: &mut Tx, person: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move { Ok(store::forget_person(tx, person).await?) }.boxed()
}

fn tell<'a>(app: &'a App, texts: &'a Texts, person: Uuid) -> BoxFuture<'a, anyhow::Result<Vec<Markup>>> {
    async move { Ok(view::told_sentences(store::count_of_person(&app.db, person).await?, texts)) }.boxed()
}

fn merged(tx: &mut Tx, from: Uuid, into: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move { Ok(store::merge_routes(tx, from, into).await?) }.boxed()
}

fn in_words<'a>(
    app: &'a App,
    texts: &'a Texts,
    person: Uuid,
) -> BoxFuture<'a, anyhow::Result<Vec<TableInWords>>> {
    async move {
        let (mut routes, mut steps) = (Vec::new(), Vec::new());
        for route in store::list_own(&app.db, person).await? {
            routes.push(view::route_in_words(&route, texts));
            steps.extend(route.steps.iter().map(|step| view::step_in_words(step, texts)));
        }
        Ok(vec![("learning_routes", routes), ("route_steps", steps)])
    }
    .boxed()
}
