//! The pool of a municipality as a list, and the editions of its list.

use uuid::Uuid;

use super::{Action, order_words, year_words};
use crate::{
    label,
    messenger::{Button, Payload, Screen},
    methodologist_pool::model::{Edition, PoolSize},
    people::menu_button,
    text,
    texts::Texts,
};

/// Members on a page.
const PER_PAGE: usize = 8;

/// Leads to the pool.
#[must_use]
pub fn pool_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "methodologist_pool-button"), Action::Pool)
}

/// Leads from a person's card to where they stand with the pool; the card adds whose it is.
#[must_use]
pub fn member_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "methodologist_pool-button"), Payload::new(super::WORD, "person"))
}

/// Asks whose pool, where somebody answers for several.
#[must_use]
pub fn municipalities_screen(places: &[(Uuid, String)], back: Payload, texts: &Texts) -> Screen {
    let buttons = places.iter().map(|(id, title)| Button::new(title, Action::List(*id, 0)));
    Screen::of(text!(texts, "methodologist_pool-which"))
        .column(buttons)
        .row(vec![Button::new(label!(texts, "methodologist_pool-back-admin"), back), menu_button(texts)])
        .at(Action::Pool)
}

/// A page of the pool: members first, then candidates. `names` are ids, short names, and whether they were admitted.
#[must_use]
pub fn list_screen(
    (municipality, page): (Uuid, usize),
    names: &[(Uuid, String, bool)],
    (size, [add, back]): (&PoolSize, [Payload; 2]),
    texts: &Texts,
) -> Screen {
    let last = names.len().saturating_sub(1) / PER_PAGE;
    let page = page.min(last);
    let shown = names.iter().skip(page * PER_PAGE).take(PER_PAGE).map(|(id, name, is_admitted)| {
        let admitted = if *is_admitted { "yes" } else { "no" };
        let label = label!(texts, "methodologist_pool-list-entry", name = name, admitted = admitted);
        Button::new(label, Action::Card(*id))
    });
    let turn = |label: String, page: usize| Button::new(label, Action::List(municipality, page));
    let earlier = (page > 0).then(|| turn(label!(texts, "methodologist_pool-list-earlier"), page - 1));
    let later = (page < last).then(|| turn(label!(texts, "methodologist_pool-list-later"), page + 1));
    let papers = vec![
        Button::new(label!(texts, "methodologist_pool-list-sheet"), Action::Sheet(municipality)),
        Button::new(label!(texts, "methodologist_pool-list-paper"), Action::Paper(municipality)),
    ];
    let public = Button::new(label!(texts, "methodologist_pool-list-public"), Action::Public(municipality));
    let editions = Button::new(label!(texts, "methodologist_pool-editions"), Action::Editions(municipality));
    let (least, most) = size.wanted();
    let text = text!(
        texts,
        "methodologist_pool-list-text",
        members = size.members,
        candidates = size.candidates,
        teachers = size.teachers,
        wanted = if least == most { most.to_string() } else { format!("{least}–{most}") },
        norm = format!("{}–{}", size.norm.0, size.norm.1),
    );
    let mut screen = Screen::of(text).column(shown).row(earlier.into_iter().chain(later).collect());
    screen = screen.row(vec![Button::new(label!(texts, "methodologist_pool-list-add"), add), editions]);
    if size.members > 0 {
        screen = screen.row(papers).row(vec![public]);
    }
    let back = Button::new(label!(texts, "methodologist_pool-back-admin"), back);
    screen.row(vec![back, menu_button(texts)]).at(Action::List(municipality, page))
}

/// The editions of the list, and the button that adopts this year's.
#[must_use]
pub fn editions_screen(municipality: Uuid, editions: &[Edition], year: i32, texts: &Texts) -> Screen {
    let title = if editions.is_empty() {
        text!(texts, "methodologist_pool-editions-none")
    } else {
        text!(texts, "methodologist_pool-editions-title")
    };
    let text = editions.iter().fold(title, |text, edition| {
        text.paragraph(&text!(
            texts,
            "methodologist_pool-editions-line",
            year = year_words(edition.school_year),
            ordered = if edition.order.is_some() { "yes" } else { "no" },
            order = edition.order.as_ref().map(|order| order_words(order, texts)).unwrap_or_default(),
            count = edition.count,
        ))
    });
    let papers = editions.iter().map(|edition| {
        let label =
            label!(texts, "methodologist_pool-editions-paper", year = year_words(edition.school_year));
        Button::new(label, Action::Past(edition.id))
    });
    let is_adopted = editions.iter().any(|edition| edition.school_year == year);
    let approve = label!(
        texts,
        "methodologist_pool-editions-approve",
        year = year_words(year),
        again = if is_adopted { "yes" } else { "no" },
    );
    Screen::of(text)
        .column(papers)
        .row(vec![Button::new(approve, Action::Approve(municipality))])
        .row(vec![to_list(municipality, texts), menu_button(texts)])
        .at(Action::Editions(municipality))
}

/// Asks for the order that adopts this year's list.
#[must_use]
pub fn approve_screen(municipality: Uuid, (year, members): (i32, i64), texts: &Texts) -> Screen {
    let question =
        text!(texts, "methodologist_pool-approve-question", year = year_words(year), count = members);
    let back = label!(texts, "methodologist_pool-back-editions");
    Screen::of(question)
        .row(vec![Button::new(
            label!(texts, "methodologist_pool-approve-plain"),
            Action::Adopt(municipality),
        )])
        .row(vec![Button::new(back, Action::Editions(municipality)), menu_button(texts)])
        .at(Action::Approve(municipality))
}

/// Leads to the list of a municipality.
pub(super) fn to_list(municipality: Uuid, texts: &Texts) -> Button {
    Button::new(label!(texts, "methodologist_pool-back-list"), Action::List(municipality, 0))
}
