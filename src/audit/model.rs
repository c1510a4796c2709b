//! What was done with somebody's data. Not here: whether it was allowed; whoever did it was asked before.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::units::Role;

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// The card of another person was opened.
    SawCard,
    /// A role was given.
    GaveRole,
    /// A role was ended.
    EndedRole,
    /// The end of a role was taken back.
    ReturnedRole,
    /// Somebody was taken into an association.
    AddedMember,
    /// Somebody was taken out of an association.
    RemovedMember,
    /// The marks of a school were changed; the entry is about the school.
    MarkedSchool,
    /// Somebody who came by an invitation was not given its role.
    DeclinedRole,
    /// An invitation was written; it is about nobody but whoever wrote it.
    Invited,
    /// An invitation was revoked.
    RevokedInvitation,
    /// A list of people was taken in; it is about whoever did it.
    ImportedList,
    /// Somebody of a list and somebody who came in became one person.
    JoinedPeople,
    /// They were parted again.
    PartedPeople,
    /// A role ended because its holder left the school.
    LeftRole,
    /// The list of people was taken as a table.
    TookPeople,
    /// The audit was taken as a table.
    TookAudit,
    /// Somebody was confirmed to be who they say.
    ConfirmedPerson,
    /// A candidate was admitted to the pool of methodologists.
    JoinedPool,
    /// A member was taken out of it, or made a candidate again.
    LeftPool,
    /// Somebody was admitted to it although checks were missing.
    OverrodeChecks,
    /// Another account of a person was attached by a code.
    AddedAccount,
    /// The accounts of somebody became another's: one person.
    JoinedAccounts,
    /// An account was taken from a person again.
    PartedAccounts,
    /// A newcomer was not given the place of a lost account.
    DeclinedAccount,
    /// A sheet of courses was taken in; it is about whoever did it.
    ImportedCourses,
    /// Something was sent to many, or put in line for its moment.
    SentToMany,
    /// What is sent to many was held up.
    HeldSend,
    /// It was let go on.
    ReleasedSend,
    /// It was broken off, or never begun.
    StoppedSend,
    /// What had been sent was put in other words.
    CorrectedSend,
    /// What had been sent was taken back.
    RecalledSend,
    /// The profile of deficits was looked at, which its owner shares with a request.
    SawProfile,
}

impl Deed {
    const ALL: [Self; 32] = [
        Self::SawCard,
        Self::GaveRole,
        Self::EndedRole,
        Self::ReturnedRole,
        Self::AddedMember,
        Self::RemovedMember,
        Self::MarkedSchool,
        Self::DeclinedRole,
        Self::Invited,
        Self::RevokedInvitation,
        Self::ImportedList,
        Self::JoinedPeople,
        Self::PartedPeople,
        Self::LeftRole,
        Self::TookPeople,
        Self::TookAudit,
        Self::ConfirmedPerson,
        Self::JoinedPool,
        Self::LeftPool,
        Self::OverrodeChecks,
        Self::AddedAccount,
        Self::JoinedAccounts,
        Self::PartedAccounts,
        Self::DeclinedAccount,
        Self::ImportedCourses,
        Self::SentToMany,
        Self::HeldSend,
        Self::ReleasedSend,
        Self::StoppedSend,
        Self::CorrectedSend,
        Self::RecalledSend,
        Self::SawProfile,
    ];

    /// The word stored in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SawCard => "saw-card",
            Self::GaveRole => "gave-role",
            Self::EndedRole => "ended-role",
            Self::ReturnedRole => "returned-role",
            Self::AddedMember => "added-member",
            Self::RemovedMember => "removed-member",
            Self::MarkedSchool => "marked-school",
            Self::DeclinedRole => "declined-role",
            Self::Invited => "invited",
            Self::RevokedInvitation => "revoked-invitation",
            Self::ImportedList => "imported-list",
            Self::JoinedPeople => "joined-people",
            Self::PartedPeople => "parted-people",
            Self::LeftRole => "left-role",
            Self::TookPeople => "took-people",
            Self::TookAudit => "took-audit",
            Self::ConfirmedPerson => "confirmed-person",
            Self::JoinedPool => "joined-pool",
            Self::LeftPool => "left-pool",
            Self::OverrodeChecks => "overrode-checks",
            Self::AddedAccount => "added-account",
            Self::JoinedAccounts => "joined-accounts",
            Self::PartedAccounts => "parted-accounts",
            Self::DeclinedAccount => "declined-account",
            Self::ImportedCourses => "imported-courses",
            Self::SentToMany => "sent-to-many",
            Self::HeldSend => "held-send",
            Self::ReleasedSend => "released-send",
            Self::StoppedSend => "stopped-send",
            Self::CorrectedSend => "corrected-send",
            Self::RecalledSend => "recalled-send",
            Self::SawProfile => "saw-profile",
        }
    }

    /// Reads the stored word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|deed| deed.as_str() == word)
    }
}

