//! The handle of a running emulator: start, people, clock, faults. The Bot API itself is in `api`.

use crate::api;
use crate::api::undelivered;
use crate::core::{Call, Change, Core};
use crate::faults::Faults;
use crate::group::Group;
use crate::phone::Phone;
use crate::rates::Limits;
use crate::time::{SystemTime, Time};
use crate::wire::{Scissors, Wire};
use crate::world::people::{Person, Standing};
use anyhow::Context;
use chrono::{DateTime, TimeDelta, Utc};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::broadcast;
use tokio_util::sync::{DropGuard, WaitForCancellationFutureOwned};

/// How the emulator is started.
#[derive(Clone)]
pub struct Options {
    /// The bot's token, `id:secret`.
    pub token: String,
    /// Name without `@`.
    pub bot_username: String,
    /// Name on the screens.
    pub bot_name: String,
    /// Port on 127.0.0.1; 0 is any.
    pub port: u16,
    /// The clock for dates and expiries.
    pub time: Arc<dyn Time>,
    /// Sending rates.
    pub limits: Limits,
    /// Seconds in which a press can be answered.
    pub callback_seconds: i64,
    /// Added to every call, in real time.
    pub latency: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            token: "7000000001:AAsandboxsandboxsandboxsandboxsandb".into(),
            bot_username: "sandbox_bot".into(),
            bot_name: "Бот".into(),
            port: 0,
            time: Arc::new(SystemTime),
            limits: Limits::default(),
            callback_seconds: 30,
            latency: Duration::ZERO,
        }
    }
}

/// Who a person is.
#[derive(Debug, Clone, Default)]
pub struct Profile {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: Option<String>,
    /// IETF tag, such as `ru`.
    pub language_code: Option<String>,
}

/// A person as the list of phones shows them.
#[derive(Debug, Clone)]
pub struct PersonSeen {
    /// Telegram id.
    pub id: i64,
    /// Full name.
    pub name: String,
    /// A remark for the list, see [`Phone::set_note`].
    pub note: String,
    /// Nobody holds this phone, see [`Phone::stays_aside`].
    pub is_extra: bool,
    /// Has blocked the bot.
    pub blocked: bool,
    /// Messages of the bot since the person last did something or read.
    pub unread: usize,
}

/// The bot as phones show it.
#[derive(Debug, Clone)]
pub struct BotSeen {
    /// Name on the screens.
    pub name: String,
    /// Name without `@`.
    pub username: String,
}

/// A command of the bot's menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommandSeen {
    /// Without the slash.
    pub command: String,
    /// What it does.
    pub description: String,
}

/// A running emulator; cheap to clone. It ends with [`Sandbox::stop`] or with its last clone; phones and
/// groups do not keep it alive.
#[derive(Clone)]
pub struct Sandbox {
    core: Arc<Core>,
    /// Missing in the copy that the server itself holds, or it would keep itself alive.
    _running: Option<Arc<DropGuard>>,
}

impl Sandbox {
    /// Binds 127.0.0.1 and serves in the background until stopped or dropped.
    pub async fn start(options: Options) -> anyhow::Result<Sandbox> {
        let listener = TcpListener::bind(("127.0.0.1", options.port))
            .await
            .with_context(|| format!("cannot listen on 127.0.0.1:{}", options.port))?;
        let core = Arc::new(Core::new(options, listener.local_addr()?));
        let inner = Sandbox { core: Arc::clone(&core), _running: None };
        let app = crate::phones::router(inner).merge(api::router(Arc::clone(&core)));
        let service = app.into_make_service_with_connect_info::<Scissors>();
        let stop = core.stop.clone();
        let wire = Wire { listener, stop: stop.clone() };
        tokio::spawn(async move {
            tokio::select! {
                served = axum::serve(wire, service) => tracing::debug!(?served, "sandbox ended"),
                () = stop.cancelled() => tracing::debug!("sandbox stopped"),
            }
        });
        let running = Arc::new(core.stop.clone().drop_guard());
        Ok(Sandbox { core, _running: Some(running) })
    }

    /// What a client takes for `https://api.telegram.org`.
    pub fn api_url(&self) -> String {
        format!("http://{}", self.core.address)
    }

    /// The bot's token.
    pub fn token(&self) -> &str {
        &self.core.options.token
    }

    /// Address of the phones.
    pub fn page_url(&self) -> String {
        format!("http://{}/", self.core.address)
    }

    /// A new Telegram user with Russian settings: the first word is the first name, the rest the last name.
    pub fn person(&self, name: &str) -> Phone {
        let (first, last) = name.split_once(' ').map_or((name, None), |(first, last)| (first, Some(last)));
        self.person_with(Profile {
            first_name: first.to_owned(),
            last_name: last.map(str::to_owned),
            language_code: Some("ru".into()),
        })
    }

