//! A sheet of courses: tried without changing anything, then taken in.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::{
    attachments,
    audit::{self, Deed, NewEntry},
    capability::Outcome,
    courses::{
        NAME,
        model::{Course, CourseKey, Listed, MOST_ROWS, Names, Tried, find_layout, key_of, try_out},
        store,
        view::{self, Action},
    },
    directory,
    errors::Refusal,
    label,
    messenger::SentFile,
    people, roster,
    sheets::Table,
    turn::Turn,
    units::{self, Right, Unit, units_with},
};

/// What waits for a yes: the courses of a sheet, without any name in it.
#[derive(Debug, Serialize, Deserialize)]
struct Pending {
    courses: Vec<Course>,
    kept: usize,
    refused: usize,
}

/// Asks for a sheet. Somebody's list of people sent here would be read as courses, so this waits for the file alone.
pub(super) async fn ask(turn: &Turn) -> Outcome {
    let mut tx = turn.begin().await?;
    tx.forget_draft(NAME).await?;
    tx.expect(NAME);
    tx.stand_at(&Action::Import.into());
    tx.commit().await?;
    Ok(view::import_screen(directory::admin_address(), turn.texts()))
}

pub(super) fn send_template(turn: &Turn) -> Outcome {
    let screen = view::import_screen(directory::admin_address(), turn.texts());
    Ok(screen.with(view::template_file(turn.texts())?))
}

/// Tries a sheet. The refused rows come back at once, each with its reasons.
pub(super) async fn receive(turn: Turn, sent: SentFile) -> Outcome {
    let turn = &turn;
    let table = attachments::fetch_sheet(turn, &sent).await?;
    if table.rows.len() > MOST_ROWS {
        return Err(Refusal::because("courses-import-too-many"));
    }
    let Some(layout) = find_layout(&table) else {
        return Err(Refusal::because("courses-import-headings"));
    };
    let municipalities = own_municipalities(turn);
    let (mut people, mut known): (Vec<Listed>, HashSet<CourseKey>) = (Vec::new(), HashSet::new());
    for municipality in municipalities {
        people.extend(store::list_listed(&turn.app().db, municipality).await?);
        let courses = store::list_known(&turn.app().db, municipality).await?;
        known.extend(courses.iter().map(key_of));
    }
    people.sort_by_key(|one| one.person_id);
    people.dedup_by_key(|one| one.person_id);
    let today = people::civil_today(turn.app(), turn.known_person()?, turn.now()).await?;
    let names = Names::of(&people, roster::name_key);
    let tried = try_out((&table, &layout), &names, &known, today);
    keep(turn, &tried).await?;
    show_tried(turn, &tried, (&table, layout.head))
}

async fn keep(turn: &Turn, tried: &Tried) -> anyhow::Result<()> {
    let pending = Pending { courses: tried.added.clone(), kept: tried.kept, refused: tried.refused.len() };
    let mut tx = turn.begin().await?;
    tx.park(NAME, &pending).await?;
    tx.expect(NAME);
    tx.stand_at(&Action::Tried.into());
    tx.commit().await
}

fn show_tried(turn: &Turn, tried: &Tried, (table, head): (&Table, usize)) -> Outcome {
    let counts = (tried.added.len(), tried.kept, tried.refused.len());
    let screen = view::tried_screen(counts, &tried.refused, turn.texts());
    if tried.refused.is_empty() {
        return Ok(screen);
    }
    let reasons: Vec<(usize, String)> = tried
        .refused
        .iter()
        .map(|(place, _, faults)| (*place, view::line_faults(faults, turn.texts())))
        .collect();
    let sheet = roster::returned_sheet(table, head, &reasons, turn.texts());
    Ok(screen.with(view::returned_file(&sheet, turn.texts())?))
}

fn own_municipalities(turn: &Turn) -> Vec<uuid::Uuid> {
    units_with(turn.roles(), Right::Import).filter_map(Unit::municipality).collect()
}

/// What waits for a yes, as it was tried; without it, the question for a sheet.
pub(super) async fn show(turn: &Turn) -> Outcome {
    match turn.draft::<Pending>(NAME).await? {
        Some(pending) => {
            let counts = (pending.courses.len(), pending.kept, pending.refused);
            Ok(view::tried_screen(counts, &[], turn.texts()))
        }
        None => Ok(view::import_screen(directory::admin_address(), turn.texts())),
    }
}

/// Takes the courses in. What somebody has written down meanwhile is not written twice.
pub(super) async fn take(turn: &Turn) -> Outcome {
    let Some(pending) = turn.draft::<Pending>(NAME).await? else { return ask(turn).await };
    let actor = turn.known_person()?.id;
    let mut known: HashSet<CourseKey> = HashSet::new();
    for municipality in own_municipalities(turn) {
        known.extend(store::list_known(&turn.app().db, municipality).await?.iter().map(key_of));
    }
    let mut tx = turn.begin().await?;
    let roles = units::roles_within(tx.tx(), actor).await?;
    let municipality = units_with(&roles, Right::Import).find_map(Unit::municipality);
    let Some(municipality) = municipality else { return Err(directory::out_of_sight()) };
    let fresh: Vec<Course> =
        pending.courses.into_iter().filter(|course| known.insert(key_of(course))).collect();
    store::add_courses(tx.tx(), &fresh, turn.now()).await?;
    let entry = NewEntry {
        actor,
        subject: actor,
        deed: Deed::ImportedCourses,
        role: None,
        municipality: Some(municipality),
        source: "co1.take",
    };
    audit::add_entry(tx.tx(), &entry, turn.now()).await?;
    tx.forget_draft(NAME).await?;
    tx.expect(NAME);
    tx.stand_at(&Action::Import.into());
    tx.commit().await?;
    let screen = view::taken_screen((fresh.len(), pending.refused), directory::admin_address(), turn.texts());
    Ok(screen.toast(label!(turn.texts(), "courses-saved-toast")))
}

/// Drops what waits for a yes.
pub(super) async fn leave(turn: &Turn) -> Outcome {
    ask(turn).await
}
