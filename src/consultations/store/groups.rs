//! The statements about group consultations and who has joined them.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{
    consultations::model::{GroupConsultation, GroupMember},
    db::{Db, Tx},
    execute, read, within,
};

macro_rules! columns {
    () => {
        "id, municipality_id, leader_id, area, subject, topic, civil, minutes, place, capacity, state, materials"
    };
}

/// Begins a group consultation about an area, or puts another area on the one that was begun.
pub async fn draft_group(
    tx: &mut Tx,
    (municipality, leader): (Uuid, Uuid),
    area: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO consultation_groups (id, municipality_id, leader_id, area, topic, civil, minutes, place,
                 capacity, state, changed_at) VALUES ($1, $2, $3, $4, '', '', 0, '', 0, 'drafted', $5)
             ON CONFLICT (leader_id) WHERE state = 'drafted' DO UPDATE SET area = excluded.area,
                 municipality_id = excluded.municipality_id, changed_at = excluded.changed_at"
        )
        .bind(Uuid::now_v7())
        .bind(municipality)
        .bind(leader)
        .bind(area)
        .bind(now)
    )?;
    Ok(())
}

/// The one that somebody has begun.
pub async fn find_group_draft(db: &Db, leader: Uuid) -> sqlx::Result<Option<GroupConsultation>> {
    read!(db, on => sqlx::query_as(concat!("SELECT ", columns!(),
        " FROM consultation_groups WHERE leader_id = $1 AND state = 'drafted'"))
        .bind(leader).fetch_optional(on))
}

/// A group consultation.
pub async fn find_group(db: &Db, id: Uuid) -> sqlx::Result<Option<GroupConsultation>> {
    read!(db, on => sqlx::query_as(concat!("SELECT ", columns!(), " FROM consultation_groups WHERE id = $1"))
        .bind(id).fetch_optional(on))
}

/// The same; nobody else changes it until the end of the transaction.
pub async fn lock_group(
    tx: &mut Tx,
    id: Uuid,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<GroupConsultation>> {
    // The update takes the row's lock on PostgreSQL; SQLite has one writer anyway.
    within!(tx, on => sqlx::query_as(concat!(
        "UPDATE consultation_groups SET changed_at = $2 WHERE id = $1 RETURNING ", columns!()))
        .bind(id).bind(now).fetch_optional(on))
}

/// Writes it down as it is now.
pub async fn save_group(tx: &mut Tx, group: &GroupConsultation) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE consultation_groups SET subject = $2, topic = $3, civil = $4, minutes = $5, place = $6,
             capacity = $7, state = $8, materials = $9 WHERE id = $1"
        )
        .bind(group.id)
        .bind(&group.subject)
        .bind(&group.topic)
        .bind(&group.civil)
        .bind(group.minutes)
        .bind(&group.place)
        .bind(group.capacity)
        .bind(&group.state)
        .bind(&group.materials)
    )?;
    Ok(())
}

/// What somebody has announced and not closed.
pub async fn list_led(db: &Db, leader: Uuid) -> sqlx::Result<Vec<GroupConsultation>> {
    read!(db, on => sqlx::query_as(concat!("SELECT ", columns!(),
        " FROM consultation_groups WHERE leader_id = $1 AND state = 'announced' ORDER BY civil, id"))
        .bind(leader).fetch_all(on))
}

/// What is announced in a municipality.
pub async fn list_announced(db: &Db, municipality: Uuid) -> sqlx::Result<Vec<GroupConsultation>> {
    read!(db, on => sqlx::query_as(concat!("SELECT ", columns!(),
        " FROM consultation_groups WHERE municipality_id = $1 AND state = 'announced' ORDER BY civil, id"))
        .bind(municipality).fetch_all(on))
}

/// Who has joined, in order.
pub async fn list_members(db: &Db, group: Uuid) -> sqlx::Result<Vec<GroupMember>> {
    read!(db, on => sqlx::query_as(
        "SELECT person_id, request_id, came FROM consultation_group_members WHERE group_id = $1
         ORDER BY joined_at, person_id")
        .bind(group).fetch_all(on))
}

/// The same inside a transaction.
pub async fn members_within(tx: &mut Tx, group: Uuid) -> sqlx::Result<Vec<GroupMember>> {
    within!(tx, on => sqlx::query_as(
        "SELECT person_id, request_id, came FROM consultation_group_members WHERE group_id = $1
         ORDER BY joined_at, person_id")
        .bind(group).fetch_all(on))
}

/// Takes somebody in, with what they had asked.
pub async fn add_group_member(
    tx: &mut Tx,
    (group, person): (Uuid, Uuid),
    request: Option<Uuid>,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO consultation_group_members (group_id, person_id, request_id, came, joined_at)
             VALUES ($1, $2, $3, FALSE, $4) ON CONFLICT (group_id, person_id) DO NOTHING"
        )
        .bind(group)
        .bind(person)
        .bind(request)
        .bind(now)
    )?;
    Ok(())
}

/// Lets somebody go.
pub async fn delete_group_member(tx: &mut Tx, group: Uuid, person: Uuid) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("DELETE FROM consultation_group_members WHERE group_id = $1 AND person_id = $2")
            .bind(group)
            .bind(person)
    )?;
    Ok(())
}

/// Marks that somebody came, or takes that back.
pub async fn mark_came(tx: &mut Tx, group: Uuid, person: Uuid) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE consultation_group_members SET came = NOT came WHERE group_id = $1 AND person_id = $2"
        )
        .bind(group)
        .bind(person)
    )?;
    Ok(())
}

/// Deletes group consultations that are over and were touched last before an instant.
pub async fn delete_past_groups(tx: &mut Tx, before: DateTime<Utc>) -> sqlx::Result<u64> {
    execute!(
        tx,
        sqlx::query("DELETE FROM consultation_groups WHERE state <> 'announced' AND changed_at < $1")
            .bind(before)
    )
}

/// A group consultation ahead, as others may suggest it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct ComingGroup {
    /// Our id.
    pub id: Uuid,
    /// What it is about.
    pub topic: String,
    /// Id of the subject; none where it is for all.
    pub subject: Option<String>,
    /// Civil time of the municipality, such as `2026-11-25T15:00`.
    pub civil: String,
    /// How long.
    pub minutes: i64,
    /// Where one meets, or a link.
    pub place: String,
}

/// What is announced in a municipality from a civil time on, such as `2026-11-25T15:00`; the soonest first.
pub async fn list_coming_groups(
    db: &Db,
    municipality: Uuid,
    after: &str,
    most: i64,
) -> sqlx::Result<Vec<ComingGroup>> {
    read!(db, on => sqlx::query_as(
        "SELECT id, topic, subject, civil, minutes, place FROM consultation_groups
         WHERE municipality_id = $1 AND state = 'announced' AND civil > $2 ORDER BY civil, id LIMIT $3")
        .bind(municipality).bind(after).bind(most).fetch_all(on))
}
