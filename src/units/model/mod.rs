//! Nouns of the place: municipalities, schools of every kind, who works where as what, and who answers for what.
//! Not here: storage, screens, the clock.

mod associations;
mod calendar;
mod catalogue;
mod district;
mod roles;
mod search;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use associations::{Association, AssociationKind, NewAssociation, SchoolMark};
pub use catalogue::{Catalogue, Post, PostGroup, Subject, SubjectList};
pub use district::{District, DistrictSchool, RouteRule, read_districts};
pub use roles::{HeldRole, NewRole, Right, Role, RoleAt, Unit, may, units_with};
pub use search::{is_meant, is_nearly_meant, is_slip, search_key};

/// What an organisation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SchoolKind {
    /// Школа.
    School,
    /// Гимназия.
    Gymnasium,
    /// Лицей.
    Lyceum,
    /// Детский сад.
    Kindergarten,
    /// Дополнительное образование.
    Additional,
    /// Коррекционная школа.
    Correctional,
    /// Филиал.
    Branch,
    /// Школа-интернат.
    Boarding,
    /// Колледж, техникум.
    Vocational,
}

impl SchoolKind {
    /// The word in the content files and in the database.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::School => "school",
            Self::Gymnasium => "gymnasium",
            Self::Lyceum => "lyceum",
            Self::Kindergarten => "kindergarten",
            Self::Additional => "additional",
            Self::Correctional => "correctional",
            Self::Branch => "branch",
            Self::Boarding => "boarding",
            Self::Vocational => "vocational",
        }
    }

    /// What people call such an organisation when they look for it.
    pub(in crate::units) fn search_words(self) -> &'static str {
        match self {
            Self::School => "школа сош оош",
            Self::Gymnasium => "гимназия школа",
            Self::Lyceum => "лицей школа",
            Self::Kindergarten => "детский сад садик доу",
            Self::Additional => "дополнительное образование допобразование удо дом творчества кружки",
            Self::Correctional => "коррекционная школа",
            Self::Branch => "филиал",
            Self::Boarding => "школа интернат",
            Self::Vocational => "колледж техникум училище спо",
        }
    }
}

/// A municipality.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Municipality {
    /// Our id.
    pub id: Uuid,
    /// Full name.
    pub title: String,
    /// Name on a button.
    pub short_title: String,
    /// The service that is the operator of personal data.
    pub service_title: String,
    /// Where that service sits; empty where the file does not say.
    pub service_address: String,
    /// IANA zone.
    pub time_zone: String,
    /// What typed words are looked for in.
    pub search_key: String,
}

/// An organisation where people work.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct School {
    /// Our id.
    pub id: Uuid,
    /// Where it belongs.
    pub municipality_id: Uuid,
    /// Full name.
    pub title: String,
    /// Name on a button.
    pub short_title: String,
    /// Where it stands.
    pub settlement: String,
    /// Is a school with low results (ШНОР).
    pub low_results: bool,
    /// Works in difficult social conditions.
    pub difficult_conditions: bool,
    /// What typed words are looked for in.
    pub search_key: String,
}

/// A place of work that has not ended.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Employment {
    /// Our id.
    pub id: Uuid,
    /// The municipality of the school.
    pub municipality_id: Uuid,
    /// Its full name.
    pub municipality_title: String,
    /// Its IANA zone.
    pub time_zone: String,
    /// The school.
    pub school_id: Uuid,
    /// Its full name.
    pub school_title: String,
    /// Its name on a button.
    pub school_short_title: String,
    /// Id of the post.
    pub post: String,
    /// Whether it is the main one; a person with places has exactly one.
    pub is_main: bool,
    /// Since when we know of it.
    pub began_at: DateTime<Utc>,
    /// Ids of the subjects taught there.
    #[sqlx(skip)]
    pub subjects: Vec<String>,
}

impl Employment {
    /// The group of the post; unknown if the content files no longer have the post.
    #[must_use]
    pub fn post_group(&self, catalogue: &Catalogue) -> Option<PostGroup> {
        catalogue.post(&self.post).map(|post| post.group)
    }
}

/// A place of work as a list names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedEmployment {
    /// Our id.
    pub id: Uuid,
    /// Whose.
    pub person_id: Uuid,
    /// The municipality of the school.
    pub municipality_id: Uuid,
    /// The school.
    pub school_id: Uuid,
    /// Id of the post.
    pub post: String,
    /// Ids of the subjects taught there.
    pub subjects: Vec<String>,
    /// The share of a full post, in percent.
    pub share_percent: Option<i64>,
}

/// A place of work to be written down.
#[derive(Debug, Clone)]
pub struct NewEmployment {
    /// Whose.
    pub person_id: Uuid,
    /// The school.
    pub school_id: Uuid,
    /// Id of the post.
    pub post: String,
    /// Ids of the subjects taught there.
    pub subjects: Vec<String>,
}
