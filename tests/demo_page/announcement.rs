//! A coordinator announces to everybody, corrects, reminds and takes the register; holds another one back; asks all of them.

use crate::visitor::{PLAIN, Visitor, visit_crowd};

/// What an announcement may take, from writing it to the register.
const MOST_TAPS_TO_ANNOUNCE: usize = 12;

#[tokio::test]
async fn a_coordinator_announces_to_300_people_within_12_taps() {
    let (_demo, mut visitor) = visit_crowd().await;
    visitor.browser.eval(PLAIN).await;
    visitor.comes_on_a_working_noon().await;
    visitor.takes_phone("Наталья Кравцова").await;
    visitor.commands("/broadcast").await;
    visitor.sees("Напишите объявление").await;
    visitor.types("Завтра в 15:00 совищание заместителей директоров, гимназия, кабинет 12").await;
    visitor.sees("317 человек, из них сейчас недоступны 20").await;
    visitor.taps("☐ Кнопка «Ознакомлен(а)»").await;
    visitor.pictures("coordinator-announcement", "☑ Кнопка «Ознакомлен(а)»").await;
    visitor.taps("Отправить").await;
    visitor.pictures("coordinator-announcing", "Да, отправить 317 людям").await;
    visitor.taps("Да, отправить 317 людям").await;
    visitor.sees_at_last("Доставлено: 297").await;
    visitor.pictures("coordinator-announced", "Доставлено: 297").await;
    visitor.taps_above("Исправить").await;
    visitor.sees("новый текст целиком").await;
    visitor.types("Завтра в 15:00 совещание заместителей директоров, гимназия, кабинет 12").await;
    visitor.pictures("coordinator-correction", "Исправить у всех").await;
    visitor.taps("Исправить у всех").await;
    visitor.sees("Исправлено").await;
    visitor.taps("Напомнить молчащим").await;
    visitor.taps("Да, напомнить").await;
    visitor.taps("Ведомость (DOCX)").await;
    visitor.sees("личные данные").await;
    println!("announced with {} taps and {} typed lines", visitor.taps, visitor.lines);
    assert!(visitor.taps <= MOST_TAPS_TO_ANNOUNCE && visitor.lines == 2, "{} taps", visitor.taps);

    // Her own reminder is among those that go out now; it may not come between two of her screens.
    visitor.sees_at_last("Напоминаем: на это объявление").await;
    she_holds_one_back(&mut visitor).await;
    she_asks_them_all(&mut visitor).await;
    assert_eq!(visitor.browser.complaints(), Vec::<String>::new());
}

/// Two announcements for later, one of which waits for her word.
async fn she_holds_one_back(visitor: &mut Visitor) {
    for words in ["Напоминание о школьном этапе олимпиады", "Сводка за неделю: до пятницы, 12:00"]
    {
        visitor.types("/broadcast").await;
        visitor.sees("Что уйдёт").await;
        visitor.types(words).await;
        visitor.taps("Когда").await;
        visitor.types("завтра 10:00").await;
        visitor.sees("☐ Каждую неделю").await;
        visitor.taps("‹ Объявление").await;
        visitor.taps("Запланировать").await;
        visitor.taps("Запланировать: 317").await;
        visitor.taps("Придержать").await;
        visitor.sees("не уйдёт, пока Вы не отпустите").await;
    }
    visitor.taps("Вернуть в очередь").await;
    visitor.taps("‹ Что уйдёт").await;
    visitor.pictures("coordinator-upcoming", "Нажмите, чтобы придержать").await;
}

/// A questionnaire from a sheet, opened and shown.
async fn she_asks_them_all(visitor: &mut Visitor) {
    visitor.types("/admin").await;
    visitor.taps("Анкеты").await;
    visitor.taps("Новая анкета").await;
    visitor.sees("Пришлите таблицу с вопросами").await;
    let sheet = "Вопрос;Вид ответа;Вариант 1;Вариант 2;Вариант 3\n\
                 Готовы ли Ваши ученики к ГИА?;один;Да;Отчасти;Нет\n\
                 Чем помочь?;слова;;;";
    visitor.sends_file("Готовность к ГИА.csv", sheet).await;
    visitor.sees("Черновик: его никто не видит").await;
    visitor.taps("Опубликовать").await;
    visitor.pictures("coordinator-questionnaire", "Анкета открыта").await;
}
