//! Files that people send and that are kept: whose, what it is called, how each messenger calls it, and its bytes.
//! It has no screens of its own: whoever asks for a file says what it is for.
//! Tables: attachments, attachment_references.   View for others: attachments_kept.   Texts: locales/*/attachments.ftl
//! Promises: a file is fetched up to a cap, never further; its bytes go when its owner leaves.

mod fetching;
mod model;
mod store;
mod view;

use futures::{FutureExt, future::BoxFuture};
use uuid::Uuid;

pub use fetching::{Fetched, Fetcher, fetch, fetch_sheet};
pub use model::{Kept, MOST_KEPT, NewAttachment};
pub use store::{add_attachment, find_attachment, forget_attachment};

use crate::{
    app::App,
    capability::{Capability, PersonalColumn},
    db::Tx,
    messenger::Markup,
    texts::Texts,
};

/// The capability as the house sees it.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        personal: &[
            PersonalColumn { table: "attachments", column: "owner_id" },
            PersonalColumn { table: "attachments", column: "name" },
            PersonalColumn { table: "attachments", column: "bytes" },
            PersonalColumn { table: "attachment_references", column: "reference" },
        ],
        forget: Some(forget),
        tell: Some(tell),
        merged: Some(merged),
        ..Capability::named("attachments", "at1")
    }
}

fn forget(tx: &mut Tx, person: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move { Ok(store::forget_attachments(tx, person).await?) }.boxed()
}

fn tell<'a>(app: &'a App, texts: &'a Texts, person: Uuid) -> BoxFuture<'a, anyhow::Result<Vec<Markup>>> {
    async move {
        let count = store::count_attachments(&app.db, person).await?;
        Ok((count > 0).then(|| view::kept_sentence(count, texts)).into_iter().collect())
    }
    .boxed()
}

fn merged(tx: &mut Tx, from: Uuid, into: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move { Ok(store::merge_attachments(tx, from, into).await?) }.boxed()
}
