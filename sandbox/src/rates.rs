//! Telegram's sending rates as sliding windows of real time: for all chats, one chat, one group.
//! Nothing waits here: a call is counted or refused.

use crate::rules::ApiError;
use std::collections::{HashMap, VecDeque};
use std::time::{Duration, Instant};

/// How many sends are allowed; `None` switches a rule off. A violation is answered with 429.
#[derive(Debug, Clone, Copy, Default)]
pub struct Limits {
    /// Sends to all chats together within one second.
    pub per_second: Option<u32>,
    /// Sends to one chat within one second.
    pub per_chat_per_second: Option<u32>,
    /// Sends to one group within one minute.
    pub per_group_per_minute: Option<u32>,
    /// A violation of any of them closes everything for so long: no send counts until then. Without it a violation
    /// costs no more than the refused call.
    pub violation_closes: Option<Duration>,
}

impl Limits {
    /// What Telegram's documentation names: 30 a second over all, 1 a second to a chat, 20 a minute to a group.
    pub fn telegram() -> Self {
        Self {
            per_second: Some(30),
            per_chat_per_second: Some(1),
            per_group_per_minute: Some(20),
            violation_closes: None,
        }
    }
}

#[derive(Debug, Default)]
pub(crate) struct Rates {
    all: VecDeque<Instant>,
    chats: HashMap<i64, VecDeque<Instant>>,
    groups: HashMap<i64, VecDeque<Instant>>,
    closed_until: Option<Instant>,
}

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);

impl Rates {
    /// Refuses every send for the coming seconds.
    pub fn close_for(&mut self, seconds: u64) {
        self.closed_until = Some(Instant::now() + Duration::from_secs(seconds));
    }

    /// Refuses while everything is closed.
    pub fn check_open(&self) -> Result<(), ApiError> {
        let now = Instant::now();
        match self.closed_until.filter(|until| *until > now) {
            Some(until) => Err(ApiError::too_many(whole_seconds(until - now))),
            None => Ok(()),
        }
    }

    /// Counts one send to `chat`, or refuses it.
    pub fn count(&mut self, chat: i64, limits: Limits) -> Result<(), ApiError> {
        let now = Instant::now();
        self.check_open()?;
        self.forget_idle(now);
        let windows = [
            limits.per_second.map(|most| (&mut self.all, most, SECOND)),
            limits.per_chat_per_second.map(|most| (self.chats.entry(chat).or_default(), most, SECOND)),
            limits
                .per_group_per_minute
                .filter(|_| chat < 0)
                .map(|most| (self.groups.entry(chat).or_default(), most, MINUTE)),
        ];
        let mut windows: Vec<_> = windows.into_iter().flatten().collect();
        for (window, most, span) in &mut windows {
            while window.front().is_some_and(|first| now - *first >= *span) {
                window.pop_front();
            }
            if window.len() >= *most as usize {
                let free_in = window.front().map_or(*span, |first| *span - (now - *first));
                if let Some(closed) = limits.violation_closes {
                    self.closed_until = Some(now + closed);
                    return Err(ApiError::too_many(whole_seconds(closed)));
                }
                return Err(ApiError::too_many(whole_seconds(free_in)));
            }
        }
        for (window, ..) in windows {
            window.push_back(now);
        }
        Ok(())
    }

    fn forget_idle(&mut self, now: Instant) {
        if self.chats.len() > 10_000 {
            self.chats.retain(|_, window| window.back().is_some_and(|last| now - *last < SECOND));
        }
    }
}

fn whole_seconds(left: Duration) -> u64 {
    left.as_secs() + u64::from(left.subsec_nanos() > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_violation_closes_everything_for_as_long_as_it_says() {
        let span = Duration::from_millis(40);
        let limits =
            Limits { per_chat_per_second: Some(1), violation_closes: Some(span), ..Limits::default() };
        let mut rates = Rates::default();
        assert!(rates.count(1, limits).is_ok() && rates.count(2, limits).is_ok());
        assert!(rates.count(1, limits).is_err(), "the second to this chat");
        assert!(rates.count(3, limits).is_err(), "everything is closed");
        std::thread::sleep(span);
        assert!(rates.count(3, limits).is_ok());
    }

    #[test]
    fn the_asked_wait_is_what_it_closes_for() {
        let limits = Limits {
            per_second: Some(0),
            violation_closes: Some(Duration::from_secs(3)),
            ..Limits::default()
        };
        let refused = Rates::default().count(1, limits).map_err(|error| error.retry_after);
        assert_eq!(refused, Err(Some(3)));
    }
}
