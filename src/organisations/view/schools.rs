//! The schools of a municipality and their marks.

use super::{Action, with_page};
use crate::{
    label,
    messenger::{Button, Screen},
    people::menu_button,
    text,
    texts::Texts,
    units::{School, SchoolMark},
};

/// A page of the schools, their marks as signs behind the names.
#[must_use]
pub fn schools_screen(schools: &[School], page: usize, texts: &Texts) -> Screen {
    let buttons = schools.iter().map(|school| {
        let low = if school.low_results { " ▲" } else { "" };
        let hard = if school.difficult_conditions { " ●" } else { "" };
        Button::new(format!("{}{low}{hard}", school.short_title), Action::School(school.id))
    });
    let screen = Screen::of(text!(texts, "organisations-schools-text"));
    let (screen, page) = with_page(screen, buttons.collect(), (page, &|page| Action::Schools(page)), texts);
    let back = Button::new(label!(texts, "organisations-back-list"), Action::List(0));
    screen.row(vec![back, menu_button(texts)]).at(Action::Schools(page))
}

/// Everything the card of a school shows.
pub struct SchoolView<'a> {
    /// The school.
    pub school: &'a School,
    /// How many people work there.
    pub staff: i64,
    /// How many open associations it has.
    pub associations: usize,
}

/// The card of a school.
#[must_use]
pub fn school_screen(view: &SchoolView<'_>, texts: &Texts) -> Screen {
    let (school, id) = (view.school, view.school.id);
    let facts = text!(
        texts,
        "organisations-school-text",
        title = &school.title,
        settlement = &school.settlement,
        staff = view.staff,
        associations = view.associations,
    );
    let toggle = |mark: SchoolMark, is_set: bool, label: String| {
        let (sign, action) =
            if is_set { ("☑", Action::Unmark(id, mark)) } else { ("☐", Action::Mark(id, mark)) };
        Button::new(format!("{sign} {label}"), action)
    };
    let low = label!(texts, "organisations-school-low");
    let hard = label!(texts, "organisations-school-hard");
    let back = Button::new(label!(texts, "organisations-back-schools"), Action::Schools(0));
    Screen::of(facts)
        .column([
            toggle(SchoolMark::LowResults, school.low_results, low),
            toggle(SchoolMark::DifficultConditions, school.difficult_conditions, hard),
        ])
        .row(vec![back, menu_button(texts)])
        .at(Action::School(id))
}
