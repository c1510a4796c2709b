//! Who stands in a report, and what they wrote.
//! Not here: counting them.

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Somebody in a report.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Recipient {
    /// Our id of the person.
    pub person_id: Uuid,
    /// Фамилия, if it is known.
    pub family_name: Option<String>,
    /// Имя.
    pub given_name: Option<String>,
    /// Отчество; some people have none.
    pub patronymic: Option<String>,
    /// The name of the school, as on a button.
    pub school: Option<String>,
    /// When they said that they had read it.
    pub acknowledged_at: Option<DateTime<Utc>>,
    /// Which answer they chose.
    pub choice: Option<i64>,
}

/// What somebody wrote in reply.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Answer {
    /// Фамилия, if it is known.
    pub family_name: Option<String>,
    /// Имя.
    pub given_name: Option<String>,
    /// The words.
    pub words: String,
    /// When.
    pub said_at: DateTime<Utc>,
}
