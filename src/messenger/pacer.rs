//! One pace for everything that is sent through a messenger: answers first, nothing faster than the messenger takes.
//! Not here: what is sent, repeating a call, and the database: a replica that starts again begins with an empty book.

mod book;
#[cfg(test)]
mod tests;

use std::{
    collections::BTreeMap,
    ops::Bound,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::{
    sync::{Notify, oneshot},
    time::Instant,
};

use self::book::Book;
use super::CallFailure;

/// What a call is for. An earlier lane goes before every later one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lane {
    /// The person who just spoke waits for it.
    Answers,
    /// Somebody is told what another person did.
    Notices,
    /// Something is due at this hour.
    Reminders,
    /// One text for many.
    Bulk,
}

impl Lane {
    /// The word that metrics count it under.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Answers => "answer",
            Self::Notices => "notice",
            Self::Reminders => "reminder",
            Self::Bulk => "bulk",
        }
    }
}

/// A hold longer than this is told to whoever waits, who may have a lease to keep or better things to do.
const LONGEST_HOLD_WAITED_FOR: Duration = Duration::from_secs(10);

/// Once the messenger did not let us in, letters ask again so much later; each of them would be refused alike.
const SHUT_OUT: Duration = Duration::from_secs(10);

/// Paces the calls of one replica to one messenger; cheap to clone, all clones keep one book.
///
/// **Overall.** A call has a slot from its grant until one second after its reply. The messenger counts it somewhere
/// between the two, so with N slots it never counts more than N within a second, however the network dawdles. Letters
/// (every lane but answers) have `sends_per_second` slots and stand evenly, so that a slot becomes free every few
/// milliseconds; there are two slots more, which answers do not have to wait for.
///
/// **Per chat.** One a second, five at once after a pause; to a group no more than 20 a minute, counted in the same
/// way from the grant until a minute after the reply. Who waits for their chat holds up nobody else.
///
/// **When the messenger asks to wait**, it does not say whether it means the chat or the bot. If it took something of
/// ours for this chat within the last minute, the chat is the likely reason, and only the chat is held. If it did not,
/// or if another chat is being held already, everything is held until the latest of the asked instants. A hold is
/// never cut short.
///
/// Several replicas divide the overall pace ([`Pacer::set_share`]). The pace of a chat is not divided: the answers to
/// one contact come from one replica at a time, and letters to one person are few.
#[derive(Clone)]
pub struct Pacer(Arc<Shared>);

struct Shared {
    state: Mutex<State>,
    changed: Notify,
}

struct State {
    book: Book,
    /// Who waits, in the order in which they are served.
    queue: BTreeMap<(Lane, u64), Waiter>,
    last_number: u64,
    /// Whether the task that wakes waiters in time is running.
    is_conducted: bool,
    /// Until when letters need not ask: the messenger does not let us in.
    shut_until: Option<Instant>,
}

struct Waiter {
    chat: String,
    is_group: bool,
    sender: oneshot::Sender<Result<Permit, Duration>>,
}

impl Pacer {
    /// Paces letters to `sends_per_second`, and answers to two more; 0 leaves nothing but the holds that the messenger
    /// asks for.
    #[must_use]
    pub fn new(sends_per_second: u32) -> Self {
        let state = State {
            book: Book::new(sends_per_second, Instant::now()),
            queue: BTreeMap::new(),
            last_number: 0,
            is_conducted: false,
            shut_until: None,
        };
        Self(Arc::new(Shared { state: Mutex::new(state), changed: Notify::new() }))
    }

    /// Divides the overall pace among this many live replicas, of which this is one.
    pub fn set_share(&self, replicas: usize) {
        self.lock().book.share_with(replicas);
        self.0.changed.notify_one();
    }

    /// How long a call of this lane would be made in vain, because the messenger did not let us in just now. Answers are
    /// always tried: somebody who is heard of is let in.
    #[must_use]
    pub fn shut_for(&self, lane: Lane) -> Option<Duration> {
        let until = self.lock().shut_until.filter(|_| lane != Lane::Answers)?;
        until.checked_duration_since(Instant::now())
    }

    /// Waits until one call of this lane may go to this chat. Hold the permit during the call, then settle it.
    ///
    /// # Errors
    /// [`CallFailure::Wait`] if the chat, or everything, is held for more than ten seconds from now; nothing is to be
    /// sent before that time has passed. A shorter hold is waited for here.
    pub async fn permit(&self, lane: Lane, chat: &str, is_group: bool) -> Result<Permit, CallFailure> {
        let (sender, receiver) = oneshot::channel();
        let waiter = Waiter { chat: chat.to_owned(), is_group, sender };
        let (key, served, starts) = {
            let mut state = self.lock();
            state.last_number += 1;
            let key = (lane, state.last_number);
            state.queue.insert(key, waiter);
            let (served, waits_until) = state.serve();
            let starts = waits_until.is_some() && !std::mem::replace(&mut state.is_conducted, true);
            (key, served, starts)
        };
        let _place = Place { pacer: self, key };
        self.deliver(served);
        if starts {
            tokio::spawn(self.clone().conduct());
        } else {
            self.0.changed.notify_one();
        }
        match receiver.await {
            Ok(verdict) => verdict.map_err(CallFailure::Wait),
            Err(_) => Err(CallFailure::TryAgain("the pacer has stopped".to_owned())),
        }
    }

