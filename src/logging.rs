//! How the log is written: each event on a line of its own, and a panic says nothing that a person typed.
//! Not here: what is logged.

use std::{
    fmt::Write as _,
    io::{self, Write, stderr},
};

use anyhow::Context;
use tracing_subscriber::EnvFilter;

use crate::config::{Config, LogFormat};

/// Starts the log of this process, on its standard error.
pub fn start(config: &Config) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(&config.log).context("RUST_LOG is no log filter")?;
    let log =
        tracing_subscriber::fmt().with_env_filter(filter).with_ansi(false).with_writer(|| OneLine(stderr()));
    match config.log_format {
        LogFormat::Text => log.init(),
        LogFormat::Json => log.json().init(),
    }
    // A panic's own words may hold what a person typed: only its place is told.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "a panic");
    }));
    Ok(())
}

/// Keeps an event on its line, and signs that steer a terminal visible: an error's words may come from outside, and must
/// not look like an event of ours.
struct OneLine<W>(W);

impl<W: Write> Write for OneLine<W> {
    /// Takes an event as a whole, as the log hands it over.
    fn write(&mut self, event: &[u8]) -> io::Result<usize> {
        let words = String::from_utf8_lossy(event.strip_suffix(b"\n").unwrap_or(event));
        let mut line = String::with_capacity(event.len());
        for character in words.chars() {
            match character {
                '\n' => line.push_str("\\n"),
                '\r' => line.push_str("\\r"),
                // In four digits JSON reads it too.
                steering if steering.is_control() => {
                    let _ = write!(line, "\\u{:04x}", u32::from(steering));
                }
                plain => line.push(plain),
            }
        }
        line.push('\n');
        self.0.write_all(line.as_bytes())?;
        Ok(event.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
