//! What is known of everybody within a unit. The municipality is part of every statement.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use uuid::Uuid;

use crate::{
    audiences::model::{DIFFICULT, Definition, Facts, LOW_RESULTS, Place},
    db::Db,
    read,
    units::Unit,
};

#[derive(sqlx::FromRow)]
struct PlaceRow {
    person_id: Uuid,
    municipality_id: Uuid,
    school_id: Uuid,
    post: String,
    subjects: Option<String>,
    low_results: bool,
    difficult_conditions: bool,
    career_began_year: Option<i64>,
    birth_date: Option<NaiveDate>,
    is_reachable: bool,
}

#[derive(sqlx::FromRow)]
struct RoleRow {
    person_id: Uuid,
    role: String,
    career_began_year: Option<i64>,
    birth_date: Option<NaiveDate>,
    is_reachable: bool,
}

/// Everybody who works or answers for something within a unit, with what a definition asks about. Whoever waits to be
/// confirmed in a municipality does not count there.
pub async fn list_facts(
    db: &Db,
    (unit, definition): (Unit, &Definition),
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Facts>> {
    let mut people: HashMap<Uuid, Facts> = HashMap::new();
    let unconfirmed = list_unconfirmed(db, unit).await?;
    for row in list_places(db, unit).await? {
        if unconfirmed.contains(&(row.person_id, row.municipality_id)) {
            continue;
        }
        let years = (row.career_began_year, row.birth_date);
        let facts = of(&mut people, row.person_id, years, row.is_reachable);
        let marks = [(row.low_results, LOW_RESULTS), (row.difficult_conditions, DIFFICULT)];
        facts.places.push(Place {
            municipality: row.municipality_id,
            school: row.school_id,
            post: row.post,
            subjects: row
                .subjects
                .iter()
                .flat_map(|subjects| subjects.split(','))
                .map(str::to_owned)
                .collect(),
            marks: marks.into_iter().filter(|(has, _)| *has).map(|(_, mark)| mark).collect(),
        });
    }
    for row in list_roles(db, unit).await? {
        let years = (row.career_began_year, row.birth_date);
        of(&mut people, row.person_id, years, row.is_reachable).roles.push(row.role);
    }
    for (person, association) in list_memberships(db, unit).await? {
        if let Some(facts) = people.get_mut(&person) {
            facts.associations.push(association);
        }
    }
    if let Some(days) = definition.looks_back_days() {
        for (person, told_at) in list_told(db, now - TimeDelta::days(days)).await? {
            if let Some(facts) = people.get_mut(&person) {
                facts.told_at = Some(told_at);
            }
        }
    }
    if let Some(association) = unit.association() {
        people.retain(|_, facts| facts.associations.contains(&association));
    }
    Ok(people.into_values().collect())
}

/// Years as they are kept: of the beginning of the career, and the date of birth.
type Years = (Option<i64>, Option<NaiveDate>);

fn of(
    people: &mut HashMap<Uuid, Facts>,
    person: Uuid,
    (began, born): Years,
    is_reachable: bool,
) -> &mut Facts {
    people.entry(person).or_insert_with(|| Facts {
        person,
        places: Vec::new(),
        associations: Vec::new(),
        roles: Vec::new(),
        began,
        born,
        told_at: None,
        is_reachable,
    })
}

/// The school to narrow to; whoever belongs to an association of a school may work in another one.
fn school_of(unit: Unit) -> Option<Uuid> {
    if unit.association().is_some() { None } else { unit.school() }
}

async fn list_places(db: &Db, unit: Unit) -> sqlx::Result<Vec<PlaceRow>> {
    read!(db, on => sqlx::query_as(
        "SELECT w.person_id, w.municipality_id, w.school_id, w.post, w.subjects, k.low_results,
             k.difficult_conditions, y.career_began_year, y.birth_date,
             EXISTS (SELECT 1 FROM addresses a WHERE a.person_id = w.person_id AND a.state = 'live')
                 AS is_reachable
         FROM workplaces w JOIN schools_marked k ON k.school_id = w.school_id
         JOIN person_years y ON y.person_id = w.person_id
         WHERE ($1 IS NULL OR w.municipality_id = $1) AND ($2 IS NULL OR w.school_id = $2)
         ORDER BY w.is_main DESC")
        .bind(unit.municipality()).bind(school_of(unit)).fetch_all(on))
}

async fn list_roles(db: &Db, unit: Unit) -> sqlx::Result<Vec<RoleRow>> {
    read!(db, on => sqlx::query_as(
        "SELECT r.person_id, r.role, y.career_began_year, y.birth_date,
             EXISTS (SELECT 1 FROM addresses a WHERE a.person_id = r.person_id AND a.state = 'live')
                 AS is_reachable
         FROM roles_held r JOIN person_years y ON y.person_id = r.person_id
         WHERE ($1 IS NULL OR r.municipality_id = $1) AND ($2 IS NULL OR r.school_id = $2)")
        .bind(unit.municipality()).bind(school_of(unit)).fetch_all(on))
}

async fn list_memberships(db: &Db, unit: Unit) -> sqlx::Result<Vec<(Uuid, Uuid)>> {
    read!(db, on => sqlx::query_as(
        "SELECT m.person_id, m.association_id FROM association_members_now m
         JOIN associations_open a ON a.association_id = m.association_id
         WHERE $1 IS NULL OR a.municipality_id = $1")
        .bind(unit.municipality()).fetch_all(on))
}

async fn list_unconfirmed(db: &Db, unit: Unit) -> sqlx::Result<HashSet<(Uuid, Uuid)>> {
    let rows: Vec<(Uuid, Uuid)> = read!(db, on => sqlx::query_as(
        "SELECT person_id, municipality_id FROM people_to_confirm WHERE $1 IS NULL OR municipality_id = $1")
        .bind(unit.municipality()).fetch_all(on))?;
    Ok(rows.into_iter().collect())
}

async fn list_told(db: &Db, since: DateTime<Utc>) -> sqlx::Result<Vec<(Uuid, DateTime<Utc>)>> {
    read!(db, on => sqlx::query_as(
        "SELECT person_id, delivered_at FROM letters_delivered WHERE class = 'bulk' AND delivered_at >= $1
         ORDER BY delivered_at").bind(since).fetch_all(on))
}

/// What somebody is called.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Named {
    /// Our id of the person.
    pub person_id: Uuid,
    /// Фамилия.
    pub family_name: String,
    /// Имя.
    pub given_name: String,
    /// Отчество; some people have none.
    pub patronymic: Option<String>,
}

/// What everybody is called who works within a unit.
pub async fn list_names(db: &Db, unit: Unit) -> sqlx::Result<Vec<Named>> {
    read!(db, on => sqlx::query_as(
        "SELECT DISTINCT n.person_id, n.family_name, n.given_name, n.patronymic
         FROM workplaces w JOIN person_identities n ON n.person_id = w.person_id
         WHERE ($1 IS NULL OR w.municipality_id = $1) AND ($2 IS NULL OR w.school_id = $2)
         ORDER BY n.family_name, n.given_name, n.person_id")
        .bind(unit.municipality()).bind(school_of(unit)).fetch_all(on))
}

/// What these people are called, by name.
pub async fn list_names_of(db: &Db, people: &[Uuid]) -> sqlx::Result<Vec<Named>> {
    let mut named = Vec::with_capacity(people.len());
    for chunk in people.chunks(500) {
        let rows: Vec<Named> = read!(db, on => async {
            let mut query = sqlx::QueryBuilder::new(
                "SELECT person_id, family_name, given_name, patronymic FROM person_identities
                 WHERE person_id IN (");
            let mut listed = query.separated(", ");
            for person in chunk {
                listed.push_bind(*person);
            }
            query.push(")").build_query_as().fetch_all(on).await
        })?;
        named.extend(rows);
    }
    named.sort_by(|one, other| {
        (&one.family_name, &one.given_name, one.person_id).cmp(&(
            &other.family_name,
            &other.given_name,
            other.person_id,
        ))
    });
    Ok(named)
}
