//! What a member does: writes, replies to a letter, edits, looks back; and stray words find their thread.
//! Not here: what the owner makes of it.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    Face, Heard, NAME, jobs,
    model::{Meant, NewMessage, Thread, meant},
    store,
    view::{self, Action},
};
use crate::{
    attachments::{self, NewAttachment},
    capability::{Outcome, Tree},
    errors::Refusal,
    messenger::{Event, Markup, MessageRef, Screen, SentFile},
    outbox, text,
    turn::{Turn, TurnTx},
};

/// Threads that one is asked about at once.
const MOST_ASKED: i64 = 12;

/// What was typed before anybody knew for which thread.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Draft {
    kept: Vec<NewMessage>,
}

/// Replies to letters of threads, and edits of what was said in one: they go before whatever a screen asks for.
#[must_use]
pub fn replies() -> Tree {
    dptree::entry()
        .branch(dptree::filter_map_async(replied_to).endpoint(receive))
        .branch(dptree::filter_async(edits_own).endpoint(receive_edit))
}

/// The branch of the tree. It stands last: words are for the screen that asks for them.
#[must_use]
pub fn tree() -> Tree {
    dptree::entry()
        .branch(dptree::filter_map(|turn: Turn| pressed(&turn)).endpoint(carry_out))
        .branch(dptree::filter_map_async(standing_at).endpoint(receive))
        .branch(dptree::filter_map_async(stray).endpoint(receive_stray))
}

fn pressed(turn: &Turn) -> Option<Action> {
    match &turn.incoming().event {
        Event::Press { payload } => Action::read(payload),
        _ => None,
    }
}

/// What has come to be passed on: words, or a file.
fn said(turn: &Turn) -> Option<(Markup, Option<&SentFile>, Option<&MessageRef>)> {
    let words = turn.incoming().formatted.clone();
    match &turn.incoming().event {
        Event::Words { reply_to, .. } if !words.is_empty() => Some((words, None, reply_to.as_ref())),
        Event::File(file) => Some((words, Some(file), file.reply_to.as_ref())),
        _ => None,
    }
}

async fn replied_to(turn: Turn) -> Option<Thread> {
    let (_, _, reply_to) = said(&turn)?;
    let (reply_to, contact) = (reply_to?, turn.contact_id()?);
    let found = outbox::find_said(&turn.app().db, contact, reply_to).await;
    let letter = found.inspect_err(|error| tracing::error!(%error, "a reply could not be placed")).ok()??;
    let thread = (letter.capability == NAME).then(|| letter.matter.get("thread").cloned())??;
    member_of(&turn, serde_json::from_value(thread).ok()?).await
}

/// The thread, if whoever speaks is in it.
async fn member_of(turn: &Turn, thread: Uuid) -> Option<Thread> {
    let (db, person) = (&turn.app().db, turn.person()?.id);
    if !store::is_member(db, thread, person).await.ok()? {
        return None;
    }
    store::find_thread(db, thread).await.ok()?
}

async fn standing_at(turn: Turn) -> Option<Thread> {
    said(&turn)?;
    let address = turn.conversation().address.as_deref().and_then(Action::read)?;
    let (Action::Write(thread) | Action::History(thread, _)) = address else { return None };
    member_of(&turn, thread).await
}

/// The open threads that stray words may be for.
#[derive(Clone)]
struct Open(Vec<(Thread, Face)>);

async fn stray(turn: Turn) -> Option<Open> {
    said(&turn)?;
    let open = list_open(&turn).await;
    let open = open.inspect_err(|error| tracing::error!(%error, "stray words could not be placed")).ok()?;
    (!open.is_empty()).then_some(Open(open))
}

async fn list_open(turn: &Turn) -> anyhow::Result<Vec<(Thread, Face)>> {
    let Some(person) = turn.person() else { return Ok(Vec::new()) };
    let mut open = Vec::new();
    for thread in store::list_open(&turn.app().db, person.id, MOST_ASKED).await? {
        let face = jobs::face(turn.app(), &thread, person.id, turn.texts()).await?;
        open.extend(face.filter(|face| face.takes_words).map(|face| (thread, face)));
    }
    Ok(open)
}

async fn receive_stray(turn: Turn, open: Open) -> Outcome {
    let ids: Vec<Uuid> = open.0.iter().map(|(thread, _)| thread.id).collect();
    match meant(&ids) {
        Meant::This(id) => {
            let thread = open.0.into_iter().map(|(thread, _)| thread).find(|thread| thread.id == id);
            receive(turn, thread.ok_or_else(gone)?).await
        }
        Meant::Asked | Meant::Nobody => ask_which(&turn, open).await,
    }
}

/// Keeps what was typed and asks for which thread it is.
async fn ask_which(turn: &Turn, open: Open) -> Outcome {
    let mut draft: Draft = turn.draft(NAME).await?.unwrap_or_default();
    let mut tx = turn.begin().await?;
    draft.kept.push(take_down(turn, &mut tx).await?.ok_or_else(gone)?);
    tx.park(NAME, &draft).await?;
    tx.commit().await?;
    let threads: Vec<_> = open.0.into_iter().map(|(thread, face)| (thread.id, face)).collect();
    Ok(view::which_screen(&threads, turn.texts()))
}

