//! A request for a consultation: its states, who may do what with it, when which reminder is due.
//! Not here: storage, screens, the clock.

mod catalogue;
mod group;
mod matching;
mod reports;
mod request;
mod service_calendar;
mod state;
mod times;
mod working_time;

#[cfg(test)]
mod tests;

pub use catalogue::{ConsultationRules, PriorityMark};
pub use group::{GroupConsultation, GroupMember};
pub use matching::{Askable, rank};
pub use reports::{ConsultationFigures, ReportPeriod, without_few};
pub use request::ConsultationRequest;
pub use service_calendar::{CalendarLine, ServiceBreak, read_calendar, with_lines};
pub use state::{Move, RequestState, Step, Wave};
pub use times::{ProposedTime, TimeFault, read_times};
pub use working_time::{Week, WorkingTime};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::units::{Role, RoleAt, Unit};

/// Whether somebody who holds these roles gives requests of a municipality to others.
#[must_use]
pub fn may_coordinate(roles: &[RoleAt], municipality: Uuid) -> bool {
    holds(roles, &[Role::Coordinator, Role::RegionalCoordinator], municipality)
}

/// Whether somebody who holds these roles answers requests of a municipality.
#[must_use]
pub fn may_answer(roles: &[RoleAt], municipality: Uuid) -> bool {
    holds(roles, &[Role::Methodologist, Role::Coordinator, Role::RegionalCoordinator], municipality)
}

fn holds(roles: &[RoleAt], any: &[Role], municipality: Uuid) -> bool {
    let place = Unit::Municipality(municipality);
    roles.iter().any(|held| any.contains(&held.role) && held.unit.covers(place))
}

/// What somebody is called.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct CalledName {
    /// Who.
    pub person_id: Uuid,
    /// Фамилия.
    pub family_name: String,
    /// Имя.
    pub given_name: String,
    /// Отчество; some people have none.
    pub patronymic: Option<String>,
}

impl CalledName {
    /// «Анна Петровна», or «Анна Белова» without an отчество.
    #[must_use]
    pub fn address(&self) -> String {
        let second = self.patronymic.as_deref().unwrap_or(&self.family_name);
        format!("{} {second}", self.given_name)
    }

    /// «Белова А. П.».
    #[must_use]
    pub fn short(&self) -> String {
        let initial = |name: &str| name.chars().next().map(|first| format!(" {first}.")).unwrap_or_default();
        let patronymic = self.patronymic.as_deref().map(initial).unwrap_or_default();
        format!("{}{}{patronymic}", self.family_name, initial(&self.given_name))
    }
}

/// A request as it was put to somebody.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct RequestOffer {
    /// To whom.
    pub person_id: Uuid,
    /// How many cards they were sent.
    pub cards: i64,
    /// In which round of asking they were last asked.
    pub round: i64,
    /// Whether they said that it is not theirs.
    pub is_declined: bool,
}

/// Something that happened to a request.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct RequestEvent {
    /// What, as a word.
    pub kind: String,
    /// Who did it; nobody where it came by itself, or where they have left.
    pub actor_id: Option<Uuid>,
    /// Whom it concerned.
    pub target_id: Option<Uuid>,
    /// When.
    pub at: DateTime<Utc>,
}

/// An answer that is kept to be given again.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct CannedAnswer {
    /// Our id.
    pub id: Uuid,
    /// Whose it is; a shared one is nobody's.
    pub owner_id: Option<Uuid>,
    /// What it is found by.
    pub title: String,
    /// The words, with `{имя}` in the place of the teacher's name.
    pub words: String,
}

impl CannedAnswer {
    /// The words, said to this teacher.
    #[must_use]
    pub fn said_to(&self, teacher: &str) -> String {
        self.words.replace("{имя}", teacher).replace("{name}", teacher)
    }
}
