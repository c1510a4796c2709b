//! The door by itself: whom it turns away, and when it says that an update was taken.

use std::sync::{
    Mutex,
    atomic::{AtomicUsize, Ordering},
};

use axum::http::Request;
use futures::FutureExt;
use tower::ServiceExt;

use super::*;

const UPDATE: &str = r#"{"update_id":7,"message":{"message_id":1,"date":1,"chat":{"id":5,"type":"private","first_name":"A"},"from":{"id":5,"is_bot":false,"first_name":"A"},"text":"да"}}"#;

struct Door {
    router: Router,
    stored: Arc<Mutex<Vec<String>>>,
    commits: Arc<AtomicUsize>,
}

/// A door whose store keeps what it gets, or fails.
fn open(fails: bool) -> Door {
    let (stored, commits) = (Arc::new(Mutex::new(Vec::new())), Arc::new(AtomicUsize::new(0)));
    let (kept, counted) = (Arc::clone(&stored), Arc::clone(&commits));
    let store: Store = Arc::new(move |batch: Vec<Arrival>| {
        let (kept, counted) = (Arc::clone(&kept), Arc::clone(&counted));
        async move {
            anyhow::ensure!(!fails, "the disk is full");
            tokio::time::sleep(Duration::from_millis(20)).await;
            counted.fetch_add(1, Ordering::Relaxed);
            kept.lock().expect("no panic").extend(batch.into_iter().map(|arrival| arrival.event_key));
            Ok(())
        }
        .boxed()
    });
    let (router, work) = door(&webhook(), store);
    tokio::spawn(work);
    Door { router, stored, commits }
}

fn webhook() -> Webhook {
    Webhook::new("https://bot.example/", &SecretString::from("1:sesame".to_owned()))
}

async fn post_to(door: &Door, secret: Option<&str>, body: impl Into<Body>) -> StatusCode {
    let request = Request::post(PATH);
    let request = match secret {
        Some(secret) => request.header(SECRET_HEADER, secret),
        None => request,
    };
    let request = request.body(body.into()).expect("a request");
    door.router.clone().oneshot(request).await.expect("an answer").status()
}

fn secret() -> String {
    webhook().secret.expose_secret().to_owned()
}

#[tokio::test]
async fn who_does_not_know_the_secret_is_turned_away_before_the_body_is_read() {
    let door = open(false);
    let known = secret();
    let wrong =
        ["", "x", &known[..known.len() - 1], &format!("{known}0"), &known.to_uppercase()].map(str::to_owned);
    for secret in wrong {
        let endless = Body::from_stream(futures::stream::poll_fn(
            |_| -> std::task::Poll<Option<Result<String, std::io::Error>>> { panic!("the body was read") },
        ));
        assert_eq!(post_to(&door, Some(&secret), endless).await, StatusCode::UNAUTHORIZED, "{secret}");
    }
    assert_eq!(post_to(&door, None, UPDATE).await, StatusCode::UNAUTHORIZED);
    assert!(door.stored.lock().expect("no panic").is_empty());
}

#[tokio::test]
async fn what_is_no_update_is_refused_and_what_is_too_large_too() {
    let (door, secret) = (open(false), secret());
    for body in [&b"{"[..], b"\xff\xfe", b"[]", b"{\"update_id\":\"x\"}", b"\x1f\x8b\x08\x00"] {
        assert_eq!(post_to(&door, Some(&secret), body.to_vec()).await, StatusCode::BAD_REQUEST);
    }
    let large = vec![b' '; MOST_BYTES + 1];
    assert_eq!(post_to(&door, Some(&secret), large).await, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(post_to(&door, Some(&secret), r#"{"update_id":8,"poll":{}}"#).await, StatusCode::OK);
    assert!(door.stored.lock().expect("no panic").is_empty());
    let read = Request::get(PATH).body(Body::empty()).expect("a request");
    let answer = door.router.clone().oneshot(read).await.expect("an answer").status();
    assert_eq!(answer, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn an_update_is_taken_only_when_it_is_stored() {
    let broken = open(true);
    assert_eq!(post_to(&broken, Some(&secret()), UPDATE).await, StatusCode::SERVICE_UNAVAILABLE);
    let door = open(false);
    assert_eq!(post_to(&door, Some(&secret()), UPDATE).await, StatusCode::OK);
    assert_eq!(*door.stored.lock().expect("no panic"), ["message:5:1"]);
}

#[tokio::test]
async fn what_comes_at_the_same_time_shares_a_commit() {
    let (door, secret) = (open(false), secret());
    let bodies = (1..=60).map(|id| UPDATE.replace("\"message_id\":1", &format!("\"message_id\":{id}")));
    let posts = bodies.map(|body| post_to(&door, Some(&secret), body));
    let statuses = futures::future::join_all(posts).await;
    assert!(statuses.iter().all(|status| *status == StatusCode::OK));
    assert_eq!(door.stored.lock().expect("no panic").len(), 60);
    assert!(door.commits.load(Ordering::Relaxed) < 10, "{:?}", door.commits);
}
