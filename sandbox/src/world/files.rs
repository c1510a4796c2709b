//! Files that were uploaded or sent, by their `file_id`. It does not know which messages show them.

use serde_json::{Value, json};
use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

/// Bytes of all files kept; the oldest go first, so that load tests do not fill the memory.
const KEPT_BYTES: usize = 256 << 20;

#[derive(Debug, Clone)]
pub(crate) struct StoredFile {
    /// The field that shows it: `photo`, `document`, `voice`, …
    pub kind: &'static str,
    pub name: String,
    pub mime: String,
    pub bytes: Arc<[u8]>,
    /// Length of voice, audio and video.
    pub seconds: u32,
}

#[derive(Debug, Default)]
pub(crate) struct Files {
    stored: HashMap<String, StoredFile>,
    order: VecDeque<String>,
    count: usize,
    bytes: usize,
}

impl Files {
    /// Keeps a file and gives it its `file_id`.
    pub fn add(&mut self, file: StoredFile) -> String {
        self.count += 1;
        let id = format!("AgACAgIAAxk{:08}{}", self.count, file.kind);
        self.bytes += file.bytes.len();
        self.stored.insert(id.clone(), file);
        self.order.push_back(id.clone());
        self.forget_oldest();
        id
    }

    fn forget_oldest(&mut self) {
        while self.bytes > KEPT_BYTES
            && self.order.len() > 1
            && let Some(oldest) = self.order.pop_front()
        {
            self.bytes -= self.stored.remove(&oldest).map_or(0, |file| file.bytes.len());
        }
    }

    pub fn find(&self, id: &str) -> Option<&StoredFile> {
        self.stored.get(id)
    }

    /// The path that `getFile` answers.
    pub fn path(&self, id: &str) -> Option<String> {
        let file = self.find(id)?;
        let extension = file.name.rsplit_once('.').map_or("bin", |(_, end)| end);
        Some(format!("{}s/{id}.{extension}", file.kind))
    }

    /// The JSON of the field `kind` in a message.
    pub fn json(&self, kind: &str, id: &str) -> Value {
        let Some(file) = self.find(id) else {
            return Value::Null;
        };
        let base = json!({"file_id": id, "file_unique_id": unique(id), "file_size": file.bytes.len()});
        let with = |extra: Value| merged(base.clone(), extra);
        match kind {
            "photo" => photo_sizes(id, file),
            "voice" => with(json!({"duration": file.seconds, "mime_type": file.mime})),
            "audio" => {
                with(json!({"duration": file.seconds, "mime_type": file.mime, "file_name": file.name}))
            }
            "video" | "animation" => with(json!({
                "width": 640, "height": 360, "duration": file.seconds,
                "mime_type": file.mime, "file_name": file.name
            })),
            "video_note" => with(json!({"length": 240, "duration": file.seconds})),
            "sticker" => with(json!({
                "type": "regular", "width": 512, "height": 512,
                "is_animated": false, "is_video": false, "emoji": "🙂"
            })),
            _ => with(json!({"file_name": file.name, "mime_type": file.mime})),
        }
    }
}

/// The id that is the same for every bot and cannot be used to send.
pub(crate) fn unique(id: &str) -> String {
    format!("AQAD{}", id.get(11..19).unwrap_or(id))
}

fn merged(mut base: Value, extra: Value) -> Value {
    if let (Value::Object(base), Value::Object(extra)) = (&mut base, extra) {
        base.extend(extra);
    }
    base
}

fn photo_sizes(id: &str, file: &StoredFile) -> Value {
    let (width, height) = png_size(&file.bytes).unwrap_or((1280, 960));
    json!([{
        "file_id": id, "file_unique_id": unique(id), "file_size": file.bytes.len(),
        "width": width, "height": height
    }])
}

fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let header = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let number = |at: usize| header.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes);
    Some((number(8)?, number(12)?))
}

/// MIME type by the ending of a name.
pub(crate) fn mime_of(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default().to_lowercase().as_str() {
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ogg" => "audio/ogg",
        "mp3" => "audio/mpeg",
        "mp4" => "video/mp4",
        "pdf" => "application/pdf",
        "ics" => "text/calendar",
        "csv" => "text/csv",
        "txt" => "text/plain",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "application/octet-stream",
    }
}
