//! Announcements: one reaches exactly the right people, is corrected and taken back, and one sees who has read it.

use std::time::Duration;

use chrono::TimeDelta;
use metodist::units::{Role, RoleAt};
use sandbox::{Fault, Match, Phone, Sent};

use crate::{
    house::{Engine, House},
    letters::{on_both_engines, tuesday_noon},
    office::{Member, Region},
    stages::nothing_broke,
};

on_both_engines!(
    a_coordinator_announces_corrects_reminds_and_takes_the_register,
    pressed_twice_it_goes_once_and_to_nobody_never,
    words_files_and_buttons_are_put_together,
    it_pauses_by_itself_and_is_sent_again,
    whoever_loses_the_role_holds_it_up,
    it_is_recalled_while_it_goes_out,
    what_is_old_is_replaced_and_what_is_lost_is_told,
    joiners_leavers_and_repeats,
    people_decline_and_answer,
);

const PATIENCE: Duration = Duration::from_secs(60);

/// A region on a Tuesday at noon with a coordinator of its first municipality.
pub async fn coordinated(engine: Engine) -> (Region, Member) {
    let house = House::prepare(engine, tuesday_noon(), |config| config.sends_per_second = 0).await;
    let region = Region::of(house).await;
    let anna = region.member("Главная Алла Сергеевна", region.schools[0]).await;
    region.gives(&anna, RoleAt { role: Role::Coordinator, unit: region.here() }).await;
    (region, anna)
}

/// So many teachers of the second school.
pub async fn teachers(region: &Region, count: usize) -> Vec<Member> {
    let mut teachers = Vec::with_capacity(count);
    for number in 0..count {
        let letter =
            |at: usize| char::from_u32(0x430 + u32::try_from(at % 32).expect("small")).expect("a letter");
        let name = format!("Учителева{}{} Вера Павловна", letter(number / 32), letter(number));
        teachers.push(region.member(&name, region.schools[1]).await);
    }
    teachers
}

/// What the phone shows of messages with these words.
pub fn shows(phone: &Phone, words: &str) -> usize {
    phone.chat().iter().filter(|bubble| bubble.from_bot && bubble.text.contains(words)).count()
}

