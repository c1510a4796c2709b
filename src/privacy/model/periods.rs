//! How long which data is kept, and whose time has come.
//! Not here: deleting.

use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;
use uuid::Uuid;

use super::Reason;
use crate::content::Content;

/// Days that letters are kept at least: by their keys the same thing is not said again.
const LEAST_LETTERS: i64 = 30;
/// Days that acts of destruction are kept at least: three years, by order 179 of Roskomnadzor.
const LEAST_ACTS: i64 = 1_095;
/// So many days before somebody silent is erased, they are told.
const WARNING_DAYS: i64 = 30;

/// How many days which data is kept, as `retention.toml` says.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Periods {
    /// People of imported lists for whom nobody came.
    pub unclaimed: i64,
    /// An acquaintance that was begun.
    pub unfinished: i64,
    /// People who shut the bot out.
    pub blocked: i64,
    /// People of whom nothing is heard.
    pub silent: i64,
    /// Contacts that belong to nobody.
    pub strangers: i64,
    /// What the bot said by itself.
    pub letters: i64,
    /// Announcements, with what people did with them and wrote in reply.
    pub announcements: i64,
    /// Consultations that are over.
    pub consultations: i64,
    /// Meetings that are over, with who was there.
    pub meetings: i64,
    /// Names of visitors of meetings, and why people did not come.
    pub meeting_details: i64,
    /// The audit.
    pub audit: i64,
    /// Acts of destruction.
    pub acts: i64,
}

/// Since when a person is known and silent.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Presence {
    /// Our id of the person.
    pub person_id: Uuid,
    /// Since when we know of them.
    pub created_at: DateTime<Utc>,
    /// When the acquaintance was finished.
    pub registered_at: Option<DateTime<Utc>>,
    /// How many contacts they have.
    pub contacts: i64,
    /// How many of them messages reach.
    pub live_contacts: i64,
    /// When anything was last heard of them.
    pub seen_at: Option<DateTime<Utc>>,
}

/// What a person's silence comes to at some moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Their data goes now, for this reason.
    Erase(Reason),
    /// They are told that their data will go, at this instant.
    Warn(DateTime<Utc>),
}

impl Periods {
    /// Reads `retention.toml`; an error names what is wrong.
    pub fn read(content: &Content) -> anyhow::Result<Self> {
        let file = content.file("retention.toml")?;
        let periods: Self = file.parse()?;
        let all = [periods.unclaimed, periods.unfinished, periods.blocked, periods.silent, periods.strangers];
        let others = [
            &periods.audit,
            &periods.announcements,
            &periods.consultations,
            &periods.meetings,
            &periods.meeting_details,
        ];
        if all.iter().chain(others).any(|days| *days < 1) {
            anyhow::bail!("{}: a period is at least a day", file.path);
        }
        if periods.letters < LEAST_LETTERS {
            anyhow::bail!("{}: letters are kept for {LEAST_LETTERS} days at least", file.path);
        }
        if periods.announcements > periods.letters {
            anyhow::bail!("{}: announcements are told by letters, and are kept no longer", file.path);
        }
        if periods.acts < LEAST_ACTS {
            anyhow::bail!("{}: acts are kept for {LEAST_ACTS} days at least", file.path);
        }
        if periods.silent <= WARNING_DAYS {
            anyhow::bail!("{}: silent is more than the {WARNING_DAYS} days of the warning", file.path);
        }
        Ok(periods)
    }

