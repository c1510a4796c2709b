//! The letters about times to talk: what is proposed, what was agreed, and a reminder a day and an hour before.
//! Not here: agreeing.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

use super::letters::{Matter, What};
use crate::{
    app::App,
    consultations::{
        NAME,
        model::ProposedTime,
        store,
        view::{self, Told, Words},
    },
    db::Tx,
    outbox::{self, Class, NewLetter, Wish},
};

/// Minutes before a talk at which both are reminded.
const BEFORE: [i64; 2] = [24 * 60, 60];

fn cause(request: Uuid) -> String {
    format!("{NAME}/time/{request}")
}

/// Owes the reminders of a talk to one of the two.
pub async fn owe_reminders(
    tx: &mut Tx,
    (time, zone): (&ProposedTime, Tz),
    person: Uuid,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let matter = Matter::Request { request: time.request_id, what: What::TalkSoon, whom: None };
    owe_before(tx, (matter, time, zone), person, now).await
}

/// Owes a reminder a day and one an hour before a time; they move with the clock of the municipality.
pub async fn owe_before(
    tx: &mut Tx,
    (matter, time, zone): (Matter, &ProposedTime, Tz),
    person: Uuid,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let (begins, _) = time.span(zone);
    let agreed = now.timestamp_millis();
    for before in BEFORE.map(TimeDelta::minutes).into_iter().filter(|before| begins - *before > now) {
        let letter = NewLetter {
            person_id: person,
            capability: NAME,
            matter: serde_json::to_value(matter)?,
            class: Class::Notice,
            is_urgent: true,
            wish: Wish::Civil { local: time.begins() - before, zone: Some(zone.name().to_owned()) },
            event_at: Some(begins),
            useless_after: begins,
            // Agreed, changed and agreed again it is another reminder.
            dedup_key: format!("{NAME}/talk/{}/{person}/{}/{agreed}", time.id, before.num_minutes()),
            cause: cause(time.request_id),
        };
        outbox::owe(tx, &letter, now).await?;
    }
    Ok(())
}

/// Nobody is reminded of what was agreed before.
pub async fn end_reminders(tx: &mut Tx, request: Uuid, now: DateTime<Utc>) -> anyhow::Result<()> {
    outbox::end_cause(tx, &cause(request), now).await?;
    Ok(())
}

/// The words of a letter about a time, while there still is one to speak of.
pub async fn render(
    app: &App,
    (told, what): (&Told, What),
    reader: Uuid,
    words: Words<'_>,
) -> anyhow::Result<outbox::Told> {
    let now = app.clock.now();
    if what == What::Times {
        let times = store::list_times(&app.db, told.request.id).await?;
        let offered: Vec<ProposedTime> = times.into_iter().filter(|time| time.state != "drafted").collect();
        let is_asked = !offered.is_empty() && told.agreed.is_none();
        return Ok(if is_asked {
            outbox::Told::Say(view::times_letter(told, &offered, words))
        } else {
            outbox::Told::Nothing
        });
    }
    let is_ahead = told.agreed.as_ref().is_some_and(|time| time.span(told.zone).0 > now);
    let still = is_ahead && [told.request.taken_by, told.request.teacher_id].contains(&Some(reader));
    if !still {
        return Ok(outbox::Told::Nothing);
    }
    let is_new = what == What::Agreed;
    let mut letter = view::talk_letter(told, (reader, is_new), words);
    if let Some(file) = view::calendar_file(told, now, words).filter(|_| is_new) {
        letter.screen = letter.screen.with(file);
    }
    Ok(outbox::Told::Say(letter))
}
