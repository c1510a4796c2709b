//! The pacer's book: which slots are taken, what each chat was sent lately, what is held and until when.
//! Not here: waiting. The book is told the time and says what may go at it.

use std::{
    collections::{HashMap, VecDeque},
    time::Duration,
};

use tokio::time::Instant;

use super::Lane;

/// Sends that answers may make on top of what letters may: with 28 for letters, the 30 that Telegram documents
/// (<https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this>).
const MARGIN_OF_ANSWERS: u32 = 2;
const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);
/// One chat gets one message a second in the long run, and this many at once after a pause.
const BURST: u32 = 5;
/// What a group takes in a minute.
const GROUP_SLOTS: usize = 20;

/// Places that are taken from the grant of a call until some time after its reply.
#[derive(Debug, Default)]
struct Slots {
    in_flight: usize,
    /// When places become free again, in order.
    resting: VecDeque<Instant>,
}

impl Slots {
    fn taken(&self, now: Instant) -> usize {
        self.in_flight + self.resting.len() - self.resting.partition_point(|until| *until <= now)
    }

    fn take(&mut self, now: Instant) {
        let free = self.resting.partition_point(|until| *until <= now);
        self.resting.drain(..free);
        self.in_flight += 1;
    }

    fn rest_until(&mut self, until: Instant) {
        self.in_flight = self.in_flight.saturating_sub(1);
        self.resting.push_back(until);
    }

    /// When the next place becomes free; without a reply to wait out, in a second at the latest.
    fn next_free(&self, now: Instant) -> Instant {
        self.resting.iter().copied().find(|until| *until > now).unwrap_or(now + SECOND)
    }
}

/// One conversation.
#[derive(Debug)]
struct Chat {
    is_group: bool,
    /// The bucket of its bursts, told as the instant at which it will be full again.
    full_at: Instant,
    slots: Slots,
    /// When the messenger last took something for it.
    taken_at: Option<Instant>,
    held_until: Option<Instant>,
}

impl Chat {
    fn new(is_group: bool, now: Instant) -> Self {
        Self { is_group, full_at: now, slots: Slots::default(), taken_at: None, held_until: None }
    }

    /// When it may be sent something, as far as its own pace goes; `None` is now.
    fn free_at(&self, now: Instant) -> Option<Instant> {
        let missing = self.full_at.saturating_duration_since(now);
        let bucket = missing.checked_sub(SECOND * (BURST - 1)).filter(|wait| !wait.is_zero());
        let is_full_group = self.is_group && self.slots.taken(now) >= GROUP_SLOTS;
        let group = is_full_group.then(|| self.slots.next_free(now));
        bucket.map(|wait| now + wait).max(group)
    }

    fn is_idle(&self, now: Instant) -> bool {
        let is_past = |instant: &Instant| *instant <= now;
        self.slots.taken(now) == 0
            && is_past(&self.full_at)
            && self.held_until.as_ref().is_none_or(is_past)
            && self.taken_at.is_none_or(|at| now - at > MINUTE)
    }
}

/// The book of one replica.
#[derive(Debug)]
pub(super) struct Book {
    /// Letters within a second, by all replicas together; 0 is no pace at all.
    per_second: u32,
    replicas: u32,
    /// What every call takes, answers included.
    slots: Slots,
    /// What letters take besides.
    letters: Slots,
    /// When the next letter may go, so that letters stand evenly.
    next_letter: Instant,
    held_until: Option<Instant>,
    chats: HashMap<String, Chat>,
    next_sweep: Instant,
}

impl Book {
    pub(super) fn new(per_second: u32, now: Instant) -> Self {
        Self {
            per_second,
            replicas: 1,
            slots: Slots::default(),
            letters: Slots::default(),
            next_letter: now,
            held_until: None,
            chats: HashMap::new(),
            next_sweep: now + MINUTE,
        }
    }

    pub(super) fn share_with(&mut self, replicas: usize) {
        self.replicas = u32::try_from(replicas).unwrap_or(u32::MAX).max(1);
    }

    /// When everything, if that is held, opens again.
    pub(super) fn held_until(&self, now: Instant) -> Option<Instant> {
        self.held_until.filter(|until| *until > now)
    }

