//! What the page shows around the chats: the bot, the people, the clock, and the stream that says what
//! changed. Contents of chats are in `chat`.

use super::names::next_name;
use crate::{Change, PersonSeen, Sandbox, SystemTime, Time};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::sse::{Event, KeepAlive, Sse};
use chrono::TimeDelta;
use futures::{Stream, StreamExt, stream};
use serde::Deserialize;
use serde_json::{Value, json};
use std::convert::Infallible;
use tokio::sync::broadcast;

/// Makes whole seconds of a difference that is a moment short of them.
const HALF_A_SECOND: TimeDelta = TimeDelta::milliseconds(500);

/// `{ now, clock_offset_seconds, bot, commands, people }`.
pub(super) async fn state(State(sandbox): State<Sandbox>) -> Json<Value> {
    let (now, bot) = (sandbox.now(), sandbox.bot());
    let commands = sandbox.commands().into_iter();
    let commands = commands.map(|c| json!({"command": c.command, "description": c.description}));
    let people = sandbox.people().into_iter().filter(|person| !person.is_extra);
    Json(json!({
        "now": now,
        "clock_offset_seconds": (now - SystemTime.now() + HALF_A_SECOND).num_seconds(),
        "bot": {"name": bot.name, "username": bot.username},
        "commands": commands.collect::<Vec<_>>(),
        "people": people.map(person_json).collect::<Vec<_>>(),
    }))
}

fn person_json(person: PersonSeen) -> Value {
    let PersonSeen { id, name, note, blocked, unread, .. } = person;
    json!({"id": id, "name": name, "note": note, "blocked": blocked, "unread": unread})
}

#[derive(Deserialize)]
pub(super) struct NewPerson {
    name: Option<String>,
}

/// A new person, with an invented name when none is given: `{ id, name }`.
pub(super) async fn add_person(State(sandbox): State<Sandbox>, Json(new): Json<NewPerson>) -> Json<Value> {
    let invented = || next_name(&sandbox.people().into_iter().map(|person| person.name).collect::<Vec<_>>());
    let name = new.name.filter(|name| !name.trim().is_empty()).unwrap_or_else(invented);
    Json(json!({"id": sandbox.person(name.trim()).id(), "name": name.trim()}))
}

#[derive(Deserialize)]
pub(super) struct Move {
    seconds: u32,
}

/// Moves the clock through every due instant.
pub(super) async fn advance(State(sandbox): State<Sandbox>, Json(by): Json<Move>) -> StatusCode {
    sandbox.advance(TimeDelta::seconds(by.seconds.into())).await;
    StatusCode::NO_CONTENT
}

/// Moves the clock at once, as after an outage.
pub(super) async fn jump(State(sandbox): State<Sandbox>, Json(by): Json<Move>) -> StatusCode {
    sandbox.jump(TimeDelta::seconds(by.seconds.into())).await;
    StatusCode::NO_CONTENT
}

/// Server-sent events: `{"person": id}`, `{"people": true}` or `{"clock": true}`. The stream ends for a
/// reader that lags too far behind: the page then connects again and reads everything anew.
pub(super) async fn events(
    State(sandbox): State<Sandbox>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let events = stream::unfold(sandbox.changes(), next_event).take_until(sandbox.stopped());
    Sse::new(events).keep_alive(KeepAlive::default())
}

type Changes = broadcast::Receiver<Change>;

async fn next_event(mut changes: Changes) -> Option<(Result<Event, Infallible>, Changes)> {
    let news = match changes.recv().await.ok()? {
        Change::Person(id) => json!({"person": id}),
        Change::People => json!({"people": true}),
        Change::Clock => json!({"clock": true}),
    };
    Some((Ok(Event::default().data(news.to_string())), changes))
}
