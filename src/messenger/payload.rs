//! What a button carries back: capability, verb and arguments in at most 64 bytes.
//! Not here: any authority. A payload can be forged; who may do it is asked again when it arrives.

use uuid::Uuid;

/// Bytes a payload may take: Telegram's limit, the narrowest (<https://core.telegram.org/bots/api#inlinekeyboardbutton>).
pub const MAX_BYTES: usize = 64;

/// A payload in writing: `capability.verb.argument.argument`.
///
/// The capability's word ends in the version of its payloads, so that a button of an older release is recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payload(String);

impl Payload {
    /// Begins a payload with the capability's versioned word and a verb.
    #[must_use]
    pub fn new(capability: &'static str, verb: &'static str) -> Self {
        Self(format!("{capability}.{verb}"))
    }

    /// A payload that we wrote ourselves and kept; `None` if it is none.
    #[must_use]
    pub fn kept(raw: &str) -> Option<Self> {
        PayloadReader::open(raw).map(|_| Self(raw.to_owned()))
    }

    /// Adds an id (22 bytes).
    #[must_use]
    pub fn id(self, id: Uuid) -> Self {
        use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
        self.word(&URL_SAFE_NO_PAD.encode(id.as_bytes()))
    }

    /// Adds a number.
    #[must_use]
    pub fn number(self, number: usize) -> Self {
        self.word(&number.to_string())
    }

    /// Adds a word of ASCII letters, digits, `_` and `-`.
    #[must_use]
    pub fn word(mut self, word: &str) -> Self {
        self.0.push('.');
        self.0.push_str(word);
        self
    }

    /// The payload as the messenger carries it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a messenger would carry it.
    #[must_use]
    pub fn fits(&self) -> bool {
        self.0.len() <= MAX_BYTES
    }
}

/// Reads a payload that came in. Every step may fail: anybody can send any bytes.
#[derive(Debug, Clone)]
pub struct PayloadReader<'a> {
    /// The capability's versioned word.
    pub capability: &'a str,
    /// The verb.
    pub verb: &'a str,
    rest: std::str::Split<'a, char>,
}

impl<'a> PayloadReader<'a> {
    /// Splits the raw bytes; nothing is believed yet.
    #[must_use]
    pub fn open(raw: &'a str) -> Option<Self> {
        if raw.len() > MAX_BYTES {
            return None;
        }
        let mut rest = raw.split('.');
        let capability = rest.next()?;
        let verb = rest.next()?;
        Some(Self { capability, verb, rest })
    }

    /// The next argument as an id.
    pub fn id(&mut self) -> Option<Uuid> {
        use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
        Uuid::from_slice(&URL_SAFE_NO_PAD.decode(self.rest.next()?).ok()?).ok()
    }

    /// The next argument as a number.
    pub fn number(&mut self) -> Option<usize> {
        self.rest.next()?.parse().ok()
    }

    /// The next argument as a word.
    pub fn word(&mut self) -> Option<&'a str> {
        self.rest.next().filter(|word| !word.is_empty())
    }

    /// Hands over `value` only if every argument was read.
    pub fn end<T>(mut self, value: T) -> Option<T> {
        self.rest.next().is_none().then_some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_bytes_can_make_reading_panic(raw in "\\PC{0,90}") {
            if let Some(mut reader) = PayloadReader::open(&raw) {
                let _ = (reader.id(), reader.number(), reader.word().map(str::len));
            }
        }

        #[test]
        fn what_was_written_is_read(bytes in any::<[u8; 16]>(), number in any::<u16>()) {
            let written = Payload::new("dg1", "answer").id(Uuid::from_bytes(bytes)).number(number.into());
            prop_assert!(written.fits());
            let mut reader = PayloadReader::open(written.as_str()).expect("two words");
            prop_assert_eq!((reader.capability, reader.verb), ("dg1", "answer"));
            prop_assert_eq!(reader.id(), Some(Uuid::from_bytes(bytes)));
            prop_assert_eq!(reader.number(), Some(usize::from(number)));
            prop_assert_eq!(reader.end(()), Some(()));
        }
    }
}
