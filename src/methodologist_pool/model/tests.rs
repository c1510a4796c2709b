//! What the seven checks say about somebody, and what typed words mean.

use chrono::DateTime;

use super::*;
use crate::content::Content;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

fn facts() -> Facts {
    Facts { works_there: Some(true), career_began_year: Some(2010), today: day(2026, 11, 22) }
}

#[test]
fn five_years_are_school_years_and_papers_count_where_the_year_is_unknown() {
    let record = Record::default();
    for (began, today, expected) in [
        (Some(2021), day(2026, 9, 1), Verdict::Met),
        (Some(2021), day(2026, 8, 31), Verdict::Missing),
        (Some(2022), day(2026, 11, 22), Verdict::Missing),
        (None, day(2026, 11, 22), Verdict::Unknown),
    ] {
        let facts = Facts { career_began_year: began, today, ..facts() };
        assert_eq!(judge(Check::Years, &record, &facts), expected, "{began:?} on {today}");
        let confirmed = Record { confirmed: vec![Check::Years], ..record.clone() };
        assert_eq!(judge(Check::Years, &confirmed, &facts), Verdict::Met);
    }
}

#[test]
fn a_workplace_is_known_from_the_main_place() {
    for (known, expected) in
        [(Some(true), Verdict::Met), (Some(false), Verdict::Missing), (None, Verdict::Unknown)]
    {
        let facts = Facts { works_there: known, ..facts() };
        assert_eq!(judge(Check::Workplace, &Record::default(), &facts), expected);
    }
}

#[test]
fn any_background_is_a_contribution() {
    let mut record = Record::default();
    assert_eq!(judge(Check::Contribution, &record, &facts()), Verdict::Unknown);
    record.tick(Step::Backgrounds, "other");
    assert_eq!(judge(Check::Contribution, &record, &facts()), Verdict::Met);
}

#[test]
fn what_is_only_seen_on_papers_is_missing_until_it_is_confirmed() {
    let mut record = Record::default();
    let papers = [Check::Education, Check::Category, Check::Contribution, Check::Diagnosis, Check::Course];
    assert_eq!(list_missing(&record, &facts()), papers);
    record.confirmed = papers.to_vec();
    assert!(list_missing(&record, &facts()).is_empty());
}

#[test]
fn an_exception_covers_what_was_missing_then_and_nothing_else() {
    let exception = Exception {
        checks: vec![Check::Category],
        reason: "лидер сообщества".into(),
        at: DateTime::UNIX_EPOCH,
    };
    let record = Record { exception: Some(exception), ..Record::default() };
    assert_eq!(judge(Check::Category, &record, &facts()), Verdict::Excepted);
    assert_eq!(judge(Check::Course, &record, &facts()), Verdict::Unknown);
    let confirmed = Record { confirmed: vec![Check::Category], ..record };
    assert_eq!(judge(Check::Category, &confirmed, &facts()), Verdict::Met);
}

#[test]
fn orders_are_read_as_people_write_them() {
    let order = |number: &str, date| Ok(Order { number: number.to_owned(), date });
    for (typed, expected) in [
        ("№ 876 от 03.10.2022", order("876", Some(day(2022, 10, 3)))),
        ("приказ №876 от 3.10.2022 г.", order("876", Some(day(2022, 10, 3)))),
        ("01-05/114", order("01-05/114", None)),
        ("от 03.10.2022", Err(ReadingFault::Unreadable)),
        ("", Err(ReadingFault::Unreadable)),
    ] {
        assert_eq!(read_order(typed), expected, "{typed}");
    }
    assert_eq!(read_order(&"9".repeat(50)), Err(ReadingFault::TooLong));
}

#[test]
fn spans_are_read_and_never_run_backwards() {
    let today = day(2026, 11, 22);
    for (typed, expected) in [
        ("01.09.2026 – 31.08.2027", Ok((day(2026, 9, 1), day(2027, 8, 31)))),
        ("с 1.12.2026 по 14.12.2026 г.", Ok((day(2026, 12, 1), day(2026, 12, 14)))),
        ("до 05.12.2026", Ok((today, day(2026, 12, 5)))),
        ("31.08.2027-01.09.2026", Err(ReadingFault::Backwards)),
        ("01.01.2020", Err(ReadingFault::Backwards)),
        ("зимой", Err(ReadingFault::Unreadable)),
        ("31.02.2026", Err(ReadingFault::Unreadable)),
    ] {
        assert_eq!(read_span(typed, today), expected, "{typed}");
    }
}

#[test]
fn every_step_takes_words_or_buttons_and_can_be_cleared() {
    let today = day(2026, 11, 22);
    for step in Step::ALL {
        let mut record = Record::default();
        let typed = match step {
            Step::Order => "12",
            Step::Term | Step::Absence => "01.12.2026 01.01.2027",
            Step::Capacity => "3",
            _ => "слова",
        };
        if record.take(step, typed, today) == Err(ReadingFault::Buttons) {
            record.tick(step, "one");
            record.basis = (step == Step::Basis).then_some(Basis::Staff);
        }
        assert!(!record.is_empty_at(step), "{step:?}");
        record.clear(step);
        assert_eq!(record, Record::default(), "{step:?}");
        assert_eq!(Step::from_word(step.as_str()), Some(step));
    }
    assert_eq!(Record::default().take(Step::Capacity, "999", today), Err(ReadingFault::Unreadable));
    assert_eq!(Record::default().take(Step::Education, &"я".repeat(501), today), Err(ReadingFault::TooLong));
}

#[test]
fn the_norm_says_how_many_are_wanted() {
    let size = |teachers| PoolSize { members: 0, candidates: 0, teachers, norm: (200, 250) }.wanted();
    assert_eq!([size(0), size(250), size(2_400)], [(1, 1), (1, 2), (10, 12)]);
}

#[test]
fn the_shipped_catalogue_has_the_seven_directions() {
    let catalogue = PoolCatalogue::read(&Content::open(None)).expect("shipped content is valid");
    assert_eq!((catalogue.directions.len(), catalogue.backgrounds.len()), (7, 7));
}

#[test]
fn a_school_year_begins_in_august_and_its_span_in_september() {
    assert_eq!((school_year(day(2027, 7, 31)), school_year(day(2027, 8, 1))), (2026, 2027));
    assert_eq!(span_of(2026), Some((day(2026, 9, 1), day(2027, 8, 31))));
}
