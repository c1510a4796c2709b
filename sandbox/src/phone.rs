//! What a human can do and see on a phone. Tests and the page speak through it; it sends no HTTP.

use crate::bubble::Bubble;
use crate::core::Core;
use crate::formatted::Formatted;
use crate::sandbox::PersonSeen;
use crate::world::World;
use crate::world::deeds::typed;
use crate::world::files::StoredFile;
use crate::world::messages::{Body, Content, Message};
use crate::world::people::Standing;
use crate::world::presses::Answered;
use serde_json::json;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::watch;

const SCREEN_WAIT: Duration = Duration::from_secs(10);
const ANSWER_WAIT: Duration = Duration::from_secs(5);
/// How long "typing" is shown after one sendChatAction.
const TYPING: Duration = Duration::from_secs(5);

/// What a person can send besides text.
#[derive(Debug, Clone)]
pub enum Sent {
    /// A sticker.
    Sticker,
    /// A voice message.
    Voice {
        /// Its length.
        seconds: u32,
    },
    /// A small picture.
    Photo,
    /// A picture of one's own, with a caption.
    Picture {
        /// PNG or JPEG.
        bytes: Vec<u8>,
        /// May be empty.
        caption: String,
    },
    /// A file.
    Document {
        /// File name.
        name: String,
        /// Content.
        bytes: Vec<u8>,
    },
    /// The person's own contact.
    Contact {
        /// Phone number.
        phone: String,
    },
    /// A place on the map.
    Location,
    /// Somebody else's message, passed on.
    Forwarded {
        /// Name of the author.
        from: String,
        /// Text.
        text: String,
    },
    /// A round video.
    VideoNote,
    /// A poll.
    Poll,
    /// A thrown die.
    Dice,
}

/// The answer to a press, as the person sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Toast or alert; `None` is an empty answer.
    pub text: Option<String>,
    /// A window that must be closed, instead of a toast.
    pub alert: bool,
    /// A link that opens.
    pub url: Option<String>,
}

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
        self.core
            .with(|world, now| world.person_writes(typed(self.id, self.id, text, now), now))
    }

    /// Sends a text in reply to a message.
    pub fn says_in_reply(&self, text: &str, to: i64) -> i64 {
        self.core.with(|world, now| {
            let message = Message {
                reply_to: Some(to),
                ..typed(self.id, self.id, text, now)
            };
            world.person_writes(message, now)
        })
    }

    /// Edits an own message.
    pub fn edits(&self, message_id: i64, text: &str) {
        self.core
            .with(|world, now| world.person_edits(self.id, message_id, text, now));
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
            let message = Message {
                origin,
                ..Message::new(self.id, self.id, content, now)
            };
            world.person_writes(message, now)
        })
    }

    /// Presses the button on the newest message that has one with this label (exactly, or containing it).
    /// Panics with the chat printed when there is none.
    pub fn presses(&self, label: &str) -> Press {
        let chat = self.chat();
        let found = chat
            .iter()
            .rev()
            .find_map(|bubble| key(bubble, label).map(|data| (bubble.message_id, data)));
        match found {
            Some((message_id, data)) => self.presses_data(message_id, &data),
            None => panic!("no button «{label}» on the phone:\n{}", printed(&chat)),
        }
    }

    /// Presses a button of one message. Panics with the chat printed when there is none.
    pub fn presses_on(&self, message_id: i64, label: &str) -> Press {
        let chat = self.chat();
        let found = chat
            .iter()
            .find(|bubble| bubble.message_id == message_id)
            .and_then(|b| key(b, label));
        match found {
            Some(data) => self.presses_data(message_id, &data),
            None => panic!("no button «{label}» on message {message_id}:\n{}", printed(&chat)),
        }
    }

    /// A press with any data at all, as a modified client can send it.
    pub fn presses_data(&self, message_id: i64, data: &str) -> Press {
        let id = self
            .core
            .with(|world, now| world.person_presses(self.id, (self.id, message_id), data, now));
        Press {
            core: Arc::clone(&self.core),
            chat: self.id,
            id,
        }
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

    /// The person as the list of phones shows them.
    pub fn seen(&self) -> Option<PersonSeen> {
        self.core.with(|world, _| world.person_seen(self.id))
    }

    /// Whether the bot shows that it is typing.
    pub fn typing(&self) -> bool {
        let since = self
            .core
            .with(|world, _| world.people.get(&self.id).and_then(|p| p.typing_since));
        since.is_some_and(|since| since.elapsed() < TYPING)
    }

    /// What stands on the screen now, oldest first.
    pub fn chat(&self) -> Vec<Bubble> {
        self.core.with(|world, _| world.bubbles(self.id))
    }

    /// The newest bubble from the bot.
    pub fn last(&self) -> Option<Bubble> {
        self.core
            .with(|world, _| world.newest_from_bot(self.id, |_| true))
    }

    /// The newest bot message as plain text with its buttons, for snapshots.
    pub fn screen(&self) -> String {
        self.last().map(|bubble| bubble.screen()).unwrap_or_default()
    }

    /// Waits until a bot bubble that contains the text is visible. Panics after 10 s with the chat printed.
    pub async fn waits_for(&self, text: &str) -> Bubble {
        let contains = |message: &Message| message.content.text.text.contains(text);
        let find = || {
            self.core
                .with(|world, _| world.newest_from_bot(self.id, contains))
        };
        match self.until(SCREEN_WAIT, find).await {
            Some(bubble) => bubble,
            None => panic!("«{text}» never appeared on the phone:\n{}", printed(&self.chat())),
        }
    }

    /// Waits until the screen passes the test. Panics after 10 s with `what` and the chat printed.
    pub async fn waits_until(&self, what: &str, test: impl Fn(&[Bubble]) -> bool) {
        let passed = self.until(SCREEN_WAIT, || test(&self.chat()).then_some(())).await;
        assert!(
            passed.is_some(),
            "waited in vain until {what}:\n{}",
            printed(&self.chat())
        );
    }

    async fn until<T>(&self, limit: Duration, find: impl Fn() -> Option<T>) -> Option<T> {
        let watch = self.core.with(|world, _| world.chat(self.id).watch.subscribe());
        wait_for(watch, limit, find).await
    }
}

