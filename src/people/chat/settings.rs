//! Language, time zone and quiet hours: showing and changing them.

use super::{outdated, person_again};
use crate::{
    capability::Outcome,
    label,
    people::{
        store,
        view::{self, Action},
        zone_of,
    },
    texts::{Language, Texts},
    turn::{Turn, TurnTx},
};

pub(super) async fn show(turn: &Turn) -> Outcome {
    show_in(turn, turn.texts()).await
}

async fn show_in(turn: &Turn, texts: &Texts) -> Outcome {
    let person = person_again(turn).await?;
    let zone = zone_of(turn.app(), &person).await?;
    let capabilities = &turn.app().capabilities;
    let settings =
        view::SettingsView { person: &person, roles: turn.roles(), capabilities, zone, now: turn.now() };
    Ok(view::settings_screen(&settings, texts))
}

/// The new language holds at once, on this very screen.
pub(super) async fn choose_language(turn: &Turn, language: Language) -> Outcome {
    let mut tx = turn.begin().await?;
    store::set_language(tx.tx(), turn.known_person()?.id, language.code()).await?;
    commit(tx).await?;
    show_in(turn, &turn.app().texts.in_language(language)).await
}

pub(super) fn show_zones(turn: &Turn) -> Outcome {
    Ok(view::zones_screen(turn.now(), turn.texts()))
}

pub(super) async fn choose_zone(turn: &Turn, city: &str) -> Outcome {
    let zone = view::ZONES.iter().map(|zone| zone.name()).find(|name| name.ends_with(&format!("/{city}")));
    set_zone(turn, Some(zone.ok_or_else(outdated)?)).await
}

pub(super) async fn follow_municipality(turn: &Turn) -> Outcome {
    set_zone(turn, None).await
}

async fn set_zone(turn: &Turn, zone: Option<&str>) -> Outcome {
    let mut tx = turn.begin().await?;
    let person = turn.known_person()?.id;
    store::set_time_zone(tx.tx(), person, zone).await?;
    tx.person_changed(person).await?;
    saved(turn, tx).await
}

pub(super) fn ask_quiet_from(turn: &Turn) -> Outcome {
    Ok(view::quiet_from_screen(turn.texts()))
}

pub(super) fn ask_quiet_to(turn: &Turn, from: usize) -> Outcome {
    if from > 23 {
        return Err(outdated());
    }
    Ok(view::quiet_to_screen(from, turn.texts()))
}

/// Sets quiet hours, whole hours of the day; the same hour twice means none.
pub(super) async fn set_quiet(turn: &Turn, from: usize, to: usize) -> Outcome {
    if from > 23 || to > 23 {
        return Err(outdated());
    }
    let minutes = (i64::try_from(from)? * 60, i64::try_from(to)? * 60);
    let mut tx = turn.begin().await?;
    let person = turn.known_person()?.id;
    store::set_quiet(tx.tx(), person, minutes).await?;
    tx.person_changed(person).await?;
    saved(turn, tx).await
}

async fn saved(turn: &Turn, tx: TurnTx) -> Outcome {
    commit(tx).await?;
    Ok(show(turn).await?.toast(label!(turn.texts(), "people-profile-saved")))
}

async fn commit(mut tx: TurnTx) -> anyhow::Result<()> {
    tx.expect_nothing();
    tx.stand_at(&Action::Settings.into());
    tx.commit().await
}
