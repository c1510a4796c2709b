//! The catalogue of steps, as the content file has it: what can be done about an area, where, and how long it takes.
//! Not here: anybody's route.

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::{RouteTemplate, of_word};
use crate::content::{Content, ContentFile};

/// Longest id of a step: it stands in the payload of a button.
const LONGEST_ID: usize = 20;
/// Most hours of a step: retraining runs to a few hundred.
const MOST_HOURS: i64 = 1_500;
/// Most days that a step takes.
const MOST_DAYS: i64 = 400;

/// The three kinds of education that a step may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StepKind {
    /// Формальное: courses, retraining, internships within courses.
    Formal,
    /// Неформальное: seminars, webinars, groups, contests.
    Nonformal,
    /// Информальное: reading, watching, working by oneself.
    Informal,
}

impl StepKind {
    /// Every kind, the lightest first.
    pub const ALL: [Self; 3] = [Self::Informal, Self::Nonformal, Self::Formal];

    /// The word stored in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Formal => "formal",
            Self::Nonformal => "nonformal",
            Self::Informal => "informal",
        }
    }

    /// Reads the stored word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        of_word(&Self::ALL, word, Self::as_str)
    }
}

/// A kind of step that the catalogue knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownStep {
    /// Unique in the catalogue, at most 20 characters.
    pub id: String,
    /// Areas of the diagnosis that it fits.
    pub areas: Vec<String>,
    /// Which of the three.
    pub kind: StepKind,
    /// The form of learning, such as a webinar.
    pub form: String,
    /// What is done.
    pub title: String,
    /// What it should come to.
    pub result: String,
    /// Where it is done, with the source that offers it.
    pub place: String,
    /// Usual hours.
    pub hours: i64,
    /// Usual length in days.
    pub days: i64,
}

/// The catalogue of steps.
#[derive(Debug, Clone)]
pub struct RouteCatalogue {
    pub(super) steps: Vec<KnownStep>,
    templates: Vec<RouteTemplate>,
    also: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    also: BTreeMap<String, String>,
    source: Vec<Source>,
    step: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    id: String,
    title: String,
    address: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: Spanned<String>,
    areas: Vec<String>,
    kind: StepKind,
    form: String,
    title: String,
    hours: Spanned<i64>,
    days: Spanned<i64>,
    place: String,
    source: Spanned<String>,
    result: String,
}

impl RouteCatalogue {
    /// Reads `route_steps.toml` and `route_templates.toml`; an error names the file and the line.
    pub fn read(content: &Content) -> anyhow::Result<Self> {
        let file = content.file("route_steps.toml")?;
        let entries: File = file.parse()?;
        let mut seen = HashSet::new();
        let steps: anyhow::Result<Vec<KnownStep>> = entries
            .step
            .into_iter()
            .map(|entry| {
                if !seen.insert(entry.id.get_ref().clone()) {
                    return Err(file.fault(entry.id.span().start, "this id stands there twice"));
                }
                known_step(&file, &entries.source, entry)
            })
            .collect();
        let mut all = Self { steps: steps?, templates: Vec::new(), also: entries.also };
        all.templates = RouteTemplate::read_all(content, &all)?;
        Ok(all)
    }

    /// What can be done about an area, in the order of the file.
    pub fn suggest(&self, area: &str) -> impl Iterator<Item = &KnownStep> {
        let area = self.also.get(area).map_or(area, String::as_str).to_owned();
        self.steps.iter().filter(move |step| step.areas.contains(&area))
    }

    /// What stands ticked beforehand for an area: the first of each kind, the lightest first.
    #[must_use]
    pub fn prefill(&self, area: &str) -> Vec<&KnownStep> {
        let first = |kind| self.suggest(area).find(|step| step.kind == kind);
        StepKind::ALL.into_iter().filter_map(first).collect()
    }

    /// The whole routes to begin from, in the order of their file.
    #[must_use]
    pub fn templates(&self) -> &[RouteTemplate] {
        &self.templates
    }

    /// What every step is called.
    pub fn titles(&self) -> impl Iterator<Item = &str> {
        self.steps.iter().map(|step| step.title.as_str())
    }

    /// The step with this id.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<&KnownStep> {
        self.steps.iter().find(|step| step.id == id)
    }
}

fn known_step(file: &ContentFile, sources: &[Source], entry: Entry) -> anyhow::Result<KnownStep> {
    let spelled = |id: &str| id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let id = entry.id.get_ref();
    if id.is_empty() || id.len() > LONGEST_ID || !spelled(id) {
        return Err(file.fault(entry.id.span().start, "an id has up to 20 Latin letters, digits and hyphens"));
    }
    let within = |value: &Spanned<i64>, most: i64| (1..=most).contains(value.get_ref());
    if !within(&entry.hours, MOST_HOURS) {
        return Err(file.fault(entry.hours.span().start, "hours: from 1 to 1500"));
    }
    if !within(&entry.days, MOST_DAYS) {
        return Err(file.fault(entry.days.span().start, "days: from 1 to 400"));
    }
    let source = sources.iter().find(|source| source.id == *entry.source.get_ref());
    let source = source.ok_or_else(|| file.fault(entry.source.span().start, "no source has this id"))?;
    let named = source.address.as_ref().map_or_else(String::new, |address| format!(", {address}"));
    Ok(KnownStep {
        place: format!("{} ({}{named})", entry.place, source.title),
        id: entry.id.into_inner(),
        areas: entry.areas,
        kind: entry.kind,
        form: entry.form,
        title: entry.title,
        result: entry.result,
        hours: entry.hours.into_inner(),
        days: entry.days.into_inner(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_catalogue_has_sixty_steps_of_every_kind_for_every_area() {
        let catalogue = RouteCatalogue::read(&Content::open(None)).expect("shipped content is valid");
        assert!(catalogue.steps.len() >= 60, "{}", catalogue.steps.len());
        for area in ["subject", "methods", "psychology", "literacy", "communication", "ict", "reading"] {
            assert!(catalogue.suggest(area).count() >= 10, "{area}");
            assert_eq!(catalogue.prefill(area).len(), 3, "{area}");
        }
    }

    #[test]
    fn a_mistake_in_the_file_names_its_line() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("route_steps.toml");
        let step = "[[source]]\nid = \"s\"\ntitle = \"S\"\n[[step]]\nid = \"a\"\nareas = []\nkind = \"formal\"\nform = \"f\"\n\
            title = \"t\"\nhours = 0\ndays = 1\nplace = \"p\"\nsource = \"s\"\nresult = \"r\"\n";
        for (words, fault) in [
            (step.to_owned(), "line 10: hours"),
            (
                step.replace("hours = 0", "hours = 2").replace("source = \"s\"", "source = \"x\""),
                "line 13: no source",
            ),
            (step.replace("id = \"a\"", "id = \"ш\""), "line 5: an id"),
        ] {
            std::fs::write(&path, words).expect("written");
            let error = RouteCatalogue::read(&Content::open(Some(folder.path()))).expect_err("a mistake");
            assert!(error.to_string().contains(fault), "{error}");
        }
    }
}
