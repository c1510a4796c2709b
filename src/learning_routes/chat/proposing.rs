//! Changing a route on its way together: proposing, deciding, writing under a step. The two sides are the teacher and
//! whoever accompanies them; where nobody does, the teacher changes the route alone.
//! Not here: what a change does.

use uuid::Uuid;

use super::{Scene, alter, changed, following, review, scene, stand};
use crate::{
    capability::Outcome,
    label,
    learning_routes::{
        NAME,
        jobs::{self, Around},
        model::{Delay, LearningRoute, Proposal, ProposalState, RouteDeed, RouteFault, RouteState, Verdict},
        store,
        view::{self, Action, Office},
    },
    messenger::Button,
    text,
    threads::{self, NewThread},
    turn::Turn,
};

/// Words that were said last, on the screen where one writes.
const LAST: usize = 3;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Teacher,
    Methodologist,
}

async fn side_of(turn: &Turn, route: &LearningRoute) -> anyhow::Result<Side> {
    let (db, me) = (&turn.app().db, turn.known_person()?.id);
    if route.person_id == me {
        return Ok(Side::Teacher);
    }
    let accompanies =
        route.methodologist_id == Some(me) && store::is_methodologist(db, route.municipality_id, me).await?;
    if accompanies && route.state != RouteState::Draft { Ok(Side::Methodologist) } else { Err(changed()) }
}

/// The screen of the route for a side, and the button that leads there.
fn home(side: Side, route: &LearningRoute, turn: &Turn) -> (Action, Button) {
    let texts = turn.texts();
    match side {
        Side::Teacher => {
            (Action::Route, Button::new(label!(texts, "learning_routes-back-route"), Action::Route))
        }
        Side::Methodologist => {
            let card = Action::Card(route.id);
            (card.clone(), Button::new(label!(texts, "learning_routes-back-card"), card))
        }
    }
}

async fn show_home(turn: &Turn, side: Side, route: &LearningRoute) -> Outcome {
    match side {
        Side::Teacher => following::show(turn).await,
        Side::Methodologist => review::show_card(turn, route.id).await,
    }
}

async fn of_step(turn: &Turn, step: Uuid) -> anyhow::Result<(LearningRoute, Side)> {
    let route = store::find_route_of_step(&turn.app().db, step).await?.ok_or_else(changed)?;
    let side = side_of(turn, &route).await?;
    Ok((route, side))
}

/// Opens the conversation under a step; words typed there are passed on.
pub(super) async fn talk(turn: &Turn, id: Uuid) -> Outcome {
    let (route, side) = of_step(turn, id).await?;
    let step = route.steps.iter().find(|step| step.id == id).ok_or_else(changed)?;
    let methodologist = route.methodologist_id.ok_or_else(changed)?;
    let mut tx = turn.begin().await?;
    let new = NewThread { owner: NAME, cause: id, of_person: route.person_id };
    let thread = threads::open_thread(tx.tx(), new, turn.now()).await?;
    threads::join(tx.tx(), thread, methodologist, turn.now()).await?;
    tx.stand_at(&threads::write_address(thread));
    tx.commit().await?;
    let to = match side {
        Side::Teacher => Action::Step(id),
        Side::Methodologist => Action::Shown(id),
    };
    let back = Button::new(label!(turn.texts(), "learning_routes-back-step"), to);
    let mut screen = view::talk_screen(thread, step, back, turn.texts());
    let face = jobs::thread_face(turn.app(), id, turn.known_person()?.id, turn.texts()).await?;
    if let Some(face) = face {
        let said = threads::list_messages(&turn.app().db, thread).await?;
        for message in &said[said.len().saturating_sub(LAST)..] {
            screen.text = screen.text.paragraph(&threads::message_paragraph(message, &face, turn.texts()));
        }
    }
    Ok(screen)
}

pub(super) async fn ask_new(turn: &Turn, id: Uuid) -> Outcome {
    let route = store::find_route(&turn.app().db, id).await?.ok_or_else(changed)?;
    let side = side_of(turn, &route).await?;
    let (_, back) = home(side, &route, turn);
    Ok(view::new_step_screen(&route, back, turn.texts()))
}

/// Proposes a step more.
pub(super) async fn add(turn: &Turn, id: Uuid, words: &str) -> Outcome {
    let route = store::find_route(&turn.app().db, id).await?.ok_or_else(changed)?;
    propose(turn, &route, |route, me| Proposal::adding(route, me, words)).await
}

/// Proposes to take a step out, or to move it.
pub(super) async fn change(turn: &Turn, id: Uuid, delay: Option<Delay>) -> Outcome {
    let (route, _) = of_step(turn, id).await?;
    let Scene { today, calendar } = scene(turn, route.municipality_id).await?;
    propose(turn, &route, |route, me| {
        let step = route.steps.iter().find(|step| step.id == id).ok_or(RouteFault::Changed)?;
        let due_on = delay.map(|delay| calendar.put_off(step.due_on, delay, today));
        Proposal::changing(route, me, step, due_on)
    })
    .await
}

