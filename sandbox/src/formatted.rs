//! Text with entities, as Telegram keeps it: plain text plus marked ranges counted in UTF-16 units.
//! Parsing of HTML is in `html`; here is what holds for any text, and the way back to HTML.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Plain text and the ranges marked in it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Formatted {
    pub text: String,
    pub entities: Vec<Entity>,
}

/// A marked range; `offset` and `length` are UTF-16 units.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Entity {
    #[serde(rename = "type")]
    pub kind: String,
    pub offset: usize,
    pub length: usize,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub custom_emoji_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub user: Option<Value>,
}

impl Entity {
    pub fn new(kind: &str, offset: usize, length: usize) -> Self {
        let kind = kind.to_owned();
        Self { kind, offset, length, url: None, language: None, custom_emoji_id: None, user: None }
    }

    fn end(&self) -> usize {
        self.offset + self.length
    }
}

/// Number of UTF-16 units of a text.
pub(crate) fn utf16_len(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

impl Formatted {
    /// What a person types, without markup of its own.
    pub fn typed(text: &str) -> Self {
        Self { text: text.to_owned(), entities: Vec::new() }.with_detected()
    }

    /// Adds the commands, mentions and links that the server finds in any text, outside of given marks.
    pub fn with_detected(mut self) -> Self {
        let mut offset = 0;
        let mut found = Vec::new();
        for word in self.text.split_inclusive(char::is_whitespace) {
            if let Some((kind, length)) = detect(word.trim_end()) {
                found.push(Entity::new(kind, offset, length));
            }
            offset += utf16_len(word);
        }
        found
            .retain(|new| self.entities.iter().all(|old| old.end() <= new.offset || new.end() <= old.offset));
        self.entities.append(&mut found);
        self.entities.sort_by_key(|entity| (entity.offset, std::cmp::Reverse(entity.length)));
        self
    }

    /// The text as safe HTML: only tags that mark entities, everything else escaped.
    pub fn to_html(&self) -> String {
        let mut entities: Vec<&Entity> = self.entities.iter().collect();
        entities.sort_by_key(|e| (e.offset, std::cmp::Reverse(e.length)));
        let mut html = String::with_capacity(self.text.len() + 16);
        let mut open: Vec<(usize, String)> = Vec::new();
        let mut coming = entities.into_iter().peekable();
        let mut at = 0;
        for (start, c) in self.text.char_indices() {
            close_until(&mut open, at, &mut html);
            while let Some(entity) = coming.next_if(|e| e.offset <= at) {
                if let Some((begin, end)) = tags(entity, &self.text[start..]) {
                    html.push_str(&begin);
                    open.push((entity.end(), end));
                }
            }
            escape_into(c, &mut html);
            at += c.len_utf16();
        }
        close_until(&mut open, usize::MAX, &mut html);
        html
    }
}

fn close_until(open: &mut Vec<(usize, String)>, at: usize, html: &mut String) {
    while let Some((_, tag)) = open.pop_if(|(end, _)| *end <= at) {
        html.push_str(&tag);
    }
}

fn escape_into(c: char, html: &mut String) {
    match c {
        '&' => html.push_str("&amp;"),
        '<' => html.push_str("&lt;"),
        '>' => html.push_str("&gt;"),
        '"' => html.push_str("&quot;"),
        c => html.push(c),
    }
}

fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    text.chars().for_each(|c| escape_into(c, &mut html));
    html
}

fn link(url: &str) -> (String, String) {
    (format!("<a href=\"{}\">", escape(url)), "</a>".into())
}

/// The beginning of a text, in UTF-16 units.
fn leading(text: &str, units: usize) -> &str {
    let mut left = units;
    let end = text.char_indices().find(|(_, c)| match left.checked_sub(c.len_utf16()) {
        Some(rest) => {
            left = rest;
            false
        }
        None => true,
    });
    end.map_or(text, |(at, _)| &text[..at])
}

/// The tags around an entity; `rest` is the text from where it begins.
fn tags(entity: &Entity, rest: &str) -> Option<(String, String)> {
    let simple = |tag: &str| Some((format!("<{tag}>"), format!("</{tag}>")));
    match entity.kind.as_str() {
        "bold" => simple("b"),
        "italic" => simple("i"),
        "underline" => simple("u"),
        "strikethrough" => simple("s"),
        "code" => simple("code"),
        "pre" => simple("pre"),
        "blockquote" => simple("blockquote"),
        "expandable_blockquote" => Some(("<blockquote expandable>".into(), "</blockquote>".into())),
        "spoiler" => Some(("<span class=\"tg-spoiler\">".into(), "</span>".into())),
        "text_link" => Some(link(entity.url.as_deref().unwrap_or_default())),
        "url" => Some(link(leading(rest, entity.length))),
        _ => None,
    }
}

fn detect(word: &str) -> Option<(&'static str, usize)> {
    if let Some(name) = word.strip_prefix('/') {
        let length =
            name.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '@')).unwrap_or(name.len());
        return (length > 0).then_some(("bot_command", length + 1));
    }
    if let Some(name) = word.strip_prefix('@') {
        let length = name.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(name.len());
        return (length >= 4).then_some(("mention", length + 1));
    }
    let link = word.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '»']);
    let known = link.starts_with("https://") || link.starts_with("http://");
    known.then(|| ("url", utf16_len(link)))
}
