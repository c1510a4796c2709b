//! From a sheet to a questionnaire on offer: taking the sheet, its title, publishing, taking it off again.
//! Not here: asking people to take it.

use uuid::Uuid;

use super::{address, authorise, find_own, looking::show, text_of};
use crate::{
    attachments, audiences,
    capability::Outcome,
    diagnostics, directory,
    documents::sheets_xlsx,
    errors::Refusal,
    label,
    messenger::{Attachment, SentFile},
    outbox,
    questionnaires::{
        jobs,
        model::{LocalQuestionnaire, MOST_OF_ABOUT, MOST_OF_TITLE, State, read_table},
        store,
        view::{self, Action},
    },
    text,
    turn::Turn,
    units::Unit,
};

pub(super) async fn ask_sheet(turn: &Turn, municipality: Uuid) -> Outcome {
    authorise(turn, municipality)?;
    let ways = (Action::New(municipality), Action::At(municipality));
    Ok(view::begin_screen(municipality, ways, turn.texts()))
}

pub(super) async fn ask_other_sheet(turn: &Turn, id: Uuid) -> Outcome {
    let local = find_own(turn, id).await?;
    Ok(view::begin_screen(local.municipality, (Action::Replace(id), Action::Show(id)), turn.texts()))
}

/// Sends the template below the question for a sheet.
pub(super) async fn send_template(turn: &Turn, municipality: Uuid) -> Outcome {
    let (screen, texts) = (ask_sheet(turn, municipality).await?, turn.texts());
    let bytes = sheets_xlsx(&[view::template(texts)])?.into();
    let caption = text!(texts, "questionnaires-template-caption");
    Ok(screen.with(Attachment::File { name: label!(texts, "questionnaires-template-file"), bytes, caption }))
}

/// Takes a sheet: a new draft, or other questions of one. A sheet with mistakes changes nothing.
pub(super) async fn receive_sheet(turn: Turn, sent: SentFile) -> Outcome {
    let asked = address(&turn);
    let (screen, found) = match &asked {
        Some(Action::New(municipality)) => (ask_sheet(&turn, *municipality).await?, None),
        Some(Action::Replace(id)) => (ask_other_sheet(&turn, *id).await?, Some(find_own(&turn, *id).await?)),
        _ => return Err(directory::out_of_sight()),
    };
    let table = attachments::fetch_sheet(&turn, &sent).await?;
    let questions = match read_table(&table) {
        Ok(questions) => questions,
        Err(mistakes) => return Ok(view::mistakes_screen(screen, &mistakes, turn.texts())),
    };
    let mut tx = turn.begin().await?;
    let id = match (found, asked) {
        (Some(found), _) => {
            let changed = LocalQuestionnaire { questions, ..found };
            store::save_draft(tx.tx(), &changed).await?;
            changed.id
        }
        (None, Some(Action::New(municipality))) => {
            let local = LocalQuestionnaire {
                id: Uuid::now_v7(),
                municipality,
                title: title_of(&sent, &turn),
                about: label!(turn.texts(), "questionnaires-about-default"),
                questions,
                state: State::Draft,
                version_hash: None,
                audience: None,
                reminded_at: None,
                held_at: None,
            };
            store::add_questionnaire(tx.tx(), &local, turn.known_person()?.id, turn.now()).await?;
            local.id
        }
        (None, _) => return Err(directory::out_of_sight()),
    };
    tx.expect_nothing();
    tx.stand_at(&Action::Show(id).into());
    tx.commit().await?;
    show(&turn, id).await
}

/// A file is called after what stands in it more often than not.
fn title_of(sent: &SentFile, turn: &Turn) -> String {
    let name = sent.name.as_deref().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).replace('_', " ");
    let title: String = stem.trim().chars().take(MOST_OF_TITLE).collect();
    if title.is_empty() { label!(turn.texts(), "questionnaires-title-default") } else { title }
}

pub(super) async fn ask_words(turn: &Turn, at: Action, id: Uuid) -> Outcome {
    Ok(view::ask_words_screen(&find_own(turn, id).await?, at, turn.texts()))
}

/// The title, or the sentence about it.
pub(super) async fn receive_words(turn: Turn) -> Outcome {
    let asked = address(&turn);
    let (id, most) = match &asked {
        Some(Action::Title(id)) => (*id, MOST_OF_TITLE),
        Some(Action::About(id)) => (*id, MOST_OF_ABOUT),
        _ => return Err(directory::out_of_sight()),
    };
    let mut local = find_own(&turn, id).await?;
    let words = turn.words().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    let count = words.chars().count();
    if count == 0 || count > most {
        let args = vec![("count", count.into()), ("most", most.into())];
        return Err(Refusal { key: "questionnaires-words-long", args }.into());
    }
    match asked {
        Some(Action::Title(_)) => local.title = words,
        _ => local.about = words,
    }
    let mut tx = turn.begin().await?;
    store::save_draft(tx.tx(), &local).await?;
    tx.expect_nothing();
    tx.stand_at(&Action::Show(id).into());
    tx.commit().await?;
    show(&turn, id).await
}

/// Puts the draft on offer as it is now. Pressed twice, it is the same version.
pub(super) async fn publish(turn: &Turn, id: Uuid) -> Outcome {
    let local = find_own(turn, id).await?;
    let source = text_of(turn, &local)?;
    let mut tx = turn.begin().await?;
    let hash = diagnostics::offer(tx.tx(), &source, local.municipality, turn.now()).await?;
    store::mark_state(tx.tx(), id, (State::Published, Some(&hash)), turn.now()).await?;
    if local.audience.is_none() {
        let asker = (turn.known_person()?.id, Unit::Municipality(local.municipality));
        let audience = audiences::begin(turn.app(), tx.tx(), asker, &Action::Audience(id).into()).await?;
        store::set_audience(tx.tx(), id, audience).await?;
    }
    tx.stand_at(&Action::Show(id).into());
    tx.commit().await?;
    Ok(show(turn, id).await?.toast(label!(turn.texts(), "questionnaires-published-toast")))
}

pub(super) async fn ask_to_close(turn: &Turn, id: Uuid) -> Outcome {
    Ok(view::closing_screen(&find_own(turn, id).await?, turn.texts()))
}

/// Takes it off offer, with every invitation that is not said yet; its answers stay.
pub(super) async fn close(turn: &Turn, id: Uuid) -> Outcome {
    let local = find_own(turn, id).await?;
    if local.state != State::Published {
        return show(turn, id).await;
    }
    let mut tx = turn.begin().await?;
    diagnostics::end_offer(tx.tx(), &local.key()).await?;
    let hash = local.version_hash.as_deref();
    store::mark_state(tx.tx(), id, (State::Closed, hash), turn.now()).await?;
    outbox::end_cause(tx.tx(), &jobs::cause(id), turn.now()).await?;
    tx.stand_at(&Action::Show(id).into());
    tx.commit().await?;
    Ok(show(turn, id).await?.toast(label!(turn.texts(), "questionnaires-closed-toast")))
}

/// Deletes a draft that nobody has seen.
pub(super) async fn delete(turn: &Turn, id: Uuid) -> Outcome {
    let local = find_own(turn, id).await?;
    let mut tx = turn.begin().await?;
    if !store::delete_draft(tx.tx(), id).await? {
        return show(turn, id).await;
    }
    tx.stand_at(&Action::At(local.municipality).into());
    tx.commit().await?;
    let screen = super::looking::show_list(turn, local.municipality).await?;
    Ok(screen.toast(label!(turn.texts(), "questionnaires-deleted-toast")))
}