async fn propose<F>(turn: &Turn, route: &LearningRoute, make: F) -> Outcome
where
    F: FnOnce(&LearningRoute, Uuid) -> Result<Proposal, RouteFault> + Send,
{
    let (side, me, now) = (side_of(turn, route).await?, turn.known_person()?.id, turn.now());
    let other = match side {
        Side::Teacher => route.methodologist_id,
        Side::Methodologist => Some(route.person_id),
    };
    let Scene { today, calendar } = scene(turn, route.municipality_id).await?;
    let mut made = None;
    let (mut tx, route) = alter(turn, route.id, |route| {
        let mut proposal = make(route, me)?;
        let deed = if other.is_some() {
            RouteDeed::Proposed
        } else {
            proposal.accept(route, (&calendar, today))?;
            RouteDeed::Changed
        };
        let step = proposal.step_id;
        made = Some(proposal);
        Ok(Some((deed, step)))
    })
    .await?;
    let key = match (other, made) {
        (Some(other), Some(proposal)) => {
            store::add_proposal(tx.tx(), &proposal, now).await?;
            jobs::owe_around(tx.tx(), (Around::Proposed, proposal.id), other, now).await?;
            "proposed"
        }
        _ => "changed",
    };
    stand(tx, home(side, &route, turn).0).await?;
    let toast = label!(turn.texts(), "learning_routes-proposal-toast", what = key);
    Ok(show_home(turn, side, &route).await?.toast(toast))
}

/// A proposal that concerns whoever speaks, with its route and their side of it.
async fn find(turn: &Turn, id: Uuid) -> anyhow::Result<(Proposal, LearningRoute, Side)> {
    let db = &turn.app().db;
    let proposal = store::find_proposal(db, id).await?.ok_or_else(changed)?;
    let route = store::find_route(db, proposal.route_id).await?.ok_or_else(changed)?;
    let side = side_of(turn, &route).await?;
    Ok((proposal, route, side))
}

pub(super) async fn show(turn: &Turn, id: Uuid) -> Outcome {
    let (proposal, route, side) = find(turn, id).await?;
    let decides = proposal.author_id != Some(turn.known_person()?.id);
    let (_, back) = home(side, &route, turn);
    Ok(view::proposal_screen(&route, &proposal, (decides, back), turn.texts()))
}

async fn to_decide(turn: &Turn, id: Uuid) -> anyhow::Result<(Proposal, LearningRoute, Side)> {
    let found = find(turn, id).await?;
    let is_own = found.0.author_id == Some(turn.known_person()?.id);
    if is_own { Err(changed()) } else { Ok(found) }
}

/// Accepts a proposal. Where the step is due on another day by now, that is said and the proposal stays.
pub(super) async fn accept(turn: &Turn, id: Uuid) -> Outcome {
    let (mut proposal, route, side) = to_decide(turn, id).await?;
    let scene = scene(turn, route.municipality_id).await?;
    let mut verdict = Verdict::Outdated;
    let (mut tx, route) = alter(turn, route.id, |route| {
        verdict = proposal.accept(route, (&scene.calendar, scene.today))?;
        Ok((verdict == Verdict::Applied).then_some((RouteDeed::Changed, proposal.step_id)))
    })
    .await?;
    let stored = store::proposal_within(tx.tx(), id).await?.ok_or_else(changed)?;
    if stored.state != ProposalState::Open {
        return Err(changed());
    }
    store::save_proposal(tx.tx(), &proposal).await?;
    if verdict == Verdict::Applied
        && let Some(author) = proposal.author_id
    {
        jobs::owe_around(tx.tx(), (Around::Accepted, id), author, turn.now()).await?;
    }
    match verdict {
        Verdict::Applied => {
            stand(tx, home(side, &route, turn).0).await?;
            let toast = label!(turn.texts(), "learning_routes-proposal-toast", what = "changed");
            Ok(show_home(turn, side, &route).await?.toast(toast))
        }
        Verdict::Moved(_) | Verdict::Outdated => {
            stand(tx, Office::Proposal(id).into()).await?;
            let mut screen = show(turn, id).await?;
            let what = if verdict == Verdict::Outdated { "gone" } else { "moved" };
            let news = text!(turn.texts(), "learning_routes-proposal-news", what = what);
            screen.text = news.paragraph(&screen.text);
            Ok(screen)
        }
    }
}

/// Declines a proposal: the route stays as it is.
pub(super) async fn decline(turn: &Turn, id: Uuid) -> Outcome {
    let (_, route, side) = to_decide(turn, id).await?;
    let (mut tx, route) = alter(turn, route.id, |_| Ok(None)).await?;
    let mut proposal = store::proposal_within(tx.tx(), id).await?.ok_or_else(changed)?;
    proposal.decline().map_err(super::refusal)?;
    store::save_proposal(tx.tx(), &proposal).await?;
    let (me, now) = (turn.known_person()?.id, turn.now());
    store::add_event(tx.tx(), (route.id, proposal.step_id), (RouteDeed::Declined, me), now).await?;
    if let Some(author) = proposal.author_id {
        jobs::owe_around(tx.tx(), (Around::Declined, id), author, now).await?;
    }
    stand(tx, home(side, &route, turn).0).await?;
    let toast = label!(turn.texts(), "learning_routes-proposal-toast", what = "declined");
    Ok(show_home(turn, side, &route).await?.toast(toast))
}
