//! Sending word of a meeting's materials to everybody who was told of it, in batches.
//! Not here: the materials.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    app::App,
    meetings::{NAME, model::MeetingState, store, view},
    outbox::{self, Class, Letter, NewLetter, Told, Wish},
    texts::Texts,
};

/// People in one transaction: a fraction of a second, so that everybody else's writes go in between.
const BATCH: i64 = 100;
/// For so long the word is worth saying.
const WORTH: TimeDelta = TimeDelta::days(14);

/// The materials of a meeting, sent for the so many-th time.
#[derive(Debug, Serialize, Deserialize)]
struct Shared {
    shared_of: Uuid,
    round: i64,
}

/// Owes the next people the word. Returns whether there is more to do at once.
pub(super) async fn share(app: &App, (id, round): (Uuid, i64)) -> anyhow::Result<bool> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let people = store::list_unshared(&mut tx, (id, round), BATCH).await?;
    if people.is_empty() {
        store::end_sharing(&mut tx, id).await?;
        tx.commit().await?;
        return Ok(false);
    }
    let matter = serde_json::to_value(Shared { shared_of: id, round })?;
    let letter = |person_id: &Uuid| NewLetter {
        person_id: *person_id,
        capability: NAME,
        matter: matter.clone(),
        class: Class::Bulk,
        is_urgent: true,
        wish: Wish::Instant(now),
        event_at: None,
        useless_after: now + WORTH,
        dedup_key: format!("{NAME}/{id}/{person_id}/shared/{round}"),
        cause: format!("{NAME}/shared/{id}"),
    };
    let letters: Vec<NewLetter> = people.iter().map(letter).collect();
    outbox::owe_all(&mut tx, &letters, now).await?;
    store::mark_shared(&mut tx, (id, round), &people).await?;
    tx.commit().await?;
    app.bell.ring();
    Ok(true)
}

/// The word, while there are materials and the meeting was not called off; nothing where the letter is about something else.
pub(super) async fn told(app: &App, letter: &Letter, texts: &Texts) -> anyhow::Result<Option<Told>> {
    if letter.matter.get("shared_of").is_none() {
        return Ok(None);
    }
    let shared: Shared = serde_json::from_value(letter.matter.clone())?;
    let meeting = store::find_meeting(&app.db, shared.shared_of).await?;
    let Some(meeting) = meeting.filter(|meeting| meeting.state == MeetingState::Open) else {
        return Ok(Some(Told::Nothing));
    };
    let invited = store::find_invited(&app.db, meeting.id, letter.person_id).await?;
    let materials = store::list_materials(&app.db, meeting.id).await?;
    if invited.is_none() || materials.is_empty() {
        return Ok(Some(Told::Nothing));
    }
    Ok(Some(Told::Say(view::shared_wording(&meeting, &materials, &app.meeting_kinds, texts))))
}
