//! What a person did, in words that hold for every messenger. Not here: how a messenger spells it.

use std::fmt;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Markup;

/// The messengers the house can speak through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MessengerKind {
    /// Telegram, over its Bot API.
    Telegram,
}

impl MessengerKind {
    /// The word stored in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Telegram => "telegram",
        }
    }

    /// Reads the stored word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        (word == "telegram").then_some(Self::Telegram)
    }
}

/// Who is on the other side: a messenger and its own id of the private conversation.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ContactKey {
    /// Which messenger.
    pub messenger: MessengerKind,
    /// The messenger's id of the person, as it spells it.
    pub external_id: String,
}

impl fmt::Debug for ContactKey {
    /// The external id is personal data and stays out of every log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ContactKey({}, …)", self.messenger.as_str())
    }
}

/// Where a message stands: conversation and message, as the messenger spells them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageRef {
    /// The conversation.
    pub chat: String,
    /// The message in it.
    pub message: String,
}

/// What is needed to answer an event without its content: kept with the inbox row after the content is dropped.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The press to answer, when the event was one.
    pub press: Option<String>,
    /// The message that carries the pressed button.
    pub message: Option<MessageRef>,
}

/// An event as it lies in the inbox: enough to keep order and to answer, the content still as the messenger wrote it.
pub struct Arrival {
    /// The same for every delivery of the same event.
    pub event_key: String,
    /// Whose it is.
    pub contact: ContactKey,
    /// What is needed to answer it.
    pub origin: Origin,
    /// The messenger's own text of it: personal data.
    pub content: String,
}

/// Where the event happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In the private conversation with the bot.
    Private,
    /// In a group or channel, whose id is given.
    Group(String),
}

/// A file as somebody sent it. The name and what is said about the size are the sender's: anybody can write anything
/// there.
#[derive(Clone, PartialEq, Eq)]
pub struct SentFile {
    /// What it is to the person who sent it: `Voice`, `Picture` or `File`.
    pub kind: SentKind,
    /// How the messenger calls it; good for fetching it and for sending it again.
    pub reference: String,
    /// The name of the file, if it has one.
    pub name: Option<String>,
    /// How many bytes, if the messenger says.
    pub size: Option<u64>,
    /// The words that came with it; empty if none did.
    pub caption: String,
    /// The message that the person replied to with it, if any.
    pub reply_to: Option<MessageRef>,
}

impl fmt::Debug for SentFile {
    /// Names of files and captions are personal and stay out of every log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SentFile({:?}, {:?} bytes)", self.kind, self.size)
    }
}

/// What else a person can send besides words and presses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SentKind {
    /// A voice note.
    Voice,
    /// Music or another recording.
    Sound,
    /// A round video.
    Round,
    /// A picture.
    Picture,
    /// A video.
    Video,
    /// A short moving picture without sound.
    Animation,
    /// A file.
    File,
    /// A sticker.
    Sticker,
    /// Somebody's phone card.
    ContactCard,
    /// A location or a venue.
    Location,
    /// Anything else: polls, dice, service messages with a sender.
    Other,
}

impl SentKind {
    /// Whether it can show a paper, such as a certificate.
    #[must_use]
    pub fn shows_a_paper(self) -> bool {
        matches!(self, Self::File | Self::Picture)
    }
}

/// The event itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Typed words.
    Words {
        /// The text without zero bytes, as typed; empty if nothing of it can be seen.
        text: String,
        /// The message that the person replied to, if any.
        reply_to: Option<MessageRef>,
        /// Whether the words are somebody else's, forwarded.
        forwarded: bool,
    },
    /// A command: `/name argument`.
    Command {
        /// The name in lower case, without the slash and without the bot's own name.
        name: String,
        /// What follows the name, trimmed; empty if nothing does.
        argument: String,
    },
    /// A pressed button.
    Press {
        /// The raw payload: anybody can forge it.
        payload: String,
    },
    /// An older message, the one of the `Origin`, was edited.
    Edited,
    /// A voice note, a picture or a file.
    File(SentFile),
    /// Something that is neither words nor a press, and has nothing in it to keep.
    Sent(SentKind),
    /// The person blocked the bot.
    Blocked,
    /// The person let the bot in again.
    Unblocked,
}

/// One event of one person.
#[derive(Debug, Clone)]
pub struct Incoming {
    /// Who it is.
    pub contact: ContactKey,
    /// Private conversation or group.
    pub place: Place,
    /// What is needed to answer.
    pub origin: Origin,
    /// What the messenger says about the person's language (BCP 47), if anything.
    pub language_hint: Option<String>,
    /// When we received it.
    pub received_at: DateTime<Utc>,
    /// The words of the message, or those that came with its file, with the formatting that their author gave them; of
    /// an edited one as they are now. Empty if nothing of them can be seen.
    pub formatted: Markup,
    /// What happened.
    pub event: Event,
}
