//! The screens of associations and schools: the lists, the cards, members and the election of a head, opening one.
//! Not here: any decision and any statement.

mod action;
mod card;
mod list;
mod members;
mod opening;
mod schools;

pub use action::{ACTIONS, Action, WORD};
pub use card::{CardView, card_screen, close_screen, rename_screen, term_screen};
pub use list::{ListView, list_button, list_screen};
pub use members::{
    AddView, MemberView, add_screen, elect_screen, member_screen, members_screen, resign_screen,
};
pub use opening::{Place, kinds_screen, places_screen, proposed_title, subjects_screen, title_screen};
pub use schools::{SchoolView, school_screen, schools_screen};

use crate::{
    label,
    messenger::{Button, Markup, Screen},
    texts::Texts,
};

/// Buttons on a page: as many as a phone shows without hiding what stands above.
const PER_PAGE: usize = 8;

/// The same screen with a word about what just happened above it.
#[must_use]
pub fn below(word: &Markup, screen: Screen) -> Screen {
    Screen { text: word.clone().paragraph(&screen.text), ..screen }
}

/// A page of buttons under a screen, with the way to the other pages. Returns which page it became.
fn with_page(
    screen: Screen,
    buttons: Vec<Button>,
    (page, to): (usize, &dyn Fn(usize) -> Action),
    texts: &Texts,
) -> (Screen, usize) {
    let last = buttons.len().saturating_sub(1) / PER_PAGE;
    let page = page.min(last);
    let screen = screen.column(buttons.into_iter().skip(page * PER_PAGE).take(PER_PAGE));
    let turn = |label: String, page: usize| Button::new(label, to(page));
    let earlier = (page > 0).then(|| turn(label!(texts, "organisations-page-earlier"), page - 1));
    let later = (page < last).then(|| turn(label!(texts, "organisations-page-later"), page + 1));
    (screen.row(earlier.into_iter().chain(later).collect()), page)
}
