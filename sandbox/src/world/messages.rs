//! Messages and chats as they stand on the screens. Sending rules are in `api`, not here.

use super::files::Files;
use crate::formatted::Formatted;
use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use tokio::sync::watch;

/// Messages kept per chat; older ones scroll away for good, so that memory stays flat in load tests.
const KEPT: usize = 10_000;

/// Rows of inline buttons, each as the JSON of an `InlineKeyboardButton`.
pub(crate) type Rows = Vec<Vec<Value>>;

/// What a message consists of.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Body {
    Text,
    /// A field such as `photo` or `document`, and the file in it.
    File(&'static str, String),
    /// A field such as `contact` or `dice`, as it is in the JSON.
    Other(&'static str, Value),
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Content {
    pub body: Body,
    /// The text, or the caption of anything else.
    pub text: Formatted,
}

impl Content {
    pub fn text(text: Formatted) -> Self {
        Self { body: Body::Text, text }
    }
}

#[derive(Debug, Clone)]
pub(crate) struct Message {
    pub id: i64,
    pub chat: i64,
    pub author: i64,
    pub date: DateTime<Utc>,
    pub edited_at: Option<DateTime<Utc>>,
    pub edits: u32,
    pub content: Content,
    pub buttons: Rows,
    pub reply_to: Option<i64>,
    pub origin: Option<Value>,
    pub album: Option<String>,
}

impl Message {
    /// A new message; [`super::World::put`] gives it its id.
    pub fn new(chat: i64, author: i64, content: Content, date: DateTime<Utc>) -> Self {
        Self {
            id: 0,
            chat,
            author,
            date,
            edited_at: None,
            edits: 0,
            content,
            buttons: Vec::new(),
            reply_to: None,
            origin: None,
            album: None,
        }
    }

    pub fn json(&self, from: Value, chat: Value, files: &Files) -> Value {
        let mut fields = Map::new();
        fields.insert("message_id".into(), json!(self.id));
        fields.insert("from".into(), from);
        fields.insert("chat".into(), chat);
        fields.insert("date".into(), json!(self.date.timestamp()));
        if let Some(at) = self.edited_at {
            fields.insert("edit_date".into(), json!(at.timestamp()));
        }
        if let Some(origin) = &self.origin {
            fields.insert("forward_origin".into(), origin.clone());
        }
        if let Some(album) = &self.album {
            fields.insert("media_group_id".into(), json!(album));
        }
        self.add_content(&mut fields, files);
        if !self.buttons.is_empty() {
            fields.insert("reply_markup".into(), json!({"inline_keyboard": self.buttons}));
        }
        Value::Object(fields)
    }

    fn add_content(&self, fields: &mut Map<String, Value>, files: &Files) {
        let Formatted { text, entities } = &self.content.text;
        let (text_key, entities_key) = match &self.content.body {
            Body::Text => ("text", "entities"),
            Body::File(field, id) => {
                fields.insert((*field).into(), files.json(field, id));
                ("caption", "caption_entities")
            }
            Body::Other(field, value) => {
                fields.insert((*field).into(), value.clone());
                ("caption", "caption_entities")
            }
        };
        if !text.is_empty() {
            fields.insert(text_key.into(), json!(text));
        }
        if !entities.is_empty() {
            fields.insert(entities_key.into(), json!(entities));
        }
    }
}

/// One chat as it stands now; deleted messages are gone.
#[derive(Debug)]
pub(crate) struct Chat {
    pub messages: BTreeMap<i64, Message>,
    /// Counts changes; whoever waits for the screen subscribes.
    pub watch: watch::Sender<u64>,
}

impl Default for Chat {
    fn default() -> Self {
        Self { messages: BTreeMap::new(), watch: watch::Sender::new(0) }
    }
}

impl Chat {
    pub fn put(&mut self, message: Message) {
        self.messages.insert(message.id, message);
        if self.messages.len() > KEPT {
            self.messages.pop_first();
        }
    }
}
