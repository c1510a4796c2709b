//! Learning routes (ИОМ): from what a diagnosis found to steps with days, reminders, what shows that they are done.
//! Who: whoever has registered draws up and follows their own (`/route`); methodologists look at routes and evidence of
//! their municipality (`/routes`), and accompany the routes that they agreed to.
//! Tables: learning_routes, route_steps, route_events, route_bases, route_areas, route_finals, route_checks, route_rounds.
//! View for others: route_outcomes.   Reads others' views: person_names, roles_held, workplaces, schools_named,
//! municipality_days_off, attachments_kept, diagnoses_narrowed.   Texts: locales/*/learning_routes.ftl   Content: route_steps.toml
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

pub use model::RouteCatalogue;

use crate::{
    app::App,
    capability::{Capability, Command, Offer, OfferPlace, PersonalColumn, TableInWords, Who, Work},
    db::Tx,
    messenger::Markup,
    people::Standing,
    texts::Texts,
    units::Role,
};

/// The capability's name.
const NAME: &str = "learning_routes";

/// Who looks at the routes of others.
const LOOKS: Who = Who::Holding(&[Role::Methodologist]);

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
