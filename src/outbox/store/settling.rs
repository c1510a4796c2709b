//! Writing down what became of claimed letters. A claim that was lost changes nothing any more.

use std::{collections::HashSet, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{QueryBuilder, types::Json};
use uuid::Uuid;

use super::{Claimed, lease_now};
use crate::{
    db::{Tx, in_time},
    execute,
    messenger::MessageRef,
};

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

impl Settlement {
    /// The word that metrics count it under.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Delivered { .. } => "delivered",
            Self::Retry(_) => "put_off",
            Self::Wait { .. } => "waits",
            Self::Stale => "late",
            Self::Unreachable => "unreachable",
            Self::Refused(_) => "refused",
            Self::Ended => "ended",
            Self::GivenBack => "given_back",
        }
    }
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
    if matches!(settlement, Settlement::Delivered { .. }) {
        let delivery = (claimed.clone(), settlement.clone());
        return Ok(settle_deliveries(tx, &[&delivery], now).await? == 1);
    }
    match ending(settlement) {
        Some(ending) => end(tx, claimed, ending, now).await,
        None => give_back(tx, claimed, settlement).await,
    }
}

/// Writes many deliveries down. Returns for how many the claim still stood; the others change nothing.
pub async fn settle_deliveries(
    tx: &mut Tx,
    deliveries: &[&(Claimed, Settlement)],
    now: DateTime<Utc>,
) -> sqlx::Result<usize> {
    if deliveries.is_empty() {
        return Ok(0);
    }
    let stood: HashSet<Uuid> = match tx {
        Tx::Sqlite(on) => {
            deliveries_update(deliveries, now).build_query_scalar().fetch_all(&mut **on).await?
        }
        Tx::Pg(on) => {
            in_time(deliveries_update(deliveries, now).build_query_scalar().fetch_all(&mut **on)).await?
        }
    }
    .into_iter()
    .collect();
    let standing = deliveries.iter().filter(|(claimed, _)| stood.contains(&claimed.letter.id));
    let messages: Vec<_> = standing.flat_map(|(claimed, settlement)| places(claimed, settlement)).collect();
    if !messages.is_empty() {
        match tx {
            Tx::Sqlite(on) => {
                messages_insertion(&messages, now).build().execute(&mut **on).await.map(drop)?
            }
            Tx::Pg(on) => {
                in_time(messages_insertion(&messages, now).build().execute(&mut **on)).await.map(drop)?;
            }
        }
    }
    Ok(stood.len())
}

/// A message of a letter: which letter, at which contact, the how manieth, where it stands.
type Place<'a> = (Uuid, Uuid, i64, &'a MessageRef);

fn places<'a>(claimed: &Claimed, settlement: &'a Settlement) -> Vec<Place<'a>> {
    let Settlement::Delivered { contact, messages, .. } = settlement else { return Vec::new() };
    (0_i64..)
        .zip(messages)
        .map(|(position, message)| (claimed.letter.id, *contact, position, message))
        .collect()
}

/// A correction that was corrected meanwhile stays owed.
fn deliveries_update<D>(deliveries: &[&(Claimed, Settlement)], now: DateTime<Utc>) -> QueryBuilder<D>
where
    D: sqlx::Database,
    for<'q> Uuid: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> i64: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> DateTime<Utc>: sqlx::Encode<'q, D> + sqlx::Type<D>,
{
    let mut query = QueryBuilder::new(
        "UPDATE letters SET state = CASE WHEN outcome = 'corrected' THEN 'owed' ELSE 'delivered' END,
             settled_at = CASE WHEN outcome = 'corrected' THEN NULL ELSE ",
    );
    query.push_bind(now).push(
        " END, outcome = NULL, said_with = said.column4, claimed_by = NULL, held_until = NULL, is_calling = FALSE
         FROM (",
    );
    query.push_values(deliveries, |mut row, (claimed, settlement)| {
        let said_with = match settlement {
            Settlement::Delivered { said_with, .. } => *said_with,
            _ => claimed.letter.id,
        };
        row.push_bind(claimed.letter.id)
            .push_bind(claimed.replica)
            .push_bind(claimed.number)
            .push_bind(said_with);
    });
    query.push(
        ") AS said WHERE letters.id = said.column1 AND letters.claimed_by = said.column2
             AND letters.claim_number = said.column3 AND letters.state = 'owed' RETURNING letters.id",
    );
    query
}

fn messages_insertion<D>(messages: &[Place<'_>], now: DateTime<Utc>) -> QueryBuilder<D>
where
    D: sqlx::Database,
    for<'q> Uuid: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> i64: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> DateTime<Utc>: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> Json<MessageRef>: sqlx::Encode<'q, D> + sqlx::Type<D>,
{
    let mut query =
        QueryBuilder::new("INSERT INTO letter_messages (letter_id, contact_id, position, message, sent_at) ");
    query.push_values(messages, |mut row, (letter, contact, position, message)| {
        row.push_bind(*letter)
            .push_bind(*contact)
            .push_bind(*position)
            .push_bind(Json((*message).clone()))
            .push_bind(now);
    });
    query.push(
        " ON CONFLICT (letter_id, contact_id, position) DO UPDATE SET message = excluded.message, sent_at = excluded.sent_at",
    );
    query
}

/// A correction that was corrected meanwhile stays owed.
async fn end(
    tx: &mut Tx,
    claimed: &Claimed,
    (state, why): (&str, Option<&str>),
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let changed = execute!(
        tx,
        sqlx::query(
            "UPDATE letters SET state = CASE WHEN outcome = 'corrected' THEN 'owed' ELSE $4 END,
                 settled_at = CASE WHEN outcome = 'corrected' THEN NULL ELSE $6 END, outcome = $5,
                 claimed_by = NULL, held_until = NULL, is_calling = FALSE
             WHERE id = $1 AND claimed_by = $2 AND claim_number = $3 AND state = 'owed'"
        )
        .bind(claimed.letter.id)
        .bind(claimed.replica)
        .bind(claimed.number)
        .bind(state)
        .bind(why)
        .bind(now)
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