/// An entry to be written in the transaction of its deed.
#[derive(Debug, Clone, Copy)]
pub struct NewEntry {
    /// Who did it.
    pub actor: Uuid,
    /// To whose data, or to which school; one's own id where it was nobody's in particular.
    pub subject: Uuid,
    /// What.
    pub deed: Deed,
    /// The role that it was about, if any.
    pub role: Option<Role>,
    /// In which municipality; none where it concerns the region.
    pub municipality: Option<Uuid>,
    /// Capability and verb of the press that did it.
    pub source: &'static str,
}

/// An entry as it is read.
#[derive(Debug, Clone)]
pub struct Entry {
    /// When.
    pub happened_at: DateTime<Utc>,
    /// What the one who did it is called, while we know them.
    pub actor: Option<String>,
    /// What the other, or the school, is called, while we know them.
    pub subject: Option<String>,
    /// What was done.
    pub deed: Deed,
    /// The role that it was about.
    pub role: Option<Role>,
}

/// One page of a list that may go on.
#[derive(Debug, Clone)]
pub struct Page {
    /// Its entries, the newest first.
    pub entries: Vec<Entry>,
    /// Which page it is, from 0.
    pub number: usize,
    /// Whether older ones follow.
    pub has_more: bool,
}

/// Entries on a page: what a phone shows without much scrolling.
const PER_PAGE: usize = 8;
/// The last page that can be turned to.
const LAST_PAGE: usize = 999;

impl Page {
    /// How many of the newest entries have to be read for a page, one more than it shows.
    #[must_use]
    pub fn needed(number: usize) -> usize {
        (number.min(LAST_PAGE) + 1) * PER_PAGE + 1
    }

    /// Cuts a page out of the newest entries, which may come from several lists.
    #[must_use]
    pub fn cut(mut newest: Vec<Entry>, number: usize) -> Self {
        newest.sort_by_key(|entry| std::cmp::Reverse(entry.happened_at));
        let last = newest.len().saturating_sub(1) / PER_PAGE;
        let number = number.min(LAST_PAGE).min(last);
        let has_more = newest.len() > (number + 1) * PER_PAGE;
        let entries = newest.into_iter().skip(number * PER_PAGE).take(PER_PAGE).collect();
        Self { entries, number, has_more }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(count: i64) -> Vec<Entry> {
        let entry = |second| Entry {
            happened_at: DateTime::from_timestamp(second, 0).expect("an instant"),
            actor: None,
            subject: None,
            deed: Deed::SawCard,
            role: None,
        };
        (0..count).map(entry).collect()
    }

    #[test]
    fn pages_are_cut_from_the_newest_on() {
        for (count, number, expected) in [(0, 0, (0, 0, false)), (9, 0, (8, 0, true)), (9, 1, (1, 1, false))]
        {
            let page = Page::cut(entries(count), number);
            assert_eq!((page.entries.len(), page.number, page.has_more), expected);
        }
        assert_eq!(Page::cut(entries(17), 0).entries[0].happened_at.timestamp(), 16);
        assert_eq!(Page::cut(entries(3), usize::MAX).number, 0);
        assert!(Page::needed(usize::MAX) < 10_000);
    }

    #[test]
    fn a_deed_is_read_back_as_it_was_written() {
        assert!(Deed::ALL.iter().all(|deed| Deed::from_word(deed.as_str()) == Some(*deed)));
    }
}
