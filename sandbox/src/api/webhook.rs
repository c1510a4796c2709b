//! Webhook instead of polling: setting it, and delivering updates with retries. Order is kept per chat for
//! messages and per person for presses; nothing is promised between the two, as on the server.

use super::methods;
use super::params::Params;
use crate::core::{Core, locked};
use crate::rules::ApiError;
use crate::world::queue::Update;
use crate::world::settings::Webhook;
use futures::StreamExt;
use futures::stream::FuturesUnordered;
use serde_json::{Value, json};
use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

/// A delivery that takes longer counts as failed.
const DELIVERY_TIMEOUT: Duration = Duration::from_secs(60);
/// The longest pause between two attempts.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);
const PORTS: [u16; 4] = [443, 80, 88, 8443];

/// `setWebhook`; an empty address removes it.
pub(super) fn set(core: &Arc<Core>, params: &Params) -> Result<Value, ApiError> {
    let url = params.text("url").unwrap_or_default();
    if url.is_empty() {
        return Ok(delete(core, params));
    }
    check_url(&url)?;
    let secret = params.text("secret_token").filter(|secret| !secret.is_empty());
    check_secret(secret.as_deref())?;
    not_too_often(core)?;
    let most = params.number("max_connections").unwrap_or(40).clamp(1, 100);
    let max_connections = usize::try_from(most).unwrap_or(40);
    let hook = Arc::new(Webhook { url, secret, max_connections, ..Webhook::default() });
    remove(core, params);
    core.polls.supersede("terminated by setWebhook request");
    core.with(|world, _| {
        if let Ok(Some(kinds)) = params.structure("allowed_updates") {
            world.queue.allow(serde_json::from_value(kinds).unwrap_or_default());
        }
        world.settings.webhook = Some(Arc::clone(&hook));
    });
    tokio::spawn(deliver_all(Arc::clone(core), hook));
    Ok(json!(true))
}

/// `deleteWebhook`.
pub(super) fn delete(core: &Core, params: &Params) -> Value {
    remove(core, params);
    json!(true)
}

/// Updates that the bot has not taken for good: fetched and confirmed, or answered with 200.
pub(crate) fn undelivered(core: &Core) -> usize {
    core.with(|world, now| {
        let delivering =
            world.settings.webhook.as_ref().map_or(0, |hook| hook.pending.load(Ordering::Relaxed));
        world.queue.len(now) + delivering
    })
}

/// `getWebhookInfo`.
pub(super) fn info(core: &Core) -> Value {
    let pending = undelivered(core);
    core.with(|world, _| {
        let hook = world.settings.webhook.clone();
        let url = hook.as_ref().map_or("", |hook| hook.url.as_str());
        let mut info = json!({"url": url, "has_custom_certificate": false, "pending_update_count": pending});
        if let Some(kinds) = world.queue.allowed() {
            info["allowed_updates"] = json!(kinds);
        }
        if let Some(hook) = &hook {
            info["max_connections"] = json!(hook.max_connections);
            info["ip_address"] = json!("127.0.0.1");
            if let Some((at, message)) = &*locked(&hook.last_error) {
                info["last_error_date"] = json!(at);
                info["last_error_message"] = json!(message);
            }
        }
        info
    })
}

fn remove(core: &Core, params: &Params) {
    let drop_pending = params.flag("drop_pending_updates");
    core.with(|world, _| {
        if drop_pending {
            world.queue.clear();
        }
        if let Some(hook) = world.settings.webhook.take() {
            hook.drop_pending.store(drop_pending, Ordering::Relaxed);
            hook.stop.cancel();
        }
    });
}

fn not_too_often(core: &Core) -> Result<(), ApiError> {
    core.with(|world, _| {
        let last = world.settings.webhook_set_at;
        if last.is_some_and(|at| at.elapsed() < Duration::from_secs(1)) {
            return Err(ApiError::too_many(1));
        }
        world.settings.webhook_set_at = Some(Instant::now());
        Ok(())
    })
}

