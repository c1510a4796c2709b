//! The letters: the announcement to each person, the reminder, and what whoever had it sent is told.
//! Not here: sending them.

use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use futures::{FutureExt, future::BoxFuture};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::reporting::report_of;
use crate::{
    app::App,
    attachments,
    broadcasts::{
        NAME, REGISTERED,
        model::{Broadcast, Category, Delivery, State, key_of},
        store,
        view::{self, LetterView},
    },
    db::Tx,
    messenger::{Markup, MessengerKind, Payload},
    outbox::{self, Class, Letter, NewLetter, Told, Wish},
    texts::Texts,
};

/// For so many days an announcement is of use.
const OF_USE_DAYS: i64 = 7;
/// An announcement that was held up asks so often whether it goes on.
const ASKS_AGAIN: TimeDelta = TimeDelta::minutes(10);
/// Answers are told of together.
const GATHERED: TimeDelta = TimeDelta::minutes(2);

/// What a letter is about.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Matter {
    /// The announcement, to somebody it is for; another version makes another letter of it.
    Post { id: Uuid, version: i64 },
    /// The announcement, to whoever writes it.
    Test(Uuid),
    /// A reminder of it.
    Reminder(Uuid),
    /// How it goes; another word makes another letter of it.
    Report { id: Uuid, at: String },
    /// It was held up.
    Alarm(Uuid),
    /// People wrote in reply.
    Answers(Uuid),
}

fn letter(
    (person_id, matter): (Uuid, &Matter),
    class: Class,
    (dedup_key, cause): (String, String),
    now: DateTime<Utc>,
) -> anyhow::Result<NewLetter> {
    Ok(NewLetter {
        person_id,
        capability: NAME,
        matter: serde_json::to_value(matter)?,
        class,
        is_urgent: class == Class::Notice,
        wish: Wish::Instant(now),
        event_at: None,
        useless_after: now + TimeDelta::days(OF_USE_DAYS),
        dedup_key,
        cause,
    })
}

/// The announcement to one person it is for. A service message cannot wait for a working day.
pub fn post_letter(
    broadcast: &Broadcast,
    (person, round): (Uuid, i64),
    now: DateTime<Utc>,
) -> anyhow::Result<NewLetter> {
    let matter = Matter::Post { id: broadcast.id, version: broadcast.version };
    let keys = (key_of(broadcast.id, person, round), broadcast.cause());
    let is_urgent = broadcast.category == Category::Service;
    Ok(NewLetter { is_urgent, ..letter((person, &matter), Class::Bulk, keys, now)? })
}

/// What is said anew of an announcement to somebody who has it already.
pub fn post_matter(broadcast: &Broadcast) -> anyhow::Result<serde_json::Value> {
    Ok(serde_json::to_value(Matter::Post { id: broadcast.id, version: broadcast.version })?)
}

/// A reminder to somebody who has not acknowledged it.
pub fn reminder_letter(broadcast: &Broadcast, person: Uuid, now: DateTime<Utc>) -> anyhow::Result<NewLetter> {
    let key = format!("{}/{}/{person}", broadcast.reminder_cause(), broadcast.reminders);
    let keys = (key, broadcast.reminder_cause());
    letter((person, &Matter::Reminder(broadcast.id)), Class::Bulk, keys, now)
}

/// Owes whoever writes an announcement a look at it.
pub async fn owe_test(tx: &mut Tx, id: Uuid, person: Uuid, now: DateTime<Utc>) -> anyhow::Result<()> {
    let keys = (format!("{NAME}/{id}/test/{}", now.timestamp_millis()), format!("{NAME}/{id}/test"));
    outbox::owe(tx, &letter((person, &Matter::Test(id)), Class::Notice, keys, now)?, now).await?;
    Ok(())
}

/// Owes whoever had it sent the one message that follows it, or corrects that.
pub async fn owe_report(
    tx: &mut Tx,
    broadcast: &Broadcast,
    at: &str,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let Some(sender) = broadcast.sender else { return Ok(()) };
    let matter = Matter::Report { id: broadcast.id, at: at.to_owned() };
    let key = format!("{NAME}/{}/report/{sender}", broadcast.id);
    if let Some(known) = outbox::find_letter(tx, &key).await? {
        let matter = serde_json::to_value(&matter)?;
        return Ok(outbox::correct(tx, known, Some(&matter), now).await?);
    }
    let cause = format!("{NAME}/{}/report", broadcast.id);
    outbox::owe(tx, &letter((sender, &matter), Class::Notice, (key, cause), now)?, now).await?;
    Ok(())
}

/// Tells these people that an announcement was held up.
pub async fn owe_alarms(tx: &mut Tx, id: Uuid, people: &[Uuid], now: DateTime<Utc>) -> anyhow::Result<()> {
    for person in people {
        let key = format!("{NAME}/{id}/alarm/{}/{person}", now.timestamp());
        let keys = (key, format!("{NAME}/{id}/alarm"));
        outbox::owe(tx, &letter((*person, &Matter::Alarm(id)), Class::Notice, keys, now)?, now).await?;
    }
    Ok(())
}

