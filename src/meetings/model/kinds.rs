//! The kinds of meetings that the content file lists, and which of them every quarter should have.
//! Not here: any meeting.

use std::collections::HashSet;

use serde::Deserialize;
use toml::Spanned;

use super::{
    marks::{Marks, MarksInFile},
    quarter::{QuarterRule, RuleEntry},
};
use crate::{content::Content, units::search_key};

/// A kind of meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingKind {
    /// Kept with meetings.
    pub id: String,
    /// As a button says it.
    pub title: String,
    /// Whether its meetings are counted from the first of August on.
    pub is_numbered: bool,
    /// How long one takes where no end was said.
    pub minutes: i64,
    /// So many hours before it those who come are reminded, the longest first.
    pub remind_hours: Vec<i64>,
    /// Whether people compete: it has a stage, and those who were there what they won.
    pub is_contest: bool,
    /// Whether it is a lesson: the speaker of its agenda leads it.
    pub is_lesson: bool,
    /// So many days before it people are called to one of a plan.
    pub notice_days: i64,
    /// Search keys by which it is told in a sheet that does not name it.
    pub words: Vec<String>,
}

/// The kinds, in the order of their buttons, what is marked of those who were there, and the rules of the quarter.
#[derive(Debug, Clone, Default)]
pub struct MeetingKinds {
    kinds: Vec<MeetingKind>,
    marks: Marks,
    rules: Vec<QuarterRule>,
}

/// So many days before a meeting of a plan people are called to it, where the file does not say.
const NOTICE_DAYS: i64 = 21;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    kind: Vec<Entry>,
    #[serde(default)]
    role: Vec<super::marks::RoleInFile>,
    #[serde(default)]
    stage: Vec<super::marks::TitleInFile>,
    #[serde(default)]
    award: Vec<super::marks::TitleInFile>,
    #[serde(default)]
    rule: Vec<RuleEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: Spanned<String>,
    title: String,
    numbered: bool,
    minutes: Spanned<i64>,
    remind_hours: Vec<i64>,
    #[serde(default)]
    contest: bool,
    #[serde(default)]
    lesson: bool,
    notice_days: Option<Spanned<i64>>,
    #[serde(default)]
    words: Vec<String>,
}

impl MeetingKinds {
    /// Reads `meetings.toml`; an error names the file and the line.
    pub fn read(content: &Content) -> anyhow::Result<Self> {
        let file = content.file("meetings.toml")?;
        let list: File = file.parse()?;
        let mut seen = HashSet::new();
        for entry in &list.kind {
            let id = entry.id.get_ref();
            // Ids stand on buttons.
            if id.len() > 16 || !id.chars().all(|each| each.is_ascii_alphanumeric() || each == '-') {
                return Err(file.fault(entry.id.span().start, "an id is up to 16 letters a-z and digits"));
            }
            if !seen.insert(id) {
                return Err(file.fault(entry.id.span().start, "this id stands there twice"));
            }
            if !(1..=1_440).contains(entry.minutes.get_ref()) {
                return Err(file.fault(entry.minutes.span().start, "a meeting takes 1 to 1440 minutes"));
            }
            if let Some(days) = entry.notice_days.as_ref().filter(|days| !(1..=120).contains(days.get_ref()))
            {
                return Err(file.fault(days.span().start, "people are called 1 to 120 days before"));
            }
        }
        let said = MarksInFile { role: list.role, stage: list.stage, award: list.award };
        let marks = Marks::read(said, &shipped()?).map_err(|(at, words)| file.fault(at, words))?;
        let is_kind = |id: &str| seen.iter().any(|known| *known == id);
        let rules = list.rule.iter().map(|entry| {
            let rule = QuarterRule::read(entry).filter(|rule| is_kind(&rule.kind));
            let words =
                "a rule names a kind, and tell, again and by of four quarters, in this order within each";
            rule.ok_or_else(|| file.fault(entry.kind.span().start, words))
        });
        let rules = rules.collect::<anyhow::Result<_>>()?;
        Ok(Self { kinds: list.kind.into_iter().map(MeetingKind::from).collect(), marks, rules })
    }

    /// Which kinds every quarter should have.
    #[must_use]
    pub fn rules(&self) -> &[QuarterRule] {
        &self.rules
    }

    /// The kind that a sheet names, or that its words tell: the first whose title or whose words stand in them.
    #[must_use]
    pub fn of_words(&self, words: &str) -> Option<&MeetingKind> {
        let key = format!(" {} ", search_key(words));
        let stands = |part: &str| key.contains(&format!(" {part} "));
        let named = self.kinds.iter().find(|kind| stands(&search_key(&kind.title)));
        named.or_else(|| self.kinds.iter().find(|kind| kind.words.iter().any(|part| stands(part))))
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[MeetingKind] {
        &self.kinds
    }

    /// What is marked of those who were there.
    #[must_use]
    pub fn marks(&self) -> &Marks {
        &self.marks
    }

    /// The kind with this id; of one that the file no longer has, what its meetings need.
    #[must_use]
    pub fn of(&self, id: &str) -> MeetingKind {
        let gone = || MeetingKind {
            id: id.to_owned(),
            title: String::new(),
            is_numbered: false,
            minutes: 60,
            remind_hours: vec![24, 1],
            is_contest: false,
            is_lesson: false,
            notice_days: NOTICE_DAYS,
            words: Vec::new(),
        };
        self.kinds.iter().find(|kind| kind.id == id).cloned().unwrap_or_else(gone)
    }
}

impl From<Entry> for MeetingKind {
    fn from(entry: Entry) -> Self {
        let mut remind_hours: Vec<i64> = entry.remind_hours.into_iter().filter(|hours| *hours > 0).collect();
        remind_hours.sort_unstable_by(|one, other| other.cmp(one));
        remind_hours.dedup();
        Self {
            id: entry.id.into_inner(),
            title: entry.title,
            is_numbered: entry.numbered,
            minutes: entry.minutes.into_inner(),
            remind_hours,
            is_contest: entry.contest,
            is_lesson: entry.lesson,
            notice_days: entry.notice_days.map_or(NOTICE_DAYS, Spanned::into_inner),
            words: entry.words.iter().map(|words| search_key(words)).collect(),
        }
    }
}

/// What the shipped file says of marks: a file of before they were marked lacks them.
fn shipped() -> anyhow::Result<MarksInFile> {
    let list: File = Content::open(None).file("meetings.toml")?.parse()?;
    Ok(MarksInFile { role: list.role, stage: list.stage, award: list.award })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_kinds_are_read_and_an_unknown_one_does_no_harm() {
        let kinds = MeetingKinds::read(&Content::open(None)).expect("shipped content is valid");
        assert_eq!(kinds.all().len(), 9);
        assert_eq!(kinds.of("association").remind_hours, [168, 24, 1]);
        assert!(kinds.of("gone").title.is_empty());
        for (words, id) in [
            ("Неделя математики", Some("week")),
            ("Декада истории, обществознания", Some("week")),
            ("Заседание ММА", Some("pool")),
            ("методический совет", Some("council")),
            ("Итоги года", None),
        ] {
            assert_eq!(kinds.of_words(words).map(|kind| kind.id.as_str()), id, "{words}");
        }
    }
}
