//! The whole line of one teacher, from the first question of the diagnosis to what has changed by the end of the school
//! year, and the paper that stays as it was.

use std::collections::BTreeSet;

use chrono::{NaiveDate, TimeDelta};
use metodist::diagnostics::{Questionnaire, parse};
use sandbox::{Bubble, Sent};

use crate::{
    house::{House, stories},
    learning_routes::{hears, jumps_to, methodologist, paper, service},
    office::{Member, Region},
    stages::nothing_broke,
    way::answers_all,
};

stories!(a_school_year_from_the_first_question_to_what_has_changed);

const SHIPPED: &str = include_str!("../../content/questionnaires/1-professional.toml");

/// How often somebody was told something.
fn told(member: &Member, words: &str) -> usize {
    member.teacher.phone.chat().iter().filter(|bubble| bubble.from_bot && bubble.text.contains(words)).count()
}

/// The day on which the next step is due; none once all are done.
async fn next_due(region: &Region) -> Option<NaiveDate> {
    metodist::read!(&region.house.app.db, on => sqlx::query_scalar(
        "SELECT MIN(due_on) FROM route_steps WHERE state = 'planned'").fetch_one(on))
    .expect("a look")
}

/// Ids of the areas that the route has steps of.
async fn worked_on(region: &Region) -> Vec<String> {
    metodist::read!(&region.house.app.db, on => sqlx::query_scalar(
        "SELECT DISTINCT area FROM route_steps WHERE area <> '' ORDER BY area").fetch_all(on))
    .expect("a look")
}

/// Takes the diagnosis, draws a route up from it, and has it agreed to.
async fn comes_to_a_route(anna: &mut Member, boris: &mut Member) {
    anna.teacher.phone.says("/diagnosis");
    for label in ["Профессиональная самодиагностика", "Начать"] {
        anna.taps(label).await;
    }
    anna.teacher.waits_for_button("Пауза").await;
    answers_all(&mut anna.teacher, "Скорее не про меня").await;
    anna.teacher.phone.waits_for("Ваш результат").await;
    anna.taps("Составить маршрут").await;
    anna.teacher.phone.waits_for("Над чем хотите поработать").await;
    anna.taps("План").await;
    anna.teacher.phone.waits_for("проверьте план").await;
    anna.taps("Отправить методисту").await;
    boris.teacher.phone.waits_for("новый маршрут ждёт").await;
    boris.taps("Открыть").await;
    boris.taps("Согласовать").await;
    anna.teacher.phone.waits_for("Маршрут согласован").await;
}

/// On the day when the next step is due: reminded, done, shown, accepted.
async fn does_the_next_step(region: &Region, anna: &mut Member, boris: &mut Member) {
    let accepted = told(anna, "Шаг принят");
    let today = region.house.clock.now().date_naive();
    let due = next_due(region).await.expect("something is planned");
    if due > today {
        let reminded = told(anna, "Ваш маршрут\n");
        jumps_to(region, due);
        hears(anna, "Ваш маршрут\n", reminded + 1).await;
    }
    anna.teacher.phone.says("/route");
    anna.teacher.waits_for_button("Пауза").await;
    anna.taps("Сделано").await;
    anna.teacher.phone.waits_for("Пришлите фото").await;
    if accepted.is_multiple_of(2) {
        anna.teacher.phone.sends(Sent::Photo);
    } else {
        anna.teacher.types("Провела и обсудила с коллегами");
    }
    hears(boris, "сделан шаг", accepted + 1).await;
    boris.teacher.phone.says("/routes");
    boris.taps("Белова А. П.: ").await;
    boris.taps("Принять").await;
    hears(anna, "Шаг принят", accepted + 1).await;
}

