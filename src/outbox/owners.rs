//! What the owners of an installation are told: one line, when something went wrong that they should know of.
//! Not here: the log, which tells the rest.

use chrono::{DateTime, TimeDelta, Utc};
use futures::{FutureExt, future::BoxFuture};
use serde::{Deserialize, Serialize};

use super::{
    NAME,
    model::{Class, Letter, NewLetter, Wish},
    store, view,
    wording::Told,
};
use crate::{app::App, db::Tx, messenger::MessengerKind, texts::Texts};

/// Something that the owners should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnerNews {
    /// Letters were not said in time; counted from this instant.
    NotSaid(DateTime<Utc>),
    /// An event was set aside: the code that the person was told, and that stands in the log.
    SetAside(String),
}

impl OwnerNews {
    /// How long it waits for more of its kind.
    fn gathered_for(&self) -> TimeDelta {
        match self {
            Self::NotSaid(_) => TimeDelta::minutes(2),
            Self::SetAside(_) => TimeDelta::zero(),
        }
    }

    /// The same news are told once.
    fn key(&self) -> String {
        match self {
            Self::NotSaid(since) => format!("not-said/{}", since.timestamp()),
            Self::SetAside(code) => format!("set-aside/{code}"),
        }
    }
}

/// For so many days it is worth telling.
const WORTH_TELLING_DAYS: i64 = 7;

/// Owes every owner who has come in one line. Owners are named by their ids in the configuration.
pub async fn tell_owners(app: &App, tx: &mut Tx, news: &OwnerNews) -> anyhow::Result<()> {
    let now = app.clock.now();
    for owner in &app.settings.owners {
        let found = store::find_owner(tx, MessengerKind::Telegram.as_str(), owner).await?;
        let Some(person_id) = found else { continue };
        let letter = NewLetter {
            person_id,
            capability: NAME,
            matter: serde_json::to_value(news)?,
            class: Class::Notice,
            is_urgent: true,
            wish: Wish::Instant(now + news.gathered_for()),
            event_at: None,
            useless_after: now + TimeDelta::days(WORTH_TELLING_DAYS),
            dedup_key: format!("outbox/{}/{person_id}", news.key()),
            cause: "outbox/owners".to_owned(),
        };
        store::owe(tx, &letter, now).await?;
    }
    Ok(())
}

/// The line itself.
pub fn render<'a>(app: &'a App, letter: &'a Letter, texts: &'a Texts) -> BoxFuture<'a, anyhow::Result<Told>> {
    async move {
        let wording = match serde_json::from_value(letter.matter.clone())? {
            OwnerNews::SetAside(code) => view::set_aside(&code, texts),
            OwnerNews::NotSaid(since) => match store::count_not_said(&app.db, since).await? {
                0 => return Ok(Told::Nothing),
                count => view::not_said(count, texts),
            },
        };
        Ok(Told::Say(wording))
    }
    .boxed()
}
