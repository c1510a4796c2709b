//! The letters: cards, who has taken it, what it came to, what is due soon or late.
//! Not here: sending.

use chrono::{DateTime, TimeDelta, Utc};
use futures::{FutureExt, future::BoxFuture};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    app::App,
    consultations::{NAME, model::RequestState, store, view},
    db::Tx,
    outbox::{self, Class, Form, Letter, NewLetter, Told, Wish},
    texts::Texts,
};

/// For so many days it is worth telling.
const WORTH_TELLING_DAYS: i64 = 60;

/// What a letter is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Matter {
    /// A request.
    Request {
        /// Which.
        request: Uuid,
        /// What about it.
        what: What,
        /// Whom else it concerns.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        whom: Option<Uuid>,
    },
    /// A group consultation.
    Group {
        /// Which.
        group: Uuid,
        /// What about it.
        news: GroupNews,
    },
    /// The state of things in a municipality on a morning.
    Digest {
        /// Which.
        municipality: Uuid,
    },
}

/// What a letter says of a group consultation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupNews {
    /// It is about what one has asked.
    Invited,
    /// It is near.
    Soon,
    /// It is over, with its materials.
    Materials,
    /// It was called off.
    Cancelled,
}

/// What a letter says of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// It waits to be taken.
    Card,
    /// To the teacher: somebody has taken it.
    Taken,
    /// To the teacher: somebody else is looked for.
    Released,
    /// To the teacher: it is closed, with the summary.
    Closed,
    /// To whoever takes it on: it was given to them.
    Assigned,
    /// To the teacher: times to talk are proposed.
    Times,
    /// To whoever has taken it: the teacher has agreed to a time.
    Agreed,
    /// To both: the talk is near.
    TalkSoon,
    /// To a colleague: they were invited into the conversation.
    Invited,
    /// To the teacher: a colleague has come into the conversation.
    Joined,
    /// To the teacher and whoever has taken it: a colleague has left the conversation.
    Left,
    /// To whoever had taken it: the teacher took it back.
    Withdrawn,
    /// To whoever had closed it: the teacher opened it again.
    Reopened,
    /// To whoever has taken it: the first answer is due soon.
    FirstSoon,
    /// To the coordinators: a term is near, and whoever has taken it is away.
    TakerAway,
    /// To the coordinators: the first answer is late.
    FirstLate,
    /// To whoever has taken it: closing is due soon.
    CloseSoon,
    /// To the coordinators: closing is late.
    CloseLate,
}

impl What {
    /// Whether it still is worth saying of a request in this state.
    fn holds(self, state: RequestState, is_answered: bool) -> bool {
        match self {
            Self::Card => state == RequestState::Sent,
            Self::Taken | Self::Assigned | Self::TakerAway | Self::Invited | Self::Joined | Self::Left => {
                matches!(state, RequestState::Taken | RequestState::Answered)
            }
            Self::Released => state == RequestState::Sent,
            Self::Closed => state == RequestState::Closed,
            Self::Withdrawn => state == RequestState::Withdrawn,
            Self::Reopened => state == RequestState::Answered,
            Self::Times | Self::Agreed | Self::TalkSoon => {
                matches!(state, RequestState::Taken | RequestState::Answered)
            }
            Self::FirstSoon | Self::FirstLate => state.is_open() && !is_answered,
            Self::CloseSoon | Self::CloseLate => state.is_open(),
        }
    }
}

/// Owes a letter about a request, now. Each is said as often as its occasion comes.
pub async fn owe(
    tx: &mut Tx,
    (request, what): (Uuid, What),
    person: Uuid,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let matter = Matter::Request { request, what, whom: None };
    let key =
        format!("{NAME}/{}/{request}/{person}/{}", serde_json::to_string(&what)?, now.timestamp_millis());
    owe_at(tx, (matter, person), key, (now, now)).await
}

