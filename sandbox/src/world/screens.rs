//! How the world looks from a phone: bubbles, unread counts. Reads only, save for what was read.

use super::World;
use super::messages::Message;
use super::people::Standing;
use crate::bubble::Bubble;
use crate::core::Change;
use crate::sandbox::PersonSeen;

impl World {
    /// Everything in a chat, oldest first.
    pub fn bubbles(&self, chat: i64) -> Vec<Bubble> {
        let messages = self
            .chat_seen(chat)
            .into_iter()
            .flat_map(|chat| chat.messages.values());
        messages.map(|message| Bubble::of(message, self)).collect()
    }

    /// The newest message of the bot that passes the test.
    pub fn newest_from_bot(&self, chat: i64, test: impl Fn(&Message) -> bool) -> Option<Bubble> {
        let messages = self.chat_seen(chat)?.messages.values().rev();
        let mut from_bot = messages.filter(|message| message.author == self.bot.id);
        from_bot
            .find(|message| test(message))
            .map(|message| Bubble::of(message, self))
    }

    /// Notes that a person has read everything.
    pub fn read(&mut self, id: i64) {
        let newest = self
            .chat_seen(id)
            .and_then(|chat| chat.messages.keys().next_back().copied());
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
        Some(PersonSeen {
            id,
            name: person.name(),
            note: person.note.clone(),
            blocked,
            unread,
        })
    }
}
