//! What is said unasked: the reminder to finish, the invitation to take a questionnaire again.
//! Not here: whether it is said.

use chrono::NaiveDate;

use super::{Action, words};
use crate::{
    diagnostics::{model::Attempt, questionnaire::Questionnaire},
    label,
    messenger::{Button, Screen},
    outbox::Wording,
    text,
    texts::Texts,
};

/// A begun questionnaire waits: how far the person is, and the way on from there.
#[must_use]
pub fn unfinished_letter(attempt: &Attempt, questionnaire: &Questionnaire, texts: &Texts) -> Wording {
    let (answered, total) = attempt.progress(questionnaire);
    let title = &questionnaire.title;
    let progress = if answered == 0 {
        text!(texts, "diagnostics-unfinished-untouched")
    } else {
        text!(texts, "diagnostics-unfinished-progress", answered = answered, total = total)
    };
    let words = text!(texts, "diagnostics-unfinished-title", title = title).paragraph(&progress);
    let go_on = Button::new(label!(texts, "diagnostics-unfinished-continue"), Action::Show(attempt.id));
    let leave = Button::new(label!(texts, "diagnostics-pause-leave"), Action::Leave(attempt.id));
    Wording {
        screen: Screen::of(words).row(vec![go_on.clone()]).row(vec![leave]),
        brief: text!(
            texts,
            "diagnostics-unfinished-brief",
            title = title,
            answered = answered,
            total = total
        ),
        button: go_on,
    }
}

/// It was long enough ago: what has changed is worth seeing. The days are those of the last time and of today.
#[must_use]
pub fn repeat_letter(
    questionnaire: &Questionnaire,
    (finished, today): (NaiveDate, NaiveDate),
    texts: &Texts,
) -> Wording {
    let title = &questionnaire.title;
    let day = words::day(finished, today, texts);
    let intro = Action::Intro(questionnaire.id.clone());
    let again = Button::new(label!(texts, "diagnostics-repeat-again"), intro);
    let results = Button::new(label!(texts, "diagnostics-list-history"), Action::History(0));
    Wording {
        screen: Screen::of(text!(texts, "diagnostics-repeat-text", title = title, day = day))
            .row(vec![again.clone()])
            .row(vec![results]),
        brief: text!(texts, "diagnostics-repeat-brief", title = title),
        button: again,
    }
}
