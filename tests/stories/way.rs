//! The main job, counted: from `/start` to the radar chart, with fingers only.

use sandbox::Bubble;

use crate::{
    house::{House, stories},
    teacher::Teacher,
};

stories!(
    from_start_to_the_chart_in_few_taps,
    a_pass_survives_a_restart_and_ten_days,
    a_second_pass_shows_both,
    a_task_questionnaire_is_checked_and_explained,
);

/// Answers every question with the same choice, or passes it over; returns how many questions there were.
pub async fn answers_all(teacher: &mut Teacher, choice: &str) -> usize {
    let mut questions = 0;
    while let Some(question) = question_on(teacher) {
        let has_choice = question.buttons.iter().flatten().any(|key| key.label.contains(choice));
        teacher.taps(if has_choice { choice } else { "Пропустить" }).await;
        questions += 1;
        let before = question.text.clone();
        teacher
            .phone
            .waits_until("the next screen", |chat| newest(chat).is_some_and(|bubble| bubble.text != before))
            .await;
    }
    questions
}

fn newest(chat: &[Bubble]) -> Option<&Bubble> {
    chat.iter().rev().find(|bubble| bubble.from_bot && !bubble.buttons.is_empty())
}

fn question_on(teacher: &Teacher) -> Option<Bubble> {
    teacher.screen().filter(|bubble| bubble.buttons.iter().flatten().any(|key| key.label.contains("Пауза")))
}

async fn from_start_to_the_chart_in_few_taps(house: House) {
    let mut teacher = Teacher::new(house.person("Анна"));
    teacher.registers("Петрова Анна Сергеевна").await;
    println!("registered: {} taps, {} typed lines", teacher.taps, teacher.lines);
    assert!(teacher.taps <= 9 && teacher.lines <= 1, "{} taps, {} lines", teacher.taps, teacher.lines);
    teacher.taps("📊 Пройти самодиагностику").await;
    teacher.taps("Профессиональная самодиагностика").await;
    teacher.taps("Начать").await;
    teacher.waits_for_button("Пауза").await;
    let before = teacher.taps;
    let questions = answers_all(&mut teacher, "Скорее про меня").await;
    assert_eq!(teacher.taps - before, questions, "one tap per question");
    let words = teacher.phone.waits_for("Ваш результат").await;
    assert!(words.text.contains("из 100"), "{}", words.text);
    teacher.phone.waits_until("the chart", |chat| chat.iter().any(|bubble| bubble.file.is_some())).await;
    let chart = teacher.phone.chat().into_iter().find_map(|bubble| bubble.file).expect("a picture");
    assert!(chart.bytes.len() < 80_000 && chart.bytes.starts_with(b"\x89PNG"), "{} bytes", chart.bytes.len());
    println!(
        "{questions} questions; {} taps in all; the chart takes {} bytes",
        teacher.taps,
        chart.bytes.len()
    );
    let areas = house.count("SELECT COUNT(*) FROM competence_scores").await;
    assert_eq!(areas, 6, "the profile of deficits and strengths is kept");
}

async fn begins(teacher: &mut Teacher, title: &str) {
    teacher.phone.says("/diagnosis");
    teacher.taps(title).await;
    teacher.taps("Начать").await;
    teacher.waits_for_button("Пауза").await;
}

async fn a_pass_survives_a_restart_and_ten_days(mut house: House) {
    let mut teacher = Teacher::new(house.person("Анна"));
    teacher.registers("Петрова Анна Сергеевна").await;
    begins(&mut teacher, "Профессиональная самодиагностика").await;
    for _ in 0..5 {
        let before = question_on(&teacher).expect("a question").text;
        teacher.taps("Отчасти про меня").await;
        teacher
            .phone
            .waits_until("the next", |chat| newest(chat).is_some_and(|bubble| bubble.text != before))
            .await;
    }
    let present = question_on(&teacher).expect("a question").text;
    teacher.taps("Пауза").await;
    teacher.phone.waits_for("Ответы сохранены").await;
    house.restart().await;
    house.clock.jump(chrono::TimeDelta::days(10));
    teacher.phone.says("/diagnosis");
    // A reminder that fell due meanwhile may come at any moment, so the list is looked for, not the newest screen.
    let goes_on = |bubble: &Bubble| {
        let labels = bubble.buttons.iter().flatten();
        let label = labels.map(|key| &key.label).find(|label| label.contains("▶ Продолжить"))?.clone();
        bubble.text.contains("Помогает увидеть").then_some((bubble.message_id, label))
    };
    teacher.phone.waits_until("the list", |chat| chat.iter().any(|bubble| goes_on(bubble).is_some())).await;
    let (list, label) = teacher.phone.chat().iter().find_map(goes_on).expect("the list");
    teacher.phone.presses_on(list, &label).answer().await;
    let is_back = |bubble: &Bubble| bubble.message_id == list && bubble.text == present;
    teacher.phone.waits_until("the very question", |chat| chat.iter().any(is_back)).await;
}

async fn a_second_pass_shows_both(house: House) {
    let mut teacher = Teacher::new(house.person("Анна"));
    teacher.registers("Петрова Анна Сергеевна").await;
    begins(&mut teacher, "Профессиональная самодиагностика").await;
    answers_all(&mut teacher, "Отчасти про меня").await;
    teacher.phone.waits_for("Ваш результат").await;
    house.clock.jump(chrono::TimeDelta::days(120));
    begins(&mut teacher, "Профессиональная самодиагностика").await;
    answers_all(&mut teacher, "Точно про меня").await;
    teacher.phone.waits_for("По сравнению с прошлым разом").await;
    teacher.phone.says("/diagnosis");
    teacher.taps("Мои результаты").await;
    teacher.phone.waits_for("2 прохождения").await;
}

async fn a_task_questionnaire_is_checked_and_explained(house: House) {
    let mut teacher = Teacher::new(house.person("Анна"));
    teacher.registers("Петрова Анна Сергеевна").await;
    let title = "Функциональная грамотность";
    teacher.phone.says("/diagnosis");
    teacher.taps(title).await;
    teacher.taps("Начать").await;
    teacher.waits_for_button("Пауза").await;
    for _ in 0..60 {
        let Some(question) = question_on(&teacher) else {
            break;
        };
        let before = question.text.clone();
        if question.text.contains("обычным сообщением") && !has(&question, "Пропустить")
        {
            teacher.types("5");
        } else if has(&question, "Пропустить") {
            teacher.taps("Пропустить").await;
        } else {
            let label = question.buttons[0][0].label.clone();
            teacher.taps(&label).await;
            if has(&question, "Готово") {
                teacher.taps("Готово").await;
            }
        }
        teacher
            .phone
            .waits_until("another", |chat| newest(chat).is_some_and(|bubble| bubble.text != before))
            .await;
    }
    teacher.phone.waits_for("Верно решено").await;
    teacher.taps("Разбор заданий").await;
    teacher.phone.waits_for("Задание 1").await;
}

fn has(bubble: &Bubble, label: &str) -> bool {
    bubble.buttons.iter().flatten().any(|key| key.label.starts_with(label))
}
