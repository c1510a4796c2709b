//! Those of whom nothing is heard: they are told in time, and erased when their period is over.
//! Not here: how long that is.

use chrono::{DateTime, Utc};
use futures::{FutureExt, future::BoxFuture};
use uuid::Uuid;

use super::Leaver;
use crate::{
    app::App,
    outbox::{self, Class, Letter, NewLetter, Told, Wish},
    people,
    privacy::{
        NAME, list_holdings,
        model::{Due, Holding, Periods, Presence, Reason},
        store, view,
    },
    texts::Texts,
};

/// Looks at everybody who could have been silent for long enough.
pub async fn look_at_everybody(app: &App, now: DateTime<Utc>) -> anyhow::Result<()> {
    let known_before = Periods::over_since(app.retention.shortest(), now);
    let holdings = list_holdings(app).await?;
    for presence in store::list_presences(&app.db, known_before).await? {
        match app.retention.judge(&presence, now) {
            Some(Due::Erase(reason)) => erase(app, &holdings, (presence.person_id, reason), now).await?,
            Some(Due::Warn(goes_at)) => warn(app, &presence, (now, goes_at)).await?,
            None => {}
        }
    }
    Ok(())
}

/// Erases somebody, unless they have come back meanwhile.
async fn erase(
    app: &App,
    holdings: &[Holding],
    (person, reason): (Uuid, Reason),
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let leaver = Leaver::find(app, holdings, (person, reason)).await?;
    let mut tx = app.db.begin().await?;
    let presence = store::find_presence(&mut tx, person).await?;
    let due = presence.and_then(|presence| app.retention.judge(&presence, now));
    if due != Some(Due::Erase(reason)) {
        return Ok(());
    }
    leaver.erase(app, &mut tx, now).await?;
    tx.commit().await?;
    leaver.is_gone(app).await;
    Ok(())
}

/// Owes the warning, once for each silence.
async fn warn(
    app: &App,
    presence: &Presence,
    (now, goes_at): (DateTime<Utc>, DateTime<Utc>),
) -> anyhow::Result<()> {
    let person_id = presence.person_id;
    let cause = format!("{NAME}/silence/{person_id}/{}", goes_at.timestamp());
    let letter = NewLetter {
        person_id,
        capability: NAME,
        matter: serde_json::to_value(goes_at)?,
        class: Class::Reminder,
        is_urgent: false,
        wish: Wish::Instant(now),
        event_at: None,
        useless_after: goes_at,
        dedup_key: cause.clone(),
        cause,
    };
    let mut tx = app.db.begin().await?;
    outbox::owe(&mut tx, &letter, now).await?;
    tx.commit().await?;
    app.bell.ring();
    Ok(())
}

/// The warning, unless the person has been heard of since.
pub fn render<'a>(app: &'a App, letter: &'a Letter, texts: &'a Texts) -> BoxFuture<'a, anyhow::Result<Told>> {
    async move {
        let goes_at: DateTime<Utc> = serde_json::from_value(letter.matter.clone())?;
        let presence = store::read_presence(&app.db, letter.person_id).await?;
        let due = presence.and_then(|presence| app.retention.judge(&presence, app.clock.now()));
        if due != Some(Due::Warn(goes_at)) {
            return Ok(Told::Nothing);
        }
        let person = people::find_person(&app.db, letter.person_id, app.consent_text.hash()).await?;
        let Some(person) = person else { return Ok(Told::Nothing) };
        let zone = people::zone_of(app, &person).await?;
        Ok(Told::Say(view::silence_letter(goes_at.with_timezone(&zone).date_naive(), texts)))
    }
    .boxed()
}
