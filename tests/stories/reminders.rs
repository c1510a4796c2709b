//! What the bot says of questionnaires by itself: it recalls a begun one once, invites to take a finished one again,
//! shows both beforehand, and keeps quiet where there is nothing to say.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Europe::Moscow;
use metodist::execute;
use sandbox::Bubble;

use crate::{
    house::{House, stories, transcript},
    letters::{all_settled, count},
    stages::{Stage, brought_to, nothing_broke, stands_at},
    teacher::Teacher,
};

stories!(
    a_begun_questionnaire_is_recalled_once,
    what_is_over_is_not_recalled,
    nobody_is_reminded_while_they_are_answering,
    a_reminder_waits_for_the_morning,
    a_finished_questionnaire_invites_after_its_months,
    an_invitation_ends_where_it_has_nothing_to_say,
    what_is_to_come_is_shown_beforehand,
    who_blocked_the_bot_is_told_when_they_return,
    where_nothing_personal_may_be_written_nothing_is,
);

/// A Tuesday noon in Moscow; no day off is near.
const TUESDAY: &str = "2026-11-24T09:00:00Z";
const PATIENCE: Duration = Duration::from_secs(60);
const RECALLED: &str = "ждёт Вас";
const INVITED: &str = "что изменилось";

/// The short questionnaire on a Tuesday at noon.
async fn on_tuesday(house: House) -> House {
    let noon: DateTime<Utc> = TUESDAY.parse().expect("an instant");
    house.clock.jump(noon - house.clock.now());
    house.with_short_questionnaire().await
}

/// What the bot said with these words and never changed afterwards.
fn said(teacher: &Teacher, words: &str) -> Vec<Bubble> {
    let chat = teacher.phone.chat().into_iter();
    chat.filter(|bubble| bubble.from_bot && bubble.text.contains(words) && bubble.edits == 0).collect()
}

fn told(teacher: &Teacher, words: &str) -> Bubble {
    let mut all = said(teacher, words);
    assert_eq!(all.len(), 1, "«{words}» once:\n{}", transcript(&teacher.phone));
    all.remove(0)
}

/// A moment on a clock in Moscow, to the minute.
fn in_moscow(at: DateTime<Utc>) -> String {
    at.with_timezone(&Moscow).format("%d.%m.%Y %H:%M").to_string()
}

async fn begun_at(house: &House) -> DateTime<Utc> {
    metodist::read!(&house.app.db, on =>
        sqlx::query_scalar("SELECT begun_at FROM attempts ORDER BY begun_at DESC LIMIT 1").fetch_one(on))
    .expect("an attempt")
}

async fn a_begun_questionnaire_is_recalled_once(house: House) {
    let house = on_tuesday(house).await;
    let mut teacher = brought_to(&house, Stage::TextQuestion).await;
    let begun_at = begun_at(&house).await;
    house.clock.advance(TimeDelta::hours(71)).await;
    assert!(said(&teacher, RECALLED).is_empty(), "{}", transcript(&teacher.phone));
    house.clock.advance(TimeDelta::hours(2)).await;
    let reminder = told(&teacher, RECALLED);
    assert!(reminder.text.contains("Вы ответили на 2 из 6 вопросов"), "{}", reminder.text);
    assert_eq!(in_moscow(reminder.date), in_moscow(begun_at + TimeDelta::days(3)));
    house.clock.advance(TimeDelta::days(2)).await;
    told(&teacher, RECALLED);
    teacher.taps("▶ Продолжить").await;
    stands_at(&teacher, Stage::TextQuestion).await;
    teacher.types("мира");
    stands_at(&teacher, Stage::NumberQuestion).await;
    house.clock.advance(TimeDelta::days(15)).await;
    assert!(said(&teacher, RECALLED).is_empty(), "only once:\n{}", transcript(&teacher.phone));
    assert_eq!(count(&house, "delivered").await, 1);
    nothing_broke(&house).await;
}

async fn what_is_over_is_not_recalled(house: House) {
    let house = on_tuesday(house).await;
    let finished = brought_to(&house, Stage::Result).await;
    let mut cancelled = brought_to(&house, Stage::ButtonQuestion).await;
    for label in ["Пауза", "Отменить прохождение", "Да, удалить ответы"]
    {
        cancelled.taps(label).await;
    }
    let mut gone = brought_to(&house, Stage::NumberQuestion).await;
    gone.phone.says("/privacy");
    gone.taps("Отозвать согласие").await;
    gone.taps("Да, удалить всё").await;
    gone.phone.waits_for("всё личное удалено").await;
    house.clock.advance(TimeDelta::days(15)).await;
    for teacher in [&finished, &cancelled, &gone] {
        assert!(said(teacher, RECALLED).is_empty(), "{}", transcript(&teacher.phone));
    }
    assert_eq!(count(&house, "ended").await, 2, "the one who left is not even remembered");
    assert_eq!(count(&house, "owed").await, 1, "the invitation of the one who finished");
    nothing_broke(&house).await;
}

