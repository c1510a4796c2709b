//! A district of any size as a list of people, with seeded mistakes of twelve kinds: for whoever tries the demo, and for
//! the tests.
//! Not here: anything that reads it.

use crate::documents::{Cell, Sheet, sheets_xlsx};

const HEADINGS: [&str; 9] = [
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
const POSTS: [(&str, &str); 5] = [
    ("Учитель", "Математика"),
    ("учитель химии", ""),
    ("Учитель", "русский язык и литература"),
    ("Педагог-психолог", ""),
    ("Учитель начальных классов", ""),
];
const SHARES: [&str; 4] = ["1", "0,5", "", "0.75"];

/// Schools of the district that ships with the product, as offices write them.
pub const SHIPPED_SCHOOLS: [&str; 8] = [
    "МБОУ «СОШ № 1»",
    "Школа № 2",
    "Лугоборская гимназия",
    "Ключевская школа",
    "Малолипкинская школа",
    "СОШ №1",
    "2",
    "Ольховский филиал",
];

/// What makes a good row mistaken by itself: the column, the words in it, and a piece of the reason.
const SPOILED: [(usize, &str, &str); 9] = [
    (1, "", "Нет фамилии"),
    (2, "Aннa", "латинские буквы"),
    (4, "31.02.1985", "Такой даты рождения не бывает"),
    (4, "01.01.2080", "в будущем"),
    (5, "Школа № 99", "Нет такой школы"),
    (5, "Школа", "подходит несколько"),
    (6, "Космонавт", "Нет такой должности"),
    (7, "Магия", "Нет такого предмета"),
    (8, "18", "Ставка должна быть"),
];

/// A name of the district that is on no list: different numbers are different people.
#[must_use]
pub fn name_of(number: usize) -> String {
    let families: Vec<&str> = FAMILIES.into_iter().filter(|family| *family != "Фёдорова").collect();
    let family = families[number % families.len()];
    let given = GIVEN[number / families.len() % GIVEN.len()];
    format!("{family} {given} {}", PATRONYMICS[number % PATRONYMICS.len()])
}

/// Of whom there are two at one school, both without a birth date, so that nobody can tell them apart.
const NAMESAKES: [&str; 6] = ["Тарасова", "Титова", "Тихонова", "Третьякова", "Трофимова", "Туманова"];

/// How many rows of a list are mistaken: those spoiled by themselves, a repeated row and a heading in between, in turn; and
/// the namesakes.
pub const MISTAKES: usize = 137;

/// A small generator of numbers (SplitMix64): repeatable, and good enough for moments and choices.
pub struct Chance(u64);

impl Chance {
    /// The same numbers for the same seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % end
    }

    /// A place among so many, of which there is at least one.
    fn place(&mut self, count: usize) -> usize {
        usize::try_from(self.below(count as u64)).unwrap_or_default()
    }
}

/// A row that has to come back, and a piece of the reason for it.
pub struct Mistake {
    /// The row as it was sent.
    pub cells: Vec<String>,
    /// Words that stand in the reason.
    pub reason: &'static str,
}

/// A list with its mistakes, in the order of the rows.
pub struct District {
    /// Every row below the headings.
    pub rows: Vec<Vec<String>>,
    /// The mistaken ones among them.
    pub mistakes: Vec<Mistake>,
}

impl District {
    /// A district of so many rows (200 at least, 6,000 at most) who work at these schools. 137 rows are mistaken, in the
    /// same way for the same seed.
    #[must_use]
    pub fn of(count: usize, schools: &[&str], seed: u64) -> Self {
        let mut chance = Chance::new(seed);
        let single = MISTAKES - 2 * NAMESAKES.len();
        let mut kinds: Vec<Option<usize>> = (0..single).map(|at| Some(at % (SPOILED.len() + 2))).collect();
        kinds.resize(count - 2 * NAMESAKES.len(), None);
        for at in (1..kinds.len()).rev() {
            kinds.swap(at, chance.place(at + 1));
        }
        // The first row is good, so that there is one to repeat.
        if let Some(good) = kinds.iter().position(Option::is_none) {
            kinds.swap(0, good);
        }
        let mut list = Self { rows: Vec::new(), mistakes: Vec::new() };
        let mut last_good = Vec::new();
        for (number, kind) in kinds.into_iter().enumerate() {
            let row = good((number, schools), &mut chance);
            match kind {
                None => {
                    last_good.clone_from(&row);
                    list.rows.push(row);
                }
                Some(kind) => list.add_mistake(kind, row, (&last_good, schools)),
            }
        }
        list.add_namesakes();
        list
    }

    fn add_mistake(&mut self, kind: usize, mut row: Vec<String>, (good, schools): (&[String], &[&str])) {
        let reason = match SPOILED.get(kind) {
            Some((column, words, reason)) => {
                if HEADINGS[*column] == "Предмет" {
                    row[6] = "Учитель".to_owned();
                }
                row[*column] = (*words).to_owned();
                reason
            }
            None if kind == SPOILED.len() => {
                row = good.to_vec();
                "Повторяет строку"
            }
            None => {
                row = schools.first().map(|school| (*school).to_owned()).into_iter().collect();
                "не человек"
            }
        };
        self.mistakes.push(Mistake { cells: row.clone(), reason });
        self.rows.push(row);
    }

    fn add_namesakes(&mut self) {
        for family in NAMESAKES {
            for (post, subject) in [("Учитель", "Физика"), ("Педагог-психолог", "")]
            {
                let row = ["", family, "Анна", "Ильинична", "", "Школа № 2", post, subject, "1"];
                let cells = row.map(str::to_owned).to_vec();
                self.rows.push(cells.clone());
                self.mistakes.push(Mistake { cells, reason: "двое с таким именем" });
            }
        }
    }

    /// The list as a workbook.
    ///
    /// # Errors
    /// Where it could not be put together.
    pub fn workbook(&self) -> anyhow::Result<Vec<u8>> {
        let cell = |words: &String| if words.is_empty() { Cell::Empty } else { Cell::from(words.as_str()) };
        let rows = self.rows.iter().map(|row| row.iter().map(cell).collect());
        let headings = HEADINGS.map(str::to_owned).to_vec();
        sheets_xlsx(&[Sheet { name: "Район".to_owned(), headings, rows: rows.collect() }])
    }
}

/// The number-th person of a district, nobody twice.
fn good((number, schools): (usize, &[&str]), chance: &mut Chance) -> Vec<String> {
    let family = FAMILIES[number % FAMILIES.len()];
    let given = GIVEN[number / FAMILIES.len() % GIVEN.len()];
    let patronymic = PATRONYMICS[number / (FAMILIES.len() * GIVEN.len()) % PATRONYMICS.len()];
    let (post, subject) = POSTS[chance.place(POSTS.len())];
    let birth = match chance.place(2) {
        0 => String::new(),
        _ => format!("{:02}.{:02}.{}", chance.place(28) + 1, chance.place(12) + 1, 1960 + chance.place(40)),
    };
    let (share, school) = (SHARES[chance.place(SHARES.len())], schools[chance.place(schools.len())]);
    [&(number + 1).to_string(), family, given, patronymic, &birth, school, post, subject, share]
        .map(str::to_owned)
        .to_vec()
}
