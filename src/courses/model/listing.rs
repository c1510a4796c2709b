//! Courses as a sheet names them: whose each row is, what it says, and what of it is not known yet.
//! Not here: asking the database who there is.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Course, CourseFault, CourseKind, CourseStep, read_days, read_words};
use crate::{
    people::read_birth_date,
    sheets::{Columns, Row, Table},
    units::search_key,
};

/// The most rows that are taken at once: more than a district attends in years.
pub const MOST_ROWS: usize = 2_000;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ListField {
    /// Фамилия, имя и отчество together.
    Name,
    /// Фамилия alone.
    Family,
    /// Имя alone.
    Given,
    /// Отчество alone.
    Patronymic,
    /// The day of birth, to tell namesakes apart.
    Birth,
    /// The name of the programme.
    Title,
    /// Who taught it.
    Provider,
    /// How many hours.
    Hours,
    /// First and last day together, or the last one.
    Days,
    /// The first day.
    Began,
    /// The last day.
    Ended,
    /// In the federal register or not.
    Register,
    /// Training or retraining.
    Kind,
}

/// Every field with the headings that offices give it, as search keys.
const HEADINGS: [(ListField, &[&str]); 13] = [
    (ListField::Name, &["фио", "ф и о", "фамилия имя отчество", "педагог", "слушатель", "сотрудник"]),
    (ListField::Family, &["фамилия"]),
    (ListField::Given, &["имя"]),
    (ListField::Patronymic, &["отчество", "отчество при наличии"]),
    (ListField::Birth, &["дата рождения", "день рождения", "др", "д р"]),
    (
        ListField::Title,
        &[
            "курс",
            "курсы",
            "программа",
            "название",
            "название программы",
            "название курса",
            "наименование программы",
            "тема",
            "тема курсов",
            "дпп",
        ],
    ),
    (
        ListField::Provider,
        &["где", "кто проводил", "организация", "организатор", "провайдер", "место обучения", "оператор"],
    ),
    (ListField::Hours, &["часы", "часов", "количество часов", "кол во часов", "объем", "объем часов"]),
    (ListField::Days, &["даты", "дата", "сроки", "срок обучения", "период", "даты обучения"]),
    (ListField::Began, &["начало", "дата начала", "с"]),
    (ListField::Ended, &["окончание", "дата окончания", "конец", "по", "дата выдачи"]),
    (ListField::Register, &["федеральный реестр", "реестр", "в реестре", "фр дпп", "фр"]),
    (ListField::Kind, &["вид", "вид программы", "тип"]),
];

/// Which column holds what.
pub type Layout = Columns<ListField>;

/// Tells the columns of a sheet; none if those are missing without which no row can be read.
#[must_use]
pub fn find_layout(table: &Table) -> Option<Layout> {
    let layout = Layout::find(table, |heading| {
        let key = search_key(heading);
        HEADINGS.iter().find(|(_, known)| known.contains(&key.as_str())).map(|(field, _)| *field)
    });
    let has = |field| layout.columns.contains_key(&field);
    let names = has(ListField::Name) || (has(ListField::Family) && has(ListField::Given));
    (names && has(ListField::Title)).then_some(layout)
}

/// Somebody whose courses a sheet may name.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Listed {
    /// Our id.
    pub person_id: Uuid,
    /// The full name.
    pub name: String,
    /// When they were born, if it is known.
    pub birth_date: Option<NaiveDate>,
}

/// By what a course is known to be the same: whose, which, until when.
pub type CourseKey = (Uuid, String, Option<NaiveDate>);

/// By what this course is known to be the same.
#[must_use]
pub fn key_of(course: &Course) -> CourseKey {
    (course.person_id, search_key(&course.title), course.days.map(|days| days.1))
}

/// Why a row is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineFault {
    /// Nobody of this name works here.
    Unknown,
    /// Several of this name work here, and no birth date tells them apart.
    Namesakes,
    /// No such birth date.
    Birth,
    /// No name of a programme, or one that is too long.
    Title,
    /// No such number of hours.
    Hours,
    /// No such days.
    Days,
    /// The register column says neither yes nor no.
    Register,
}

