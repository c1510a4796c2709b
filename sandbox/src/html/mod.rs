//! The HTML parse mode, by the grammar of the server: which tags, how nested, and the exact complaint with
//! its byte offset. It is no general HTML parser, and it does not shorten or count.

mod clean;
mod marks;
mod references;

pub(crate) use clean::cleaned;

use crate::formatted::{Entity, Formatted};
use marks::{Open, mark, meaning, settled};

const TAGS: [&str; 17] = [
    "a",
    "b",
    "strong",
    "i",
    "em",
    "s",
    "strike",
    "del",
    "u",
    "ins",
    "tg-spoiler",
    "tg-emoji",
    "tg-time",
    "span",
    "pre",
    "code",
    "blockquote",
];

const INVALID_UNICODE: &str = "Text contains invalid Unicode characters after decoding HTML entities, \
     check for unmatched surrogate code units";

/// Parses HTML; `Err` is the text after `Bad Request: can't parse entities: `.
pub(crate) fn parse(html: &str) -> Result<Formatted, String> {
    let mut parser = Parser {
        bytes: html.as_bytes(),
        html,
        at: 0,
        offset: 0,
        text: String::new(),
        open: vec![],
        done: vec![],
        broken: false,
    };
    parser.run()?;
    if let Some(open) = parser.open.last() {
        return Err(format!("Can't find end tag corresponding to start tag \"{}\"", open.tag));
    }
    if parser.broken {
        return Err(INVALID_UNICODE.to_owned());
    }
    Ok(Formatted { text: parser.text, entities: settled(parser.done) })
}

struct Parser<'a> {
    html: &'a str,
    bytes: &'a [u8],
    at: usize,
    /// UTF-16 units of `text`.
    offset: usize,
    text: String,
    open: Vec<Open>,
    done: Vec<Entity>,
    /// A reference named half of a surrogate pair.
    broken: bool,
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | 0 | 0x0B)
}

impl Parser<'_> {
    /// The byte at the cursor; 0 at the end, as in the server's zero-terminated text.
    fn byte(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or(0)
    }

    fn ended(&self) -> bool {
        self.at >= self.bytes.len()
    }

    fn run(&mut self) -> Result<(), String> {
        while !self.ended() {
            match self.byte() {
                b'<' if self.bytes.get(self.at + 1) == Some(&b'/') => self.end_tag()?,
                b'<' => self.start_tag()?,
                b'&' => {
                    let c = self.character_reference().unwrap_or_else(|| self.plain());
                    self.push(c);
                }
                _ => {
                    let c = self.plain();
                    self.push(c);
                }
            }
        }
        Ok(())
    }

    fn push(&mut self, c: char) {
        self.offset += c.len_utf16();
        self.text.push(c);
    }

    fn plain(&mut self) -> char {
        let c = self.html[self.at..].chars().next().unwrap_or('\u{FFFD}');
        self.at += c.len_utf8();
        c
    }

    fn skip_spaces(&mut self) {
        while !self.ended() && is_space(self.byte()) {
            self.at += 1;
        }
    }

    /// Moves over bytes that pass the test and gives them.
    fn word(&mut self, test: impl Fn(u8) -> bool) -> String {
        let start = self.at;
        while !self.ended() && test(self.byte()) {
            self.at += 1;
        }
        self.html.get(start..self.at).unwrap_or_default().to_owned()
    }

    fn start_tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        self.at += 1;
        let tag = self.word(|b| !is_space(b) && b != b'>').to_lowercase();
        if self.ended() {
            return Err(format!("Unclosed start tag at byte offset {begin}"));
        }
        if !TAGS.contains(&tag.as_str()) {
            return Err(format!("Unsupported start tag \"{tag}\" at byte offset {begin}"));
        }
        let mut argument = String::new();
        while self.byte() != b'>' {
            self.skip_spaces();
            if self.byte() == b'>' {
                break;
            }
            if let Some(value) = self.attribute(&tag, begin)? {
                argument = value;
            }
        }
        if tag == "span" && argument != "spoiler" {
            return Err(format!("Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}"));
        }
        self.at += 1;
        self.open.push(Open { tag, argument, offset: self.offset, start: self.text.len() });
        Ok(())
    }

    /// One attribute; gives its value when it means something in this tag.
    fn attribute(&mut self, tag: &str, begin: usize) -> Result<Option<String>, String> {
        let name =
            self.word(|b| !is_space(b) && b != b'=' && b != b'>' && b != b'/' && b != b'"' && b != b'\'');
        if name.is_empty() {
            return Err(format!("Empty attribute name in the tag \"{tag}\" at byte offset {begin}"));
        }
        self.skip_spaces();
        if self.byte() != b'=' {
            if self.ended() {
                return Err(format!("Unclosed start tag \"{tag}\" at byte offset {begin}"));
            }
            if tag == "blockquote" && name.eq_ignore_ascii_case("expandable") {
                return Ok(meaning(tag, &name, ""));
            }
            return Err(format!(
                "Expected equal sign in declaration of an attribute of the tag \"{tag}\" at byte offset {begin}"
            ));
        }
        self.at += 1;
        self.skip_spaces();
        if self.ended() {
            return Err(format!("Unclosed start tag \"{tag}\" at byte offset {begin}"));
        }
        let value = if matches!(self.byte(), b'"' | b'\'') { self.quoted() } else { self.token()? };
        if self.ended() {
            return Err(format!("Unclosed start tag at byte offset {begin}"));
        }
        Ok(meaning(tag, &name, &value))
    }

    fn token(&mut self) -> Result<String, String> {
        let begin = self.at;
        let value = self.word(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-').to_lowercase();
        if !is_space(self.byte()) && self.byte() != b'>' {
            return Err(format!("Unexpected end of name token at byte offset {begin}"));
        }
        Ok(value)
    }

    fn quoted(&mut self) -> String {
        let quote = self.byte();
        self.at += 1;
        let mut value = String::new();
        while !self.ended() && self.byte() != quote {
            let c = self.character_reference().unwrap_or_else(|| self.plain());
            value.push(c);
        }
        if !self.ended() {
            self.at += 1;
        }
        value
    }

    /// `&lt;`, `&#38;` and the like at the cursor; anything else stays as it is written.
    fn character_reference(&mut self) -> Option<char> {
        let (code, length) = references::reference(self.html[self.at..].strip_prefix('&')?)?;
        self.at += 1 + length;
        if self.byte() == b';' {
            self.at += 1;
        }
        self.broken |= char::from_u32(code).is_none();
        Some(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    fn end_tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        let Some(open) = self.open.pop() else {
            return Err(format!("Unexpected end tag at byte offset {begin}"));
        };
        self.at += 2;
        let name = self.word(|b| !is_space(b) && b != b'>').to_lowercase();
        self.skip_spaces();
        if self.byte() != b'>' {
            return Err(format!("Unclosed end tag at byte offset {begin}"));
        }
        if !name.is_empty() && name != open.tag {
            let tag = &open.tag;
            return Err(format!(
                "Unmatched end tag at byte offset {begin}, expected \"</{tag}>\", found \"</{name}>\""
            ));
        }
        self.at += 1;
        if self.offset > open.offset {
            mark(&mut self.done, &open, &self.text[open.start..], self.offset);
        }
        Ok(())
    }
}
