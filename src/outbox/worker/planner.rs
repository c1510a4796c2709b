//! Works out when each letter may be said: from its wish, the person's civil time, and their municipality's calendar.
//! Not here: the rules; those are the rhythm's.

use std::{collections::HashMap, time::Instant};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::Post;
use crate::{
    outbox::{
        model::{Plan, Rhythm},
        store::{self, Addressee},
    },
    road::Milestone,
};

/// Letters planned in one commit: few enough to hold up nobody who waits for SQLite's one writer.
const BATCH: i64 = 100;

/// Gives every letter its moment. What is owed meanwhile has its turn in the next round: otherwise letters that are due
/// would wait for as long as others keep coming.
pub(super) async fn plan(post: &Post, now: DateTime<Utc>) -> anyhow::Result<()> {
    let mut left = store::count_unplanned(&post.app.db).await?;
    while left > 0 {
        let began = Instant::now();
        let planned = plan_batch(post, now).await?;
        if planned == 0 {
            break;
        }
        left = left.saturating_sub(planned);
        // As long again the database is left to others.
        tokio::time::sleep(began.elapsed()).await;
    }
    Ok(())
}

/// Returns how many letters got their moment, or will never have one.
async fn plan_batch(post: &Post, now: DateTime<Utc>) -> anyhow::Result<u64> {
    let app = &post.app;
    let people = store::list_unplanned_addressees(&app.db, BATCH).await?;
    let rhythms: HashMap<Uuid, Rhythm> =
        people.iter().map(|person| (person.person_id, rhythm_of(post, person))).collect();
    let letters = store::list_unplanned(&app.db, BATCH).await?;
    let (mut moments, mut never) = (Vec::with_capacity(letters.len()), Vec::new());
    for letter in &letters {
        // Somebody who came between the two looks is planned in the next batch.
        let Some(rhythm) = rhythms.get(&letter.person_id) else { continue };
        let wished_at = letter.wish.0.resolve(rhythm.zone);
        match rhythm.plan(&letter.timing(wished_at), now) {
            Plan::At(at) => moments.push((letter, at)),
            Plan::Never => never.push(letter),
        }
    }
    let mut tx = app.db.begin().await?;
    let mut planned = store::mark_planned(&mut tx, &moments).await?;
    for letter in never {
        planned += store::mark_no_moment(&mut tx, letter, now).await?;
    }
    Milestone::LetterPlanning.pass();
    tx.commit().await?;
    Milestone::LetterPlanned.pass();
    Ok(planned)
}

/// The person's zone, else their municipality's, else the installation's; their quiet hours; the days off there.
pub(super) fn rhythm_of(post: &Post, person: &Addressee) -> Rhythm {
    let zone = [&person.time_zone, &person.place_zone]
        .into_iter()
        .find_map(|zone| zone.as_deref()?.parse().ok())
        .unwrap_or(post.app.settings.time_zone);
    let (from, to) = (person.quiet_from_minute, person.quiet_to_minute);
    let holidays = person.municipality_id.and_then(|place| post.days_off.get(&place)).cloned();
    Rhythm { zone, quiet_minutes: (from != to).then_some((from, to)), holidays: holidays.unwrap_or_default() }
}
