//! The people of a school, a municipality or the region: finding them, their cards, and giving and ending roles.
//! Who: school leaders see their own school's (`/admin`, `/people`); coordinators, regional coordinators and owners see
//! theirs and give the roles that theirs may give.
//! Tables: none.   Reads others' views: person_names, workplaces, roles_held, addresses.   Texts: locales/*/directory.ftl
//! Promises: nobody sees or changes anything beyond their own unit; each opened card and each change of a role is in the
//! audit; the last coordinator of a municipality cannot be removed.

mod chat;
mod jobs;
mod model;
mod store;
mod view;

pub use chat::{find_in_sight, out_of_sight};

use uuid::Uuid;

use crate::{
    capability::{Capability, Command, Offer, OfferPlace, Who},
    messenger::Payload,
    units::{Role, RoleAt},
};

/// The name under which conversations keep what the list is narrowed to.
const NAME: &str = "directory";

/// Who sees people: the roles with the right to.
pub const SEES_PEOPLE: Who =
    Who::Holding(&[Role::SchoolLeader, Role::Coordinator, Role::RegionalCoordinator, Role::Owner]);

/// Who gives any role at all.
const APPOINTS: Who = Who::Holding(&[Role::Coordinator, Role::RegionalCoordinator, Role::Owner]);

const COMMANDS: &[Command] = &[
    Command { name: "admin", who: SEES_PEOPLE, text: "directory-command-admin", menu_place: Some(70) },
    Command { name: "people", who: SEES_PEOPLE, text: "directory-command-people", menu_place: None },
];

const OFFERS: &[Offer] = &[
    Offer { place: OfferPlace::Admin, button: view::people_button },
    Offer { place: OfferPlace::AfterRegistration, button: view::admin_button },
];

/// The address of what somebody looks after.
#[must_use]
pub fn admin_address() -> Payload {
    view::Action::Admin.into()
}

/// The address of the list of people.
#[must_use]
pub fn people_address() -> Payload {
    view::Action::People.into()
}

/// The address of a person's card.
#[must_use]
pub fn card_address(person: Uuid) -> Payload {
    view::Action::Card(person).into()
}

/// The address of the question whether to give a person a role.
#[must_use]
pub fn appointing_address(person: Uuid, at: RoleAt) -> Payload {
    view::Action::Ask(person, at.role, view::place_of(at)).into()
}

/// The capability as the house sees it.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        name: NAME,
        payload_word: view::WORD,
        tree: Some(chat::tree),
        commands: COMMANDS,
        actions: view::ACTIONS,
        offers: OFFERS,
        personal: &[],
        forget: None,
        tell: None,
        letters: Some(jobs::render),
        jobs: &[],
        person_changed: None,
    }
}
