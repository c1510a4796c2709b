//! Asking people to take a questionnaire: whom, inviting them, and reminding those who have not finished.
//! Not here: the letters; they are written beside everybody's answers.

use chrono::TimeDelta;
use uuid::Uuid;

use super::{find_own, looking::show};
use crate::{
    audiences::{self, Audience},
    capability::Outcome,
    errors::Refusal,
    label,
    questionnaires::{
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
    tx.stand_at(&Action::Show(id).into());
    tx.commit().await?;
    let done = label!(turn.texts(), "questionnaires-reminded-toast", count = i64::try_from(reminded)?);
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
