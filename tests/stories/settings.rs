//! Settings hold at once and after a restart; `/cancel` drops what is expected and loses nothing.

use crate::{
    house::{House, stories},
    stages::{Stage, brought_to, held, is_answered, nothing_broke, stands_at},
};

stories!(
    the_language_changes_at_once_and_stays,
    the_time_zone_and_quiet_hours_survive_a_restart,
    cancel_drops_a_question_and_keeps_what_was_done,
);

async fn the_language_changes_at_once_and_stays(mut house: House) {
    let mut teacher = brought_to(&house, Stage::Menu).await;
    teacher.phone.says("/settings");
    teacher.taps("English").await;
    teacher.waits_for_button("Русский").await;
    let screen = teacher.screen().expect("a screen");
    assert!(screen.text.contains("Settings") && !screen.text.contains("Настройки"), "{}", screen.text);
    house.settles().await;
    house.restart().await;
    let sent = teacher.phone.says("слова ниоткуда");
    let screen = is_answered(&teacher, sent, "words").await;
    assert!(screen.text.contains("Settings"), "{}", screen.text);
    teacher.taps("Русский").await;
    teacher.waits_for_button("English").await;
    teacher.phone.waits_for("Настройки").await;
    nothing_broke(&house).await;
}

async fn the_time_zone_and_quiet_hours_survive_a_restart(mut house: House) {
    let mut teacher = brought_to(&house, Stage::Menu).await;
    teacher.phone.says("/settings");
    teacher.taps("Часовой пояс").await;
    teacher.taps("Якутск").await;
    teacher.phone.waits_for("Якутск, Чита, сейчас").await;
    teacher.taps("Тихие часы").await;
    teacher.taps("21:00").await;
    teacher.taps("06:00").await;
    teacher.phone.waits_for("с 21:00 до 06:00").await;
    house.settles().await;
    house.restart().await;
    teacher.phone.says("/settings");
    teacher.phone.waits_for("с 21:00 до 06:00").await;
    let screen = teacher.screen().expect("a screen");
    assert!(screen.text.contains("Якутск") && screen.text.contains("UTC+9"), "{}", screen.text);
    teacher.taps("Тихие часы").await;
    teacher.taps("Без тихих часов").await;
    teacher.phone.waits_for("Тихие часы: выключены").await;
    teacher.taps("Часовой пояс").await;
    teacher.taps("Как в моём районе").await;
    teacher
        .phone
        .waits_until("the municipality's zone", |chat| {
            crate::stages::newest(chat)
                .is_some_and(|bubble| bubble.text.contains("Часовой пояс") && !bubble.text.contains("Якутск"))
        })
        .await;
    nothing_broke(&house).await;
}

async fn cancel_drops_a_question_and_keeps_what_was_done(house: House) {
    let house = house.with_short_questionnaire().await;
    let mut teacher = brought_to(&house, Stage::TextQuestion).await;
    let before = held(&house, &teacher).await;
    let sent = teacher.phone.says("/cancel");
    let screen = is_answered(&teacher, sent, "/cancel in a questionnaire").await;
    assert!(
        screen.text.contains("откладываем") && screen.text.contains(Stage::Menu.landmark()),
        "{}",
        screen.text
    );
    assert_eq!(before, held(&house, &teacher).await);
    let sent = teacher.phone.says("мира");
    let screen = is_answered(&teacher, sent, "words after /cancel").await;
    assert!(screen.text.contains(Stage::Menu.landmark()), "{}", screen.text);
    assert_eq!(before, held(&house, &teacher).await, "words after /cancel are no answer");
    teacher.phone.says("/profile");
    teacher.taps("Добавить место работы").await;
    teacher.waits_for_button("Школа № 2").await;
    teacher.taps("Школа № 2").await;
    teacher.waits_for_button("Учитель").await;
    let sent = teacher.phone.says("/cancel");
    let screen = is_answered(&teacher, sent, "/cancel of a place of work").await;
    assert!(screen.text.contains("Отменили"), "{}", screen.text);
    assert_eq!(before, held(&house, &teacher).await, "the begun place is gone");
    let sent = teacher.phone.says("/cancel");
    let screen = is_answered(&teacher, sent, "/cancel of nothing").await;
    assert!(screen.text.contains("Отменять нечего"), "{}", screen.text);
    teacher.phone.says("/diagnosis");
    teacher.taps("▶ Продолжить").await;
    stands_at(&teacher, Stage::TextQuestion).await;
    nothing_broke(&house).await;
}
