//! Looking at what happened. Not here: writing it down; whoever does something does that.

use super::{
    model::Page,
    store,
    view::{self, Action},
};
use crate::{
    capability::{Outcome, Tree},
    messenger::Event,
    people,
    turn::Turn,
    units::{Right, Unit, units_with},
};

/// The branch of the tree.
#[must_use]
pub fn tree() -> Tree {
    dptree::filter_map(|turn: Turn| match &turn.incoming().event {
        Event::Press { payload } => Action::read(payload),
        Event::Command { name, .. } => (name == "audit").then_some(Action::Entries(0)),
        _ => None,
    })
    .endpoint(carry_out)
}

async fn carry_out(turn: Turn, action: Action) -> Outcome {
    let (app, person) = (turn.app(), turn.known_person()?);
    let zone = people::zone_of(app, person).await?;
    match action {
        Action::Entries(number) => {
            let page = Page::cut(newest(&turn, Page::needed(number)).await?, number);
            Ok(view::entries_screen(&page, zone, turn.texts()))
        }
        Action::Mine(number) => {
            let newest = store::list_about(&app.db, person.id, Page::needed(number)).await?;
            Ok(view::mine_screen(&Page::cut(newest, number), zone, turn.texts()))
        }
    }
}

/// The newest entries of every unit whose audit this person sees.
async fn newest(turn: &Turn, most: usize) -> anyhow::Result<Vec<super::model::Entry>> {
    let mut units: Vec<Unit> = units_with(turn.roles(), Right::SeeAudit).collect();
    if units.contains(&Unit::Region) {
        units = vec![Unit::Region];
    }
    let mut newest = Vec::new();
    for unit in units {
        newest.extend(store::list_entries(&turn.app().db, unit.municipality(), most).await?);
    }
    Ok(newest)
}
