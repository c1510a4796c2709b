//! The statements about places of work that a list names: many at once, and changed where the list says otherwise.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{db::Tx, execute, units::model::ListedEmployment, within};

/// Writes down where people work who have no place of work yet; the first of each is the main one.
pub async fn add_first_employments(
    tx: &mut Tx,
    listed: &[ListedEmployment],
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    if listed.is_empty() {
        return Ok(());
    }
    let taught: Vec<(Uuid, &str)> = listed
        .iter()
        .flat_map(|place| place.subjects.iter().map(|subject| (place.id, subject.as_str())))
        .collect();
    match tx {
        Tx::Sqlite(on) => places(listed, now).build().execute(&mut **on).await?.rows_affected(),
        Tx::Pg(on) => places(listed, now).build().execute(&mut **on).await?.rows_affected(),
    };
    if !taught.is_empty() {
        match tx {
            Tx::Sqlite(on) => subjects(&taught).build().execute(&mut **on).await?.rows_affected(),
            Tx::Pg(on) => subjects(&taught).build().execute(&mut **on).await?.rows_affected(),
        };
    }
    Ok(())
}

fn places<D>(listed: &[ListedEmployment], now: DateTime<Utc>) -> QueryBuilder<D>
where
    D: sqlx::Database,
    for<'q> Uuid: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> String: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> bool: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> Option<i64>: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> DateTime<Utc>: sqlx::Encode<'q, D> + sqlx::Type<D>,
{
    let mut query = QueryBuilder::new(
        "INSERT INTO employments (id, person_id, municipality_id, school_id, post, is_main, began_at, share_percent) ",
    );
    let mut begun = HashSet::new();
    query.push_values(listed, |mut row, place| {
        let is_main = begun.insert(place.person_id);
        row.push_bind(place.id)
            .push_bind(place.person_id)
            .push_bind(place.municipality_id)
            .push_bind(place.school_id)
            .push_bind(place.post.clone())
            .push_bind(is_main)
            .push_bind(now)
            .push_bind(place.share_percent);
    });
    query
}

fn subjects<D>(taught: &[(Uuid, &str)]) -> QueryBuilder<D>
where
    D: sqlx::Database,
    for<'q> Uuid: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> String: sqlx::Encode<'q, D> + sqlx::Type<D>,
{
    let mut query = QueryBuilder::new("INSERT INTO employment_subjects (employment_id, subject) ");
    query.push_values(taught, |mut row, (employment, subject)| {
        row.push_bind(*employment).push_bind((*subject).to_owned());
    });
    query
}

/// Makes a place of work what a list says of it: the post, and subjects and share where it says any.
pub async fn amend_employment(tx: &mut Tx, place: &ListedEmployment) -> sqlx::Result<()> {
    let found = execute!(
        tx,
        sqlx::query(
            "UPDATE employments SET post = $3, share_percent = COALESCE($4, share_percent)
             WHERE id = $1 AND person_id = $2 AND ended_at IS NULL"
        )
        .bind(place.id)
        .bind(place.person_id)
        .bind(&place.post)
        .bind(place.share_percent)
    )?;
    if found == 1 && !place.subjects.is_empty() {
        execute!(tx, sqlx::query("DELETE FROM employment_subjects WHERE employment_id = $1").bind(place.id))?;
        add_subjects(tx, place.id, &place.subjects).await?;
    }
    Ok(())
}

/// Makes subjects and share of a place of work what they were before.
pub async fn restore_employment(tx: &mut Tx, place: &ListedEmployment) -> sqlx::Result<()> {
    set_share(tx, place.id, place.share_percent).await?;
    execute!(tx, sqlx::query("DELETE FROM employment_subjects WHERE employment_id = $1").bind(place.id))?;
    add_subjects(tx, place.id, &place.subjects).await
}

async fn add_subjects(tx: &mut Tx, employment: Uuid, taught: &[String]) -> sqlx::Result<()> {
    for subject in taught {
        execute!(
            tx,
            sqlx::query(
                "INSERT INTO employment_subjects (employment_id, subject) VALUES ($1, $2)
                 ON CONFLICT (employment_id, subject) DO NOTHING"
            )
            .bind(employment)
            .bind(subject)
        )?;
    }
    Ok(())
}

