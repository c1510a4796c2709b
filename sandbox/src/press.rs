//! A press of a button and what the person sees of its answer.

use crate::core::Core;
use crate::world::presses::Answered;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::watch;

const ANSWER_WAIT: Duration = Duration::from_secs(5);

/// The answer to a press, as the person sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Toast or alert; `None` is an empty answer.
    pub text: Option<String>,
    /// A window that must be closed, instead of a toast.
    pub alert: bool,
    /// A link that opens.
    pub url: Option<String>,
}

/// One press of a button.
pub struct Press {
    core: Arc<Core>,
    chat: i64,
    id: String,
}

impl Press {
    pub(crate) fn new(core: Arc<Core>, chat: i64, id: String) -> Self {
        Self { core, chat, id }
    }

    /// The id of the callback query.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Waits up to 5 s for the bot's answer; `None` is an empty one. Panics when it never comes.
    pub async fn answer(&self) -> Option<String> {
        match self.outcome(ANSWER_WAIT).await {
            Some(answer) => answer.text,
            None => panic!("a press in chat {} was never answered", self.chat),
        }
    }

    /// Waits for the bot's answer up to a limit; `None` when it does not come.
    pub async fn outcome(&self, limit: Duration) -> Option<Answer> {
        let watch = self.core.with(|world, _| world.chat(self.chat).watch.subscribe());
        let find = || self.core.with(|world, _| world.presses.find(&self.id)?.answers.first().cloned());
        let Answered { text, alert, url } = wait_for(watch, limit, find).await?;
        Some(Answer { text, alert, url })
    }

    /// How many times the bot answered it; refused answers do not count.
    pub fn answers(&self) -> usize {
        self.core.with(|world, _| world.presses.find(&self.id).map_or(0, |press| press.answers.len()))
    }
}

/// Looks again whenever the chat changes, up to a limit.
pub(crate) async fn wait_for<T>(
    mut watch: watch::Receiver<u64>,
    limit: Duration,
    find: impl Fn() -> Option<T>,
) -> Option<T> {
    let end = Instant::now() + limit;
    loop {
        watch.borrow_and_update();
        if let Some(found) = find() {
            return Some(found);
        }
        tokio::time::timeout_at(end.into(), watch.changed()).await.ok()?.ok()?;
    }
}
