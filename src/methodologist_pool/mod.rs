//! The pool of methodologists of a municipality (ММА): candidates and members, the seven checks, what each consults on,
//! the list of a school year and its papers.
//! Who: coordinators look after their municipality's; a methodologist says what they consult on themself.
//! Tables: pool_members, pool_editions, pool_edition_lines.   View for others: pool_admitted.   Reads others' views:
//! municipality_norms, person_names, roles_held, school_kinds, workplaces.   Texts: locales/*/methodologist_pool.ftl
//! Promises: whoever lacks a check is admitted for a written reason only, which the audit knows of; an adopted list
//! stays as it was, but for the lines of those who leave.

mod chat;
mod model;
mod store;
mod view;

use futures::{FutureExt, future::BoxFuture};
use uuid::Uuid;

pub use model::{Consultant, PoolCatalogue, Topic};
pub use store::list_consultants;

use crate::{
    app::App,
    capability::{Capability, Command, Offer, OfferPlace, PersonalColumn, Who},
    db::Tx,
    messenger::Markup,
    texts::Texts,
    units::Role,
};

/// Who looks after a pool: whoever gives the role of a methodologist.
const MANAGES: Who = Who::Holding(&[Role::Coordinator]);

/// Who consults.
const CONSULTS: Who = Who::Holding(&[Role::Methodologist]);

/// Whoever fills in a record: a coordinator, or a methodologist their own.
const EITHER: Who = Who::Holding(&[Role::Coordinator, Role::Methodologist]);

const COMMANDS: &[Command] = &[Command {
    name: "consulting",
    who: CONSULTS,
    text: "methodologist_pool-command-consulting",
    menu_place: Some(60),
}];

const OFFERS: &[Offer] = &[
    Offer { place: OfferPlace::Admin, button: view::pool_button },
    Offer { place: OfferPlace::Card, button: view::member_button },
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
            PersonalColumn { table: "pool_members", column: "person_id" },
            PersonalColumn { table: "pool_members", column: "is_admitted" },
            PersonalColumn { table: "pool_members", column: "record" },
            PersonalColumn { table: "pool_edition_lines", column: "person_id" },
            PersonalColumn { table: "pool_edition_lines", column: "line" },
        ],
        forget: Some(forget),
        tell: Some(tell),
        merged: Some(merged),
        ..Capability::named("methodologist_pool", view::WORD)
    }
}

fn forget(tx: &mut Tx, person: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move { Ok(store::forget_person(tx, person).await?) }.boxed()
}

fn tell<'a>(app: &'a App, texts: &'a Texts, person: Uuid) -> BoxFuture<'a, anyhow::Result<Vec<Markup>>> {
    async move {
        let known = store::list_of_person(&app.db, person).await?;
        let titles = view::Titles { pool: &app.pool_catalogue, catalogue: &app.catalogue };
        Ok(known.iter().map(|member| view::told_sentence(member, &titles, texts)).collect())
    }
    .boxed()
}

fn merged(tx: &mut Tx, from: Uuid, into: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move { Ok(store::merge_members(tx, from, into).await?) }.boxed()
}
