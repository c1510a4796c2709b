//! Sets the services going: what comes in, what goes out, the work of the calendar and of the capabilities, the doors
//! for administrators; and ends all of it in good order.
//! Not here: what any of them does.

use std::{sync::Arc, time::Duration};

use anyhow::Context;
use axum::Router;
use futures::{FutureExt, future::BoxFuture};
use tokio::{net::TcpListener, sync::watch};
use tokio_util::sync::CancellationToken;

use crate::{
    app::App,
    capability::Tree,
    command_lists,
    health::{Finding, Part},
    inbox::{Inbox, Intake, Limits},
    messenger::{
        CallFailure, Lane, Messenger, Paced, Pacer,
        telegram::{self, Client, Telegram, webhook},
    },
    outbox::{Alarm, Outbox},
    privacy,
    replicas::{self, Hold, Replica},
    web,
};

/// Telegram gives its updates to one listener at a time, and one is enough to say where it delivers them: the replica
/// that holds this lease.
const RECEIVING: &str = "telegram-polling";
/// How often the machine's clock is compared with Telegram's.
const CLOCK_AGAIN: Duration = Duration::from_secs(2);

impl App {
    /// Serves Telegram until `stop`, by long polling or by a webhook; what is in hand is finished first. Of several
    /// replicas on one PostgreSQL, one polls and all answer; with a webhook all receive.
    pub async fn serve(
        self,
        client: Client,
        tree: Tree,
        limits: Limits,
        stop: CancellationToken,
    ) -> anyhow::Result<()> {
        let _alone = crate::db::hold_alone(&self.db)?;
        let (bot, alarm) = self.arrive(&client, &stop).await?;
        privacy::replay_erasures(&self).await.context("erase anew whoever a backup brought back")?;
        let replica = Replica::join(&self.db).await?;
        tracing::info!(bot = bot.username, replica = %replica.id(), "serving");
        let db = self.db.clone();
        let messenger: Arc<dyn Messenger> = Arc::new(Telegram::new(client.clone(), bot));
        self.fetcher.connect(Arc::clone(&messenger));
        self.links.connect(Arc::clone(&messenger));
        let pacer = Pacer::new(self.settings.sends_per_second);
        let metrics = self.metrics.clone();
        let paced = |lane| {
            let paced = Paced::new(Arc::clone(&messenger), pacer.clone(), lane, metrics.clone());
            Arc::new(paced) as Arc<dyn Messenger>
        };
        let letters = [Lane::Notices, Lane::Reminders, Lane::Bulk].map(paced);
        let outbox = Outbox::open(self.clone(), letters, replica.id()).await?;
        let house = self.clone();
        let inbox = Inbox::new(self, tree, paced(Lane::Answers), limits);
        let (doors, delivering) = house.doors(inbox.intake());
        let web = house.open_doors(doors, &stop).await?;
        let receiving = house.receive((&client, inbox.intake()), &replica, &alarm, &stop);
        let sending = async {
            // The others slow down when they hear of a newcomer, with their next beat.
            if *replica.count().borrow() > 1 {
                tokio::time::sleep(replicas::BEAT).await;
            }
            outbox.run(stop.clone()).await
        };
        let working = async {
            let worked = tokio::try_join!(inbox.run(replica.id(), stop.clone()), sending);
            // Whoever cannot work must not go on taking in what others could.
            stop.cancel();
            worked.map(|_| ())
        };
        let lists = command_lists::keep(&house, &client, &stop);
        let pace = share_pace(&pacer, replica.count(), &stop);
        let works = house.do_works(&replica, &stop);
        let watching = house.watch_over(&client, &replica, &stop);
        let webbed = async { tokio::join!(web, delivering).0 };
        let ((), worked, (), (), (), (), webbed) =
            tokio::join!(receiving, working, pace, lists, works, watching, webbed);
        replica.leave().await;
        db.close().await;
        worked.and(webbed)
    }

    /// Waits until Telegram lets us in and the clock is right. Meanwhile the doors tell what is waited for.
    async fn arrive(
        &self,
        client: &Client,
        stop: &CancellationToken,
    ) -> anyhow::Result<(telegram::Bot, Alarm)> {
        self.health.note(Part::Database, Ok(()));
        let (clockwork, waiting) = (client.clone(), stop.child_token());
        self.clock.compare_with(move || clockwork.time_there());
        let doors = self.open_doors(web::doors(self.clone()), &waiting).await?;
        let arriving = async {
            let _over = waiting.clone().drop_guard();
            let bot = self.wait_for_bot(client, stop).await?;
            let alarm = Alarm::new(self.clone(), Arc::new(Telegram::new(client.clone(), bot.clone())));
            tokio::spawn(alarm.clone().run(stop.clone()));
            self.wait_for_clock(client, stop).await?;
            anyhow::Ok((bot, alarm))
        };
        let (arrived, doors) = tokio::join!(arriving, doors);
        doors.and(arrived)
    }

    /// Waits until Telegram lets us in; a refused token ends the wait, an unreachable network does not.
    async fn wait_for_bot(&self, client: &Client, stop: &CancellationToken) -> anyhow::Result<telegram::Bot> {
        let mut pause = Duration::from_millis(250);
        loop {
            match client.who_am_i().await {
                Ok(bot) => return Ok(bot),
                Err(failure @ (CallFailure::ShutOut(_) | CallFailure::Refused(_))) => {
                    return Err(failure).context("Telegram refuses the token");
                }
                Err(failure) => {
                    tracing::warn!(%failure, "Telegram cannot be reached yet");
                    self.health.note(Part::Messenger, Err(failure.to_string()));
                }
            }
            tokio::select! {
                () = tokio::time::sleep(pause) => pause = (pause * 2).min(Duration::from_secs(30)),
                () = stop.cancelled() => anyhow::bail!("stopped before Telegram could be reached"),
            }
        }
    }

