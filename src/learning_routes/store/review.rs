//! The statements about what methodologists look at, and about whom to remind.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::{
    db::{Db, Tx},
    learning_routes::model::{FollowedLine, RouteLine},
    read, within,
};

/// Whom a route is open to: whoever accompanies it, everybody where nobody does any more, never its own teacher.
macro_rules! open_to {
    () => {
        " r.municipality_id = $1 AND r.person_id <> $2 AND (r.methodologist_id IS NULL OR r.methodologist_id = $2
          OR NOT EXISTS (SELECT 1 FROM roles_held h WHERE h.person_id = r.methodologist_id
              AND h.role = 'methodologist' AND h.municipality_id = r.municipality_id))"
    };
}

/// Routes of a municipality that wait for this methodologist to look at them, the longest waiting first.
pub async fn list_review(db: &Db, municipality: Uuid, me: Uuid) -> sqlx::Result<Vec<RouteLine>> {
    read!(db, on => sqlx::query_as(concat!(
        "SELECT r.id AS about, n.family_name, n.given_name, n.patronymic, '' AS title,
             (SELECT COUNT(*) FROM route_steps s WHERE s.route_id = r.id) AS steps,
             CAST(0 AS BIGINT) AS done, CAST(0 AS BIGINT) AS late
         FROM learning_routes r JOIN person_names n ON n.person_id = r.person_id
         WHERE r.state = 'review'
             AND NOT EXISTS (SELECT 1 FROM route_grifs g WHERE g.route_id = r.id) AND", open_to!(), " ORDER BY r.changed_at, r.id LIMIT 50"))
        .bind(municipality).bind(me).fetch_all(on))
}

/// Steps of a municipality whose evidence waits for this methodologist, the earliest due first.
pub async fn list_shown(db: &Db, municipality: Uuid, me: Uuid) -> sqlx::Result<Vec<RouteLine>> {
    read!(db, on => sqlx::query_as(concat!(
        "SELECT s.id AS about, n.family_name, n.given_name, n.patronymic, s.title,
             CAST(0 AS BIGINT) AS steps, CAST(0 AS BIGINT) AS done, CAST(0 AS BIGINT) AS late
         FROM learning_routes r JOIN route_steps s ON s.route_id = r.id
         JOIN person_names n ON n.person_id = r.person_id
         WHERE s.state = 'shown' AND r.state IN ('active', 'paused') AND", open_to!(),
        " ORDER BY s.done_on, s.id LIMIT 50"))
        .bind(municipality).bind(me).fetch_all(on))
}

/// Routes that this methodologist accompanies in a municipality, those with most that is late first.
pub async fn list_accompanied(
    db: &Db,
    (municipality, me): (Uuid, Uuid),
    today: NaiveDate,
) -> sqlx::Result<Vec<RouteLine>> {
    read!(db, on => sqlx::query_as(
        "SELECT r.id AS about, n.family_name, n.given_name, n.patronymic, '' AS title,
             (SELECT COUNT(*) FROM route_steps s WHERE s.route_id = r.id) AS steps,
             (SELECT COUNT(*) FROM route_steps s WHERE s.route_id = r.id AND s.state <> 'planned') AS done,
             (SELECT COUNT(*) FROM route_steps s WHERE s.route_id = r.id AND s.state = 'planned' AND s.due_on < $3) AS late
         FROM learning_routes r JOIN person_names n ON n.person_id = r.person_id
         WHERE r.municipality_id = $1 AND r.methodologist_id = $2 AND r.state = 'active'
         ORDER BY late DESC, n.family_name, r.id LIMIT 50")
        .bind(municipality).bind(me).bind(today).fetch_all(on))
}

/// Every route that this methodologist accompanies, with what is next and when the teacher was last heard of.
pub async fn list_followed(
    db: &Db,
    (municipality, me): (Uuid, Uuid),
    today: NaiveDate,
) -> sqlx::Result<Vec<FollowedLine>> {
    read!(db, on => sqlx::query_as(
        "SELECT r.id AS about, n.family_name, n.given_name, n.patronymic, '' AS title, r.state,
             (SELECT COUNT(*) FROM route_steps s WHERE s.route_id = r.id) AS steps,
             (SELECT COUNT(*) FROM route_steps s WHERE s.route_id = r.id AND s.state <> 'planned') AS done,
             (SELECT COUNT(*) FROM route_steps s WHERE s.route_id = r.id AND s.state = 'planned' AND s.due_on < $3
                  AND r.state = 'active') AS late,
             (SELECT s.title FROM route_steps s WHERE s.route_id = r.id AND s.state = 'planned'
              ORDER BY s.due_on, s.position LIMIT 1) AS next_title,
             (SELECT MIN(s.due_on) FROM route_steps s WHERE s.route_id = r.id AND s.state = 'planned') AS next_on,
             (SELECT MAX(e.at) FROM route_events e WHERE e.route_id = r.id AND e.actor_id = r.person_id) AS heard_at
         FROM learning_routes r JOIN person_names n ON n.person_id = r.person_id
         WHERE r.municipality_id = $1 AND r.methodologist_id = $2 AND r.state IN ('active', 'paused', 'completed')
         ORDER BY late DESC, n.family_name, n.given_name, r.id LIMIT 500")
        .bind(municipality).bind(me).bind(today).fetch_all(on))
}

/// Who accompanies routes in a municipality.
pub async fn list_methodologists(tx: &mut Tx, municipality: Uuid) -> sqlx::Result<Vec<Uuid>> {
    within!(tx, on => sqlx::query_scalar(
        "SELECT DISTINCT person_id FROM roles_held WHERE role = 'methodologist' AND municipality_id = $1
         ORDER BY person_id").bind(municipality).fetch_all(on))
}
