//! `answerCallbackQuery`: one answer per press, in time.

use super::params::Params;
use crate::core::Core;
use crate::rules::{ApiError, QUERY_TOO_OLD, TOAST_CHARACTERS};
use crate::world::presses::{Answered, window_start};
use serde_json::{Value, json};

pub(super) fn callback(core: &Core, params: &Params) -> Result<Value, ApiError> {
    let id = params.text("callback_query_id").unwrap_or_default();
    let text = params.text("text").filter(|text| !text.is_empty());
    if text.as_ref().is_some_and(|text| text.chars().count() > TOAST_CHARACTERS) {
        return Err(ApiError::bad("MESSAGE_TOO_LONG"));
    }
    let url = params.text("url").filter(|url| !url.is_empty());
    let answer = Answered { text, alert: params.flag("show_alert"), url };
    core.with(|world, now| {
        let oldest = window_start(now, core.options.callback_seconds);
        let chat = world.presses.answer(&id, answer, oldest).ok_or_else(|| ApiError::bad(QUERY_TOO_OLD))?;
        world.touched(chat);
        Ok(json!(true))
    })
}
