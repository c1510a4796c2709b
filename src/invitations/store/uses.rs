//! The statements about those who came by an invitation.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::InvitationRow;
use crate::{
    db::{Db, Tx},
    execute,
    invitations::model::{Invitation, Use, UseState},
    read,
    units::Unit,
    within,
};

/// Those who came, with the invitation, that a condition means.
macro_rules! uses {
    ($condition:literal) => {
        concat!(
            "SELECT u.id AS use_id, u.person_id, u.used_at, u.state,
                 n.family_name || ' ' || n.given_name || COALESCE(' ' || n.patronymic, '') AS name,
                 i.id, i.token, i.role, i.municipality_id, i.school_id,
                 COALESCE(s.short_title, m.short_title) AS unit_title, i.most_uses, i.uses, i.expires_at,
                 i.created_at, i.created_by, i.revoked_at, i.meant_for,
                 p.family_name || ' ' || p.given_name || COALESCE(' ' || p.patronymic, '') AS meant_name
             FROM invitation_uses u JOIN invitations i ON i.id = u.invitation_id
             LEFT JOIN person_names n ON n.person_id = u.person_id
             LEFT JOIN person_identities p ON p.person_id = i.meant_for
             LEFT JOIN schools_named s ON s.school_id = i.school_id
             LEFT JOIN municipalities_named m ON m.municipality_id = i.municipality_id ",
            $condition
        )
    };
}

#[derive(sqlx::FromRow)]
struct UseRow {
    use_id: Uuid,
    person_id: Uuid,
    used_at: DateTime<Utc>,
    state: String,
    name: Option<String>,
    #[sqlx(flatten)]
    invitation: InvitationRow,
}

impl UseRow {
    fn read(self) -> Option<Use> {
        Some(Use {
            id: self.use_id,
            person_id: self.person_id,
            name: self.name,
            used_at: self.used_at,
            state: UseState::from_word(&self.state)?,
            invitation: self.invitation.read()?,
        })
    }
}

/// Somebody who came.
pub async fn find_use(db: &Db, id: Uuid) -> sqlx::Result<Option<Use>> {
    let row: Option<UseRow> =
        read!(db, on => sqlx::query_as(uses!("WHERE u.id = $1")).bind(id).fetch_optional(on))?;
    Ok(row.and_then(UseRow::read))
}

/// Who came by an invitation, the last first.
pub async fn list_uses(db: &Db, invitation: Uuid, most: i64) -> sqlx::Result<Vec<Use>> {
    let rows: Vec<UseRow> = read!(db, on => sqlx::query_as(uses!(
        "WHERE u.invitation_id = $1 ORDER BY u.used_at DESC, u.id DESC LIMIT $2"))
        .bind(invitation).bind(most).fetch_all(on))?;
    Ok(rows.into_iter().filter_map(UseRow::read).collect())
}

