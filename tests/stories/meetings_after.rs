//! After a meeting: who was what, certificates, contests, the list of a video conference, and how long names are kept.

use chrono::TimeDelta;
use sandbox::{Bubble, Phone, Sent};

use crate::{
    announcing::{coordinated, teachers},
    house::Engine,
    letters::on_both_engines,
    meetings::{ahead, calls, drafts, opens, shown, until_shown},
    office::{Member, Region, id},
    papers,
    stages::nothing_broke,
};

on_both_engines!(
    certificates_go_to_those_who_were_there,
    a_contest_has_a_stage_and_places,
    the_list_of_a_call_is_tried_and_taken,
    colleagues_say_what_they_think_of_a_lesson,
);

/// The newest paper of this name on a phone, read by a parser that is not ours.
async fn paper(phone: &Phone, name: &str) -> String {
    let has = |bubble: &Bubble| bubble.file.as_ref().is_some_and(|file| file.name == name);
    phone.waits_until("the paper", |chat| chat.iter().any(has)).await;
    let newest = phone.chat().into_iter().rev().find(has).and_then(|bubble| bubble.file).expect("a file");
    papers::read(&newest.name, &newest.bytes)
}

/// Ticks these people, whose names begin so, at the meeting that is open.
async fn ticks(host: &mut Member, names: &[&str]) {
    host.teacher.taps("Отметить").await;
    for name in names {
        host.teacher.taps(&format!("☐ {name}")).await;
        host.teacher.waits_for_button(&format!("☑ {name}")).await;
    }
    host.teacher.taps("‹ Встреча").await;
}

async fn calls_with_agenda(region: &Region, host: &mut Member, title: &str, agenda: &str) {
    drafts(host, title, &format!("{} 15:00", ahead(region, 1))).await;
    host.teacher.taps("Повестка").await;
    host.teacher.phone.waits_for("каждый вопрос с новой строки").await;
    host.teacher.types(agenda);
    host.teacher.phone.waits_for("2. Разное").await;
    host.teacher.taps("Созвать").await;
    host.teacher.taps("Да, созвать").await;
}

async fn certificates_go_to_those_who_were_there(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let mut people = teachers(&region, 3).await;
    calls_with_agenda(&region, &mut anna, "Читаем вместе", "Опыт чтения — Учителевааа В. П.\nРазное").await;
    until_shown(&people[2].teacher.phone, "Вас зовут", 1).await;
    region.house.clock.advance(TimeDelta::hours(27)).await;
    opens(&mut anna, "Читаем вместе").await;
    ticks(&mut anna, &["Главная", "Учителевааа", "Учителевааб"]).await;
    anna.teacher.taps("Кто кем был").await;
    anna.teacher.phone.waits_for("слушатель: 1\nдокладчик: 1\nведущий: 1").await;
    anna.teacher.taps("Учителевааб").await;
    anna.teacher.phone.waits_for("Что отметить?").await;
    anna.teacher.taps("докладчик").await;
    anna.teacher.phone.waits_for("докладчик: 2").await;
    anna.teacher.taps("‹ Встреча").await;
    anna.teacher.taps("Сертификаты").await;
    anna.teacher.phone.waits_for("сертификат уже есть: 0").await;
    anna.teacher.taps("Только докладчик: 2").await;
    anna.teacher.phone.waits_for("сертификат уже есть: 2").await;
    for one in &people[..2] {
        until_shown(&one.teacher.phone, "Ваш сертификат: «Читаем вместе»", 1).await;
    }
    let first = paper(&people[0].teacher.phone, "Сертификат.docx").await;
    for words in ["Учителевааа Вера Павловна", "подтверждает выступление", "Тема выступления: Опыт чтения"]
    {
        assert!(first.contains(words), "{words} in {first}");
    }
    assert!(!first.contains("{{"), "a gap is left: {first}");
    anna.teacher.taps("Выдать 1 сертификат").await;
    anna.teacher.phone.waits_for("сертификат уже есть: 3").await;
    let own = paper(&anna.teacher.phone, "Сертификат.docx").await;
    assert!(own.contains("подтверждает проведение") && !own.contains("Тема выступления"), "{own}");
    region.house.clock.advance(TimeDelta::hours(2)).await;
    assert_eq!(shown(&people[0].teacher.phone, "Ваш сертификат").len(), 1, "one letter, once");
    assert!(shown(&people[2].teacher.phone, "Ваш сертификат").is_empty());
    finds_it_in_the_portfolio(&mut people[0]).await;
    nothing_broke(&region.house).await;
}

