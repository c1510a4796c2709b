//! Lists of people that stories send: a district of any size, with seeded mistakes of twelve kinds.
//! Not here: the stories.

use metodist::documents::{Cell, Sheet, sheets_xlsx};
use sandbox::Sent;

use crate::proofs::Chance;

pub const HEADINGS: [&str; 9] = [
    "№ п/п",
    "Фамилия",
    "Имя",
    "Отчество",
    "Дата рождения",
    "Место работы",
    "Должность",
    "Предмет",
    "Ставка",
];

const FAMILIES: [&str; 20] = [
    "Иванова",
    "Петрова",
    "Семёнова",
    "Белова",
    "Ооржак",
    "Дамбаева",
    "Кузнецова",
    "Морозова",
    "Волкова",
    "Зайцева",
    "Соловьёва",
    "Васильева",
    "Павлова",
    "Голубева",
    "Виноградова",
    "Богданова",
    "Воробьёва",
    "Фёдорова",
    "Михайлова",
    "Беляева",
];
const GIVEN: [&str; 20] = [
    "Анна",
    "Мария",
    "Елена",
    "Ольга",
    "Татьяна",
    "Наталья",
    "Ирина",
    "Светлана",
    "Чечена",
    "Баирма",
    "Вера",
    "Галина",
    "Дарья",
    "Евгения",
    "Жанна",
    "Зоя",
    "Инна",
    "Ксения",
    "Лариса",
    "Надежда",
];
const PATRONYMICS: [&str; 15] = [
    "Петровна",
    "Ивановна",
    "Сергеевна",
    "Олеговна",
    "Ильинична",
    "Андреевна",
    "Борисовна",
    "Викторовна",
    "Григорьевна",
    "Дмитриевна",
    "Евгеньевна",
    "Юрьевна",
    "Павловна",
    "Романовна",
    "Степановна",
];
const SCHOOLS: [&str; 4] = ["МБОУ «СОШ № 1»", "Школа № 2", "СОШ №1", "2"];
const POSTS: [(&str, &str); 5] = [
    ("Учитель", "Математика"),
    ("учитель химии", ""),
    ("Учитель", "русский язык и литература"),
    ("Педагог-психолог", ""),
    ("Учитель начальных классов", ""),
];

/// A row that has to come back, and a piece of the reason for it.
pub struct Mistake {
    pub cells: Vec<String>,
    pub reason: &'static str,
}

/// A list with its mistakes, in the order of the rows.
pub struct List {
    pub rows: Vec<Vec<String>>,
    pub mistakes: Vec<Mistake>,
}

/// The number-th person of a district, nobody twice.
fn good(number: usize, chance: &mut Chance) -> Vec<String> {
    let patronymic = PATRONYMICS[number / 400 % 15];
    let (family, given) = (FAMILIES[number % 20], GIVEN[number / 20 % 20]);
    let mut pick = |count: usize| usize::try_from(chance.below(count as u64)).expect("small");
    let (post, subject) = POSTS[pick(5)];
    let birth = match pick(2) {
        0 => String::new(),
        _ => format!("{:02}.{:02}.{}", pick(28) + 1, pick(12) + 1, 1960 + pick(40)),
    };
    let share = ["1", "0,5", "", "0.75"][pick(4)];
    [&(number + 1).to_string(), family, given, patronymic, &birth, SCHOOLS[pick(4)], post, subject, share]
        .map(str::to_owned)
        .to_vec()
}

