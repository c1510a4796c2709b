//! A question as people will see it, for whoever made it: every press leads on and nothing is kept.
//! Not here: making questionnaires.

use std::collections::BTreeMap;

use chrono::DateTime;
use uuid::Uuid;

use super::{Action, question_screen};
use crate::{
    diagnostics::{
        model::{Attempt, Next, Profile},
        questionnaire::Questionnaire,
    },
    messenger::{Button, Payload, Screen, Target},
    texts::Texts,
};

/// Where the buttons of a preview lead.
#[derive(Debug, Clone)]
pub struct PreviewWays {
    /// To the question before.
    pub back: Payload,
    /// To the next question, or beyond the last.
    pub on: Payload,
    /// Out of the preview.
    pub out: Payload,
}

/// The question at this place, from 0, as somebody would see it who has answered nothing yet; none beyond the last.
#[must_use]
pub fn preview_screen(
    questionnaire: &Questionnaire,
    place: usize,
    ways: &PreviewWays,
    texts: &Texts,
) -> Option<Screen> {
    let mut attempt = Attempt {
        id: Uuid::nil(),
        person_id: Uuid::nil(),
        municipality_id: None,
        questionnaire: questionnaire.id.clone(),
        version_hash: String::new(),
        profile: Profile::default(),
        narrowing: None,
        answers: BTreeMap::new(),
        looking_at: None,
        begun_at: DateTime::UNIX_EPOCH,
        finished_at: None,
    };
    attempt.looking_at = Some(attempt.path(questionnaire).get(place)?.question.id.clone());
    let Next::Ask(step) = attempt.next(questionnaire) else { return None };
    let mut screen = question_screen(&attempt, &step, texts);
    for button in screen.rows.iter_mut().flatten() {
        lead_elsewhere(button, ways);
    }
    Some(screen)
}

fn lead_elsewhere(button: &mut Button, ways: &PreviewWays) {
    let Target::Action(payload) = &button.target else { return };
    let way = match Action::read(payload.as_str()) {
        Some(Action::Back(..)) => &ways.back,
        Some(Action::Pause(_)) => &ways.out,
        _ => &ways.on,
    };
    button.target = Target::Action(way.clone());
}

/// What shows the screen before the start of a questionnaire: where an invitation leads.
#[must_use]
pub fn intro_address(questionnaire: &str) -> Payload {
    Action::Intro(questionnaire.to_owned()).into()
}
