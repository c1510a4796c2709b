//! Sending announcements beside everybody's answers: their people are taken when they begin, letters are written in batches,
//! each with its marks in one transaction, so that a crash or another replica goes on exactly where the last batch ended.
//! Whatever is written in the name of an announcement is written while it is held as it was read.

use std::{
    collections::{HashMap, HashSet},
    time::{Duration, Instant},
};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use futures::{FutureExt, future::BoxFuture};
use tokio::sync::Mutex;
use uuid::Uuid;

use super::{
    letters::{owe_alarms, owe_report, post_letter, post_matter, reminder_letter},
    reporting::{states_of, tally_of, zone_of},
};
use crate::{
    app::App,
    audiences,
    broadcasts::{
        model::{Broadcast, FIRST, Pause, State, Tally, is_troubled, key_of, next_start},
        store,
    },
    db::Tx,
    outbox,
    replicas::Hold,
    units::{self, Right, may},
};

/// Letters in one transaction: a fraction of a second, so that everybody else's writes go in between.
const BATCH: i64 = 100;
/// How often whoever had it sent is told how far it is.
const TELLS_EVERY: Duration = Duration::from_secs(3);
/// After so many hours what was said cannot be deleted: <https://core.telegram.org/bots/api#deletemessage>. An hour is left
/// for getting through.
const DELETABLE_HOURS: i64 = 47;

/// When whoever waits was last told, announcement by announcement.
type LastTold = HashMap<Uuid, Instant>;

/// Looks for announcements that are under way, and does a piece of each in turn.
pub fn send_broadcasts(app: App, hold: Hold) -> BoxFuture<'static, ()> {
    async move {
        let told = Mutex::new(LastTold::new());
        hold.repeat("announcements", || async {
            let mut told = told.lock().await;
            go_round(&app, &mut told).await
        })
        .await;
    }
    .boxed()
}

/// Does a piece of every announcement; one that stumbles holds up no other. Returns whether there is more to do at once.
async fn go_round(app: &App, told: &mut LastTold) -> anyhow::Result<bool> {
    if app.clock.check().is_err() {
        return Ok(false);
    }
    let (mut is_busy, mut stumbled) = (false, None);
    for broadcast in store::list_at_work(&app.db, app.clock.now()).await? {
        match step(app, &broadcast, told).await {
            Ok(has_more) => is_busy |= has_more,
            Err(fault) => stumbled = Some(fault.context(format!("the announcement {}", broadcast.id))),
        }
    }
    stumbled.map_or(Ok(is_busy), Err)
}

async fn step(app: &App, broadcast: &Broadcast, told: &mut LastTold) -> anyhow::Result<bool> {
    if broadcast.is_correcting {
        return correct_batch(app, broadcast).await;
    }
    if broadcast.is_reminding && remind_batch(app, broadcast).await? {
        return Ok(true);
    }
    if ![State::Scheduled, State::Running].contains(&broadcast.state) {
        return Ok(false);
    }
    if !may_go_on(app, broadcast).await? {
        let from = broadcast.state;
        hold_up(app, broadcast, (from, Pause::Role)).await?;
        return Ok(false);
    }
    match (broadcast.state, broadcast.taken_at) {
        (State::Scheduled, _) => begin_in_time(app, broadcast).await.map(|()| true),
        (_, None) => take(app, broadcast).await.map(|()| true),
        _ => write_on(app, broadcast, told).await,
    }
}

/// Whether whoever had it sent still may.
async fn may_go_on(app: &App, broadcast: &Broadcast) -> anyhow::Result<bool> {
    let Some(sender) = broadcast.sender else { return Ok(false) };
    let roles = units::roles_of(&app.db, sender).await?;
    Ok(may(&roles, Right::Address, broadcast.unit()))
}

/// Holds an announcement up by itself, and says so to whoever had it sent and whoever may let it go on.
async fn hold_up(app: &App, broadcast: &Broadcast, (from, why): (State, Pause)) -> anyhow::Result<()> {
    let now = app.clock.now();
    let mut people = match why {
        Pause::Role => store::list_coordinators(&app.db, broadcast.municipality).await?,
        Pause::Failures | Pause::Wished => Vec::new(),
    };
    people.extend(broadcast.sender.filter(|_| why != Pause::Role));
    let mut tx = app.db.begin().await?;
    if store::change_state(&mut tx, broadcast.id, (from, State::Paused), Some(why)).await? {
        owe_alarms(&mut tx, broadcast.id, &people, now).await?;
        if why != Pause::Role {
            owe_report(&mut tx, broadcast, why.as_str(), now).await?;
        }
    }
    tx.commit().await?;
    app.bell.ring();
    Ok(())
}

