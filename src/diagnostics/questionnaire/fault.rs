//! What is wrong with a questionnaire file, and on which line.
//! Not here: the rules themselves.

use std::{fmt, ops::Range};

use toml::Spanned;

/// One mistake in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Counted from 1.
    pub line: usize,
    /// What is wrong, in plain words.
    pub what: String,
}

/// Everything found wrong in one file; at least one fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseError {
    /// In the order of the lines.
    pub faults: Vec<Fault>,
}

impl ParseError {
    /// The faults as an editor shows them: `path:line: what`, one a line.
    #[must_use]
    pub fn in_file(&self, path: &str) -> String {
        let lines = self.faults.iter().map(|fault| format!("{path}:{}: {}", fault.line, fault.what));
        lines.collect::<Vec<_>>().join("\n")
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fault) in self.faults.iter().enumerate() {
            let end = if index == 0 { "" } else { "\n" };
            write!(f, "{end}line {}: {}", fault.line, fault.what)?;
        }
        Ok(())
    }
}

impl std::error::Error for ParseError {}

/// Collects what is wrong while a file is read.
pub(super) struct Faults<'a> {
    text: &'a str,
    found: Vec<Fault>,
}

impl<'a> Faults<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { text, found: Vec::new() }
    }

    pub(super) fn note(&mut self, at: Range<usize>, what: impl Into<String>) {
        let before = self.text.get(..at.start).unwrap_or(self.text);
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        self.found.push(Fault { line, what: what.into() });
    }

    /// Notes `what` about a value unless it `holds`.
    pub(super) fn demand<T>(&mut self, holds: bool, value: &Spanned<T>, what: impl Into<String>) {
        if !holds {
            self.note(value.span(), what);
        }
    }

    /// Takes a text that must not be empty nor longer than `most` characters.
    pub(super) fn words(&mut self, value: Spanned<String>, name: &str, most: usize) -> String {
        let words = value.get_ref().trim().to_owned();
        let count = words.chars().count();
        self.demand(count > 0, &value, format!("{name} is empty"));
        self.demand(count <= most, &value, format!("{name} has {count} characters, at most {most} fit"));
        words
    }

    /// Takes a score from 0 to 1.
    pub(super) fn share(&mut self, value: &Spanned<f64>, name: &str) -> f64 {
        let share = *value.get_ref();
        self.demand((0.0..=1.0).contains(&share), value, format!("{name} must be from 0 to 1, not {share}"));
        share
    }

    /// Hands `value` over if nothing is wrong.
    pub(super) fn settle<T>(mut self, value: T) -> Result<T, ParseError> {
        if self.found.is_empty() {
            return Ok(value);
        }
        self.found.sort_by_key(|fault| fault.line);
        Err(ParseError { faults: self.found })
    }
}
