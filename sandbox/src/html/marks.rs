//! From closed tags to entities: what tags and attributes mean, and which links are valid.

use crate::formatted::Entity;

/// A tag that waits for its end.
pub(super) struct Open {
    pub tag: String,
    pub argument: String,
    pub offset: usize,
    /// Where its text begins, in bytes of the plain text.
    pub start: usize,
}

/// Adds the entity of a closed tag; `shown` is the text within it, `end` where it ends in UTF-16 units.
pub(super) fn mark(done: &mut Vec<Entity>, open: &Open, shown: &str, end: usize) {
    let mut entity = Entity::new("", open.offset, end - open.offset);
    entity.kind = match open.tag.as_str() {
        "b" | "strong" => "bold",
        "i" | "em" => "italic",
        "u" | "ins" => "underline",
        "s" | "strike" | "del" => "strikethrough",
        "tg-spoiler" | "span" => "spoiler",
        "blockquote" if open.argument.is_empty() => "blockquote",
        "blockquote" => "expandable_blockquote",
        "a" => return mark_link(done, open, shown, entity),
        "pre" | "code" => return mark_code(done, open, entity),
        "tg-emoji" => {
            entity.custom_emoji_id = Some(open.argument.clone());
            "custom_emoji"
        }
        _ => return,
    }
    .to_owned();
    done.push(entity);
}

/// A link without a valid address becomes plain text.
fn mark_link(done: &mut Vec<Entity>, open: &Open, shown: &str, mut entity: Entity) {
    let target = if open.argument.is_empty() { shown } else { &open.argument };
    if let Some(url) = valid_link(target) {
        entity.kind = "text_link".to_owned();
        entity.url = Some(url);
        done.push(entity);
    }
}

/// `<pre>` and `<code class="language-x">` around the same text are one block with a language.
fn mark_code(done: &mut Vec<Entity>, open: &Open, mut entity: Entity) {
    let other = if open.tag == "pre" { "code" } else { "pre" };
    let same =
        |last: &Entity| last.kind == other && last.offset == entity.offset && last.length == entity.length;
    let language = match done.last() {
        Some(last) if same(last) && open.tag == "pre" => last.language.clone(),
        Some(last) if same(last) && !open.argument.is_empty() => Some(open.argument.clone()),
        _ => None,
    };
    entity.kind = open.tag.clone();
    if language.is_some() {
        done.pop();
        entity.kind = "pre".to_owned();
        entity.language = language;
    } else if open.tag == "code" && !open.argument.is_empty() {
        // Kept until a surrounding `<pre>` closes; alone it means nothing.
        entity.language = Some(open.argument.clone());
    }
    done.push(entity);
}

/// Removes what only an unfinished parse needs, and puts outer marks before inner ones.
pub(super) fn settled(mut entities: Vec<Entity>) -> Vec<Entity> {
    for entity in entities.iter_mut().filter(|entity| entity.kind == "code") {
        entity.language = None;
    }
    entities.sort_by_key(|entity| (entity.offset, std::cmp::Reverse(entity.length)));
    entities
}

/// What an attribute means in its tag, if anything.
pub(super) fn meaning(tag: &str, name: &str, value: &str) -> Option<String> {
    let name = name.to_lowercase();
    match (tag, name.as_str()) {
        ("a", "href") | ("tg-emoji", "emoji-id") => Some(value.to_owned()),
        ("code", "class") => value.strip_prefix("language-").map(str::to_owned),
        ("span", "class") => value.strip_prefix("tg-").map(str::to_owned),
        ("blockquote", "expandable") => Some("1".to_owned()),
        _ => None,
    }
}

/// The address as the server keeps it, or `None` when it is none.
fn valid_link(target: &str) -> Option<String> {
    let schemes = ["http://", "https://", "tg://", "ton://", "tonsite://"];
    let lower = target.to_lowercase();
    let scheme = schemes.iter().find(|scheme| lower.starts_with(**scheme));
    let rest = &target[scheme.map_or(0, |scheme| scheme.len())..];
    if rest.is_empty() || rest.contains(char::is_whitespace) || (scheme.is_none() && rest.contains("://")) {
        return None;
    }
    if scheme.is_some_and(|scheme| !scheme.starts_with("http")) {
        return Some(target.to_owned());
    }
    let host_end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(host_end);
    let local = host == "localhost" || host.starts_with("localhost:");
    if !host.trim_matches('.').contains('.') && !local {
        return None;
    }
    let slash = if path.starts_with('/') { "" } else { "/" };
    Some(format!("{}{host}{slash}{path}", scheme.unwrap_or(&"http://")))
}
