//! Relayed conversations: people write to each other through the bot, and neither sees the other's phone or account.
//! Each message is a letter; one answers it by replying, by writing below it, or from the thread's own screen.
//! Who: the members of a thread. What a thread is about, its title and who is called how its owner says (`ThreadOwner`).
//! Tables: threads, thread_members, thread_messages, thread_files.   Reads others' views: addresses.
//! Texts: locales/*/threads.ftl
//! Promises: a message is passed on once and in order, also when its update comes twice; what could not be delivered
//! waits until the person returns, and stays in the thread.

mod chat;
mod jobs;
mod model;
mod store;
mod view;

use chrono::{DateTime, Utc};
use futures::{FutureExt, future::BoxFuture};
use uuid::Uuid;

pub use chat::{replies, take_down};
pub use jobs::{catch_up, close_thread, edit, join, leave, say, with_files};
pub use model::{NewMessage, NewThread, Thread, ThreadMessage};
pub use store::{
    delete_thread, find_thread, find_thread_of, list_authors, list_messages, open_thread, reopen_thread,
    thread_within,
};
pub use view::{Face, message_paragraph, write_address, write_button};

use crate::{
    app::App,
    capability::{Capability, PersonalColumn},
    db::Tx,
    messenger::Markup,
    texts::Texts,
};

/// The capability's name.
const NAME: &str = "threads";

/// Says how the thread of a cause looks to a reader; nothing where it is none of their affair any more.
pub type ThreadFace =
    for<'a> fn(&'a App, Uuid, Uuid, &'a Texts) -> BoxFuture<'a, anyhow::Result<Option<Face>>>;

/// What a capability that opens threads says of them.
#[derive(Clone, Copy)]
pub struct ThreadOwner {
    /// How the thread of a cause looks to a reader.
    pub face: ThreadFace,
    /// What follows when a member has written, in the same transaction.
    pub heard: for<'a> fn(&'a App, &'a mut Tx, Heard) -> BoxFuture<'a, anyhow::Result<()>>,
}

/// Somebody has written.
#[derive(Debug, Clone, Copy)]
pub struct Heard {
    /// The cause of the thread.
    pub cause: Uuid,
    /// Who.
    pub author: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// Whether it was said before and is other words now.
    pub is_edit: bool,
}

/// The capability as the house sees it.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        tree: Some(chat::tree),
        actions: view::ACTIONS,
        personal: &[
            PersonalColumn { table: "threads", column: "of_person" },
            PersonalColumn { table: "thread_members", column: "person_id" },
            PersonalColumn { table: "thread_messages", column: "author_id" },
            PersonalColumn { table: "thread_messages", column: "words" },
            PersonalColumn { table: "thread_messages", column: "source" },
        ],
        forget: Some(forget),
        tell: Some(tell),
        letters: Some(jobs::render),
        merged: Some(merged),
        ..Capability::named(NAME, view::WORD)
    }
}

/// A thread goes with the person whose affair it is. What others wrote in threads of somebody else stays there without
/// their name.
fn forget(tx: &mut Tx, person: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move { Ok(store::forget_person(tx, person).await?) }.boxed()
}

fn tell<'a>(app: &'a App, texts: &'a Texts, person: Uuid) -> BoxFuture<'a, anyhow::Result<Vec<Markup>>> {
    async move {
        let count = store::count_said(&app.db, person).await?;
        Ok((count > 0).then(|| view::told_sentence(count, texts)).into_iter().collect())
    }
    .boxed()
}

fn merged(tx: &mut Tx, from: Uuid, into: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move { Ok(store::merge_person(tx, from, into).await?) }.boxed()
}
