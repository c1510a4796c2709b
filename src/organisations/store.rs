//! The statements by which members and schools are looked up. All of them read what other capabilities publish.

use uuid::Uuid;

use super::model::Member;
use crate::{db::Db, read};

/// Who belongs to an association, by name.
pub async fn list_members(db: &Db, association: Uuid) -> sqlx::Result<Vec<Member>> {
    read!(db, on => sqlx::query_as(
        "SELECT n.person_id, n.family_name, n.given_name, n.patronymic
         FROM association_members_now m JOIN person_names n ON n.person_id = m.person_id
         WHERE m.association_id = $1 ORDER BY n.family_name, n.given_name, n.person_id")
        .bind(association).fetch_all(on))
}

/// What somebody is called who has registered.
pub async fn find_name(db: &Db, person: Uuid) -> sqlx::Result<Option<Member>> {
    read!(db, on => sqlx::query_as(
        "SELECT person_id, family_name, given_name, patronymic FROM person_names WHERE person_id = $1")
        .bind(person).fetch_optional(on))
}

/// How many people work at a school.
pub async fn count_staff(db: &Db, school: Uuid) -> sqlx::Result<i64> {
    read!(db, on => sqlx::query_scalar(
        "SELECT COUNT(DISTINCT w.person_id) FROM workplaces w JOIN person_names n ON n.person_id = w.person_id
         WHERE w.school_id = $1")
        .bind(school).fetch_one(on))
}
