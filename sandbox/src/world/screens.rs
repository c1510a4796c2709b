//! How the world looks from a phone: bubbles, unread counts. Reads only, save for what was read.

use super::World;
use super::messages::Message;
use super::people::Standing;
use crate::bubble::{Bubble, Key};
use crate::core::Change;
use crate::sandbox::PersonSeen;

impl World {
    /// Everything in a chat, oldest first.
    pub fn bubbles(&self, chat: i64) -> Vec<Bubble> {
        let messages = self.chat_seen(chat).into_iter().flat_map(|chat| chat.messages.values());
        messages.map(|message| Bubble::of(message, self)).collect()
    }

    /// The newest message of the bot that passes the test.
    pub fn newest_from_bot(&self, chat: i64, test: impl Fn(&Message) -> bool) -> Option<Bubble> {
        let messages = self.chat_seen(chat)?.messages.values().rev();
        let mut from_bot = messages.filter(|message| message.author == self.bot.id);
        from_bot.find(|message| test(message)).map(|message| Bubble::of(message, self))
    }

    /// The newest message with a button of that label (exactly, or containing it), and the button's data.
    pub fn newest_button(&self, chat: i64, label: &str) -> Option<(i64, String)> {
        let mut messages = self.chat_seen(chat)?.messages.values().rev();
        messages.find_map(|message| Some((message.id, data_of(message, label)?)))
    }

    /// The data of a button of one message.
    pub fn button_of(&self, chat: i64, message: i64, label: &str) -> Option<String> {
        data_of(self.message(chat, message)?, label)
    }

    /// Notes that a person has read everything.
    pub fn read(&mut self, id: i64) {
        let newest = self.chat_seen(id).and_then(|chat| chat.messages.keys().next_back().copied());
        let Some(person) = self.people.get_mut(&id) else {
            return;
        };
        if newest.is_some_and(|newest| newest > person.read_up_to) {
            person.read_up_to = newest.unwrap_or_default();
            self.changes.push(Change::People);
        }
    }

    pub fn person_seen(&self, id: i64) -> Option<PersonSeen> {
        let person = self.people.get(&id)?;
        let unread = self.chat_seen(id).map_or(0, |chat| {
            let newer = chat.messages.range(person.read_up_to + 1..);
            newer.filter(|(_, message)| message.author == self.bot.id).count()
        });
        let blocked = person.standing == Standing::Blocked;
        let (name, note, is_extra) = (person.name(), person.note.clone(), person.is_extra);
        Some(PersonSeen { id, name, note, is_extra, blocked, unread })
    }
}

fn data_of(message: &Message, label: &str) -> Option<String> {
    let keys: Vec<Key> =
        message.buttons.iter().flatten().map(Key::of).filter(|key| key.data.is_some()).collect();
    let exact = keys.iter().find(|key| key.label == label);
    exact.or_else(|| keys.iter().find(|key| key.label.contains(label)))?.data.clone()
}
