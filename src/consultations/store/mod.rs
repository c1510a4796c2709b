//! The statements about requests; those about whom they were put to, and about kept answers, stand beside them.

mod calendars;
mod canned;
mod groups;
mod guests;
mod offers;
mod people;
mod times;

pub use calendars::{add_break, delete_break, delete_week, find_week, list_breaks, save_week};
pub use canned::{add_canned, delete_canned, find_canned, find_note, list_canned, save_note};
pub use groups::{
    ComingGroup, add_group_member, delete_group_member, delete_past_groups, draft_group, find_group,
    find_group_draft, list_announced, list_coming_groups, list_led, list_members, lock_group, mark_came,
    members_within, save_group,
};
pub use guests::{add_guest, delete_guest, is_guest, list_guests, list_lost_guests};
pub use offers::{add_event, add_offer, is_offered, list_events, list_offers, mark_declined};
pub use people::{
    count_of_person, find_names, forget_person, list_days_off, list_holders, list_loads, list_orphans,
    merge_person,
};

pub use times::{agree, draft_times, find_time, list_times, offer_times};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::model::ConsultationRequest;
use crate::{
    db::{Db, Tx},
    execute, read, within,
};

macro_rules! columns {
    () => {
        "id, municipality_id, number, teacher_id, school_id, area, subject, state, wave, round, wave_until, taken_by,
         sent_at, taken_at, answered_at, closed_at, waiting_since, first_soon_at, first_due_at, close_soon_at,
         close_due_at, steps_done, summary, rating, rating_words, reopened, shares_profile, wish,
         is_written_first, hours_tenths"
    };
}

/// Where a question arises: the municipality, the school.
pub type Origin = (Uuid, Option<Uuid>);

/// Begins a question about an area, or puts another area on the one that was begun; returns our id.
pub async fn open_draft(
    tx: &mut Tx,
    teacher: Uuid,
    ((municipality, school), area, subject): (Origin, &str, Option<&str>),
    now: DateTime<Utc>,
) -> sqlx::Result<Uuid> {
    within!(tx, on => sqlx::query_scalar(
        "INSERT INTO consultation_requests (id, municipality_id, teacher_id, school_id, area, subject, state, wave,
             round, steps_done, reopened, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6, 'drafted', 0, 0, '', 0, $7)
         ON CONFLICT (teacher_id) WHERE state = 'drafted' DO UPDATE SET area = excluded.area,
             subject = excluded.subject, municipality_id = excluded.municipality_id,
             school_id = excluded.school_id, changed_at = excluded.changed_at
         RETURNING id")
        .bind(Uuid::now_v7()).bind(municipality).bind(teacher).bind(school).bind(area).bind(subject).bind(now)
        .fetch_one(on))
}

/// The question that somebody has begun.
pub async fn find_draft(db: &Db, teacher: Uuid) -> sqlx::Result<Option<ConsultationRequest>> {
    read!(db, on => sqlx::query_as(concat!("SELECT ", columns!(),
        " FROM consultation_requests WHERE teacher_id = $1 AND state = 'drafted'"))
        .bind(teacher).fetch_optional(on))
}

/// Writes down a request that nobody drafted.
pub async fn add_request(tx: &mut Tx, request: &ConsultationRequest, now: DateTime<Utc>) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO consultation_requests (id, municipality_id, teacher_id, school_id, area, state, wave, round,
                 steps_done, reopened, changed_at) VALUES ($1, $2, $3, $4, $5, $6, 0, 0, '', 0, $7)"
        )
        .bind(request.id)
        .bind(request.municipality_id)
        .bind(request.teacher_id)
        .bind(request.school_id)
        .bind(&request.area)
        .bind(request.state.as_str())
        .bind(now)
    )?;
    save_request(tx, request).await
}

/// Drops what was begun.
pub async fn delete_draft(tx: &mut Tx, id: Uuid) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("DELETE FROM consultation_requests WHERE id = $1 AND state = 'drafted'").bind(id)
    )?;
    Ok(())
}

/// A request.
pub async fn find_request(db: &Db, id: Uuid) -> sqlx::Result<Option<ConsultationRequest>> {
    read!(db, on => sqlx::query_as(concat!("SELECT ", columns!(), " FROM consultation_requests WHERE id = $1"))
        .bind(id).fetch_optional(on))
}

