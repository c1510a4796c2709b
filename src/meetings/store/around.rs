//! Looking around in meetings by time, for whoever was called or may come.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::Listed;
use crate::{db::Db, read, units::Unit};

/// Meetings of some time that somebody was called to or may come to, the soonest first; those that begin before the time
/// and last into it are among them.
pub async fn list_around(
    db: &Db,
    (person, (from, to)): (Uuid, (DateTime<Utc>, DateTime<Utc>)),
    (most, skipped): (i64, i64),
) -> sqlx::Result<Vec<Listed>> {
    read!(db, on => sqlx::query_as(
        "SELECT m.id, m.programme, m.state, i.reply
         FROM meetings m LEFT JOIN meeting_invited i ON i.meeting_id = m.id AND i.person_id = $1 AND i.told >= 0
         WHERE m.state = 'open' AND m.ends_at > $2 AND m.starts_at < $3
             AND (i.person_id IS NOT NULL OR (m.is_open AND EXISTS (
                 SELECT 1 FROM workplaces w WHERE w.person_id = $1
                     AND (m.municipality_id IS NULL OR w.municipality_id = m.municipality_id))))
         ORDER BY m.starts_at, m.id LIMIT $4 OFFSET $5")
        .bind(person).bind(from).bind(to).bind(most).bind(skipped).fetch_all(on))
}

/// Meetings that somebody was called to or could come to and that are over, the newest first.
pub async fn list_over(
    db: &Db,
    person: Uuid,
    now: DateTime<Utc>,
    (most, skipped): (i64, i64),
) -> sqlx::Result<Vec<Listed>> {
    read!(db, on => sqlx::query_as(
        "SELECT m.id, m.programme, m.state, i.reply
         FROM meetings m LEFT JOIN meeting_invited i ON i.meeting_id = m.id AND i.person_id = $1 AND i.told >= 0
         WHERE m.state = 'open' AND m.ends_at <= $2
             AND (i.person_id IS NOT NULL OR (m.is_open AND EXISTS (
                 SELECT 1 FROM workplaces w WHERE w.person_id = $1
                     AND (m.municipality_id IS NULL OR w.municipality_id = m.municipality_id))))
         ORDER BY m.starts_at DESC, m.id LIMIT $3 OFFSET $4")
        .bind(person).bind(now).bind(most).bind(skipped).fetch_all(on))
}

/// To how many meetings ahead somebody was called.
pub async fn count_ahead(db: &Db, person: Uuid, now: DateTime<Utc>) -> sqlx::Result<i64> {
    read!(db, on => sqlx::query_scalar(
        "SELECT COUNT(*) FROM meeting_invited i JOIN meetings m ON m.id = i.meeting_id
         WHERE i.person_id = $1 AND i.told >= 0 AND m.state = 'open' AND m.ends_at > $2")
        .bind(person).bind(now).fetch_one(on))
}

/// What somebody called, and what was called in their units by anybody: drafts of their own and what is ahead first, the
/// soonest on top, then what is over, the newest first.
pub async fn list_called(
    db: &Db,
    (person, units): (Uuid, &[Unit]),
    now: DateTime<Utc>,
    (most, skipped): (i64, i64),
) -> sqlx::Result<Vec<Listed>> {
    let association = |at: usize| units.iter().filter_map(|unit| unit.association()).nth(at);
    // Whoever heads associations heads few of them.
    let known: [Option<Uuid>; 3] = [association(0), association(1), association(2)];
    read!(db, on => sqlx::query_as(
        "SELECT m.id, m.programme, m.state, i.reply
         FROM meetings m LEFT JOIN meeting_invited i ON i.meeting_id = m.id AND i.person_id = $1
         WHERE m.organiser_id = $1 OR (m.state <> 'draft' AND m.association_id IN ($3, $4, $5))
         ORDER BY CASE WHEN m.state = 'draft' THEN 0 WHEN m.ends_at > $2 AND m.state = 'open' THEN 1 ELSE 2 END,
             CASE WHEN m.ends_at > $2 AND m.state = 'open' THEN m.starts_at END, m.starts_at DESC, m.id DESC
         LIMIT $6 OFFSET $7")
        .bind(person).bind(now).bind(known[0]).bind(known[1]).bind(known[2]).bind(most).bind(skipped)
        .fetch_all(on))
}
