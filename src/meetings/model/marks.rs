//! What is marked of those who were there: as what they took part, at which stage of a contest, and what they won.
//! Not here: who may mark it, and where it is kept.

use serde::Deserialize;
use toml::Spanned;

use super::{Likeness, MeetingKind, Programme, likeness};

/// As what somebody took part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartTaken {
    /// They listened.
    Listened,
    /// They spoke.
    Spoke,
    /// They led.
    Led,
}

impl PartTaken {
    /// Every one, in the order of the buttons.
    pub const ALL: [Self; 3] = [Self::Listened, Self::Spoke, Self::Led];

    /// The word stored in the database, and the id in the content file.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Listened => "listened",
            Self::Spoke => "spoke",
            Self::Led => "led",
        }
    }

    /// Reads the word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.as_str() == word)
    }

    /// As what somebody took part of whom nothing was marked: whoever called a meeting led it, unless it is a lesson, which
    /// is led by the speaker of its agenda; elsewhere whom the agenda names spoke.
    #[must_use]
    pub fn usual(programme: &Programme, kind: &MeetingKind, (name, is_organiser): (&str, bool)) -> Self {
        let is_named = !topics_of(programme, name).is_empty();
        match (is_named, is_organiser) {
            (true, _) if kind.is_lesson => Self::Led,
            (_, true) if !kind.is_lesson => Self::Led,
            (true, _) => Self::Spoke,
            _ => Self::Listened,
        }
    }
}

/// What somebody speaks about, as the agenda says.
#[must_use]
pub fn topics_of<'a>(programme: &'a Programme, name: &str) -> Vec<&'a str> {
    let names =
        |speaker: &str| speaker.split([',', ';']).any(|named| likeness(name, named) == Likeness::Same);
    programme.agenda.iter().filter(|item| names(&item.speaker)).map(|item| item.topic.as_str()).collect()
}

/// How one way of taking part reads, and whether reports count it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartWords {
    /// Which.
    pub part: PartTaken,
    /// What such a one is called.
    pub title: String,
    /// What a certificate confirms of them.
    pub confirms: String,
    /// Whether reports count it.
    pub is_counted: bool,
}

/// A stage of a contest, or what somebody won in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Kept with meetings.
    pub id: String,
    /// As people read it.
    pub title: String,
}

/// What can be marked, as the content file says.
#[derive(Debug, Clone, Default)]
pub struct Marks {
    parts: Vec<PartWords>,
    stages: Vec<Mark>,
    awards: Vec<Mark>,
}

/// What the content file says of it.
pub(super) struct MarksInFile {
    pub(super) role: Vec<RoleInFile>,
    pub(super) stage: Vec<TitleInFile>,
    pub(super) award: Vec<TitleInFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RoleInFile {
    id: Spanned<String>,
    title: String,
    confirms: String,
    counted: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TitleInFile {
    id: Spanned<String>,
    title: String,
}

/// The byte of the file, and what is wrong there.
type Fault = (usize, &'static str);

impl Marks {
    /// What a file says; what it says nothing of is as in the shipped one.
    pub(super) fn read(said: MarksInFile, shipped: &MarksInFile) -> Result<Self, Fault> {
        let or = |own: Vec<TitleInFile>, other: &[TitleInFile]| {
            if own.is_empty() { marks(other) } else { marks(&own) }
        };
        let mut parts = parts(&said.role)?;
        for other in self::parts(&shipped.role)? {
            if parts.iter().all(|own| own.part != other.part) {
                parts.push(other);
            }
        }
        Ok(Self { parts, stages: or(said.stage, &shipped.stage)?, awards: or(said.award, &shipped.award)? })
    }

    /// How a way of taking part reads.
    #[must_use]
    pub fn words(&self, part: PartTaken) -> PartWords {
        let unknown = || PartWords { part, title: String::new(), confirms: String::new(), is_counted: false };
        self.parts.iter().find(|words| words.part == part).cloned().unwrap_or_else(unknown)
    }

    /// The stages of a contest.
    #[must_use]
    pub fn stages(&self) -> &[Mark] {
        &self.stages
    }

    /// What can be won.
    #[must_use]
    pub fn awards(&self) -> &[Mark] {
        &self.awards
    }

    /// What a stage is called; empty for one that the file no longer has.
    #[must_use]
    pub fn stage(&self, id: &str) -> &str {
        title(&self.stages, id)
    }

    /// What somebody won, in words; whoever won nothing took part, which the last award says.
    #[must_use]
    pub fn award(&self, id: Option<&str>) -> &str {
        match id.map(|id| title(&self.awards, id)) {
            Some(won) if !won.is_empty() => won,
            _ => self.awards.last().map_or("", |last| last.title.as_str()),
        }
    }
}

fn title<'a>(marks: &'a [Mark], id: &str) -> &'a str {
    marks.iter().find(|mark| mark.id == id).map_or("", |mark| mark.title.as_str())
}

fn parts(said: &[RoleInFile]) -> Result<Vec<PartWords>, Fault> {
    let read = |role: &RoleInFile| {
        let fault = (role.id.span().start, "a role is listened, spoke or led");
        let part = PartTaken::from_word(role.id.get_ref()).ok_or(fault)?;
        let (title, confirms) = (role.title.clone(), role.confirms.clone());
        Ok(PartWords { part, title, confirms, is_counted: role.counted })
    };
    said.iter().map(read).collect()
}

fn marks(said: &[TitleInFile]) -> Result<Vec<Mark>, Fault> {
    let read = |entry: &TitleInFile| {
        let id = entry.id.get_ref();
        // Ids stand on buttons beside two others.
        if id.is_empty() || id.len() > 10 || !id.chars().all(|each| each.is_ascii_alphanumeric()) {
            return Err((entry.id.span().start, "an id is up to 10 letters a-z and digits"));
        }
        Ok(Mark { id: id.clone(), title: entry.title.clone() })
    };
    said.iter().map(read).collect()
}
