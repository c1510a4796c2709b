//! Methods by which the bot describes itself: commands, names, the menu button.

use super::chats::chat_id;
use super::params::Params;
use crate::core::{Change, Core};
use crate::rules::{ApiError, COMMAND_CHARACTERS, COMMAND_DESCRIPTION_CHARACTERS, COMMANDS};
use crate::world::World;
use crate::world::people::Standing;
use serde_json::{Value, json};

/// `setMyCommands`.
pub(super) fn set_commands(core: &Core, params: &Params) -> Result<Value, ApiError> {
    let broken = |_| ApiError::bad("can't parse commands JSON object");
    let list = params.structure("commands").map_err(broken)?.unwrap_or_else(|| json!([]));
    let list: Vec<Value> = serde_json::from_value(list).map_err(broken)?;
    if list.len() > COMMANDS {
        return Err(ApiError::bad("BOT_COMMANDS_TOO_MUCH"));
    }
    let list = list.iter().map(command).collect::<Result<Vec<_>, _>>()?;
    core.with(|world, _| {
        let place = place(world, params)?;
        world.settings.commands.insert(place, list);
        world.changes.push(Change::People);
        Ok(json!(true))
    })
}

/// `getMyCommands`.
pub(super) fn get_commands(core: &Core, params: &Params) -> Result<Value, ApiError> {
    core.with(|world, _| {
        let place = place(world, params)?;
        Ok(json!(world.settings.commands.get(&place).cloned().unwrap_or_default()))
    })
}

/// `deleteMyCommands`.
pub(super) fn delete_commands(core: &Core, params: &Params) -> Result<Value, ApiError> {
    core.with(|world, _| {
        let place = place(world, params)?;
        world.settings.commands.remove(&place);
        world.changes.push(Change::People);
        Ok(json!(true))
    })
}

/// `setMyName`, `setMyDescription`, `setMyShortDescription`: a field of at most so many characters.
pub(super) fn set_text(
    core: &Core,
    params: &Params,
    field: (&'static str, usize),
) -> Result<Value, ApiError> {
    let (key, most) = field;
    let text = params.text(key).unwrap_or_default();
    if text.chars().count() > most {
        return Err(ApiError::bad(format!("bot {} is too long", key.replace('_', " "))));
    }
    let language = params.text("language_code").unwrap_or_default();
    core.with(|world, _| world.settings.texts.insert((key, language), text));
    Ok(json!(true))
}

/// The opposite of [`set_text`].
pub(super) fn get_text(core: &Core, params: &Params, key: &'static str) -> Value {
    let language = params.text("language_code").unwrap_or_default();
    let fallback = if key == "name" { core.options.bot_name.clone() } else { String::new() };
    let find =
        |language: &str| core.with(|world, _| world.settings.texts.get(&(key, language.to_owned())).cloned());
    let text = find(&language).or_else(|| find("")).filter(|text| !text.is_empty()).unwrap_or(fallback);
    json!({ key: text })
}

/// `setChatMenuButton`.
pub(super) fn set_menu_button(core: &Core, params: &Params) -> Result<Value, ApiError> {
    let broken = || ApiError::bad("can't parse menu button JSON object");
    let button =
        params.structure("menu_button").map_err(|_| broken())?.unwrap_or_else(|| json!({"type": "default"}));
    let url = button.pointer("/web_app/url").and_then(Value::as_str).unwrap_or_default();
    match button["type"].as_str() {
        Some("default" | "commands") => {}
        Some("web_app") if !url.starts_with("https://") => {
            return Err(ApiError::bad("menu button URL must be an HTTPS URL"));
        }
        Some("web_app") => {}
        _ => {
            return Err(ApiError::bad("can't parse menu button: MenuButton has unsupported type"));
        }
    }
    core.with(|world, _| {
        let chat = menu_chat(world, params)?;
        world.settings.menu_buttons.insert(chat, button);
        Ok(json!(true))
    })
}

/// `getChatMenuButton`.
pub(super) fn get_menu_button(core: &Core, params: &Params) -> Result<Value, ApiError> {
    core.with(|world, _| {
        let chat = menu_chat(world, params)?;
        let buttons = &world.settings.menu_buttons;
        let found = buttons.get(&chat).or_else(|| buttons.get(&None)).cloned();
        Ok(found.unwrap_or_else(|| json!({"type": "default"})))
    })
}

fn menu_chat(world: &World, params: &Params) -> Result<Option<i64>, ApiError> {
    params.text("chat_id").filter(|id| !id.is_empty()).map(|_| chat_id(world, params, "chat_id")).transpose()
}

fn command(given: &Value) -> Result<Value, ApiError> {
    let field = |key: &str| given[key].as_str().map(str::trim).unwrap_or_default();
    let name = field("command").trim_start_matches('/');
    let description = field("description");
    if name.is_empty() {
        return Err(ApiError::bad("command must be non-empty"));
    }
    if name.chars().count() > COMMAND_CHARACTERS {
        return Err(ApiError::bad("command length must not exceed 32"));
    }
    if !name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_') {
        return Err(ApiError::bad("BOT_COMMAND_INVALID"));
    }
    if description.is_empty() {
        return Err(ApiError::bad("command description must be non-empty"));
    }
    if description.chars().count() > COMMAND_DESCRIPTION_CHARACTERS {
        return Err(ApiError::bad("command description length must not exceed 256"));
    }
    Ok(json!({"command": name, "description": description}))
}

/// Scope and language of a list of commands.
fn place(world: &World, params: &Params) -> Result<(String, String), ApiError> {
    let broken = |_| ApiError::bad("can't parse BotCommandScope JSON object");
    let scope = params.structure("scope").map_err(broken)?.unwrap_or_else(|| json!({"type": "default"}));
    let language = params.text("language_code").unwrap_or_default();
    let kind = scope["type"].as_str().unwrap_or_default();
    let scope = match kind {
        "default" | "all_private_chats" | "all_group_chats" | "all_chat_administrators" => {
            json!({"type": kind})
        }
        "chat" | "chat_administrators" | "chat_member" => chat_scope(world, params, scope.clone())?,
        _ => {
            return Err(ApiError::bad("can't parse BotCommandScope: Unsupported type specified"));
        }
    };
    Ok((scope.to_string(), language))
}

/// A scope of one chat; in a private one only `chat` works.
fn chat_scope(world: &World, params: &Params, scope: Value) -> Result<Value, ApiError> {
    let kind = scope["type"].clone();
    let chat = chat_id(world, &params.within(scope)?, "chat_id")?;
    if world.people.get(&chat).is_some_and(|person| person.standing == Standing::Stranger) {
        return Err(ApiError::bad("chat not found"));
    }
    if chat > 0 && kind != "chat" {
        return Err(ApiError::bad("can't use specified scope in private chats"));
    }
    Ok(json!({"type": kind, "chat_id": chat}))
}
