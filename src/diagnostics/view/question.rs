//! The present question, the pause and the question whether to cancel.
//! Not here: which question it is.

use uuid::Uuid;

use super::{Action, words};
use crate::{
    diagnostics::{
        model::{Answer, Attempt, Rejection, Step},
        questionnaire::{Kind, Question},
    },
    label,
    messenger::{Button, Markup, Screen},
    people::menu_button,
    text,
    texts::Texts,
};

/// Pieces of the progress bar.
const BAR_PIECES: usize = 10;
/// Choices with so few characters stand side by side.
const SHORT_LABEL: usize = 4;
/// Short choices that fit side by side.
const MOST_IN_ROW: usize = 6;

/// The present question with its buttons.
#[must_use]
pub fn question_screen(attempt: &Attempt, step: &Step<'_>, texts: &Texts) -> Screen {
    let question = step.asked.question;
    let text = text!(
        texts,
        "diagnostics-question-progress",
        bar = bar(step.position, step.total),
        position = step.position,
        total = step.total,
        area = &step.asked.area.title,
    )
    .paragraph(&asked(question, texts))
    .paragraph(&hint(question, texts))
    .paragraph(&given(question, step.answer.as_ref(), texts));
    let mut screen = Screen::of(text).at(Action::Show(attempt.id));
    screen.rows = choice_rows(attempt.id, step);
    let done = matches!(question.kind, Kind::Several { .. }).then(|| {
        Button::new(label!(texts, "diagnostics-question-done"), Action::Done(attempt.id, step.asked.index))
    });
    screen.row(done.into_iter().collect()).row(way_row(attempt, step, texts))
}

/// A statement stands out; a task, which may be long, is easier to read as it is.
fn asked(question: &Question, texts: &Texts) -> Markup {
    if question.is_task() {
        return Markup::plain(&question.text);
    }
    text!(texts, "diagnostics-question-text", text = &question.text)
}

fn bar(position: usize, total: usize) -> String {
    let done = (position - 1) * BAR_PIECES / total.max(1);
    "▰".repeat(done) + &"▱".repeat(BAR_PIECES - done)
}

/// What the file says, else how a typed answer is given.
fn hint(question: &Question, texts: &Texts) -> Markup {
    let how = match &question.kind {
        Kind::Number { unit: Some(unit), .. } => text!(texts, "diagnostics-question-write-unit", unit = unit),
        Kind::Number { .. } | Kind::RightNumber(_) => text!(texts, "diagnostics-question-write-number"),
        Kind::Words { max_chars } => text!(texts, "diagnostics-question-write-words", most = *max_chars),
        Kind::RightWords(_) => text!(texts, "diagnostics-question-write-answer"),
        Kind::Several { .. } => text!(texts, "diagnostics-question-tick"),
        Kind::One { .. } => Markup::default(),
    };
    match &question.hint {
        Some(hint) => text!(texts, "diagnostics-question-hint", hint = hint).line(&how),
        None => how,
    }
}

/// The typed answer that stands so far.
fn given(question: &Question, answer: Option<&Answer>, texts: &Texts) -> Markup {
    match answer {
        Some(Answer::Words(words)) => text!(texts, "diagnostics-question-given", answer = words),
        Some(Answer::Number(number)) => {
            text!(texts, "diagnostics-question-given", answer = words::number(*number, texts))
        }
        Some(Answer::Skipped) if question.optional => text!(texts, "diagnostics-question-skipped"),
        _ => Markup::default(),
    }
}

fn choice_rows(attempt: Uuid, step: &Step<'_>) -> Vec<Vec<Button>> {
    let choices = step.asked.question.choices();
    if choices.is_empty() {
        return Vec::new();
    }
    let index = step.asked.index;
    let has_ticks = matches!(step.asked.question.kind, Kind::Several { .. });
    let picked = step.answer.as_ref().map(Answer::picked).unwrap_or_default();
    let buttons = choices.iter().enumerate().map(|(at, choice)| {
        let is_picked = picked.contains(&choice.id);
        let mark = match (has_ticks, is_picked) {
            (true, true) => "☑ ",
            (true, false) => "☐ ",
            (false, true) => "● ",
            (false, false) => "",
        };
        let action = match (has_ticks, is_picked) {
            (true, false) => Action::Tick(attempt, index, at),
            (true, true) => Action::Untick(attempt, index, at),
            (false, _) => Action::Choose(attempt, index, at),
        };
        Button::new(format!("{mark}{}", choice.label), action)
    });
    let fits = |label: &str| label.chars().count() <= SHORT_LABEL;
    if !has_ticks && choices.len() <= MOST_IN_ROW && choices.iter().all(|choice| fits(&choice.label)) {
        return vec![buttons.collect()];
    }
    buttons.map(|button| vec![button]).collect()
}

