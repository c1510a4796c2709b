//! The list of questionnaires and what stands before the start of one.
//! Not here: which of them are recommended.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Action, words};
use crate::{
    diagnostics::questionnaire::Questionnaire,
    label,
    messenger::{Button, Markup, Payload, Screen},
    people::menu_button,
    text,
    texts::Texts,
};

/// A questionnaire in the list.
#[derive(Debug, Clone, Copy)]
pub struct ListEntry<'a> {
    /// The questionnaire.
    pub questionnaire: &'a Questionnaire,
    /// The person's open attempt.
    pub open: Option<Uuid>,
    /// When the person last finished it, in their own time.
    pub finished_on: Option<NaiveDate>,
    /// Whether it was made for people like this one.
    pub is_recommended: bool,
}

/// The button on the screen of somebody who has just registered.
#[must_use]
pub fn offer_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "diagnostics-offer-button"), Action::Diagnosis)
}

/// All questionnaires, in the given order; open ones are continued at once.
#[must_use]
pub fn list_screen(entries: &[ListEntry<'_>], has_results: bool, today: NaiveDate, texts: &Texts) -> Screen {
    let mut words = text!(texts, "diagnostics-list-title");
    if entries.is_empty() {
        words = words.paragraph(&text!(texts, "diagnostics-list-empty"));
    }
    for entry in entries {
        words = words.paragraph(&entry_words(entry, today, texts));
    }
    let buttons = entries.iter().map(|entry| match entry.open {
        Some(attempt) => {
            let title = &entry.questionnaire.title;
            Button::new(label!(texts, "diagnostics-list-continue", title = title), Action::Show(attempt))
        }
        None => Button::new(&entry.questionnaire.title, Action::Intro(entry.questionnaire.id.clone())),
    });
    let mut screen = Screen::of(words).column(buttons).at(Action::Diagnosis);
    if has_results {
        screen = screen.row(vec![Button::new(label!(texts, "diagnostics-list-history"), Action::History(0))]);
    }
    screen.row(vec![menu_button(texts)])
}

fn entry_words(entry: &ListEntry<'_>, today: NaiveDate, texts: &Texts) -> Markup {
    let (title, summary) = (&entry.questionnaire.title, &entry.questionnaire.summary);
    let words = text!(texts, "diagnostics-list-entry", title = title, summary = summary);
    match (entry.open, entry.finished_on) {
        (Some(_), _) => words.line(&text!(texts, "diagnostics-list-open")),
        (None, Some(date)) => {
            words.line(&text!(texts, "diagnostics-list-finished", day = words::day(date, today, texts)))
        }
        (None, None) if entry.is_recommended => words.line(&text!(texts, "diagnostics-list-recommended")),
        (None, None) => words,
    }
}

/// What stands before the start. The start button under it is the consent to diagnosis.
#[must_use]
pub fn intro_screen(questionnaire: &Questionnaire, questions: usize, texts: &Texts) -> Screen {
    let effort = text!(
        texts,
        "diagnostics-intro-effort",
        questions = questions,
        minutes = i64::from(questionnaire.minutes)
    );
    let words = text!(texts, "diagnostics-intro-title", title = &questionnaire.title)
        .paragraph(&Markup::plain(&questionnaire.intro))
        .paragraph(&effort)
        .paragraph(&text!(texts, "diagnostics-intro-consent"));
    let id = questionnaire.id.clone();
    Screen::of(words)
        .row(vec![Button::new(label!(texts, "diagnostics-intro-start"), Action::Start(id.clone()))])
        .row(vec![Button::new(label!(texts, "diagnostics-intro-back"), Action::Diagnosis)])
        .at(Action::Intro(id))
}

/// What stands before a narrowed pass: the areas that it is about, how many questions are asked now and are in a whole
/// pass. The start button under it is the consent to diagnosis.
#[must_use]
pub fn narrowed_intro_screen(
    questionnaire: &Questionnaire,
    (areas, (asked, whole)): (&[&str], (usize, usize)),
    (start, back): (Payload, Button),
    texts: &Texts,
) -> Screen {
    let share = i64::try_from(asked).unwrap_or_default() * i64::from(questionnaire.minutes);
    let minutes = share.div_euclid(i64::try_from(whole.max(1)).unwrap_or(1)).max(1);
    let effort = text!(texts, "diagnostics-intro-effort", questions = asked, minutes = minutes);
    let title = &questionnaire.title;
    let words = text!(texts, "diagnostics-narrowed-title", title = title, areas = areas.join(", "))
        .paragraph(&effort)
        .paragraph(&text!(texts, "diagnostics-intro-consent"));
    Screen::of(words).row(vec![Button::new(label!(texts, "diagnostics-intro-start"), start)]).row(vec![back])
}
