//! People of a list who have not come in: looked for by words, shown briefly, invited by whoever hangs that on their card.
//! Not here: the lists; and the people who have come in.

use uuid::Uuid;

use super::{
    looking::{gathered, units_in_sight},
    out_of_sight,
};
use crate::{
    audit::{self, Deed, NewEntry},
    capability::{OfferPlace, Outcome, offers},
    directory::{
        model::{Entry, Sight, unit_of},
        store,
        view::{self, Action, CardView},
    },
    people,
    turn::Turn,
    units::{self, Unit},
};

/// Somebody of a list as whoever speaks may see them.
pub struct Awaited {
    /// Фамилия имя отчество.
    pub name: String,
    /// The schools that the list names, as far as they are seen.
    pub units: Vec<Unit>,
    sight: Sight,
}

/// The person with this id, if they are of a list, have not come in, and are in sight.
///
/// # Errors
/// A `Refusal` where they are not.
pub async fn find_awaited(turn: &Turn, id: Uuid) -> anyhow::Result<Awaited> {
    let app = turn.app();
    if !store::is_awaited(&app.db, id).await? {
        return Err(out_of_sight());
    }
    let person = people::find_person(&app.db, id, app.consent_text.hash()).await?;
    let name = person.and_then(|person| person.name()).ok_or_else(out_of_sight)?.in_full();
    let places = units::places_of(&app.db, id).await?;
    let sight = Sight::of(turn.roles(), places, Vec::new()).ok_or_else(out_of_sight)?;
    let units = sight.places.iter().map(unit_of).collect();
    Ok(Awaited { name, units, sight })
}

/// Everybody of a list in whoever speaks' sight, by name.
pub(super) async fn list_awaited(turn: &Turn) -> anyhow::Result<Vec<Entry>> {
    let mut places = Vec::new();
    for unit in units_in_sight(turn) {
        places.extend(store::list_awaited(&turn.app().db, (unit.municipality(), unit.school())).await?);
    }
    let mut entries = gathered(turn, &places, &[]);
    for entry in &mut entries {
        entry.is_awaited = true;
    }
    Ok(entries)
}

/// How many they are; somebody at two units that are both seen counts at each.
pub(super) async fn count_awaited(turn: &Turn) -> anyhow::Result<i64> {
    let mut count = 0;
    for unit in units_in_sight(turn) {
        count += store::count_awaited(&turn.app().db, (unit.municipality(), unit.school())).await?;
    }
    Ok(count)
}

/// Shows what a list says of where somebody works. That it was looked at is written down.
pub(super) async fn open_awaited(turn: &Turn, id: Uuid) -> Outcome {
    let (app, actor) = (turn.app(), turn.known_person()?);
    let found = find_awaited(turn, id).await?;
    if !turn.shows_again() {
        let entry = NewEntry {
            actor: actor.id,
            subject: id,
            deed: Deed::SawCard,
            role: None,
            municipality: found.sight.municipality(),
            source: "di1.card",
        };
        let mut tx = turn.begin().await?;
        audit::add_entry(tx.tx(), &entry, turn.now()).await?;
        tx.expect_nothing();
        tx.stand_at(&Action::Card(id).into());
        tx.commit().await?;
    }
    let who = (turn.standing(), turn.roles());
    let offered = offers(OfferPlace::Awaited, who, &app.capabilities, turn.texts());
    let card = CardView {
        is_awaited: true,
        is_unconfirmed: false,
        offered: offered.map(|button| button.about(id)).collect(),
        person_id: id,
        name: &found.name,
        sight: &Sight { sees_reach: false, ..found.sight },
        reach: &[],
        actor: turn.roles(),
        is_appointable: false,
        catalogue: &app.catalogue,
        zone: people::zone_of(app, actor).await?,
    };
    Ok(view::card_screen(&card, turn.texts()))
}
