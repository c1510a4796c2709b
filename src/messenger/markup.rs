//! The small safe markup of screens: bold, italic, quotes and links; everything a person typed is escaped on entry.
//! Not here: how a messenger spells it.

use std::fmt;

/// Text with markup. The only ways in are `plain`, which escapes, and `trusted`, for texts that ship with the product.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Markup(String);

/// A piece of parsed markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Span {
    /// Plain text, unescaped.
    Text(String),
    /// The tag with this name opens; the address of a link stands beside it.
    Open(&'static str, Option<String>),
    /// The tag with this name closes.
    Close(&'static str),
}

/// Tags that every messenger can show in some way.
const TAGS: [&str; 5] = ["b", "i", "quote", "code", "a"];

impl Markup {
    /// Escapes words that somebody typed.
    #[must_use]
    pub fn plain(words: &str) -> Self {
        let mut escaped = String::with_capacity(words.len());
        for character in words.chars() {
            match character {
                '<' => escaped.push_str("&lt;"),
                '>' => escaped.push_str("&gt;"),
                '&' => escaped.push_str("&amp;"),
                '"' => escaped.push_str("&quot;"),
                _ => escaped.push(character),
            }
        }
        Self(escaped)
    }

    /// Takes a text that ships with the product and was checked to parse by a test.
    #[must_use]
    pub fn trusted(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The markup itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing would be shown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// Puts another paragraph below, after an empty line.
    #[must_use]
    pub fn paragraph(mut self, next: &Markup) -> Self {
        if !self.0.is_empty() && !next.0.is_empty() {
            self.0.push_str("\n\n");
        }
        self.0.push_str(&next.0);
        self
    }

    /// Puts another line below; where there is nothing to say, none.
    #[must_use]
    pub fn line(mut self, next: &Markup) -> Self {
        if !self.0.is_empty() && !next.0.is_empty() {
            self.0.push('\n');
        }
        self.0.push_str(&next.0);
        self
    }

    /// The text as a person reads it, without markup.
    #[must_use]
    pub fn visible(&self) -> String {
        self.spans()
            .into_iter()
            .filter_map(|span| match span {
                Span::Text(text) => Some(text),
                Span::Open(..) | Span::Close(_) => None,
            })
            .collect()
    }

    /// Parses the markup. Whatever is no tag of ours is text: a stray `<` can never break a message.
    #[must_use]
    pub fn spans(&self) -> Vec<Span> {
        let mut spans = Vec::new();
        let mut open: Vec<&'static str> = Vec::new();
        let mut rest = self.0.as_str();
        while !rest.is_empty() {
            let text_end = rest.find('<').unwrap_or(rest.len());
            push_text(&mut spans, &unescape(&rest[..text_end]));
            rest = &rest[text_end..];
            let Some((tag, length)) = read_tag(rest) else {
                let step = rest.chars().next().map_or(0, char::len_utf8);
                push_text(&mut spans, &rest[..step]);
                rest = &rest[step..];
                continue;
            };
            rest = &rest[length..];
            match tag {
                Span::Open(name, _) => {
                    open.push(name);
                    spans.push(tag);
                }
                Span::Close(name) if open.last() == Some(&name) => {
                    open.pop();
                    spans.push(tag);
                }
                Span::Close(_) | Span::Text(_) => {}
            }
        }
        spans.extend(open.into_iter().rev().map(Span::Close));
        spans
    }
}

impl fmt::Debug for Markup {
    /// Screens hold personal data: only their length may reach a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Markup({} bytes)", self.0.len())
    }
}

fn push_text(spans: &mut Vec<Span>, text: &str) {
    if text.is_empty() {
        return;
    }
    match spans.last_mut() {
        Some(Span::Text(before)) => before.push_str(text),
        _ => spans.push(Span::Text(text.to_owned())),
    }
}

/// Reads one tag at the start of `rest`; returns it with its length in bytes.
fn read_tag(rest: &str) -> Option<(Span, usize)> {
    let end = rest.find('>')?;
    let inner = rest.get(1..end)?;
    if let Some(name) = inner.strip_prefix('/') {
        return Some((Span::Close(known_tag(name)?), end + 1));
    }
    if let Some(address) = inner.strip_prefix("a href=\"").and_then(|tail| tail.strip_suffix('"')) {
        return Some((Span::Open("a", Some(unescape(address))), end + 1));
    }
    let name = known_tag(inner).filter(|name| *name != "a")?;
    Some((Span::Open(name, None), end + 1))
}

fn known_tag(name: &str) -> Option<&'static str> {
    TAGS.into_iter().find(|tag| *tag == name)
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn typed_words_are_read_back_as_they_were(words in "\\PC{0,200}") {
            prop_assert_eq!(Markup::plain(&words).visible(), words);
        }

        #[test]
        fn tags_always_nest(text in "[<>/abi quote&;\"=hrf]{0,80}") {
            let mut open = Vec::new();
            for span in Markup::trusted(text).spans() {
                match span {
                    Span::Open(name, _) => open.push(name),
                    Span::Close(name) => prop_assert_eq!(open.pop(), Some(name)),
                    Span::Text(_) => {}
                }
            }
            prop_assert!(open.is_empty());
        }
    }

    #[test]
    fn a_link_keeps_its_address() {
        let spans = Markup::trusted("<a href=\"https://t.me/x?a=1&amp;b=2\">сюда</a>").spans();
        assert_eq!(spans[0], Span::Open("a", Some("https://t.me/x?a=1&b=2".into())));
    }
}
