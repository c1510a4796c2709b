//! The statements about municipalities, schools and employments; those about associations and roles stand beside them.

mod associations;
mod listed;
mod roles;

#[cfg(test)]
mod tests;

pub use associations::{
    add_association, add_member, close_association, end_member, find_association, forget_memberships,
    has_member, hold_association, list_associations, list_memberships, rename_association,
    reopen_association, set_term, was_member,
};
pub use listed::{
    add_first_employments, amend_employment, forget_places, merge_places, places_within, restore_employment,
    set_share,
};
pub use roles::{
    add_role, end_role, find_head, find_head_within, find_role, forget_roles, list_admitting,
    list_role_holders, list_roles, other_coordinators, return_role, roles_of, roles_within, take_untold_ends,
};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::model::{
    District, DistrictSchool, Employment, Municipality, NewEmployment, RouteRule, School, SchoolMark,
};
use crate::{
    db::{Db, Tx},
    execute,
    messenger::MessengerKind,
    read, within,
};

/// Publishes a municipality and its schools under their slugs. Schools that the file no longer has stay for those who
/// work there, but are offered to nobody. Newcomers are confirmed from the moment on at which the file first says so.
pub async fn publish_district(tx: &mut Tx, district: &District, now: DateTime<Utc>) -> sqlx::Result<()> {
    let municipality: Uuid = within!(tx, on => sqlx::query_scalar(
        "INSERT INTO municipalities (id, slug, title, short_title, service_title, time_zone, search_key,
             neutral_messengers, service_address, confirms_since, teachers_per_methodologist_least,
             teachers_per_methodologist_most)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         ON CONFLICT (slug) DO UPDATE SET title = excluded.title, short_title = excluded.short_title,
             service_title = excluded.service_title, time_zone = excluded.time_zone,
             search_key = excluded.search_key, neutral_messengers = excluded.neutral_messengers,
             service_address = excluded.service_address,
             confirms_since = CASE WHEN excluded.confirms_since IS NULL THEN NULL
                 ELSE COALESCE(municipalities.confirms_since, excluded.confirms_since) END,
             teachers_per_methodologist_least = excluded.teachers_per_methodologist_least,
             teachers_per_methodologist_most = excluded.teachers_per_methodologist_most
         RETURNING id")
        .bind(Uuid::now_v7()).bind(&district.slug).bind(&district.title).bind(&district.short_title)
        .bind(&district.service_title).bind(&district.time_zone).bind(district.search_key())
        .bind(words_of(&district.neutral_messengers)).bind(&district.service_address)
        .bind(district.confirms_newcomers.then_some(now)).bind(district.teachers_per_methodologist.0)
        .bind(district.teachers_per_methodologist.1).fetch_one(on))?;
    replace_days_off(tx, municipality, &district.days_off).await?;
    let rule = district.route_rule.map(RouteRule::as_str);
    execute!(
        tx,
        sqlx::query("UPDATE municipalities SET route_rule = $2 WHERE id = $1").bind(municipality).bind(rule)
    )?;
    execute!(
        tx,
        sqlx::query("UPDATE schools SET is_listed = FALSE WHERE municipality_id = $1").bind(municipality)
    )?;
    for (position, school) in (0_i64..).zip(&district.schools) {
        publish_school(tx, municipality, position, school).await?;
    }
    Ok(())
}

/// Messengers as the database keeps them: their words, with commas between.
fn words_of(messengers: &[MessengerKind]) -> String {
    messengers.iter().map(|messenger| messenger.as_str()).collect::<Vec<_>>().join(",")
}

async fn replace_days_off(tx: &mut Tx, municipality: Uuid, days: &[String]) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("DELETE FROM days_off WHERE municipality_id = $1").bind(municipality))?;
    for day in days {
        execute!(
            tx,
            sqlx::query("INSERT INTO days_off (municipality_id, day) VALUES ($1, $2)")
                .bind(municipality)
                .bind(day)
        )?;
    }
    Ok(())
}

