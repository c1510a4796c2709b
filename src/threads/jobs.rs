//! Passing on: what a member says becomes a letter to each of the others, in the transaction in which it is said.
//! Not here: sending, and what the owner makes of it.

use chrono::{DateTime, TimeDelta, Utc};
use futures::{FutureExt, future::BoxFuture};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    Face, NAME, ThreadOwner,
    model::{NewMessage, Thread, ThreadMessage},
    store, view,
};
use crate::{
    app::App,
    attachments,
    db::Tx,
    messenger::{Markup, MessengerKind, Screen},
    outbox::{self, Class, Form, Letter, NewLetter, Told, Wish},
    texts::Texts,
};

/// For so many days words wait for somebody who cannot be reached; the thread keeps them longer.
const WAITS_DAYS: i64 = 365;

/// What a letter is about.
#[derive(Debug, Serialize, Deserialize)]
struct Matter {
    thread: Uuid,
    message: Uuid,
}

/// Says something in a thread and owes it to the other members. Nothing happens where the thread is closed, or where the
/// same message of a messenger was passed on before. Returns our id of the message.
pub async fn say(
    tx: &mut Tx,
    (thread, author): (Uuid, Uuid),
    new: &NewMessage,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<Uuid>> {
    let Some(message) = store::add_message(tx, (thread, author), new, now).await? else { return Ok(None) };
    let others = store::others_within(tx, thread, author).await?;
    let letters: Vec<_> = others.into_iter().map(|person| letter((thread, message), person, now)).collect();
    outbox::owe_all(tx, &letters, now).await?;
    Ok(Some(message))
}

/// Passes an edit on: what the others were told is told anew in its place. Returns the thread, if there was anything to
/// edit.
pub async fn edit(
    tx: &mut Tx,
    (author, source): (Uuid, &str),
    words: &str,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<Uuid>> {
    let Some((thread, message)) = store::edit_message(tx, (author, source), words, now).await? else {
        return Ok(None);
    };
    let matter = serde_json::to_value(Matter { thread, message })?;
    for person in store::others_within(tx, thread, author).await? {
        match outbox::find_letter(tx, &key(message, person)).await? {
            Some(letter) => outbox::correct(tx, letter, Some(&matter), now).await?,
            // They read it elsewhere, such as on a card, before they came.
            None => drop(outbox::owe(tx, &letter((thread, message), person, now), now).await?),
        }
    }
    Ok(Some(thread))
}

/// Takes somebody into a thread.
pub async fn join(tx: &mut Tx, thread: Uuid, person: Uuid, now: DateTime<Utc>) -> anyhow::Result<()> {
    store::add_member(tx, thread, person, now).await?;
    Ok(())
}

/// Tells a member what the others said before they came, in order.
pub async fn catch_up(tx: &mut Tx, thread: Uuid, person: Uuid, now: DateTime<Utc>) -> anyhow::Result<()> {
    let said = store::messages_within(tx, thread).await?;
    let others = said.iter().filter(|message| message.author_id != Some(person));
    let letters: Vec<_> = others.map(|message| letter((thread, message.id), person, now)).collect();
    outbox::owe_all(tx, &letters, now).await?;
    Ok(())
}

/// Lets somebody go; what was on its way to them is still said.
pub async fn leave(tx: &mut Tx, thread: Uuid, person: Uuid, now: DateTime<Utc>) -> anyhow::Result<()> {
    Ok(store::end_member(tx, thread, person, now).await?)
}

/// Closes a thread. What was said before is still delivered.
pub async fn close_thread(tx: &mut Tx, thread: Uuid, now: DateTime<Utc>) -> anyhow::Result<()> {
    Ok(store::mark_closed(tx, thread, now).await?)
}

fn key(message: Uuid, person: Uuid) -> String {
    format!("{NAME}/message/{message}/{person}")
}

fn letter((thread, message): (Uuid, Uuid), person: Uuid, now: DateTime<Utc>) -> NewLetter {
    NewLetter {
        person_id: person,
        capability: NAME,
        matter: serde_json::json!(Matter { thread, message }),
        class: Class::Notice,
        is_urgent: true,
        wish: Wish::Instant(now),
        event_at: None,
        useless_after: now + TimeDelta::days(WAITS_DAYS),
        dedup_key: key(message, person),
        cause: format!("{NAME}/thread/{thread}"),
    }
}

/// The owner of a thread, as the house knows it.
pub fn owner_of(app: &App, thread: &Thread) -> Option<ThreadOwner> {
    app.capabilities.iter().find(|capability| capability.name == thread.owner)?.threads
}

/// How a thread looks to a reader; nothing where it is none of their affair.
pub async fn face(app: &App, thread: &Thread, reader: Uuid, texts: &Texts) -> anyhow::Result<Option<Face>> {
    match owner_of(app, thread) {
        Some(owner) => (owner.face)(app, thread.cause, reader, texts).await,
        None => Ok(None),
    }
}

/// The letter: who says what in which conversation, with the files.
pub fn render<'a>(app: &'a App, letter: &'a Letter, texts: &'a Texts) -> BoxFuture<'a, anyhow::Result<Told>> {
    async move {
        let matter: Matter = serde_json::from_value(letter.matter.clone())?;
        let Some(thread) = store::find_thread(&app.db, matter.thread).await? else {
            return Ok(Told::Nothing);
        };
        let Some(message) = store::find_message(&app.db, matter.message).await? else {
            return Ok(Told::Nothing);
        };
        let Some(face) = face(app, &thread, letter.person_id, texts).await? else { return Ok(Told::Nothing) };
        let mut wording = view::message_letter(thread.id, &message, &face, texts);
        // Where words are told anew, their files stand below them already.
        if letter.form == Form::Post {
            wording.screen = with_files(app, wording.screen, &message).await?;
        }
        Ok(Told::Say(wording))
    }
    .boxed()
}

/// The same screen with the files of a message below it.
pub async fn with_files(app: &App, mut screen: Screen, message: &ThreadMessage) -> anyhow::Result<Screen> {
    for file in &message.files {
        let on = MessengerKind::Telegram;
        let kept = attachments::find_attachment(&app.db, *file, on).await?;
        if let Some(file) = kept.and_then(|kept| kept.on(on, Markup::default())) {
            screen = screen.with(file);
        }
    }
    Ok(screen)
}
