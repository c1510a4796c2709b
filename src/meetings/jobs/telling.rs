//! Telling everybody who is called: their people are taken once, letters are written in batches, each with its marks in one
//! transaction, so that a crash or another replica goes on where the last batch ended.
//! Not here: the words.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::letters::{Matter, letter_of, letters_to};
use crate::{
    app::App,
    audiences,
    db::Tx,
    meetings::{
        model::{Invited, Meeting, MeetingState, Reply},
        store,
    },
    outbox,
    units::{self, Right, may},
};

/// People in one transaction: a fraction of a second, so that everybody else's writes go in between.
const BATCH: i64 = 50;

/// Does a piece of one meeting. Returns whether there is more to do at once.
pub(super) async fn tell(app: &App, meeting: &Meeting) -> anyhow::Result<bool> {
    let is_first = meeting.state == MeetingState::Open && meeting.version == 0;
    if is_first && !is_kept(app, meeting).await? {
        return raise_alarm(app, meeting).await.map(|()| false);
    }
    if meeting.taken_at.is_none() {
        return take(app, meeting).await.map(|()| true);
    }
    tell_batch(app, meeting.id).await
}

/// Whether whoever called it still may.
async fn is_kept(app: &App, meeting: &Meeting) -> anyhow::Result<bool> {
    let Some(organiser) = meeting.organiser else { return Ok(false) };
    let roles = units::roles_of(&app.db, organiser).await?;
    Ok(may(&roles, Right::CallMeetings, meeting.unit))
}

/// Asks those who coordinate there to go on with it.
async fn raise_alarm(app: &App, meeting: &Meeting) -> anyhow::Result<()> {
    let now = app.clock.now();
    let coordinators = store::list_coordinators(&app.db, meeting.unit.municipality()).await?;
    let mut tx = app.db.begin().await?;
    if store::mark_alarmed(&mut tx, meeting.id, now).await? {
        for person in coordinators {
            let letter = letter_of(meeting, (person, Matter::Alarm { id: meeting.id }), now)?;
            outbox::owe(&mut tx, &letter, now).await?;
        }
    }
    tx.commit().await?;
    app.bell.ring();
    Ok(())
}

/// Writes down who is called. Whoever comes later is not, whoever leaves later is, unless they were erased.
async fn take(app: &App, meeting: &Meeting) -> anyhow::Result<()> {
    let people = match audiences::find_audience(&app.db, meeting.audience).await? {
        Some(audience) => audiences::people_of(app, &audience).await?,
        None => Vec::new(),
    };
    let schools = store::list_main_schools(&app.db, &people).await?;
    let taken: Vec<(Uuid, Option<Uuid>)> =
        people.iter().map(|person| (*person, schools.get(person).copied())).collect();
    let mut tx = app.db.begin().await?;
    store::take_people(&mut tx, meeting.id, &taken, app.clock.now()).await?;
    seat_organiser(&mut tx, meeting, app.clock.now()).await?;
    Ok(tx.commit().await?)
}

/// Whoever calls comes, unless seats are few.
async fn seat_organiser(tx: &mut Tx, meeting: &Meeting, now: DateTime<Utc>) -> anyhow::Result<()> {
    let Some(organiser) = meeting.organiser.filter(|_| meeting.capacity.is_none()) else { return Ok(()) };
    if let Some(own) = store::invited_within(tx, meeting.id, organiser).await?
        && own.reply == Reply::Silent
    {
        store::save_reply(tx, meeting.id, &Invited { reply: Reply::Coming, ..own }, now).await?;
    }
    Ok(())
}

/// Writes the next letters. The row is held, so that nothing is written of what is moved or called off at this moment.
async fn tell_batch(app: &App, id: Uuid) -> anyhow::Result<bool> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let Some(meeting) = store::lock_meeting(&mut tx, id).await? else { return Ok(false) };
    let people = store::list_lagging(&mut tx, (id, meeting.version), BATCH).await?;
    if people.is_empty() {
        store::set_telling(&mut tx, id, false).await?;
    }
    let mut letters = Vec::new();
    for invited in &people {
        letters.extend(letters_to(app, &meeting, invited)?);
    }
    outbox::owe_all(&mut tx, &letters, now).await?;
    store::mark_told(&mut tx, (id, meeting.version), &people).await?;
    tx.commit().await?;
    app.bell.ring();
    Ok(!people.is_empty())
}
