//! Choosing a questionnaire. Not here: taking it.

use std::sync::Arc;

use uuid::Uuid;

use super::background::{Background, Calendar, background_of};
use crate::{
    capability::Outcome,
    diagnostics::{
        model::Profile,
        questionnaire::Questionnaire,
        shelf::Version,
        store::{self, AttemptLine},
        view::{self, ListEntry},
    },
    errors::Refusal,
    turn::Turn,
};

/// Shows the questionnaires: unfinished ones first, then what is recommended to this person.
pub(super) async fn show_list(turn: Turn) -> Outcome {
    let person = turn.known_person()?.id;
    let background = background_of(&turn).await?;
    let profile = background.profile;
    let calendar = Calendar::of(&turn).await?;
    let attempts = store::list_attempts(&turn.app().db, person).await?;
    let versions = on_offer_or_open(&turn, &attempts, background.municipality_id).await?;
    let mut entries: Vec<ListEntry<'_>> = versions
        .iter()
        .map(|version| {
            let questionnaire = &version.questionnaire;
            let mine = || attempts.iter().filter(|attempt| attempt.questionnaire == questionnaire.id);
            let open = mine().find(|attempt| attempt.finished_at.is_none()).map(|attempt| attempt.id);
            let finished_on =
                mine().filter_map(|attempt| attempt.finished_at).max().map(|at| calendar.day(at));
            let is_recommended = rank(questionnaire, &profile) == 0;
            ListEntry { questionnaire, open, finished_on, is_recommended }
        })
        .collect();
    entries.sort_by_key(|entry| (entry.open.is_none(), rank(entry.questionnaire, &profile)));
    let has_results = attempts.iter().any(|attempt| attempt.finished_at.is_some());
    Ok(view::list_screen(&entries, has_results, calendar.today, turn.texts()))
}

/// What is on offer, and what this person began before it left the shelf.
async fn on_offer_or_open(
    turn: &Turn,
    attempts: &[AttemptLine],
    municipality: Option<Uuid>,
) -> anyhow::Result<Vec<Arc<Version>>> {
    let shelf = &turn.app().shelf;
    let mut versions = shelf.current().to_vec();
    if let Some(municipality) = municipality {
        versions.extend(shelf.offered(&turn.app().db, municipality).await?);
    }
    for attempt in attempts.iter().filter(|attempt| attempt.finished_at.is_none()) {
        if !versions.iter().any(|version| version.questionnaire.id == attempt.questionnaire) {
            versions.push(shelf.version(&turn.app().db, &attempt.version_hash).await?);
        }
    }
    Ok(versions)
}

/// Made for people like this one first, then for everybody, then for others.
fn rank(questionnaire: &Questionnaire, profile: &Profile) -> u8 {
    let when = &questionnaire.when;
    match (when.is_empty(), profile.meets(when)) {
        (false, true) => 0,
        (true, _) => 1,
        (false, false) => 2,
    }
}

/// Shows what stands before the start; where an attempt is open, its present question.
pub(super) async fn show_intro(turn: Turn, questionnaire: &str) -> Outcome {
    let person = turn.known_person()?.id;
    if let Some(open) = store::find_open(&turn.app().db, person, questionnaire).await? {
        return super::taking::show(turn, open).await;
    }
    let background = background_of(&turn).await?;
    let version = on_offer(&turn, questionnaire, &background).await?;
    let attempt = super::taking::new_attempt(&turn, &version, background)?;
    let questions = attempt.path(&version.questionnaire).len();
    if questions == 0 {
        return Err(Refusal::because("diagnostics-intro-nothing"));
    }
    Ok(view::intro_screen(&version.questionnaire, questions, turn.texts()))
}

/// The version on offer to this person; a button of a questionnaire that left the shelf no longer works.
pub(super) async fn on_offer(
    turn: &Turn,
    questionnaire: &str,
    background: &Background,
) -> anyhow::Result<Arc<Version>> {
    let shelf = &turn.app().shelf;
    if let Some(version) = shelf.find_current(questionnaire) {
        return Ok(Arc::clone(version));
    }
    let offered = match background.municipality_id {
        Some(municipality) => shelf.offered(&turn.app().db, municipality).await?,
        None => Vec::new(),
    };
    let version = offered.into_iter().find(|version| version.questionnaire.id == questionnaire);
    version.ok_or_else(|| Refusal::because("dispatch-press-outdated"))
}
