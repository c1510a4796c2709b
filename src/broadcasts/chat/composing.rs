//! Writing an announcement: its words and files as they are typed or forwarded, and its category.

use uuid::Uuid;

use super::{find_mine, out_of_sight};
use crate::{
    attachments::{self, NewAttachment},
    audiences,
    broadcasts::{
        jobs::{report_of, zone_of},
        model::{Broadcast, Category, MOST_CHARACTERS, MOST_FILES, State},
        store,
        view::{self, Action, ComposeView, Deed},
    },
    capability::Outcome,
    errors::Refusal,
    label,
    messenger::{Event, Markup, SentFile},
    turn::{Turn, TurnTx},
    units::{self, Right, Unit, units_with},
};

/// Announcements on the first screen.
const SHOWN: i64 = 8;

/// Where whoever speaks may announce, with its name: the asked place, or the first.
pub(super) async fn places(turn: &Turn, asked: Option<Uuid>) -> anyhow::Result<Vec<(Unit, String)>> {
    let all = units::list_municipalities(&turn.app().db).await?;
    let mut places: Vec<(Unit, String)> = units_with(turn.roles(), Right::Address)
        .map(|unit| {
            let found = all.iter().find(|place| Some(place.id) == unit.municipality());
            let region = || label!(turn.texts(), "broadcasts-home-region");
            (unit, found.map_or_else(region, |place| place.short_title.clone()))
        })
        .collect();
    if let Some(at) = places.iter().position(|(unit, _)| asked.is_some() && unit.municipality() == asked) {
        places.swap(0, at);
    }
    Ok(places)
}

pub(super) async fn show_home(turn: &Turn, asked: Option<Uuid>) -> Outcome {
    let places = places(turn, asked).await?;
    let [(unit, title), others @ ..] = &places[..] else { return Err(out_of_sight()) };
    turn.finish(Some(&Action::Home(unit.municipality()).into())).await?;
    let author = turn.known_person()?.id;
    let listed = store::list_broadcasts(&turn.app().db, *unit, author, SHOWN).await?;
    let others: Vec<_> =
        others.iter().filter_map(|(unit, title)| Some((unit.municipality()?, title.clone()))).collect();
    let place = (unit.municipality(), title.as_str());
    Ok(view::home_screen(place, &listed, &others, turn.texts()))
}

/// What was typed, forwarded or sent.
struct Content {
    words: Markup,
    file: Option<SentFile>,
}

fn content(turn: &Turn) -> anyhow::Result<Content> {
    let words = turn.incoming().formatted.clone();
    let count = words.visible().chars().count();
    if count > MOST_CHARACTERS {
        let args = vec![("most", MOST_CHARACTERS.into()), ("count", count.into())];
        return Err(Refusal { key: "broadcasts-words-too-long", args }.into());
    }
    let file = match &turn.incoming().event {
        Event::File(file) => Some(file.clone()),
        _ => None,
    };
    Ok(Content { words, file })
}

/// Begins an announcement with what was typed, forwarded or sent.
pub(super) async fn create(turn: &Turn, asked: Option<Uuid>) -> Outcome {
    let places = places(turn, asked).await?;
    let Some((unit, _)) = places.first() else { return Err(out_of_sight()) };
    let content = content(turn)?;
    let (id, author) = (Uuid::now_v7(), turn.known_person()?.id);
    let back = Action::On(id, Deed::Show).into();
    let mut tx = turn.begin().await?;
    let audience = audiences::begin(turn.app(), tx.tx(), (author, *unit), &back).await?;
    let mut draft = Broadcast {
        id,
        municipality: unit.municipality(),
        author: Some(author),
        sender: None,
        audience,
        category: Category::Service,
        words: String::new(),
        new_words: None,
        files: Vec::new(),
        buttons: Vec::new(),
        state: State::Draft,
        pause: None,
        is_rough: false,
        starts_at: None,
        repeats: None,
        is_proven: false,
        version: 0,
        is_correcting: false,
        reminders: 0,
        is_reminding: false,
        muted: 0,
        taken_at: None,
        ended_at: None,
    };
    take_in(turn, &mut tx, (&mut draft, content)).await?;
    store::add_broadcast(tx.tx(), &draft, turn.now()).await?;
    tx.expect_nothing();
    tx.stand_at(&back);
    tx.commit().await?;
    compose(turn, &draft).await
}

/// Puts words and a file into a draft. The file stays where it is: the messenger is only told its name again.
async fn take_in(
    turn: &Turn,
    tx: &mut TurnTx,
    (draft, content): (&mut Broadcast, Content),
) -> anyhow::Result<()> {
    if let Some(file) = content.file {
        if draft.files.len() >= MOST_FILES {
            let args = vec![("most", MOST_FILES.into())];
            return Err(Refusal { key: "broadcasts-files-too-many", args }.into());
        }
        let messenger = turn.incoming().contact.messenger;
        let new = NewAttachment::of(turn.known_person()?.id, messenger, &file, None);
        draft.files.push(attachments::add_attachment(tx.tx(), &new, turn.now()).await?);
    }
    if !content.words.is_empty() {
        content.words.as_str().clone_into(&mut draft.words);
    }
    Ok(())
}

