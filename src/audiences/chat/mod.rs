//! What is done in the editor of an audience. Which one is edited lies in the draft; whether whoever speaks may write to its
//! unit is asked at every step.
//! Not here: the rules, which stand in the model and in `units`.

mod area;
mod editing;
mod naming;
mod values;

pub use values::titles_of;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    ADDRESSES, NAME,
    model::{Audience, Kind},
    store,
    view::Action,
};
use crate::{
    capability::{Outcome, Tree},
    errors::Refusal,
    messenger::Event,
    people::Standing,
    turn::Turn,
    units::{Right, may},
};

/// Which audience is edited.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Draft {
    audience: Uuid,
}

/// The branch of the tree. The gates have asked for the roles of whoever presses; typed words pass no gate.
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
        .branch(dptree::filter_map(|turn: Turn| asked_by(&turn)).endpoint(receive_words))
}

/// The screen that words were typed at, if it asks for words; forwarded ones are somebody else's.
fn asked_by(turn: &Turn) -> Option<Action> {
    let is_own = matches!(turn.incoming().event, Event::Words { forwarded: false, .. });
    let address = turn.conversation().address.as_deref().and_then(Action::read).filter(|_| is_own)?;
    let asks = matches!(address, Action::Save | Action::Values(Kind::Name, ..));
    (asks && ADDRESSES.admits(Standing::Registered, turn.roles())).then_some(address)
}

async fn receive_words(turn: Turn, address: Action) -> Outcome {
    let words = turn.words().unwrap_or_default();
    match address {
        Action::Values(Kind::Name, part, _) => naming::add_names(&turn, part, words).await,
        _ => editing::save(&turn, words).await,
    }
}

async fn carry_out(turn: Turn, action: Action) -> Outcome {
    let turn = &turn;
    match action {
        Action::Edit(id) => editing::begin(turn, id).await,
        Action::Show => editing::show(turn).await,
        Action::Without => editing::show_without(turn).await,
        Action::Values(kind, part, page) => editing::show_values(turn, (kind, part, page)).await,
        Action::Tick(kind, part, page, value) => editing::tick(turn, (kind, part, page), value).await,
        Action::Everybody => editing::mean_everybody(turn).await,
        Action::Areas => area::list(turn).await,
        Action::Area(id) => area::choose(turn, &id).await,
        Action::By(dimension) => area::tell_apart(turn, &dimension).await,
        Action::Blocks(page) => area::show_blocks(turn, page).await,
        Action::Block(block) => area::narrow(turn, &block).await,
        Action::Saved => editing::list_saved(turn).await,
        Action::Use(id) => editing::take_saved(turn, id).await,
        Action::Drop(id) => editing::drop_saved(turn, id).await,
        Action::Save => editing::ask_title(turn).await,
    }
}

/// The audience with this id, if whoever speaks may write to its unit; else it does not exist.
async fn find_mine(turn: &Turn, id: Uuid) -> anyhow::Result<Audience> {
    let found = store::find_audience(&turn.app().db, id).await?;
    let may_use =
        |unit| may(turn.roles(), Right::Address, unit) || may(turn.roles(), Right::CallMeetings, unit);
    found.filter(|found| may_use(found.unit)).ok_or_else(out_of_sight)
}

/// The audience that is edited.
async fn find_edited(turn: &Turn) -> anyhow::Result<Audience> {
    let draft: Option<Draft> = turn.draft(NAME).await?;
    find_mine(turn, draft.ok_or_else(out_of_sight)?.audience).await
}

fn out_of_sight() -> anyhow::Error {
    Refusal::because("audiences-out-of-sight")
}
