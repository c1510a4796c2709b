//! What the bot says about itself: commands, names, descriptions, menu buttons.

use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicUsize};
use std::sync::{Arc, Mutex};
use std::time::Instant;
use tokio_util::sync::CancellationToken;

#[derive(Debug, Default)]
pub(crate) struct Settings {
    /// Commands by scope (compact JSON) and language code (empty: all languages).
    pub commands: HashMap<(String, String), Vec<Value>>,
    /// Name, description and short description by field and language code.
    pub texts: HashMap<(&'static str, String), String>,
    /// Where updates are delivered instead of being polled.
    pub webhook: Option<Arc<Webhook>>,
    /// When a webhook was last set, in real time: once a second is allowed.
    pub webhook_set_at: Option<Instant>,
    /// After `logOut` every call is refused.
    pub logged_out: bool,
    /// Menu buttons by chat; `None` is the default.
    pub menu_buttons: HashMap<Option<i64>, Value>,
}

/// A webhook that is set, and how its delivery goes.
#[derive(Debug, Default)]
pub(crate) struct Webhook {
    pub url: String,
    pub secret: Option<String>,
    pub max_connections: usize,
    /// Ends the delivery.
    pub stop: CancellationToken,
    /// What is not delivered when it ends is lost instead of waiting for getUpdates.
    pub drop_pending: AtomicBool,
    /// Updates taken from the queue and not delivered yet.
    pub pending: AtomicUsize,
    /// When (Unix seconds) and how the last delivery failed.
    pub last_error: Mutex<Option<(i64, String)>>,
}

impl Settings {
    /// The commands a person sees in the menu: their own chat, then all private chats, then the default;
    /// within each their language first.
    pub fn commands_for(&self, chat: i64, language: &str) -> Vec<Value> {
        let scopes = [
            json!({"type": "chat", "chat_id": chat}),
            json!({"type": "all_private_chats"}),
            json!({"type": "default"}),
        ];
        for scope in scopes {
            for language in [language, ""] {
                if let Some(list) = self.commands.get(&(scope.to_string(), language.to_owned())) {
                    return list.clone();
                }
            }
        }
        Vec::new()
    }
}
