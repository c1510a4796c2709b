//! The statements about announcements; those about their deliveries and answers stand beside them.

mod answers;
mod deliveries;
mod old;

pub use answers::{
    add_answer, clear_optout, count_answers, count_of_person, forget_in_broadcasts, list_answers, list_muted,
    list_optouts, merge_in_broadcasts, set_optout,
};
pub use deliveries::{
    begin_again, find_delivery, list_deliveries, list_lagging, list_places, list_recipients, list_silent,
    list_unwritten, mark_acknowledged, mark_all_unwritten, mark_choice, mark_corrected, mark_looked_at,
    mark_written, take_people,
};
pub use old::{forget_broadcast, is_audience_used, is_file_used, list_old};

use chrono::{DateTime, Utc};
use sqlx::types::Json;
use uuid::Uuid;

use super::model::{Broadcast, Category, Extra, Pause, Repeat, State};
use crate::{
    db::{Db, Tx},
    execute, read,
    units::Unit,
};

const COLUMNS: &str = "SELECT id, municipality_id, author_id, sender_id, audience_id, category, words, new_words, files,
     buttons, state, pause, is_rough, starts_at, repeats, is_proven, version, is_correcting, reminders, is_reminding, muted, taken_at,
     ended_at FROM broadcasts ";

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    municipality_id: Option<Uuid>,
    author_id: Option<Uuid>,
    sender_id: Option<Uuid>,
    audience_id: Uuid,
    category: String,
    words: String,
    new_words: Option<String>,
    files: Json<Vec<Uuid>>,
    buttons: Json<Vec<Extra>>,
    state: String,
    pause: Option<String>,
    is_rough: bool,
    starts_at: Option<DateTime<Utc>>,
    repeats: Option<String>,
    is_proven: bool,
    version: i64,
    is_correcting: bool,
    reminders: i64,
    is_reminding: bool,
    muted: i64,
    taken_at: Option<DateTime<Utc>>,
    ended_at: Option<DateTime<Utc>>,
}

impl Row {
    fn read(self) -> sqlx::Result<Broadcast> {
        Ok(Broadcast {
            id: self.id,
            municipality: self.municipality_id,
            author: self.author_id,
            sender: self.sender_id,
            audience: self.audience_id,
            category: Category::from_word(&self.category).ok_or(sqlx::Error::RowNotFound)?,
            words: self.words,
            new_words: self.new_words,
            files: self.files.0,
            buttons: self.buttons.0,
            state: State::from_word(&self.state).ok_or(sqlx::Error::RowNotFound)?,
            pause: self.pause,
            is_rough: self.is_rough,
            starts_at: self.starts_at,
            repeats: self.repeats.as_deref().and_then(Repeat::from_word),
            is_proven: self.is_proven,
            version: self.version,
            is_correcting: self.is_correcting,
            reminders: self.reminders,
            is_reminding: self.is_reminding,
            muted: self.muted,
            taken_at: self.taken_at,
            ended_at: self.ended_at,
        })
    }
}

/// Writes an announcement down.
pub async fn add_broadcast(tx: &mut Tx, new: &Broadcast, now: DateTime<Utc>) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO broadcasts (id, municipality_id, author_id, sender_id, audience_id, category, words, files,
                 buttons, state, is_rough, starts_at, repeats, is_proven, version, is_correcting, reminders, is_reminding, muted,
                 created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, FALSE, 0, FALSE, 0, FALSE, 0, $14)"
        )
        .bind(new.id)
        .bind(new.municipality)
        .bind(new.author)
        .bind(new.sender)
        .bind(new.audience)
        .bind(new.category.as_str())
        .bind(&new.words)
        .bind(Json(&new.files))
        .bind(Json(&new.buttons))
        .bind(new.state.as_str())
        .bind(new.is_rough)
        .bind(new.starts_at)
        .bind(new.repeats.map(Repeat::as_str))
        .bind(now)
    )?;
    Ok(())
}

/// An announcement.
pub async fn find_broadcast(db: &Db, id: Uuid) -> sqlx::Result<Option<Broadcast>> {
    let query = format!("{COLUMNS} WHERE id = $1");
    let row: Option<Row> =
        read!(db, on => sqlx::query_as(sqlx::AssertSqlSafe(query)).bind(id).fetch_optional(on))?;
    row.map(Row::read).transpose()
}

