//! The statements about people whom a list names before they come in, and about two people who are one.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::QueryBuilder;
use uuid::Uuid;

use super::QUIET_MINUTES;
use crate::{
    db::Tx,
    execute,
    people::model::{FullName, ListedPerson},
    within,
};

/// Writes down people who have no contact yet and have agreed to nothing.
pub async fn add_listed_people(tx: &mut Tx, listed: &[ListedPerson], now: DateTime<Utc>) -> sqlx::Result<()> {
    if listed.is_empty() {
        return Ok(());
    }
    match tx {
        Tx::Sqlite(on) => insertion(listed, now).build().execute(&mut **on).await?.rows_affected(),
        Tx::Pg(on) => insertion(listed, now).build().execute(&mut **on).await?.rows_affected(),
    };
    Ok(())
}

fn insertion<D>(listed: &[ListedPerson], now: DateTime<Utc>) -> QueryBuilder<D>
where
    D: sqlx::Database,
    for<'q> Uuid: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> String: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> Option<String>: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> i64: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> Option<NaiveDate>: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> DateTime<Utc>: sqlx::Encode<'q, D> + sqlx::Type<D>,
{
    let mut query = QueryBuilder::new(
        "INSERT INTO persons (id, family_name, given_name, patronymic, birth_date, quiet_from_minute,
             quiet_to_minute, created_at) ",
    );
    query.push_values(listed, |mut row, person| {
        row.push_bind(person.id)
            .push_bind(person.name.family.clone())
            .push_bind(person.name.given.clone())
            .push_bind(person.name.patronymic.clone())
            .push_bind(person.birth_date)
            .push_bind(QUIET_MINUTES.0)
            .push_bind(QUIET_MINUTES.1)
            .push_bind(now);
    });
    query
}

/// Sets a birth date that is not known yet.
pub async fn fill_birth_date(tx: &mut Tx, person: Uuid, date: NaiveDate) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE persons SET birth_date = $2 WHERE id = $1 AND birth_date IS NULL")
            .bind(person)
            .bind(date)
    )?;
    Ok(())
}

/// When somebody was born, if it is known.
pub async fn find_birth_date(tx: &mut Tx, person: Uuid) -> sqlx::Result<Option<NaiveDate>> {
    let found: Option<Option<NaiveDate>> = within!(tx, on => sqlx::query_scalar(
        "SELECT birth_date FROM persons WHERE id = $1").bind(person).fetch_optional(on))?;
    Ok(found.flatten())
}

/// What a list says of somebody who has not come in; nothing of anybody else.
pub async fn find_listed(tx: &mut Tx, id: Uuid) -> sqlx::Result<Option<ListedPerson>> {
    type Columns = (String, String, Option<String>, Option<NaiveDate>);
    let row: Option<Columns> = within!(tx, on => sqlx::query_as(
        "SELECT family_name, given_name, patronymic, birth_date FROM persons
         WHERE id = $1 AND registered_at IS NULL AND family_name IS NOT NULL AND given_name IS NOT NULL")
        .bind(id).fetch_optional(on))?;
    Ok(row.map(|(family, given, patronymic, birth_date)| ListedPerson {
        id,
        name: FullName { family, given, patronymic },
        birth_date,
    }))
}

/// Two people are one: contacts, consents and what only the first knew become the second's, and the first is gone.
/// Everything else that refers to the first has to have moved before.
pub async fn merge_persons(tx: &mut Tx, from: Uuid, into: Uuid) -> sqlx::Result<()> {
    for statement in [
        "UPDATE contacts SET person_id = $2 WHERE person_id = $1",
        "UPDATE consents SET person_id = $2 WHERE person_id = $1 AND NOT EXISTS (
             SELECT 1 FROM consents own WHERE own.person_id = $2 AND own.text_hash = consents.text_hash)",
        "UPDATE persons SET
             birth_date = COALESCE(birth_date, (SELECT birth_date FROM persons WHERE id = $1)),
             career_began_year = COALESCE(career_began_year, (SELECT career_began_year FROM persons WHERE id = $1))
         WHERE id = $2",
    ] {
        execute!(tx, sqlx::query(statement).bind(from).bind(into))?;
    }
    execute!(tx, sqlx::query("DELETE FROM persons WHERE id = $1").bind(from))?;
    Ok(())
}
