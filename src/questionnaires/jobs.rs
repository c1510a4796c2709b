//! The letters that invite and remind, written in batches beside everybody's answers; how many are still to be said.
//! Not here: who is invited, and sending.

use chrono::{DateTime, TimeDelta, Utc};
use futures::{FutureExt, future::BoxFuture};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    NAME,
    model::{State, Unsaid},
    store::{self, Owed},
    view,
};
use crate::{
    app::App,
    capability::UpcomingSend,
    outbox::{self, Class, Letter, NewLetter, Told, Wish},
    replicas::Hold,
    texts::Texts,
};

/// Letters in one transaction: a fraction of a second, so that everybody else's writes go in between.
const BATCH: i64 = 200;
/// For so many days an invitation is worth reading.
const USEFUL_DAYS: i64 = 14;

/// A letter that is held back asks so often whether it goes on.
const ASKS_AGAIN: TimeDelta = TimeDelta::minutes(10);

/// What a letter is about.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Matter {
    /// Somebody is invited to this questionnaire.
    Invitation(Uuid),
    /// Somebody was, and has not finished it.
    Reminder(Uuid),
}

/// What ends with a questionnaire.
pub fn cause(id: Uuid) -> String {
    format!("{NAME}/{id}")
}

/// The key of somebody's invitation (0), or of one of their reminders.
fn key(id: Uuid, person: Uuid, number: i64) -> String {
    format!("{}/{person}/{number}", cause(id))
}

/// Whose invitation the letter with this key is, if it is one.
pub fn invited_by(id: Uuid, key: &str) -> Option<Uuid> {
    key.strip_prefix(&cause(id))?.strip_prefix('/')?.strip_suffix("/0")?.parse().ok()
}

/// The letters about a questionnaire that are still to be said, written or not.
pub async fn unsaid_of(app: &App, id: Uuid) -> anyhow::Result<Unsaid> {
    let unwritten = store::count_owed(&app.db, id).await?;
    let (written, due_at) = outbox::count_waiting(&app.db, &cause(id)).await?;
    Ok(Unsaid { count: unwritten + written, due_at })
}

/// The questionnaires of a municipality about which something is still to be said to many.
pub fn list_sends<'a>(
    app: &'a App,
    municipality: Option<Uuid>,
    texts: &'a Texts,
) -> BoxFuture<'a, anyhow::Result<Vec<UpcomingSend>>> {
    async move {
        let Some(municipality) = municipality else { return Ok(Vec::new()) };
        let mut sends = Vec::new();
        for local in store::list_questionnaires(&app.db, municipality).await? {
            let unsaid = unsaid_of(app, local.id).await?;
            if local.state == State::Published && unsaid.count > 0 {
                sends.push(view::upcoming_send(&local, &unsaid, app.clock.now(), texts));
            }
        }
        Ok(sends)
    }
    .boxed()
}

/// Writes the letters that are owed, a batch at a time; a crash goes on where the last batch ended.
pub fn write_letters(app: App, hold: Hold) -> BoxFuture<'static, ()> {
    async move { hold.repeat("invitations to questionnaires", || write_batch(&app)).await }.boxed()
}

/// Writes one batch; says whether there was one.
async fn write_batch(app: &App) -> anyhow::Result<bool> {
    let Some(id) = store::find_owing(&app.db).await? else { return Ok(false) };
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let owed = store::list_owed(&mut tx, id, BATCH).await?;
    let letters = owed.iter().map(|one| letter(id, one, now)).collect::<anyhow::Result<Vec<_>>>()?;
    outbox::owe_all(&mut tx, &letters, now).await?;
    store::mark_written(&mut tx, id, &owed).await?;
    tx.commit().await?;
    app.bell.ring();
    Ok(true)
}

fn letter(id: Uuid, one: &Owed, now: DateTime<Utc>) -> anyhow::Result<NewLetter> {
    let is_reminder = one.owed == "reminder";
    let number = one.reminders + i64::from(is_reminder);
    let matter = if is_reminder { Matter::Reminder(id) } else { Matter::Invitation(id) };
    Ok(NewLetter {
        person_id: one.person_id,
        capability: NAME,
        matter: serde_json::to_value(matter)?,
        class: Class::Bulk,
        is_urgent: false,
        wish: Wish::Instant(now),
        event_at: None,
        useless_after: now + TimeDelta::days(USEFUL_DAYS),
        dedup_key: key(id, one.person_id, number),
        cause: cause(id),
    })
}

/// The words of a letter as things are when it is sent: nothing to whoever has finished meanwhile.
pub fn render<'a>(app: &'a App, letter: &'a Letter, texts: &'a Texts) -> BoxFuture<'a, anyhow::Result<Told>> {
    async move {
        let (id, is_reminder) = match serde_json::from_value(letter.matter.clone())? {
            Matter::Invitation(id) => (id, false),
            Matter::Reminder(id) => (id, true),
        };
        let found = store::find_questionnaire(&app.db, id).await?;
        let Some(local) = found.filter(|local| local.state == State::Published) else {
            return Ok(Told::Nothing);
        };
        if local.held_at.is_some() {
            return Ok(Told::Later(app.clock.now() + ASKS_AGAIN));
        }
        if store::has_finished(&app.db, letter.person_id, &local.key()).await? {
            return Ok(Told::Nothing);
        }
        Ok(Told::Say(view::invitation_letter(&local, is_reminder, texts)))
    }
    .boxed()
}
