//! Where people work: municipalities, schools of every kind, posts and subjects, employments.
//! Tables: municipalities, schools, employments, employment_subjects.   Texts: locales/*/units.ftl

use crate::{capability::Capability, content::Content, db::Db};

/// Posts and subjects.
pub struct Catalogue;

impl Catalogue {
    /// Reads the content files.
    pub fn read(_content: &Content) -> anyhow::Result<Self> {
        Ok(Self)
    }
}

/// Publishes the organisations of the content files.
pub async fn publish(_db: &Db, _content: &Content) -> anyhow::Result<()> {
    Ok(())
}

/// The capability as the house sees it.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        name: "units",
        payload_word: "un1",
        tree: None,
        commands: &[],
        actions: &[],
        offers: &[],
        personal: &[],
        forget: None,
        tell: None,
    }
}

/// Whether the organisations of the content files can be read.
pub fn check(_content: &Content) -> anyhow::Result<()> {
    Ok(())
}
