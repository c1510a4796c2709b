//! Courses of others, for those who see their cards; and who has had none in three years.

use uuid::Uuid;

use super::{Action, course_text};
use crate::{
    courses::model::{Attendance, Course},
    documents::{Cell, Sheet, sheets_xlsx},
    label,
    messenger::{Button, Payload, Screen},
    people::menu_button,
    text,
    texts::Texts,
    units::Catalogue,
};

/// People on a page, and courses told on another person's page: the latest.
const PER_PAGE: usize = 8;
const MOST_TOLD: usize = 12;

/// Leads from a person's card to their courses; the card adds whose they are.
#[must_use]
pub fn of_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "courses-of-button"), Payload::new(super::WORD, "of"))
}

/// Leads to who has no course in three years.
#[must_use]
pub fn missing_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "courses-missing-button"), Action::Missing(0))
}

/// Another person's courses, with their certificates.
#[must_use]
pub fn others_screen(
    (person, name): (Uuid, &str),
    courses: &[Course],
    back: Payload,
    texts: &Texts,
) -> Screen {
    let title = text!(texts, "courses-of-text", name = name, count = courses.len());
    let told = courses.iter().take(MOST_TOLD);
    let text = told.fold(title, |text, course| text.paragraph(&course_text(course, texts)));
    let papers = courses.iter().filter(|course| course.attachment_id.is_some()).take(MOST_TOLD);
    let papers = papers.map(|course| {
        let label = label!(texts, "courses-of-certificate", title = &course.title);
        Button::new(label, Action::Certificate(course.id))
    });
    Screen::of(text)
        .column(papers)
        .row(vec![Button::new(label!(texts, "courses-of-back"), back), menu_button(texts)])
        .at(Action::Of(person))
}

/// A page of who has no course in three years.
#[must_use]
pub fn missing_screen(
    (people, count): (&[Attendance], usize),
    page: usize,
    back: Payload,
    texts: &Texts,
) -> Screen {
    let last = people.len().saturating_sub(1) / PER_PAGE;
    let page = page.min(last);
    let shown = people.iter().skip(page * PER_PAGE).take(PER_PAGE).map(|one| {
        let (name, school) = (one.name(), &one.school_short_title);
        Button::new(
            label!(texts, "courses-missing-entry", name = name, school = school),
            Action::Of(one.person_id),
        )
    });
    let turn = |label: String, page: usize| Button::new(label, Action::Missing(page));
    let earlier = (page > 0).then(|| turn(label!(texts, "courses-list-earlier"), page - 1));
    let later = (page < last).then(|| turn(label!(texts, "courses-list-later"), page + 1));
    let sheet = Button::new(label!(texts, "courses-missing-sheet"), Action::Sheet);
    Screen::of(text!(texts, "courses-missing-text", count = people.len(), all = count))
        .column(shown)
        .row(earlier.into_iter().chain(later).collect())
        .column((!people.is_empty()).then_some(sheet))
        .row(vec![Button::new(label!(texts, "courses-missing-back"), back), menu_button(texts)])
        .at(Action::Missing(page))
}

/// The same as a sheet.
pub fn missing_xlsx(people: &[Attendance], catalogue: &Catalogue, texts: &Texts) -> anyhow::Result<Vec<u8>> {
    let row = |one: &Attendance| -> Vec<Cell> {
        let post = catalogue.post_title(&one.post).to_owned();
        vec![one.name().into(), one.school_short_title.clone().into(), post.into(), one.last_on.into()]
    };
    sheets_xlsx(&[Sheet {
        name: label!(texts, "courses-missing-sheet-name"),
        headings: ["name", "school", "post", "last"]
            .map(|column| label!(texts, "courses-missing-column", column = column))
            .to_vec(),
        rows: people.iter().map(row).collect(),
    }])
}
