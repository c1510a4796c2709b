//! To whom letters go, when they may be spoken to, and what they were told this week.

use chrono::{DateTime, Utc};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{db::Db, read};

/// A person as far as a letter needs to know them.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Addressee {
    /// Our id of the person.
    pub person_id: Uuid,
    /// The chosen language, as its code.
    pub language: Option<String>,
    /// The chosen IANA zone.
    pub time_zone: Option<String>,
    /// Quiet hours begin, in minutes after local midnight.
    pub quiet_from_minute: i64,
    /// Quiet hours end.
    pub quiet_to_minute: i64,
    /// The municipality of the main place of work.
    pub municipality_id: Option<Uuid>,
    /// Its IANA zone.
    pub place_zone: Option<String>,
    /// The messengers on which it may not write personal things, separated by commas.
    pub neutral_messengers: Option<String>,
    /// The contact that the letter names; none where it goes to whichever was attached last.
    pub named_contact: Option<Uuid>,
    /// Our id of the contact on this messenger, if they can be reached there.
    pub contact_id: Option<Uuid>,
    /// The messenger's id of it.
    pub external_id: Option<String>,
}

/// The people whose letters this replica holds, once for each contact that is named. A named contact hears of its end
/// too; everything else goes to the live one that was attached last.
pub async fn list_addressees(db: &Db, replica: Uuid, messenger: &str) -> sqlx::Result<Vec<Addressee>> {
    read!(db, on => sqlx::query_as(
        "SELECT r.person_id, r.language, r.time_zone, r.quiet_from_minute, r.quiet_to_minute, p.municipality_id,
             p.time_zone AS place_zone, p.neutral_messengers, l.contact_id AS named_contact, a.contact_id, a.external_id
         FROM (SELECT DISTINCT person_id, contact_id FROM letters WHERE claimed_by = $1) l
         JOIN rhythms r ON r.person_id = l.person_id LEFT JOIN main_places p ON p.person_id = r.person_id
         LEFT JOIN addresses a ON a.messenger = $2 AND a.person_id = r.person_id AND a.contact_id = COALESCE(
             (SELECT n.contact_id FROM addresses n WHERE n.contact_id = l.contact_id AND n.state <> 'blocked'),
             (SELECT n.contact_id FROM addresses n
              WHERE l.contact_id IS NULL AND n.person_id = r.person_id AND n.messenger = $2 AND n.state = 'live'
              ORDER BY n.attached_at DESC, n.contact_id DESC LIMIT 1))")
        .bind(replica).bind(messenger).fetch_all(on))
}

/// The people behind the oldest letters without a moment.
pub async fn list_unplanned_addressees(db: &Db, most: i64) -> sqlx::Result<Vec<Addressee>> {
    read!(db, on => sqlx::query_as(
        "SELECT r.person_id, r.language, r.time_zone, r.quiet_from_minute, r.quiet_to_minute, p.municipality_id,
             p.time_zone AS place_zone, p.neutral_messengers, CAST(NULL AS UUID) AS named_contact,
             CAST(NULL AS UUID) AS contact_id, CAST(NULL AS TEXT) AS external_id
         FROM rhythms r LEFT JOIN main_places p ON p.person_id = r.person_id
         WHERE r.person_id IN
             (SELECT person_id FROM letters WHERE state = 'owed' AND NOT is_planned ORDER BY id LIMIT $1)")
        .bind(most).fetch_all(on))
}

/// A message that a person was sent unasked.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct SaidMessage {
    /// To whom.
    pub person_id: Uuid,
    /// The first letter of it.
    pub said_with: Uuid,
    /// Whether it was a digest.
    pub is_digest: bool,
    /// When.
    pub said_at: DateTime<Utc>,
}

/// What these people were told unasked since `since`. They are named one by one: joined with whose letters are held,
/// PostgreSQL without statistics compares each of them with everything that was ever said.
pub async fn list_said(db: &Db, people: &[Uuid], since: DateTime<Utc>) -> sqlx::Result<Vec<SaidMessage>> {
    read!(db, on => async {
        let mut query = QueryBuilder::new(
            "SELECT person_id, said_with, MAX(CASE WHEN is_over_budget THEN 1 ELSE 0 END) = 1 AS is_digest,
                 MAX(settled_at) AS said_at
             FROM letters
             WHERE state = 'delivered' AND NOT is_urgent AND form = 'post' AND said_with IS NOT NULL
                 AND settled_at >= ");
        query.push_bind(since).push(" AND person_id IN (");
        let mut listed = query.separated(", ");
        for person in people {
            listed.push_bind(*person);
        }
        query.push(") GROUP BY person_id, said_with").build_query_as().fetch_all(on).await
    })
}

/// A day off of a municipality: which, and the day as its content file spells it.
pub type DaysOff = (Uuid, String);

/// The days off of every municipality.
pub async fn list_days_off(db: &Db) -> sqlx::Result<Vec<DaysOff>> {
    read!(db, on => sqlx::query_as("SELECT municipality_id, day FROM municipality_days_off").fetch_all(on))
}
