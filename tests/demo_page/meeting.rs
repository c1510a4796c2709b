//! A meeting on the phones of the demo: the head of an association calls it, a teacher answers with one tap, and the year
//! of meetings that the district has planned.

use crate::visitor::{PLAIN, Visitor, visit};

/// What calling may take of whoever heads an association.
const MOST_TAPS_TO_CALL: usize = 12;
const LINES_TO_CALL: usize = 2;

#[tokio::test]
async fn a_head_calls_within_12_taps_and_two_lines_and_a_teacher_answers_with_one() {
    let (_demo, mut visitor) = visit().await;
    visitor.browser.eval(PLAIN).await;
    visitor.comes_on_a_working_noon().await;
    an_association_has_a_head(&mut visitor).await;
    the_head_calls(&mut visitor).await;
    a_teacher_answers(&mut visitor).await;
    the_year_is_there(&mut visitor).await;
    assert_eq!(visitor.browser.complaints(), Vec::<String>::new());
}

async fn an_association_has_a_head(visitor: &mut Visitor) {
    visitor.takes_phone("Наталья Кравцова").await;
    visitor.commands("/admin").await;
    for label in
        ["Школы и объединения", "Создать", "Муниципальное", "Предметное", "Математика", "МО учителей"]
    {
        visitor.taps(label).await;
    }
    visitor.taps("Добавить").await;
    for (words, name) in [("воронцова", "Воронцова Г. С."), ("белова", "Белова М. И.")]
    {
        visitor.types(words).await;
        visitor.sees(&format!("по запросу «{words}»")).await;
        visitor.taps(name).await;
        visitor.sees(&format!("По запросу «{words}» больше никого нет")).await;
    }
    visitor.taps("Состав").await;
    for label in ["Воронцова Галина", "Избрать руководителем", "Да, избрать"]
    {
        visitor.taps(label).await;
    }
    visitor.sees("руководитель.").await;
}

async fn the_head_calls(visitor: &mut Visitor) {
    visitor.takes_phone("Галина Воронцова").await;
    visitor.sees("Вам поручена роль").await;
    visitor.commands("/meeting").await;
    visitor.taps("Заседание объединения").await;
    visitor.sees("Как назвать?").await;
    visitor.types("Что показали ВПР").await;
    visitor.sees("Когда встреча?").await;
    visitor.types("завтра в 15").await;
    visitor.pictures("meeting-draft", "Новая встреча").await;
    visitor.taps("Созвать").await;
    visitor.taps("Да, созвать").await;
    visitor.pictures("meeting-host", "Ответы появятся здесь").await;
    println!("called with {} taps and {} typed lines", visitor.taps, visitor.lines);
    assert!(visitor.taps <= MOST_TAPS_TO_CALL && visitor.lines == LINES_TO_CALL, "{} taps", visitor.taps);
}

async fn a_teacher_answers(visitor: &mut Visitor) {
    visitor.takes_phone("Марина Белова").await;
    visitor.pictures("meeting-notice", "Вас зовут на встречу").await;
    visitor.taps = 0;
    visitor.taps("Буду").await;
    visitor.sees("✓ Буду").await;
    println!("answered with {} taps", visitor.taps);
    assert_eq!(visitor.taps, 1);
}

/// What the coordinator has planned from a sheet is ahead of everybody.
async fn the_year_is_there(visitor: &mut Visitor) {
    visitor.commands("/meetings").await;
    visitor.pictures("meetings-ahead", "Что показали ВПР").await;
}