/// A request; nobody else changes it until the end of the transaction.
pub async fn lock_request(
    tx: &mut Tx,
    id: Uuid,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<ConsultationRequest>> {
    // The update takes the row's lock on PostgreSQL; SQLite has one writer anyway.
    within!(tx, on => sqlx::query_as(concat!(
        "UPDATE consultation_requests SET changed_at = $2 WHERE id = $1 RETURNING ", columns!()))
        .bind(id).bind(now).fetch_optional(on))
}

/// Writes a request down as it is now, with when something is next due.
pub async fn save_request(tx: &mut Tx, request: &ConsultationRequest) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE consultation_requests SET number = $2, area = $3, subject = $4, state = $5, wave = $6,
             wave_until = $7, taken_by = $8, sent_at = $9, taken_at = $10, answered_at = $11, closed_at = $12,
             waiting_since = $13, first_soon_at = $14, first_due_at = $15, close_soon_at = $16,
             close_due_at = $17, steps_done = $18, summary = $19, rating = $20, rating_words = $21,
             reopened = $22, next_at = $23, round = $24, shares_profile = $25, wish = $26, is_written_first = $27,
             hours_tenths = $28 WHERE id = $1"
        )
        .bind(request.id)
        .bind(request.number)
        .bind(&request.area)
        .bind(&request.subject)
        .bind(request.state.as_str())
        .bind(request.wave)
        .bind(request.wave_until)
        .bind(request.taken_by)
        .bind(request.sent_at)
        .bind(request.taken_at)
        .bind(request.answered_at)
        .bind(request.closed_at)
        .bind(request.waiting_since)
        .bind(request.first_soon_at)
        .bind(request.first_due_at)
        .bind(request.close_soon_at)
        .bind(request.close_due_at)
        .bind(&request.steps_done)
        .bind(&request.summary)
        .bind(request.rating)
        .bind(&request.rating_words)
        .bind(request.reopened)
        .bind(request.next_at())
        .bind(request.round)
        .bind(request.shares_profile)
        .bind(&request.wish)
        .bind(request.is_written_first)
        .bind(request.hours_tenths)
    )?;
    Ok(())
}

