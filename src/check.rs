//! `metodist check`: reaches everything the configuration names and says in plain words what is wrong.
//! Not here: mending it.

use std::fmt;

use secrecy::ExposeSecret;

use crate::{
    app::App, config::Config, content::Content, db::Db, diagnostics, messenger::CallFailure, texts::Texts,
    units::Catalogue,
};

/// What was found out about one thing.
#[derive(Debug)]
pub enum Finding {
    /// It works; the words say what was seen.
    Fine(String),
    /// It works, but something may be missed one day; the words say what and what to do.
    Warning(String),
    /// It does not; the words say why and what to do.
    Trouble(String),
}

impl Finding {
    /// Whether something has to be done about it.
    #[must_use]
    pub fn is_trouble(&self) -> bool {
        matches!(self, Self::Trouble(_))
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fine(words) => write!(f, "ok       {words}"),
            Self::Warning(words) => write!(f, "WARNING  {words}"),
            Self::Trouble(words) => write!(f, "TROUBLE  {words}"),
        }
    }
}

/// Checks everything, also when the first thing is broken.
pub async fn run(config: &Config) -> Vec<Finding> {
    let mut findings = vec![texts(), content(config), database(config).await];
    findings.extend(erasure_book(config));
    findings.extend(webhook(config));
    findings.push(messenger(config).await);
    findings
}

fn texts() -> Finding {
    match Texts::load() {
        Ok(_) => Finding::Fine("texts: all files parse".to_owned()),
        Err(error) => Finding::Trouble(format!("texts: {error:#}")),
    }
}

fn content(config: &Config) -> Finding {
    let content = Content::open(config.content.as_deref());
    let read = || {
        let catalogue = Catalogue::read(&content)?;
        crate::units::check(&content)?;
        crate::privacy::Periods::read(&content)?;
        crate::consultations::ConsultationRules::read(&content)?;
        crate::meetings::MeetingKinds::read(&content)?;
        crate::meetings::PaperTemplates::read(&content)?;
        crate::learning_routes::RoutePaper::read(&content)?;
        crate::meetings::LessonQuestions::read(&content)?;
        crate::hot_line::AnswerFinder::read(&content)?;
        crate::learning_routes::RouteCatalogue::read(&content)?;
        Ok::<_, anyhow::Error>(diagnostics::read_questionnaires(&content, &catalogue)?.len())
    };
    match read() {
        Ok(count) => Finding::Fine(format!("content: {count} questionnaires")),
        Err(error) => Finding::Trouble(format!("content: {error:#}")),
    }
}

async fn database(config: &Config) -> Finding {
    let url = config.database_url.expose_secret();
    if let Some(file) = url.strip_prefix("sqlite:").map(|rest| rest.trim_start_matches("//"))
        && !std::path::Path::new(file.split('?').next().unwrap_or(file)).exists()
    {
        return Finding::Fine(format!("database: {file} does not exist yet; the first start creates it"));
    }
    let db = match Db::open(url).await {
        Ok(db) => db,
        Err(error) => return Finding::Trouble(format!("database: unreachable: {error:#}")),
    };
    let pending = db.pending_migrations().await;
    db.close().await;
    match pending {
        Ok(0) => Finding::Fine("database: reachable and up to date".to_owned()),
        Ok(count) => Finding::Trouble(format!(
            "database: {count} migrations are missing; run metodist migrate or just start"
        )),
        Err(error) => Finding::Trouble(format!("database: {error:#}")),
    }
}

/// A backup of PostgreSQL brings back whoever was erased since, unless their ids are kept outside of it. Beside an SQLite
/// file the book lies by itself.
fn erasure_book(config: &Config) -> Option<Finding> {
    let is_forgotten =
        config.database_url.expose_secret().starts_with("postgres") && config.erasure_book.is_none();
    is_forgotten.then(|| {
        Finding::Warning(
            "erasures: METODIST_ERASURE_BOOK is not set; name a file outside the database, or a restored backup \
             brings back people who were erased"
                .to_owned(),
        )
    })
}

fn webhook(config: &Config) -> Option<Finding> {
    match config.webhook() {
        Ok(None) => None,
        Ok(Some(webhook)) => Some(Finding::Fine(format!("webhook: Telegram delivers to {}", webhook.url))),
        Err(error) => Some(Finding::Trouble(format!("webhook: {error:#}"))),
    }
}

async fn messenger(config: &Config) -> Finding {
    let client = match App::client(config) {
        Ok(client) => client,
        Err(error) => return Finding::Trouble(format!("Telegram: {error:#}")),
    };
    let way = if config.proxy.is_some() { " through the proxy" } else { "" };
    match client.who_am_i().await {
        Ok(bot) => Finding::Fine(format!("Telegram: the token belongs to @{}", bot.username)),
        Err(CallFailure::ShutOut(_)) => {
            Finding::Trouble("Telegram: the token is refused; take a fresh one from BotFather".to_owned())
        }
        Err(failure) => {
            Finding::Trouble(format!("Telegram: {} cannot be reached{way}: {failure}", config.api_url))
        }
    }
}
