//! The two kinds of failure: a `Refusal`, which the person may read, and a fault, which only the log may.
//! Not here: how either is shown; that is the inbox's affair.

use std::{fmt, time::Duration};

use tokio_util::sync::CancellationToken;

use crate::texts::Arg;

/// The pause before something is tried again that failed because the database is out of reach.
const AGAIN: Duration = Duration::from_millis(500);

/// Something a person may read in their own language: "this questionnaire is closed".
#[derive(Clone)]
pub struct Refusal {
    /// Key of the text.
    pub key: &'static str,
    /// Arguments of the text.
    pub args: Vec<(&'static str, Arg)>,
}

impl Refusal {
    /// A refusal whose text takes no arguments, ready to be returned as an error.
    #[must_use]
    pub fn because(key: &'static str) -> anyhow::Error {
        Self { key, args: Vec::new() }.into()
    }
}

impl fmt::Debug for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Refusal({})", self.key)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "refused: {}", self.key)
    }
}

impl std::error::Error for Refusal {}

/// The database had no time for us; nothing was begun.
#[derive(Debug, thiserror::Error)]
#[error("waited too long for the write transaction")]
pub struct Busy;

/// Whether a fault lies in the database being out of reach, so that the same work will succeed later.
#[must_use]
pub fn is_passing(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| cause.is::<Busy>() || is_passing_cause(cause))
}

/// Does again what fails because the database is out of reach, until it succeeds or fails for another reason. With `stop`
/// the last failure stands.
pub async fn persist<T, F>(stop: &CancellationToken, step: impl Fn() -> F) -> anyhow::Result<T>
where
    F: Future<Output = anyhow::Result<T>>,
{
    loop {
        match step().await {
            Err(error) if is_passing(&error) && !stop.is_cancelled() => {
                tracing::warn!(
                    error = format!("{error:#}"),
                    "the database is out of reach; it is tried again"
                );
                stop.run_until_cancelled(tokio::time::sleep(AGAIN)).await;
            }
            ended => return ended,
        }
    }
}

fn is_passing_cause(cause: &(dyn std::error::Error + 'static)) -> bool {
    match cause.downcast_ref::<sqlx::Error>() {
        Some(
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed,
        ) => true,
        Some(sqlx::Error::Database(error)) => error.code().is_some_and(|code| is_passing_code(&code)),
        _ => false,
    }
}

/// PostgreSQL: connection lost, shutting down, serialization, deadlock, no resources, read-only, a disk that fails
/// (<https://www.postgresql.org/docs/current/errcodes-appendix.html>).
/// SQLite: busy, locked, read-only, I/O error, disk full, no file (<https://www.sqlite.org/rescode.html>).
fn is_passing_code(code: &str) -> bool {
    match code.parse::<u32>() {
        Ok(number) if code.len() < 5 => matches!(number & 0xff, 5 | 6 | 8 | 10 | 13 | 14),
        _ => {
            ["08", "25006", "25P03", "40", "53", "55", "57", "58"].iter().any(|class| code.starts_with(class))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_passes_by_itself_is_no_crash() {
        for code in ["5", "517", "6", "8", "776", "1032", "10", "778", "4874", "13", "14"] {
            assert!(is_passing_code(code), "SQLite {code}");
        }
        for code in ["08006", "25006", "40001", "40P01", "53100", "53300", "55P03", "57P01", "58030"] {
            assert!(is_passing_code(code), "PostgreSQL {code}");
        }
        for code in ["1", "11", "19", "2067", "23505", "42P01", "22001"] {
            assert!(!is_passing_code(code), "{code}");
        }
    }
}
