//! From the questions of a sheet to the text of a questionnaire file, which every attempt is taken from.
//! Not here: the format itself; `diagnostics` reads it and checks it once more.

use serde::Serialize;

use super::{LocalQuestion, LocalQuestionnaire, Way};

/// Seconds that a question takes.
const SECONDS_EACH: usize = 20;
/// Marks of a scale.
const MARKS: usize = 5;
/// Characters of a typed answer.
const MOST_TYPED: u32 = 500;
/// The greatest number that anybody answers with.
const MOST_NUMBER: i64 = 1_000_000;
/// Characters of the label on the chart.
const MOST_OF_LABEL: usize = 18;
/// Shares below which the lower levels of a section with tasks lie.
const LEVELS: [f64; 3] = [0.5, 0.8, 1.0];

/// The words that stand where a sheet says none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wordings {
    /// The section of questions that belong to none.
    pub section: String,
    /// What the marks of a scale mean.
    pub scale_hint: String,
    /// Title and text of each level, from low to high.
    pub levels: [(String, String); 3],
    /// What to do where a section did not go well.
    pub next_step: String,
    /// What to say where it did.
    pub strength: String,
    /// Who sees the answers, said before the start.
    pub promise: String,
    /// Begins an explanation that the sheet does not give: the right answers follow.
    pub right: String,
}

#[derive(Serialize)]
struct File<'a> {
    format: u32,
    id: String,
    title: &'a str,
    summary: &'a str,
    minutes: usize,
    intro: String,
    source: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    level: Vec<LevelTable<'a>>,
    area: Vec<AreaTable<'a>>,
}

#[derive(Clone, Serialize)]
struct LevelTable<'a> {
    up_to: f64,
    title: &'a str,
    text: &'a str,
}

#[derive(Serialize)]
struct AreaTable<'a> {
    id: String,
    title: &'a str,
    short: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_step: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    strength: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    level: Vec<LevelTable<'a>>,
    question: Vec<QuestionTable<'a>>,
}

#[derive(Default, Serialize)]
struct QuestionTable<'a> {
    id: String,
    kind: &'static str,
    text: &'a str,
    optional: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_chars: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    choices: Vec<ChoiceTable>,
}

#[derive(Serialize)]
struct ChoiceTable {
    id: String,
    label: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    right: Option<bool>,
}

/// The text of the questionnaire as a file would hold it. The same questions give the same text.
///
/// # Errors
/// Only where words cannot be spelled in the format, which none are known to be.
pub fn write(local: &LocalQuestionnaire, words: &Wordings) -> anyhow::Result<String> {
    let levels: Vec<LevelTable<'_>> = LEVELS
        .iter()
        .zip(&words.levels)
        .map(|(up_to, (title, text))| LevelTable { up_to: *up_to, title, text })
        .collect();
    let has_tasks = local.questions.iter().any(|question| question.way.is_task());
    let file = File {
        format: 1,
        id: local.key(),
        title: &local.title,
        summary: &local.about,
        minutes: (local.questions.len() * SECONDS_EACH).div_ceil(60),
        intro: format!("{}\n\n{}", local.about, words.promise),
        source: if has_tasks { "auto_checked" } else { "self_rated" },
        level: if has_tasks { levels.clone() } else { Vec::new() },
        area: areas(&local.questions, words, &levels),
    };
    Ok(toml::to_string(&file)?)
}

/// The sections in the order in which they first occur.
fn areas<'a>(
    questions: &'a [LocalQuestion],
    words: &'a Wordings,
    levels: &[LevelTable<'a>],
) -> Vec<AreaTable<'a>> {
    let mut areas: Vec<AreaTable<'a>> = Vec::new();
    for (number, question) in (1..).zip(questions) {
        let title = question.section.as_deref().unwrap_or(&words.section);
        let place = areas.iter().position(|area| area.title == title).unwrap_or_else(|| {
            areas.push(AreaTable {
                id: format!("s{}", areas.len() + 1),
                title,
                short: title.chars().take(MOST_OF_LABEL).collect::<String>().trim_end().to_owned(),
                next_step: None,
                strength: None,
                level: Vec::new(),
                question: Vec::new(),
            });
            areas.len() - 1
        });
        if question.way.is_task() {
            areas[place].level = levels.to_vec();
            areas[place].next_step = Some(&words.next_step);
            areas[place].strength = Some(&words.strength);
        }
        areas[place].question.push(question_table(number, question, words));
    }
    areas
}

fn question_table<'a>(number: usize, question: &'a LocalQuestion, words: &'a Wordings) -> QuestionTable<'a> {
    let table = QuestionTable {
        id: format!("q{number}"),
        text: &question.text,
        optional: question.is_optional,
        ..QuestionTable::default()
    };
    match &question.way {
        Way::One(labels) => QuestionTable { kind: "single", choices: choices(labels), ..table },
        Way::Several(labels) => QuestionTable { kind: "several", choices: choices(labels), ..table },
        Way::Scale => {
            let marks: Vec<String> = (1..=MARKS).map(|mark| mark.to_string()).collect();
            QuestionTable { kind: "single", hint: Some(&words.scale_hint), choices: choices(&marks), ..table }
        }
        Way::Number => QuestionTable { kind: "number", from: Some(0), to: Some(MOST_NUMBER), ..table },
        Way::Words => QuestionTable { kind: "text", max_chars: Some(MOST_TYPED), ..table },
        Way::Task { choices: labels, right, explanation } => {
            let named: Vec<&str> =
                right.iter().filter_map(|place| labels.get(*place)).map(String::as_str).collect();
            let told = || format!("{} {}", words.right, named.join("; "));
            let mut choices = choices(labels);
            for (place, choice) in choices.iter_mut().enumerate() {
                choice.right = right.contains(&place).then_some(true);
            }
            let explanation = Some(explanation.clone().unwrap_or_else(told));
            QuestionTable { kind: "task", explanation, choices, ..table }
        }
    }
}

fn choices(labels: &[String]) -> Vec<ChoiceTable> {
    let numbered = (1..).zip(labels);
    numbered
        .map(|(number, label)| ChoiceTable { id: format!("{number}"), label: label.clone(), right: None })
        .collect()
}
