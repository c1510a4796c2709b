//! What people do: write, edit, press, block. Each deed changes the screen and tells the bot.

use super::World;
use super::messages::{Body, Content, Message};
use super::people::Standing;
use crate::formatted::Formatted;
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

impl World {
    /// A person writes in a private chat; whoever blocked the bot unblocks it by writing.
    pub fn person_writes(&mut self, mut message: Message, now: DateTime<Utc>) -> i64 {
        let person = message.author;
        self.unblock(person, now);
        message.date = now;
        let id = self.put(message);
        if let Some(person) = self.people.get_mut(&person) {
            person.standing = Standing::Live;
            person.read_up_to = id;
        }
        self.tell_message("message", person, id, now);
        id
    }

    /// A person edits their own text.
    pub fn person_edits(&mut self, person: i64, id: i64, text: &str, now: DateTime<Utc>) {
        let Some(message) = self.chat(person).messages.get_mut(&id) else {
            return;
        };
        message.content.text = Formatted::typed(text);
        message.edited_at = Some(now);
        message.edits += 1;
        self.touched(person);
        self.tell_message("edited_message", person, id, now);
    }

    /// A press of a button; `data` may be anything. Gives the query id.
    pub fn person_presses(
        &mut self,
        person: i64,
        place: (i64, i64),
        data: &str,
        now: DateTime<Utc>,
    ) -> String {
        let (chat, message_id) = place;
        let id = self.presses.add(chat, now);
        let message = match self.message(chat, message_id) {
            Some(message) => self.message_json(message),
            None => json!({"chat": self.chat_json(chat), "message_id": message_id, "date": 0}),
        };
        let event = json!({
            "id": id, "from": self.user_json(person), "message": message,
            "chat_instance": format!("{}", chat.unsigned_abs() * 31), "data": data
        });
        if let Some(person) = self.people.get_mut(&person) {
            person.read_up_to = person.read_up_to.max(message_id);
        }
        self.happened("callback_query", event, now);
        id
    }

    pub fn block(&mut self, person: i64, now: DateTime<Utc>) {
        let Some(state) = self.people.get_mut(&person) else {
            return;
        };
        if matches!(state.standing, Standing::Live | Standing::Stranger) {
            state.standing = Standing::Blocked;
            self.tell_membership(person, "member", "kicked", now);
        }
    }

    pub fn unblock(&mut self, person: i64, now: DateTime<Utc>) {
        let Some(state) = self.people.get_mut(&person) else {
            return;
        };
        if state.standing == Standing::Blocked {
            state.standing = Standing::Live;
            self.tell_membership(person, "kicked", "member", now);
        }
    }

    /// Says in a group; the bot hears only what its privacy mode lets through.
    pub fn group_writes(&mut self, mut message: Message, now: DateTime<Utc>) -> i64 {
        message.date = now;
        let (chat, heard) = (message.chat, self.bot_hears(&message));
        let id = self.put(message);
        if heard {
            self.tell_message("message", chat, id, now);
        }
        id
    }

    fn bot_hears(&self, message: &Message) -> bool {
        let text = &message.content.text.text;
        let mention = format!("@{}", self.bot.username).to_lowercase();
        if let Some(command) = text.strip_prefix('/') {
            let name = command.split_whitespace().next().unwrap_or_default().to_lowercase();
            return name.find('@').is_none_or(|at| name[at..] == mention);
        }
        let replied = message.reply_to.and_then(|id| self.message(message.chat, id));
        text.to_lowercase().contains(&mention) || replied.is_some_and(|m| m.author == self.bot.id)
    }

    fn tell_message(&mut self, kind: &'static str, chat: i64, id: i64, now: DateTime<Utc>) {
        if let Some(event) = self.message(chat, id).map(|message| self.message_json(message)) {
            self.happened(kind, event, now);
        }
    }

    /// `my_chat_member`: the bot's standing in a chat changed from `old` to `new` by `chat`'s person.
    fn tell_membership(&mut self, person: i64, old: &str, new: &str, now: DateTime<Utc>) {
        let event = self.membership_json((person, person), old, new, now);
        self.happened("my_chat_member", event, now);
        self.changes.push(crate::core::Change::People);
    }

    /// `ChatMemberUpdated` about the bot; `place` is the chat and who did it.
    pub fn membership_json(&self, place: (i64, i64), old: &str, new: &str, now: DateTime<Utc>) -> Value {
        let bot = self.user_json(self.bot.id);
        let member = |status: &str| match status {
            "kicked" => json!({"user": bot, "status": status, "until_date": 0}),
            _ => json!({"user": bot, "status": status}),
        };
        json!({
            "chat": self.chat_json(place.0), "from": self.user_json(place.1), "date": now.timestamp(),
            "old_chat_member": member(old), "new_chat_member": member(new)
        })
    }
}

/// A text message as a person types it.
pub(crate) fn typed(chat: i64, author: i64, text: &str, now: DateTime<Utc>) -> Message {
    let content = Content { body: Body::Text, text: Formatted::typed(text) };
    Message::new(chat, author, content, now)
}
