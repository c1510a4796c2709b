//! What people do with their data here, and what coordinators see of its destruction.
//! Not here: the page of `/privacy` itself, on which all of this hangs.

mod acts;
mod leaving;
mod taking;

use super::view::{self, Action};
use crate::{
    capability::{Outcome, Tree},
    messenger::Event,
    turn::Turn,
};

/// The branch of the tree.
#[must_use]
pub fn tree() -> Tree {
    dptree::filter_map(|turn: Turn| match &turn.incoming().event {
        Event::Press { payload } => Action::read(payload),
        _ => None,
    })
    .endpoint(carry_out)
}

async fn carry_out(turn: Turn, action: Action) -> Outcome {
    let turn = &turn;
    match action {
        Action::Take => taking::take_along(turn).await,
        Action::Files(page) => taking::take_files(turn, page).await,
        Action::Periods => Ok(view::periods_screen(&turn.app().retention, turn.texts())),
        Action::Withdraw => leaving::ask_to_withdraw(turn),
        Action::Erase => leaving::withdraw(turn).await,
        Action::Farewell => Ok(view::farewell_screen(turn.texts())),
        Action::Acts(page) => acts::show(turn, page).await,
        Action::Act(id) => acts::take_one(turn, id).await,
        Action::Log => acts::take_log(turn).await,
    }
}
