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

/// Texts after which a person cannot be reached until they return.
const UNREACHABLE: [&str; 13] = [
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
    "have no write access to the chat",
    "not enough rights to send",
    "group chat was upgraded to a supergroup chat",
];

/// Texts after which a message of ours cannot be changed any more.
const LOST: [&str; 7] = [
    "message to edit not found",
    "message to delete not found",
    "message can't be edited",
    "message can't be deleted",
    "there is no text in the message to edit",
    "message_id_invalid",
    "message identifier is not specified",
];

/// Sorts an error reply.
pub(super) fn sort(code: u16, description: &str, retry_after: Option<u64>) -> CallFailure {
    let text = description.to_lowercase();
    let says = |phrases: &[&str]| phrases.iter().any(|phrase| text.contains(phrase));
    if code == 429 || retry_after.is_some() {
        return CallFailure::Wait(Duration::from_secs(retry_after.unwrap_or(1)));
    }
    match code {
        401 | 404 | 409 | 421 => CallFailure::ShutOut(description.to_owned()),
        500..=599 => CallFailure::TryAgain(description.to_owned()),
        _ if text.contains("query is too old") => CallFailure::PressExpired,
        _ if says(&UNREACHABLE) => CallFailure::Unreachable(description.to_owned()),
        _ if says(&LOST) => CallFailure::MessageLost(description.to_owned()),
        _ => CallFailure::Refused(description.to_owned()),
    }
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
mod tests {
    use super::*;

    #[test]
    fn texts_are_sorted_as_telegram_means_them() {
        let gone =
            ["Forbidden: bot was blocked by the user", "Forbidden: bot was kicked from the supergroup chat"];
        for text in gone {
            assert!(matches!(sort(403, text, None), CallFailure::Unreachable(_)), "{text}");
        }
        let old = "Bad Request: query is too old and response timeout expired or query ID is invalid";
        assert_eq!(sort(400, old, None), CallFailure::PressExpired);
        let lost = "Bad Request: message to edit not found";
        assert!(matches!(sort(400, lost, None), CallFailure::MessageLost(_)));
        assert_eq!(
            sort(429, "Too Many Requests: retry after 7", Some(7)),
            CallFailure::Wait(Duration::from_secs(7))
        );
        assert!(matches!(sort(502, "", None), CallFailure::TryAgain(_)));
        assert!(matches!(sort(401, "Unauthorized", None), CallFailure::ShutOut(_)));
    }

    #[test]
    fn an_unknown_text_never_makes_a_person_unreachable() {
        for code in [400, 403] {
            assert!(matches!(sort(code, "Forbidden: something new", None), CallFailure::Refused(_)));
        }
    }
}
