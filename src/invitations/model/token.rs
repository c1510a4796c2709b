//! What a link of ours ends in. Whoever knows it is invited, so nobody can guess it.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use uuid::Uuid;

/// The characters of a token.
const LENGTH: usize = 24;

/// What a link ends in: 24 characters of `A-Z a-z 0-9 _ -`, which every messenger carries; 144 random bits.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// A new one. Two random UUIDs give 122 bits each from the system's generator; their fixed bits lie in the bytes
    /// that are left out.
    #[must_use]
    pub fn random() -> Self {
        let (one, two) = (Uuid::new_v4(), Uuid::new_v4());
        let mut bytes = [0; 18];
        let free = |id: &Uuid| {
            id.as_bytes()
                .iter()
                .enumerate()
                .filter(|(at, _)| ![6, 8].contains(at))
                .map(|(_, byte)| *byte)
                .collect::<Vec<u8>>()
        };
        for (place, byte) in bytes.iter_mut().zip(free(&one).into_iter().chain(free(&two))) {
            *place = byte;
        }
        Self(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// Reads what came behind `/start`; anybody can write anything there.
    #[must_use]
    pub fn read(words: &str) -> Option<Self> {
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
        (words.len() == LENGTH && words.bytes().all(fits)).then(|| Self(words.to_owned()))
    }

    /// The characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
