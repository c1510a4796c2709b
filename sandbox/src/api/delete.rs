//! Methods that take messages off the screen.

use super::chats::chat_id;
use super::params::Params;
use crate::core::Core;
use crate::rules::{ApiError, DELETE_SECONDS};
use chrono::TimeDelta;
use serde_json::{Value, json};

/// `deleteMessage`.
pub(super) fn one(core: &Core, params: &Params) -> Result<Value, ApiError> {
    core.with(|world, now| {
        let chat = chat_id(world, params, "chat_id")?;
        let id = params.number("message_id").filter(|id| *id != 0);
        let id = id.ok_or_else(|| ApiError::bad("message identifier is not specified"))?;
        let not_found = || ApiError::bad("message to delete not found");
        let message = world.message(chat, id).ok_or_else(not_found)?;
        if now - message.date >= TimeDelta::seconds(DELETE_SECONDS) {
            return Err(ApiError::bad("message can't be deleted for everyone"));
        }
        world.chat(chat).messages.remove(&id);
        world.touched(chat);
        Ok(json!(true))
    })
}

/// `deleteMessages`: what cannot be found or deleted is skipped.
pub(super) fn several(core: &Core, params: &Params) -> Result<Value, ApiError> {
    let ids = ids(params)?;
    core.with(|world, now| {
        let chat = chat_id(world, params, "chat_id")?;
        let oldest = now - TimeDelta::seconds(DELETE_SECONDS);
        let messages = &mut world.chat(chat).messages;
        for id in ids {
            if messages.get(&id).is_some_and(|message| message.date > oldest) {
                messages.remove(&id);
            }
        }
        world.touched(chat);
        Ok(json!(true))
    })
}

/// `message_ids`: 1 to 100 of them.
pub(super) fn ids(params: &Params) -> Result<Vec<i64>, ApiError> {
    let broken = |_| ApiError::bad("can't parse message identifiers JSON array");
    let list = params.structure("message_ids").map_err(broken)?;
    let ids: Vec<i64> = serde_json::from_value(list.unwrap_or_else(|| json!([]))).map_err(broken)?;
    match ids.len() {
        0 => Err(ApiError::bad("message identifiers are not specified")),
        1..=100 => Ok(ids),
        _ => Err(ApiError::bad("too many message identifiers specified")),
    }
}
