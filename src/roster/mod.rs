//! Lists of people: a coordinator sends a sheet, sees what it would change, and has it taken in; who registers and has a
//! name of such a list is shown to whoever can tell whether it is them.
//! Who: coordinators send lists for their municipality; they and the leaders of a school decide about matches.
//! Tables: roster_imports, roster_people, roster_matches.   Reads others' views: person_identities, employments_held,
//! roles_held.   Texts: locales/*/roster.ftl
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
pub use jobs::claim_listed;
pub use model::{Basis, Counts, Field, Mapping, RowFault};
pub use store::list_unclaimed_before;

use crate::{
    capability::{Capability, Offer, OfferPlace, PersonalColumn, Who, Work},
    db::Tx,
    units::Role,
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
        personal: PERSONAL,
        forget: Some(forget),
        letters: Some(jobs::render),
        jobs: jobs::JOBS,
        person_changed: Some(person_changed),
        merged: Some(merged),
        works: &[Work { name: "lists of people", run: jobs::carry_out_imports }],
        ..Capability::named(NAME, view::WORD)
    }
}

fn forget(tx: &mut Tx, person: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move {
        store::forget_importer(tx, person).await?;
        store::forget_matches(tx, person).await?;
        Ok(store::forget_roster_person(tx, person).await?)
    }
    .boxed()
}

fn merged(tx: &mut Tx, from: Uuid, into: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move {
        store::merge_importer(tx, from, into).await?;
        store::merge_matches(tx, from, into).await?;
        Ok(store::forget_roster_person(tx, from).await?)
    }
    .boxed()
}

fn person_changed(tx: &mut Tx, person: Uuid, now: DateTime<Utc>) -> BoxFuture<'_, anyhow::Result<()>> {
    jobs::look_for_matches(tx, person, now).boxed()
}
