//! Telegram's updates in our terms (<https://core.telegram.org/bots/api#update>).
//! Not here: storing them, and what they mean.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use teloxide::types::{
    CallbackQuery, ChatMemberKind, ChatMemberUpdated, MediaKind, Message, MessageKind, Update, UpdateKind,
};

use super::{Bot, formatting::formatted};
use crate::messenger::{
    Arrival, ContactKey, Event, Incoming, MessageRef, MessengerKind, Origin, Place, SentFile, SentKind,
};

/// The little of an update that keeping order and answering takes; read without building the whole.
#[derive(Deserialize)]
struct Envelope {
    update_id: i64,
    message: Option<MessageStub>,
    edited_message: Option<MessageStub>,
    callback_query: Option<PressStub>,
    my_chat_member: Option<MemberStub>,
}

#[derive(Deserialize)]
struct MessageStub {
    message_id: i64,
    chat: IdStub,
    from: Option<IdStub>,
    edit_date: Option<i64>,
    text: Option<String>,
    caption: Option<String>,
}

#[derive(Deserialize)]
struct PressStub {
    id: String,
    from: IdStub,
    message: Option<MessageStub>,
}

#[derive(Deserialize)]
struct MemberStub {
    from: IdStub,
    chat: IdStub,
}

#[derive(Deserialize)]
struct IdStub {
    id: i64,
}

/// The number of an update, if it is one.
pub(super) fn update_id(raw: &str) -> Option<i64> {
    #[derive(Deserialize)]
    struct Numbered {
        update_id: i64,
    }
    serde_json::from_str::<Numbered>(raw).ok().map(|numbered| numbered.update_id)
}

/// What the inbox keeps of an update; `None` for kinds that are not ours. The keys hold for the event, not for the
/// delivery, since Telegram's update ids restart at random.
pub(super) fn arrival(raw: &str) -> Option<Arrival> {
    let update: Envelope = match serde_json::from_str(raw) {
        Ok(update) => update,
        Err(error) => {
            tracing::warn!(line = error.line(), column = error.column(), "an update could not be read");
            return None;
        }
    };
    let (event_key, person, origin) = describe(&update)?;
    let contact = ContactKey { messenger: MessengerKind::Telegram, external_id: person.to_string() };
    Some(Arrival { event_key, contact, origin, content: raw.to_owned() })
}

fn describe(update: &Envelope) -> Option<(String, i64, Origin)> {
    if let Some(message) = &update.message {
        let person = message.from.as_ref()?.id;
        let key = format!("message:{}:{}", message.chat.id, message.message_id);
        return Some((key, person, Origin { press: None, message: Some(message.place()) }));
    }
    if let Some(message) = &update.edited_message {
        let person = message.from.as_ref()?.id;
        let date = message.edit_date.unwrap_or(update.update_id);
        // The date is in whole seconds, and within one somebody may correct themselves twice.
        let words = message.text.as_ref().or(message.caption.as_ref()).map_or("", String::as_str);
        let [a, b, c, d, ..] = <[u8; 32]>::from(Sha256::digest(words));
        let said = u32::from_be_bytes([a, b, c, d]);
        let key = format!("edited:{}:{}:{date}:{said:08x}", message.chat.id, message.message_id);
        return Some((key, person, Origin { press: None, message: Some(message.place()) }));
    }
    if let Some(press) = &update.callback_query {
        let message = press.message.as_ref().map(MessageStub::place);
        let origin = Origin { press: Some(press.id.clone()), message };
        return Some((format!("press:{}", press.id), press.from.id, origin));
    }
    // Into which groups the bot is taken is nobody's affair; a private chat has the id of its person.
    let member = update.my_chat_member.as_ref().filter(|member| member.chat.id == member.from.id)?;
    Some((format!("member:{}", update.update_id), member.from.id, Origin::default()))
}

impl MessageStub {
    fn place(&self) -> MessageRef {
        MessageRef { chat: self.chat.id.to_string(), message: self.message_id.to_string() }
    }
}

/// Reads the whole update as it lay in the inbox.
pub(super) fn read(content: &str, bot: &Bot, received_at: DateTime<Utc>) -> Option<Incoming> {
    let Arrival { contact, origin, .. } = arrival(content)?;
    let update: Update = serde_json::from_str(content).ok()?;
    let language_hint = update.from().and_then(|user| user.language_code.clone());
    let formatted = match &update.kind {
        UpdateKind::Message(message) | UpdateKind::EditedMessage(message) => Some(formatted(message)),
        _ => None,
    };
    let formatted = formatted.filter(|words| !words.visible().chars().all(is_unseen)).unwrap_or_default();
    let (place, event) = match update.kind {
        UpdateKind::Message(message) => (place(&message), message_event(&message, bot)),
        UpdateKind::EditedMessage(message) => (place(&message), Event::Edited),
        UpdateKind::CallbackQuery(query) => (press_place(&query), Event::Press { payload: query.data? }),
        UpdateKind::MyChatMember(member) => (Place::Private, member_event(&member)?),
        _ => return None,
    };
    Some(Incoming { contact, place, origin, language_hint, received_at, event, formatted })
}

