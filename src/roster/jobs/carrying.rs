//! Carrying imports out beside everybody's answers: in batches, each with its position in one transaction, so that a
//! crash or another replica goes on exactly where the last batch ended.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use chrono::{DateTime, Utc};
use futures::{FutureExt, future::BoxFuture};
use uuid::Uuid;

use super::letters::tell_of_import;
use crate::{
    app::App,
    capability::person_changed,
    db::Tx,
    errors::is_passing,
    people::{self, ListedPerson},
    replicas::Hold,
    roster::{
        model::{Counts, Entry, Import, Lookup, Mapping, State, Step, only_refused, plan_table, refused},
        store::{self, Content, Origin},
    },
    sheets::Table,
    units::{self, ListedEmployment, NewEmployment},
};

/// Rows in one transaction: a fraction of a second, so that everybody else's writes go in between.
const BATCH: usize = 200;
/// The pause after each batch.
const PAUSE: Duration = Duration::from_millis(15);
/// How often whoever waits is told how far it is.
const TELLS_EVERY: Duration = Duration::from_secs(3);
/// Faults of ours after which an import is given up.
const MOST_CRASHES: i64 = 5;

/// Says what becomes of each row of a list, against what is known of the municipality now.
pub async fn plan(
    app: &App,
    (table, mapping): (Arc<Table>, Mapping),
    municipality: Uuid,
) -> anyhow::Result<Vec<Step>> {
    let known = store::list_known(&app.db, municipality).await?;
    let (mut own, mut others, mut zone) = (Vec::new(), Vec::new(), app.settings.time_zone);
    for place in units::list_municipalities(&app.db).await? {
        let schools = units::list_schools(&app.db, place.id).await?;
        if place.id == municipality {
            own = schools;
            zone = place.time_zone.parse().unwrap_or(zone);
        } else {
            others.extend(schools);
        }
    }
    let (catalogue, today) = (Arc::clone(&app.catalogue), app.clock.now().with_timezone(&zone).date_naive());
    let planned = tokio::task::spawn_blocking(move || {
        let mut lookup = Lookup::new(&catalogue, &own, &others);
        plan_table((&table, &mapping), &mut lookup, &known, today)
    });
    Ok(planned.await?)
}

/// Looks for imports that were confirmed, and carries them out one after the other.
pub fn carry_out_imports(app: App, hold: Hold) -> BoxFuture<'static, ()> {
    async move { hold.repeat("imports of lists", || carry_out_next(&app, &hold)).await }.boxed()
}

/// Carries the oldest running import out. Returns whether there was one.
async fn carry_out_next(app: &App, hold: &Hold) -> anyhow::Result<bool> {
    let Some(id) = store::find_running(&app.db).await? else { return Ok(false) };
    let outcome = match store::find_content(&app.db, id).await? {
        Some(content) => carry_out(app, hold, content).await,
        None => Err(anyhow::anyhow!("the rows of import {id} are gone")),
    };
    if let Err(fault) = outcome {
        if !is_passing(&fault) {
            give_up_in_the_end(app, id).await?;
        }
        return Err(fault);
    }
    Ok(true)
}

async fn give_up_in_the_end(app: &App, id: Uuid) -> anyhow::Result<()> {
    let mut tx = app.db.begin().await?;
    if store::mark_broken(&mut tx, id, MOST_CRASHES, app.clock.now()).await? {
        tell_of_import(&mut tx, id, State::Broken.as_str(), app.clock.now()).await?;
    }
    tx.commit().await?;
    app.bell.ring();
    Ok(())
}

