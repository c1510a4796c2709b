//! The questions on the way to a place of work: at registration, and whenever a place is added or changed.
//! Not here: consent, and the rest of the profile.

use uuid::Uuid;

use super::{NAME, outdated, person_again, profile};
use crate::{
    capability::Outcome,
    label,
    messenger::{Markup, Screen},
    people::{
        civil_today,
        model::{Asks, Draft, FullName, Purpose, Step, check_career_year, read_career_year},
        store,
        view::{self, Action},
    },
    turn::{Turn, TurnTx},
    units::{self, Employment, NewEmployment},
};

/// Shows the present question.
pub(super) async fn show(turn: &Turn) -> Outcome {
    match open(turn).await? {
        Some((draft, _)) => question(turn, &draft).await,
        None => super::home::show_menu(turn),
    }
}

/// What was pressed under a question.
pub(super) async fn carry_out(turn: &Turn, action: Action) -> Outcome {
    let Some((mut draft, asks)) = open(turn).await? else {
        return Err(outdated());
    };
    let Some(step) = step_of(&action, draft.step) else {
        return show(turn).await;
    };
    if step != draft.step {
        return passed(turn, &draft).await;
    }
    match action {
        Action::Back => return go_back(turn, draft, asks).await,
        Action::Rename if draft.purpose == Purpose::Registration => {
            draft.ask_name();
            return save(turn, &draft).await;
        }
        Action::Page(page) => draft.page = page,
        Action::ShowAll => draft.narrow(""),
        Action::Elsewhere if draft.given.is_some() => draft.ask_place(asks),
        Action::Subject(id) => {
            check_subject(turn, &draft, &id)?;
            draft.toggle_subject(&id);
        }
        action => {
            choose(turn, &mut draft, action).await?;
            return go_on(turn, draft).await;
        }
    }
    save(turn, &draft).await
}

/// The question that an action answers; the present one where it answers any.
fn step_of(action: &Action, present: Step) -> Option<Step> {
    Some(match action {
        Action::KeepName => Step::Name,
        Action::Municipality(_) => Step::Municipality,
        Action::School(_) => Step::School,
        Action::Post(_) => Step::Post,
        Action::Subject(_) | Action::SubjectsDone => Step::Subjects,
        Action::Year(_) | Action::NoYear => Step::CareerYear,
        Action::Back | Action::Rename | Action::Page(_) | Action::ShowAll | Action::Elsewhere => present,
        _ => return None,
    })
}

/// Takes an answer that leads to the next question. Nothing that a button says is believed.
async fn choose(turn: &Turn, draft: &mut Draft, action: Action) -> anyhow::Result<()> {
    let app = turn.app();
    match action {
        Action::Municipality(id) => {
            let all = units::list_municipalities(&app.db).await?;
            all.iter().find(|known| known.id == id).ok_or_else(outdated)?;
            draft.choose_municipality(id);
        }
        Action::School(id) => {
            let school = units::find_school(&app.db, id).await?.ok_or_else(outdated)?;
            if draft.municipality != Some(school.municipality_id) {
                return Err(outdated());
            }
            draft.school = Some(id);
        }
        Action::Post(id) => {
            app.catalogue.post(&id).ok_or_else(outdated)?;
            draft.choose_post(&id);
        }
        Action::Year(year) => {
            let today = civil_today(app, turn.known_person()?, turn.now()).await?;
            let year = i64::try_from(year).map_err(|_| outdated())?;
            draft.career_year = Some(check_career_year(year, today).map_err(|_| outdated())?);
        }
        Action::NoYear => draft.career_year = None,
        Action::SubjectsDone => {}
        Action::KeepName if draft.name.is_some() => {}
        _ => return Err(outdated()),
    }
    Ok(())
}

fn check_subject(turn: &Turn, draft: &Draft, id: &str) -> anyhow::Result<()> {
    let post = draft.post.as_deref().unwrap_or_default();
    let is_taught = turn.app().catalogue.subjects_of(post).iter().any(|subject| subject.id == id);
    if is_taught { Ok(()) } else { Err(outdated()) }
}

