//! What is said of agreeing, proposing and drawing up for somebody, and how the conversation under a step looks.
//! Not here: reminders and what is said of evidence.

use chrono::{DateTime, Utc};
use futures::{FutureExt, future::BoxFuture};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Matter, owe_now};
use crate::{
    app::App,
    db::Tx,
    label,
    learning_routes::{
        model::{LearningRoute, NodState, RouteState},
        store,
        view::{self, Action, Office},
    },
    messenger::Button,
    outbox::Told,
    people,
    texts::Texts,
    threads::{Face, Heard},
};

/// What somebody is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Around {
    /// To whoever leads the school: a route waits for approval, or for agreement where no methodologist is.
    ToApprove,
    /// To the teacher: it is agreed to and waits for approval.
    AwaitsApproval,
    /// To both sides: it is approved and begins.
    Approved,
    /// To the other side: a change is proposed.
    Proposed,
    /// To whoever proposed it: accepted.
    Accepted,
    /// To whoever proposed it: declined.
    Declined,
    /// To a teacher: may a route be drawn up?
    Asked,
    /// To the methodologist: yes.
    Nodded,
    /// To the methodologist: no.
    Refused,
    /// To the teacher: the draft is theirs now.
    Handed,
}

impl Around {
    /// The word in a text.
    fn as_str(self) -> &'static str {
        match self {
            Self::ToApprove => "to_approve",
            Self::AwaitsApproval => "awaits",
            Self::Approved => "approved",
            Self::Proposed => "proposed",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Asked => "asked",
            Self::Nodded => "nodded",
            Self::Refused => "refused",
            Self::Handed => "handed",
        }
    }
}

/// Owes word of what was done around a route; the id is a route's, a proposal's or a nod's.
pub async fn owe_around(
    tx: &mut Tx,
    (around, id): (Around, Uuid),
    person_id: Uuid,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    owe_now(tx, Matter::Around { around, id }, (around.as_str(), id, id), (person_id, now)).await
}

async fn name_of(app: &App, person: Uuid) -> anyhow::Result<String> {
    let person = people::find_person(&app.db, person, app.consent_text.hash()).await?;
    Ok(person.and_then(|person| person.name()).map(|name| name.in_full()).unwrap_or_default())
}

/// The words of such a letter, if it is still of use.
pub(super) async fn render_around(
    app: &App,
    (around, id): (Around, Uuid),
    reader: Uuid,
    texts: &Texts,
) -> anyhow::Result<Told> {
    match around {
        Around::Asked | Around::Nodded | Around::Refused => render_nod(app, (around, id), texts).await,
        Around::Proposed | Around::Accepted | Around::Declined => {
            render_proposal(app, (around, id), reader, texts).await
        }
        _ => render_route(app, (around, id), reader, texts).await,
    }
}

async fn render_nod(app: &App, (around, id): (Around, Uuid), texts: &Texts) -> anyhow::Result<Told> {
    let Some(nod) = store::find_nod(&app.db, id).await? else { return Ok(Told::Nothing) };
    if around == Around::Asked {
        let name = name_of(app, nod.methodologist_id).await?;
        let waits = nod.state == NodState::Asked;
        return Ok(if waits { Told::Say(view::nod_letter(&nod, &name, texts)) } else { Told::Nothing });
    }
    let name = name_of(app, nod.person_id).await?;
    let to = if around == Around::Nodded { Office::DrawFor(id).into() } else { Action::Queue };
    Ok(Told::Say(view::office_letter((around.as_str(), &name), to, texts)))
}

async fn render_proposal(
    app: &App,
    (around, id): (Around, Uuid),
    reader: Uuid,
    texts: &Texts,
) -> anyhow::Result<Told> {
    let Some(proposal) = store::find_proposal(&app.db, id).await? else { return Ok(Told::Nothing) };
    let Some(route) = store::find_route(&app.db, proposal.route_id).await? else {
        return Ok(Told::Nothing);
    };
    if !is_of_route(app, &route, reader).await? {
        return Ok(Told::Nothing);
    }
    let other = if route.person_id == reader { route.methodologist_id } else { Some(route.person_id) };
    let name = match other {
        Some(other) => name_of(app, other).await?,
        None => String::new(),
    };
    let to = Office::Proposal(id).into();
    Ok(Told::Say(view::proposal_letter((&route, &proposal), (around.as_str(), &name), to, texts)))
}

/// Whether somebody follows or accompanies a route.
async fn is_of_route(app: &App, route: &LearningRoute, reader: Uuid) -> anyhow::Result<bool> {
    let accompanies = route.methodologist_id == Some(reader)
        && store::is_methodologist(&app.db, route.municipality_id, reader).await?;
    Ok(route.person_id == reader || accompanies)
}

async fn render_route(
    app: &App,
    (around, id): (Around, Uuid),
    reader: Uuid,
    texts: &Texts,
) -> anyhow::Result<Told> {
    let Some(route) = store::find_route(&app.db, id).await? else { return Ok(Told::Nothing) };
    let name = name_of(app, route.person_id).await?;
    let (is_true, to) = match around {
        Around::ToApprove => {
            (leads(app, &route, reader).await? && route.state == RouteState::Review, Office::Plain(id).into())
        }
        Around::Approved if route.person_id != reader => {
            (is_of_route(app, &route, reader).await?, Action::Card(id))
        }
        _ => (route.person_id == reader, Action::Route),
    };
    let what = if around == Around::Approved && route.person_id != reader {
        "approved_other"
    } else {
        around.as_str()
    };
    let told = || Told::Say(view::office_letter((what, &name), to, texts));
    Ok(if is_true { told() } else { Told::Nothing })
}

async fn leads(app: &App, route: &LearningRoute, reader: Uuid) -> anyhow::Result<bool> {
    let found = store::find_school_rule(&app.db, (route.municipality_id, route.person_id)).await?;
    match found {
        Some((school, _)) => {
            Ok(store::list_leaders(&app.db, school, route.person_id).await?.contains(&reader))
        }
        None => Ok(false),
    }
}

/// How the conversation under a step looks to the teacher and to whoever accompanies them; to nobody else.
pub fn thread_face<'a>(
    app: &'a App,
    step: Uuid,
    reader: Uuid,
    texts: &'a Texts,
) -> BoxFuture<'a, anyhow::Result<Option<Face>>> {
    async move {
        let Some(route) = store::find_route_of_step(&app.db, step).await? else { return Ok(None) };
        let known = route.steps.iter().find(|known| known.id == step);
        let Some(known) = known.filter(|_| route.state != RouteState::Draft) else { return Ok(None) };
        if !is_of_route(app, &route, reader).await? {
            return Ok(None);
        }
        let mut names = Vec::new();
        for person in [Some(route.person_id), route.methodologist_id].into_iter().flatten() {
            let name = if person == reader {
                label!(texts, "learning_routes-you")
            } else {
                name_of(app, person).await?
            };
            names.push((person, name));
        }
        let home = if route.person_id == reader { Action::Step(step) } else { Action::Shown(step) };
        Ok(Some(Face {
            title: label!(texts, "learning_routes-thread-title", title = &known.title),
            names,
            home: Button::new(label!(texts, "learning_routes-thread-home"), home),
            takes_words: route.state.is_open(),
        }))
    }
    .boxed()
}

/// Nothing follows: the words are passed on.
pub fn heard<'a>(_: &'a App, _: &'a mut Tx, _: Heard) -> BoxFuture<'a, anyhow::Result<()>> {
    async { Ok(()) }.boxed()
}
