//! Methods about the bot itself and about chats.

use super::params::Params;
use crate::core::Core;
use crate::rules::ApiError;
use crate::world::World;
use serde_json::{Value, json};
use std::time::Instant;

/// `getMe`.
pub(super) fn get_me(core: &Core) -> Value {
    let mut me = core.with(|world, _| world.user_json(world.bot.id));
    let abilities = [
        ("can_join_groups", true),
        ("can_read_all_group_messages", false),
        ("supports_inline_queries", false),
        ("can_connect_to_business", false),
        ("has_main_web_app", false),
        ("has_topics_enabled", false),
        ("allows_users_to_create_topics", false),
        ("can_manage_bots", false),
    ];
    for (ability, has) in abilities {
        me[ability] = json!(has);
    }
    me
}

/// A chat the bot knows by number; user names are not emulated.
pub(super) fn chat_id(world: &World, params: &Params, key: &str) -> Result<i64, ApiError> {
    let given = params.text(key).filter(|text| !text.is_empty());
    if given.is_none() {
        return Err(ApiError::bad(format!("{key} is empty")));
    }
    let known =
        |id: &i64| world.people.contains_key(id) || world.groups.contains_key(id) || *id == world.bot.id;
    params
        .number(key)
        .filter(known)
        .ok_or_else(|| ApiError::bad("chat not found"))
}

/// `sendChatAction`.
pub(super) fn action(core: &Core, params: &Params) -> Result<Value, ApiError> {
    core.with(|world, _| {
        let chat = chat_id(world, params, "chat_id")?;
        world.may_write(chat)?;
        let known = [
            "typing",
            "upload_photo",
            "record_video",
            "upload_video",
            "record_voice",
            "upload_voice",
            "upload_document",
            "choose_sticker",
            "find_location",
            "record_video_note",
            "upload_video_note",
        ];
        if !known.contains(&params.text("action").unwrap_or_default().to_lowercase().as_str()) {
            return Err(ApiError::bad("wrong parameter action in request"));
        }
        if let Some(person) = world.people.get_mut(&chat) {
            person.typing_since = Some(Instant::now());
        }
        world.touched(chat);
        Ok(json!(true))
    })
}
