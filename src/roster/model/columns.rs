//! Which column of a list holds what: told by its headings in any order, or by whoever sent it.
//! Not here: what stands in the rows.

use serde::{Deserialize, Serialize};

use crate::{
    sheets::{Columns, Table},
    units::search_key,
};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Фамилия, имя и отчество together.
    Name,
    /// Фамилия alone.
    Family,
    /// Имя alone.
    Given,
    /// Отчество alone.
    Patronymic,
    /// The day of birth.
    Birth,
    /// The school, by name or number.
    School,
    /// The post.
    Post,
    /// What is taught, with commas between.
    Subjects,
    /// The share of a full post.
    Share,
}

/// Every field with the headings that offices give it, as search keys.
const HEADINGS: [(Field, &[&str]); 9] = [
    (
        Field::Name,
        &[
            "фио",
            "ф и о",
            "фамилия имя отчество",
            "фамилия имя отчество полностью",
            "педагог",
            "сотрудник",
            "работник",
        ],
    ),
    (Field::Family, &["фамилия"]),
    (Field::Given, &["имя"]),
    (Field::Patronymic, &["отчество", "отчество при наличии"]),
    (Field::Birth, &["дата рождения", "день рождения", "др", "д р", "родился", "дата рожд"]),
    (
        Field::School,
        &[
            "школа",
            "оо",
            "оу",
            "организация",
            "образовательная организация",
            "образовательное учреждение",
            "учреждение",
            "место работы",
            "школы",
            "номер школы",
            "наименование оо",
            "наименование оу",
            "наименование организации",
            "название организации",
            "название школы",
            "школа сад",
        ],
    ),
    (
        Field::Post,
        &[
            "должность",
            "должности",
            "занимаемая должность",
            "должность по штатному расписанию",
            "кем работает",
        ],
    ),
    (
        Field::Subjects,
        &[
            "предмет",
            "предметы",
            "преподаваемый предмет",
            "преподаваемые предметы",
            "дисциплина",
            "дисциплины",
            "направление",
            "предмет направление",
        ],
    ),
    (
        Field::Share,
        &[
            "ставка",
            "ставки",
            "доля ставки",
            "размер ставки",
            "объем ставки",
            "количество ставок",
            "нагрузка ставок",
        ],
    ),
];

impl Field {
    /// Every field, in the order of the template.
    pub const ALL: [Self; 9] = [
        Self::Name,
        Self::Family,
        Self::Given,
        Self::Patronymic,
        Self::Birth,
        Self::School,
        Self::Post,
        Self::Subjects,
        Self::Share,
    ];

    /// Its short word on buttons and in texts.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Family => "family",
            Self::Given => "given",
            Self::Patronymic => "patronymic",
            Self::Birth => "birth",
            Self::School => "school",
            Self::Post => "post",
            Self::Subjects => "subjects",
            Self::Share => "share",
        }
    }

    /// Reads the word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.word() == word)
    }

    /// The field that a heading names.
    #[must_use]
    pub fn of_heading(heading: &str) -> Option<Self> {
        let key = search_key(heading);
        HEADINGS.iter().find(|(_, known)| known.contains(&key.as_str())).map(|(field, _)| *field)
    }
}

/// Where the headings stand, and which column holds what.
pub type Mapping = Columns<Field>;

impl Columns<Field> {
    /// Tells the columns by their headings: of the first rows the one with the most headings that are known.
    #[must_use]
    pub fn recognise(table: &Table) -> Self {
        Self::find(table, Field::of_heading)
    }

    /// A field without which no row can be read; nothing if all of them are there.
    #[must_use]
    pub fn missing(&self) -> Option<Field> {
        let has = |field| self.columns.contains_key(&field);
        let name = match (has(Field::Name), has(Field::Family), has(Field::Given)) {
            (true, ..) | (false, true, true) => None,
            (false, true, false) => Some(Field::Given),
            (false, false, _) => Some(Field::Name),
        };
        name.or_else(|| [Field::School, Field::Post].into_iter().find(|field| !has(*field)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheets::Row;
    use proptest::prelude::*;

    fn table(rows: &[&[&str]]) -> Table {
        let rows = (1..).zip(rows).map(|(number, cells)| Row {
            number,
            cells: cells.iter().map(|cell| (*cell).to_owned()).collect(),
        });
        Table { rows: rows.collect() }
    }

    #[test]
    fn headings_are_known_by_their_usual_names_below_a_title() {
        let table = table(&[
            &["Список педагогов района"],
            &["№ п/п", "ФИО", "Дата рождения", "Телефон", "Школа/сад", "ДОЛЖНОСТЬ", "Ставка", "Предмет(ы)"],
        ]);
        let mapping = Mapping::recognise(&table);
        assert_eq!((mapping.head, mapping.missing()), (1, None));
        assert_eq!(mapping.columns[&Field::School], 4);
        let unknown: Vec<_> = mapping.unknown(&table).into_iter().map(|(_, words)| words).collect();
        assert_eq!(unknown, ["№ п/п", "Телефон", "Предмет(ы)"]);
    }

    #[test]
    fn what_is_missing_is_asked_for_one_by_one() {
        let mut mapping = Mapping::recognise(&table(&[&["Фамилия", "Куда", "Кем"]]));
        for field in [Field::Given, Field::School, Field::Post] {
            assert_eq!(mapping.missing(), Some(field));
            mapping.columns.insert(field, 1);
        }
        assert_eq!(mapping.missing(), None);
        assert_eq!(Mapping::recognise(&table(&[&["а"]])).missing(), Some(Field::Name));
    }

    #[test]
    fn a_field_is_read_back_as_it_was_written() {
        assert!(Field::ALL.iter().all(|field| Field::from_word(field.word()) == Some(*field)));
    }

    proptest! {
        #[test]
        fn the_order_of_columns_does_not_matter(order in Just(HEADINGS.to_vec()).prop_shuffle()) {
            let headings: Vec<&str> = order.iter().map(|(_, known)| known[0]).collect();
            let mapping = Mapping::recognise(&table(&[&headings]));
            for (column, (field, _)) in order.iter().enumerate() {
                prop_assert_eq!(mapping.columns.get(field), Some(&column));
            }
        }
    }
}
