//! What the page lets a person do: start, say, edit, press, send, block. Each is one call of a [`Phone`].

use super::{Refused, phone_of};
use crate::{Phone, Sandbox, Sent};
use axum::Json;
use axum::extract::multipart::{Multipart, MultipartError};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};
use std::time::Duration;

/// How long a pressed button shows that it waits; the page lets go of it then.
const PRESS_WAIT: Duration = Duration::from_secs(10);
/// From a range that is given to nobody.
const PHONE_NUMBER: &str = "+70000000000";
const VOICE_SECONDS: u32 = 4;

type Done = Result<StatusCode, Refused>;

#[derive(Deserialize)]
pub(super) struct Start {
    payload: Option<String>,
}

/// Presses the start button, or opens the bot by a link with a payload.
pub(super) async fn start(
    State(sandbox): State<Sandbox>,
    Path(id): Path<i64>,
    Json(start): Json<Start>,
) -> Done {
    let text = start.payload.map_or_else(|| "/start".into(), |payload| format!("/start {payload}"));
    phone_of(&sandbox, id)?.says(&text);
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Deserialize)]
pub(super) struct Say {
    text: String,
    reply_to: Option<i64>,
}

/// Sends a text.
pub(super) async fn say(State(sandbox): State<Sandbox>, Path(id): Path<i64>, Json(say): Json<Say>) -> Done {
    let phone = phone_of(&sandbox, id)?;
    match say.reply_to {
        Some(to) => phone.says_in_reply(&say.text, to),
        None => phone.says(&say.text),
    };
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Deserialize)]
pub(super) struct Edit {
    message_id: i64,
    text: String,
}

/// Edits an own message.
pub(super) async fn edit(
    State(sandbox): State<Sandbox>,
    Path(id): Path<i64>,
    Json(edit): Json<Edit>,
) -> Done {
    let phone = phone_of(&sandbox, id)?;
    let own = phone.chat().iter().any(|b| b.message_id == edit.message_id && !b.from_bot);
    if !own {
        return Err((StatusCode::BAD_REQUEST, "not an own message"));
    }
    phone.edits(edit.message_id, &edit.text);
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Deserialize)]
pub(super) struct Place {
    message_id: i64,
    row: usize,
    column: usize,
}

/// Presses a button and waits for the bot's answer: `{ toast, alert }`.
pub(super) async fn press(
    State(sandbox): State<Sandbox>,
    Path(id): Path<i64>,
    Json(place): Json<Place>,
) -> Result<Json<Value>, Refused> {
    let phone = phone_of(&sandbox, id)?;
    let data = data_at(&phone, &place).ok_or((StatusCode::GONE, "the button is gone"))?;
    let answer = phone.presses_data(place.message_id, &data).outcome(PRESS_WAIT).await;
    Ok(Json(match answer {
        Some(answer) => json!({"toast": answer.text, "alert": answer.alert}),
        None => json!({"toast": null, "alert": false}),
    }))
}

fn data_at(phone: &Phone, place: &Place) -> Option<String> {
    let chat = phone.chat();
    let bubble = chat.iter().find(|bubble| bubble.message_id == place.message_id)?;
    bubble.buttons.get(place.row)?.get(place.column)?.data.clone()
}

/// Sends something that is not plain text; the form has the parts `kind` and, for some kinds, `file`.
pub(super) async fn send(State(sandbox): State<Sandbox>, Path(id): Path<i64>, form: Multipart) -> Done {
    let phone = phone_of(&sandbox, id)?;
    let parts = Parts::read(form).await.map_err(|_| (StatusCode::BAD_REQUEST, "the form cannot be read"))?;
    phone.sends(parts.sent().ok_or((StatusCode::BAD_REQUEST, "unknown kind, or no file"))?);
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Default)]
struct Parts {
    kind: String,
    file: Option<(String, Vec<u8>)>,
}

impl Parts {
    async fn read(mut form: Multipart) -> Result<Self, MultipartError> {
        let mut parts = Parts::default();
        while let Some(field) = form.next_field().await? {
            match field.name() {
                Some("kind") => parts.kind = field.text().await?,
                Some("file") => {
                    let name = field.file_name().unwrap_or("file").to_owned();
                    parts.file = Some((name, field.bytes().await?.to_vec()));
                }
                _ => {}
            }
        }
        Ok(parts)
    }

    fn sent(self) -> Option<Sent> {
        match (self.kind.as_str(), self.file) {
            ("photo", Some((_, bytes))) => Some(Sent::Picture { bytes, caption: String::new() }),
            ("photo", None) => Some(Sent::Photo),
            ("document", Some((name, bytes))) => Some(Sent::Document { name, bytes }),
            ("sticker", _) => Some(Sent::Sticker),
            ("voice", _) => Some(Sent::Voice { seconds: VOICE_SECONDS }),
            ("contact", _) => Some(Sent::Contact { phone: PHONE_NUMBER.into() }),
            ("location", _) => Some(Sent::Location),
            _ => None,
        }
    }
}

/// Blocks the bot.
pub(super) async fn block(State(sandbox): State<Sandbox>, Path(id): Path<i64>) -> Done {
    phone_of(&sandbox, id)?.blocks();
    Ok(StatusCode::NO_CONTENT)
}

/// Unblocks the bot.
pub(super) async fn unblock(State(sandbox): State<Sandbox>, Path(id): Path<i64>) -> Done {
    phone_of(&sandbox, id)?.unblocks();
    Ok(StatusCode::NO_CONTENT)
}
