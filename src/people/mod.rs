//! Who may come in: consent, registration, profile, settings; the menu; and how a person is reached.
//! Who: anybody (`/start`, `/help`, `/privacy`), whoever has registered (`/menu`, `/profile`, `/settings`).
//! Tables: persons, contacts, consents.   Texts: locales/*/people.ftl

mod model;
mod store;

pub use model::{ConsentText, Contact, FullName, Person, Standing, display_name};
pub use store::{add_contact, find_contact, find_person, mark_contact};

use crate::capability::{Capability, Tree};

/// The capability as the house sees it.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        name: "people",
        payload_word: "pe1",
        tree: None,
        commands: &[],
        actions: &[],
        offers: &[],
        personal: &[],
        forget: None,
        tell: None,
    }
}

/// Leads whoever has not agreed or not registered yet to the next step of coming in.
#[must_use]
pub fn entrance() -> Tree {
    dptree::entry()
}
