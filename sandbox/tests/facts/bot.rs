//! A bot of the plainest kind: it calls methods over HTTP and looks at the answers. And a clock to move.

use anyhow::{Context, bail};
use chrono::{DateTime, TimeDelta, Utc};
use futures::future::BoxFuture;
use sandbox::{Options, Sandbox, Time};
use serde_json::Value;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// A clock that stands still until it is moved.
#[derive(Default)]
pub struct StillTime(AtomicI64);

impl Time for StillTime {
    fn now(&self) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::seconds(self.0.load(Ordering::SeqCst))
    }

    fn advance(&self, by: TimeDelta) -> BoxFuture<'_, ()> {
        self.0.fetch_add(by.num_seconds(), Ordering::SeqCst);
        Box::pin(std::future::ready(()))
    }

    fn jump(&self, by: TimeDelta) -> BoxFuture<'_, ()> {
        self.advance(by)
    }
}

pub struct Reply {
    pub status: u16,
    pub retry_after: Option<String>,
    pub body: Value,
}

pub struct Bot {
    pub sandbox: Sandbox,
    pub client: reqwest::Client,
}

impl Bot {
    pub async fn start() -> anyhow::Result<Self> {
        Self::start_with(|_| ()).await
    }

    pub async fn start_with(change: impl FnOnce(&mut Options)) -> anyhow::Result<Self> {
        let mut options = Options { time: Arc::new(StillTime::default()), ..Options::default() };
        change(&mut options);
        let client = reqwest::Client::builder().no_proxy().build()?;
        Ok(Self { sandbox: Sandbox::start(options).await?, client })
    }

    pub fn url(&self, method: &str) -> String {
        format!("{}/bot{}/{method}", self.sandbox.api_url(), self.sandbox.token())
    }

    pub async fn call(&self, method: &str, params: Value) -> anyhow::Result<Reply> {
        read(self.client.post(self.url(method)).json(&params)).await
    }

    /// The result of a call that must succeed.
    pub async fn does(&self, method: &str, params: Value) -> anyhow::Result<Value> {
        let mut reply = self.call(method, params).await?;
        if reply.status != 200 || reply.body["ok"] != true {
            bail!("{method} was refused: {} {}", reply.status, reply.body);
        }
        Ok(reply.body["result"].take())
    }

    /// The description of a call that must be refused with this code, in status and body alike.
    pub async fn refused(&self, code: u16, method: &str, params: Value) -> anyhow::Result<String> {
        let reply = self.call(method, params).await?;
        let agree = reply.status == code && reply.body["error_code"] == code && reply.body["ok"] == false;
        if !agree {
            bail!("{method}: expected {code}, got {} {}", reply.status, reply.body);
        }
        Ok(reply.body["description"].as_str().context("no description")?.to_owned())
    }

    /// Updates from an offset, at once.
    pub async fn updates(&self, offset: i64) -> anyhow::Result<Vec<Value>> {
        let result = self.does("getUpdates", serde_json::json!({"offset": offset})).await?;
        Ok(result.as_array().cloned().unwrap_or_default())
    }
}

pub async fn read(request: reqwest::RequestBuilder) -> anyhow::Result<Reply> {
    let response = request.send().await?;
    let status = response.status().as_u16();
    let header = response.headers().get("retry-after");
    let retry_after = header.map(|value| value.to_str().map(str::to_owned)).transpose()?;
    let text = response.text().await?;
    let body = serde_json::from_str(&text).with_context(|| format!("no JSON: {text}"))?;
    Ok(Reply { status, retry_after, body })
}
