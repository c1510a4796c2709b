//! The hot line: a closed question is rewritten without names, looked at by a second person, and found by whoever asks
//! the same in other words.

use crate::{
    consulting::{Service, closes},
    house::{House, stories, transcript},
    stages::nothing_broke,
};

stories!(an_answer_is_published_and_helps_the_next,);

async fn an_answer_is_published_and_helps_the_next(house: House) {
    let mut service = Service::of(house).await;
    service.asks("Здравствуйте, это Белова! Как мне построить урок-исследование?").await;
    let boris = &mut service.methodologists[0];
    closes(boris, "Анна Петровна, начните с вопроса без готового ответа: гипотеза, опыт, вывод.").await;
    boris.taps("В горячую линию").await;
    boris.teacher.phone.waits_for("Перепишите вопрос").await;
    boris.teacher.types("Как Беловой построить урок?");
    boris.teacher.phone.waits_for("Здесь остались имена: белова").await;
    boris.teacher.types("Как построить урок-исследование?");
    boris.teacher.phone.waits_for("Теперь ответ").await;
    boris.taps("Оставить как есть").await;
    boris.teacher.phone.waits_for("Здесь остались имена: анна, петровна").await;
    boris.teacher.types("Начните с вопроса без готового ответа: гипотеза, опыт, вывод.");
    boris.teacher.phone.waits_for("Второй человек посмотрит").await;
    boris.teacher.phone.says("/hotline");
    boris.taps("⏳ Как построить").await;
    let own = boris.teacher.phone.waits_for("Ждёт второго взгляда").await;
    assert!(!own.screen().contains("Опубликовать"), "not by its author alone: {}", own.screen());
    service.coordinator.teacher.phone.waits_for("Посмотрите ответ для горячей линии").await;
    service.coordinator.taps("Опубликовать").await;
    service.coordinator.teacher.phone.waits_for("Опубликован").await;

    let mut next = service.region.member("Рыжова Нина Львовна", service.region.schools[0]).await;
    next.teacher.phone.says("/consult");
    next.taps("Урок: методика").await;
    next.teacher.phone.waits_for("Напишите вопрос своими словами").await;
    next.teacher.types("хочу провести занятие-иследование с ребятами");
    next.teacher.phone.waits_for("Похоже, на это уже отвечали").await;
    next.taps("💡 Как построить").await;
    let found = next.teacher.phone.waits_for("гипотеза, опыт, вывод").await;
    assert!(!found.screen().contains("Белова"), "{}", found.screen());
    next.taps("Это и нужно").await;
    next.teacher.phone.waits_for("Если появится другой вопрос").await;
    let house = &service.region.house;
    assert_eq!(house.count("SELECT COUNT(*) FROM hot_line_answers WHERE helped = 1").await, 1);
    assert_eq!(house.count("SELECT COUNT(*) FROM consultation_requests WHERE state = 'drafted'").await, 0);
    assert!(!transcript(&next.teacher.phone).contains("отправлен"));
    nothing_broke(house).await;
}