    /// Each kind of data with its days, in the order in which people are told.
    #[must_use]
    pub fn each(&self) -> [(&'static str, i64); 12] {
        [
            ("unclaimed", self.unclaimed),
            ("unfinished", self.unfinished),
            ("blocked", self.blocked),
            ("silent", self.silent),
            ("strangers", self.strangers),
            ("letters", self.letters),
            ("announcements", self.announcements),
            ("consultations", self.consultations),
            ("meetings", self.meetings),
            ("meeting_details", self.meeting_details),
            ("audit", self.audit),
            ("acts", self.acts),
        ]
    }

    /// The instant before which something must have happened for its period to be over.
    #[must_use]
    pub fn over_since(days: i64, now: DateTime<Utc>) -> DateTime<Utc> {
        now - TimeDelta::days(days)
    }

    /// The shortest period after which a person can go.
    #[must_use]
    pub fn shortest(&self) -> i64 {
        [self.unclaimed, self.unfinished, self.blocked, self.silent - WARNING_DAYS]
            .into_iter()
            .min()
            .unwrap_or(1)
    }

    /// What a person's silence comes to.
    #[must_use]
    pub fn judge(&self, presence: &Presence, now: DateTime<Utc>) -> Option<Due> {
        let is_over = |since: DateTime<Utc>, days| now - since >= TimeDelta::days(days);
        let erase = |is_over: bool, reason| is_over.then_some(Due::Erase(reason));
        if presence.contacts == 0 {
            let is_claimed = presence.registered_at.is_some();
            return erase(!is_claimed && is_over(presence.created_at, self.unclaimed), Reason::Unclaimed);
        }
        let seen_at = presence.seen_at?;
        if presence.registered_at.is_none() {
            return erase(is_over(seen_at, self.unfinished), Reason::Unfinished);
        }
        if presence.live_contacts == 0 {
            return erase(is_over(seen_at, self.blocked), Reason::Blocked);
        }
        if is_over(seen_at, self.silent) {
            return Some(Due::Erase(Reason::Silent));
        }
        let warned = is_over(seen_at, self.silent - WARNING_DAYS);
        warned.then_some(Due::Warn(seen_at + TimeDelta::days(self.silent)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn periods() -> Periods {
        Periods::read(&Content::open(None)).expect("the shipped periods")
    }

    fn presence(contacts: (i64, i64), registered: bool, seen_days_ago: Option<i64>) -> Presence {
        let seen_at = seen_days_ago.map(|days| now() - TimeDelta::days(days));
        Presence {
            person_id: Uuid::nil(),
            created_at: now() - TimeDelta::days(2_000),
            registered_at: registered.then(|| now() - TimeDelta::days(2_000)),
            contacts: contacts.0,
            live_contacts: contacts.1,
            seen_at,
        }
    }

    fn now() -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::days(20_000)
    }

    #[test]
    fn silence_is_judged_by_who_is_silent() {
        let judged =
            |contacts, registered, seen| periods().judge(&presence(contacts, registered, seen), now());
        assert_eq!(judged((0, 0), false, None), Some(Due::Erase(Reason::Unclaimed)));
        assert_eq!(judged((0, 0), true, None), None, "who came in once is no name on a list");
        assert_eq!(judged((1, 1), false, Some(365)), Some(Due::Erase(Reason::Unfinished)));
        assert_eq!(judged((1, 1), false, Some(364)), None);
        assert_eq!(judged((2, 0), true, Some(365)), Some(Due::Erase(Reason::Blocked)));
        assert_eq!(judged((2, 1), true, Some(365)), None, "one live contact is enough");
        assert_eq!(judged((1, 1), true, Some(1_095)), Some(Due::Erase(Reason::Silent)));
        assert_eq!(judged((1, 1), true, Some(1_065)), Some(Due::Warn(now() + TimeDelta::days(30))));
        assert_eq!(judged((1, 1), true, Some(1_064)), None);
        assert_eq!(judged((1, 1), true, None), None, "a silence that is not known is none");
    }

    #[test]
    fn periods_that_the_law_does_not_allow_are_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let shipped = std::fs::read_to_string("content/retention.toml").expect("the shipped file");
        for (from, to) in [
            ("acts = 1095", "acts = 30"),
            ("letters = 430", "letters = 1"),
            ("audit = 1095", "audit = 0"),
            ("announcements = 400", "announcements = 431"),
        ] {
            std::fs::write(folder.path().join("retention.toml"), shipped.replace(from, to)).expect("written");
            assert!(Periods::read(&Content::open(Some(folder.path()))).is_err(), "{to}");
        }
    }
}
