//! Parameters of a call, from the query string, a form, JSON or multipart alike. It reads and converts;
//! which values are allowed is for the methods to say.

use crate::rules::ApiError;
use axum::Form;
use axum::extract::{FromRequest, Multipart, Query, Request};
use axum::http::header;
use serde_json::{Map, Value, json};
use std::collections::HashMap;
use std::sync::Arc;

/// Bytes of all parameters that are not files.
const PARAMETER_BYTES: usize = 1 << 20;
/// Files of one call.
const FILES: usize = 50;

/// Keys and values of a query string or a form.
type Pairs = Vec<(String, String)>;

/// An uploaded file.
#[derive(Debug, Clone)]
pub(crate) struct Upload {
    pub name: String,
    pub mime: Option<String>,
    pub bytes: Vec<u8>,
}

#[derive(Debug, Default)]
pub(crate) struct Params {
    fields: Map<String, Value>,
    files: Arc<HashMap<String, Upload>>,
}

impl Params {
    pub async fn read(request: Request) -> Result<Self, ApiError> {
        let mut params = Self::default();
        params.add_pairs(Query::<Pairs>::try_from_uri(request.uri()).map(|Query(pairs)| pairs))?;
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        let kind = kind.unwrap_or_default().to_ascii_lowercase();
        if kind.starts_with("application/json") {
            params.add_json(request).await?;
        } else if kind.starts_with("multipart/form-data") {
            params.add_multipart(request).await?;
        } else if kind.starts_with("application/x-www-form-urlencoded") {
            params.add_pairs(Form::<Pairs>::from_request(request, &()).await.map(|Form(pairs)| pairs))?;
        }
        Ok(params)
    }

    fn add_pairs<E>(&mut self, pairs: Result<Pairs, E>) -> Result<(), ApiError> {
        let pairs = pairs.map_err(|_| ApiError::bad("can't parse parameters"))?;
        self.fields.extend(pairs.into_iter().map(|(key, value)| (key, Value::String(value))));
        Ok(())
    }

    async fn add_json(&mut self, request: Request) -> Result<(), ApiError> {
        let body = axum::body::Bytes::from_request(request, &()).await;
        let body = body.map_err(|_| too_large())?;
        if body.len() > PARAMETER_BYTES {
            return Err(too_large());
        }
        if body.is_empty() {
            return Ok(());
        }
        let fields: Map<String, Value> =
            serde_json::from_slice(&body).map_err(|_| ApiError::bad("can't parse JSON object"))?;
        self.fields.extend(fields);
        Ok(())
    }

    async fn add_multipart(&mut self, request: Request) -> Result<(), ApiError> {
        let broken = || ApiError::bad("can't parse multipart/form-data");
        let mut files = HashMap::new();
        let mut parts = Multipart::from_request(request, &()).await.map_err(|_| broken())?;
        while let Some(part) = parts.next_field().await.map_err(|_| broken())? {
            let key = part.name().unwrap_or_default().to_owned();
            let name = part.file_name().map(str::to_owned);
            let mime = part.content_type().map(str::to_owned);
            let bytes = part.bytes().await.map_err(|_| too_large())?;
            match name {
                Some(name) => drop(files.insert(key, Upload { name, mime, bytes: bytes.to_vec() })),
                None => {
                    let text = String::from_utf8_lossy(&bytes).into_owned();
                    self.fields.insert(key, Value::String(text));
                }
            }
        }
        let texts: usize = self.fields.values().filter_map(Value::as_str).map(str::len).sum();
        if files.len() > FILES || texts > PARAMETER_BYTES {
            return Err(too_large());
        }
        self.files = Arc::new(files);
        Ok(())
    }

    /// Parameters within a parameter, such as one file of an album; uploads are shared.
    pub fn within(&self, fields: Value) -> Result<Self, ApiError> {
        let Value::Object(fields) = fields else {
            return Err(ApiError::bad("expected an Object"));
        };
        Ok(Self { fields, files: Arc::clone(&self.files) })
    }

    /// A text; numbers and booleans count as their text.
    pub fn text(&self, key: &str) -> Option<String> {
        match self.fields.get(key)? {
            Value::String(text) => Some(text.clone()),
            Value::Null => None,
            other => Some(other.to_string()),
        }
    }

    pub fn number(&self, key: &str) -> Option<i64> {
        match self.fields.get(key)? {
            Value::Number(number) => number.as_i64(),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        }
    }

    pub fn flag(&self, key: &str) -> bool {
        match self.fields.get(key) {
            Some(Value::Bool(flag)) => *flag,
            Some(Value::String(text)) => matches!(text.to_lowercase().as_str(), "true" | "yes" | "1"),
            Some(Value::Number(number)) => number.as_i64() == Some(1),
            _ => false,
        }
    }

    /// A structure, which forms carry as JSON text; `Err` when that text is no JSON.
    pub fn structure(&self, key: &str) -> Result<Option<Value>, serde_json::Error> {
        match self.fields.get(key) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) if text.is_empty() => Ok(None),
            Some(Value::String(text)) => serde_json::from_str(text).map(Some),
            Some(value) => Ok(Some(value.clone())),
        }
    }

    pub fn upload(&self, key: &str) -> Option<&Upload> {
        self.files.get(key)
    }

    /// The `chat_id` as a number, for the log and for faults.
    pub fn chat_number(&self) -> Option<i64> {
        self.number("chat_id")
    }

    /// All parameters as JSON, uploads by name and size.
    pub fn logged(&self) -> Value {
        let mut all = self.fields.clone();
        for (key, file) in self.files.iter() {
            all.insert(key.clone(), json!({"file": file.name, "size": file.bytes.len()}));
        }
        Value::Object(all)
    }
}

fn too_large() -> ApiError {
    ApiError::other(413, "Request Entity Too Large")
}
