//! How much one person may ask for in a while: more than anybody taps and types, less than a flood. Kept in the memory of
//! each replica, since it only keeps a flood from costing others; what was asked for once is never asked for again.
//! Not here: keeping order among what is handled; that is the inbox's.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use crate::{
    capability::{Outcome, Tree},
    errors::Refusal,
    messenger::{ContactKey, Event, Place, Screen},
    turn::Turn,
};

/// Files that are taken in from one person within an hour: a folder of certificates at once, not a stream of them.
const FILES_PER_HOUR: f64 = 30.0;
/// Files that are put together for one person within an hour: tables, papers, copies of everything.
const HEAVY_PER_HOUR: f64 = 10.0;
/// Invitations that one person writes within an hour: one for the leader of every school of a large district, not a stream.
const INVITATIONS_PER_HOUR: f64 = 60.0;
/// Whoever went too far is heard again once this share of what is allowed at once has grown back.
const CALM: f64 = 0.2;
/// With so many people remembered, those who have long been quiet are forgotten.
const REMEMBERED: usize = 10_000;

/// What becomes of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is handled.
    Pass,
    /// It is not; the person is told so, once.
    Say,
    /// It is not, and the person has been told.
    Silence,
}

/// The gate that events of a flood do not pass.
#[must_use]
pub fn gate() -> Tree {
    dptree::filter_map(|turn: Turn| judge(&turn)).endpoint(answer)
}

/// What becomes of an event that goes too far. A screen that is shown again is no event.
fn judge(turn: &Turn) -> Option<Verdict> {
    let brings_file = match turn.incoming().event {
        Event::Blocked | Event::Unblocked => return None,
        Event::File(_) => true,
        _ => false,
    };
    if turn.shows_again() {
        return None;
    }
    let verdict = turn.app().flood.judge(&turn.incoming().contact, brings_file, Instant::now());
    (verdict != Verdict::Pass).then_some(verdict)
}

/// Says so once, in private, and nothing more until it is calm.
async fn answer(turn: Turn, verdict: Verdict) -> Outcome {
    let is_private = turn.incoming().place == Place::Private;
    if verdict == Verdict::Say && is_private {
        return Err(Refusal::because("dispatch-too-fast"));
    }
    Ok(Screen::silence())
}

/// What was asked for lately, by whom.
#[derive(Debug)]
pub struct Flood {
    events_per_minute: f64,
    people: Mutex<HashMap<ContactKey, Lately>>,
}

#[derive(Debug)]
struct Lately {
    events: Bucket,
    files: Bucket,
    heavy: Bucket,
    invitations: Bucket,
    is_closed: bool,
    is_told: bool,
}

/// So much may be asked for at once, and so much grows back in a second.
#[derive(Debug, Clone, Copy)]
struct Bucket {
    most: f64,
    per_second: f64,
    left: f64,
    at: Instant,
}

impl Bucket {
    fn new(most: f64, within: Duration, now: Instant) -> Self {
        Self { most, per_second: most / within.as_secs_f64(), left: most, at: now }
    }

    fn grow(&mut self, now: Instant) {
        let passed = now.saturating_duration_since(self.at).as_secs_f64();
        self.left = (self.left + passed * self.per_second).min(self.most);
        self.at = now;
    }

    fn take(&mut self, now: Instant) -> bool {
        self.grow(now);
        let is_enough = self.left >= 1.0;
        if is_enough {
            self.left -= 1.0;
        }
        is_enough
    }

    fn is_full(&self, now: Instant) -> bool {
        let mut later = *self;
        later.grow(now);
        later.left >= later.most
    }
}

impl Flood {
    /// A measure of so many events a minute, and as many at once; 0 sets none.
    #[must_use]
    pub fn new(events_per_minute: u32) -> Self {
        Self { events_per_minute: f64::from(events_per_minute), people: Mutex::default() }
    }

    /// Counts an event, which may bring a file.
    pub fn judge(&self, contact: &ContactKey, brings_file: bool, now: Instant) -> Verdict {
        if self.events_per_minute == 0.0 {
            return Verdict::Pass;
        }
        self.with(contact, now, |lately| {
            lately.events.grow(now);
            let is_calm = !lately.is_closed || lately.events.left >= lately.events.most * CALM;
            if is_calm && lately.events.take(now) && (!brings_file || lately.files.take(now)) {
                (lately.is_closed, lately.is_told) = (false, false);
                return Verdict::Pass;
            }
            lately.is_closed = true;
            if std::mem::replace(&mut lately.is_told, true) { Verdict::Silence } else { Verdict::Say }
        })
    }

