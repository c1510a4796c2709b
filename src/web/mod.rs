//! The light backend, for administrators and machines: whether the service lives, whether it is ready, its metrics, and
//! the door at which a messenger delivers.
//! Not here: what a delivered update means; that door belongs to the messenger's own folder.
//! Promise: nothing personal is shown, nothing is changed, and what it costs does not grow with what is asked of it.

mod requests;
mod watching;

use std::{sync::Arc, time::Duration};

use anyhow::Context;
use axum::{
    Json, Router,
    extract::State,
    http::{StatusCode, header},
    middleware,
    response::IntoResponse,
    routing::get,
};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::app::App;

pub use watching::watch;

/// How long a stop waits for answers in hand.
const GRACE: Duration = Duration::from_secs(5);

/// Where administrators and machines look.
pub fn doors(app: App) -> Router {
    Router::new()
        .route("/health/live", get(|| async { "alive\n" }))
        .route("/health/ready", get(show_health))
        .route("/metrics", get(show_metrics))
        .with_state(Arc::new(app))
}

/// Serves these doors until `stop`; answers in hand are finished first.
pub async fn serve(listener: TcpListener, doors: Router, stop: CancellationToken) -> anyhow::Result<()> {
    let doors = doors.layer(middleware::from_fn(requests::log));
    let serving = axum::serve(listener, doors).with_graceful_shutdown(stop.clone().cancelled_owned());
    let over = async {
        stop.cancelled().await;
        tokio::time::sleep(GRACE).await;
    };
    tokio::select! {
        served = async { serving.await } => served.context("serve over HTTP"),
        () = over => Ok(()),
    }
}

/// 200 while every part is well, else 503, with what is not and why.
async fn show_health(State(app): State<Arc<App>>) -> impl IntoResponse {
    let status = if app.health.is_well() { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, Json(app.health.to_json()))
}

async fn show_metrics(State(app): State<Arc<App>>) -> impl IntoResponse {
    for condition in app.health.conditions() {
        app.metrics.is_well(condition.part.word(), condition.finding.is_ok());
    }
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    ([(header::CONTENT_TYPE, kind)], app.metrics.to_text())
}
