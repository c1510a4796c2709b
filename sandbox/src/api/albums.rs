//! Media described as JSON: albums, and replacing the media of a message.

use super::edit::change;
use super::files::chosen;
use super::params::Params;
use super::send::{put, replied, target};
use super::texts::caption;
use crate::core::Core;
use crate::markup::Markup;
use crate::rules::{ALBUM, ApiError};
use crate::world::World;
use crate::world::messages::{Body, Content, Message};
use serde_json::{Value, json};

/// `sendMediaGroup`.
pub(super) fn send(core: &Core, params: &Params) -> Result<Value, ApiError> {
    let broken = |_| ApiError::bad("can't parse media JSON object");
    let media = params.structure("media").map_err(broken)?.unwrap_or_else(|| json!([]));
    let media: Vec<Value> = serde_json::from_value(media).map_err(broken)?;
    check(&media)?;
    core.with(|world, now| {
        let chat = target(core, world, params)?;
        let reply_to = replied(world, params, chat)?;
        let album = format!("{}", now.timestamp_micros());
        let contents = media.into_iter().map(|item| content(world, &params.within(item)?));
        let contents = contents.collect::<Result<Vec<_>, _>>()?;
        let shown = contents.into_iter().map(|content| {
            let message = Message::new(chat, world.bot.id, content, now);
            put(world, Message { reply_to, album: Some(album.clone()), ..message }, Markup::None)
        });
        Ok(Value::Array(shown.collect()))
    })
}

/// `editMessageMedia`.
pub(super) fn edit(core: &Core, params: &Params) -> Result<Value, ApiError> {
    let media = params.structure("media").map_err(|_| ApiError::bad("can't parse InputMedia JSON object"))?;
    let media = params.within(media.ok_or_else(|| ApiError::bad("input media is not specified"))?)?;
    change(core, params, |world, message| match message.content.body {
        Body::File(..) | Body::Text => content(world, &media),
        Body::Other(..) => Err(ApiError::bad("message can't be edited")),
    })
}

fn content(world: &mut World, item: &Params) -> Result<Content, ApiError> {
    let kind = kind(&item.text("type").unwrap_or_default())?;
    let text = caption(item)?;
    let id = chosen(world, item, kind, item.text("media"))?;
    Ok(Content { body: Body::File(kind, id), text })
}

fn kind(name: &str) -> Result<&'static str, ApiError> {
    let kinds = ["photo", "document", "audio", "video", "animation"];
    let found = kinds.into_iter().find(|kind| *kind == name);
    found.ok_or_else(|| ApiError::bad("can't parse InputMedia: Type must be one of known media types"))
}

fn check(media: &[Value]) -> Result<(), ApiError> {
    if media.len() > ALBUM {
        return Err(ApiError::bad("too many messages to send as an album"));
    }
    if media.len() < 2 {
        return Err(ApiError::bad("there are no messages to send"));
    }
    let kinds: Vec<&str> = media.iter().map(|item| item["type"].as_str().unwrap_or_default()).collect();
    for alone in ["document", "audio"] {
        if kinds.contains(&alone) && kinds.iter().any(|kind| *kind != alone) {
            return Err(ApiError::bad(format!("{alone} can't be mixed with other media types")));
        }
    }
    if kinds.contains(&"animation") {
        return Err(ApiError::bad("Animation can't be sent in an album"));
    }
    Ok(())
}
