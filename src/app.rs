//! The services that every handler may ask for, built once: in `main`, in the demo and in tests alike.
//! Not here: what any of them does.

use std::{path::PathBuf, sync::Arc};

use anyhow::Context;
use secrecy::ExposeSecret;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::{
    attachments::Fetcher,
    capability::{Capability, Tree},
    clock::Clock,
    command_lists::{self, CommandLists},
    config::Config,
    consultations::ConsultationRules,
    content::Content,
    db::Db,
    diagnostics::Shelf,
    flood::Flood,
    hot_line::AnswerFinder,
    inbox::{Inbox, Limits},
    invitations::Links,
    learning_routes::RouteCatalogue,
    meetings::{LessonQuestions, MeetingKinds, PaperTemplates},
    messenger::{
        ContactKey, Lane, Messenger, MessengerKind, Paced, Pacer,
        telegram::{self, Client, Telegram},
    },
    methodologist_pool::PoolCatalogue,
    outbox::{Bell, Outbox},
    people::{self, ConsentText},
    privacy::{self, Periods},
    replicas::{self, Replica},
    texts::{Language, Texts},
    units::{Catalogue, Role, RoleAt, Unit},
};

/// Telegram gives its updates to one listener at a time: the replica that holds this lease.
const POLLING: &str = "telegram-polling";

/// The services; cheap to clone.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub db: Db,
    /// The clock.
    pub clock: Clock,
    /// The words.
    pub texts: Texts,
    /// What the installation was set to.
    pub settings: Arc<Settings>,
    /// The text of the consent in force.
    pub consent_text: Arc<ConsentText>,
    /// How long which data is kept.
    pub retention: Arc<Periods>,
    /// Posts and subjects.
    pub catalogue: Arc<Catalogue>,
    /// Directions of the pool of methodologists.
    pub pool_catalogue: Arc<PoolCatalogue>,
    /// What holds for consultations.
    pub consultation_rules: Arc<ConsultationRules>,
    /// The kinds of meetings.
    pub meeting_kinds: Arc<MeetingKinds>,
    /// What visitors of a lesson are asked.
    pub lesson_questions: Arc<LessonQuestions>,
    /// The papers that meetings leave behind.
    pub meeting_papers: Arc<PaperTemplates>,
    /// Steps that routes are made of.
    pub route_catalogue: Arc<RouteCatalogue>,
    /// Finds published answers.
    pub answer_finder: AnswerFinder,
    /// The published questionnaires.
    pub shelf: Shelf,
    /// The capabilities, in the order of the dispatch tree.
    pub capabilities: Arc<[Capability]>,
    /// Calls the outbox when something may be owed.
    pub bell: Bell,
    /// Keeps a flood of one from costing others.
    pub flood: Arc<Flood>,
    /// Fetches what people send.
    pub fetcher: Fetcher,
    /// Spells links that open the conversation.
    pub links: Links,
    /// Follows changes of roles in the messenger's lists of commands.
    pub command_lists: CommandLists,
}

/// What the installation was set to and handlers may know.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Language where nothing else is known.
    pub language: Language,
    /// Time zone where nothing else is known.
    pub time_zone: chrono_tz::Tz,
    /// The owners' ids, as their messenger spells them.
    pub owners: Vec<String>,
    /// How many messages a person is sent unasked in a week.
    pub weekly_budget: i64,
    /// Letters within a second, by all replicas together; 0 sets no pace.
    pub sends_per_second: u32,
    /// The file that lists whoever was erased; nowhere on a server without one.
    pub erasure_book: Option<PathBuf>,
}

impl Settings {
    /// What a contact may do because the configuration names it as an owner's. The ids are Telegram's.
    #[must_use]
    pub fn role_of_owner(&self, contact: &ContactKey) -> Option<RoleAt> {
        let is_owner =
            contact.messenger == MessengerKind::Telegram && self.owners.contains(&contact.external_id);
        is_owner.then_some(RoleAt { role: Role::Owner, unit: Unit::Region })
    }
}

