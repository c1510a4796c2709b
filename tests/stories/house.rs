//! A whole house for one story: an emulated messenger, a database of its own, the bot between them over real HTTP.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
    sync::Arc,
};

use clap::Parser;
pub use fresh::{Database, Engine};
use metodist::{
    app::App, capability::Tree, clock::Clock, config::Config, demo::EmulatedTime, dispatch, inbox::Limits,
    messenger::telegram::Client, outbox::Job,
};
use sandbox::{Phone, Sandbox};
use secrecy::SecretString;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

/// Makes one test per engine of an async function that takes a `House`.
macro_rules! stories {
    ($($name:ident),+ $(,)?) => {
        $(mod $name {
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                let house = $crate::house::House::build($crate::house::Engine::Sqlite).await;
                super::$name(house).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                let house = $crate::house::House::build($crate::house::Engine::Postgres).await;
                super::$name(house).await;
            }
        })+
    };
}
pub(crate) use stories;

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    config: Config,
}

/// The configuration of a story: everything at its default but the database, the token and the pace, which would slow
/// people down who tap as quickly as a test does.
pub fn config(database_url: &str, content: Option<PathBuf>) -> Config {
    let line = Line::parse_from([
        "story",
        "--database-url",
        database_url,
        "--sends-per-second",
        "0",
        "--events-per-minute",
        "0",
    ]);
    Config { content, token: Some(SecretString::from(sandbox::Options::default().token)), ..line.config }
}

/// A running house.
pub struct House {
    pub sandbox: Sandbox,
    pub clock: Clock,
    pub app: App,
    pub database: Database,
    config: Config,
    jobs: &'static [Job],
    stop: CancellationToken,
    serving: Option<JoinHandle<anyhow::Result<()>>>,
}

impl House {
    /// A house as the product builds it.
    pub async fn build(engine: Engine) -> Self {
        Self::build_with(engine, dispatch::tree, Limits::default()).await
    }

    async fn build_with(engine: Engine, tree: impl FnOnce(&App) -> Tree, limits: Limits) -> Self {
        let mut house = Self::prepare(engine, Clock::real(), |_| {}).await;
        let tree = tree(&house.app);
        house.open(tree, limits);
        house
    }

    /// A house that shows this clock, before the bot serves in it.
    pub async fn prepare(engine: Engine, clock: Clock, adjust: impl FnOnce(&mut Config)) -> Self {
        Self::prepare_with_jobs(engine, clock, &[], adjust).await
    }

    /// The same, with jobs of the calendar that the product does not have.
    pub async fn prepare_with_jobs(
        engine: Engine,
        clock: Clock,
        jobs: &'static [Job],
        adjust: impl FnOnce(&mut Config),
    ) -> Self {
        let database = Database::up_to_date(engine).await.expect("a database");
        let time = Arc::new(EmulatedTime(clock.clone()));
        let options = sandbox::Options { time, ..sandbox::Options::default() };
        let sandbox = Sandbox::start(options).await.expect("the emulator starts");
        let mut config = config(&database.url, None);
        adjust(&mut config);
        let app = build(&config, &clock, jobs).await;
        Self { sandbox, clock, app, database, config, jobs, stop: CancellationToken::new(), serving: None }
    }

    /// Lets the bot serve in a prepared house, or again in one that was stopped.
    pub fn serve(&mut self) {
        let tree = dispatch::tree(&self.app);
        self.open(tree, Limits::default());
    }

    fn open(&mut self, tree: Tree, limits: Limits) {
        let token = SecretString::from(self.sandbox.token().to_owned());
        let client = Client::new(&token, &self.sandbox.api_url(), None).expect("a client");
        self.stop = CancellationToken::new();
        self.serving = Some(tokio::spawn(self.app.clone().serve(client, tree, limits, self.stop.clone())));
    }

