//! A published answer: proposed by whoever gave it, looked at by a second person, found by whoever asks the same.
//! Not here: storage, screens, the clock.

mod index;
mod words;

pub use index::AnswerIndex;
pub use words::Vocabulary;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Where an answer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerState {
    /// It waits for a second person.
    Proposed,
    /// It is found by whoever asks.
    Published,
    /// The second person sent it back.
    Returned,
    /// It was taken out again.
    Withdrawn,
}

impl AnswerState {
    const ALL: [Self; 4] = [Self::Proposed, Self::Published, Self::Returned, Self::Withdrawn];

    /// The word stored in the database, also in a text.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Published => "published",
            Self::Returned => "returned",
            Self::Withdrawn => "withdrawn",
        }
    }
}

impl TryFrom<String> for AnswerState {
    type Error = String;

    fn try_from(word: String) -> Result<Self, String> {
        Self::ALL.into_iter().find(|state| state.as_str() == word).ok_or(word)
    }
}

/// An answer that its author rewrites before it is proposed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NewAnswer {
    /// In which municipality it will be found.
    pub municipality_id: Uuid,
    /// What it comes from; one answer for each.
    pub source: Uuid,
    /// The question, rewritten so that nobody is named; empty at first.
    pub question: String,
    /// The answer, in the markup of screens.
    pub answer: String,
    /// Names that must not stand in it.
    pub names: Vec<String>,
}

impl NewAnswer {
    /// Names that stand in these words, in whatever case they are written.
    #[must_use]
    pub fn names_in(&self, words: &str) -> Vec<String> {
        let stems: Vec<String> = words::words_of(words).iter().map(|word| words::stem(word)).collect();
        let names = self.names.iter().flat_map(|name| words::words_of(name));
        let told = names.filter(|name| name.chars().count() > 2 && stems.contains(&words::stem(name)));
        let mut told: Vec<String> = told.collect();
        told.sort();
        told.dedup();
        told
    }
}

/// An answer of the hot line.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct PublishedAnswer {
    /// Our id.
    pub id: Uuid,
    /// In which municipality it is found.
    pub municipality_id: Uuid,
    /// Who proposed it; nobody once they have left.
    pub author_id: Option<Uuid>,
    /// Where it stands.
    #[sqlx(try_from = "String")]
    pub state: AnswerState,
    /// The question.
    pub question: String,
    /// The answer, in the markup of screens.
    pub answer: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_every_case() {
        let answer = NewAnswer {
            municipality_id: Uuid::nil(),
            source: Uuid::nil(),
            question: String::new(),
            answer: String::new(),
            names: vec!["Белова Анна Петровна".to_owned(), "Ивановская школа № 1".to_owned()],
        };
        assert_eq!(answer.names_in("Урок Анны Петровны в пятом классе"), ["анна", "петровна"]);
        assert_eq!(answer.names_in("Спросила Белова"), ["белова"]);
        assert_eq!(answer.names_in("Как построить урок?"), [""; 0]);
    }
}
