//! Beside a meeting: its form and level, materials sent to all, questions and talks, looking around, and three thousand
//! people called at once.

use std::time::{Duration, Instant};

use chrono::TimeDelta;
use metodist::{
    execute,
    messenger::{ContactKey, MessengerKind},
    people,
    units::{self, NewEmployment, Role, RoleAt},
};
use sandbox::{Bubble, Sent};
use uuid::Uuid;

use crate::{
    announcing::{coordinated, teachers},
    house::Engine,
    letters::on_both_engines,
    meetings::{ahead, calls, drafts, opens, until_shown},
    office::{Member, Region, id},
    stages::nothing_broke,
};

on_both_engines!(
    materials_are_sent_and_talks_collected,
    people_look_around_by_week_month_and_subject,
    a_head_sees_what_was_called_in_the_association,
    three_thousand_are_called_and_others_are_answered,
);

async fn materials_are_sent_and_talks_collected(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let mut people = teachers(&region, 2).await;
    let away = region.member("Дальняя Ольга Петровна", region.school_there).await;
    let when = format!("{} 15:00", ahead(&region, 5));
    drafts(&mut anna, "Чтение", &when).await;
    anna.teacher.taps("Ещё").await;
    anna.teacher.taps("Формат и материалы").await;
    anna.teacher.taps("Уровень: муниципальный").await;
    anna.teacher.taps("Формат: очно").await;
    anna.teacher.taps("☐ Ищем вопросы и выступления").await;
    anna.teacher.waits_for_button("☑ Ищем вопросы и выступления").await;
    anna.teacher.taps("‹ Встреча").await;
    let draft = anna.teacher.phone.waits_for("Онлайн, региональный уровень").await;
    assert!(draft.text.contains("Чтение"), "{}", draft.text);
    anna.teacher.taps("Созвать").await;
    anna.teacher.taps("Да, созвать 3 человек").await;
    for one in &people {
        until_shown(&one.teacher.phone, "Онлайн, региональный уровень", 1).await;
    }

    talks_are_collected(&mut anna, &mut people).await;
    materials_are_sent(&region, (&mut anna, &mut people), &away).await;
    nothing_broke(&region.house).await;
}

async fn talks_are_collected(anna: &mut Member, people: &mut [Member]) {
    people[0].teacher.taps("Выступлю").await;
    people[0].teacher.phone.waits_for("О чём расскажете?").await;
    people[0].teacher.types("Приём <удивляй>, 10 минут");
    people[0].teacher.phone.waits_for("С Вами свяжутся").await;
    people[1].teacher.taps("Приду с вопросом").await;
    people[1].teacher.phone.waits_for("С каким вопросом").await;
    people[1].teacher.types("Как читать тексты?");
    people[1].teacher.phone.waits_for("Передам вопрос").await;
    opens(anna, "Чтение").await;
    anna.teacher.taps("Формат и материалы").await;
    anna.teacher.taps("Вопросы и выступления").await;
    let wishes = anna.teacher.phone.waits_for("Вопросы и выступления: 2").await;
    for words in ["Выступление: Учителева", "Приём <удивляй>, 10 минут", "Как читать тексты?"]
    {
        assert!(wishes.text.contains(words), "{words}: {}", wishes.text);
    }
    anna.teacher.taps("‹ Встреча").await;
    anna.teacher.taps("Таблица").await;
    anna.teacher.phone.waits_for("личные данные").await;
}

async fn materials_are_sent(region: &Region, (anna, people): (&mut Member, &mut [Member]), away: &Member) {
    opens(anna, "Чтение").await;
    anna.teacher.taps("Формат и материалы").await;
    anna.teacher.taps("Материалы").await;
    anna.teacher.phone.waits_for("Пришлите файлы или ссылки").await;
    anna.teacher
        .phone
        .sends(Sent::Document { name: "Слайды.pdf".to_owned(), bytes: b"%PDF slides".to_vec() });
    anna.teacher.waits_for_button("✕ Слайды.pdf").await;
    anna.teacher.types("просто слова");
    anna.teacher.phone.waits_for("Жду файл или ссылку").await;
    anna.teacher.types("Запись https://example.ru/zapis");
    anna.teacher.waits_for_button("✕ Запись").await;
    anna.teacher.taps("Разослать приглашённым").await;
    let meeting: Uuid = metodist::read!(&region.house.app.db, on =>
        sqlx::query_scalar("SELECT id FROM meetings").fetch_one(on))
    .expect("a meeting");
    for one in people {
        until_shown(&one.teacher.phone, "есть 2 материала", 1).await;
        one.teacher.taps("Получить материалы").await;
        one.teacher.phone.waits_for("Запись: https://example.ru/zapis").await;
        let has = |bubble: &Bubble| bubble.file.as_ref().is_some_and(|file| file.name == "Слайды.pdf");
        one.teacher.phone.waits_until("the slides", |chat| chat.iter().any(has)).await;
    }
    // Nobody beyond the municipality gets them, whatever they press.
    away.teacher.phone.says("/meetings");
    let screen = away.teacher.phone.waits_for("встреч нет").await;
    for forged in ["papers", "share", "materials", "record"] {
        away.teacher.phone.presses_data(screen.message_id, &format!("mt1.{forged}.{}", id(meeting)));
    }
    region.house.settles().await;
    assert!(away.teacher.phone.chat().iter().all(|bubble| bubble.file.is_none()));
    opens(anna, "Чтение").await;
    anna.teacher.taps("Формат и материалы").await;
    anna.teacher.taps("Материалы: 2").await;
    anna.teacher.taps("✕ Слайды.pdf").await;
    anna.teacher.waits_for_button("✕ Запись").await;
    assert_eq!(region.house.count("SELECT COUNT(*) FROM attachments").await, 0, "the file went along");
}

