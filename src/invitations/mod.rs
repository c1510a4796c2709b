//! Getting in by invitation, and being confirmed without one where a municipality wants it: a link with a role, a unit,
//! an end and a number of uses; as text, as a QR code, as a sheet to print; who came by it; and the confirmation of
//! whoever came for a role.
//! Who: whoever may give a role at a unit invites to it and confirms it; school leaders and coordinators invite teachers.
//! Tables: invitations, invitation_uses, confirmations.   View for others: people_to_confirm.
//! Reads others' views: main_places, person_names, workplaces, schools_named, municipalities_named.
//! Texts: locales/*/invitations.ftl
//! Promises: a link that many have gives a teacher's rights only; of two who come for the last place one gets it; whoever
//! lost the right to invite invites nobody any more; anybody may register without an invitation.

mod chat;
mod jobs;
mod links;
mod model;
mod store;
mod view;

use futures::{FutureExt, future::BoxFuture};
use uuid::Uuid;

pub use chat::arrivals;
pub use links::Links;

use crate::{
    app::App,
    capability::{Capability, Newcomer, Offer, OfferPlace, PersonalColumn, Who},
    db::Tx,
    messenger::Markup,
    texts::Texts,
    units::Role,
};

/// The name under which conversations keep who is coming by which invitation, and what a list is narrowed to.
const NAME: &str = "invitations";

/// Who invites anybody at all.
const INVITES: Who =
    Who::Holding(&[Role::SchoolLeader, Role::Coordinator, Role::RegionalCoordinator, Role::Owner]);

/// Who gives any role at all.
const APPOINTS: Who = Who::Holding(&[Role::Coordinator, Role::RegionalCoordinator, Role::Owner]);

/// Who confirms teachers at all.
const ADMITS: Who = Who::Holding(&[Role::SchoolLeader, Role::Coordinator]);

const OFFERS: &[Offer] = &[
    Offer { place: OfferPlace::Admin, button: view::invite_button },
    Offer { place: OfferPlace::Unconfirmed, button: view::admit_button },
];

/// The capability as the house sees it.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        tree: Some(chat::tree),
        actions: view::ACTIONS,
        offers: OFFERS,
        personal: &[
            PersonalColumn { table: "invitations", column: "created_by" },
            PersonalColumn { table: "invitation_uses", column: "person_id" },
            PersonalColumn { table: "invitation_uses", column: "decided_by" },
            PersonalColumn { table: "confirmations", column: "person_id" },
            PersonalColumn { table: "confirmations", column: "confirmed_by" },
        ],
        forget: Some(forget),
        tell: Some(tell),
        letters: Some(jobs::render),
        came_in: Some(came_in),
        ..Capability::named(NAME, view::WORD)
    }
}

fn came_in<'a>(
    app: &'a App,
    tx: &'a mut Tx,
    newcomer: Newcomer,
    texts: &'a Texts,
) -> BoxFuture<'a, anyhow::Result<Option<Markup>>> {
    chat::come_in(app, tx, newcomer, texts).boxed()
}

fn forget(tx: &mut Tx, person: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move {
        store::forget_confirmations(tx, person).await?;
        Ok(store::forget_person(tx, person).await?)
    }
    .boxed()
}

fn tell<'a>(app: &'a App, texts: &'a Texts, person: Uuid) -> BoxFuture<'a, anyhow::Result<Vec<Markup>>> {
    async move {
        let written = store::count_written(&app.db, person).await?;
        let came = store::is_known(&app.db, person).await?;
        let sentences = [
            came.then(|| view::came_sentence(texts)),
            (written > 0).then(|| view::written_sentence(written, texts)),
        ];
        Ok(sentences.into_iter().flatten().collect())
    }
    .boxed()
}
