//! Tells the owners of a bad day at once and past the letters, which lie in the database that may be the very thing that
//! is gone; and that it is over.
//! Not here: what owners are told by letter (`owners`); finding out how the service is, which is `health`'s.
//! Promises: one message for a trouble and one for its end, no second trouble of a part within a quarter of an hour; of a
//! database that several replicas share only one of them tells.
#![expect(clippy::disallowed_methods, reason = "a letter cannot tell that letters cannot be kept")]

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use tokio::time::{Instant, sleep};
use tokio_util::sync::CancellationToken;

use super::{store, view};
use crate::{
    app::App,
    health::Part,
    messenger::{CallFailure, ContactKey, Messenger, MessengerKind, Screen},
    texts::{Language, Texts},
};

/// How often it looks at how the service is.
const LOOK: Duration = Duration::from_secs(1);
/// A trouble that is over sooner is not worth a word: PostgreSQL that is restarted takes a few seconds.
const PATIENCE: Duration = Duration::from_secs(15);
/// So long a part has to be well before it is called well.
const STEADY: Duration = Duration::from_secs(3);
/// So long after the last trouble of a part nobody is told of another.
const REST: Duration = Duration::from_secs(15 * 60);
/// A word that reached nobody is tried again after this.
const AGAIN: Duration = Duration::from_secs(30);
/// A silence of the messenger that lasted longer is told of afterwards; while it lasts, nobody can be told.
const LONG_SILENCE: TimeDelta = TimeDelta::minutes(10);
/// How often it is looked up which languages the owners speak: when they need it, nobody can be asked.
const LOOK_UP: Duration = Duration::from_secs(600);

/// Tells the owners; cheap to clone, all clones know the same.
#[derive(Clone)]
pub struct Alarm {
    app: App,
    messenger: Arc<dyn Messenger>,
    speaks: Arc<AtomicBool>,
}

impl Alarm {
    /// Tells the owners of this installation through `messenger`.
    #[must_use]
    pub fn new(app: App, messenger: Arc<dyn Messenger>) -> Self {
        Self { app, messenger, speaks: Arc::default() }
    }

    /// This replica tells of what all replicas share, or leaves that to another.
    pub fn speaks(&self, does: bool) {
        self.speaks.store(does, Ordering::Relaxed);
    }

    /// Tells what is to be told, until `stop`.
    pub async fn run(self, stop: CancellationToken) {
        let mut followed = [Part::Database, Part::Clock, Part::Messenger].map(Followed::new);
        let (mut owners, mut looked_up) = (self.owners().await, Instant::now());
        while stop.run_until_cancelled(sleep(LOOK)).await.is_some() {
            let health = self.app.health.conditions();
            let is_well = |part| health.iter().any(|found| found.part == part && found.finding.is_ok());
            if looked_up.elapsed() > LOOK_UP && is_well(Part::Database) {
                (owners, looked_up) = (self.owners().await, Instant::now());
            }
            for one in &mut followed {
                let (at, now) = (Instant::now(), self.app.clock.now());
                let Some(news) = one.look(is_well(one.part), at, now) else { continue };
                let is_ours = one.part != Part::Database || self.speaks.load(Ordering::Relaxed);
                let said = is_ours && self.tell(&owners, |texts| news.screen(one.part, texts)).await;
                one.was_told(news, said || !is_ours && matches!(news, News::Over(_)), at);
            }
        }
    }

    /// The owners' ids, and the language each of them has chosen.
    async fn owners(&self) -> Vec<(String, Language)> {
        let mut owners = Vec::new();
        for owner in &self.app.settings.owners {
            let kind = MessengerKind::Telegram.as_str();
            let chosen = store::find_language(&self.app.db, kind, owner).await.ok().flatten();
            let language = chosen.and_then(|code| Language::from_tag(&code));
            owners.push((owner.clone(), language.unwrap_or(self.app.settings.language)));
        }
        owners
    }

    /// Returns whether nothing is left to be tried.
    async fn tell(&self, owners: &[(String, Language)], news: impl Fn(&Texts) -> Option<Screen>) -> bool {
        let mut reached = owners.is_empty();
        for (owner, language) in owners {
            let Some(screen) = news(&self.app.texts.in_language(*language)) else { return true };
            let to = ContactKey { messenger: self.messenger.kind(), external_id: owner.clone() };
            for post in screen.posts() {
                match self.messenger.send(&to, &post).await {
                    Ok(_) | Err(CallFailure::Unreachable(_) | CallFailure::Refused(_)) => reached = true,
                    Err(failure) => tracing::warn!(%failure, "an owner could not be told of a bad day"),
                }
            }
        }
        reached
    }
}

