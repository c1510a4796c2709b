//! The profile: everything said about oneself, and the questions by which it is changed.
//! Not here: choosing a place of work; those are the steps.

use chrono::NaiveDate;

use super::{super::model::Person, Action, home::menu_button, lists::YearGrid};
use crate::{
    label,
    messenger::{Button, Markup, Screen},
    text,
    texts::Texts,
    units::{Catalogue, Employment},
};

/// Everything the profile shows.
pub struct ProfileView<'a> {
    /// Whose it is.
    pub person: &'a Person,
    /// Where they work.
    pub places: &'a [Employment],
    /// Posts and subjects.
    pub catalogue: &'a Catalogue,
    /// Whether a place of work was begun and not finished.
    pub has_draft: bool,
}

/// The profile.
#[must_use]
pub fn profile_screen(profile: &ProfileView<'_>, texts: &Texts) -> Screen {
    let person = profile.person;
    let name = person.name().map(|name| name.in_full()).unwrap_or_default();
    let mut text = text!(texts, "people-profile-title", name = name);
    for place in profile.places {
        text = text.paragraph(&place_text(place, profile.catalogue, texts));
    }
    let birth = person.birth_date.map(day).unwrap_or_default();
    let facts = text!(
        texts,
        "people-profile-facts",
        year = person.career_began_year.map(|year| year.to_string()).unwrap_or_else(|| "no".into()),
        born = if birth.is_empty() { "no" } else { "yes" },
        birth = birth,
    );
    let places = profile.places.iter().map(|place| {
        let label = label!(texts, "people-profile-place", school = &place.school_short_title);
        vec![Button::new(label, Action::Place(place.id))]
    });
    let mut screen = Screen::of(text.paragraph(&facts)).row(vec![
        Button::new(label!(texts, "people-profile-name"), Action::EditName),
        Button::new(label!(texts, "people-profile-year"), Action::EditYear(0)),
    ]);
    screen.rows.extend(places);
    let add = if profile.has_draft {
        Button::new(label!(texts, "people-profile-resume"), Action::Step)
    } else {
        Button::new(label!(texts, "people-profile-add"), Action::AddPlace)
    };
    screen
        .row(vec![add])
        .row(vec![Button::new(label!(texts, "people-profile-birth"), Action::EditBirth)])
        .row(vec![menu_button(texts)])
        .at(Action::Profile)
}

/// A day as both languages write it here.
pub(super) fn day(date: NaiveDate) -> String {
    date.format("%d.%m.%Y").to_string()
}

fn place_text(place: &Employment, catalogue: &Catalogue, texts: &Texts) -> Markup {
    let subjects = catalogue.subject_titles(&place.subjects).join(", ");
    text!(
        texts,
        "people-place-text",
        school = &place.school_title,
        post = catalogue.post_title(&place.post),
        main = if place.is_main { "yes" } else { "no" },
        taught = if subjects.is_empty() { "no" } else { "yes" },
        subjects = subjects,
    )
}

fn back_to_profile(texts: &Texts) -> Vec<Button> {
    vec![Button::new(label!(texts, "people-profile-back"), Action::Profile), menu_button(texts)]
}

/// Asks for another name.
#[must_use]
pub fn name_screen(person: &Person, texts: &Texts) -> Screen {
    let name = person.name().map(|name| name.in_full()).unwrap_or_default();
    Screen::of(text!(texts, "people-edit-name", name = name)).row(back_to_profile(texts)).at(Action::EditName)
}

/// Asks for another year in which the career began.
#[must_use]
pub fn year_screen(person: &Person, page: usize, today: NaiveDate, texts: &Texts) -> Screen {
    let grid = YearGrid { page, today, choose: Action::SetYear, turn_to: Action::EditYear };
    let screen = grid.under(text!(texts, "people-year-question"), texts);
    let drop = Button::new(label!(texts, "people-year-drop"), Action::DropYear);
    let drop = person.career_began_year.map(|_| drop);
    screen.row(drop.into_iter().collect()).row(back_to_profile(texts)).at(Action::EditYear(page))
}

/// Explains what the birth date is for, and asks for it.
#[must_use]
pub fn birth_screen(person: &Person, texts: &Texts) -> Screen {
    let drop = Button::new(label!(texts, "people-birth-drop"), Action::DropBirth);
    let drop = person.birth_date.map(|_| drop);
    Screen::of(text!(texts, "people-birth-question"))
        .row(drop.into_iter().collect())
        .row(back_to_profile(texts))
        .at(Action::EditBirth)
}

/// One place of work and what can be done with it; the only one can be changed, not ended.
#[must_use]
pub fn place_screen(place: &Employment, is_only: bool, catalogue: &Catalogue, texts: &Texts) -> Screen {
    let id = place.id;
    let mut screen = Screen::of(place_text(place, catalogue, texts))
        .row(vec![Button::new(label!(texts, "people-place-change"), Action::MovePlace(id))]);
    if !place.is_main {
        screen = screen.row(vec![Button::new(label!(texts, "people-place-main"), Action::MainPlace(id))]);
    }
    if !is_only {
        screen = screen.row(vec![Button::new(label!(texts, "people-place-end"), Action::LeavePlace(id))]);
    }
    screen.row(back_to_profile(texts)).at(Action::Place(id))
}

/// Asks whether a place of work has ended.
#[must_use]
pub fn leave_screen(place: &Employment, texts: &Texts) -> Screen {
    Screen::of(text!(texts, "people-leave-question", school = &place.school_title))
        .row(vec![Button::new(label!(texts, "people-leave-yes"), Action::EndPlace(place.id))])
        .row(vec![Button::new(label!(texts, "people-leave-no"), Action::Place(place.id))])
        .at(Action::LeavePlace(place.id))
}
