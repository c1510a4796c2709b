//! After the last answer: the result, the checked tasks, the history, deleting.
//! Not here: how a result comes about.

use uuid::Uuid;

use super::{
    background::Calendar,
    taking::{load, outdated},
};
use crate::{
    capability::{OfferPlace, Outcome, offers},
    diagnostics::{
        jobs,
        model::{Assessment, Attempt, assess},
        shelf::Version,
        store,
        view::{self, Action, Before, ResultView},
    },
    documents::{RadarChart, radar_png},
    messenger::Button,
    turn::Turn,
};

/// Shows the result of a finished attempt; an unfinished one shows its present question.
pub(super) async fn show_result(turn: Turn, id: Uuid, with_picture: bool) -> Outcome {
    let (attempt, version) = load(&turn, id).await?;
    if attempt.finished_at.is_none() {
        return super::taking::show(turn, id).await;
    }
    finished_screen(&turn, &attempt, &version, with_picture).await
}

/// The result in words, with the picture if it is wished and can be drawn: without it the words still stand.
pub(super) async fn finished_screen(
    turn: &Turn,
    attempt: &Attempt,
    version: &Version,
    with_picture: bool,
) -> Outcome {
    let assessment = assess(attempt, &version.questionnaire);
    let calendar = Calendar::of(turn).await?;
    let before = find_before(turn, attempt, calendar).await?;
    let view = ResultView {
        attempt,
        questionnaire: &version.questionnaire,
        assessment: &assessment,
        day: calendar.day(attempt.finished_at.unwrap_or_else(|| turn.now())),
        today: calendar.today,
        before: before.as_ref(),
    };
    let png = match view::chart(&view, turn.texts()).filter(|_| with_picture) {
        Some(chart) => draw(chart).await,
        None => None,
    };
    let mut screen = view::result_screen(&view, png.is_some(), turn.texts());
    let offered = offered_for(turn, attempt, &assessment);
    screen.rows.splice(0..0, offered.into_iter().map(|button| vec![button]));
    Ok(match png {
        Some(png) => screen.with(view::picture(&view, png, turn.texts())),
        None => screen,
    })
}

/// What others offer for the result, and for each area to work on.
fn offered_for(turn: &Turn, attempt: &Attempt, assessment: &Assessment<'_>) -> Vec<Button> {
    let at = |place| offers(place, (turn.standing(), turn.roles()), &turn.app().capabilities, turn.texts());
    let is_narrowed = attempt.narrowing.is_some();
    let place = if is_narrowed { OfferPlace::NarrowedResult } else { OfferPlace::Result };
    let mut offered: Vec<Button> = at(place).collect();
    for area in assessment.to_work_on() {
        let buttons = at(OfferPlace::AreaToWorkOn);
        offered.extend(buttons.filter_map(|button| view::offered_button(button, area.area, turn.texts())));
    }
    offered
}

/// Draws on a thread of its own; trouble is logged and costs the picture only.
async fn draw(chart: RadarChart) -> Option<Vec<u8>> {
    match tokio::task::spawn_blocking(move || radar_png(&chart)).await {
        Ok(Ok(png)) => Some(png),
        Ok(Err(error)) => {
            tracing::error!(%error, "a chart could not be drawn");
            None
        }
        Err(error) => {
            tracing::error!(%error, "drawing a chart crashed");
            None
        }
    }
}

async fn find_before(turn: &Turn, attempt: &Attempt, calendar: Calendar) -> anyhow::Result<Option<Before>> {
    let db = &turn.app().db;
    let Some(previous) = store::find_previous(db, attempt).await? else {
        return Ok(None);
    };
    let scores = store::list_scores(db, previous.id).await?;
    let scores = scores.into_iter().map(|line| (line.area, line.score)).collect();
    Ok(Some(Before { day: calendar.day(previous.finished_at), scores }))
}

/// Shows a page of the checked tasks.
pub(super) async fn show_review(turn: Turn, id: Uuid, page: usize) -> Outcome {
    let (attempt, version) = load(&turn, id).await?;
    let assessment = assess(&attempt, &version.questionnaire);
    // Right answers are nobody's business before the end.
    if attempt.finished_at.is_none() || assessment.tasks.is_empty() {
        return Err(outdated());
    }
    Ok(view::review_screen(&attempt, &assessment, page, turn.texts()))
}

/// Shows a page of the finished attempts.
pub(super) async fn show_history(turn: Turn, page: usize) -> Outcome {
    let attempts = store::list_attempts(&turn.app().db, turn.known_person()?.id).await?;
    let calendar = Calendar::of(&turn).await?;
    let finished: Vec<_> = attempts
        .into_iter()
        .filter_map(|attempt| Some((attempt.id, calendar.day(attempt.finished_at?), attempt.title)))
        .collect();
    Ok(view::history_screen(&finished, page, turn.texts()))
}

/// Asks whether to delete a finished attempt.
pub(super) async fn ask_to_erase(turn: Turn, id: Uuid) -> Outcome {
    let (attempt, version) = load(&turn, id).await?;
    let finished_at = attempt.finished_at.ok_or_else(outdated)?;
    let calendar = Calendar::of(&turn).await?;
    let days = (calendar.day(finished_at), calendar.today);
    Ok(view::erase_screen(id, &version.questionnaire.title, days, turn.texts()))
}

/// Deletes a finished attempt with its answers and scores.
pub(super) async fn delete(turn: Turn, id: Uuid) -> Outcome {
    let (attempt, _) = load(&turn, id).await?;
    if attempt.finished_at.is_none() {
        return Err(outdated());
    }
    let attempts = store::list_attempts(&turn.app().db, attempt.person_id).await?;
    let mut mine = attempts.iter().filter(|line| line.questionnaire == attempt.questionnaire);
    let is_latest = mine.next().is_some_and(|latest| latest.id == id);
    let mut tx = turn.begin().await?;
    store::delete_attempt(tx.tx(), id, attempt.person_id).await?;
    if is_latest {
        jobs::end_invitation(tx.tx(), &attempt, turn.now()).await?;
    }
    tx.stand_at(&Action::History(0).into());
    tx.commit().await?;
    Ok(view::deleted_screen(turn.texts()))
}
