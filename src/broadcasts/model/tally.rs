//! How an announcement went, person by person: made of what its letters came to.
//! Not here: asking for them.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::Delivery;

/// So many letters go ahead of all others.
pub const FIRST: usize = 50;

/// How an announcement went.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Everybody it was for.
    pub people: usize,
    /// Those who have it.
    pub delivered: usize,
    /// Those whom messages do not reach.
    pub unreachable: usize,
    /// Those whose letter was refused or came too late.
    pub failed: usize,
    /// Those for whom it waits, until their morning or for a digest.
    pub waiting: usize,
    /// Those to whom it is to be sent now.
    pub left: usize,
    /// Those to whom it was not sent any more.
    pub ended: usize,
    /// Those who said that they had read it.
    pub acknowledged: usize,
    /// Of what was said: corrected or taken back.
    pub corrected: usize,
    /// Corrections that are on their way.
    pub correcting: usize,
    /// Corrections that could not be made.
    pub uncorrected: usize,
}

/// What became of one person's letter, as its word: that of the newest one, corrections apart.
#[derive(Debug, Clone, Copy)]
pub struct Became<'a> {
    /// To whom.
    pub person: Uuid,
    /// Whether it corrects another.
    pub is_correction: bool,
    /// Its state.
    pub state: &'a str,
    /// When it is due.
    pub due_at: DateTime<Utc>,
}

/// Counts people, each by their newest letter.
#[must_use]
pub fn tally(deliveries: &[Delivery], letters: &[Became<'_>], now: DateTime<Utc>) -> Tally {
    let mut newest: HashMap<Uuid, &Became<'_>> = HashMap::new();
    let mut tally = Tally { people: deliveries.len(), ..Tally::default() };
    for letter in letters {
        if !letter.is_correction {
            newest.insert(letter.person, letter);
            continue;
        }
        *match letter.state {
            "delivered" => &mut tally.corrected,
            "owed" => &mut tally.correcting,
            _ => &mut tally.uncorrected,
        } += 1;
    }
    for delivery in deliveries {
        tally.acknowledged += usize::from(delivery.acknowledged_at.is_some());
        let letter = newest.get(&delivery.person_id);
        *match letter.map_or("none", |letter| letter.state) {
            "delivered" => &mut tally.delivered,
            "unreachable" => &mut tally.unreachable,
            "refused" | "stale" | "unsure" => &mut tally.failed,
            "ended" if delivery.is_written => &mut tally.ended,
            "owed" if letter.is_some_and(|letter| letter.due_at > now) => &mut tally.waiting,
            _ => &mut tally.left,
        } += 1;
    }
    tally
}

/// Whether so many of the first letters were refused that something must be wrong: a tenth, and one at least.
#[must_use]
pub fn is_troubled(tally: Tally) -> bool {
    let first = tally.people.min(FIRST);
    tally.failed > 0 && tally.failed * 10 >= first
}
