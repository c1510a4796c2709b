//! What people do here: choose, answer, pause, look back.
//! Not here: the rules, which stand in the model, and any words.

mod background;
mod choosing;
mod looking_back;
mod narrowed;
mod taking;

#[cfg(test)]
mod tests;

pub use narrowed::{narrowed_intro, start_narrowed};

use uuid::Uuid;

use super::view::Action;
use crate::{
    capability::{Outcome, Tree},
    messenger::Event,
    turn::Turn,
};

/// The name under which conversations expect our words.
pub const NAME: &str = "diagnostics";

/// The branch of the dispatch tree.
#[must_use]
pub fn tree() -> Tree {
    dptree::entry()
        .branch(dptree::filter(is_diagnosis_command).endpoint(choosing::show_list))
        .branch(dptree::filter_map(pressed).endpoint(act))
        .branch(dptree::filter_map(answered_in_words).endpoint(taking::receive_words))
}

fn is_diagnosis_command(turn: Turn) -> bool {
    matches!(&turn.incoming().event, Event::Command { name, .. } if name == "diagnosis")
}

fn pressed(turn: Turn) -> Option<Action> {
    match &turn.incoming().event {
        Event::Press { payload } => Action::read(payload),
        _ => None,
    }
}

/// The attempt that typed words belong to: the one whose question stands on the screen.
#[derive(Debug, Clone, Copy)]
struct AttemptId(Uuid);

fn answered_in_words(turn: Turn) -> Option<AttemptId> {
    // Forwarded words are somebody else's.
    let is_own = matches!(turn.incoming().event, Event::Words { forwarded: false, .. });
    if !turn.expects(NAME) || !is_own {
        return None;
    }
    let address = turn.conversation().address.as_deref()?;
    match Action::read(address)? {
        Action::Show(attempt) => Some(AttemptId(attempt)),
        _ => None,
    }
}

async fn act(turn: Turn, action: Action) -> Outcome {
    use super::model::Reply;
    match action {
        Action::Diagnosis => choosing::show_list(turn).await,
        Action::Intro(questionnaire) => choosing::show_intro(turn, &questionnaire).await,
        Action::Start(questionnaire) => taking::start(turn, &questionnaire).await,
        Action::Show(attempt) => taking::show(turn, attempt).await,
        Action::Choose(attempt, question, choice) => {
            taking::receive_answer(turn, attempt, question, Reply::Choice(choice)).await
        }
        Action::Tick(attempt, question, choice) => {
            taking::receive_answer(turn, attempt, question, Reply::Tick { choice, on: true }).await
        }
        Action::Untick(attempt, question, choice) => {
            taking::receive_answer(turn, attempt, question, Reply::Tick { choice, on: false }).await
        }
        Action::Done(attempt, question) => taking::receive_answer(turn, attempt, question, Reply::Done).await,
        Action::Skip(attempt, question) => taking::receive_answer(turn, attempt, question, Reply::Skip).await,
        Action::Back(attempt, question) => taking::go_back(turn, attempt, question).await,
        Action::Forward(attempt, question) => taking::go_forward(turn, attempt, question).await,
        Action::Pause(attempt) => taking::pause(turn, attempt).await,
        Action::Leave(attempt) => taking::ask_to_leave(turn, attempt).await,
        Action::Cancel(attempt) => taking::cancel(turn, attempt).await,
        Action::Result(attempt) => looking_back::show_result(turn, attempt, false).await,
        Action::Picture(attempt) => looking_back::show_result(turn, attempt, true).await,
        Action::Review(attempt, page) => looking_back::show_review(turn, attempt, page).await,
        Action::History(page) => looking_back::show_history(turn, page).await,
        Action::Erase(attempt) => looking_back::ask_to_erase(turn, attempt).await,
        Action::Delete(attempt) => looking_back::delete(turn, attempt).await,
    }
}
