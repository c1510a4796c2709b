//! Limits and error texts of the Bot API, word for word. Nothing here keeps state.

/// Code points of a message text after parsing.
pub(crate) const TEXT_CHARACTERS: usize = 4096;
/// Code points of a caption after parsing.
pub(crate) const CAPTION_CHARACTERS: usize = 1024;
/// Bytes of a text before parsing.
pub(crate) const RAW_TEXT_BYTES: usize = 32_768;
/// Bytes of a button's data.
pub(crate) const BUTTON_DATA_BYTES: usize = 64;
/// Buttons of one inline keyboard.
pub(crate) const KEYBOARD_BUTTONS: usize = 100;
/// Buttons of one row.
pub(crate) const ROW_BUTTONS: usize = 8;
/// Characters of the toast that answers a press.
pub(crate) const TOAST_CHARACTERS: usize = 200;
/// Bytes that a bot may download.
pub(crate) const DOWNLOAD_BYTES: usize = 20 << 20;
/// Bytes of an uploaded photo.
pub(crate) const PHOTO_BYTES: usize = 10 << 20;
/// Bytes of any other upload.
pub(crate) const UPLOAD_BYTES: usize = 50 << 20;
/// Bytes of one answer to getUpdates.
pub(crate) const BATCH_BYTES: usize = 1 << 22;
/// Seconds a press waits in the queue of updates.
pub(crate) const PRESS_LIFETIME_SECONDS: i64 = 150;
/// Seconds any other update waits in the queue.
pub(crate) const UPDATE_LIFETIME_SECONDS: i64 = 86_400;
/// Seconds after which a message can no longer be deleted.
pub(crate) const DELETE_SECONDS: i64 = 48 * 3600;

/// Commands of one list, characters of a command's name and of its description.
pub(crate) const COMMANDS: usize = 100;
pub(crate) const COMMAND_CHARACTERS: usize = 32;
pub(crate) const COMMAND_DESCRIPTION_CHARACTERS: usize = 256;
/// Messages of one album.
pub(crate) const ALBUM: usize = 10;

pub(crate) const QUERY_TOO_OLD: &str = "query is too old and response timeout expired or query ID is invalid";
pub(crate) const NOT_MODIFIED: &str = "message is not modified: specified new message content and reply markup \
     are exactly the same as a current content and reply markup of the message";

/// What the Bot API says when it refuses a call.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ApiError {
    pub code: u16,
    pub description: String,
    pub retry_after: Option<u64>,
    pub migrate_to: Option<i64>,
}

impl ApiError {
    fn new(code: u16, description: String) -> Self {
        Self { code, description, retry_after: None, migrate_to: None }
    }

    /// `Bad Request: …`, the first letter made small unless the text is a server code such as `MESSAGE_ID_INVALID`.
    pub fn bad(text: impl AsRef<str>) -> Self {
        Self::new(400, format!("Bad Request: {}", decapitalised(text.as_ref())))
    }

    /// `Forbidden: …`.
    pub fn forbidden(text: &str) -> Self {
        Self::new(403, format!("Forbidden: {text}"))
    }

    /// `Conflict: …`.
    pub fn conflict(text: &str) -> Self {
        Self::new(409, format!("Conflict: {text}"))
    }

    /// A whole description under any code.
    pub fn other(code: u16, description: &str) -> Self {
        Self::new(code, description.to_owned())
    }

    /// `Too Many Requests: retry after N`, N in seconds.
    pub fn too_many(retry_after: u64) -> Self {
        let text = format!("Too Many Requests: retry after {retry_after}");
        Self { retry_after: Some(retry_after), ..Self::new(429, text) }
    }

    /// A group that became a supergroup and lives on under another id.
    pub fn migrated(to: i64) -> Self {
        Self { migrate_to: Some(to), ..Self::bad("group chat was upgraded to a supergroup chat") }
    }
}

fn decapitalised(text: &str) -> String {
    let mut letters = text.chars();
    let (Some(first), second) = (letters.next(), letters.next()) else {
        return String::new();
    };
    if second.is_some_and(|c| c == '_' || c.is_ascii_uppercase()) {
        return text.to_owned();
    }
    first.to_lowercase().chain(text.chars().skip(1)).collect()
}