/// The newest announcements of a unit; of drafts those of this author alone.
pub async fn list_broadcasts(db: &Db, unit: Unit, author: Uuid, most: i64) -> sqlx::Result<Vec<Broadcast>> {
    let query = format!(
        "{COLUMNS} WHERE COALESCE(municipality_id, $4) = COALESCE($1, $4) AND (state <> 'draft' OR author_id = $2)
         ORDER BY created_at DESC, id LIMIT $3"
    );
    let rows: Vec<Row> = read!(db, on => sqlx::query_as(sqlx::AssertSqlSafe(query))
        .bind(unit.municipality()).bind(author).bind(most).bind(Uuid::nil()).fetch_all(on))?;
    rows.into_iter().map(Row::read).collect()
}

/// What is under way in a unit or will begin, the next first.
pub async fn list_upcoming(db: &Db, unit: Unit) -> sqlx::Result<Vec<Broadcast>> {
    let query = format!(
        "{COLUMNS} WHERE COALESCE(municipality_id, $2) = COALESCE($1, $2) AND state IN ('running', 'paused', 'scheduled')
         ORDER BY starts_at, created_at, id LIMIT 500"
    );
    let rows: Vec<Row> = read!(db, on => sqlx::query_as(sqlx::AssertSqlSafe(query))
        .bind(unit.municipality()).bind(Uuid::nil()).fetch_all(on))?;
    rows.into_iter().map(Row::read).collect()
}

/// The announcements for which there is anything to do now, the longest waiting first.
pub async fn list_at_work(db: &Db, now: DateTime<Utc>) -> sqlx::Result<Vec<Broadcast>> {
    let query = format!(
        "{COLUMNS} WHERE state = 'running' OR (state = 'scheduled' AND starts_at <= $1) OR is_correcting OR is_reminding
         ORDER BY created_at, id"
    );
    let rows: Vec<Row> = read!(db, on => sqlx::query_as(sqlx::AssertSqlSafe(query)).bind(now).fetch_all(on))?;
    rows.into_iter().map(Row::read).collect()
}

/// Writes down what a draft says. Of anything but a draft nothing is changed.
pub async fn save_draft(tx: &mut Tx, draft: &Broadcast) -> sqlx::Result<bool> {
    let changed = execute!(
        tx,
        sqlx::query(
            "UPDATE broadcasts SET category = $2, words = $3, files = $4, buttons = $5, starts_at = $6, repeats = $7
             WHERE id = $1 AND state = 'draft'"
        )
        .bind(draft.id)
        .bind(draft.category.as_str())
        .bind(&draft.words)
        .bind(Json(&draft.files))
        .bind(Json(&draft.buttons))
        .bind(draft.starts_at)
        .bind(draft.repeats.map(Repeat::as_str))
    )?;
    Ok(changed == 1)
}

/// Deletes a draft.
pub async fn forget_draft(tx: &mut Tx, id: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("DELETE FROM broadcasts WHERE id = $1 AND state = 'draft'").bind(id))?;
    Ok(())
}

/// Sets an announcement going, now or at its moment, in the name of whoever had it sent. Returns whether it was a draft:
/// pressed twice, it goes once.
pub async fn launch(
    tx: &mut Tx,
    (id, sender): (Uuid, Uuid),
    (state, is_rough): (State, bool),
) -> sqlx::Result<bool> {
    let changed = execute!(
        tx,
        sqlx::query(
            "UPDATE broadcasts SET state = $3, sender_id = $2, is_rough = $4 WHERE id = $1 AND state = 'draft'"
        )
        .bind(id)
        .bind(sender)
        .bind(state.as_str())
        .bind(is_rough)
    )?;
    Ok(changed == 1)
}

/// Changes how far an announcement is, if it still is where it was thought to be.
pub async fn change_state(
    tx: &mut Tx,
    id: Uuid,
    (from, to): (State, State),
    pause: Option<Pause>,
) -> sqlx::Result<bool> {
    let changed = execute!(
        tx,
        sqlx::query("UPDATE broadcasts SET state = $3, pause = $4 WHERE id = $1 AND state = $2")
            .bind(id)
            .bind(from.as_str())
            .bind(to.as_str())
            .bind(pause.map(Pause::as_str))
    )?;
    Ok(changed == 1)
}

/// From now on this person answers for its going on.
pub async fn set_sender(tx: &mut Tx, id: Uuid, sender: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("UPDATE broadcasts SET sender_id = $2 WHERE id = $1").bind(id).bind(sender))?;
    Ok(())
}

/// It waits for another moment.
pub async fn set_start(tx: &mut Tx, id: Uuid, starts_at: DateTime<Utc>) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("UPDATE broadcasts SET starts_at = $2 WHERE id = $1").bind(id).bind(starts_at))?;
    Ok(())
}

/// Its coming again is written down elsewhere.
pub async fn end_repeating(tx: &mut Tx, id: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("UPDATE broadcasts SET repeats = NULL WHERE id = $1").bind(id))?;
    Ok(())
}