async fn people_look_around_by_week_month_and_subject(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let mut people = teachers(&region, 1).await;
    let math = region.association(region.here(), "РМО математиков").await;
    region.takes_in(math, &people[0]).await;
    region.gives(&anna, RoleAt { role: Role::AssociationHead, unit: math }).await;
    for day in 1..=9 {
        let when = format!("{} 15:00", ahead(&region, day));
        calls(&mut anna, &format!("Семинар номер {day}"), &when).await;
        until_shown(&people[0].teacher.phone, &format!("Семинар номер {day}"), 1).await;
    }
    let one = &mut people[0].teacher;
    one.phone.says("/meetings");
    let list = one.phone.waits_for("Впереди 9 встреч").await;
    assert!(
        list.screen().contains("Семинар номер 8") && !list.screen().contains("Семинар номер 9"),
        "{}",
        list.screen()
    );
    one.taps("Дальше ›").await;
    one.waits_for_button("Семинар номер 9").await;
    one.taps("‹ Раньше").await;
    one.waits_for_button("Семинар номер 1").await;
    one.taps("По месяцам").await;
    one.phone.waits_for("Встречи: ").await;
    one.taps("‹ Мои встречи").await;
    one.taps("По предметам").await;
    one.phone.waits_for("одного предмета впереди нет").await;
    // What an association calls is for its subject.
    anna.teacher.phone.says("/meeting");
    anna.teacher.taps("РМО математиков").await;
    anna.teacher.phone.waits_for("Созвать встречу, РМО математиков").await;
    anna.teacher.taps("Заседание объединения").await;
    anna.teacher.phone.waits_for("Как назвать?").await;
    anna.teacher.types("Задачи с параметром");
    anna.teacher.phone.waits_for("Когда встреча?").await;
    anna.teacher.types(&format!("{} 16:00", ahead(&region, 2)));
    anna.teacher.phone.waits_for("Новая встреча").await;
    anna.teacher.taps("Созвать").await;
    anna.teacher.taps("Да, созвать").await;
    until_shown(&one.phone, "Задачи с параметром", 1).await;
    one.phone.says("/meetings");
    one.phone.waits_for("Впереди 10 встреч").await;
    one.taps("По предметам").await;
    one.taps("Математика: 1").await;
    one.taps("Задачи с параметром").await;
    one.phone.waits_for("Заседание объединения № 1").await;
    region.house.clock.advance(TimeDelta::days(12)).await;
    one.phone.says("/meetings");
    one.phone.waits_for("Впереди у Вас встреч нет").await;
    one.taps("Прошедшие").await;
    one.waits_for_button("Семинар номер 9").await;
    one.taps("Дальше ›").await;
    one.taps("Семинар номер 1").await;
    one.phone.waits_for("Семинар номер 1").await;
    nothing_broke(&region.house).await;
}

async fn a_head_sees_what_was_called_in_the_association(engine: Engine) {
    let (region, _anna) = coordinated(engine).await;
    let mut people = teachers(&region, 2).await;
    let math = region.association(region.here(), "РМО математиков").await;
    for one in &people {
        region.takes_in(math, one).await;
    }
    region.gives(&people[0], RoleAt { role: Role::AssociationHead, unit: math }).await;
    calls_in_association(&mut people[0], &ahead(&region, 2)).await;
    until_shown(&people[1].teacher.phone, "Вас зовут", 1).await;
    // Another head goes on with what the one before has called.
    region.revokes(&people[0]).await;
    region.gives(&people[1], RoleAt { role: Role::AssociationHead, unit: math }).await;
    opens(&mut people[1], "Заседание объединения").await;
    people[1].teacher.phone.waits_for("Будут:").await;
    nothing_broke(&region.house).await;
}

