//! What a teacher does with their portfolio: every press, typed word and file that is for it finds its handler.
//! Not here: the rules, which stand in the model.

mod attestation;
mod entries;
mod home;

use super::{model::EntryStep, view::Action};
use crate::{
    capability::{Outcome, Tree},
    errors::Refusal,
    messenger::{Event, SentFile},
    turn::{Turn, TurnTx},
};

/// The branch of the tree. Everything here is about whoever speaks.
#[must_use]
pub fn tree() -> Tree {
    dptree::entry()
        .branch(dptree::filter_map(|turn: Turn| meant_action(&turn)).endpoint(carry_out))
        .branch(dptree::filter(|turn: Turn| awaits_words(&turn)).endpoint(receive_words))
        .branch(dptree::filter_map(|turn: Turn| awaited_file(&turn)).endpoint(entries::receive_file))
}

fn meant_action(turn: &Turn) -> Option<Action> {
    match &turn.incoming().event {
        Event::Press { payload } => Action::read(payload),
        Event::Command { name, .. } => (name == "portfolio").then_some(Action::Portfolio),
        _ => None,
    }
}

/// The screen where the person stands, if it is one of ours.
fn address(turn: &Turn) -> Option<Action> {
    turn.conversation().address.as_deref().and_then(Action::read)
}

/// Words are for the question that stands on the screen; forwarded ones are somebody else's.
fn awaits_words(turn: &Turn) -> bool {
    let is_own = matches!(turn.incoming().event, Event::Words { forwarded: false, .. });
    let asks = matches!(
        address(turn),
        Some(Action::Begin(_) | Action::Step(..) | Action::Days(_) | Action::Part(_))
    );
    is_own && asks
}

/// A photo or a file sent where one is asked for.
fn awaited_file(turn: &Turn) -> Option<SentFile> {
    let is_asked = matches!(address(turn), Some(Action::Step(_, EntryStep::File)));
    match &turn.incoming().event {
        Event::File(sent) if is_asked && sent.kind.shows_a_paper() => Some(sent.clone()),
        _ => None,
    }
}

async fn receive_words(turn: Turn) -> Outcome {
    let words = turn.words().unwrap_or_default();
    match address(&turn) {
        Some(Action::Begin(kind)) => entries::begin(&turn, kind, words).await,
        Some(Action::Step(id, step)) => entries::receive_words(&turn, (id, step), words).await,
        Some(Action::Days(post)) => home::receive_days(&turn, &post, words).await,
        Some(Action::Part(part)) => home::receive_part(&turn, part, words).await,
        _ => Err(outdated()),
    }
}

async fn carry_out(turn: Turn, action: Action) -> Outcome {
    let turn = &turn;
    match action {
        Action::Portfolio => home::show(turn).await,
        Action::Paper => home::send_paper(turn).await,
        Action::Entries(page) => entries::show_list(turn, page).await,
        Action::Kinds => entries::ask_kind(turn).await,
        Action::Begin(kind) => Ok(super::view::begin_screen(kind, turn.texts())),
        Action::Entry(id) => entries::show(turn, id).await,
        Action::Step(id, step) => entries::show_step(turn, id, step).await,
        Action::File(id) => entries::send_file(turn, id).await,
        Action::Drop(id) => entries::ask_to_delete(turn, id).await,
        Action::Delete(id) => entries::delete(turn, id).await,
        Action::Category => home::show_categories(turn).await,
        Action::Grades(post) => home::ask_grade(turn, &post).await,
        Action::Grade(post, grade) => home::set_grade(turn, &post, grade).await,
        Action::NoGrade(post) => home::drop_grade(turn, &post).await,
        Action::Days(post) => home::ask_days(turn, &post).await,
        Action::Study => home::show_study(turn).await,
        Action::Part(part) => home::ask_part(turn, part).await,
        Action::Due(page) => attestation::show(turn, page).await,
        Action::DueSheet => attestation::send_sheet(turn).await,
        Action::NoPart(part) => home::drop_part(turn, part).await,
    }
}

/// Commits, and notes where the person stands now.
async fn stand(mut tx: TurnTx, at: Action) -> anyhow::Result<()> {
    tx.expect_nothing();
    tx.stand_at(&at.into());
    tx.commit().await
}

/// The button belongs to something that is there no more.
fn outdated() -> anyhow::Error {
    Refusal::because("portfolio-outdated")
}