/// Twelve kinds of mistakes, in turn; what each makes of a good row, and why it comes back.
fn spoil(kind: usize, row: &mut [String]) -> &'static str {
    let (column, words, reason) = match kind {
        0 => (1, "", "Нет фамилии"),
        1 => (2, "Aннa", "латинские буквы"),
        2 => (5, "Школа № 99", "Нет такой школы"),
        3 => (5, "Озёрная школа № 7", "школа другого района"),
        4 => (6, "Космонавт", "Нет такой должности"),
        5 => (7, "Магия", "Нет такого предмета"),
        6 => (4, "31.02.1985", "Такой даты рождения не бывает"),
        7 => (4, "01.01.2080", "в будущем"),
        8 => (8, "18", "Ставка должна быть"),
        _ => (5, "", "Не указана школа"),
    };
    if kind == 5 {
        row[6] = "Учитель".to_owned();
    }
    row[column] = words.to_owned();
    reason
}

/// How many rows of a list of a district are mistaken.
pub const MISTAKES: usize = 137;
/// Kinds that spoil one row by itself; the others are a repeated row, a heading in between, and namesakes.
const ALONE: usize = 9;
/// Pairs of namesakes.
const PAIRS: usize = 6;

impl List {
    /// A district of so many rows, of which 137 are mistaken, in the same way for the same seed.
    pub fn district(count: usize, seed: u64) -> Self {
        let mut chance = Chance::new(seed);
        let mut kinds: Vec<Option<usize>> =
            (0..MISTAKES - 2 * PAIRS).map(|at| Some(at % (ALONE + 2))).collect();
        kinds.resize(count - 2 * PAIRS, None);
        for at in (1..kinds.len()).rev() {
            kinds.swap(at, usize::try_from(chance.below(at as u64 + 1)).expect("small"));
        }
        let (mut list, mut last_good) = (Self { rows: Vec::new(), mistakes: Vec::new() }, None);
        for (number, kind) in kinds.into_iter().enumerate() {
            let mut row = good(number, &mut chance);
            match kind {
                None => last_good = Some(row.clone()),
                Some(kind) if kind < ALONE => {
                    let reason = spoil(kind, &mut row);
                    list.mistakes.push(Mistake { cells: row.clone(), reason });
                }
                Some(ALONE) => {
                    row =
                        last_good.clone().unwrap_or_else(|| vec![String::new(), "Итого".into(), "0".into()]);
                    let reason = if row[1] == "Итого" {
                        "не человек"
                    } else {
                        "Повторяет строку"
                    };
                    list.mistakes.push(Mistake { cells: row.clone(), reason });
                }
                Some(_) => {
                    row = vec!["МБОУ «СОШ № 1»".to_owned()];
                    list.mistakes.push(Mistake { cells: row.clone(), reason: "не человек" });
                }
            }
            list.rows.push(row);
        }
        list.add_namesakes();
        list
    }

    /// Pairs of one name at one school without a birth date, who cannot be told apart.
    fn add_namesakes(&mut self) {
        for pair in 0..PAIRS {
            for (post, subject) in [("Учитель", "Физика"), ("Педагог-психолог", "")]
            {
                let family = format!("Тёзкина{}", ["", "-Бур", "-Вог", "-Гай", "-Дол", "-Ель"][pair]);
                let row = ["", &family, "Анна", "Ильинична", "", "Школа № 2", post, subject, "1"];
                let row = row.map(str::to_owned).to_vec();
                self.mistakes
                    .push(Mistake { cells: row.clone(), reason: "двое с таким именем" });
                self.rows.push(row);
            }
        }
    }

    /// The list as a workbook.
    pub fn workbook(&self) -> Sent {
        let cell = |words: &String| if words.is_empty() { Cell::Empty } else { Cell::from(words.as_str()) };
        let rows = self.rows.iter().map(|row| row.iter().map(cell).collect());
        let headings = HEADINGS.map(str::to_owned).to_vec();
        let sheet = Sheet { name: "Район".into(), headings, rows: rows.collect() };
        Sent::Document { name: "район.xlsx".into(), bytes: sheets_xlsx(&[sheet]).expect("a workbook") }
    }
}

/// A short list as text.
pub fn text(lines: &[&str]) -> Sent {
    Sent::Document { name: "список.csv".into(), bytes: lines.join("\n").into_bytes() }
}
