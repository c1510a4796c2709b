//! The statements about routes that ended, as they were then, and about what their papers say of people and places.

use chrono::{DateTime, Utc};
use sqlx::types::Json;
use uuid::Uuid;

use crate::{
    db::{Db, Tx},
    execute,
    learning_routes::{
        model::{FrozenRoute, Grif, LearningRoute},
        store::agreeing::{GRIFS, GrifRow},
    },
    read, within,
};

/// What a route's paper says of people and places.
#[derive(Debug, Clone, Default)]
pub struct RouteFacts {
    /// Whose it is: family name, given name, patronymic.
    pub name: Option<NameRow>,
    /// Who accompanies it.
    pub methodologist: Option<NameRow>,
    /// Schools and posts where the teacher works, the main one first.
    pub places: Vec<(String, String)>,
    /// «Согласовано» and «Утверждаю» that were given here.
    pub grifs: Vec<Grif>,
    /// When it was last agreed to or begun.
    pub agreed_at: Option<DateTime<Utc>>,
    /// Names of the files that show steps; photos have none.
    pub files: Vec<(Uuid, Option<String>)>,
}

/// Family name, given name, patronymic.
pub type NameRow = (String, String, Option<String>);

const NAME: &str = "SELECT family_name, given_name, patronymic FROM person_names WHERE person_id = $1";
const PLACES: &str =
    "SELECT s.title, w.post FROM workplaces w JOIN schools_named s ON s.school_id = w.school_id
    WHERE w.person_id = $1 ORDER BY w.is_main DESC, s.title, w.post";
const AGREED: &str =
    "SELECT MAX(at) FROM route_events WHERE route_id = $1 AND deed IN ('agreed', 'began', 'approved')";
const FILES: &str = "SELECT a.attachment_id, a.name FROM route_steps s
    JOIN attachments_kept a ON a.attachment_id = s.attachment_id WHERE s.route_id = $1";

/// The same statements on a connection that only reads, and within a transaction.
macro_rules! facts {
    ($run:ident, $on:expr, $route:expr) => {{
        let (on, route) = ($on, $route);
        let name = $run!(on, on => sqlx::query_as(NAME).bind(route.person_id).fetch_optional(on))?;
        let methodologist =
            $run!(on, on => sqlx::query_as(NAME).bind(route.methodologist_id).fetch_optional(on))?;
        let places = $run!(on, on => sqlx::query_as(PLACES).bind(route.person_id).fetch_all(on))?;
        let grifs: Vec<GrifRow> = $run!(on, on => sqlx::query_as(GRIFS).bind(route.id).fetch_all(on))?;
        let grifs = grifs.into_iter().filter_map(GrifRow::read).collect();
        let agreed_at = $run!(on, on => sqlx::query_scalar(AGREED).bind(route.id).fetch_one(on))?;
        let files = $run!(on, on => sqlx::query_as(FILES).bind(route.id).fetch_all(on))?;
        Ok(RouteFacts { name, methodologist, places, grifs, agreed_at, files })
    }};
}

/// What the paper of a route says of people and places now.
pub async fn find_facts(db: &Db, route: &LearningRoute) -> sqlx::Result<RouteFacts> {
    facts!(read, db, route)
}

/// The same within a transaction.
pub async fn facts_within(tx: &mut Tx, route: &LearningRoute) -> sqlx::Result<RouteFacts> {
    facts!(within, &mut *tx, route)
}

/// Keeps a route as it is at its end; what is there already stays.
pub async fn add_final(tx: &mut Tx, frozen: &FrozenRoute, now: DateTime<Utc>) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO route_finals (route_id, frozen, frozen_at) VALUES ($1, $2, $3)
             ON CONFLICT (route_id) DO NOTHING"
        )
        .bind(frozen.route.id)
        .bind(Json(frozen))
        .bind(now)
    )?;
    Ok(())
}

/// A route as it was at its end; nothing of one that goes on.
pub async fn find_final(db: &Db, route: Uuid) -> sqlx::Result<Option<FrozenRoute>> {
    let frozen: Option<Json<FrozenRoute>> = read!(db, on => sqlx::query_scalar(
        "SELECT frozen FROM route_finals WHERE route_id = $1").bind(route).fetch_optional(on))?;
    Ok(frozen.map(|frozen| frozen.0))
}
