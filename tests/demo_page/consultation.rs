//! A consultation from the question to the rating, on three phones: the teacher's, the methodologist's, the coordinator's.

use crate::visitor::{PHONE, PLAIN, Visitor, visit};

const QUESTION: &str = "Как помочь восьмому классу написать сжатое изложение?";
const ANSWER: &str = "Начните с трёх приёмов сжатия: исключить, обобщить, заменить. По одному на урок.";

/// What asking may take, beside the question itself.
const TAPS_TO_ASK: usize = 4;
/// What taking a question and answering it may take, beside the answer itself.
const TAPS_TO_ANSWER: usize = 2;

#[tokio::test]
async fn a_question_is_asked_answered_and_rated_on_three_phones() {
    let (_demo, mut visitor) = visit().await;
    visitor.browser.eval(PLAIN).await;
    visitor.comes_on_a_working_noon().await;
    a_teacher_asks(&mut visitor).await;
    a_methodologist_takes_and_answers(&mut visitor).await;
    the_teacher_writes_back(&mut visitor).await;
    the_methodologist_closes(&mut visitor).await;
    the_teacher_rates(&mut visitor).await;
    the_coordinator_sees_figures(&mut visitor).await;
    assert_eq!(visitor.browser.complaints(), Vec::<String>::new());
}

async fn a_teacher_asks(visitor: &mut Visitor) {
    visitor.takes_phone("Марина Белова").await;
    visitor.commands("/consult").await;
    visitor.pictures("consultation-areas", "О чём Ваш вопрос").await;
    visitor.taps("Урок: методика").await;
    visitor.sees("своими словами").await;
    visitor.types(QUESTION).await;
    visitor.pictures("consultation-asked", "Когда всё, нажмите").await;
    visitor.taps("Отправить").await;
    visitor.sees("отправлен").await;
    println!("asked with {} taps and {} line", visitor.taps, visitor.lines);
    assert!(
        visitor.taps <= TAPS_TO_ASK && visitor.lines == 1,
        "{} taps, {} lines",
        visitor.taps,
        visitor.lines
    );
}

async fn a_methodologist_takes_and_answers(visitor: &mut Visitor) {
    visitor.takes_phone("Сергей Дорошин").await;
    until_working_time(visitor).await;
    visitor.pictures("consultation-card", "Вопрос к методистам").await;
    visitor.taps("Беру").await;
    visitor.pictures("consultation-taken", "Пишите ответ прямо здесь").await;
    visitor.types(ANSWER).await;
    visitor.sees("Передано").await;
    println!("taken and answered with {} tap and {} line", visitor.taps, visitor.lines);
    assert!(
        visitor.taps <= TAPS_TO_ANSWER && visitor.lines == 1,
        "{} taps, {} lines",
        visitor.taps,
        visitor.lines
    );
}

/// A card comes in working time: whoever plays before it moves the clock on by hours.
async fn until_working_time(visitor: &mut Visitor) {
    let has_card = format!("{PHONE}.querySelector('.messages').innerText.includes('Вопрос к методистам')");
    let later =
        "fetch('/sandbox/clock/advance', { method: 'POST', headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ seconds: 3600 }) }).then(answer => answer.ok)";
    for _ in 0..24 {
        tokio::time::sleep(std::time::Duration::from_millis(700)).await;
        if visitor.browser.eval(&has_card).await == true {
            return;
        }
        assert_eq!(visitor.browser.eval(later).await, true);
    }
}

async fn the_teacher_writes_back(visitor: &mut Visitor) {
    visitor.takes_phone("Марина Белова").await;
    visitor.pictures("consultation-answer", "Начните с трёх приёмов").await;
    visitor.types("Спасибо, попробую завтра").await;
    visitor.sees("Передано").await;
    assert_eq!((visitor.taps, visitor.lines), (0, 1), "one simply writes");
}

async fn the_methodologist_closes(visitor: &mut Visitor) {
    visitor.takes_phone("Сергей Дорошин").await;
    visitor.sees("Спасибо, попробую завтра").await;
    visitor.taps("Вопрос № 1").await;
    visitor.taps("Закрыть с итогом").await;
    visitor.sees("напишите итог").await;
    visitor.types("Три приёма сжатия, по одному на урок; через две недели проверочное изложение.").await;
    visitor.sees("Закрыт, отвечал(а)").await;
}

async fn the_teacher_rates(visitor: &mut Visitor) {
    visitor.takes_phone("Марина Белова").await;
    visitor.pictures("consultation-closed", "Как Вам ответ").await;
    visitor.taps("5").await;
    visitor.sees("Ваша оценка: 5").await;
    assert_eq!(visitor.taps, 1, "one tap rates");
}

async fn the_coordinator_sees_figures(visitor: &mut Visitor) {
    visitor.takes_phone("Наталья Кравцова").await;
    visitor.commands("/queue").await;
    visitor.taps("Показатели").await;
    visitor.pictures("consultation-figures", "Вопросов: 1").await;
}
