//! From the rows of a sheet to questions, or to everything that is wrong with them, row by row.
//! Not here: reading the file.

use std::collections::{BTreeMap, HashSet};

use super::{LocalQuestion, Way};
use crate::{
    sheets::{Row, Table},
    units::search_key,
};

/// Characters of a question, and of a task, which may tell more; as a questionnaire file takes them.
const MOST_OF_QUESTION: usize = 300;
const MOST_OF_TASK: usize = 900;
/// Characters of a choice: what a button shows on a phone.
const MOST_OF_CHOICE: usize = 40;
/// Choices of a question.
const MOST_CHOICES: usize = 30;
/// Characters of a section's title.
const MOST_OF_SECTION: usize = 40;
/// Characters of an explanation.
const MOST_OF_EXPLANATION: usize = 600;
/// Questions of a questionnaire: twenty minutes of a teacher's time.
const MOST_QUESTIONS: usize = 60;
/// Sections that fit one chart.
const MOST_SECTIONS: usize = 12;
/// Rows from the top among which the headings are looked for.
const HEAD_ROWS: usize = 15;

/// What a column of the sheet holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// What is asked.
    Question,
    /// How it is answered.
    Kind,
    /// What it belongs to.
    Section,
    /// Whether it may be skipped.
    Optional,
    /// The right choices.
    Right,
    /// Why they are right.
    Explanation,
}

impl Column {
    /// Every column but those of the choices, in the order of the template.
    pub const ALL: [Self; 6] =
        [Self::Question, Self::Kind, Self::Section, Self::Optional, Self::Right, Self::Explanation];

    /// The word by which texts tell them apart.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Kind => "kind",
            Self::Section => "section",
            Self::Optional => "optional",
            Self::Right => "right",
            Self::Explanation => "explanation",
        }
    }

    fn of_heading(key: &str) -> Option<Self> {
        Some(match key {
            "вопрос" | "вопросы" | "текст вопроса" | "формулировка" | "утверждение" | "question" => {
                Self::Question
            }
            "вид" | "вид ответа" | "вид вопроса" | "тип" | "тип ответа" | "тип вопроса" | "kind" => {
                Self::Kind
            }
            "раздел" | "блок" | "тема" | "section" => Self::Section,
            "необязательный" | "можно пропустить" | "пропуск" | "optional" => {
                Self::Optional
            }
            "верный ответ"
            | "верные ответы"
            | "правильный ответ"
            | "правильные ответы"
            | "ключ"
            | "right answer" => Self::Right,
            "пояснение" | "объяснение" | "комментарий" | "explanation" => {
                Self::Explanation
            }
            _ => return None,
        })
    }
}

/// Why a row is no question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowFault {
    /// Nothing is asked.
    NoQuestion,
    /// The question has more characters than fit: so many do.
    LongQuestion(usize),
    /// Nobody knows this way of answering.
    UnknownKind,
    /// A choice is asked for and there are fewer than two.
    FewChoices,
    /// More choices than fit: so many do.
    ManyChoices(usize),
    /// A choice has more characters than a button shows: so many fit.
    LongChoice(usize),
    /// Two choices are the same.
    SameChoices,
    /// The right answer is none of the choices.
    RightIsNoChoice,
    /// A right answer stands beside a question without choices.
    RightWithoutChoices,
    /// The section's title has more characters than fit.
    LongSection(usize),
    /// The explanation has more characters than fit.
    LongExplanation(usize),
}

/// What keeps a sheet from being a questionnaire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetMistakes {
    /// No column holds questions.
    NoColumn,
    /// There are headings and nothing below.
    NoQuestions,
    /// More questions than anybody answers: so many are.
    TooMany(usize),
    /// More sections with tasks than fit one chart.
    ManySections(usize),
    /// Rows that are no questions, each by its number in the sheet with its first fault.
    Rows(Vec<(u32, RowFault)>),
}

/// Reads the questions of a sheet.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read_table(table: &Table) -> Result<Vec<LocalQuestion>, SheetMistakes> {
    let (head, columns) = find_head(table).ok_or(SheetMistakes::NoColumn)?;
    let body = table.rows.get(head + 1..).unwrap_or_default();
    if body.len() > MOST_QUESTIONS {
        return Err(SheetMistakes::TooMany(body.len()));
    }
    let (mut questions, mut faults) = (Vec::new(), Vec::new());
    for row in body {
        match columns.read(row) {
            Ok(question) => questions.push(question),
            Err(fault) => faults.push((row.number, fault)),
        }
    }
    if !faults.is_empty() {
        return Err(SheetMistakes::Rows(faults));
    }
    if questions.is_empty() {
        return Err(SheetMistakes::NoQuestions);
    }
    let sections: HashSet<_> =
        questions.iter().filter(|one| one.way.is_task()).map(|one| &one.section).collect();
    if sections.len() > MOST_SECTIONS {
        return Err(SheetMistakes::ManySections(MOST_SECTIONS));
    }
    Ok(questions)
}

