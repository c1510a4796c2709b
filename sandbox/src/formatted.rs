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
        Self {
            kind,
            offset,
            length,
            url: None,
            language: None,
            custom_emoji_id: None,
            user: None,
        }
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
    /// What a person types: commands, mentions and links are marked by the server.
    pub fn typed(text: &str) -> Self {
        let mut entities = Vec::new();
        let mut offset = 0;
        for word in text.split_inclusive(char::is_whitespace) {
            let bare = word.trim_end();
            if let Some((kind, length)) = detect(bare) {
                entities.push(Entity::new(kind, offset, length));
            }
            offset += utf16_len(word);
        }
        Self {
            text: text.to_owned(),
            entities,
        }
    }

    /// The text as safe HTML: only tags that mark entities, everything else escaped.
    pub fn to_html(&self) -> String {
        let mut entities: Vec<&Entity> = self.entities.iter().collect();
        entities.sort_by_key(|e| (e.offset, std::cmp::Reverse(e.length)));
        let mut html = String::with_capacity(self.text.len() + 16);
        let mut open: Vec<(usize, String)> = Vec::new();
        let mut coming = entities.into_iter().peekable();
        let mut at = 0;
        for c in self.text.chars() {
            close_until(&mut open, at, &mut html);
            while let Some(entity) = coming.next_if(|e| e.offset <= at) {
                if let Some((start, end)) = tags(entity) {
                    html.push_str(&start);
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

fn tags(entity: &Entity) -> Option<(String, String)> {
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
        "text_link" => {
            let url = escape(entity.url.as_deref().unwrap_or_default());
            Some((format!("<a href=\"{url}\">"), "</a>".into()))
        }
        _ => None,
    }
}

fn detect(word: &str) -> Option<(&'static str, usize)> {
    if let Some(name) = word.strip_prefix('/') {
        let length = name
            .find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '@'))
            .unwrap_or(name.len());
        return (length > 0).then_some(("bot_command", length + 1));
    }
    if let Some(name) = word.strip_prefix('@') {
        let length = name
            .find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
            .unwrap_or(name.len());
        return (length >= 4).then_some(("mention", length + 1));
    }
    let link = word.starts_with("https://") || word.starts_with("http://");
    link.then(|| ("url", utf16_len(word)))
}
