//! Calling a meeting: what can be called where, the draft, and calling its people.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{authorise, find_draft, find_mine, out_of_sight, running};
use crate::{
    app::App,
    audiences,
    capability::Outcome,
    errors::Refusal,
    meetings::{
        jobs::zone_of,
        model::{CivilSpan, Meeting, MeetingState, Programme, school_year, usual_deadline},
        store,
        view::{self, Action, ComposeView, Deed, HomeView},
    },
    people::below,
    text,
    turn::{Turn, TurnTx},
    units::{self, Right, Unit, may, unit_title},
};

/// The id by which buttons name a unit: its innermost one.
pub(super) fn key_of(unit: Unit) -> Uuid {
    unit.association().or(unit.school()).or(unit.municipality()).unwrap_or(Uuid::nil())
}

/// Where whoever speaks may call people, with its name: the asked place, or the first.
async fn places(turn: &Turn, asked: Option<Uuid>) -> anyhow::Result<Vec<(Unit, String)>> {
    let held = units::list_roles(&turn.app().db, turn.known_person()?.id).await?;
    let mut places: Vec<(Unit, String)> = Vec::new();
    for role in held.iter().filter(|role| may(&[role.at], Right::CallMeetings, role.at.unit)) {
        if places.iter().all(|(unit, _)| *unit != role.at.unit) {
            places.push((role.at.unit, unit_title(role, turn.texts())));
        }
    }
    if let Some(at) = places.iter().position(|(unit, _)| Some(key_of(*unit)) == asked) {
        places.swap(0, at);
    }
    Ok(places)
}

pub(super) async fn show_home(turn: &Turn, asked: Option<Uuid>) -> Outcome {
    let places = places(turn, asked).await?;
    let [(unit, title), others @ ..] = &places[..] else { return Err(out_of_sight()) };
    turn.finish(Some(&Action::Home(Some(key_of(*unit))).into())).await?;
    let app = turn.app();
    let last = store::last_called(&app.db, *unit, turn.known_person()?.id).await?;
    let others: Vec<_> = others.iter().map(|(unit, title)| (key_of(*unit), title.clone())).collect();
    let view = HomeView {
        place: (key_of(*unit), title),
        others: &others,
        kinds: &app.meeting_kinds,
        last: last.as_ref(),
    };
    Ok(view::home_screen(&view, turn.texts()))
}

/// The place with this id, if whoever speaks may call people there.
pub(super) async fn find_place(turn: &Turn, key: Uuid) -> anyhow::Result<(Unit, String)> {
    let found = places(turn, Some(key)).await?.into_iter().next();
    found.filter(|(unit, _)| key_of(*unit) == key).ok_or_else(out_of_sight)
}

/// Begins a meeting of a kind; its title is asked for.
pub(super) async fn begin(turn: &Turn, place: Uuid, kind: &str) -> Outcome {
    let (unit, host) = find_place(turn, place).await?;
    let app = turn.app();
    let kind = app.meeting_kinds.all().iter().find(|known| known.id == kind).ok_or_else(out_of_sight)?;
    let zone = zone_of(app, unit.municipality()).await?;
    let id = Uuid::now_v7();
    let back = Action::On(id, Deed::Show).into();
    let subject = subject_of(app, unit).await?;
    let mut tx = turn.begin().await?;
    let audience = audiences::begin(app, tx.tx(), (turn.known_person()?.id, unit), &back).await?;
    let programme = Programme { kind: kind.id.clone(), subject, ..Programme::default() };
    let mut draft = new_draft((id, audience), (unit, host), programme, zone.name());
    draft.organiser = Some(turn.known_person()?.id);
    number(turn, &mut tx, &mut draft).await?;
    store::add_meeting(tx.tx(), &draft, turn.now()).await?;
    tx.expect_nothing();
    tx.stand_at(&Action::On(id, Deed::Title).into());
    tx.commit().await?;
    Ok(view::title_screen(&draft, &app.meeting_kinds, turn.texts()))
}

/// The subject that holds an association together.
async fn subject_of(app: &App, unit: Unit) -> anyhow::Result<Option<String>> {
    let Some(id) = unit.association() else { return Ok(None) };
    Ok(units::find_association(&app.db, id).await?.and_then(|association| association.subject))
}

