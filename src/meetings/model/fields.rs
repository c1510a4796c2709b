//! What else can be said of a meeting: its level, how people take part, what they are handed, with what they come.
//! Pure. Not here: files themselves.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Programme;

/// The most materials of a meeting.
pub const MOST_MATERIALS: usize = 10;
/// The most characters of what somebody comes with.
pub const MOST_WISH: usize = 300;

/// For whom a meeting is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// A municipality.
    #[default]
    Municipal,
    /// A region.
    Regional,
    /// The country.
    Federal,
}

impl Level {
    /// The word in texts.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Municipal => "municipal",
            Self::Regional => "regional",
            Self::Federal => "federal",
        }
    }

    /// The one after it, round and round.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Municipal => Self::Regional,
            Self::Regional => Self::Federal,
            Self::Federal => Self::Municipal,
        }
    }
}

/// How people take part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// They come.
    Offline,
    /// Over the network.
    Online,
    /// Either.
    Both,
}

impl Form {
    /// The word in texts.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Offline => "offline",
            Self::Online => "online",
            Self::Both => "both",
        }
    }

    /// The one after it, round and round.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Offline => Self::Online,
            Self::Online => Self::Both,
            Self::Both => Self::Offline,
        }
    }
}

impl Programme {
    /// How people take part: as was said, else as a place and an address tell.
    #[must_use]
    pub fn form(&self) -> Form {
        self.form.unwrap_or(match (self.place.is_empty(), self.link.is_some()) {
            (true, true) => Form::Online,
            (false, true) => Form::Both,
            (_, false) => Form::Offline,
        })
    }
}

/// Something that those who were called are handed.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Material {
    /// Our id.
    pub id: Uuid,
    /// The file, if it is one.
    pub attachment_id: Option<Uuid>,
    /// The address, if it is none.
    pub link: Option<String>,
    /// What it is called.
    pub title: String,
}

/// With what somebody comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// A question.
    Question,
    /// Something to tell.
    Talk,
}

impl Wish {
    /// Every one, in the order of the buttons.
    pub const ALL: [Self; 2] = [Self::Question, Self::Talk];

    /// The word stored in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Talk => "talk",
        }
    }

    /// Reads the stored word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|wish| wish.as_str() == word)
    }
}

/// What somebody comes with, in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wished {
    /// Фамилия Имя Отчество; empty if nobody knows.
    pub name: String,
    /// What it is.
    pub wish: Wish,
    /// In their words.
    pub words: String,
}

/// Reads an address that was typed alone or with words around it; the words are its title.
#[must_use]
pub fn read_material(words: &str) -> Option<(String, String)> {
    let is_link = |word: &&str| word.starts_with("https://") || word.starts_with("http://");
    let link = words.split_whitespace().find(is_link)?;
    let title = words.split_whitespace().filter(|word| !is_link(word)).collect::<Vec<_>>().join(" ");
    let title = if title.is_empty() { link } else { title.as_str() };
    Some((title.chars().take(100).collect(), link.chars().take(500).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_people_take_part_follows_from_where_it_is() {
        let of = |place: &str, link: Option<&str>| Programme {
            place: place.to_owned(),
            link: link.map(str::to_owned),
            ..Programme::default()
        };
        assert_eq!(of("Зал", None).form(), Form::Offline);
        assert_eq!(of("", Some("https://example.ru")).form(), Form::Online);
        assert_eq!(of("Зал", Some("https://example.ru")).form(), Form::Both);
        let said = Programme { form: Some(Form::Offline), ..of("", Some("https://example.ru")) };
        assert_eq!(said.form(), Form::Offline);
    }

    #[test]
    fn an_address_brings_its_title() {
        let read = |words: &str| read_material(words);
        assert_eq!(
            read("Слайды https://example.ru/a"),
            Some(("Слайды".into(), "https://example.ru/a".into()))
        );
        assert_eq!(read("https://example.ru").map(|(title, _)| title), Some("https://example.ru".to_owned()));
        assert_eq!(read("просто слова"), None);
    }
}
