//! Reminders before an attestation: half a year, a quarter and a month before a category ends, of what is still missing.
//! Not here: sending them, and who looks at the list of a school.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use futures::{FutureExt, future::BoxFuture};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    NAME,
    model::{Attestee, FIRST_REMINDER_DAYS, reminder_days},
    store,
    view::{self, DueWords},
};
use crate::{
    app::App,
    courses,
    db::Tx,
    outbox::{self, Calendar, Class, Job, Letter, NewLetter, Told, Wish},
    people,
    texts::Texts,
};

/// At night; the reminders themselves are said by day.
pub const JOBS: &[Job] =
    &[Job { name: "portfolio/attestation", at: Calendar::Daily(4, 5), late_hours: 24, run: remind }];

/// The hour at which a reminder is wished for.
const HOUR: u32 = 10;
/// For so many days a reminder is worth saying.
const WORTH_DAYS: i64 = 14;

/// What a reminder is about.
#[derive(Debug, Serialize, Deserialize)]
struct Matter {
    post: String,
    until_on: NaiveDate,
}

/// Owes everybody whose category ends soon the reminder that is due; one that was said is not said again. Whether anything
/// is missing is asked when it is said.
fn remind<'a>(app: &'a App, tx: &'a mut Tx, due: DateTime<Utc>) -> BoxFuture<'a, anyhow::Result<()>> {
    async move {
        let today = due.with_timezone(&app.settings.time_zone).date_naive();
        let last = today.checked_add_days(Days::new(FIRST_REMINDER_DAYS)).unwrap_or(today);
        let ending = store::list_ending(tx, (today, last)).await?;
        let letters: anyhow::Result<Vec<NewLetter>> =
            ending.iter().filter_map(|ends| letter(ends, today, due).transpose()).collect();
        outbox::owe_all(tx, &letters?, due).await?;
        Ok(())
    }
    .boxed()
}

fn letter(
    (person_id, post, until_on): &(Uuid, String, NaiveDate),
    today: NaiveDate,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<NewLetter>> {
    let Some(days) = reminder_days(today, *until_on) else { return Ok(None) };
    let cause = format!("{NAME}/attestation/{person_id}/{post}/{until_on}");
    let hour = NaiveTime::from_hms_opt(HOUR, 0, 0).unwrap_or_default();
    Ok(Some(NewLetter {
        person_id: *person_id,
        capability: NAME,
        matter: serde_json::to_value(Matter { post: post.clone(), until_on: *until_on })?,
        class: Class::Reminder,
        is_urgent: false,
        wish: Wish::Civil { local: today.and_time(hour), zone: None },
        event_at: None,
        useless_after: now + TimeDelta::days(WORTH_DAYS),
        dedup_key: format!("{cause}/{days}"),
        cause,
    }))
}

/// The reminder, while the category still ends that day and something is missing.
pub fn render<'a>(app: &'a App, letter: &'a Letter, texts: &'a Texts) -> BoxFuture<'a, anyhow::Result<Told>> {
    async move {
        let matter: Matter = serde_json::from_value(letter.matter.clone())?;
        let Some(one) = find_attestee(app, letter.person_id, &matter).await? else {
            return Ok(Told::Nothing);
        };
        let person = people::find_person(&app.db, letter.person_id, app.consent_text.hash()).await?;
        let Some(person) = person else { return Ok(Told::Nothing) };
        let today = people::civil_today(app, &person, app.clock.now()).await?;
        if one.lacks(today).is_empty() {
            return Ok(Told::Nothing);
        }
        let words = DueWords { catalogue: &app.catalogue, today };
        Ok(Told::Say(view::reminder_letter(&one, words, texts)))
    }
    .boxed()
}

async fn find_attestee(app: &App, person: Uuid, matter: &Matter) -> anyhow::Result<Option<Attestee>> {
    let found = store::find_attestee(&app.db, person, &matter.post).await?;
    let Some(mut one) = found.filter(|one| one.until_on == matter.until_on) else { return Ok(None) };
    let courses = courses::list_courses(&app.db, person).await?;
    one.last_course_on = courses.iter().filter_map(|course| Some(course.days?.1)).max();
    Ok(Some(one))
}
