//! Associations of teachers: at a school or in a municipality, of which kind, and for how long; and the marks of schools.
//! Not here: who belongs to one and who heads it; rows say that.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::roles::Unit;

/// What holds an association together. Councils are associations too: members, an elected head, a life of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AssociationKind {
    /// Предметное.
    Subject,
    /// Цикла предметов.
    Cycle,
    /// Учителей начальных классов.
    Primary,
    /// Классных руководителей.
    ClassTeachers,
    /// Параллели.
    Parallel,
    /// Проектное.
    Project,
    /// Творческая группа.
    CreativeGroup,
    /// Фокус-группа.
    FocusGroup,
    /// Методический совет.
    Council,
}

/// An association of a school or, without one, of its municipality.
#[derive(Debug, Clone)]
pub struct Association {
    /// Our id.
    pub id: Uuid,
    /// Where it belongs.
    pub municipality_id: Uuid,
    /// The school, unless it is municipal.
    pub school_id: Option<Uuid>,
    /// What the school is called on a button.
    pub school_short_title: Option<String>,
    /// What holds it together.
    pub kind: AssociationKind,
    /// Id of its subject, where it has one.
    pub subject: Option<String>,
    /// Its name.
    pub title: String,
    /// The last day of one that is not permanent.
    pub open_until: Option<NaiveDate>,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
}

/// An association to be written down.
#[derive(Debug, Clone)]
pub struct NewAssociation {
    /// The municipality or the school.
    pub at: Unit,
    /// What holds it together.
    pub kind: AssociationKind,
    /// Id of its subject, where it has one.
    pub subject: Option<String>,
    /// Its name.
    pub title: String,
}

/// What sets a school apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchoolMark {
    /// ШНОР.
    LowResults,
    /// Сложные социальные условия.
    DifficultConditions,
}

impl AssociationKind {
    /// Every kind, in the order of their buttons.
    pub const ALL: [Self; 9] = [
        Self::Subject,
        Self::Cycle,
        Self::Primary,
        Self::ClassTeachers,
        Self::Parallel,
        Self::Project,
        Self::CreativeGroup,
        Self::FocusGroup,
        Self::Council,
    ];

    /// The word stored in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::Cycle => "cycle",
            Self::Primary => "primary",
            Self::ClassTeachers => "class_teachers",
            Self::Parallel => "parallel",
            Self::Project => "project",
            Self::CreativeGroup => "creative_group",
            Self::FocusGroup => "focus_group",
            Self::Council => "council",
        }
    }

    /// Reads the stored word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

impl Association {
    /// The unit at which its head holds their role.
    #[must_use]
    pub fn unit(&self) -> Unit {
        Unit::Association { municipality: self.municipality_id, school: self.school_id, id: self.id }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_read_back_as_it_was_written() {
        assert!(
            AssociationKind::ALL.iter().all(|kind| AssociationKind::from_word(kind.as_str()) == Some(*kind))
        );
    }
}
