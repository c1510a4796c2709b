//! The statements about courses. Every one that names a course of somebody who speaks names its owner too.

#[cfg(test)]
mod tests;

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::model::{Attendance, Course, CourseKind};
use crate::{
    db::{Db, Tx},
    execute, read,
};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    person_id: Uuid,
    kind: String,
    title: String,
    provider: Option<String>,
    hours: Option<i64>,
    began_on: Option<NaiveDate>,
    ended_on: Option<NaiveDate>,
    in_register: Option<bool>,
    by_deficit: Option<bool>,
    attachment_id: Option<Uuid>,
}

impl Row {
    /// The course that the row means; none if this release does not know its kind.
    fn read(self) -> Option<Course> {
        Some(Course {
            id: self.id,
            person_id: self.person_id,
            kind: CourseKind::from_word(&self.kind)?,
            title: self.title,
            provider: self.provider,
            hours: self.hours,
            days: self.began_on.zip(self.ended_on),
            in_register: self.in_register,
            by_deficit: self.by_deficit,
            attachment_id: self.attachment_id,
        })
    }
}

/// Writes a course down.
pub async fn add_course(tx: &mut Tx, course: &Course, now: DateTime<Utc>) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO courses (id, person_id, kind, title, created_at) VALUES ($1, $2, $3, $4, $5)"
        )
        .bind(course.id)
        .bind(course.person_id)
        .bind(course.kind.as_str())
        .bind(&course.title)
        .bind(now)
    )?;
    save_course(tx, course).await
}

/// Writes down what a course is now.
pub async fn save_course(tx: &mut Tx, course: &Course) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE courses SET title = $3, provider = $4, hours = $5, began_on = $6, ended_on = $7,
                 in_register = $8, by_deficit = $9, attachment_id = $10 WHERE id = $1 AND person_id = $2"
        )
        .bind(course.id)
        .bind(course.person_id)
        .bind(&course.title)
        .bind(&course.provider)
        .bind(course.hours)
        .bind(course.days.map(|days| days.0))
        .bind(course.days.map(|days| days.1))
        .bind(course.in_register)
        .bind(course.by_deficit)
        .bind(course.attachment_id)
    )?;
    Ok(())
}

/// A course, whosever it is.
pub async fn find_course(db: &Db, id: Uuid) -> sqlx::Result<Option<Course>> {
    let row: Option<Row> = read!(db, on => sqlx::query_as(
        "SELECT id, person_id, kind, title, provider, hours, began_on, ended_on, in_register, by_deficit, attachment_id
         FROM courses WHERE id = $1")
        .bind(id).fetch_optional(on))?;
    Ok(row.and_then(Row::read))
}

/// A person's courses, the latest first, those without a day last.
pub async fn list_courses(db: &Db, person: Uuid) -> sqlx::Result<Vec<Course>> {
    let rows: Vec<Row> = read!(db, on => sqlx::query_as(
        "SELECT id, person_id, kind, title, provider, hours, began_on, ended_on, in_register, by_deficit, attachment_id
         FROM courses WHERE person_id = $1 ORDER BY ended_on IS NULL, ended_on DESC, id DESC")
        .bind(person).fetch_all(on))?;
    Ok(rows.into_iter().filter_map(Row::read).collect())
}

/// Deletes a course of this person.
pub async fn delete_course(tx: &mut Tx, id: Uuid, person: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("DELETE FROM courses WHERE id = $1 AND person_id = $2").bind(id).bind(person))?;
    Ok(())
}

/// Everybody whose main place of work lies within a municipality and a school, by name, with their last course.
pub async fn list_attendance(db: &Db, within: (Option<Uuid>, Option<Uuid>)) -> sqlx::Result<Vec<Attendance>> {
    read!(db, on => sqlx::query_as(
        "SELECT n.person_id, n.family_name, n.given_name, n.patronymic, w.school_short_title, w.post,
             (SELECT MAX(c.ended_on) FROM courses c WHERE c.person_id = n.person_id) AS last_on
         FROM workplaces w JOIN person_names n ON n.person_id = w.person_id
         WHERE w.is_main AND ($1 IS NULL OR w.municipality_id = $1) AND ($2 IS NULL OR w.school_id = $2)
         ORDER BY n.family_name, n.given_name, n.person_id")
        .bind(within.0).bind(within.1).fetch_all(on))
}

/// When the last course of everybody ended who works within, be it beside another place of work; nothing where none is
/// known.
pub async fn list_last_courses(
    db: &Db,
    within: (Option<Uuid>, Option<Uuid>),
) -> sqlx::Result<Vec<(Uuid, Option<NaiveDate>)>> {
    read!(db, on => sqlx::query_as(
        "SELECT w.person_id, MAX(c.ended_on) AS last_on
         FROM workplaces w JOIN courses c ON c.person_id = w.person_id
         WHERE ($1 IS NULL OR w.municipality_id = $1) AND ($2 IS NULL OR w.school_id = $2)
         GROUP BY w.person_id")
        .bind(within.0).bind(within.1).fetch_all(on))
}

/// Deletes a person's courses.
pub async fn forget_person(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("DELETE FROM courses WHERE person_id = $1").bind(person))?;
    Ok(())
}