/// A check on the way: not everything is there yet, so a step is added.
async fn is_checked(anna: &mut Member, answers: [&str; 3], decision: &str) {
    anna.teacher.phone.says("/route");
    anna.taps("Короткая проверка").await;
    for (number, answer) in (1..).zip(answers) {
        anna.teacher.phone.waits_for(&format!("Вопрос {number} из 3")).await;
        anna.taps(answer).await;
    }
    anna.taps(decision).await;
    anna.teacher.waits_for_button("Документ").await;
}

/// Takes the narrowed diagnosis; returns each question with its area as they stood on the screen.
async fn is_asked_again(anna: &mut Member) -> Vec<Bubble> {
    let question = |chat: &[Bubble]| {
        chat.iter()
            .rev()
            .find(|bubble| bubble.from_bot && !bubble.buttons.is_empty())
            .filter(|bubble| bubble.buttons.iter().flatten().any(|key| key.label.contains("Пауза")))
            .cloned()
    };
    let mut asked = Vec::new();
    while let Some(shown) = question(&anna.teacher.phone.chat()) {
        let has = |label: &str| shown.buttons.iter().flatten().any(|key| key.label.contains(label));
        let answer = if has("Точно про меня") {
            "Точно про меня"
        } else {
            "Пропустить"
        };
        anna.taps(answer).await;
        let before = shown.text.clone();
        let is_new = |chat: &[Bubble]| {
            let newest = chat.iter().rev().find(|bubble| bubble.from_bot && !bubble.buttons.is_empty());
            newest.is_some_and(|bubble| bubble.text != before)
        };
        anna.teacher.phone.waits_until("the next screen", is_new).await;
        asked.push(shown);
    }
    asked
}

/// The questions on the screens are of these areas alone, and every extended one of them is there.
fn are_of(asked: &[Bubble], questionnaire: &Questionnaire, areas: &[String]) {
    let expected = questionnaire.areas.iter().filter(|area| areas.contains(&area.id));
    let titles: BTreeSet<&str> = expected.clone().map(|area| area.title.as_str()).collect();
    let seen: BTreeSet<&str> = questionnaire
        .areas
        .iter()
        .map(|area| area.title.as_str())
        .filter(|title| asked.iter().any(|shown| shown.text.contains(&format!("\n{title}"))))
        .collect();
    assert_eq!(seen, titles);
    for question in expected.flat_map(|area| &area.questions).filter(|question| question.extended) {
        assert!(asked.iter().any(|shown| shown.text.contains(&question.text)), "{}", question.text);
    }
    let others = questionnaire.areas.iter().filter(|area| !areas.contains(&area.id));
    for question in others.flat_map(|area| &area.questions) {
        assert!(asked.iter().all(|shown| !shown.text.contains(&question.text)), "{}", question.text);
    }
}

/// What the paper says, without what a file is stamped with.
fn words_of(paper: &str) -> String {
    let json: serde_json::Value = serde_json::from_str(paper).expect("a paper");
    let mut words = String::new();
    collect(&json, &mut words);
    words
}

fn collect(json: &serde_json::Value, words: &mut String) {
    match json {
        serde_json::Value::Object(fields) => {
            if let Some(text) = fields.get("text").and_then(|text| text.as_str()) {
                words.push_str(text);
                words.push('\n');
            }
            fields.values().for_each(|value| collect(value, words));
        }
        serde_json::Value::Array(values) => values.iter().for_each(|value| collect(value, words)),
        _ => {}
    }
}

/// Asks for the paper under `/route`, and waits for the one that comes then.
async fn asks_for_paper(anna: &mut Member) -> String {
    anna.teacher.phone.says("/route");
    anna.teacher.waits_for_button("Документ").await;
    paper_behind(anna, "Документ").await
}

/// The paper that comes with a button of the newest screen.
async fn paper_behind(anna: &mut Member, label: &str) -> String {
    let papers = |chat: &[Bubble]| {
        let is_paper =
            |bubble: &&Bubble| bubble.file.as_ref().is_some_and(|file| file.name.ends_with(".docx"));
        chat.iter().filter(is_paper).count()
    };
    let before = papers(&anna.teacher.phone.chat());
    anna.taps(label).await;
    anna.teacher.phone.waits_until("another paper", |chat| papers(chat) > before).await;
    words_of(&paper(anna).await)
}

