//! Self-diagnosis.

use chrono::{DateTime, Utc};

use crate::{capability::Capability, content::Content, db::Db, units::Catalogue};

/// The published questionnaires.
#[derive(Clone)]
pub struct Shelf;

/// Reads the content files.
pub fn read_questionnaires(_content: &Content, _catalogue: &Catalogue) -> anyhow::Result<Vec<()>> {
    Ok(Vec::new())
}

impl Shelf {
    /// Publishes what is new.
    pub async fn publish(_db: &Db, _new: Vec<()>, _now: DateTime<Utc>) -> anyhow::Result<Self> {
        Ok(Self)
    }
}

/// The capability as the house sees it.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        name: "diagnostics",
        payload_word: "dg1",
        tree: None,
        commands: &[],
        actions: &[],
        offers: &[],
        personal: &[],
        forget: None,
        tell: None,
    }
}
