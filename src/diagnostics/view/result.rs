//! The result in words: strengths first, then what to work on, the whole, and the change since the last time.
//! Not here: the picture.

use chrono::NaiveDate;

use super::{Action, words};
use crate::{
    diagnostics::{
        model::{AreaScore, Assessment, Attempt},
        questionnaire::{Area, Questionnaire, Source},
    },
    label,
    messenger::{Button, Markup, Screen, Target},
    people::menu_button,
    text,
    texts::Texts,
};

/// A smaller change than this, in points out of a hundred, says nothing.
const LEAST_CHANGE: i64 = 5;

/// Everything a result is told from.
#[derive(Debug, Clone, Copy)]
pub struct ResultView<'a> {
    /// The finished attempt.
    pub attempt: &'a Attempt,
    /// Its version.
    pub questionnaire: &'a Questionnaire,
    /// What it adds up to.
    pub assessment: &'a Assessment<'a>,
    /// The day it was finished, in the person's own time.
    pub day: NaiveDate,
    /// Today, in the person's own time.
    pub today: NaiveDate,
    /// The same questionnaire before.
    pub before: Option<&'a Before>,
}

/// An earlier attempt of the same questionnaire.
#[derive(Debug, Clone)]
pub struct Before {
    /// The day it was finished, in the person's own time.
    pub day: NaiveDate,
    /// Scores from 0 to 1 by the id of the area.
    pub scores: Vec<(String, f64)>,
}

impl Before {
    /// The score of an area, if it was measured then.
    #[must_use]
    pub fn score(&self, area: &str) -> Option<f64> {
        self.scores.iter().find(|(id, _)| id == area).map(|(_, score)| *score)
    }
}

/// The result; the picture is attached by whoever asked for it, else a button leads to it.
#[must_use]
pub fn result_screen(view: &ResultView<'_>, has_picture: bool, texts: &Texts) -> Screen {
    let attempt = view.attempt.id;
    let day = words::day(view.day, view.today, texts);
    let words = text!(texts, "diagnostics-result-title", title = &view.questionnaire.title, day = day)
        .paragraph(&strengths(view.assessment, texts))
        .paragraph(&to_work_on(view, texts))
        .paragraph(&total(view.assessment, texts))
        .paragraph(&change(view, texts));
    let mut screen = Screen::of(words).at(Action::Result(attempt));
    if !view.assessment.tasks.is_empty() {
        screen = screen
            .row(vec![Button::new(label!(texts, "diagnostics-result-review"), Action::Review(attempt, 0))]);
    }
    if !has_picture && !view.assessment.areas.is_empty() {
        screen = screen
            .row(vec![Button::new(label!(texts, "diagnostics-result-picture"), Action::Picture(attempt))]);
    }
    let history = Button::new(label!(texts, "diagnostics-result-history"), Action::History(0));
    screen
        .row(vec![history, menu_button(texts)])
        .row(vec![Button::new(label!(texts, "diagnostics-result-erase"), Action::Erase(attempt))])
}

/// What another capability offers for an area; nothing where a messenger would not carry the area's id.
#[must_use]
pub fn offered_button(offered: Button, area: &Area, texts: &Texts) -> Option<Button> {
    let label = label!(texts, "diagnostics-result-offer", offer = &offered.label, area = &area.title);
    let button = offered.about_word(&area.id);
    let carried = match &button.target {
        Target::Action(payload) => payload.fits() && area.id.bytes().all(is_carried),
        Target::Link(_) => false,
    };
    carried.then_some(Button { label, ..button })
}

fn is_carried(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')
}