impl LineFault {
    /// The word in a text.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Namesakes => "namesakes",
            Self::Birth => "birth",
            Self::Title => "title",
            Self::Hours => "hours",
            Self::Days => "days",
            Self::Register => "register",
        }
    }
}

/// What a sheet of courses would change.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tried {
    /// Courses that are not known yet.
    pub added: Vec<Course>,
    /// Rows whose course is known, or stands in an earlier row.
    pub kept: usize,
    /// The place of each refused row below the headings, with its number in the sheet and why.
    pub refused: Vec<(usize, u32, Vec<LineFault>)>,
}

/// Everybody by their name; `name_key` makes one key of all ways to write a name.
pub struct Names<'a> {
    by_key: HashMap<String, Vec<&'a Listed>>,
    name_key: fn(&str) -> String,
}

impl<'a> Names<'a> {
    /// Looks among these people.
    #[must_use]
    pub fn of(people: &'a [Listed], name_key: fn(&str) -> String) -> Self {
        let mut by_key: HashMap<String, Vec<&Listed>> = HashMap::new();
        for one in people {
            by_key.entry(name_key(&one.name)).or_default().push(one);
        }
        Self { by_key, name_key }
    }

    /// The one who is meant. Nobody is guessed: a certificate under another's name is worse than a row sent back.
    fn find(&self, name: &str, birth: Option<NaiveDate>) -> Result<Uuid, LineFault> {
        let found = self.by_key.get(&(self.name_key)(name)).map(Vec::as_slice).unwrap_or_default();
        let fits = |one: &&&Listed| one.birth_date.is_none() || birth.is_none() || one.birth_date == birth;
        let fitting: Vec<_> = found.iter().filter(fits).collect();
        let sure: Vec<_> = found.iter().filter(|one| birth.is_some() && one.birth_date == birth).collect();
        match (&*fitting, &*sure) {
            (_, [only]) | ([only], _) => Ok(only.person_id),
            ([], _) => Err(LineFault::Unknown),
            _ => Err(LineFault::Namesakes),
        }
    }
}

/// Reads every row below the headings and says what becomes of it.
#[must_use]
pub fn try_out(
    (table, layout): (&Table, &Layout),
    names: &Names<'_>,
    known: &HashSet<CourseKey>,
    today: NaiveDate,
) -> Tried {
    let (mut tried, mut seen) = (Tried::default(), known.clone());
    for (place, row) in layout.body(table).iter().enumerate() {
        if row.cells.iter().filter(|cell| !cell.is_empty()).count() < 2 {
            continue;
        }
        match read_line(row, layout, names, today) {
            Ok(course) if seen.insert(key_of(&course)) => tried.added.push(course),
            Ok(_) => tried.kept += 1,
            Err(faults) => tried.refused.push((place, row.number, faults)),
        }
    }
    tried
}

fn read_line(
    row: &Row,
    layout: &Layout,
    names: &Names<'_>,
    today: NaiveDate,
) -> Result<Course, Vec<LineFault>> {
    let cell = |field| layout.cell(row, field);
    let birth = said(cell(ListField::Birth)).map(|words| read_birth_date(words, today)).transpose();
    let birth = birth.map_err(|_| LineFault::Birth);
    let parts = [ListField::Name, ListField::Family, ListField::Given, ListField::Patronymic].map(cell);
    let person = birth.and_then(|birth| names.find(&parts.join(" "), birth));
    let title = read_words(cell(ListField::Title)).map_err(|_| LineFault::Title);
    let days = read_cells_of_days(row, layout).map_err(|_| LineFault::Days);
    let register = read_yes(cell(ListField::Register));
    let kind = if search_key(cell(ListField::Kind)).contains("переподготовка") {
        CourseKind::Retraining
    } else {
        CourseKind::Training
    };
    let mut course = Course::new(person.unwrap_or_default(), kind, title.clone().unwrap_or_default());
    course.provider = said(cell(ListField::Provider)).and_then(|words| read_words(words).ok());
    let hours = said(cell(ListField::Hours)).map_or(Ok(()), |words| course.take(CourseStep::Hours, words));
    let hours = hours.map_err(|_| LineFault::Hours);
    let faults = [person.err(), title.err(), hours.err(), days.err(), register.err()];
    let faults: Vec<LineFault> = faults.into_iter().flatten().collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    course.days = days.unwrap_or_default();
    course.in_register = register.unwrap_or_default();
    Ok(course)
}

