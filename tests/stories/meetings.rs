//! Meetings: called in a few taps, answered with one, moved and called off, looked around in.

use std::time::Duration;

use calcard::icalendar::{ICalendar, ICalendarProperty};
use chrono::TimeDelta;
use metodist::units::{Role, RoleAt};
use sandbox::{Bubble, Phone};

use crate::{
    announcing::{coordinated, teachers},
    house::Engine,
    letters::on_both_engines,
    office::{Member, Region},
    stages::nothing_broke,
};

on_both_engines!(
    a_head_calls_the_association_and_a_teacher_answers_with_one_tap,
    a_meeting_is_moved_and_called_off,
    reminders_go_to_those_who_come,
    odd_times_and_seats_are_refused,
    the_last_one_is_a_template,
    others_may_come_and_two_at_once_are_told,
);

const PATIENCE: Duration = Duration::from_secs(60);

/// The bot's messages with these words.
pub fn shown(phone: &Phone, words: &str) -> Vec<Bubble> {
    phone.chat().into_iter().filter(|bubble| bubble.from_bot && bubble.text.contains(words)).collect()
}

/// Waits until so many messages with these words stand there.
pub async fn until_shown(phone: &Phone, words: &str, count: usize) {
    let began = std::time::Instant::now();
    while began.elapsed() < PATIENCE {
        if shown(phone, words).len() == count {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let chat: Vec<String> = phone.chat().iter().map(Bubble::screen).collect();
    panic!("«{words}» stands there {} times:\n{}", shown(phone, words).len(), chat.join("\n---\n"));
}

/// A day so many days ahead, as it is typed.
pub fn ahead(region: &Region, days: i64) -> String {
    let local = region.house.clock.now().with_timezone(&chrono_tz::Europe::Moscow);
    (local + TimeDelta::days(days)).format("%d.%m.%Y").to_string()
}

/// Opens a draft of a seminar with this title and time.
pub async fn drafts(host: &mut Member, title: &str, when: &str) {
    host.teacher.phone.says("/meeting");
    host.teacher.taps("Семинар").await;
    host.teacher.phone.waits_for("Как назвать?").await;
    host.teacher.types(title);
    host.teacher.phone.waits_for("Когда встреча?").await;
    host.teacher.types(when);
    host.teacher.phone.waits_for("Новая встреча").await;
}

/// Calls everybody there is.
pub async fn calls(host: &mut Member, title: &str, when: &str) {
    drafts(host, title, when).await;
    host.teacher.taps("Созвать").await;
    host.teacher.taps("Да, созвать").await;
    host.teacher.phone.waits_for("Ответы появятся здесь").await;
}

/// Opens the card of a meeting that this person called.
pub async fn opens(host: &mut Member, title: &str) {
    host.teacher.phone.says("/meeting");
    host.teacher.taps("Созванные мной").await;
    host.teacher.phone.waits_for("Созванные Вами встречи").await;
    host.teacher.taps(title).await;
    host.teacher.waits_for_button("Обновить").await;
}

/// A property of the newest calendar file on a phone, read by a parser that is not ours.
fn in_calendar(phone: &Phone, property: &ICalendarProperty) -> String {
    let files = phone.chat().into_iter().filter_map(|bubble| bubble.file);
    let file = files.filter(|file| file.name.ends_with(".ics")).last().expect("a calendar file");
    let words = String::from_utf8(file.bytes.to_vec()).expect("UTF-8");
    let calendar = ICalendar::parse(&words).expect("a calendar");
    let event = calendar.components.iter().find(|part| part.component_type.is_event()).expect("an event");
    let value = event.property(property).and_then(|entry| entry.values.first().cloned());
    let value = value.expect("the property");
    value
        .as_text()
        .map(str::to_owned)
        .or_else(|| value.as_integer().map(|it| it.to_string()))
        .unwrap_or_default()
}

async fn a_head_calls_the_association_and_a_teacher_answers_with_one_tap(engine: Engine) {
    let (region, _) = coordinated(engine).await;
    let math = region.association(region.here(), "РМО математиков").await;
    let mut head = region.member("Чертёжникова Нина Павловна", region.schools[1]).await;
    region.gives(&head, RoleAt { role: Role::AssociationHead, unit: math }).await;
    let mut people = teachers(&region, 3).await;
    region.takes_in(math, &head).await;
    for one in &people[..2] {
        region.takes_in(math, one).await;
    }
    head.teacher.phone.says("/meeting");
    head.teacher.phone.waits_for("РМО математиков").await;
    head.teacher.taps("Заседание объединения").await;
    head.teacher.phone.waits_for("Заседание объединения № 1").await;
    head.teacher.types("Итоги ВПР");
    head.teacher.phone.waits_for("Когда встреча?").await;
    head.teacher.types("завтра в 15");
    let draft = head.teacher.phone.waits_for("Новая встреча").await;
    assert!(draft.text.contains("Когда: среда, ") && draft.text.contains(", 15:00"), "{}", draft.text);
    head.teacher.taps("Созвать").await;
    head.teacher.phone.waits_for("Созвать людей?").await;
    head.teacher.taps("Да, созвать 3 человек").await;
    head.teacher.phone.waits_for("Зову 3 человек").await;
    println!("{engine:?}: {} taps, {} lines", head.teacher.taps, head.teacher.lines);
    assert!(head.teacher.taps <= 12 && head.teacher.lines == 2, "{} taps", head.teacher.taps);

    let vera = &mut people[0];
    vera.teacher.phone.waits_for("Вас зовут на встречу. Созывает: РМО математиков").await;
    vera.teacher.taps("Буду").await;
    assert_eq!(vera.teacher.taps, 1);
    vera.teacher.waits_for_button("✓ Буду").await;
    vera.teacher.taps("В календарь").await;
    vera.teacher.phone.waits_for("календарь телефона запомнит").await;
    assert_eq!(in_calendar(&vera.teacher.phone, &ICalendarProperty::Summary), "Итоги ВПР");
    assert_eq!(in_calendar(&vera.teacher.phone, &ICalendarProperty::Sequence), "0");
    people[1].teacher.taps("Буду").await;
    people[1].teacher.taps("Не смогу").await;
    people[1].teacher.taps("Сказать почему").await;
    people[1].teacher.phone.waits_for("Напишите коротко").await;
    people[1].teacher.types("Болею");
    people[1].teacher.phone.waits_for("Передам").await;
    assert!(
        shown(&people[2].teacher.phone, "Вас зовут").is_empty(),
        "a stranger to the association is not called"
    );

    head.teacher.taps("Обновить").await;
    head.teacher.phone.waits_for("Будут: 2 из 3").await;
    head.teacher.taps("Кто придёт").await;
    head.teacher.phone.waits_for("Болею").await;
    head.teacher.taps("‹ Встреча").await;
    head.teacher.taps("Таблица").await;
    head.teacher.phone.waits_for("личные данные").await;
    nothing_broke(&region.house).await;
}

async fn a_meeting_is_moved_and_called_off(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let mut people = teachers(&region, 3).await;
    let (first, later) = (format!("{} 15:00", ahead(&region, 10)), format!("{} 11:30", ahead(&region, 12)));
    calls(&mut anna, "Семинар о письме", &first).await;
    for one in &people {
        until_shown(&one.teacher.phone, "Вас зовут", 1).await;
    }
    people[0].teacher.taps("Буду").await;
    people[0].teacher.waits_for_button("✓ Буду").await;
    people[0].teacher.taps("В календарь").await;
    people[1].teacher.taps("Не смогу").await;
    people[1].teacher.waits_for_button("✓ Не смогу").await;

    anna.teacher.taps("Обновить").await;
    anna.teacher.taps("Перенести").await;
    anna.teacher.phone.waits_for("На когда перенести?").await;
    anna.teacher.types(&later);
    anna.teacher.phone.waits_for("Сообщить всем").await;
    anna.teacher.taps("Да, сообщить").await;
    for one in &people {
        until_shown(&one.teacher.phone, "Было:", 1).await;
    }
    assert_eq!(in_calendar(&people[0].teacher.phone, &ICalendarProperty::Sequence), "1");
    assert!(shown(&people[0].teacher.phone, "Вы собирались прийти. Получится?").len() == 1);
    people[1].teacher.taps("Буду").await;
    people[1].teacher.waits_for_button("✓ Буду").await;

    anna.teacher.taps("Обновить").await;
    anna.teacher.phone.waits_for("Будут: 3 из 4").await;
    anna.teacher.taps("Отменить").await;
    anna.teacher.taps("Да, отменить").await;
    anna.teacher.phone.waits_for("Встреча отменена").await;
    for one in &people {
        until_shown(&one.teacher.phone, "Встреча отменена: «Семинар о письме»", 1).await;
    }
    assert_eq!(in_calendar(&people[0].teacher.phone, &ICalendarProperty::Sequence), "2");
    region.house.clock.advance(TimeDelta::days(13)).await;
    assert!(people.iter().all(|one| shown(&one.teacher.phone, "Напоминаю").is_empty()));
    assert!(people.iter().all(|one| shown(&one.teacher.phone, "Скоро встреча").is_empty()));
    nothing_broke(&region.house).await;
}

async fn reminders_go_to_those_who_come(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let mut people = teachers(&region, 3).await;
    let when = format!("{} 15:00", ahead(&region, 9));
    calls(&mut anna, "Чтение", &when).await;
    for one in &people {
        until_shown(&one.teacher.phone, "Вас зовут", 1).await;
    }
    people[0].teacher.taps("Буду").await;
    people[0].teacher.waits_for_button("✓ Буду").await;
    people[1].teacher.taps("Не смогу").await;
    people[1].teacher.waits_for_button("✓ Не смогу").await;
    region.house.clock.advance(TimeDelta::days(10)).await;
    let reminders = |one: &Member| {
        shown(&one.teacher.phone, "Напоминаю").len() + shown(&one.teacher.phone, "Скоро встреча").len()
    };
    assert_eq!(people.iter().map(reminders).collect::<Vec<_>>(), [3, 0, 0]);
    let nudges = |one: &Member| shown(&one.teacher.phone, "Вы ещё не ответили").len();
    assert_eq!(people.iter().map(nudges).collect::<Vec<_>>(), [0, 0, 1]);
    people[2].teacher.taps("Буду").await;
    let late = people[2].teacher.phone.waits_for("Ответы больше не принимаются").await;
    assert!(!late.screen().contains("[Буду]"), "{}", late.screen());
    nothing_broke(&region.house).await;
}

async fn odd_times_and_seats_are_refused(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    anna.teacher.phone.says("/meeting");
    anna.teacher.taps("Семинар").await;
    anna.teacher.taps("Просто «Семинар»").await;
    anna.teacher.phone.waits_for("Когда встреча?").await;
    for (typed, answered) in [
        ("31 июня в 10", "Такого дня в календаре нет"),
        ("01.02.2020 10:00", "уже прошло"),
        ("завтра в 25:00", "Такого времени не бывает"),
        ("завтра с 15 до 14", "Конец раньше начала"),
        ("когда-нибудь", "Не понимаю, когда это"),
    ] {
        anna.teacher.types(typed);
        anna.teacher.phone.waits_for(answered).await;
    }
    anna.teacher.taps("‹ Встреча").await;
    anna.teacher.taps("Созвать").await;
    anna.teacher.phone.waits_for("Сначала скажите, когда").await;
    anna.teacher.taps("Когда").await;
    anna.teacher.taps("Позже ›").await;
    anna.teacher.taps("17").await;
    anna.teacher.phone.waits_for("Во сколько?").await;
    anna.teacher.taps("10:30").await;
    let card = anna.teacher.phone.waits_for("Новая встреча").await;
    assert!(card.text.contains(", 17 ") && card.text.contains("10:30"), "{}", card.text);
    anna.teacher.taps("Ещё").await;
    anna.teacher.taps("Мест: сколько угодно").await;
    anna.teacher.phone.waits_for("Сколько мест?").await;
    for typed in ["0", "-3", "много", "99999999999999999999"] {
        anna.teacher.types(typed);
        anna.teacher.phone.waits_for("Нужно целое число").await;
    }
    anna.teacher.types("30");
    anna.teacher.phone.waits_for("Мест: 30").await;
    anna.teacher.taps("До какого времени").await;
    anna.teacher.phone.waits_for("До какого времени люди").await;
    anna.teacher.types("31.12.2099");
    anna.teacher.phone.waits_for("позже начала встречи").await;
    anna.teacher.types("завтра в 18");
    anna.teacher.phone.waits_for("Ответы до:").await;
    nothing_broke(&region.house).await;
}

async fn the_last_one_is_a_template(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let _people = teachers(&region, 2).await;
    anna.teacher.phone.says("/meeting");
    anna.teacher.taps("Методический совет").await;
    anna.teacher.taps("Просто «Методический совет № 1»").await;
    anna.teacher.phone.waits_for("Когда встреча?").await;
    anna.teacher.types("завтра с 10 до 11:30");
    anna.teacher.phone.waits_for("10:00–11:30").await;
    anna.teacher.taps("Где").await;
    anna.teacher.phone.waits_for("Где встречаемся?").await;
    anna.teacher.types("Актовый зал https://example.ru/zal");
    anna.teacher.phone.waits_for("Где: Актовый зал").await;
    anna.teacher.taps("Повестка").await;
    anna.teacher.phone.waits_for("каждый вопрос с новой строки").await;
    anna.teacher.types("1. Итоги ВПР — Иванова А. П.\n2) План <на год>");
    let card = anna.teacher.phone.waits_for("2. План <на год>").await;
    assert!(card.text.contains("1. Итоги ВПР — Иванова А. П."), "{}", card.text);
    anna.teacher.taps("Созвать").await;
    anna.teacher.taps("Да, созвать 3 человек").await;
    anna.teacher.phone.waits_for("Ответы появятся здесь").await;
    let before = anna.teacher.taps;
    anna.teacher.phone.says("/meeting");
    anna.teacher.taps("↻ Как в прошлый раз").await;
    anna.teacher.phone.waits_for("Когда встреча?").await;
    anna.teacher.types("послезавтра в 10");
    let card = anna.teacher.phone.waits_for("Методический совет № 2").await;
    assert!(card.text.contains("Где: Актовый зал") && !card.text.contains("Итоги ВПР"), "{}", card.text);
    anna.teacher.taps("Созвать").await;
    anna.teacher.taps("Да, созвать 3 человек").await;
    assert_eq!(anna.teacher.taps - before, 3);
    nothing_broke(&region.house).await;
}

async fn others_may_come_and_two_at_once_are_told(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let mut people = teachers(&region, 1).await;
    let away = region.member("Дальняя Ольга Петровна", region.school_there).await;
    drafts(&mut anna, "Открытый разговор", "послезавтра с 15 до 17").await;
    anna.teacher.taps("Ещё").await;
    anna.teacher.taps("☐ Могут прийти и другие").await;
    anna.teacher.taps("‹ Встреча").await;
    anna.teacher.taps("Созвать").await;
    anna.teacher.taps("Да, созвать 2 человек").await;
    let late = region.member("Поздняя Инна Олеговна", region.schools[0]).await;
    calls(&mut anna, "Другой разговор", "послезавтра в 16").await;
    let one = &mut people[0].teacher;
    until_shown(&one.phone, "Вас зовут", 2).await;
    one.phone.says("/meetings");
    one.phone.waits_for("Впереди 2 встречи").await;
    one.taps("Открытый разговор").await;
    one.taps("Буду").await;
    one.phone.waits_for("Вы придёте").await;
    one.taps("‹ Мои встречи").await;
    one.taps("Другой разговор").await;
    one.phone.waits_for("В это же время: «Открытый разговор»").await;

    let mut late = late.teacher;
    late.phone.says("/meetings");
    late.taps("Открытый разговор").await;
    late.taps("Буду").await;
    late.phone.waits_for("Вы придёте").await;
    away.teacher.phone.says("/meetings");
    let list = away.teacher.phone.waits_for("Впереди у Вас встреч нет").await;
    assert!(!list.screen().contains("Открытый разговор"), "{}", list.screen());
    region.house.clock.advance(TimeDelta::days(4)).await;
    one.phone.says("/meetings");
    one.phone.waits_for("Впереди у Вас встреч нет").await;
    one.taps("Прошедшие").await;
    one.taps("Открытый разговор").await;
    one.phone.waits_for("Открытый разговор").await;
    nothing_broke(&region.house).await;
}
