//! Passing messages on: forwarding with the author's name, copying without.

use super::chats::chat_id;
use super::delete::ids;
use super::params::Params;
use super::send::{post, put, target};
use super::texts::caption;
use crate::core::Core;
use crate::markup::Markup;
use crate::rules::ApiError;
use crate::world::World;
use crate::world::messages::{Body, Message};
use serde_json::{Value, json};

/// `forwardMessage`.
pub(super) fn forward(core: &Core, params: &Params) -> Result<Value, ApiError> {
    core.with(|world, _| {
        let source = source(world, params, "forward")?;
        let chat = target(core, world, params)?;
        Ok(put_forwarded(core, world, &source, chat))
    })
}

/// `copyMessage`.
pub(super) fn copy(core: &Core, params: &Params) -> Result<Value, ApiError> {
    let words = params.text("caption").map(|_| caption(params)).transpose()?;
    let message = post(core, params, |world| {
        let mut content = source(world, params, "copy")?.content;
        if let (Some(words), false) = (words, content.body == Body::Text) {
            content.text = words;
        }
        Ok(content)
    })?;
    Ok(json!({"message_id": message["message_id"]}))
}

/// `forwardMessages` and `copyMessages`: what is not found is skipped.
pub(super) fn several(core: &Core, params: &Params, forwarding: bool) -> Result<Value, ApiError> {
    let ids = ids(params)?;
    core.with(|world, now| {
        let from = chat_id(world, params, "from_chat_id")?;
        let chat = target(core, world, params)?;
        let found: Vec<Message> = ids.iter().filter_map(|id| world.message(from, *id)).cloned().collect();
        if found.is_empty() {
            let verb = if forwarding { "forward" } else { "copy" };
            return Err(ApiError::bad(format!("there are no messages to {verb}")));
        }
        let passed = found.into_iter().map(|message| {
            let shown = if forwarding {
                put_forwarded(core, world, &message, chat)
            } else {
                put(world, Message::new(chat, world.bot.id, message.content, now), Markup::None)
            };
            json!({"message_id": shown["message_id"]})
        });
        Ok(Value::Array(passed.collect()))
    })
}

fn put_forwarded(core: &Core, world: &mut World, source: &Message, chat: i64) -> Value {
    let origin = source.origin.clone().unwrap_or_else(|| {
        json!({"type": "user", "sender_user": world.user_json(source.author), "date": source.date.timestamp()})
    });
    let message = Message::new(chat, world.bot.id, source.content.clone(), core.now());
    put(world, Message { origin: Some(origin), ..message }, Markup::None)
}

fn source(world: &World, params: &Params, verb: &str) -> Result<Message, ApiError> {
    let from = chat_id(world, params, "from_chat_id")?;
    let id = params.number("message_id").filter(|id| *id != 0);
    let id = id.ok_or_else(|| ApiError::bad("message identifier is not specified"))?;
    let found = world.message(from, id).cloned();
    found.ok_or_else(|| ApiError::bad(format!("message to {verb} not found")))
}