    /// The screen of an event was not shown, because many more wait behind it: if it was the word about the flood, that has
    /// yet to be said.
    pub fn was_not_shown(&self, contact: &ContactKey) {
        if let Some(lately) = self.people.lock().unwrap_or_else(PoisonError::into_inner).get_mut(contact) {
            lately.is_told = false;
        }
    }

    /// Counts a file that is put together; whether it may be.
    pub fn admits_heavy(&self, contact: &ContactKey, now: Instant) -> bool {
        self.with(contact, now, |lately| lately.heavy.take(now))
    }

    /// Counts an invitation that is written; whether it may be.
    pub fn admits_invitation(&self, contact: &ContactKey, now: Instant) -> bool {
        self.with(contact, now, |lately| lately.invitations.take(now))
    }

    fn with<T>(&self, contact: &ContactKey, now: Instant, count: impl FnOnce(&mut Lately) -> T) -> T {
        let mut people = self.people.lock().unwrap_or_else(PoisonError::into_inner);
        if people.len() >= REMEMBERED && !people.contains_key(contact) {
            people.retain(|_, lately| {
                let buckets = [lately.events, lately.files, lately.heavy, lately.invitations];
                !buckets.iter().all(|bucket| bucket.is_full(now))
            });
        }
        let hour = Duration::from_secs(3_600);
        let fresh = || Lately {
            events: Bucket::new(self.events_per_minute, Duration::from_secs(60), now),
            files: Bucket::new(FILES_PER_HOUR, hour, now),
            heavy: Bucket::new(HEAVY_PER_HOUR, hour, now),
            invitations: Bucket::new(INVITATIONS_PER_HOUR, hour, now),
            is_closed: false,
            is_told: false,
        };
        count(people.entry(contact.clone()).or_insert_with(fresh))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messenger::MessengerKind;

    fn contact(number: usize) -> ContactKey {
        ContactKey { messenger: MessengerKind::Telegram, external_id: number.to_string() }
    }

    #[test]
    fn a_flood_is_told_once_and_heard_again_when_it_is_calm() {
        let (flood, now) = (Flood::new(60), Instant::now());
        let judge = |seconds| flood.judge(&contact(1), false, now + Duration::from_secs(seconds));
        assert!((0..60).all(|_| judge(0) == Verdict::Pass));
        assert_eq!([judge(0), judge(0), judge(11)], [Verdict::Say, Verdict::Silence, Verdict::Silence]);
        flood.was_not_shown(&contact(1));
        assert_eq!([judge(11), judge(11)], [Verdict::Say, Verdict::Silence], "what nobody saw is said again");
        assert_eq!(judge(12), Verdict::Pass);
        assert_eq!(flood.judge(&contact(2), false, now), Verdict::Pass, "others are not concerned");
    }

    #[test]
    fn whoever_taps_every_second_is_never_stopped() {
        let (flood, now) = (Flood::new(60), Instant::now());
        let judge = |second| flood.judge(&contact(1), false, now + Duration::from_secs(second));
        assert!((0..600).all(|second| judge(second) == Verdict::Pass));
    }

    #[test]
    fn files_and_heavy_work_have_a_measure_of_their_own() {
        let (flood, now) = (Flood::new(600), Instant::now());
        assert!((0..30).all(|_| flood.judge(&contact(1), true, now) == Verdict::Pass));
        assert_eq!(flood.judge(&contact(1), true, now), Verdict::Say);
        assert_eq!((0..20).filter(|_| flood.admits_heavy(&contact(1), now)).count(), 10);
        assert!(flood.admits_heavy(&contact(1), now + Duration::from_secs(360)));
        assert_eq!(Flood::new(0).judge(&contact(1), true, now), Verdict::Pass, "0 sets no measure");
    }

    #[test]
    fn invitations_have_a_measure_of_their_own() {
        let (flood, now) = (Flood::new(0), Instant::now());
        assert_eq!((0..100).filter(|_| flood.admits_invitation(&contact(1), now)).count(), 60);
        assert!(flood.admits_invitation(&contact(2), now) && flood.admits_heavy(&contact(1), now));
        assert!(flood.admits_invitation(&contact(1), now + Duration::from_secs(60)));
    }

    #[test]
    fn memory_stays_flat() {
        let (flood, now) = (Flood::new(60), Instant::now());
        for number in 0..3 * REMEMBERED {
            flood.judge(&contact(number), false, now + Duration::from_secs(number as u64));
        }
        assert!(flood.people.lock().expect("a lock").len() <= REMEMBERED);
    }
}
