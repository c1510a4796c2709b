//! Plans: a sheet of meetings tried without calling anybody, then called; one that a quarter lacks, begun like the last.
//! Not here: what a row means, which the model says.

use std::collections::HashMap;

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    authorise,
    calling::{find_place, new_code, new_draft, number},
    find_ahead, out_of_sight,
    saying::reload,
    timing,
};
use crate::{
    attachments,
    audiences::{self, Whom},
    capability::Outcome,
    errors::Refusal,
    label,
    meetings::{
        CALLS, NAME,
        jobs::zone_of,
        model::{
            CivilSpan, MOST_PLANNED, Meeting, MeetingState, Planned, Programme, RowFault, TriedYear,
            YearLayout, YearReader, find_year_layout, notice_moments, plan_key, try_out_year, usual_deadline,
        },
        store,
        view::{self, Action, Deed, YearDeed},
    },
    messenger::{Event, SentFile, SentKind},
    people::Standing,
    sheets::Table,
    turn::{Turn, TurnTx},
    typed::{WhenFault, read_when},
    units::Unit,
};

/// The kind that is called from among the pool of methodologists.
const POOL: &str = "pool";

/// What waits for a yes.
#[derive(Debug, Serialize, Deserialize)]
struct Pending {
    plan_of: Uuid,
    meetings: Vec<Planned>,
    kept: usize,
    refused: usize,
}

/// Whose plan is asked for where the person stands.
fn address(turn: &Turn) -> Option<Uuid> {
    match turn.conversation().address.as_deref().and_then(Action::read)? {
        Action::Year(place, _) => Some(place),
        _ => None,
    }
}

/// A file sent where a plan is asked for, by somebody who calls people; typed words and files pass no gate.
pub(super) fn awaited(turn: &Turn) -> Option<SentFile> {
    address(turn)?;
    let may_call = CALLS.admits(Standing::Registered, turn.roles());
    match &turn.incoming().event {
        Event::File(sent) if may_call && sent.kind == SentKind::File => Some(sent.clone()),
        _ => None,
    }
}

pub(super) async fn carry_out(turn: &Turn, place: Uuid, deed: YearDeed) -> Outcome {
    match deed {
        YearDeed::Ask => ask(turn, place).await,
        YearDeed::Template => send_template(turn, place).await,
        YearDeed::Tried => show(turn, place).await,
        YearDeed::Take => take(turn, place).await,
    }
}

/// Asks for a sheet.
async fn ask(turn: &Turn, place: Uuid) -> Outcome {
    let (_, host) = find_place(turn, place).await?;
    let mut tx = turn.begin().await?;
    tx.forget_draft(NAME).await?;
    tx.expect(NAME);
    tx.stand_at(&Action::Year(place, YearDeed::Ask).into());
    tx.commit().await?;
    Ok(view::year_screen(place, &host, turn.texts()))
}

async fn send_template(turn: &Turn, place: Uuid) -> Outcome {
    let (_, host) = find_place(turn, place).await?;
    turn.take_heavy()?;
    let mut tx = turn.begin().await?;
    tx.expect(NAME);
    tx.stand_at(&Action::Year(place, YearDeed::Ask).into());
    tx.commit().await?;
    let file = view::year_template_file(&turn.app().meeting_kinds, turn.texts())?;
    Ok(view::year_screen(place, &host, turn.texts()).with(file))
}

/// Tries a sheet. The refused rows come back at once, each with its reasons.
pub(super) async fn receive(turn: Turn, sent: SentFile) -> Outcome {
    let turn = &turn;
    let place = address(turn).ok_or_else(out_of_sight)?;
    let (unit, _) = find_place(turn, place).await?;
    let table = attachments::fetch_sheet(turn, &sent).await?;
    if table.rows.len() > MOST_PLANNED + 20 {
        return Err(
            Refusal { key: "meetings-year-too-many", args: vec![("most", MOST_PLANNED.into())] }.into()
        );
    }
    let layout = find_year_layout(&table).ok_or_else(|| Refusal::because("meetings-year-headings"))?;
    let zone = zone_of(turn.app(), unit.municipality()).await?;
    let known = store::list_planned(&turn.app().db, unit, turn.now()).await?;
    let tried = try_out(turn, (&table, &layout), (zone, &known));
    let pending = Pending {
        plan_of: place,
        meetings: tried.added.clone(),
        kept: tried.kept,
        refused: tried.refused.len(),
    };
    let mut tx = turn.begin().await?;
    tx.park(NAME, &pending).await?;
    tx.expect(NAME);
    tx.stand_at(&Action::Year(place, YearDeed::Tried).into());
    tx.commit().await?;
    show_tried(turn, (place, &tried), (&table, layout.head))
}