    /// Waits until the machine's clock agrees with Telegram's: by a wrong one reminders would be said at the wrong time,
    /// and people erased.
    async fn wait_for_clock(&self, client: &Client, stop: &CancellationToken) -> anyhow::Result<()> {
        while let Err(why) = self.clock.check() {
            tracing::error!(why, "does not begin yet");
            self.health.note(Part::Clock, Err(why));
            if stop.run_until_cancelled(tokio::time::sleep(CLOCK_AGAIN)).await.is_none() {
                anyhow::bail!("stopped before the clock was right");
            }
            // A fresh answer, in case that it was the other end.
            let _ = client.who_am_i().await;
        }
        Ok(())
    }

    /// The doors of this process, and the work behind that of the messenger.
    fn doors(&self, intake: Intake) -> (Router, BoxFuture<'static, ()>) {
        let own = web::doors(self.clone());
        let Some(webhook) = &self.settings.webhook else {
            return (own, futures::future::ready(()).boxed());
        };
        let store: webhook::Store = Arc::new(move |batch| {
            let intake = intake.clone();
            async move { intake.accept(batch).await }.boxed()
        });
        let (door, delivering) = webhook::door(webhook, store);
        (own.merge(door), delivering.boxed())
    }

    /// Opens the doors, if the configuration says where.
    async fn open_doors(
        &self,
        doors: Router,
        stop: &CancellationToken,
    ) -> anyhow::Result<BoxFuture<'static, anyhow::Result<()>>> {
        let Some(address) = self.settings.listen else {
            return Ok(futures::future::ready(Ok(())).boxed());
        };
        let listener = TcpListener::bind(address).await.with_context(|| format!("listen on {address}"))?;
        tracing::info!(%address, "health, metrics and what is delivered");
        let stop = stop.clone();
        Ok(web::serve(listener, doors, stop).boxed())
    }

    /// Takes in updates: fetches them, or has them delivered.
    async fn receive(
        &self,
        (client, intake): (&Client, Intake),
        replica: &Replica,
        alarm: &Alarm,
        stop: &CancellationToken,
    ) {
        let lease = replica.lease(RECEIVING);
        // Whoever receives speaks for all, also when the database is gone, and the lease with it.
        let leave = || alarm.speaks(!self.health.is_well_of(Part::Database));
        match &self.settings.webhook {
            Some(webhook) => {
                let keep = async |hold: Hold| {
                    alarm.speaks(true);
                    webhook::keep(client, webhook, &hold.ended).await;
                    leave();
                };
                lease.hold(stop, keep).await;
            }
            None => {
                let store = |batch| {
                    let intake = intake.clone();
                    async move { intake.accept(batch).await }
                };
                let poll = async |hold: Hold| {
                    alarm.speaks(true);
                    if let Err(failure) = webhook::take_away(client).await {
                        tracing::warn!(%failure, "whether a webhook is set could not be asked");
                    }
                    telegram::poll(client, &hold.ended, store).await;
                    leave();
                };
                lease.hold(stop, poll).await;
            }
        }
    }

    /// Lets the long work of every capability go on, whenever this replica holds its lease.
    async fn do_works(&self, replica: &Replica, stop: &CancellationToken) {
        let works = self.capabilities.iter().flat_map(|capability| capability.works);
        let held = works.map(|work| {
            let lease = replica.lease(work.name);
            async move { lease.hold(stop, |hold| (work.run)(self.clone(), hold)).await }
        });
        futures::future::join_all(held).await;
    }

    /// Finds out how the service is, where somebody can ask for it.
    async fn watch_over(&self, client: &Client, replica: &Replica, stop: &CancellationToken) {
        let note = |part, finding: Finding| self.health.note(part, finding);
        let clock = async {
            loop {
                note(Part::Clock, self.clock.check());
                if stop.run_until_cancelled(tokio::time::sleep(CLOCK_AGAIN)).await.is_none() {
                    return;
                }
            }
        };
        let database = async {
            let mut heartbeat = replica.heartbeat();
            loop {
                note(Part::Database, heartbeat.borrow_and_update().clone());
                tokio::select! {
                    changed = heartbeat.changed() => if changed.is_err() { return },
                    () = stop.cancelled() => return,
                }
            }
        };
        // The owners are told of the database and of the clock even where nobody can look; the rest costs calls.
        let looked_at = async {
            if self.settings.listen.is_some() {
                let messenger = telegram::watch(client, stop, |finding| note(Part::Messenger, finding));
                tokio::join!(messenger, web::watch(self, stop));
            }
        };
        tokio::join!(database, clock, looked_at);
    }
}

/// Keeps the pacer to this replica's share of the pace.
async fn share_pace(pacer: &Pacer, mut replicas: watch::Receiver<usize>, stop: &CancellationToken) {
    loop {
        pacer.set_share(*replicas.borrow_and_update());
        tokio::select! {
            changed = replicas.changed() => if changed.is_err() { return },
            () = stop.cancelled() => return,
        }
    }
}
