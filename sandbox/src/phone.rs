//! What a human can do and see on a phone. Tests and the page speak through it; it sends no HTTP.

use crate::bubble::Bubble;
use crate::core::Core;
use crate::press::{Press, wait_for};
use crate::sandbox::PersonSeen;
use crate::sent::{Sent, content_of};
use crate::world::deeds::typed;
use crate::world::messages::Message;
use crate::world::people::Standing;
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;

const SCREEN_WAIT: Duration = Duration::from_secs(10);
/// How long "typing" is shown after one sendChatAction.
const TYPING: Duration = Duration::from_secs(5);

/// A person's phone; cheap to clone.
#[derive(Clone)]
pub struct Phone {
    core: Arc<Core>,
    id: i64,
}

impl Phone {
    pub(crate) fn new(core: Arc<Core>, id: i64) -> Self {
        Self { core, id }
    }

    /// Telegram id of the person, also of their chat with the bot.
    pub fn id(&self) -> i64 {
        self.id
    }

    /// Sends a text; gives the id of the message.
    pub fn says(&self, text: &str) -> i64 {
        self.core.with(|world, now| world.person_writes(typed(self.id, self.id, text, now), now))
    }

    /// Sends a text in reply to a message.
    pub fn says_in_reply(&self, text: &str, to: i64) -> i64 {
        self.core.with(|world, now| {
            let message = Message { reply_to: Some(to), ..typed(self.id, self.id, text, now) };
            world.person_writes(message, now)
        })
    }

    /// Edits an own message.
    pub fn edits(&self, message_id: i64, text: &str) {
        self.core.with(|world, now| world.person_edits(self.id, message_id, text, now));
    }

    /// Sends something that is not plain text.
    pub fn sends(&self, what: Sent) -> i64 {
        self.core.with(|world, now| {
            let origin = match &what {
                Sent::Forwarded { from, .. } => Some(json!({
                    "type": "hidden_user", "sender_user_name": from, "date": now.timestamp()
                })),
                _ => None,
            };
            let content = content_of(what, self.id, world);
            let message = Message { origin, ..Message::new(self.id, self.id, content, now) };
            world.person_writes(message, now)
        })
    }

    /// Presses the button on the newest message that has one with this label (exactly, or containing it).
    /// Panics with the chat printed when there is none.
    pub fn presses(&self, label: &str) -> Press {
        match self.core.with(|world, _| world.newest_button(self.id, label)) {
            Some((message_id, data)) => self.presses_data(message_id, &data),
            None => panic!("no button «{label}» on the phone:\n{}", printed(&self.chat())),
        }
    }

    /// Presses a button of one message. Panics with the chat printed when there is none.
    pub fn presses_on(&self, message_id: i64, label: &str) -> Press {
        match self.core.with(|world, _| world.button_of(self.id, message_id, label)) {
            Some(data) => self.presses_data(message_id, &data),
            None => panic!("no button «{label}» on message {message_id}:\n{}", printed(&self.chat())),
        }
    }

    /// A press with any data at all, as a modified client can send it.
    pub fn presses_data(&self, message_id: i64, data: &str) -> Press {
        let id = self.core.with(|world, now| world.person_presses(self.id, (self.id, message_id), data, now));
        Press::new(Arc::clone(&self.core), self.id, id)
    }

    /// Blocks the bot: it is told, and its sends are refused.
    pub fn blocks(&self) {
        self.core.with(|world, now| world.block(self.id, now));
    }

    /// Unblocks the bot.
    pub fn unblocks(&self) {
        self.core.with(|world, now| world.unblock(self.id, now));
    }

    /// Deletes the account: sends are refused with `user is deactivated`.
    pub fn deletes_account(&self) {
        self.core.with(|world, _| {
            if let Some(person) = world.people.get_mut(&self.id) {
                person.standing = Standing::Gone;
            }
            world.changes.push(crate::Change::People);
        });
    }

