//! The letter to somebody whose role was given or ended.
//! Not here: sending it.

use chrono::{DateTime, TimeDelta, Utc};
use futures::{FutureExt, future::BoxFuture};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{ADMINISTERS, NAME, view};
use crate::{
    app::App,
    audit::{self, Deed, NewEntry},
    db::Tx,
    outbox::{self, Class, Letter, NewLetter, Told, Wish},
    people::Standing,
    texts::Texts,
    units::{self, HeldRole},
};

/// For so many days it is worth telling.
const WORTH_TELLING_DAYS: i64 = 30;

/// What a letter is about.
#[derive(Debug, Serialize, Deserialize)]
struct Matter {
    role: Uuid,
    is_held: bool,
}

/// Owes the person a letter about their role as it is now. If the one before was certainly not said yet, that one falls
/// away instead: for them nothing has changed.
pub async fn tell(tx: &mut Tx, held: &HeldRole, is_held: bool, now: DateTime<Utc>) -> anyhow::Result<()> {
    let cause = format!("{NAME}/role/{}", held.id);
    if outbox::end_cause(tx, &cause, now).await? > 0 {
        return Ok(());
    }
    let letter = NewLetter {
        person_id: held.person_id,
        capability: NAME,
        matter: serde_json::to_value(Matter { role: held.id, is_held })?,
        class: Class::Notice,
        is_urgent: true,
        wish: Wish::Instant(now),
        event_at: None,
        useless_after: now + TimeDelta::days(WORTH_TELLING_DAYS),
        dedup_key: format!("{cause}/{is_held}/{}", now.timestamp_millis()),
        cause,
    };
    outbox::owe(tx, &letter, now).await?;
    Ok(())
}

/// Writes down that a role ended with its holder's work at the school, and owes them the letter about it.
pub async fn tell_of_end(tx: &mut Tx, held: &HeldRole) -> anyhow::Result<()> {
    let Some(ended_at) = held.ended_at else { return Ok(()) };
    let entry = NewEntry {
        actor: held.person_id,
        subject: held.person_id,
        deed: Deed::LeftRole,
        role: Some(held.at.role),
        municipality: held.at.unit.municipality(),
        source: "pe1.endplace",
    };
    audit::add_entry(tx, &entry, ended_at).await?;
    tell(tx, held, false, ended_at).await
}

/// The letter, unless the role has changed since.
pub fn render<'a>(app: &'a App, letter: &'a Letter, texts: &'a Texts) -> BoxFuture<'a, anyhow::Result<Told>> {
    async move {
        let matter: Matter = serde_json::from_value(letter.matter.clone())?;
        let held = units::find_role(&app.db, matter.role).await?;
        let Some(held) = held.filter(|held| held.ended_at.is_none() == matter.is_held) else {
            return Ok(Told::Nothing);
        };
        let is_admin = ADMINISTERS.admits(Standing::Registered, &[held.at]);
        Ok(Told::Say(view::role_letter(&held, is_admin, texts)))
    }
    .boxed()
}
