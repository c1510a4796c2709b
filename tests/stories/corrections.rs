//! What was said is corrected where it stands, and what was not said yet is said as it should be; whoever leaves is told
//! nothing more; everybody can see what is to come.

use std::time::Duration;

use chrono::{DateTime, Datelike, TimeDelta, Utc};
use metodist::outbox::{self, Class, NewLetter};
use sandbox::{Fault, Match};
use uuid::Uuid;

use crate::{
    house::{Engine, House},
    letters::{
        Member, all_settled, as_member, assert_said, comes_to_rest, heard, letter, members, moscow,
        on_both_engines, on_day, owe, quiet_house,
    },
    stages::{Stage, brought_to, nothing_broke},
};

on_both_engines!(
    a_letter_is_replaced_and_taken_back_where_it_stands,
    what_is_too_old_to_delete_loses_its_buttons,
    a_lost_message_is_said_anew_and_corrected_there,
    an_unsent_letter_is_corrected_before_it_is_said,
    corrections_of_what_is_on_its_way_come_after_it,
    whoever_leaves_is_told_nothing_more,
    what_is_to_come_stands_in_the_settings,
);

/// Long enough for a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

async fn served(engine: Engine) -> (House, Member, DateTime<Utc>) {
    let mut house = quiet_house(engine).await;
    let member = members(&house, 1, None).await.remove(0);
    house.serve();
    let start = house.clock.now();
    (house, member, start)
}

async fn corrects(house: &House, letter: &NewLetter, words: Option<&str>) {
    let id: Uuid = metodist::read!(&house.app.db, on =>
        sqlx::query_scalar("SELECT id FROM letters WHERE dedup_key = $1").bind(&letter.dedup_key).fetch_one(on))
    .expect("the letter is there");
    let mut tx = house.app.db.begin().await.expect("a transaction");
    let matter = words.map(serde_json::Value::from);
    outbox::correct(&mut tx, id, matter.as_ref(), house.clock.now()).await.expect("it is corrected");
    tx.commit().await.expect("it is written down");
    house.app.bell.ring();
}

async fn comes_through(house: &House) {
    all_settled(house, PATIENCE).await;
    comes_to_rest(house).await;
}

async fn a_letter_is_replaced_and_taken_back_where_it_stands(engine: Engine) {
    let (house, member, start) = served(engine).await;
    let said = letter(&member, Class::Notice, "в среду", start);
    owe(&house, &[said.clone(), letter(&member, Class::Notice, "другое", start)]).await;
    comes_through(&house).await;
    corrects(&house, &said, Some("в четверг")).await;
    corrects(&house, &said, Some("в пятницу")).await;
    comes_through(&house).await;
    assert_eq!(heard(&member), ["в пятницу", "другое"]);
    owe(&house, std::slice::from_ref(&said)).await;
    corrects(&house, &said, None).await;
    comes_through(&house).await;
    assert_eq!(heard(&member), ["другое"]);
}

async fn what_is_too_old_to_delete_loses_its_buttons(engine: Engine) {
    let (house, member, start) = served(engine).await;
    let said = letter(&member, Class::Notice, "старое", start);
    owe(&house, std::slice::from_ref(&said)).await;
    house.clock.advance(TimeDelta::days(3)).await;
    assert!(!member.phone.last().expect("a message").buttons.is_empty());
    corrects(&house, &said, None).await;
    comes_through(&house).await;
    assert_eq!(heard(&member), ["старое"]);
    assert!(member.phone.last().expect("a message").buttons.is_empty());
}

async fn a_lost_message_is_said_anew_and_corrected_there(engine: Engine) {
    let (house, member, start) = served(engine).await;
    let said = letter(&member, Class::Notice, "старое", start);
    owe(&house, std::slice::from_ref(&said)).await;
    comes_through(&house).await;
    let edits = Match { method: Some("editMessageText"), chat: Some(member.phone.id()) };
    let text = "Bad Request: message to edit not found".to_owned();
    house.sandbox.faults().next(edits, Fault::Description { code: 400, text });
    corrects(&house, &said, Some("новое")).await;
    comes_through(&house).await;
    assert_eq!(heard(&member), ["старое", "новое"]);
    corrects(&house, &said, Some("новейшее")).await;
    comes_through(&house).await;
    assert_eq!(heard(&member), ["старое", "новейшее"]);
}

