//! One call to the Bot API over HTTP: the library's payloads and types, our own transport, because the library's sleeps
//! ten seconds after every 5xx, hides the HTTP code, and can print a reply's body.
//! Not here: repeating anything.

use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use anyhow::{Context, bail};
use chrono::{DateTime, TimeDelta, Utc};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use teloxide::requests::Payload;

use super::failures::{Envelope, sort, sort_foreign};
use crate::messenger::CallFailure;

/// How long an ordinary call may take.
const CALL_SECONDS: u64 = 15;
/// How long an upload may take on a slow line.
const UPLOAD_SECONDS: u64 = 120;

/// Who the bot is, as Telegram knows it.
#[derive(Debug, Clone, Deserialize)]
pub struct Bot {
    /// Telegram's id of it.
    pub id: i64,
    /// Its user name without `@`.
    pub username: String,
    /// Its name.
    pub first_name: String,
}

/// What a clock showed, and when we heard of it.
type ToldTime = (DateTime<Utc>, Instant);

/// Speaks to the Bot API; cheap to clone.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    /// Where methods are called; the token is a part of it.
    base: SecretString,
    /// Where files are fetched; the token is a part of it.
    files: SecretString,
    /// When the messenger last answered anything.
    heard_at: Arc<Mutex<Option<Instant>>>,
    /// What its clock showed, and when that was.
    told_time: Arc<Mutex<Option<ToldTime>>>,
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Client(…)")
    }
}

impl Client {
    /// Builds a client for the server at `api_url`, through `proxy` if one is given (`http://`, `socks5://`).
    pub fn new(token: &SecretString, api_url: &str, proxy: Option<&str>) -> anyhow::Result<Self> {
        if !is_token_shaped(token.expose_secret()) {
            bail!("the token does not look like one: 123456:letters-and-digits is what BotFather gives");
        }
        let mut builder = reqwest::Client::builder()
            .connect_timeout(Duration::from_secs(5))
            .timeout(Duration::from_secs(CALL_SECONDS))
            .tcp_nodelay(true);
        if let Some(proxy) = proxy {
            builder =
                builder.proxy(reqwest::Proxy::all(proxy).context("TELOXIDE_PROXY is no proxy address")?);
        }
        let (server, token) = (api_url.trim_end_matches('/'), token.expose_secret());
        let http = builder.build().context("build the HTTP client")?;
        let (base, files) = (format!("{server}/bot{token}/"), format!("{server}/file/bot{token}/"));
        Ok(Self {
            http,
            base: base.into(),
            files: files.into(),
            heard_at: Arc::default(),
            told_time: Arc::default(),
        })
    }

    /// Calls a method with a JSON body.
    pub async fn call<P>(&self, payload: &P) -> Result<P::Output, CallFailure>
    where
        P: Payload + Serialize + Sync,
        P::Output: DeserializeOwned,
    {
        let request = self.http.post(self.address(P::NAME)).json(payload);
        let request = match payload.timeout_hint() {
            Some(hint) => request.timeout(hint + Duration::from_secs(CALL_SECONDS)),
            None => request,
        };
        self.read(request.send().await).await
    }

    /// Calls a method that carries a file.
    pub(super) async fn upload<T: DeserializeOwned>(
        &self,
        method: &str,
        form: reqwest::multipart::Form,
    ) -> Result<T, CallFailure> {
        let request = self.http.post(self.address(method)).multipart(form);
        self.read(request.timeout(Duration::from_secs(UPLOAD_SECONDS)).send().await).await
    }

    /// Calls a method with plain parameters and reads the raw result.
    pub(super) async fn raw<T: DeserializeOwned>(
        &self,
        method: &str,
        parameters: &serde_json::Value,
        timeout: Duration,
    ) -> Result<T, CallFailure> {
        self.read(self.http.post(self.address(method)).json(parameters).timeout(timeout).send().await).await
    }

    /// How long the messenger has been silent; `None` if it never spoke.
    pub(super) fn silent_for(&self) -> Option<Duration> {
        self.heard_at.lock().unwrap_or_else(PoisonError::into_inner).map(|at| at.elapsed())
    }

    /// What Telegram's clock shows now, `None` if it never said. It goes on by our steady watch, so that a step of the
    /// machine's clock is noticed at once.
    #[must_use]
    pub fn time_there(&self) -> Option<DateTime<Utc>> {
        let told = *self.told_time.lock().unwrap_or_else(PoisonError::into_inner);
        told.and_then(|(time, at)| time.checked_add_signed(TimeDelta::from_std(at.elapsed()).ok()?))
    }

    /// Every answer says when it was given (<https://www.rfc-editor.org/rfc/rfc9110#field.date>).
    fn note_time(&self, reply: &reqwest::Response) {
        let date = reply.headers().get(reqwest::header::DATE).and_then(|value| value.to_str().ok());
        if let Some(time) = date.and_then(|words| DateTime::parse_from_rfc2822(words).ok()) {
            let told = Some((time.to_utc(), Instant::now()));
            *self.told_time.lock().unwrap_or_else(PoisonError::into_inner) = told;
        }
    }