/// Its first letters went well, or somebody has looked at them.
pub async fn mark_proven(tx: &mut Tx, id: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("UPDATE broadcasts SET is_proven = TRUE WHERE id = $1").bind(id))?;
    Ok(())
}

/// Holds an announcement until the transaction ends, if it still is as it was read: whoever stops, recalls or corrects it
/// meanwhile waits, or came first.
pub async fn hold(tx: &mut Tx, read: &Broadcast) -> sqlx::Result<bool> {
    let held = execute!(
        tx,
        sqlx::query("UPDATE broadcasts SET version = version WHERE id = $1 AND state = $2 AND version = $3")
            .bind(read.id)
            .bind(read.state.as_str())
            .bind(read.version)
    )?;
    Ok(held == 1)
}

/// Pauses everything that goes out at `now` or should have begun by then.
pub async fn pause_all(tx: &mut Tx, now: DateTime<Utc>) -> sqlx::Result<u64> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE broadcasts SET state = 'paused', pause = $2, is_reminding = FALSE
             WHERE state = 'running' OR (state = 'scheduled' AND starts_at <= $1)"
        )
        .bind(now)
        .bind(Pause::Wished.as_str())
    )
}

/// It came to its end.
pub async fn mark_ended(tx: &mut Tx, id: Uuid, state: State, now: DateTime<Utc>) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE broadcasts SET state = $2, ended_at = $3, pause = NULL WHERE id = $1")
            .bind(id)
            .bind(state.as_str())
            .bind(now)
    )?;
    Ok(())
}

/// Keeps the words of a correction until it is confirmed.
pub async fn set_new_words(tx: &mut Tx, id: Uuid, words: Option<&str>) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("UPDATE broadcasts SET new_words = $2 WHERE id = $1").bind(id).bind(words))?;
    Ok(())
}

/// Puts the kept words in the place of the old ones; deliveries lag behind from now on. Returns whether there were any.
pub async fn begin_correcting(tx: &mut Tx, id: Uuid) -> sqlx::Result<bool> {
    let changed = execute!(
        tx,
        sqlx::query(
            "UPDATE broadcasts SET words = new_words, new_words = NULL, version = version + 1, is_correcting = TRUE
             WHERE id = $1 AND new_words IS NOT NULL AND state IN ('running', 'paused', 'done', 'stopped')"
        )
        .bind(id)
    )?;
    Ok(changed == 1)
}

/// Takes an announcement back; deliveries lag behind from now on. Returns whether it was not taken back before.
pub async fn begin_recall(tx: &mut Tx, id: Uuid, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let changed = execute!(
        tx,
        sqlx::query(
            "UPDATE broadcasts SET state = 'recalled', pause = NULL, new_words = NULL, version = version + 1,
                 is_correcting = TRUE, is_reminding = FALSE, ended_at = COALESCE(ended_at, $2)
             WHERE id = $1 AND state IN ('running', 'paused', 'done', 'stopped')"
        )
        .bind(id)
        .bind(now)
    )?;
    Ok(changed == 1)
}

/// Every delivery has what was last said.
pub async fn mark_all_corrected(tx: &mut Tx, id: Uuid, version: i64) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE broadcasts SET is_correcting = FALSE WHERE id = $1 AND version = $2")
            .bind(id)
            .bind(version)
    )?;
    Ok(())
}

/// The silent were reminded once more. Returns whether nobody else did so at the same moment.
pub async fn mark_reminded(tx: &mut Tx, id: Uuid, before: i64) -> sqlx::Result<bool> {
    let changed = execute!(
        tx,
        sqlx::query("UPDATE broadcasts SET reminders = reminders + 1, is_reminding = TRUE WHERE id = $1 AND reminders = $2")
            .bind(id)
            .bind(before)
    )?;
    Ok(changed == 1)
}

/// Everybody was looked at for the last reminder.
pub async fn mark_all_reminded(tx: &mut Tx, id: Uuid, reminders: i64) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE broadcasts SET is_reminding = FALSE WHERE id = $1 AND reminders = $2")
            .bind(id)
            .bind(reminders)
    )?;
    Ok(())
}

/// Who else may deal with an announcement of a municipality.
pub async fn list_coordinators(db: &Db, municipality: Option<Uuid>) -> sqlx::Result<Vec<Uuid>> {
    read!(db, on => sqlx::query_scalar(
        "SELECT DISTINCT person_id FROM roles_held
         WHERE (role = 'coordinator' AND municipality_id = $1) OR role = 'regional_coordinator'")
        .bind(municipality).fetch_all(on))
}