    /// When this chat, if it is held, opens again.
    pub(super) fn chat_held_until(&self, chat: &str, now: Instant) -> Option<Instant> {
        self.chats.get(chat)?.held_until.filter(|until| *until > now)
    }

    /// When this lane may send, as far as all chats together go; `None` is now.
    pub(super) fn free_at(&self, lane: Lane, now: Instant) -> Option<Instant> {
        if self.per_second == 0 {
            return None;
        }
        let all = self.per_second.saturating_add(MARGIN_OF_ANSWERS);
        let slots = (self.slots.taken(now) >= self.share_of(all)).then(|| self.slots.next_free(now));
        if lane == Lane::Answers {
            return slots;
        }
        let letters =
            (self.letters.taken(now) >= self.share_of(self.per_second)).then(|| self.letters.next_free(now));
        let spacing = (self.next_letter > now).then_some(self.next_letter);
        slots.max(letters).max(spacing)
    }

    /// When this chat may be sent something, as far as its own pace goes; `None` is now.
    pub(super) fn chat_free_at(&self, chat: &str, now: Instant) -> Option<Instant> {
        if self.per_second == 0 {
            return None;
        }
        self.chats.get(chat)?.free_at(now)
    }

    /// Takes a slot for a call that begins now.
    pub(super) fn begin(&mut self, lane: Lane, (chat, is_group): (&str, bool), now: Instant) {
        self.forget_idle(now);
        self.slots.take(now);
        if let Some(interval) = self.interval().filter(|_| lane != Lane::Answers) {
            self.letters.take(now);
            // One interval of credit makes up for a timer that woke late.
            let credit = now.checked_sub(interval).unwrap_or(now);
            self.next_letter = self.next_letter.max(credit) + interval;
        }
        let chat = self.chats.entry(chat.to_owned()).or_insert_with(|| Chat::new(is_group, now));
        chat.slots.take(now);
        chat.full_at = chat.full_at.max(now) + SECOND;
    }

    /// The call is over: `asked` is how long the messenger wants to be left alone, if it took nothing.
    pub(super) fn end(&mut self, lane: Lane, (chat, asked): (&str, Option<Duration>), now: Instant) {
        self.slots.rest_until(now + SECOND);
        if lane != Lane::Answers {
            self.letters.rest_until(now + SECOND);
        }
        let Some(known) = self.chats.get_mut(chat) else { return };
        known.slots.rest_until(if known.is_group { now + MINUTE } else { now });
        match asked {
            None => known.taken_at = Some(now),
            Some(asked) => self.hold(chat, asked, now),
        }
    }

    /// Holds the chat that was refused, or everything: see [`super::Pacer`] for the rule.
    fn hold(&mut self, chat: &str, asked: Duration, now: Instant) {
        let until = now.checked_add(asked).unwrap_or(now + MINUTE);
        let others = self.chats.iter().filter(|(name, _)| *name != chat);
        let other = others.filter_map(|(_, other)| other.held_until).filter(|held| *held > now).max();
        let Some(known) = self.chats.get_mut(chat) else { return };
        known.held_until = known.held_until.max(Some(until));
        let is_likely_the_chat = known.taken_at.is_some_and(|at| now - at <= MINUTE);
        if !is_likely_the_chat || other.is_some() {
            self.held_until = self.held_until.max(other).max(Some(until));
        }
    }

    /// This replica's share of so many slots.
    fn share_of(&self, slots: u32) -> usize {
        usize::try_from((slots / self.replicas).max(1)).unwrap_or(usize::MAX)
    }

    /// From one letter of this replica to the next; `None` without a pace.
    fn interval(&self) -> Option<Duration> {
        (self.per_second > 0)
            .then(|| Duration::from_secs_f64(f64::from(self.replicas) / f64::from(self.per_second)))
    }

    fn forget_idle(&mut self, now: Instant) {
        if self.next_sweep <= now {
            self.chats.retain(|_, chat| !chat.is_idle(now));
            self.next_sweep = now + MINUTE;
        }
    }

    #[cfg(test)]
    pub(super) fn known_chats(&self) -> usize {
        self.chats.len()
    }
}
