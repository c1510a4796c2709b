//! Looking at what happened. Not here: writing it down; whoever does something does that.

use super::{
    model::{Deed, Page},
    store,
    view::{self, Action},
};
use crate::{
    capability::{Outcome, Tree, command_button},
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
            let who = (turn.standing(), turn.roles());
            let back = command_button(&app.capabilities, "admin", who, turn.texts());
            Ok(view::entries_screen(&page, back, zone, turn.texts()))
        }
        Action::Mine(number) => {
            let newest = store::list_about(&app.db, person.id, Page::needed(number)).await?;
            Ok(view::mine_screen(&Page::cut(newest, number), zone, turn.texts()))
        }
        Action::Table => take_table(&turn).await,
    }
}

/// Rows of a table that is handed out: more than a district fills within the audit's period.
const MOST_ROWS: usize = 200_000;

/// Everything that this person may see, as a table. That it was taken is written down first, and stands in it.
async fn take_table(turn: &Turn) -> Outcome {
    let app = turn.app();
    let person = turn.known_person()?;
    turn.take_heavy()?;
    let units: Vec<Unit> = units_with(turn.roles(), Right::SeeAudit).collect();
    let mut tx = turn.begin().await?;
    let taken = (Deed::TookAudit, "au1.table");
    store::add_taking(tx.tx(), person.id, taken, (&units, turn.now())).await?;
    tx.stand_at(&Action::Entries(0).into());
    tx.commit().await?;
    let mut entries = newest(turn, MOST_ROWS).await?;
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.happened_at));
    let zone = people::zone_of(app, person).await?;
    turn.put_together(move |turn| view::table_screen(&entries, zone, turn.texts())).await
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
