//! Faults on demand: what goes wrong with which call. It decides; `api` carries the decision out.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Which calls a fault befalls.
#[derive(Debug, Clone, Copy, Default)]
pub struct Match<'a> {
    /// Method name in any case; `None` is every method but `getUpdates`.
    pub method: Option<&'a str>,
    /// The `chat_id` of the call; `None` is any, and calls without one.
    pub chat: Option<i64>,
}

/// What goes wrong.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// 429 with `retry_after` seconds; `global` refuses all sends until then.
    TooMany {
        /// Seconds to wait.
        retry_after: u64,
        /// All chats at once.
        global: bool,
    },
    /// A raw answer, such as the HTML page of a front end under 502. Not executed.
    Status {
        /// HTTP status.
        code: u16,
        /// Body, sent as it is.
        body: String,
    },
    /// An error of the Bot API with this whole description. Not executed.
    Description {
        /// HTTP status and `error_code`.
        code: u16,
        /// For example `Forbidden: user is deactivated`.
        text: String,
    },
    /// The connection drops and nothing was executed.
    CloseBefore,
    /// The call is executed, and the connection drops without an answer.
    CloseAfter,
    /// The call waits so long (real time), then is executed if the caller is still there.
    Stall(Duration),
    /// The call is executed, and half of the answer arrives.
    TruncatedJson,
}

/// Names a standing fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FaultId(u64);

#[derive(Debug)]
struct Rule {
    id: FaultId,
    method: Option<String>,
    chat: Option<i64>,
    once: bool,
    fault: Fault,
}

/// Faults waiting for their calls.
#[derive(Debug, Default)]
pub struct Faults {
    rules: Mutex<Vec<Rule>>,
    last_id: AtomicU64,
}

impl Faults {
    /// Befalls the next matching call only; several of them queue up.
    pub fn next(&self, calls: Match<'_>, fault: Fault) {
        self.add(calls, fault, true);
    }

    /// Befalls every matching call until cleared.
    pub fn always(&self, calls: Match<'_>, fault: Fault) -> FaultId {
        self.add(calls, fault, false)
    }

    /// Removes one standing fault.
    pub fn remove(&self, id: FaultId) {
        self.rules().retain(|rule| rule.id != id);
    }

    /// Removes all faults.
    pub fn clear(&self) {
        self.rules().clear();
    }

    /// How many faults are still waiting for a call.
    pub fn waiting(&self) -> usize {
        self.rules().iter().filter(|rule| rule.once).count()
    }

    /// The fault of this call, if any; `method` is in lower case.
    pub(crate) fn take(&self, method: &str, chat: Option<i64>) -> Option<Fault> {
        let mut rules = self.rules();
        let at = rules.iter().position(|rule| rule.matches(method, chat))?;
        if rules[at].once { Some(rules.remove(at).fault) } else { Some(rules[at].fault.clone()) }
    }

    fn add(&self, calls: Match<'_>, fault: Fault, once: bool) -> FaultId {
        let id = FaultId(self.last_id.fetch_add(1, Ordering::Relaxed));
        let method = calls.method.map(str::to_ascii_lowercase);
        self.rules().push(Rule { id, method, chat: calls.chat, once, fault });
        id
    }

    fn rules(&self) -> MutexGuard<'_, Vec<Rule>> {
        self.rules.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Rule {
    fn matches(&self, method: &str, chat: Option<i64>) -> bool {
        let named = self.method.as_deref().map_or(method != "getupdates", |wanted| wanted == method);
        named && (self.chat.is_none() || self.chat == chat)
    }
}
