//! The state of the emulated messenger: people, groups, chats, the queue of updates. Plain data under one
//! lock, changed by short functions; it knows no HTTP and waits for nothing.

pub(crate) mod deeds;
pub(crate) mod files;
pub(crate) mod messages;
pub(crate) mod people;
pub(crate) mod presses;
pub(crate) mod queue;
pub(crate) mod screens;
pub(crate) mod settings;

use crate::core::Change;
use crate::rules::ApiError;
use chrono::{DateTime, Utc};
use files::Files;
use messages::{Chat, Message};
use people::{GroupChat, Person, Standing};
use presses::Presses;
use queue::Queue;
use serde_json::{Value, json};
use settings::Settings;
use std::collections::{BTreeMap, HashMap};

/// The bot's own user.
#[derive(Debug, Clone)]
pub(crate) struct Bot {
    pub id: i64,
    pub username: String,
    pub name: String,
}

/// Everything that is so.
#[derive(Debug)]
pub(crate) struct World {
    pub bot: Bot,
    pub people: BTreeMap<i64, Person>,
    pub groups: BTreeMap<i64, GroupChat>,
    chats: HashMap<i64, Chat>,
    pub queue: Queue,
    pub presses: Presses,
    pub files: Files,
    pub settings: Settings,
    last_message_id: i64,
    /// What changed under the present lock; published when it is released.
    pub changes: Vec<Change>,
}

impl World {
    pub fn new(bot: Bot) -> Self {
        Self {
            bot,
            people: BTreeMap::new(),
            groups: BTreeMap::new(),
            chats: HashMap::new(),
            queue: Queue::default(),
            presses: Presses::default(),
            files: Files::default(),
            settings: Settings::default(),
            last_message_id: 0,
            changes: Vec::new(),
        }
    }

    /// The chat of that id, empty if nobody wrote there yet.
    pub fn chat(&mut self, id: i64) -> &mut Chat {
        self.chats.entry(id).or_default()
    }

    /// The chat of that id, if anything was written there.
    pub fn chat_seen(&self, id: i64) -> Option<&Chat> {
        self.chats.get(&id)
    }

    pub fn message(&self, chat: i64, id: i64) -> Option<&Message> {
        self.chats.get(&chat)?.messages.get(&id)
    }

    /// Puts a message on the screen; its id is given here.
    pub fn put(&mut self, mut message: Message) -> i64 {
        self.last_message_id += 1;
        message.id = self.last_message_id;
        let chat = message.chat;
        self.chat(chat).put(message);
        self.touched(chat);
        self.last_message_id
    }

    /// Notes that a chat looks different now.
    pub fn touched(&mut self, chat: i64) {
        if let Some(chat) = self.chats.get(&chat) {
            chat.watch.send_modify(|version| *version += 1);
        }
        self.changes.push(Change::Person(chat));
    }

    /// `User` of the Bot API.
    pub fn user_json(&self, id: i64) -> Value {
        if id == self.bot.id {
            return json!({"id": id, "is_bot": true, "first_name": self.bot.name, "username": self.bot.username});
        }
        self.people.get(&id).map_or(Value::Null, |person| person.user_json(id))
    }

    /// `Chat` of the Bot API.
    pub fn chat_json(&self, id: i64) -> Value {
        if let Some(group) = self.groups.get(&id) {
            return group.chat_json(id);
        }
        self.people
            .get(&id)
            .map_or_else(|| json!({"id": id, "type": "private"}), |person| person.chat_json(id))
    }

    /// Whether the bot may write to the chat now, or why not.
    pub fn may_write(&self, chat: i64) -> Result<(), ApiError> {
        if let Some(group) = self.groups.get(&chat) {
            return group.may_write();
        }
        if chat == self.bot.id {
            return Err(ApiError::forbidden("the bot can't send messages to the bot"));
        }
        match self.people.get(&chat).map(|person| person.standing) {
            None => Err(ApiError::bad("chat not found")),
            Some(Standing::Stranger) => {
                Err(ApiError::forbidden("bot can't initiate conversation with a user"))
            }
            Some(Standing::Live) => Ok(()),
            Some(Standing::Blocked) => Err(ApiError::forbidden("bot was blocked by the user")),
            Some(Standing::Gone) => Err(ApiError::forbidden("user is deactivated")),
        }
    }

    /// `Message` of the Bot API, with the message it replies to.
    pub fn message_json(&self, message: &Message) -> Value {
        let mut json = self.message_json_alone(message);
        let reply = message.reply_to.and_then(|id| self.message(message.chat, id));
        if let (Some(reply), Value::Object(fields)) = (reply, &mut json) {
            fields.insert("reply_to_message".into(), self.message_json_alone(reply));
        }
        json
    }

    fn message_json_alone(&self, message: &Message) -> Value {
        let from = self.user_json(message.author);
        message.json(from, self.chat_json(message.chat), &self.files)
    }

    /// Puts an update into the queue unless its kind is not wanted.
    pub fn happened(&mut self, kind: &'static str, event: Value, now: DateTime<Utc>) {
        self.queue.push(kind, event, now);
    }
}
