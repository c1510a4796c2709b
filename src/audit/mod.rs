//! Who saw and changed what of whom: entries, written in the transaction of the deed, never changed afterwards.
//! Who: coordinators see their municipality's (`/audit`), whoever has registered sees who looked at them (`/privacy`).
//! Tables: audit_entries.   Texts: locales/*/audit.ftl
//! Promise: an entry stays when a person leaves, with a key in their place that leads nowhere.

mod chat;
mod model;
mod store;
mod view;

use futures::{FutureExt, future::BoxFuture};
use uuid::Uuid;

pub use model::{Deed, NewEntry};
pub use store::{add_entry, add_taking, forget_entries};

use crate::{
    app::App,
    capability::{Capability, Command, Offer, OfferPlace, PersonalColumn, Who},
    db::Tx,
    messenger::Markup,
    texts::Texts,
    units::Role,
};

/// Who sees the entries about others: the roles with the right to.
const SEES_AUDIT: Who = Who::Holding(&[Role::Coordinator, Role::RegionalCoordinator, Role::Owner]);

const COMMANDS: &[Command] =
    &[Command { name: "audit", who: SEES_AUDIT, text: "audit-command-audit", menu_place: None }];

const OFFERS: &[Offer] = &[
    Offer { place: OfferPlace::Admin, button: view::audit_button },
    Offer { place: OfferPlace::Privacy, button: view::mine_button },
];

/// The capability as the house sees it.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        tree: Some(chat::tree),
        commands: COMMANDS,
        actions: view::ACTIONS,
        offers: OFFERS,
        personal: &[
            PersonalColumn { table: "audit_entries", column: "actor" },
            PersonalColumn { table: "audit_entries", column: "subject" },
        ],
        forget: Some(forget),
        tell: Some(tell),
        merged: Some(merged),
        ..Capability::named("audit", view::WORD)
    }
}

fn forget(tx: &mut Tx, person: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move { Ok(store::anonymise(tx, person).await?) }.boxed()
}

fn tell<'a>(app: &'a App, texts: &'a Texts, person: Uuid) -> BoxFuture<'a, anyhow::Result<Vec<Markup>>> {
    async move {
        let known = store::is_named(&app.db, person).await?;
        Ok(known.then(|| view::told_sentence(texts)).into_iter().collect())
    }
    .boxed()
}

fn merged(tx: &mut Tx, from: Uuid, into: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move { Ok(store::merge_entries(tx, from, into).await?) }.boxed()
}
