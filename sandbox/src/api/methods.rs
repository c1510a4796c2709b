//! The table of methods: a name in lower case, and who answers it. Unknown names are 404.

use super::params::Params;
use super::{answers, chats, delete, edit, files, send, settings};
use crate::core::Core;
use crate::rules::ApiError;
use serde_json::{Value, json};

/// Executes one call of any method but `getUpdates`.
pub(super) fn call(core: &Core, method: &str, params: &Params) -> Result<Value, ApiError> {
    match method {
        "getme" => Ok(chats::get_me(core)),
        "sendmessage" => send::message(core, params),
        "sendphoto" => send::file(core, params, "photo"),
        "senddocument" => send::file(core, params, "document"),
        "sendchataction" => chats::action(core, params),
        "editmessagetext" => edit::text_of(core, params),
        "editmessagereplymarkup" => edit::markup_of(core, params),
        "deletemessage" => delete::one(core, params),
        "deletemessages" => delete::several(core, params),
        "answercallbackquery" => answers::callback(core, params),
        "getfile" => files::get(core, params),
        "setmycommands" => settings::set_commands(core, params),
        "getmycommands" => settings::get_commands(core, params),
        "deletewebhook" => Ok(json!(true)),
        _ => Err(ApiError::other(404, "Not Found: method not found")),
    }
}
