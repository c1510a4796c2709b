//! Telegram's errors in our terms, by HTTP code and exact text. The library's own error type knows only part of the
//! texts and not the code (tdlib/telegram-bot-api, `Client.cpp`, is where the texts come from).
//! Not here: what is done about a failure.

use std::time::Duration;

use serde::Deserialize;

use crate::messenger::CallFailure;

/// The envelope of every reply (<https://core.telegram.org/bots/api#making-requests>).
#[derive(Debug, Deserialize)]
pub(super) struct Envelope<T> {
    pub ok: bool,
    pub result: Option<T>,
    #[serde(default)]
    pub description: String,
    #[serde(default)]
    pub error_code: u16,
    pub parameters: Option<Parameters>,
}

/// What Telegram adds to some errors.
#[derive(Debug, Deserialize)]
pub(super) struct Parameters {
    pub retry_after: Option<u64>,
}

/// How texts begin, after Telegram's own word for the code, that say that a person cannot be reached until they return.
/// Missing rights in a group are no such text, and neither is a group that got another id when it was upgraded.
const UNREACHABLE: [&str; 10] = [
    "bot was blocked by the user",
    "user is deactivated",
    "bot can't initiate conversation with a user",
    "the bot can't send messages to the bot",
    "bot was kicked from",
    "bot is not a member of",
    "the group chat was deleted",
    "chat not found",
    "user not found",
    "private chat not found",
];

/// How texts begin after which a message of ours cannot be changed any more.
const LOST: [&str; 6] = [
    "message to edit not found",
    "message to delete not found",
    "message can't be edited",
    "message can't be deleted",
    "there is no text in the message to edit",
    "message_id_invalid",
];

/// Sorts an error reply. A text that is not known here is a refusal: it silences nobody.
pub(super) fn sort(code: u16, description: &str, retry_after: Option<u64>) -> CallFailure {
    if code == 429 || retry_after.is_some() {
        return CallFailure::Wait(Duration::from_secs(retry_after.unwrap_or(1)));
    }
    let text = description.to_lowercase();
    let reason = text.split_once(": ").map_or(text.as_str(), |(_, reason)| reason);
    let begins = |phrases: &[&str]| phrases.iter().any(|phrase| reason.starts_with(phrase));
    let description = description.to_owned();
    match code {
        404 if begins(&["method not found"]) => CallFailure::Refused(description),
        401 | 404 | 409 | 421 => CallFailure::ShutOut(description),
        500..=599 => CallFailure::TryAgain(description),
        _ if begins(&["query is too old"]) => CallFailure::PressExpired,
        _ if begins(&UNREACHABLE) => CallFailure::Unreachable(description),
        _ if begins(&LOST) => CallFailure::MessageLost(description),
        _ => CallFailure::Refused(description),
    }
}

/// Sorts a reply that is none of the Bot API: it comes from a server in front of it.
pub(super) fn sort_foreign(status: u16) -> CallFailure {
    let text = format!("HTTP {status} without a Bot API reply");
    // What is too large stays too large.
    if status == 413 { CallFailure::Refused(text) } else { CallFailure::TryAgain(text) }
}

/// Whether the only trouble is that nothing had changed.
pub(super) fn is_unchanged(description: &str) -> bool {
    description.contains("message is not modified")
}

/// Whether a message that was to be deleted is not there any more.
pub(super) fn is_gone(description: &str) -> bool {
    description.contains("message to delete not found")
}

#[cfg(test)]
mod tests;
