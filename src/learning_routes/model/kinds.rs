//! The kinds of steps that a municipality offers itself: as a sheet has them, or typed one at a time.
//! Not here: the shipped catalogue.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{KnownStep, RouteCatalogue, StepKind, step::read_own_step};
use crate::{
    sheets::{Columns, Row, Table},
    units::search_key,
};

/// Most rows that are taken at once.
pub const MOST_KINDS: usize = 500;
/// Most characters of a title; it stands on a button.
const LONGEST_TITLE: usize = 120;
/// Most characters of anything else.
const LONGEST: usize = 300;
/// Usual hours where nobody said any.
const USUAL_HOURS: i64 = 2;
/// Usual length in days.
const USUAL_DAYS: i64 = 14;

/// The areas of the shipped diagnosis with words by which a sheet names them.
pub const AREAS: [(&str, &str); 6] = [
    ("subject", "предмет"),
    ("methods", "методик"),
    ("psychology", "психолог"),
    ("literacy", "грамотност"),
    ("communication", "общени"),
    ("ict", "цифров"),
];

/// A kind of step to be offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewKind {
    /// Areas that it fits.
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
    pub hours: i64,
    /// Usual length in days.
    pub days: i64,
}

impl NewKind {
    /// Reads one line: «Мастер-класс по ИИ, 4 ч». Kind and area are asked afterwards.
    #[must_use]
    pub fn read(typed: &str) -> Option<Self> {
        let (title, hours) = read_own_step(typed)?;
        Some(Self {
            areas: Vec::new(),
            kind: StepKind::Nonformal,
            form: String::new(),
            title,
            result: String::new(),
            place: String::new(),
            hours: hours.unwrap_or(USUAL_HOURS),
            days: USUAL_DAYS,
        })
    }
}

/// A kind of step that a municipality offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnKind {
    /// Our id.
    pub id: Uuid,
    /// The same as the catalogue has it.
    pub step: KnownStep,
}

impl OwnKind {
    /// The id in the catalogue of the kind with this number.
    #[must_use]
    pub fn known_id(number: i64) -> String {
        format!("m-{number}")
    }
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum KindField {
    /// What is done.
    Title,
    /// The areas, with commas between.
    Areas,
    /// Which of the three.
    Kind,
    /// The form of learning.
    Form,
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// Where.
    Place,
    /// What it should come to.
    Result,
}

impl KindField {
    /// Every field, in the order of the template.
    pub const ALL: [Self; 8] = [
        Self::Title,
        Self::Areas,
        Self::Kind,
        Self::Form,
        Self::Hours,
        Self::Days,
        Self::Place,
        Self::Result,
    ];

    /// The word in a text.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Areas => "areas",
            Self::Kind => "kind",
            Self::Form => "form",
            Self::Hours => "hours",
            Self::Days => "days",
            Self::Place => "place",
            Self::Result => "result",
        }
    }
}

/// Every field with the headings that offices give it, as search keys.
const HEADINGS: [(KindField, &[&str]); 8] = [
    (KindField::Title, &["шаг", "название", "содержание", "мероприятие", "что делать", "step"]),
    (KindField::Areas, &["область", "области", "дефицит", "направление", "areas"]),
    (KindField::Kind, &["вид", "вид образования", "kind"]),
    (KindField::Form, &["форма", "форма обучения", "form"]),
    (KindField::Hours, &["часы", "часов", "количество часов", "hours"]),
    (KindField::Days, &["дней", "длительность", "длительность дней", "срок дней", "days"]),
    (KindField::Place, &["где", "место", "организация", "where"]),
    (KindField::Result, &["результат", "ожидаемый результат", "result"]),
];

/// Which column holds what.
pub type KindLayout = Columns<KindField>;

/// Tells the columns of a sheet; none if there is no title or no area.
#[must_use]
pub fn find_kind_layout(table: &Table) -> Option<KindLayout> {
    let layout = KindLayout::find(table, |heading| {
        let key = search_key(heading);
        HEADINGS.iter().find(|(_, known)| known.contains(&key.as_str())).map(|(field, _)| *field)
    });
    let has = |field| layout.columns.contains_key(&field);
    (has(KindField::Title) && has(KindField::Areas)).then_some(layout)
}

/// What a sheet would change.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TriedKinds {
    /// Kinds that are not offered yet.
    pub added: Vec<NewKind>,
    /// Rows whose kind is offered, or stands in an earlier row.
    pub kept: usize,
    /// The place of each refused row below the headings, its number in the sheet, and the fields that cannot be read.
    pub refused: Vec<(usize, u32, Vec<String>)>,
}

