//! Lists of people: a coordinator sends a sheet, sees what it would change, and has it taken in; who registers and has a
//! name of such a list is shown to whoever can tell whether it is them.
//! Who: coordinators send lists for their municipality; they and the leaders of a school decide about matches.
//! Tables: roster_imports, roster_people, roster_names, roster_matches.   View for others: people_awaited.
//! Reads others' views: person_identities, employments_held.   Texts: locales/*/roster.ftl
//! Promises: nothing is changed before a dry run was confirmed; the same list twice changes nothing; a crash in the
//! middle costs nothing; whoever types a colleague's name sees nothing of theirs; rows are kept for a week at most.

mod chat;
mod jobs;
mod model;
mod store;
mod view;

use chrono::{DateTime, Utc};
use futures::{FutureExt, future::BoxFuture};
use uuid::Uuid;

pub use chat::unasked_lists;
pub use model::{Basis, Counts, Field, Mapping, RowFault, name_key};
pub use store::list_unclaimed_before;
pub use view::returned_sheet;

use crate::{
    app::App,
    capability::{Capability, Offer, OfferPlace, PersonalColumn, Waits, Who, Work},
    db::Tx,
    units::{Role, RoleAt},
};

/// The capability's name.
const NAME: &str = "roster";

/// Who takes lists in: the roles with the right to.
const IMPORTS: Who = Who::Holding(&[Role::Coordinator]);

/// Who says whether two are one person: the roles with the right to.
const CONFIRMS: Who = Who::Holding(&[Role::SchoolLeader, Role::Coordinator]);

const OFFERS: &[Offer] = &[
    Offer { place: OfferPlace::Admin, button: view::import_button },
    Offer { place: OfferPlace::Admin, button: view::matches_button },
];

const PERSONAL: &[PersonalColumn] = &[
    PersonalColumn { table: "roster_imports", column: "imported_by" },
    PersonalColumn { table: "roster_imports", column: "file_name" },
    PersonalColumn { table: "roster_imports", column: "content" },
    PersonalColumn { table: "roster_people", column: "person_id" },
    PersonalColumn { table: "roster_people", column: "name_key" },
    PersonalColumn { table: "roster_names", column: "person_id" },
    PersonalColumn { table: "roster_names", column: "name" },
    PersonalColumn { table: "roster_matches", column: "listed_id" },
    PersonalColumn { table: "roster_matches", column: "newcomer_id" },
    PersonalColumn { table: "roster_matches", column: "decided_by" },
    PersonalColumn { table: "roster_matches", column: "kept" },
];

/// The capability as the house sees it.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        tree: Some(chat::tree),
        actions: view::ACTIONS,
        offers: OFFERS,
        waits: &[Waits { verb: "matches", count: count_open }],
        personal: PERSONAL,
        forget: Some(forget),
        letters: Some(jobs::render),
        jobs: jobs::JOBS,
        person_changed: Some(person_changed),
        merged: Some(merged),
        claim: Some(claim),
        works: &[Work { name: "lists of people", run: jobs::carry_out_imports }],
        ..Capability::named(NAME, view::WORD)
    }
}

fn count_open<'a>(app: &'a App, roles: &'a [RoleAt]) -> BoxFuture<'a, anyhow::Result<usize>> {
    async move { Ok(chat::open_for(app, roles).await?.len()) }.boxed()
}

fn forget(tx: &mut Tx, person: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move {
        store::forget_importer(tx, person).await?;
        store::forget_matches(tx, person).await?;
        Ok(store::forget_roster_person(tx, person).await?)
    }
    .boxed()
}

fn claim<'a>(
    app: &'a App,
    tx: &'a mut Tx,
    pair: (Uuid, Uuid),
    by: Uuid,
) -> BoxFuture<'a, anyhow::Result<bool>> {
    jobs::claim_listed(app, tx, pair, by).boxed()
}

fn merged(tx: &mut Tx, from: Uuid, into: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move {
        store::merge_importer(tx, from, into).await?;
        store::merge_matches(tx, from, into).await?;
        store::merge_roster_names(tx, from, into).await?;
        Ok(store::forget_roster_person(tx, from).await?)
    }
    .boxed()
}

fn person_changed(tx: &mut Tx, person: Uuid, now: DateTime<Utc>) -> BoxFuture<'_, anyhow::Result<()>> {
    jobs::look_for_matches(tx, person, now).boxed()
}
