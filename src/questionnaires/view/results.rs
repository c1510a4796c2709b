//! What the answers of all come to: question by question on the screen, as a picture, and as a sheet.
//! Not here: counting them.

use super::Action;
use crate::{
    documents::{Axis, Cell, RadarChart, Sheet, bars_png},
    label,
    messenger::{Attachment, Button, Markup, Screen},
    people::menu_button,
    questionnaires::model::{Figure, LEAST_PEOPLE, LocalQuestionnaire, Outcome},
    text,
    texts::Texts,
};

/// Pieces of a bar.
const BAR_PIECES: usize = 10;
/// Choices that fit one picture.
const MOST_BARS: usize = 12;
/// Written answers told on the screen; the sheet has them all.
const WRITTEN_TOLD: usize = 5;

/// Everything a page of results shows.
#[derive(Debug, Clone, Copy)]
pub struct ResultsView<'a> {
    /// The questionnaire.
    pub local: &'a LocalQuestionnaire,
    /// What its questions come to; empty where too few have finished.
    pub outcomes: &'a [Outcome],
    /// How many finished the present version.
    pub finished: i64,
    /// How many of them are counted.
    pub counted: i64,
}

/// What the answers to one question come to, with the way to the others.
#[must_use]
pub fn results_screen(view: &ResultsView<'_>, place: usize, texts: &Texts) -> Screen {
    let id = view.local.id;
    let back = Button::new(label!(texts, "questionnaires-back"), Action::Show(id));
    let last = view.outcomes.len().saturating_sub(1);
    let place = place.min(last);
    let Some(outcome) = view.outcomes.get(place) else {
        let words =
            text!(texts, "questionnaires-results-few", finished = view.finished, least = LEAST_PEOPLE);
        return Screen::of(words).row(vec![back, menu_button(texts)]).at(Action::Results(id, 0));
    };
    let head = text!(
        texts,
        "questionnaires-results-head",
        title = &view.local.title,
        counted = view.counted,
        place = place + 1,
        count = view.outcomes.len(),
    );
    let words = head
        .paragraph(&text!(texts, "questionnaires-results-question", question = &outcome.question))
        .paragraph(&figure_words(outcome, texts));
    let turn = |label: String, place: usize| Button::new(label, Action::Results(id, place));
    let earlier = (place > 0).then(|| turn(label!(texts, "questionnaires-results-earlier"), place - 1));
    let later = (place < last).then(|| turn(label!(texts, "questionnaires-results-later"), place + 1));
    let picture = matches!(&outcome.figure, Figure::Choices(choices) if choices.len() <= MOST_BARS)
        .then(|| Button::new(label!(texts, "questionnaires-results-picture"), Action::Picture(id, place)));
    let table = Button::new(label!(texts, "questionnaires-results-table"), Action::Table(id));
    Screen::of(words)
        .row([earlier, later].into_iter().flatten().collect())
        .row(picture.into_iter().chain([table]).collect())
        .row(vec![back, menu_button(texts)])
        .at(Action::Results(id, place))
}

fn figure_words(outcome: &Outcome, texts: &Texts) -> Markup {
    let answered = text!(texts, "questionnaires-results-answered", count = outcome.answered);
    match &outcome.figure {
        Figure::Choices(choices) => choices.iter().fold(answered, |words, (label, count)| {
            let percent = percent(*count, outcome.answered);
            let line = text!(
                texts,
                "questionnaires-results-choice",
                choice = label,
                count = *count,
                percent = percent,
                bar = bar(percent),
            );
            words.paragraph(&line)
        }),
        Figure::Numbers(Some((least, middle, greatest))) => answered.line(&text!(
            texts,
            "questionnaires-results-numbers",
            least = number(*least),
            middle = number(*middle),
            greatest = number(*greatest),
        )),
        Figure::Words(words) if !words.is_empty() => {
            let head = answered.line(&text!(texts, "questionnaires-results-words"));
            let told = words.iter().take(WRITTEN_TOLD);
            told.fold(head, |text, words| {
                text.line(&text!(texts, "questionnaires-results-written", words = words))
            })
        }
        Figure::Numbers(None) | Figure::Words(_) => {
            answered.line(&text!(texts, "questionnaires-results-hidden", least = LEAST_PEOPLE))
        }
    }
}

fn number(number: f64) -> String {
    format!("{number}")
}

/// Whole percent; of nobody none.
fn percent(count: i64, of: i64) -> i64 {
    if of == 0 { 0 } else { (count * 100 + of / 2) / of }
}

fn bar(percent: i64) -> String {
    let full = usize::try_from(percent).unwrap_or_default().min(100) * BAR_PIECES / 100;
    "▰".repeat(full) + &"▱".repeat(BAR_PIECES - full)
}

/// The answers to one question as a picture; none where there is nothing to draw.
///
/// # Errors
/// Where the picture cannot be drawn.
pub fn picture(view: &ResultsView<'_>, place: usize, texts: &Texts) -> anyhow::Result<Option<Attachment>> {
    let Some(outcome) = view.outcomes.get(place) else { return Ok(None) };
    let Figure::Choices(choices) = &outcome.figure else { return Ok(None) };
    if choices.len() > MOST_BARS {
        return Ok(None);
    }
    #[expect(clippy::cast_precision_loss, reason = "people are countable")]
    let share = |count: i64| count as f64 / outcome.answered.max(1) as f64;
    let axes =
        choices.iter().map(|(label, count)| Axis { label: label.clone(), now: share(*count), before: None });
    let chart = RadarChart { title: outcome.question.clone(), axes: axes.collect(), legend: None };
    let caption = text!(texts, "questionnaires-results-caption", counted = view.counted);
    Ok(Some(Attachment::Picture { bytes: bars_png(&chart)?.into(), caption }))
}

/// What all answers come to, and what was written, as two sheets.
#[must_use]
pub fn results_sheets(view: &ResultsView<'_>, texts: &Texts) -> [Sheet; 2] {
    let heading = |column: &'static str| label!(texts, "questionnaires-table-heading", column = column);
    let (mut figures, mut written) = (Vec::new(), Vec::new());
    for outcome in view.outcomes {
        let row = |answer: String, count: Cell, percent: Cell| {
            vec![Cell::from(outcome.question.as_str()), Cell::from(answer), count, percent]
        };
        match &outcome.figure {
            Figure::Choices(choices) => figures.extend(choices.iter().map(|(label, count)| {
                row(label.clone(), (*count).into(), percent(*count, outcome.answered).into())
            })),
            Figure::Numbers(Some((least, middle, greatest))) => {
                for (word, value) in [("least", least), ("middle", middle), ("greatest", greatest)] {
                    let answer =
                        label!(texts, "questionnaires-table-number", which = word, number = number(*value));
                    figures.push(row(answer, outcome.answered.into(), Cell::Empty));
                }
            }
            Figure::Words(words) => written.extend(
                words.iter().map(|words| vec![outcome.question.as_str().into(), words.as_str().into()]),
            ),
            Figure::Numbers(None) => {}
        }
    }
    [
        Sheet {
            name: label!(texts, "questionnaires-table-tab", tab = "figures"),
            headings: ["question", "answer", "people", "percent"].map(heading).into(),
            rows: figures,
        },
        Sheet {
            name: label!(texts, "questionnaires-table-tab", tab = "words"),
            headings: ["question", "answer"].map(heading).into(),
            rows: written,
        },
    ]
}
