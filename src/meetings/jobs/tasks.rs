//! What was decided falls due: whoever does it is reminded the day before.
//! Not here: reading decisions.

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use uuid::Uuid;

use super::letters::{Matter, letter_of};
use crate::{
    app::App,
    db::Tx,
    meetings::{
        model::{CivilSpan, Decision, Likeness, Meeting, Minutes, Participant, likeness},
        store, view,
    },
    outbox::{self, Class, NewLetter, Told, Wish},
    texts::Texts,
};

/// Owes the reminders of a point of the minutes, each to whoever of the meeting is meant; where that is nobody or several, to
/// whoever called it.
pub async fn owe_tasks(
    app: &App,
    tx: &mut Tx,
    (meeting, minutes): (&Meeting, &Minutes),
    point: usize,
) -> anyhow::Result<()> {
    let people = store::list_participants(&app.db, meeting.id).await?;
    let Some(hearing) = minutes.hearings.get(point) else { return Ok(()) };
    for (number, decision) in hearing.decisions.iter().enumerate() {
        let person = doer(&people, &decision.who).or(meeting.organiser);
        if let Some((person, by)) = person.zip(decision.by) {
            let matter = Matter::Task { id: meeting.id, point, number, by };
            owe_task(app, tx, meeting, (person, matter, by)).await?;
        }
    }
    Ok(())
}

async fn owe_task(
    app: &App,
    tx: &mut Tx,
    meeting: &Meeting,
    (person, matter, by): (Uuid, Matter, NaiveDate),
) -> anyhow::Result<()> {
    let now = app.clock.now();
    let zone = meeting.zone.parse().unwrap_or(app.settings.time_zone);
    let day = by.checked_sub_days(Days::new(1)).unwrap_or(by);
    let ten = NaiveTime::from_hms_opt(10, 0, 0);
    let at = CivilSpan { from: day, to: day, begins: ten, ends: None }.starts_at(zone);
    let letter = letter_of(meeting, (person, matter), now)?;
    let (class, wish, useless_after) = (Class::Reminder, Wish::Instant(at.max(now)), at + TimeDelta::days(2));
    outbox::owe(tx, &NewLetter { class, wish, useless_after, ..letter }, now).await?;
    Ok(())
}

/// Who of these people is meant by words such as «Иванова А. П.»; nobody where several could be.
pub(super) fn doer(people: &[Participant], who: &str) -> Option<Uuid> {
    let only = |wanted: Likeness| {
        let mut meant = people.iter().filter(|one| likeness(&one.name, who) == wanted);
        match (meant.next(), meant.next()) {
            (Some(one), None) => Ok(Some(one.person)),
            (None, _) => Ok(None),
            // Of two who fit equally well nobody is guessed.
            _ => Err(()),
        }
    };
    match only(Likeness::Same) {
        Ok(None) => only(Likeness::Perhaps).unwrap_or_default(),
        found => found.unwrap_or_default(),
    }
}

/// The words of such a reminder, if what was decided still stands in the minutes.
pub(super) async fn told(
    app: &App,
    meeting: &Meeting,
    (point, number, by): (usize, usize, NaiveDate),
    texts: &Texts,
) -> anyhow::Result<Told> {
    let minutes = store::find_minutes(&app.db, meeting.id).await?.unwrap_or_default();
    let decision: Option<&Decision> =
        minutes.hearings.get(point).and_then(|hearing| hearing.decisions.get(number));
    let Some(decision) = decision.filter(|decision| decision.by == Some(by)) else {
        return Ok(Told::Nothing);
    };
    Ok(Told::Say(view::task_wording((meeting, decision), &app.meeting_kinds, texts)))
}