async fn nobody_is_reminded_while_they_are_answering(house: House) {
    let house = on_tuesday(house).await;
    let mut teacher = brought_to(&house, Stage::TextQuestion).await;
    house.clock.advance(TimeDelta::days(2)).await;
    teacher.types("мира");
    stands_at(&teacher, Stage::NumberQuestion).await;
    let screen = upcoming(&house, &mut teacher).await;
    assert!(screen.contains("30 ноября в 08:00"), "Sunday rests: {screen}");
    house.clock.advance(TimeDelta::days(3)).await;
    assert!(said(&teacher, RECALLED).is_empty(), "{}", transcript(&teacher.phone));
    house.clock.advance(TimeDelta::days(1)).await;
    let reminder = told(&teacher, RECALLED);
    assert!(reminder.text.contains("3 из 6"), "{}", reminder.text);
    assert_eq!(in_moscow(reminder.date), "30.11.2026 08:00");
    nothing_broke(&house).await;
}

async fn a_reminder_waits_for_the_morning(house: House) {
    let house = on_tuesday(house).await;
    let mut teacher = brought_to(&house, Stage::Menu).await;
    house.clock.advance(TimeDelta::minutes(630)).await;
    teacher.phone.says("/diagnosis");
    for label in ["Пограничная", "Начать", "Да"] {
        teacher.taps(label).await;
    }
    stands_at(&teacher, Stage::ButtonQuestion).await;
    house.clock.advance(TimeDelta::days(3)).await;
    assert!(said(&teacher, RECALLED).is_empty(), "{}", transcript(&teacher.phone));
    house.clock.advance(TimeDelta::hours(10)).await;
    assert_eq!(in_moscow(told(&teacher, RECALLED).date), "28.11.2026 08:00");
    nothing_broke(&house).await;
}

async fn a_finished_questionnaire_invites_after_its_months(house: House) {
    let house = on_tuesday(house).await;
    let mut teacher = brought_to(&house, Stage::Result).await;
    all_settled(&house, PATIENCE).await;
    house.clock.jump(TimeDelta::days(179));
    house.clock.advance(TimeDelta::days(1)).await;
    assert!(said(&teacher, INVITED).is_empty(), "{}", transcript(&teacher.phone));
    house.clock.advance(TimeDelta::days(1)).await;
    let invitation = told(&teacher, INVITED);
    assert_eq!(in_moscow(invitation.date), "24.05.2027 10:00");
    assert!(invitation.text.contains("24 ноября 2026 года"), "{}", invitation.text);
    teacher.taps("Пройти ещё раз").await;
    teacher.taps("Начать").await;
    teacher.phone.waits_for("Первый вопрос?").await;
    all_settled(&house, PATIENCE).await;
    assert_eq!(count(&house, "owed").await, 1, "the new pass is recalled if it is not finished");
    nothing_broke(&house).await;
}

async fn an_invitation_ends_where_it_has_nothing_to_say(house: House) {
    let house = on_tuesday(house).await;
    let mut again = brought_to(&house, Stage::Result).await;
    let mut deleted = brought_to(&house, Stage::Result).await;
    let withdrawn = brought_to(&house, Stage::Result).await;
    again.phone.says("/diagnosis");
    for label in ["Пограничная", "Начать", "Да"] {
        again.taps(label).await;
    }
    deleted.taps("Удалить этот результат").await;
    deleted.taps("Да, удалить").await;
    deleted.phone.waits_for("Результат удалён").await;
    let owed = "SELECT COUNT(*) FROM letters WHERE state = 'owed' AND dedup_key LIKE 'diagnostics/repeat/%'";
    assert_eq!(house.count(owed).await, 1, "of the one who left the result as it is");
    // The shipped questionnaires come back, and this one leaves the shelf.
    let house = house.with_shipped_questionnaires().await;
    house.clock.jump(TimeDelta::days(181));
    house.clock.advance(TimeDelta::days(3)).await;
    all_settled(&house, PATIENCE).await;
    for teacher in [&again, &deleted, &withdrawn] {
        assert!(said(teacher, INVITED).is_empty(), "{}", transcript(&teacher.phone));
    }
    assert_eq!(house.count(owed).await, 0);
    nothing_broke(&house).await;
}

