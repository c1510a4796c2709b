//! The book of erasures: a file beside the database, or where the configuration puts it, that lists the ids of whoever was
//! erased. A backup of the database does not know of those who left after it was made; this file does.
//! Not here: the acts, which stand in the database.

use std::{
    collections::HashSet,
    fs::{self, OpenOptions},
    io::{self, ErrorKind, Read as _, Seek as _, SeekFrom, Write as _},
    path::Path,
};

use anyhow::Context;
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{app::App, privacy::store};

/// Adds to the book whom it does not know yet, and returns everybody who was ever erased.
pub async fn keep_up(app: &App) -> anyhow::Result<HashSet<Uuid>> {
    let acts = store::list_erasures(&app.db, None).await?;
    let erased: Vec<(Uuid, String)> =
        acts.into_iter().rev().map(|act| (act.person_id, act.erased_at.to_rfc3339())).collect();
    let Some(path) = app.settings.erasure_book.clone() else {
        return Ok(erased.into_iter().map(|(person, _)| person).collect());
    };
    let shown = path.display().to_string();
    tokio::task::spawn_blocking(move || add_to(&path, &erased))
        .await?
        .with_context(|| format!("the book of erasures {shown}"))
}

/// Adds one person whom the book does not know.
pub async fn add(app: &App, person: Uuid, erased_at: DateTime<Utc>) -> anyhow::Result<()> {
    let Some(path) = app.settings.erasure_book.clone() else { return Ok(()) };
    let line = line_of(person, &erased_at.to_rfc3339());
    Ok(tokio::task::spawn_blocking(move || append(&path, &line)).await??)
}

fn line_of(person: Uuid, erased_at: &str) -> String {
    format!("{person} {erased_at}\n")
}

fn add_to(path: &Path, erased: &[(Uuid, String)]) -> anyhow::Result<HashSet<Uuid>> {
    let written = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        Err(error) => return Err(error.into()),
    };
    let mut known: HashSet<Uuid> = written.lines().filter_map(read_line).collect();
    let mut added = String::new();
    for (person, erased_at) in erased {
        if known.insert(*person) {
            added.push_str(&line_of(*person, erased_at));
        }
    }
    if !added.is_empty() {
        append(path, &added)?;
    }
    Ok(known)
}

/// A line that a crash cut short must not swallow the next one.
fn append(path: &Path, lines: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().create(true).read(true).append(true).open(path)?;
    let mut last = *b"\n";
    if file.metadata()?.len() > 0 {
        file.seek(SeekFrom::End(-1))?;
        file.read_exact(&mut last)?;
    }
    let glue = if last == *b"\n" { "" } else { "\n" };
    file.write_all(format!("{glue}{lines}").as_bytes())?;
    file.sync_all()
}

/// An id, and when it was erased; the latter is for people who read the file.
fn read_line(line: &str) -> Option<Uuid> {
    line.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_book_keeps_everybody_once_whatever_a_crash_left() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("metodist.erased");
        let entry = |number: u128| (Uuid::from_u128(number), "2026-11-22T08:00:00+00:00".to_owned());
        assert_eq!(add_to(&path, &[entry(1), entry(2)]).expect("written").len(), 2);
        let torn = fs::read_to_string(&path).expect("read") + "0193";
        fs::write(&path, torn).expect("torn");
        assert_eq!(add_to(&path, &[entry(2), entry(3)]).expect("written").len(), 3);
        assert_eq!(add_to(&path, &[]).expect("read").len(), 3);
        append(&path, "0193").expect("torn again");
        append(&path, &line_of(Uuid::from_u128(4), "2026-11-22T08:00:00+00:00")).expect("appended");
        assert_eq!(add_to(&path, &[entry(4)]).expect("read").len(), 4);
        let text = fs::read_to_string(&path).expect("read");
        assert_eq!(text.lines().filter(|line| read_line(line).is_some()).count(), 4);
    }
}
