//! A plan of meetings as a sheet names them: what each row would call, what is called already, and why a row is refused.
//! Pure: how a day is read is given.
//! Not here: asking the database what is called, and calling anybody.

use std::collections::HashSet;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::{
    AgendaItem, CivilSpan, MOST_ITEM, MOST_ITEMS, MOST_PLACE, MOST_TITLE, MeetingKinds, Programme,
    read_agenda, read_place,
};
use crate::{
    sheets::{Columns, Row, Table},
    units::{Catalogue, search_key},
};

/// The most rows of a plan: three meetings a week for a school year.
pub const MOST_PLANNED: usize = 120;
/// The hour at which people are called to a meeting of a plan.
const NOTICE_HOUR: u32 = 10;
/// Nobody is called later than this before a meeting, however many come at once.
const NOTICE_AT_LATEST: TimeDelta = TimeDelta::days(2);

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum YearField {
    /// The kind.
    Kind,
    /// What it is called.
    Title,
    /// The day or days, also with a time.
    Days,
    /// The time, where it stands apart.
    Time,
    /// A place, an address, or both.
    Place,
    /// The agenda.
    Agenda,
    /// Its number, where the kind has numbers.
    Number,
    /// The subject whose teachers are called.
    Subject,
    /// Whether others may come too.
    Open,
}

/// Every field with the headings that offices give it, as search keys.
const HEADINGS: [(YearField, &[&str]); 9] = [
    (YearField::Kind, &["вид", "вид встречи", "вид мероприятия", "форма", "форма проведения", "тип", "kind"]),
    (
        YearField::Title,
        &[
            "название",
            "тема",
            "мероприятие",
            "название мероприятия",
            "наименование",
            "наименование мероприятия",
            "содержание",
            "содержание работы",
            "title",
        ],
    ),
    (
        YearField::Days,
        &[
            "дата",
            "даты",
            "срок",
            "сроки",
            "когда",
            "день",
            "дата проведения",
            "сроки проведения",
            "дата и время",
            "date",
        ],
    ),
    (YearField::Time, &["время", "час", "начало", "время проведения", "time"]),
    (YearField::Place, &["где", "место", "место проведения", "ссылка", "адрес", "place"]),
    (YearField::Agenda, &["повестка", "повестка дня", "вопросы", "agenda"]),
    (YearField::Number, &["номер", "номер заседания", "заседание", "number"]),
    (YearField::Subject, &["предмет", "предметы", "кого зовем", "для кого", "кому", "subject"]),
    (YearField::Open, &["открытая", "могут прийти другие", "могут прийти и другие", "для всех", "open"]),
];

/// Which column holds what.
pub type YearLayout = Columns<YearField>;

/// Tells the columns of a plan; none if those are missing without which no row can be read.
#[must_use]
pub fn find_year_layout(table: &Table) -> Option<YearLayout> {
    let layout = YearLayout::find(table, |heading| {
        let key = search_key(heading);
        HEADINGS.iter().find(|(_, known)| known.contains(&key.as_str())).map(|(field, _)| *field)
    });
    let has = |field| layout.columns.contains_key(&field);
    (has(YearField::Days) && (has(YearField::Title) || has(YearField::Kind))).then_some(layout)
}

/// A meeting of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned {
    /// What is told of it; always with its time. Where it is for a subject, the teachers of it are called.
    pub programme: Programme,
    /// Whether others may come too.
    pub is_open: bool,
}

/// Why a row is refused, with the word in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowFault {
    /// No such kind.
    Kind,
    /// Neither a title nor a kind, or a title that is too long.
    Title,
    /// No day, or one that cannot be read.
    Day,
    /// There is no such day.
    NoSuchDay,
    /// There is no such time.
    NoSuchTime,
    /// It is over.
    Past,
    /// The end comes before the beginning.
    EndsFirst,
    /// That day is another day of the week.
    Weekday,
    /// The place is too long.
    Place,
    /// The agenda is too long.
    Agenda,
    /// No such number.
    Number,
    /// No such subject.
    Subject,
}

impl RowFault {
    /// The word in a text.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Title => "title",
            Self::Day => "day",
            Self::NoSuchDay => "no-day",
            Self::NoSuchTime => "no-time",
            Self::Past => "past",
            Self::EndsFirst => "ends",
            Self::Weekday => "weekday",
            Self::Place => "place",
            Self::Agenda => "agenda",
            Self::Number => "number",
            Self::Subject => "subject",
        }
    }
}

/// By what a meeting is known to be the same: its kind, its name, its first day.
pub type PlanKey = (String, String, Option<NaiveDate>);

/// By what this meeting is known to be the same.
#[must_use]
pub fn plan_key(programme: &Programme) -> PlanKey {
    (programme.kind.clone(), search_key(&programme.title), programme.when.map(|when| when.from))
}

/// The place of a refused row below the headings, its number in the sheet, and why.
pub type RefusedRow = (usize, u32, Vec<RowFault>);

/// What a plan would call.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct TriedYear {
    /// Meetings that are not called yet, the soonest first.
    pub added: Vec<Planned>,
    /// Rows whose meeting is called already, or stands in an earlier row.
    pub kept: usize,
    /// The rows that come back.
    pub refused: Vec<RefusedRow>,
}

/// What a plan is read by.
pub struct YearReader<'a> {
    /// The kinds there are.
    pub kinds: &'a MeetingKinds,
    /// The subjects there are.
    pub catalogue: &'a Catalogue,
    /// Reads a day with its time, on the clock of the place.
    pub read_when: &'a dyn Fn(&str) -> Result<CivilSpan, RowFault>,
}