/// Reads every row on the clock of the place.
fn try_out(turn: &Turn, sheet: (&Table, &YearLayout), (zone, known): (Tz, &[Programme])) -> TriedYear {
    let (app, now) = (turn.app(), turn.now());
    let local = now.with_timezone(&zone).naive_local();
    let read = |words: &str| {
        let when = read_when(words, local).map_err(fault_of)?;
        let span = CivilSpan { from: when.from, to: when.to, begins: when.begins, ends: when.ends };
        if span.starts_at(zone) > now { Ok(span) } else { Err(RowFault::Past) }
    };
    let reader = YearReader { kinds: &app.meeting_kinds, catalogue: &app.catalogue, read_when: &read };
    try_out_year(sheet, &reader, &known.iter().map(plan_key).collect())
}

fn fault_of(why: WhenFault) -> RowFault {
    match why {
        WhenFault::Unreadable => RowFault::Day,
        WhenFault::NoSuchDay => RowFault::NoSuchDay,
        WhenFault::NoSuchTime => RowFault::NoSuchTime,
        WhenFault::Past => RowFault::Past,
        WhenFault::EndsFirst => RowFault::EndsFirst,
        WhenFault::OtherWeekday(_) => RowFault::Weekday,
    }
}

fn show_tried(turn: &Turn, (place, tried): (Uuid, &TriedYear), (table, head): (&Table, usize)) -> Outcome {
    let (kinds, texts) = (&turn.app().meeting_kinds, turn.texts());
    let counts = (tried.kept, tried.refused.len());
    let screen = view::tried_year_screen(place, (&tried.added, kinds), (counts, &tried.refused), texts);
    if tried.refused.is_empty() {
        return Ok(screen);
    }
    Ok(screen.with(view::returned_year_file((table, head), &tried.refused, texts)?))
}

/// What waits for a yes, as it was tried; without it, the question for a sheet.
async fn show(turn: &Turn, place: Uuid) -> Outcome {
    find_place(turn, place).await?;
    match find_pending(turn, place).await? {
        Some(pending) => {
            let kinds = &turn.app().meeting_kinds;
            let counts = (pending.kept, pending.refused);
            Ok(view::tried_year_screen(place, (&pending.meetings, kinds), (counts, &[]), turn.texts()))
        }
        None => ask(turn, place).await,
    }
}

async fn find_pending(turn: &Turn, place: Uuid) -> anyhow::Result<Option<Pending>> {
    Ok(turn.draft::<Pending>(NAME).await?.filter(|pending| pending.plan_of == place))
}

/// Calls the meetings of a plan. What somebody has called meanwhile is not called twice; what is over meanwhile is left out.
async fn take(turn: &Turn, place: Uuid) -> Outcome {
    let (unit, host) = find_place(turn, place).await?;
    let Some(pending) = find_pending(turn, place).await? else { return ask(turn, place).await };
    turn.take_heavy()?;
    let (app, now) = (turn.app(), turn.now());
    let zone = zone_of(app, unit.municipality()).await?;
    let known = store::list_planned(&app.db, unit, now).await?;
    let mut known: std::collections::HashSet<_> = known.iter().map(plan_key).collect();
    let mut fresh = pending.meetings;
    fresh.retain(|planned| known.insert(plan_key(&planned.programme)));
    let mut meetings = draft_all(turn, (unit, &host, zone), &fresh);
    let pool = match unit {
        Unit::Municipality(municipality) => store::list_pool(&app.db, municipality).await?,
        _ => Vec::new(),
    };
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), unit).await?;
    let mut audiences = HashMap::new();
    for (meeting, planned) in meetings.iter_mut().zip(&fresh) {
        let whom = whom(planned, &pool);
        add(turn, &mut tx, (meeting, planned), (whom, &mut audiences)).await?;
    }
    tx.forget_draft(NAME).await?;
    tx.stand_at(&Action::Year(place, YearDeed::Ask).into());
    tx.commit().await?;
    let screen =
        view::taken_year_screen(place, (&meetings, pending.refused), &app.meeting_kinds, turn.texts())?;
    Ok(screen.toast(label!(turn.texts(), "meetings-year-toast")))
}

/// The meetings of a plan, not written down yet, with the moments at which people are called to them.
fn draft_all(turn: &Turn, (unit, host, zone): (Unit, &str, Tz), planned: &[Planned]) -> Vec<Meeting> {
    let (app, now) = (turn.app(), turn.now());
    let kind = |planned: &Planned| app.meeting_kinds.of(&planned.programme.kind);
    let draft = |planned: &Planned| {
        let ids = (Uuid::now_v7(), Uuid::nil());
        let mut draft = new_draft(ids, (unit, host.to_owned()), planned.programme.clone(), zone.name());
        draft.set_instants(zone, kind(planned).minutes, now);
        draft
    };
    let mut meetings: Vec<Meeting> = planned.iter().map(draft).collect();
    let beginnings: Vec<_> = meetings
        .iter()
        .zip(planned)
        .map(|(meeting, planned)| (meeting.starts_at.unwrap_or(now), kind(planned).notice_days))
        .collect();
    for (meeting, notice_at) in meetings.iter_mut().zip(notice_moments(&beginnings, zone, now)) {
        meeting.notice_at = notice_at;
    }
    meetings
}

