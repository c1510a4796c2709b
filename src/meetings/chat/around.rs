//! Looking around: what is ahead by time, by month and by subject, what is over, what was called.
//! Not here: one meeting.

use chrono::{DateTime, Months, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

use super::out_of_sight;
use crate::{
    capability::Outcome,
    meetings::{
        CALLS,
        jobs::own_zone,
        model::{CivilSpan, Programme, Reply},
        store::{self, Listed},
        view::{self, Action, PER_MONTH, PER_PAGE, PageView, Side},
    },
    people::Standing,
    turn::Turn,
    units::{Right, units_with},
};

/// So far ahead is looked.
const AHEAD: TimeDelta = TimeDelta::days(400);
/// Meetings among which subjects are counted.
const MOST_COUNTED: i64 = 300;

fn lines(listed: &[Listed]) -> Vec<(Uuid, &Programme, Option<Reply>)> {
    let reply = |one: &Listed| one.reply.as_deref().and_then(Reply::from_word);
    listed.iter().map(|one| (one.id, &one.programme.0, reply(one))).collect()
}

async fn zone(turn: &Turn) -> anyhow::Result<Tz> {
    own_zone(turn.app(), turn.known_person()?.id).await
}

fn page_view<'a>(turn: &'a Turn, listed: &'a [Listed], (page, zone): (usize, Tz)) -> PageView<'a> {
    PageView {
        lines: lines(listed),
        page,
        kinds: &turn.app().meeting_kinds,
        today: turn.now().with_timezone(&zone).date_naive(),
    }
}

/// One more than a page, so that it is known whether another follows; and how many come before it.
fn rows(page: usize) -> anyhow::Result<(i64, i64)> {
    Ok((i64::try_from(PER_PAGE + 1)?, i64::try_from(page.min(1_000) * PER_PAGE)?))
}

/// What is ahead, by time.
pub(super) async fn show_ahead(turn: &Turn, page: usize) -> Outcome {
    let address = if page == 0 { Action::Meetings } else { Action::Side(Side::Ahead(page)) };
    turn.finish(Some(&address.into())).await?;
    let (db, person, now) = (&turn.app().db, turn.known_person()?.id, turn.now());
    let listed = store::list_around(db, (person, (now, now + AHEAD)), rows(page)?).await?;
    let mine = usize::try_from(store::count_ahead(db, person, now).await?)?;
    let calls = CALLS.admits(Standing::Registered, turn.roles());
    let view = page_view(turn, &listed, (page, zone(turn).await?));
    Ok(view::ahead_screen(&view, (mine, calls), turn.texts()))
}

fn midnight(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    CivilSpan { from: day, to: day, begins: Some(NaiveTime::MIN), ends: None }.starts_at(zone)
}

/// A month, also one that is over.
pub(super) async fn show_month(turn: &Turn, number: usize) -> Outcome {
    let first = view::month_of(number).ok_or_else(out_of_sight)?;
    let next = first.checked_add_months(Months::new(1)).ok_or_else(out_of_sight)?;
    turn.finish(Some(&Side::Around(number).into())).await?;
    let zone = zone(turn).await?;
    let span = (midnight(first, zone), midnight(next, zone));
    let person = turn.known_person()?.id;
    let most = i64::try_from(PER_MONTH)?;
    let listed = store::list_around(&turn.app().db, (person, span), (most, 0)).await?;
    Ok(view::around_screen(&page_view(turn, &listed, (0, zone)), first, turn.texts()))
}

/// Everything ahead among which subjects are told apart.
async fn all_ahead(turn: &Turn) -> anyhow::Result<Vec<Listed>> {
    let (person, now) = (turn.known_person()?.id, turn.now());
    Ok(store::list_around(&turn.app().db, (person, (now, now + AHEAD)), (MOST_COUNTED, 0)).await?)
}

/// The subjects of what is ahead, in the order of the list of subjects.
pub(super) async fn show_subjects(turn: &Turn) -> Outcome {
    turn.finish(Some(&Side::Subjects.into())).await?;
    let ahead = all_ahead(turn).await?;
    let count = |id: &str| ahead.iter().filter(|one| one.programme.0.subject.as_deref() == Some(id)).count();
    let all = turn.app().catalogue.subjects().iter();
    let counted = all.map(|subject| (subject.id.clone(), subject.short_title.clone(), count(&subject.id)));
    let subjects: Vec<_> = counted.filter(|(.., count)| *count > 0).collect();
    Ok(view::subjects_screen(&subjects, turn.texts()))
}

/// What is ahead for a subject.
pub(super) async fn show_subject(turn: &Turn, id: &str) -> Outcome {
    let title = turn.app().catalogue.subject(id).ok_or_else(out_of_sight)?.title.clone();
    turn.finish(Some(&Side::Subject(id.to_owned()).into())).await?;
    let mut listed = all_ahead(turn).await?;
    listed.retain(|one| one.programme.0.subject.as_deref() == Some(id));
    let view = page_view(turn, &listed, (0, zone(turn).await?));
    Ok(view::subject_screen(&view, (id, &title), turn.texts()))
}

/// What is over.
pub(super) async fn show_over(turn: &Turn, page: usize) -> Outcome {
    let address = if page == 0 { Action::Past } else { Action::Side(Side::Over(page)) };
    turn.finish(Some(&address.into())).await?;
    let (person, now) = (turn.known_person()?.id, turn.now());
    let listed = store::list_over(&turn.app().db, person, now, rows(page)?).await?;
    Ok(view::over_screen(&page_view(turn, &listed, (page, zone(turn).await?)), turn.texts()))
}

pub(super) async fn show_called(turn: &Turn, page: usize) -> Outcome {
    let address = if page == 0 { Action::Called } else { Action::Side(Side::Called(page)) };
    turn.finish(Some(&address.into())).await?;
    called(turn, page).await
}

/// What whoever speaks has called, and what was called in the associations that they head.
pub(super) async fn called(turn: &Turn, page: usize) -> Outcome {
    let (app, person) = (turn.app(), turn.known_person()?.id);
    let units: Vec<_> = units_with(turn.roles(), Right::CallMeetings).collect();
    let listed = store::list_called(&app.db, (person, &units), turn.now(), rows(page)?).await?;
    let called: Vec<_> = listed.into_iter().map(|one| (one.id, one.programme.0, one.state)).collect();
    Ok(view::called_screen(&called, page, &app.meeting_kinds, turn.texts()))
}
