//! Saying who is meant, value by value, and keeping it under a name.

use uuid::Uuid;

use super::{
    Draft, NAME, find_edited, find_mine, out_of_sight,
    values::{kinds_for, list_values, titles_of},
};
use crate::{
    audiences::{
        jobs,
        model::{Audience, Count, Definition, Kind, Value},
        store::{self, NewAudience},
        view::{self, Action, EditorView, Part},
    },
    capability::Outcome,
    errors::Refusal,
    messenger::Screen,
    people::below,
    text,
    turn::Turn,
};

/// The most characters of a name.
const LONGEST_TITLE: usize = 60;

pub(super) async fn begin(turn: &Turn, id: Uuid) -> Outcome {
    let audience = find_mine(turn, id).await?;
    let mut tx = turn.begin().await?;
    tx.park(NAME, &Draft { audience: id }).await?;
    tx.expect_nothing();
    tx.stand_at(&Action::Show.into());
    tx.commit().await?;
    editor(turn, &audience).await
}

/// Puts a view of the audience as it is now on a screen.
async fn shown(
    turn: &Turn,
    audience: &Audience,
    count: Count,
    screen: impl FnOnce(&EditorView<'_>) -> Screen,
) -> Outcome {
    let titles = titles_of(turn.app(), audience, turn.texts()).await?;
    let kinds = kinds_for(audience.unit);
    Ok(screen(&EditorView { audience, titles: &titles, count, kinds: &kinds }))
}

pub(super) async fn editor(turn: &Turn, audience: &Audience) -> Outcome {
    let count = jobs::count_of(turn.app(), audience).await?;
    shown(turn, audience, count, |view| view::editor_screen(view, turn.texts())).await
}

pub(super) async fn show(turn: &Turn) -> Outcome {
    let audience = find_edited(turn).await?;
    turn.finish(Some(&Action::Show.into())).await?;
    editor(turn, &audience).await
}

pub(super) async fn show_without(turn: &Turn) -> Outcome {
    let audience = find_edited(turn).await?;
    turn.finish(Some(&Action::Without.into())).await?;
    let count = jobs::count_of(turn.app(), &audience).await?;
    shown(turn, &audience, count, |view| view::without_screen(view, turn.texts())).await
}

pub(super) async fn show_values(turn: &Turn, (kind, part, page): (Kind, Part, usize)) -> Outcome {
    let audience = find_edited(turn).await?;
    turn.finish(Some(&Action::Values(kind, part, page).into())).await?;
    values(turn, &audience, (kind, part, page)).await
}

/// The values that there are within the unit, and how many people are meant: both from one look at everybody.
pub(super) async fn values(
    turn: &Turn,
    audience: &Audience,
    (kind, part, page): (Kind, Part, usize),
) -> Outcome {
    let app = turn.app();
    let facts = jobs::facts_of(app, audience).await?;
    let count = jobs::count_now(app, &facts, &audience.definition);
    let listed = list_values(turn, audience, (kind, part), &facts).await?;
    shown(turn, audience, count, |view| view::values_screen(view, (kind, part, page), &listed, turn.texts()))
        .await
}

pub(super) async fn tick(turn: &Turn, (kind, part, page): (Kind, Part, usize), value: Value) -> Outcome {
    let mut audience = find_edited(turn).await?;
    let Definition::People { of, without } = &mut audience.definition else { return Err(out_of_sight()) };
    let traits = if part == Part::Of { of } else { without };
    traits.toggle(kind, value);
    let stays = !matches!(kind, Kind::Early | Kind::Young);
    let address = match (stays, part) {
        (true, _) => Action::Values(kind, part, page),
        (false, Part::Of) => Action::Show,
        (false, Part::Without) => Action::Without,
    };
    write(turn, &audience, &address).await?;
    match address {
        Action::Values(..) => values(turn, &audience, (kind, part, page)).await,
        Action::Without => {
            let count = jobs::count_of(turn.app(), &audience).await?;
            shown(turn, &audience, count, |view| view::without_screen(view, turn.texts())).await
        }
        _ => editor(turn, &audience).await,
    }
}

/// Writes down who is meant, and where the person stands now.
pub(super) async fn write(turn: &Turn, audience: &Audience, address: &Action) -> anyhow::Result<()> {
    let mut tx = turn.begin().await?;
    store::set_definition(tx.tx(), audience.id, &audience.definition, turn.now()).await?;
    tx.expect_nothing();
    tx.stand_at(&address.clone().into());
    tx.commit().await
}

pub(super) async fn mean_everybody(turn: &Turn) -> Outcome {
    let audience = Audience { definition: Definition::default(), ..find_edited(turn).await? };
    write(turn, &audience, &Action::Show).await?;
    editor(turn, &audience).await
}

pub(super) async fn list_saved(turn: &Turn) -> Outcome {
    let audience = find_edited(turn).await?;
    turn.finish(Some(&Action::Saved.into())).await?;
    let saved = store::list_saved(&turn.app().db, audience.unit).await?;
    Ok(view::saved_screen(&saved, turn.texts()))
}

pub(super) async fn take_saved(turn: &Turn, id: Uuid) -> Outcome {
    let edited = find_edited(turn).await?;
    let saved = find_mine(turn, id).await?;
    if saved.unit != edited.unit {
        return Err(out_of_sight());
    }
    let audience = Audience { definition: saved.definition, ..edited };
    write(turn, &audience, &Action::Show).await?;
    editor(turn, &audience).await
}

pub(super) async fn drop_saved(turn: &Turn, id: Uuid) -> Outcome {
    let edited = find_edited(turn).await?;
    let saved = find_mine(turn, id).await?;
    if saved.title.is_none() {
        return Err(out_of_sight());
    }
    let mut tx = turn.begin().await?;
    store::forget_audience(tx.tx(), id).await?;
    tx.stand_at(&Action::Saved.into());
    tx.commit().await?;
    let left = store::list_saved(&turn.app().db, edited.unit).await?;
    Ok(view::saved_screen(&left, turn.texts()))
}

pub(super) async fn ask_title(turn: &Turn) -> Outcome {
    find_edited(turn).await?;
    turn.finish(Some(&Action::Save.into())).await?;
    Ok(view::save_screen(turn.texts()))
}

/// Keeps a copy of the audience under a name.
pub(super) async fn save(turn: &Turn, words: &str) -> Outcome {
    let audience = find_edited(turn).await?;
    let title = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.is_empty() || title.chars().count() > LONGEST_TITLE {
        return Err(Refusal::because("audiences-save-fault"));
    }
    let new = NewAudience {
        owner: turn.known_person()?.id,
        unit: audience.unit,
        back: "",
        definition: &audience.definition,
    };
    let mut tx = turn.begin().await?;
    store::add_audience(tx.tx(), &new, Some(&title), turn.now()).await?;
    tx.expect_nothing();
    tx.stand_at(&Action::Show.into());
    tx.commit().await?;
    let word = text!(turn.texts(), "audiences-save-done", title = &title);
    Ok(below(&word, editor(turn, &audience).await?))
}