/// A head calls the association on this day.
async fn calls_in_association(head: &mut Member, day: &str) {
    head.teacher.phone.says("/meeting");
    head.teacher.taps("Заседание объединения").await;
    head.teacher.taps("Просто").await;
    head.teacher.phone.waits_for("Когда встреча?").await;
    head.teacher.types(&format!("{day} 16:00"));
    head.teacher.phone.waits_for("Новая встреча").await;
    head.teacher.taps("Созвать").await;
    head.teacher.taps("Да, созвать").await;
    head.teacher.phone.waits_for("Ответы появятся здесь").await;
}

/// So many people of the second school, written down without tapping.
async fn crowd(region: &Region, count: usize) -> Vec<sandbox::Phone> {
    let phones = region.house.sandbox.crowd(count);
    let (app, now) = (&region.house.app, region.house.clock.now());
    for (chunk, some) in phones.chunks(200).enumerate() {
        let mut tx = app.db.begin().await.expect("a transaction");
        for (number, phone) in some.iter().enumerate() {
            let person = Uuid::now_v7();
            let key = ContactKey { messenger: MessengerKind::Telegram, external_id: phone.id().to_string() };
            let contact = people::add_contact(&mut tx, &key, now).await.expect("a contact");
            let family = format!("Толпина{chunk}-{number}");
            execute!(&mut tx, sqlx::query(
                    "INSERT INTO persons (id, family_name, given_name, patronymic, quiet_from_minute, quiet_to_minute,
                         created_at, registered_at) VALUES ($1, $2, 'Вера', 'Павловна', 0, 0, $3, $3)")
                    .bind(person).bind(family).bind(now))
            .expect("a person");
            execute!(
                &mut tx,
                sqlx::query("UPDATE contacts SET person_id = $2 WHERE id = $1").bind(contact).bind(person)
            )
            .expect("a contact of theirs");
            execute!(
                &mut tx,
                sqlx::query(
                    "INSERT INTO consents (id, person_id, version, text_hash, messenger, given_at)
                     VALUES ($1, $2, '1', $3, 'telegram', $4)"
                )
                .bind(Uuid::now_v7())
                .bind(person)
                .bind(app.consent_text.hash())
                .bind(now)
            )
            .expect("a consent");
            let place = NewEmployment {
                person_id: person,
                school_id: region.schools[1],
                post: "teacher".into(),
                subjects: vec!["mathematics".into()],
            };
            units::add_employment(&mut tx, &place, now).await.expect("a place of work");
        }
        tx.commit().await.expect("they are written down");
    }
    phones
}

/// How many are called to a meeting that is measured.
const MANY: usize = 3_000;
const MANY_ROWS: i64 = 3_000;
/// A tenth of this is what a machine with two cores and nothing else to do takes.
const SLACK: Duration = Duration::from_secs(20);

/// Waits for words below a message: the same ones stand above it from the last time.
async fn stands_below(member: &Member, sent: i64, words: &str) {
    let is_it = |bubble: &Bubble| bubble.message_id > sent && bubble.text.contains(words);
    member.teacher.phone.waits_until(words, |chat| chat.iter().any(is_it)).await;
}

async fn three_thousand_are_called_and_others_are_answered(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let mut vera = region.member("Спокойная Вера Павловна", region.school_there).await;
    crowd(&region, MANY).await;
    let when = format!("{} 15:00", ahead(&region, 9));
    drafts(&mut anna, "Для всех", &when).await;
    anna.teacher.taps("Созвать").await;
    anna.teacher.phone.waits_for("Созвать людей?").await;
    let began = Instant::now();
    anna.teacher.taps(&format!("Да, созвать {} человек", MANY + 1)).await;
    anna.teacher.phone.waits_for("Ответы появятся здесь").await;
    let answered = began.elapsed();
    let mut slowest = Duration::ZERO;
    let told = "SELECT COUNT(*) FROM meeting_invited WHERE told >= 0";
    while region.house.count(told).await < MANY_ROWS + 1 {
        assert!(began.elapsed() < Duration::from_secs(300), "{} told", region.house.count(told).await);
        let asked = Instant::now();
        let sent = vera.teacher.phone.says("/meetings");
        stands_below(&vera, sent, "Впереди у Вас встреч нет").await;
        vera.teacher.taps("Прошедшие").await;
        stands_below(&vera, sent, "Прошедших встреч пока нет").await;
        slowest = slowest.max(asked.elapsed());
    }
    let all = began.elapsed();
    println!(
        "{engine:?}: {MANY} called: answered in {answered:?}, all told in {all:?}, others' two answers in {slowest:?}"
    );
    assert!(answered < SLACK && slowest < SLACK, "{answered:?}, {slowest:?}");
    let of = "SELECT COUNT(*) FROM letters WHERE capability = 'meetings'";
    // A notice, reminders a week, a day and an hour before, and one for the silent; whoever calls knows what they did.
    assert_eq!(region.house.count(of).await, MANY_ROWS * 5 + 4);
    assert_eq!(region.house.count("SELECT COUNT(*) FROM meeting_invited").await, MANY_ROWS + 1);
}
