//! A questionnaire file as TOML spells it: every key of the format, nothing checked yet but that no other key occurs.
//! Not here: what the keys must hold.

use serde::Deserialize;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct QuestionnaireFile {
    pub format: Spanned<u32>,
    pub id: Spanned<String>,
    pub title: Spanned<String>,
    pub summary: Spanned<String>,
    pub minutes: Spanned<u32>,
    pub intro: Spanned<String>,
    pub source: Spanned<String>,
    pub repeat_after_months: Option<Spanned<u32>>,
    #[serde(default)]
    pub when: Vec<Spanned<ConditionTable>>,
    #[serde(default)]
    pub scale: Vec<ScaleTable>,
    #[serde(default)]
    pub level: Vec<LevelTable>,
    #[serde(default)]
    pub area: Vec<AreaTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ScaleTable {
    pub id: Spanned<String>,
    pub choices: Vec<ScaleChoiceTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ScaleChoiceTable {
    pub label: Spanned<String>,
    pub score: Spanned<f64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LevelTable {
    pub up_to: Spanned<f64>,
    pub title: Spanned<String>,
    pub text: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AreaTable {
    pub id: Spanned<String>,
    pub title: Spanned<String>,
    pub short: Spanned<String>,
    #[serde(default)]
    pub when: Vec<Spanned<ConditionTable>>,
    #[serde(default)]
    pub level: Vec<LevelTable>,
    pub next_step: Option<Spanned<String>>,
    pub strength: Option<Spanned<String>>,
    #[serde(default)]
    pub question: Vec<QuestionTable>,
}

/// The keys of all kinds of question together; which of them belong to a kind is checked afterwards, so that the
/// error can name the key and its line.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct QuestionTable {
    pub id: Spanned<String>,
    pub kind: Spanned<String>,
    pub text: Spanned<String>,
    #[serde(default)]
    pub when: Vec<Spanned<ConditionTable>>,
    pub optional: Option<bool>,
    pub extended: Option<bool>,
    pub hint: Option<Spanned<String>>,
    pub weight: Option<Spanned<f64>>,
    pub scale: Option<Spanned<String>>,
    pub reverse: Option<Spanned<bool>>,
    pub choices: Option<Spanned<Vec<ChoiceTable>>>,
    pub at_least: Option<Spanned<u32>>,
    pub at_most: Option<Spanned<u32>>,
    pub from: Option<Spanned<i64>>,
    pub to: Option<Spanned<i64>>,
    pub unit: Option<Spanned<String>>,
    pub max_chars: Option<Spanned<u32>>,
    pub right_number: Option<Spanned<f64>>,
    pub right_texts: Option<Spanned<Vec<Spanned<String>>>>,
    pub explanation: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChoiceTable {
    pub id: Spanned<String>,
    pub label: Spanned<String>,
    pub score: Option<Spanned<f64>>,
    pub alone: Option<Spanned<bool>>,
    pub right: Option<Spanned<bool>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ConditionTable {
    pub posts: Option<Vec<String>>,
    pub post_groups: Option<Vec<String>>,
    pub not_post_groups: Option<Vec<String>>,
    pub subjects: Option<Vec<String>>,
    pub early_career: Option<bool>,
    pub answer: Option<AnswerTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AnswerTable {
    pub question: Spanned<String>,
    pub choices: Option<Vec<String>>,
    pub score_at_most: Option<Spanned<f64>>,
    pub score_at_least: Option<Spanned<f64>>,
}
