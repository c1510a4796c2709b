//! Seats that became free: each is held for whoever has waited longest, and passes on when they say nothing.
//! Not here: who gets a seat at once, which the model says.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::letters::{Matter, letter_of};
use crate::{
    app::App,
    db::Tx,
    meetings::{
        model::{Invited, Meeting, Reply, hold_until},
        store,
    },
    outbox,
};

/// Seats offered in one transaction; the work goes on with the rest.
const MOST: usize = 50;

/// Offers what is free of a meeting whose row is held.
pub async fn offer_free(tx: &mut Tx, meeting: &Meeting, now: DateTime<Utc>) -> anyhow::Result<()> {
    let Some(starts_at) = meeting.starts_at.filter(|_| meeting.is_ahead(now)) else { return Ok(()) };
    let seats = store::count_seats(tx, meeting.id, meeting.capacity).await?;
    let free = usize::try_from(seats.free()).unwrap_or(MOST).min(MOST);
    for _ in 0..free {
        let Some(person) = store::first_in_line(tx, meeting.id).await? else { break };
        let Some(waiting) = store::invited_within(tx, meeting.id, person).await? else { break };
        let until = hold_until(starts_at, now);
        let offered = Invited { reply: Reply::Offered, offered_until: Some(until), ..waiting };
        store::save_reply(tx, meeting.id, &offered, now).await?;
        let matter = Matter::Offer { id: meeting.id, until };
        outbox::owe(tx, &letter_of(meeting, (person, matter), now)?, now).await?;
    }
    Ok(())
}

/// A seat was held for somebody who said nothing until now: it goes to the next.
pub(super) async fn pass_on(app: &App, (id, person): (Uuid, Uuid)) -> anyhow::Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    if let Some(meeting) = store::lock_meeting(&mut tx, id).await?
        && let Some(invited) = store::invited_within(&mut tx, id, person).await?
        && invited.offered_until.is_some_and(|until| until <= now)
    {
        let lost = Invited { reply: Reply::Silent, offered_until: None, place: 0, ..invited };
        store::save_reply(&mut tx, id, &lost, now).await?;
        if meeting.takes_answers(now) {
            let letter = letter_of(&meeting, (person, Matter::PassedOn { id }), now)?;
            outbox::owe(&mut tx, &letter, now).await?;
        }
        offer_free(&mut tx, &meeting, now).await?;
    }
    tx.commit().await?;
    app.bell.ring();
    Ok(())
}

/// Seats that became free in another way, such as when somebody left or there are more of them.
pub(super) async fn fill(app: &App, id: Uuid) -> anyhow::Result<()> {
    let mut tx = app.db.begin().await?;
    if let Some(meeting) = store::lock_meeting(&mut tx, id).await? {
        offer_free(&mut tx, &meeting, app.clock.now()).await?;
    }
    tx.commit().await?;
    app.bell.ring();
    Ok(())
}