/// Typed words: an answer where one is typed, else what the list is narrowed to.
pub(super) async fn receive_words(turn: &Turn, words: &str) -> Outcome {
    let Some((mut draft, _)) = open(turn).await? else {
        return super::home::show_menu(turn);
    };
    let word = match draft.step {
        Step::Name => match FullName::read(words) {
            Ok(name) => {
                draft.name = Some(name);
                return go_on(turn, draft).await;
            }
            Err(fault) => view::name_word(fault, turn.texts()),
        },
        Step::CareerYear => {
            match read_career_year(words, civil_today(turn.app(), turn.known_person()?, turn.now()).await?) {
                Ok(year) => {
                    draft.career_year = Some(year);
                    return go_on(turn, draft).await;
                }
                Err(fault) => view::date_word(fault, turn.texts()),
            }
        }
        Step::Municipality | Step::School | Step::Post | Step::Subjects => {
            draft.narrow(words);
            return save(turn, &draft).await;
        }
    };
    Ok(view::below(&word, question(turn, &draft).await?))
}

/// Begins the transaction of somebody who comes by an invitation. Whoever has not registered yet will be asked neither
/// for the municipality nor, if it is named, for the school; and stands where they stood before.
pub(super) async fn expect_place(turn: &Turn, place: Option<(Uuid, Option<Uuid>)>) -> anyhow::Result<TurnTx> {
    let is_registered = turn.person().is_some_and(|person| person.registered_at.is_some());
    let several = units::list_municipalities(&turn.app().db).await?.len() > 1;
    let draft: Option<Draft> = turn.draft(NAME).await?;
    let mut tx = turn.begin().await?;
    if let Some((municipality, school)) = place.filter(|_| !is_registered) {
        let mut draft = draft.unwrap_or_else(|| Draft::begin(Purpose::Registration, several));
        draft.invite(municipality, school);
        tx.park(NAME, &draft).await?;
    }
    tx.stand_at(&Action::Home.into());
    Ok(tx)
}

/// Begins the questions for a place of work of somebody who has registered. Where one takes the place of another, what
/// was said of the old one is kept until it is said anew.
pub(super) async fn begin(turn: &Turn, old: Option<&Employment>) -> Outcome {
    let all = units::list_municipalities(&turn.app().db).await?;
    let purpose = old.map_or(Purpose::NewPlace, |old| Purpose::MovedPlace(old.id));
    let mut draft = Draft::begin(purpose, all.len() > 1);
    if let [only] = &*all {
        draft.municipality = Some(only.id);
    }
    if let Some(old) = old {
        draft.choose_post(&old.post);
        draft.subjects.clone_from(&old.subjects);
    }
    save(turn, &draft).await
}

/// The draft with what it still asks. Somebody who agreed but has none yet begins; without several municipalities the
/// only one is meant.
async fn open(turn: &Turn) -> anyhow::Result<Option<(Draft, Asks)>> {
    let all = units::list_municipalities(&turn.app().db).await?;
    let several = all.len() > 1;
    let is_registered = turn.known_person()?.registered_at.is_some();
    let mut draft = match turn.draft::<Draft>(NAME).await? {
        Some(draft) => draft,
        None if is_registered => return Ok(None),
        None => Draft::begin(Purpose::Registration, several),
    };
    if let [only] = &*all {
        draft.municipality = Some(only.id);
    }
    let asks = asks(turn, &draft, several);
    Ok(Some((draft, asks)))
}

fn asks(turn: &Turn, draft: &Draft, several: bool) -> Asks {
    let post = draft.post.as_deref().unwrap_or_default();
    Asks { municipality: several, subjects: !turn.app().catalogue.subjects_of(post).is_empty() }
}

async fn go_on(turn: &Turn, mut draft: Draft) -> Outcome {
    let several = units::list_municipalities(&turn.app().db).await?.len() > 1;
    let asks = asks(turn, &draft, several);
    if draft.go_on(asks) { save(turn, &draft).await } else { finish(turn, &draft).await }
}