/// One press of a button.
pub struct Press {
    core: Arc<Core>,
    chat: i64,
    id: String,
}

impl Press {
    /// The id of the callback query.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Waits up to 5 s for the bot's answer; `None` is an empty one. Panics when it never comes.
    pub async fn answer(&self) -> Option<String> {
        match self.outcome(ANSWER_WAIT).await {
            Some(answer) => answer.text,
            None => panic!("a press in chat {} was never answered", self.chat),
        }
    }

    /// Waits for the bot's answer up to a limit; `None` when it does not come.
    pub async fn outcome(&self, limit: Duration) -> Option<Answer> {
        let watch = self.core.with(|world, _| world.chat(self.chat).watch.subscribe());
        let find = || {
            self.core
                .with(|world, _| world.presses.find(&self.id)?.answers.first().cloned())
        };
        let Answered { text, alert, url } = wait_for(watch, limit, find).await?;
        Some(Answer { text, alert, url })
    }

    /// How many times the bot answered it; refused answers do not count.
    pub fn answers(&self) -> usize {
        self.core.with(|world, _| {
            world
                .presses
                .find(&self.id)
                .map_or(0, |press| press.answers.len())
        })
    }
}

async fn wait_for<T>(
    mut watch: watch::Receiver<u64>,
    limit: Duration,
    find: impl Fn() -> Option<T>,
) -> Option<T> {
    let end = Instant::now() + limit;
    loop {
        watch.borrow_and_update();
        if let Some(found) = find() {
            return Some(found);
        }
        tokio::time::timeout_at(end.into(), watch.changed())
            .await
            .ok()?
            .ok()?;
    }
}

fn key(bubble: &Bubble, label: &str) -> Option<String> {
    let keys = || bubble.buttons.iter().flatten().filter(|_| bubble.from_bot);
    let exact = keys().find(|key| key.label == label && key.data.is_some());
    exact
        .or_else(|| keys().find(|key| key.label.contains(label) && key.data.is_some()))?
        .data
        .clone()
}

fn printed(chat: &[Bubble]) -> String {
    let line = |bubble: &Bubble| {
        let who = if bubble.from_bot { "bot" } else { "   " };
        format!(
            "{who} {:>4} | {}",
            bubble.message_id,
            bubble.screen().replace('\n', "\n         | ")
        )
    };
    let shown: Vec<String> = chat
        .iter()
        .skip(chat.len().saturating_sub(30))
        .map(line)
        .collect();
    if shown.is_empty() {
        "(empty chat)".into()
    } else {
        shown.join("\n")
    }
}

fn content_of(what: Sent, person: i64, world: &mut World) -> Content {
    let mut file = |kind: &'static str, name: &str, bytes: Vec<u8>, seconds: u32| {
        let mime = crate::world::files::mime_of(name).to_owned();
        let id = world.files.add(StoredFile {
            kind,
            name: name.to_owned(),
            mime,
            bytes: bytes.into(),
            seconds,
        });
        Body::File(kind, id)
    };
    let mut text = Formatted::default();
    let body = match what {
        Sent::Sticker => file("sticker", "sticker.webp", b"RIFF\0\0\0\0WEBP".to_vec(), 0),
        Sent::Voice { seconds } => file("voice", "voice.ogg", b"OggS".to_vec(), seconds),
        Sent::VideoNote => file("video_note", "round.mp4", b"ftyp".to_vec(), 3),
        Sent::Photo => file("photo", "photo.jpg", vec![0xFF, 0xD8, 0xFF, 0xD9], 0),
        Sent::Picture { bytes, caption } => {
            text = Formatted::typed(&caption);
            file("photo", "photo.jpg", bytes, 0)
        }
        Sent::Document { name, bytes } => file("document", &name, bytes, 0),
        Sent::Contact { phone } => {
            let first_name = world
                .people
                .get(&person)
                .map(|p| p.first_name.clone())
                .unwrap_or_default();
            Body::Other(
                "contact",
                json!({"phone_number": phone, "first_name": first_name, "user_id": person}),
            )
        }
        Sent::Location => Body::Other("location", json!({"latitude": 55.0302, "longitude": 82.9204})),
        Sent::Dice => Body::Other("dice", json!({"emoji": "🎲", "value": 4})),
        Sent::Poll => Body::Other(
            "poll",
            json!({
                "id": "1", "question": "?", "total_voter_count": 0, "is_closed": false, "is_anonymous": true,
                "type": "regular", "allows_multiple_answers": false,
                "options": [{"text": "1", "voter_count": 0}, {"text": "2", "voter_count": 0}]
            }),
        ),
        Sent::Forwarded { text: words, .. } => {
            text = Formatted::typed(&words);
            Body::Text
        }
    };
    Content { body, text }
}
