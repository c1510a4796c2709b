//! Files in calls: uploads, known `file_id`s, `getFile` and the download.

use super::params::{Params, Upload};
use crate::core::Core;
use crate::rules::{ApiError, DOWNLOAD_BYTES, PHOTO_BYTES, UPLOAD_BYTES};
use crate::world::World;
use crate::world::files::{StoredFile, mime_of, unique};
use axum::body::Bytes;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// The `file_id` of what the call sends: an upload in the field itself or under `attach://name`, or a
/// file the bot knows already.
pub(super) fn chosen(
    world: &mut World,
    params: &Params,
    kind: &'static str,
    given: Option<String>,
) -> Result<String, ApiError> {
    let attached = given.as_deref().and_then(|text| text.strip_prefix("attach://")).map(str::to_owned);
    if let Some(upload) = params.upload(attached.as_deref().unwrap_or(kind)) {
        return stored(world, kind, upload);
    }
    match given.filter(|_| attached.is_none()).filter(|given| !given.is_empty()) {
        None => Err(ApiError::bad(format!("there is no {kind} in the request"))),
        Some(url) if url.starts_with("http://") || url.starts_with("https://") => {
            Err(ApiError::bad("failed to get HTTP URL content"))
        }
        Some(id) => match world.files.find(&id) {
            Some(file) if file.kind == kind => Ok(id),
            Some(file) => {
                let (is, wanted) = (type_name(file.kind), type_name(kind));
                Err(ApiError::bad(format!("can't use file of type {is} as {wanted}")))
            }
            None => Err(ApiError::bad("wrong file identifier/HTTP URL specified")),
        },
    }
}

/// A kind as the server names it: `VideoNote` for `video_note`.
fn type_name(kind: &str) -> String {
    let words = kind.split('_').map(|word| {
        let (first, rest) = word.split_at(word.len().min(1));
        first.to_ascii_uppercase() + rest
    });
    words.collect()
}

fn stored(world: &mut World, kind: &'static str, upload: &Upload) -> Result<String, ApiError> {
    if upload.bytes.is_empty() {
        return Err(ApiError::bad("file must be non-empty"));
    }
    let most = if kind == "photo" { PHOTO_BYTES } else { UPLOAD_BYTES };
    if upload.bytes.len() > most {
        return Err(ApiError::other(413, "Request Entity Too Large"));
    }
    let mime = upload.mime.clone().unwrap_or_else(|| mime_of(&upload.name).to_owned());
    let bytes = upload.bytes.as_slice().into();
    Ok(world.files.add(StoredFile { kind, name: upload.name.clone(), mime, bytes, seconds: 0 }))
}

/// `getFile`.
pub(super) fn get(core: &Core, params: &Params) -> Result<Value, ApiError> {
    let id = params.text("file_id").filter(|id| !id.is_empty());
    let id = id.ok_or_else(|| ApiError::bad("file_id not specified"))?;
    core.with(|world, _| {
        let file = world.files.find(&id);
        let file = file.ok_or_else(|| ApiError::bad("invalid file_id"))?;
        if file.bytes.len() > DOWNLOAD_BYTES {
            return Err(ApiError::bad("file is too big"));
        }
        let path = world.files.path(&id);
        Ok(json!({"file_id": id, "file_unique_id": unique(&id), "file_size": file.bytes.len(), "file_path": path}))
    })
}

/// `/file/bot<token>/<file_path>`.
pub(super) fn download(core: &Core, rest: &str) -> Response {
    let not_found =
        || (StatusCode::NOT_FOUND, "{\"ok\":false,\"error_code\":404,\"description\":\"Not Found\"}");
    let Some((token, path)) = rest.split_once('/') else {
        return not_found().into_response();
    };
    let id = path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map(|(id, _)| id);
    let found = core.with(|world, _| id.and_then(|id| world.files.find(id)).map(|file| file.bytes.clone()));
    match found {
        Some(bytes) if token.replace("%3A", ":") == core.options.token => {
            Bytes::from_owner(bytes).into_response()
        }
        _ => not_found().into_response(),
    }
}