pub(super) fn new_draft(
    (id, audience): (Uuid, Uuid),
    (unit, host): (Unit, String),
    programme: Programme,
    zone: &str,
) -> Meeting {
    Meeting {
        id,
        unit,
        host,
        organiser: None,
        audience,
        programme,
        was: None,
        zone: zone.to_owned(),
        starts_at: None,
        ends_at: None,
        answer_by: None,
        capacity: None,
        is_open: false,
        state: MeetingState::Draft,
        version: 0,
        turn: 0,
        taken_at: None,
        code: None,
        notice_at: None,
    }
}

/// Begins a meeting like the last one: only when it is has to be said.
pub(super) async fn begin_again(turn: &Turn, place: Uuid) -> Outcome {
    let (unit, host) = find_place(turn, place).await?;
    let (app, person) = (turn.app(), turn.known_person()?.id);
    let last = store::last_called(&app.db, unit, person).await?.ok_or_else(out_of_sight)?;
    let zone = zone_of(app, unit.municipality()).await?;
    let id = Uuid::now_v7();
    let back = Action::On(id, Deed::Show).into();
    let mut tx = turn.begin().await?;
    let audience = audiences::begin_like(app, tx.tx(), ((person, unit), last.audience), &back).await?;
    let programme = Programme { when: None, agenda: Vec::new(), ..last.programme };
    let draft = new_draft((id, audience), (unit, host), programme, zone.name());
    let mut draft =
        Meeting { organiser: Some(person), capacity: last.capacity, is_open: last.is_open, ..draft };
    number(turn, &mut tx, &mut draft).await?;
    store::add_meeting(tx.tx(), &draft, turn.now()).await?;
    tx.expect_nothing();
    tx.stand_at(&Action::Month(id, 0).into());
    tx.commit().await?;
    super::timing::month(turn, &draft, 0)
}

/// Gives a meeting the next number of its kind in the school year in which it lies.
pub(super) async fn number(turn: &Turn, tx: &mut TurnTx, meeting: &mut Meeting) -> anyhow::Result<()> {
    let kind = turn.app().meeting_kinds.of(&meeting.programme.kind);
    if !kind.is_numbered {
        meeting.programme.number = None;
        return Ok(());
    }
    let zone = meeting.zone.parse().unwrap_or(turn.app().settings.time_zone);
    let day = meeting.starts_at.unwrap_or_else(|| turn.now()).with_timezone(&zone).date_naive();
    let first = |year: i32| {
        let day = NaiveDate::from_ymd_opt(year, 8, 1).unwrap_or_default();
        CivilSpan { from: day, to: day, begins: Some(chrono::NaiveTime::MIN), ends: None }.starts_at(zone)
    };
    let year = school_year(day);
    let span = (first(year), first(year + 1));
    let next = store::next_number(tx.tx(), (meeting.unit, &kind.id), span).await?;
    meeting.programme.number = Some(next);
    Ok(())
}

/// Shows a meeting to whoever calls: the draft, or how it stands.
pub(super) async fn show(turn: &Turn, id: Uuid) -> Outcome {
    let found = find_mine(turn, id).await?;
    turn.finish(Some(&Action::On(id, Deed::Show).into())).await?;
    shown(turn, &found).await
}

/// The same without writing down where the person stands.
pub(super) async fn shown(turn: &Turn, meeting: &Meeting) -> Outcome {
    if meeting.state != MeetingState::Draft {
        return running::host(turn, meeting).await;
    }
    let (view, _) = composed(turn, meeting).await?;
    Ok(view::compose_screen(&view, turn.texts()))
}

/// Everything that a draft shows, and how many people it would call.
pub(super) async fn composed<'a>(
    turn: &'a Turn,
    draft: &'a Meeting,
) -> anyhow::Result<(ComposeView<'a>, audiences::Count)> {
    let (app, texts) = (turn.app(), turn.texts());
    let found = audiences::find_audience(&app.db, draft.audience).await?;
    let audience = found.filter(|found| found.unit == draft.unit).ok_or_else(out_of_sight)?;
    let titles = audiences::titles_of(app, &audience, texts).await?;
    let count = audiences::count_of(app, &audience).await?;
    let words = audiences::described(&audience, &titles, texts);
    let view = ComposeView {
        draft,
        kinds: &app.meeting_kinds,
        audience: words.line(&audiences::count_sentence(count, texts)),
        edit: audiences::edit_address(draft.audience),
        zone: draft.zone.parse().unwrap_or(app.settings.time_zone),
    };
    Ok((view, count))
}

