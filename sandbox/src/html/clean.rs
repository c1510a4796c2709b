//! What the server does to any text before it counts it: control characters, spaces at the ends.

use crate::formatted::{Formatted, utf16_len};

/// Entities kept per message; further ones are ignored.
const ENTITIES: usize = 100;

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
    let entities = moved.take(ENTITIES).collect();
    Formatted { text, entities }
}

fn spaced(c: char) -> char {
    if c.is_control() && c != '\n' { ' ' } else { c }
}
