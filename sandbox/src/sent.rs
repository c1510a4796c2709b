//! What people send besides text, and how it becomes a message.

use crate::formatted::Formatted;
use crate::world::World;
use crate::world::files::{StoredFile, mime_of};
use crate::world::messages::{Body, Content};
use serde_json::json;

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
    /// A video, with a caption.
    Video {
        /// May be empty.
        caption: String,
    },
    /// A short moving picture without sound.
    Animation,
    /// Music.
    Audio,
    /// A poll.
    Poll,
    /// A thrown die.
    Dice,
}

pub(crate) fn content_of(what: Sent, person: i64, world: &mut World) -> Content {
    let mut file = |kind: &'static str, name: &str, bytes: Vec<u8>, seconds: u32| {
        let mime = mime_of(name).to_owned();
        let id =
            world.files.add(StoredFile { kind, name: name.to_owned(), mime, bytes: bytes.into(), seconds });
        Body::File(kind, id)
    };
    let mut text = Formatted::default();
    let body = match what {
        Sent::Sticker => file("sticker", "sticker.webp", b"RIFF\0\0\0\0WEBP".to_vec(), 0),
        Sent::Voice { seconds } => file("voice", "voice.ogg", b"OggS".to_vec(), seconds),
        Sent::VideoNote => file("video_note", "round.mp4", b"ftyp".to_vec(), 3),
        Sent::Video { caption } => {
            text = Formatted::typed(&caption);
            file("video", "clip.mp4", b"ftyp".to_vec(), 5)
        }
        Sent::Animation => file("animation", "moving.mp4", b"ftyp".to_vec(), 2),
        Sent::Audio => file("audio", "song.mp3", b"ID3".to_vec(), 60),
        Sent::Photo => file("photo", "photo.jpg", vec![0xFF, 0xD8, 0xFF, 0xD9], 0),
        Sent::Picture { bytes, caption } => {
            text = Formatted::typed(&caption);
            file("photo", "photo.jpg", bytes, 0)
        }
        Sent::Document { name, bytes } => file("document", &name, bytes, 0),
        Sent::Contact { phone } => {
            let first_name = world.people.get(&person).map(|p| p.first_name.clone()).unwrap_or_default();
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
