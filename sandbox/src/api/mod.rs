//! The Bot API over HTTP: paths, envelope, faults, log. What a method does is in one small file per group
//! of methods; limits and texts are in `rules`.

mod albums;
mod answers;
mod chats;
mod copies;
mod delete;
mod edit;
mod files;
mod methods;
mod params;
pub(crate) mod polling;
mod send;
mod settings;
mod texts;
mod webhook;

pub(crate) use webhook::undelivered;

use crate::core::{Call, Core, locked};
use crate::faults::Fault;
use crate::rules::ApiError;
use crate::wire::Scissors;
use axum::Router;
use axum::extract::{ConnectInfo, DefaultBodyLimit, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use params::Params;
use serde_json::json;
use std::sync::Arc;

/// Bytes of a whole request: a file of 50 MB and its parameters.
const REQUEST_BYTES: usize = 52 << 20;

/// Every path that is not the page's.
pub(crate) fn router(core: Arc<Core>) -> Router {
    Router::new().fallback(serve).layer(DefaultBodyLimit::max(REQUEST_BYTES)).with_state(core)
}

async fn serve(
    State(core): State<Arc<Core>>,
    ConnectInfo(scissors): ConnectInfo<Scissors>,
    request: Request,
) -> Response {
    let path = request.uri().path().to_owned();
    if let Some(rest) = path.strip_prefix("/file/bot") {
        return files::download(&core, rest);
    }
    let method = match method_of(&core, &path) {
        Ok(method) => method,
        Err(error) => return reply(&Err(error)),
    };
    let params = match Params::read(request).await {
        Ok(params) => params,
        Err(error) => return reply(&Err(error)),
    };
    answer(&core, &scissors, method, params).await
}

/// The method in lower case, once the token was recognised.
fn method_of(core: &Core, path: &str) -> Result<String, ApiError> {
    let not_found = || ApiError::other(404, "Not Found");
    let rest = path.strip_prefix("/bot").ok_or_else(not_found)?;
    let (token, method) = rest.split_once('/').ok_or_else(not_found)?;
    let token = token.replace("%3A", ":").replace("%3a", ":");
    check_token(core, &token)?;
    Ok(method.strip_prefix("test/").unwrap_or(method).to_ascii_lowercase())
}

fn check_token(core: &Core, token: &str) -> Result<(), ApiError> {
    let id = token.split_once(':').and_then(|(id, _)| id.parse::<i64>().ok());
    let shaped = !token.starts_with('0') && token.len() <= 80 && id.is_some_and(|id| id > 0 && id < 1 << 54);
    if !shaped {
        return Err(ApiError::other(401, "Unauthorized: invalid token specified"));
    }
    if token != core.options.token {
        return Err(ApiError::other(401, "Unauthorized"));
    }
    Ok(())
}

async fn answer(core: &Arc<Core>, scissors: &Scissors, method: String, params: Params) -> Response {
    if !core.options.latency.is_zero() {
        tokio::time::sleep(core.options.latency).await;
    }
    let chat = params.chat_number();
    let fault = core.faults.take(&method, chat);
    let response = match fault {
        None => reply(&execute(core, &method, &params).await),
        Some(fault) => broken(core, (&method, &params), fault, scissors).await,
    };
    let cut = scissors.is_cut();
    let status = if cut { 0 } else { response.status().as_u16() };
    core.log(Call { method, chat, params: params.logged(), status, at: core.now() });
    response
}

/// The result as JSON text; updates are never parsed again on their way.
async fn execute(core: &Arc<Core>, method: &str, params: &Params) -> Result<String, ApiError> {
    if core.with(|world, _| world.settings.logged_out) {
        return Err(ApiError::other(400, "Logged out"));
    }
    match method {
        "setwebhook" => webhook::set(core, params).map(|result| result.to_string()),
        "getupdates" => polling::get_updates(core, params).await,
        _ => methods::call(core, method, params).map(|result| result.to_string()),
    }
}

async fn broken(core: &Arc<Core>, call: (&str, &Params), fault: Fault, scissors: &Scissors) -> Response {
    let (method, params) = call;
    match fault {
        Fault::TooMany { retry_after, global } => {
            if global {
                locked(&core.rates).close_for(retry_after);
            }
            reply(&Err(ApiError::too_many(retry_after)))
        }
        Fault::Status { code, body } => {
            let status = StatusCode::from_u16(code).unwrap_or(StatusCode::BAD_GATEWAY);
            (status, [(header::CONTENT_TYPE, "text/html")], body).into_response()
        }
        Fault::Description { code, text } => reply(&Err(ApiError::other(code, &text))),
        Fault::CloseBefore => {
            scissors.cut();
            StatusCode::BAD_GATEWAY.into_response()
        }
        Fault::CloseAfter => {
            let response = reply(&execute(core, method, params).await);
            scissors.cut();
            response
        }
        Fault::Stall(pause) => {
            tokio::time::sleep(pause).await;
            reply(&execute(core, method, params).await)
        }
        Fault::TruncatedJson => {
            let body = envelope(&execute(core, method, params).await);
            let half: String = body.chars().take(body.chars().count() / 2).collect();
            ([(header::CONTENT_TYPE, "application/json")], half).into_response()
        }
    }
}

fn envelope(result: &Result<String, ApiError>) -> String {
    match result {
        Ok(result) => format!("{{\"ok\":true,\"result\":{result}}}"),
        Err(error) => {
            let mut body = json!({"ok": false, "error_code": error.code, "description": error.description});
            if let Some(seconds) = error.retry_after {
                body["parameters"] = json!({"retry_after": seconds});
            }
            if let Some(id) = error.migrate_to {
                body["parameters"] = json!({"migrate_to_chat_id": id});
            }
            body.to_string()
        }
    }
}

fn reply(result: &Result<String, ApiError>) -> Response {
    let code = result.as_ref().map_or_else(|error| error.code, |_| 200);
    let status = StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let body = envelope(result);
    let mut response = (status, [(header::CONTENT_TYPE, "application/json")], body).into_response();
    if let Err(ApiError { retry_after: Some(seconds), .. }) = result {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*seconds));
    }
    response
}
