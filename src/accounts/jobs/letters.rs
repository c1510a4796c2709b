//! The letters about accounts. What changed somebody's account is told to the account that was there before.
//! Not here: sending them.

use chrono::{DateTime, TimeDelta, Utc};
use futures::{FutureExt, future::BoxFuture};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::NAME;
use crate::{
    accounts::{
        model::{AccountMove, MoveState},
        store, view,
    },
    app::App,
    db::Tx,
    outbox::{self, Class, Letter, NewLetter, Told, Wish},
    people,
    texts::Texts,
    units,
};

/// For so many days it is worth telling.
const WORTH_TELLING_DAYS: i64 = 30;

/// What a letter is about.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Matter {
    /// A code attached another account; to those that were there.
    Added(Uuid),
    /// Somebody decided; to the accounts that were there.
    Moved(Uuid),
    /// The same to whoever has the account now.
    Told(Uuid),
    /// A newcomer asks for the place of a lost account.
    Plea(Uuid),
    /// An earlier account says that a move is wrong.
    Objection(Uuid),
}

fn letter(
    person_id: Uuid,
    matter: Matter,
    (cause, key): (String, String),
    now: DateTime<Utc>,
) -> anyhow::Result<NewLetter> {
    Ok(NewLetter {
        person_id,
        capability: NAME,
        matter: serde_json::to_value(matter)?,
        class: Class::Notice,
        is_urgent: true,
        wish: Wish::Instant(now),
        event_at: None,
        useless_after: now + TimeDelta::days(WORTH_TELLING_DAYS),
        dedup_key: format!("{cause}/{key}"),
        cause,
    })
}

fn cause(id: Uuid) -> String {
    format!("{NAME}/move/{id}")
}

fn plea_cause(former: Uuid) -> String {
    format!("{NAME}/plea/{former}")
}

/// Owes an account that was there before a letter about a move: how to take it back, or whom to tell.
pub async fn tell_contact(
    tx: &mut Tx,
    (id, is_added): (Uuid, bool),
    (person, contact): (Uuid, Uuid),
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let matter = if is_added { Matter::Added(id) } else { Matter::Moved(id) };
    let new = letter(person, matter, (cause(id), format!("contact/{contact}")), now)?;
    Ok(outbox::owe_to(tx, contact, &new, now).await?)
}

/// Owes a person a letter about what was decided about their account.
pub async fn tell(
    tx: &mut Tx,
    id: Uuid,
    (person, state): (Uuid, MoveState),
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let key = format!("{}/{person}", state.as_str());
    let new = letter(person, Matter::Told(id), (cause(id), key), now)?;
    outbox::owe(tx, &new, now).await?;
    Ok(())
}

/// Owes whoever may say who works where the newcomer works a letter about what they ask.
pub async fn tell_of_plea(tx: &mut Tx, former: Uuid, now: DateTime<Utc>) -> anyhow::Result<()> {
    for place in units::places_within(tx, former).await? {
        for decider in units::list_admitting(tx, place.municipality_id, place.school_id).await? {
            if decider == former {
                continue;
            }
            let key = format!("{decider}/{}", now.timestamp());
            let new = letter(decider, Matter::Plea(former), (plea_cause(former), key), now)?;
            outbox::owe(tx, &new, now).await?;
        }
    }
    Ok(())
}

/// Nobody needs to be told any more that a newcomer asks.
pub async fn end_plea(tx: &mut Tx, former: Uuid, now: DateTime<Utc>) -> anyhow::Result<()> {
    outbox::end_cause(tx, &plea_cause(former), now).await?;
    Ok(())
}

/// Owes whoever decided a letter that the earlier account says it is wrong, once.
pub async fn object(tx: &mut Tx, found: &AccountMove, now: DateTime<Utc>) -> anyhow::Result<()> {
    if let Some(by) = found.decided_by {
        let new = letter(by, Matter::Objection(found.id), (cause(found.id), "objection".to_owned()), now)?;
        outbox::owe(tx, &new, now).await?;
    }
    Ok(())
}

/// The letter, as long as it is true.
pub fn render<'a>(app: &'a App, letter: &'a Letter, texts: &'a Texts) -> BoxFuture<'a, anyhow::Result<Told>> {
    async move {
        let matter: Matter = serde_json::from_value(letter.matter.clone())?;
        if let Matter::Plea(former) = matter {
            return tell_plea(app, former, texts).await;
        }
        let (Matter::Added(id)
        | Matter::Moved(id)
        | Matter::Told(id)
        | Matter::Objection(id)
        | Matter::Plea(id)) = matter;
        let Some(found) = store::find_move(&app.db, id).await? else { return Ok(Told::Nothing) };
        let holds = matches!(found.state, MoveState::Done | MoveState::Settled);
        Ok(match matter {
            Matter::Added(id) if holds => Told::Say(view::added_letter(id, texts)),
            Matter::Moved(id) if found.state == MoveState::Done => {
                Told::Say(view::moved_letter(id, found.kind.as_str(), texts))
            }
            Matter::Told(_) => Told::Say(view::told_letter(found.state.as_str(), texts)),
            Matter::Objection(id) if holds => {
                let name = name_of(app, found.person_id).await?;
                Told::Say(view::objection_letter(id, &name, texts))
            }
            _ => Told::Nothing,
        })
    }
    .boxed()
}

async fn tell_plea(app: &App, former: Uuid, texts: &Texts) -> anyhow::Result<Told> {
    let name = name_of(app, Some(former)).await?;
    let wording = view::plea_letter(former, &name, texts);
    Ok(if name.is_empty() { Told::Nothing } else { Told::Say(wording) })
}

/// What somebody is called; empty where they have left.
pub async fn name_of(app: &App, person: Option<Uuid>) -> anyhow::Result<String> {
    let Some(id) = person else { return Ok(String::new()) };
    let found = people::find_person(&app.db, id, app.consent_text.hash()).await?;
    Ok(found.and_then(|person| person.name()).map(|name| name.in_full()).unwrap_or_default())
}
