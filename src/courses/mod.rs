//! Courses that people attended (повышение квалификации, переподготовка): everybody's own with the certificates, and
//! for those who see people the list of who has had none in three years.
//! Who: whoever has registered (`/courses`) their own; school leaders, coordinators and owners see those of their people;
//! coordinators take sheets of them in.
//! Tables: courses.   Reads others' views: person_names, person_identities, workplaces.   Texts: locales/*/courses.ftl
//! Promises: a certificate goes with its course; a sheet changes nothing before a yes, and the same one twice changes nothing.

mod chat;
mod model;
mod store;
mod view;

use futures::{FutureExt, future::BoxFuture};
use uuid::Uuid;

pub use model::{Course, CourseKind, is_overdue};
pub use store::{add_course, list_courses, list_last_courses};
pub use view::course_words;

use crate::{
    app::App,
    capability::{Capability, Command, Offer, OfferPlace, PersonalColumn, TableInWords, Who},
    conversations,
    db::Tx,
    directory,
    messenger::Markup,
    people::Standing,
    texts::Texts,
    units::Role,
};

/// The name under which conversations keep a sheet that waits for a yes.
const NAME: &str = "courses";

/// Who takes sheets of courses in: the roles with the right to import.
const IMPORTS: Who = Who::Holding(&[Role::Coordinator]);

/// Who sees the courses of others: whoever sees their cards.
const SEES_PEOPLE: Who = directory::SEES_PEOPLE;

const COMMANDS: &[Command] = &[Command {
    name: "courses",
    who: Who::Standing(Standing::Registered),
    text: "courses-command-courses",
    menu_place: Some(40),
}];

const OFFERS: &[Offer] = &[
    Offer { place: OfferPlace::Card, button: view::of_button },
    Offer { place: OfferPlace::Admin, button: view::missing_button },
    Offer { place: OfferPlace::Admin, button: view::import_button },
];

const PERSONAL: &[PersonalColumn] = &[
    PersonalColumn { table: "courses", column: "person_id" },
    PersonalColumn { table: "courses", column: "kind" },
    PersonalColumn { table: "courses", column: "title" },
    PersonalColumn { table: "courses", column: "provider" },
    PersonalColumn { table: "courses", column: "hours" },
    PersonalColumn { table: "courses", column: "began_on" },
    PersonalColumn { table: "courses", column: "ended_on" },
    PersonalColumn { table: "courses", column: "in_register" },
    PersonalColumn { table: "courses", column: "by_deficit" },
    PersonalColumn { table: "courses", column: "attachment_id" },
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
        in_words: Some(in_words),
        merged: Some(merged),
        ..Capability::named(NAME, view::WORD)
    }
}

fn forget(tx: &mut Tx, person: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move {
        // What waits for a yes may be theirs.
        conversations::forget_everywhere(tx, NAME).await?;
        Ok(store::forget_person(tx, person).await?)
    }
    .boxed()
}

fn tell<'a>(app: &'a App, texts: &'a Texts, person: Uuid) -> BoxFuture<'a, anyhow::Result<Vec<Markup>>> {
    async move {
        let courses = list_courses(&app.db, person).await?;
        Ok(courses.iter().map(|course| view::told_sentence(course, texts)).collect())
    }
    .boxed()
}

fn merged(tx: &mut Tx, from: Uuid, into: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move { Ok(store::merge_courses(tx, from, into).await?) }.boxed()
}

fn in_words<'a>(
    app: &'a App,
    texts: &'a Texts,
    person: Uuid,
) -> BoxFuture<'a, anyhow::Result<Vec<TableInWords>>> {
    async move {
        let courses = list_courses(&app.db, person).await?;
        Ok(vec![("courses", courses.iter().map(|course| view::all_words(course, texts)).collect())])
    }
    .boxed()
}
