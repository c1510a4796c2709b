//! The statements about threads, their members and messages.

#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::model::{NewMessage, NewThread, Thread, ThreadMessage};
use crate::{
    db::{Db, Tx},
    execute, read, within,
};

/// Opens the thread of a cause, or finds it where it was opened before; returns our id.
pub async fn open_thread(tx: &mut Tx, new: NewThread, now: DateTime<Utc>) -> sqlx::Result<Uuid> {
    let id: Uuid = within!(tx, on => sqlx::query_scalar(
        "INSERT INTO threads (id, owner, cause, of_person, last_number, created_at) VALUES ($1, $2, $3, $4, 0, $5)
         ON CONFLICT (owner, cause) DO UPDATE SET owner = excluded.owner RETURNING id")
        .bind(Uuid::now_v7()).bind(new.owner).bind(new.cause).bind(new.of_person).bind(now).fetch_one(on))?;
    add_member(tx, id, new.of_person, now).await?;
    Ok(id)
}

/// Takes somebody in, also again. Returns whether they were not in it.
pub async fn add_member(tx: &mut Tx, thread: Uuid, person: Uuid, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let added = execute!(
        tx,
        sqlx::query(
            "INSERT INTO thread_members (thread_id, person_id, joined_at) VALUES ($1, $2, $3)
             ON CONFLICT (thread_id, person_id) DO UPDATE SET joined_at = excluded.joined_at, left_at = NULL
                 WHERE thread_members.left_at IS NOT NULL"
        )
        .bind(thread)
        .bind(person)
        .bind(now)
    )?;
    Ok(added == 1)
}

/// Lets somebody go.
pub async fn end_member(tx: &mut Tx, thread: Uuid, person: Uuid, now: DateTime<Utc>) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE thread_members SET left_at = $3 WHERE thread_id = $1 AND person_id = $2 AND left_at IS NULL"
        )
        .bind(thread)
        .bind(person)
        .bind(now)
    )?;
    Ok(())
}

