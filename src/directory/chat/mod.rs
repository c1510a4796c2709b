//! What people with a role do here: look for somebody, open a card, give a role, end one.
//! Not here: the rules, which stand in the model and in `units`.

mod appointing;
mod awaited;
mod changing;
mod looking;

pub use awaited::{Awaited, find_awaited};
pub use changing::{end_role, give_role, return_role};
pub use looking::find_colleagues;

use uuid::Uuid;

use super::{SEES_PEOPLE, model::Sight, view::Action};
use crate::{
    capability::{Outcome, Tree},
    errors::Refusal,
    messenger::Event,
    people::{self, Standing},
    turn::Turn,
    units,
};

/// The branch of the tree. The gates have asked for the roles of whoever presses; typed words pass no gate.
#[must_use]
pub fn tree() -> Tree {
    dptree::entry()
        .branch(dptree::filter_map(|turn: Turn| meant_action(&turn)).endpoint(carry_out))
        .branch(dptree::filter(|turn: Turn| awaits_words(&turn)).endpoint(looking::receive_words))
}

fn meant_action(turn: &Turn) -> Option<Action> {
    match &turn.incoming().event {
        Event::Press { payload } => Action::read(payload),
        Event::Command { name, .. } => match &**name {
            "admin" => Some(Action::Admin),
            "people" => Some(Action::People),
            _ => None,
        },
        _ => None,
    }
}

/// Words typed at the list look for somebody; forwarded ones are somebody else's.
fn awaits_words(turn: &Turn) -> bool {
    let is_own = matches!(turn.incoming().event, Event::Words { forwarded: false, .. });
    let address = turn.conversation().address.as_deref().and_then(Action::read);
    let may_look = SEES_PEOPLE.admits(Standing::Registered, turn.roles());
    is_own && may_look && matches!(address, Some(Action::Found(_)))
}

async fn carry_out(turn: Turn, action: Action) -> Outcome {
    let turn = &turn;
    match action {
        Action::Admin => looking::show_admin(turn).await,
        Action::People => looking::show_everybody(turn).await,
        Action::Table => looking::take_table(turn).await,
        Action::Found(page) => looking::show_found(turn, page).await,
        Action::Card(person) => looking::open_card(turn, person).await,
        Action::Appoint(person) => appointing::ask_role(turn, person).await,
        Action::Units(person, role, page) => appointing::ask_unit(turn, (person, role), page).await,
        Action::Ask(person, role, place) => appointing::ask(turn, (person, role), place).await,
        Action::Give(person, role, place) => appointing::give(turn, (person, role), place).await,
        Action::Role(id) => appointing::show_role(turn, id).await,
        Action::End(id) => appointing::ask_to_end(turn, id).await,
        Action::Stop(id) => appointing::end(turn, id).await,
        Action::Return(id) => appointing::take_back(turn, id).await,
    }
}

/// A person as whoever speaks may see them.
struct Seen {
    name: String,
    sight: Sight,
}

/// The person with this id; whoever is out of sight does not exist.
async fn find_seen(turn: &Turn, id: Uuid) -> anyhow::Result<Seen> {
    let app = turn.app();
    let person = people::find_person(&app.db, id, app.consent_text.hash()).await?;
    let person = person.filter(|person| person.registered_at.is_some()).ok_or_else(out_of_sight)?;
    let places = units::places_of(&app.db, id).await?;
    let roles = units::list_roles(&app.db, id).await?;
    let sight = Sight::of(turn.roles(), places, roles).ok_or_else(out_of_sight)?;
    let name = person.name().map(|name| name.in_full()).unwrap_or_default();
    Ok(Seen { name, sight })
}

/// The full name of a person in sight, and the municipality in which a look at them is written down.
///
/// # Errors
/// A `Refusal` where the person is out of sight.
pub async fn find_in_sight(turn: &Turn, id: Uuid) -> anyhow::Result<(String, Option<Uuid>)> {
    let seen = find_seen(turn, id).await?;
    let municipality = seen.sight.municipality();
    Ok((seen.name, municipality))
}

/// What lies outside one's own units does not exist.
#[must_use]
pub fn out_of_sight() -> anyhow::Error {
    Refusal::because("directory-out-of-sight")
}
