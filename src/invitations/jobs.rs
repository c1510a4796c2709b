//! The letters: to whoever invited, that somebody came for a role; to whoever came, what was decided; to whoever may
//! confirm them, who registered by themselves, gathered once a day.
//! Not here: sending them.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use futures::{FutureExt, future::BoxFuture};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    NAME, chat,
    model::{Use, UseState, gathering_time},
    store, view,
};
use crate::{
    app::App,
    db::Tx,
    outbox::{self, Class, Letter, NewLetter, Told, Wish},
    texts::Texts,
    units,
};

/// For so many days it is worth telling.
const WORTH_TELLING_DAYS: i64 = 30;

/// What a letter is about.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Matter {
    /// Somebody came for a role and waits.
    Waiting(Uuid),
    /// It was decided.
    Decided(Uuid),
    /// People registered by themselves and wait to be confirmed.
    Newcomers,
}

/// Owes whoever invited a letter that somebody came for a role.
pub async fn tell_inviter(tx: &mut Tx, inviter: Uuid, comer: Uuid, now: DateTime<Utc>) -> anyhow::Result<()> {
    owe(tx, inviter, (Matter::Waiting(comer), Wish::Instant(now)), now).await
}

/// Owes whoever came a letter with what was decided; nobody needs to be told any more that they wait.
pub async fn tell_comer(tx: &mut Tx, comer: &Use, now: DateTime<Utc>) -> anyhow::Result<()> {
    outbox::end_cause(tx, &cause(comer.id), now).await?;
    owe(tx, comer.person_id, (Matter::Decided(comer.id), Wish::Instant(now)), now).await
}

fn cause(comer: Uuid) -> String {
    format!("{NAME}/use/{comer}")
}

async fn owe(
    tx: &mut Tx,
    person: Uuid,
    (matter, wish): (Matter, Wish),
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let (cause, kind) = match matter {
        Matter::Waiting(comer) => (cause(comer), "waiting".to_owned()),
        Matter::Decided(comer) => (cause(comer), "decided".to_owned()),
        Matter::Newcomers => {
            let day = match &wish {
                Wish::Civil { local, .. } => local.date(),
                Wish::Instant(at) => at.date_naive(),
            };
            (format!("{NAME}/newcomers"), day.to_string())
        }
    };
    let letter = NewLetter {
        person_id: person,
        capability: NAME,
        matter: serde_json::to_value(matter)?,
        class: Class::Notice,
        is_urgent: !matches!(matter, Matter::Newcomers),
        wish,
        event_at: None,
        useless_after: now + TimeDelta::days(WORTH_TELLING_DAYS),
        dedup_key: format!("{cause}/{kind}/{person}"),
        cause,
    };
    outbox::owe(tx, &letter, now).await?;
    Ok(())
}

/// Owes somebody who may confirm them a letter about who registered by themselves, in the evening on the municipality's
/// clock. Those who come until then stand in the same one: it is read from what holds when it is said.
pub async fn tell_of_newcomers(
    tx: &mut Tx,
    confirmer: Uuid,
    zone: Tz,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let local = gathering_time(now.with_timezone(&zone).naive_local());
    let wish = Wish::Civil { local, zone: Some(zone.name().to_owned()) };
    owe(tx, confirmer, (Matter::Newcomers, wish), now).await
}

/// The letter, as long as it is true.
pub fn render<'a>(app: &'a App, letter: &'a Letter, texts: &'a Texts) -> BoxFuture<'a, anyhow::Result<Told>> {
    async move {
        let matter: Matter = serde_json::from_value(letter.matter.clone())?;
        let (Matter::Waiting(id) | Matter::Decided(id)) = matter else {
            let waiting = chat::unconfirmed_for(app, letter.person_id).await?;
            let is_anybody = !waiting.is_empty();
            return Ok(if is_anybody {
                Told::Say(view::newcomers_letter(&waiting, texts))
            } else {
                Told::Nothing
            });
        };
        let Some(comer) = store::find_use(&app.db, id).await? else {
            return Ok(Told::Nothing);
        };
        let waits = comer.state == UseState::Waiting;
        // Whoever has lost the right meanwhile learns nothing of whom they invited.
        let roles = chat::roles_of(app, Some(letter.person_id)).await?;
        let may_decide = comer.invitation.offered.may_be_given_by(&roles);
        Ok(match matter {
            Matter::Waiting(_) if waits && comer.name.is_some() && may_decide => {
                let schools = schools_of(app, comer.person_id).await?;
                Told::Say(view::waiting_letter(&comer, &schools, texts))
            }
            Matter::Decided(_) if !waits => Told::Say(view::outcome_letter(&comer, texts)),
            _ => Told::Nothing,
        })
    }
    .boxed()
}

/// Where somebody works, in one line.
pub async fn schools_of(app: &App, person: Uuid) -> anyhow::Result<String> {
    let places = units::places_of(&app.db, person).await?;
    let titles: Vec<String> = places.into_iter().map(|place| place.school_short_title).collect();
    Ok(titles.join(", "))
}