/// Publishes a school. Marks that were set by chat stay.
async fn publish_school(
    tx: &mut Tx,
    municipality: Uuid,
    position: i64,
    school: &DistrictSchool,
) -> sqlx::Result<()> {
    execute!(tx, sqlx::query(
        "INSERT INTO schools (id, municipality_id, slug, title, short_title, kind, settlement, low_results,
             difficult_conditions, search_key, position, is_listed, route_rule)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, TRUE, $12)
         ON CONFLICT (municipality_id, slug) DO UPDATE SET title = excluded.title,
             short_title = excluded.short_title, kind = excluded.kind, settlement = excluded.settlement,
             low_results = CASE WHEN schools.has_own_marks THEN schools.low_results ELSE excluded.low_results END,
             difficult_conditions = CASE WHEN schools.has_own_marks THEN schools.difficult_conditions
                 ELSE excluded.difficult_conditions END,
             search_key = excluded.search_key, position = excluded.position, is_listed = TRUE,
             route_rule = excluded.route_rule")
        .bind(Uuid::now_v7()).bind(municipality).bind(&school.slug).bind(&school.title).bind(&school.short_title)
        .bind(school.kind.code()).bind(&school.settlement).bind(school.low_results)
        .bind(school.difficult_conditions).bind(school.search_key()).bind(position)
        .bind(school.route_rule.map(RouteRule::as_str)))?;
    Ok(())
}

