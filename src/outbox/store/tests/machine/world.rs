//! Two workers on a real database, beside the model.

use std::{collections::BTreeMap, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use proptest::test_runner::TestCaseError;
use serde_json::json;
use uuid::Uuid;

use super::{
    super::{
        super::*,
        bench::{ANY, Bench, Row},
    },
    KEYS, Op, What,
    model::{Model, PEOPLE, cause_of, class_of, person_of},
    worker::{Held, Worker},
};
use crate::{
    db::Db,
    execute,
    outbox::model::{AfterCrash, NewLetter, Wish},
};

type Checked = Result<(), TestCaseError>;

/// Fails the case with these words unless it is so.
macro_rules! must {
    ($holds:expr, $($words:tt)+) => {
        if !$holds {
            return Err(TestCaseError::fail(format!($($words)+)));
        }
    };
}

pub(super) struct World<'a> {
    bench: &'a Bench,
    now: DateTime<Utc>,
    model: Model,
    workers: Vec<Worker>,
    /// How often each letter was said, or may have been.
    said: BTreeMap<usize, usize>,
    /// How often its worker died, hung or was overruled after it may have been said.
    in_doubt: BTreeMap<usize, usize>,
}

impl<'a> World<'a> {
    pub(super) async fn begin(bench: &'a Bench) -> Self {
        let mut tx = bench.tx().await;
        execute!(&mut tx, sqlx::query("DELETE FROM letters")).expect("empty");
        tx.commit().await.expect("commits");
        let workers = vec![Worker::start(bench).await, Worker::start(bench).await];
        let (said, in_doubt) = Default::default();
        Self { bench, now: bench.now, model: Model::default(), workers, said, in_doubt }
    }

    pub(super) async fn end(self) {
        for worker in self.workers {
            worker.die().await;
        }
    }

    pub(super) async fn step(&mut self, op: &Op) -> Checked {
        match *op {
            Op::Owe { key, ahead, life } => self.owe(key, ahead, life).await?,
            Op::EndCause { cause } => self.end_cause(cause).await?,
            Op::Correct { key, withdraw } => self.correct(key, withdraw).await,
            Op::Round { worker } => self.round(worker).await?,
            Op::Call { worker, pick } => self.call(worker, pick).await?,
            Op::Settle { worker, pick, what } => self.settle(worker, pick, what).await?,
            Op::Crash { worker } => self.crash(worker).await,
            Op::Hang { worker } => self.hang(worker).await,
            Op::Release { worker } => self.release(worker).await,
            Op::PausesPass => {
                self.pass("UPDATE letters SET held_until = NULL WHERE claimed_by IS NULL").await;
                self.model.pauses_pass();
            }
            Op::Step { hours } => self.now += TimeDelta::hours(hours),
            Op::Park { person } => self.park(person).await,
            Op::Wake { person } => {
                let mut tx = self.bench.tx().await;
                wake_person(&mut tx, self.bench.people[person]).await.expect("woken");
                tx.commit().await.expect("commits");
                self.model.wake(person);
            }
        }
        self.check().await
    }

    async fn owe(&mut self, key: usize, ahead: i64, life: i64) -> Checked {
        let wish = self.now + TimeDelta::hours(ahead);
        let useless_after = wish + TimeDelta::hours(life);
        let letter = NewLetter {
            person_id: self.bench.people[person_of(key)],
            class: class_of(key),
            wish: Wish::Instant(wish),
            useless_after,
            cause: format!("cause {}", cause_of(key)),
            matter: json!({ "key": key }),
            ..self.bench.letter(&key.to_string())
        };
        let mut tx = self.bench.tx().await;
        let written = owe(&mut tx, &letter, self.now).await.expect("owed");
        tx.commit().await.expect("commits");
        must!(written == self.model.owe(key, wish, useless_after, self.now), "owe said {written}");
        Ok(())
    }

    async fn end_cause(&mut self, cause: usize) -> Checked {
        let mut tx = self.bench.tx().await;
        let ended = end_cause(&mut tx, &format!("cause {cause}"), self.now).await.expect("ended");
        tx.commit().await.expect("commits");
        must!(ended == self.model.end_cause(cause), "{ended} letters ended");
        self.overruled();
        Ok(())
    }

    async fn correct(&mut self, key: usize, withdraw: bool) {
        let row = self.bench.rows().await.into_iter().find(|row| row.dedup_key == key.to_string());
        let Some(row) = row else { return };
        let matter = (!withdraw).then(|| json!({ "key": key + KEYS }));
        let mut tx = self.bench.tx().await;
        correct(&mut tx, row.id, matter.as_ref(), self.now).await.expect("corrected");
        tx.commit().await.expect("commits");
        self.model.correct(key, withdraw, self.now);
        self.overruled();
    }