/// What a cell says, if anything.
fn said(words: &str) -> Option<&str> {
    (!matches!(words, "" | "-" | "—")).then_some(words)
}

fn read_cells_of_days(row: &Row, layout: &Layout) -> Result<Option<(NaiveDate, NaiveDate)>, CourseFault> {
    let cells = [ListField::Days, ListField::Began, ListField::Ended].map(|field| layout.cell(row, field));
    let words: Vec<&str> = cells.into_iter().filter_map(said).collect();
    if words.is_empty() { Ok(None) } else { read_days(&words.join(" ")).map(Some) }
}

/// Yes, no, or nothing said.
fn read_yes(words: &str) -> Result<Option<bool>, LineFault> {
    match &*search_key(words) {
        "" => Ok(None),
        "да" | "есть" | "входит" | "1" | "yes" => Ok(Some(true)),
        "нет" | "не входит" | "0" | "no" => Ok(Some(false)),
        _ => Err(LineFault::Register),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(lines: &[&str]) -> Table {
        crate::sheets::read(lines.join("\n").as_bytes()).expect("readable")
    }

    fn listed(number: u128, name: &str, year: Option<i32>) -> Listed {
        let birth_date = year.and_then(|year| NaiveDate::from_ymd_opt(year, 3, 7));
        Listed { person_id: Uuid::from_u128(number), name: name.to_owned(), birth_date }
    }

    #[test]
    fn each_row_is_somebodys_or_comes_back() {
        let people = [
            listed(1, "Петрова Анна Сергеевна", None),
            listed(2, "Белова Вера Ильинична", Some(1980)),
            listed(3, "Белова Вера Ильинична", Some(1990)),
        ];
        let table = table(&[
            "Курсы за год",
            "ФИО;Дата рождения;Программа;Кто проводил;Часов;Начало;Окончание;Реестр",
            "петрова анна сергеевна;;Чтение;ИРО;72;01.02.2026;28.02.2026;да",
            "Петрова Анна Сергеевна;;чтение;ИРО;72;01.02.2026;28.02.2026;да",
            "Белова Вера Ильинична;07.03.1990;Физика;;36 часов;;28.02.2026;",
            "Белова Вера Ильинична;;Физика;;36;;28.02.2026;",
            "Неизвестная Анна Сергеевна;;;ИРО;сто;;31.02.2026;может быть",
        ]);
        let layout = find_layout(&table).expect("the headings are known");
        let names = Names::of(&people, search_key);
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        let tried = try_out((&table, &layout), &names, &HashSet::new(), today);
        let owners: Vec<u128> = tried.added.iter().map(|course| course.person_id.as_u128()).collect();
        assert_eq!((owners, tried.kept), (vec![1, 3], 1));
        let (first, last) = tried.added[0].days.expect("days");
        assert_eq!((tried.added[0].hours, tried.added[0].in_register), (Some(72), Some(true)));
        assert_eq!((last - first).num_days(), 27);
        let why: Vec<&[LineFault]> = tried.refused.iter().map(|(_, _, why)| &**why).collect();
        let last =
            [LineFault::Unknown, LineFault::Title, LineFault::Hours, LineFault::Days, LineFault::Register];
        assert_eq!(why, [&[LineFault::Namesakes][..], &last]);
        let known: HashSet<CourseKey> = tried.added.iter().map(key_of).collect();
        let again = try_out((&table, &layout), &names, &known, today);
        assert_eq!((again.added.len(), again.kept, again.refused), (0, 3, tried.refused));
    }

    #[test]
    fn without_a_name_or_a_programme_there_is_nothing_to_read() {
        for head in ["Фамилия;Программа", "ФИО;Часов"] {
            assert!(find_layout(&table(&[head, "Петрова;72"])).is_none(), "{head}");
        }
        assert!(find_layout(&table(&["Фамилия;Имя;Название программы", "а;б;в"])).is_some());
    }
}
