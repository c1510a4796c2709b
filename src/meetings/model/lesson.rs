//! What colleagues say of a lesson that they visited: the questions, which the content file lists, and a sheet of answers.
//! Not here: who may see a sheet.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::Deserialize;
use toml::Spanned;
use uuid::Uuid;

use crate::content::Content;

/// The most characters of an answer.
pub const MOST_ANSWER: usize = 1_000;

/// A question about a lesson.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LessonQuestion {
    /// Kept with answers.
    pub id: String,
    /// As people read it.
    pub title: String,
    /// Whether it is answered by a button, one of [`SCALE`], and not in words.
    pub is_scale: bool,
}

/// What a button answers, as it is stored.
pub const SCALE: [&str; 3] = ["yes", "partly", "no"];

/// The questions, in their order.
#[derive(Debug, Clone, Default)]
pub struct LessonQuestions(Vec<LessonQuestion>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    question: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: Spanned<String>,
    title: String,
    scale: bool,
}

impl LessonQuestions {
    /// Reads `lesson_analysis.toml`; an error names the file and the line.
    pub fn read(content: &Content) -> anyhow::Result<Self> {
        let file = content.file("lesson_analysis.toml")?;
        let list: File = file.parse()?;
        let mut questions: Vec<LessonQuestion> = Vec::new();
        for entry in list.question {
            if questions.iter().any(|known| known.id == *entry.id.get_ref()) {
                return Err(file.fault(entry.id.span().start, "this id stands there twice"));
            }
            questions.push(LessonQuestion {
                id: entry.id.into_inner(),
                title: entry.title,
                is_scale: entry.scale,
            });
        }
        Ok(Self(questions))
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[LessonQuestion] {
        &self.0
    }
}

/// What somebody says of a lesson.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LessonSheet {
    /// Our id.
    pub id: Uuid,
    /// Our id of the lesson.
    pub meeting: Uuid,
    /// Whose lesson it was.
    pub teacher: Uuid,
    /// Who says it, while we know them.
    pub author: Option<Uuid>,
    /// The answers by the ids of their questions.
    pub answers: BTreeMap<String, String>,
    /// When it was finished; from then on the teacher sees it, and nothing changes any more.
    pub finished_at: Option<DateTime<Utc>>,
    /// When the teacher took it into the portfolio.
    pub kept_at: Option<DateTime<Utc>>,
}

impl LessonSheet {
    /// Whether somebody may read it: the author, and once it is finished the teacher and whoever accompanies them.
    #[must_use]
    pub fn is_seen_by(&self, person: Uuid, accompanies: bool) -> bool {
        let is_finished = self.finished_at.is_some();
        self.author == Some(person) || (is_finished && (self.teacher == person || accompanies))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_questions_are_read_and_a_sheet_is_for_few() {
        let questions = LessonQuestions::read(&Content::open(None)).expect("shipped content is valid");
        assert_eq!(questions.all().len(), 11);
        let (teacher, author, other) = (Uuid::from_u128(1), Uuid::from_u128(2), Uuid::from_u128(3));
        let open = LessonSheet {
            id: Uuid::nil(),
            meeting: Uuid::nil(),
            teacher,
            author: Some(author),
            answers: BTreeMap::new(),
            finished_at: None,
            kept_at: None,
        };
        let sees = |sheet: &LessonSheet| {
            [(teacher, false), (author, false), (other, true), (other, false)]
                .map(|(person, accompanies)| sheet.is_seen_by(person, accompanies))
        };
        assert_eq!(sees(&open), [false, true, false, false]);
        let finished = LessonSheet { finished_at: Some(DateTime::UNIX_EPOCH), ..open };
        assert_eq!(sees(&finished), [true, true, true, false]);
    }
}
