//! The page with the phones and the control API behind it: what a browser needs to play people. Not the
//! Bot API: that is `api`; and no rules of its own: everything it does, [`crate::Phone`] can do.

mod chat;
mod deeds;
mod names;
mod overview;

use crate::{Phone, Sandbox};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::{get, post};

/// Bytes that a person may send in one file, with room for the form around it.
const UPLOAD_LIMIT: usize = 50 * 1024 * 1024;
/// Only what this server serves runs or loads on the page, whatever a message holds.
const POLICY: &str = "default-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

const HTML: &str = "text/html; charset=utf-8";
const CSS: &str = "text/css; charset=utf-8";
const JS: &str = "text/javascript; charset=utf-8";

/// Why a request of the page cannot be done, in words for its developer.
type Refused = (StatusCode, &'static str);

/// Routes of the page and of its control API.
pub fn router(sandbox: Sandbox) -> Router {
    page().merge(control()).with_state(sandbox)
}

fn page() -> Router<Sandbox> {
    Router::new()
        .route("/", asset(HTML, include_str!("../../page/index.html")))
        .route("/page/phones.css", asset(CSS, include_str!("../../page/phones.css")))
        .route("/page/phones.js", asset(JS, include_str!("../../page/phones.js")))
        .route("/page/phone.js", asset(JS, include_str!("../../page/phone.js")))
        .route("/page/composer.js", asset(JS, include_str!("../../page/composer.js")))
        .route("/page/bubble.js", asset(JS, include_str!("../../page/bubble.js")))
        .route("/page/rich.js", asset(JS, include_str!("../../page/rich.js")))
}

fn asset(kind: &'static str, content: &'static str) -> axum::routing::MethodRouter<Sandbox> {
    get(move || async move {
        let headers = [
            (header::CONTENT_TYPE, kind),
            (header::CACHE_CONTROL, "no-cache"),
            (header::CONTENT_SECURITY_POLICY, POLICY),
        ];
        (headers, content).into_response()
    })
}

fn control() -> Router<Sandbox> {
    Router::new()
        .route("/sandbox/state", get(overview::state))
        .route("/sandbox/events", get(overview::events))
        .route("/sandbox/clock/advance", post(overview::advance))
        .route("/sandbox/clock/jump", post(overview::jump))
        .route("/sandbox/people", post(overview::add_person))
        .route("/sandbox/people/{id}/chat", get(chat::chat))
        .route("/sandbox/files/{id}", get(chat::file))
        .route("/sandbox/people/{id}/start", post(deeds::start))
        .route("/sandbox/people/{id}/say", post(deeds::say))
        .route("/sandbox/people/{id}/edit", post(deeds::edit))
        .route("/sandbox/people/{id}/press", post(deeds::press))
        .route("/sandbox/people/{id}/send", post(deeds::send))
        .route("/sandbox/people/{id}/block", post(deeds::block))
        .route("/sandbox/people/{id}/unblock", post(deeds::unblock))
        .layer(DefaultBodyLimit::max(UPLOAD_LIMIT))
}

fn phone_of(sandbox: &Sandbox, id: i64) -> Result<Phone, Refused> {
    sandbox.phone(id).ok_or((StatusCode::NOT_FOUND, "no such person"))
}
