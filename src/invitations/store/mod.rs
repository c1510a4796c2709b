//! The statements about invitations and those who came by them.

mod confirmations;
mod uses;

#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};
use uuid::Uuid;

pub use confirmations::{
    add_confirmation, find_zone, forget_confirmations, list_unconfirmed, merge_confirmations,
    unconfirmed_within,
};
pub use uses::{
    add_use, count_written, find_use, forget_meant, forget_person, has_come, has_come_within, is_known,
    list_uses, list_waiting, merge_uses, settle_use, works_within,
};

use super::model::{Invitation, Meant, NewInvitation, Offered, Token};
use crate::{
    db::{Db, Tx},
    execute, read,
    units::{Role, Unit},
    within,
};

/// The word of an invitation that gives no role.
const TEACHER: &str = "teacher";

/// The invitations that a condition means.
macro_rules! invitations {
    ($condition:literal) => {
        concat!(
            "SELECT i.id, i.token, i.role, i.municipality_id, i.school_id,
                 COALESCE(s.short_title, m.short_title) AS unit_title, i.most_uses, i.uses, i.expires_at,
                 i.created_at, i.created_by, i.revoked_at, i.meant_for,
                 p.family_name || ' ' || p.given_name || COALESCE(' ' || p.patronymic, '') AS meant_name
             FROM invitations i LEFT JOIN person_identities p ON p.person_id = i.meant_for
             LEFT JOIN schools_named s ON s.school_id = i.school_id
             LEFT JOIN municipalities_named m ON m.municipality_id = i.municipality_id ",
            $condition
        )
    };
}

#[derive(sqlx::FromRow)]
struct InvitationRow {
    id: Uuid,
    token: String,
    role: String,
    municipality_id: Option<Uuid>,
    school_id: Option<Uuid>,
    unit_title: Option<String>,
    most_uses: i64,
    uses: i64,
    expires_at: DateTime<Utc>,
    created_at: DateTime<Utc>,
    created_by: Option<Uuid>,
    revoked_at: Option<DateTime<Utc>>,
    meant_for: Option<Uuid>,
    meant_name: Option<String>,
}

impl InvitationRow {
    /// The invitation that the row means; none if this release does not know its word, or it fits no such unit.
    fn read(self) -> Option<Invitation> {
        let role = if self.role == TEACHER { None } else { Some(Role::from_word(&self.role)?) };
        let offered = Offered { role, unit: Unit::of(self.municipality_id, self.school_id, None) };
        offered.fits().then_some(Invitation {
            id: self.id,
            token: self.token,
            offered,
            unit_title: self.unit_title,
            most_uses: self.most_uses,
            uses: self.uses,
            expires_at: self.expires_at,
            created_at: self.created_at,
            created_by: self.created_by,
            revoked_at: self.revoked_at,
            meant_for: self.meant_for.zip(self.meant_name).map(|(person_id, name)| Meant { person_id, name }),
        })
    }
}

fn word_of(offered: Offered) -> &'static str {
    offered.role.map_or(TEACHER, Role::as_str)
}

/// Writes an invitation with its usual terms. Returns our id of it.
pub async fn add_invitation(tx: &mut Tx, new: &NewInvitation, now: DateTime<Utc>) -> sqlx::Result<Uuid> {
    let (id, (most_uses, lasts)) = (Uuid::now_v7(), new.terms());
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO invitations (id, token, role, municipality_id, school_id, most_uses, expires_at, created_at,
                 created_by, meant_for) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        )
        .bind(id)
        .bind(Token::random().as_str())
        .bind(word_of(new.offered))
        .bind(new.offered.unit.municipality())
        .bind(new.offered.unit.school())
        .bind(most_uses)
        .bind(now + lasts)
        .bind(now)
        .bind(new.created_by)
        .bind(new.meant_for)
    )?;
    Ok(id)
}

/// The same invitation by the same person, if it was written since then and nobody has come by it.
pub async fn find_same(db: &Db, new: &NewInvitation, since: DateTime<Utc>) -> sqlx::Result<Option<Uuid>> {
    let rows: Vec<InvitationRow> = read!(db, on => sqlx::query_as(invitations!(
        "WHERE i.created_by = $1 AND i.role = $2 AND i.created_at >= $3 AND i.uses = 0 AND i.revoked_at IS NULL"))
        .bind(new.created_by).bind(word_of(new.offered)).bind(since).fetch_all(on))?;
    let mut known = rows.into_iter().filter_map(InvitationRow::read);
    let meant = |invitation: &Invitation| invitation.meant_for.as_ref().map(|meant| meant.person_id);
    let is_same = |known: &Invitation| known.offered == new.offered && meant(known) == new.meant_for;
    Ok(known.find(is_same).map(|invitation| invitation.id))
}

/// An invitation.
pub async fn find_invitation(db: &Db, id: Uuid) -> sqlx::Result<Option<Invitation>> {
    let row: Option<InvitationRow> =
        read!(db, on => sqlx::query_as(invitations!("WHERE i.id = $1")).bind(id).fetch_optional(on))?;
    Ok(row.and_then(InvitationRow::read))
}

/// The invitation whose link ends in this.
pub async fn find_by_token(db: &Db, token: &Token) -> sqlx::Result<Option<Invitation>> {
    let row: Option<InvitationRow> = read!(db, on => sqlx::query_as(invitations!("WHERE i.token = $1"))
        .bind(token.as_str()).fetch_optional(on))?;
    Ok(row.and_then(InvitationRow::read))
}

/// An invitation that nobody else uses or changes until the transaction ends.
pub async fn hold_invitation(tx: &mut Tx, id: Uuid) -> sqlx::Result<Option<Invitation>> {
    execute!(tx, sqlx::query("UPDATE invitations SET uses = uses WHERE id = $1").bind(id))?;
    let row: Option<InvitationRow> =
        within!(tx, on => sqlx::query_as(invitations!("WHERE i.id = $1")).bind(id).fetch_optional(on))?;
    Ok(row.and_then(InvitationRow::read))
}

/// The invitations to these roles at a municipality or a school, the newest first; without either, everywhere. None that
/// was revoked, and none that ended before `ended_since`.
pub async fn list_invitations(
    db: &Db,
    (municipality, school): (Option<Uuid>, Option<Uuid>),
    roles: &[Option<Role>],
    ended_since: DateTime<Utc>,
) -> sqlx::Result<Vec<Invitation>> {
    let words: String = roles
        .iter()
        .map(|role| role.map_or(TEACHER, Role::as_str))
        .fold(",".to_owned(), |all, word| all + word + ",");
    let rows: Vec<InvitationRow> = read!(db, on => sqlx::query_as(invitations!(
        "WHERE ($1 IS NULL OR i.municipality_id = $1) AND ($2 IS NULL OR i.school_id = $2)
             AND i.revoked_at IS NULL AND i.expires_at > $3 AND $4 LIKE '%,' || i.role || ',%'
         ORDER BY i.created_at DESC, i.id DESC"))
        .bind(municipality).bind(school).bind(ended_since).bind(&words).fetch_all(on))?;
    Ok(rows.into_iter().filter_map(InvitationRow::read).collect())
}

/// Revokes an invitation. Returns whether it was not before.
pub async fn mark_revoked(tx: &mut Tx, id: Uuid, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let revoked = execute!(
        tx,
        sqlx::query("UPDATE invitations SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL")
            .bind(id)
            .bind(now)
    )?;
    Ok(revoked == 1)
}
