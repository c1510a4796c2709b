//! Courses of others, as far as whoever looks sees their cards; and who has had none in three years.

use std::collections::HashSet;

use uuid::Uuid;

use super::address;
use crate::{
    attachments,
    audit::{self, Deed, NewEntry},
    capability::Outcome,
    courses::{
        model::{Attendance, Course},
        store,
        view::{self, Action},
    },
    directory,
    errors::Refusal,
    label, people,
    turn::Turn,
    units::{Right, Unit, units_with},
};

/// Another person's courses. The look is written down as that at a card.
pub(super) async fn show_of(turn: &Turn, person: Uuid) -> Outcome {
    let (name, municipality) = directory::find_in_sight(turn, person).await?;
    let courses = store::list_courses(&turn.app().db, person).await?;
    let actor = turn.known_person()?.id;
    if actor != person && !turn.shows_again() && address(turn) != Some(Action::Of(person)) {
        let (deed, source) = (Deed::SawCard, "co1.of");
        let entry = NewEntry { actor, subject: person, deed, role: None, municipality, source };
        let mut tx = turn.begin().await?;
        audit::add_entry(tx.tx(), &entry, turn.now()).await?;
        tx.expect_nothing();
        tx.stand_at(&Action::Of(person).into());
        tx.commit().await?;
    }
    let back = directory::card_address(person);
    Ok(view::others_screen((person, &name), &courses, back, turn.texts()))
}

/// Sends a certificate: one's own, or that of somebody in sight.
pub(super) async fn send_certificate(turn: &Turn, id: Uuid) -> Outcome {
    let app = turn.app();
    let course = store::find_course(&app.db, id).await?.ok_or_else(directory::out_of_sight)?;
    let screen = screen_of(turn, &course).await?;
    let messenger = turn.incoming().contact.messenger;
    let kept = match course.attachment_id {
        Some(file) => attachments::find_attachment(&app.db, file, messenger).await?,
        None => None,
    };
    let caption = view::certificate_caption(&course, turn.texts());
    let file = kept.and_then(|kept| kept.on(messenger, caption));
    let file = file.ok_or_else(|| Refusal::because("courses-no-certificate"))?;
    Ok(screen.with(file))
}

async fn screen_of(turn: &Turn, course: &Course) -> Outcome {
    if course.person_id == turn.known_person()?.id {
        return Ok(view::card_screen(course, turn.texts()));
    }
    show_of(turn, course.person_id).await
}

pub(super) async fn show_missing(turn: &Turn, page: usize) -> Outcome {
    let (missing, count) = list_missing(turn).await?;
    let back = directory::admin_address();
    Ok(view::missing_screen((&missing, count), page, back, turn.texts()))
}

/// Sends the list as a sheet. That it was taken is written down first.
pub(super) async fn send_missing(turn: &Turn) -> Outcome {
    turn.take_heavy()?;
    let (missing, count) = list_missing(turn).await?;
    let units: Vec<Unit> = units_with(turn.roles(), Right::SeePeople).collect();
    let mut tx = turn.begin().await?;
    let (actor, taken) = (turn.known_person()?.id, (Deed::TookPeople, "co1.sheet"));
    audit::add_taking(tx.tx(), actor, taken, (&units, turn.now())).await?;
    tx.expect_nothing();
    tx.stand_at(&Action::Missing(0).into());
    tx.commit().await?;
    let screen = view::missing_screen((&missing, count), 0, directory::admin_address(), turn.texts());
    let bytes = turn
        .put_together(move |turn| view::missing_xlsx(&missing, &turn.app().catalogue, turn.texts()))
        .await?;
    let done = label!(turn.texts(), "courses-sent-toast");
    Ok(screen.with(view::sheet_file(bytes, turn.texts())).toast(done))
}

/// Who within one's own units has no course of the last three years, and how many people work there at all.
async fn list_missing(turn: &Turn) -> anyhow::Result<(Vec<Attendance>, usize)> {
    let app = turn.app();
    let today = people::civil_today(app, turn.known_person()?, turn.now()).await?;
    let mut units: HashSet<Unit> = units_with(turn.roles(), Right::SeePeople).collect();
    if units.contains(&Unit::Region) {
        units = HashSet::from([Unit::Region]);
    }
    let mut all = Vec::new();
    for unit in units {
        all.extend(store::list_attendance(&app.db, (unit.municipality(), unit.school())).await?);
    }
    let mut seen = HashSet::new();
    all.retain(|one: &Attendance| seen.insert(one.person_id));
    let count = all.len();
    all.retain(|one| one.is_overdue(today));
    all.sort_by_cached_key(Attendance::name);
    Ok((all, count))
}
