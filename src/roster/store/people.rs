//! The people who came of a list, and everybody whom a row of a list may mean.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    db::{Db, Tx},
    execute, read,
    roster::model::{Known, KnownPlace, name_key},
    within,
};

/// Which list somebody came of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow, serde::Serialize, serde::Deserialize)]
pub struct Origin {
    /// The import.
    pub import_id: Uuid,
    /// Whose people they are.
    pub municipality_id: Uuid,
    /// When.
    pub imported_at: DateTime<Utc>,
}

/// Writes down that these people, by id and full name, came of a list.
pub async fn add_roster_people(tx: &mut Tx, people: &[(Uuid, String)], origin: &Origin) -> sqlx::Result<()> {
    if people.is_empty() {
        return Ok(());
    }
    match tx {
        Tx::Sqlite(on) => insertion(people, origin).build().execute(&mut **on).await?.rows_affected(),
        Tx::Pg(on) => insertion(people, origin).build().execute(&mut **on).await?.rows_affected(),
    };
    Ok(())
}

fn insertion<D>(people: &[(Uuid, String)], origin: &Origin) -> QueryBuilder<D>
where
    D: sqlx::Database,
    for<'q> Uuid: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> String: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> DateTime<Utc>: sqlx::Encode<'q, D> + sqlx::Type<D>,
{
    let mut query = QueryBuilder::new(
        "INSERT INTO roster_people (person_id, import_id, municipality_id, name_key, imported_at) ",
    );
    query.push_values(people, |mut row, (person, name)| {
        row.push_bind(*person)
            .push_bind(origin.import_id)
            .push_bind(origin.municipality_id)
            .push_bind(name_key(name))
            .push_bind(origin.imported_at);
    });
    query
}

#[derive(sqlx::FromRow)]
struct KnownRow {
    person_id: Uuid,
    family_name: String,
    given_name: String,
    patronymic: Option<String>,
    birth_date: Option<NaiveDate>,
    registered_at: Option<DateTime<Utc>>,
    employment_id: Uuid,
    school_id: Uuid,
    post: String,
    share_percent: Option<i64>,
    subjects: Option<String>,
}

fn full_name(family: &str, given: &str, patronymic: Option<&str>) -> String {
    [Some(family), Some(given), patronymic].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Everybody who works in a municipality, with every place of work there.
pub async fn list_known(db: &Db, municipality: Uuid) -> sqlx::Result<Vec<Known>> {
    let rows: Vec<KnownRow> = read!(db, on => sqlx::query_as(
        "SELECT i.person_id, i.family_name, i.given_name, i.patronymic, i.birth_date, i.registered_at,
             e.employment_id, e.school_id, e.post, e.share_percent, e.subjects
         FROM employments_held e JOIN person_identities i ON i.person_id = e.person_id
         WHERE e.municipality_id = $1 ORDER BY i.person_id, e.employment_id")
        .bind(municipality).fetch_all(on))?;
    let mut known: Vec<Known> = Vec::new();
    let mut places: HashMap<Uuid, usize> = HashMap::new();
    for row in rows {
        let at = *places.entry(row.person_id).or_insert_with(|| {
            known.push(Known {
                person: row.person_id,
                name: full_name(&row.family_name, &row.given_name, row.patronymic.as_deref()),
                listed_names: Vec::new(),
                birth: row.birth_date,
                is_registered: row.registered_at.is_some(),
                places: Vec::new(),
            });
            known.len() - 1
        });
        let mut subjects: Vec<String> =
            row.subjects.iter().flat_map(|subjects| subjects.split(',')).map(str::to_owned).collect();
        subjects.sort_unstable();
        known[at].places.push(KnownPlace {
            employment: row.employment_id,
            school: row.school_id,
            post: row.post,
            subjects,
            share_percent: row.share_percent,
        });
    }
    for (person, name) in list_names(db, municipality).await? {
        if let Some(at) = places.get(&person) {
            known[*at].listed_names.push(name);
        }
    }
    Ok(known)
}

/// What lists called those of a municipality's people who have come in since.
async fn list_names(db: &Db, municipality: Uuid) -> sqlx::Result<Vec<(Uuid, String)>> {
    read!(db, on => sqlx::query_as(
        "SELECT DISTINCT r.person_id, r.name FROM roster_names r
         JOIN employments_held e ON e.person_id = r.person_id WHERE e.municipality_id = $1")
        .bind(municipality).fetch_all(on))
}

/// Remembers what a list calls somebody who came in.
pub async fn add_roster_name(tx: &mut Tx, person: Uuid, name: &str) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("INSERT INTO roster_names (person_id, name) VALUES ($1, $2) ON CONFLICT DO NOTHING")
            .bind(person)
            .bind(name)
    )?;
    Ok(())
}

/// No list calls somebody so.
pub async fn forget_roster_name(tx: &mut Tx, person: Uuid, name: &str) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("DELETE FROM roster_names WHERE person_id = $1 AND name = $2").bind(person).bind(name)
    )?;
    Ok(())
}

