//! Choosing a questionnaire. Not here: taking it.

use super::background::{Calendar, background_of};
use crate::{
    capability::Outcome,
    diagnostics::{
        model::Profile,
        shelf::Version,
        store,
        view::{self, ListEntry},
    },
    errors::Refusal,
    turn::Turn,
};

/// Shows the questionnaires: unfinished ones first, then what is recommended to this person.
pub(super) async fn show_list(turn: Turn) -> Outcome {
    let person = turn.known_person()?.id;
    let profile = background_of(&turn).await?.profile;
    let calendar = Calendar::of(&turn).await?;
    let attempts = store::list_attempts(&turn.app().db, person).await?;
    let mut entries: Vec<ListEntry<'_>> = turn
        .app()
        .shelf
        .current()
        .iter()
        .map(|version| {
            let questionnaire = &version.questionnaire;
            let mine = || {
                attempts
                    .iter()
                    .filter(|attempt| attempt.questionnaire == questionnaire.id)
            };
            let open = mine()
                .find(|attempt| attempt.finished_at.is_none())
                .map(|attempt| attempt.id);
            let finished_at = mine().filter_map(|attempt| attempt.finished_at).max();
            ListEntry {
                questionnaire,
                open,
                finished_on: finished_at.map(|at| calendar.day(at)),
            }
        })
        .collect();
    entries.sort_by_key(|entry| (entry.open.is_none(), rank(entry, &profile)));
    Ok(view::list_screen(&entries, calendar.today, turn.texts()))
}

/// Made for people like this one first, then for everybody, then for others.
fn rank(entry: &ListEntry<'_>, profile: &Profile) -> u8 {
    let when = &entry.questionnaire.when;
    match (when.is_empty(), profile.meets(when)) {
        (false, true) => 0,
        (true, _) => 1,
        (false, false) => 2,
    }
}

/// Shows what stands before the start; where an attempt is open, its present question.
pub(super) async fn show_intro(turn: Turn, questionnaire: &str) -> Outcome {
    let person = turn.known_person()?.id;
    let version = on_offer(&turn, questionnaire)?;
    if let Some(open) = store::find_open(&turn.app().db, person, questionnaire).await? {
        return super::taking::show(turn, open).await;
    }
    let background = background_of(&turn).await?;
    let attempt = super::taking::new_attempt(&turn, version, background)?;
    let questions = attempt.path(&version.questionnaire).len();
    if questions == 0 {
        return Err(Refusal::because("diagnostics-intro-nothing"));
    }
    Ok(view::intro_screen(
        &version.questionnaire,
        questions,
        turn.texts(),
    ))
}

/// The version on offer; a button of a questionnaire that left the shelf no longer works.
pub(super) fn on_offer<'t>(turn: &'t Turn, questionnaire: &str) -> anyhow::Result<&'t Version> {
    let version = turn.app().shelf.find_current(questionnaire);
    version
        .map(AsRef::as_ref)
        .ok_or_else(|| Refusal::because("dispatch-press-outdated"))
}