/// Who waits to be given a role in a municipality, or without one anywhere, the last first.
pub async fn list_waiting(db: &Db, municipality: Option<Uuid>) -> sqlx::Result<Vec<Use>> {
    let rows: Vec<UseRow> = read!(db, on => sqlx::query_as(uses!(
        "WHERE u.state = 'waiting' AND ($1 IS NULL OR i.municipality_id = $1)
         ORDER BY u.used_at DESC, u.id DESC"))
        .bind(municipality).fetch_all(on))?;
    Ok(rows.into_iter().filter_map(UseRow::read).collect())
}

const HAS_COME: &str =
    "SELECT EXISTS (SELECT 1 FROM invitation_uses WHERE invitation_id = $1 AND person_id = $2)";

/// Whether somebody came by this invitation before.
pub async fn has_come(db: &Db, invitation: Uuid, person: Uuid) -> sqlx::Result<bool> {
    read!(db, on => sqlx::query_scalar(HAS_COME).bind(invitation).bind(person).fetch_one(on))
}

/// The same inside a transaction.
pub async fn has_come_within(tx: &mut Tx, invitation: Uuid, person: Uuid) -> sqlx::Result<bool> {
    within!(tx, on => sqlx::query_scalar(HAS_COME).bind(invitation).bind(person).fetch_one(on))
}

/// Whether somebody works at a school, or anywhere in a municipality.
pub async fn works_within(tx: &mut Tx, person: Uuid, unit: Unit) -> sqlx::Result<bool> {
    within!(tx, on => sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM workplaces WHERE person_id = $1 AND ($2 IS NULL OR municipality_id = $2)
             AND ($3 IS NULL OR school_id = $3))")
        .bind(person).bind(unit.municipality()).bind(unit.school()).fetch_one(on))
}

/// Writes down that somebody came by an invitation that is held. Returns our id of it.
pub async fn add_use(
    tx: &mut Tx,
    invitation: &Invitation,
    person: Uuid,
    now: DateTime<Utc>,
) -> sqlx::Result<Uuid> {
    let id = Uuid::now_v7();
    execute!(tx, sqlx::query("UPDATE invitations SET uses = uses + 1 WHERE id = $1").bind(invitation.id))?;
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO invitation_uses (id, invitation_id, person_id, used_at, state) VALUES ($1, $2, $3, $4, $5)"
        )
        .bind(id)
        .bind(invitation.id)
        .bind(person)
        .bind(now)
        .bind(UseState::first(invitation.offered).as_str())
    )?;
    Ok(id)
}

/// Decides about somebody who waits. Returns whether nobody had decided before.
pub async fn settle_use(
    tx: &mut Tx,
    (id, state): (Uuid, UseState),
    by: Uuid,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let settled = execute!(
        tx,
        sqlx::query(
            "UPDATE invitation_uses SET state = $2, decided_by = $3, decided_at = $4
             WHERE id = $1 AND state = 'waiting'"
        )
        .bind(id)
        .bind(state.as_str())
        .bind(by)
        .bind(now)
    )?;
    Ok(settled == 1)
}

/// How many invitations a person wrote that still stand.
pub async fn count_written(db: &Db, person: Uuid) -> sqlx::Result<i64> {
    read!(db, on => sqlx::query_scalar("SELECT COUNT(*) FROM invitations WHERE created_by = $1")
        .bind(person).fetch_one(on))
}

/// Whether a person came by any invitation.
pub async fn is_known(db: &Db, person: Uuid) -> sqlx::Result<bool> {
    read!(db, on => sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM invitation_uses WHERE person_id = $1)")
        .bind(person).fetch_one(on))
}

/// Somebody of a list is there no more: what was meant for them is an invitation like others.
pub async fn forget_meant(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("UPDATE invitations SET meant_for = NULL WHERE meant_for = $1").bind(person))?;
    Ok(())
}

/// Forgets whom a person invited, by what they came, and what they decided. That somebody came stays in the number.
pub async fn forget_person(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("UPDATE invitations SET created_by = NULL WHERE created_by = $1").bind(person))?;
    execute!(
        tx,
        sqlx::query("UPDATE invitation_uses SET decided_by = NULL WHERE decided_by = $1").bind(person)
    )?;
    execute!(tx, sqlx::query("DELETE FROM invitation_uses WHERE person_id = $1").bind(person))?;
    forget_meant(tx, person).await
}

/// Two people are one: whom the first invited, by what they came and what they decided is the second's.
pub async fn merge_uses(tx: &mut Tx, from: Uuid, into: Uuid) -> sqlx::Result<()> {
    for statement in [
        "UPDATE invitations SET created_by = $2 WHERE created_by = $1",
        "UPDATE invitation_uses SET decided_by = $2 WHERE decided_by = $1",
        "UPDATE invitation_uses SET person_id = $2 WHERE person_id = $1 AND NOT EXISTS (
             SELECT 1 FROM invitation_uses own
             WHERE own.person_id = $2 AND own.invitation_id = invitation_uses.invitation_id)",
    ] {
        execute!(tx, sqlx::query(statement).bind(from).bind(into))?;
    }
    Ok(())
}
