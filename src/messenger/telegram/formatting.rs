//! What somebody typed in bold, in italics, as a quote, in our markup
//! (<https://core.telegram.org/bots/api#messageentity>).
//! Not here: our own screens in Telegram's markup; that is `html`.

use std::collections::HashSet;

use teloxide::types::{Message, MessageEntity, MessageEntityKind, MessageEntityRef};

use crate::messenger::Markup;

/// The words of a message, or those under its file, with their formatting.
pub(super) fn formatted(message: &Message) -> Markup {
    let text = message.text().or(message.caption()).unwrap_or_default();
    let entities = message.entities().or(message.caption_entities()).unwrap_or_default();
    let sound = sound(text, entities);
    mark(text, &MessageEntityRef::parse(text, &sound))
}

/// The entities that begin and end where a character does, counted in UTF-16. Telegram sends no others; the library
/// panics over one.
fn sound(text: &str, entities: &[MessageEntity]) -> Vec<MessageEntity> {
    let mut at = 0;
    let mut places = HashSet::from([0]);
    for character in text.chars() {
        at += character.len_utf16();
        places.insert(at);
    }
    let is_sound = |entity: &&MessageEntity| {
        let end = entity.offset.checked_add(entity.length);
        places.contains(&entity.offset) && end.is_some_and(|end| places.contains(&end))
    };
    entities.iter().filter(is_sound).cloned().collect()
}

/// A tag of ours with where it begins and ends, in bytes.
struct Tag {
    open: String,
    close: &'static str,
    begins: usize,
    ends: usize,
}

fn mark(text: &str, entities: &[MessageEntityRef<'_>]) -> Markup {
    let mut tags: Vec<Tag> = entities.iter().filter_map(tag).collect();
    // Of tags that begin together the longest is the outer one.
    tags.sort_by_key(|tag| (tag.begins, std::cmp::Reverse(tag.ends)));
    let (mut marked, mut at) = (String::new(), 0);
    let mut open: Vec<Tag> = Vec::new();
    for tag in tags {
        close_until(&mut open, tag.begins, (text, &mut at), &mut marked);
        // Telegram's entities lie within each other; one that does not is left out.
        if open.last().is_some_and(|outer| outer.ends < tag.ends) {
            continue;
        }
        push(text, &mut at, tag.begins, &mut marked);
        marked.push_str(&tag.open);
        open.push(tag);
    }
    close_until(&mut open, text.len(), (text, &mut at), &mut marked);
    push(text, &mut at, text.len(), &mut marked);
    Markup::trusted(marked)
}

/// Closes every tag that ends at this place or before it.
fn close_until(open: &mut Vec<Tag>, place: usize, (text, at): (&str, &mut usize), marked: &mut String) {
    while let Some(tag) = open.pop_if(|tag| tag.ends <= place) {
        push(text, at, tag.ends, marked);
        marked.push_str(tag.close);
    }
}

/// Adds the words up to a place, escaped.
fn push(text: &str, at: &mut usize, to: usize, marked: &mut String) {
    let words = text.get(*at..to).unwrap_or_default().replace('\0', "");
    marked.push_str(Markup::plain(&words).as_str());
    *at = to.max(*at);
}

fn tag(entity: &MessageEntityRef<'_>) -> Option<Tag> {
    let (open, close) = match entity.kind() {
        MessageEntityKind::Bold => ("<b>".to_owned(), "</b>"),
        MessageEntityKind::Italic => ("<i>".to_owned(), "</i>"),
        MessageEntityKind::Code | MessageEntityKind::Pre { .. } => ("<code>".to_owned(), "</code>"),
        MessageEntityKind::Blockquote | MessageEntityKind::ExpandableBlockquote => {
            ("<quote>".to_owned(), "</quote>")
        }
        MessageEntityKind::TextLink { url } => {
            (format!("<a href=\"{}\">", Markup::plain(url.as_str()).as_str()), "</a>")
        }
        _ => return None,
    };
    Some(Tag { open, close, begins: entity.start(), ends: entity.end() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formatting_nests_and_words_stay_as_they_are() {
        let text = "Смотрите <п. 3> и сайт";
        let entities = [
            MessageEntity::bold(0, 15),
            MessageEntity::italic(9, 6),
            MessageEntity::text_link("https://fgos.ru/?a=1&b=2".parse().expect("an address"), 18, 4),
        ];
        let marked = mark(text, &MessageEntityRef::parse(text, &entities));
        assert_eq!(marked.visible(), text);
        assert_eq!(
            marked.as_str(),
            "<b>Смотрите <i>&lt;п. 3&gt;</i></b> и <a href=\"https://fgos.ru/?a=1&amp;b=2\">сайт</a>"
        );
    }

    #[test]
    fn what_lies_between_characters_is_left_out() {
        let entities = [(0, 2), (0, 1), (1, 1), (2, 9), (3, usize::MAX), (7, 1)];
        let entities = entities.map(|(offset, length)| MessageEntity::bold(offset, length));
        assert_eq!(sound("🙂 да", &entities), entities[..1]);
    }

    #[test]
    fn what_does_not_nest_is_left_out() {
        let entities = [MessageEntity::bold(0, 4), MessageEntity::italic(2, 4)];
        let marked = mark("abcdef", &MessageEntityRef::parse("abcdef", &entities));
        assert_eq!(marked.as_str(), "<b>abcd</b>ef");
    }
}
