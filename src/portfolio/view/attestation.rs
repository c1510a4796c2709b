//! Who is attested this school year, for those who see people: pages and a sheet.

use super::{Action, day};
use crate::{
    documents::{Cell, Sheet, sheets_xlsx},
    label,
    messenger::{Attachment, Button, Markup, Payload, Screen},
    outbox::Wording,
    people::menu_button,
    portfolio::model::{Attestee, Lack},
    text,
    texts::Texts,
    units::Catalogue,
};
use chrono::NaiveDate;

/// People on a page: each takes three lines.
const PER_PAGE: usize = 8;

/// Leads to who is attested this school year.
#[must_use]
pub fn due_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "portfolio-due-button"), Action::Due(0))
}

/// Turns ids into words, on a day.
#[derive(Clone, Copy)]
pub struct DueWords<'a> {
    /// Posts.
    pub catalogue: &'a Catalogue,
    /// The day on which it is looked at.
    pub today: NaiveDate,
}

impl DueWords<'_> {
    fn lacks(&self, one: &Attestee, texts: &Texts) -> String {
        let words = |lack: Lack| label!(texts, "portfolio-due-lack", lack = lack.as_str());
        one.lacks(self.today).into_iter().map(words).collect::<Vec<_>>().join(", ")
    }

    fn line(&self, one: &Attestee, texts: &Texts) -> Markup {
        let lacks = self.lacks(one, texts);
        text!(
            texts,
            "portfolio-due-line",
            name = one.name(),
            school = &one.school_short_title,
            post = self.catalogue.post_title(&one.post),
            grade = grade_words(one, texts),
            until = day(one.until_on),
            past = if one.until_on < self.today { "yes" } else { "no" },
            ready = if lacks.is_empty() { "yes" } else { "no" },
            lacks = lacks,
        )
    }
}

fn grade_words(one: &Attestee, texts: &Texts) -> String {
    label!(texts, "portfolio-due-grade", grade = one.grade.clone())
}

/// A page of who is attested this school year.
#[must_use]
pub fn due_screen(
    (people, page): (&[Attestee], usize),
    words: DueWords<'_>,
    back: Payload,
    texts: &Texts,
) -> Screen {
    let last = people.len().saturating_sub(1) / PER_PAGE;
    let page = page.min(last);
    let shown = people.iter().skip(page * PER_PAGE).take(PER_PAGE);
    let title = text!(texts, "portfolio-due-text", count = people.len());
    let text = shown.fold(title, |text, one| text.paragraph(&words.line(one, texts)));
    let turn = |label: String, page: usize| Button::new(label, Action::Due(page));
    let earlier = (page > 0).then(|| turn(label!(texts, "portfolio-list-earlier"), page - 1));
    let later = (page < last).then(|| turn(label!(texts, "portfolio-list-later"), page + 1));
    let sheet = Button::new(label!(texts, "portfolio-due-sheet"), Action::DueSheet);
    Screen::of(text)
        .row(earlier.into_iter().chain(later).collect())
        .column((!people.is_empty()).then_some(sheet))
        .row(vec![Button::new(label!(texts, "portfolio-due-back"), back), menu_button(texts)])
        .at(Action::Due(page))
}

/// Reminds somebody of what is missing before their category ends.
#[must_use]
pub fn reminder_letter(one: &Attestee, words: DueWords<'_>, texts: &Texts) -> Wording {
    let text = text!(
        texts,
        "portfolio-reminder-text",
        post = words.catalogue.post_title(&one.post),
        grade = grade_words(one, texts),
        until = day(one.until_on),
        days = (one.until_on - words.today).num_days(),
        lacks = words.lacks(one, texts),
    );
    let brief = text!(texts, "portfolio-reminder-brief", until = day(one.until_on));
    let button = Button::new(label!(texts, "portfolio-reminder-open"), Action::Portfolio);
    Wording { screen: Screen::of(text).row(vec![button.clone()]), brief, button }
}

/// The same as a sheet.
pub fn due_file(people: &[Attestee], words: DueWords<'_>, texts: &Texts) -> anyhow::Result<Attachment> {
    let row = |one: &Attestee| -> Vec<Cell> {
        let post = words.catalogue.post_title(&one.post).to_owned();
        let grade = grade_words(one, texts);
        let (school, lacks) = (one.school_short_title.clone(), words.lacks(one, texts));
        vec![one.name().into(), school.into(), post.into(), grade.into(), one.until_on.into(), lacks.into()]
    };
    let bytes = sheets_xlsx(&[Sheet {
        name: label!(texts, "portfolio-due-sheet-name"),
        headings: ["name", "school", "post", "grade", "until", "lacks"]
            .map(|column| label!(texts, "portfolio-due-column", column = column))
            .to_vec(),
        rows: people.iter().map(row).collect(),
    }])?;
    let caption = text!(texts, "portfolio-due-caption");
    Ok(Attachment::File { name: label!(texts, "portfolio-due-file"), bytes: bytes.into(), caption })
}
