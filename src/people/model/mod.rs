//! Nouns and rules of people: how far somebody has come in, and what they are called.
//! Not here: storage, screens, the clock.

mod consent;
mod dates;
mod draft;
mod name;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use consent::ConsentText;
pub use dates::{
    DateFault, LAST_YEARS_PAGE, career_years, check_career_year, is_early_career, is_under_35,
    read_birth_date, read_career_year,
};
pub use draft::{Asks, Draft, Purpose, Step};
pub use name::{FullName, NameFault};

use crate::texts::Language;

/// How a person is reached on one messenger.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Contact {
    /// Our id.
    pub id: Uuid,
    /// Whose it is; nobody's before consent.
    pub person_id: Option<Uuid>,
    /// `live` or `blocked`.
    pub state: String,
    /// When it was last heard of, to the day; unknown for one of earlier releases.
    pub seen_at: Option<DateTime<Utc>>,
}

impl Contact {
    /// Whether the person shut us out when we last heard of it.
    #[must_use]
    pub fn is_blocked(&self) -> bool {
        self.state == "blocked"
    }

    /// Whether it is worth writing down that the contact was heard of at `now`: once a day is enough.
    #[must_use]
    pub fn is_news(&self, now: DateTime<Utc>) -> bool {
        self.seen_at.is_none_or(|seen| now - seen >= TimeDelta::days(1))
    }
}

/// A person as far as we know them.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Person {
    /// Our id.
    pub id: Uuid,
    /// Фамилия.
    pub family_name: Option<String>,
    /// Имя.
    pub given_name: Option<String>,
    /// Отчество; some people have none.
    pub patronymic: Option<String>,
    /// The year in which the pedagogical career began.
    pub career_began_year: Option<i64>,
    /// Told only if the person wished to.
    pub birth_date: Option<NaiveDate>,
    /// The chosen language, as its code.
    pub language: Option<String>,
    /// The chosen IANA zone; without one the municipality's applies.
    pub time_zone: Option<String>,
    /// Quiet hours begin, in minutes after local midnight.
    pub quiet_from_minute: i64,
    /// Quiet hours end, in minutes after local midnight.
    pub quiet_to_minute: i64,
    /// When registration was finished.
    pub registered_at: Option<DateTime<Utc>>,
    /// Whether the consent text in force was agreed to.
    pub consented: bool,
}

/// Somebody whom a list names, without a contact and without a consent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedPerson {
    /// Our id.
    pub id: Uuid,
    /// What they are called.
    pub name: FullName,
    /// When they were born, if the list says.
    pub birth_date: Option<NaiveDate>,
}

/// How far somebody has come in. Each stage includes the ones before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Anybody, also before consent.
    Stranger,
    /// Agreed to the processing of personal data.
    Consented,
    /// Said who they are and where they work.
    Registered,
}

impl Person {
    /// How far this person has come in.
    #[must_use]
    pub fn standing(&self) -> Standing {
        match (self.consented, self.registered_at) {
            (false, _) => Standing::Stranger,
            (true, None) => Standing::Consented,
            (true, Some(_)) => Standing::Registered,
        }
    }

    /// The language this person chose.
    #[must_use]
    pub fn chosen_language(&self) -> Option<Language> {
        self.language.as_deref().and_then(Language::from_tag)
    }

    /// The name in its parts, once it was said.
    #[must_use]
    pub fn name(&self) -> Option<FullName> {
        let (family, given) = (self.family_name.clone()?, self.given_name.clone()?);
        Some(FullName { family, given, patronymic: self.patronymic.clone() })
    }

    /// Whether the person is in the first three years of work; unknown without the year it began.
    #[must_use]
    pub fn is_early_career(&self, today: NaiveDate) -> Option<bool> {
        self.career_began_year.map(|year| is_early_career(year, today))
    }

    /// Quiet hours as minutes after local midnight, from and to; none if they were switched off.
    #[must_use]
    pub fn quiet_minutes(&self) -> Option<(i64, i64)> {
        (self.quiet_from_minute != self.quiet_to_minute)
            .then_some((self.quiet_from_minute, self.quiet_to_minute))
    }
}

/// How a person is spoken to: имя и отчество; empty before the name was said.
#[must_use]
pub fn display_name(person: &Person) -> String {
    person.name().map(|name| name.address()).unwrap_or_default()
}

/// A consent that was given.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Consent {
    /// Number and date of the text's version.
    pub version: String,
    /// When it was given.
    pub given_at: DateTime<Utc>,
}

/// A consent as evidence: what was agreed to, when, and where.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct GivenConsent {
    /// Number and date of the text's version.
    pub version: String,
    /// SHA-256 of the text, in hexadecimal.
    pub text_hash: String,
    /// The word of the messenger on which it was given.
    pub messenger: String,
    /// When it was given.
    pub given_at: DateTime<Utc>,
    /// The exact text, where it was kept.
    pub text: Option<String>,
}
