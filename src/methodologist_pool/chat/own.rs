//! A methodologist's own page: what they consult on, how much they take, when they are away.

use uuid::Uuid;

use super::{consults, out_of_sight, titles, today};
use crate::{
    capability::Outcome,
    methodologist_pool::{
        model::{Member, Step},
        store,
        view::{self, Action},
    },
    turn::Turn,
    units::{Role, Unit},
};

pub(super) async fn show(turn: &Turn) -> Outcome {
    let member = find_own(turn).await?;
    Ok(view::own_screen(member.as_ref(), &titles(turn.app()), today(turn).await?, turn.texts()))
}

/// The methodologist's own record, where they hold the role.
async fn find_own(turn: &Turn) -> anyhow::Result<Option<Member>> {
    let known = store::list_of_person(&turn.app().db, turn.known_person()?.id).await?;
    Ok(known.into_iter().find(|member| consults(turn.roles(), member.municipality_id)))
}

/// Begins the record of a methodologist whom nobody has put into the pool yet: as a candidate.
pub(super) async fn join(turn: &Turn) -> Outcome {
    let held = turn.roles().iter().find(|held| held.role == Role::Methodologist);
    let Some(Unit::Municipality(municipality)) = held.map(|held| held.unit) else {
        return Err(out_of_sight());
    };
    let id = match find_own(turn).await? {
        Some(member) => member.id,
        None => begin(turn, municipality).await?,
    };
    super::steps::show(turn, (id, Step::Directions), 0).await
}

async fn begin(turn: &Turn, municipality: Uuid) -> anyhow::Result<Uuid> {
    let mut tx = turn.begin().await?;
    let whose = (municipality, turn.known_person()?.id);
    let id = store::add_candidate(tx.tx(), whose, turn.now()).await?;
    tx.expect_nothing();
    tx.stand_at(&Action::Step(id, Step::Directions, 0).into());
    tx.commit().await?;
    Ok(id)
}
