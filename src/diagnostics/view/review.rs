//! The checked tasks, a few on a page: right or not, the right answer, why.
//! Not here: checking them.

use super::{Action, words};
use crate::{
    diagnostics::{
        model::{Answer, Assessment, Attempt, CheckedTask},
        questionnaire::{Choice, Kind, Question, Questionnaire},
    },
    label,
    messenger::{Button, Markup, Screen},
    text,
    texts::Texts,
};

/// Tasks on one page: each may fill half a screen.
const ON_PAGE: usize = 2;

/// A page of the checked tasks; a page that does not exist is the last one.
#[must_use]
pub fn review_screen(attempt: &Attempt, assessment: &Assessment<'_>, page: usize, texts: &Texts) -> Screen {
    let tasks = &assessment.tasks;
    let last = tasks.len().saturating_sub(1) / ON_PAGE;
    let page = page.min(last);
    let mut words = text!(texts, "diagnostics-review-title", page = page + 1, pages = last + 1);
    for (at, task) in tasks.iter().enumerate().skip(page * ON_PAGE).take(ON_PAGE) {
        words = words.paragraph(&task_words(attempt, (at + 1, task), texts));
    }
    let mut turning = Vec::new();
    if page > 0 {
        turning.push(Button::new(
            label!(texts, "diagnostics-page-earlier"),
            Action::Review(attempt.id, page - 1),
        ));
    }
    if page < last {
        turning
            .push(Button::new(label!(texts, "diagnostics-page-later"), Action::Review(attempt.id, page + 1)));
    }
    Screen::of(words)
        .row(turning)
        .row(vec![Button::new(label!(texts, "diagnostics-review-back"), Action::Result(attempt.id))])
        .at(Action::Review(attempt.id, page))
}

fn task_words(attempt: &Attempt, (number, task): (usize, &CheckedTask<'_>), texts: &Texts) -> Markup {
    let question = task.question;
    let heading = if task.is_right {
        text!(texts, "diagnostics-review-right", number = number)
    } else {
        text!(texts, "diagnostics-review-wrong", number = number)
    };
    let yours = attempt.complete_answer(question).map(|answer| answer_words(question, answer, texts));
    let mut words = heading.line(&Markup::plain(&question.text));
    let yours = yours.unwrap_or_else(|| label!(texts, "diagnostics-review-nothing"));
    words = words.paragraph(&text!(texts, "diagnostics-review-yours", answer = yours));
    if !task.is_right {
        words = words.line(&text!(texts, "diagnostics-review-answer", answer = right_words(question, texts)));
    }
    let why = question.explanation.as_deref().unwrap_or_default();
    words.line(&text!(texts, "diagnostics-review-why", why = why))
}

/// Every answer of an attempt with its question, a line for each.
#[must_use]
pub fn answers_in_words(attempt: &Attempt, questionnaire: &Questionnaire, texts: &Texts) -> Vec<String> {
    let questions = questionnaire.areas.iter().flat_map(|area| &area.questions);
    let answered = questions.filter_map(|question| Some((question, attempt.answers.get(&question.id)?)));
    answered
        .map(|(question, answer)| {
            let answer = answer_words(question, answer, texts);
            label!(texts, "diagnostics-answer-line", question = &question.text, answer = answer)
        })
        .collect()
}

fn answer_words(question: &Question, answer: &Answer, texts: &Texts) -> String {
    match answer {
        Answer::Choice(_) | Answer::Ticks { .. } => {
            labels(question, |choice| answer.picked().contains(&choice.id))
        }
        Answer::Number(number) => words::number(*number, texts),
        Answer::Words(words) => words.clone(),
        Answer::Skipped => label!(texts, "diagnostics-review-nothing"),
    }
}

fn right_words(question: &Question, texts: &Texts) -> String {
    match &question.kind {
        Kind::RightNumber(number) => words::number(*number, texts),
        Kind::RightWords(right) => right.first().cloned().unwrap_or_default(),
        _ => labels(question, |choice| choice.right),
    }
}

fn labels(question: &Question, wanted: impl Fn(&Choice) -> bool) -> String {
    let chosen = question.choices().iter().filter(|choice| wanted(choice));
    chosen.map(|choice| choice.label.as_str()).collect::<Vec<_>>().join("; ")
}
