//! Every error text that Telegram's server is known to send, and what it means to us.

use super::*;

/// What a failure is, without its text.
fn kind(failure: &CallFailure) -> &'static str {
    match failure {
        CallFailure::Unreachable(_) => "unreachable",
        CallFailure::Wait(_) => "wait",
        CallFailure::TryAgain(_) => "try again",
        CallFailure::MessageLost(_) => "message lost",
        CallFailure::PressExpired => "press expired",
        CallFailure::ShutOut(_) => "shut out",
        CallFailure::Refused(_) => "refused",
    }
}

/// Kind, code, the word that Telegram puts before the reason, reasons.
type Row = (&'static str, u16, &'static str, &'static [&'static str]);

const ROWS: [Row; 31] = [
    ("unreachable", 403, "Forbidden: ", &["bot was blocked by the user"]),
    ("unreachable", 403, "Forbidden: ", &["user is deactivated"]),
    ("unreachable", 403, "Forbidden: ", &["bot can't initiate conversation with a user"]),
    ("unreachable", 403, "Forbidden: ", &["the bot can't send messages to the bot"]),
    (
        "unreachable",
        403,
        "Forbidden: ",
        &[
            "bot was kicked from the group chat",
            "bot was kicked from the supergroup chat",
            "bot was kicked from the channel chat",
        ],
    ),
    (
        "unreachable",
        403,
        "Forbidden: ",
        &[
            "bot is not a member of the group chat",
            "bot is not a member of the supergroup chat",
            "bot is not a member of the channel chat",
        ],
    ),
    ("unreachable", 403, "Forbidden: ", &["the group chat was deleted"]),
    ("unreachable", 400, "Bad Request: ", &["chat not found", "user not found", "private chat not found"]),
    ("refused", 400, "Bad Request: ", &["chat_id is empty"]),
    ("refused", 400, "Bad Request: ", &["group chat was upgraded to a supergroup chat"]),
    ("refused", 400, "Bad Request: ", &[UNCHANGED]),
    (
        "press expired",
        400,
        "Bad Request: ",
        &["query is too old and response timeout expired or query ID is invalid"],
    ),
    ("refused", 400, "Bad Request: ", &["message text is empty", "text must be non-empty"]),
    ("refused", 400, "Bad Request: ", &["message is too long", "MESSAGE_TOO_LONG"]),
    ("refused", 400, "Bad Request: ", &["message caption is too long"]),
    (
        "refused",
        400,
        "Bad Request: ",
        &[
            "can't parse entities: Unclosed start tag at byte offset 5",
            "can't parse entities: Unsupported start tag \"user not found\" at byte offset 0",
        ],
    ),
    ("refused", 400, "Bad Request: ", &["BUTTON_DATA_INVALID", "BUTTON_URL_INVALID"]),
    ("message lost", 400, "Bad Request: ", &["MESSAGE_ID_INVALID"]),
    (
        "refused",
        400,
        "Bad Request: ",
        &[
            "reply markup is too long",
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
            "can't parse reply keyboard markup JSON object",
            "object expected as reply markup",
            "inline keyboard button text must be non-empty",
        ],
    ),
    ("message lost", 400, "Bad Request: ", &["message to edit not found", "message to delete not found"]),
    (
        "refused",
        400,
        "Bad Request: ",
        &[
            "message to be replied not found",
            "message to forward not found",
            "message to copy not found",
            "message thread not found",
        ],
    ),
    (
        "message lost",
        400,
        "Bad Request: ",
        &[
            "message can't be edited",
            "message can't be deleted",
            "message can't be deleted for everyone",
            "there is no text in the message to edit",
        ],
    ),
    (
        "refused",
        400,
        "Bad Request: ",
        &["message identifier is not specified", "too many message identifiers specified"],
    ),
    (
        "refused",
        400,
        "Bad Request: ",
        &[
            "wrong file identifier/HTTP URL specified",
            "invalid file_id",
            "wrong file_id or the file is temporarily unavailable",
            "file is too big",
            "there is no document in the request",
            "failed to get HTTP URL content",
            "wrong type of the web page content",
        ],
    ),
    ("refused", 400, "Bad Request: ", &["too many messages to send as an album"]),
    (
        "refused",
        400,
        "Bad Request: ",
        &[
            "command length must not exceed 32",
            "command description length must not exceed 256",
            "command must be non-empty",
            "can't parse BotCommandScope: Unsupported type specified",
            "can't use specified scope in private chats",
        ],
    ),
    (
        "refused",
        400,
        "Bad Request: ",
        &[
            "unsupported parse_mode",
            "text is too long",
            "chat description is not modified",
            "not enough rights to send text messages to the chat",
            "have no write access to the chat",
            "method is available only for supergroups",
        ],
    ),
    ("shut out", 401, "Unauthorized", &["", ": invalid token specified"]),
    (
        "shut out",
        409,
        "Conflict: ",
        &[
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
            "terminated by other getUpdates request; make sure that only one bot instance is running",
            "terminated by setWebhook request",
            "terminated by other setWebhook",
        ],
    ),
    ("shut out", 421, "Misdirected Request: ", &["unallowed token specified"]),
    ("try again", 500, "Internal Server Error: ", &["restart", "sent message was not received"]),
];

const UNCHANGED: &str = "message is not modified: specified new message content and reply markup are exactly the same \
                         as a current content and reply markup of the message";

#[test]
fn every_known_text_is_sorted_as_telegram_means_it() {
    for (expected, code, prefix, reasons) in ROWS {
        for reason in reasons {
            let text = format!("{prefix}{reason}");
            assert_eq!(kind(&sort(code, &text, None)), expected, "{code} {text}");
        }
    }
}

#[test]
fn a_wait_is_kept_to_the_second() {
    let seven = CallFailure::Wait(Duration::from_secs(7));
    assert_eq!(sort(429, "Too Many Requests: retry after 7", Some(7)), seven);
    assert_eq!(kind(&sort(429, "Too Many Requests", None)), "wait");
}

#[test]
fn not_found_means_the_token_unless_it_means_the_method() {
    assert_eq!(kind(&sort(404, "Not Found", None)), "shut out");
    assert_eq!(kind(&sort(404, "Not Found: method not found", None)), "refused");
}

#[test]
fn what_is_too_large_is_not_tried_again() {
    assert_eq!(kind(&sort(413, "Request Entity Too Large: 104857600", None)), "refused");
    assert_eq!(kind(&sort_foreign(413)), "refused");
}

#[test]
fn a_server_in_front_of_telegram_is_tried_again() {
    for status in [200, 500, 502, 503, 504] {
        assert_eq!(kind(&sort_foreign(status)), "try again");
    }
}

#[test]
fn an_unknown_text_never_makes_a_person_unreachable() {
    for code in [400, 403] {
        for text in ["Forbidden: something new", "Bad Request: PEER_FLOOD", "no colon", ""] {
            assert_eq!(kind(&sort(code, text, None)), "refused", "{code} {text}");
        }
    }
}

#[test]
fn what_stands_already_or_is_gone_already_is_recognised() {
    assert!(is_unchanged(&format!("Bad Request: {UNCHANGED}")));
    assert!(!is_unchanged("Bad Request: chat description is not modified"));
    assert!(is_gone("Bad Request: message to delete not found"));
    assert!(!is_gone("Bad Request: message can't be deleted"));
}