impl App {
    /// Opens and migrates the database, reads texts and content, publishes what is new in it.
    pub async fn build(config: &Config, clock: Clock, capabilities: Vec<Capability>) -> anyhow::Result<Self> {
        let texts = Texts::load()?;
        let content = Content::open(config.content.as_deref());
        let catalogue = Catalogue::read(&content)?;
        let retention = Periods::read(&content)?;
        let pool_catalogue = PoolCatalogue::read(&content)?;
        let consultation_rules = ConsultationRules::read(&content)?;
        let meeting_kinds = MeetingKinds::read(&content)?;
        let lesson_questions = LessonQuestions::read(&content)?;
        let meeting_papers = PaperTemplates::read(&content)?;
        let route_catalogue = RouteCatalogue::read(&content)?;
        let answer_finder = AnswerFinder::read(&content)?;
        let questionnaires = crate::diagnostics::read_questionnaires(&content, &catalogue)?;
        let db = Db::open(config.database_url.expose_secret()).await?;
        db.migrate().await?;
        crate::units::publish(&db, &content, clock.now()).await.context("publish the organisations")?;
        let shelf =
            Shelf::publish(&db, questionnaires, clock.now()).await.context("publish the questionnaires")?;
        let consent_text = ConsentText::shipped();
        people::publish_consent_text(&db, &consent_text, clock.now()).await.context("publish the consent")?;
        let settings = Settings {
            language: config.language,
            time_zone: config.time_zone,
            owners: config.owners.iter().map(ToString::to_string).collect(),
            weekly_budget: config.weekly_budget,
            sends_per_second: config.sends_per_second,
            erasure_book: config.erasure_book.clone().or_else(|| db.beside("erased")),
        };
        Ok(Self {
            db,
            clock,
            texts,
            settings: Arc::new(settings),
            consent_text: Arc::new(consent_text),
            retention: Arc::new(retention),
            catalogue: Arc::new(catalogue),
            pool_catalogue: Arc::new(pool_catalogue),
            consultation_rules: Arc::new(consultation_rules),
            meeting_kinds: Arc::new(meeting_kinds),
            lesson_questions: Arc::new(lesson_questions),
            meeting_papers: Arc::new(meeting_papers),
            route_catalogue: Arc::new(route_catalogue),
            answer_finder,
            shelf,
            capabilities: capabilities.into(),
            bell: Bell::default(),
            flood: Arc::new(Flood::new(config.events_per_minute)),
            fetcher: Fetcher::default(),
            links: Links::default(),
            command_lists: CommandLists::default(),
        })
    }

    /// The client that the configuration describes.
    pub fn client(config: &Config) -> anyhow::Result<Client> {
        let token =
            config.token.as_ref().context("no token: set TELOXIDE_TOKEN to what BotFather gave you")?;
        Client::new(token, &config.api_url, config.proxy.as_ref().map(ExposeSecret::expose_secret))
    }

    /// Serves Telegram by long polling until `stop`; what is in hand is finished first. Of several replicas on one
    /// PostgreSQL, one polls and all answer.
    pub async fn serve(
        self,
        client: Client,
        tree: Tree,
        limits: Limits,
        stop: CancellationToken,
    ) -> anyhow::Result<()> {
        let _alone = crate::db::hold_alone(&self.db)?;
        let bot = wait_for_bot(&client, &stop).await?;
        privacy::replay_erasures(&self).await.context("erase anew whoever a backup brought back")?;
        let replica = Replica::join(&self.db).await?;
        tracing::info!(bot = bot.username, replica = %replica.id(), "serving");
        let db = self.db.clone();
        let messenger: Arc<dyn Messenger> = Arc::new(Telegram::new(client.clone(), bot));
        self.fetcher.connect(Arc::clone(&messenger));
        self.links.connect(Arc::clone(&messenger));
        let pacer = Pacer::new(self.settings.sends_per_second);
        let paced =
            |lane| Arc::new(Paced::new(Arc::clone(&messenger), pacer.clone(), lane)) as Arc<dyn Messenger>;
        let letters = [Lane::Notices, Lane::Reminders, Lane::Bulk].map(paced);
        let outbox = Outbox::open(self.clone(), letters, replica.id()).await?;
        let offering = self.clone();
        let inbox = Inbox::new(self, tree, paced(Lane::Answers), limits);
        let intake = inbox.intake();
        let store = |batch| {
            let intake = intake.clone();
            async move { intake.accept(batch).await }
        };
        let lease = replica.lease(POLLING);
        let polling = lease.hold(&stop, async |hold| telegram::poll(&client, &hold.ended, store).await);
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
        let lists = command_lists::keep(&offering, &client, &stop);
        let pace = share_pace(&pacer, replica.count(), &stop);
        let works = offering.do_works(&replica, &stop);
        let ((), worked, (), (), ()) = tokio::join!(polling, working, pace, lists, works);
        replica.leave().await;
        db.close().await;
        worked
    }
}

impl App {
    /// Lets the long work of every capability go on, whenever this replica holds its lease.
    async fn do_works(&self, replica: &Replica, stop: &CancellationToken) {
        let works = self.capabilities.iter().flat_map(|capability| capability.works);
        let held = works.map(|work| {
            let lease = replica.lease(work.name);
            async move { lease.hold(stop, |hold| (work.run)(self.clone(), hold)).await }
        });
        futures::future::join_all(held).await;
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

/// Waits until Telegram lets us in; a refused token ends the wait, an unreachable network does not.
async fn wait_for_bot(client: &Client, stop: &CancellationToken) -> anyhow::Result<telegram::Bot> {
    use crate::messenger::CallFailure;
    let mut pause = std::time::Duration::from_millis(250);
    loop {
        match client.who_am_i().await {
            Ok(bot) => return Ok(bot),
            Err(failure @ (CallFailure::ShutOut(_) | CallFailure::Refused(_))) => {
                return Err(failure).context("Telegram refuses the token");
            }
            Err(failure) => tracing::warn!(%failure, "Telegram cannot be reached yet"),
        }
        tokio::select! {
            () = tokio::time::sleep(pause) => pause = (pause * 2).min(std::time::Duration::from_secs(30)),
            () = stop.cancelled() => anyhow::bail!("stopped before Telegram could be reached"),
        }
    }
}