async fn go_back(turn: &Turn, mut draft: Draft, asks: Asks) -> Outcome {
    if draft.go_back(asks) {
        return save(turn, &draft).await;
    }
    if draft.purpose == Purpose::Registration {
        return question(turn, &draft).await;
    }
    let mut tx = turn.begin().await?;
    tx.forget_draft(NAME).await?;
    tx.expect_nothing();
    tx.stand_at(&Action::Profile.into());
    tx.commit().await?;
    profile::show(turn).await
}

async fn save(turn: &Turn, draft: &Draft) -> Outcome {
    let mut tx = turn.begin().await?;
    tx.park(NAME, draft).await?;
    tx.expect(NAME);
    tx.stand_at(&Action::Step.into());
    tx.commit().await?;
    question(turn, draft).await
}

/// A second press on a button whose question was answered already changes nothing.
async fn passed(turn: &Turn, draft: &Draft) -> Outcome {
    Ok(question(turn, draft).await?.toast(label!(turn.texts(), "people-step-passed")))
}

/// The screen of the present question.
pub(super) async fn question(turn: &Turn, draft: &Draft) -> anyhow::Result<Screen> {
    let (app, texts) = (turn.app(), turn.texts());
    Ok(match draft.step {
        Step::Name => super::entrance::with_offers(turn, view::name_step(draft, texts)),
        Step::Municipality => {
            view::municipality_step(draft, &units::list_municipalities(&app.db).await?, texts)
        }
        Step::School => {
            let municipality = draft.municipality.ok_or_else(outdated)?;
            view::school_step(draft, &units::list_schools(&app.db, municipality).await?, texts)
        }
        Step::Post => {
            let school = draft.school.ok_or_else(outdated)?;
            let school = units::find_school(&app.db, school).await?.ok_or_else(outdated)?;
            view::post_step(draft, &school, &app.catalogue, texts)
        }
        Step::Subjects => view::subjects_step(draft, &app.catalogue, texts),
        Step::CareerYear => {
            let today = civil_today(app, turn.known_person()?, turn.now()).await?;
            view::career_year_step(draft, today, texts)
        }
    })
}

/// Everything was asked: the facts, the end of the draft and where the person stands are written together.
async fn finish(turn: &Turn, draft: &Draft) -> Outcome {
    let person = turn.known_person()?.id;
    let (Some(school_id), Some(post)) = (draft.school, draft.post.clone()) else {
        return Err(outdated());
    };
    let place = NewEmployment { person_id: person, school_id, post, subjects: draft.subjects.clone() };
    let now = turn.now();
    let mut tx = turn.begin().await?;
    let next = match draft.purpose {
        Purpose::Registration => {
            let name = draft.name.as_ref().ok_or_else(outdated)?;
            store::set_name(tx.tx(), person, name).await?;
            store::set_career_year(tx.tx(), person, draft.career_year).await?;
            units::add_employment(tx.tx(), &place, now).await?;
            store::mark_registered(tx.tx(), person, now).await?;
            Action::Registered
        }
        Purpose::NewPlace => {
            units::add_employment(tx.tx(), &place, now).await?;
            Action::Profile
        }
        Purpose::MovedPlace(old) => {
            units::replace_employment(tx.tx(), old, &place, now).await?;
            Action::Profile
        }
    };
    tx.person_changed(person).await?;
    let word = if next == Action::Registered { tx.came_in(person).await? } else { Markup::default() };
    tx.forget_draft(NAME).await?;
    tx.expect_nothing();
    tx.stand_at(&next.clone().into());
    tx.commit().await?;
    if next == Action::Registered {
        if !turn.roles().is_empty() {
            turn.app().command_lists.changed(person);
        }
        let person = person_again(turn).await?;
        let screen = view::registered_screen(&person, turn.roles(), &turn.app().capabilities, turn.texts());
        return Ok(view::below(&word, screen));
    }
    turn.app().command_lists.changed(person);
    Ok(profile::show(turn).await?.toast(label!(turn.texts(), "people-place-saved")))
}
