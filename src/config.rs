//! The configuration: one struct from flags, the environment and an `.env` file; flags win, then the environment.
//! Not here: reaching anything that it names; that is `app` and `check`.

use std::{net::SocketAddr, path::PathBuf};

use anyhow::{Context, bail};
use chrono_tz::Tz;
use clap::{Args, ValueEnum};
use secrecy::SecretString;

use crate::{messenger::telegram::Webhook, texts::Language};

/// Everything that can be set. The `METODIST_` names are ours, the others the ecosystem's.
#[derive(Debug, Clone, Args)]
pub struct Config {
    /// The bot's token from BotFather. Better in the environment: flags are visible to other users of the machine.
    #[arg(long, env = "TELOXIDE_TOKEN", hide_env_values = true, value_parser = secret)]
    pub token: Option<SecretString>,

    /// Address of the Bot API server.
    #[arg(long, env = "TELOXIDE_API_URL", default_value = "https://api.telegram.org")]
    pub api_url: String,

    /// Proxy on the way to the messenger, such as socks5://127.0.0.1:1080; it may hold a password.
    #[arg(long, env = "TELOXIDE_PROXY", hide_env_values = true, value_parser = secret)]
    pub proxy: Option<SecretString>,

    /// The database: sqlite:FILE or postgres://USER:PASSWORD@HOST/NAME.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true, default_value = "sqlite:metodist.db", value_parser = secret)]
    pub database_url: SecretString,

    /// What to log, such as info or metodist=debug.
    #[arg(long, env = "RUST_LOG", default_value = "info")]
    pub log: String,

    /// How to log: text to read, json to collect.
    #[arg(long, env = "METODIST_LOG_FORMAT", value_enum, default_value_t = LogFormat::Text)]
    pub log_format: LogFormat,

    /// Address and port for health, metrics and the webhook, such as 127.0.0.1:8090; for this machine and the server in
    /// front of it, not for the world.
    #[arg(long, env = "METODIST_LISTEN")]
    pub listen: Option<SocketAddr>,

    /// Public address, with https, below which Telegram delivers updates; without it they are fetched.
    #[arg(long, env = "METODIST_WEBHOOK_URL", requires = "listen")]
    pub webhook_url: Option<String>,

    /// Telegram ids of the owners of this installation, separated by commas.
    #[arg(long = "owners", env = "METODIST_OWNERS", value_delimiter = ',')]
    pub owners: Vec<i64>,

    /// Time zone where nothing else is known, as an IANA name.
    #[arg(long, env = "METODIST_TIME_ZONE", default_value = "Europe/Moscow")]
    pub time_zone: Tz,

    /// Language where nothing else is known.
    #[arg(long, env = "METODIST_LANGUAGE", default_value = "ru")]
    pub language: Language,

    /// How many messages a person is sent unasked in a week; the rest is gathered into a digest.
    #[arg(long, env = "METODIST_WEEKLY_BUDGET", default_value_t = 7)]
    pub weekly_budget: i64,

    /// Folder with the municipality's own content files; without it the files that ship with the product are used.
    #[arg(long = "content", env = "METODIST_CONTENT")]
    pub content: Option<PathBuf>,

    /// Presses and messages of one person that are handled within a minute, and as many at once; 0 sets no measure.
    #[arg(long, env = "METODIST_EVENTS_PER_MINUTE", default_value_t = 60)]
    pub events_per_minute: u32,

    /// File that lists the ids of erased people, so that a restored backup does not bring them back. Beside an SQLite
    /// database unless named; on PostgreSQL name one that no backup of the database contains, the same for all replicas.
    #[arg(long = "erasure-book", env = "METODIST_ERASURE_BOOK")]
    pub erasure_book: Option<PathBuf>,

    /// Messages within a second that nobody waits for, by all replicas together; answers may take two more. 0 sets no
    /// pace.
    #[arg(long, env = "METODIST_SENDS_PER_SECOND", default_value_t = 28)]
    pub sends_per_second: u32,
}

/// How the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// Lines to read.
    Text,
    /// An object on each line.
    Json,
}

impl Config {
    /// The webhook that the configuration names. Fails where Telegram would refuse its address.
    pub fn webhook(&self) -> anyhow::Result<Option<Webhook>> {
        let Some(url) = &self.webhook_url else { return Ok(None) };
        let address = reqwest::Url::parse(url).context("METODIST_WEBHOOK_URL is no address")?;
        let is_near = matches!(address.host_str(), Some("localhost" | "127.0.0.1"));
        if address.scheme() != "https" && !is_near {
            bail!("METODIST_WEBHOOK_URL must begin with https://: Telegram delivers nowhere else");
        }
        let token = self.token.as_ref().context("a webhook needs the token: set TELOXIDE_TOKEN")?;
        Ok(Some(Webhook::new(url, token)))
    }
}

fn secret(words: &str) -> Result<SecretString, std::convert::Infallible> {
    Ok(SecretString::from(words.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Debug, Parser)]
    struct Line {
        #[command(flatten)]
        config: Config,
    }

    #[test]
    fn no_secret_is_ever_printed() {
        let flags = ["metodist", "--token", "1:sesame", "--proxy", "socks5://u:sesame@h:1"];
        let line = Line::parse_from(flags.into_iter().chain(["--database-url", "postgres://u:sesame@h/d"]));
        assert!(!format!("{line:?} {line:#?}").contains("sesame"));
    }
}