/// HTTPS on the allowed ports; plain HTTP only to this machine, as a local server allows it.
fn check_url(url: &str) -> Result<(), ApiError> {
    let invalid = || ApiError::bad("invalid webhook URL specified");
    let url = reqwest::Url::parse(url).map_err(|_| invalid())?;
    let local = matches!(url.host_str(), Some("127.0.0.1" | "localhost"));
    if url.scheme() != "https" && !(local && url.scheme() == "http") {
        return Err(ApiError::bad("bad webhook: An HTTPS URL must be provided for webhook"));
    }
    if !local && !url.port_or_known_default().is_some_and(|port| PORTS.contains(&port)) {
        return Err(ApiError::bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"));
    }
    Ok(())
}

fn check_secret(secret: Option<&str>) -> Result<(), ApiError> {
    let Some(secret) = secret else { return Ok(()) };
    if secret.len() > 256 {
        return Err(ApiError::bad("secret token is too long"));
    }
    let allowed = secret.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    if allowed { Ok(()) } else { Err(ApiError::bad("secret token contains unallowed characters")) }
}

type Lane = (bool, i64);

/// Updates on their way: one flies per lane, the rest of the lane waits behind it.
#[derive(Default)]
struct Lanes {
    waiting: HashMap<Lane, VecDeque<Update>>,
    ready: VecDeque<Lane>,
}

impl Lanes {
    fn add(&mut self, update: Update) {
        let lane = (update.kind == "callback_query", update.lane);
        let waiting = self.waiting.entry(lane).or_insert_with(|| {
            self.ready.push_back(lane);
            VecDeque::new()
        });
        waiting.push_back(update);
    }

    /// The first update of a lane that may fly; it stays in its lane until it has landed.
    fn next(&mut self) -> Option<(Lane, Update)> {
        let lane = self.ready.pop_front()?;
        let update = self.waiting.get(&lane)?.front()?.clone();
        Some((lane, update))
    }

    fn landed(&mut self, lane: Lane) {
        let Some(waiting) = self.waiting.get_mut(&lane) else {
            return;
        };
        waiting.pop_front();
        if waiting.is_empty() {
            self.waiting.remove(&lane);
        } else {
            self.ready.push_back(lane);
        }
    }
}

async fn deliver_all(core: Arc<Core>, hook: Arc<Webhook>) {
    let redirects = reqwest::redirect::Policy::none();
    let client = reqwest::Client::builder().timeout(DELIVERY_TIMEOUT).redirect(redirects).no_proxy().build();
    let Ok(client) = client else { return };
    let mut arrivals = core.arrivals.subscribe();
    let mut lanes = Lanes::default();
    let mut flying = FuturesUnordered::new();
    loop {
        arrivals.borrow_and_update();
        let taken = core.with(|world, now| world.queue.take_all(now));
        hook.pending.fetch_add(taken.len(), Ordering::Relaxed);
        core.polls.travelled(taken).into_iter().for_each(|update| lanes.add(update));
        while flying.len() < hook.max_connections
            && let Some((lane, update)) = lanes.next()
        {
            let flight = deliver(&core, &hook, &client, update);
            flying.push(async move {
                flight.await;
                lane
            });
        }
        tokio::select! {
            () = hook.stop.cancelled() => break,
            () = core.stop.cancelled() => break,
            changed = arrivals.changed() => if changed.is_err() { break },
            Some(lane) = flying.next() => {
                lanes.landed(lane);
                let count = hook.pending.load(Ordering::Relaxed).saturating_sub(1);
                hook.pending.store(count, Ordering::Relaxed);
            }
        }
    }
    drop(flying);
    if !hook.drop_pending.load(Ordering::Relaxed) {
        let rest = lanes.waiting.into_values().flatten().collect();
        core.with(|world, _| world.queue.give_back(rest));
    }
}

/// Tries until the update is accepted or its time is over: at once, then after 2, 4, 8 … seconds.
async fn deliver(core: &Core, hook: &Webhook, client: &reqwest::Client, update: Update) {
    let mut attempt = 0;
    while core.now() < update.expires_at {
        match post(core, hook, client, &update).await {
            Ok(()) => return,
            Err(Failed { what, wait }) => {
                *locked(&hook.last_error) = Some((core.now().timestamp(), what));
                let pause = Duration::from_secs(1_u64 << attempt.min(6)).min(LONGEST_PAUSE);
                let pause = if attempt == 0 { Duration::ZERO } else { pause };
                tokio::time::sleep(wait.unwrap_or(pause)).await;
            }
        }
        attempt += 1;
    }
}

struct Failed {
    what: String,
    /// What the receiver asked for by `Retry-After`.
    wait: Option<Duration>,
}

async fn post(core: &Core, hook: &Webhook, client: &reqwest::Client, update: &Update) -> Result<(), Failed> {
    let mut request = client.post(&hook.url).header("Content-Type", "application/json").body(update.json());
    if let Some(secret) = &hook.secret {
        request = request.header("X-Telegram-Bot-Api-Secret-Token", secret);
    }
    let failed = |what: String, wait| Failed { what, wait };
    let response = request.send().await.map_err(|_| failed("Connection failed".into(), None))?;
    let status = response.status();
    if !status.is_success() {
        let asked = response.headers().get("Retry-After").and_then(|value| value.to_str().ok()?.parse().ok());
        let wait = asked.map(|seconds: u64| Duration::from_secs(seconds.min(3600)));
        return Err(failed(format!("Wrong response from the webhook: {status}"), wait));
    }
    if let Ok(reply) = response.json::<Value>().await {
        execute_reply(core, reply);
    }
    Ok(())
}

/// The answer may carry one call; its result is reported to nobody.
fn execute_reply(core: &Core, reply: Value) {
    let method = reply.get("method").and_then(Value::as_str).unwrap_or_default().to_ascii_lowercase();
    let ignored = method.starts_with("get")
        || matches!(method.as_str(), "" | "setwebhook" | "deletewebhook" | "close" | "logout");
    if let (false, Ok(params)) = (ignored, Params::default().within(reply)) {
        let result = methods::call(core, &method, &params);
        tracing::debug!(%method, ok = result.is_ok(), "call in a webhook's answer");
    }
}
