//! Own entries: adding one, its fields, its file, deleting it.

use uuid::Uuid;

use super::{address, outdated, stand};
use crate::{
    attachments::{self, NewAttachment},
    capability::Outcome,
    errors::Refusal,
    label,
    messenger::SentFile,
    portfolio::{
        model::{EntryFault, EntryKind, EntryStep, MOST_ENTRIES, PortfolioEntry, read_title},
        store,
        view::{self, Action},
    },
    turn::{Turn, TurnTx},
};

/// Bytes of a file: a good photo takes four million.
const MOST_BYTES: u64 = 10 * 1_024 * 1_024;

/// An entry of whoever speaks; another's does not exist.
async fn find_own(turn: &Turn, id: Uuid) -> anyhow::Result<PortfolioEntry> {
    let found = store::find_entry(&turn.app().db, id, turn.known_person()?.id).await?;
    found.ok_or_else(outdated)
}

pub(super) async fn show_list(turn: &Turn, page: usize) -> Outcome {
    let entries = store::list_entries(&turn.app().db, turn.known_person()?.id).await?;
    Ok(view::entries_screen(&entries, page, turn.texts()))
}

pub(super) async fn ask_kind(turn: &Turn) -> Outcome {
    let entries = store::list_entries(&turn.app().db, turn.known_person()?.id).await?;
    if entries.len() >= MOST_ENTRIES {
        return Err(Refusal::because("portfolio-too-many"));
    }
    Ok(view::kinds_screen(turn.texts()))
}

pub(super) async fn show(turn: &Turn, id: Uuid) -> Outcome {
    Ok(view::entry_screen(&find_own(turn, id).await?, turn.texts()))
}

pub(super) async fn show_step(turn: &Turn, id: Uuid, step: EntryStep) -> Outcome {
    Ok(view::step_screen(&find_own(turn, id).await?, step, turn.texts()))
}

/// Begins an entry with its title.
pub(super) async fn begin(turn: &Turn, kind: EntryKind, words: &str) -> Outcome {
    ask_kind(turn).await?;
    match read_title(words) {
        Ok(title) => {
            let entry = PortfolioEntry::new(turn.known_person()?.id, kind, title);
            save(turn, &entry, EntryStep::Title).await
        }
        Err(fault) => {
            let mut screen = view::begin_screen(kind, turn.texts());
            screen.text = view::fault_word(fault, turn.texts()).paragraph(&screen.text);
            Ok(screen)
        }
    }
}

pub(super) async fn receive_words(turn: &Turn, (id, step): (Uuid, EntryStep), words: &str) -> Outcome {
    let mut entry = find_own(turn, id).await?;
    match entry.take(step, words) {
        Ok(()) => save(turn, &entry, step).await,
        Err(fault) => refuse(turn, (id, step), fault).await,
    }
}

async fn refuse(turn: &Turn, (id, step): (Uuid, EntryStep), fault: EntryFault) -> Outcome {
    let mut screen = show_step(turn, id, step).await?;
    screen.text = view::fault_word(fault, turn.texts()).paragraph(&screen.text);
    Ok(screen)
}

/// Keeps the file that was sent, in the place of an earlier one.
pub(super) async fn receive_file(turn: Turn, sent: SentFile) -> Outcome {
    let Some(Action::Step(id, step)) = address(&turn) else {
        return Err(outdated());
    };
    let mut entry = find_own(&turn, id).await?;
    let fetched = attachments::fetch(&turn, &sent, MOST_BYTES).await?;
    let messenger = turn.incoming().contact.messenger;
    let new = NewAttachment::of(entry.person_id, messenger, &sent, Some(fetched.bytes));
    let mut tx = turn.begin().await?;
    let old = entry.attachment_id.replace(attachments::add_attachment(tx.tx(), &new, turn.now()).await?);
    store::save_entry(tx.tx(), &entry, turn.now()).await?;
    if let Some(old) = old {
        attachments::forget_attachment(tx.tx(), old).await?;
    }
    go_on(&turn, tx, (&entry, step)).await
}

pub(super) async fn send_file(turn: &Turn, id: Uuid) -> Outcome {
    let entry = find_own(turn, id).await?;
    let messenger = turn.incoming().contact.messenger;
    let kept = match entry.attachment_id {
        Some(file) => attachments::find_attachment(&turn.app().db, file, messenger).await?,
        None => None,
    };
    let caption = view::file_caption(&entry, turn.texts());
    let file = kept.and_then(|kept| kept.on(messenger, caption));
    Ok(view::entry_screen(&entry, turn.texts()).with(file.ok_or_else(outdated)?))
}

pub(super) async fn ask_to_delete(turn: &Turn, id: Uuid) -> Outcome {
    Ok(view::drop_screen(&find_own(turn, id).await?, turn.texts()))
}

/// Deletes an entry with its file.
pub(super) async fn delete(turn: &Turn, id: Uuid) -> Outcome {
    let entry = find_own(turn, id).await?;
    let mut tx = turn.begin().await?;
    store::delete_entry(tx.tx(), id, entry.person_id).await?;
    if let Some(file) = entry.attachment_id {
        attachments::forget_attachment(tx.tx(), file).await?;
    }
    stand(tx, Action::Entries(0)).await?;
    Ok(show_list(turn, 0).await?.toast(label!(turn.texts(), "portfolio-deleted-toast")))
}

async fn save(turn: &Turn, entry: &PortfolioEntry, step: EntryStep) -> Outcome {
    let mut tx = turn.begin().await?;
    store::save_entry(tx.tx(), entry, turn.now()).await?;
    go_on(turn, tx, (entry, step)).await
}

/// Commits, and asks for the next field; after the last one the entry is shown.
async fn go_on(turn: &Turn, tx: TurnTx, (entry, step): (&PortfolioEntry, EntryStep)) -> Outcome {
    let next = step.next(entry.kind);
    stand(tx, next.map_or(Action::Entry(entry.id), |next| Action::Step(entry.id, next))).await?;
    let screen = match next {
        Some(next) => view::step_screen(entry, next, turn.texts()),
        None => view::entry_screen(entry, turn.texts()),
    };
    Ok(screen.toast(label!(turn.texts(), "portfolio-saved-toast")))
}