    async fn round(&mut self, worker: usize) -> Checked {
        let replica = self.workers[worker].replica;
        let mut tx = self.bench.tx().await;
        let late = sweep(&mut tx, self.now).await.expect("swept");
        tx.commit().await.expect("commits");
        must!(late == self.model.sweep(self.now), "{late} were late");
        let unplanned = list_unplanned(&self.bench.db, 100).await.expect("listed");
        let planned: Vec<_> = unplanned
            .iter()
            .map(|letter| (letter, letter.wish.0.resolve(chrono_tz::UTC).max(self.now)))
            .collect();
        let mut tx = self.bench.tx().await;
        mark_planned(&mut tx, &planned).await.expect("planned");
        let claimed = claim(&mut tx, replica, ANY, self.now).await.expect("claimed");
        tx.commit().await.expect("commits");
        self.model.plan(self.now);
        let expected = self.model.claim(replica, self.now);
        let keys = self.keys().await;
        let got: Vec<usize> = claimed.iter().map(|claimed| keys[&claimed.letter.id]).collect();
        must!(sorted(&got) == sorted(&expected), "claimed {got:?} instead of {expected:?}");
        let order = |claimed: &Claimed| (claimed.letter.class, claimed.letter.due_at);
        must!(claimed.is_sorted_by_key(order), "not in order: {got:?}");
        for (key, claimed) in got.into_iter().zip(claimed) {
            must!(claimed.letter.due_at <= self.now, "{key} is claimed before it is due");
            must!(claimed.number == self.model.letters[&key].number, "{key} has the number of another claim");
            self.workers[worker].held.push(Held { key, claimed, is_called: false });
        }
        Ok(())
    }

    /// As an errand does it: what is useless by now is not said; what must not be said twice is noted before.
    async fn call(&mut self, worker: usize, pick: usize) -> Checked {
        let Some(held) = self.pick(worker, pick) else { return Ok(()) };
        if held.is_called || held.claimed.letter.useless_after <= self.now {
            return Ok(());
        }
        let letter = &self.model.letters[&held.key];
        let stands = letter.stands(held.claimed.replica, held.claimed.number);
        let is_once = held.claimed.letter.class.after_crash() == AfterCrash::LeaveAlone;
        if is_once {
            let mut tx = self.bench.tx().await;
            let noted = mark_calling(&mut tx, &held.claimed).await.expect("noted");
            tx.commit().await.expect("commits");
            must!(noted == stands, "{} was noted: {noted}", held.key);
            if !noted {
                self.drop_held(worker, &held);
                return Ok(());
            }
            let letter = self.model.letters.get_mut(&held.key).expect("it is there");
            letter.is_calling = true;
        }
        let at = self.workers[worker].held.iter_mut().find(|other| other.claimed == held.claimed);
        at.expect("it is held").is_called = true;
        if !stands {
            *self.in_doubt.entry(held.key).or_default() += 1;
        }
        Ok(())
    }

    async fn settle(&mut self, worker: usize, pick: usize, what: What) -> Checked {
        let Some(held) = self.pick(worker, pick) else { return Ok(()) };
        // Nobody claims to have said what they did not send, and nobody puts off what they did.
        let what = match (what, held.is_called) {
            (What::Delivered | What::Retry | What::Refused, false) => What::GivenBack,
            (What::Wait { .. } | What::Ended | What::GivenBack, true) => What::Delivered,
            (what, _) => what,
        };
        let before = self.bench.rows().await;
        let mut tx = self.bench.tx().await;
        let settlement = self.settlement(&held.claimed, what);
        let stood = settle(&mut tx, &held.claimed, &settlement, self.now).await.expect("settled");
        tx.commit().await.expect("commits");
        let claim = (held.claimed.replica, held.claimed.number);
        must!(
            stood == self.model.settle(held.key, claim, what, self.now),
            "{} was settled: {stood}",
            held.key
        );
        if !stood {
            must!(before == self.bench.rows().await, "a lost claim of {} changed something", held.key);
        }
        if matches!(what, What::Delivered) {
            *self.said.entry(held.key).or_default() += 1;
            if !stood {
                *self.in_doubt.entry(held.key).or_default() += 1;
            }
        }
        if matches!(what, What::Unreachable) {
            self.park(held.claimed_person()).await;
        }
        self.drop_held(worker, &held);
        Ok(())
    }

    fn settlement(&self, claimed: &Claimed, what: What) -> Settlement {
        match what {
            What::Delivered => self.bench.delivered(claimed),
            What::Retry => Settlement::Retry(Duration::from_secs(3_600)),
            What::Wait { hours, is_over_budget } => {
                Settlement::Wait { until: self.now + TimeDelta::hours(hours), is_over_budget }
            }
            What::Unreachable => Settlement::Unreachable,
            What::Refused => Settlement::Refused("words".to_owned()),
            What::Ended => Settlement::Ended,
            What::GivenBack => Settlement::GivenBack,
        }
    }

    async fn crash(&mut self, worker: usize) {
        let next = Worker::start(self.bench).await;
        let dead = std::mem::replace(&mut self.workers[worker], next);
        for held in dead.held.iter().filter(|held| held.is_called) {
            *self.said.entry(held.key).or_default() += 1;
            *self.in_doubt.entry(held.key).or_default() += 1;
        }
        dead.die().await;
    }

