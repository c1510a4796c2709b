//! A bot as a process of its own: the product or the bare one; what it took of processor and memory.
//! Not here: who talks to it.

use std::{
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, bail};
use sandbox::Sandbox;

/// A tick of `/proc/PID/stat` (<https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html>): Linux tells them to
/// programs at 100 a second on every machine.
const TICK: Duration = Duration::from_millis(10);

/// Which bot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// The product.
    Ours,
    /// The bare library's.
    Bare,
}

/// A bot that runs; it ends with this value.
pub struct BotProcess {
    child: Child,
    /// From the start of the process to its first poll.
    pub until_first_poll: Duration,
}

impl BotProcess {
    /// Starts it on this database and waits for its first poll. The emulator has to have something for it.
    pub async fn start(which: Which, sandbox: &Sandbox, url: &str) -> anyhow::Result<Self> {
        let began = Instant::now();
        let child = command(which)?
            .env_clear()
            .env("TELOXIDE_TOKEN", sandbox.token())
            .env("TELOXIDE_API_URL", sandbox.api_url())
            .env("DATABASE_URL", url)
            .env("METODIST_SENDS_PER_SECOND", "0")
            .env("METODIST_EVENTS_PER_MINUTE", "0")
            .env("RUST_LOG", "warn")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::inherit())
            .spawn()
            .context("start the bot")?;
        let mut bot = Self { child, until_first_poll: Duration::ZERO };
        while !sandbox.calls().iter().any(|call| call.method == "getupdates") {
            if began.elapsed() > Duration::from_secs(60) || bot.child.try_wait()?.is_some() {
                bail!("{which:?} does not poll");
            }
            tokio::time::sleep(Duration::from_micros(500)).await;
        }
        bot.until_first_poll = began.elapsed();
        Ok(bot)
    }

    /// Processor time so far.
    pub fn cpu(&self) -> anyhow::Result<Duration> {
        cpu_of(&self.child.id().to_string())
    }

    /// The most memory it ever held (`VmHWM`), in MiB.
    pub fn peak_mebibytes(&self) -> anyhow::Result<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line =
            status.lines().find(|line| line.starts_with("VmHWM:")).context("the kernel tells VmHWM")?;
        let kibibytes: f64 = line.split_whitespace().nth(1).context("a number")?.parse()?;
        Ok(kibibytes / 1_024.0)
    }
}

impl Drop for BotProcess {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Processor time of the emulator and of the people, who live in this process.
pub fn own_cpu() -> anyhow::Result<Duration> {
    cpu_of("self")
}

/// The program beside this one, on the processor that `PERF_BOT_CORE` names.
fn command(which: Which) -> anyhow::Result<Command> {
    let name = match which {
        Which::Ours => "metodist",
        Which::Bare => "bare",
    };
    let program: PathBuf = std::env::current_exe()?.with_file_name(name);
    if !program.exists() {
        bail!("{} is missing: cargo build --release -p metodist -p perf", program.display());
    }
    let Ok(core) = std::env::var("PERF_BOT_CORE") else { return Ok(Command::new(program)) };
    let mut command = Command::new("/usr/bin/taskset");
    command.args(["-c", &core]).arg(program);
    Ok(command)
}

fn cpu_of(process: &str) -> anyhow::Result<Duration> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat"))?;
    // The name stands in brackets and may hold anything; of what follows, user and system time are the 12th and 13th.
    let (_, fields) = stat.rsplit_once(')').context("the name ends")?;
    let ticks: Vec<u32> =
        fields.split_whitespace().skip(11).take(2).map(str::parse).collect::<Result<_, _>>()?;
    Ok(TICK * ticks.iter().sum::<u32>())
}
