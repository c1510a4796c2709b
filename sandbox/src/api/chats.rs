//! Methods about the bot itself and about chats.

use super::params::Params;
use crate::core::Core;
use crate::rules::ApiError;
use crate::world::World;
use crate::world::people::{GroupStanding, Standing};
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
    params.number(key).filter(known).ok_or_else(|| ApiError::bad("chat not found"))
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

/// `logOut`: from now on every call is refused.
pub(super) fn log_out(core: &Core) -> Value {
    core.with(|world, _| world.settings.logged_out = true);
    json!(true)
}

/// `getChat`: people are known once they wrote to the bot.
pub(super) fn get_chat(core: &Core, params: &Params) -> Result<Value, ApiError> {
    core.with(|world, _| {
        let id = chat_id(world, params, "chat_id")?;
        if world.people.get(&id).is_some_and(|person| person.standing == Standing::Stranger) {
            return Err(ApiError::bad("chat not found"));
        }
        let mut chat = world.chat_json(id);
        chat["accent_color_id"] = json!(0);
        chat["max_reaction_count"] = json!(11);
        chat["accepted_gift_types"] = json!({
            "unlimited_gifts": false, "limited_gifts": false, "unique_gifts": false,
            "premium_subscription": false, "gifts_from_channels": false
        });
        Ok(chat)
    })
}

/// `getChatMember`: everybody is an ordinary member where they wrote.
pub(super) fn get_member(core: &Core, params: &Params) -> Result<Value, ApiError> {
    core.with(|world, _| {
        let chat = chat_id(world, params, "chat_id")?;
        let user = params.number("user_id").ok_or_else(|| ApiError::bad("invalid user_id specified"))?;
        let group = world.groups.get(&chat);
        let inside =
            user == world.bot.id || user == chat || group.is_some_and(|group| group.members.contains(&user));
        if !world.people.contains_key(&user) && user != world.bot.id {
            return Err(ApiError::bad("user not found"));
        }
        let status = if inside { "member" } else { "left" };
        Ok(json!({"status": status, "user": world.user_json(user)}))
    })
}

/// `leaveChat`.
pub(super) fn leave(core: &Core, params: &Params) -> Result<Value, ApiError> {
    core.with(|world, _| {
        let chat = chat_id(world, params, "chat_id")?;
        let group = world.groups.get_mut(&chat);
        let group =
            group.ok_or_else(|| ApiError::bad("chat member status can't be changed in private chats"))?;
        group.may_write()?;
        group.standing = GroupStanding::Left;
        Ok(json!(true))
    })
}
