//! A file that is kept. Not here: what it is good for, and sending it.

use uuid::Uuid;

use crate::messenger::{MessengerKind, SentFile, SentKind};

/// The most bytes of one file that are fetched: what Telegram lets bots download
/// (<https://core.telegram.org/bots/api#getfile>).
pub const MOST_KEPT: u64 = 20 * 1_024 * 1_024;

/// The most characters of a name that are kept.
const MOST_OF_NAME: usize = 120;

/// A file to be kept.
pub struct NewAttachment {
    /// Whose it is.
    pub owner: Uuid,
    /// What it is.
    pub kind: SentKind,
    /// What it is called, without a path in it.
    pub name: String,
    /// Its bytes, if others than its messenger need them.
    pub bytes: Option<Vec<u8>>,
    /// The messenger it came through, and how that calls it.
    pub reference: (MessengerKind, String),
}

impl NewAttachment {
    /// Keeps what was sent. A file without a name is called by what it is.
    #[must_use]
    pub fn of(owner: Uuid, messenger: MessengerKind, sent: &SentFile, bytes: Option<Vec<u8>>) -> Self {
        let name = sent.name.as_deref().map(plain_name).filter(|name| !name.is_empty());
        let name = name.unwrap_or_else(|| nameless(sent.kind).to_owned());
        Self { owner, kind: sent.kind, name, bytes, reference: (messenger, sent.reference.clone()) }
    }
}

/// A file that is kept.
#[derive(Clone, PartialEq, Eq)]
pub struct Kept {
    /// Our id.
    pub id: Uuid,
    /// Whose it is.
    pub owner: Uuid,
    /// What it is.
    pub kind: SentKind,
    /// What it is called.
    pub name: String,
    /// Its bytes, if they are kept and needed to send it.
    pub bytes: Option<Vec<u8>>,
    /// How each messenger calls it.
    pub references: Vec<(MessengerKind, String)>,
}

/// The last part of what may be a path, without what no file system takes.
fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean = last.chars().filter(|character| !character.is_control() && !"<>:\"|?*".contains(*character));
    clean.take(MOST_OF_NAME).collect::<String>().trim_matches([' ', '.']).to_owned()
}

fn nameless(kind: SentKind) -> &'static str {
    match kind {
        SentKind::Picture => "photo.jpg",
        SentKind::Video | SentKind::Animation | SentKind::Round => "video.mp4",
        SentKind::Voice => "voice.ogg",
        SentKind::Sound => "sound.mp3",
        _ => "file",
    }
}

/// Every kind that is kept, with the word stored in the database.
const KINDS: [(SentKind, &str); 7] = [
    (SentKind::File, "file"),
    (SentKind::Picture, "picture"),
    (SentKind::Video, "video"),
    (SentKind::Animation, "animation"),
    (SentKind::Voice, "voice"),
    (SentKind::Sound, "sound"),
    (SentKind::Round, "round"),
];

/// The word stored in the database.
pub(super) fn kind_word(kind: SentKind) -> &'static str {
    KINDS.iter().find(|(known, _)| *known == kind).map_or("file", |(_, word)| word)
}

/// Reads the stored word back.
pub(super) fn kind_from_word(word: &str) -> SentKind {
    KINDS.iter().find(|(_, known)| *known == word).map_or(SentKind::File, |(kind, _)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_no_paths() {
        for (given, kept) in [
            ("../../etc/passwd", "passwd"),
            ("C:\\Windows\\сертификат.pdf", "сертификат.pdf"),
            ("..", ""),
            ("a\0b\n.txt", "ab.txt"),
        ] {
            assert_eq!(plain_name(given), kept);
        }
        assert_eq!(plain_name(&"я".repeat(500)).chars().count(), MOST_OF_NAME);
    }
}
