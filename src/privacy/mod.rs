//! What people may ask of their data: take it along, take the consent back; what goes by itself when its period is over;
//! and the acts of destruction that follow.
//! Who: everybody about themselves, from `/privacy`; coordinators, regional coordinators and owners see the acts.
//! Tables: erasures.   Reads others' views: person_presence, main_places, attachments_kept, and for the copy that people
//! take along every table in which a personal column is declared.   Texts: locales/*/privacy.ftl
//! Promises: the copy is complete; nothing personal is left of whoever was erased, also after a backup was restored.

mod chat;
mod jobs;
mod model;
mod store;
mod view;

pub use jobs::replay_erasures;
pub use model::Periods;

use crate::{
    app::App,
    capability::{Capability, Offer, OfferPlace, PersonalColumn, Who},
    units::Role,
};

/// The capability's name.
const NAME: &str = "privacy";

/// Who sees the acts of destruction: the roles that answer for a municipality or more.
const SEES_ACTS: Who = Who::Holding(&[Role::Coordinator, Role::RegionalCoordinator, Role::Owner]);

const OFFERS: &[Offer] = &[
    Offer { place: OfferPlace::Privacy, button: view::take_button },
    Offer { place: OfferPlace::Privacy, button: view::periods_button },
    Offer { place: OfferPlace::Privacy, button: view::withdraw_button },
    Offer { place: OfferPlace::Admin, button: view::acts_button },
];

/// The capability as the house sees it.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        tree: Some(chat::tree),
        actions: view::ACTIONS,
        offers: OFFERS,
        // Where somebody stands belongs to no capability, and yet it is theirs.
        personal: &[
            PersonalColumn { table: "drafts", column: "step" },
            PersonalColumn { table: "conversations", column: "address" },
        ],
        letters: Some(jobs::render),
        jobs: jobs::JOBS,
        ..Capability::named(NAME, view::WORD)
    }
}

/// The tables that hold something about people, each with its way to the person.
async fn list_holdings(app: &App) -> anyhow::Result<Vec<model::Holding>> {
    let declared: Vec<model::Declared> = app
        .capabilities
        .iter()
        .flat_map(|capability| capability.personal)
        .map(|personal| (personal.table, personal.column))
        .collect();
    let schema = store::read_schema(&app.db).await?;
    let (holdings, lost) = model::find_holdings(&schema, &declared);
    if !lost.is_empty() {
        anyhow::bail!(
            "no way leads from the tables {lost:?} to a person: declare a column that refers to one"
        );
    }
    Ok(holdings)
}
