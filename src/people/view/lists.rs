//! A long list as pages of buttons, with the way to the other pages and back to the whole list; years as a grid.
//! Not here: what the list is of.

use chrono::NaiveDate;

use super::{
    super::model::{LAST_YEARS_PAGE, career_years},
    Action,
};
use crate::{
    label,
    messenger::{Button, Markup, Screen},
    text,
    texts::Texts,
};

/// Characters of a label that a narrow phone shows whole when two stand side by side.
const LONGEST_OF_SEVERAL: usize = 15;

/// How a list is laid out.
pub(super) struct Listing<'a> {
    /// One button per thing, in order.
    pub buttons: Vec<Button>,
    /// The typed words that the list is narrowed to.
    pub filter: &'a str,
    /// Which page is wanted.
    pub page: usize,
    /// Buttons on a page, and how many of them side by side.
    pub shape: (usize, usize),
}

impl Listing<'_> {
    /// Lays the list under a question.
    pub(super) fn under(self, question: Markup, texts: &Texts) -> Screen {
        let (per_page, per_row) = self.shape;
        let count = self.buttons.len();
        let last = count.saturating_sub(1) / per_page;
        let page = self.page.min(last);
        let mut screen = Screen::of(self.narrowed(question, texts));
        let shown: Vec<Button> = self.buttons.into_iter().skip(page * per_page).take(per_page).collect();
        screen.rows.extend(in_rows(shown, per_row));
        let earlier =
            (page > 0).then(|| Button::new(label!(texts, "people-list-earlier"), Action::Page(page - 1)));
        let later =
            (page < last).then(|| Button::new(label!(texts, "people-list-later"), Action::Page(page + 1)));
        screen = screen.row(earlier.into_iter().chain(later).collect());
        if self.filter.is_empty() {
            return screen;
        }
        screen.row(vec![Button::new(label!(texts, "people-list-all"), Action::ShowAll)])
    }

    fn narrowed(&self, question: Markup, texts: &Texts) -> Markup {
        match (self.filter, self.buttons.len()) {
            ("", _) => question,
            (words, 0) => question.paragraph(&text!(texts, "people-list-nothing", words = words)),
            (words, count) => {
                question.paragraph(&text!(texts, "people-list-found", words = words, count = count))
            }
        }
    }
}

/// Side by side only what can be read so: a short label joins the first short ones that have room.
fn in_rows(buttons: Vec<Button>, per_row: usize) -> Vec<Vec<Button>> {
    let mut rows: Vec<Vec<Button>> = Vec::new();
    let fits = |button: &Button| button.label.chars().count() <= LONGEST_OF_SEVERAL;
    for button in buttons {
        let has_room = |row: &&mut Vec<Button>| row.len() < per_row && row.iter().all(fits);
        match rows.iter_mut().find(has_room).filter(|_| fits(&button)) {
            Some(row) => row.push(button),
            None => rows.push(vec![button]),
        }
    }
    rows
}

/// The years in which a career can have begun.
pub(super) struct YearGrid {
    /// Which page is wanted.
    pub page: usize,
    /// The person's own day.
    pub today: NaiveDate,
    /// What a year does.
    pub choose: fn(usize) -> Action,
    /// What leads to another page.
    pub turn_to: fn(usize) -> Action,
}

impl YearGrid {
    /// Lays five years a row under a question, newest first.
    pub(super) fn under(&self, question: Markup, texts: &Texts) -> Screen {
        let page = self.page.min(LAST_YEARS_PAGE);
        let years = career_years(page, self.today).into_iter().filter_map(|year| usize::try_from(year).ok());
        let buttons: Vec<Button> =
            years.map(|year| Button::new(year.to_string(), (self.choose)(year))).collect();
        let mut screen = Screen::of(question);
        for row in buttons.chunks(5) {
            screen = screen.row(row.to_vec());
        }
        let turn = |label: String, page: usize| Button::new(label, (self.turn_to)(page));
        let has_earlier = page < LAST_YEARS_PAGE;
        let earlier = has_earlier.then(|| turn(label!(texts, "people-year-earlier"), page + 1));
        let later = (page > 0).then(|| turn(label!(texts, "people-year-later"), page - 1));
        screen.row(earlier.into_iter().chain(later).collect())
    }
}
