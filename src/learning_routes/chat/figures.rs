//! What all routes of a municipality come to, for its coordinator. Not here: counting.

use uuid::Uuid;

use super::{changed, today};
use crate::{
    audiences::LEAST,
    capability::Outcome,
    directory, label,
    learning_routes::{model::RouteFigures, store, view},
    messenger::Button,
    turn::Turn,
    units::{Role, Unit},
};

/// The municipality that whoever speaks coordinates.
fn coordinated(turn: &Turn) -> anyhow::Result<Uuid> {
    let found = turn.roles().iter().find_map(|held| match (held.role, held.unit) {
        (Role::Coordinator, Unit::Municipality(id)) => Some(id),
        _ => None,
    });
    found.ok_or_else(changed)
}

fn back(turn: &Turn) -> Button {
    Button::new(label!(turn.texts(), "learning_routes-back-admin"), directory::admin_address())
}

async fn count(turn: &Turn) -> anyhow::Result<RouteFigures> {
    let facts = store::list_facts(&turn.app().db, coordinated(turn)?, today(turn).await?).await?;
    Ok(RouteFigures::of(&facts, LEAST))
}

pub(super) async fn show(turn: &Turn) -> Outcome {
    Ok(view::figures_screen(&count(turn).await?, back(turn), turn.texts()))
}

pub(super) async fn send(turn: &Turn) -> Outcome {
    turn.take_heavy()?;
    let (figures, today) = (count(turn).await?, today(turn).await?);
    let screen = view::figures_screen(&figures, back(turn), turn.texts());
    if figures.people == 0 {
        return Ok(screen);
    }
    Ok(screen.with(view::figures_file(&figures, today, turn.texts())?))
}
