//! From the text of a file to a questionnaire, or to the list of everything wrong with it.
//! Not here: single questions and conditions; they stand in `pieces` and `conditions`.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use toml::Spanned;

use super::{
    Area, Choice, Condition, FORMAT, Level, ParseError, Question, Questionnaire, Source,
    fault::Faults,
    file::{AreaTable, LevelTable, QuestionnaireFile, ScaleTable},
};

/// Areas that fit one chart.
const MOST_SCORED_AREAS: usize = 12;

/// What has been read so far; later parts of the file may refer to it.
pub(super) struct Reading<'a> {
    pub faults: Faults<'a>,
    pub scales: BTreeMap<String, Vec<Choice>>,
    /// Questions above the present one, with ids of their choices, and whether they are scored.
    pub earlier: BTreeMap<String, (Vec<String>, bool)>,
    /// Which of them are asked only where a diagnosis is narrowed.
    pub extended: BTreeSet<String>,
    areas: BTreeSet<String>,
}

/// Reads a questionnaire. Pure: neither files nor catalogues are asked.
///
/// # Errors
/// Every mistake with its line; a text that is no TOML yields one.
pub fn parse(text: &str) -> Result<Questionnaire, ParseError> {
    let mut faults = Faults::of(text);
    let file: QuestionnaireFile = match toml::from_str(text) {
        Ok(file) => file,
        Err(error) => {
            faults.note(error.span().unwrap_or_default(), error.message());
            return Err(faults.settle(()).err().unwrap_or(ParseError { faults: Vec::new() }));
        }
    };
    let (extended, areas) = (BTreeSet::new(), BTreeSet::new());
    let mut reading = Reading { faults, scales: BTreeMap::new(), earlier: BTreeMap::new(), extended, areas };
    let questionnaire = reading.questionnaire(file);
    reading.faults.settle(questionnaire)
}