/// What has come, as a message; a file is kept by how its messenger calls it, however large it is. Nothing where it is
/// neither words nor a file.
pub async fn take_down(turn: &Turn, tx: &mut TurnTx) -> anyhow::Result<Option<NewMessage>> {
    let Some((words, file, _)) = said(turn) else { return Ok(None) };
    let mut files = Vec::new();
    if let Some(file) = file {
        let kept = NewAttachment::of(turn.known_person()?.id, turn.incoming().contact.messenger, file, None);
        files.push(attachments::add_attachment(tx.tx(), &kept, turn.now()).await?);
    }
    Ok(Some(NewMessage { words: words.as_str().to_owned(), files, source: source(turn) }))
}

/// The messenger's message, as a source.
fn source(turn: &Turn) -> Option<String> {
    let at = turn.incoming().origin.message.as_ref()?;
    Some(format!("{}/{}/{}", turn.incoming().contact.messenger.as_str(), at.chat, at.message))
}

async fn receive(turn: Turn, thread: Thread) -> Outcome {
    let mut tx = turn.begin().await?;
    let new = take_down(&turn, &mut tx).await?.ok_or_else(gone)?;
    pass_on(&turn, (tx, thread), vec![new]).await
}

async fn pass_on(turn: &Turn, (mut tx, thread): (TurnTx, Thread), all: Vec<NewMessage>) -> Outcome {
    let person = turn.known_person()?.id;
    let face = jobs::face(turn.app(), &thread, person, turn.texts()).await?.ok_or_else(gone)?;
    if thread.closed_at.is_some() || !face.takes_words {
        return Err(Refusal { key: "threads-closed", args: vec![("title", face.title.into())] }.into());
    }
    let mut is_new = false;
    for new in &all {
        is_new |= jobs::say(tx.tx(), (thread.id, person), new, turn.now()).await?.is_some();
    }
    if let Some(owner) = jobs::owner_of(turn.app(), &thread).filter(|_| is_new) {
        let heard = Heard { cause: thread.cause, author: person, at: turn.now(), is_edit: false };
        (owner.heard)(turn.app(), tx.tx(), heard).await?;
    }
    tx.expect_nothing();
    tx.stand_at(&Action::Write(thread.id).into());
    tx.commit().await?;
    let waits = store::count_out_of_reach(&turn.app().db, thread.id, person).await? > 0;
    Ok(view::passed_screen(thread.id, (&face, waits), turn.texts()))
}

async fn edits_own(turn: Turn) -> bool {
    let (Event::Edited, Some(person), Some(source)) = (&turn.incoming().event, turn.person(), source(&turn))
    else {
        return false;
    };
    store::is_source(&turn.app().db, person.id, &source).await.unwrap_or_default()
}

async fn receive_edit(turn: Turn) -> Outcome {
    let (Event::Edited, Some(source)) = (&turn.incoming().event, source(&turn)) else {
        return Err(gone());
    };
    let words = &turn.incoming().formatted;
    let mut tx = turn.begin().await?;
    let author = turn.known_person()?.id;
    let edited = jobs::edit(tx.tx(), (author, source.as_str()), words.as_str(), turn.now()).await?;
    let thread = match edited {
        Some(thread) => store::find_thread(&turn.app().db, thread).await?,
        None => None,
    };
    if let Some((thread, owner)) = thread.and_then(|thread| {
        let owner = jobs::owner_of(turn.app(), &thread)?;
        Some((thread, owner))
    }) {
        let heard = Heard { cause: thread.cause, author, at: turn.now(), is_edit: true };
        (owner.heard)(turn.app(), tx.tx(), heard).await?;
    }
    tx.commit().await?;
    Ok(match edited {
        Some(_) => Screen::remark(text!(turn.texts(), "threads-edited")),
        None => Screen::remark(text!(turn.texts(), "threads-not-edited")),
    })
}

async fn carry_out(turn: Turn, action: Action) -> Outcome {
    let (Action::Write(id) | Action::Give(id) | Action::History(id, _)) = action;
    let thread = member_of(&turn, id).await.ok_or_else(gone)?;
    if let Action::Give(_) = action {
        let mut tx = turn.begin().await?;
        let draft: Option<Draft> = turn.draft(NAME).await?;
        tx.forget_draft(NAME).await?;
        return pass_on(&turn, (tx, thread), draft.unwrap_or_default().kept).await;
    }
    let (app, texts) = (turn.app(), turn.texts());
    let face = jobs::face(app, &thread, turn.known_person()?.id, texts).await?.ok_or_else(gone)?;
    let said = store::list_messages(&app.db, thread.id).await?;
    let Action::History(_, page) = action else {
        return Ok(view::write_screen(thread.id, (&face, &said), texts));
    };
    let mut screen = view::history_screen((thread.id, page), (&face, &said), texts);
    for message in view::page_of(&said, page) {
        screen = jobs::with_files(app, screen, message).await?;
    }
    Ok(screen)
}

/// The thread is gone, or none of one's affair.
fn gone() -> anyhow::Error {
    Refusal::because("threads-gone")
}
