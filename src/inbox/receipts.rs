//! Notes, many in one commit, that rows were answered and which message now carries the screen.
//! Not here: the answering itself. A receipt lost in a crash costs one screen shown again.

use std::time::Duration;

use tokio::sync::mpsc;
use uuid::Uuid;

use super::store;
use crate::{
    conversations::{self, LiveMessage},
    db::Db,
    road::Milestone,
};

/// One row was answered.
pub(super) struct Receipt {
    pub row: i64,
    /// The contact and the message that carries its screen now, if that changed.
    pub live: Option<(Uuid, LiveMessage)>,
}

/// The most receipts in one commit.
const BATCH: usize = 256;

/// Writes receipts until every sender is gone; `written` is called after each commit.
pub(super) async fn write(db: Db, mut receipts: mpsc::Receiver<Receipt>, written: impl Fn()) {
    let mut batch = Vec::with_capacity(BATCH);
    while receipts.recv_many(&mut batch, BATCH).await > 0 {
        let mut pause = Duration::from_millis(50);
        while let Err(error) = write_batch(&db, &batch).await {
            tracing::warn!(%error, "receipts could not be written yet");
            tokio::time::sleep(pause).await;
            pause = (pause * 2).min(Duration::from_secs(5));
        }
        batch.clear();
        written();
    }
}

async fn write_batch(db: &Db, batch: &[Receipt]) -> sqlx::Result<()> {
    let mut tx = db.begin_passing().await?;
    for receipt in batch {
        store::mark_answered(&mut tx, receipt.row).await?;
        if let Some((contact, message)) = &receipt.live {
            conversations::mark_live(&mut tx, *contact, message).await?;
        }
    }
    Milestone::NotingAnswer.pass();
    tx.commit().await?;
    Milestone::AnswerNoted.pass();
    Ok(())
}
