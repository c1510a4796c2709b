//! Finding out who is meant, as things are now.
//! Not here: who may ask, and what is done with the people.

use std::collections::{BTreeSet, HashSet};

use uuid::Uuid;

use super::{
    model::{
        Audience, Cell, Count, Definition, Facts, Kind, LEAST, Moment, Traits, Value, Wanted, renew, rough,
    },
    store::{self, NewAudience},
};
use crate::{app::App, db::Tx, messenger::Payload, units::Unit};

/// Begins an audience of everybody in a unit, for a screen that has this address. Returns our id of it.
pub async fn begin(
    app: &App,
    tx: &mut Tx,
    (owner, unit): (Uuid, Unit),
    back: &Payload,
) -> anyhow::Result<Uuid> {
    let definition = Definition::default();
    let new = NewAudience { owner, unit, back: back.as_str(), definition: &definition };
    Ok(store::add_audience(tx, &new, None, app.clock.now()).await?)
}

/// Begins an audience that means whom another of the same unit means; of one that is gone, everybody.
pub async fn begin_like(
    app: &App,
    tx: &mut Tx,
    ((owner, unit), like): ((Uuid, Unit), Uuid),
    back: &Payload,
) -> anyhow::Result<Uuid> {
    let found = store::find_audience_within(tx, like).await?.filter(|found| found.unit == unit);
    let definition = found.map(|found| found.definition).unwrap_or_default();
    let new = NewAudience { owner, unit, back: back.as_str(), definition: &definition };
    Ok(store::add_audience(tx, &new, None, app.clock.now()).await?)
}

/// Whom an audience that nobody puts together by hand means.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Whom {
    /// Everybody of the unit.
    Everybody,
    /// Those who teach a subject there.
    Subject(String),
    /// These people.
    Named(Vec<Uuid>),
}

/// Begins an audience of these people of a unit, for a screen that has this address. Returns our id of it.
pub async fn begin_of(
    app: &App,
    tx: &mut Tx,
    ((owner, unit), whom): ((Uuid, Unit), &Whom),
    back: &Payload,
) -> anyhow::Result<Uuid> {
    let mut of = Traits::default();
    match whom {
        Whom::Everybody => {}
        Whom::Subject(subject) => of.add(Kind::Subject, Value::Word(subject.clone())),
        Whom::Named(people) => people.iter().for_each(|person| of.add(Kind::Name, Value::Id(*person))),
    }
    let definition = Definition::People { of, without: Traits::default() };
    let new = NewAudience { owner, unit, back: back.as_str(), definition: &definition };
    Ok(store::add_audience(tx, &new, None, app.clock.now()).await?)
}

/// Everybody within the unit of an audience, with what its definition asks about.
pub async fn facts_of(app: &App, audience: &Audience) -> anyhow::Result<Vec<Facts>> {
    Ok(store::list_facts(&app.db, (audience.unit, &audience.definition), app.clock.now()).await?)
}

/// The moment for which it is asked who is meant.
fn moment(app: &App) -> Moment {
    let now = app.clock.now();
    Moment { now, today: now.with_timezone(&app.settings.time_zone).date_naive() }
}

/// The people whom an audience means now, by id. Of an audience by area that has come to fewer than ten there are none.
pub async fn people_of(app: &App, audience: &Audience) -> anyhow::Result<Vec<Uuid>> {
    if let Definition::Area(area) = &audience.definition {
        let Unit::Municipality(municipality) = audience.unit else { return Ok(Vec::new()) };
        let key = (municipality, area.area.as_str());
        let measured: HashSet<Uuid> = store::list_measured(&app.db, &area.area).await?.into_iter().collect();
        let mut people = store::list_area_people(&app.db, key, area.block.as_deref()).await?;
        people.retain(|person| measured.contains(person));
        return Ok(if people.len() < LEAST { Vec::new() } else { people });
    }
    let at = moment(app);
    let facts = facts_of(app, audience).await?;
    let mut people: Vec<Uuid> =
        facts.iter().filter(|facts| audience.definition.means(facts, at)).map(|facts| facts.person).collect();
    people.sort_unstable();
    Ok(people)
}

/// How many people an audience means now.
pub async fn count_of(app: &App, audience: &Audience) -> anyhow::Result<Count> {
    if let Definition::Area(area) = &audience.definition {
        let Unit::Municipality(municipality) = audience.unit else { return Ok(Count::default()) };
        let is_some = !people_of(app, audience).await?.is_empty();
        let key = (municipality, area.area.as_str());
        let kept = store::count_area_people(&app.db, key, area.block.as_deref()).await?;
        let people = if is_some { rough(usize::try_from(kept)?) } else { 0 };
        return Ok(Count { people, unreachable: 0, is_rough: true });
    }
    Ok(count(&facts_of(app, audience).await?, &audience.definition, moment(app)))
}

/// How many of these people a definition means.
pub fn count(facts: &[Facts], definition: &Definition, at: Moment) -> Count {
    let meant = facts.iter().filter(|facts| definition.means(facts, at));
    meant.fold(Count::default(), |count, facts| Count {
        people: count.people + 1,
        unreachable: count.unreachable + usize::from(!facts.is_reachable),
        is_rough: false,
    })
}

/// The same for the present moment.
pub fn count_now(app: &App, facts: &[Facts], definition: &Definition) -> Count {
    count(facts, definition, moment(app))
}

/// By what an area may be told apart.
pub const DIMENSIONS: [&str; 2] = ["school", "subject"];

/// Who works in a municipality and whom an area was found difficult for, each counted under their main school, the first
/// subject they teach there, or nothing.
pub async fn wanted(app: &App, (municipality, area): (Uuid, &str), by: &str) -> anyhow::Result<Wanted> {
    let unit = (Unit::Municipality(municipality), &Definition::default());
    let facts = store::list_facts(&app.db, unit, app.clock.now()).await?;
    let block = |facts: &Facts| {
        let place = facts.places.first()?;
        Some(match by {
            "school" => place.school.to_string(),
            "subject" => place.subjects.first().cloned().unwrap_or_default(),
            _ => String::new(),
        })
    };
    let everybody = facts.iter().filter_map(|facts| Some((facts.person, block(facts)?))).collect();
    let found: BTreeSet<Uuid> = store::list_found(&app.db, municipality, area).await?.into_iter().collect();
    Ok(Wanted { everybody, found })
}

/// Brings the cells of an area up to date, as far as that singles nobody out.
pub async fn renew_area(tx: &mut Tx, key: (Uuid, &str), wanted: &Wanted) -> anyhow::Result<Vec<Cell>> {
    let before = store::find_cells(tx, key.0, key.1).await?;
    let after = renew(before.clone(), wanted);
    store::write_cells(tx, key, (&before, &after)).await?;
    Ok(after)
}