/// Reads every row below the headings and says what becomes of it.
#[must_use]
pub fn try_out_year(
    (table, layout): (&Table, &YearLayout),
    reader: &YearReader<'_>,
    known: &HashSet<PlanKey>,
) -> TriedYear {
    let (mut tried, mut seen) = (TriedYear::default(), known.clone());
    for (place, row) in layout.body(table).iter().enumerate() {
        if row.cells.iter().filter(|cell| !cell.trim().is_empty()).count() < 2 {
            continue;
        }
        match reader.read(row, layout) {
            Ok(planned) if seen.insert(plan_key(&planned.programme)) => tried.added.push(planned),
            Ok(_) => tried.kept += 1,
            Err(faults) => tried.refused.push((place, row.number, faults)),
        }
    }
    tried.added.sort_by_key(|planned| planned.programme.when.map(|when| (when.from, when.begins)));
    tried
}

impl YearReader<'_> {
    fn read(&self, row: &Row, layout: &YearLayout) -> Result<Planned, Vec<RowFault>> {
        let cell = |field| said(layout.cell(row, field));
        let title = cell(YearField::Title).split_whitespace().collect::<Vec<_>>().join(" ");
        let kind = self.kind(cell(YearField::Kind), &title);
        let days = format!("{} {}", cell(YearField::Days), cell(YearField::Time));
        let when =
            if cell(YearField::Days).is_empty() { Err(RowFault::Day) } else { (self.read_when)(days.trim()) };
        let is_named = !title.is_empty() || !cell(YearField::Kind).is_empty();
        let titled = (is_named && title.chars().count() <= MOST_TITLE).then_some(()).ok_or(RowFault::Title);
        let (place, link) = read_place(cell(YearField::Place));
        let placed = (place.chars().count() <= MOST_PLACE).then_some(()).ok_or(RowFault::Place);
        let agenda = read_points(cell(YearField::Agenda));
        let number = read_number(cell(YearField::Number));
        let subject = self.subject(cell(YearField::Subject));
        let faults = [
            kind.clone().err(),
            titled.err(),
            when.err(),
            placed.err(),
            agenda.clone().err(),
            number.err(),
            subject.clone().err(),
        ];
        let faults: Vec<RowFault> = faults.into_iter().flatten().collect();
        if !faults.is_empty() {
            return Err(faults);
        }
        let programme = Programme {
            kind: kind.unwrap_or_default(),
            number: number.unwrap_or_default(),
            title,
            when: when.ok(),
            place,
            link,
            agenda: agenda.unwrap_or_default(),
            subject: subject.unwrap_or_default(),
            ..Programme::default()
        };
        let is_open = matches!(&*search_key(cell(YearField::Open)), "да" | "1" | "yes" | "открытая");
        Ok(Planned { programme, is_open })
    }

    /// The id of the kind that the cell names; without one, that which the title tells, else the last of the list.
    fn kind(&self, named: &str, title: &str) -> Result<String, RowFault> {
        let found = if named.is_empty() {
            self.kinds.of_words(title).or_else(|| self.kinds.all().last())
        } else {
            self.kinds.of_words(named)
        };
        found.map(|kind| kind.id.clone()).ok_or(RowFault::Kind)
    }

    fn subject(&self, words: &str) -> Result<Option<String>, RowFault> {
        let key = search_key(words);
        if matches!(&*key, "" | "все" | "всех") {
            return Ok(None);
        }
        let found = self.catalogue.subjects().iter().find(|subject| search_key(&subject.title) == key);
        found.map(|subject| Some(subject.id.clone())).ok_or(RowFault::Subject)
    }
}

/// What a cell says; a dash says nothing.
fn said(words: &str) -> &str {
    let words = words.trim();
    if matches!(words, "-" | "—" | "–") { "" } else { words }
}

/// The points of an agenda, each in a line of the cell or parted by semicolons.
fn read_points(words: &str) -> Result<Vec<AgendaItem>, RowFault> {
    let items = read_agenda(&words.replace(';', "\n"));
    let is_long = items.len() > MOST_ITEMS
        || items.iter().any(|item| item.topic.chars().count() + item.speaker.chars().count() > MOST_ITEM);
    if is_long { Err(RowFault::Agenda) } else { Ok(items) }
}

/// «3», «№ 3», «Заседание № 3», or nothing.
fn read_number(words: &str) -> Result<Option<i64>, RowFault> {
    let digits: String = words.chars().filter(char::is_ascii_digit).collect();
    if words.is_empty() {
        return Ok(None);
    }
    let number = digits.parse().ok().filter(|number| (1..=999).contains(number));
    number.map(Some).ok_or(RowFault::Number)
}

/// When people are called to each of these meetings, given by their beginnings, the soonest first: so many days before, at
/// ten in the morning. Of those whose moment is over one is told a day, beginning now, so that a plan that comes late is no
/// flood; but none later than two days before.
#[must_use]
pub fn notice_moments(
    meetings: &[(DateTime<Utc>, i64)],
    zone: Tz,
    now: DateTime<Utc>,
) -> Vec<Option<DateTime<Utc>>> {
    let ten = NaiveTime::from_hms_opt(NOTICE_HOUR, 0, 0);
    let on = |day: NaiveDate| CivilSpan { from: day, to: day, begins: ten, ends: None }.starts_at(zone);
    let mut late = 0_u64;
    let moments = meetings.iter().map(|(starts_at, days)| {
        let wished = (*starts_at - TimeDelta::days(*days)).with_timezone(&zone).date_naive();
        if on(wished) > now {
            return Some(on(wished));
        }
        let today = now.with_timezone(&zone).date_naive();
        let spread = today.checked_add_days(Days::new(late)).map(on).unwrap_or(now);
        late += 1;
        Some(spread.min(*starts_at - NOTICE_AT_LATEST)).filter(|at| late > 1 && *at > now)
    });
    moments.collect()
}

#[cfg(test)]
mod tests;