/// Writes a draft down and shows it.
pub(super) async fn save(turn: &Turn, mut tx: TurnTx, draft: &Meeting, at: Deed) -> Outcome {
    store::save_meeting(tx.tx(), draft).await?;
    tx.expect_nothing();
    tx.stand_at(&Action::On(draft.id, at).into());
    tx.commit().await?;
    if at == Deed::More {
        let (view, _) = composed(turn, draft).await?;
        return Ok(view::more_screen(&view, turn.texts()));
    }
    shown(turn, draft).await
}

/// Asks whether to call its people, naming their number and the day in full.
pub(super) async fn ask(turn: &Turn, id: Uuid) -> Outcome {
    let draft = find_draft(turn, id).await?;
    is_ready(turn, &draft)?;
    turn.finish(Some(&Action::On(id, Deed::Ask).into())).await?;
    let (view, count) = composed(turn, &draft).await?;
    Ok(view::confirm_screen(&view, count.people, turn.texts()))
}

fn is_ready(turn: &Turn, draft: &Meeting) -> anyhow::Result<()> {
    match draft.starts_at {
        None => Err(Refusal::because("meetings-no-time")),
        Some(_) if !draft.is_timely(turn.now()) => Err(Refusal::because("meetings-past")),
        Some(_) => Ok(()),
    }
}

/// Calls its people, if their number is still the one that was named. Pressed twice, they are called once.
pub(super) async fn go(turn: &Turn, id: Uuid, people: usize) -> Outcome {
    let draft = find_mine(turn, id).await?;
    if draft.state != MeetingState::Draft {
        turn.finish(Some(&Action::On(id, Deed::Show).into())).await?;
        return shown(turn, &draft).await;
    }
    is_ready(turn, &draft)?;
    let (view, count) = composed(turn, &draft).await?;
    if count.is_rough {
        // Who comes is seen by name, and would say of whom something was found difficult.
        return Err(Refusal::because("meetings-by-area"));
    }
    if count.people != people || people == 0 {
        turn.finish(Some(&Action::On(id, Deed::Ask).into())).await?;
        let word = text!(turn.texts(), "meetings-confirm-changed");
        return Ok(below(&word, view::confirm_screen(&view, count.people, turn.texts())));
    }
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), draft.unit).await?;
    let mut meeting = store::lock_meeting(tx.tx(), id).await?.ok_or_else(out_of_sight)?;
    if meeting.state == MeetingState::Draft {
        let now = turn.now();
        number(turn, &mut tx, &mut meeting).await?;
        meeting.state = MeetingState::Open;
        meeting.organiser = Some(turn.known_person()?.id);
        meeting.code = Some(new_code());
        let usual = meeting.starts_at.map(|at| usual_deadline(at, now));
        meeting.answer_by = meeting.answer_by.filter(|until| *until > now).or(usual);
        store::save_meeting(tx.tx(), &meeting).await?;
        store::set_telling(tx.tx(), id, true).await?;
    }
    tx.stand_at(&Action::On(id, Deed::Show).into());
    tx.commit().await?;
    let called = text!(turn.texts(), "meetings-called-word", count = people);
    Ok(below(&called, shown(turn, &meeting).await?))
}

/// Four digits that nobody can guess from another meeting's.
pub(super) fn new_code() -> String {
    format!("{:04}", Uuid::new_v4().as_u128() % 10_000)
}

/// Deletes a draft.
pub(super) async fn drop_draft(turn: &Turn, id: Uuid) -> Outcome {
    let draft = find_draft(turn, id).await?;
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), draft.unit).await?;
    store::drop_draft(tx.tx(), id).await?;
    tx.expect_nothing();
    tx.stand_at(&Action::Called.into());
    tx.commit().await?;
    super::around::called(turn, 0).await
}
