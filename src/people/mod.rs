//! Who may come in: consent, registration, profile, settings; the menu; and how a person is reached.
//! Who: anybody (`/start`, `/help`, `/privacy`), whoever has registered (`/menu`, `/profile`, `/settings`, `/cancel`).
//! Tables: persons, contacts, consents, consent_texts.
//! Views for others: addresses, rhythms, person_names, person_identities, person_presence, person_years.   Texts: locales/*/people.ftl

mod chat;
mod model;
mod store;
mod view;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use futures::{FutureExt, future::BoxFuture};
use uuid::Uuid;

pub use chat::{entrance, expect_place, show_home};
pub use model::{
    ConsentText, Contact, DateFault, FullName, GivenConsent, ListedPerson, NameFault, Person, Standing,
    display_name, is_early_career, is_under_35, read_birth_date,
};
pub use store::{
    add_contact, add_listed_people, attach_contact, begin_silences, contact_keys_within, detach_contact,
    fill_birth_date, find_birth_date, find_contact, find_listed, find_person, forget_person,
    forget_strangers, list_contact_keys, list_contact_states, list_contacts, list_given_consents,
    mark_contact, mark_seen, publish_consent_text, set_birth_date,
};
pub use view::{below, menu_button};

use crate::{
    app::App,
    capability::{Capability, Command, PersonalColumn, Who},
    db::Tx,
    messenger::{Markup, Payload},
    texts::Texts,
    units,
};

const STRANGER: Who = Who::Standing(Standing::Stranger);
const REGISTERED: Who = Who::Standing(Standing::Registered);

const COMMANDS: &[Command] = &[
    Command { name: "start", who: STRANGER, text: "people-command-start", menu_place: None },
    Command { name: "menu", who: REGISTERED, text: "people-command-menu", menu_place: None },
    Command { name: "profile", who: REGISTERED, text: "people-command-profile", menu_place: Some(80) },
    Command { name: "settings", who: REGISTERED, text: "people-command-settings", menu_place: Some(85) },
    Command { name: "privacy", who: STRANGER, text: "people-command-privacy", menu_place: Some(90) },
    Command { name: "help", who: STRANGER, text: "people-command-help", menu_place: Some(95) },
    Command { name: "cancel", who: REGISTERED, text: "people-command-cancel", menu_place: None },
];

const PERSONAL: &[PersonalColumn] = &[
    PersonalColumn { table: "persons", column: "family_name" },
    PersonalColumn { table: "persons", column: "given_name" },
    PersonalColumn { table: "persons", column: "patronymic" },
    PersonalColumn { table: "persons", column: "career_began_year" },
    PersonalColumn { table: "persons", column: "birth_date" },
    PersonalColumn { table: "persons", column: "language" },
    PersonalColumn { table: "persons", column: "time_zone" },
    PersonalColumn { table: "persons", column: "quiet_from_minute" },
    PersonalColumn { table: "persons", column: "quiet_to_minute" },
    PersonalColumn { table: "contacts", column: "external_id" },
    PersonalColumn { table: "contacts", column: "person_id" },
    PersonalColumn { table: "consents", column: "person_id" },
    PersonalColumn { table: "consents", column: "given_at" },
];

/// The capability as the house sees it.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        tree: Some(chat::tree),
        commands: COMMANDS,
        actions: view::ACTIONS,
        personal: PERSONAL,
        forget: Some(forget),
        tell: Some(tell),
        merged: Some(merged),
        ..Capability::named("people", view::WORD)
    }
}

/// The address of the menu.
#[must_use]
pub fn menu_address() -> Payload {
    view::Action::Menu.into()
}

/// The address of the settings.
#[must_use]
pub fn settings_address() -> Payload {
    view::Action::Settings.into()
}

/// The address of the profile.
#[must_use]
pub fn profile_address() -> Payload {
    view::Action::Profile.into()
}

/// The address at which whoever has not come in begins.
#[must_use]
pub fn home_address() -> Payload {
    view::Action::Home.into()
}

/// The address of what is held about a person.
#[must_use]
pub fn privacy_address() -> Payload {
    view::Action::Privacy.into()
}

/// The zone in which a person lives: their own choice, else their main municipality's, else the installation's.
pub async fn zone_of(app: &App, person: &Person) -> anyhow::Result<Tz> {
    if let Some(zone) = person.time_zone.as_deref().and_then(|name| name.parse().ok()) {
        return Ok(zone);
    }
    let places = units::places_of(&app.db, person.id).await?;
    let zone = places.first().and_then(|place| place.time_zone.parse().ok());
    Ok(zone.unwrap_or(app.settings.time_zone))
}

/// The day on a person's calendar.
pub async fn civil_today(app: &App, person: &Person, now: DateTime<Utc>) -> anyhow::Result<NaiveDate> {
    Ok(now.with_timezone(&zone_of(app, person).await?).date_naive())
}

fn forget(tx: &mut Tx, person: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move { Ok(forget_person(tx, person).await?) }.boxed()
}

fn tell<'a>(app: &'a App, texts: &'a Texts, person: Uuid) -> BoxFuture<'a, anyhow::Result<Vec<Markup>>> {
    async move {
        let found = find_person(&app.db, person, app.consent_text.hash()).await?;
        Ok(found.map(|person| view::person_sentences(&person, texts)).unwrap_or_default())
    }
    .boxed()
}

fn merged(tx: &mut Tx, from: Uuid, into: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move { Ok(store::merge_persons(tx, from, into).await?) }.boxed()
}