/// Two people are one: what lists call the first they call the second.
pub async fn merge_roster_names(tx: &mut Tx, from: Uuid, into: Uuid) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO roster_names (person_id, name) SELECT $2, name FROM roster_names WHERE person_id = $1
             ON CONFLICT DO NOTHING"
        )
        .bind(from)
        .bind(into)
    )?;
    execute!(tx, sqlx::query("DELETE FROM roster_names WHERE person_id = $1").bind(from))?;
    Ok(())
}

/// What somebody who has registered is called, and where they work: school, municipality. Nothing of anybody else.
pub async fn find_newcomer(tx: &mut Tx, person: Uuid) -> sqlx::Result<Option<(String, Vec<(Uuid, Uuid)>)>> {
    type Name = (String, String, Option<String>);
    let name: Option<Name> = within!(tx, on => sqlx::query_as(
        "SELECT family_name, given_name, patronymic FROM person_identities
         WHERE person_id = $1 AND registered_at IS NOT NULL")
        .bind(person).fetch_optional(on))?;
    let Some((family, given, patronymic)) = name else { return Ok(None) };
    let places = within!(tx, on => sqlx::query_as(
        "SELECT school_id, municipality_id FROM employments_held WHERE person_id = $1 ORDER BY employment_id")
        .bind(person).fetch_all(on))?;
    Ok(Some((full_name(&family, &given, patronymic.as_deref()), places)))
}

#[derive(sqlx::FromRow)]
struct AlikeRow {
    person_id: Uuid,
    family_name: String,
    given_name: String,
    patronymic: Option<String>,
    school_id: Uuid,
}

/// People of lists whom nobody has claimed yet, with a school of theirs: everybody of this school, and whoever of the
/// municipality has this very name.
pub async fn list_alike(
    tx: &mut Tx,
    (school, municipality): (Uuid, Uuid),
    key: &str,
) -> sqlx::Result<Vec<(Uuid, String, Uuid)>> {
    let rows: Vec<AlikeRow> = within!(tx, on => sqlx::query_as(
        "SELECT i.person_id, i.family_name, i.given_name, i.patronymic, e.school_id
         FROM roster_people r JOIN person_identities i ON i.person_id = r.person_id
         JOIN employments_held e ON e.person_id = r.person_id
         WHERE r.municipality_id = $2 AND (e.school_id = $1 OR r.name_key = $3) AND i.registered_at IS NULL
         ORDER BY i.person_id")
        .bind(school).bind(municipality).bind(key).fetch_all(on))?;
    let alike = rows.into_iter().map(|row| {
        let name = full_name(&row.family_name, &row.given_name, row.patronymic.as_deref());
        (row.person_id, name, row.school_id)
    });
    Ok(alike.collect())
}

/// Which list somebody came of who has not been claimed.
pub async fn find_origin(tx: &mut Tx, person: Uuid) -> sqlx::Result<Option<Origin>> {
    within!(tx, on => sqlx::query_as(
        "SELECT import_id, municipality_id, imported_at FROM roster_people WHERE person_id = $1")
        .bind(person).fetch_optional(on))
}

/// The people of lists that were taken in before this instant and whom nobody has claimed since, the oldest first.
pub async fn list_unclaimed_before(db: &Db, before: DateTime<Utc>, most: i64) -> sqlx::Result<Vec<Uuid>> {
    read!(db, on => sqlx::query_scalar(
        "SELECT person_id FROM roster_people WHERE imported_at < $1 ORDER BY imported_at, person_id LIMIT $2")
        .bind(before).bind(most).fetch_all(on))
}

/// Forgets that somebody came of a list.
pub async fn forget_roster_person(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    for statement in
        ["DELETE FROM roster_people WHERE person_id = $1", "DELETE FROM roster_names WHERE person_id = $1"]
    {
        execute!(tx, sqlx::query(statement).bind(person))?;
    }
    Ok(())
}
