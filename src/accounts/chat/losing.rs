//! Saying that an earlier account is lost, and saying that somebody else took one's own.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    accounts::{
        NAME, jobs,
        model::{MoveKind, MoveState},
        store::{self, NewMove},
        view::{self, Action},
    },
    app::App,
    capability::{Newcomer, Outcome},
    conversations,
    db::Tx,
    directory,
    messenger::Markup,
    people::{self, Standing},
    texts::Texts,
    turn::Turn,
    units,
};

/// What is kept with the contact of somebody who has not registered yet.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Kept {
    /// Their earlier account is lost: whoever can tell is asked once they have said who they are.
    is_lost: bool,
}

/// Passes it on to whoever can tell who this is; who has not said their name yet is asked for it first.
pub(super) async fn ask(turn: &Turn) -> Outcome {
    let mut tx = turn.begin().await?;
    if turn.standing() == Standing::Registered {
        file(tx.tx(), turn.known_person()?.id, turn.app()).await?;
        tx.expect_nothing();
        tx.stand_at(&Action::Passed.into());
        tx.commit().await?;
        return Ok(view::lost_screen(turn.texts()));
    }
    tx.park(NAME, &Kept { is_lost: true }).await?;
    tx.expect_nothing();
    tx.stand_at(&people::home_address());
    tx.commit().await?;
    Ok(people::below(&view::newcomer_word(turn.texts()), people::show_home(turn).await?))
}

/// Writes the plea down once; a second one changes nothing.
async fn file(tx: &mut Tx, former: Uuid, app: &App) -> anyhow::Result<()> {
    let now = app.clock.now();
    let places = units::places_within(tx, former).await?;
    let new = NewMove {
        kind: MoveKind::Returned,
        former_id: Some(former),
        person_id: None,
        moved: &[],
        municipality: places.first().map(|place| place.municipality_id),
        decided_by: None,
    };
    if store::add_move(tx, &new, now).await?.is_some() {
        jobs::tell_of_plea(tx, former, now).await?;
    }
    Ok(())
}

/// Somebody has registered who said before that their account is lost: now it is known where to ask.
pub async fn come_in(
    app: &App,
    tx: &mut Tx,
    newcomer: Newcomer,
    texts: &Texts,
) -> anyhow::Result<Option<Markup>> {
    let kept: Option<Kept> = conversations::draft_within(tx, newcomer.contact, NAME).await?;
    if !kept.is_some_and(|kept| kept.is_lost) {
        return Ok(None);
    }
    conversations::forget(tx, newcomer.contact, NAME).await?;
    file(tx, newcomer.person, app).await?;
    Ok(Some(view::asked_word(texts)))
}

/// Somebody says by the account that they had that a move is wrong: whoever decided it is told, and decides again.
pub(super) async fn object(turn: &Turn, id: Uuid) -> Outcome {
    let found = store::find_move(&turn.app().db, id).await?.ok_or_else(directory::out_of_sight)?;
    let speaks = turn.contact_id().ok_or_else(directory::out_of_sight)?;
    let mut tx = turn.begin().await?;
    let theirs = match found.person_id {
        Some(person) => people::list_contact_states(tx.tx(), person).await?,
        None => Vec::new(),
    };
    let was_there = theirs.iter().any(|(contact, _)| *contact == speaks) && !found.moved.contains(&speaks);
    if !was_there || found.state != MoveState::Done {
        return Err(directory::out_of_sight());
    }
    jobs::object(tx.tx(), &found, turn.now()).await?;
    tx.commit().await?;
    Ok(view::objected_screen(people::home_address(), turn.texts()))
}
