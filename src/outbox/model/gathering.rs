//! What is said to one person now, and with what: reminders due together are one message, and what goes beyond the
//! weekly budget waits for a digest.
//! Not here: the words, and the calendar that says when anything may be said at all.

#[cfg(test)]
mod tests;

use chrono::{DateTime, TimeDelta, Utc};

use super::{Class, Form, Letter, Plan, Rhythm};

/// How much a person may be told unasked in a civil week, and how much they have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// Messages a week.
    pub most: i64,
    /// Messages that counted since Monday.
    pub said: i64,
    /// When the last digest went out.
    pub last_digest_at: Option<DateTime<Utc>>,
}

/// What is done with letters of one person.
#[derive(Debug, Clone, PartialEq)]
pub enum Course {
    /// They are said now, in one message.
    Say(Vec<Letter>),
    /// It waits until this instant.
    Wait {
        /// The letter.
        letter: Letter,
        /// Until when.
        until: DateTime<Utc>,
        /// It went beyond the budget and waits for the digest.
        is_over_budget: bool,
    },
    /// It was not said in time.
    Stale(Letter),
}

/// Sending takes time: what was due before quiet began may still go out for so long.
const GRACE: TimeDelta = TimeDelta::minutes(15);
/// Beyond the budget there is at most one digest in this time.
const BETWEEN_DIGESTS: TimeDelta = TimeDelta::days(1);

/// Decides about the letters of one person that are due now.
#[must_use]
pub fn gather(letters: Vec<Letter>, rhythm: &Rhythm, budget: Budget, now: DateTime<Utc>) -> Vec<Course> {
    let mut round = Round { rhythm, budget, now, courses: Vec::new() };
    let (mut reminders, mut digest) = (Vec::new(), Vec::new());
    for letter in letters {
        match round.when(&letter) {
            Moment::Now if letter.form != Form::Post => round.courses.push(Course::Say(vec![letter])),
            Moment::Now if letter.is_over_budget => digest.push(letter),
            Moment::Now if letter.class == Class::Reminder => reminders.push(letter),
            Moment::Now => round.say_or_hold(vec![letter]),
            Moment::Later(until) => {
                let is_over_budget = letter.is_over_budget;
                round.courses.push(Course::Wait { letter, until, is_over_budget });
            }
            Moment::Never => round.courses.push(Course::Stale(letter)),
        }
    }
    round.say_or_hold(reminders);
    round.say_digest(digest);
    round.courses
}

enum Moment {
    Now,
    Later(DateTime<Utc>),
    Never,
}

struct Round<'a> {
    rhythm: &'a Rhythm,
    budget: Budget,
    now: DateTime<Utc>,
    courses: Vec<Course>,
}

impl Round<'_> {
    fn when(&self, letter: &Letter) -> Moment {
        if letter.useless_after <= self.now {
            return Moment::Never;
        }
        // A correction makes no sound, and what it corrects has been said.
        if letter.form != Form::Post {
            return Moment::Now;
        }
        if letter.due_at > self.now {
            return self.when_early(letter);
        }
        let is_late_only_by_sending =
            self.now - letter.due_at <= GRACE && self.rhythm.allows(letter.due_at, letter.event_at);
        match self.rhythm.plan(&letter.timing(letter.due_at), self.now) {
            _ if is_late_only_by_sending => Moment::Now,
            Plan::At(at) if at <= self.now => Moment::Now,
            Plan::At(at) => Moment::Later(at),
            Plan::Never => Moment::Never,
        }
    }

    /// Some are brought along before they are due, to be said together with one that is.
    fn when_early(&self, letter: &Letter) -> Moment {
        if self.rhythm.allows(self.now, letter.event_at) { Moment::Now } else { Moment::Later(letter.due_at) }
    }

    /// Says letters in one message if the budget allows for one more, else keeps them for the digest.
    fn say_or_hold(&mut self, letters: Vec<Letter>) {
        let counts = letters.iter().any(|letter| !letter.is_urgent);
        if letters.is_empty() {
            return;
        }
        if counts && self.budget.said >= self.budget.most {
            let (urgent, rest) = letters.into_iter().partition(|letter| letter.is_urgent);
            self.say_or_hold(urgent);
            rest.into_iter().for_each(|letter| self.hold(letter));
            return;
        }
        self.budget.said += i64::from(counts);
        self.courses.push(Course::Say(letters));
    }

    fn hold(&mut self, letter: Letter) {
        let until = self.digest_at(&letter).max(self.now + TimeDelta::seconds(1));
        self.courses.push(Course::Wait { letter, until, is_over_budget: true });
    }

    /// The digest comes when the next week begins; for what would be useless by then, while it still is of use.
    fn digest_at(&self, letter: &Letter) -> DateTime<Utc> {
        let limit = letter.event_at.map_or(letter.useless_after, |event| event.min(letter.useless_after));
        let next_week = self.rhythm.next_week_begins(self.now);
        if next_week < limit {
            return next_week;
        }
        self.rhythm.last_allowed_before(limit, letter.event_at).unwrap_or(self.now)
    }

    fn say_digest(&mut self, letters: Vec<Letter>) {
        if letters.is_empty() {
            return;
        }
        let free_at = self.budget.last_digest_at.map_or(self.now, |last| last + BETWEEN_DIGESTS);
        if free_at <= self.now {
            self.courses.push(Course::Say(letters));
            return;
        }
        for letter in letters {
            let until = free_at.max(letter.due_at);
            let course = if until < letter.useless_after {
                Course::Wait { letter, until, is_over_budget: true }
            } else {
                Course::Stale(letter)
            };
            self.courses.push(course);
        }
    }
}
