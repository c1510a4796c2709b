//! The words for months, days of the week and small numbers.
//! Not here: how they are put together.

use chrono::Weekday;

/// The first letters that tell a month, in the order of the year; Russian and English.
const MONTHS: [[&str; 2]; 12] = [
    ["янв", "jan"],
    ["фев", "feb"],
    ["март", "mar"],
    ["апр", "apr"],
    ["ма", "may"],
    ["июн", "jun"],
    ["июл", "jul"],
    ["авг", "aug"],
    ["сен", "sep"],
    ["окт", "oct"],
    ["ноя", "nov"],
    ["дек", "dec"],
];

/// The rest that may follow: anything else makes it another word.
const MONTH_ENDS: [&str; 12] =
    ["арь", "раль", "", "ель", "й", "ь", "ь", "уст", "тябрь", "ябрь", "брь", "абрь"];

/// What is said short, in every case of the full word.
const DAYS: [(Weekday, &[&str]); 7] = [
    (Weekday::Mon, &["пн", "пон", "понед", "понедельник", "mon", "monday"]),
    (Weekday::Tue, &["вт", "втор", "вторник", "tue", "tuesday"]),
    (Weekday::Wed, &["ср", "сред", "wed", "wednesday"]),
    (Weekday::Thu, &["чт", "чет", "четв", "четверг", "thu", "thursday"]),
    (Weekday::Fri, &["пт", "пят", "пятн", "пятниц", "fri", "friday"]),
    (Weekday::Sat, &["сб", "суб", "субб", "суббот", "sat", "saturday"]),
    (Weekday::Sun, &["вс", "вос", "воскр", "воскресен", "sun", "sunday"]),
];

/// Endings of the days of the week in the cases in which they are written.
const DAY_ENDS: [&str; 11] = ["", "а", "у", "ы", "е", "ом", "ой", "ам", "ье", "ья", "ью"];

/// Ordinals of a day or an hour by their beginnings, from 1.
const ORDINALS: [&str; 20] = [
    "перв",
    "втор",
    "трет",
    "четверт",
    "пят",
    "шест",
    "седьм",
    "восьм",
    "девят",
    "десят",
    "одиннадцат",
    "двенадцат",
    "тринадцат",
    "четырнадцат",
    "пятнадцат",
    "шестнадцат",
    "семнадцат",
    "восемнадцат",
    "девятнадцат",
    "двадцат",
];

/// Endings of ordinals: «первое», «первого», «третьего», «третье».
const ORDINAL_ENDS: [&str; 6] = ["ое", "ого", "ий", "ье", "ьего", "ый"];

/// Small numbers as they are said after «через».
const COUNTS: [(&str, u32); 14] = [
    ("один", 1),
    ("одну", 1),
    ("два", 2),
    ("две", 2),
    ("три", 3),
    ("четыре", 4),
    ("пять", 5),
    ("шесть", 6),
    ("семь", 7),
    ("восемь", 8),
    ("девять", 9),
    ("десять", 10),
    ("двенадцать", 12),
    ("пару", 2),
];

/// The number of a month, from 1.
pub(super) fn month(word: &str) -> Option<u32> {
    (1..).zip(MONTHS).zip(MONTH_ENDS).find_map(|((number, [russian, english]), full)| {
        let is_english = word.starts_with(english) && word.is_ascii();
        let is_russian = word.strip_prefix(russian).is_some_and(|end| is_month_end(number, end, full));
        (is_english || is_russian).then_some(number)
    })
}

/// Whether these letters end a month: cut short anywhere, or in the genitive or prepositional case.
fn is_month_end(number: u32, end: &str, full: &str) -> bool {
    match number {
        // «мая», «май», «мае»; «март», «марта».
        5 => matches!(end, "й" | "я" | "е"),
        3 | 8 => {
            let stem = end.strip_suffix(['а', 'е']).unwrap_or(end);
            full.starts_with(stem)
        }
        _ => {
            let stem = end.strip_suffix(['я', 'е']).map_or_else(|| end.to_owned(), |stem| format!("{stem}ь"));
            full.starts_with(end) || full == stem || (stem == "т" && number == 9)
        }
    }
}

/// The day of the week that a word means, in any case and shortened as people do.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    let is_meant = |names: &&[&str]| {
        names.iter().any(|name| word.strip_prefix(name).is_some_and(|end| DAY_ENDS.contains(&end)))
    };
    DAYS.iter().find(|(_, names)| is_meant(names)).map(|(day, _)| *day)
}

/// What an ordinal up to 20 is.
pub(super) fn ordinal(word: &str) -> Option<u32> {
    (1..).zip(ORDINALS).find_map(|(number, stem)| {
        word.strip_prefix(stem).is_some_and(|end| ORDINAL_ENDS.contains(&end)).then_some(number)
    })
}

/// How many a word means.
pub(super) fn count(word: &str) -> Option<u32> {
    COUNTS.iter().find(|(name, _)| *name == word).map(|(_, number)| *number)
}
