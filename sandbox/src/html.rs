//! The HTML parse mode, by the grammar of the server: which tags, how nested, and the exact complaint with
//! its byte offset. It is no general HTML parser, and it does not shorten or count.

use crate::formatted::{Entity, Formatted, utf16_len};

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
    };
    parser.run()?;
    if let Some(open) = parser.open.last() {
        return Err(format!(
            "Can't find end tag corresponding to start tag \"{}\"",
            open.tag
        ));
    }
    let mut entities = parser.done;
    entities.sort_by_key(|entity| (entity.offset, std::cmp::Reverse(entity.length)));
    Ok(Formatted {
        text: parser.text,
        entities,
    })
}

/// A tag that waits for its end.
struct Open {
    tag: String,
    argument: String,
    offset: usize,
    start: usize,
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
            return Err(format!(
                "Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}"
            ));
        }
        self.at += 1;
        self.open.push(Open {
            tag,
            argument,
            offset: self.offset,
            start: self.text.len(),
        });
        Ok(())
    }

    /// One attribute; gives its value when it means something in this tag.
    fn attribute(&mut self, tag: &str, begin: usize) -> Result<Option<String>, String> {
        let name =
            self.word(|b| !is_space(b) && b != b'=' && b != b'>' && b != b'/' && b != b'"' && b != b'\'');
        if name.is_empty() {
            return Err(format!(
                "Empty attribute name in the tag \"{tag}\" at byte offset {begin}"
            ));
        }
        self.skip_spaces();
        if self.byte() != b'=' {
            if self.ended() {
                return Err(format!("Unclosed start tag \"{tag}\" at byte offset {begin}"));
            }
            return Ok(meaning(tag, &name, ""));
        }
        self.at += 1;
        self.skip_spaces();
        if self.ended() {
            return Err(format!("Unclosed start tag \"{tag}\" at byte offset {begin}"));
        }
        let value = if matches!(self.byte(), b'"' | b'\'') {
            self.quoted()
        } else {
            self.token()?
        };
        if self.ended() {
            return Err(format!("Unclosed start tag at byte offset {begin}"));
        }
        Ok(meaning(tag, &name, &value))
    }

    fn token(&mut self) -> Result<String, String> {
        let begin = self.at;
        let value = self
            .word(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-')
            .to_lowercase();
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
        let rest = self.html[self.at..].strip_prefix('&')?;
        let (c, length) = match rest.strip_prefix('#') {
            Some(number) => numeric(number)?,
            None => named(rest)?,
        };
        self.at += 1 + length;
        if self.byte() == b';' {
            self.at += 1;
        }
        Some(c)
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
            self.mark(&open);
        }
        Ok(())
    }

    fn mark(&mut self, open: &Open) {
        let length = self.offset - open.offset;
        let mut entity = Entity::new("", open.offset, length);
        entity.kind = match open.tag.as_str() {
            "b" | "strong" => "bold",
            "i" | "em" => "italic",
            "u" | "ins" => "underline",
            "s" | "strike" | "del" => "strikethrough",
            "tg-spoiler" | "span" => "spoiler",
            "blockquote" if open.argument.is_empty() => "blockquote",
            "blockquote" => "expandable_blockquote",
            "a" => return self.mark_link(open, entity),
            "pre" | "code" => return self.mark_code(open, entity),
            "tg-emoji" => {
                entity.custom_emoji_id = Some(open.argument.clone());
                "custom_emoji"
            }
            _ => return,
        }
        .to_owned();
        self.done.push(entity);
    }

    /// A link without a valid address becomes plain text.
    fn mark_link(&mut self, open: &Open, mut entity: Entity) {
        let shown = self.text[open.start..].to_owned();
        let target = if open.argument.is_empty() {
            &shown
        } else {
            &open.argument
        };
        if let Some(url) = valid_link(target) {
            entity.kind = "text_link".to_owned();
            entity.url = Some(url);
            self.done.push(entity);
        }
    }

    /// `<pre><code class="language-x">` is one block with a language.
    fn mark_code(&mut self, open: &Open, mut entity: Entity) {
        let same = |last: &Entity| last.offset == entity.offset && last.length == entity.length;
        if open.tag == "pre"
            && let Some(code) = self
                .done
                .pop_if(|last| last.kind == "code" && last.language.is_some() && same(last))
        {
            entity.language = code.language;
        }
        if open.tag == "code" && !open.argument.is_empty() {
            entity.language = Some(open.argument.clone());
        }
        entity.kind = open.tag.clone();
        self.done.push(entity);
    }
}