/// The moment has come.
async fn begin_in_time(app: &App, broadcast: &Broadcast) -> anyhow::Result<()> {
    let zone = zone_of(app, broadcast.municipality).await?;
    let mut tx = app.db.begin().await?;
    begin(&mut tx, broadcast, (zone, app.clock.now())).await?;
    Ok(tx.commit().await?)
}

/// Lets an announcement begin that waits, if it is still where it was thought to be. What comes again is written down for
/// its next time, once: the one that has begun comes no more.
pub async fn begin(
    tx: &mut Tx,
    broadcast: &Broadcast,
    (zone, now): (Tz, DateTime<Utc>),
) -> anyhow::Result<bool> {
    let states = (broadcast.state, State::Running);
    if !store::change_state(tx, broadcast.id, states, None).await? {
        return Ok(false);
    }
    let next = broadcast.repeats.zip(broadcast.starts_at);
    if let Some(at) = next.and_then(|(rule, at)| next_start(rule, at, zone, now)) {
        let (id, state) = (Uuid::now_v7(), State::Scheduled);
        let again = Broadcast { id, state, starts_at: Some(at), ..broadcast.clone() };
        store::add_broadcast(tx, &again, now).await?;
        store::end_repeating(tx, broadcast.id).await?;
    }
    Ok(true)
}

/// Writes down whom it is for. Whoever comes later is not told, whoever leaves later is, unless they were erased.
async fn take(app: &App, broadcast: &Broadcast) -> anyhow::Result<()> {
    let now = app.clock.now();
    let audience = audiences::find_audience(&app.db, broadcast.audience).await?;
    let mut people = match &audience {
        Some(audience) => audiences::people_of(app, audience).await?,
        None => Vec::new(),
    };
    let meant = people.len();
    let muted: HashSet<Uuid> =
        store::list_muted(&app.db, broadcast.category.as_str()).await?.into_iter().collect();
    people.retain(|person| !muted.contains(person));
    if broadcast.is_rough && people.len() < audiences::LEAST {
        // Whoever declines is no way to single out the others.
        people.clear();
    }
    let places = store::list_places(&app.db, &people).await?;
    let taken: Vec<_> = people.iter().map(|person| (*person, places.get(person).copied())).collect();
    let muted = i64::try_from(meant.saturating_sub(people.len()))?;
    let mut tx = app.db.begin().await?;
    store::take_people(&mut tx, broadcast.id, (&taken, muted), now).await?;
    owe_report(&mut tx, broadcast, "taken", now).await?;
    tx.commit().await?;
    app.bell.ring();
    Ok(())
}

/// Writes the next letters, or looks whether all have come to their end.
async fn write_on(app: &App, broadcast: &Broadcast, told: &mut LastTold) -> anyhow::Result<bool> {
    let tells = told.get(&broadcast.id).is_none_or(|at| at.elapsed() >= TELLS_EVERY);
    if !broadcast.is_proven {
        return prove(app, broadcast).await;
    }
    let written = write_batch(app, broadcast, BATCH).await?;
    if !tells {
        return Ok(written > 0);
    }
    told.insert(broadcast.id, Instant::now());
    let tally = tally_of(app, broadcast).await?;
    if written == 0 && tally.left + tally.waiting == 0 {
        told.remove(&broadcast.id);
        return end(app, broadcast).await.map(|()| false);
    }
    let mut tx = app.db.begin().await?;
    owe_report(&mut tx, broadcast, &how_far(tally), app.clock.now()).await?;
    tx.commit().await?;
    app.bell.ring();
    Ok(written > 0)
}

/// A word that is another one when anything has moved.
fn how_far(tally: Tally) -> String {
    format!("{}/{}/{}/{}", tally.delivered, tally.unreachable, tally.failed, tally.waiting)
}

