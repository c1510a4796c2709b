//! A teacher's portfolio: what the house knows of them (places, courses, finished diagnostics), what they add (events,
//! practices, open lessons, prizes), the category of each post, the self-education; all as one paper for attestation.
//! Who: whoever has registered (`/portfolio`), each their own; those who see people have the list of who is attested in
//! this school year, with what is missing; whose category ends is reminded of that themselves.
//! Reads others' views: person_names, workplaces.
//! Tables: portfolio_entries, portfolio_categories, portfolio_studies.   Texts: locales/*/portfolio.ftl
//! Promise: of a diagnosis it says that it was finished, never what was answered.

mod chat;
mod jobs;
mod model;
mod store;
mod view;

use futures::{FutureExt, future::BoxFuture};
use uuid::Uuid;

use crate::{
    app::App,
    capability::{Capability, Command, Offer, OfferPlace, PersonalColumn, TableInWords, Who},
    db::Tx,
    directory,
    messenger::Markup,
    people::Standing,
    texts::Texts,
};

/// The capability's name.
const NAME: &str = "portfolio";

/// Who sees who is attested: whoever sees their cards.
const SEES_PEOPLE: Who = directory::SEES_PEOPLE;

const OFFERS: &[Offer] = &[Offer { place: OfferPlace::Admin, button: view::due_button }];

const COMMANDS: &[Command] = &[Command {
    name: "portfolio",
    who: Who::Standing(Standing::Registered),
    text: "portfolio-command-portfolio",
    menu_place: Some(45),
}];

const PERSONAL: &[PersonalColumn] = &[
    PersonalColumn { table: "portfolio_entries", column: "person_id" },
    PersonalColumn { table: "portfolio_entries", column: "kind" },
    PersonalColumn { table: "portfolio_entries", column: "title" },
    PersonalColumn { table: "portfolio_entries", column: "day" },
    PersonalColumn { table: "portfolio_entries", column: "role" },
    PersonalColumn { table: "portfolio_entries", column: "words" },
    PersonalColumn { table: "portfolio_entries", column: "attachment_id" },
    PersonalColumn { table: "portfolio_categories", column: "person_id" },
    PersonalColumn { table: "portfolio_categories", column: "post" },
    PersonalColumn { table: "portfolio_categories", column: "grade" },
    PersonalColumn { table: "portfolio_categories", column: "given_on" },
    PersonalColumn { table: "portfolio_categories", column: "until_on" },
    PersonalColumn { table: "portfolio_studies", column: "person_id" },
    PersonalColumn { table: "portfolio_studies", column: "topic" },
    PersonalColumn { table: "portfolio_studies", column: "plan" },
    PersonalColumn { table: "portfolio_studies", column: "report" },
];

/// The capability as the house sees it.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        tree: Some(chat::tree),
        commands: COMMANDS,
        actions: view::ACTIONS,
        offers: OFFERS,
        personal: PERSONAL,
        forget: Some(forget),
        tell: Some(tell),
        letters: Some(jobs::render),
        jobs: jobs::JOBS,
        in_words: Some(in_words),
        merged: Some(merged),
        ..Capability::named(NAME, view::WORD)
    }
}

fn forget(tx: &mut Tx, person: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move { Ok(store::forget_person(tx, person).await?) }.boxed()
}

fn tell<'a>(app: &'a App, texts: &'a Texts, person: Uuid) -> BoxFuture<'a, anyhow::Result<Vec<Markup>>> {
    async move {
        let entries = store::list_entries(&app.db, person).await?;
        let categories = store::list_categories(&app.db, person).await?;
        let study = store::find_study(&app.db, person).await?;
        Ok(view::told_sentences(&entries, &categories, &study, (&app.catalogue, texts)))
    }
    .boxed()
}

fn merged(tx: &mut Tx, from: Uuid, into: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move { Ok(store::merge_portfolios(tx, from, into).await?) }.boxed()
}

fn in_words<'a>(
    app: &'a App,
    texts: &'a Texts,
    person: Uuid,
) -> BoxFuture<'a, anyhow::Result<Vec<TableInWords>>> {
    async move {
        let entries = store::list_entries(&app.db, person).await?;
        let categories = store::list_categories(&app.db, person).await?;
        let study = store::find_study(&app.db, person).await?;
        Ok(view::rows_in_words(&entries, &categories, &study, (&app.catalogue, texts)))
    }
    .boxed()
}
