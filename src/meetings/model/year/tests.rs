//! Plans as offices write them.

use super::*;
use crate::content::Content;

fn read(words: &str) -> Result<CivilSpan, RowFault> {
    let now = "2026-11-24T12:00:00".parse().expect("a moment");
    let when = crate::typed::read_when(words, now).map_err(|_| RowFault::Day)?;
    Ok(CivilSpan { from: when.from, to: when.to, begins: when.begins, ends: when.ends })
}

fn tried(lines: &[&str], known: &HashSet<PlanKey>) -> TriedYear {
    let content = Content::open(None);
    let kinds = MeetingKinds::read(&content).expect("shipped content is valid");
    let catalogue = Catalogue::read(&content).expect("shipped content is valid");
    let table = crate::sheets::read(lines.join("\n").as_bytes()).expect("readable");
    let layout = find_year_layout(&table).expect("the headings are known");
    let reader = YearReader { kinds: &kinds, catalogue: &catalogue, read_when: &read };
    try_out_year((&table, &layout), &reader, known)
}

#[test]
fn each_row_becomes_a_meeting_or_comes_back() {
    let lines = [
        "План методической работы",
        "Вид,Мероприятие,Сроки,Время,Место,Повестка,Предмет",
        ",Неделя математики,25-29.01.27,,,,Математика",
        ",Неделя химии,\"30.01.- 03.02.27\",,,,",
        "Методический совет,Контроль качества,25 ноября,15:00,Актовый зал,\"1. Итоги — Иванова А. П.; 2. План\",",
        "методический совет,контроль  качества,25.11.2026,15:00,,,",
        "Семинар,Подросток,31 июня,,,,",
        "Пикник,Отдых,5 декабря,,,,Магия",
        ",Итоги года,октябрь,,,,",
    ];
    let tried = tried(&lines, &HashSet::new());
    let names: Vec<(&str, &str)> =
        tried.added.iter().map(|planned| (&*planned.programme.kind, &*planned.programme.title)).collect();
    assert_eq!(
        names,
        [("council", "Контроль качества"), ("week", "Неделя математики"), ("week", "Неделя химии")]
    );
    assert_eq!(tried.added[0].programme.agenda.len(), 2);
    assert_eq!(tried.added[1].programme.subject.as_deref(), Some("mathematics"));
    let last = tried.added[2].programme.when.expect("days");
    assert_eq!((last.to - last.from).num_days(), 4);
    assert_eq!(tried.kept, 1);
    let why: Vec<&[RowFault]> = tried.refused.iter().map(|(_, _, why)| &**why).collect();
    assert_eq!(
        why,
        [&[RowFault::Day][..], &[RowFault::Kind, RowFault::Subject], &[RowFault::Day]],
        "{:?}",
        tried.refused
    );
    let known = tried.added.iter().map(|planned| plan_key(&planned.programme)).collect();
    let again = self::tried(&lines, &known);
    assert_eq!((again.added.len(), again.kept), (0, 4));
}

#[test]
fn notices_go_out_in_good_time_and_one_a_day_where_it_is_late() {
    let at = |words: &str| words.parse::<DateTime<Utc>>().expect("an instant");
    let zone = Tz::Europe__Moscow;
    let now = at("2026-11-24T09:00:00Z");
    let meetings =
        ["2026-11-25T12:00:00Z", "2026-11-26T12:00:00Z", "2026-12-10T12:00:00Z", "2027-01-25T06:00:00Z"]
            .map(|words| (at(words), 21));
    let moments = notice_moments(&meetings, zone, now);
    assert_eq!(moments[0], None, "what is soon is told now");
    assert_eq!(moments[1], Some(at("2026-11-24T12:00:00Z")));
    assert_eq!(moments[2], Some(at("2026-11-26T07:00:00Z")));
    assert_eq!(moments[3], Some(at("2027-01-04T07:00:00Z")));
}
