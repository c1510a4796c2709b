//! The statements about entries, categories and self-education. Every one that names an entry names its owner too.

#[cfg(test)]
mod tests;

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::model::{Attestee, Category, EntryKind, Grade, PortfolioEntry, SelfStudy};
use crate::{
    db::{Db, Tx},
    execute, read, within,
};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    person_id: Uuid,
    kind: String,
    title: String,
    day: Option<NaiveDate>,
    role: Option<String>,
    words: Option<String>,
    attachment_id: Option<Uuid>,
}

impl Row {
    /// The entry that the row means; none if this release does not know its kind.
    fn read(self) -> Option<PortfolioEntry> {
        Some(PortfolioEntry {
            id: self.id,
            person_id: self.person_id,
            kind: EntryKind::from_word(&self.kind)?,
            title: self.title,
            day: self.day,
            role: self.role,
            words: self.words,
            attachment_id: self.attachment_id,
        })
    }
}

/// Writes an entry down, or what it is now.
pub async fn save_entry(tx: &mut Tx, entry: &PortfolioEntry, now: DateTime<Utc>) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO portfolio_entries (id, person_id, kind, title, day, role, words, attachment_id, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             ON CONFLICT (id) DO UPDATE SET title = excluded.title, day = excluded.day, role = excluded.role,
                 words = excluded.words, attachment_id = excluded.attachment_id
             WHERE portfolio_entries.person_id = excluded.person_id"
        )
        .bind(entry.id)
        .bind(entry.person_id)
        .bind(entry.kind.as_str())
        .bind(&entry.title)
        .bind(entry.day)
        .bind(&entry.role)
        .bind(&entry.words)
        .bind(entry.attachment_id)
        .bind(now)
    )?;
    Ok(())
}

/// An entry of this person.
pub async fn find_entry(db: &Db, id: Uuid, person: Uuid) -> sqlx::Result<Option<PortfolioEntry>> {
    let row: Option<Row> = read!(db, on => sqlx::query_as(
        "SELECT id, person_id, kind, title, day, role, words, attachment_id FROM portfolio_entries
         WHERE id = $1 AND person_id = $2")
        .bind(id).bind(person).fetch_optional(on))?;
    Ok(row.and_then(Row::read))
}

/// A person's entries, the latest first, those without a day last.
pub async fn list_entries(db: &Db, person: Uuid) -> sqlx::Result<Vec<PortfolioEntry>> {
    let rows: Vec<Row> = read!(db, on => sqlx::query_as(
        "SELECT id, person_id, kind, title, day, role, words, attachment_id FROM portfolio_entries
         WHERE person_id = $1 ORDER BY day IS NULL, day DESC, id DESC")
        .bind(person).fetch_all(on))?;
    Ok(rows.into_iter().filter_map(Row::read).collect())
}

/// Deletes an entry of this person.
pub async fn delete_entry(tx: &mut Tx, id: Uuid, person: Uuid) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("DELETE FROM portfolio_entries WHERE id = $1 AND person_id = $2").bind(id).bind(person)
    )?;
    Ok(())
}

/// The categories of a person, one a post.
pub async fn list_categories(db: &Db, person: Uuid) -> sqlx::Result<Vec<Category>> {
    type Line = (String, String, Option<NaiveDate>, Option<NaiveDate>);
    let rows: Vec<Line> = read!(db, on => sqlx::query_as(
        "SELECT post, grade, given_on, until_on FROM portfolio_categories WHERE person_id = $1 ORDER BY post")
        .bind(person).fetch_all(on))?;
    let category = |(post, grade, given_on, until): Line| {
        Some(Category { post, grade: Grade::from_word(&grade)?, given_on, until })
    };
    Ok(rows.into_iter().filter_map(category).collect())
}

/// Writes down the category of a person in a post.
pub async fn save_category(tx: &mut Tx, person: Uuid, category: &Category) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO portfolio_categories (person_id, post, grade, given_on, until_on)
             VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (person_id, post) DO UPDATE SET grade = excluded.grade, given_on = excluded.given_on,
                 until_on = excluded.until_on"
        )
        .bind(person)
        .bind(&category.post)
        .bind(category.grade.as_str())
        .bind(category.given_on)
        .bind(category.until)
    )?;
    Ok(())
}

/// Says that a person has no category in a post.
pub async fn delete_category(tx: &mut Tx, person: Uuid, post: &str) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("DELETE FROM portfolio_categories WHERE person_id = $1 AND post = $2")
            .bind(person)
            .bind(post)
    )?;
    Ok(())
}

