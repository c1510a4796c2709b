//! What somebody's results say of an area, for whoever they show it to.
//! Not here: who may see it.

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// An area of somebody's last result.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct FoundArea {
    /// The attempt.
    pub attempt_id: Uuid,
    /// Title of the questionnaire.
    pub questionnaire: String,
    /// Title of the area.
    pub title: String,
    /// From 0 to 1.
    pub score: f64,
    /// Whether it is a deficit, a strength or neither, as a word.
    pub finding: String,
    /// Whether people rated themselves or were checked, as a word.
    pub source: String,
    /// When.
    pub measured_at: DateTime<Utc>,
}
