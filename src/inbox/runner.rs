//! Handles one claimed row: runs the tree over it under a deadline, survives its panics, hands the screen on.
//! Not here: which row comes next, and the words of any capability.

use std::{
    ops::ControlFlow,
    panic::AssertUnwindSafe,
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::{Context, anyhow};
use futures::FutureExt;
use tokio::sync::{Mutex, MutexGuard};
use tracing::Instrument;

use super::{
    answering::{Answer, Answering},
    receipts::Receipt,
    store::{self, Claim, FencedOff, Row},
};
use crate::{
    app::App,
    capability::Tree,
    errors::{self, Refusal},
    messenger::{ContactKey, Event, Incoming, Markup, Place, Screen},
    outbox::{self, OwnerNews},
    road::Milestone,
    text,
    turn::Turn,
};

/// A row whose handler crashed so often is set aside.
const MOST_CRASHES: i64 = 3;
/// A row that so many processes died over is a suspect, and from then on handled with no other suspect beside it.
const SUSPECT_DEATHS: i64 = 3;
/// A row over which so many processes died is set aside too. Far more than crashes, since a process mostly dies of
/// something else: it is updated, or the machine is switched off.
const MOST_DEATHS: i64 = 10;
/// With so many events of the same person waiting behind typed words, only the last is worth a screen.
const FLOOD: i64 = 3;

/// What handling takes; cheap to clone.
#[derive(Clone)]
pub(super) struct Runner {
    pub app: App,
    pub tree: Tree,
    pub answering: Answering,
    pub handler_deadline: Duration,
    pub replica: uuid::Uuid,
    /// Held while a suspect is handled.
    pub alone: Arc<Mutex<()>>,
}

/// How one try of a handler ended.
enum Try {
    /// The row is done; this is to be shown.
    Done(Box<Turn>, Screen),
    /// The row is done, but the handler failed after its commit.
    DoneWithout(anyhow::Error),
    /// Somebody else holds the row by now.
    FencedOff,
    /// The database is out of reach; the row is as it was.
    Passing(anyhow::Error),
    /// The handler failed, panicked, or ran out of time; the row is as it was.
    Crashed(anyhow::Error),
}

impl Try {
    /// The word that metrics count it under.
    fn word(&self) -> &'static str {
        match self {
            Self::Done(..) => "done",
            Self::DoneWithout(_) => "failed_after_commit",
            Self::FencedOff => "fenced_off",
            Self::Passing(_) => "database_out_of_reach",
            Self::Crashed(_) => "crashed",
        }
    }
}

impl Runner {
    /// Handles the row to its end: answered, set aside, or lost to another worker. Whatever is logged meanwhile carries
    /// the code that the person would be told.
    pub(super) async fn handle(&self, row: Row) {
        let span = tracing::info_span!("event", code = fault_code(row.id));
        self.handle_row(row).instrument(span).await;
    }

    async fn handle_row(&self, row: Row) {
        let claim = Claim { row: row.id, replica: self.replica, number: row.claim_number };
        if row.state == "done" {
            self.show_again(&row, claim).await;
            return;
        }
        let read = |content: &String| self.answering.messenger.read(content, row.received_at);
        match row.content.as_ref().and_then(read) {
            Some(incoming) => self.handle_incoming(&row, claim, incoming).await,
            None => self.drop_unreadable(claim).await,
        }
    }

    async fn handle_incoming(&self, row: &Row, claim: Claim, incoming: Incoming) {
        let _alone = self.alone_if_suspect(row, &claim).await;
        let mut crashes = if row.deaths < MOST_DEATHS { row.crashes } else { MOST_CRASHES };
        while crashes < MOST_CRASHES {
            let began = Instant::now();
            let tried = self.try_once(&incoming, claim).await;
            self.app.metrics.handled(tried.word(), began.elapsed());
            match tried {
                Try::Done(turn, screen) => return self.show(row, claim, &turn, screen).await,
                Try::DoneWithout(error) => {
                    tracing::error!(row = row.id, error = %chain(&error), "a handler failed after its commit");
                    return self.show_again(row, claim).await;
                }
                Try::FencedOff => return,
                Try::Passing(error) => {
                    tracing::warn!(row = row.id, error = %chain(&error), "the database is out of reach");
                    tokio::time::sleep(Duration::from_millis(500)).await;
                }
                Try::Crashed(error) => {
                    crashes += 1;
                    tracing::error!(row = row.id, crashes, error = %chain(&error), "a handler crashed");
                    self.count_crash(&claim).await;
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
            }
        }
        self.set_aside(row, claim, &incoming).await;
    }

    /// Suspects queue up, so that a death tells which of them it was.
    async fn alone_if_suspect(&self, row: &Row, claim: &Claim) -> Option<MutexGuard<'_, ()>> {
        if row.deaths < SUSPECT_DEATHS {
            return None;
        }
        let alone = self.alone.lock().await;
        if let Err(error) = store::count_risk(&self.app.db, claim).await {
            tracing::warn!(row = row.id, %error, "a risk could not be counted");
        }
        Some(alone)
    }

