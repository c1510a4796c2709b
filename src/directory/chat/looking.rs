//! Looking for people and opening a card.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::find_seen;
use crate::{
    audit::{self, Deed, NewEntry},
    capability::{OfferPlace, Outcome, offers},
    directory::{
        NAME,
        model::{Candidate, Entry, PlaceRow, RoleRow, Titles, find, gather, offered_roles, table},
        store,
        view::{self, Action, CardView, ListView},
    },
    messenger::{Event, Screen},
    people,
    turn::Turn,
    units::{self, Right, Role, Unit, role_title, units_with},
};

/// Characters that a search may take; nobody's name is longer.
const LONGEST_SEARCH: usize = 100;

/// What the list is narrowed to.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Search {
    typed: String,
}

pub(super) async fn show_admin(turn: &Turn) -> Outcome {
    let app = turn.app();
    let held = units::list_roles(&app.db, turn.known_person()?.id).await?;
    Ok(view::admin_screen(turn.roles(), &held, &app.capabilities, turn.texts()))
}

/// Everybody in sight, or whoever the words behind the command mean; an earlier search is forgotten.
pub(super) async fn show_everybody(turn: &Turn) -> Outcome {
    if let Event::Command { argument, .. } = &turn.incoming().event
        && !argument.is_empty()
    {
        return look_for(turn, argument).await;
    }
    let mut tx = turn.begin().await?;
    tx.forget_draft(NAME).await?;
    tx.expect_nothing();
    tx.stand_at(&Action::Found(0).into());
    tx.commit().await?;
    list(turn, "", 0).await
}

pub(super) async fn show_found(turn: &Turn, page: usize) -> Outcome {
    let search: Search = turn.draft(NAME).await?.unwrap_or_default();
    list(turn, &search.typed, page).await
}

pub(super) async fn receive_words(turn: Turn) -> Outcome {
    look_for(&turn, turn.words().unwrap_or_default()).await
}

async fn look_for(turn: &Turn, words: &str) -> Outcome {
    let typed: String = words.chars().take(LONGEST_SEARCH).collect();
    let typed = if units::search_key(&typed).is_empty() { String::new() } else { typed.trim().to_owned() };
    let mut tx = turn.begin().await?;
    tx.park(NAME, &Search { typed: typed.clone() }).await?;
    tx.expect_nothing();
    tx.stand_at(&Action::Found(0).into());
    tx.commit().await?;
    list(turn, &typed, 0).await
}

async fn list(turn: &Turn, typed: &str, page: usize) -> anyhow::Result<Screen> {
    let (places, roles) = rows_in_sight(turn).await?;
    let people = find(gathered(turn, &places, &roles), typed);
    Ok(view::people_screen(&ListView { people: &people, typed, page }, turn.texts()))
}

/// Whom the list shows now, as a table. That it was taken is written down first.
pub(super) async fn take_table(turn: &Turn) -> Outcome {
    turn.take_heavy()?;
    let actor = turn.known_person()?.id;
    let search: Search = turn.draft(NAME).await?.unwrap_or_default();
    let (places, roles) = rows_in_sight(turn).await?;
    let meant = find(gathered(turn, &places, &roles), &search.typed);
    let units: Vec<Unit> = units_with(turn.roles(), Right::SeePeople).collect();
    let mut tx = turn.begin().await?;
    audit::add_taking(tx.tx(), actor, (Deed::TookPeople, "di1.table"), (&units, turn.now())).await?;
    tx.stand_at(&Action::Found(0).into());
    tx.commit().await?;
    turn.put_together(move |turn| {
        view::table_screen(&table(&meant, &places, &roles), &turn.app().catalogue, turn.texts())
    })
    .await
}

type Rows = (Vec<PlaceRow>, Vec<RoleRow>);

/// Where everybody in whoever speaks' sight works, and what they answer for.
async fn rows_in_sight(turn: &Turn) -> anyhow::Result<Rows> {
    let app = turn.app();
    let mut units: HashSet<Unit> = units_with(turn.roles(), Right::SeePeople).collect();
    if units.contains(&Unit::Region) {
        units = HashSet::from([Unit::Region]);
    }
    let (mut places, mut roles) = (Vec::new(), Vec::new());
    for unit in units {
        let within = (unit.municipality(), unit.school());
        places.extend(store::list_places(&app.db, within).await?);
        roles.extend(store::list_roles(&app.db, within).await?);
    }
    Ok((places, roles))
}

fn gathered(turn: &Turn, places: &[PlaceRow], roles: &[RoleRow]) -> Vec<Entry> {
    let (catalogue, texts) = (&turn.app().catalogue, turn.texts());
    let titles = Titles {
        post: &|id| catalogue.post_title(id).to_owned(),
        subject: &|id| catalogue.subject_titles(&[id.to_owned()]).concat(),
        role: &|word| Role::from_word(word).map(|role| role_title(role, texts)).unwrap_or_default(),
    };
    gather(places, roles, &titles)
}

/// Whoever works at a unit and is meant by the typed words, by name. Whether that unit's people may be seen is the
/// caller's question.
pub async fn find_colleagues(turn: &Turn, at: Unit, typed: &str) -> anyhow::Result<Vec<Entry>> {
    let places = store::list_places(&turn.app().db, (at.municipality(), at.school())).await?;
    Ok(find(gathered(turn, &places, &[]), typed))
}

/// Opens a card. That another person's was opened is written down together with the mark that it was.
pub(super) async fn open_card(turn: &Turn, id: Uuid) -> Outcome {
    let (app, actor) = (turn.app(), turn.known_person()?.id);
    let seen = find_seen(turn, id).await?;
    if actor != id && !turn.shows_again() {
        let entry = NewEntry {
            actor,
            subject: id,
            deed: Deed::SawCard,
            role: None,
            municipality: seen.sight.municipality(),
            source: "di1.card",
        };
        let mut tx = turn.begin().await?;
        audit::add_entry(tx.tx(), &entry, turn.now()).await?;
        tx.expect_nothing();
        tx.stand_at(&Action::Card(id).into());
        tx.commit().await?;
    }
    let reach = if seen.sight.sees_reach { store::list_reach(&app.db, id).await? } else { Vec::new() };
    let municipalities: Vec<Uuid> =
        units::list_municipalities(&app.db).await?.iter().map(|place| place.id).collect();
    let candidate =
        Candidate { places: &seen.sight.places, held: &seen.sight.roles, municipalities: &municipalities };
    let unconfirmed = store::list_unconfirmed(&app.db, id).await?;
    let is_unconfirmed = seen.sight.places.iter().any(|place| unconfirmed.contains(&place.municipality_id));
    let places = [OfferPlace::Unconfirmed, OfferPlace::Card].into_iter().skip(usize::from(!is_unconfirmed));
    let who = (turn.standing(), turn.roles());
    let offered = places.flat_map(|place| offers(place, who, &app.capabilities, turn.texts()));
    let card = CardView {
        is_unconfirmed,
        offered: offered.map(|button| button.about(id)).collect(),
        person_id: id,
        name: &seen.name,
        sight: &seen.sight,
        reach: &reach,
        actor: turn.roles(),
        is_appointable: !offered_roles(turn.roles(), candidate).is_empty(),
        catalogue: &app.catalogue,
        zone: people::zone_of(app, turn.known_person()?).await?,
    };
    Ok(view::card_screen(&card, turn.texts()))
}