/// Reads every row below the headings and says what becomes of it.
#[must_use]
pub fn try_kinds((table, layout): (&Table, &KindLayout), known: &HashSet<String>) -> TriedKinds {
    let (mut tried, mut seen) = (TriedKinds::default(), known.clone());
    for (place, row) in layout.body(table).iter().enumerate() {
        if row.cells.iter().all(String::is_empty) {
            continue;
        }
        match read_line(row, layout) {
            Ok(kind) if seen.insert(search_key(&kind.title)) => tried.added.push(kind),
            Ok(_) => tried.kept += 1,
            Err(faults) => {
                let faults = faults.into_iter().map(|field| field.as_str().to_owned()).collect();
                tried.refused.push((place, row.number, faults));
            }
        }
    }
    tried
}

fn read_line(row: &Row, layout: &KindLayout) -> Result<NewKind, Vec<KindField>> {
    let cell = |field| layout.cell(row, field).trim();
    let title = cell(KindField::Title);
    let is_title = !title.is_empty() && title.chars().count() <= LONGEST_TITLE;
    let areas = read_areas(cell(KindField::Areas));
    let kind = read_kind(cell(KindField::Kind));
    let hours = read_number(cell(KindField::Hours), USUAL_HOURS, 1_500);
    let days = read_number(cell(KindField::Days), USUAL_DAYS, 400);
    let long = [KindField::Form, KindField::Place, KindField::Result]
        .into_iter()
        .filter(|field| cell(*field).chars().count() > LONGEST);
    let faults: Vec<KindField> = [
        (!is_title).then_some(KindField::Title),
        areas.is_empty().then_some(KindField::Areas),
        kind.is_none().then_some(KindField::Kind),
        hours.is_none().then_some(KindField::Hours),
        days.is_none().then_some(KindField::Days),
    ]
    .into_iter()
    .flatten()
    .chain(long)
    .collect();
    match (kind, hours, days) {
        (Some(kind), Some(hours), Some(days)) if faults.is_empty() => Ok(NewKind {
            areas,
            kind,
            form: cell(KindField::Form).to_owned(),
            title: title.to_owned(),
            result: cell(KindField::Result).to_owned(),
            place: cell(KindField::Place).to_owned(),
            hours,
            days,
        }),
        _ => Err(faults),
    }
}

/// The areas that a cell names, by their ids or by words of their names; «все» means each.
fn read_areas(words: &str) -> Vec<String> {
    let key = search_key(words);
    let is_all = key.split(' ').any(|word| word == "все");
    let named =
        |(id, root): &&(&str, &str)| is_all || key.contains(root) || key.split(' ').any(|word| word == *id);
    AREAS.iter().filter(named).map(|(id, _)| (*id).to_owned()).collect()
}

fn read_kind(words: &str) -> Option<StepKind> {
    let key = search_key(words);
    match key.as_str() {
        "" => Some(StepKind::Nonformal),
        _ if key.starts_with("неформ") || key == "nonformal" => Some(StepKind::Nonformal),
        _ if key.starts_with("информ") || key.starts_with("самообр") || key == "informal" => {
            Some(StepKind::Informal)
        }
        _ if key.starts_with("форм") || key == "formal" => Some(StepKind::Formal),
        _ => None,
    }
}

fn read_number(words: &str, usual: i64, most: i64) -> Option<i64> {
    if words.is_empty() {
        return Some(usual);
    }
    let digits: String = words.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|number| (1..=most).contains(number))
}

impl RouteCatalogue {
    /// The same with the kinds that a municipality offers, before the shipped ones.
    #[must_use]
    pub fn with_own(&self, own: Vec<OwnKind>) -> Self {
        let mut all = self.clone();
        all.steps.splice(0..0, own.into_iter().map(|kind| kind.step));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_read_row_by_row_and_twice_the_same_is_once() {
        let table = crate::sheets::read(
            [
                "Наши шаги",
                "Шаг;Область;Вид;Форма;Часов;Дней;Где;Результат",
                "Мастер-класс по оцениванию;Методика;неформальное;Мастер-класс;3 ч;7;Гимназия;Карта урока",
                "мастер-класс по оцениванию;methods;;;;;;",
                "Стажировка;Цифровая среда, Методика;формальное;;72;;;",
                ";Астрономия;какое-то;;сто;;;",
            ]
            .join("\n")
            .as_bytes(),
        )
        .expect("readable");
        let layout = find_kind_layout(&table).expect("the headings are known");
        let tried = try_kinds((&table, &layout), &HashSet::new());
        assert_eq!((tried.added.len(), tried.kept, tried.refused.len()), (2, 1, 1));
        assert_eq!((tried.added[0].hours, tried.added[0].days), (3, 7));
        assert_eq!(tried.added[1].areas, ["methods", "ict"]);
        assert_eq!(tried.added[1].kind, StepKind::Formal);
        assert_eq!(tried.refused[0].2, ["title", "areas", "kind", "hours"]);
    }
}
