//! Taking a questionnaire, from the consent to the last answer. Each reply is one write transaction.
//! Not here: what comes after the last answer.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

use super::{
    AttemptId, NAME,
    background::{Background, background_of},
    choosing::on_offer,
    looking_back::finished_screen,
};
use crate::{
    capability::Outcome,
    diagnostics::{
        jobs,
        model::{Attempt, Next, Rejection, Reply, Saved, assess},
        questionnaire::Questionnaire,
        shelf::Version,
        store,
        view::{self, Action},
    },
    errors::Refusal,
    messenger::Screen,
    people,
    turn::{Turn, TurnTx},
};

/// An attempt that would begin now.
pub(super) fn new_attempt(turn: &Turn, version: &Version, background: Background) -> anyhow::Result<Attempt> {
    Ok(Attempt {
        id: Uuid::now_v7(),
        person_id: turn.known_person()?.id,
        municipality_id: background.municipality_id,
        questionnaire: version.questionnaire.id.clone(),
        version_hash: version.hash.clone(),
        profile: background.profile,
        narrowing: None,
        answers: std::collections::BTreeMap::new(),
        looking_at: None,
        begun_at: turn.now(),
        finished_at: None,
    })
}

/// Agrees to diagnosis and begins; where an attempt is open already, goes on with it.
pub(super) async fn start(turn: Turn, questionnaire: &str) -> Outcome {
    let person = turn.known_person()?.id;
    if let Some(open) = store::find_open(&turn.app().db, person, questionnaire).await? {
        return show(turn, open).await;
    }
    let background = background_of(&turn).await?;
    let version = on_offer(&turn, questionnaire, &background).await?;
    let attempt = new_attempt(&turn, &version, background)?;
    if let Some(screen) = begin(&turn, &attempt, &version).await? {
        return Ok(screen);
    }
    let open = store::find_open(&turn.app().db, person, questionnaire).await?;
    show(turn.clone(), open.ok_or_else(outdated)?).await
}

/// Begins an attempt and shows its first question; nothing where another one is in its way.
pub(super) async fn begin(
    turn: &Turn,
    attempt: &Attempt,
    version: &Version,
) -> anyhow::Result<Option<Screen>> {
    let Next::Ask(step) = attempt.next(&version.questionnaire) else {
        return Err(Refusal::because("diagnostics-intro-nothing"));
    };
    let zone = people::zone_of(turn.app(), turn.known_person()?).await?;
    let mut tx = turn.begin().await?;
    if !store::add_attempt(tx.tx(), attempt).await? {
        return Ok(None);
    }
    for (question, answer) in &attempt.answers {
        let saved = Saved { question: question.clone(), answer: answer.clone() };
        store::save_answer(tx.tx(), attempt.id, &saved, turn.now()).await?;
    }
    jobs::owe_reminder(tx.tx(), attempt, zone).await?;
    stand_at_question(&mut tx, attempt.id);
    tx.commit().await?;
    Ok(Some(view::question_screen(attempt, &step, turn.texts())))
}

/// Shows the present question, and makes typed words answers to it.
pub(super) async fn show(turn: Turn, id: Uuid) -> Outcome {
    let (attempt, version) = load(&turn, id).await?;
    let Next::Ask(step) = attempt.next(&version.questionnaire) else {
        return finished_screen(&turn, &attempt, &version, false).await;
    };
    let screen = view::question_screen(&attempt, &step, turn.texts());
    let stands_here = turn.conversation().address.as_deref().and_then(Action::read) == Some(Action::Show(id));
    if !(stands_here && turn.expects(NAME)) {
        let mut tx = turn.begin().await?;
        stand_at_question(&mut tx, id);
        tx.commit().await?;
    }
    Ok(screen)
}

/// Takes a pressed answer.
pub(super) async fn receive_answer(turn: Turn, id: Uuid, question: usize, reply: Reply) -> Outcome {
    change(turn, id, |attempt, questionnaire| attempt.answer(questionnaire, question, reply).map(Some)).await
}

/// Takes typed words as the answer to the present question.
pub(super) async fn receive_words(turn: Turn, attempt: AttemptId) -> Outcome {
    let reply = Reply::Words(turn.words().unwrap_or_default().to_owned());
    change(turn, attempt.0, |attempt, questionnaire| match attempt.next(questionnaire) {
        Next::Ask(step) => attempt.answer(questionnaire, step.asked.index, reply).map(Some),
        Next::Finished => Err(Rejection::NotCurrent),
    })
    .await
}

/// Goes back to the question before.
pub(super) async fn go_back(turn: Turn, id: Uuid, question: usize) -> Outcome {
    change(turn, id, |attempt, questionnaire| {
        attempt.back(questionnaire, question);
        Ok(None)
    })
    .await
}

