//! Methods that change messages that stand already.

use super::chats::chat_id;
use super::params::Params;
use super::texts::{caption, text};
use crate::core::Core;
use crate::markup::{self, Markup};
use crate::rules::{ApiError, NOT_MODIFIED};
use crate::world::World;
use crate::world::messages::{Body, Content, Message, Rows};
use chrono::{DateTime, Utc};
use serde_json::Value;

/// `editMessageText`.
pub(super) fn text_of(core: &Core, params: &Params) -> Result<Value, ApiError> {
    let text = text(params)?;
    change(core, params, |_, message| {
        if message.content.body != Body::Text {
            return Err(ApiError::bad("there is no text in the message to edit"));
        }
        Ok(Content::text(text))
    })
}

/// `editMessageCaption`.
pub(super) fn caption_of(core: &Core, params: &Params) -> Result<Value, ApiError> {
    let text = caption(params)?;
    change(core, params, |_, message| match &message.content.body {
        Body::File(..) => Ok(Content { text, ..message.content.clone() }),
        _ => Err(ApiError::bad("there is no caption in the message to edit")),
    })
}

/// `editMessageReplyMarkup`.
pub(super) fn markup_of(core: &Core, params: &Params) -> Result<Value, ApiError> {
    change(core, params, |_, message| Ok(message.content.clone()))
}

/// Finds the message, makes its new content, and shows it unless nothing changed.
pub(super) fn change(
    core: &Core,
    params: &Params,
    content: impl FnOnce(&mut World, &Message) -> Result<Content, ApiError>,
) -> Result<Value, ApiError> {
    core.with(|world, now| {
        let chat = chat_id(world, params, "chat_id")?;
        world.may_write(chat)?;
        crate::core::locked(&core.rates).count(chat, core.options.limits)?;
        let id = params.number("message_id").filter(|id| *id != 0);
        let id = id.ok_or_else(|| ApiError::bad("message identifier is not specified"))?;
        let not_found = || ApiError::bad("message to edit not found");
        let message = world.message(chat, id).ok_or_else(not_found)?.clone();
        if message.author != world.bot.id {
            return Err(ApiError::bad("message can't be edited"));
        }
        let buttons = match markup::parse(params.structure("reply_markup"), chat > 0)? {
            Markup::Field(_) => return Err(ApiError::bad("inline keyboard expected")),
            markup => markup.rows(),
        };
        let content = content(world, &message)?;
        if content == message.content && buttons == message.buttons {
            return Err(ApiError::bad(NOT_MODIFIED));
        }
        Ok(rewrite(world, (chat, id), (content, buttons), now))
    })
}

fn rewrite(world: &mut World, place: (i64, i64), new: (Content, Rows), now: DateTime<Utc>) -> Value {
    let (chat, id) = place;
    if let Some(message) = world.chat(chat).messages.get_mut(&id) {
        (message.content, message.buttons) = new;
        message.edits += 1;
        message.edited_at = Some(now);
    }
    world.touched(chat);
    world.message(chat, id).map(|message| world.message_json(message)).unwrap_or_default()
}
