//! A new teacher comes in and answers a whole self-diagnosis.

use crate::visitor::{PHONE, Visitor, visit};

#[tokio::test]
async fn a_new_teacher_comes_from_start_to_the_chart_with_fingers_only() {
    let (_demo, mut visitor) = visit().await;
    visitor.takes_new_phone().await;
    visitor.sees("согласие").await;
    visitor.browser.save("welcome").await;
    visitor.taps("Даю согласие").await;
    visitor.sees("Как Вас зовут").await;
    visitor.introduces("Петрова Анна Сергеевна").await;
    assert!(visitor.taps <= 9 && visitor.lines <= 1, "{} taps, {} lines", visitor.taps, visitor.lines);
    println!("registered with {} taps and {} typed line", visitor.taps, visitor.lines);

    visitor.taps("Пройти самодиагностику").await;
    visitor.taps("Профессиональная").await;
    visitor.taps("Начать").await;
    visitor.sees("Пауза").await;
    let questions = answers_all(&mut visitor).await;
    visitor.sees("Ваш результат").await;
    visitor
        .browser
        .until("the chart is drawn", &format!("{PHONE}.querySelector('img')?.naturalWidth > 0"))
        .await;
    visitor.browser.resize(360, 1400).await;
    visitor.browser.save("result").await;
    println!("{questions} questions, one tap each; {} taps in all", visitor.taps);
}

async fn answers_all(visitor: &mut Visitor) -> usize {
    let choices = ["Скорее про меня", "Точно про меня", "Отчасти про меня"];
    let is_question =
        format!("[...{PHONE}.querySelectorAll('button')].some(e => e.textContent.includes('Пауза'))");
    let mut questions = 0;
    while visitor.browser.eval(&is_question).await == true {
        let before = visitor.newest().await;
        let skippable = format!(
            "[...{PHONE}.querySelectorAll('button')].some(e => e.textContent.includes('Пропустить'))"
        );
        let skips = visitor.browser.eval(&skippable).await == true;
        visitor.taps(if skips { "Пропустить" } else { choices[questions % choices.len()] }).await;
        questions += 1;
        if questions == 8 {
            visitor.browser.save("teacher").await;
        }
        visitor.sees_something_after(&before).await;
    }
    questions
}