    async fn try_once(&self, incoming: &Incoming, claim: Claim) -> Try {
        let opened = Turn::open(&self.app, incoming.clone(), Some(claim)).await;
        let turn = match opened {
            Ok(turn) => turn,
            Err(error) => return sort(error),
        };
        Milestone::Handling.pass();
        let run = AssertUnwindSafe(self.run(&turn)).catch_unwind();
        let result = match tokio::time::timeout(self.handler_deadline, run).await {
            Err(_) => Err(anyhow!("the handler did not end within {:?}", self.handler_deadline)),
            Ok(Err(_)) => Err(anyhow!("the handler panicked")),
            Ok(Ok(result)) => result,
        };
        match result {
            Ok(screen) => Try::Done(Box::new(turn), screen),
            Err(error) if turn.is_committed() => Try::DoneWithout(error),
            Err(error) => sort(error),
        }
    }

    /// Runs the tree, turns a refusal into words, and marks the row done if the handler had nothing to write.
    async fn run(&self, turn: &Turn) -> anyhow::Result<Screen> {
        let screen = self.dispatch(turn).await?;
        let screen = if screen.is_remark { self.above_present_screen(turn, screen).await? } else { screen };
        if !turn.is_committed() {
            turn.finish(screen.address.as_ref()).await.context("mark the row done")?;
        }
        Ok(screen)
    }

    async fn dispatch(&self, turn: &Turn) -> anyhow::Result<Screen> {
        let outcome = match self.tree.dispatch(dptree::deps![turn.clone()]).await {
            ControlFlow::Break(outcome) => outcome,
            ControlFlow::Continue(_) => Err(anyhow!("the tree has no branch for this event")),
        };
        outcome.or_else(|error| {
            let refusal = error.downcast::<Refusal>()?;
            let remark = Screen::remark(turn.texts().markup(refusal.key, &refusal.args));
            Ok(remark.toast(turn.texts().plain(refusal.key, &refusal.args)))
        })
    }

    /// The screen where the person stands, below a remark.
    async fn above_present_screen(&self, turn: &Turn, remark: Screen) -> anyhow::Result<Screen> {
        if turn.incoming().place != Place::Private {
            return Ok(remark);
        }
        let present = self.present_screen(turn).await?;
        let text = remark.text.paragraph(&present.text);
        Ok(Screen { text, toast: remark.toast, attachments: Vec::new(), is_remark: false, ..present })
    }

    /// The screen where the person stands; if it is no more, the one everything begins with.
    async fn present_screen(&self, turn: &Turn) -> anyhow::Result<Screen> {
        let screen = self.dispatch(&turn.at_present_screen().await?).await?;
        if screen.is_remark { self.dispatch(&turn.at_start().await?).await } else { Ok(screen) }
    }

    async fn show(&self, row: &Row, claim: Claim, turn: &Turn, screen: Screen) {
        let typed = !matches!(turn.incoming().event, Event::Press { .. });
        if typed && self.is_flooded(row).await {
            self.app.flood.was_not_shown(&turn.incoming().contact);
            let _ = self.answering.receipts.send(Receipt { row: row.id, live: None }).await;
            return;
        }
        let incoming = turn.incoming();
        // What is said in a group is nobody's screen: the one in the private conversation keeps its buttons.
        let (to, contact_id, live) = match &incoming.place {
            Place::Private => {
                let live = turn.conversation().live_message.as_ref();
                (incoming.contact.clone(), turn.contact_id(), live.map(|live| live.0.clone()))
            }
            Place::Group(chat) => {
                let group = ContactKey { external_id: chat.clone(), ..incoming.contact.clone() };
                (group, None, None)
            }
        };
        let answer = Answer {
            claim,
            to,
            contact_id,
            origin: incoming.origin.clone(),
            live,
            screen,
            received_at: row.received_at,
        };
        let answering = self.answering.clone();
        tokio::spawn(async move { answering.show(answer).await });
    }

