//! Texts and captions of a call: parse mode, cleaning, limits. The grammar of HTML is in `html`.

use super::params::Params;
use crate::formatted::{Entity, Formatted};
use crate::html;
use crate::rules::{ApiError, CAPTION_CHARACTERS, RAW_TEXT_BYTES, TEXT_CHARACTERS};

/// The parameter `text`, which must be there.
pub(super) fn text(params: &Params) -> Result<Formatted, ApiError> {
    let raw = params.text("text").unwrap_or_default();
    if raw.is_empty() {
        return Err(ApiError::bad("message text is empty"));
    }
    let formatted = formatted(params, &raw, "entities")?;
    if blank(&formatted.text) {
        return Err(ApiError::bad("text must be non-empty"));
    }
    if formatted.text.chars().count() > TEXT_CHARACTERS {
        return Err(ApiError::bad("message is too long"));
    }
    Ok(formatted)
}

/// The parameter `caption`, which may be missing.
pub(super) fn caption(params: &Params) -> Result<Formatted, ApiError> {
    let raw = params.text("caption").unwrap_or_default();
    let formatted = formatted(params, &raw, "caption_entities")?;
    if formatted.text.chars().count() > CAPTION_CHARACTERS {
        return Err(ApiError::bad("message caption is too long"));
    }
    Ok(formatted)
}

fn formatted(params: &Params, raw: &str, entities: &str) -> Result<Formatted, ApiError> {
    if raw.len() > RAW_TEXT_BYTES {
        return Err(ApiError::bad("text is too long"));
    }
    let mode = params.text("parse_mode").unwrap_or_default().to_lowercase();
    let parsed = match mode.as_str() {
        "html" => html::parse(raw).map_err(|what| ApiError::bad(format!("can't parse entities: {what}")))?,
        "" => Formatted { text: raw.to_owned(), entities: given(params, entities)? },
        "markdown" | "markdownv2" => {
            return Err(ApiError::bad("the sandbox does not emulate Markdown parse modes"));
        }
        _ => return Err(ApiError::bad("unsupported parse_mode")),
    };
    Ok(html::cleaned(parsed).with_detected())
}

fn given(params: &Params, key: &str) -> Result<Vec<Entity>, ApiError> {
    let broken = |_| ApiError::bad("can't parse MessageEntities JSON object");
    match params.structure(key).map_err(broken)? {
        Some(list) => serde_json::from_value(list).map_err(broken),
        None => Ok(Vec::new()),
    }
}

/// Nothing to see: spaces and zero-width characters only.
fn blank(text: &str) -> bool {
    let invisible = |c: char| {
        c.is_whitespace()
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}')
    };
    text.chars().all(invisible)
}