fn place(message: &Message) -> Place {
    if message.chat.is_private() { Place::Private } else { Place::Group(message.chat.id.to_string()) }
}

fn press_place(query: &CallbackQuery) -> Place {
    match &query.message {
        Some(message) if !message.chat().is_private() => Place::Group(message.chat().id.to_string()),
        _ => Place::Private,
    }
}

/// In a private chat `kicked` is a block and `member` its end (<https://core.telegram.org/bots/api#update>).
fn member_event(member: &ChatMemberUpdated) -> Option<Event> {
    if !member.chat.is_private() {
        return None;
    }
    match member.new_chat_member.kind {
        ChatMemberKind::Banned(_) | ChatMemberKind::Left => Some(Event::Blocked),
        _ => Some(Event::Unblocked),
    }
}

fn message_event(message: &Message, bot: &Bot) -> Event {
    let Some(text) = message.text() else {
        return sent_file(message).map_or_else(|| Event::Sent(sent_kind(message)), Event::File);
    };
    let text = if text.chars().all(is_unseen) { String::new() } else { text.replace('\0', "") };
    let forwarded = message.forward_date().is_some();
    if !forwarded && let Some(command) = command(&text, bot) {
        return command;
    }
    Event::Words { text, reply_to: reply_to(message), forwarded }
}

fn reply_to(message: &Message) -> Option<MessageRef> {
    let replied = message.reply_to_message()?;
    Some(MessageRef { chat: replied.chat.id.to_string(), message: replied.id.0.to_string() })
}

/// Blanks, and the signs that only join, part or turn others: people cannot see them, so nobody means them.
fn is_unseen(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(
            character,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{115f}'..='\u{1160}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{2800}'
                | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

/// `/name@bot argument`; a command for another bot is none.
fn command(text: &str, bot: &Bot) -> Option<Event> {
    let (name, argument) = match text.strip_prefix('/')?.split_once(char::is_whitespace) {
        Some((name, argument)) => (name, argument.trim()),
        None => (text.strip_prefix('/')?, ""),
    };
    let name = match name.split_once('@') {
        Some((name, addressee)) if addressee.eq_ignore_ascii_case(&bot.username) => name,
        Some(_) => return None,
        None => name,
    };
    Some(Event::Command { name: name.to_lowercase(), argument: argument.to_owned() })
}

/// What there is to fetch in a message. Of a picture's sizes Telegram names the largest last
/// (<https://core.telegram.org/bots/api#message>).
fn sent_file(message: &Message) -> Option<SentFile> {
    let kind = sent_kind(message);
    let document = message.document();
    let file = match kind {
        SentKind::Voice => message.voice().map(|voice| &voice.file),
        SentKind::Sound => message.audio().map(|audio| &audio.file),
        SentKind::Round => message.video_note().map(|note| &note.file),
        SentKind::Picture => message.photo().and_then(<[_]>::last).map(|photo| &photo.file),
        SentKind::Video => message.video().map(|video| &video.file),
        SentKind::Animation => message.animation().map(|animation| &animation.file),
        SentKind::File => document.map(|document| &document.file),
        _ => None,
    }?;
    Some(SentFile {
        kind,
        reference: file.id.0.clone(),
        name: document.and_then(|document| document.file_name.clone()),
        size: Some(file.size.into()).filter(|size| *size != u64::from(u32::MAX)),
        caption: message.caption().unwrap_or_default().replace('\0', ""),
        reply_to: reply_to(message),
    })
}

fn sent_kind(message: &Message) -> SentKind {
    let MessageKind::Common(common) = &message.kind else {
        return SentKind::Other;
    };
    match common.media_kind {
        MediaKind::Voice(_) => SentKind::Voice,
        MediaKind::Audio(_) => SentKind::Sound,
        MediaKind::VideoNote(_) => SentKind::Round,
        MediaKind::Photo(_) => SentKind::Picture,
        MediaKind::Video(_) => SentKind::Video,
        MediaKind::Animation(_) => SentKind::Animation,
        MediaKind::Document(_) => SentKind::File,
        MediaKind::Sticker(_) => SentKind::Sticker,
        MediaKind::Contact(_) => SentKind::ContactCard,
        MediaKind::Location(_) | MediaKind::Venue(_) => SentKind::Location,
        _ => SentKind::Other,
    }
}
