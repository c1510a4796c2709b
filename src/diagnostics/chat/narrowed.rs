//! A diagnosis narrowed to what somebody worked on: what stands before it, and beginning it. It is taken like any other.
//! Not here: what was worked on, which whoever asks for it knows.

use std::sync::Arc;

use super::{background::background_of, looking_back, taking};
use crate::{
    capability::Outcome,
    diagnostics::{
        model::{Attempt, Narrowing},
        shelf::Version,
        store, view,
    },
    errors::Refusal,
    messenger::{Button, Payload, Screen},
    turn::Turn,
};

/// Shows what stands before a narrowed pass through the version with this hash; one that was begun on this occasion goes
/// on, of one that is finished the result is shown. The screen stands at `address`, by which the caller shows it again.
///
/// # Errors
/// A `Refusal` where nothing would be asked.
pub async fn narrowed_intro(
    turn: &Turn,
    (narrowing, version_hash): (&Narrowing, &str),
    (address, start, back): (Payload, Payload, Button),
) -> Outcome {
    if let Some(shown) = begun(turn, narrowing).await? {
        return Ok(shown);
    }
    let (attempt, version) = prepare(turn, narrowing, version_hash).await?;
    let asked = attempt.path(&version.questionnaire);
    let whole = Attempt { narrowing: None, ..attempt.clone() }.path(&version.questionnaire).len();
    let mut areas: Vec<&str> = asked.iter().map(|asked| asked.area.title.as_str()).collect();
    areas.dedup();
    let counts = (asked.len(), whole);
    let screen =
        view::narrowed_intro_screen(&version.questionnaire, (&areas, counts), (start, back), turn.texts());
    Ok(screen.at(address))
}

/// Agrees to a narrowed pass and begins it.
///
/// # Errors
/// A `Refusal` where nothing would be asked, or another pass of the same questionnaire is open.
pub async fn start_narrowed(turn: &Turn, (narrowing, version_hash): (&Narrowing, &str)) -> Outcome {
    if let Some(shown) = begun(turn, narrowing).await? {
        return Ok(shown);
    }
    let (attempt, version) = prepare(turn, narrowing, version_hash).await?;
    match taking::begin(turn, &attempt, &version).await? {
        Some(screen) => Ok(screen),
        None => match begun(turn, narrowing).await? {
            Some(screen) => Ok(screen),
            None => Err(Refusal::because("diagnostics-narrowed-open")),
        },
    }
}

/// The pass on this occasion, if it was begun: its present question, or its result.
async fn begun(turn: &Turn, narrowing: &Narrowing) -> anyhow::Result<Option<Screen>> {
    let person = turn.known_person()?.id;
    match store::find_on_occasion(&turn.app().db, narrowing.occasion, person).await? {
        Some(attempt) => Ok(Some(looking_back::show_result(turn.clone(), attempt, true).await?)),
        None => Ok(None),
    }
}

/// The pass as it would begin now, with what the first one knew.
async fn prepare(turn: &Turn, narrowing: &Narrowing, hash: &str) -> anyhow::Result<(Attempt, Arc<Version>)> {
    let (app, person) = (turn.app(), turn.known_person()?.id);
    let version = app.shelf.version(&app.db, hash).await?;
    let mut attempt = taking::new_attempt(turn, &version, background_of(turn).await?)?;
    attempt.narrowing = Some(narrowing.clone());
    if let Some(first) = store::find_attempt(&app.db, narrowing.first, person).await? {
        attempt.follow(&first, &version.questionnaire);
    }
    if attempt.path(&version.questionnaire).is_empty() {
        return Err(Refusal::because("diagnostics-intro-nothing"));
    }
    Ok((attempt, version))
}
