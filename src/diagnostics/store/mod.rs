//! The statements about versions, attempts, answers and competence scores.
//! Not here: what an answer means.

mod attempts;
mod offers;
mod scores;

#[cfg(test)]
mod tests;

pub use attempts::{
    AttemptLine, add_attempt, delete_attempt, find_attempt, find_open, find_touched_at, forget_person,
    list_attempts, lock_attempt, mark_finished, mark_looking_at, merge_attempts, save_answer,
};
pub use offers::{Tally, count_finishers, end_offer, list_offers, save_offer, tally};
pub use scores::{
    AreaToWorkOn, NarrowedArea, add_scores, find_on_occasion, find_previous, list_found, list_narrowed,
    list_scores, list_to_work_on,
};

use chrono::{DateTime, Utc};

use super::shelf::Version;
use crate::{
    db::{Db, Tx},
    execute, read,
};

/// Publishes a version unless it is there already.
pub async fn add_version(tx: &mut Tx, version: &Version, now: DateTime<Utc>) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO questionnaire_versions (hash, questionnaire, title, source_text, published_at)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (hash) DO NOTHING"
        )
        .bind(&version.hash)
        .bind(&version.questionnaire.id)
        .bind(&version.questionnaire.title)
        .bind(&version.text)
        .bind(now)
    )?;
    Ok(())
}

/// The text of a published version.
pub async fn find_version_text(db: &Db, hash: &str) -> sqlx::Result<Option<String>> {
    read!(db, on => sqlx::query_scalar("SELECT source_text FROM questionnaire_versions WHERE hash = $1")
        .bind(hash).fetch_optional(on))
}
