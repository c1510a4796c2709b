//! The statements about what colleagues say of lessons, and the lessons that are ahead.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sqlx::types::Json;
use uuid::Uuid;

use super::Listed;
use crate::{
    db::{Db, Tx},
    execute,
    meetings::model::LessonSheet,
    read, within,
};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    meeting_id: Uuid,
    teacher_id: Uuid,
    author_id: Option<Uuid>,
    answers: Json<BTreeMap<String, String>>,
    finished_at: Option<DateTime<Utc>>,
    kept_at: Option<DateTime<Utc>>,
}

impl From<Row> for LessonSheet {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            meeting: row.meeting_id,
            teacher: row.teacher_id,
            author: row.author_id,
            answers: row.answers.0,
            finished_at: row.finished_at,
            kept_at: row.kept_at,
        }
    }
}

/// Begins a sheet, unless this author has one of this lesson.
pub async fn begin_sheet(tx: &mut Tx, sheet: &LessonSheet, now: DateTime<Utc>) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO lesson_sheets (id, meeting_id, teacher_id, author_id, answers, created_at)
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (meeting_id, teacher_id, author_id) DO NOTHING"
        )
        .bind(sheet.id)
        .bind(sheet.meeting)
        .bind(sheet.teacher)
        .bind(sheet.author)
        .bind(Json(&sheet.answers))
        .bind(now)
    )?;
    Ok(())
}

/// The sheets of a lesson, the oldest first.
pub async fn list_sheets(db: &Db, meeting: Uuid) -> sqlx::Result<Vec<LessonSheet>> {
    let rows: Vec<Row> = read!(db, on => sqlx::query_as(
        "SELECT id, meeting_id, teacher_id, author_id, answers, finished_at, kept_at FROM lesson_sheets
         WHERE meeting_id = $1 ORDER BY created_at, id").bind(meeting).fetch_all(on))?;
    Ok(rows.into_iter().map(LessonSheet::from).collect())
}

/// A sheet.
pub async fn find_sheet(db: &Db, id: Uuid) -> sqlx::Result<Option<LessonSheet>> {
    let row: Option<Row> = read!(db, on => sqlx::query_as(
        "SELECT id, meeting_id, teacher_id, author_id, answers, finished_at, kept_at FROM lesson_sheets WHERE id = $1")
        .bind(id).fetch_optional(on))?;
    Ok(row.map(LessonSheet::from))
}

/// The same within a transaction.
pub async fn sheet_within(tx: &mut Tx, id: Uuid) -> sqlx::Result<Option<LessonSheet>> {
    let row: Option<Row> = within!(tx, on => sqlx::query_as(
        "SELECT id, meeting_id, teacher_id, author_id, answers, finished_at, kept_at FROM lesson_sheets WHERE id = $1")
        .bind(id).fetch_optional(on))?;
    Ok(row.map(LessonSheet::from))
}

/// Writes the answers of a sheet down, and whether it is finished and kept.
pub async fn save_sheet(tx: &mut Tx, sheet: &LessonSheet) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE lesson_sheets SET answers = $2, finished_at = $3, kept_at = $4 WHERE id = $1")
            .bind(sheet.id)
            .bind(Json(&sheet.answers))
            .bind(sheet.finished_at)
            .bind(sheet.kept_at)
    )?;
    Ok(())
}

/// The sheets of their own lessons that a teacher keeps, with the lesson, the newest first.
pub async fn list_kept_sheets(db: &Db, teacher: Uuid) -> sqlx::Result<Vec<(Uuid, Option<Uuid>)>> {
    read!(db, on => sqlx::query_as(
        "SELECT meeting_id, author_id FROM lesson_sheets WHERE teacher_id = $1 AND kept_at IS NOT NULL
         ORDER BY created_at DESC, id").bind(teacher).fetch_all(on))
}

/// Whether a methodologist accompanies a teacher.
pub async fn accompanies(db: &Db, methodologist: Uuid, teacher: Uuid) -> sqlx::Result<bool> {
    let count: i64 = read!(db, on => sqlx::query_scalar(
        "SELECT COUNT(*) FROM people_accompanied WHERE methodologist_id = $1 AND person_id = $2")
        .bind(methodologist).bind(teacher).fetch_one(on))?;
    Ok(count > 0)
}

/// Lessons that somebody may visit or has visited since an instant: those to which they were called, and those that are
/// open where they work. With who calls, soonest first.
pub async fn list_lessons(
    db: &Db,
    (person, kind): (Uuid, &str),
    since: DateTime<Utc>,
    most: i64,
) -> sqlx::Result<Vec<(Listed, String)>> {
    #[derive(sqlx::FromRow)]
    struct Lesson {
        #[sqlx(flatten)]
        listed: Listed,
        host: String,
    }
    let rows: Vec<Lesson> = read!(db, on => sqlx::query_as(
        "SELECT m.id, m.programme, m.state, i.reply, m.host
         FROM meetings m LEFT JOIN meeting_invited i ON i.meeting_id = m.id AND i.person_id = $1
         WHERE m.kind = $2 AND m.state = 'open' AND m.ends_at > $3
             AND (i.told >= 0 OR (m.is_open AND EXISTS (SELECT 1 FROM workplaces w WHERE w.person_id = $1
                 AND (m.municipality_id IS NULL OR w.municipality_id = m.municipality_id))))
         ORDER BY m.starts_at, m.id LIMIT $4")
        .bind(person).bind(kind).bind(since).bind(most).fetch_all(on))?;
    Ok(rows.into_iter().map(|lesson| (lesson.listed, lesson.host)).collect())
}