/// The next number in a municipality.
pub async fn take_number(tx: &mut Tx, municipality: Uuid) -> sqlx::Result<i64> {
    within!(tx, on => sqlx::query_scalar(
        "INSERT INTO consultation_numbers (municipality_id, last) VALUES ($1, 1)
         ON CONFLICT (municipality_id) DO UPDATE SET last = consultation_numbers.last + 1 RETURNING last")
        .bind(municipality).fetch_one(on))
}

/// What somebody has asked, the open and the latest first.
pub async fn list_asked(db: &Db, teacher: Uuid, most: i64) -> sqlx::Result<Vec<ConsultationRequest>> {
    read!(db, on => sqlx::query_as(concat!("SELECT ", columns!(),
        " FROM consultation_requests WHERE teacher_id = $1 AND state <> 'drafted'
         ORDER BY CASE WHEN state IN ('sent', 'taken', 'answered') THEN 0 ELSE 1 END, sent_at DESC LIMIT $2"))
        .bind(teacher).bind(most).fetch_all(on))
}

/// What somebody has taken and not closed.
pub async fn list_taken(db: &Db, taker: Uuid) -> sqlx::Result<Vec<ConsultationRequest>> {
    read!(db, on => sqlx::query_as(concat!("SELECT ", columns!(),
        " FROM consultation_requests WHERE taken_by = $1 AND state IN ('taken', 'answered')"))
        .bind(taker).fetch_all(on))
}

/// What somebody was invited into and is open.
pub async fn list_joined(db: &Db, person: Uuid) -> sqlx::Result<Vec<ConsultationRequest>> {
    read!(db, on => sqlx::query_as(concat!("SELECT ", columns!(),
        " FROM consultation_requests WHERE state IN ('sent', 'taken', 'answered') AND id IN (
             SELECT request_id FROM consultation_guests WHERE person_id = $1)"))
        .bind(person).fetch_all(on))
}

/// What somebody has taken since an instant, of people who are there, the latest first.
pub async fn list_taken_since(
    db: &Db,
    taker: Uuid,
    since: DateTime<Utc>,
) -> sqlx::Result<Vec<ConsultationRequest>> {
    read!(db, on => sqlx::query_as(concat!("SELECT ", columns!(),
        " FROM consultation_requests WHERE taken_by = $1 AND taken_at >= $2 AND teacher_id IS NOT NULL
         ORDER BY taken_at DESC, id LIMIT 200"))
        .bind(taker).bind(since).fetch_all(on))
}

/// What was put to somebody and waits to be taken.
pub async fn list_offered(db: &Db, person: Uuid) -> sqlx::Result<Vec<ConsultationRequest>> {
    read!(db, on => sqlx::query_as(concat!("SELECT ", columns!(),
        " FROM consultation_requests WHERE state = 'sent' AND id IN (
             SELECT request_id FROM consultation_offers WHERE person_id = $1 AND NOT is_declined)"))
        .bind(person).fetch_all(on))
}

/// What is open in a municipality.
pub async fn list_open(db: &Db, municipality: Uuid) -> sqlx::Result<Vec<ConsultationRequest>> {
    read!(db, on => sqlx::query_as(concat!("SELECT ", columns!(),
        " FROM consultation_requests WHERE municipality_id = $1 AND state IN ('sent', 'taken', 'answered')"))
        .bind(municipality).fetch_all(on))
}

/// What teachers sent in a municipality in a while, in order.
pub async fn list_sent(
    db: &Db,
    municipality: Uuid,
    (from, until): (DateTime<Utc>, DateTime<Utc>),
) -> sqlx::Result<Vec<ConsultationRequest>> {
    read!(db, on => sqlx::query_as(concat!("SELECT ", columns!(),
        " FROM consultation_requests WHERE municipality_id = $1 AND sent_at >= $2 AND sent_at < $3
             AND NOT is_written_first ORDER BY sent_at"))
        .bind(municipality).bind(from).bind(until).fetch_all(on))
}

/// What was closed in a while in a municipality, by one person or by everybody, in order.
pub async fn list_closed(
    db: &Db,
    (municipality, taker): (Uuid, Option<Uuid>),
    (from, until): (DateTime<Utc>, DateTime<Utc>),
) -> sqlx::Result<Vec<ConsultationRequest>> {
    read!(db, on => sqlx::query_as(concat!("SELECT ", columns!(),
        " FROM consultation_requests WHERE municipality_id = $1 AND state = 'closed' AND closed_at >= $2
             AND closed_at < $3 AND ($4 IS NULL OR taken_by = $4) ORDER BY closed_at"))
        .bind(municipality).bind(from).bind(until).bind(taker).fetch_all(on))
}

/// How many requests wait for their first answer, in all municipalities, and since when the oldest.
pub async fn count_waiting(db: &Db) -> sqlx::Result<(i64, Option<DateTime<Utc>>)> {
    read!(db, on => sqlx::query_as(
        "SELECT COUNT(*), MIN(sent_at) FROM consultation_requests WHERE state IN ('sent', 'taken')").fetch_one(on))
}

/// How many of them should have been answered by now, and since when the first.
pub async fn count_overdue(db: &Db, now: DateTime<Utc>) -> sqlx::Result<(i64, Option<DateTime<Utc>>)> {
    read!(db, on => sqlx::query_as(
        "SELECT COUNT(*), MIN(first_due_at) FROM consultation_requests
         WHERE state IN ('sent', 'taken') AND first_due_at <= $1").bind(now).fetch_one(on))
}

/// Requests for which something is due, the longest due first.
pub async fn list_due(db: &Db, now: DateTime<Utc>, most: i64) -> sqlx::Result<Vec<Uuid>> {
    read!(db, on => sqlx::query_scalar(
        "SELECT id FROM consultation_requests WHERE next_at <= $1 ORDER BY next_at, id LIMIT $2")
        .bind(now).bind(most).fetch_all(on))
}

/// When something is next due for any request.
pub async fn next_due(db: &Db) -> sqlx::Result<Option<DateTime<Utc>>> {
    read!(db, on => sqlx::query_scalar("SELECT MIN(next_at) FROM consultation_requests WHERE next_at IS NOT NULL")
        .fetch_one(on))
}

/// What is over and was touched last before an instant, the longest over first.
pub async fn list_past(tx: &mut Tx, before: DateTime<Utc>, most: i64) -> sqlx::Result<Vec<Uuid>> {
    within!(tx, on => sqlx::query_scalar(
        "SELECT id FROM consultation_requests WHERE state IN ('drafted', 'closed', 'withdrawn') AND changed_at < $1
         ORDER BY changed_at, id LIMIT $2")
        .bind(before).bind(most).fetch_all(on))
}

/// Deletes a request with whatever hangs on it.
pub async fn delete_request(tx: &mut Tx, id: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("DELETE FROM consultation_requests WHERE id = $1").bind(id))?;
    Ok(())
}
