//! The statements about meetings; those about who was called, and lists of meetings, stand beside them.

mod after;
mod around;
mod fields;
mod invited;
mod lists;
mod people;
mod plans;
mod sheets;

pub use after::{
    certify, find_stage, forget_details, forget_meeting, is_audience_used, list_attended, list_old,
    list_untold_certificates, list_with_details, mark_all_attended, mark_certificate_told, set_award,
    set_part, set_stage,
};
pub use around::{count_ahead, list_around, list_called, list_over};
pub use fields::{
    add_material, begin_sharing, end_sharing, forget_wishes, list_materials, list_sharing, list_unshared,
    list_wishes, mark_shared, merge_wishes, remove_material, set_wish,
};
pub use invited::{
    add_invited, count_seats, find_invited, first_in_line, has_code_tries, invited_within, list_due_offers,
    list_lagging, mark_attended, mark_file, mark_told, next_offer_end, save_reply, set_reason, take_people,
};
pub use lists::{
    ComingMeeting, Listed, count_replies, find_participant, last_called, list_coming_for, list_overlapping,
    list_participants, next_number,
};
pub use people::{
    add_visitor, count_of_person, find_name, forget_in_meetings, list_coordinators, list_main_schools,
    list_visitors, merge_in_meetings, remove_visitor,
};

pub use plans::{
    begin_due_notices, has_any, has_due_notices, last_of_kind, list_days_off, list_planned, list_pool,
    list_pools, mark_gap, next_notice, set_notice,
};
pub use sheets::{
    accompanies, begin_sheet, find_sheet, list_kept_sheets, list_lessons, list_sheets, save_sheet,
    sheet_within,
};

use chrono::{DateTime, Utc};
use sqlx::types::Json;
use uuid::Uuid;

use super::model::{Meeting, MeetingState, Minutes, Programme};
use crate::{
    db::{Db, Tx},
    execute, read,
    units::Unit,
    within,
};

macro_rules! columns {
    () => {
        "id, municipality_id, school_id, association_id, host, organiser_id, audience_id, programme, was, zone, starts_at,
         ends_at, answer_by, capacity, is_open, state, version, turn, taken_at, code, notice_at"
    };
}
use columns;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    municipality_id: Option<Uuid>,
    school_id: Option<Uuid>,
    association_id: Option<Uuid>,
    host: String,
    organiser_id: Option<Uuid>,
    audience_id: Uuid,
    programme: Json<Programme>,
    was: Option<Json<Programme>>,
    zone: String,
    starts_at: Option<DateTime<Utc>>,
    ends_at: Option<DateTime<Utc>>,
    answer_by: Option<DateTime<Utc>>,
    capacity: Option<i64>,
    is_open: bool,
    state: String,
    version: i64,
    turn: i64,
    taken_at: Option<DateTime<Utc>>,
    code: Option<String>,
    notice_at: Option<DateTime<Utc>>,
}

impl Row {
    fn read(self) -> sqlx::Result<Meeting> {
        Ok(Meeting {
            id: self.id,
            unit: Unit::of(self.municipality_id, self.school_id, self.association_id),
            host: self.host,
            organiser: self.organiser_id,
            audience: self.audience_id,
            programme: self.programme.0,
            was: self.was.map(|was| was.0),
            zone: self.zone,
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            answer_by: self.answer_by,
            capacity: self.capacity,
            is_open: self.is_open,
            state: MeetingState::from_word(&self.state).ok_or(sqlx::Error::RowNotFound)?,
            version: self.version,
            turn: self.turn,
            taken_at: self.taken_at,
            code: self.code,
            notice_at: self.notice_at,
        })
    }
}

/// Writes a new meeting down.
pub async fn add_meeting(tx: &mut Tx, new: &Meeting, now: DateTime<Utc>) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO meetings (id, municipality_id, school_id, association_id, host, organiser_id, audience_id, kind,
                 number, programme, was, zone, starts_at, ends_at, answer_by, capacity, is_open, state, version,
                 is_telling, turn, created_at, code, notice_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, NULL, $11, $12, $13, $14, $15, $16, $17, 0, FALSE, 0, $18,
                 $19, $20)"
        )
        .bind(new.id)
        .bind(new.unit.municipality())
        .bind(new.unit.school())
        .bind(new.unit.association())
        .bind(&new.host)
        .bind(new.organiser)
        .bind(new.audience)
        .bind(&new.programme.kind)
        .bind(new.programme.number)
        .bind(Json(&new.programme))
        .bind(&new.zone)
        .bind(new.starts_at)
        .bind(new.ends_at)
        .bind(new.answer_by)
        .bind(new.capacity)
        .bind(new.is_open)
        .bind(new.state.as_str())
        .bind(now)
        .bind(&new.code)
        .bind(new.notice_at)
    )?;
    Ok(())
}

/// A meeting.
pub async fn find_meeting(db: &Db, id: Uuid) -> sqlx::Result<Option<Meeting>> {
    let row: Option<Row> = read!(db, on => sqlx::query_as(concat!(
        "SELECT ", columns!(), " FROM meetings WHERE id = $1")).bind(id).fetch_optional(on))?;
    row.map(Row::read).transpose()
}

/// A meeting whose row is held until the end of the transaction: of all who answer at one moment each sees what the one
/// before has done, on every replica. Its `turn` is theirs alone.
pub async fn lock_meeting(tx: &mut Tx, id: Uuid) -> sqlx::Result<Option<Meeting>> {
    // The update takes the row's lock on PostgreSQL; SQLite has one writer anyway.
    let row: Option<Row> = within!(tx, on => sqlx::query_as(concat!(
        "UPDATE meetings SET turn = turn + 1 WHERE id = $1 RETURNING ", columns!())).bind(id).fetch_optional(on))?;
    row.map(Row::read).transpose()
}

