//! What the answers add up to: scores, levels, strengths and areas to work on.
//! Not here: how it is told.

use super::Attempt;
use crate::diagnostics::questionnaire::{Area, Level, Question, Questionnaire, reach};

/// More areas to work on at once than these help nobody.
const MOST_TO_WORK_ON: usize = 3;

/// What an area turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finding {
    /// In its lowest level.
    Deficit,
    /// Neither.
    Between,
    /// In its highest level.
    Strength,
}

impl Finding {
    /// The word in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Deficit => "deficit",
            Self::Between => "neither",
            Self::Strength => "strength",
        }
    }
}

/// The score of one area.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AreaScore<'q> {
    /// The area.
    pub area: &'q Area,
    /// From 0 to 1.
    pub score: f64,
    /// Which of the area's levels it reached, counted from 0.
    pub rank: usize,
    /// That level.
    pub level: &'q Level,
    /// What it turned out to be.
    pub finding: Finding,
}

/// A task and whether it was solved.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CheckedTask<'q> {
    /// The task.
    pub question: &'q Question,
    /// Whether the answer was right.
    pub is_right: bool,
}

/// What an attempt adds up to.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment<'q> {
    /// Scored areas that were asked, in the order of the file.
    pub areas: Vec<AreaScore<'q>>,
    /// Mean of the areas with its level; `None` if nothing is scored.
    pub total: Option<(f64, &'q Level)>,
    /// Tasks that were asked, in the order of the file.
    pub tasks: Vec<CheckedTask<'q>>,
}

/// Adds up what was asked and answered. Answers to hidden questions do not count.
#[must_use]
pub fn assess<'q>(attempt: &Attempt, questionnaire: &'q Questionnaire) -> Assessment<'q> {
    let path = attempt.path(questionnaire);
    let mut tasks = Vec::new();
    let mut areas: Vec<(&Area, f64, f64)> = Vec::new();
    for asked in &path {
        let answer = attempt.complete_answer(asked.question);
        let Some(score) = answer.and_then(|answer| answer.score(asked.question)) else {
            continue;
        };
        if asked.question.is_task() {
            tasks.push(CheckedTask { question: asked.question, is_right: score > 0.5 });
        }
        let weight = asked.question.weight;
        match areas.last_mut().filter(|(area, ..)| area.id == asked.area.id) {
            Some((_, sum, weights)) => {
                *sum += score * weight;
                *weights += weight;
            }
            None => areas.push((asked.area, score * weight, weight)),
        }
    }
    let areas: Vec<AreaScore<'q>> =
        areas.into_iter().filter_map(|(area, sum, weights)| area_score(area, sum / weights)).collect();
    let total = mean(&areas).and_then(|mean| Some((mean, reach(&questionnaire.levels, mean)?.1)));
    Assessment { areas, total, tasks }
}

fn area_score(area: &Area, score: f64) -> Option<AreaScore<'_>> {
    let score = score.clamp(0.0, 1.0);
    let (rank, level) = area.reach(score)?;
    let is = |edge: Option<&Level>| edge.is_some_and(|edge| std::ptr::eq(edge, level));
    let finding = match area.levels.len() {
        0 | 1 => Finding::Between,
        _ if is(area.levels.first()) => Finding::Deficit,
        _ if is(area.levels.last()) => Finding::Strength,
        _ => Finding::Between,
    };
    Some(AreaScore { area, score, rank, level, finding })
}

fn mean(areas: &[AreaScore<'_>]) -> Option<f64> {
    let count = u32::try_from(areas.len()).ok().filter(|count| *count > 0)?;
    Some(areas.iter().map(|area| area.score).sum::<f64>() / f64::from(count))
}

impl<'q> Assessment<'q> {
    /// Strengths, the highest first; equal ones in the order of the file.
    #[must_use]
    pub fn strengths(&self) -> Vec<AreaScore<'q>> {
        let mut strengths = self.areas.clone();
        strengths.retain(|area| area.finding == Finding::Strength);
        strengths.sort_by(|one, other| other.score.total_cmp(&one.score));
        strengths
    }

    /// The highest area where there is no strength: almost everybody has something to hold on to.
    #[must_use]
    pub fn foothold(&self) -> Option<AreaScore<'q>> {
        let has_strength = self.areas.iter().any(|area| area.finding == Finding::Strength);
        if has_strength || self.areas.len() < 2 {
            return None;
        }
        // Of equal ones the first in the file: `max_by` would take the last.
        self.areas
            .iter()
            .rev()
            .max_by(|one, other| one.score.total_cmp(&other.score))
            .filter(|area| area.score > 0.0)
            .copied()
    }

    /// Up to three areas to work on, the lowest first; equal ones in the order of the file.
    #[must_use]
    pub fn to_work_on(&self) -> Vec<AreaScore<'q>> {
        let foothold = self.foothold();
        let is_foothold =
            |area: &AreaScore<'_>| foothold.is_some_and(|foothold| foothold.area.id == area.area.id);
        let mut low = self.areas.clone();
        low.retain(|area| area.finding != Finding::Strength && !is_foothold(area));
        low.sort_by(|one, other| one.finding.cmp(&other.finding).then(one.score.total_cmp(&other.score)));
        low.truncate(MOST_TO_WORK_ON);
        low
    }
}