    /// Serves waiters as their time comes, until nobody waits.
    async fn conduct(self) {
        loop {
            let (served, wake) = {
                let mut state = self.lock();
                let (served, wake) = state.serve();
                state.is_conducted = wake.is_some();
                (served, wake)
            };
            self.deliver(served);
            let Some(wake) = wake else { return };
            tokio::select! {
                () = self.0.changed.notified() => {}
                () = tokio::time::sleep_until(wake) => {}
            }
        }
    }

    /// Hands out verdicts. Not under the lock: a permit that nobody takes any more is dropped here and needs it.
    fn deliver(&self, served: Vec<Served>) {
        for Served { lane, waiter: Waiter { chat, is_group: _, sender }, held_for } in served {
            let verdict = match held_for {
                None => Ok(Permit { pacer: self.clone(), lane, chat, asked: None }),
                Some(left) => Err(left),
            };
            let _ = sender.send(verdict);
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A waiter whose wait is over.
struct Served {
    lane: Lane,
    waiter: Waiter,
    /// How long it is held, if it is not let go.
    held_for: Option<Duration>,
}

impl State {
    /// Takes out of the queue whoever need not wait any longer. Returns when to look again; `None` if nobody waits.
    fn serve(&mut self) -> (Vec<Served>, Option<Instant>) {
        let now = Instant::now();
        if let Some(until) = self.book.held_until(now) {
            return self.hold_back(until, now);
        }
        let (mut served, mut wake, mut after) = (Vec::new(), None, Bound::Unbounded);
        while let Some((&key, waiter)) = self.queue.range((after, Bound::Unbounded)).next() {
            after = Bound::Excluded(key);
            let held_until = self.book.chat_held_until(&waiter.chat, now);
            let held_for = held_until.map(|until| until - now).filter(|left| *left > LONGEST_HOLD_WAITED_FOR);
            if held_for.is_none() {
                if let Some(at) = self.book.free_at(key.0, now) {
                    wake = sooner(wake, at);
                    break;
                }
                if let Some(at) = held_until.or_else(|| self.book.chat_free_at(&waiter.chat, now)) {
                    wake = sooner(wake, at);
                    continue;
                }
                self.book.begin(key.0, (&waiter.chat, waiter.is_group), now);
            }
            served.extend(self.queue.remove(&key).map(|waiter| Served { lane: key.0, waiter, held_for }));
        }
        (served, wake)
    }

    /// Everything is held: those who would have to wait too long are told so.
    fn hold_back(&mut self, until: Instant, now: Instant) -> (Vec<Served>, Option<Instant>) {
        let left = until - now;
        if left <= LONGEST_HOLD_WAITED_FOR {
            return (Vec::new(), (!self.queue.is_empty()).then_some(until));
        }
        let waiters = std::mem::take(&mut self.queue).into_iter();
        let told = waiters.map(|((lane, _), waiter)| Served { lane, waiter, held_for: Some(left) });
        (told.collect(), None)
    }
}

fn sooner(wake: Option<Instant>, at: Instant) -> Option<Instant> {
    Some(wake.map_or(at, |wake| wake.min(at)))
}

/// A waiter's place in the queue, given up with the wait.
struct Place<'a> {
    pacer: &'a Pacer,
    key: (Lane, u64),
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.pacer.lock().queue.remove(&self.key);
    }
}

/// The right to one call. A permit that is dropped unsettled counts as a call that was made.
#[must_use = "the call has to be made while the permit is held"]
pub struct Permit {
    pacer: Pacer,
    lane: Lane,
    chat: String,
    asked: Option<Duration>,
}

impl Permit {
    /// The reply is here: its slot becomes free a second from now, and what it asks for is kept to.
    pub fn settle<T>(mut self, result: &Result<T, CallFailure>) {
        if let Err(CallFailure::Wait(asked)) = result {
            self.asked = Some(*asked);
        }
        match result {
            Err(CallFailure::ShutOut(_)) => self.pacer.lock().shut_until = Some(Instant::now() + SHUT_OUT),
            Ok(_) => self.pacer.lock().shut_until = None,
            Err(_) => {}
        }
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        let mut state = self.pacer.lock();
        state.book.end(self.lane, (&self.chat, self.asked), Instant::now());
        drop(state);
        self.pacer.0.changed.notify_one();
    }
}