    async fn hang(&mut self, worker: usize) {
        let replica = self.workers[worker].replica;
        let mut tx = self.bench.tx().await;
        let past = "UPDATE letters SET held_until = $1 WHERE claimed_by = $2";
        execute!(&mut tx, sqlx::query(past).bind(DateTime::UNIX_EPOCH).bind(replica)).expect("past");
        tx.commit().await.expect("commits");
        self.model.lapse(|holder| holder == replica);
    }

    async fn release(&mut self, worker: usize) {
        let replica = self.workers[worker].replica;
        let mut tx = self.bench.tx().await;
        let living: Vec<Uuid> = self.workers.iter().map(|worker| worker.replica).collect();
        release_orphans(&mut tx, replica, &living).await.expect("released");
        tx.commit().await.expect("commits");
        let is_shared = matches!(self.bench.db, Db::Pg(_));
        self.model.lapse(|holder| holder != replica && !(is_shared && living.contains(&holder)));
    }

    async fn park(&mut self, person: usize) {
        let mut tx = self.bench.tx().await;
        park_person(&mut tx, self.bench.people[person]).await.expect("parked");
        tx.commit().await.expect("commits");
        self.model.park(person);
    }

    async fn pass(&self, statement: &'static str) {
        let mut tx = self.bench.tx().await;
        execute!(&mut tx, sqlx::query(statement)).expect("passed");
        tx.commit().await.expect("commits");
    }

    fn pick(&self, worker: usize, pick: usize) -> Option<Held> {
        let held = &self.workers[worker].held;
        held.get(pick % held.len().max(1)).cloned()
    }

    fn drop_held(&mut self, worker: usize, held: &Held) {
        self.workers[worker].held.retain(|other| other.claimed != held.claimed);
    }

    /// Those who were sending what has just been ended or corrected may say it all the same.
    fn overruled(&mut self) {
        for held in self.workers.iter().flat_map(|worker| &worker.held).filter(|held| held.is_called) {
            if !self.model.letters[&held.key].stands(held.claimed.replica, held.claimed.number) {
                *self.in_doubt.entry(held.key).or_default() += 1;
            }
        }
    }

    async fn keys(&self) -> BTreeMap<Uuid, usize> {
        let rows = self.bench.rows().await;
        let first = first_keys(&rows);
        rows.iter().map(|row| (row.id, key_in(&row.dedup_key, &first))).collect()
    }

    async fn check(&self) -> Checked {
        let rows = self.bench.rows().await;
        let first = first_keys(&rows);
        must!(
            rows.len() == self.model.letters.len(),
            "{} rows, {} letters",
            rows.len(),
            self.model.letters.len()
        );
        for row in &rows {
            let key = key_in(&row.dedup_key, &first);
            let letter = &self.model.letters[&key];
            let agrees = row.state == letter.state
                && row.form == letter.form
                && row.is_planned == letter.is_planned
                && row.is_over_budget == letter.is_over_budget
                && row.is_calling == letter.is_calling
                && row.due_at == letter.due
                && row.tries == letter.tries
                && row.claimed_by == letter.claimed_by
                && row.claim_number == letter.number;
            must!(agrees, "letter {key} at {}: {row:?} is not {letter:?}", self.now);
        }
        self.check_words()?;
        self.check_holders()
    }

    fn check_words(&self) -> Checked {
        for (key, said) in self.said.iter().filter(|(key, _)| **key < KEYS) {
            let in_doubt = self.in_doubt.get(key).copied().unwrap_or_default();
            let may_repeat = match class_of(*key).after_crash() {
                AfterCrash::Again => in_doubt,
                AfterCrash::LeaveAlone => 0,
            };
            must!(*said <= 1 + may_repeat, "letter {key} was said {said} times, in doubt {in_doubt} times");
        }
        Ok(())
    }

    /// Of all live claims on letters of one person, all belong to one worker.
    fn check_holders(&self) -> Checked {
        for person in 0..PEOPLE {
            let mut holders: Vec<_> = self
                .model
                .letters
                .values()
                .filter(|letter| letter.person == person && letter.is_live)
                .filter_map(|letter| letter.claimed_by)
                .collect();
            holders.dedup();
            must!(holders.len() <= 1, "person {person} is spoken to by {holders:?}");
        }
        Ok(())
    }
}

fn sorted(keys: &[usize]) -> Vec<usize> {
    let mut keys = keys.to_vec();
    keys.sort_unstable();
    keys
}

/// The keys of the letters that correct no other.
fn first_keys(rows: &[Row]) -> BTreeMap<Uuid, usize> {
    rows.iter().filter_map(|row| Some((row.id, row.dedup_key.parse().ok()?))).collect()
}

/// The key of a row: its own, or `KEYS` more than that of the letter which it corrects.
fn key_in(dedup_key: &str, ids: &BTreeMap<Uuid, usize>) -> usize {
    dedup_key.parse().unwrap_or_else(|_| {
        let first = dedup_key.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id");
        ids[&first] + KEYS
    })
}