/// What there is to be told of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum News {
    /// It is not well.
    Trouble,
    /// It is well again, after so long.
    Over(TimeDelta),
}

impl News {
    fn screen(self, part: Part, texts: &Texts) -> Option<Screen> {
        match self {
            Self::Trouble => view::trouble(part, texts),
            Self::Over(length) => view::trouble_over(part, length, texts),
        }
    }
}

/// One part, and what the owners know of it.
struct Followed {
    part: Part,
    /// Since when it is not well, by the steady watch and by the clock.
    ill_since: Option<(Instant, DateTime<Utc>)>,
    well_since: Option<(Instant, DateTime<Utc>)>,
    /// Whether this trouble was told.
    is_told: bool,
    told_at: Option<Instant>,
    tried_at: Option<Instant>,
}

impl Followed {
    fn new(part: Part) -> Self {
        Self { part, ill_since: None, well_since: None, is_told: false, told_at: None, tried_at: None }
    }

    /// Takes down how the part is; says what is worth telling now.
    fn look(&mut self, is_well: bool, at: Instant, now: DateTime<Utc>) -> Option<News> {
        if is_well {
            let ((_, began), (well_at, ended)) = (self.ill_since?, *self.well_since.get_or_insert((at, now)));
            if at - well_at < STEADY || self.was_tried(at) {
                return None;
            }
            let length = ended - began;
            let is_news = self.is_told || self.part == Part::Messenger && length >= LONG_SILENCE;
            if !is_news {
                self.ill_since = None;
            }
            return is_news.then_some(News::Over(length));
        }
        self.well_since = None;
        let (ill_at, _) = *self.ill_since.get_or_insert((at, now));
        let may_be_told = self.part != Part::Messenger
            && !self.is_told
            && at - ill_at >= PATIENCE
            && self.told_at.is_none_or(|told_at| at - told_at >= REST)
            && !self.was_tried(at);
        may_be_told.then_some(News::Trouble)
    }

    fn was_tried(&self, at: Instant) -> bool {
        self.tried_at.is_some_and(|tried_at| at - tried_at < AGAIN)
    }

    /// Takes down that the owners were told, or could not be.
    fn was_told(&mut self, news: News, is_said: bool, at: Instant) {
        self.tried_at = (!is_said).then_some(at);
        match news {
            _ if !is_said => {}
            News::Trouble => (self.is_told, self.told_at) = (true, Some(at)),
            News::Over(_) => (self.is_told, self.ill_since) = (false, None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is told of a part that is looked at every second, of which each word of `days` is so many seconds well or ill.
    fn told(part: Part, days: &[(bool, u64)]) -> Vec<(u64, News)> {
        let (start, began) = (Instant::now(), DateTime::<Utc>::UNIX_EPOCH);
        let (mut followed, mut second, mut told) = (Followed::new(part), 0, Vec::new());
        for (is_well, seconds) in days {
            for _ in 0..*seconds {
                let at = start + Duration::from_secs(second);
                let now = began + TimeDelta::seconds(i64::try_from(second).expect("few"));
                if let Some(news) = followed.look(*is_well, at, now) {
                    followed.was_told(news, true, at);
                    told.push((second, news));
                }
                second += 1;
            }
        }
        told
    }

    #[test]
    fn a_trouble_is_told_once_and_its_end_once() {
        let over = |seconds| News::Over(TimeDelta::seconds(seconds));
        assert_eq!(told(Part::Database, &[(true, 60), (false, 14), (true, 60)]), []);
        assert_eq!(
            told(Part::Database, &[(true, 60), (false, 100), (true, 2), (false, 20), (true, 60)]),
            [(75, News::Trouble), (185, over(122))]
        );
        let often = told(Part::Database, &[(false, 60), (true, 60)].repeat(30));
        assert_eq!(often.len(), 8, "an hour of ups and downs: {often:?}");
    }

    #[test]
    fn a_silence_of_the_messenger_is_told_afterwards_if_it_was_long() {
        assert_eq!(told(Part::Messenger, &[(true, 10), (false, 300), (true, 60)]), []);
        assert_eq!(
            told(Part::Messenger, &[(true, 10), (false, 900), (true, 60)]),
            [(913, News::Over(TimeDelta::seconds(900)))]
        );
    }
}