    async fn read<T: DeserializeOwned>(
        &self,
        reply: Result<reqwest::Response, reqwest::Error>,
    ) -> Result<T, CallFailure> {
        if let Ok(reply) = &reply {
            self.note_time(reply);
        }
        let result = read_reply(reply).await;
        if !matches!(result, Err(CallFailure::TryAgain(_) | CallFailure::ShutOut(_))) {
            *self.heard_at.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
        }
        result
    }

    /// Asks who we are: the cheapest proof that token, address and proxy are right.
    pub async fn who_am_i(&self) -> Result<Bot, CallFailure> {
        self.raw("GetMe", &serde_json::json!({}), Duration::from_secs(CALL_SECONDS)).await
    }

    /// Sets the list of commands that Telegram shows beside the field for typing: in one chat, or in every private one
    /// that has no list of its own; to clients in one language, or to those in all others.
    pub async fn set_commands(
        &self,
        commands: &[(String, String)],
        (chat, language): (Option<&str>, &str),
    ) -> Result<(), CallFailure> {
        let list: Vec<_> = commands
            .iter()
            .map(|(command, description)| serde_json::json!({ "command": command, "description": description }))
            .collect();
        let scope = match chat {
            Some(chat) => serde_json::json!({ "type": "chat", "chat_id": chat }),
            None => serde_json::json!({ "type": "all_private_chats" }),
        };
        let mut parameters = serde_json::json!({ "commands": list, "scope": scope });
        if !language.is_empty() {
            parameters["language_code"] = language.into();
        }
        self.raw::<bool>("SetMyCommands", &parameters, Duration::from_secs(CALL_SECONDS)).await.map(|_| ())
    }

    /// The bytes of a file, at most so many (<https://core.telegram.org/bots/api#getfile>).
    pub(super) async fn download(&self, reference: &str, most: u64) -> Result<Vec<u8>, CallFailure> {
        #[derive(Deserialize)]
        struct Found {
            file_path: Option<String>,
            file_size: Option<u64>,
        }
        let parameters = serde_json::json!({ "file_id": reference });
        let found: Found = self.raw("GetFile", &parameters, Duration::from_secs(CALL_SECONDS)).await?;
        let too_large = || CallFailure::Refused("the file is too large".to_owned());
        if found.file_size.is_some_and(|size| size > most) {
            return Err(too_large());
        }
        let path =
            found.file_path.ok_or_else(|| CallFailure::TryAgain("a file without a path".to_owned()))?;
        let address = format!("{}{path}", self.files.expose_secret());
        let request = self.http.get(address).timeout(Duration::from_secs(UPLOAD_SECONDS));
        let broken = |error: reqwest::Error| CallFailure::TryAgain(network_trouble(&error.without_url()));
        let mut reply = request.send().await.map_err(broken)?;
        if !reply.status().is_success() {
            return Err(sort_foreign(reply.status().as_u16()));
        }
        let mut bytes = Vec::new();
        while let Some(chunk) = reply.chunk().await.map_err(broken)? {
            bytes.extend_from_slice(&chunk);
            if bytes.len() as u64 > most {
                return Err(too_large());
            }
        }
        Ok(bytes)
    }

    fn address(&self, method: &str) -> String {
        format!("{}{method}", self.base.expose_secret())
    }
}

/// The shape that Telegram's server itself demands of a token.
fn is_token_shaped(token: &str) -> bool {
    let Some((id, secret)) = token.split_once(':') else {
        return false;
    };
    token.len() <= 80
        && !id.starts_with('0')
        && id.parse::<u64>().is_ok()
        && !secret.is_empty()
        && secret.chars().all(|character| character.is_ascii_alphanumeric() || "-_".contains(character))
}

/// Reads a reply; nothing of its body and nothing of the address gets into an error.
async fn read_reply<T: DeserializeOwned>(
    reply: Result<reqwest::Response, reqwest::Error>,
) -> Result<T, CallFailure> {
    let reply = reply.map_err(|error| CallFailure::TryAgain(network_trouble(&error)))?;
    let status = reply.status().as_u16();
    let body = reply.bytes().await.map_err(|error| CallFailure::TryAgain(network_trouble(&error)))?;
    let envelope: Envelope<T> = serde_json::from_slice(&body).map_err(|_| sort_foreign(status))?;
    if envelope.ok {
        return envelope.result.ok_or_else(|| CallFailure::TryAgain("a reply without its result".to_owned()));
    }
    let code = if envelope.error_code == 0 { status } else { envelope.error_code };
    let retry_after = envelope.parameters.and_then(|parameters| parameters.retry_after);
    Err(sort(code, &envelope.description, retry_after))
}

/// What went wrong, without the address: the token is a part of it.
fn network_trouble(error: &reqwest::Error) -> String {
    let mut words = if error.is_timeout() {
        "timed out".to_owned()
    } else if error.is_connect() {
        "no connection".to_owned()
    } else {
        "the connection broke".to_owned()
    };
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        words = format!("{words}: {cause}");
        source = cause.source();
    }
    words
}