/// Goes on from a question answered earlier.
pub(super) async fn go_forward(turn: Turn, id: Uuid, question: usize) -> Outcome {
    change(turn, id, |attempt, questionnaire| {
        attempt.forward(questionnaire, question);
        Ok(None)
    })
    .await
}

/// Decides on the attempt as it is now, keeps what follows, and shows what comes next.
async fn change<F>(turn: Turn, id: Uuid, decide: F) -> Outcome
where
    F: FnOnce(&mut Attempt, &Questionnaire) -> Result<Option<Saved>, Rejection>,
{
    let (found, version) = load(&turn, id).await?;
    if found.finished_at.is_some() {
        return finished_screen(&turn, &found, &version, false).await;
    }
    let questionnaire = &version.questionnaire;
    let zone = people::zone_of(turn.app(), turn.known_person()?).await?;
    let mut tx = turn.begin().await?;
    let locked = store::lock_attempt(tx.tx(), id, found.person_id, turn.now()).await?;
    let mut attempt = locked.filter(|attempt| attempt.finished_at.is_none()).ok_or_else(outdated)?;
    let decided = decide(&mut attempt, questionnaire);
    if let Ok(Some(saved)) = &decided {
        store::save_answer(tx.tx(), id, saved, turn.now()).await?;
    }
    store::mark_looking_at(tx.tx(), &attempt).await?;
    let Next::Ask(step) = attempt.next(questionnaire) else {
        finish(tx, &mut attempt, (questionnaire, zone), turn.now()).await?;
        return finished_screen(&turn, &attempt, &version, true).await;
    };
    stand_at_question(&mut tx, id);
    tx.commit().await?;
    let screen = view::question_screen(&attempt, &step, turn.texts());
    Ok(match decided {
        Ok(_) => screen,
        Err(rejection) => view::rejected_screen(screen, &rejection, turn.texts()),
    })
}

/// Writes the profile of deficits and strengths together with the last answer.
async fn finish(
    mut tx: TurnTx,
    attempt: &mut Attempt,
    (questionnaire, zone): (&Questionnaire, Tz),
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let assessment = assess(attempt, questionnaire);
    store::add_scores(tx.tx(), attempt, (&assessment, questionnaire.source), now).await?;
    store::mark_finished(tx.tx(), attempt.id, now).await?;
    jobs::owe_invitation(tx.tx(), attempt, (questionnaire, zone), now).await?;
    attempt.finished_at = Some(now);
    tx.expect_nothing();
    tx.stand_at(&Action::Result(attempt.id).into());
    tx.commit().await
}

/// Stops for now: typed words are no answers any more.
pub(super) async fn pause(turn: Turn, id: Uuid) -> Outcome {
    let (attempt, version) = load(&turn, id).await?;
    let Next::Ask(step) = attempt.next(&version.questionnaire) else {
        return finished_screen(&turn, &attempt, &version, false).await;
    };
    let mut tx = turn.begin().await?;
    tx.expect_nothing();
    tx.stand_at(&Action::Diagnosis.into());
    tx.commit().await?;
    Ok(view::pause_screen(id, &step, turn.texts()))
}

/// Asks whether to cancel.
pub(super) async fn ask_to_leave(turn: Turn, id: Uuid) -> Outcome {
    load_open(&turn, id).await?;
    Ok(view::leave_screen(id, turn.texts()))
}

/// Cancels: the answers go.
pub(super) async fn cancel(turn: Turn, id: Uuid) -> Outcome {
    let attempt = load_open(&turn, id).await?;
    let mut tx = turn.begin().await?;
    store::delete_attempt(tx.tx(), id, attempt.person_id).await?;
    jobs::end_reminder(tx.tx(), id, turn.now()).await?;
    tx.expect_nothing();
    tx.stand_at(&Action::Diagnosis.into());
    tx.commit().await?;
    Ok(view::cancelled_screen(turn.texts()))
}

fn stand_at_question(tx: &mut TurnTx, attempt: Uuid) {
    tx.expect(NAME);
    tx.stand_at(&Action::Show(attempt).into());
}

/// An attempt of whoever speaks, with its version. Somebody else's does not exist for them.
pub(super) async fn load(turn: &Turn, id: Uuid) -> anyhow::Result<(Attempt, Arc<Version>)> {
    let app = turn.app();
    let attempt = store::find_attempt(&app.db, id, turn.known_person()?.id).await?.ok_or_else(outdated)?;
    let version = app.shelf.version(&app.db, &attempt.version_hash).await?;
    Ok((attempt, version))
}

async fn load_open(turn: &Turn, id: Uuid) -> anyhow::Result<Attempt> {
    let (attempt, _) = load(turn, id).await?;
    if attempt.finished_at.is_some() { Err(outdated()) } else { Ok(attempt) }
}

pub(super) fn outdated() -> anyhow::Error {
    Refusal::because("dispatch-press-outdated")
}
