//! Sends what is owed: one loop per messenger and replica. It ends what is stale, works out moments, runs the jobs of
//! the calendar, claims what is due, and sets an errand going for each person.
//! Not here: pacing; the messengers that it is given keep the pace themselves.

mod errand;
mod jobs;
mod ledger;
mod planner;
mod sweeper;

use std::{collections::HashMap, pin::pin, sync::Arc, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::{Notify, Semaphore, mpsc};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::{
    model::{Class, Holidays},
    store::{self, Addressee, Claimed, Due, Room},
};
use crate::{app::App, clock::AtWork, errors, messenger::Messenger, replicas, road::Milestone};
use errand::Errand;
pub(super) use jobs::count_late as count_late_jobs;
use ledger::Entry;

/// Calls at once.
const CALLS: usize = 64;
/// Letters in hand at once, from their claim until their settlement is written down: what a crash can double. About two
/// seconds of the pace.
const IN_HAND: usize = 64;
/// The same where no pace is set, so that the next are at hand while the last are being written down.
const IN_HAND_WITHOUT_PACE: usize = 768;
/// A quarter of the places is left by announcements to what is more pressing.
const KEPT_FREE: usize = 4;
/// Looks for letters this often even if nobody called: another replica's, or those whose pause is over.
const LOOK_AROUND: Duration = Duration::from_millis(250);
/// Looks for what dead replicas held this often.
const LOOK_FOR_ORPHANS: Duration = Duration::from_secs(2);
/// Reminders that fall due within this time are said together.
const TOGETHER: TimeDelta = TimeDelta::minutes(5);
/// How long a stop waits for what is in hand.
const GRACE: Duration = Duration::from_secs(8);

/// The outbox of one messenger in one replica.
pub struct Outbox {
    post: Post,
    replica: Uuid,
    /// Places for claimed letters.
    places: Arc<Semaphore>,
    all_places: usize,
    calls: Arc<Semaphore>,
    ledger: mpsc::Sender<Entry>,
}

/// What an errand takes; cheap to clone.
#[derive(Clone)]
struct Post {
    app: App,
    /// The same messenger in the lane of each class, in the order of `Class::ALL`.
    lanes: [Arc<dyn Messenger>; 3],
    days_off: Arc<HashMap<Uuid, Holidays>>,
}

impl Post {
    fn lane(&self, class: Class) -> &dyn Messenger {
        let [notices, reminders, bulk] = &self.lanes;
        match class {
            Class::Notice => &**notices,
            Class::Reminder => &**reminders,
            Class::Bulk => &**bulk,
        }
    }
}

impl Outbox {
    /// Builds the outbox; `run` starts it. `lanes` is the messenger as each class uses it, in the order of `Class::ALL`.
    pub async fn open(app: App, lanes: [Arc<dyn Messenger>; 3], replica: Uuid) -> anyhow::Result<Self> {
        let mut patterns: HashMap<Uuid, Vec<String>> = HashMap::new();
        for (municipality, day) in store::list_days_off(&app.db).await? {
            patterns.entry(municipality).or_default().push(day);
        }
        let days_off = patterns.into_iter().map(|(place, days)| (place, Holidays::of(days))).collect();
        let mut tx = app.db.begin().await?;
        let living = replicas::list_living(&mut tx).await?;
        store::release_orphans(&mut tx, replica, &living).await?;
        store::mark_all_unplanned(&mut tx, app.clock.now()).await?;
        tx.commit().await?;
        let all_places = if app.settings.sends_per_second == 0 { IN_HAND_WITHOUT_PACE } else { IN_HAND };
        let (ledger, entries) = mpsc::channel(all_places * 2);
        tokio::spawn(ledger::write(app.clone(), entries));
        let post = Post { app, lanes, days_off: Arc::new(days_off) };
        let (places, calls) = (Arc::new(Semaphore::new(all_places)), Arc::new(Semaphore::new(CALLS)));
        Ok(Self { post, replica, places, all_places, calls, ledger })
    }

    /// Works until `stop`; what is in hand is finished first.
    pub async fn run(self, stop: CancellationToken) -> anyhow::Result<()> {
        let orphans = tokio::spawn(look_for_orphans(self.post.app.clone(), self.replica, stop.clone()));
        let mut at_work = self.post.app.clock.at_work();
        errors::persist(&stop, || jobs::start(&self.post.app)).await?;
        while !stop.is_cancelled() {
            let next = match self.go_round().await {
                Ok(Round::More) => continue,
                Ok(Round::Rest(next)) => next,
                Err(error) => {
                    tracing::warn!(error = %format!("{error:#}"), "the outbox waits for the database");
                    None
                }
            };
            at_work = self.rest(at_work, next, &stop).await;
        }
        drop(at_work);
        orphans.abort();
        let all = u32::try_from(self.all_places)?;
        if tokio::time::timeout(GRACE, self.places.acquire_many(all)).await.is_err() {
            tracing::warn!("stopped with letters in hand; they are taken up at the next start");
        }
        Ok(())
    }

    /// One look at everything that may be due.
    async fn go_round(&self) -> anyhow::Result<Round> {
        let app = &self.post.app;
        // By a wrong clock everything would fall due at once, or never; a reminder said and a person erased cannot be
        // taken back.
        if app.clock.check().is_err() {
            return Ok(Round::Rest(None));
        }
        let now = app.clock.now();
        // What a job owes gets its moment in the same round, before the clock can move on.
        let next_job = jobs::run_due(app, now).await?;
        planner::plan(&self.post, now).await?;
        // Most rounds find nothing: they read, and leave the database's one writer to others.
        let due = store::find_due(&app.db, now).await?;
        if due.over {
            sweeper::sweep(app, now).await?;
        }
        let claimed = self.claim(due, now).await?;
        if !claimed.is_empty() {
            Milestone::LetterClaimed.pass();
            self.send_out(claimed, now).await?;
            return Ok(Round::More);
        }
        let next = store::next_due(&app.db, now).await?;
        Ok(Round::Rest(next.into_iter().chain(next_job).min()))
    }

    async fn claim(&self, due: Due, now: DateTime<Utc>) -> anyhow::Result<Vec<Claimed>> {
        let free = self.places.available_permits();
        let kept_free = self.all_places / KEPT_FREE;
        // Few large commits instead of many small ones: a handful of free places is worth no claim.
        let takes_bulk = due.bulk && free >= kept_free * 2;
        if !(takes_bulk || due.pressing && free >= kept_free) {
            return Ok(Vec::new());
        }
        let mut tx = self.post.app.db.begin().await?;
        let mut claimed = Vec::new();
        if due.pressing {
            let room = Room { lanes: (Class::Notice, Class::Reminder), most: i64::try_from(free)? };
            claimed = store::claim(&mut tx, self.replica, room, now).await?;
        }
        let left = free.saturating_sub(claimed.len()).saturating_sub(kept_free);
        if takes_bulk && left > 0 {
            let room = Room { lanes: (Class::Bulk, Class::Bulk), most: i64::try_from(left)? };
            claimed.extend(store::claim(&mut tx, self.replica, room, now).await?);
        }
        let has_companions =
            |claim: &Claimed| claim.letter.class == Class::Reminder || claim.letter.is_over_budget;
        if claimed.iter().any(has_companions) {
            let companions = store::claim_companions(&mut tx, &claimed, now + TOGETHER).await?;
            claimed.extend(companions);
        }
        if !claimed.is_empty() {
            Milestone::LetterClaiming.pass();
        }
        tx.commit().await?;
        Ok(claimed)
    }

    /// Sets one errand going for each person, with their letters in order; what names a contact goes there alone.
    async fn send_out(&self, claimed: Vec<Claimed>, now: DateTime<Utc>) -> anyhow::Result<()> {
        let messenger = self.post.lane(Class::Notice).kind();
        let db = &self.post.app.db;
        let people = store::list_addressees(db, self.replica, messenger.as_str()).await?;
        let mut by_door: HashMap<Door, Vec<Claimed>> = HashMap::new();
        let mut order = Vec::new();
        for claim in claimed {
            let door = (claim.letter.person_id, claim.contact);
            by_door
                .entry(door)
                .or_insert_with(|| {
                    order.push(door);
                    Vec::new()
                })
                .push(claim);
        }
        let asked: Vec<Uuid> = order.iter().map(|(person, _)| *person).collect();
        let said = store::list_said(db, &asked, now - TimeDelta::days(8)).await?;
        let mut people: HashMap<Door, Addressee> =
            people.into_iter().map(|found| ((found.person_id, found.named_contact), found)).collect();
        for door in order {
            let (person, claims) = (door.0, by_door.remove(&door).unwrap_or_default());
            let permits = u32::try_from(claims.len().min(self.all_places))?;
            // Companions may go beyond the free places; they are waited for here, at most for one errand.
            let places = Arc::clone(&self.places).acquire_many_owned(permits).await?;
            let errand = Errand {
                post: self.post.clone(),
                addressee: people.remove(&door),
                said: said.iter().filter(|message| message.person_id == person).cloned().collect(),
                ledger: self.ledger.clone(),
                calls: Arc::clone(&self.calls),
                in_hand: Arc::new((places, self.post.app.clock.at_work())),
            };
            tokio::spawn(errand.run(claims));
        }
        Ok(())
    }

    /// Sleeps until something may be due. The clock always sees either the sleep or the work.
    async fn rest(&self, at_work: AtWork, next: Option<DateTime<Utc>>, stop: &CancellationToken) -> AtWork {
        let app = &self.post.app;
        let far = app.clock.now() + TimeDelta::days(1);
        let mut due = pin!(app.clock.sleep_until(next.unwrap_or(far).min(far)));
        drop(at_work);
        tokio::select! {
            at_work = &mut due => at_work,
            () = app.bell.rung() => app.clock.at_work(),
            () = tokio::time::sleep(LOOK_AROUND) => app.clock.at_work(),
            () = stop.cancelled() => app.clock.at_work(),
        }
    }
}

/// A person, and the contact that a letter names, if it names one.
type Door = (Uuid, Option<Uuid>);

/// What a look around found.
enum Round {
    /// Something was set going; there may be more.
    More,
    /// Nothing before this instant, as far as is known.
    Rest(Option<DateTime<Utc>>),
}

async fn look_for_orphans(app: App, replica: Uuid, stop: CancellationToken) {
    while !stop.is_cancelled() {
        tokio::time::sleep(LOOK_FOR_ORPHANS).await;
        let freed = async {
            let mut tx = app.db.begin().await?;
            let living = replicas::list_living(&mut tx).await?;
            let freed = store::release_orphans(&mut tx, replica, &living).await?;
            tx.commit().await?;
            Ok::<_, sqlx::Error>(freed)
        };
        match freed.await {
            Ok(0) => {}
            Ok(freed) => {
                tracing::warn!(freed, "letters of a dead replica were freed");
                app.bell.ring();
            }
            Err(error) => tracing::warn!(%error, "orphaned letters could not be looked for"),
        }
    }
}

/// Calls the worker when something was written that it may have to send; cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Bell(Arc<Notify>);

impl Bell {
    /// Something was written.
    pub fn ring(&self) {
        self.0.notify_one();
    }

    /// Waits for the next ring; one that came while nobody waited counts.
    pub async fn rung(&self) {
        self.0.notified().await;
    }
}