/// What an attribute means in its tag, if anything.
fn meaning(tag: &str, name: &str, value: &str) -> Option<String> {
    let name = name.to_lowercase();
    match (tag, name.as_str()) {
        ("a", "href") | ("tg-emoji", "emoji-id") => Some(value.to_owned()),
        ("code", "class") => value.strip_prefix("language-").map(str::to_owned),
        ("span", "class") => value.strip_prefix("tg-").map(str::to_owned),
        ("blockquote", "expandable") => Some("1".to_owned()),
        _ => None,
    }
}

fn named(rest: &str) -> Option<(char, usize)> {
    let known = [("lt", '<'), ("gt", '>'), ("amp", '&'), ("quot", '"')];
    let length = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    known
        .iter()
        .find(|(name, _)| *name == &rest[..length])
        .map(|(_, c)| (*c, length))
}

fn numeric(rest: &str) -> Option<(char, usize)> {
    let (digits, radix, prefix) = match rest.strip_prefix('x') {
        Some(hex) => (hex, 16, 2),
        None => (rest, 10, 1),
    };
    let length = digits
        .bytes()
        .take_while(|b| char::from(*b).is_digit(radix))
        .count();
    let code = u32::from_str_radix(&digits[..length], radix)
        .ok()
        .filter(|code| *code != 0)?;
    Some((char::from_u32(code)?, prefix + length))
}

/// The address as the server keeps it, or `None` when it is none.
fn valid_link(target: &str) -> Option<String> {
    let target = target.trim();
    let lower = target.to_lowercase();
    let schemes = ["http://", "https://", "tg://", "ton://", "tonsite://"];
    let host = match schemes.iter().find_map(|scheme| lower.strip_prefix(scheme)) {
        Some(host) => host,
        None if lower.contains(':') => return None,
        None => lower.as_str(),
    };
    if host.is_empty() || target.contains(char::is_whitespace) {
        return None;
    }
    if schemes.iter().any(|scheme| lower.starts_with(scheme)) {
        let bare = lower.starts_with("http") && !host.contains(['/', '?', '#']);
        return Some(if bare {
            format!("{target}/")
        } else {
            target.to_owned()
        });
    }
    let dotted = host
        .split(['/', '?', '#'])
        .next()
        .is_some_and(|name| name.trim_matches('.').contains('.'));
    dotted.then(|| {
        if host.contains('/') {
            format!("http://{target}")
        } else {
            format!("http://{target}/")
        }
    })
}

/// Trims a text as the server does, and moves the marks along.
pub(crate) fn cleaned(formatted: Formatted) -> Formatted {
    let Formatted { text, entities } = formatted;
    let kept: String = text.chars().filter(|c| *c != '\r').map(spaced).collect();
    let trimmed = kept.trim_end();
    let start = trimmed.len() - trimmed.trim_start().len();
    let shift = utf16_len(&trimmed[..start]);
    let text = trimmed[start..].to_owned();
    let length = utf16_len(&text);
    let moved = entities.into_iter().filter_map(|mut entity| {
        let end = (entity.offset + entity.length).saturating_sub(shift).min(length);
        entity.offset = entity.offset.saturating_sub(shift);
        entity.length = end.checked_sub(entity.offset).filter(|length| *length > 0)?;
        Some(entity)
    });
    let entities = moved.collect();
    Formatted { text, entities }
}

fn spaced(c: char) -> char {
    if c.is_control() && c != '\n' { ' ' } else { c }
}