/// Whatever a paper could be made of anew is otherwise by now.
async fn everything_changes(region: &Region) {
    for change in [
        "UPDATE persons SET family_name = 'Чернова' WHERE family_name = 'Белова'",
        "UPDATE route_steps SET title = 'Другое', due_on = '2030-01-01'",
        "UPDATE roles SET ended_at = began_at",
    ] {
        let mut tx = region.house.app.db.begin().await.expect("a transaction");
        metodist::execute!(&mut tx, sqlx::query(change)).expect("it changes");
        tx.commit().await.expect("it is written down");
    }
    region.house.clock.jump(TimeDelta::days(120));
}

async fn a_school_year_from_the_first_question_to_what_has_changed(house: House) {
    let (region, mut anna) = service(house).await;
    let mut boris = methodologist(&region, "Семёнов Борис Олегович", region.here(), region.schools[1]).await;
    comes_to_a_route(&mut anna, &mut boris).await;
    for _ in 0..3 {
        does_the_next_step(&region, &mut anna, &mut boris).await;
    }
    let steps = "SELECT COUNT(*) FROM route_steps";
    let before = region.house.count(steps).await;
    is_checked(&mut anna, ["Да, применяю", "Пробую", "Пока нет"], "Добавить в маршрут").await;
    hears(&boris, "после проверки", 1).await;
    assert_eq!(region.house.count(steps).await, before + 1, "a step for what is not there yet");
    while next_due(&region).await.is_some() {
        does_the_next_step(&region, &mut anna, &mut boris).await;
    }
    anna.teacher.phone.says("/route");
    anna.teacher.phone.waits_for("Дальше: итоговая диагностика").await;
    let areas = worked_on(&region).await;
    anna.taps("Итоговая диагностика").await;
    anna.teacher.phone.waits_for("только о том, над чем Вы работали").await;
    anna.taps("Начать").await;
    anna.teacher.waits_for_button("Пауза").await;
    let asked = is_asked_again(&mut anna).await;
    let questionnaire = parse(SHIPPED).expect("it ships");
    are_of(&asked, &questionnaire, &areas);
    anna.teacher.phone.waits_for("Ваш результат").await;
    anna.taps("Что изменилось").await;
    let changed = anna.teacher.phone.waits_for("Это самооценка").await.screen();
    assert!(changed.contains("Уровень вырос") && changed.contains("→"), "{changed}");
    anna.teacher.phone.waits_for("Было и стало").await;
    let measured = "SELECT COUNT(*) FROM route_outcomes WHERE level_after > level_before";
    let closed = region.house.count(measured).await;
    assert_eq!(usize::try_from(closed).expect("few"), areas.len(), "every deficit closed");

    let kept = asks_for_paper(&mut anna).await;
    for words in [
        "Белова Анна Петровна",
        "Методист: Семёнов Борис Олегович",
        "Что изменилось: диагностика",
        "photo.jpg",
    ] {
        assert!(kept.contains(words), "{words} in {kept}");
    }
    everything_changes(&region).await;
    assert_eq!(asks_for_paper(&mut anna).await, kept, "the paper stays as it was");
    anna.taps("Составить новый").await;
    let left = anna.teacher.phone.waits_for("Отмечено то, что показала диагностика").await.screen();
    assert!(left.contains("Общение") && !left.contains("Методика"), "what is left to work on: {left}");
    let at = anna.teacher.screen().expect("a screen").message_id;
    anna.teacher.phone.presses_data(at, "lr1.past").answer().await;
    anna.teacher.phone.waits_for("Прошлые маршруты").await;
    assert_eq!(paper_behind(&mut anna, "Пройден").await, kept, "also beside a new route");
    nothing_broke(&region.house).await;
}
