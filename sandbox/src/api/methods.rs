//! The table of methods: a name in lower case, and who answers it. Unknown names are 404.

use super::params::Params;
use super::{albums, answers, chats, copies, delete, edit, files, send, settings, webhook};
use crate::core::Core;
use crate::rules::ApiError;
use serde_json::{Value, json};

const NAME: (&str, usize) = ("name", 64);
const DESCRIPTION: (&str, usize) = ("description", 512);
const SHORT_DESCRIPTION: (&str, usize) = ("short_description", 120);

/// Executes one call of any method but `getUpdates` and `setWebhook`, which need the running server.
pub(super) fn call(core: &Core, method: &str, params: &Params) -> Result<Value, ApiError> {
    match method {
        "getme" => Ok(chats::get_me(core)),
        "close" => Ok(json!(true)),
        "logout" => Ok(chats::log_out(core)),
        "getchat" => chats::get_chat(core, params),
        "getchatmember" => chats::get_member(core, params),
        "leavechat" => chats::leave(core, params),
        "sendchataction" => chats::action(core, params),
        "answercallbackquery" => answers::callback(core, params),
        "getfile" => files::get(core, params),
        "deletewebhook" => Ok(webhook::delete(core, params)),
        "getwebhookinfo" => Ok(webhook::info(core)),
        _ => of_messages(core, method, params),
    }
}

fn of_messages(core: &Core, method: &str, params: &Params) -> Result<Value, ApiError> {
    match method {
        "sendmessage" => send::message(core, params),
        "sendphoto" => send::file(core, params, "photo"),
        "senddocument" => send::file(core, params, "document"),
        "sendaudio" => send::file(core, params, "audio"),
        "sendvideo" => send::file(core, params, "video"),
        "sendanimation" => send::file(core, params, "animation"),
        "sendvoice" => send::file(core, params, "voice"),
        "sendvideonote" => send::file(core, params, "video_note"),
        "sendsticker" => send::file(core, params, "sticker"),
        "sendmediagroup" => albums::send(core, params),
        "editmessagetext" => edit::text_of(core, params),
        "editmessagecaption" => edit::caption_of(core, params),
        "editmessagereplymarkup" => edit::markup_of(core, params),
        "editmessagemedia" => albums::edit(core, params),
        "deletemessage" => delete::one(core, params),
        "deletemessages" => delete::several(core, params),
        "forwardmessage" => copies::forward(core, params),
        "copymessage" => copies::copy(core, params),
        "forwardmessages" => copies::several(core, params, true),
        "copymessages" => copies::several(core, params, false),
        _ => of_settings(core, method, params),
    }
}

fn of_settings(core: &Core, method: &str, params: &Params) -> Result<Value, ApiError> {
    match method {
        "setmycommands" => settings::set_commands(core, params),
        "getmycommands" => settings::get_commands(core, params),
        "deletemycommands" => settings::delete_commands(core, params),
        "setmyname" => settings::set_text(core, params, NAME),
        "getmyname" => Ok(settings::get_text(core, params, NAME.0)),
        "setmydescription" => settings::set_text(core, params, DESCRIPTION),
        "getmydescription" => Ok(settings::get_text(core, params, DESCRIPTION.0)),
        "setmyshortdescription" => settings::set_text(core, params, SHORT_DESCRIPTION),
        "getmyshortdescription" => Ok(settings::get_text(core, params, SHORT_DESCRIPTION.0)),
        "setchatmenubutton" => settings::set_menu_button(core, params),
        "getchatmenubutton" => settings::get_menu_button(core, params),
        _ => {
            tracing::warn!(method, "no such method, or the sandbox does not emulate it");
            Err(ApiError::other(404, "Not Found: method not found"))
        }
    }
}