/// Owes a letter about a request that concerns somebody else, now.
pub async fn owe_about(
    tx: &mut Tx,
    (request, what, whom): (Uuid, What, Uuid),
    person: Uuid,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let matter = Matter::Request { request, what, whom: Some(whom) };
    let word = serde_json::to_string(&what)?;
    let key = format!("{NAME}/{word}/{request}/{person}/{whom}/{}", now.timestamp_millis());
    owe_at(tx, (matter, person), key, (now, now)).await
}

/// Owes a letter at an instant.
pub async fn owe_at(
    tx: &mut Tx,
    (matter, person): (Matter, Uuid),
    dedup_key: String,
    (wished_at, now): (DateTime<Utc>, DateTime<Utc>),
) -> anyhow::Result<()> {
    let about = match matter {
        Matter::Request { request, .. } => request,
        Matter::Group { group, .. } => group,
        Matter::Digest { municipality } => municipality,
    };
    let letter = NewLetter {
        person_id: person,
        capability: NAME,
        matter: serde_json::to_value(matter)?,
        class: Class::Notice,
        is_urgent: true,
        wish: Wish::Instant(wished_at),
        event_at: None,
        useless_after: wished_at + TimeDelta::days(WORTH_TELLING_DAYS),
        dedup_key,
        cause: format!("{NAME}/{about}"),
    };
    outbox::owe(tx, &letter, now).await?;
    Ok(())
}

/// The words of a letter, as they are at the moment when it is said.
pub fn render<'a>(app: &'a App, letter: &'a Letter, texts: &'a Texts) -> BoxFuture<'a, anyhow::Result<Told>> {
    async move {
        let (request, what, whom) = match serde_json::from_value(letter.matter.clone())? {
            Matter::Digest { municipality } => return super::digest::render(app, municipality, texts).await,
            Matter::Group { group, news } => {
                return super::groups::render(app, (group, news), letter.person_id, texts).await;
            }
            Matter::Request { request, what, whom } => (request, what, whom),
        };
        let Some(request) = store::find_request(&app.db, request).await? else { return Ok(Told::Nothing) };
        let holds = what.holds(request.state, request.answered_at.is_some());
        // A card that was said already says what became of it; one that was not is not worth saying any more.
        if !holds && (what != What::Card || letter.form == Form::Post) {
            return Ok(Told::Nothing);
        }
        let mut told = super::read_told(app, request).await?;
        told.names.extend(store::find_names(&app.db, &whom.into_iter().collect::<Vec<_>>()).await?);
        let words: view::Words<'_> = (&app.catalogue, &app.consultation_rules, texts);
        Ok(Told::Say(match what {
            What::Card if !holds => view::card_gone_letter(&told, words),
            What::Card => view::card_letter(&told, words),
            What::Closed => view::closed_letter(&told, words),
            What::Times | What::Agreed | What::TalkSoon => {
                return super::times::render(app, (&told, what), letter.person_id, words).await;
            }
            What::Assigned => view::assigned_letter(&told, words),
            What::Invited => view::invited_letter(&told, words),
            _ => view::notice_letter((what_word(what), whom), &told, (letter.person_id, words)),
        }))
    }
    .boxed()
}

/// The word in a text.
fn what_word(what: What) -> &'static str {
    match what {
        What::Card => "card",
        What::Taken => "taken",
        What::Released => "released",
        What::Closed => "closed",
        What::Assigned => "assigned",
        What::Times => "times",
        What::Agreed => "agreed",
        What::TalkSoon => "talk_soon",
        What::Invited => "invited",
        What::Joined => "joined",
        What::Left => "left",
        What::Withdrawn => "withdrawn",
        What::Reopened => "reopened",
        What::TakerAway => "taker_away",
        What::FirstSoon => "first_soon",
        What::FirstLate => "first_late",
        What::CloseSoon => "close_soon",
        What::CloseLate => "close_late",
    }
}
