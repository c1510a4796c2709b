//! Showing a person what is to come.
//! Not here: sending it.

use serde_json::Value;

use super::{
    model::{Class, Form, Letter},
    store::{self, Open},
    view::{self, Action},
    wording::Told,
};
use crate::{
    capability::{Outcome, Tree},
    messenger::{Event, Markup},
    people,
    turn::Turn,
};

/// The branch of the tree.
#[must_use]
pub fn tree() -> Tree {
    dptree::filter_map(|turn: Turn| match &turn.incoming().event {
        Event::Press { payload } => Action::read(payload),
        _ => None,
    })
    .endpoint(show_upcoming)
}

/// What fits on a phone without scrolling far.
const MOST: i64 = 12;

async fn show_upcoming(turn: Turn, _action: Action) -> Outcome {
    let person = turn.known_person()?;
    let zone = people::zone_of(turn.app(), person).await?;
    let mut lines = Vec::new();
    for open in store::list_open(&turn.app().db, person.id, MOST).await? {
        let due_at = open.due_at;
        if let Some(brief) = brief_of(&turn, open).await? {
            lines.push((due_at.with_timezone(&zone).naive_local(), brief));
        }
    }
    let today = turn.now().with_timezone(&zone).date_naive();
    Ok(view::upcoming_screen(&lines, today, turn.texts()))
}

/// What a letter would say if it were said now; nothing if it has nothing to say any more.
async fn brief_of(turn: &Turn, open: Open) -> anyhow::Result<Option<Markup>> {
    let app = turn.app();
    let found = app.capabilities.iter().find(|capability| capability.name == open.capability);
    let Some(render) = found.and_then(|capability| capability.letters) else { return Ok(None) };
    let letter = Letter {
        id: open.id,
        person_id: turn.known_person()?.id,
        capability: open.capability,
        matter: Value::clone(&open.matter),
        form: Form::Post,
        of_letter: None,
        class: Class::from_word(&open.class).unwrap_or(Class::Bulk),
        is_urgent: false,
        event_at: open.event_at,
        due_at: open.due_at,
        useless_after: open.useless_after,
        is_over_budget: false,
        tries: 0,
    };
    match render(app, &letter, turn.texts()).await? {
        Told::Say(wording) => Ok(Some(wording.brief)),
        Told::Later(_) | Told::Nothing => Ok(None),
    }
}
