//! Matches: somebody who came in may be somebody of a list; who says so; and parting them again.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{
    db::{Db, Tx},
    execute, read,
    roster::model::{Kept, Match},
    within,
};

/// Writes down that a newcomer may be somebody of a list, once for each pair. Returns our id of it, if it is new.
pub async fn add_match(
    tx: &mut Tx,
    (listed, newcomer): (Uuid, Uuid),
    (municipality, school): (Uuid, Uuid),
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Uuid>> {
    within!(tx, on => sqlx::query_scalar(
        "INSERT INTO roster_matches (id, listed_id, newcomer_id, municipality_id, school_id, state, found_at)
         VALUES ($1, $2, $3, $4, $5, 'open', $6) ON CONFLICT (listed_id, newcomer_id) DO NOTHING RETURNING id")
        .bind(Uuid::now_v7()).bind(listed).bind(newcomer).bind(municipality).bind(school).bind(now)
        .fetch_optional(on))
}

/// A match, with what both are called as far as both are there.
pub async fn find_match(db: &Db, id: Uuid) -> sqlx::Result<Option<Match>> {
    read!(db, on => sqlx::query_as(
        "SELECT m.id, m.listed_id, m.newcomer_id, m.municipality_id, m.school_id, m.state, m.decided_at,
             m.kept IS NOT NULL AS is_kept,
             l.family_name || ' ' || l.given_name || COALESCE(' ' || l.patronymic, '') AS listed_name,
             n.family_name || ' ' || n.given_name || COALESCE(' ' || n.patronymic, '') AS newcomer_name
         FROM roster_matches m LEFT JOIN person_identities l ON l.person_id = m.listed_id
         LEFT JOIN person_identities n ON n.person_id = m.newcomer_id WHERE m.id = $1")
        .bind(id).fetch_optional(on))
}

/// The undecided matches of a municipality, or of one school of it, the oldest first; none about somebody who is there
/// no more.
pub async fn list_open(db: &Db, municipality: Uuid, school: Option<Uuid>) -> sqlx::Result<Vec<Uuid>> {
    read!(db, on => sqlx::query_scalar(
        "SELECT id FROM roster_matches WHERE municipality_id = $1 AND ($2 IS NULL OR school_id = $2)
         AND state = 'open' AND EXISTS (SELECT 1 FROM person_identities l WHERE l.person_id = listed_id)
         ORDER BY found_at, id")
        .bind(municipality).bind(school).fetch_all(on))
}

/// Writes a decision down, with what is needed to take it back. Returns whether it was still open.
pub async fn decide(
    tx: &mut Tx,
    (id, by): (Uuid, Uuid),
    (state, kept): (&str, Option<&Kept>),
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let decided = execute!(
        tx,
        sqlx::query(
            "UPDATE roster_matches SET state = $3, decided_by = $2, decided_at = $4, kept = $5
             WHERE id = $1 AND state = 'open'"
        )
        .bind(id)
        .bind(by)
        .bind(state)
        .bind(now)
        .bind(
            kept.map(serde_json::to_string).transpose().map_err(|error| sqlx::Error::Encode(error.into()))?
        )
    )?;
    Ok(decided == 1)
}

/// The two of an open match are one by another's word: nobody is asked any more. Returns our id of it, if there was one.
pub async fn settle_match(
    tx: &mut Tx,
    (listed, newcomer): (Uuid, Uuid),
    by: Uuid,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Uuid>> {
    within!(tx, on => sqlx::query_scalar(
        "UPDATE roster_matches SET state = 'same', decided_by = $3, decided_at = $4
         WHERE listed_id = $1 AND newcomer_id = $2 AND state = 'open' RETURNING id")
        .bind(listed).bind(newcomer).bind(by).bind(now).fetch_optional(on))
}

/// Opens a match again that was decided since this instant. Returns what was kept of the one of the list, if anything;
/// the outer nothing says that it is too late.
pub async fn reopen(tx: &mut Tx, id: Uuid, since: DateTime<Utc>) -> sqlx::Result<Option<Option<Kept>>> {
    let kept: Option<Option<String>> = within!(tx, on => sqlx::query_scalar(
        "SELECT kept FROM roster_matches WHERE id = $1 AND state <> 'open' AND decided_at >= $2")
        .bind(id).bind(since).fetch_optional(on))?;
    let Some(kept) = kept else { return Ok(None) };
    let reopened = execute!(
        tx,
        sqlx::query(
            "UPDATE roster_matches SET state = 'open', decided_by = NULL, decided_at = NULL, kept = NULL
             WHERE id = $1 AND state <> 'open'"
        )
        .bind(id)
    )?;
    let kept = kept.map(|text| serde_json::from_str(&text)).transpose();
    let kept = kept.map_err(|error| sqlx::Error::Decode(error.into()))?;
    Ok((reopened == 1).then_some(kept))
}

/// Forgets what was kept to take decisions back that are older than this instant.
pub async fn prune_kept(tx: &mut Tx, before: DateTime<Utc>) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE roster_matches SET kept = NULL WHERE kept IS NOT NULL AND decided_at < $1")
            .bind(before)
    )?;
    Ok(())
}

/// Deletes everything about whether somebody is somebody else.
pub async fn forget_matches(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    for statement in [
        "DELETE FROM roster_matches WHERE newcomer_id = $1 OR listed_id = $1",
        "UPDATE roster_matches SET decided_by = NULL WHERE decided_by = $1",
    ] {
        execute!(tx, sqlx::query(statement).bind(person))?;
    }
    Ok(())
}

/// Two people are one: of the first no question is open any more.
pub async fn merge_matches(tx: &mut Tx, from: Uuid, into: Uuid) -> sqlx::Result<()> {
    for statement in [
        "DELETE FROM roster_matches WHERE listed_id = $1 AND newcomer_id <> $2 AND state = 'open'",
        "UPDATE roster_matches SET newcomer_id = $2 WHERE newcomer_id = $1 AND NOT EXISTS (
             SELECT 1 FROM roster_matches own WHERE own.newcomer_id = $2 AND own.listed_id = roster_matches.listed_id)",
        "UPDATE roster_matches SET decided_by = $2 WHERE decided_by = $1",
    ] {
        execute!(tx, sqlx::query(statement).bind(from).bind(into))?;
    }
    Ok(())
}
