//! Methods by which the bot describes itself: commands, names, the menu button.

use super::params::Params;
use crate::core::{Change, Core};
use crate::rules::ApiError;
use serde_json::{Value, json};

/// `setMyCommands`.
pub(super) fn set_commands(core: &Core, params: &Params) -> Result<Value, ApiError> {
    let broken = |_| ApiError::bad("can't parse BotCommands JSON object");
    let list = params
        .structure("commands")
        .map_err(broken)?
        .unwrap_or_else(|| json!([]));
    let list: Vec<Value> = serde_json::from_value(list).map_err(broken)?;
    core.with(|world, _| {
        world.settings.commands.insert(place(params)?, list);
        world.changes.push(Change::People);
        Ok(json!(true))
    })
}

/// `getMyCommands`.
pub(super) fn get_commands(core: &Core, params: &Params) -> Result<Value, ApiError> {
    let place = place(params)?;
    core.with(|world, _| {
        Ok(json!(
            world.settings.commands.get(&place).cloned().unwrap_or_default()
        ))
    })
}

fn place(params: &Params) -> Result<(String, String), ApiError> {
    let broken = |_| ApiError::bad("can't parse BotCommandScope JSON object");
    let scope = params
        .structure("scope")
        .map_err(broken)?
        .unwrap_or_else(|| json!({"type": "default"}));
    Ok((
        scope.to_string(),
        params.text("language_code").unwrap_or_default(),
    ))
}
