//! The statements about whoever follows a route and whoever accompanies it, and what becomes of what they held.

use uuid::Uuid;

use crate::{
    db::{Db, Tx},
    execute, read,
};

/// Days off of a municipality: `MM-DD` of every year, `YYYY-MM-DD` of one.
pub async fn list_days_off(db: &Db, municipality: Uuid) -> sqlx::Result<Vec<String>> {
    read!(db, on => sqlx::query_scalar("SELECT day FROM municipality_days_off WHERE municipality_id = $1")
        .bind(municipality).fetch_all(on))
}

/// Whether somebody but this person accompanies routes in a municipality.
pub async fn has_methodologist(db: &Db, municipality: Uuid, person: Uuid) -> sqlx::Result<bool> {
    let count: i64 = read!(db, on => sqlx::query_scalar(
        "SELECT COUNT(*) FROM roles_held WHERE role = 'methodologist' AND municipality_id = $1 AND person_id <> $2")
        .bind(municipality).bind(person).fetch_one(on))?;
    Ok(count > 0)
}

/// Whether this person accompanies routes in a municipality.
pub async fn is_methodologist(db: &Db, municipality: Uuid, person: Uuid) -> sqlx::Result<bool> {
    let count: i64 = read!(db, on => sqlx::query_scalar(
        "SELECT COUNT(*) FROM roles_held WHERE role = 'methodologist' AND municipality_id = $1 AND person_id = $2")
        .bind(municipality).bind(person).fetch_one(on))?;
    Ok(count > 0)
}

/// How many routes are somebody's own, and how many they accompany.
pub async fn count_of_person(db: &Db, person: Uuid) -> sqlx::Result<(i64, i64)> {
    read!(db, on => sqlx::query_as(
        "SELECT (SELECT COUNT(*) FROM learning_routes WHERE person_id = $1),
                (SELECT COUNT(*) FROM learning_routes WHERE methodologist_id = $1)")
        .bind(person).fetch_one(on))
}

/// Somebody works elsewhere by now: an open route goes along to the municipality of the main place, and whoever accompanied
/// it there does so no more.
pub async fn follow_person(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE learning_routes SET methodologist_id = NULL, municipality_id = (
             SELECT w.municipality_id FROM workplaces w WHERE w.person_id = $1
             ORDER BY w.is_main DESC, w.municipality_id LIMIT 1)
         WHERE person_id = $1 AND state IN ('draft', 'review', 'active', 'paused')
             AND EXISTS (SELECT 1 FROM workplaces w WHERE w.person_id = $1)
             AND NOT EXISTS (SELECT 1 FROM workplaces w WHERE w.person_id = $1
                             AND w.municipality_id = learning_routes.municipality_id)"
        )
        .bind(person)
    )?;
    Ok(())
}

/// Somebody leaves: their routes go with steps and events; what they accompanied is open to the others again.
pub async fn forget_person(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    for statement in [
        "DELETE FROM route_nods WHERE person_id = $1 OR methodologist_id = $1",
        "DELETE FROM route_grifs WHERE route_id IN (SELECT id FROM learning_routes WHERE person_id = $1)",
        "DELETE FROM route_proposals WHERE route_id IN (SELECT id FROM learning_routes WHERE person_id = $1)",
        "DELETE FROM route_events WHERE route_id IN (SELECT id FROM learning_routes WHERE person_id = $1)",
        "DELETE FROM route_steps WHERE route_id IN (SELECT id FROM learning_routes WHERE person_id = $1)",
        "DELETE FROM learning_routes WHERE person_id = $1",
        "UPDATE learning_routes SET methodologist_id = NULL WHERE methodologist_id = $1",
        "UPDATE route_events SET actor_id = NULL WHERE actor_id = $1",
        "UPDATE route_grifs SET person_id = NULL WHERE person_id = $1",
        "UPDATE route_proposals SET author_id = NULL WHERE author_id = $1",
        "UPDATE route_kinds SET added_by = NULL WHERE added_by = $1",
        "UPDATE route_templates SET saved_by = NULL WHERE saved_by = $1",
    ] {
        execute!(tx, sqlx::query(statement).bind(person))?;
    }
    Ok(())
}

/// Two people are one: the routes of the first are the second's. Of two open ones the second's stays open.
pub async fn merge_routes(tx: &mut Tx, from: Uuid, into: Uuid) -> sqlx::Result<()> {
    for statement in [
        "UPDATE learning_routes SET state = 'stopped' WHERE person_id = $1 AND state NOT IN ('completed', 'stopped')
         AND EXISTS (SELECT 1 FROM learning_routes o WHERE o.person_id = $2
                     AND o.state NOT IN ('completed', 'stopped'))",
        "UPDATE learning_routes SET person_id = $2 WHERE person_id = $1",
        "UPDATE learning_routes SET methodologist_id = $2 WHERE methodologist_id = $1",
        "UPDATE route_events SET actor_id = $2 WHERE actor_id = $1",
        "UPDATE route_grifs SET person_id = $2 WHERE person_id = $1",
        "UPDATE route_proposals SET author_id = $2 WHERE author_id = $1",
        "UPDATE route_nods SET person_id = $2 WHERE person_id = $1",
        "UPDATE route_nods SET methodologist_id = $2 WHERE methodologist_id = $1",
        "UPDATE route_kinds SET added_by = $2 WHERE added_by = $1",
        "UPDATE route_templates SET saved_by = $2 WHERE saved_by = $1",
    ] {
        execute!(tx, sqlx::query(statement).bind(from).bind(into))?;
    }
    Ok(())
}
