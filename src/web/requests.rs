//! One line in the log for each request, under an id that its answer carries too.
//! Not here: what is asked; neither addresses with their parameters nor bodies are logged.

use std::time::Instant;

use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};
use tracing::Instrument;
use uuid::Uuid;

/// Carries the id; one that a server in front of us gave is kept if it is a short word.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const LONGEST_ID: usize = 64;

/// Logs a request when it is answered; everything that is logged meanwhile carries its id.
pub(super) async fn log(request: Request, next: Next) -> Response {
    let id = given_id(&request).unwrap_or_else(|| Uuid::now_v7().simple().to_string());
    let (method, path, began) = (request.method().clone(), request.uri().path().to_owned(), Instant::now());
    let span = tracing::info_span!("request", id);
    async move {
        let mut response = next.run(request).await;
        let (status, took_ms) = (response.status().as_u16(), began.elapsed().as_millis());
        if status >= 400 {
            tracing::warn!(%method, path, status, took_ms, "answered a request");
        } else {
            tracing::debug!(%method, path, status, took_ms, "answered a request");
        }
        if let Ok(id) = HeaderValue::from_str(&id) {
            response.headers_mut().insert(REQUEST_ID, id);
        }
        response
    }
    .instrument(span)
    .await
}

fn given_id(request: &Request) -> Option<String> {
    let given = request.headers().get(REQUEST_ID)?.to_str().ok()?;
    let is_word =
        given.chars().all(|character| character.is_ascii_alphanumeric() || "-_".contains(character));
    (is_word && !given.is_empty() && given.len() <= LONGEST_ID).then(|| given.to_owned())
}
