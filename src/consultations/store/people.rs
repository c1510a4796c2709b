//! The statements about whoever asks and answers: names, roles, loads; and what becomes of what they held.

use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    consultations::model::CalledName,
    db::{Db, Tx},
    execute, read,
};

/// What these people are called.
pub async fn find_names(db: &Db, people: &[Uuid]) -> sqlx::Result<Vec<CalledName>> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    macro_rules! ask {
        ($on:expr) => {{
            let mut query = QueryBuilder::new(
                "SELECT person_id, family_name, given_name, patronymic FROM person_names WHERE person_id IN (",
            );
            let mut ids = query.separated(", ");
            for person in people {
                ids.push_bind(*person);
            }
            query.push(")");
            query.build_query_as().fetch_all($on).await
        }};
    }
    match db {
        Db::Sqlite { read, .. } => ask!(read),
        Db::Pg(pool) => ask!(pool),
    }
}

/// Who holds a role: in a municipality, or in the region where none is given.
pub async fn list_holders(db: &Db, role: &str, municipality: Option<Uuid>) -> sqlx::Result<Vec<Uuid>> {
    match municipality {
        Some(municipality) => read!(db, on => sqlx::query_scalar(
            "SELECT DISTINCT person_id FROM roles_held WHERE role = $1 AND municipality_id = $2 ORDER BY person_id")
            .bind(role).bind(municipality).fetch_all(on)),
        None => read!(db, on => sqlx::query_scalar(
            "SELECT DISTINCT person_id FROM roles_held WHERE role = $1 ORDER BY person_id")
            .bind(role).fetch_all(on)),
    }
}