/// Every municipality, by name.
pub async fn list_municipalities(db: &Db) -> sqlx::Result<Vec<Municipality>> {
    read!(db, on => sqlx::query_as(
        "SELECT id, title, short_title, service_title, service_address, time_zone, search_key FROM municipalities
         ORDER BY short_title, id")
        .fetch_all(on))
}

/// The schools that a municipality offers, in the order of its file.
pub async fn list_schools(db: &Db, municipality: Uuid) -> sqlx::Result<Vec<School>> {
    read!(db, on => sqlx::query_as(
        "SELECT id, municipality_id, title, short_title, settlement, low_results, difficult_conditions, search_key
         FROM schools
         WHERE municipality_id = $1 AND is_listed ORDER BY position, id")
        .bind(municipality).fetch_all(on))
}

/// A school.
pub async fn find_school(db: &Db, id: Uuid) -> sqlx::Result<Option<School>> {
    read!(db, on => sqlx::query_as(
        "SELECT id, municipality_id, title, short_title, settlement, low_results, difficult_conditions, search_key
         FROM schools WHERE id = $1")
        .bind(id).fetch_optional(on))
}

/// Sets a mark of a school or takes it away. From now on its file sets its marks no more.
pub async fn mark_school(tx: &mut Tx, school: Uuid, mark: (SchoolMark, bool)) -> sqlx::Result<()> {
    let statement = match mark.0 {
        SchoolMark::LowResults => "UPDATE schools SET low_results = $2, has_own_marks = TRUE WHERE id = $1",
        SchoolMark::DifficultConditions => {
            "UPDATE schools SET difficult_conditions = $2, has_own_marks = TRUE WHERE id = $1"
        }
    };
    execute!(tx, sqlx::query(statement).bind(school).bind(mark.1))?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct TaughtSubject {
    employment_id: Uuid,
    subject: String,
}

/// Where a person works now, the main place first.
pub async fn places_of(db: &Db, person: Uuid) -> sqlx::Result<Vec<Employment>> {
    let mut places: Vec<Employment> = read!(db, on => sqlx::query_as(
        "SELECT e.id, e.municipality_id, m.title AS municipality_title, m.time_zone, e.school_id,
             s.title AS school_title, s.short_title AS school_short_title, e.post, e.is_main, e.began_at
         FROM employments e JOIN schools s ON s.id = e.school_id JOIN municipalities m ON m.id = e.municipality_id
         WHERE e.person_id = $1 AND e.ended_at IS NULL ORDER BY e.is_main DESC, e.began_at, e.id")
        .bind(person).fetch_all(on))?;
    let taught: Vec<TaughtSubject> = read!(db, on => sqlx::query_as(
        "SELECT t.employment_id, t.subject FROM employment_subjects t
         JOIN employments e ON e.id = t.employment_id
         WHERE e.person_id = $1 AND e.ended_at IS NULL ORDER BY t.subject")
        .bind(person).fetch_all(on))?;
    for row in taught {
        if let Some(place) = places.iter_mut().find(|place| place.id == row.employment_id) {
            place.subjects.push(row.subject);
        }
    }
    Ok(places)
}

/// Writes a place of work down. The first one of a person is the main one.
pub async fn add_employment(tx: &mut Tx, new: &NewEmployment, now: DateTime<Utc>) -> sqlx::Result<Uuid> {
    let id = Uuid::now_v7();
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO employments (id, person_id, municipality_id, school_id, post, is_main, began_at)
         SELECT $1, $2, municipality_id, id, $4, FALSE, $5 FROM schools WHERE id = $3"
        )
        .bind(id)
        .bind(new.person_id)
        .bind(new.school_id)
        .bind(&new.post)
        .bind(now)
    )?;
    for subject in &new.subjects {
        execute!(
            tx,
            sqlx::query(
                "INSERT INTO employment_subjects (employment_id, subject) VALUES ($1, $2)
             ON CONFLICT (employment_id, subject) DO NOTHING"
            )
            .bind(id)
            .bind(subject)
        )?;
    }
    ensure_main(tx, new.person_id).await?;
    Ok(id)
}

/// Whether a person works at a school. Whoever asks holds the place of work until the transaction ends, so that nobody
/// leaves while something is given to them there.
pub async fn hold_workplace(tx: &mut Tx, person: Uuid, school: Uuid) -> sqlx::Result<bool> {
    let held = execute!(
        tx,
        sqlx::query(
            "UPDATE employments SET is_main = is_main
             WHERE person_id = $1 AND school_id = $2 AND ended_at IS NULL"
        )
        .bind(person)
        .bind(school)
    )?;
    Ok(held > 0)
}

/// Ends a place of work of this person, and with it what they answered for and belonged to at that school; if it was
/// the main one, the oldest other one becomes it.
pub async fn end_employment(tx: &mut Tx, person: Uuid, id: Uuid, now: DateTime<Utc>) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE employments SET ended_at = $3, is_main = FALSE
         WHERE id = $2 AND person_id = $1 AND ended_at IS NULL"
        )
        .bind(person)
        .bind(id)
        .bind(now)
    )?;
    roles::end_roles_at_left_places(tx, person, now).await?;
    associations::end_left_memberships(tx, person, now).await?;
    ensure_main(tx, person).await
}

/// Ends one place of work and begins another; the new one is the main one if the old one was.
pub async fn replace_employment(
    tx: &mut Tx,
    old: Uuid,
    new: &NewEmployment,
    now: DateTime<Utc>,
) -> sqlx::Result<Uuid> {
    let was_main: Option<bool> = within!(tx, on => sqlx::query_scalar(
        "SELECT is_main FROM employments WHERE id = $1 AND person_id = $2 AND ended_at IS NULL")
        .bind(old).bind(new.person_id).fetch_optional(on))?;
    let id = add_employment(tx, new, now).await?;
    if was_main == Some(true) {
        mark_main(tx, new.person_id, id).await?;
    }
    end_employment(tx, new.person_id, old, now).await?;
    Ok(id)
}

/// Makes this place of work the main one; another person's changes nothing.
pub async fn mark_main(tx: &mut Tx, person: Uuid, id: Uuid) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE employments SET is_main = (id = $2) WHERE person_id = $1 AND ended_at IS NULL
         AND EXISTS (SELECT 1 FROM employments own
             WHERE own.id = $2 AND own.person_id = $1 AND own.ended_at IS NULL)"
        )
        .bind(person)
        .bind(id)
    )?;
    Ok(())
}

async fn ensure_main(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE employments SET is_main = TRUE
         WHERE id = (SELECT id FROM employments WHERE person_id = $1 AND ended_at IS NULL
                     ORDER BY began_at, id LIMIT 1)
         AND NOT EXISTS (SELECT 1 FROM employments WHERE person_id = $1 AND ended_at IS NULL AND is_main)"
        )
        .bind(person)
    )?;
    Ok(())
}

/// Deletes where a person worked and works.
pub async fn forget_employments(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("DELETE FROM employments WHERE person_id = $1").bind(person))?;
    Ok(())
}