    async fn is_flooded(&self, row: &Row) -> bool {
        let waiting = store::count_waiting(&self.app.db, self.answering.messenger.kind(), row).await;
        waiting.is_ok_and(|waiting| waiting >= FLOOD)
    }

    /// Shows the person where they stand: their event took effect, but nobody knows whether they saw it.
    async fn show_again(&self, row: &Row, claim: Claim) {
        let messenger = self.answering.messenger.kind();
        let incoming = Incoming {
            contact: ContactKey { messenger, external_id: row.contact.clone() },
            place: Place::Private,
            origin: row.origin.0.clone(),
            language_hint: None,
            received_at: row.received_at,
            event: Event::Edited,
            formatted: Markup::default(),
        };
        let shown = async {
            let turn = Turn::open(&self.app, incoming, None).await?;
            let run = AssertUnwindSafe(self.present_screen(&turn)).catch_unwind();
            let screen = tokio::time::timeout(self.handler_deadline, run).await?;
            anyhow::Ok((turn, screen.map_err(|_| anyhow!("the handler panicked"))??))
        };
        match shown.await {
            Ok((turn, screen)) => self.show(row, claim, &turn, screen).await,
            Err(error) => {
                tracing::error!(row = row.id, error = %chain(&error), "the present screen could not be made");
                let _ = self.answering.receipts.send(Receipt { row: row.id, live: None }).await;
            }
        }
    }

    async fn set_aside(&self, row: &Row, claim: Claim, incoming: &Incoming) {
        self.app.metrics.handled("set_aside", Duration::ZERO);
        tracing::error!(row = row.id, "a row was set aside after {MOST_CRASHES} crashes");
        if let Ok(turn) = Turn::open(&self.app, incoming.clone(), None).await {
            let apology = Screen::remark(text!(turn.texts(), "inbox-apology", code = fault_code(row.id)));
            let screen = match self.above_present_screen(&turn, apology.clone()).await {
                Ok(screen) => screen,
                Err(_) => Screen { is_remark: false, ..apology },
            };
            self.show(row, claim, &turn, screen).await;
        }
        let set_aside = async {
            let mut tx = self.app.db.begin().await?;
            store::set_aside(&mut tx, &claim).await?;
            outbox::tell_owners(&self.app, &mut tx, &OwnerNews::SetAside(fault_code(row.id))).await?;
            tx.commit().await?;
            anyhow::Ok(())
        };
        match set_aside.await {
            Ok(()) => self.app.bell.ring(),
            Err(error) => {
                tracing::error!(row = row.id, error = %chain(&error), "a row could not be set aside");
            }
        }
    }

    async fn drop_unreadable(&self, claim: Claim) {
        tracing::warn!(row = claim.row, "an event had nothing in it for us");
        let set_aside = async {
            let mut tx = self.app.db.begin().await?;
            store::set_aside(&mut tx, &claim).await?;
            tx.commit().await
        };
        if let Err(error) = set_aside.await {
            tracing::error!(row = claim.row, %error, "an unreadable row could not be set aside");
        }
    }

    async fn count_crash(&self, claim: &Claim) {
        if let Err(error) = store::mark_crash(&self.app.db, claim).await {
            tracing::warn!(row = claim.row, %error, "a crash could not be counted");
        }
    }
}

fn sort(error: anyhow::Error) -> Try {
    if error.chain().any(|cause| cause.is::<FencedOff>()) {
        Try::FencedOff
    } else if errors::is_passing(&error) {
        Try::Passing(error)
    } else {
        Try::Crashed(error)
    }
}

/// The whole chain on one line: logs are read by line.
fn chain(error: &anyhow::Error) -> String {
    format!("{error:#}")
}

/// The short code that stands both in the apology and in the log.
fn fault_code(row: i64) -> String {
    format!("M-{row}")
}
