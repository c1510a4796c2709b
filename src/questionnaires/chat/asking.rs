//! Asking people to take a questionnaire: whom, inviting them, reminding those who have not finished, and holding back what
//! was not said yet.
//! Not here: the letters; they are written beside everybody's answers.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::{find_own, looking::show, note};
use crate::{
    audiences::{self, Audience},
    audit::Deed as AuditDeed,
    capability::Outcome,
    errors::Refusal,
    label, outbox,
    questionnaires::{
        jobs,
        model::{LocalQuestionnaire, State},
        store,
        view::{self, Action},
    },
    turn::Turn,
    units::Unit,
};

/// Between two reminders of one questionnaire.
const REMINDS_EVERY_HOURS: i64 = 20;

pub(super) async fn show_audience(turn: &Turn, id: Uuid) -> Outcome {
    let (local, audience) = find_offered(turn, id).await?;
    let (app, texts) = (turn.app(), turn.texts());
    let count = audiences::count_of(app, &audience).await?;
    let titles = audiences::titles_of(app, &audience, texts).await?;
    let meant =
        audiences::described(&audience, &titles, texts).paragraph(&audiences::count_sentence(count, texts));
    Ok(view::audience_screen(&local, (&count, &meant), audiences::edit_address(audience.id), texts))
}

/// Invites those who are meant now; whoever was invited before hears nothing.
pub(super) async fn invite(turn: &Turn, id: Uuid) -> Outcome {
    let (local, audience) = find_offered(turn, id).await?;
    // Of an audience by area nobody may learn how many it has, and a questionnaire says how many were invited.
    if audiences::count_of(turn.app(), &audience).await?.is_rough {
        return Err(Refusal::because("questionnaires-audience-rough"));
    }
    let people = audiences::people_of(turn.app(), &audience).await?;
    let mut tx = turn.begin().await?;
    let invited = store::invite(tx.tx(), local.id, &people, turn.now()).await?;
    if invited > 0 {
        note(turn, tx.tx(), &local, (AuditDeed::SentToMany, "qn1.invite")).await?;
    }
    tx.stand_at(&Action::Show(id).into());
    tx.commit().await?;
    let done = label!(turn.texts(), "questionnaires-invited-toast", count = i64::try_from(invited)?);
    Ok(show(turn, id).await?.toast(done))
}

/// Reminds everybody who was invited and has not finished. Pressed twice, they are reminded once.
pub(super) async fn remind(turn: &Turn, id: Uuid) -> Outcome {
    let (local, _) = find_offered(turn, id).await?;
    let before = turn.now() - TimeDelta::hours(REMINDS_EVERY_HOURS);
    let mut tx = turn.begin().await?;
    let reminded = store::remind_silent(tx.tx(), (id, &local.key()), before, turn.now()).await?;
    let reminded = reminded.ok_or_else(|| Refusal::because("questionnaires-reminded-today"))?;
    note(turn, tx.tx(), &local, (AuditDeed::SentToMany, "qn1.remind")).await?;
    tx.stand_at(&Action::Show(id).into());
    tx.commit().await?;
    let done = label!(turn.texts(), "questionnaires-reminded-toast", count = i64::try_from(reminded)?);
    Ok(show(turn, id).await?.toast(done))
}

/// Holds back what is still to be said about it, until somebody lets it go.
pub(super) async fn hold(turn: &Turn, id: Uuid) -> Outcome {
    let now = turn.now();
    keep_back(turn, id, (Some(now), (AuditDeed::HeldSend, "qn1.hold"))).await
}

pub(super) async fn release(turn: &Turn, id: Uuid) -> Outcome {
    keep_back(turn, id, (None, (AuditDeed::ReleasedSend, "qn1.release"))).await
}

async fn keep_back(
    turn: &Turn,
    id: Uuid,
    (held_at, done): (Option<DateTime<Utc>>, (AuditDeed, &'static str)),
) -> Outcome {
    let (local, _) = find_offered(turn, id).await?;
    let mut tx = turn.begin().await?;
    if store::mark_held(tx.tx(), id, held_at).await? {
        note(turn, tx.tx(), &local, done).await?;
    }
    tx.stand_at(&Action::Show(id).into());
    tx.commit().await?;
    show(turn, id).await
}

pub(super) async fn ask_to_withdraw(turn: &Turn, id: Uuid) -> Outcome {
    let (local, _) = find_offered(turn, id).await?;
    let unsaid = jobs::unsaid_of(turn.app(), id).await?;
    Ok(view::withdrawing_screen(&local, &unsaid, turn.texts()))
}

/// Withdraws what is still to be said: whoever was to hear of it for the first time was not invited.
pub(super) async fn withdraw(turn: &Turn, id: Uuid) -> Outcome {
    let (local, _) = find_offered(turn, id).await?;
    let mut tx = turn.begin().await?;
    let unwritten = store::withdraw_owed(tx.tx(), id).await?;
    let keys = outbox::withdraw_waiting(tx.tx(), &jobs::cause(id), turn.now()).await?;
    let people: Vec<Uuid> = keys.iter().filter_map(|key| jobs::invited_by(id, key)).collect();
    store::withdraw_invitations(tx.tx(), id, &people).await?;
    store::mark_held(tx.tx(), id, None).await?;
    let count = i64::try_from(unwritten)? + i64::try_from(keys.len())?;
    if count > 0 {
        note(turn, tx.tx(), &local, (AuditDeed::StoppedSend, "qn1.withdraw")).await?;
    }
    tx.stand_at(&Action::Show(id).into());
    tx.commit().await?;
    let done = label!(turn.texts(), "questionnaires-withdrawn-toast", count = count);
    Ok(show(turn, id).await?.toast(done))
}

/// A questionnaire on offer, with whom it is thought of to invite.
async fn find_offered(turn: &Turn, id: Uuid) -> anyhow::Result<(LocalQuestionnaire, Audience)> {
    let local = find_own(turn, id).await?;
    let closed = || Refusal::because("questionnaires-not-on-offer");
    let audience = local.audience.filter(|_| local.state == State::Published).ok_or_else(closed)?;
    let audience = audiences::find_audience(&turn.app().db, audience).await?.ok_or_else(closed)?;
    let is_own = audience.unit == Unit::Municipality(local.municipality);
    if is_own { Ok((local, audience)) } else { Err(closed()) }
}
