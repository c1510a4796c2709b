//! The profile, and changing what stands in it.
//! Not here: the questions for a place of work.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{NAME, outdated, person_again, steps};
use crate::{
    capability::Outcome,
    errors::Refusal,
    label,
    people::{
        civil_today,
        model::{Draft, FullName, check_career_year, read_birth_date, read_career_year},
        store,
        view::{self, Action},
    },
    turn::{Turn, TurnTx},
    units::{self, Employment},
};

pub(super) async fn carry_out(turn: &Turn, action: Action) -> Outcome {
    let (person, texts) = (turn.known_person()?, turn.texts());
    match action {
        Action::EditName => Ok(view::name_screen(person, texts)),
        Action::EditYear(page) => Ok(view::year_screen(person, page, today(turn).await?, texts)),
        Action::SetYear(year) => {
            let year = i64::try_from(year).map_err(|_| outdated())?;
            let year = check_career_year(year, today(turn).await?).map_err(|_| outdated())?;
            set_year(turn, Some(year)).await
        }
        Action::DropYear => set_year(turn, None).await,
        Action::EditBirth => Ok(view::birth_screen(person, texts)),
        Action::DropBirth => set_birth_date(turn, None).await,
        Action::AddPlace => steps::begin(turn, None).await,
        Action::Place(id) => {
            let (place, is_only) = find_place(turn, id).await?;
            Ok(view::place_screen(&place, is_only, &turn.app().catalogue, texts))
        }
        Action::MovePlace(id) => {
            let (place, _) = find_place(turn, id).await?;
            steps::begin(turn, Some(&place)).await
        }
        Action::MainPlace(id) => choose_main(turn, id).await,
        Action::LeavePlace(id) => Ok(view::leave_screen(&find_place(turn, id).await?.0, texts)),
        Action::EndPlace(id) => end_place(turn, id).await,
        _ => show(turn).await,
    }
}

/// The profile as it is after what this turn wrote.
pub(super) async fn show(turn: &Turn) -> Outcome {
    let person = person_again(turn).await?;
    let places = units::places_of(&turn.app().db, person.id).await?;
    let has_draft = turn.draft::<Draft>(NAME).await?.is_some();
    let profile =
        view::ProfileView { person: &person, places: &places, catalogue: &turn.app().catalogue, has_draft };
    Ok(view::profile_screen(&profile, turn.texts()))
}

async fn today(turn: &Turn) -> anyhow::Result<NaiveDate> {
    civil_today(turn.app(), turn.known_person()?, turn.now()).await
}

/// A present place of work of this person, and whether it is the only one.
async fn find_place(turn: &Turn, id: Uuid) -> anyhow::Result<(Employment, bool)> {
    let places = units::places_of(&turn.app().db, turn.known_person()?.id).await?;
    let is_only = places.len() == 1;
    let place = places.into_iter().find(|place| place.id == id).ok_or_else(outdated)?;
    Ok((place, is_only))
}

async fn choose_main(turn: &Turn, id: Uuid) -> Outcome {
    let (place, _) = find_place(turn, id).await?;
    let mut tx = turn.begin().await?;
    let person = turn.known_person()?.id;
    units::mark_main(tx.tx(), person, place.id).await?;
    tx.person_changed(person).await?;
    saved(turn, tx).await
}

async fn end_place(turn: &Turn, id: Uuid) -> Outcome {
    let (place, is_only) = find_place(turn, id).await?;
    if is_only {
        return Err(Refusal::because("people-leave-only"));
    }
    let mut tx = turn.begin().await?;
    let person = turn.known_person()?.id;
    units::end_employment(tx.tx(), person, place.id, turn.now()).await?;
    tx.person_changed(person).await?;
    let screen = saved(turn, tx).await?;
    turn.app().command_lists.changed(person);
    Ok(screen)
}

pub(super) async fn receive_name(turn: &Turn, words: &str) -> Outcome {
    let person = turn.known_person()?;
    let name = match FullName::read(words) {
        Ok(name) => name,
        Err(fault) => {
            let word = view::name_word(fault, turn.texts());
            return Ok(view::below(&word, view::name_screen(person, turn.texts())));
        }
    };
    let mut tx = turn.begin().await?;
    store::set_name(tx.tx(), person.id, &name).await?;
    saved(turn, tx).await
}

pub(super) async fn receive_year(turn: &Turn, words: &str) -> Outcome {
    let today = today(turn).await?;
    match read_career_year(words, today) {
        Ok(year) => set_year(turn, Some(year)).await,
        Err(fault) => {
            let screen = view::year_screen(turn.known_person()?, 0, today, turn.texts());
            Ok(view::below(&view::date_word(fault, turn.texts()), screen))
        }
    }
}

pub(super) async fn receive_birth(turn: &Turn, words: &str) -> Outcome {
    match read_birth_date(words, today(turn).await?) {
        Ok(date) => set_birth_date(turn, Some(date)).await,
        Err(fault) => {
            let screen = view::birth_screen(turn.known_person()?, turn.texts());
            Ok(view::below(&view::date_word(fault, turn.texts()), screen))
        }
    }
}

async fn set_year(turn: &Turn, year: Option<i64>) -> Outcome {
    let mut tx = turn.begin().await?;
    store::set_career_year(tx.tx(), turn.known_person()?.id, year).await?;
    saved(turn, tx).await
}

async fn set_birth_date(turn: &Turn, date: Option<NaiveDate>) -> Outcome {
    let mut tx = turn.begin().await?;
    store::set_birth_date(tx.tx(), turn.known_person()?.id, date).await?;
    saved(turn, tx).await
}

/// Commits a change and goes back to the profile.
async fn saved(turn: &Turn, mut tx: TurnTx) -> Outcome {
    tx.expect_nothing();
    tx.stand_at(&Action::Profile.into());
    tx.commit().await?;
    Ok(show(turn).await?.toast(label!(turn.texts(), "people-profile-saved")))
}
