//! The statements by which people are looked up. All of them read what other capabilities publish.

use uuid::Uuid;

use super::model::{PlaceRow, RoleRow};
use crate::{db::Db, read};

/// A municipality and a school to look in; nothing where it does not matter.
pub type Within = (Option<Uuid>, Option<Uuid>);

/// Where everybody works who works within.
pub async fn list_places(db: &Db, within: Within) -> sqlx::Result<Vec<PlaceRow>> {
    read!(db, on => sqlx::query_as(
        "SELECT n.person_id, n.family_name, n.given_name, n.patronymic, w.school_short_title, w.school_search_key,
             w.post, w.subjects, w.is_main
         FROM workplaces w JOIN person_names n ON n.person_id = w.person_id
         WHERE ($1 IS NULL OR w.municipality_id = $1) AND ($2 IS NULL OR w.school_id = $2)")
        .bind(within.0).bind(within.1).fetch_all(on))
}

/// The same of people of lists who have not come in.
pub async fn list_awaited(db: &Db, within: Within) -> sqlx::Result<Vec<PlaceRow>> {
    read!(db, on => sqlx::query_as(
        "SELECT i.person_id, i.family_name, i.given_name, i.patronymic, w.school_short_title, w.school_search_key,
             w.post, w.subjects, w.is_main
         FROM people_awaited a JOIN person_identities i ON i.person_id = a.person_id
         JOIN workplaces w ON w.person_id = a.person_id
         WHERE ($1 IS NULL OR w.municipality_id = $1) AND ($2 IS NULL OR w.school_id = $2)")
        .bind(within.0).bind(within.1).fetch_all(on))
}

/// How many people of lists have not come in.
pub async fn count_awaited(db: &Db, within: Within) -> sqlx::Result<i64> {
    read!(db, on => sqlx::query_scalar(
        "SELECT COUNT(DISTINCT a.person_id) FROM people_awaited a JOIN workplaces w ON w.person_id = a.person_id
         WHERE ($1 IS NULL OR w.municipality_id = $1) AND ($2 IS NULL OR w.school_id = $2)")
        .bind(within.0).bind(within.1).fetch_one(on))
}

/// Whether somebody is of a list and has not come in.
pub async fn is_awaited(db: &Db, person: Uuid) -> sqlx::Result<bool> {
    read!(db, on => sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM people_awaited WHERE person_id = $1)")
        .bind(person).fetch_one(on))
}

/// What everybody answers for who answers for something within.
pub async fn list_roles(db: &Db, within: Within) -> sqlx::Result<Vec<RoleRow>> {
    read!(db, on => sqlx::query_as(
        "SELECT n.person_id, n.family_name, n.given_name, n.patronymic, r.role
         FROM roles_held r JOIN person_names n ON n.person_id = r.person_id
         WHERE ($1 IS NULL OR r.municipality_id = $1) AND ($2 IS NULL OR r.school_id = $2)")
        .bind(within.0).bind(within.1).fetch_all(on))
}

/// The municipalities in which a person waits to be confirmed.
pub async fn list_unconfirmed(db: &Db, person: Uuid) -> sqlx::Result<Vec<Uuid>> {
    read!(db, on => sqlx::query_scalar("SELECT municipality_id FROM people_to_confirm WHERE person_id = $1")
        .bind(person).fetch_all(on))
}

/// Whether messages reach a person: the state of each contact.
pub async fn list_reach(db: &Db, person: Uuid) -> sqlx::Result<Vec<String>> {
    read!(db, on => sqlx::query_scalar("SELECT state FROM addresses WHERE person_id = $1 ORDER BY contact_id")
        .bind(person).fetch_all(on))
}
