//! The screens of courses: one's own list, a course, its steps; another person's; and who has none in three years.
//! Not here: any decision and any statement.

mod action;
mod importing;
mod others;
mod own;

pub use action::{ACTIONS, Action, WORD};
pub use importing::{
    import_button, import_screen, line_faults, returned_file, taken_screen, template_file, tried_screen,
};
pub use others::{missing_button, missing_screen, missing_xlsx, of_button, others_screen};
pub use own::{
    StepView, begin_screen, card_screen, courses_screen, drop_screen, fault_word, kinds_screen, step_screen,
};

use chrono::NaiveDate;

use super::model::Course;
use crate::{
    label,
    messenger::{Attachment, Markup},
    text,
    texts::Texts,
};

fn day(date: NaiveDate) -> String {
    date.format("%d.%m.%Y").to_string()
}

fn yes(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}

/// The days of a course; empty if they are not known.
fn days_words(course: &Course) -> String {
    match course.days {
        None => String::new(),
        Some((first, last)) if first == last => day(last),
        Some((first, last)) => format!("{} – {}", day(first), day(last)),
    }
}

/// A course in one line of a paper: name, kind, provider, hours, days.
#[must_use]
pub fn course_words(course: &Course, texts: &Texts) -> String {
    let hours = course.hours.map(|hours| label!(texts, "courses-hours", hours = hours));
    let kind = label!(texts, "courses-kind", kind = course.kind.as_str());
    let parts = [
        Some(format!("«{}»", course.title)),
        Some(kind),
        course.provider.clone(),
        hours,
        Some(days_words(course)).filter(|days| !days.is_empty()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Everything about a course, without markup.
#[must_use]
pub fn all_words(course: &Course, texts: &Texts) -> String {
    course_text(course, texts).visible()
}

/// Everything about a course.
fn course_text(course: &Course, texts: &Texts) -> Markup {
    let mut text = text!(texts, "courses-course", title = &course.title, kind = course.kind.as_str());
    let hours = course.hours.map(|hours| hours.to_string()).unwrap_or_default();
    let provider = course.provider.clone().unwrap_or_default();
    for (field, words) in [("provider", provider), ("hours", hours), ("days", days_words(course))] {
        if !words.is_empty() {
            text = text.line(&text!(texts, "courses-field-line", field = field, words = words));
        }
    }
    for (fact, said) in [("register", course.in_register), ("deficit", course.by_deficit)] {
        if let Some(is) = said {
            text = text.line(&text!(texts, "courses-fact", fact = fact, is = yes(is)));
        }
    }
    text.line(&text!(texts, "courses-certificate", kept = yes(course.attachment_id.is_some())))
}

/// What is held about a person here.
#[must_use]
pub fn told_sentence(course: &Course, texts: &Texts) -> Markup {
    text!(texts, "courses-told", course = course_words(course, texts))
}

/// What stands under a certificate.
#[must_use]
pub fn certificate_caption(course: &Course, texts: &Texts) -> Markup {
    text!(texts, "courses-certificate-caption", title = &course.title)
}

/// The sheet of who has no course, as it is sent.
#[must_use]
pub fn sheet_file(bytes: Vec<u8>, texts: &Texts) -> Attachment {
    let caption = text!(texts, "courses-missing-caption");
    Attachment::File { name: label!(texts, "courses-missing-file"), bytes: bytes.into(), caption }
}
