//! The emulated Telegram alone on a port, for programs that are started by hand or by a script:
//! `cargo run -p sandbox --example emulator -- 8021`. Set `TELOXIDE_API_URL` to what it prints; its page has the phones.

use sandbox::{Options, Sandbox};

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let port = std::env::args().nth(1).map_or(Ok(0), |port| port.parse())?;
    let sandbox = Sandbox::start(Options { port, ..Options::default() }).await?;
    println!("TELOXIDE_API_URL={}", sandbox.api_url());
    println!("TELOXIDE_TOKEN={}", sandbox.token());
    println!("phones: {}", sandbox.page_url());
    std::future::pending().await
}
