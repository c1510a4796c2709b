//! Questionnaires that a municipality makes itself: from a sheet, tried on one's own phone, put on offer, people invited
//! and reminded, and what all their answers come to.
//! Who: coordinators, for their municipality (`/admin`). Taking one is the affair of `diagnostics`.
//! Tables: local_questionnaires, questionnaire_invitations.   Reads others' views: attempts_made.
//! Texts: locales/*/questionnaires.ftl
//! Promises: nothing is on offer before it was published; whoever began a version finishes it; answers are shown from ten
//! people on, in whole tens and without names; nobody is reminded twice within a day.

mod chat;
mod jobs;
mod model;
mod store;
mod view;

use futures::{FutureExt, future::BoxFuture};
use uuid::Uuid;

use crate::{
    app::App,
    capability::{Capability, Offer, OfferPlace, PersonalColumn, Who, Work},
    db::Tx,
    messenger::Markup,
    texts::Texts,
    units::Role,
};

/// The capability's name.
const NAME: &str = "questionnaires";

/// Who makes questionnaires: the roles with the right to.
const KEEPS: Who = Who::Holding(&[Role::Coordinator]);

/// The capability as the house sees it.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        tree: Some(chat::tree),
        actions: view::ACTIONS,
        offers: &[Offer { place: OfferPlace::Admin, button: view::questionnaires_button }],
        personal: &[
            PersonalColumn { table: "local_questionnaires", column: "created_by" },
            PersonalColumn { table: "questionnaire_invitations", column: "person_id" },
        ],
        forget: Some(forget),
        tell: Some(tell),
        letters: Some(jobs::render),
        merged: Some(merged),
        sends: Some(jobs::list_sends),
        works: &[Work { name: "invitations to questionnaires", run: jobs::write_letters }],
        ..Capability::named(NAME, view::WORD)
    }
}

fn forget(tx: &mut Tx, person: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move { Ok(store::forget_person(tx, person).await?) }.boxed()
}

fn tell<'a>(app: &'a App, texts: &'a Texts, person: Uuid) -> BoxFuture<'a, anyhow::Result<Vec<Markup>>> {
    async move {
        let titles = store::list_invited_to(&app.db, person).await?;
        Ok(titles.iter().map(|title| view::invited_sentence(title, texts)).collect())
    }
    .boxed()
}

fn merged(tx: &mut Tx, from: Uuid, into: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move { Ok(store::merge_person(tx, from, into).await?) }.boxed()
}