/// Waits until a look at the announcement shows these words.
pub async fn until_report(member: &mut Member, words: &str) {
    let began = std::time::Instant::now();
    while began.elapsed() < PATIENCE {
        if member.teacher.phone.chat().iter().any(|bubble| bubble.from_bot && bubble.text.contains(words)) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    let chat: Vec<String> = member.teacher.phone.chat().iter().map(sandbox::Bubble::screen).collect();
    panic!("«{words}» never appeared:\n{}", chat.join("\n---\n"));
}

pub async fn until(what: &str, mut is_so: impl AsyncFnMut() -> bool) {
    let began = std::time::Instant::now();
    while began.elapsed() < PATIENCE {
        if is_so().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("waited in vain until {what}");
}

pub async fn is_in_state(region: &Region, state: &'static str) -> bool {
    let query = match state {
        "done" => "SELECT COUNT(*) FROM broadcasts WHERE state = 'done'",
        "paused" => "SELECT COUNT(*) FROM broadcasts WHERE state = 'paused'",
        _ => "SELECT COUNT(*) FROM broadcasts WHERE state = 'running'",
    };
    region.house.count(query).await == 1
}

/// Writes an announcement and sends it to everybody; the number is named on the button.
pub async fn announces(anna: &mut Member, words: &str, people: &str) {
    anna.teacher.phone.says("/broadcast");
    anna.teacher.phone.waits_for("Напишите объявление").await;
    anna.teacher.types(words);
    anna.teacher.phone.waits_for("Новое объявление").await;
    anna.teacher.taps("Отправить").await;
    anna.teacher.taps(people).await;
}

async fn a_coordinator_announces_corrects_reminds_and_takes_the_register(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let people = teachers(&region, 299).await;
    for gone in &people[..3] {
        gone.teacher.phone.blocks();
    }
    region.house.settles().await;
    anna.teacher.phone.says("/broadcast");
    anna.teacher.phone.waits_for("Напишите объявление").await;
    anna.teacher.types("Завтра в 15:00 совищание");
    anna.teacher.phone.waits_for("300 человек, из них сейчас недоступны 3").await;
    anna.teacher.taps("☐ Кнопка «Ознакомлен(а)»").await;
    anna.teacher.waits_for_button("☑ Кнопка").await;
    anna.teacher.taps("Отправить").await;
    anna.teacher.taps("Да, отправить 300 людям").await;
    until_report(&mut anna, "Доставлено: 297\nНедоступны: 3").await;
    until("it is done", async || is_in_state(&region, "done").await).await;
    assert!(people[3..].iter().all(|one| shows(&one.teacher.phone, "совищание") == 1));
    for reader in &people[3..23] {
        reader.teacher.phone.taps("Ознакомлен(а)").await;
    }
    assert!(people[3].teacher.phone.screen().contains("[✓ Ознакомлен(а)]"));

    anna.teacher.phone.says("/broadcast");
    anna.teacher.taps("✓ Завтра").await;
    anna.teacher.phone.waits_for("Ознакомились: 20").await;
    anna.teacher.taps("Исправить").await;
    anna.teacher.phone.waits_for("новый текст целиком").await;
    anna.teacher.types("Завтра в 15:00 совещание");
    anna.teacher.phone.waits_for("(297)").await;
    anna.teacher.taps("Исправить у всех").await;
    until("all are corrected", async || {
        people[3..].iter().all(|one| {
            shows(&one.teacher.phone, "совещание") == 1 && shows(&one.teacher.phone, "совищание") == 0
        })
    })
    .await;
    assert!(people[3].teacher.phone.screen().contains("[✓ Ознакомлен(а)]"), "the mark stays");
    anna.teacher.taps("Напомнить молчащим").await;
    anna.teacher.taps("Да, напомнить: 277").await;
    until("the silent are reminded", async || {
        people[23..].iter().all(|one| shows(&one.teacher.phone, "Напоминаем") == 1)
    })
    .await;
    assert!(people[..23].iter().all(|one| shows(&one.teacher.phone, "Напоминаем") == 0));
    anna.teacher.phone.says("/broadcast");
    anna.teacher.taps("✓ Завтра").await;
    anna.teacher.taps("Ведомость (DOCX)").await;
    anna.teacher.phone.waits_for("личные данные").await;
    println!("{engine:?}: {} taps, {} lines", anna.teacher.taps, anna.teacher.lines);
    assert!(anna.teacher.taps <= 12 && anna.teacher.lines == 2, "{} taps", anna.teacher.taps);
    assert_eq!(
        region
            .house
            .count("SELECT COUNT(*) FROM broadcast_deliveries WHERE acknowledged_at IS NOT NULL")
            .await,
        20
    );
    nothing_broke(&region.house).await;
}

async fn pressed_twice_it_goes_once_and_to_nobody_never(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let people = teachers(&region, 3).await;
    anna.teacher.phone.says("/broadcast");
    anna.teacher.phone.waits_for("Напишите объявление").await;
    anna.teacher.types("Дважды");
    anna.teacher.phone.waits_for("4 человека").await;
    anna.teacher.taps("Кому").await;
    anna.teacher.taps("Предметы").await;
    anna.teacher.taps("☐ Математика").await;
    anna.teacher.phone.waits_for("4 человека").await;
    anna.teacher.taps("‹ Кому").await;
    anna.teacher.taps("Кроме…").await;
    anna.teacher.phone.waits_for("Кого не брать").await;
    anna.teacher.taps("Предметы").await;
    anna.teacher.taps("☐ Математика").await;
    anna.teacher.phone.waits_for("Таких людей здесь нет").await;
    anna.teacher.taps("‹ Кому").await;
    anna.teacher.waits_for_button("✓ Предметы: 1").await;
    anna.teacher.taps("‹ Кому").await;
    anna.teacher.taps("Готово").await;
    anna.teacher.taps("Отправить").await;
    let screen = anna.teacher.phone.waits_for("Отправить «Дважды»?").await;
    assert!(!screen.screen().contains("[Да"), "{}", screen.screen());
    anna.teacher.taps("‹ Объявление").await;
    anna.teacher.taps("Кому").await;
    anna.teacher.taps("Все").await;
    anna.teacher.taps("По именам").await;
    anna.teacher.phone.waits_for("каждого с новой строки").await;
    anna.teacher.types("Учителеваа\nНиктова Нина");
    anna.teacher.phone.waits_for("Не вижу у Вас таких людей: Никтова Нина").await;
    anna.teacher.phone.waits_for("Подходят несколько").await;
    anna.teacher.types("Учителевааб");
    anna.teacher.phone.waits_for("1 человек").await;
    anna.teacher.taps("‹ Кому").await;
    anna.teacher.taps("Сохранить").await;
    anna.teacher.phone.waits_for("Как назвать?").await;
    anna.teacher.types("Одна");
    anna.teacher.phone.waits_for("Сохранено: «Одна»").await;
    anna.teacher.taps("Все").await;
    anna.teacher.taps("Сохранённые").await;
    anna.teacher.taps("Одна").await;
    anna.teacher.phone.waits_for("1 человек").await;
    anna.teacher.taps("Готово").await;
    anna.teacher.taps("Отправить").await;
    let (message, label) = anna.teacher.waits_for_button("Да, отправить 1 человеку").await;
    let first = anna.teacher.phone.presses_on(message, &label);
    let second = anna.teacher.phone.presses_on(message, &label);
    first.answer().await;
    second.answer().await;
    until("it is done", async || is_in_state(&region, "done").await).await;
    let heard: Vec<_> = people.iter().map(|one| shows(&one.teacher.phone, "Дважды")).collect();
    assert_eq!(heard, [0, 1, 0]);
    nothing_broke(&region.house).await;
}

async fn words_files_and_buttons_are_put_together(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let people = teachers(&region, 2).await;
    let phone = anna.teacher.phone.clone();
    phone.says("/broadcast");
    phone.waits_for("Напишите объявление").await;
    anna.teacher.types(&"я".repeat(3_900));
    phone.waits_for("до 3800 знаков, а здесь 3900").await;
    phone.sends(Sent::Picture {
        bytes: vec![0xFF, 0xD8, 0xFF, 0xD9], caption: "Конкурс <b>&".to_owned()
    });
    phone.waits_for("Конкурс <b>&").await;
    // A file of 60 MB is never fetched: the messenger has it already.
    phone.sends(Sent::Document { name: "Большой.zip".to_owned(), bytes: vec![7; 60_000_000] });
    phone.waits_for("Файлов: 2").await;
    for number in 3..=10 {
        phone.sends(Sent::Document { name: format!("{number}.pdf"), bytes: vec![1; 10] });
        phone.waits_for(&format!("Файлов: {number}")).await;
    }
    phone.sends(Sent::Document { name: "11.pdf".to_owned(), bytes: vec![1; 10] });
    phone.waits_for("до 10 файлов").await;
    anna.teacher.taps("Кнопки").await;
    anna.teacher.taps("Добавить ссылку").await;
    phone.waits_for("подпись и адрес").await;
    anna.teacher.types("без адреса");
    phone.waits_for("Не вижу здесь адреса").await;
    anna.teacher.types("Положение https://example.ru/a.pdf");
    anna.teacher.waits_for_button("✕ Ссылка: Положение").await;
    anna.teacher.taps("Добавить ответы").await;
    phone.waits_for("каждый с новой строки").await;
    anna.teacher.types("Участвую\nНе участвую");
    anna.teacher.waits_for_button("✕ Ответ: Не участвую").await;
    anna.teacher.taps("Открыть экран бота").await;
    anna.teacher.taps("Мой профиль").await;
    anna.teacher.taps("‹ Объявление").await;
    anna.teacher.taps("Посмотреть").await;
    anna.teacher.waits_for_button("Не участвую").await;
    let preview = anna.teacher.screen().expect("a screen").screen();
    assert!(preview.contains("[Положение]\n[Участвую]\n[Не участвую]\n[Мой профиль]"), "{preview}");
    phone.says("/broadcast");
    anna.teacher.taps("✎ Конкурс").await;
    anna.teacher.taps("Отправить").await;
    anna.teacher.taps("Да, отправить 3 людям").await;
    until("it is done", async || is_in_state(&region, "done").await).await;
    let other = &people[0].teacher.phone;
    let chat = other.chat();
    let files = chat.iter().filter(|bubble| bubble.file.is_some()).count();
    assert_eq!((shows(other, "Конкурс <b>&"), files), (1, 10));
    let uploads = region.house.sandbox.calls().into_iter().filter(|call| call.method == "getfile").count();
    assert_eq!(uploads, 0, "nothing is fetched, so nothing can be uploaded");
    other.taps("Участвую").await;
    other.waits_for_button("✓ Участвую").await;
    other.taps("Мой профиль").await;
    nothing_broke(&region.house).await;
}

/// Everything sent to this phone is refused with words that nobody knows.
fn refuses(region: &Region, phone: &Phone) {
    let calls = Match { method: Some("sendMessage"), chat: Some(phone.id()) };
    let text = "Bad Request: something nobody has heard of".to_owned();
    region.house.sandbox.faults().always(calls, Fault::Description { code: 400, text });
}

async fn it_pauses_by_itself_and_is_sent_again(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let people = teachers(&region, 59).await;
    for one in &people {
        refuses(&region, &one.teacher.phone);
    }
    announces(&mut anna, "Сломанное", "Да, отправить 60 людям").await;
    until("it pauses", async || is_in_state(&region, "paused").await).await;
    until_report(&mut anna, "не принял каждое десятое").await;
    let written = region.house.count("SELECT COUNT(*) FROM broadcast_deliveries WHERE is_written").await;
    assert_eq!(written, 50, "the others wait until somebody has looked");
    region.house.sandbox.faults().clear();
    anna.teacher.phone.says("/broadcast");
    anna.teacher.taps("⏸ Сломанное").await;
    anna.teacher.taps("Продолжить").await;
    until("it is done", async || is_in_state(&region, "done").await).await;
    anna.teacher.phone.says("/broadcast");
    anna.teacher.taps("✓ Сломанное").await;
    anna.teacher.taps("Повторить тем").await;
    anna.teacher.taps("Да, отправить").await;
    until("everybody has it", async || people.iter().all(|one| shows(&one.teacher.phone, "Сломанное") == 1))
        .await;
    nothing_broke(&region.house).await;
}

async fn whoever_loses_the_role_holds_it_up(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let mut boris = region.member("Второв Борис Ильич", region.schools[0]).await;
    region.gives(&boris, RoleAt { role: Role::Coordinator, unit: region.here() }).await;
    let people = teachers(&region, 3).await;
    anna.teacher.phone.says("/broadcast");
    anna.teacher.phone.waits_for("Напишите объявление").await;
    anna.teacher.types("На завтра");
    anna.teacher.taps("Когда").await;
    anna.teacher.phone.waits_for("Время местное").await;
    anna.teacher.types("когда-нибудь");
    anna.teacher.phone.waits_for("Не понимаю, когда это").await;
    anna.teacher.types("завтра 10:00");
    anna.teacher.phone.waits_for("Уйдёт").await;
    anna.teacher.taps("‹ Объявление").await;
    anna.teacher.taps("Запланировать").await;
    anna.teacher.taps("Запланировать: 5 человек").await;
    anna.teacher.phone.waits_for("Запланировано").await;
    region.revokes(&anna).await;
    region.house.clock.advance(TimeDelta::hours(23)).await;
    until("it pauses", async || is_in_state(&region, "paused").await).await;
    boris.teacher.phone.waits_for("больше нет этой роли").await;
    assert!(people.iter().all(|one| shows(&one.teacher.phone, "На завтра") == 0));
    anna.teacher.phone.says("/broadcast");
    anna.teacher.phone.waits_for("Это могут только те").await;
    boris.teacher.taps("К объявлению").await;
    boris.teacher.phone.waits_for("Придержано само").await;
    boris.teacher.taps("Отправить сейчас").await;
    boris.teacher.taps("Да, отправить: 5").await;
    until("everybody has it", async || people.iter().all(|one| shows(&one.teacher.phone, "На завтра") == 1))
        .await;
    nothing_broke(&region.house).await;
}

async fn it_is_recalled_while_it_goes_out(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let people = teachers(&region, 120).await;
    let slow = Match { method: Some("sendMessage"), chat: None };
    region.house.sandbox.faults().always(slow, Fault::Stall(Duration::from_millis(150)));
    announces(&mut anna, "Ошибка", "Да, отправить 121 человеку").await;
    until("some have it", async || people.iter().any(|one| shows(&one.teacher.phone, "Ошибка") == 1)).await;
    anna.teacher.phone.says("/broadcast");
    anna.teacher.taps("▶ Ошибка").await;
    anna.teacher.taps("Отозвать").await;
    anna.teacher.taps("Да, отозвать").await;
    let open = "SELECT COUNT(*) FROM letters WHERE state = 'owed' AND cause LIKE 'broadcasts/%'";
    let lagging = "SELECT COUNT(*) FROM broadcasts WHERE is_correcting OR state <> 'recalled'";
    until("nothing is open", async || {
        region.house.count(open).await + region.house.count(lagging).await == 0
    })
    .await;
    let left: usize = people.iter().map(|one| shows(&one.teacher.phone, "Ошибка")).sum();
    assert_eq!(left, 0, "nobody keeps what was taken back");
    nothing_broke(&region.house).await;
}

async fn what_is_old_is_replaced_and_what_is_lost_is_told(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let people = teachers(&region, 6).await;
    announces(&mut anna, "Старое", "Да, отправить 7 людям").await;
    until("it is done", async || is_in_state(&region, "done").await).await;
    region.house.clock.advance(TimeDelta::days(3)).await;
    people[0].teacher.phone.blocks();
    region.house.settles().await;
    anna.teacher.phone.says("/broadcast");
    anna.teacher.taps("✓ Старое").await;
    anna.teacher.taps("Отозвать").await;
    anna.teacher.taps("Да, отозвать").await;
    until("it is replaced", async || {
        people[1..].iter().all(|one| {
            shows(&one.teacher.phone, "Объявление отозвано.") == 1 && shows(&one.teacher.phone, "Старое") == 0
        })
    })
    .await;
    assert_eq!(shows(&people[0].teacher.phone, "Старое"), 1, "who has blocked the bot keeps it");
    let settled = "SELECT COUNT(*) FROM letters WHERE form <> 'post' AND state = 'owed'";
    until("all is settled", async || region.house.count(settled).await == 0).await;
    anna.teacher.phone.says("/broadcast");
    anna.teacher.taps("↩ Старое").await;
    anna.teacher.phone.waits_for("Убрано: 6, ещё убираю: 0, не удалось: 1").await;
    nothing_broke(&region.house).await;
}

async fn joiners_leavers_and_repeats(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let people = teachers(&region, 2).await;
    anna.teacher.phone.says("/broadcast");
    anna.teacher.phone.waits_for("Напишите объявление").await;
    anna.teacher.types("Каждую неделю");
    anna.teacher.taps("Когда").await;
    anna.teacher.phone.waits_for("Время местное").await;
    anna.teacher.types("завтра 10:00");
    anna.teacher.taps("☐ Каждую неделю").await;
    anna.teacher.taps("‹ Объявление").await;
    anna.teacher.taps("Запланировать").await;
    anna.teacher.taps("Запланировать: 3 человека").await;
    let joiner = region.member("Поздняя Ольга Ивановна", region.schools[1]).await;
    region.house.clock.advance(TimeDelta::hours(23)).await;
    until("everybody has it", async || {
        people.iter().chain([&joiner]).all(|one| shows(&one.teacher.phone, "Каждую неделю") == 1)
    })
    .await;
    let after = region.member("Опоздавшая Ольга Ивановна", region.schools[1]).await;
    until("it is done", async || is_in_state(&region, "done").await).await;
    assert_eq!(shows(&after.teacher.phone, "Каждую неделю"), 0, "who comes later is not told");
    assert_eq!(region.house.count("SELECT COUNT(*) FROM broadcasts WHERE state = 'scheduled'").await, 1);
    region.house.clock.advance(TimeDelta::days(7)).await;
    until("it comes again, to those who are there by then", async || {
        shows(&after.teacher.phone, "Каждую неделю") == 1
            && people.iter().all(|one| shows(&one.teacher.phone, "Каждую неделю") == 2)
    })
    .await;
    nothing_broke(&region.house).await;
}

async fn people_decline_and_answer(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let mut people = teachers(&region, 3).await;
    let vera = &mut people[0];
    vera.teacher.phone.says("/settings");
    vera.teacher.taps("Какие объявления присылать").await;
    vera.teacher.taps("☑ Конкурсы").await;
    vera.teacher.waits_for_button("☐ Конкурсы").await;
    anna.teacher.phone.says("/broadcast");
    anna.teacher.phone.waits_for("Напишите объявление").await;
    anna.teacher
        .phone
        .sends(Sent::Forwarded {
            from: "Министерство".to_owned(), text: "Конкурс дебютов".to_owned()
        });
    anna.teacher.phone.waits_for("Новое объявление").await;
    anna.teacher.taps("Служебное").await;
    anna.teacher.taps("Конкурсы").await;
    anna.teacher.taps("Отправить").await;
    anna.teacher.taps("Да, отправить 4 людям").await;
    until("it is done", async || is_in_state(&region, "done").await).await;
    let heard: Vec<_> = people.iter().map(|one| shows(&one.teacher.phone, "Конкурс дебютов")).collect();
    assert_eq!(heard, [0, 1, 1]);
    for one in &people[1..] {
        let chat = one.teacher.phone.chat();
        let letter = chat.iter().find(|bubble| bubble.text.contains("Конкурс дебютов")).expect("the letter");
        one.teacher.phone.says_in_reply("Участвую!", letter.message_id);
        one.teacher.phone.waits_for("передан автору").await;
    }
    region.house.clock.advance(TimeDelta::minutes(5)).await;
    anna.teacher.phone.waits_for("Ответов: 2").await;
    anna.teacher.taps("Читать ответы").await;
    let answers = anna.teacher.phone.waits_for("Ответы на «Конкурс дебютов»").await;
    assert_eq!(answers.text.matches("Участвую!").count(), 2, "{}", answers.text);
    nothing_broke(&region.house).await;
}
