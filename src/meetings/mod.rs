//! Meetings: called by chat, everybody noticed and reminded, seats given in the order of answers, moved and called off
//! without a stale word; who was there and as what, the minutes, certificates, what colleagues say of an open lesson.
//! Who: heads of associations, methodologists, coordinators and regional coordinators call (`/meeting`), each within their
//! own units; whoever has registered answers and looks around (`/meetings`).
//! Tables: meetings, meeting_invited, meeting_visitors, meeting_gaps, meeting_materials, meeting_wishes, lesson_sheets.
//! Reads others' views: workplaces, person_identities, school_names, roles_held, people_accompanied, pool_admitted,
//! municipality_days_off.   Texts: locales/*/meetings.ftl
//! Promises: of those who come for the last seat one gets it and the others stand in line in the order of their answers; a
//! freed seat is held for the next for a while and then passes on; a letter about a meeting that was moved, called off or
//! declined is never said.

mod chat;
mod jobs;
mod model;
mod store;
mod view;

pub use chat::arrivals;
pub use jobs::{attended_lines, kept_lines};
pub use model::{LessonQuestions, MeetingKinds, PaperTemplates};
pub use store::{ComingMeeting, list_coming_for};
pub use view::attended_button;

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
const NAME: &str = "meetings";

/// Who calls: the roles with the right to.
const CALLS: Who =
    Who::Holding(&[Role::AssociationHead, Role::Methodologist, Role::Coordinator, Role::RegionalCoordinator]);

/// Who is called.
const REGISTERED: Who = Who::Standing(Standing::Registered);

const COMMANDS: &[Command] = &[
    Command { name: "meetings", who: REGISTERED, text: "meetings-command-meetings", menu_place: Some(20) },
    Command { name: "meeting", who: CALLS, text: "meetings-command-meeting", menu_place: None },
];

const OFFERS: &[Offer] = &[Offer { place: OfferPlace::Admin, button: view::home_button }];

const PERSONAL: &[PersonalColumn] = &[
    PersonalColumn { table: "meetings", column: "organiser_id" },
    PersonalColumn { table: "meeting_invited", column: "person_id" },
    PersonalColumn { table: "meeting_invited", column: "reply" },
    PersonalColumn { table: "meeting_invited", column: "reason" },
    PersonalColumn { table: "meeting_invited", column: "attended_at" },
    PersonalColumn { table: "lesson_sheets", column: "teacher_id" },
    PersonalColumn { table: "lesson_sheets", column: "author_id" },
    PersonalColumn { table: "lesson_sheets", column: "answers" },
    PersonalColumn { table: "meeting_invited", column: "part" },
    PersonalColumn { table: "meeting_invited", column: "award" },
    PersonalColumn { table: "meeting_invited", column: "certified_at" },
    PersonalColumn { table: "meeting_wishes", column: "person_id" },
    PersonalColumn { table: "meeting_wishes", column: "wish" },
    PersonalColumn { table: "meeting_wishes", column: "words" },
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
        jobs: jobs::JOBS,
        merged: Some(merged),
        works: &[Work { name: "meetings", run: jobs::keep_up }],
        ..Capability::named(NAME, view::WORD)
    }
}

fn forget(tx: &mut Tx, person: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move {
        store::forget_wishes(tx, person).await?;
        Ok(store::forget_in_meetings(tx, person).await?)
    }
    .boxed()
}

fn tell<'a>(app: &'a App, texts: &'a Texts, person: Uuid) -> BoxFuture<'a, anyhow::Result<Vec<Markup>>> {
    async move {
        let counts = store::count_of_person(&app.db, person).await?;
        let mut told: Vec<Markup> =
            (counts != (0, 0)).then(|| view::told_sentence(counts, texts)).into_iter().collect();
        let name = store::find_name(&app.db, Some(person)).await?;
        let attended = attended_lines(app, (person, &name), texts).await?;
        told.extend(attended.iter().map(|words| view::attended_sentence(words, texts)));
        let kept = kept_lines(app, person, texts).await?;
        told.extend(kept.iter().map(|words| view::attended_sentence(words, texts)));
        Ok(told)
    }
    .boxed()
}

fn merged(tx: &mut Tx, from: Uuid, into: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move {
        store::merge_wishes(tx, from, into).await?;
        Ok(store::merge_in_meetings(tx, from, into).await?)
    }
    .boxed()
}
