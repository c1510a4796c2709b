//! What will be sent to many: seen with its times, held back, let go, withdrawn.

use std::time::Duration;

use chrono::TimeDelta;
use metodist::units::{Role, RoleAt, Unit};
use sandbox::{Fault, Match, Sent};

use crate::{
    announcing::{announces, coordinated, is_in_state, shows, teachers, until},
    house::Engine,
    letters::on_both_engines,
    office::{Member, Region, id},
    stages::nothing_broke,
};

on_both_engines!(
    what_is_held_is_not_sent_and_what_is_withdrawn_never,
    what_comes_again_is_put_back_in_line,
    letters_about_a_questionnaire_are_held_and_withdrawn,
    nobody_touches_what_another_municipality_sends,
    whoever_loses_the_role_while_it_goes_out_holds_it_up,
);

/// Puts an announcement in line for ten tomorrow morning.
async fn schedules(anna: &mut Member, words: &str, rule: Option<&str>) {
    anna.teacher.phone.says("/broadcast");
    anna.teacher.phone.waits_for("Напишите объявление").await;
    anna.teacher.types(words);
    anna.teacher.phone.waits_for("Новое объявление").await;
    anna.teacher.taps("Когда").await;
    anna.teacher.phone.waits_for("Время местное").await;
    anna.teacher.types("завтра 10:00");
    anna.teacher.waits_for_button("☐ Каждую неделю").await;
    if let Some(rule) = rule {
        anna.teacher.taps(rule).await;
    }
    anna.teacher.taps("‹ Объявление").await;
    anna.teacher.taps("Запланировать").await;
    anna.teacher.taps("Запланировать: ").await;
    anna.teacher.waits_for_button("Придержать").await;
}

async fn looks(anna: &mut Member) -> String {
    anna.teacher.phone.says("/broadcast");
    anna.teacher.taps("Что уйдёт").await;
    anna.teacher.phone.waits_for("Что уйдёт, ").await.screen()
}

