//! The hot line: answers without names, published after a second person has looked, and offered to whoever asks the same.
//! Who: methodologists and coordinators propose, look and withdraw (`/hotline`); other capabilities look for answers.
//! Tables: hot_line_answers.   Reads others' views: roles_held.   Texts: locales/*/hot_line.ftl
//! Content: search_synonyms.toml
//! Promise: nothing is published in which the names of those whom it comes from stand, nor by its author alone.

mod chat;
mod jobs;
mod model;
mod store;
mod view;

use futures::{FutureExt, future::BoxFuture};
use uuid::Uuid;

pub use chat::begin;
pub use jobs::{AnswerFinder, find_answers};
pub use model::{NewAnswer, PublishedAnswer};
pub use store::{count_helped, find_published};
pub use view::answer_words;

use crate::{
    app::App,
    capability::{Capability, Command, PersonalColumn, Who},
    conversations,
    db::Tx,
    messenger::Markup,
    texts::Texts,
    units::Role,
};

/// The capability's name.
const NAME: &str = "hot_line";

/// Who proposes, looks and withdraws.
const KEEPS: Who = Who::Holding(&[Role::Methodologist, Role::Coordinator]);

const COMMANDS: &[Command] =
    &[Command { name: "hotline", who: KEEPS, text: "hot_line-command-hotline", menu_place: None }];

/// The capability as the house sees it.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        tree: Some(chat::tree),
        commands: COMMANDS,
        actions: view::ACTIONS,
        personal: &[
            PersonalColumn { table: "hot_line_answers", column: "author_id" },
            PersonalColumn { table: "hot_line_answers", column: "checked_by" },
        ],
        forget: Some(forget),
        tell: Some(tell),
        letters: Some(jobs::render),
        merged: Some(merged),
        ..Capability::named(NAME, view::WORD)
    }
}

/// Answers stay without their author. Drafts may name whoever leaves.
fn forget(tx: &mut Tx, person: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move {
        conversations::forget_everywhere(tx, NAME).await?;
        Ok(store::forget_person(tx, person).await?)
    }
    .boxed()
}

fn tell<'a>(app: &'a App, texts: &'a Texts, person: Uuid) -> BoxFuture<'a, anyhow::Result<Vec<Markup>>> {
    async move {
        let count = store::count_of_person(&app.db, person).await?;
        Ok((count > 0).then(|| view::told_sentence(count, texts)).into_iter().collect())
    }
    .boxed()
}

fn merged(tx: &mut Tx, from: Uuid, into: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move { Ok(store::merge_person(tx, from, into).await?) }.boxed()
}
