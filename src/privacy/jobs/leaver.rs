//! Erasing one person: what every capability holds, in one transaction, with the act of it.
//! Not here: when and why.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::book;
use crate::{
    app::App,
    conversations,
    db::Tx,
    messenger::ContactKey,
    people,
    privacy::{
        model::{Erasure, Holding, Reason},
        store,
    },
};

/// Somebody who is about to be erased.
pub struct Leaver {
    person: Uuid,
    reason: Reason,
    categories: Vec<String>,
    contacts: Vec<ContactKey>,
}

impl Leaver {
    /// Looks up what the act of destruction will say, before anything is destroyed.
    pub async fn find(
        app: &App,
        holdings: &[Holding],
        (person, reason): (Uuid, Reason),
    ) -> anyhow::Result<Self> {
        Ok(Self {
            person,
            reason,
            categories: store::list_kept(&app.db, holdings, person).await?,
            contacts: people::list_contact_keys(&app.db, person).await?,
        })
    }

    /// Deletes everything personal, last the person; each contact keeps nothing but the messenger's id. What is owed to
    /// them is never said, and capabilities hand over what others wait for.
    pub async fn erase(&self, app: &App, tx: &mut Tx, now: DateTime<Utc>) -> anyhow::Result<()> {
        let erasure = Erasure {
            id: Uuid::now_v7(),
            person_id: self.person,
            municipality: store::find_municipality(tx, self.person).await?,
            reason: self.reason,
            categories: self.categories.clone(),
            erased_at: now,
        };
        store::add_erasure(tx, &erasure).await?;
        for contact in people::list_contacts(tx, self.person).await? {
            conversations::forget_contact(tx, contact).await?;
        }
        // People come first in the list and everything refers to them, so they go last.
        for forget in app.capabilities.iter().rev().filter_map(|capability| capability.forget) {
            forget(tx, self.person).await?;
        }
        Ok(())
    }

    /// Once it is committed: the lists of commands follow, and the book of erasures learns of it, unless it is by the
    /// book that they are erased again. A book that cannot be written now is caught up with at the next start.
    pub async fn is_gone(&self, app: &App) {
        for contact in &self.contacts {
            app.command_lists.left(contact.clone());
        }
        if self.reason == Reason::Restored {
            return;
        }
        if let Err(error) = book::add(app, self.person, app.clock.now()).await {
            tracing::error!(error = format!("{error:#}"), "the book of erasures could not be written");
        }
    }
}
