//! Changing a route on its way together: what one side proposes and the other decides, and writing under a step.
//! Not here: what a change does.

use uuid::Uuid;

use super::{Action, Office, day};
use crate::{
    label,
    learning_routes::model::{
        Delay, LearningRoute, Proposal, ProposalState, RouteState, RouteStep, StepState,
    },
    messenger::{Button, Markup, Payload, Screen},
    outbox::Wording,
    people::menu_button,
    text,
    texts::Texts,
    threads,
};

/// Proposals that have a button on a screen.
const MOST: usize = 4;

fn is_followed(route: &LearningRoute) -> bool {
    matches!(route.state, RouteState::Active | RouteState::Paused)
}

/// The same with these rows above its last one, which leads back.
fn above_last(mut screen: Screen, rows: Vec<Vec<Button>>) -> Screen {
    let place = screen.rows.len().saturating_sub(1);
    screen.rows.splice(place..place, rows.into_iter().filter(|row| !row.is_empty()));
    screen
}

/// What is proposed, in a line.
#[must_use]
pub fn proposal_words(route: &LearningRoute, proposal: &Proposal, texts: &Texts) -> Markup {
    let step = route.steps.iter().find(|step| Some(step.id) == proposal.step_id);
    let title = proposal.words.clone().or_else(|| step.map(|step| step.title.clone()));
    text!(
        texts,
        "learning_routes-proposal-words",
        kind = proposal.kind.as_str(),
        title = title.unwrap_or_default(),
        day = proposal.due_on.map(day).unwrap_or_default(),
        known = proposal.seen_on.map(day).unwrap_or_default(),
    )
}

/// A proposal for whoever decides it, or for whoever made it.
#[must_use]
pub fn proposal_screen(
    route: &LearningRoute,
    proposal: &Proposal,
    (decides, back): (bool, Button),
    texts: &Texts,
) -> Screen {
    let is_open = proposal.state == ProposalState::Open;
    let state = match (is_open, decides) {
        (true, true) => "decides",
        (true, false) => "waits",
        (false, _) => proposal.state.as_str(),
    };
    let words = proposal_words(route, proposal, texts).paragraph(&text!(
        texts,
        "learning_routes-proposal-state",
        state = state
    ));
    let answers = [
        Button::new(label!(texts, "learning_routes-proposal-yes"), Office::Yes(proposal.id)),
        Button::new(label!(texts, "learning_routes-proposal-no"), Office::No(proposal.id)),
    ];
    let answers = if is_open && decides { answers.to_vec() } else { Vec::new() };
    Screen::of(words).row(answers).row(vec![back, menu_button(texts)]).at(Office::Proposal(proposal.id))
}

/// Asks for a step to be added.
#[must_use]
pub fn new_step_screen(route: &LearningRoute, back: Button, texts: &Texts) -> Screen {
    let who = if route.methodologist_id.is_some() { "both" } else { "alone" };
    Screen::of(text!(texts, "learning_routes-newstep-question", who = who))
        .row(vec![back, menu_button(texts)])
        .at(Office::NewStep(route.id))
}

/// Where one writes under a step.
#[must_use]
pub fn talk_screen(thread: Uuid, step: &RouteStep, back: Button, texts: &Texts) -> Screen {
    Screen::of(text!(texts, "learning_routes-talk", title = &step.title))
        .row(vec![back, menu_button(texts)])
        .at(threads::write_address(thread))
}

fn proposal_rows(route: &LearningRoute, open: &[Proposal], texts: &Texts) -> Vec<Vec<Button>> {
    let button = |proposal: &Proposal| {
        let words = proposal_words(route, proposal, texts).visible();
        vec![Button::new(
            label!(texts, "learning_routes-proposal-button", words = words),
            Office::Proposal(proposal.id),
        )]
    };
    open.iter().take(MOST).map(button).collect()
}

fn new_step_row(route: &LearningRoute, texts: &Texts) -> Vec<Button> {
    let who = if route.methodologist_id.is_some() { "both" } else { "alone" };
    let label = label!(texts, "learning_routes-newstep-button", who = who);
    vec![Button::new(label, Office::NewStep(route.id))]
}

/// A route on its way with what waits to be decided and the way to add a step.
#[must_use]
pub fn with_route_offers(screen: Screen, route: &LearningRoute, open: &[Proposal], texts: &Texts) -> Screen {
    if !is_followed(route) {
        return screen;
    }
    let mut rows = proposal_rows(route, open, texts);
    rows.push(new_step_row(route, texts));
    above_last(screen, rows)
}

fn talk_row(route: &LearningRoute, step: &RouteStep, texts: &Texts) -> Vec<Button> {
    let talks = route.methodologist_id.is_some() && route.state != RouteState::Draft;
    let talk = Button::new(label!(texts, "learning_routes-talk-button"), Office::Talk(step.id));
    if talks { vec![talk] } else { Vec::new() }
}

/// A step of one's own route with the conversation under it and the way to take it out.
#[must_use]
pub fn with_step_offers(screen: Screen, route: &LearningRoute, step: &RouteStep, texts: &Texts) -> Screen {
    let who = if route.methodologist_id.is_some() { "both" } else { "alone" };
    let drop = Button::new(label!(texts, "learning_routes-drop-button", who = who), Office::Drop(step.id));
    let drops = is_followed(route) && step.state == StepState::Planned;
    let drop = if drops { vec![drop] } else { Vec::new() };
    above_last(screen, vec![talk_row(route, step, texts), drop])
}

/// The same for the methodologist, who proposes other days too.
#[must_use]
pub fn with_shown_offers(screen: Screen, route: &LearningRoute, step: &RouteStep, texts: &Texts) -> Screen {
    let mut rows = vec![talk_row(route, step, texts)];
    if is_followed(route) && step.state == StepState::Planned {
        let later = [Delay::Week, Delay::Month].map(|delay| {
            let label = label!(texts, "learning_routes-later-button", delay = delay.as_str());
            Button::new(label, Office::Later(step.id, delay))
        });
        rows.push(later.to_vec());
        let drop = label!(texts, "learning_routes-drop-button", who = "both");
        rows.push(vec![Button::new(drop, Office::Drop(step.id))]);
    }
    let back = Button::new(label!(texts, "learning_routes-back-card"), Action::Card(route.id));
    rows.push(vec![back]);
    above_last(screen, rows)
}

/// Tells the other side of a proposal, which they decide at once.
#[must_use]
pub fn proposal_letter(
    (route, proposal): (&LearningRoute, &Proposal),
    (what, name): (&str, &str),
    to: Payload,
    texts: &Texts,
) -> Wording {
    let brief = text!(texts, "learning_routes-office-notice", what = what, name = name);
    let words = brief.clone().line(&proposal_words(route, proposal, texts));
    let button = Button::new(label!(texts, "learning_routes-notice-open"), to);
    let mut screen = Screen::of(words);
    if proposal.state == ProposalState::Open && what == "proposed" {
        screen = screen.row(vec![
            Button::new(label!(texts, "learning_routes-proposal-yes"), Office::Yes(proposal.id)),
            Button::new(label!(texts, "learning_routes-proposal-no"), Office::No(proposal.id)),
        ]);
    }
    Wording { screen: screen.row(vec![button.clone()]), brief, button }
}
