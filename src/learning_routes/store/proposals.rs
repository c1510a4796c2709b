//! The statements about proposed changes. Not here: what they do to a route.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::{
    db::{Db, Tx},
    execute,
    learning_routes::model::{Proposal, ProposalKind, ProposalState},
    read, within,
};

macro_rules! columns {
    () => {
        "id, route_id, author_id, kind, step_id, words, due_on, seen_on, state"
    };
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    route_id: Uuid,
    author_id: Option<Uuid>,
    kind: String,
    step_id: Option<Uuid>,
    words: Option<String>,
    due_on: Option<NaiveDate>,
    seen_on: Option<NaiveDate>,
    state: String,
}

fn read_row(row: Row) -> Option<Proposal> {
    Some(Proposal {
        id: row.id,
        route_id: row.route_id,
        author_id: row.author_id,
        kind: ProposalKind::from_word(&row.kind)?,
        step_id: row.step_id,
        words: row.words,
        due_on: row.due_on,
        seen_on: row.seen_on,
        state: ProposalState::from_word(&row.state)?,
    })
}

/// Writes a proposal down. The same author's earlier one about the same step gives way to it.
pub async fn add_proposal(tx: &mut Tx, new: &Proposal, now: DateTime<Utc>) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE route_proposals SET state = 'outdated'
             WHERE route_id = $1 AND author_id = $2 AND step_id = $3 AND state = 'open'"
        )
        .bind(new.route_id)
        .bind(new.author_id)
        .bind(new.step_id)
    )?;
    execute!(
        tx,
        sqlx::query(concat!(
            "INSERT INTO route_proposals (",
            columns!(),
            ", made_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ))
        .bind(new.id)
        .bind(new.route_id)
        .bind(new.author_id)
        .bind(new.kind.as_str())
        .bind(new.step_id)
        .bind(&new.words)
        .bind(new.due_on)
        .bind(new.seen_on)
        .bind(new.state.as_str())
        .bind(now)
    )?;
    Ok(())
}

/// A proposal.
pub async fn find_proposal(db: &Db, id: Uuid) -> sqlx::Result<Option<Proposal>> {
    let row: Option<Row> = read!(db, on => sqlx::query_as(concat!("SELECT ", columns!(),
        " FROM route_proposals WHERE id = $1")).bind(id).fetch_optional(on))?;
    Ok(row.and_then(read_row))
}

/// The same within a transaction that holds its route.
pub async fn proposal_within(tx: &mut Tx, id: Uuid) -> sqlx::Result<Option<Proposal>> {
    let row: Option<Row> = within!(tx, on => sqlx::query_as(concat!("SELECT ", columns!(),
        " FROM route_proposals WHERE id = $1")).bind(id).fetch_optional(on))?;
    Ok(row.and_then(read_row))
}

/// Writes down where a proposal stands.
pub async fn save_proposal(tx: &mut Tx, proposal: &Proposal) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE route_proposals SET state = $2, seen_on = $3 WHERE id = $1")
            .bind(proposal.id)
            .bind(proposal.state.as_str())
            .bind(proposal.seen_on)
    )?;
    Ok(())
}

/// What waits to be decided in a route, the oldest first.
pub async fn list_proposals(db: &Db, route: Uuid) -> sqlx::Result<Vec<Proposal>> {
    let rows: Vec<Row> = read!(db, on => sqlx::query_as(concat!("SELECT ", columns!(),
        " FROM route_proposals WHERE route_id = $1 AND state = 'open' ORDER BY made_at, id LIMIT 20"))
        .bind(route).fetch_all(on))?;
    Ok(rows.into_iter().filter_map(read_row).collect())
}
