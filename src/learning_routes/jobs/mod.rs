//! What goes on by itself: reminders, gathered by person and day, and what the other side did.
//! Not here: sending, quiet hours, and what people press.

mod around;
mod rounds;

pub use around::{Around, heard, owe_around, thread_face};
pub use rounds::go_on;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use futures::{FutureExt, future::BoxFuture};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    NAME,
    model::{LearningRoute, RouteState, RouteStep},
    store,
    view::{self, Action},
};
use crate::{
    app::App,
    db::Tx,
    outbox::{self, Calendar, Class, Job, Letter, NewLetter, Told, Wish},
    people,
    texts::Texts,
};

/// At night; the reminders themselves are said by day.
pub const JOBS: &[Job] = &[Job {
    name: "learning_routes/remind",
    at: Calendar::Daily(4, 20),
    late_hours: 12,
    run: rounds::remind,
}];

/// The hour at which a reminder is wished for.
const HOUR: u32 = 10;
/// For so many days a reminder, and a notice, is worth saying.
const WORTH_DAYS: (i64, i64) = (2, 60);

/// What a letter is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Matter {
    /// What is due soon or late in a route.
    Remind {
        /// Which.
        route: Uuid,
    },
    /// What the other side did.
    Notice {
        /// With which route.
        route: Uuid,
        /// With which step of it.
        step: Option<Uuid>,
        /// What.
        what: What,
    },
    /// What was agreed, proposed or asked.
    Around {
        /// What.
        around: Around,
        /// The route, the proposal or the nod.
        id: Uuid,
    },
}

/// What somebody is told that the other side did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// To methodologists: a route waits.
    Sent,
    /// To the methodologist: a step is done.
    Done,
    /// To the methodologist: after a check the rest was changed.
    Checked,
    /// To the teacher: the route is agreed to.
    Agreed,
    /// To the teacher: it was returned.
    Returned,
    /// To the teacher: what shows a step was accepted.
    Accepted,
    /// To the teacher: it was returned.
    Rejected,
}

impl What {
    /// The word in a text.
    fn as_str(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Done => "done",
            Self::Checked => "checked",
            Self::Agreed => "agreed",
            Self::Returned => "returned",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
        }
    }
}

fn reminders_of(route: Uuid) -> String {
    format!("{NAME}/remind/{route}")
}

fn reminder(
    (route, person_id): (Uuid, Uuid),
    today: NaiveDate,
    now: DateTime<Utc>,
) -> anyhow::Result<NewLetter> {
    let hour = NaiveTime::from_hms_opt(HOUR, 0, 0).unwrap_or_default();
    Ok(NewLetter {
        person_id,
        capability: NAME,
        matter: serde_json::to_value(Matter::Remind { route })?,
        class: Class::Reminder,
        is_urgent: false,
        wish: Wish::Civil { local: today.and_time(hour), zone: None },
        event_at: None,
        useless_after: now + TimeDelta::days(WORTH_DAYS.0),
        dedup_key: format!("{}/{today}", reminders_of(route)),
        cause: reminders_of(route),
    })
}

/// Ends the reminders of a route that waits for nothing to be done now.
pub async fn end_reminders(tx: &mut Tx, route: Uuid, now: DateTime<Utc>) -> anyhow::Result<()> {
    outbox::end_waiting(tx, &reminders_of(route), now).await?;
    Ok(())
}

/// Owes word of what was done, now.
pub async fn owe_notice(
    tx: &mut Tx,
    (route, step, what): (Uuid, Option<Uuid>, What),
    person_id: Uuid,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let matter = Matter::Notice { route, step, what };
    owe_now(tx, matter, (what.as_str(), step.unwrap_or(route), route), (person_id, now)).await
}

/// Owes a letter now: by which word, about what, and because of what.
async fn owe_now(
    tx: &mut Tx,
    matter: Matter,
    (word, about, cause): (&str, Uuid, Uuid),
    (person_id, now): (Uuid, DateTime<Utc>),
) -> anyhow::Result<()> {
    let letter = NewLetter {
        person_id,
        capability: NAME,
        matter: serde_json::to_value(matter)?,
        class: Class::Notice,
        is_urgent: true,
        wish: Wish::Instant(now),
        event_at: None,
        useless_after: now + TimeDelta::days(WORTH_DAYS.1),
        dedup_key: format!("{NAME}/{word}/{about}/{person_id}/{}", now.timestamp_millis()),
        cause: format!("{NAME}/{cause}"),
    };
    outbox::owe(tx, &letter, now).await?;
    Ok(())
}

/// The words of a letter, as they are at the moment when it is said.
pub fn render<'a>(app: &'a App, letter: &'a Letter, texts: &'a Texts) -> BoxFuture<'a, anyhow::Result<Told>> {
    async move {
        let matter: Matter = serde_json::from_value(letter.matter.clone())?;
        let route = match matter {
            Matter::Around { around, id } => {
                return around::render_around(app, (around, id), letter.person_id, texts).await;
            }
            Matter::Remind { route } | Matter::Notice { route, .. } => route,
        };
        let Some(route) = store::find_route(&app.db, route).await? else { return Ok(Told::Nothing) };
        match matter {
            Matter::Around { .. } => Ok(Told::Nothing),
            Matter::Remind { .. } => render_reminder(app, &route, texts).await,
            Matter::Notice { step, what, .. } => {
                if !is_theirs(app, &route, (what, letter.person_id)).await? {
                    return Ok(Told::Nothing);
                }
                let step = route.steps.iter().find(|known| Some(known.id) == step);
                render_notice(app, (&route, step), what, texts).await
            }
        }
    }
    .boxed()
}

async fn render_reminder(app: &App, route: &LearningRoute, texts: &Texts) -> anyhow::Result<Told> {
    let person = people::find_person(&app.db, route.person_id, app.consent_text.hash()).await?;
    let Some(person) = person else { return Ok(Told::Nothing) };
    let today = people::civil_today(app, &person, app.clock.now()).await?;
    let steps = route.reminded_of(today);
    if steps.is_empty() {
        return Ok(Told::Nothing);
    }
    Ok(Told::Say(view::reminder_letter(&steps, today, texts)))
}

/// Whether what was done is still the reader's affair: a methodologist may have lost the role since, and what waited may
/// have been taken back.
async fn is_theirs(app: &App, route: &LearningRoute, (what, reader): (What, Uuid)) -> anyhow::Result<bool> {
    match what {
        What::Sent if route.state != RouteState::Review => Ok(false),
        What::Sent | What::Done | What::Checked => {
            Ok(store::is_methodologist(&app.db, route.municipality_id, reader).await?)
        }
        _ => Ok(route.person_id == reader),
    }
}

async fn render_notice(
    app: &App,
    (route, step): (&LearningRoute, Option<&RouteStep>),
    what: What,
    texts: &Texts,
) -> anyhow::Result<Told> {
    let person = people::find_person(&app.db, route.person_id, app.consent_text.hash()).await?;
    let name = person.and_then(|person| person.name()).map(|name| name.in_full()).unwrap_or_default();
    let title = step.map_or("", |step| step.title.as_str());
    let remark = match what {
        What::Returned => route.remark.as_deref(),
        What::Rejected => step.and_then(|step| step.remark.as_deref()),
        _ => None,
    };
    let to = match (what, step) {
        (What::Sent | What::Checked, _) => Action::Card(route.id),
        (What::Done, Some(step)) => Action::Shown(step.id),
        (What::Rejected, Some(step)) => Action::Step(step.id),
        _ => Action::Route,
    };
    Ok(Told::Say(view::notice_letter((what.as_str(), &name), (title, remark), to, texts)))
}
