//! The outbox as one would tell it: a map from keys to letters, and what each statement does to them.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::What;
use crate::outbox::model::Class;

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Letter {
    pub person: usize,
    pub cause: usize,
    pub class: Class,
    pub form: &'static str,
    pub wish: DateTime<Utc>,
    pub due: DateTime<Utc>,
    pub useless: DateTime<Utc>,
    pub state: &'static str,
    pub is_planned: bool,
    pub is_over_budget: bool,
    pub is_calling: bool,
    pub tries: i64,
    /// Its pause after a failure is not over.
    pub is_paused: bool,
    pub claimed_by: Option<Uuid>,
    /// The claim's lease lasts.
    pub is_live: bool,
    pub number: i64,
    /// It was corrected since it was claimed.
    pub is_corrected: bool,
}

/// Letters by key; the correction of a letter has the key of that letter and `KEYS` more.
#[derive(Debug, Default)]
pub(super) struct Model {
    pub letters: BTreeMap<usize, Letter>,
}

pub(super) const PEOPLE: usize = 3;
const CAUSES: usize = 2;

impl Letter {
    fn is_open(&self) -> bool {
        matches!(self.state, "owed" | "unreachable")
    }

    /// Whether this claim still stands.
    pub(super) fn stands(&self, replica: Uuid, number: i64) -> bool {
        self.state == "owed" && self.claimed_by == Some(replica) && self.number == number
    }

    fn end(&mut self, state: &'static str) {
        self.state = state;
        self.give_up();
    }

    fn give_up(&mut self) {
        self.claimed_by = None;
        self.is_live = false;
        self.is_calling = false;
        self.is_paused = false;
    }
}

/// Whose letter it is, what it is about, how pressing it is: always the same for one key.
pub(super) fn person_of(key: usize) -> usize {
    key % PEOPLE
}

pub(super) fn cause_of(key: usize) -> usize {
    key % CAUSES
}

pub(super) fn class_of(key: usize) -> Class {
    Class::ALL[(key / 2) % 3]
}