    /// Notes that everything on the screen was read.
    pub fn reads(&self) {
        self.core.with(|world, _| world.read(self.id));
    }

    /// A remark shown in the list of phones, such as a post.
    pub fn set_note(&self, note: &str) {
        self.core.with(|world, _| {
            if let Some(person) = world.people.get_mut(&self.id) {
                person.note = note.to_owned();
            }
            world.changes.push(crate::Change::People);
        });
    }

    /// Somebody of a crowd, whose phone nobody holds: the page does not list it.
    pub fn stays_aside(&self) {
        self.core.with(|world, _| {
            if let Some(person) = world.people.get_mut(&self.id) {
                person.is_extra = true;
            }
            world.changes.push(crate::Change::People);
        });
    }

    /// The person as the list of phones shows them.
    pub fn seen(&self) -> Option<PersonSeen> {
        self.core.with(|world, _| world.person_seen(self.id))
    }

    /// Whether the bot shows that it is typing.
    pub fn typing(&self) -> bool {
        let since = self.core.with(|world, _| world.people.get(&self.id).and_then(|p| p.typing_since));
        since.is_some_and(|since| since.elapsed() < TYPING)
    }

    /// Labels of the reply keyboard under the input field, row by row; empty when there is none.
    pub fn keyboard(&self) -> Vec<Vec<String>> {
        let keyboard = self.core.with(|world, _| world.people.get(&self.id).and_then(|p| p.keyboard.clone()));
        let label =
            |key: &Value| key.as_str().or_else(|| key["text"].as_str()).unwrap_or_default().to_owned();
        let row = |row: &Value| row.as_array().into_iter().flatten().map(label).collect();
        let rows = keyboard.as_ref().and_then(|keyboard| keyboard["keyboard"].as_array());
        rows.into_iter().flatten().map(row).collect()
    }

    /// What stands on the screen now, oldest first.
    pub fn chat(&self) -> Vec<Bubble> {
        self.core.with(|world, _| world.bubbles(self.id))
    }

    /// The newest bubble from the bot.
    pub fn last(&self) -> Option<Bubble> {
        self.core.with(|world, _| world.newest_from_bot(self.id, |_| true))
    }

    /// The newest bot message as plain text with its buttons, for snapshots.
    pub fn screen(&self) -> String {
        self.last().map(|bubble| bubble.screen()).unwrap_or_default()
    }

    /// Waits until a bot bubble that contains the text is visible. Panics after 10 s with the chat printed.
    pub async fn waits_for(&self, text: &str) -> Bubble {
        let contains = |message: &Message| message.content.text.text.contains(text);
        let find = || self.core.with(|world, _| world.newest_from_bot(self.id, contains));
        match self.until(SCREEN_WAIT, find).await {
            Some(bubble) => bubble,
            None => panic!("«{text}» never appeared on the phone:\n{}", printed(&self.chat())),
        }
    }

    /// Waits until the screen passes the test. Panics after 10 s with `what` and the chat printed.
    pub async fn waits_until(&self, what: &str, test: impl Fn(&[Bubble]) -> bool) {
        let passed = self.until(SCREEN_WAIT, || test(&self.chat()).then_some(())).await;
        assert!(passed.is_some(), "waited in vain until {what}:\n{}", printed(&self.chat()));
    }

    async fn until<T>(&self, limit: Duration, find: impl Fn() -> Option<T>) -> Option<T> {
        let watch = self.core.with(|world, _| world.chat(self.id).watch.subscribe());
        wait_for(watch, limit, find).await
    }
}

fn printed(chat: &[Bubble]) -> String {
    let line = |bubble: &Bubble| {
        let who = if bubble.from_bot { "bot" } else { "   " };
        format!("{who} {:>4} | {}", bubble.message_id, bubble.screen().replace('\n', "\n         | "))
    };
    let shown: Vec<String> = chat.iter().skip(chat.len().saturating_sub(30)).map(line).collect();
    if shown.is_empty() { "(empty chat)".into() } else { shown.join("\n") }
}
