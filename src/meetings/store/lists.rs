//! Lists of meetings, and of people called to one.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use sqlx::types::Json;
use uuid::Uuid;

use super::list_around;
use crate::{
    db::{Db, Tx},
    meetings::model::{Meeting, PartTaken, Participant, Programme, Reply},
    read,
    units::Unit,
    within,
};

/// A meeting in a list.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Listed {
    /// Our id.
    pub id: Uuid,
    /// What is told of it.
    pub programme: Json<Programme>,
    /// How far it is.
    pub state: String,
    /// How the reader stands to it, where they were called.
    pub reply: Option<String>,
}

/// The newest meeting that somebody called in a unit: what the next one is like.
pub async fn last_called(db: &Db, unit: Unit, organiser: Uuid) -> sqlx::Result<Option<Meeting>> {
    let row: Option<super::Row> = read!(db, on => sqlx::query_as(concat!(
        "SELECT ", super::columns!(), " FROM meetings WHERE organiser_id = $4 AND state = 'open'
             AND COALESCE(municipality_id, $5) = COALESCE($1, $5) AND COALESCE(school_id, $5) = COALESCE($2, $5)
             AND COALESCE(association_id, $5) = COALESCE($3, $5)
         ORDER BY created_at DESC, id DESC LIMIT 1"))
        .bind(unit.municipality()).bind(unit.school()).bind(unit.association()).bind(organiser).bind(Uuid::nil())
        .fetch_optional(on))?;
    row.map(super::Row::read).transpose()
}

/// The number of the next meeting of a kind in a unit, among those that begin in this time.
pub async fn next_number(
    tx: &mut Tx,
    (unit, kind): (Unit, &str),
    (from, to): (DateTime<Utc>, DateTime<Utc>),
) -> sqlx::Result<i64> {
    let last: Option<i64> = within!(tx, on => sqlx::query_scalar(
        "SELECT MAX(number) FROM meetings WHERE kind = $5 AND state = 'open' AND starts_at >= $6 AND starts_at < $7
             AND COALESCE(municipality_id, $4) = COALESCE($1, $4) AND COALESCE(school_id, $4) = COALESCE($2, $4)
             AND COALESCE(association_id, $4) = COALESCE($3, $4)")
        .bind(unit.municipality()).bind(unit.school()).bind(unit.association()).bind(Uuid::nil())
        .bind(kind).bind(from).bind(to).fetch_one(on))?;
    Ok(last.unwrap_or_default() + 1)
}

/// Other meetings to which somebody goes and that overlap this time.
pub async fn list_overlapping(
    db: &Db,
    (person, other): (Uuid, Uuid),
    (from, to): (DateTime<Utc>, DateTime<Utc>),
) -> sqlx::Result<Vec<Listed>> {
    read!(db, on => sqlx::query_as(
        "SELECT m.id, m.programme, m.state, i.reply
         FROM meeting_invited i JOIN meetings m ON m.id = i.meeting_id
         WHERE i.person_id = $1 AND i.reply = 'coming' AND m.id <> $2 AND m.state = 'open' AND m.starts_at < $4
             AND m.ends_at > $3 ORDER BY m.starts_at, m.id LIMIT 3")
        .bind(person).bind(other).bind(from).bind(to).fetch_all(on))
}

/// How many stand how to a meeting.
pub async fn count_replies(db: &Db, id: Uuid) -> sqlx::Result<HashMap<Reply, i64>> {
    let rows: Vec<(String, i64)> = read!(db, on => sqlx::query_as(
        "SELECT reply, COUNT(*) FROM meeting_invited WHERE meeting_id = $1 GROUP BY reply").bind(id).fetch_all(on))?;
    Ok(rows.into_iter().filter_map(|(reply, count)| Some((Reply::from_word(&reply)?, count))).collect())
}

#[derive(sqlx::FromRow)]
struct ParticipantRow {
    person_id: Uuid,
    family_name: Option<String>,
    given_name: Option<String>,
    patronymic: Option<String>,
    school: Option<String>,
    reply: String,
    reason: Option<String>,
    attended_at: Option<DateTime<Utc>>,
    part: Option<String>,
    award: Option<String>,
    certified_at: Option<DateTime<Utc>>,
}

impl ParticipantRow {
    fn read(self) -> Option<Participant> {
        let parts = [self.family_name, self.given_name, self.patronymic];
        let name: Vec<String> = parts.into_iter().flatten().collect();
        Some(Participant {
            person: self.person_id,
            name: name.join(" "),
            school: self.school.unwrap_or_default(),
            reply: Reply::from_word(&self.reply)?,
            reason: self.reason.unwrap_or_default(),
            attended_at: self.attended_at,
            part: self.part.as_deref().and_then(PartTaken::from_word),
            award: self.award,
            certified_at: self.certified_at,
        })
    }
}

macro_rules! participants {
    () => {
        "SELECT i.person_id, n.family_name, n.given_name, n.patronymic, s.short_title AS school, i.reply, i.reason,
             i.attended_at, i.part, i.award, i.certified_at
         FROM meeting_invited i LEFT JOIN person_identities n ON n.person_id = i.person_id
         LEFT JOIN school_names s ON s.school_id = i.school_id WHERE i.meeting_id = $1 "
    };
}

/// One of those who were called to a meeting.
pub async fn find_participant(db: &Db, id: Uuid, person: Uuid) -> sqlx::Result<Option<Participant>> {
    let row: Option<ParticipantRow> = read!(db, on => sqlx::query_as(concat!(
        participants!(), "AND i.person_id = $2")).bind(id).bind(person).fetch_optional(on))?;
    Ok(row.and_then(ParticipantRow::read))
}

/// Everybody who was called to a meeting: those who come first, then the line, then by name.
pub async fn list_participants(db: &Db, id: Uuid) -> sqlx::Result<Vec<Participant>> {
    let rows: Vec<ParticipantRow> = read!(db, on => sqlx::query_as(concat!(participants!(), "
         ORDER BY CASE i.reply WHEN 'coming' THEN 0 WHEN 'offered' THEN 1 WHEN 'waiting' THEN 2 WHEN 'unsure' THEN 3
             WHEN 'silent' THEN 4 ELSE 5 END, CASE i.reply WHEN 'waiting' THEN i.place ELSE 0 END, n.family_name,
             n.given_name, i.person_id")).bind(id).fetch_all(on))?;
    Ok(rows.into_iter().filter_map(ParticipantRow::read).collect())
}

/// A meeting ahead, as others may suggest it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComingMeeting {
    /// Our id.
    pub id: Uuid,
    /// The id of its kind.
    pub kind: String,
    /// What it is called.
    pub title: String,
    /// The day on which it ends, on the clock of its place.
    pub day: NaiveDate,
    /// Where; may be empty.
    pub place: String,
}

/// So far ahead a meeting is suggested: to the end of the longest route.
const AHEAD_DAYS: i64 = 366;

/// Meetings ahead to which somebody is called or that are open to them; the soonest first.
pub async fn list_coming_for(
    db: &Db,
    person: Uuid,
    now: DateTime<Utc>,
    most: i64,
) -> sqlx::Result<Vec<ComingMeeting>> {
    let ahead = (now, now + TimeDelta::days(AHEAD_DAYS));
    let listed = list_around(db, (person, ahead), (most, 0)).await?;
    let coming = listed.into_iter().filter(|one| one.reply.as_deref() != Some("declined"));
    let mut coming: Vec<ComingMeeting> = coming
        .filter_map(|one| {
            let Programme { kind, title, when, place, .. } = one.programme.0;
            Some(ComingMeeting { id: one.id, kind, title, day: when?.to, place })
        })
        .collect();
    coming.sort_by_key(|one| one.day);
    Ok(coming)
}