/// Tells the author that people wrote in reply: once in an hour, after a moment in which more may come.
pub async fn owe_answers(tx: &mut Tx, broadcast: &Broadcast, now: DateTime<Utc>) -> anyhow::Result<()> {
    let Some(author) = broadcast.author.or(broadcast.sender) else { return Ok(()) };
    let hour = now.duration_trunc(TimeDelta::hours(1))?.timestamp();
    let keys =
        (format!("{NAME}/{}/answers/{hour}", broadcast.id), format!("{NAME}/{}/answers", broadcast.id));
    let told = letter((author, &Matter::Answers(broadcast.id)), Class::Notice, keys, now)?;
    outbox::owe(tx, &NewLetter { wish: Wish::Instant(now + GATHERED), ..told }, now).await?;
    Ok(())
}

/// The words of a letter as things are when it is sent.
pub fn render<'a>(app: &'a App, letter: &'a Letter, texts: &'a Texts) -> BoxFuture<'a, anyhow::Result<Told>> {
    async move {
        let matter: Matter = serde_json::from_value(letter.matter.clone())?;
        let (Matter::Post { id, .. }
        | Matter::Test(id)
        | Matter::Reminder(id)
        | Matter::Report { id, .. }
        | Matter::Alarm(id)
        | Matter::Answers(id)) = matter;
        let Some(broadcast) = store::find_broadcast(&app.db, id).await? else { return Ok(Told::Nothing) };
        match matter {
            Matter::Post { .. } => post(app, letter, &broadcast, texts).await,
            Matter::Test(_) => {
                Ok(Told::Say(view::wording(&seen(app, &broadcast, None, texts).await?, texts)))
            }
            Matter::Reminder(_) => remind(app, letter, &broadcast, texts).await,
            Matter::Report { .. } => {
                Ok(Told::Say(view::report_wording(&report_of(app, &broadcast).await?, texts)))
            }
            Matter::Alarm(_) if broadcast.state == State::Paused => {
                Ok(Told::Say(view::alarm_wording(&broadcast, texts)))
            }
            Matter::Alarm(_) => Ok(Told::Nothing),
            Matter::Answers(_) => {
                let count = store::count_answers(&app.db, id).await?;
                Ok(Told::Say(view::answers_wording(&broadcast, count, texts)))
            }
        }
    }
    .boxed()
}

/// The announcement to somebody it is for, if it still goes out. What was said already is corrected in every state.
async fn post(app: &App, letter: &Letter, broadcast: &Broadcast, texts: &Texts) -> anyhow::Result<Told> {
    let is_new = letter.of_letter.is_none();
    match broadcast.state {
        State::Recalled if !is_new => return Ok(Told::Say(view::recalled_wording(texts))),
        State::Paused if is_new => return Ok(Told::Later(app.clock.now() + ASKS_AGAIN)),
        State::Recalled | State::Stopped | State::Draft | State::Scheduled if is_new => {
            return Ok(Told::Nothing);
        }
        _ => {}
    }
    let Some(delivery) = store::find_delivery(&app.db, broadcast.id, letter.person_id).await? else {
        return Ok(Told::Nothing);
    };
    Ok(Told::Say(view::wording(&seen(app, broadcast, Some(delivery), texts).await?, texts)))
}

async fn remind(app: &App, letter: &Letter, broadcast: &Broadcast, texts: &Texts) -> anyhow::Result<Told> {
    let delivery = store::find_delivery(&app.db, broadcast.id, letter.person_id).await?;
    let is_silent = delivery.is_some_and(|delivery| delivery.acknowledged_at.is_none());
    if !is_silent || broadcast.state == State::Recalled {
        return Ok(Told::Nothing);
    }
    Ok(Told::Say(view::reminder_wording(&seen(app, broadcast, delivery, texts).await?, texts)))
}

/// An announcement with all that it shows to one person.
pub async fn seen<'a>(
    app: &App,
    broadcast: &'a Broadcast,
    delivery: Option<Delivery>,
    texts: &Texts,
) -> anyhow::Result<LetterView<'a>> {
    let mut files = Vec::new();
    for id in &broadcast.files {
        let on = MessengerKind::Telegram;
        let kept = attachments::find_attachment(&app.db, *id, on).await?;
        files.extend(kept.and_then(|kept| kept.on(on, Markup::default())));
    }
    Ok(LetterView { broadcast, delivery, files, opens: screens(app, texts) })
}

/// The screens that a button can open: command, label and payload.
pub fn screens(app: &App, texts: &Texts) -> Vec<(String, String, Payload)> {
    let all = app.capabilities.iter().flat_map(|capability| {
        capability.commands.iter().map(move |command| (capability.payload_word, command))
    });
    let open = all.filter(|(_, command)| command.who == REGISTERED && command.menu_place.is_some());
    open.map(|(word, command)| {
        (command.name.to_owned(), texts.plain(command.text, &[]), Payload::new(word, command.name))
    })
    .collect()
}

/// The announcement that a letter of ours was about, if one can write in reply to it.
pub fn replied_to(matter: serde_json::Value) -> Option<Uuid> {
    match serde_json::from_value(matter).ok()? {
        Matter::Post { id, .. } | Matter::Reminder(id) => Some(id),
        Matter::Test(_) | Matter::Report { .. } | Matter::Alarm(_) | Matter::Answers(_) => None,
    }
}
