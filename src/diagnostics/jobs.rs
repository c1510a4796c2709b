//! What is said unasked: a begun questionnaire is recalled once, a finished one invites once to be taken again.
//! Not here: when that is, which the model says, and sending.

use anyhow::Context;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use futures::{FutureExt, future::BoxFuture};
use uuid::Uuid;

use super::{
    chat::NAME,
    model::{Attempt, INVITATION_USEFUL, Nudge, REMINDER_USEFUL, invitation_time, put_off, reminder_time},
    questionnaire::Questionnaire,
    store, view,
};
use crate::{
    app::App,
    db::Tx,
    outbox::{self, Class, Letter, NewLetter, Told, Wish},
    people,
    texts::Texts,
};

/// Owes the reminder to finish an attempt that begins now. The invitation to begin it has done its work.
pub(super) async fn owe_reminder(tx: &mut Tx, attempt: &Attempt, zone: Tz) -> sqlx::Result<()> {
    let (person, begun_at) = (attempt.person_id, attempt.begun_at);
    outbox::end_cause(tx, &repeat_cause(person, &attempt.questionnaire), begun_at).await?;
    let letter = NewLetter {
        person_id: person,
        capability: NAME,
        matter: serde_json::json!(Nudge::Finish(attempt.id)),
        class: Class::Reminder,
        is_urgent: false,
        wish: Wish::Civil { local: reminder_time(begun_at.with_timezone(&zone).naive_local()), zone: None },
        event_at: None,
        useless_after: begun_at + REMINDER_USEFUL,
        dedup_key: format!("diagnostics/unfinished/{}", attempt.id),
        cause: attempt_cause(attempt.id),
    };
    outbox::owe(tx, &letter, begun_at).await?;
    Ok(())
}

/// Owes the invitation to repeat an attempt that is finished now, if its questionnaire invites to that.
pub(super) async fn owe_invitation(
    tx: &mut Tx,
    attempt: &Attempt,
    (questionnaire, zone): (&Questionnaire, Tz),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    outbox::end_cause(tx, &attempt_cause(attempt.id), now).await?;
    let Some(months) = questionnaire.repeat_after_months else { return Ok(()) };
    let local = invitation_time(now.with_timezone(&zone).date_naive(), months);
    let wish = Wish::Civil { local, zone: None };
    let letter = NewLetter {
        person_id: attempt.person_id,
        capability: NAME,
        matter: serde_json::json!(Nudge::Repeat(attempt.id)),
        class: Class::Reminder,
        is_urgent: false,
        event_at: None,
        useless_after: wish.resolve(zone) + INVITATION_USEFUL,
        wish,
        dedup_key: format!("diagnostics/repeat/{}", attempt.id),
        cause: repeat_cause(attempt.person_id, &attempt.questionnaire),
    };
    outbox::owe(tx, &letter, now).await?;
    Ok(())
}

/// An attempt is deleted before it was finished: nothing is left to recall.
pub(super) async fn end_reminder(tx: &mut Tx, attempt: Uuid, now: DateTime<Utc>) -> sqlx::Result<()> {
    outbox::end_cause(tx, &attempt_cause(attempt), now).await?;
    Ok(())
}

/// The latest finished attempt is deleted: nothing is left to compare with.
pub(super) async fn end_invitation(tx: &mut Tx, attempt: &Attempt, now: DateTime<Utc>) -> sqlx::Result<()> {
    outbox::end_cause(tx, &repeat_cause(attempt.person_id, &attempt.questionnaire), now).await?;
    Ok(())
}

fn attempt_cause(attempt: Uuid) -> String {
    format!("diagnostics/attempt/{attempt}")
}

fn repeat_cause(person: Uuid, questionnaire: &str) -> String {
    format!("diagnostics/repeat/{person}/{questionnaire}")
}

/// The words of both letters, as they are at the moment when the letter is said.
pub(super) fn render<'a>(
    app: &'a App,
    letter: &'a Letter,
    texts: &'a Texts,
) -> BoxFuture<'a, anyhow::Result<Told>> {
    async move {
        let nudge = serde_json::from_value(letter.matter.clone()).context("what the letter is about")?;
        match nudge {
            Nudge::Finish(attempt) => recall(app, letter, (attempt, texts)).await,
            Nudge::Repeat(attempt) => invite(app, letter, (attempt, texts)).await,
        }
    }
    .boxed()
}

/// A letter is said when it is due, or as soon after that as the bot works.
fn said_at(app: &App, letter: &Letter) -> DateTime<Utc> {
    letter.due_at.max(app.clock.now())
}

async fn recall(app: &App, letter: &Letter, (id, texts): (Uuid, &Texts)) -> anyhow::Result<Told> {
    let Some(touched_at) = store::find_touched_at(&app.db, id, letter.person_id).await? else {
        return Ok(Told::Nothing);
    };
    if let Some(until) = put_off(touched_at, said_at(app, letter)) {
        // What would come too late is dropped here, where nobody counts it as something that people missed.
        return Ok(if until < letter.useless_after { Told::Later(until) } else { Told::Nothing });
    }
    let Some(attempt) = store::find_attempt(&app.db, id, letter.person_id).await? else {
        return Ok(Told::Nothing);
    };
    let version = app.shelf.version(&app.db, &attempt.version_hash).await?;
    Ok(Told::Say(view::unfinished_letter(&attempt, &version.questionnaire, texts)))
}

async fn invite(app: &App, letter: &Letter, (id, texts): (Uuid, &Texts)) -> anyhow::Result<Told> {
    let attempts = store::list_attempts(&app.db, letter.person_id).await?;
    let Some((attempt, finished_at)) = attempts
        .iter()
        .find(|attempt| attempt.id == id)
        .and_then(|attempt| Some((attempt, attempt.finished_at?)))
    else {
        return Ok(Told::Nothing);
    };
    let is_later = |other: &store::AttemptLine| {
        other.questionnaire == attempt.questionnaire && other.begun_at > finished_at
    };
    let version = app.shelf.find_current(&attempt.questionnaire);
    // Who takes the key out of the file wants no more invitations, the ones that are owed among them.
    let invites = version.filter(|version| version.questionnaire.repeat_after_months.is_some());
    let person = people::find_person(&app.db, letter.person_id, app.consent_text.hash()).await?;
    let (Some(version), Some(person), false) = (invites, person, attempts.iter().any(is_later)) else {
        return Ok(Told::Nothing);
    };
    let zone = people::zone_of(app, &person).await?;
    let day = |at: DateTime<Utc>| at.with_timezone(&zone).date_naive();
    let days = (day(finished_at), day(said_at(app, letter)));
    Ok(Told::Say(view::repeat_letter(&version.questionnaire, days, texts)))
}