/// Which column holds what.
struct Columns {
    known: BTreeMap<Column, usize>,
    choices: Vec<usize>,
}

fn find_head(table: &Table) -> Option<(usize, Columns)> {
    table.rows.iter().take(HEAD_ROWS).enumerate().find_map(|(place, row)| {
        let mut columns = Columns { known: BTreeMap::new(), choices: Vec::new() };
        for (column, heading) in row.cells.iter().enumerate() {
            let key = search_key(heading);
            if let Some(known) = Column::of_heading(&key) {
                columns.known.entry(known).or_insert(column);
            } else if key.starts_with("вариант") || key.starts_with("choice") {
                columns.choices.push(column);
            }
        }
        columns.known.contains_key(&Column::Question).then_some((place, columns))
    })
}

impl Columns {
    fn cell<'r>(&self, row: &'r Row, column: Column) -> &'r str {
        self.known.get(&column).map_or("", |place| row.cell(*place))
    }

    fn read(&self, row: &Row) -> Result<LocalQuestion, RowFault> {
        let text = self.cell(row, Column::Question);
        if text.is_empty() {
            return Err(RowFault::NoQuestion);
        }
        let way = self.way(row)?;
        let most = if way.is_task() { MOST_OF_TASK } else { MOST_OF_QUESTION };
        let section = self.cell(row, Column::Section);
        if is_longer(text, most) {
            return Err(RowFault::LongQuestion(most));
        }
        if is_longer(section, MOST_OF_SECTION) {
            return Err(RowFault::LongSection(MOST_OF_SECTION));
        }
        Ok(LocalQuestion {
            text: text.to_owned(),
            section: (!section.is_empty()).then(|| section.to_owned()),
            is_optional: is_yes(self.cell(row, Column::Optional)),
            way,
        })
    }

    fn way(&self, row: &Row) -> Result<Way, RowFault> {
        let choices = self.choices(row)?;
        let right = self.cell(row, Column::Right);
        if !right.is_empty() {
            return self.task(row, choices, right);
        }
        let kind = search_key(self.cell(row, Column::Kind));
        let needs_choices = |way: fn(Vec<String>) -> Way| {
            if choices.len() < 2 { Err(RowFault::FewChoices) } else { Ok(way(choices.clone())) }
        };
        match kind.as_str() {
            "" if choices.is_empty() => Ok(Way::Words),
            "" | "один" | "один ответ" | "выбор" | "один вариант" | "one" => {
                needs_choices(Way::One)
            }
            "несколько" | "несколько ответов" | "несколько вариантов" | "several" => {
                needs_choices(Way::Several)
            }
            "шкала" | "оценка" | "балл" | "scale" => Ok(Way::Scale),
            "число" | "number" => Ok(Way::Number),
            "слова" | "текст" | "свободный ответ" | "words" => Ok(Way::Words),
            // A task without its right answer would be scored against everybody.
            "задача" | "тест" | "задание" | "task" => Err(RowFault::RightIsNoChoice),
            _ => Err(RowFault::UnknownKind),
        }
    }

    /// The choices: a cell each, or all in one cell, a line or a semicolon apart.
    fn choices(&self, row: &Row) -> Result<Vec<String>, RowFault> {
        let cells = self.choices.iter().map(|column| row.cell(*column)).filter(|words| !words.is_empty());
        let choices: Vec<String> = match &*self.choices {
            [_] => cells.flat_map(parts).collect(),
            _ => cells.map(str::to_owned).collect(),
        };
        if choices.len() > MOST_CHOICES {
            return Err(RowFault::ManyChoices(MOST_CHOICES));
        }
        if choices.iter().any(|choice| is_longer(choice, MOST_OF_CHOICE)) {
            return Err(RowFault::LongChoice(MOST_OF_CHOICE));
        }
        let keys: HashSet<String> = choices.iter().map(|choice| alike(choice)).collect();
        if keys.len() < choices.len() { Err(RowFault::SameChoices) } else { Ok(choices) }
    }

    /// Right answers are named by their words or by their number.
    fn task(&self, row: &Row, choices: Vec<String>, right: &str) -> Result<Way, RowFault> {
        if choices.len() < 2 {
            return Err(if choices.is_empty() {
                RowFault::RightWithoutChoices
            } else {
                RowFault::FewChoices
            });
        }
        let explanation = self.cell(row, Column::Explanation);
        if is_longer(explanation, MOST_OF_EXPLANATION) {
            return Err(RowFault::LongExplanation(MOST_OF_EXPLANATION));
        }
        let place = |words: &str| {
            let named = choices.iter().position(|choice| alike(choice) == alike(words));
            let numbered =
                || words.parse::<usize>().ok()?.checked_sub(1).filter(|place| *place < choices.len());
            named.or_else(numbered)
        };
        let whole = place(right).map(|place| vec![place]);
        let parted = || parts(right).map(|words| place(&words)).collect::<Option<Vec<_>>>();
        let mut right = whole.or_else(parted).ok_or(RowFault::RightIsNoChoice)?;
        right.sort_unstable();
        right.dedup();
        Ok(Way::Task {
            choices,
            right,
            explanation: (!explanation.is_empty()).then(|| explanation.to_owned()),
        })
    }
}

