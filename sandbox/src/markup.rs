//! Keyboards that the bot attaches: what is refused and with which words.

use crate::rules::{ApiError, BUTTON_DATA_BYTES, KEYBOARD_BUTTONS, ROW_BUTTONS};
use crate::world::messages::Rows;
use serde_json::Value;

/// What `reply_markup` says.
#[derive(Debug, Default, PartialEq)]
pub(crate) enum Markup {
    #[default]
    None,
    Inline(Rows),
    /// A reply keyboard, its removal, or a forced reply.
    Field(Value),
}

impl Markup {
    /// Inline buttons, empty for anything else.
    pub fn rows(self) -> Rows {
        if let Self::Inline(rows) = self { rows } else { Rows::new() }
    }
}

/// Reads and checks `reply_markup`; `private` allows buttons that only private chats may have.
pub(crate) fn parse(
    markup: Result<Option<Value>, serde_json::Error>,
    private: bool,
) -> Result<Markup, ApiError> {
    let markup = markup.map_err(|_| ApiError::bad("can't parse reply keyboard markup JSON object"))?;
    let Some(markup) = markup else {
        return Ok(Markup::None);
    };
    let Value::Object(fields) = &markup else {
        return Err(ApiError::bad("object expected as reply markup"));
    };
    if let Some(rows) = fields.get("inline_keyboard") {
        return inline(rows, private).map(Markup::Inline);
    }
    if let Some(rows) = fields.get("keyboard") {
        reply_keyboard(rows)?;
    }
    let known = ["keyboard", "remove_keyboard", "force_reply"].iter().any(|key| fields.contains_key(*key));
    Ok(if known { Markup::Field(markup) } else { Markup::None })
}

fn inline(rows: &Value, private: bool) -> Result<Rows, ApiError> {
    let broken = |what: &str| ApiError::bad(format!("can't parse inline keyboard button: {what}"));
    let Value::Array(rows) = rows else {
        return Err(ApiError::bad(
            "field \"inline_keyboard\" of the InlineKeyboardMarkup should be an Array of Arrays",
        ));
    };
    let mut parsed = Rows::new();
    for row in rows {
        let Value::Array(row) = row else {
            return Err(broken("expected an Array of Arrays of buttons"));
        };
        for button in row {
            check_button(button, private)?;
        }
        if !row.is_empty() {
            parsed.push(row.clone());
        }
    }
    let count: usize = parsed.iter().map(Vec::len).sum();
    if count > KEYBOARD_BUTTONS || parsed.iter().any(|row| row.len() > ROW_BUTTONS) {
        return Err(ApiError::bad("reply markup is too long"));
    }
    Ok(parsed)
}

fn check_button(button: &Value, private: bool) -> Result<(), ApiError> {
    let broken = |what: &str| Err(ApiError::bad(format!("can't parse inline keyboard button: {what}")));
    let Value::Object(fields) = button else {
        return broken("expected an Object");
    };
    let Some(text) = fields.get("text").and_then(Value::as_str) else {
        return broken("Can't find field \"text\"");
    };
    if text.trim().is_empty() {
        return Err(ApiError::bad("inline keyboard button text must be non-empty"));
    }
    if let Some(data) = fields.get("callback_data") {
        let Some(data) = data.as_str() else {
            return broken("Field \"callback_data\" must be of type String");
        };
        return check_data(data);
    }
    if let Some(url) = fields.get("url") {
        return check_url(url.as_str().unwrap_or_default());
    }
    if fields.contains_key("web_app") {
        let url = button.pointer("/web_app/url").and_then(Value::as_str).unwrap_or_default();
        let allowed = private && url.starts_with("https://");
        return if allowed { Ok(()) } else { Err(ApiError::bad("BUTTON_TYPE_INVALID")) };
    }
    let others = [
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "copy_text",
        "login_url",
        "callback_game",
        "pay",
    ];
    if others.iter().any(|kind| fields.contains_key(*kind)) {
        return Ok(());
    }
    broken("Text buttons are unallowed in the inline keyboard")
}

fn check_data(data: &str) -> Result<(), ApiError> {
    let fits = (1..=BUTTON_DATA_BYTES).contains(&data.len());
    if fits { Ok(()) } else { Err(ApiError::bad("BUTTON_DATA_INVALID")) }
}

fn check_url(url: &str) -> Result<(), ApiError> {
    let address = url.split_once("://").map_or(url, |(_, rest)| rest);
    let known = ["http://", "https://", "tg://", "ton://"].iter().any(|scheme| url.starts_with(scheme));
    let shaped = !address.is_empty() && !address.contains(char::is_whitespace);
    let fits = shaped && (known || (!url.contains("://") && address.contains('.')));
    if fits { Ok(()) } else { Err(ApiError::bad("BUTTON_URL_INVALID")) }
}

fn reply_keyboard(rows: &Value) -> Result<(), ApiError> {
    let broken = || ApiError::bad("can't parse reply keyboard markup JSON object");
    for row in rows.as_array().ok_or_else(broken)? {
        for button in row.as_array().ok_or_else(broken)? {
            let text = button.as_str().or_else(|| button.get("text").and_then(Value::as_str));
            if text.ok_or_else(broken)?.trim().is_empty() {
                return Err(ApiError::bad("keyboard button text must be non-empty"));
            }
        }
    }
    Ok(())
}
