//! The questions on the way to a place of work: name, municipality, school, post, subjects, year.
//! Not here: what is done with the answers.

use chrono::NaiveDate;

use super::{
    super::model::{DateFault, Draft, FullName, NameFault, Purpose, Step},
    Action,
    home::menu_button,
    lists::{Listing, YearGrid},
};
use crate::{
    label,
    messenger::{Button, Markup, Screen},
    text,
    texts::Texts,
    units::{Catalogue, Municipality, School, SubjectList, is_meant},
};

/// A column of long names.
const COLUMN: (usize, usize) = (8, 1);
/// Two columns of ticks where the labels are short.
const TICKS: (usize, usize) = (12, 2);

/// Asks for the name.
#[must_use]
pub fn name_step(draft: &Draft, texts: &Texts) -> Screen {
    let mut screen = Screen::of(text!(texts, "people-name-question"));
    if let Some(name) = &draft.name {
        let label = label!(texts, "people-name-keep", name = name.in_full());
        screen = screen.row(vec![Button::new(label, Action::KeepName)]);
    }
    let privacy = Button::new(label!(texts, "people-name-privacy"), Action::Privacy);
    screen.row(vec![privacy]).at(Action::Step)
}

/// Says why typed words are no name.
#[must_use]
pub fn name_word(fault: NameFault, texts: &Texts) -> Markup {
    match fault {
        NameFault::TooLong => text!(texts, "people-name-too-long"),
        NameFault::OneWord => text!(texts, "people-name-one-word"),
        NameFault::NoFamilyName => text!(texts, "people-name-no-family"),
        NameFault::Initials => text!(texts, "people-name-initials"),
        NameFault::NotLetters => text!(texts, "people-name-not-letters"),
    }
}

/// Says why typed words are no year or no date.
#[must_use]
pub fn date_word(fault: DateFault, texts: &Texts) -> Markup {
    match fault {
        DateFault::Unreadable => text!(texts, "people-date-unreadable"),
        DateFault::Future => text!(texts, "people-date-future"),
        DateFault::Absurd => text!(texts, "people-date-absurd"),
    }
}

/// Asks for the municipality.
#[must_use]
pub fn municipality_step(draft: &Draft, all: &[Municipality], texts: &Texts) -> Screen {
    let meant = all.iter().filter(|municipality| is_meant(&municipality.search_key, &draft.filter));
    let buttons = meant
        .map(|municipality| Button::new(&municipality.short_title, Action::Municipality(municipality.id)))
        .collect();
    let question = text!(texts, "people-municipality-question", name = spoken_to(draft));
    footer(listing(draft, buttons, COLUMN).under(question, texts), draft, texts)
}

/// Asks for the school.
#[must_use]
pub fn school_step(draft: &Draft, schools: &[School], texts: &Texts) -> Screen {
    let meant = schools.iter().filter(|school| is_meant(&school.search_key, &draft.filter));
    let buttons = meant.map(|school| Button::new(&school.short_title, Action::School(school.id))).collect();
    let question = text!(
        texts,
        "people-school-question",
        known = if draft.name.is_some() { "yes" } else { "no" },
        name = spoken_to(draft)
    );
    footer(listing(draft, buttons, COLUMN).under(question, texts), draft, texts)
}

/// Asks for the post.
#[must_use]
pub fn post_step(draft: &Draft, school: &School, catalogue: &Catalogue, texts: &Texts) -> Screen {
    let meant = catalogue.posts().iter().filter(|post| is_meant(&post.search_key, &draft.filter));
    let buttons = meant.map(|post| Button::new(&post.title, Action::Post(post.id.clone()))).collect();
    let question = text!(texts, "people-post-question", school = &school.short_title);
    footer(listing(draft, buttons, COLUMN).under(question, texts), draft, texts)
}

/// Asks for the subjects, with ticks.
#[must_use]
pub fn subjects_step(draft: &Draft, catalogue: &Catalogue, texts: &Texts) -> Screen {
    let post = draft.post.as_deref().unwrap_or_default();
    let subjects = catalogue.subjects_of(post);
    let meant = subjects.into_iter().filter(|subject| is_meant(&subject.search_key, &draft.filter));
    let buttons = meant
        .map(|subject| {
            let tick = if draft.subjects.contains(&subject.id) { "☑" } else { "☐" };
            Button::new(format!("{tick} {}", subject.short_title), Action::Subject(subject.id.clone()))
        })
        .collect();
    let list = match catalogue.post(post).map(|post| post.teaches) {
        Some(SubjectList::Kindergarten) => "kindergarten",
        Some(SubjectList::Additional) => "additional",
        Some(SubjectList::Vocational) => "vocational",
        Some(SubjectList::School | SubjectList::Nothing) | None => "school",
    };
    let question = text!(texts, "people-subjects-question", list = list);
    let screen = listing(draft, buttons, TICKS).under(question, texts);
    let done = label!(texts, "people-subjects-done", count = draft.subjects.len());
    footer(screen.row(vec![Button::new(done, Action::SubjectsDone)]), draft, texts)
}

/// Asks for the year in which the career began.
#[must_use]
pub fn career_year_step(draft: &Draft, today: NaiveDate, texts: &Texts) -> Screen {
    let grid = YearGrid { page: draft.page, today, choose: Action::Year, turn_to: Action::Page };
    let screen = grid.under(text!(texts, "people-year-question"), texts);
    let open = Button::new(label!(texts, "people-year-open"), Action::NoYear);
    footer(screen.row(vec![open]), draft, texts)
}

fn listing(draft: &Draft, buttons: Vec<Button>, shape: (usize, usize)) -> Listing<'_> {
    Listing { buttons, filter: &draft.filter, page: draft.page, shape }
}

fn spoken_to(draft: &Draft) -> String {
    draft.name.as_ref().map(FullName::address).unwrap_or_default()
}

/// The way back, and out: to another name while registering, to the menu later.
fn footer(screen: Screen, draft: &Draft, texts: &Texts) -> Screen {
    let back = Button::new(label!(texts, "people-step-back"), Action::Back);
    let out = match draft.purpose {
        Purpose::Registration => Button::new(label!(texts, "people-step-rename"), Action::Rename),
        Purpose::NewPlace | Purpose::MovedPlace(_) => menu_button(texts),
    };
    let elsewhere = Button::new(label!(texts, "people-step-elsewhere"), Action::Elsewhere);
    let is_given = draft.given.is_some() && [Step::School, Step::Post].contains(&draft.step);
    screen.column(is_given.then_some(elsewhere)).row(vec![back, out]).at(Action::Step)
}