fn strengths(assessment: &Assessment<'_>, texts: &Texts) -> Markup {
    if let Some(area) = assessment.foothold() {
        let title = &area.area.title;
        return text!(texts, "diagnostics-result-foothold", area = title, points = words::points(area.score));
    }
    let strengths = assessment.strengths();
    if strengths.is_empty() {
        let is_scored = !assessment.areas.is_empty();
        return if is_scored { text!(texts, "diagnostics-result-start") } else { Markup::default() };
    }
    let lines = strengths.iter().map(|area| {
        let praise = area.area.strength.as_deref().unwrap_or_default();
        let points = words::points(area.score);
        text!(texts, "diagnostics-result-strength", area = &area.area.title, points = points, praise = praise)
    });
    lines.fold(text!(texts, "diagnostics-result-strengths"), |words, line| words.line(&line))
}

fn to_work_on(view: &ResultView<'_>, texts: &Texts) -> Markup {
    let areas = view.assessment.to_work_on();
    let mut areas = areas.iter().map(|area| work_words(area, texts));
    let Some(first) = areas.next() else {
        let is_scored = !view.assessment.areas.is_empty();
        return if is_scored { text!(texts, "diagnostics-result-nothing") } else { Markup::default() };
    };
    // What somebody says about themself is never called a deficit.
    let heading = match view.questionnaire.source {
        Source::SelfRated => text!(texts, "diagnostics-result-difficulties"),
        Source::AutoChecked => text!(texts, "diagnostics-result-deficits"),
    };
    areas.fold(heading.line(&first), |words, area| words.paragraph(&area))
}

fn work_words(area: &AreaScore<'_>, texts: &Texts) -> Markup {
    text!(
        texts,
        "diagnostics-result-work",
        area = &area.area.title,
        points = words::points(area.score),
        level = &area.level.text,
        step = area.area.next_step.as_deref().unwrap_or_default(),
    )
}

fn total(assessment: &Assessment<'_>, texts: &Texts) -> Markup {
    let Some((score, level)) = assessment.total else {
        return text!(texts, "diagnostics-result-thanks");
    };
    let (title, words) = (&level.title, &level.text);
    let points = words::points(score);
    let total = text!(texts, "diagnostics-result-total", title = title, points = points, words = words);
    if assessment.tasks.is_empty() {
        return total;
    }
    let right = assessment.tasks.iter().filter(|task| task.is_right).count();
    total.line(&text!(texts, "diagnostics-result-tasks", right = right, all = assessment.tasks.len()))
}

/// The areas measured both times, with the difference in points out of a hundred.
fn differences<'a>(view: &ResultView<'a>, before: &Before) -> Vec<(&'a str, i64)> {
    let areas = view.assessment.areas.iter().filter_map(|area| {
        let then = before.score(&area.area.id)?;
        Some((area.area.title.as_str(), words::points(area.score) - words::points(then)))
    });
    areas.collect()
}

fn change(view: &ResultView<'_>, texts: &Texts) -> Markup {
    let Some(before) = view.before else {
        return Markup::default();
    };
    let differences = differences(view, before);
    if differences.is_empty() {
        return Markup::default();
    }
    let day = words::day(before.day, view.today, texts);
    let mut words = text!(texts, "diagnostics-change-title", day = day);
    let (mut has_risen, mut has_fallen) = (false, false);
    for (area, points) in differences {
        if points >= LEAST_CHANGE {
            has_risen = true;
            words = words.line(&text!(texts, "diagnostics-change-up", area = area, points = points));
        } else if points <= -LEAST_CHANGE {
            has_fallen = true;
            words = words.line(&text!(texts, "diagnostics-change-down", area = area, points = -points));
        }
    }
    // Said only where it matters: a fall may frighten, a rise may be memory.
    match view.questionnaire.source {
        _ if !has_risen && !has_fallen => {
            words.line(&text!(texts, "diagnostics-change-none", least = LEAST_CHANGE))
        }
        Source::SelfRated if has_fallen => words.line(&text!(texts, "diagnostics-change-self")),
        Source::AutoChecked if has_risen => words.line(&text!(texts, "diagnostics-change-tasks")),
        Source::SelfRated | Source::AutoChecked => words,
    }
}
