//! The demo's year of meetings: the subject weeks, councils with their agendas, seminars and pedagogical councils of a real
//! school's plan for 2022/23, moved to the school year of today, and a session of the ММА in each quarter.
//! The coordinator sends it as any coordinator would. Not here: reading it.

use chrono::{DateTime, Datelike, Days, NaiveDate, Utc};

use crate::documents::{Cell, Sheet, sheets_xlsx};

const HEADINGS: [&str; 8] =
    ["Вид", "Название", "Дата", "Время", "Где", "Повестка", "Предмет", "Могут прийти и другие"];

/// A meeting of the plan: kind, title, first and last day as the plan has them (month alone became a day), time, agenda,
/// subject.
struct Row(&'static str, &'static str, [&'static str; 2], &'static str, &'static str, &'static str);

const HALL: &str = "Актовый зал гимназии";

const PLAN: [Row; 36] = [
    Row(
        "Методический совет",
        "Организационные вопросы работы методических объединений",
        ["2022-08-29"; 2],
        "10:00–11:30",
        "Обсуждение и утверждение плана методической работы; Рассмотрение рабочих программ; Итоги промежуточной и \
         государственной итоговой аттестации; Подготовка и проведение ВПР в 5–9 классах; Аттестация сотрудников школы; \
         Повышение квалификации",
        "",
    ),
    Row(
        "Методический совет",
        "Контроль качества знаний",
        ["2022-11-09"; 2],
        "15:00–16:30",
        "Анализ результатов контрольных срезов по математике и русскому языку; Итоги первой четверти, преемственность; \
         Итоги школьного этапа олимпиады; Классно-обобщающий контроль в 1 и 5 классах",
        "",
    ),
    Row(
        "Методический совет",
        "Использование ИКТ на уроках",
        ["2023-01-18"; 2],
        "15:00–16:30",
        "Итоги успеваемости за вторую четверть; Работа с одарёнными детьми; Методическая копилка приёмов и методов; \
         Подготовка и проведение ВПР",
        "",
    ),
    Row(
        "Методический совет",
        "Пространство для самореализации учителя и учащихся",
        ["2023-03-22"; 2],
        "15:00–16:30",
        "Нормативные документы для подготовки выпускников к итоговой аттестации; Подготовка к промежуточной аттестации; \
         Анализ пробных ОГЭ",
        "",
    ),
    Row(
        "Методический совет",
        "Итоги года и планирование следующего",
        ["2023-05-24"; 2],
        "15:00–16:30",
        "Обобщение положительного опыта работы учителей; Самообразование: отчёты по темам; Анализ итоговых контрольных \
         работ; Анализ работы объединений и план на новый год",
        "",
    ),
    Row(
        "Заседание ММА",
        "Ориентиры учебного года",
        ["2022-09-22"; 2],
        "14:00–16:00",
        "Список актива; План на год",
        "",
    ),
    Row(
        "Заседание ММА",
        "Итоги диагностики затруднений",
        ["2022-12-08"; 2],
        "14:00–16:00",
        "Что показала самодиагностика; Кому нужна помощь",
        "",
    ),
    Row(
        "Заседание ММА",
        "Маршруты педагогов",
        ["2023-03-16"; 2],
        "14:00–16:00",
        "Ход маршрутов; Стажировки",
        "",
    ),
    Row(
        "Заседание ММА",
        "Итоги работы актива",
        ["2023-05-18"; 2],
        "14:00–16:00",
        "Отчёты; План на новый год",
        "",
    ),
    Row("", "Педагогический совет: обновлённые ФГОС", ["2022-08-30"; 2], "10:00–12:00", "", ""),
    Row("", "Педагогический совет: Школа Минпросвещения России", ["2023-02-08"; 2], "15:00–17:00", "", ""),
    Row("", "Педагогический совет: воспитание в современной школе", ["2023-04-05"; 2], "15:00–17:00", "", ""),
    Row("", "Педагогический совет: допуск к экзаменам", ["2023-05-19"; 2], "14:00–15:00", "", ""),
    Row("", "Педагогический совет: итоги учебного года", ["2023-05-29"; 2], "14:00–16:00", "", ""),
    Row("", "Педагогический совет: выпуск 9 и 11 классов", ["2023-06-21"; 2], "10:00–11:00", "", ""),
    Row("Семинар", "Организация наставничества", ["2022-09-21"; 2], "15:00–16:30", "", ""),
    Row("Семинар", "Нормативно-правовая база аттестации", ["2022-10-12"; 2], "15:00–16:30", "", ""),
    Row(
        "Семинар",
        "Психологические особенности современного подростка",
        ["2022-10-19"; 2],
        "15:00–16:30",
        "",
        "",
    ),
    Row("Семинар", "Актуальные проблемы современной школы", ["2022-12-14"; 2], "15:00–16:30", "", ""),
    Row(
        "Семинар",
        "Психологическая защита: ответ ученика на стресс",
        ["2023-02-15"; 2],
        "15:00–16:30",
        "",
        "",
    ),
    Row("Семинар", "Внеурочная деятельность по ФГОС", ["2023-04-19"; 2], "15:00–16:30", "", ""),
    Row("", "Методический день «Методический калейдоскоп»", ["2023-02-22"; 2], "", "", ""),
    Row("Конкурс", "Педагогический дебют", ["2023-02-27"; 2], "10:00–14:00", "", ""),
    Row("", "Самообразование: выступают молодые педагоги", ["2023-04-12"; 2], "15:00–16:30", "", ""),
    Row("", "Творческий отчёт методических объединений", ["2023-05-31"; 2], "14:00–16:00", "", ""),
    Row("", "Неделя математики", ["2023-01-23", "2023-01-27"], "", "", "Математика"),
    Row("", "Неделя химии", ["2023-01-30", "2023-02-03"], "", "", ""),
    Row("", "Неделя науки", ["2023-02-06", "2023-02-10"], "", "", ""),
    Row("", "Неделя русского языка и литературы", ["2023-02-13", "2023-02-17"], "", "", "Русский язык"),
    Row("", "Неделя ИЗО, технологии, музыки", ["2023-02-20", "2023-02-24"], "", "", ""),
    Row("", "Неделя биологии, экологии", ["2023-02-27", "2023-03-03"], "", "", ""),
    Row("", "Неделя информатики", ["2023-03-13", "2023-03-17"], "", "", "Информатика"),
    Row("", "Неделя физики, астрономии", ["2023-04-10", "2023-04-15"], "", "", ""),
    Row("", "Неделя географии", ["2023-04-17", "2023-04-22"], "", "", ""),
    Row("", "Декада истории, обществознания", ["2023-04-24", "2023-05-06"], "", "", ""),
    Row("", "Неделя ОБЖ, физической культуры", ["2023-05-15", "2023-05-20"], "", "", ""),
];

/// The first year of the school year of the plan.
const PLAN_YEAR: i32 = 2022;

/// The plan as a workbook: moved to the school year of the day `of`, without what is over on the day `from`.
pub(super) fn workbook(of: DateTime<Utc>, from: DateTime<Utc>) -> anyhow::Result<Vec<u8>> {
    let (of, from) = (of.date_naive(), from.date_naive());
    let years = of.year() - i32::from(of.month() < 8) - PLAN_YEAR;
    let rows = PLAN.iter().filter_map(|Row(kind, title, days, time, agenda, subject)| {
        let [first, last] = days.map(|day| moved(day, years));
        let (first, last) = (first?, last?);
        let shown = |day: NaiveDate| day.format("%d.%m.%Y").to_string();
        let days = if first == last { shown(first) } else { format!("{} - {}", shown(first), shown(last)) };
        let place = if time.is_empty() { "" } else { HALL };
        let open = if *kind == "Заседание ММА" { "" } else { "да" };
        let cells = [*kind, *title, days.as_str(), *time, place, *agenda, *subject, open];
        (first > from).then(|| cells.map(Cell::from).to_vec())
    });
    let headings = HEADINGS.map(str::to_owned).to_vec();
    sheets_xlsx(&[Sheet { name: "План".to_owned(), headings, rows: rows.collect() }])
}

/// The same day of the week so many years later, the one nearest to the same date.
fn moved(day: &str, years: i32) -> Option<NaiveDate> {
    let day: NaiveDate = day.parse().ok()?;
    let same = day.with_year(day.year() + years)?;
    let behind = |one: NaiveDate| one.weekday().num_days_from_monday();
    match (behind(day) + 7 - behind(same)) % 7 {
        ahead @ 0..=3 => same.checked_add_days(Days::new(ahead.into())),
        ahead => same.checked_sub_days(Days::new((7 - ahead).into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_keep_their_mondays() {
        let day = |words: &str| words.parse::<NaiveDate>().ok();
        assert_eq!(moved("2023-01-23", 4), day("2027-01-25"));
        assert_eq!(moved("2023-01-27", 4), day("2027-01-29"));
        assert_eq!(moved("2022-11-09", 4), day("2026-11-11"));
        for Row(_, title, [first, last], ..) in &PLAN {
            for years in 0..8 {
                let (from, to) = (moved(first, years).expect("a day"), moved(last, years).expect("a day"));
                let length = day(last).zip(day(first)).map(|(last, first)| last - first);
                assert_eq!(Some(to - from), length, "{title}");
            }
        }
    }

    #[test]
    fn the_whole_plan_can_be_called_in_summer() {
        let at = |words: &str| words.parse::<DateTime<Utc>>().expect("an instant");
        let book = workbook(at("2026-11-22T12:00:00Z"), at("2026-07-25T12:00:00Z")).expect("a workbook");
        let table = crate::sheets::read(&book).expect("readable");
        assert_eq!(table.rows.len(), PLAN.len() + 1);
    }
}
