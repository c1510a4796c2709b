//! Whom something is addressed to: an audience is put together by buttons, counted as it grows, saved under a name, and
//! turned into people when it is needed. Announcements use it, and whatever else is sent to many.
//! Who: whoever writes to many or calls meetings, each within their own units. It has no command: other capabilities lead to
//! its editor (`begin`, `edit_address`), and its last button leads back to them.
//! Tables: audiences, audience_areas, audience_cells, audience_cell_people.   Reads others' views: workplaces,
//! schools_marked, person_years, person_identities, addresses, roles_held, association_members_now, associations_open,
//! people_to_confirm, letters_delivered, areas_found, main_places.   Texts: locales/*/audiences.ftl
//! Promises: nobody beyond the unit is ever meant; of an audience by diagnosed area there are only rough numbers, and no
//! comparison of any of them singles out fewer than ten people.

mod chat;
mod jobs;
mod model;
mod store;
mod view;

use futures::{FutureExt, future::BoxFuture};
use uuid::Uuid;

pub use chat::titles_of;
pub use jobs::{Whom, begin, begin_like, begin_of, count_of, people_of};
pub use model::{Audience, Count, LEAST, rough};
pub use store::{find_audience, forget_unsaved};
pub use view::{Titles, count_sentence, described};

use crate::{
    app::App,
    capability::{Capability, PersonalColumn, Who},
    db::Tx,
    messenger::{Markup, Payload},
    texts::Texts,
    units::Role,
};

/// The capability's name.
const NAME: &str = "audiences";

/// Who puts audiences together: the roles with the right to write to many or to call meetings.
const ADDRESSES: Who =
    Who::Holding(&[Role::AssociationHead, Role::Methodologist, Role::Coordinator, Role::RegionalCoordinator]);

/// The address of the editor of an audience.
#[must_use]
pub fn edit_address(id: Uuid) -> Payload {
    view::Action::Edit(id).into()
}

/// The capability as the house sees it.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        tree: Some(chat::tree),
        actions: view::ACTIONS,
        personal: &[
            PersonalColumn { table: "audiences", column: "owner_id" },
            PersonalColumn { table: "audiences", column: "definition" },
            PersonalColumn { table: "audience_cell_people", column: "person_id" },
        ],
        forget: Some(forget),
        tell: Some(tell),
        merged: Some(merged),
        ..Capability::named(NAME, view::WORD)
    }
}

fn forget(tx: &mut Tx, person: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move {
        store::forget_in_audiences(tx, person).await?;
        Ok(store::forget_in_cells(tx, person).await?)
    }
    .boxed()
}

fn tell<'a>(app: &'a App, texts: &'a Texts, person: Uuid) -> BoxFuture<'a, anyhow::Result<Vec<Markup>>> {
    async move {
        let count = store::count_saved(&app.db, person).await?;
        Ok((count > 0).then(|| view::saved_sentence(count, texts)).into_iter().collect())
    }
    .boxed()
}

fn merged(tx: &mut Tx, from: Uuid, into: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move {
        store::merge_audiences(tx, from, into).await?;
        Ok(store::merge_in_cells(tx, from, into).await?)
    }
    .boxed()
}