/// The other members of a thread.
pub async fn others_within(tx: &mut Tx, thread: Uuid, author: Uuid) -> sqlx::Result<Vec<Uuid>> {
    within!(tx, on => sqlx::query_scalar(
        "SELECT person_id FROM thread_members WHERE thread_id = $1 AND person_id <> $2 AND left_at IS NULL
         ORDER BY joined_at, person_id")
        .bind(thread).bind(author).fetch_all(on))
}

/// Whether somebody is in a thread.
pub async fn is_member(db: &Db, thread: Uuid, person: Uuid) -> sqlx::Result<bool> {
    let found: Option<i64> = read!(db, on => sqlx::query_scalar(
        "SELECT CAST(1 AS BIGINT) FROM thread_members WHERE thread_id = $1 AND person_id = $2 AND left_at IS NULL")
        .bind(thread).bind(person).fetch_optional(on))?;
    Ok(found.is_some())
}

/// How many of the others in a thread can be reached nowhere now.
pub async fn count_out_of_reach(db: &Db, thread: Uuid, author: Uuid) -> sqlx::Result<i64> {
    read!(db, on => sqlx::query_scalar(
        "SELECT COUNT(*) FROM thread_members m WHERE m.thread_id = $1 AND m.person_id <> $2 AND m.left_at IS NULL
             AND NOT EXISTS (SELECT 1 FROM addresses a WHERE a.person_id = m.person_id AND a.state = 'live')")
        .bind(thread).bind(author).fetch_one(on))
}

/// Writes a message down under the next number of the thread. Nothing is written where the thread is closed, or where
/// the same message of a messenger was written before.
pub async fn add_message(
    tx: &mut Tx,
    (thread, author): (Uuid, Uuid),
    new: &NewMessage,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Uuid>> {
    // The update takes the row's lock, so that numbers follow each other and a source is looked for in peace.
    let number: Option<i64> = within!(tx, on => sqlx::query_scalar(
        "UPDATE threads SET last_number = last_number + 1 WHERE id = $1 AND closed_at IS NULL RETURNING last_number")
        .bind(thread).fetch_optional(on))?;
    let Some(number) = number else { return Ok(None) };
    let id = Uuid::now_v7();
    let added = execute!(
        tx,
        sqlx::query(
            "INSERT INTO thread_messages (id, thread_id, number, author_id, words, source, said_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (source) WHERE source IS NOT NULL DO NOTHING"
        )
        .bind(id)
        .bind(thread)
        .bind(number)
        .bind(author)
        .bind(&new.words)
        .bind(&new.source)
        .bind(now)
    )?;
    if added == 0 {
        return Ok(None);
    }
    for (position, file) in (0_i64..).zip(&new.files) {
        execute!(
            tx,
            sqlx::query("INSERT INTO thread_files (message_id, position, attachment_id) VALUES ($1, $2, $3)")
                .bind(id)
                .bind(position)
                .bind(file)
        )?;
    }
    Ok(Some(id))
}

/// Puts other words in the place of what this author said in an open thread. Returns thread and message.
pub async fn edit_message(
    tx: &mut Tx,
    (author, source): (Uuid, &str),
    words: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<(Uuid, Uuid)>> {
    within!(tx, on => sqlx::query_as(
        "UPDATE thread_messages SET words = $3, edited_at = $4 WHERE author_id = $1 AND source = $2 AND words <> $3
             AND thread_id IN (SELECT id FROM threads WHERE closed_at IS NULL)
         RETURNING thread_id, id")
        .bind(author).bind(source).bind(words).bind(now).fetch_optional(on))
}

/// Whether this author said something in a thread with this message of a messenger.
pub async fn is_source(db: &Db, author: Uuid, source: &str) -> sqlx::Result<bool> {
    let found: Option<i64> = read!(db, on => sqlx::query_scalar(
        "SELECT CAST(1 AS BIGINT) FROM thread_messages WHERE author_id = $1 AND source = $2")
        .bind(author).bind(source).fetch_optional(on))?;
    Ok(found.is_some())
}

/// A thread.
pub async fn find_thread(db: &Db, id: Uuid) -> sqlx::Result<Option<Thread>> {
    read!(db, on => sqlx::query_as("SELECT id, owner, cause, closed_at FROM threads WHERE id = $1")
        .bind(id).fetch_optional(on))
}

/// The thread of a cause.
pub async fn find_thread_of(db: &Db, owner: &str, cause: Uuid) -> sqlx::Result<Option<Thread>> {
    read!(db, on => sqlx::query_as("SELECT id, owner, cause, closed_at FROM threads WHERE owner = $1 AND cause = $2")
        .bind(owner).bind(cause).fetch_optional(on))
}

/// The thread of a cause, inside a transaction.
pub async fn thread_within(tx: &mut Tx, owner: &str, cause: Uuid) -> sqlx::Result<Option<Thread>> {
    within!(tx, on => sqlx::query_as(
        "SELECT id, owner, cause, closed_at FROM threads WHERE owner = $1 AND cause = $2")
        .bind(owner).bind(cause).fetch_optional(on))
}

/// The open threads that somebody is in, the one where something was said last first.
pub async fn list_open(db: &Db, person: Uuid, most: i64) -> sqlx::Result<Vec<Thread>> {
    read!(db, on => sqlx::query_as(
        "SELECT t.id, t.owner, t.cause, t.closed_at FROM thread_members m JOIN threads t ON t.id = m.thread_id
         WHERE m.person_id = $1 AND m.left_at IS NULL AND t.closed_at IS NULL
         ORDER BY (SELECT MAX(s.said_at) FROM thread_messages s WHERE s.thread_id = t.id) DESC, t.id LIMIT $2")
        .bind(person).bind(most).fetch_all(on))
}

/// Closes a thread.
pub async fn mark_closed(tx: &mut Tx, id: Uuid, now: DateTime<Utc>) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE threads SET closed_at = $2 WHERE id = $1 AND closed_at IS NULL")
            .bind(id)
            .bind(now)
    )?;
    Ok(())
}

/// Opens a closed thread again.
pub async fn reopen_thread(tx: &mut Tx, id: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("UPDATE threads SET closed_at = NULL WHERE id = $1").bind(id))?;
    Ok(())
}

/// Deletes the thread of a cause with everything said in it.
pub async fn delete_thread(tx: &mut Tx, owner: &str, cause: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("DELETE FROM threads WHERE owner = $1 AND cause = $2").bind(owner).bind(cause))?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    number: i64,
    author_id: Option<Uuid>,
    words: String,
    said_at: DateTime<Utc>,
    edited_at: Option<DateTime<Utc>>,
}

impl Row {
    fn with(self, files: &[(Uuid, Uuid)]) -> ThreadMessage {
        let own = files.iter().filter(|(message, _)| *message == self.id).map(|(_, file)| *file);
        ThreadMessage {
            files: own.collect(),
            id: self.id,
            number: self.number,
            author_id: self.author_id,
            words: self.words,
            said_at: self.said_at,
            edited_at: self.edited_at,
        }
    }
}

const ROWS: &str = "SELECT id, number, author_id, words, said_at, edited_at FROM thread_messages
     WHERE thread_id = $1 ORDER BY number";
const FILES: &str = "SELECT f.message_id, f.attachment_id FROM thread_files f
     JOIN thread_messages m ON m.id = f.message_id WHERE m.thread_id = $1 ORDER BY f.message_id, f.position";

/// Everything said in a thread, in order.
pub async fn list_messages(db: &Db, thread: Uuid) -> sqlx::Result<Vec<ThreadMessage>> {
    let rows: Vec<Row> = read!(db, on => sqlx::query_as(ROWS).bind(thread).fetch_all(on))?;
    let files: Vec<(Uuid, Uuid)> = read!(db, on => sqlx::query_as(FILES).bind(thread).fetch_all(on))?;
    Ok(rows.into_iter().map(|row| row.with(&files)).collect())
}

/// The same inside a transaction.
pub async fn messages_within(tx: &mut Tx, thread: Uuid) -> sqlx::Result<Vec<ThreadMessage>> {
    let rows: Vec<Row> = within!(tx, on => sqlx::query_as(ROWS).bind(thread).fetch_all(on))?;
    let files: Vec<(Uuid, Uuid)> = within!(tx, on => sqlx::query_as(FILES).bind(thread).fetch_all(on))?;
    Ok(rows.into_iter().map(|row| row.with(&files)).collect())
}

/// Who has said something in a thread.
pub async fn list_authors(db: &Db, thread: Uuid) -> sqlx::Result<Vec<Uuid>> {
    read!(db, on => sqlx::query_scalar(
        "SELECT DISTINCT author_id FROM thread_messages WHERE thread_id = $1 AND author_id IS NOT NULL")
        .bind(thread).fetch_all(on))
}

/// A message.
pub async fn find_message(db: &Db, id: Uuid) -> sqlx::Result<Option<ThreadMessage>> {
    let row: Option<Row> = read!(db, on => sqlx::query_as(
        "SELECT id, number, author_id, words, said_at, edited_at FROM thread_messages WHERE id = $1")
        .bind(id).fetch_optional(on))?;
    let files: Vec<(Uuid, Uuid)> = read!(db, on => sqlx::query_as(
        "SELECT message_id, attachment_id FROM thread_files WHERE message_id = $1 ORDER BY position")
        .bind(id).fetch_all(on))?;
    Ok(row.map(|row| row.with(&files)))
}

/// How many messages somebody has written.
pub async fn count_said(db: &Db, person: Uuid) -> sqlx::Result<i64> {
    read!(db, on => sqlx::query_scalar("SELECT COUNT(*) FROM thread_messages WHERE author_id = $1")
        .bind(person).fetch_one(on))
}

/// Deletes somebody's threads, and their name from what they wrote in others'.
pub async fn forget_person(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    for statement in [
        "DELETE FROM threads WHERE of_person = $1",
        "DELETE FROM thread_members WHERE person_id = $1",
        "UPDATE thread_messages SET author_id = NULL, source = NULL WHERE author_id = $1",
    ] {
        execute!(tx, sqlx::query(statement).bind(person))?;
    }
    Ok(())
}

/// Makes one person's threads and messages another's.
pub async fn merge_person(tx: &mut Tx, from: Uuid, into: Uuid) -> sqlx::Result<()> {
    for statement in [
        "UPDATE threads SET of_person = $2 WHERE of_person = $1",
        "DELETE FROM thread_members WHERE person_id = $1
         AND thread_id IN (SELECT thread_id FROM thread_members WHERE person_id = $2)",
        "UPDATE thread_members SET person_id = $2 WHERE person_id = $1",
        "UPDATE thread_messages SET author_id = $2 WHERE author_id = $1",
    ] {
        execute!(tx, sqlx::query(statement).bind(from).bind(into))?;
    }
    Ok(())
}