async fn deeds(region: &Region) -> Vec<String> {
    metodist::read!(&region.house.app.db, on =>
        sqlx::query_scalar("SELECT deed FROM audit_entries WHERE source LIKE 'br1.%' OR source LIKE 'qn1.%'
            ORDER BY happened_at, id").fetch_all(on))
    .expect("deeds are read")
}

async fn what_is_held_is_not_sent_and_what_is_withdrawn_never(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let people = teachers(&region, 2).await;
    let other = &people[0].teacher.phone;
    for words in ["Первое", "Второе", "Третье"] {
        schedules(&mut anna, words, None).await;
    }
    let list = looks(&mut anna).await;
    assert!(list.contains("10:00 · Первое") && list.contains("10:00 · Третье"), "{list}");
    anna.teacher.taps("10:00 · Первое").await;
    anna.teacher.taps("Придержать").await;
    anna.teacher.phone.waits_for("не уйдёт, пока Вы не отпустите").await;
    anna.teacher.taps("‹ Что уйдёт").await;
    anna.teacher.waits_for_button("⏸ Первое").await;
    anna.teacher.taps("10:00 · Второе").await;
    anna.teacher.taps("Отменить").await;
    anna.teacher.taps("Да, отменить").await;
    anna.teacher.phone.waits_for("Остановлено").await;
    region.house.clock.advance(TimeDelta::hours(23)).await;
    until("the third is there", async || shows(other, "Третье") == 1).await;
    assert_eq!((shows(other, "Первое"), shows(other, "Второе")), (0, 0));
    looks(&mut anna).await;
    anna.teacher.taps("⏸ Первое").await;
    let screen = anna.teacher.phone.waits_for("Придержано").await.screen();
    assert!(!screen.contains("Вернуть в очередь"), "its moment has passed: {screen}");
    anna.teacher.taps("Отправить сейчас").await;
    anna.teacher.taps("Да, отправить: 3").await;
    until("the first is there", async || shows(other, "Первое") == 1).await;
    region.house.clock.advance(TimeDelta::days(30)).await;
    assert_eq!((shows(other, "Первое"), shows(other, "Второе"), shows(other, "Третье")), (1, 0, 1));
    let expected =
        ["sent-to-many", "sent-to-many", "sent-to-many", "held-send", "stopped-send", "released-send"];
    assert_eq!(deeds(&region).await, expected);
    nothing_broke(&region.house).await;
}

async fn what_comes_again_is_put_back_in_line(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let people = teachers(&region, 1).await;
    let other = &people[0].teacher.phone;
    schedules(&mut anna, "Планёрка", Some("☐ Каждую неделю")).await;
    anna.teacher.taps("Придержать").await;
    region.house.clock.advance(TimeDelta::days(8)).await;
    assert_eq!(shows(other, "Планёрка"), 0);
    looks(&mut anna).await;
    anna.teacher.taps("⏸ Планёрка").await;
    anna.teacher.taps("Вернуть в очередь").await;
    anna.teacher.phone.waits_for("Каждую неделю, следующий раз").await;
    anna.teacher.taps("Отправить сейчас").await;
    anna.teacher.taps("Да, отправить: 2").await;
    until("it is there", async || shows(other, "Планёрка") == 1).await;
    let waiting = "SELECT COUNT(*) FROM broadcasts WHERE state = 'scheduled'";
    assert_eq!(region.house.count(waiting).await, 1, "it comes again once");
    region.house.clock.advance(TimeDelta::days(15)).await;
    until("it came again", async || shows(other, "Планёрка") >= 2).await;
    nothing_broke(&region.house).await;
}

async fn letters_about_a_questionnaire_are_held_and_withdrawn(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let people = teachers(&region, 2).await;
    let other = &people[0].teacher.phone;
    anna.teacher.phone.says("/admin");
    anna.teacher.taps("Анкеты").await;
    anna.teacher.taps("Новая анкета").await;
    anna.teacher.phone.waits_for("Пришлите таблицу с вопросами").await;
    let sheet = "Вопрос;Вид ответа;Вариант 1;Вариант 2\nГотовы?;один;Да;Нет";
    anna.teacher
        .phone
        .sends(Sent::Document { name: "Готовность.csv".into(), bytes: sheet.as_bytes().to_vec() });
    anna.teacher.taps("Опубликовать").await;
    anna.teacher.phone.waits_for("Анкета открыта").await;
    // On a Sunday nobody is written to; what was caused then waits for Monday.
    region.house.clock.advance(TimeDelta::days(5)).await;
    invites(&mut anna).await;
    are_written(&region, 3).await;
    looks_at_questionnaire(&mut anna).await;
    anna.teacher.phone.waits_for("Ещё уйдёт писем: 3, ближайшее").await;
    let list = looks(&mut anna).await;
    assert!(list.contains("Анкета «Готовность»: 3"), "{list}");
    anna.teacher.taps("Анкета «Готовность»").await;
    anna.teacher.taps("Придержать письма").await;
    anna.teacher.phone.waits_for("Придержано писем: 3").await;
    region.house.clock.advance(TimeDelta::days(1)).await;
    assert_eq!(shows(other, "Просим ответить"), 0, "what is held is not said");
    anna.teacher.taps("Отпустить письма").await;
    region.house.clock.advance(TimeDelta::hours(1)).await;
    until("it is said", async || shows(other, "Просим ответить") == 1).await;

    let late = region.member("Поздняя Ольга Ивановна", region.schools[1]).await;
    region.house.clock.advance(TimeDelta::days(6) - TimeDelta::hours(1)).await;
    looks_at_questionnaire(&mut anna).await;
    invites(&mut anna).await;
    are_written(&region, 1).await;
    looks_at_questionnaire(&mut anna).await;
    anna.teacher.phone.waits_for("Ещё уйдёт писем: 1").await;
    anna.teacher.taps("Отменить").await;
    anna.teacher.taps("Да, отменить").await;
    anna.teacher.phone.waits_for("Приглашено: 3. ").await;
    region.house.clock.advance(TimeDelta::days(2)).await;
    assert_eq!(shows(&late.teacher.phone, "Просим ответить"), 0, "what is withdrawn is never said");
    let expected = ["sent-to-many", "held-send", "released-send", "sent-to-many", "stopped-send"];
    assert_eq!(deeds(&region).await, expected);
    nothing_broke(&region.house).await;
}

async fn are_written(region: &Region, count: i64) {
    let owed =
        "SELECT COUNT(*) FROM letters WHERE state = 'owed' AND is_planned AND cause LIKE 'questionnaires/%'";
    until("the letters are written", async || region.house.count(owed).await == count).await;
}

async fn looks_at_questionnaire(anna: &mut Member) {
    anna.teacher.phone.says("/admin");
    anna.teacher.taps("Анкеты").await;
    anna.teacher.taps("Готовность").await;
}

async fn invites(anna: &mut Member) {
    anna.teacher.taps("Пригласить").await;
    anna.teacher.taps("Пригласить ").await;
}

async fn nobody_touches_what_another_municipality_sends(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    schedules(&mut anna, "Наше", None).await;
    let olga = region.member("Дальняя Ольга Петровна", region.school_there).await;
    region.gives(&olga, RoleAt { role: Role::Coordinator, unit: Unit::Municipality(region.there) }).await;
    let all: Vec<uuid::Uuid> = metodist::read!(&region.house.app.db, on =>
        sqlx::query_scalar("SELECT id FROM broadcasts").fetch_all(on))
    .expect("they are read");
    let mark = olga.teacher.phone.says("/broadcast");
    olga.teacher.waits_for_button("Что уйдёт").await;
    for verb in ["hold", "queue", "sendnow", "asknow", "asknot", "stop", "show"] {
        let press = olga.teacher.phone.presses_data(mark + 1, &format!("br1.{verb}.{}", id(all[0])));
        press.answer().await;
    }
    let Unit::Municipality(here) = region.here() else { panic!("a municipality") };
    olga.teacher.phone.presses_data(mark + 1, &format!("br1.upcoming.0.{}", id(here))).answer().await;
    assert_eq!(shows(&olga.teacher.phone, "Наше"), 0);
    let state = "SELECT COUNT(*) FROM broadcasts WHERE state = 'scheduled'";
    assert_eq!(region.house.count(state).await, 1);
    nothing_broke(&region.house).await;
}

async fn whoever_loses_the_role_while_it_goes_out_holds_it_up(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let boris = region.member("Второв Борис Ильич", region.schools[0]).await;
    region.gives(&boris, RoleAt { role: Role::Coordinator, unit: region.here() }).await;
    let people = teachers(&region, 160).await;
    let slow = Match { method: Some("sendMessage"), chat: None };
    region.house.sandbox.faults().always(slow, Fault::Stall(Duration::from_millis(300)));
    announces(&mut anna, "Роль", "Да, отправить 162 людям").await;
    until("some have it", async || people.iter().any(|one| shows(&one.teacher.phone, "Роль") == 1)).await;
    region.revokes(&anna).await;
    until("it pauses", async || is_in_state(&region, "paused").await).await;
    region.house.sandbox.faults().clear();
    boris.teacher.phone.waits_for("больше нет этой роли").await;
    let told = people.iter().filter(|one| shows(&one.teacher.phone, "Роль") > 0).count();
    assert!(told < people.len(), "not everybody was told");
    nothing_broke(&region.house).await;
}
