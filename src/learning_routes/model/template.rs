//! Whole routes to begin from: those that ship with the product and those that a methodologist kept.
//! Not here: whose route it becomes.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::{
    LearningRoute, RouteCatalogue, RouteFault, RouteStep, StepKind, StepState,
    route::{Decided, MOST_STEPS},
    step::own_step,
};
use crate::content::Content;

/// Whom a template suits first of all.
const EARLY_CAREER: &str = "early_career";
const LOW_RESULTS: &str = "low_results";
/// Most characters of a title that a methodologist gives.
const LONGEST_TITLE: usize = 60;

/// A whole route to begin from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteTemplate {
    /// What it is called.
    pub title: String,
    /// Whom it suits: a word, or the id of an area; empty for whoever wants it.
    pub suits: String,
    /// Its steps, in order.
    pub steps: Vec<TemplateStep>,
}

/// A step of a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateStep {
    /// Its id in the catalogue.
    pub known: Option<String>,
    /// Areas of the diagnosis that it fits.
    pub areas: Vec<String>,
    /// Which of the three.
    pub kind: StepKind,
    /// The form of learning.
    pub form: String,
    /// What is done.
    pub title: String,
    /// What it should come to.
    pub result: String,
    /// Where.
    pub place: String,
    /// Usual hours.
    pub hours: Option<i64>,
    /// Usual length in days.
    pub days: i64,
}

/// What is known of whoever draws a route up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Situation {
    /// In the first three years of work.
    pub is_early_career: bool,
    /// Works at a school with low results.
    pub has_low_results: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    template: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: Spanned<String>,
    title: String,
    suits: String,
    steps: Vec<Spanned<String>>,
}

impl RouteTemplate {
    /// Reads `route_templates.toml`; an error names the file and the line.
    pub(super) fn read_all(content: &Content, catalogue: &RouteCatalogue) -> anyhow::Result<Vec<Self>> {
        let file = content.file("route_templates.toml")?;
        let entries: File = file.parse()?;
        let mut seen = HashSet::new();
        let mut all = Vec::new();
        for entry in entries.template {
            if !seen.insert(entry.id.get_ref().clone()) {
                return Err(file.fault(entry.id.span().start, "this id stands there twice"));
            }
            let known = |id: &Spanned<String>| {
                let step = catalogue.step(id.get_ref());
                step.map(TemplateStep::of).ok_or_else(|| file.fault(id.span().start, "no step has this id"))
            };
            let steps: anyhow::Result<Vec<TemplateStep>> = entry.steps.iter().map(known).collect();
            all.push(Self { title: entry.title, suits: entry.suits, steps: steps? });
        }
        Ok(all)
    }

    /// Reads the title that a methodologist gives.
    #[must_use]
    pub fn read_title(typed: &str) -> Option<String> {
        let title = typed.trim();
        let fits = !title.is_empty() && title.chars().count() <= LONGEST_TITLE;
        fits.then(|| title.to_owned())
    }

    /// What a route's steps of the catalogue make; one's own may name people and stay out.
    #[must_use]
    pub fn steps_of(route: &LearningRoute) -> Vec<TemplateStep> {
        let known = route.steps.iter().filter(|step| step.known.is_some());
        known.map(TemplateStep::of_route).collect()
    }

    /// Whether it suits somebody with these areas to work on.
    #[must_use]
    pub fn is_fitting(&self, route: &LearningRoute, situation: Situation) -> bool {
        match self.suits.as_str() {
            EARLY_CAREER => situation.is_early_career,
            LOW_RESULTS => situation.has_low_results,
            area => route.deficits.iter().any(|deficit| deficit.area == area),
        }
    }
}

impl TemplateStep {
    fn of(known: &super::KnownStep) -> Self {
        Self {
            known: Some(known.id.clone()),
            areas: known.areas.clone(),
            kind: known.kind,
            form: known.form.clone(),
            title: known.title.clone(),
            result: known.result.clone(),
            place: known.place.clone(),
            hours: Some(known.hours),
            days: known.days,
        }
    }

    fn of_route(step: &RouteStep) -> Self {
        Self {
            known: step.known.clone(),
            areas: vec![step.area.clone()],
            kind: step.kind,
            form: step.form.clone(),
            title: step.title.clone(),
            result: step.result.clone(),
            place: step.place.clone(),
            hours: step.hours,
            days: step.days,
        }
    }
}

impl LearningRoute {
    /// Takes the steps of a template in that are not there yet; the areas that they are about become chosen.
    pub fn take_template(&mut self, steps: &[TemplateStep]) -> Decided {
        self.only_in(&[super::RouteState::Draft])?;
        for step in steps {
            if step.known.is_some() && self.steps.iter().any(|known| known.known == step.known) {
                continue;
            }
            if self.steps.len() >= MOST_STEPS {
                return Err(RouteFault::Full);
            }
            let deficit = self.deficits.iter_mut().find(|deficit| step.areas.contains(&deficit.area));
            let area = deficit.map(|deficit| {
                deficit.is_chosen = true;
                deficit.area.clone()
            });
            self.steps.push(RouteStep {
                known: step.known.clone(),
                area: area.unwrap_or_default(),
                kind: step.kind,
                form: step.form.clone(),
                result: step.result.clone(),
                place: step.place.clone(),
                hours: step.hours,
                days: step.days,
                state: StepState::Planned,
                ..own_step(step.title.clone())
            });
        }
        Ok(())
    }
}