/// Sets the share of a full post, in percent.
pub async fn set_share(tx: &mut Tx, employment: Uuid, share_percent: Option<i64>) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE employments SET share_percent = $2 WHERE id = $1")
            .bind(employment)
            .bind(share_percent)
    )?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct PlaceRow {
    id: Uuid,
    person_id: Uuid,
    municipality_id: Uuid,
    school_id: Uuid,
    post: String,
    share_percent: Option<i64>,
}

/// Where a person works now, inside a transaction.
pub async fn places_within(tx: &mut Tx, person: Uuid) -> sqlx::Result<Vec<ListedEmployment>> {
    let rows: Vec<PlaceRow> = within!(tx, on => sqlx::query_as(
        "SELECT id, person_id, municipality_id, school_id, post, share_percent FROM employments
         WHERE person_id = $1 AND ended_at IS NULL ORDER BY is_main DESC, began_at, id")
        .bind(person).fetch_all(on))?;
    let mut places = Vec::new();
    for row in rows {
        let subjects = within!(tx, on => sqlx::query_scalar(
            "SELECT subject FROM employment_subjects WHERE employment_id = $1 ORDER BY subject")
            .bind(row.id).fetch_all(on))?;
        places.push(ListedEmployment {
            id: row.id,
            person_id: row.person_id,
            municipality_id: row.municipality_id,
            school_id: row.school_id,
            post: row.post,
            subjects,
            share_percent: row.share_percent,
        });
    }
    Ok(places)
}

/// Two people are one: the places of work of the first become the second's, except those that the second has already,
/// which only learn the share. Roles and memberships follow. The main place stays the second's.
pub async fn merge_places(tx: &mut Tx, from: Uuid, into: Uuid) -> sqlx::Result<()> {
    let own = places_within(tx, into).await?;
    for place in places_within(tx, from).await? {
        let same = own.iter().find(|own| own.school_id == place.school_id && own.post == place.post);
        if let Some(same) = same {
            if same.share_percent.is_none() {
                set_share(tx, same.id, place.share_percent).await?;
            }
            add_subjects(tx, same.id, &place.subjects).await?;
            execute!(tx, sqlx::query("DELETE FROM employments WHERE id = $1").bind(place.id))?;
        }
    }
    for statement in [
        "UPDATE employments SET person_id = $2, is_main = FALSE WHERE person_id = $1",
        "UPDATE roles SET person_id = $2 WHERE person_id = $1 AND NOT EXISTS (
             SELECT 1 FROM roles own WHERE own.person_id = $2 AND own.ended_at IS NULL AND own.role = roles.role
                 AND own.municipality_id IS NOT DISTINCT FROM roles.municipality_id
                 AND own.school_id IS NOT DISTINCT FROM roles.school_id
                 AND own.association_id IS NOT DISTINCT FROM roles.association_id)",
        "UPDATE association_members SET person_id = $2 WHERE person_id = $1 AND NOT EXISTS (
             SELECT 1 FROM association_members own WHERE own.person_id = $2
                 AND own.association_id = association_members.association_id AND own.ended_at IS NULL)",
        "UPDATE roles SET granted_by = $2 WHERE granted_by = $1",
    ] {
        execute!(tx, sqlx::query(statement).bind(from).bind(into))?;
    }
    execute!(tx, sqlx::query("DELETE FROM roles WHERE person_id = $1").bind(from))?;
    super::forget_memberships(tx, from).await?;
    super::ensure_main(tx, into).await
}

/// Takes places of work from a person again, by their ids; nothing of them stays, and what the person answered for and
/// belonged to there meanwhile ends.
pub async fn forget_places(tx: &mut Tx, person: Uuid, ids: &[Uuid], now: DateTime<Utc>) -> sqlx::Result<()> {
    for id in ids {
        execute!(
            tx,
            sqlx::query("DELETE FROM employments WHERE id = $1 AND person_id = $2").bind(id).bind(person)
        )?;
    }
    super::roles::end_roles_at_left_places(tx, person, now).await?;
    super::associations::end_left_memberships(tx, person, now).await?;
    super::ensure_main(tx, person).await
}