impl Model {
    pub(super) fn owe(
        &mut self,
        key: usize,
        wish: DateTime<Utc>,
        useless: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> bool {
        if useless <= now {
            return false;
        }
        let number = match self.letters.get(&key) {
            Some(letter) if letter.claimed_by.is_some() => return false,
            Some(letter) if !(letter.is_open() || matches!(letter.state, "ended" | "stale")) => return false,
            Some(letter) => letter.number,
            None => 0,
        };
        let letter = Letter {
            person: person_of(key),
            cause: cause_of(key),
            class: class_of(key),
            form: "post",
            wish,
            due: now,
            useless,
            state: "owed",
            is_planned: class_of(key) != Class::Reminder && wish <= now,
            is_over_budget: false,
            is_calling: false,
            tries: 0,
            is_paused: false,
            claimed_by: None,
            is_live: false,
            number,
            is_corrected: false,
        };
        self.letters.insert(key, letter);
        true
    }

    pub(super) fn end_cause(&mut self, cause: usize) -> u64 {
        let mut ended = 0;
        for letter in self.letters.values_mut() {
            if letter.cause == cause && letter.is_open() && !letter.is_calling && letter.form != "withdrawal"
            {
                ended += u64::from(letter.claimed_by.is_none());
                letter.end("ended");
                letter.number += 1;
            }
        }
        ended
    }

    pub(super) fn correct(&mut self, key: usize, withdraw: bool, now: DateTime<Utc>) {
        let Some(letter) = self.letters.get_mut(&key) else { return };
        if letter.is_open() && letter.claimed_by.is_none() {
            if withdraw {
                letter.state = "ended";
            }
            return;
        }
        if letter.state != "delivered" && letter.claimed_by.is_none() {
            return;
        }
        let first = letter.clone();
        let useless = if first.useless > now { first.useless } else { now + TimeDelta::days(1) };
        let form = if withdraw { "withdrawal" } else { "replacement" };
        let fresh = Letter {
            form,
            due: now,
            useless,
            state: "owed",
            is_planned: true,
            is_over_budget: false,
            is_calling: false,
            tries: 0,
            is_paused: false,
            claimed_by: None,
            is_live: false,
            number: 0,
            is_corrected: false,
            ..first
        };
        let correction = self.letters.entry(key + super::KEYS).or_insert(Letter { ..fresh.clone() });
        let before = correction.clone();
        *correction = Letter {
            number: before.number,
            is_corrected: true,
            is_calling: before.is_calling,
            claimed_by: before.claimed_by,
            is_live: before.is_live,
            is_paused: before.is_paused,
            wish: before.wish,
            ..fresh
        };
    }

    pub(super) fn sweep(&mut self, now: DateTime<Utc>) -> u64 {
        let mut late = 0;
        for letter in self.letters.values_mut() {
            let is_useless = letter.useless <= now;
            if letter.state == "unreachable" && is_useless {
                letter.state = "stale";
            } else if letter.state == "owed"
                && is_useless
                && letter.form == "post"
                && !letter.is_live
                && !letter.is_calling
            {
                letter.end("stale");
                late += 1;
            } else if letter.claimed_by.is_some() && letter.is_calling && !letter.is_live {
                letter.end("unsure");
                letter.number += 1;
                late += 1;
            }
        }
        late
    }

    pub(super) fn plan(&mut self, now: DateTime<Utc>) {
        for letter in self.letters.values_mut().filter(|letter| letter.state == "owed" && !letter.is_planned)
        {
            letter.is_planned = true;
            letter.due = letter.wish.max(now);
        }
    }

    /// The keys that a worker gets, in order.
    pub(super) fn claim(&mut self, replica: Uuid, now: DateTime<Utc>) -> Vec<usize> {
        let before = self.letters.clone();
        let is_busy = |person| {
            before.values().any(|letter| letter.person == person && letter.is_open() && letter.is_live)
        };
        let waits = |key: usize| {
            key.checked_sub(super::KEYS)
                .and_then(|first| before.get(&first))
                .is_some_and(|first| first.state == "owed")
        };
        let mut claimed: Vec<usize> = before
            .iter()
            .filter(|(key, letter)| {
                letter.state == "owed"
                    && letter.is_planned
                    && letter.due <= now
                    && !letter.is_calling
                    && !letter.is_live
                    && !letter.is_paused
                    && !is_busy(letter.person)
                    && !waits(**key)
            })
            .map(|(key, _)| *key)
            .collect();
        claimed.sort_by_key(|key| (before[key].class, before[key].due));
        for key in &claimed {
            if let Some(letter) = self.letters.get_mut(key) {
                letter.claimed_by = Some(replica);
                letter.is_live = true;
                letter.is_corrected = false;
                letter.number += 1;
            }
        }
        claimed
    }

    /// Whether the claim stood; if so, the letter is what the settlement says.
    pub(super) fn settle(&mut self, key: usize, claim: (Uuid, i64), what: What, now: DateTime<Utc>) -> bool {
        let Some(letter) = self.letters.get_mut(&key) else { return false };
        if !letter.stands(claim.0, claim.1) {
            return false;
        }
        if letter.is_corrected
            && matches!(what, What::Delivered | What::Unreachable | What::Refused | What::Ended)
        {
            letter.give_up();
            return true;
        }
        match what {
            What::Delivered => letter.end("delivered"),
            What::Unreachable => letter.end("unreachable"),
            What::Refused => letter.end("refused"),
            What::Ended => letter.end("ended"),
            What::GivenBack => letter.give_up(),
            What::Retry => {
                letter.give_up();
                letter.tries += 1;
                letter.is_paused = true;
            }
            What::Wait { hours, is_over_budget } => {
                letter.give_up();
                letter.due = now + TimeDelta::hours(hours);
                letter.is_over_budget = is_over_budget;
            }
        }
        true
    }

    pub(super) fn park(&mut self, person: usize) {
        for letter in self.letters.values_mut() {
            if letter.person == person && letter.state == "owed" && letter.claimed_by.is_none() {
                letter.state = "unreachable";
            }
        }
    }

    pub(super) fn wake(&mut self, person: usize) {
        for letter in self.letters.values_mut() {
            if letter.person == person && letter.state == "unreachable" {
                letter.state = "owed";
                letter.is_planned = letter.form != "post" || letter.is_over_budget;
            }
        }
    }

    /// The leases of these replicas are over.
    pub(super) fn lapse(&mut self, is_over: impl Fn(Uuid) -> bool) {
        for letter in self.letters.values_mut() {
            if letter.claimed_by.is_some_and(&is_over) {
                letter.is_live = false;
            }
        }
    }

    pub(super) fn pauses_pass(&mut self) {
        self.letters.values_mut().for_each(|letter| letter.is_paused = false);
    }
}