/// Writes down what is told of a meeting, when it is and who finds a seat.
pub async fn save_meeting(tx: &mut Tx, meeting: &Meeting) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE meetings SET kind = $2, number = $3, programme = $4, was = $5, zone = $6, starts_at = $7, ends_at = $8,
                 answer_by = $9, capacity = $10, is_open = $11, state = $12, version = $13, code = $14,
                 organiser_id = $15 WHERE id = $1"
        )
        .bind(meeting.id)
        .bind(&meeting.programme.kind)
        .bind(meeting.programme.number)
        .bind(Json(&meeting.programme))
        .bind(meeting.was.as_ref().map(Json))
        .bind(&meeting.zone)
        .bind(meeting.starts_at)
        .bind(meeting.ends_at)
        .bind(meeting.answer_by)
        .bind(meeting.capacity)
        .bind(meeting.is_open)
        .bind(meeting.state.as_str())
        .bind(meeting.version)
        .bind(&meeting.code)
        .bind(meeting.organiser)
    )?;
    Ok(())
}

/// Drops a draft; what people were called to stays.
pub async fn drop_draft(tx: &mut Tx, id: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("DELETE FROM meetings WHERE id = $1 AND state = 'draft'").bind(id))?;
    Ok(())
}

/// People's letters lag behind, or no more. To a meeting whose notice is put off nobody is called before its moment.
pub async fn set_telling(tx: &mut Tx, id: Uuid, is_telling: bool) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE meetings SET is_telling = $2, alarmed_at = NULL
             WHERE id = $1 AND (notice_at IS NULL OR state <> 'open')"
        )
        .bind(id)
        .bind(is_telling)
    )?;
    Ok(())
}

/// Others were asked to take a meeting over. Returns whether they were not before.
pub async fn mark_alarmed(tx: &mut Tx, id: Uuid, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let marked = execute!(
        tx,
        sqlx::query("UPDATE meetings SET alarmed_at = $2 WHERE id = $1 AND alarmed_at IS NULL")
            .bind(id)
            .bind(now)
    )?;
    Ok(marked == 1)
}

/// Whoever does not come or does not know is asked again.
pub async fn ask_again(tx: &mut Tx, id: Uuid) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE meeting_invited SET reply = 'silent', reason = NULL
             WHERE meeting_id = $1 AND reply IN ('declined', 'unsure')"
        )
        .bind(id)
    )?;
    Ok(())
}

/// Nobody is held a seat any more.
pub async fn withdraw_offers(tx: &mut Tx, id: Uuid) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE meeting_invited SET reply = 'waiting', offered_until = NULL
             WHERE meeting_id = $1 AND reply = 'offered'"
        )
        .bind(id)
    )?;
    Ok(())
}

/// Meetings of which people are still to be told.
pub async fn list_telling(db: &Db) -> sqlx::Result<Vec<Meeting>> {
    let rows: Vec<Row> = read!(db, on => sqlx::query_as(concat!(
        "SELECT ", columns!(), " FROM meetings WHERE is_telling ORDER BY id")).fetch_all(on))?;
    rows.into_iter().map(Row::read).collect()
}

/// Meetings ahead that were worked out by another zone than their municipality has now.
pub async fn list_in_other_zone(
    db: &Db,
    (municipality, zone): (Uuid, &str),
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Uuid>> {
    read!(db, on => sqlx::query_scalar(
        "SELECT id FROM meetings WHERE municipality_id = $1 AND starts_at > $2 AND zone <> $3 AND state <> 'cancelled'")
        .bind(municipality).bind(now).bind(zone).fetch_all(on))
}

/// Meetings ahead with a seat that nobody has and somebody waits for.
pub async fn list_with_free_seats(db: &Db, now: DateTime<Utc>) -> sqlx::Result<Vec<Uuid>> {
    read!(db, on => sqlx::query_scalar(
        "SELECT m.id FROM meetings m WHERE m.state = 'open' AND m.starts_at > $1
             AND EXISTS (SELECT 1 FROM meeting_invited w WHERE w.meeting_id = m.id AND w.reply = 'waiting')
             AND (m.capacity IS NULL OR (SELECT COUNT(*) FROM meeting_invited h WHERE h.meeting_id = m.id
                 AND h.reply IN ('coming', 'offered')) < m.capacity)")
        .bind(now).fetch_all(on))
}

/// The minutes of a meeting, as far as they are written.
pub async fn find_minutes(db: &Db, id: Uuid) -> sqlx::Result<Option<Minutes>> {
    let found: Option<Option<Json<Minutes>>> = read!(db, on =>
        sqlx::query_scalar("SELECT minutes FROM meetings WHERE id = $1").bind(id).fetch_optional(on))?;
    Ok(found.flatten().map(|minutes| minutes.0))
}

/// The same within a transaction.
pub async fn minutes_within(tx: &mut Tx, id: Uuid) -> sqlx::Result<Option<Minutes>> {
    let found: Option<Option<Json<Minutes>>> = within!(tx, on =>
        sqlx::query_scalar("SELECT minutes FROM meetings WHERE id = $1").bind(id).fetch_optional(on))?;
    Ok(found.flatten().map(|minutes| minutes.0))
}

/// Writes the minutes of a meeting down.
pub async fn save_minutes(tx: &mut Tx, id: Uuid, minutes: &Minutes) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("UPDATE meetings SET minutes = $2 WHERE id = $1").bind(id).bind(Json(minutes)))?;
    Ok(())
}
