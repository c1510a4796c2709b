//! Taking the consent back: everything personal goes at once. Not here: what each capability holds.

use crate::{
    capability::Outcome,
    privacy::{
        jobs::Leaver,
        list_holdings,
        model::Reason,
        view::{self, Action},
    },
    turn::Turn,
};

/// What goes and what stays, before anything happens.
pub(super) fn ask_to_withdraw(turn: &Turn) -> Outcome {
    match turn.person() {
        Some(_) => Ok(view::withdraw_screen(&turn.app().retention, turn.texts())),
        None => Ok(view::farewell_screen(turn.texts())),
    }
}

/// Erases whoever asks; pressed twice, the end is shown again.
pub(super) async fn withdraw(turn: &Turn) -> Outcome {
    let Some(person) = turn.person() else {
        return Ok(view::farewell_screen(turn.texts()));
    };
    let app = turn.app();
    let leaver = Leaver::find(app, &list_holdings(app).await?, (person.id, Reason::Withdrawn)).await?;
    let mut tx = turn.begin().await?;
    leaver.erase(app, tx.tx(), turn.now()).await?;
    tx.expect_nothing();
    tx.stand_at(&Action::Farewell.into());
    tx.commit().await?;
    leaver.is_gone(app).await;
    Ok(view::farewell_screen(turn.texts()))
}
