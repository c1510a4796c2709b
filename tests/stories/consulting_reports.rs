//! The journal that a methodologist is paid for, and the figures of a coordinator.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use sandbox::{Bubble, Phone};

use crate::{
    consulting::{Service, closes},
    house::{House, stories},
    stages::nothing_broke,
};

stories!(the_journal_and_the_figures_leave_as_files,);

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
    boris.teacher.phone.waits_for("Консультаций: 1, часов: 1").await;
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
    for words in
        ["Вопросов: 1, с ответом: 1, закрыто: 1", "Средняя оценка: 4,00", "1. Урок: методика и приёмы: 1"]
    {
        assert!(figures.screen().contains(words), "{words}: {}", figures.screen());
    }
    coordinator.taps("XLSX").await;
    let mut sheet: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(file(&coordinator.teacher.phone, ".xlsx").await))
            .expect("a sheet");
    let cells = sheet.worksheet_range("Методисты").expect("its tab");
    assert_eq!(cells.get_value((1, 0)), Some(&Data::String("Семёнов Б. О.".to_owned())));
    nothing_broke(&service.region.house).await;
}
