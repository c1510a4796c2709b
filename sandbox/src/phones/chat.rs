//! One person's chat as JSON for the page, and the files in it. Reading a chat marks it as read.

use super::{Refused, phone_of};
use crate::{Bubble, FileSeen, Key, Sandbox};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// `{ bubbles, typing }`, oldest bubble first.
pub(super) async fn chat(
    State(sandbox): State<Sandbox>,
    Path(id): Path<i64>,
) -> Result<Json<Value>, Refused> {
    let phone = phone_of(&sandbox, id)?;
    phone.reads();
    let bubbles: Vec<Value> = phone.chat().iter().map(bubble_json).collect();
    Ok(Json(json!({"bubbles": bubbles, "typing": phone.typing()})))
}

fn bubble_json(bubble: &Bubble) -> Value {
    let rows: Vec<Vec<Value>> = bubble.buttons.iter().map(|row| row.iter().map(key_json).collect()).collect();
    json!({
        "message_id": bubble.message_id,
        "from_bot": bubble.from_bot,
        "html": bubble.html,
        "text": bubble.text,
        "buttons": rows,
        "edited": bubble.edited_at.is_some(),
        "date": bubble.date,
        "reply_to": bubble.reply_to,
        "other": bubble.other,
        "file": bubble.file.as_ref().map(|file| file_json(file, &bubble.html)),
    })
}

fn key_json(key: &Key) -> Value {
    json!({"label": key.label, "data": key.data, "url": key.url})
}

fn file_json(file: &FileSeen, caption_html: &str) -> Value {
    json!({
        "kind": file.kind,
        "name": file.name,
        "url": format!("/sandbox/files/{}", file.id),
        "size": file.bytes.len(),
        "caption_html": caption_html,
    })
}

/// The bytes of a file. Pictures are shown, everything else is only ever saved: what a person or the bot
/// sends never runs as a page of this server.
pub(super) async fn file(
    State(sandbox): State<Sandbox>,
    Path(id): Path<String>,
) -> Result<Response, Refused> {
    let (_, mime, bytes) = sandbox.file(&id).ok_or((StatusCode::NOT_FOUND, "no such file"))?;
    let shown = mime.starts_with("image/") && mime != "image/svg+xml";
    let place = HeaderValue::from_static(if shown { "inline" } else { "attachment" });
    let kind = HeaderValue::from_str(&mime).unwrap_or(HeaderValue::from_static("application/octet-stream"));
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_DISPOSITION, place),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    Ok((headers, bytes.to_vec()).into_response())
}