/// Back, skip or on from a question answered earlier, and the pause: in one row, so that the question stays in sight.
fn way_row(attempt: &Attempt, step: &Step<'_>, texts: &Texts) -> Vec<Button> {
    let (id, index) = (attempt.id, step.asked.index);
    let mut row = Vec::new();
    if step.position > 1 {
        row.push(Button::new(label!(texts, "diagnostics-question-back"), Action::Back(id, index)));
    }
    if attempt.complete_answer(step.asked.question).is_some() {
        row.push(Button::new(label!(texts, "diagnostics-question-forward"), Action::Forward(id, index)));
    } else if step.asked.question.optional {
        row.push(Button::new(label!(texts, "diagnostics-question-skip"), Action::Skip(id, index)));
    }
    row.push(Button::new(label!(texts, "diagnostics-question-pause"), Action::Pause(id)));
    row
}

/// The present question after a reply that was not taken. Typed words are answered above the question, presses by
/// a toast; a press that came twice needs neither.
#[must_use]
pub fn rejected_screen(question: Screen, rejection: &Rejection, texts: &Texts) -> Screen {
    let words = match rejection {
        Rejection::Repeated => return question,
        Rejection::NotCurrent => return question.toast(label!(texts, "diagnostics-toast-passed")),
        Rejection::Unfit => return question.toast(label!(texts, "diagnostics-toast-unfit")),
        Rejection::TooFew(count) => {
            return question.toast(label!(texts, "diagnostics-toast-few", count = *count));
        }
        Rejection::TooMany(count) => {
            return question.toast(label!(texts, "diagnostics-toast-many", count = *count));
        }
        Rejection::NeedsButton => text!(texts, "diagnostics-words-button"),
        Rejection::Empty => text!(texts, "diagnostics-words-empty"),
        Rejection::TooLong { chars, most } => {
            text!(texts, "diagnostics-words-long", chars = *chars, most = *most)
        }
        Rejection::NotANumber => text!(texts, "diagnostics-words-number"),
        Rejection::OutOfRange { from, to } => text!(texts, "diagnostics-words-range", from = *from, to = *to),
    };
    Screen { text: words.paragraph(&question.text), ..question }
}

/// What stands there while the person is away.
#[must_use]
pub fn pause_screen(attempt: Uuid, step: &Step<'_>, texts: &Texts) -> Screen {
    Screen::of(text!(texts, "diagnostics-pause-text", left = step.total - step.position + 1))
        .row(vec![Button::new(label!(texts, "diagnostics-pause-continue"), Action::Show(attempt))])
        .row(vec![Button::new(label!(texts, "diagnostics-pause-leave"), Action::Leave(attempt))])
        .row(vec![menu_button(texts)])
}

/// Asks whether to cancel; the way back comes first.
#[must_use]
pub fn leave_screen(attempt: Uuid, texts: &Texts) -> Screen {
    Screen::of(text!(texts, "diagnostics-leave-text"))
        .row(vec![Button::new(label!(texts, "diagnostics-leave-stay"), Action::Show(attempt))])
        .row(vec![Button::new(label!(texts, "diagnostics-leave-cancel"), Action::Cancel(attempt))])
        .at(Action::Leave(attempt))
}

/// The attempt is gone.
#[must_use]
pub fn cancelled_screen(texts: &Texts) -> Screen {
    Screen::of(text!(texts, "diagnostics-cancelled-text"))
        .row(vec![Button::new(label!(texts, "diagnostics-cancelled-list"), Action::Diagnosis)])
        .row(vec![menu_button(texts)])
}
