//! Methods that put new messages into chats: text and files. Editing is in `edit`.

use super::files::chosen;
use super::params::Params;
use super::texts::{caption, text};
use crate::core::{Core, locked};
use crate::markup::{self, Markup};
use crate::rules::ApiError;
use crate::world::World;
use crate::world::messages::{Body, Content, Message};
use serde_json::Value;

/// `sendMessage`.
pub(super) fn message(core: &Core, params: &Params) -> Result<Value, ApiError> {
    let content = Content::text(text(params)?);
    post(core, params, |_| Ok(content))
}

/// `sendPhoto`, `sendDocument` and their like; `kind` is the parameter with the file.
pub(super) fn file(core: &Core, params: &Params, kind: &'static str) -> Result<Value, ApiError> {
    let text = caption(params)?;
    post(core, params, |world| {
        let id = chosen(world, params, kind, params.text(kind))?;
        Ok(Content { body: Body::File(kind, id), text })
    })
}

/// Checks the chat, its rates, the keyboard and the reply; then the message stands on the screen.
pub(super) fn post(
    core: &Core,
    params: &Params,
    content: impl FnOnce(&mut World) -> Result<Content, ApiError>,
) -> Result<Value, ApiError> {
    core.with(|world, now| {
        let chat = target(core, world, params)?;
        let markup = markup::parse(params.structure("reply_markup"), chat > 0)?;
        let reply_to = replied(world, params, chat)?;
        let content = content(world)?;
        let message = Message { reply_to, ..Message::new(chat, world.bot.id, content, now) };
        Ok(put(world, message, markup))
    })
}

/// The chat of the call, if the bot may write there now; counts against the rates.
pub(super) fn target(core: &Core, world: &World, params: &Params) -> Result<i64, ApiError> {
    let chat = super::chats::chat_id(world, params, "chat_id")?;
    world.may_write(chat)?;
    locked(&core.rates).count(chat, core.options.limits)?;
    Ok(chat)
}

/// Shows a message with its keyboard and gives its JSON.
pub(super) fn put(world: &mut World, mut message: Message, markup: Markup) -> Value {
    let chat = message.chat;
    if let Some(person) = world.people.get_mut(&chat) {
        person.typing_since = None;
        if let Markup::Field(field) = &markup {
            person.keyboard = field.get("keyboard").map(|_| field.clone());
        }
    }
    message.buttons = markup.rows();
    let id = world.put(message);
    world.message(chat, id).map(|message| world.message_json(message)).unwrap_or_default()
}

/// The message that the new one replies to, if it does.
pub(super) fn replied(world: &World, params: &Params, chat: i64) -> Result<Option<i64>, ApiError> {
    let structure = params.structure("reply_parameters");
    let parameters = structure.map_err(|_| ApiError::bad("can't parse reply parameters JSON object"))?;
    let (id, lenient) = match &parameters {
        Some(parameters) => {
            let lenient = parameters.get("allow_sending_without_reply").and_then(Value::as_bool);
            (parameters.get("message_id").and_then(Value::as_i64), lenient.unwrap_or(false))
        }
        None => (params.number("reply_to_message_id"), params.flag("allow_sending_without_reply")),
    };
    match id.filter(|id| *id != 0) {
        None => Ok(None),
        Some(id) if world.message(chat, id).is_some() => Ok(Some(id)),
        Some(_) if lenient => Ok(None),
        Some(_) => Err(ApiError::bad("message to be replied not found")),
    }
}