/// Waits until everything has its moment, and opens the screen that tells of it.
async fn upcoming(house: &House, teacher: &mut Teacher) -> String {
    all_settled(house, PATIENCE).await;
    teacher.phone.says("/menu");
    teacher.taps("Настройки").await;
    teacher.taps("Что придёт").await;
    teacher.waits_for_button("‹ Настройки").await;
    house.settles().await;
    teacher.screen().expect("a screen").screen()
}

async fn what_is_to_come_is_shown_beforehand(house: House) {
    let house = on_tuesday(house).await;
    let mut teacher = brought_to(&house, Stage::TextQuestion).await;
    let begun = begun_at(&house).await.with_timezone(&Moscow).format("%H:%M").to_string();
    let screen = upcoming(&house, &mut teacher).await;
    assert!(screen.contains(&format!("27 ноября в {begun}")), "{screen}");
    assert!(screen.contains("Анкета «Пограничная» не закончена: отвечено 2 из 6"), "{screen}");
    teacher.taps("‹ Настройки").await;
    teacher.taps("Часовой пояс").await;
    teacher.taps("Якутск").await;
    teacher.phone.waits_for("Якутск, Чита, сейчас").await;
    let screen = upcoming(&house, &mut teacher).await;
    assert!(screen.contains(&format!("27 ноября в {begun}")), "the time goes along: {screen}");
    teacher.phone.says("/diagnosis");
    teacher.taps("▶ Продолжить").await;
    stands_at(&teacher, Stage::TextQuestion).await;
    teacher.types("мира");
    stands_at(&teacher, Stage::NumberQuestion).await;
    teacher.types("7");
    for label in ["☐ Алгебра", "Готово", "Да"] {
        teacher.taps(label).await;
    }
    stands_at(&teacher, Stage::Result).await;
    let screen = upcoming(&house, &mut teacher).await;
    assert!(screen.contains("24 мая в 10:00") && screen.contains("можно пройти ещё раз"), "{screen}");
    assert!(!screen.contains("не закончена"), "{screen}");
    teacher.phone.says("/diagnosis");
    for label in ["Мои результаты", "· Пограничная", "Удалить этот результат", "Да, удалить"]
    {
        teacher.taps(label).await;
    }
    teacher.phone.waits_for("Результат удалён").await;
    let screen = upcoming(&house, &mut teacher).await;
    assert!(screen.contains("Пока напоминать не о чем"), "{screen}");
    nothing_broke(&house).await;
}

async fn who_blocked_the_bot_is_told_when_they_return(house: House) {
    let house = on_tuesday(house).await;
    let teacher = brought_to(&house, Stage::TextQuestion).await;
    all_settled(&house, PATIENCE).await;
    teacher.phone.blocks();
    house.settles().await;
    house.clock.advance(TimeDelta::days(4)).await;
    assert!(said(&teacher, RECALLED).is_empty(), "{}", transcript(&teacher.phone));
    assert_eq!(count(&house, "unreachable").await, 1);
    teacher.phone.unblocks();
    teacher.phone.waits_for(RECALLED).await;
    house.clock.advance(TimeDelta::days(4)).await;
    told(&teacher, RECALLED);
    assert_eq!(count(&house, "delivered").await, 1);
    nothing_broke(&house).await;
}

async fn where_nothing_personal_may_be_written_nothing_is(house: House) {
    let house = on_tuesday(house).await;
    let mut tx = house.app.db.begin().await.expect("a transaction");
    execute!(&mut tx, sqlx::query("UPDATE municipalities SET neutral_messengers = 'telegram'"))
        .expect("the municipality writes nothing personal");
    tx.commit().await.expect("it is written down");
    let mut teacher = brought_to(&house, Stage::TextQuestion).await;
    house.clock.advance(TimeDelta::days(4)).await;
    let reminder = told(&teacher, "Для Вас есть напоминание");
    assert!(!reminder.screen().contains("Пограничная"), "{}", reminder.screen());
    assert!(said(&teacher, RECALLED).is_empty());
    teacher.taps("Посмотреть").await;
    stands_at(&teacher, Stage::TextQuestion).await;
    nothing_broke(&house).await;
}