async fn finds_it_in_the_portfolio(one: &mut Member) {
    one.teacher.phone.says("/portfolio");
    one.teacher.phone.waits_for("встреч: 1").await;
    one.teacher.taps("Встречи и сертификаты").await;
    one.teacher.phone.waits_for("Где Вы были").await;
    one.teacher.taps("★").await;
    one.teacher.taps("Сертификат (DOCX)").await;
    let is_there = |chat: &[Bubble]| chat.iter().filter(|bubble| bubble.file.is_some()).count() == 2;
    one.teacher.phone.waits_until("the certificate again", is_there).await;
    one.teacher.phone.says("/portfolio");
    one.teacher.taps("Скачать портфолио").await;
    let all = paper(&one.teacher.phone, "Портфолио.docx").await;
    assert!(all.contains("«Читаем вместе», докладчик"), "{all}");
}

async fn a_contest_has_a_stage_and_places(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let mut people = teachers(&region, 2).await;
    anna.teacher.phone.says("/meeting");
    anna.teacher.taps("Конкурс").await;
    anna.teacher.phone.waits_for("Как назвать?").await;
    anna.teacher.types("Учитель года");
    anna.teacher.phone.waits_for("Когда встреча?").await;
    anna.teacher.types(&format!("{} 15:00", ahead(&region, 1)));
    anna.teacher.phone.waits_for("Новая встреча").await;
    anna.teacher.taps("Созвать").await;
    anna.teacher.taps("Да, созвать").await;
    until_shown(&people[0].teacher.phone, "Вас зовут", 1).await;
    people[0].teacher.taps("Буду").await;
    region.house.clock.advance(TimeDelta::hours(27)).await;
    opens(&mut anna, "Учитель года").await;
    ticks(&mut anna, &["Учителевааа", "Учителевааб"]).await;
    anna.teacher.taps("Кто кем был").await;
    anna.teacher.taps("Какой это этап?").await;
    anna.teacher.taps("муниципальный этап").await;
    anna.teacher.waits_for_button("Этап: муниципальный этап").await;
    anna.teacher.taps("Учителевааа").await;
    anna.teacher.taps("1 место").await;
    anna.teacher.waits_for_button("Учителевааа Вера Павловна: 1 место").await;
    anna.teacher.waits_for_button("Учителевааб Вера Павловна: участие").await;
    anna.teacher.taps("‹ Встреча").await;
    anna.teacher.taps("Сертификаты").await;
    anna.teacher.taps("Выдать 2 сертификата").await;
    let won = paper(&people[0].teacher.phone, "Сертификат.docx").await;
    assert!(won.contains("муниципальный этап") && won.contains("1 место"), "{won}");
    people[1].teacher.phone.says("/portfolio");
    people[1].teacher.taps("Встречи и сертификаты").await;
    people[1].teacher.waits_for_button("муниципальный этап, участие").await;
    nothing_broke(&region.house).await;
}

async fn colleagues_say_what_they_think_of_a_lesson(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let mut people = teachers(&region, 3).await;
    anna.teacher.phone.says("/meeting");
    anna.teacher.taps("Открытый урок").await;
    anna.teacher.phone.waits_for("Как назвать?").await;
    anna.teacher.types("Дроби в 5 классе");
    anna.teacher.phone.waits_for("Когда встреча?").await;
    anna.teacher.types(&format!("{} 10:00", ahead(&region, 1)));
    anna.teacher.phone.waits_for("Новая встреча").await;
    anna.teacher.taps("Повестка").await;
    anna.teacher.phone.waits_for("каждый вопрос с новой строки").await;
    anna.teacher.types("Урок математики — Учителевааа Вера Павловна");
    anna.teacher.phone.waits_for("1. Урок математики").await;
    anna.teacher.taps("Созвать").await;
    anna.teacher.taps("Да, созвать").await;
    until_shown(&people[1].teacher.phone, "Вас зовут", 1).await;
    let guest = &mut people[1].teacher;
    guest.phone.says("/meetings");
    guest.taps("Открытые уроки").await;
    guest.phone.waits_for("«Дроби в 5 классе»").await;
    guest.taps("Дроби в 5 классе").await;
    guest.taps("Буду").await;
    guest.waits_for_button("✓ Буду").await;
    region.house.clock.advance(TimeDelta::hours(22)).await;
    opens(&mut anna, "Дроби").await;
    ticks(&mut anna, &["Учителевааб", "Учителевааа"]).await;
    fills_in_the_sheet(&mut people[1]).await;
    let teacher = &mut people[0].teacher;
    teacher.phone.waits_for("Готов анализ Вашего урока «Дроби в 5 классе». Автор: Учителевааб").await;
    teacher.taps("Посмотреть").await;
    teacher.phone.waits_for("Урок держит ритм").await;
    teacher.taps("☐ В портфолио").await;
    teacher.waits_for_button("☑ В портфолио").await;
    teacher.taps("Документ (DOCX)").await;
    let sheet = paper(&teacher.phone, "Анализ урока.docx").await;
    assert!(sheet.contains("Урок держит ритм") && sheet.contains("да"), "{sheet}");
    teacher.phone.says("/portfolio");
    teacher.taps("Скачать портфолио").await;
    let all = paper(&teacher.phone, "Портфолио.docx").await;
    assert!(all.contains("«Дроби в 5 классе», анализ: Учителевааб"), "{all}");
    nobody_else_sees_it(&region, &mut people[2], &mut anna).await;
    nothing_broke(&region.house).await;
}