/// How many open requests each taker of a municipality has.
pub async fn list_loads(db: &Db, municipality: Uuid) -> sqlx::Result<Vec<(Uuid, i64)>> {
    read!(db, on => sqlx::query_as(
        "SELECT taken_by, COUNT(*) FROM consultation_requests
         WHERE municipality_id = $1 AND state IN ('taken', 'answered') AND taken_by IS NOT NULL GROUP BY taken_by")
        .bind(municipality).fetch_all(on))
}

/// Open requests whose taker may not consult there any more.
pub async fn list_orphans(db: &Db) -> sqlx::Result<Vec<Uuid>> {
    read!(db, on => sqlx::query_scalar(
        "SELECT id FROM consultation_requests c WHERE state IN ('taken', 'answered') AND NOT EXISTS (
             SELECT 1 FROM roles_held r WHERE r.person_id = c.taken_by
                 AND (r.role = 'regional_coordinator'
                      OR (r.role IN ('methodologist', 'coordinator') AND r.municipality_id = c.municipality_id)))
         ORDER BY id LIMIT 50")
        .fetch_all(on))
}

/// Days off of a municipality: `MM-DD` of every year, `YYYY-MM-DD` of one.
pub async fn list_days_off(db: &Db, municipality: Uuid) -> sqlx::Result<Vec<String>> {
    read!(db, on => sqlx::query_scalar("SELECT day FROM municipality_days_off WHERE municipality_id = $1")
        .bind(municipality).fetch_all(on))
}

/// How many questions somebody has asked, and how many they have taken.
pub async fn count_of_person(db: &Db, person: Uuid) -> sqlx::Result<(i64, i64)> {
    read!(db, on => sqlx::query_as(
        "SELECT (SELECT COUNT(*) FROM consultation_requests WHERE teacher_id = $1),
                (SELECT COUNT(*) FROM consultation_requests WHERE taken_by = $1)")
        .bind(person).fetch_one(on))
}

/// Somebody leaves. Of their questions stay subject, area and times; open ones are withdrawn, and whoever has a card of
/// one is told as soon as the upkeep comes by. What they had taken is found without a taker, and offered anew.
pub async fn forget_person(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    for statement in [
        "DELETE FROM consultation_requests WHERE teacher_id = $1 AND state = 'drafted'",
        "UPDATE consultation_requests SET state = 'withdrawn', next_at = changed_at
         WHERE teacher_id = $1 AND state IN ('sent', 'taken', 'answered')",
        "UPDATE consultation_requests SET teacher_id = NULL, school_id = NULL, summary = NULL, rating_words = NULL,
             shares_profile = FALSE, wish = NULL
         WHERE teacher_id = $1",
        "UPDATE consultation_requests SET taken_by = NULL WHERE taken_by = $1",
        "DELETE FROM consultation_offers WHERE person_id = $1",
        "DELETE FROM consultation_notes WHERE person_id = $1",
        "DELETE FROM consultation_guests WHERE person_id = $1",
        "DELETE FROM consultation_times WHERE proposed_by = $1",
        "DELETE FROM consultation_group_members WHERE person_id = $1",
        "DELETE FROM consultation_groups WHERE leader_id = $1 AND state = 'drafted'",
        "UPDATE consultation_groups SET state = 'cancelled' WHERE leader_id = $1 AND state = 'announced'",
        "UPDATE consultation_groups SET leader_id = NULL WHERE leader_id = $1",
        "DELETE FROM consultation_canned WHERE owner_id = $1",
        "UPDATE consultation_events SET actor_id = NULL WHERE actor_id = $1",
        "UPDATE consultation_events SET target_id = NULL WHERE target_id = $1",
    ] {
        execute!(tx, sqlx::query(statement).bind(person))?;
    }
    Ok(())
}

/// Makes what one person asked and took another's.
pub async fn merge_person(tx: &mut Tx, from: Uuid, into: Uuid) -> sqlx::Result<()> {
    for statement in [
        "DELETE FROM consultation_requests WHERE teacher_id = $1 AND state = 'drafted'
         AND EXISTS (SELECT 1 FROM consultation_requests o WHERE o.teacher_id = $2 AND o.state = 'drafted')",
        "UPDATE consultation_requests SET teacher_id = $2 WHERE teacher_id = $1",
        "UPDATE consultation_requests SET taken_by = $2 WHERE taken_by = $1",
        "DELETE FROM consultation_offers WHERE person_id = $1
         AND request_id IN (SELECT request_id FROM consultation_offers WHERE person_id = $2)",
        "UPDATE consultation_offers SET person_id = $2 WHERE person_id = $1",
        "DELETE FROM consultation_notes WHERE person_id = $1
         AND request_id IN (SELECT request_id FROM consultation_notes WHERE person_id = $2)",
        "UPDATE consultation_notes SET person_id = $2 WHERE person_id = $1",
        "DELETE FROM consultation_guests WHERE person_id = $1
         AND request_id IN (SELECT request_id FROM consultation_guests WHERE person_id = $2)",
        "UPDATE consultation_guests SET person_id = $2 WHERE person_id = $1",
        "DELETE FROM consultation_group_members WHERE person_id = $1
         AND group_id IN (SELECT group_id FROM consultation_group_members WHERE person_id = $2)",
        "UPDATE consultation_group_members SET person_id = $2 WHERE person_id = $1",
        "DELETE FROM consultation_groups WHERE leader_id = $1 AND state = 'drafted'
         AND EXISTS (SELECT 1 FROM consultation_groups o WHERE o.leader_id = $2 AND o.state = 'drafted')",
        "UPDATE consultation_groups SET leader_id = $2 WHERE leader_id = $1",
        "UPDATE consultation_times SET proposed_by = $2 WHERE proposed_by = $1",
        "UPDATE consultation_canned SET owner_id = $2 WHERE owner_id = $1",
        "UPDATE consultation_events SET actor_id = $2 WHERE actor_id = $1",
        "UPDATE consultation_events SET target_id = $2 WHERE target_id = $1",
    ] {
        execute!(tx, sqlx::query(statement).bind(from).bind(into))?;
    }
    Ok(())
}
