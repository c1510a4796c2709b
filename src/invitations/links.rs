//! Links that open the conversation with the bot. Only the messenger knows how such a link looks.
//! Not here: what a link ends in.

use std::sync::{Arc, OnceLock};

use anyhow::Context;

use crate::messenger::Messenger;

/// The messenger that spells links, once the house serves; cheap to clone.
#[derive(Clone, Default)]
pub struct Links(Arc<OnceLock<Arc<dyn Messenger>>>);

impl Links {
    /// From now on links are this messenger's.
    pub fn connect(&self, messenger: Arc<dyn Messenger>) {
        let _ = self.0.set(messenger);
    }

    /// The link that begins the conversation with this word.
    pub fn to(&self, start: &str) -> anyhow::Result<String> {
        Ok(self.0.get().context("links are spelled while the house serves")?.link_to(start))
    }
}