async fn fills_in_the_sheet(guest: &mut Member) {
    let guest = &mut guest.teacher;
    guest.phone.says("/meetings");
    guest.taps("Открытые уроки").await;
    guest.taps("Дроби в 5 классе").await;
    guest.taps("Анализ урока").await;
    guest.taps("Заполнить анализ").await;
    guest.phone.waits_for("1 из 11").await;
    guest.taps("да").await;
    guest.phone.waits_for("2 из 11").await;
    guest.types("Своими словами");
    guest.phone.waits_for("Здесь отвечают кнопкой").await;
    for place in 2..9 {
        guest.phone.waits_for(&format!("{place} из 11")).await;
        guest.taps("Дальше").await;
    }
    guest.phone.waits_for("9 из 11").await;
    guest.types("Урок держит ритм");
    guest.phone.waits_for("10 из 11").await;
    guest.taps("К листу").await;
    guest.taps("Готово").await;
    guest.waits_for_button("Документ (DOCX)").await;
}

/// A role alone opens no sheet, neither does its id.
async fn nobody_else_sees_it(region: &Region, other: &mut Member, coordinator: &mut Member) {
    let sheet: uuid::Uuid =
        metodist::read!(&region.house.app.db, on => sqlx::query_scalar("SELECT id FROM lesson_sheets").fetch_one(on))
            .expect("a sheet");
    let count = |phone: &Phone| shown(phone, "Урок держит ритм").len();
    for member in [other, coordinator] {
        member.teacher.phone.says("/meetings");
        member.teacher.taps("Открытые уроки").await;
        member.teacher.taps("Дроби в 5 классе").await;
        let (message, _) = member.teacher.waits_for_button("Анализ урока").await;
        member.teacher.phone.presses_data(message, &format!("mt1.sheet.{}", id(sheet)));
        region.house.settles_soon().await;
        assert_eq!(count(&member.teacher.phone), 0);
    }
}

async fn the_list_of_a_call_is_tried_and_taken(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let people = teachers(&region, 3).await;
    calls(&mut anna, "Вебинар", &format!("{} 15:00", ahead(&region, 1))).await;
    until_shown(&people[2].teacher.phone, "Вас зовут", 1).await;
    region.house.clock.advance(TimeDelta::hours(27)).await;
    opens(&mut anna, "Вебинар").await;
    anna.teacher.taps("Отметить").await;
    anna.teacher.taps("Список из звонка").await;
    anna.teacher.phone.waits_for("Пришлите список участников").await;
    anna.teacher.types("Вера УЧИТЕЛЕВААА (школа 2)\nУчителевааб\nПришлый Пётр");
    anna.teacher.phone.waits_for("Узнал сразу: 1").await;
    assert_eq!(
        region.house.count("SELECT COUNT(*) FROM meeting_invited WHERE attended_at IS NOT NULL").await,
        0
    );
    anna.teacher.taps("☐ Учителевааб — это Учителевааб").await;
    anna.teacher.waits_for_button("Отметить: 2").await;
    anna.teacher.taps("Остальных записать гостями: 1").await;
    anna.teacher.taps("Отметить: 2").await;
    anna.teacher.phone.waits_for("Кто пришёл: 2, гостей: 1").await;
    // The same as a file; who is there already stays so.
    anna.teacher.taps("Список из звонка").await;
    let sheet = "Имя (настоящее имя),Почта\nУчителевааа Вера,a@example.ru\nУчителеваав Вера,b@example.ru\n";
    anna.teacher
        .phone
        .sends(Sent::Document { name: "участники.csv".into(), bytes: sheet.as_bytes().to_vec() });
    anna.teacher.phone.waits_for("Узнал сразу: 2").await;
    anna.teacher.taps("Отметить: 2").await;
    anna.teacher.phone.waits_for("Кто пришёл: 3, гостей: 1").await;
    region.house.clock.jump(TimeDelta::days(91));
    region.house.clock.advance(TimeDelta::days(1)).await;
    assert_eq!(region.house.count("SELECT COUNT(*) FROM meeting_visitors").await, 0);
    assert_eq!(region.house.count("SELECT COUNT(*) FROM meetings").await, 1, "not before its time");
    nothing_broke(&region.house).await;
}
