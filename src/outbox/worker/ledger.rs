//! Writes down what became of letters, many in one commit. Only then does a letter leave the hand of this replica.
//! Not here: deciding what became of them.

use std::{sync::Arc, time::Duration};

use tokio::sync::{OwnedSemaphorePermit, mpsc};
use uuid::Uuid;

use crate::{
    app::App,
    clock::AtWork,
    outbox::{
        owners::{OwnerNews, tell_owners},
        store::{self, Claimed, Settlement},
    },
    people,
    road::Milestone,
};

/// What keeps a letter in hand: its place, and the clock's knowledge that somebody is at work.
pub(super) type InHand = Arc<(OwnedSemaphorePermit, AtWork)>;

/// What became of letters of one person.
pub(super) struct Entry {
    pub settled: Vec<(Claimed, Settlement)>,
    /// A contact that turned out to be out of reach.
    pub shut: Option<Uuid>,
    pub in_hand: InHand,
}

/// The most entries in one commit.
const BATCH: usize = 256;
/// Entries come in swarms: so long the first of one waits for the others, so that they share a commit.
const SWARM: Duration = Duration::from_millis(10);

/// Writes entries until every sender is gone.
pub(super) async fn write(app: App, mut entries: mpsc::Receiver<Entry>) {
    let mut batch = Vec::with_capacity(BATCH);
    while entries.recv_many(&mut batch, BATCH).await > 0 {
        tokio::time::sleep(SWARM).await;
        while batch.len() < BATCH
            && let Ok(entry) = entries.try_recv()
        {
            batch.push(entry);
        }
        let mut pause = Duration::from_millis(50);
        while let Err(error) = write_batch(&app, &batch).await {
            tracing::warn!(error = %format!("{error:#}"), "what became of letters could not be written down yet");
            tokio::time::sleep(pause).await;
            pause = (pause * 2).min(Duration::from_secs(5));
        }
        let held: Vec<_> = batch.drain(..).map(|entry| entry.in_hand).collect();
        app.bell.ring();
        drop(held);
    }
}

async fn write_batch(app: &App, batch: &[Entry]) -> anyhow::Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let mut is_any_late = false;
    // Nearly everything that is written down is a delivery: all of them in two statements.
    let settled = || batch.iter().flat_map(|entry| &entry.settled);
    let is_delivery = |settlement: &Settlement| matches!(settlement, Settlement::Delivered { .. });
    let deliveries: Vec<_> = settled().filter(|(_, settlement)| is_delivery(settlement)).collect();
    let stood = store::settle_deliveries(&mut tx, &deliveries, now).await?;
    if stood < deliveries.len() {
        tracing::warn!(
            lost = deliveries.len() - stood,
            "letters were sent by somebody who had lost their claims"
        );
    }
    for entry in batch {
        for (claimed, settlement) in entry.settled.iter().filter(|(_, settlement)| !is_delivery(settlement)) {
            let stood = store::settle(&mut tx, claimed, settlement, now).await?;
            is_any_late |= stood && *settlement == Settlement::Stale;
            if *settlement == Settlement::Unreachable {
                store::park_person(&mut tx, claimed.letter.person_id).await?;
            }
        }
        if let Some(contact) = entry.shut {
            people::mark_contact(&mut tx, contact, "blocked").await?;
        }
    }
    if is_any_late {
        tell_owners(app, &mut tx, &OwnerNews::not_said(now)?).await?;
    }
    Milestone::LetterSettling.pass();
    tx.commit().await?;
    Milestone::LetterSettled.pass();
    Ok(())
}
