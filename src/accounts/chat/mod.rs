//! What people do with accounts: attach one by a code, say that one is lost, say whose it is.
//! Not here: the rules, which stand in the model and in `units`.

mod deciding;
mod linking;
mod losing;
mod moving;

pub use losing::come_in;

use super::{CONFIRMS, view::Action};
use crate::{
    capability::{Outcome, Tree},
    messenger::Event,
    people::Standing,
    turn::Turn,
};

/// Catches the code that whoever has not come in types, before they are led in.
#[must_use]
pub fn arrivals() -> Tree {
    dptree::filter(|turn: Turn| awaits_code(&turn)).endpoint(linking::receive_code)
}

/// The branch of the tree. The gates have asked who presses; typed words pass no gate.
#[must_use]
pub fn tree() -> Tree {
    dptree::entry()
        .branch(
            dptree::filter_map(|turn: Turn| match &turn.incoming().event {
                Event::Press { payload } => Action::read(payload),
                _ => None,
            })
            .endpoint(carry_out),
        )
        .branch(dptree::filter(|turn: Turn| awaits_name(&turn)).endpoint(deciding::receive_words))
}

/// The screen where the person stands, if it is one of ours.
fn address(turn: &Turn) -> Option<Action> {
    turn.conversation().address.as_deref().and_then(Action::read)
}

/// Forwarded words are somebody else's.
fn has_words(turn: &Turn) -> bool {
    matches!(turn.incoming().event, Event::Words { forwarded: false, .. })
}

fn awaits_code(turn: &Turn) -> bool {
    has_words(turn) && address(turn) == Some(Action::Enter)
}

fn awaits_name(turn: &Turn) -> bool {
    let may_confirm = CONFIRMS.admits(Standing::Registered, turn.roles());
    has_words(turn) && may_confirm && matches!(address(turn), Some(Action::Same(_)))
}

async fn carry_out(turn: Turn, action: Action) -> Outcome {
    let turn = &turn;
    match action {
        Action::Code => linking::make_code(turn).await,
        Action::Link => Ok(linking::explain(turn)),
        Action::Enter => linking::ask_code(turn).await,
        Action::NotMe(id) => linking::take_back(turn, id).await,
        Action::Lost => losing::ask(turn).await,
        Action::Passed => Ok(super::view::lost_screen(turn.texts())),
        Action::Object(id) => losing::object(turn, id).await,
        Action::Pleas => deciding::show_pleas(turn).await,
        Action::Plea(former) => deciding::show_plea(turn, former).await,
        Action::Decline(former) => deciding::decline(turn, former).await,
        Action::Same(former) => deciding::pick(turn, former, "").await,
        Action::Ask(former, person) => deciding::ask(turn, former, person).await,
        Action::Join(former, person) => moving::join(turn, former, person).await,
        Action::Move(id) => moving::show(turn, id).await,
        Action::Undo(id) => moving::undo(turn, id).await,
    }
}