impl Reading<'_> {
    fn questionnaire(&mut self, file: QuestionnaireFile) -> Questionnaire {
        let format = *file.format.get_ref();
        let what = format!("format {format} is not known; this program reads format {FORMAT}");
        self.faults.demand(format == FORMAT, &file.format, what);
        let minutes = *file.minutes.get_ref();
        self.faults.demand((1..=180).contains(&minutes), &file.minutes, "minutes must be from 1 to 180");
        for scale in file.scale {
            self.scale(scale);
        }
        let id_span = file.id.span();
        let questionnaire = Questionnaire {
            id: self.id(&file.id, "id of the questionnaire"),
            title: self.faults.words(file.title, "title", 60),
            summary: self.faults.words(file.summary, "summary", 140),
            minutes,
            intro: self.faults.words(file.intro, "intro", 500),
            source: self.source(&file.source),
            repeat_after_months: file.repeat_after_months.map(|months| self.repeat_after(&months)),
            when: self.conditions(file.when),
            levels: self.levels(file.level),
            areas: file.area.into_iter().map(|area| self.area(area)).collect(),
        };
        let scored = questionnaire.areas.iter().filter(|area| area.is_scored()).count();
        if questionnaire.areas.is_empty() {
            self.faults.note(id_span, "there is no [[area]], so nothing would be asked");
        } else if scored > 0 && questionnaire.levels.is_empty() {
            self.faults.note(id_span, "there is no [[level]] for the total");
        } else if scored > MOST_SCORED_AREAS {
            let what = format!("{scored} scored areas do not fit the chart, at most {MOST_SCORED_AREAS} do");
            self.faults.note(id_span, what);
        }
        questionnaire
    }

    /// Takes an id: lower-case letters, digits and hyphens, short enough for a button.
    pub(super) fn id(&mut self, value: &Spanned<String>, name: &str) -> String {
        let id = value.get_ref();
        let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let sound = !id.is_empty() && id.len() <= 40 && id.bytes().all(allowed);
        let what = format!("{name} must be 1 to 40 of a–z, 0–9 and hyphen, not “{id}”");
        self.faults.demand(sound, value, what);
        id.clone()
    }

    fn source(&mut self, value: &Spanned<String>) -> Source {
        match value.get_ref().as_str() {
            "self_rated" => Source::SelfRated,
            "auto_checked" => Source::AutoChecked,
            other => {
                let what = format!("source must be self_rated or auto_checked, not “{other}”");
                self.faults.note(value.span(), what);
                Source::SelfRated
            }
        }
    }

    fn repeat_after(&mut self, value: &Spanned<u32>) -> u32 {
        let months = *value.get_ref();
        let what = format!("repeat_after_months must be from 1 to 36, not {months}");
        self.faults.demand((1..=36).contains(&months), value, what);
        months
    }

    fn scale(&mut self, scale: ScaleTable) {
        let id = self.id(&scale.id, "id of the scale");
        let count = scale.choices.len();
        self.faults.demand((2..=10).contains(&count), &scale.id, "a scale has 2 to 10 choices");
        let mut last = -1.0;
        let mut choices = Vec::new();
        for (index, choice) in scale.choices.into_iter().enumerate() {
            let score = self.faults.share(&choice.score, "score");
            self.faults.demand(score > last, &choice.score, "scores of a scale go from low to high");
            last = score;
            let label = self.faults.words(choice.label, "label", 40);
            let id = (index + 1).to_string();
            choices.push(Choice { id, label, score: Some(score), alone: false, right: false });
        }
        let is_new = self.scales.insert(id.clone(), choices).is_none();
        self.faults.demand(is_new, &scale.id, format!("there are two scales “{id}”"));
    }

    fn levels(&mut self, tables: Vec<LevelTable>) -> Vec<Level> {
        let mut levels: Vec<Level> = Vec::new();
        let count = tables.len();
        for (index, table) in tables.into_iter().enumerate() {
            let up_to = self.faults.share(&table.up_to, "up_to");
            let above = levels.last().is_none_or(|level| up_to > level.up_to) && up_to > 0.0;
            self.faults.demand(above, &table.up_to, "levels go from low to high");
            if index + 1 == count {
                let ends = (up_to - 1.0).abs() < f64::EPSILON;
                self.faults.demand(ends, &table.up_to, "the last level must have up_to = 1.0");
            }
            let title = self.faults.words(table.title, "title of the level", 40);
            let text = self.faults.words(table.text, "text of the level", 300);
            levels.push(Level { up_to, title, text });
        }
        levels
    }

    /// What is asked of everybody cannot wait for an answer that only a narrowed diagnosis asks for.
    pub(super) fn refuse_extended(&mut self, when: &[Condition], place: &Range<usize>) {
        for name in when.iter().filter_map(Condition::question) {
            if self.extended.contains(name) {
                let what =
                    format!("“{name}” is extended, so only extended questions may have it as a condition");
                self.faults.note(place.clone(), what);
            }
        }
    }

    fn area(&mut self, table: AreaTable) -> Area {
        let place = table.id.span();
        let id = self.id(&table.id, "id of the area");
        let is_new = self.areas.insert(id.clone());
        self.faults.demand(is_new, &table.id, format!("there are two areas “{id}”"));
        let breaks = table.short.get_ref().matches('\n').count();
        self.faults.demand(breaks <= 1, &table.short, "short may hold one line break only");
        let when = self.conditions(table.when);
        self.refuse_extended(&when, &place);
        let area = Area {
            id,
            title: self.faults.words(table.title, "title of the area", 40),
            short: self.faults.words(table.short, "short", 18),
            when,
            levels: self.levels(table.level),
            next_step: table.next_step.map(|step| self.faults.words(step, "next_step", 300)),
            strength: table.strength.map(|words| self.faults.words(words, "strength", 300)),
            questions: table.question.into_iter().map(|question| self.question(question)).collect(),
        };
        if area.questions.is_empty() {
            self.faults.note(place.clone(), "the area has no [[area.question]]");
        }
        let is_asked = |question: &&Question| !question.extended;
        if area.is_scored() && !area.questions.iter().filter(is_asked).any(Question::is_scored) {
            let what = "a scored area needs a scored question without extended = true, or there is nothing to compare with";
            self.faults.note(place.clone(), what);
        }
        let complete = !area.levels.is_empty() && area.next_step.is_some() && area.strength.is_some();
        if area.is_scored() && !complete {
            self.faults.note(place, "a scored area needs [[area.level]], next_step and strength");
        }
        area
    }
}