/// What a person works on by themself.
pub async fn find_study(db: &Db, person: Uuid) -> sqlx::Result<SelfStudy> {
    let row: Option<(Option<String>, Option<String>, Option<String>)> = read!(db, on => sqlx::query_as(
        "SELECT topic, plan, report FROM portfolio_studies WHERE person_id = $1")
        .bind(person).fetch_optional(on))?;
    let (topic, plan, report) = row.unwrap_or_default();
    Ok(SelfStudy { topic, plan, report })
}

/// Writes down what a person works on by themself.
pub async fn save_study(tx: &mut Tx, person: Uuid, study: &SelfStudy) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO portfolio_studies (person_id, topic, plan, report) VALUES ($1, $2, $3, $4)
             ON CONFLICT (person_id) DO UPDATE SET topic = excluded.topic, plan = excluded.plan,
                 report = excluded.report"
        )
        .bind(person)
        .bind(&study.topic)
        .bind(&study.plan)
        .bind(&study.report)
    )?;
    Ok(())
}

/// Whose category ends by this day, of those who work within a municipality and a school in that post; by the day.
pub async fn list_attestees(
    db: &Db,
    within: (Option<Uuid>, Option<Uuid>),
    by: NaiveDate,
) -> sqlx::Result<Vec<Attestee>> {
    read!(db, on => sqlx::query_as(
        "SELECT n.person_id, n.family_name, n.given_name, n.patronymic, w.school_short_title, c.post, c.grade,
             c.until_on, s.topic,
             (SELECT COUNT(*) FROM portfolio_entries e WHERE e.person_id = c.person_id) AS entries
         FROM portfolio_categories c JOIN workplaces w ON w.person_id = c.person_id AND w.post = c.post
         JOIN person_names n ON n.person_id = c.person_id
         LEFT JOIN portfolio_studies s ON s.person_id = c.person_id
         WHERE c.until_on <= $3 AND ($1 IS NULL OR w.municipality_id = $1) AND ($2 IS NULL OR w.school_id = $2)
         ORDER BY c.until_on, n.family_name, n.given_name, n.person_id")
        .bind(within.0).bind(within.1).bind(by).fetch_all(on))
}

/// Somebody in a post whose category ends some day.
pub async fn find_attestee(db: &Db, person: Uuid, post: &str) -> sqlx::Result<Option<Attestee>> {
    read!(db, on => sqlx::query_as(
        "SELECT n.person_id, n.family_name, n.given_name, n.patronymic, w.school_short_title, c.post, c.grade,
             c.until_on, s.topic,
             (SELECT COUNT(*) FROM portfolio_entries e WHERE e.person_id = c.person_id) AS entries
         FROM portfolio_categories c JOIN workplaces w ON w.person_id = c.person_id AND w.post = c.post
         JOIN person_names n ON n.person_id = c.person_id
         LEFT JOIN portfolio_studies s ON s.person_id = c.person_id
         WHERE c.person_id = $1 AND c.post = $2 AND c.until_on IS NOT NULL ORDER BY w.is_main DESC LIMIT 1")
        .bind(person).bind(post).fetch_optional(on))
}

/// Whose category in which post ends within these days, the first and the last included.
pub async fn list_ending(
    tx: &mut Tx,
    (from, until): (NaiveDate, NaiveDate),
) -> sqlx::Result<Vec<(Uuid, String, NaiveDate)>> {
    within!(tx, on => sqlx::query_as(
        "SELECT person_id, post, until_on FROM portfolio_categories
         WHERE until_on >= $1 AND until_on <= $2 ORDER BY person_id, post")
        .bind(from).bind(until).fetch_all(on))
}

/// Deletes everything about a person.
pub async fn forget_person(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("DELETE FROM portfolio_entries WHERE person_id = $1").bind(person))?;
    execute!(tx, sqlx::query("DELETE FROM portfolio_categories WHERE person_id = $1").bind(person))?;
    execute!(tx, sqlx::query("DELETE FROM portfolio_studies WHERE person_id = $1").bind(person))?;
    Ok(())
}

/// Two people are one: what the first kept is the second's; of a post and of self-education the second's own counts.
pub async fn merge_portfolios(tx: &mut Tx, from: Uuid, into: Uuid) -> sqlx::Result<()> {
    for statement in [
        "UPDATE portfolio_entries SET person_id = $2 WHERE person_id = $1",
        "UPDATE portfolio_categories SET person_id = $2 WHERE person_id = $1 AND NOT EXISTS (
             SELECT 1 FROM portfolio_categories own
             WHERE own.person_id = $2 AND own.post = portfolio_categories.post)",
        "UPDATE portfolio_studies SET person_id = $2 WHERE person_id = $1 AND NOT EXISTS (
             SELECT 1 FROM portfolio_studies own WHERE own.person_id = $2)",
    ] {
        execute!(tx, sqlx::query(statement).bind(from).bind(into))?;
    }
    Ok(())
}
