//! The letters about a meeting, and whether each is still to be said when its moment has come.
//! Not here: sending them.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use futures::{FutureExt, future::BoxFuture};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{card_of, given, plans, sharing, sheets, tasks};
use crate::{
    app::App,
    db::Tx,
    meetings::{
        NAME,
        model::{Invited, Meeting, MeetingState, Reply, nudge_at, rungs},
        store,
        view::{self, Lettered},
    },
    outbox::{self, Class, Letter, NewLetter, Told, Wish},
    texts::Texts,
};

/// What is sooner than this cannot wait behind announcements and days of rest.
const SOON: TimeDelta = TimeDelta::hours(36);

/// What a letter is about. Another version of a meeting makes other letters of it.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Matter {
    /// Somebody is called, or told what has changed.
    Notice { id: Uuid, version: i64, is_first: bool },
    /// It comes nearer.
    Reminder { id: Uuid, version: i64, hours: i64 },
    /// They have not answered.
    Nudge { id: Uuid, version: i64 },
    /// A seat is held for them.
    Offer { id: Uuid, until: DateTime<Utc> },
    /// The seat went to the next.
    PassedOn { id: Uuid },
    /// Something that was decided there falls due.
    Task { id: Uuid, point: usize, number: usize, by: NaiveDate },
    /// They are given a certificate.
    Certificate { id: Uuid },
    /// What was decided concerns them; other decisions have another mark.
    Extract { id: Uuid, mark: u32 },
    /// A colleague said what they think of the lesson.
    Sheet { id: Uuid, sheet: Uuid },
    /// Nobody answers for it any more.
    Alarm { id: Uuid },
}

impl Matter {
    fn meeting(self) -> Uuid {
        match self {
            Self::Notice { id, .. }
            | Self::Reminder { id, .. }
            | Self::Nudge { id, .. }
            | Self::Offer { id, .. }
            | Self::PassedOn { id }
            | Self::Task { id, .. }
            | Self::Certificate { id }
            | Self::Extract { id, .. }
            | Self::Sheet { id, .. }
            | Self::Alarm { id } => id,
        }
    }

    /// What makes it the same letter.
    fn key(self, person: Uuid) -> String {
        let about = format!("{NAME}/{}/{person}", self.meeting());
        match self {
            Self::Notice { version, .. } => format!("{about}/notice/{version}"),
            Self::Reminder { version, hours, .. } => format!("{about}/reminder/{version}/{hours}"),
            Self::Nudge { version, .. } => format!("{about}/nudge/{version}"),
            Self::Offer { until, .. } => format!("{about}/offer/{}", until.timestamp()),
            Self::PassedOn { .. } => format!("{about}/passed"),
            Self::Task { point, number, by, .. } => format!("{about}/task/{point}/{number}/{by}"),
            Self::Certificate { .. } => format!("{about}/certificate"),
            Self::Extract { mark, .. } => format!("{about}/extract/{mark}"),
            Self::Sheet { sheet, .. } => format!("{about}/sheet/{sheet}"),
            Self::Alarm { .. } => format!("{about}/alarm"),
        }
    }
}

/// A letter that is wished for now and is of use until the meeting is over.
pub(super) fn letter_of(
    meeting: &Meeting,
    (person_id, matter): (Uuid, Matter),
    now: DateTime<Utc>,
) -> anyhow::Result<NewLetter> {
    let ends = meeting.ends_at.unwrap_or(now);
    let is_soon = meeting.version > 0 || meeting.starts_at.is_some_and(|at| at - now < SOON);
    let is_many = matches!(matter, Matter::Notice { .. }) && !is_soon;
    Ok(NewLetter {
        person_id,
        capability: NAME,
        matter: serde_json::to_value(matter)?,
        class: if is_many { Class::Bulk } else { Class::Notice },
        is_urgent: true,
        wish: Wish::Instant(now),
        event_at: None,
        useless_after: if meeting.state == MeetingState::Cancelled { ends.max(now + SOON) } else { ends },
        dedup_key: matter.key(person_id),
        cause: meeting.cause(),
    })
}

/// A letter that is wished for later.
fn reminder(
    meeting: &Meeting,
    (person, matter): (Uuid, Matter),
    (at, useless_after): (DateTime<Utc>, DateTime<Utc>),
) -> anyhow::Result<NewLetter> {
    let letter = letter_of(meeting, (person, matter), at)?;
    let (class, wish) = (Class::Reminder, Wish::Instant(at));
    Ok(NewLetter { class, wish, event_at: meeting.starts_at, useless_after, ..letter })
}

/// What is said to somebody in time: before the meeting if they come, before answers end if they are silent. Both are written
/// for everybody; which is said is decided when its moment has come.
pub(super) fn reminders_of(app: &App, meeting: &Meeting, person: Uuid) -> anyhow::Result<Vec<NewLetter>> {
    let (id, version, now) = (meeting.id, meeting.version, app.clock.now());
    let Some(starts_at) = meeting.starts_at.filter(|_| meeting.is_ahead(now)) else { return Ok(Vec::new()) };
    let kind = app.meeting_kinds.of(&meeting.programme.kind);
    let mut letters = Vec::new();
    for rung in rungs(&kind.remind_hours, starts_at, now) {
        let matter = Matter::Reminder { id, version, hours: rung.hours };
        letters.push(reminder(meeting, (person, matter), (rung.at, rung.useless_after))?);
    }
    if let Some(until) = meeting.answer_by
        && let Some(at) = nudge_at(until, now)
    {
        letters.push(reminder(meeting, (person, Matter::Nudge { id, version }), (at, until))?);
    }
    Ok(letters)
}

