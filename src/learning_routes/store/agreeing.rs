//! The statements about agreeing and approving: what a school asks for, who leads it, which grifs were given.
//! Not here: a methodologist's look.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::{
    db::{Db, Tx},
    execute,
    learning_routes::model::{Grif, GrifKind, RouteLine},
    read,
    units::RouteRule,
    within,
};

/// The school of somebody in a municipality, and what routes need there.
pub async fn find_school_rule(
    db: &Db,
    (municipality, person): (Uuid, Uuid),
) -> sqlx::Result<Option<(Uuid, RouteRule)>> {
    let found: Option<(Uuid, String)> = read!(db, on => sqlx::query_as(
        "SELECT w.school_id, u.route_rule FROM workplaces w JOIN school_route_rules u ON u.school_id = w.school_id
         WHERE w.municipality_id = $1 AND w.person_id = $2 ORDER BY w.is_main DESC, w.school_id LIMIT 1")
        .bind(municipality).bind(person).fetch_optional(on))?;
    Ok(found.map(|(school, rule)| (school, RouteRule::from_word(&rule).unwrap_or(RouteRule::None))))
}

/// Who leads a school, besides this person.
pub async fn list_leaders(db: &Db, school: Uuid, person: Uuid) -> sqlx::Result<Vec<Uuid>> {
    read!(db, on => sqlx::query_scalar(
        "SELECT DISTINCT person_id FROM roles_held WHERE role = 'school_leader' AND school_id = $1 AND person_id <> $2
         ORDER BY person_id").bind(school).bind(person).fetch_all(on))
}

/// Gives a grif; says whether it was not there yet.
pub async fn add_grif(
    tx: &mut Tx,
    (route, kind): (Uuid, GrifKind),
    (person, paper): (Uuid, Option<&str>),
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let added = execute!(
        tx,
        sqlx::query(
            "INSERT INTO route_grifs (route_id, kind, person_id, paper, given_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (route_id, kind) DO NOTHING"
        )
        .bind(route)
        .bind(kind.as_str())
        .bind(person)
        .bind(paper)
        .bind(now)
    )?;
    Ok(added == 1)
}

/// Takes the grifs of a route back.
pub async fn drop_grifs(tx: &mut Tx, route: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("DELETE FROM route_grifs WHERE route_id = $1").bind(route))?;
    Ok(())
}

/// Whether a grif was given.
pub async fn has_grif(tx: &mut Tx, route: Uuid, kind: GrifKind) -> sqlx::Result<bool> {
    let count: i64 = within!(tx, on => sqlx::query_scalar(
        "SELECT COUNT(*) FROM route_grifs WHERE route_id = $1 AND kind = $2")
        .bind(route).bind(kind.as_str()).fetch_one(on))?;
    Ok(count > 0)
}

/// A grif with the name of whoever gave it, as the database has it.
#[derive(sqlx::FromRow)]
pub struct GrifRow {
    kind: String,
    family_name: Option<String>,
    given_name: Option<String>,
    patronymic: Option<String>,
    paper: Option<String>,
    given_at: DateTime<Utc>,
}

impl GrifRow {
    /// The grif that the row means; none if this release does not know its kind.
    pub fn read(self) -> Option<Grif> {
        let name = [self.family_name, self.given_name, self.patronymic];
        let name: Vec<String> = name.into_iter().flatten().collect();
        let kind = GrifKind::from_word(&self.kind)?;
        Some(Grif { kind, name: name.join(" "), paper: self.paper, given_at: self.given_at })
    }
}

/// Finds the grifs of a route.
pub const GRIFS: &str = "SELECT g.kind, n.family_name, n.given_name, n.patronymic, g.paper, g.given_at
    FROM route_grifs g LEFT JOIN person_names n ON n.person_id = g.person_id
    WHERE g.route_id = $1 ORDER BY g.given_at";

/// The grifs of a route, with the names of whoever gave them.
pub async fn list_grifs(db: &Db, route: Uuid) -> sqlx::Result<Vec<Grif>> {
    let rows: Vec<GrifRow> = read!(db, on => sqlx::query_as(GRIFS).bind(route).fetch_all(on))?;
    Ok(rows.into_iter().filter_map(GrifRow::read).collect())
}

/// Routes of whoever works at a school, those first that wait for its leader, then those with most that is late.
pub async fn list_of_school(
    db: &Db,
    (school, me): (Uuid, Uuid),
    today: NaiveDate,
) -> sqlx::Result<Vec<(RouteLine, bool)>> {
    let rows: Vec<SchoolRow> = read!(db, on => sqlx::query_as(
        "SELECT r.id AS about, n.family_name, n.given_name, n.patronymic, r.state AS title,
             (SELECT COUNT(*) FROM route_steps s WHERE s.route_id = r.id) AS steps,
             (SELECT COUNT(*) FROM route_steps s WHERE s.route_id = r.id AND s.state <> 'planned') AS done,
             (SELECT COUNT(*) FROM route_steps s WHERE s.route_id = r.id AND s.state = 'planned' AND s.due_on < $3) AS late,
             r.state = 'review' AND EXISTS (SELECT 1 FROM route_grifs g WHERE g.route_id = r.id) AS awaits
         FROM workplaces w JOIN learning_routes r ON r.person_id = w.person_id AND r.municipality_id = w.municipality_id
         JOIN person_names n ON n.person_id = r.person_id
         WHERE w.school_id = $1 AND r.person_id <> $2 AND r.state IN ('review', 'active', 'paused', 'completed')
         ORDER BY awaits DESC, late DESC, n.family_name, r.id LIMIT 60")
        .bind(school).bind(me).bind(today).fetch_all(on))?;
    Ok(rows.into_iter().map(|row| (row.line, row.awaits)).collect())
}

#[derive(sqlx::FromRow)]
struct SchoolRow {
    #[sqlx(flatten)]
    line: RouteLine,
    awaits: bool,
}

/// Whether somebody works at one of these schools of a municipality.
pub async fn works_at(db: &Db, (municipality, person): (Uuid, Uuid), school: Uuid) -> sqlx::Result<bool> {
    let count: i64 = read!(db, on => sqlx::query_scalar(
        "SELECT COUNT(*) FROM workplaces WHERE municipality_id = $1 AND person_id = $2 AND school_id = $3")
        .bind(municipality).bind(person).bind(school).fetch_one(on))?;
    Ok(count > 0)
}
