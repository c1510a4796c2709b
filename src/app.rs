//! The services that every handler may ask for, built once: in `main`, in the demo and in tests alike.
//! Not here: what any of them does; `serving` sets them going.

use std::{net::SocketAddr, path::PathBuf, sync::Arc};

use anyhow::Context;
use secrecy::ExposeSecret;

use crate::{
    attachments::Fetcher,
    capability::Capability,
    clock::Clock,
    command_lists::CommandLists,
    config::Config,
    consultations::ConsultationRules,
    content::Content,
    db::Db,
    diagnostics::Shelf,
    flood::Flood,
    health::Health,
    hot_line::AnswerFinder,
    invitations::Links,
    learning_routes::{RouteCatalogue, RoutePaper},
    meetings::{LessonQuestions, MeetingKinds, PaperTemplates},
    messenger::{
        ContactKey, MessengerKind,
        telegram::{Client, Webhook},
    },
    methodologist_pool::PoolCatalogue,
    metrics::Metrics,
    outbox::Bell,
    people::{self, ConsentText},
    privacy::Periods,
    texts::{Language, Texts},
    units::{Catalogue, Role, RoleAt, Unit},
};

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
    /// The paper of a route.
    pub route_paper: Arc<RoutePaper>,
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
    /// How the service is.
    pub health: Health,
    /// What happens, counted.
    pub metrics: Metrics,
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
    /// Where health, metrics and the webhook are served; nowhere unless it is set.
    pub listen: Option<SocketAddr>,
    /// Where Telegram delivers updates; without it they are fetched.
    pub webhook: Option<Webhook>,
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
        let route_paper = RoutePaper::read(&content)?;
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
            listen: config.listen,
            webhook: config.webhook()?,
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
            route_paper: Arc::new(route_paper),
            route_catalogue: Arc::new(route_catalogue),
            answer_finder,
            shelf,
            capabilities: capabilities.into(),
            bell: Bell::default(),
            flood: Arc::new(Flood::new(config.events_per_minute)),
            fetcher: Fetcher::default(),
            links: Links::default(),
            command_lists: CommandLists::default(),
            health: Health::default(),
            metrics: Metrics::default(),
        })
    }

    /// The client that the configuration describes.
    pub fn client(config: &Config) -> anyhow::Result<Client> {
        let token =
            config.token.as_ref().context("no token: set TELOXIDE_TOKEN to what BotFather gave you")?;
        Client::new(token, &config.api_url, config.proxy.as_ref().map(ExposeSecret::expose_secret))
    }
}
