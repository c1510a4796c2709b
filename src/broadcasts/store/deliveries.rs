//! Whom an announcement was for, and what they did with it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    broadcasts::model::{Delivery, Recipient},
    db::{Db, Tx},
    execute, read, within,
};

/// Rows in one statement; engines bound the number of arguments.
const CHUNK: usize = 500;

/// Somebody to be written down: who, and their main school.
pub type Taken = (Uuid, Option<Uuid>);

/// Writes down whom an announcement is for, and how many wanted nothing of its kind; once.
pub async fn take_people(
    tx: &mut Tx,
    id: Uuid,
    (people, muted): (&[Taken], i64),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let taken = execute!(
        tx,
        sqlx::query(
            "UPDATE broadcasts SET taken_at = $2, muted = $3 WHERE id = $1 AND state = 'running' AND taken_at IS NULL"
        )
        .bind(id)
        .bind(now)
        .bind(muted)
    )?;
    if taken == 0 {
        return Ok(());
    }
    for chunk in people.chunks(CHUNK) {
        match tx {
            Tx::Sqlite(on) => insertion(id, chunk).build().execute(&mut **on).await.map(drop)?,
            Tx::Pg(on) => insertion(id, chunk).build().execute(&mut **on).await.map(drop)?,
        }
    }
    Ok(())
}

fn insertion<D>(id: Uuid, people: &[Taken]) -> QueryBuilder<D>
where
    D: sqlx::Database,
    for<'q> Uuid: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> Option<Uuid>: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> bool: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> i64: sqlx::Encode<'q, D> + sqlx::Type<D>,
{
    let mut query = QueryBuilder::new(
        "INSERT INTO broadcast_deliveries (broadcast_id, person_id, school_id, is_written, round, version,
             reminded) ",
    );
    query.push_values(people, |mut row, (person, school)| {
        row.push_bind(id)
            .push_bind(*person)
            .push_bind(*school)
            .push_bind(false)
            .push_bind(0_i64)
            .push_bind(0_i64)
            .push_bind(0_i64);
    });
    query
}

/// The main school of each of these people, named one by one.
pub async fn list_places(db: &Db, people: &[Uuid]) -> sqlx::Result<HashMap<Uuid, Uuid>> {
    let mut places = HashMap::new();
    for chunk in people.chunks(CHUNK) {
        let rows: Vec<(Uuid, Uuid)> = read!(db, on => async {
            let mut query =
                QueryBuilder::new("SELECT person_id, school_id FROM workplaces WHERE is_main AND person_id IN (");
            let mut listed = query.separated(", ");
            for person in chunk {
                listed.push_bind(*person);
            }
            query.push(")").build_query_as().fetch_all(on).await
        })?;
        places.extend(rows);
    }
    Ok(places)
}

