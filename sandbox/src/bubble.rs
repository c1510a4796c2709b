//! What stands on a phone's screen. A copy to look at, not the state.

use crate::world::World;
use crate::world::messages::{Body, Message};
use chrono::{DateTime, Utc};
use serde_json::Value;
use std::sync::Arc;

/// A button under a bubble.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// What stands on it.
    pub label: String,
    /// Callback data.
    pub data: Option<String>,
    /// Link.
    pub url: Option<String>,
}

/// A picture or file in a bubble.
#[derive(Debug, Clone)]
pub struct FileSeen {
    /// `file_id`.
    pub id: String,
    /// `photo`, `document`, `voice`, `sticker`, …
    pub kind: String,
    /// File name.
    pub name: String,
    /// Content.
    pub bytes: Arc<[u8]>,
    /// Plain caption; the same as [`Bubble::text`].
    pub caption: String,
}

/// One message on the screen.
#[derive(Debug, Clone)]
pub struct Bubble {
    /// Id of the message.
    pub message_id: i64,
    /// The bot wrote it.
    pub from_bot: bool,
    /// Plain text after parsing, or the caption.
    pub text: String,
    /// The same as safe HTML.
    pub html: String,
    /// Rows of inline buttons.
    pub buttons: Vec<Vec<Key>>,
    /// How many times it was edited.
    pub edits: u32,
    /// When it was sent.
    pub date: DateTime<Utc>,
    /// When it was last edited.
    pub edited_at: Option<DateTime<Utc>>,
    /// The message it replies to.
    pub reply_to: Option<i64>,
    /// Picture or file.
    pub file: Option<FileSeen>,
    /// What it is when it is neither text nor file: `contact`, `location`, `dice`, …
    pub other: Option<String>,
}

impl Bubble {
    pub(crate) fn of(message: &Message, world: &World) -> Self {
        let text = &message.content.text;
        Self {
            message_id: message.id,
            from_bot: message.author == world.bot.id,
            text: text.text.clone(),
            html: text.to_html(),
            buttons: message.buttons.iter().map(|row| row.iter().map(Key::of).collect()).collect(),
            edits: message.edits,
            date: message.date,
            edited_at: message.edited_at,
            reply_to: message.reply_to,
            file: file_of(message, world),
            other: match &message.content.body {
                Body::Other(kind, _) => Some((*kind).to_owned()),
                Body::Text | Body::File(..) => None,
            },
        }
    }

    /// Text, then one line per row of buttons: `[A] [B]`.
    pub fn screen(&self) -> String {
        let mut lines = Vec::new();
        if let Some(file) = &self.file {
            lines.push(format!("<{}: {}>", file.kind, file.name));
        }
        if !self.text.is_empty() {
            lines.push(self.text.clone());
        }
        for row in &self.buttons {
            let keys: Vec<String> = row.iter().map(|key| format!("[{}]", key.label)).collect();
            lines.push(keys.join(" "));
        }
        lines.join("\n")
    }
}

impl Key {
    pub(crate) fn of(button: &Value) -> Self {
        let field = |name: &str| button.get(name).and_then(Value::as_str).map(str::to_owned);
        let app = || button.pointer("/web_app/url").and_then(Value::as_str).map(str::to_owned);
        Self {
            label: field("text").unwrap_or_default(),
            data: field("callback_data"),
            url: field("url").or_else(app),
        }
    }
}

fn file_of(message: &Message, world: &World) -> Option<FileSeen> {
    let Body::File(kind, id) = &message.content.body else {
        return None;
    };
    let file = world.files.find(id)?;
    Some(FileSeen {
        id: id.clone(),
        kind: (*kind).to_owned(),
        name: file.name.clone(),
        bytes: Arc::clone(&file.bytes),
        caption: message.content.text.text.clone(),
    })
}
