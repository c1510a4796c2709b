//! Writing down what became of claimed letters. A claim that was lost changes nothing any more.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::types::Json;
use uuid::Uuid;

use super::{Claimed, lease_now};
use crate::{db::Tx, execute, messenger::MessageRef};

/// What became of a claimed letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settlement {
    /// The person has it: where its messages stand, and the letter in whose message it was said.
    Delivered {
        /// The contact that it went to.
        contact: Uuid,
        /// Its messages, in order; none if a companion's message said it, or if it was taken back.
        messages: Vec<MessageRef>,
        /// The first letter of the message.
        said_with: Uuid,
    },
    /// Sending failed and is tried again after a pause.
    Retry(Duration),
    /// It waits until this instant, perhaps for a digest.
    Wait {
        /// Until when.
        until: DateTime<Utc>,
        /// It waits for the digest.
        is_over_budget: bool,
    },
    /// It was not said in time.
    Stale,
    /// The person cannot be reached.
    Unreachable,
    /// The messenger refused it for good.
    Refused(String),
    /// What it was about is no more.
    Ended,
    /// It was not touched: somebody may take it again.
    GivenBack,
}

/// The state, and what is said about it, of a letter that is over; `None` while it is still owed.
fn ending(settlement: &Settlement) -> Option<(&'static str, Option<&str>)> {
    match settlement {
        Settlement::Delivered { .. } => Some(("delivered", None)),
        Settlement::Stale => Some(("stale", Some("late"))),
        Settlement::Refused(why) => Some(("refused", Some(why))),
        Settlement::Ended => Some(("ended", None)),
        Settlement::Unreachable => Some(("unreachable", None)),
        Settlement::Retry(_) | Settlement::Wait { .. } | Settlement::GivenBack => None,
    }
}

/// Writes a settlement down; says whether the claim still stood.
pub async fn settle(
    tx: &mut Tx,
    claimed: &Claimed,
    settlement: &Settlement,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let changed = match ending(settlement) {
        Some((state, why)) => end(tx, claimed, (state, why, settlement), now).await?,
        None => give_back(tx, claimed, settlement).await?,
    };
    if let Settlement::Delivered { contact, messages, .. } = settlement
        && changed
    {
        for (position, message) in (0_i64..).zip(messages) {
            add_message(tx, claimed.letter.id, (*contact, position, message), now).await?;
        }
    }
    Ok(changed)
}

/// A correction that was corrected itself while it was on its way stays owed: it fell due anew.
async fn end(
    tx: &mut Tx,
    claimed: &Claimed,
    ending: (&str, Option<&str>, &Settlement),
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let (state, why, settlement) = ending;
    let said_with = match settlement {
        Settlement::Delivered { said_with, .. } => Some(*said_with),
        _ => None,
    };
    let changed = execute!(
        tx,
        sqlx::query(
            "UPDATE letters SET state = CASE WHEN due_at = $8 OR of_letter IS NULL THEN $4 ELSE 'owed' END,
                 outcome = $5, settled_at = CASE WHEN due_at = $8 OR of_letter IS NULL THEN $6 END, said_with = $7,
                 claimed_by = NULL, held_until = NULL, is_calling = FALSE
             WHERE id = $1 AND claimed_by = $2 AND claim_number = $3 AND state = 'owed'"
        )
        .bind(claimed.letter.id)
        .bind(claimed.replica)
        .bind(claimed.number)
        .bind(state)
        .bind(why)
        .bind(now)
        .bind(said_with)
        .bind(claimed.letter.due_at)
    )?;
    Ok(changed == 1)
}

async fn give_back(tx: &mut Tx, claimed: &Claimed, settlement: &Settlement) -> sqlx::Result<bool> {
    let (failed, pause) = match settlement {
        Settlement::Retry(pause) => (1, TimeDelta::from_std(*pause).unwrap_or(TimeDelta::hours(1))),
        _ => (0, TimeDelta::zero()),
    };
    let (due_at, is_over_budget) = match settlement {
        Settlement::Wait { until, is_over_budget } => (*until, *is_over_budget),
        _ => (claimed.letter.due_at, claimed.letter.is_over_budget),
    };
    let held_until = (failed == 1).then_some(lease_now(tx).await? + pause);
    let changed = execute!(
        tx,
        sqlx::query(
            "UPDATE letters SET claimed_by = NULL, held_until = $4, tries = tries + $5, due_at = $6,
                 is_over_budget = $7, is_calling = FALSE
             WHERE id = $1 AND claimed_by = $2 AND claim_number = $3 AND state = 'owed'"
        )
        .bind(claimed.letter.id)
        .bind(claimed.replica)
        .bind(claimed.number)
        .bind(held_until)
        .bind(failed)
        .bind(due_at)
        .bind(is_over_budget)
    )?;
    Ok(changed == 1)
}

async fn add_message(
    tx: &mut Tx,
    letter: Uuid,
    place: (Uuid, i64, &MessageRef),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let (contact, position, message) = place;
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO letter_messages (letter_id, contact_id, position, message, sent_at)
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT (letter_id, contact_id, position) DO UPDATE
             SET message = excluded.message, sent_at = excluded.sent_at"
        )
        .bind(letter)
        .bind(contact)
        .bind(position)
        .bind(Json(message))
        .bind(now)
    )?;
    Ok(())
}

/// From now until its settlement the letter may or may not have been said. Returns whether the claim still stood.
pub async fn mark_calling(tx: &mut Tx, claimed: &Claimed) -> sqlx::Result<bool> {
    let changed = execute!(
        tx,
        sqlx::query(
            "UPDATE letters SET is_calling = TRUE
             WHERE id = $1 AND claimed_by = $2 AND claim_number = $3 AND state = 'owed'"
        )
        .bind(claimed.letter.id)
        .bind(claimed.replica)
        .bind(claimed.number)
    )?;
    Ok(changed == 1)
}

/// Nothing is sent to a person who cannot be reached until they return.
pub async fn park_person(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE letters SET state = 'unreachable' WHERE person_id = $1 AND state = 'owed' AND claimed_by IS NULL"
        )
        .bind(person)
    )?;
    Ok(())
}
