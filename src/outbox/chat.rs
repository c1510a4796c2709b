//! Showing a person what is to come.
//! Not here: sending it.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{
    model::{Class, Form, Holidays, Letter, Rhythm},
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
    let rhythm = Rhythm { zone, quiet_minutes: person.quiet_minutes(), holidays: Holidays::default() };
    let mut lines = Vec::new();
    for open in store::list_open(&turn.app().db, person.id, MOST).await? {
        if let Some((at, brief)) = foretell(&turn, letter_of(open, person.id), &rhythm).await? {
            lines.push((at.with_timezone(&zone).naive_local(), brief));
        }
    }
    lines.sort_by_key(|(at, _)| *at);
    let today = turn.now().with_timezone(&zone).date_naive();
    Ok(view::upcoming_screen(&lines, today, turn.texts()))
}

/// When a letter will be said, and what; nothing if it has nothing to say any more. One that puts itself off is asked
/// again as of the moment it names.
async fn foretell(
    turn: &Turn,
    mut letter: Letter,
    rhythm: &Rhythm,
) -> anyhow::Result<Option<(DateTime<Utc>, Markup)>> {
    let app = turn.app();
    let found = app.capabilities.iter().find(|capability| capability.name == letter.capability);
    let Some(render) = found.and_then(|capability| capability.letters) else { return Ok(None) };
    let mut told = render(app, &letter, turn.texts()).await?;
    if let Told::Later(until) = told {
        letter.due_at = rhythm.next_allowed(until, letter.event_at).unwrap_or(until);
        told = render(app, &letter, turn.texts()).await?;
    }
    Ok(match told {
        Told::Say(wording) => Some((letter.due_at, wording.brief)),
        Told::Later(_) | Told::Nothing => None,
    })
}

fn letter_of(open: Open, person_id: Uuid) -> Letter {
    Letter {
        id: open.id,
        person_id,
        capability: open.capability,
        matter: open.matter.0,
        form: Form::Post,
        of_letter: None,
        class: Class::from_word(&open.class).unwrap_or(Class::Bulk),
        is_urgent: false,
        event_at: open.event_at,
        due_at: open.due_at,
        useless_after: open.useless_after,
        is_over_budget: false,
        tries: 0,
    }
}
