//! What people do here: write invitations, come by them, confirm whoever came for a role.
//! Not here: the rules, which stand in the model and in `units`.

mod admitting;
mod arriving;
mod confirming;
mod inviting;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use admitting::unconfirmed_for;
pub use arriving::{arrivals, come_in};

use super::{INVITES, NAME, view::Action};
use crate::{
    app::App,
    capability::{Outcome, Tree},
    db::Tx,
    errors::Refusal,
    messenger::Event,
    people::{self, Standing},
    turn::Turn,
    units::{self, Role, RoleAt},
};

/// What is kept with a contact.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Kept {
    /// The invitation that they are coming by.
    #[serde(default)]
    coming_by: Option<Uuid>,
    /// What the list of places is narrowed to.
    #[serde(default)]
    typed: String,
}

/// The branch of the tree. The gates have asked for the roles of whoever presses; typed words pass no gate.
#[must_use]
pub fn tree() -> Tree {
    dptree::entry()
        .branch(dptree::filter_map(|turn: Turn| meant_action(&turn)).endpoint(carry_out))
        .branch(dptree::filter(|turn: Turn| awaits_words(&turn)).endpoint(inviting::receive_words))
}

fn meant_action(turn: &Turn) -> Option<Action> {
    match &turn.incoming().event {
        Event::Press { payload } => Action::read(payload),
        _ => None,
    }
}

/// Words typed at the list of places narrow it; forwarded ones are somebody else's.
fn awaits_words(turn: &Turn) -> bool {
    let is_own = matches!(turn.incoming().event, Event::Words { forwarded: false, .. });
    let may_invite = INVITES.admits(Standing::Registered, turn.roles());
    is_own && may_invite && matches!(address(turn), Some(Action::Units(..)))
}

/// The screen where the person stands, if it is one of ours.
fn address(turn: &Turn) -> Option<Action> {
    turn.conversation().address.as_deref().and_then(Action::read)
}

async fn carry_out(turn: Turn, action: Action) -> Outcome {
    let turn = &turn;
    match action {
        Action::Invite => inviting::show_whom(turn).await,
        Action::To(role) => inviting::show_every_place(turn, role).await,
        Action::Units(role, page) => inviting::show_places(turn, role, page).await,
        Action::Create(role, unit) => inviting::create(turn, role, unit).await,
        Action::Personal(person) => inviting::invite_personally(turn, person).await,
        Action::List(page) => inviting::show_list(turn, page).await,
        Action::Invitation(id) => inviting::show_invitation(turn, id).await,
        Action::Send(id) => inviting::send_papers(turn, id).await,
        Action::AskRevoke(id) => inviting::ask_to_revoke(turn, id).await,
        Action::Revoke(id) => inviting::revoke(turn, id).await,
        Action::Waiting => confirming::show_waiting(turn).await,
        Action::Comer(id) => confirming::show_comer(turn, id).await,
        Action::Confirm(id) => confirming::confirm(turn, id).await,
        Action::Decline(id) => confirming::decline(turn, id).await,
        Action::Newcomers(page) => admitting::show_newcomers(turn, page).await,
        Action::Admit(person) => admitting::admit(turn, person).await,
        Action::Welcome => arriving::show_welcome(turn).await,
        Action::Accept => arriving::accept(turn).await,
    }
}

async fn kept(turn: &Turn) -> anyhow::Result<Kept> {
    Ok(turn.draft(NAME).await?.unwrap_or_default())
}

/// What somebody answers for at this very moment; an owner by the configuration.
async fn roles_within(app: &App, tx: &mut Tx, person: Uuid) -> anyhow::Result<Vec<RoleAt>> {
    let mut roles = units::roles_within(tx, person).await?;
    let contacts = people::contact_keys_within(tx, person).await?;
    roles.extend(contacts.iter().find_map(|contact| app.settings.role_of_owner(contact)));
    Ok(roles)
}

/// The same outside a transaction; nothing of whoever has left.
pub async fn roles_of(app: &App, person: Option<Uuid>) -> anyhow::Result<Vec<RoleAt>> {
    let Some(person) = person else { return Ok(Vec::new()) };
    let mut roles = units::roles_of(&app.db, person).await?;
    let contacts = people::list_contact_keys(&app.db, person).await?;
    roles.extend(contacts.iter().find_map(|contact| app.settings.role_of_owner(contact)));
    Ok(roles)
}

/// What whoever speaks answers for within the transaction. An owner is one by the contact that speaks.
async fn own_roles_within(turn: &Turn, tx: &mut Tx) -> anyhow::Result<Vec<RoleAt>> {
    let mut roles = units::roles_within(tx, turn.known_person()?.id).await?;
    roles.extend(turn.roles().iter().filter(|held| held.role == Role::Owner));
    Ok(roles)
}

fn out_of_sight() -> anyhow::Error {
    Refusal::because("invitations-out-of-sight")
}