/// The words of a cell that stand a line or a semicolon apart.
fn parts(words: &str) -> impl Iterator<Item = String> {
    words.split(['\n', ';']).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned)
}

/// What two choices are compared by: case and spaces apart. Signs count, since «< 5» is not «> 5».
fn alike(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn is_longer(words: &str, most: usize) -> bool {
    words.chars().count() > most
}

fn is_yes(words: &str) -> bool {
    matches!(search_key(words).as_str(), "да" | "можно" | "yes" | "1")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(lines: &[&str]) -> Table {
        let rows = (1_u32..).zip(lines);
        let cells = |line: &str| line.split('|').map(|cell| cell.trim().to_owned()).collect();
        Table { rows: rows.map(|(number, line)| Row { number, cells: cells(line) }).collect() }
    }

    #[test]
    fn every_way_of_answering_is_read() {
        let questions = read_table(&table(&[
            "Анкета о ГИА",
            "Вопрос | Вид ответа | Вариант 1 | Вариант 2 | Вариант 3 | Верный ответ | Можно пропустить",
            "Готовы ли дети? | один | Да | Нет",
            "Что мешает? | несколько | Время | Темп | Иное",
            "Насколько Вы уверены? | шкала",
            "Сколько у Вас классов? | число",
            "Чего не хватает? | | | | | | да",
            "2 + 2 · 2? | | 6 | 8 | 4 | 6",
        ]));
        let questions = questions.expect("all are sound");
        let ways: Vec<&Way> = questions.iter().map(|question| &question.way).collect();
        assert!(matches!(ways[0], Way::One(choices) if choices.len() == 2));
        assert!(matches!(ways[1], Way::Several(choices) if choices.len() == 3));
        assert_eq!(ways[2..5], [&Way::Scale, &Way::Number, &Way::Words]);
        assert!(matches!(ways[5], Way::Task { right, .. } if right == &[0]));
        assert_eq!(questions.iter().filter(|question| question.is_optional).count(), 1);
    }

    #[test]
    fn mistakes_are_told_by_row() {
        let found = read_table(&table(&[
            "Вопрос | Вид | Варианты | Верный ответ",
            "Готовы? | один | Да",
            " | один | Да; Нет",
            "Столица? | | Москва; Тверь | Париж",
            "Столица? | | Москва; Тверь | Москва; Рига",
            "Кто? | гадание | А; Б",
            "Кто? | один | да; Да",
            "Когда? | | | вчера",
            &format!("Что? | один | {}; Нет", "а".repeat(41)),
            "Верно? | тест | Да; Нет",
        ]));
        let Err(SheetMistakes::Rows(rows)) = found else { panic!("{found:?}") };
        let faults: Vec<RowFault> = rows.iter().map(|(_, fault)| *fault).collect();
        assert_eq!(
            faults,
            [
                RowFault::FewChoices,
                RowFault::NoQuestion,
                RowFault::RightIsNoChoice,
                RowFault::RightIsNoChoice,
                RowFault::UnknownKind,
                RowFault::SameChoices,
                RowFault::RightWithoutChoices,
                RowFault::LongChoice(40),
                RowFault::RightIsNoChoice,
            ]
        );
        assert_eq!(rows[0].0, 2, "rows are numbered as the office shows them");
    }

    #[test]
    fn a_sheet_without_questions_says_so() {
        assert_eq!(read_table(&table(&["ФИО | Школа"])), Err(SheetMistakes::NoColumn));
        assert_eq!(read_table(&table(&["Вопрос | Вид"])), Err(SheetMistakes::NoQuestions));
        let many: Vec<String> =
            std::iter::once("Вопрос".to_owned()).chain((0..61).map(|n| format!("Что {n}?"))).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        assert_eq!(read_table(&table(&many)), Err(SheetMistakes::TooMany(61)));
    }
}
