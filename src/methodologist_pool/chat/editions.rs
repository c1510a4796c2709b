//! The list of a school year: adopting it by an order, and sending one of those adopted before.

use uuid::Uuid;

use super::{ask_right, ask_right_again, listing, out_of_sight, today};
use crate::{
    audit::{self, Deed},
    capability::Outcome,
    label,
    methodologist_pool::{
        model::{Edition, Line, Order, read_order, school_year},
        store,
        view::{self, Action},
    },
    turn::Turn,
    units::Unit,
};

pub(super) async fn show(turn: &Turn, municipality: Uuid) -> Outcome {
    ask_right(turn, municipality)?;
    let editions = store::list_editions(&turn.app().db, municipality).await?;
    let year = school_year(today(turn).await?);
    Ok(view::editions_screen(municipality, &editions, year, turn.texts()))
}

pub(super) async fn ask_order(turn: &Turn, municipality: Uuid) -> Outcome {
    ask_right(turn, municipality)?;
    let size = store::find_size(&turn.app().db, municipality).await?;
    let year = school_year(today(turn).await?);
    Ok(view::approve_screen(municipality, (year, size.members), turn.texts()))
}

pub(super) async fn receive_order(turn: &Turn, municipality: Uuid, words: &str) -> Outcome {
    match read_order(words) {
        Ok(order) => adopt(turn, municipality, Some(order)).await,
        Err(fault) => {
            let mut screen = ask_order(turn, municipality).await?;
            screen.text = view::fault_word(fault, turn.texts()).paragraph(&screen.text);
            Ok(screen)
        }
    }
}

/// Adopts the list of this school year as the members stand in it now.
pub(super) async fn adopt(turn: &Turn, municipality: Uuid, order: Option<Order>) -> Outcome {
    let members = listing::members_of(turn, municipality).await?;
    let lines: Vec<(Uuid, Line)> =
        members.into_iter().map(|seen| (seen.member.person_id, seen.line)).collect();
    let edition = Edition {
        id: Uuid::now_v7(),
        municipality_id: municipality,
        school_year: school_year(today(turn).await?),
        order,
        count: 0,
    };
    let mut tx = turn.begin().await?;
    ask_right_again(turn, tx.tx(), municipality).await?;
    store::add_edition(tx.tx(), &edition, &lines, turn.now()).await?;
    tx.expect_nothing();
    tx.stand_at(&Action::Editions(municipality).into());
    tx.commit().await?;
    Ok(show(turn, municipality).await?.toast(label!(turn.texts(), "methodologist_pool-adopted-toast")))
}

/// Sends an edition as it was adopted. That it was taken is written down first, for birth dates stand in it.
pub(super) async fn send_past(turn: &Turn, id: Uuid) -> Outcome {
    turn.take_heavy()?;
    let db = &turn.app().db;
    let edition = store::find_edition(db, id).await?.ok_or_else(out_of_sight)?;
    ask_right(turn, edition.municipality_id)?;
    let lines = store::list_lines(db, id).await?;
    let mut tx = turn.begin().await?;
    let (actor, units) = (turn.known_person()?.id, [Unit::Municipality(edition.municipality_id)]);
    audit::add_taking(tx.tx(), actor, (Deed::TookPeople, "mp1.past"), (&units, turn.now())).await?;
    tx.expect_nothing();
    tx.stand_at(&Action::Editions(edition.municipality_id).into());
    tx.commit().await?;
    let municipality = edition.municipality_id;
    let made = turn.put_together(move |turn| {
        let head = (edition.school_year, edition.order.as_ref());
        view::list_docx(&lines, head, false, turn.texts())
    });
    let bytes = made.await?;
    let name = label!(turn.texts(), "methodologist_pool-file-paper");
    Ok(listing::with_file(show(turn, municipality).await?, name, bytes, turn))
}
