//! What is still to be said to people about a questionnaire, and withdrawing it.
//! Not here: the letters themselves.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::Action;
use crate::{
    capability::UpcomingSend,
    label,
    messenger::{Button, Markup, Screen},
    questionnaires::model::{LocalQuestionnaire, Unsaid},
    text,
    texts::Texts,
};

/// What is still to be said, and from when on.
#[must_use]
pub fn unsaid_line(local: &LocalQuestionnaire, unsaid: &Unsaid, zone: Tz, texts: &Texts) -> Markup {
    let at = unsaid.due_at.map(|at| at.with_timezone(&zone).format("%d.%m %H:%M").to_string());
    let state = match (local.held_at, &at) {
        (Some(_), _) => "held",
        (None, Some(_)) => "due",
        (None, None) => "now",
    };
    let at = at.unwrap_or_default();
    text!(texts, "questionnaires-card-unsaid", state = state, count = unsaid.count, at = at)
}

/// What is still to be said about a questionnaire, as a line of what will be sent to many.
#[must_use]
pub fn upcoming_send(
    local: &LocalQuestionnaire,
    unsaid: &Unsaid,
    now: DateTime<Utc>,
    texts: &Texts,
) -> UpcomingSend {
    UpcomingSend {
        at: unsaid.due_at.unwrap_or(now),
        is_held: local.held_at.is_some(),
        is_begun: false,
        title: label!(texts, "questionnaires-upcoming", title = &local.title, count = unsaid.count),
        opens: Action::Show(local.id).into(),
    }
}

/// Asks whether to withdraw what is still to be said.
#[must_use]
pub fn withdrawing_screen(local: &LocalQuestionnaire, unsaid: &Unsaid, texts: &Texts) -> Screen {
    let question =
        text!(texts, "questionnaires-withdrawing-text", title = &local.title, count = unsaid.count);
    let yes = Button::new(label!(texts, "questionnaires-withdrawing-yes"), Action::Withdraw(local.id));
    Screen::of(question)
        .row(vec![yes])
        .row(vec![Button::new(label!(texts, "questionnaires-back"), Action::Show(local.id))])
        .at(Action::Withdrawing(local.id))
}