async fn an_unsent_letter_is_corrected_before_it_is_said(engine: Engine) {
    let (house, member, start) = served(engine).await;
    let due = start + TimeDelta::hours(2);
    let letters = ["первое", "второе", "третье"].map(|words| letter(&member, Class::Notice, words, due));
    owe(&house, &letters).await;
    corrects(&house, &letters[1], Some("второе, как надо")).await;
    corrects(&house, &letters[2], None).await;
    house.clock.advance(TimeDelta::hours(3)).await;
    assert_said(&member, &[(due, "первое"), (due, "второе, как надо")]);
}

async fn corrections_of_what_is_on_its_way_come_after_it(engine: Engine) {
    let (house, member, start) = served(engine).await;
    let stall = |method| {
        let calls = Match { method: Some(method), chat: Some(member.phone.id()) };
        house.sandbox.faults().next(calls, Fault::Stall(Duration::from_millis(900)));
    };
    let moment = || tokio::time::sleep(Duration::from_millis(450));
    let said = letter(&member, Class::Notice, "первое", start);
    stall("sendMessage");
    owe(&house, std::slice::from_ref(&said)).await;
    moment().await;
    stall("editMessageText");
    corrects(&house, &said, Some("второе")).await;
    tokio::time::timeout(PATIENCE, async {
        while house.sandbox.faults().waiting() > 0 {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    })
    .await
    .expect("both calls come");
    corrects(&house, &said, Some("третье")).await;
    comes_through(&house).await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    comes_through(&house).await;
    assert_eq!(heard(&member), ["третье"]);
}

async fn whoever_leaves_is_told_nothing_more(engine: Engine) {
    let mut house = quiet_house(engine).await;
    house.serve();
    let mut teacher = brought_to(&house, Stage::Menu).await;
    let member = as_member(&house, &teacher.phone).await;
    teacher.phone.says("/privacy");
    teacher.taps("Отозвать согласие").await;
    teacher.waits_for_button("Да, удалить всё").await;
    house.settles().await;
    let calls = Match { method: Some("sendMessage"), chat: Some(member.phone.id()) };
    house.sandbox.faults().next(calls, Fault::Stall(Duration::from_secs(2)));
    let now = house.clock.now();
    owe(&house, &[letter(&member, Class::Notice, "в пути", now)]).await;
    owe(&house, &[letter(&member, Class::Notice, "никогда", now + TimeDelta::hours(1))]).await;
    teacher.taps("Да, удалить всё").await;
    teacher.phone.waits_for("всё личное удалено").await;
    assert_eq!(house.count("SELECT COUNT(*) FROM letters").await, 0);
    house.clock.advance(TimeDelta::days(2)).await;
    assert_eq!(house.count("SELECT COUNT(*) FROM letters").await, 0);
    assert_eq!(house.count("SELECT COUNT(*) FROM letter_messages").await, 0);
    assert!(heard(&member).iter().all(|text| text != "никогда"));
    let others = members(&house, 1, None).await;
    owe(&house, &[letter(&others[0], Class::Notice, "другим", house.clock.now())]).await;
    comes_through(&house).await;
    assert_eq!(heard(&others[0]), ["другим"], "the outbox goes on");
    nothing_broke(&house).await;
}

const MONTHS: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

async fn what_is_to_come_stands_in_the_settings(engine: Engine) {
    let mut house = quiet_house(engine).await;
    let start = house.clock.now();
    house.serve();
    let mut teacher = brought_to(&house, Stage::Menu).await;
    let member = as_member(&house, &teacher.phone).await;
    teacher.phone.says("/settings");
    teacher.taps("Что придёт").await;
    teacher.phone.waits_for("Пока напоминать не о чем").await;
    teacher.taps("‹ Настройки").await;
    teacher.phone.waits_for("Часовой пояс").await;
    owe(
        &house,
        &[
            letter(&member, Class::Reminder, "сдать <план>", moscow(start, 0, 15, 5)),
            letter(&member, Class::Notice, "ночное", moscow(start, 0, 23, 0)),
            letter(&member, Class::Bulk, "дальнее", moscow(start, 9, 10, 0)),
        ],
    )
    .await;
    teacher.taps("Что придёт").await;
    let screen = teacher.phone.waits_for("Вот что я собираюсь").await;
    let far = on_day(start, 9, 10, 0);
    let date = format!("{} {}", far.day(), MONTHS[far.month0() as usize]);
    let expected = format!(
        "Вот что я собираюсь Вам напомнить:\n\nсегодня в 15:05\nсдать <план>\n\nзавтра в 08:00\nночное\n\n{date} в 10:00\nдальнее"
    );
    assert_eq!(screen.text, expected);
    assert!(screen.screen().contains("[‹ Настройки]"), "{}", screen.screen());
    teacher.taps("‹ Настройки").await;
    teacher.phone.waits_for("Часовой пояс").await;
    nothing_broke(&house).await;
}