async fn carry_out(app: &App, hold: &Hold, content: Content) -> anyhow::Result<()> {
    let Content { import, table } = content;
    let table = Arc::new(table);
    let steps = plan(app, (Arc::clone(&table), import.mapping.clone()), import.municipality).await?;
    let refused = refused(&table, &import.mapping, &steps);
    let mut tx = app.db.begin().await?;
    store::set_refused(&mut tx, import.id, &refused).await?;
    tx.commit().await?;
    let mut told_at = Instant::now();
    let mut position = usize::try_from(import.position)?;
    while position < steps.len() {
        if hold.ended.is_cancelled() {
            return Ok(());
        }
        let to = steps.len().min(position + BATCH);
        let tells = told_at.elapsed() >= TELLS_EVERY;
        if !do_batch(app, &import, (&steps, position..to), tells).await? {
            return Ok(());
        }
        if tells {
            told_at = Instant::now();
        }
        position = to;
        tokio::time::sleep(PAUSE).await;
    }
    let (left, refused) = only_refused(&table, &import.mapping, &refused);
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    store::mark_done(&mut tx, import.id, (&left, &refused), now).await?;
    tell_of_import(&mut tx, import.id, State::Done.as_str(), now).await?;
    tx.commit().await?;
    app.bell.ring();
    Ok(())
}

/// Does one batch. Returns whether it was still wanted.
async fn do_batch(
    app: &App,
    import: &Import,
    (steps, rows): (&[Step], std::ops::Range<usize>),
    tells: bool,
) -> anyhow::Result<bool> {
    let now = app.clock.now();
    let batch = &steps[rows.clone()];
    let (from, to) = (i64::try_from(rows.start)?, i64::try_from(rows.end)?);
    let mut tx = app.db.begin().await?;
    if !store::claim_batch(&mut tx, import.id, (from, to), Counts::of(batch)).await? {
        return Ok(false);
    }
    let origin = Origin { import_id: import.id, municipality_id: import.municipality, imported_at: now };
    write(app, &mut tx, (batch, &origin), now).await?;
    if tells {
        tell_of_import(&mut tx, import.id, &to.to_string(), now).await?;
    }
    tx.commit().await?;
    if tells {
        app.bell.ring();
    }
    Ok(true)
}

/// Writes down what these steps change.
async fn write(
    app: &App,
    tx: &mut Tx,
    (steps, origin): (&[Step], &Origin),
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let begun: Vec<(&Uuid, &Entry)> = steps
        .iter()
        .filter_map(|step| match step {
            Step::Begin(person, entry) => Some((person, entry)),
            _ => None,
        })
        .collect();
    let people = begun.iter().map(|(id, entry)| ListedPerson {
        id: **id,
        name: entry.name.clone(),
        birth_date: entry.birth,
    });
    people::add_listed_people(tx, &people.collect::<Vec<_>>(), now).await?;
    let places = begun.iter().map(|(id, entry)| listed(**id, Uuid::now_v7(), entry, origin.municipality_id));
    units::add_first_employments(tx, &places.collect::<Vec<_>>(), now).await?;
    let names: Vec<_> = begun.iter().map(|(id, entry)| (**id, entry.name.in_full())).collect();
    store::add_roster_people(tx, &names, origin).await?;
    for step in steps {
        match step {
            Step::AddPlace(person, entry) => add_place(tx, *person, entry, now).await?,
            Step::Amend(person, employment, entry) => {
                let place = listed(*person, *employment, entry, origin.municipality_id);
                units::amend_employment(tx, &place).await?;
            }
            Step::Begin(..) | Step::Keep | Step::Refuse(_) => continue,
        }
        if let Step::AddPlace(person, entry) | Step::Amend(person, _, entry) = step {
            if let Some(birth) = entry.birth {
                people::fill_birth_date(tx, *person, birth).await?;
            }
            person_changed(app, tx, *person).await?;
        }
    }
    Ok(())
}

async fn add_place(tx: &mut Tx, person: Uuid, entry: &Entry, now: DateTime<Utc>) -> anyhow::Result<()> {
    let new = NewEmployment {
        person_id: person,
        school_id: entry.school,
        post: entry.post.clone(),
        subjects: entry.subjects.clone(),
    };
    let id = units::add_employment(tx, &new, now).await?;
    Ok(units::set_share(tx, id, entry.share_percent).await?)
}

fn listed(person: Uuid, employment: Uuid, entry: &Entry, municipality: Uuid) -> ListedEmployment {
    ListedEmployment {
        id: employment,
        person_id: person,
        municipality_id: municipality,
        school_id: entry.school,
        post: entry.post.clone(),
        subjects: entry.subjects.clone(),
        share_percent: entry.share_percent,
    }
}
