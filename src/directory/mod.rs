//! The people of a school, a municipality or the region: finding them, their cards, and giving and ending roles.
//! Who: heads of associations find here what they look after (`/admin`); school leaders see their own school's
//! (`/people`); coordinators, regional coordinators and owners see theirs and give the roles that theirs may give.
//! Tables: none.   Reads others' views: person_names, person_identities, workplaces, roles_held, addresses,
//! people_to_confirm, people_awaited.   Texts: locales/*/directory.ftl
//! Promises: nobody sees or changes anything beyond their own unit; each opened card, each change of a role and each
//! list that was taken as a table is in the audit; the last coordinator of a municipality cannot be removed.

mod chat;
mod jobs;
mod model;
mod store;
mod view;

pub use chat::{
    Awaited, end_role, find_awaited, find_colleagues, find_in_sight, give_role, out_of_sight, return_role,
};
pub use model::{Entry, UNDO_MINUTES};
pub use view::{admin_button, back_button};

use chrono::{DateTime, Utc};
use futures::{FutureExt, future::BoxFuture};
use uuid::Uuid;

use crate::{
    capability::{Capability, Command, Offer, OfferPlace, Who},
    conversations,
    db::Tx,
    messenger::Payload,
    units::{self, Role, RoleAt},
};

/// The name under which conversations keep what the list is narrowed to.
const NAME: &str = "directory";

/// Who sees people: the roles with the right to.
pub const SEES_PEOPLE: Who =
    Who::Holding(&[Role::SchoolLeader, Role::Coordinator, Role::RegionalCoordinator, Role::Owner]);

/// Who looks after anything at all: the buttons under `/admin` ask further.
const ADMINISTERS: Who = Who::Holding(&[
    Role::AssociationHead,
    Role::SchoolLeader,
    Role::Coordinator,
    Role::RegionalCoordinator,
    Role::Owner,
]);

/// Who gives any role at all.
const APPOINTS: Who = Who::Holding(&[Role::Coordinator, Role::RegionalCoordinator, Role::Owner]);

const COMMANDS: &[Command] = &[
    Command { name: "admin", who: ADMINISTERS, text: "directory-command-admin", menu_place: Some(70) },
    Command { name: "people", who: SEES_PEOPLE, text: "directory-command-people", menu_place: None },
];

const OFFERS: &[Offer] = &[
    Offer { place: OfferPlace::Admin, button: view::people_button },
    Offer { place: OfferPlace::AfterRegistration, button: admin_button },
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
        tree: Some(chat::tree),
        commands: COMMANDS,
        actions: view::ACTIONS,
        offers: OFFERS,
        forget: Some(forget),
        letters: Some(jobs::render),
        person_changed: Some(person_changed),
        ..Capability::named(NAME, view::WORD)
    }
}

/// What others have looked for may be a name of whoever leaves.
fn forget(tx: &mut Tx, _person: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move { Ok(conversations::forget_everywhere(tx, NAME).await?) }.boxed()
}

/// A role that ended because its holder left the school stands in the audit, and its holder is told.
fn person_changed(tx: &mut Tx, person: Uuid, _now: DateTime<Utc>) -> BoxFuture<'_, anyhow::Result<()>> {
    async move {
        for held in units::take_untold_ends(tx, person).await? {
            jobs::tell_of_end(tx, &held).await?;
        }
        Ok(())
    }
    .boxed()
}
