//! What people do here: every press, command and typed word that is for this capability finds its handler.
//! Not here: what each of them does.

mod entrance;
mod home;
mod privacy;
mod profile;
mod settings;
mod steps;

pub use entrance::entrance;

use uuid::Uuid;

use crate::{
    capability::{Outcome, Tree},
    errors::Refusal,
    messenger::Event,
    people::{model::Person, store, view::Action},
    turn::{Turn, TurnTx},
};

/// The capability's name, under which its draft and its expectation of words are kept.
const NAME: &str = "people";

/// The greeting, the present question, or the menu: whatever comes first for whoever speaks.
pub async fn show_home(turn: &Turn) -> Outcome {
    home::come_home(turn).await
}

/// Begins the transaction of somebody who comes by an invitation to a municipality and perhaps a school: whoever has not
/// registered yet will not be asked for it. The caller commits.
pub async fn expect_place(turn: &Turn, place: Option<(Uuid, Option<Uuid>)>) -> anyhow::Result<TurnTx> {
    steps::expect_place(turn, place).await
}

/// The branch of whoever has come in.
#[must_use]
pub fn tree() -> Tree {
    dptree::entry()
        .branch(dptree::filter_map(|turn: Turn| meant_action(&turn)).endpoint(carry_out))
        .branch(dptree::filter(|turn: Turn| awaits_words(&turn)).endpoint(receive_words))
}

/// What a press or a command means here.
fn meant_action(turn: &Turn) -> Option<Action> {
    match &turn.incoming().event {
        Event::Press { payload } => Action::read(payload),
        Event::Command { name, .. } => Some(match &**name {
            "start" => Action::Home,
            "menu" => Action::Menu,
            "help" => Action::Help,
            "profile" => Action::Profile,
            "settings" => Action::Settings,
            "privacy" => Action::Privacy,
            "cancel" => Action::Cancel,
            _ => return None,
        }),
        _ => None,
    }
}

async fn carry_out(turn: Turn, action: Action) -> Outcome {
    let turn = &turn;
    match action {
        Action::Home => home::come_home(turn).await,
        Action::Menu => home::show_menu(turn),
        Action::Registered => home::greet_registered(turn),
        Action::Help => home::show_help(turn).await,
        Action::Cancel => home::cancel(turn).await,
        Action::Terms => entrance::show_terms(turn).await,
        Action::Agree(hash) => entrance::agree(turn, &hash).await,
        Action::Later => entrance::decline(turn).await,
        Action::Privacy => privacy::show(turn).await,
        Action::Settings => settings::show(turn).await,
        Action::Language(language) => settings::choose_language(turn, language).await,
        Action::Zones => settings::show_zones(turn),
        Action::Zone(city) => settings::choose_zone(turn, &city).await,
        Action::HomeZone => settings::follow_municipality(turn).await,
        Action::QuietFrom => settings::ask_quiet_from(turn),
        Action::QuietTo(from) => settings::ask_quiet_to(turn, from),
        Action::Quiet(from, to) => settings::set_quiet(turn, from, to).await,
        Action::NoQuiet => settings::set_quiet(turn, 0, 0).await,
        Action::Profile
        | Action::EditName
        | Action::EditYear(_)
        | Action::SetYear(_)
        | Action::DropYear
        | Action::EditBirth
        | Action::DropBirth
        | Action::Place(_)
        | Action::AddPlace
        | Action::MovePlace(_)
        | Action::MainPlace(_)
        | Action::LeavePlace(_)
        | Action::EndPlace(_) => profile::carry_out(turn, action).await,
        _ => steps::carry_out(turn, action).await,
    }
}

/// The screen where the person stands, if it is one of ours.
fn address(turn: &Turn) -> Option<Action> {
    turn.conversation().address.as_deref().and_then(Action::read)
}

/// Typed words are for the question that stands on the screen; forwarded ones are somebody else's.
fn awaits_words(turn: &Turn) -> bool {
    let is_own = matches!(turn.incoming().event, Event::Words { forwarded: false, .. });
    let is_question = matches!(
        address(turn),
        Some(Action::Step | Action::EditName | Action::EditYear(_) | Action::EditBirth)
    );
    is_own && is_question
}

async fn receive_words(turn: Turn) -> Outcome {
    let words = turn.words().unwrap_or_default();
    match address(&turn) {
        Some(Action::EditName) => profile::receive_name(&turn, words).await,
        Some(Action::EditYear(_)) => profile::receive_year(&turn, words).await,
        Some(Action::EditBirth) => profile::receive_birth(&turn, words).await,
        _ => steps::receive_words(&turn, words).await,
    }
}

/// The person as they are after what this turn wrote.
async fn person_again(turn: &Turn) -> anyhow::Result<Person> {
    let id = turn.known_person()?.id;
    let found = store::find_person(&turn.app().db, id, turn.app().consent_text.hash()).await?;
    found.ok_or_else(outdated)
}

/// The button belongs to something that is there no more.
fn outdated() -> anyhow::Error {
    Refusal::because("people-press-outdated")
}