/// Sends the first letters ahead, and lets the others follow if those went well.
async fn prove(app: &App, broadcast: &Broadcast) -> anyhow::Result<bool> {
    let tally = tally_of(app, broadcast).await?;
    let first = tally.people.min(FIRST);
    if is_troubled(tally) {
        hold_up(app, broadcast, (State::Running, Pause::Failures)).await?;
        return Ok(false);
    }
    let come_through = tally.delivered + tally.unreachable + tally.failed + tally.waiting + tally.ended;
    if come_through >= first {
        let mut tx = app.db.begin().await?;
        store::mark_proven(&mut tx, broadcast.id).await?;
        tx.commit().await?;
        return Ok(true);
    }
    let deliveries = store::list_deliveries(&app.db, broadcast.id).await?;
    let written = deliveries.iter().filter(|delivery| delivery.is_written).count();
    let most = i64::try_from(first.saturating_sub(written))?;
    if most > 0 {
        write_batch(app, broadcast, most).await?;
    }
    Ok(false)
}

/// Writes letters. Returns how many.
async fn write_batch(app: &App, broadcast: &Broadcast, most: i64) -> anyhow::Result<usize> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    if !store::hold(&mut tx, broadcast).await? {
        return Ok(0);
    }
    let people = store::list_unwritten(&mut tx, broadcast.id, most).await?;
    if people.is_empty() {
        return Ok(0);
    }
    let letters: anyhow::Result<Vec<_>> =
        people.iter().map(|person| post_letter(broadcast, *person, now)).collect();
    outbox::owe_all(&mut tx, &letters?, now).await?;
    store::mark_written(&mut tx, (broadcast.id, broadcast.version), &people).await?;
    tx.commit().await?;
    app.bell.ring();
    Ok(people.len())
}

/// Writes the next reminders to those who have it and have not acknowledged it. Returns whether there may be more.
async fn remind_batch(app: &App, broadcast: &Broadcast) -> anyhow::Result<bool> {
    let (now, key) = (app.clock.now(), (broadcast.id, broadcast.reminders));
    let states = states_of(app, broadcast).await?;
    let mut tx = app.db.begin().await?;
    if !store::hold(&mut tx, broadcast).await? {
        return Ok(true);
    }
    let people = store::list_silent(&mut tx, key, BATCH).await?;
    if people.is_empty() {
        store::mark_all_reminded(&mut tx, broadcast.id, broadcast.reminders).await?;
        tx.commit().await?;
        return Ok(false);
    }
    let has_it = |person: &&Uuid| states.get(*person).is_some_and(|(state, _)| state == "delivered");
    let letters: anyhow::Result<Vec<_>> =
        people.iter().filter(has_it).map(|person| reminder_letter(broadcast, *person, now)).collect();
    outbox::owe_all(&mut tx, &letters?, now).await?;
    store::mark_looked_at(&mut tx, key, &people).await?;
    tx.commit().await?;
    app.bell.ring();
    Ok(true)
}

async fn end(app: &App, broadcast: &Broadcast) -> anyhow::Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    if !store::hold(&mut tx, broadcast).await? {
        return Ok(());
    }
    store::mark_ended(&mut tx, broadcast.id, State::Done, now).await?;
    owe_report(&mut tx, broadcast, State::Done.as_str(), now).await?;
    tx.commit().await?;
    app.bell.ring();
    Ok(())
}

/// Corrects or takes back the next letters that lag behind. What is older than the messenger lets be deleted is replaced by a
/// line that says so.
async fn correct_batch(app: &App, broadcast: &Broadcast) -> anyhow::Result<bool> {
    let now = app.clock.now();
    let is_recall = broadcast.state == State::Recalled;
    let age = broadcast.taken_at.map_or(0, |began| (now - began).num_hours());
    let matter = post_matter(broadcast)?;
    let matter = (!is_recall || age >= DELETABLE_HOURS).then_some(&matter);
    let key = (broadcast.id, broadcast.version);
    let mut tx = app.db.begin().await?;
    if !store::hold(&mut tx, broadcast).await? {
        return Ok(true);
    }
    let people = store::list_lagging(&mut tx, key, BATCH).await?;
    if people.is_empty() {
        store::mark_all_corrected(&mut tx, broadcast.id, broadcast.version).await?;
        owe_report(&mut tx, broadcast, &format!("version {}", broadcast.version), now).await?;
        tx.commit().await?;
        app.bell.ring();
        return Ok(false);
    }
    for (person, round) in &people {
        if let Some(letter) = outbox::find_letter(&mut tx, &key_of(broadcast.id, *person, *round)).await? {
            outbox::correct(&mut tx, letter, matter, now).await?;
        }
    }
    store::mark_corrected(&mut tx, key, &people).await?;
    tx.commit().await?;
    app.bell.ring();
    Ok(true)
}