/// Everybody an announcement was for.
pub async fn list_deliveries(db: &Db, id: Uuid) -> sqlx::Result<Vec<Delivery>> {
    read!(db, on => sqlx::query_as(
        "SELECT person_id, is_written, round, version, acknowledged_at, choice FROM broadcast_deliveries
         WHERE broadcast_id = $1 ORDER BY person_id").bind(id).fetch_all(on))
}

/// What one person did with it.
pub async fn find_delivery(db: &Db, id: Uuid, person: Uuid) -> sqlx::Result<Option<Delivery>> {
    read!(db, on => sqlx::query_as(
        "SELECT person_id, is_written, round, version, acknowledged_at, choice FROM broadcast_deliveries
         WHERE broadcast_id = $1 AND person_id = $2").bind(id).bind(person).fetch_optional(on))
}

/// The next people whose letter is not written, with their round.
pub async fn list_unwritten(tx: &mut Tx, id: Uuid, most: i64) -> sqlx::Result<Vec<(Uuid, i64)>> {
    within!(tx, on => sqlx::query_as(
        "SELECT person_id, round FROM broadcast_deliveries WHERE broadcast_id = $1 AND NOT is_written
         ORDER BY person_id LIMIT $2").bind(id).bind(most).fetch_all(on))
}

/// Changes the deliveries of these people, named one by one: `change` is what stands after `SET`, with the number in it.
async fn change(
    tx: &mut Tx,
    id: Uuid,
    (before, number, after): (&str, i64, &str),
    people: &[Uuid],
) -> sqlx::Result<()> {
    for chunk in people.chunks(CHUNK) {
        match tx {
            Tx::Sqlite(on) => {
                update(id, (before, number, after), chunk).build().execute(&mut **on).await.map(drop)?
            }
            Tx::Pg(on) => {
                update(id, (before, number, after), chunk).build().execute(&mut **on).await.map(drop)?
            }
        }
    }
    Ok(())
}

fn update<D>(id: Uuid, (before, number, after): (&str, i64, &str), people: &[Uuid]) -> QueryBuilder<D>
where
    D: sqlx::Database,
    for<'q> Uuid: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> i64: sqlx::Encode<'q, D> + sqlx::Type<D>,
{
    let mut query = QueryBuilder::new("UPDATE broadcast_deliveries SET ");
    query.push(before).push_bind(number).push(after).push(" WHERE broadcast_id = ").push_bind(id);
    query.push(" AND person_id IN (");
    let mut listed = query.separated(", ");
    for person in people {
        listed.push_bind(*person);
    }
    query.push(")");
    query
}

/// Who is meant of people with their rounds.
fn only_people(people: &[(Uuid, i64)]) -> Vec<Uuid> {
    people.iter().map(|(person, _)| *person).collect()
}

/// Their letters are written now, and say what this version says.
pub async fn mark_written(
    tx: &mut Tx,
    (id, version): (Uuid, i64),
    people: &[(Uuid, i64)],
) -> sqlx::Result<()> {
    change(tx, id, ("is_written = TRUE, version = ", version, ""), &only_people(people)).await
}

/// Everybody's letter is written once more: it changes nothing for those who have it.
pub async fn mark_all_unwritten(tx: &mut Tx, id: Uuid) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE broadcast_deliveries SET is_written = FALSE WHERE broadcast_id = $1").bind(id)
    )?;
    Ok(())
}

/// These people get another letter.
pub async fn begin_again(tx: &mut Tx, id: Uuid, people: &[Uuid]) -> sqlx::Result<()> {
    change(tx, id, ("round = round + ", 1, ", is_written = FALSE"), people).await
}

/// The next people who have not acknowledged it and were not looked at for this reminder.
pub async fn list_silent(tx: &mut Tx, (id, reminder): (Uuid, i64), most: i64) -> sqlx::Result<Vec<Uuid>> {
    within!(tx, on => sqlx::query_scalar(
        "SELECT person_id FROM broadcast_deliveries
         WHERE broadcast_id = $1 AND reminded < $2 AND acknowledged_at IS NULL ORDER BY person_id LIMIT $3")
        .bind(id).bind(reminder).bind(most).fetch_all(on))
}

/// These people were looked at for this reminder.
pub async fn mark_looked_at(tx: &mut Tx, (id, reminder): (Uuid, i64), people: &[Uuid]) -> sqlx::Result<()> {
    change(tx, id, ("reminded = ", reminder, ""), people).await
}

/// The next people whose letter lags behind a correction, with their round.
pub async fn list_lagging(
    tx: &mut Tx,
    (id, version): (Uuid, i64),
    most: i64,
) -> sqlx::Result<Vec<(Uuid, i64)>> {
    within!(tx, on => sqlx::query_as(
        "SELECT person_id, round FROM broadcast_deliveries
         WHERE broadcast_id = $1 AND is_written AND version < $2 ORDER BY person_id LIMIT $3")
        .bind(id).bind(version).bind(most).fetch_all(on))
}

/// Their letters were corrected.
pub async fn mark_corrected(
    tx: &mut Tx,
    (id, version): (Uuid, i64),
    people: &[(Uuid, i64)],
) -> sqlx::Result<()> {
    mark_written(tx, (id, version), people).await
}

/// Somebody says that they have read it; the first time counts. Returns whether it was for them.
pub async fn mark_acknowledged(
    tx: &mut Tx,
    id: Uuid,
    person: Uuid,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let changed = execute!(
        tx,
        sqlx::query(
            "UPDATE broadcast_deliveries SET acknowledged_at = COALESCE(acknowledged_at, $3)
             WHERE broadcast_id = $1 AND person_id = $2"
        )
        .bind(id)
        .bind(person)
        .bind(now)
    )?;
    Ok(changed == 1)
}

/// Somebody chooses an answer; the last one counts. Returns whether it was for them.
pub async fn mark_choice(tx: &mut Tx, (id, person): (Uuid, Uuid), choice: i64) -> sqlx::Result<bool> {
    let changed = execute!(
        tx,
        sqlx::query("UPDATE broadcast_deliveries SET choice = $3 WHERE broadcast_id = $1 AND person_id = $2")
            .bind(id)
            .bind(person)
            .bind(choice)
    )?;
    Ok(changed == 1)
}

/// Everybody an announcement was for, school by school, by name.
pub async fn list_recipients(db: &Db, id: Uuid) -> sqlx::Result<Vec<Recipient>> {
    read!(db, on => sqlx::query_as(
        "SELECT d.person_id, n.family_name, n.given_name, n.patronymic, s.short_title AS school, d.acknowledged_at,
             d.choice
         FROM broadcast_deliveries d LEFT JOIN person_identities n ON n.person_id = d.person_id
         LEFT JOIN school_names s ON s.school_id = d.school_id
         WHERE d.broadcast_id = $1 ORDER BY s.short_title, n.family_name, n.given_name, d.person_id")
        .bind(id).fetch_all(on))
}
