//! The associations that somebody keeps.

use super::{Action, with_page};
use crate::{
    directory::admin_address,
    label,
    messenger::{Button, Screen},
    people::menu_button,
    text,
    texts::Texts,
    units::Association,
};

/// Leads here from what somebody looks after.
#[must_use]
pub fn list_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "organisations-list-button"), Action::List(0))
}

/// Everything a page of associations shows.
pub struct ListView<'a> {
    /// The associations that are kept.
    pub associations: &'a [Association],
    /// The wanted page.
    pub page: usize,
    /// Whether one may be opened.
    pub is_opener: bool,
    /// Whether schools may be marked.
    pub is_marker: bool,
}

/// A page of associations.
#[must_use]
pub fn list_screen(list: &ListView<'_>, texts: &Texts) -> Screen {
    let count = list.associations.len();
    let text = if count == 0 {
        text!(texts, "organisations-list-nothing")
    } else {
        text!(texts, "organisations-list-text", count = count)
    };
    let entries = list.associations.iter().map(|association| {
        let label = match &association.school_short_title {
            Some(school) => {
                label!(texts, "organisations-list-entry", title = &association.title, school = school)
            }
            None => association.title.clone(),
        };
        Button::new(label, Action::Card(association.id))
    });
    let (screen, page) =
        with_page(Screen::of(text), entries.collect(), (list.page, &|page| Action::List(page)), texts);
    let open = Button::new(label!(texts, "organisations-list-open"), Action::New);
    let schools = Button::new(label!(texts, "organisations-list-schools"), Action::Schools(0));
    let more = [list.is_opener.then_some(open), list.is_marker.then_some(schools)];
    let back = Button::new(label!(texts, "organisations-back-admin"), admin_address());
    screen
        .row(more.into_iter().flatten().collect())
        .row(vec![back, menu_button(texts)])
        .at(Action::List(page))
}