/// Owes somebody who came by themselves what everybody is told in time.
pub async fn owe_reminders(app: &App, tx: &mut Tx, meeting: &Meeting, person: Uuid) -> anyhow::Result<()> {
    let letters = reminders_of(app, meeting, person)?;
    outbox::owe_all(tx, &letters, app.clock.now()).await?;
    Ok(())
}

/// Everything that is owed to somebody who was called to this version of a meeting. Whoever calls knows what they did.
pub(super) fn letters_to(app: &App, meeting: &Meeting, invited: &Invited) -> anyhow::Result<Vec<NewLetter>> {
    let is_open = meeting.state == MeetingState::Open;
    let is_told = is_open || (invited.told >= 0 && invited.reply != Reply::Declined);
    let mut letters = Vec::new();
    let is_told = is_told && !meeting.is_over(app.clock.now());
    if is_told && meeting.organiser != Some(invited.person) {
        let is_first = invited.told < 0;
        let notice = Matter::Notice { id: meeting.id, version: meeting.version, is_first };
        letters.push(letter_of(meeting, (invited.person, notice), app.clock.now())?);
    }
    if is_open {
        letters.extend(reminders_of(app, meeting, invited.person)?);
    }
    Ok(letters)
}

/// The words of a letter as things are when it is sent; nothing where they are not so any more.
pub fn render<'a>(app: &'a App, letter: &'a Letter, texts: &'a Texts) -> BoxFuture<'a, anyhow::Result<Told>> {
    async move {
        if let Some(told) = plans::told(app, letter, texts).await? {
            return Ok(told);
        }
        if let Some(told) = sharing::told(app, letter, texts).await? {
            return Ok(told);
        }
        let matter: Matter = serde_json::from_value(letter.matter.clone())?;
        let Some(meeting) = store::find_meeting(&app.db, matter.meeting()).await? else {
            return Ok(Told::Nothing);
        };
        if let Matter::Alarm { .. } = matter {
            return Ok(Told::Say(view::alarm_wording(&meeting, &app.meeting_kinds, texts)));
        }
        match matter {
            Matter::Task { point, number, by, .. } => {
                return tasks::told(app, &meeting, (point, number, by), texts).await;
            }
            Matter::Certificate { .. } => {
                return given::certificate_told(app, &meeting, letter.person_id, texts).await;
            }
            Matter::Extract { .. } => {
                return given::extract_told(app, &meeting, letter.person_id, texts).await;
            }
            Matter::Sheet { sheet, .. } => return sheets::told(app, (sheet, letter.person_id), texts).await,
            _ => {}
        }
        let found = store::find_invited(&app.db, meeting.id, letter.person_id).await?;
        let Some(invited) = found.filter(|invited| is_still_so(&meeting, invited, matter, app.clock.now()))
        else {
            return Ok(Told::Nothing);
        };
        let card = card_of(app, &meeting, (letter.person_id, Some(invited)), texts).await?;
        let has_file = invited.file.is_some_and(|version| version < meeting.version);
        Ok(Told::Say(worded(&Lettered { card, has_file }, matter, texts)))
    }
    .boxed()
}

/// Whether a letter still says what is so.
fn is_still_so(meeting: &Meeting, invited: &Invited, matter: Matter, now: DateTime<Utc>) -> bool {
    let is_open = meeting.state == MeetingState::Open;
    match matter {
        Matter::Notice { version, .. } => {
            let is_of_use = if is_open { !meeting.is_over(now) } else { invited.reply != Reply::Declined };
            version == meeting.version && is_of_use
        }
        Matter::Reminder { version, .. } => {
            version == meeting.version && meeting.is_ahead(now) && invited.reply == Reply::Coming
        }
        Matter::Nudge { version, .. } => {
            let is_silent = matches!(invited.reply, Reply::Silent | Reply::Unsure);
            version == meeting.version && meeting.takes_answers(now) && is_silent
        }
        Matter::Offer { until, .. } => {
            let is_held = invited.reply == Reply::Offered && invited.offered_until == Some(until);
            meeting.is_ahead(now) && is_held && now < until
        }
        Matter::PassedOn { .. } => meeting.takes_answers(now) && invited.reply == Reply::Silent,
        Matter::Task { .. }
        | Matter::Certificate { .. }
        | Matter::Extract { .. }
        | Matter::Sheet { .. }
        | Matter::Alarm { .. } => true,
    }
}

fn worded(view: &Lettered<'_>, matter: Matter, texts: &Texts) -> outbox::Wording {
    let meeting = view.card.meeting;
    match matter {
        Matter::Notice { .. } if meeting.state == MeetingState::Cancelled => {
            view::cancelled_wording(view, texts)
        }
        Matter::Notice { is_first: false, .. } => view::moved_wording(view, texts),
        Matter::Reminder { hours, .. } => view::reminder_wording(view, hours, texts),
        Matter::Nudge { .. } => view::nudge_wording(view, texts),
        Matter::Offer { until, .. } => view::offer_wording(view, until, texts),
        Matter::PassedOn { .. } => view::passed_on_wording(view, texts),
        Matter::Notice { .. }
        | Matter::Task { .. }
        | Matter::Certificate { .. }
        | Matter::Extract { .. }
        | Matter::Sheet { .. }
        | Matter::Alarm { .. } => view::notice_wording(view, texts),
    }
}