/// Other words, or one file more.
pub(super) async fn receive(turn: &Turn, id: Uuid) -> Outcome {
    let mut draft = find_draft(turn, id).await?;
    let content = content(turn)?;
    let mut tx = turn.begin().await?;
    take_in(turn, &mut tx, (&mut draft, content)).await?;
    save(turn, tx, &draft).await
}

/// A draft that whoever speaks may change.
pub(super) async fn find_draft(turn: &Turn, id: Uuid) -> anyhow::Result<Broadcast> {
    let found = find_mine(turn, id).await?;
    if found.state == State::Draft { Ok(found) } else { Err(Refusal::because("broadcasts-sent-already")) }
}

/// Writes a draft down and shows it.
pub(super) async fn save(turn: &Turn, tx: TurnTx, draft: &Broadcast) -> Outcome {
    write(tx, draft, Deed::Show).await?;
    compose(turn, draft).await
}

/// Writes a draft down; the person stands at this screen of it now.
pub(super) async fn write(mut tx: TurnTx, draft: &Broadcast, at: Deed) -> anyhow::Result<()> {
    if !store::save_draft(tx.tx(), draft).await? {
        return Err(Refusal::because("broadcasts-sent-already"));
    }
    tx.expect_nothing();
    tx.stand_at(&Action::On(draft.id, at).into());
    tx.commit().await
}

/// To whom a draft is, in words, with the count.
pub(super) async fn audience_words(
    turn: &Turn,
    draft: &Broadcast,
) -> anyhow::Result<(Markup, audiences::Count)> {
    let app = turn.app();
    let found = audiences::find_audience(&app.db, draft.audience).await?;
    let audience = found.filter(|found| found.unit == draft.unit()).ok_or_else(out_of_sight)?;
    let titles = audiences::titles_of(app, &audience, turn.texts()).await?;
    let count = audiences::count_of(app, &audience).await?;
    let words = audiences::described(&audience, &titles, turn.texts());
    Ok((words.line(&audiences::count_sentence(count, turn.texts())), count))
}

pub(super) async fn compose(turn: &Turn, draft: &Broadcast) -> Outcome {
    let (audience, _) = audience_words(turn, draft).await?;
    let zone = zone_of(turn.app(), draft.municipality).await?;
    let edit = audiences::edit_address(draft.audience);
    Ok(view::compose_screen(&ComposeView { draft, audience, edit, zone }, turn.texts()))
}

/// Shows an announcement: the draft, its waiting, or how it goes.
pub(super) async fn show(turn: &Turn, id: Uuid) -> Outcome {
    let found = find_mine(turn, id).await?;
    turn.finish(Some(&Action::On(id, Deed::Show).into())).await?;
    shown(turn, &found).await
}

/// The same after something was committed.
pub(super) async fn shown(turn: &Turn, found: &Broadcast) -> Outcome {
    if found.state == State::Draft {
        return compose(turn, found).await;
    }
    if found.is_waiting() {
        let (audience, _) = audience_words(turn, found).await?;
        let zone = zone_of(turn.app(), found.municipality).await?;
        return Ok(view::waiting_screen(found, &audience, (zone, turn.now()), turn.texts()));
    }
    Ok(view::report_screen(&report_of(turn.app(), found).await?, turn.texts()))
}

pub(super) async fn ask_category(turn: &Turn, id: Uuid) -> Outcome {
    let draft = find_draft(turn, id).await?;
    turn.finish(Some(&Action::On(id, Deed::Categories).into())).await?;
    Ok(view::categories_screen(&draft, turn.texts()))
}

pub(super) async fn set_category(turn: &Turn, id: Uuid, category: Category) -> Outcome {
    let draft = Broadcast { category, ..find_draft(turn, id).await? };
    save(turn, turn.begin().await?, &draft).await
}

pub(super) async fn drop_files(turn: &Turn, id: Uuid) -> Outcome {
    let draft = find_draft(turn, id).await?;
    let mut tx = turn.begin().await?;
    for file in &draft.files {
        attachments::forget_attachment(tx.tx(), *file).await?;
    }
    save(turn, tx, &Broadcast { files: Vec::new(), ..draft }).await
}

pub(super) async fn drop_draft(turn: &Turn, id: Uuid) -> Outcome {
    let draft = find_draft(turn, id).await?;
    let places = places(turn, draft.municipality).await?;
    let [(unit, title), ..] = &places[..] else { return Err(out_of_sight()) };
    let mut tx = turn.begin().await?;
    store::forget_draft(tx.tx(), id).await?;
    for file in &draft.files {
        attachments::forget_attachment(tx.tx(), *file).await?;
    }
    tx.stand_at(&Action::Home(unit.municipality()).into());
    tx.commit().await?;
    let author = turn.known_person()?.id;
    let listed = store::list_broadcasts(&turn.app().db, *unit, author, SHOWN).await?;
    Ok(view::home_screen((unit.municipality(), title), &listed, &[], turn.texts()))
}