    /// Lets another replica serve on the same database and clock; `stop` stops both.
    pub async fn add_replica(&mut self) {
        let app = build(&self.config, &self.clock, self.jobs).await;
        let token = SecretString::from(self.sandbox.token().to_owned());
        let client = Client::new(&token, &self.sandbox.api_url(), None).expect("a client");
        let other = app.clone().serve(client, dispatch::tree(&app), Limits::default(), self.stop.clone());
        let first = self.serving.take().expect("a house that serves");
        self.serving = Some(tokio::spawn(async move {
            let (first, other) = tokio::join!(first, other);
            first.expect("the first replica does not panic").and(other)
        }));
        while self.count("SELECT COUNT(*) FROM replicas").await < 2 {
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
    }

    /// Whether the bot was let in and not stopped yet.
    pub fn serves(&self) -> bool {
        self.serving.is_some()
    }

    /// Stops the bot as SIGTERM would.
    pub async fn stop(&mut self) {
        self.stop.cancel();
        if let Some(serving) = self.serving.take() {
            serving.await.expect("the bot does not panic").expect("the bot stops cleanly");
        }
    }

    /// The database of a bot that was stopped, for others to serve on.
    pub async fn reopens(&mut self) {
        self.app = build(&self.config, &self.clock, self.jobs).await;
    }

    /// Stops the bot and starts it again on the same database.
    pub async fn restart(&mut self) {
        self.change_tree(dispatch::tree, Limits::default()).await;
    }

    /// The same house with the short questionnaire of `tests/data/content` instead of the shipped ones.
    pub async fn with_short_questionnaire(mut self) -> Self {
        self.config.content = Some(PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/content")));
        self.restart().await;
        self
    }

    /// The same house with the content of this folder.
    pub async fn with_content(mut self, folder: &Path) -> Self {
        self.config.content = Some(folder.to_owned());
        self.restart().await;
        self
    }

    /// The same house with the shipped questionnaires again.
    pub async fn with_shipped_questionnaires(mut self) -> Self {
        self.config.content = None;
        self.restart().await;
        self
    }

    /// The same house in a region of two municipalities, whose owner is this phone's.
    pub async fn with_two_districts(mut self, owner: i64) -> Self {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/two_districts");
        self.config.content = Some(PathBuf::from(folder));
        self.is_owned_by(owner).await;
        self
    }

    /// From now on this phone is the owner's.
    pub async fn is_owned_by(&mut self, owner: i64) {
        self.config.owners = vec![owner];
        self.restart().await;
    }

    /// The configuration as it is.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// From now on everything lies in another database; the bot rests until it serves again.
    pub async fn moves_to(&mut self, url: &str) {
        self.stop().await;
        self.config.database_url = url.to_owned().into();
        url.clone_into(&mut self.database.url);
        self.reopens().await;
    }

    /// From now on updates are fetched, whatever was configured before.
    pub async fn polls_from_now_on(&mut self) {
        self.config.webhook_url = None;
        self.restart().await;
    }

    /// From now on so many events of one person are handled within a minute.
    pub async fn sets_measure(&mut self, events_per_minute: u32) {
        self.config.events_per_minute = events_per_minute;
        self.restart().await;
    }

    /// From now on the ids of whoever is erased are written into this file.
    pub async fn keeps_book(&mut self, book: PathBuf) {
        self.config.erasure_book = Some(book);
        self.restart().await;
    }

    /// Starts the bot again with another tree or other limits.
    pub async fn change_tree(&mut self, tree: impl FnOnce(&App) -> Tree, limits: Limits) {
        self.stop().await;
        self.app = build(&self.config, &self.clock, self.jobs).await;
        let tree = tree(&self.app);
        self.open(tree, limits);
    }

    /// A number from the database.
    pub async fn count(&self, query: &'static str) -> i64 {
        metodist::read!(&self.app.db, on => sqlx::query_scalar(query).fetch_one(on))
            .expect("the query counts")
    }

    /// The engine that this house stands on.
    pub fn engine(&self) -> Engine {
        if self.database.url.starts_with("sqlite:") { Engine::Sqlite } else { Engine::Postgres }
    }

    /// Texts from the database, one per row, about the person with this messenger id.
    pub async fn lines(&self, query: &'static str, person: i64) -> Vec<String> {
        metodist::read!(&self.app.db, on =>
            sqlx::query_scalar(query).bind(person.to_string()).fetch_all(on))
        .expect("the query lists texts")
    }

    /// A new person with a phone.
    pub fn person(&self, name: &str) -> Phone {
        self.sandbox.person(name)
    }

    /// Waits until nothing that was said or pressed is on its way to the bot, undone or unanswered.
    pub async fn settles_soon(&self) {
        for _ in 0..12_000 {
            if self.is_settled().await {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        panic!("the inbox did not settle within a minute");
    }

    /// The same, and it stays so for a moment.
    pub async fn settles(&self) {
        let mut quiet = 0;
        for _ in 0..600 {
            quiet = if self.is_settled().await { quiet + 1 } else { 0 };
            if quiet == 4 {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        panic!("the inbox did not settle within a minute");
    }

    async fn is_settled(&self) -> bool {
        // In this order: what the messenger has got rid of lies in the inbox.
        self.sandbox.undelivered() == 0
            && metodist::inbox::count_open(&self.app.db).await.expect("the inbox can be counted") == 0
    }
}

/// The product's capabilities, and beside them the one that says what stories owe.
async fn build(config: &Config, clock: &Clock, jobs: &'static [Job]) -> App {
    let mut capabilities = dispatch::capabilities();
    capabilities.push(crate::letters::proof(jobs));
    App::build(config, clock.clone(), capabilities).await.expect("the app builds")
}

/// The whole conversation in one text, for messages of failing tests.
pub fn transcript(phone: &Phone) -> String {
    let mut text = String::new();
    for bubble in phone.chat() {
        let _ =
            writeln!(text, "{}\n{}", if bubble.from_bot { "— бот" } else { "— человек" }, bubble.screen());
    }
    text
}
