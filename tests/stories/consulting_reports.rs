//! The journal that a methodologist is paid for, and the figures of a coordinator.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use sandbox::{Bubble, Phone};

use crate::{
    consulting::{Service, closes},
    house::{House, stories},
    stages::nothing_broke,
};

stories!(
    the_journal_and_the_figures_leave_as_files,
    what_happened_and_how_long_it_took_stands_on_the_card,
    what_is_long_over_goes_with_what_was_said,
);

/// The newest file on the phone.
async fn file(phone: &Phone, ending: &str) -> Vec<u8> {
    let has = |bubble: &Bubble| bubble.file.as_ref().is_some_and(|file| file.name.ends_with(ending));
    phone.waits_until(ending, |chat| chat.iter().any(has)).await;
    let newest = phone.chat().into_iter().rev().find(has).and_then(|bubble| bubble.file);
    newest.expect("a file").bytes.to_vec()
}

async fn the_journal_and_the_figures_leave_as_files(house: House) {
    let mut service = Service::of(house).await;
    service.asks("Как оценить проект?").await;
    let boris = &mut service.methodologists[0];
    closes(boris, "По трём критериям, известным заранее").await;
    service.teacher.teacher.phone.waits_for("Как Вам ответ").await;
    service.teacher.taps("4 ★").await;
    service.teacher.teacher.phone.waits_for("Ваша оценка: 4").await;
    boris.teacher.phone.says("/queue");
    boris.taps("Журнал").await;
    boris.teacher.phone.waits_for("Консультаций: 1, часов: 0,5").await;
    boris.taps("XLSX").await;
    let mut sheet: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(file(&boris.teacher.phone, ".xlsx").await))
            .expect("a sheet");
    let cells = sheet.worksheet_range("Журнал консультаций").expect("its tab");
    assert_eq!(cells.get_value((1, 2)), Some(&Data::String("Белова А. П.".to_owned())));
    assert_eq!(cells.get_value((1, 4)), Some(&Data::String("Как оценить проект?".to_owned())));
    boris.taps("DOCX").await;
    let paper = docx_rs::read_docx(&file(&boris.teacher.phone, ".docx").await).expect("a paper").json();
    assert!(paper.contains("По трём критериям, известным заранее"));

    let coordinator = &mut service.coordinator;
    coordinator.teacher.phone.says("/queue");
    coordinator.taps("Показатели").await;
    let figures = coordinator.teacher.phone.waits_for("Консультации: показатели").await;
    for words in [
        "Вопросов: 1, с ответом: 1, закрыто: 1",
        "Средняя оценка: —",
        "1. Урок: методика и приёмы: меньше 10",
    ] {
        assert!(figures.screen().contains(words), "{words}: {}", figures.screen());
    }
    coordinator.taps("XLSX").await;
    let mut sheet: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(file(&coordinator.teacher.phone, ".xlsx").await))
            .expect("a sheet");
    let cells = sheet.worksheet_range("Методисты").expect("its tab");
    assert_eq!(cells.get_value((1, 0)), Some(&Data::String("Семёнов Б. О.".to_owned())));
    assert_eq!(
        cells.get_value((1, 1)),
        Some(&Data::String("меньше 10 человек".to_owned())),
        "one person asked"
    );
    nothing_broke(&service.region.house).await;
}

async fn what_happened_and_how_long_it_took_stands_on_the_card(house: House) {
    let mut service = Service::of(house).await;
    service.asks("Как оценить проект?").await;
    let boris = &mut service.methodologists[0];
    boris.taps("Беру").await;
    boris.teacher.phone.waits_for("Пишите ответ прямо здесь").await;
    boris.taps("Передать").await;
    boris.taps("Орлова В. И.").await;
    let vera = &mut service.methodologists[1];
    vera.teacher.phone.waits_for("Белова А. П.:").await;
    vera.teacher.phone.says("/queue");
    vera.teacher.phone.waits_for("В работе: 1").await;
    vera.taps("№ 1").await;
    vera.taps("Закрыть с итогом").await;
    vera.teacher.phone.waits_for("напишите итог").await;
    vera.teacher.types("По трём критериям");
    let closed = vera.teacher.phone.waits_for("Закрыт, отвечал").await;
    let lines = [
        "вопрос отправлен",
        "взял(а) Семёнов Б. О.",
        "Семёнов Б. О. передаёт: Орлова В. И.",
        "закрыт, Орлова В. И.",
    ];
    let places = lines.map(|line| closed.screen().find(line));
    assert!(places.is_sorted() && places[0].is_some(), "{}", closed.screen());
    vera.teacher.waits_for_button("✓ 0,5 ч").await;
    vera.taps("1,5 ч").await;
    vera.teacher.waits_for_button("✓ 1,5 ч").await;
    vera.teacher.phone.says("/queue");
    vera.taps("Журнал").await;
    vera.teacher.phone.waits_for("Консультаций: 1, часов: 1,5").await;
    nothing_broke(&service.region.house).await;
}

async fn what_is_long_over_goes_with_what_was_said(house: House) {
    let mut service = Service::of(house).await;
    service.asks("Старый вопрос").await;
    closes(&mut service.methodologists[0], "Старый ответ").await;
    service.teacher.teacher.phone.waits_for("Как Вам ответ").await;
    service.asks_again("Новый вопрос вслед").await;
    let house = &service.region.house;
    let mut tx = house.app.db.begin().await.expect("a transaction");
    metodist::execute!(
        &mut tx,
        sqlx::query("UPDATE consultation_requests SET changed_at = $1")
            .bind(house.clock.now() - chrono::TimeDelta::days(1_096))
    )
    .expect("it is long ago");
    tx.commit().await.expect("it is written down");
    house.clock.advance(chrono::TimeDelta::days(1)).await;
    while house.count("SELECT COUNT(*) FROM consultation_requests").await > 1 {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    assert_eq!(house.count("SELECT COUNT(*) FROM threads").await, 1, "what is open stays");
    assert_eq!(house.count("SELECT COUNT(*) FROM consultation_requests WHERE state = 'sent'").await, 1);
    nothing_broke(house).await;
}

impl Service {
    async fn asks_again(&mut self, words: &str) {
        self.teacher.teacher.phone.says("/consult");
        self.teacher.taps("Новый вопрос").await;
        self.teacher.teacher.phone.waits_for("О чём Ваш вопрос").await;
        self.teacher.taps("Цифровые средства").await;
        self.teacher.teacher.types(words);
        self.teacher.taps("Отправить").await;
        self.teacher.teacher.phone.waits_for("отправлен").await;
    }
}