/// Who is called: the pool to its sessions, the teachers of the subject where the sheet names one, else everybody.
fn whom(planned: &Planned, pool: &[Uuid]) -> Whom {
    match &planned.programme.subject {
        Some(subject) => Whom::Subject(subject.clone()),
        None if planned.programme.kind == POOL && !pool.is_empty() => Whom::Named(pool.to_vec()),
        None => Whom::Everybody,
    }
}

/// Writes a meeting of a plan down as called; meetings of the same people share an audience.
async fn add(
    turn: &Turn,
    tx: &mut TurnTx,
    (meeting, planned): (&mut Meeting, &Planned),
    (whom, audiences): (Whom, &mut HashMap<Whom, Uuid>),
) -> anyhow::Result<()> {
    let (person, now) = (turn.known_person()?.id, turn.now());
    let audience = match audiences.get(&whom) {
        Some(known) => *known,
        None => {
            let back = Action::On(meeting.id, Deed::Show).into();
            let who = ((person, meeting.unit), &whom);
            let new = audiences::begin_of(turn.app(), tx.tx(), who, &back).await?;
            audiences.insert(whom, new);
            new
        }
    };
    meeting.audience = audience;
    meeting.organiser = Some(person);
    meeting.state = MeetingState::Open;
    meeting.code = Some(new_code());
    meeting.is_open = planned.is_open;
    if meeting.programme.number.is_none() {
        number(turn, tx, meeting).await?;
    }
    store::add_meeting(tx.tx(), meeting, now).await?;
    store::set_telling(tx.tx(), meeting.id, true).await?;
    Ok(())
}

/// Calls people to a meeting of a plan before its moment.
pub(super) async fn call_now(turn: &Turn, id: Uuid) -> Outcome {
    find_ahead(turn, id).await?;
    let mut tx = turn.begin().await?;
    let mut meeting = store::lock_meeting(tx.tx(), id).await?.ok_or_else(out_of_sight)?;
    authorise(turn, tx.tx(), meeting.unit).await?;
    if meeting.notice_at.is_some() && meeting.is_ahead(turn.now()) {
        meeting.answer_by = meeting.starts_at.map(|at| usual_deadline(at, turn.now()));
        store::save_meeting(tx.tx(), &meeting).await?;
        store::set_notice(tx.tx(), id, None).await?;
        store::set_telling(tx.tx(), id, true).await?;
    }
    tx.stand_at(&Action::On(id, Deed::Show).into());
    tx.commit().await?;
    reload(turn, id).await
}

/// Begins the meeting that a quarter lacks: number, title, place and people are those of the last, and only when it is has
/// to be said.
pub(super) async fn begin_due(turn: &Turn, place: Uuid, kind: &str) -> Outcome {
    let (unit, host) = find_place(turn, place).await?;
    let (app, person) = (turn.app(), turn.known_person()?.id);
    let kind = app.meeting_kinds.all().iter().find(|known| known.id == kind).ok_or_else(out_of_sight)?;
    let last = store::last_of_kind(&app.db, unit, &kind.id).await?;
    let pool = match unit {
        Unit::Municipality(at) if kind.id == POOL => store::list_pool(&app.db, at).await?,
        _ => Vec::new(),
    };
    let zone = zone_of(app, unit.municipality()).await?;
    let id = Uuid::now_v7();
    let back = Action::On(id, Deed::Show).into();
    let mut tx = turn.begin().await?;
    let audience = match &last {
        Some(last) => audiences::begin_like(app, tx.tx(), ((person, unit), last.audience), &back).await?,
        None => {
            let whom = if pool.is_empty() { Whom::Everybody } else { Whom::Named(pool) };
            audiences::begin_of(app, tx.tx(), ((person, unit), &whom), &back).await?
        }
    };
    let programme = match &last {
        Some(last) => Programme { when: None, agenda: Vec::new(), ..last.programme.clone() },
        None => Programme { kind: kind.id.clone(), ..Programme::default() },
    };
    let draft = new_draft((id, audience), (unit, host), programme, zone.name());
    let capacity = last.as_ref().and_then(|last| last.capacity);
    let is_open = last.as_ref().is_some_and(|last| last.is_open);
    let mut draft = Meeting { organiser: Some(person), capacity, is_open, ..draft };
    number(turn, &mut tx, &mut draft).await?;
    store::add_meeting(tx.tx(), &draft, turn.now()).await?;
    tx.expect_nothing();
    tx.stand_at(&Action::Month(id, 0).into());
    tx.commit().await?;
    timing::month(turn, &draft, 0)
}