    /// A new Telegram user.
    pub fn person_with(&self, profile: Profile) -> Phone {
        let id = self.core.with(|world, _| {
            let id = world.people.keys().next_back().map_or(5_000_000_001, |last| last + 1);
            let Profile { first_name, last_name, language_code } = profile;
            let (note, standing) = (String::new(), Standing::Stranger);
            let person = Person { first_name, last_name, language_code, note, standing, ..Person::default() };
            world.people.insert(id, person);
            world.changes.push(Change::People);
            id
        });
        Phone::new(Arc::clone(&self.core), id)
    }

    /// So many new people who opened the bot earlier: it may write to them, and is told nothing of it. In order of
    /// their ids.
    pub fn crowd(&self, count: usize) -> Vec<Phone> {
        let phones: Vec<Phone> =
            (1..=count).map(|number| self.person(&format!("Коллега {number}"))).collect();
        self.core.with(|world, _| {
            for phone in &phones {
                if let Some(person) = world.people.get_mut(&phone.id()) {
                    person.standing = Standing::Live;
                }
            }
        });
        phones
    }

    /// The phone of somebody who exists.
    pub fn phone(&self, id: i64) -> Option<Phone> {
        let known = self.core.with(|world, _| world.people.contains_key(&id));
        known.then(|| Phone::new(Arc::clone(&self.core), id))
    }

    /// Everybody, in order of coming.
    pub fn people(&self) -> Vec<PersonSeen> {
        self.core.with(|world, _| {
            let ids: Vec<i64> = world.people.keys().copied().collect();
            ids.into_iter().filter_map(|id| world.person_seen(id)).collect()
        })
    }

    /// How many updates the bot has not taken for good.
    pub fn undelivered(&self) -> usize {
        undelivered(&self.core)
    }

    /// A new group with the bot in it.
    pub fn group(&self, title: &str) -> Group {
        Group::new(Arc::clone(&self.core), title)
    }

    /// The bot.
    pub fn bot(&self) -> BotSeen {
        let options = &self.core.options;
        BotSeen { name: options.bot_name.clone(), username: options.bot_username.clone() }
    }

    /// The commands that a Russian-speaking person without own commands sees.
    pub fn commands(&self) -> Vec<CommandSeen> {
        let list = self.core.with(|world, _| world.settings.commands_for(0, "ru"));
        let field =
            |value: &serde_json::Value, name: &str| value[name].as_str().unwrap_or_default().to_owned();
        list.iter()
            .map(|c| CommandSeen { command: field(c, "command"), description: field(c, "description") })
            .collect()
    }

    /// A file by its `file_id`: name, MIME type, bytes.
    pub fn file(&self, id: &str) -> Option<(String, String, Arc<[u8]>)> {
        self.core.with(|world, _| {
            world.files.find(id).map(|file| (file.name.clone(), file.mime.clone(), Arc::clone(&file.bytes)))
        })
    }

    /// Changes from now on, for a page that re-reads what changed.
    pub fn changes(&self) -> broadcast::Receiver<Change> {
        self.core.changes.subscribe()
    }

    /// Emulated present.
    pub fn now(&self) -> DateTime<Utc> {
        self.core.now()
    }

    /// How far the emulated clock is ahead of the machine's, in seconds, rounded: the two are read one after
    /// the other.
    pub fn clock_offset_seconds(&self) -> i64 {
        (self.now() - SystemTime.now() + TimeDelta::milliseconds(500)).num_seconds()
    }

    /// Moves the clock forward through every due instant.
    pub async fn advance(&self, by: TimeDelta) {
        self.core.options.time.advance(by).await;
        self.core.tell(Change::Clock);
    }

    /// Moves the clock forward at once.
    pub async fn jump(&self, by: TimeDelta) {
        self.core.options.time.jump(by).await;
        self.core.tell(Change::Clock);
    }

    /// What goes wrong on demand.
    pub fn faults(&self) -> &Faults {
        &self.core.faults
    }

    /// The last 10,000 calls of the bot, oldest first.
    pub fn calls(&self) -> Vec<Call> {
        self.core.calls()
    }

    /// From now on this share (0..=1) of updates arrives twice.
    pub fn duplicate_updates(&self, share: f64, seed: u64) {
        self.core.polls.duplicate(share, seed);
    }

    /// From now on updates arrive shuffled within a batch.
    pub fn reorder_updates(&self, seed: u64) {
        self.core.polls.reorder(seed);
    }

    /// Update ids start again from another number, as Telegram's do after a quiet week.
    pub fn restart_update_ids(&self) {
        self.core.with(|world, _| world.queue.restart_ids());
    }

    /// Ends when the server does, for answers that stream until then.
    pub(crate) fn stopped(&self) -> WaitForCancellationFutureOwned {
        self.core.stop.clone().cancelled_owned()
    }

    /// Ends the server, its connections and every waiting call.
    pub fn stop(&self) {
        self.core.stop.cancel();
    }
}
