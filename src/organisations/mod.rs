//! Associations of teachers and the marks of schools, kept by chat: opening and closing an association, its members, the
//! election of its head.
//! Who: coordinators keep their municipality's, school leaders their school's, an elected head the members of their own;
//! coordinators mark schools.
//! Tables: none; `units` owns them.   Reads others' views: association_members_now, person_names, workplaces.
//! Texts: locales/*/organisations.ftl
//! Promises: nobody keeps anything beyond their own unit; an association has one head, the old one goes in the same
//! transaction; who came, went, headed and marked stands in the audit.

mod chat;
mod model;
mod store;
mod view;

use futures::{FutureExt, future::BoxFuture};
use uuid::Uuid;

use crate::{
    capability::{Capability, Offer, OfferPlace, Who},
    conversations,
    db::Tx,
    units::Role,
};

/// The name under which conversations keep an association that is being opened.
const NAME: &str = "organisations";

/// The name under which they keep who is being looked for.
const SEARCH: &str = "organisations/search";

/// Who opens and closes associations: the roles with the right to.
const KEEPS_ORGANISATIONS: Who = Who::Holding(&[Role::SchoolLeader, Role::Coordinator]);

/// Who says who belongs to an association.
const KEEPS_MEMBERS: Who = Who::Holding(&[Role::AssociationHead, Role::SchoolLeader, Role::Coordinator]);

/// Who marks schools.
const MARKS_SCHOOLS: Who = Who::Holding(&[Role::Coordinator]);

const OFFERS: &[Offer] = &[Offer { place: OfferPlace::Admin, button: view::list_button }];

/// The capability as the house sees it.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        tree: Some(chat::tree),
        actions: view::ACTIONS,
        offers: OFFERS,
        forget: Some(forget),
        ..Capability::named(NAME, view::WORD)
    }
}

/// What others have looked for may be a name of whoever leaves.
fn forget(tx: &mut Tx, _person: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move { Ok(conversations::forget_everywhere(tx, SEARCH).await?) }.boxed()
}
