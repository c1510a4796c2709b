//! A learning route: from the result of a diagnosis to review in few taps, agreed to, followed with a photo, put off,
//! standing still, reminded of, ended; and nobody reaches another's.

use chrono::{Days, NaiveDate, TimeDelta, TimeZone, Utc};
use metodist::units::{Role, RoleAt, Unit};
use sandbox::{Bubble, Sent};
use uuid::Uuid;

use crate::{
    consulting::on_monday,
    house::{House, stories},
    office::{Member, Region, id},
    papers,
    stages::nothing_broke,
    way::answers_all,
};

stories!(
    from_a_result_to_review_in_few_taps,
    a_step_is_shown_returned_and_accepted,
    without_a_methodologist_it_begins_at_once,
    what_is_due_is_reminded_of_and_never_after_the_end,
    nobody_else_reaches_a_route,
);

/// A region on a Monday with a teacher and, if wished, a methodologist.
pub async fn service(house: House) -> (Region, Member) {
    let region = Region::of(house).await;
    on_monday(&region.house);
    let anna = region.member("Белова Анна Петровна", region.schools[0]).await;
    (region, anna)
}

pub async fn methodologist(region: &Region, name: &str, at: Unit, school: Uuid) -> Member {
    let member = region.member(name, school).await;
    region.gives(&member, RoleAt { role: Role::Methodologist, unit: at }).await;
    member
}

/// A finished diagnosis found these areas of a person.
pub async fn finds(region: &Region, person: Uuid, areas: &[(&str, &str)]) {
    let (now, attempt) = (region.house.clock.now(), Uuid::now_v7());
    let mut tx = region.house.app.db.begin().await.expect("a transaction");
    metodist::execute!(
        &mut tx,
        sqlx::query(
            "INSERT INTO attempts (id, person_id, questionnaire, version_hash, profile, state, consented_at, begun_at,
                 touched_at, finished_at) SELECT $1, $2, questionnaire, hash,
                 '{\"posts\":[\"teacher\"],\"post_groups\":[\"school_teacher\"],\"subjects\":[],\"early_career\":null}',
                 'finished', $3, $3, $3, $3 FROM questionnaire_versions WHERE questionnaire = 'professional' LIMIT 1"
        )
        .bind(attempt)
        .bind(person)
        .bind(now)
    )
    .expect("an attempt");
    for (position, (area, title)) in (0_i64..).zip(areas) {
        metodist::execute!(
            &mut tx,
            sqlx::query(
                "INSERT INTO competence_scores (attempt_id, area, position, title, person_id, questionnaire, source,
                     score, level, finding, measured_at)
                 VALUES ($1, $2, $3, $4, $5, 'professional', 'self_rated', 0.2, 'Низкий', 'deficit', $6)"
            )
            .bind(attempt)
            .bind(*area)
            .bind(position)
            .bind(*title)
            .bind(person)
            .bind(now)
        )
        .expect("a score");
    }
    tx.commit().await.expect("they are written down");
}

/// Draws a route up from what was found, and sends it off.
pub async fn sends_off(member: &mut Member, label: &str) {
    member.teacher.phone.says("/route");
    member.taps("Составить маршрут").await;
    member.teacher.phone.waits_for("Над чем хотите поработать").await;
    member.taps("План").await;
    member.teacher.phone.waits_for("проверьте план").await;
    member.taps(label).await;
}

/// Waits until somebody was told this so many times: a letter that comes later stands below the screen they tap on.
pub async fn hears(member: &Member, words: &str, times: usize) {
    let told = |chat: &[Bubble]| chat.iter().filter(|bubble| bubble.text.contains(words)).count() >= times;
    member.teacher.phone.waits_until(words, told).await;
}

/// The paper that was sent last.
pub async fn paper(member: &Member) -> String {
    let has = |bubble: &Bubble| bubble.file.as_ref().is_some_and(|file| file.name.ends_with(".docx"));
    member.teacher.phone.waits_until("the paper", |chat| chat.iter().any(has)).await;
    let newest = member.teacher.phone.chat().into_iter().rev().find(has).and_then(|bubble| bubble.file);
    let newest = newest.expect("a file");
    papers::read(&newest.name, &newest.bytes)
}

/// The paper says whose the route is, what it is drawn from, what is done, and who agreed.
fn has_its_parts(paper: &str) {
    for words in [
        "ИНДИВИДУАЛЬНЫЙ ОБРАЗОВАТЕЛЬНЫЙ МАРШРУТ",
        "Белова Анна Петровна",
        "Основание: Профессиональная самодиагностика",
        "Ожидаемый результат",
        "Открытый урок в 7 «Б»",
        "Методист: Семёнов Борис Олегович",
        "УТВЕРЖДАЮ",
    ] {
        assert!(paper.contains(words), "{words}");
    }
}

async fn from_a_result_to_review_in_few_taps(house: House) {
    let (region, mut anna) = service(house).await;
    let mut boris = methodologist(&region, "Семёнов Борис Олегович", region.here(), region.schools[1]).await;
    anna.teacher.phone.says("/diagnosis");
    for label in ["Профессиональная самодиагностика", "Начать"] {
        anna.taps(label).await;
    }
    anna.teacher.waits_for_button("Пауза").await;
    answers_all(&mut anna.teacher, "Отчасти про меня").await;
    anna.teacher.phone.waits_for("Ваш результат").await;
    anna.teacher.taps = 0;
    anna.taps("Составить маршрут").await;
    anna.teacher.phone.waits_for("Над чем хотите поработать").await;
    anna.taps("Выбрать шаги").await;
    anna.teacher.phone.waits_for("Отметьте, что подходит").await;
    anna.taps("☐").await;
    anna.taps("План").await;
    let plan = anna.teacher.phone.waits_for("проверьте план").await.screen();
    assert!(plan.contains("Всего") && plan.contains("ч в неделю"), "{plan}");
    anna.taps("Отправить методисту").await;
    anna.teacher.phone.waits_for("методист смотрит Ваш маршрут").await;
    println!("from the result to review: {} taps", anna.teacher.taps);
    assert!(anna.teacher.taps <= 10, "{} taps", anna.teacher.taps);
    let late = "SELECT COUNT(*) FROM route_steps s, learning_routes r WHERE s.due_on <= '2026-11-22'";
    assert_eq!(region.house.count(late).await, 0, "nothing is due in the past");

    boris.teacher.phone.waits_for("новый маршрут ждёт Вашего взгляда").await;
    boris.teacher.phone.says("/routes");
    boris.taps("Маршрут: Белова А. П.").await;
    boris.taps("Вернуть с замечанием").await;
    boris.teacher.phone.waits_for("Что дополнить").await;
    boris.teacher.types("Добавьте открытый урок");
    let returned = anna.teacher.phone.waits_for("просит дополнить маршрут").await.screen();
    assert!(returned.contains("Добавьте открытый урок"), "{returned}");
    anna.teacher.phone.says("/route");
    anna.taps("Свой шаг").await;
    anna.teacher.phone.waits_for("Что Вы сделаете").await;
    anna.teacher.types("Открытый урок в 7 «Б», 4 ч");
    let plan = anna.teacher.phone.waits_for("Открытый урок в 7 «Б», 4 ч").await.screen();
    assert!(plan.contains("Замечание методиста"), "{plan}");
    anna.taps("Отправить методисту").await;
    anna.teacher.phone.waits_for("методист смотрит Ваш маршрут").await;
    hears(&boris, "новый маршрут ждёт", 2).await;
    boris.teacher.phone.says("/routes");
    boris.taps("Маршрут: Белова А. П.").await;
    boris.taps("Согласовать").await;
    anna.teacher.phone.waits_for("Маршрут согласован").await;
    anna.teacher.phone.says("/route");
    anna.taps("Документ").await;
    has_its_parts(&paper(&anna).await);
    nothing_broke(&region.house).await;
}

async fn a_step_is_shown_returned_and_accepted(house: House) {
    let (region, mut anna) = service(house).await;
    let mut boris = methodologist(&region, "Семёнов Борис Олегович", region.here(), region.schools[1]).await;
    finds(&region, anna.person, &[("methods", "Методика")]).await;
    sends_off(&mut anna, "Отправить методисту").await;
    boris.teacher.phone.waits_for("новый маршрут ждёт").await;
    boris.taps("Открыть").await;
    boris.taps("Согласовать").await;
    anna.teacher.phone.waits_for("Маршрут согласован").await;
    anna.teacher.taps = 0;
    anna.teacher.phone.says("/route");
    anna.teacher.phone.waits_for("Дальше: Посетить два урока").await;
    anna.taps("Сделано").await;
    anna.teacher.phone.waits_for("Пришлите фото").await;
    anna.teacher.phone.sends(Sent::Photo);
    anna.teacher.phone.waits_for("1 из 3").await;
    assert!(anna.teacher.taps <= 2, "marking a step takes {} taps and the photo", anna.teacher.taps);

    boris.teacher.phone.waits_for("сделан шаг").await;
    boris.teacher.phone.says("/routes");
    boris.taps("Белова А. П.: Посетить").await;
    boris.taps("Вернуть с замечанием").await;
    boris.teacher.phone.waits_for("Чего не хватает").await;
    boris.teacher.types("Приложите лист наблюдения");
    anna.teacher.phone.waits_for("просит дополнить шаг").await;
    anna.taps("Открыть").await;
    let step = anna.teacher.phone.waits_for("Замечание методиста").await.screen();
    assert!(step.contains("Приложите лист наблюдения"), "{step}");
    anna.taps("Сделано").await;
    anna.teacher.phone.waits_for("Пришлите фото").await;
    anna.teacher.types("https://disk.example/list");
    hears(&boris, "сделан шаг", 2).await;
    boris.teacher.phone.says("/routes");
    boris.taps("Белова А. П.: Посетить").await;
    boris.taps("Принять").await;
    anna.teacher.phone.waits_for("Шаг принят").await;
    assert_eq!(region.house.count("SELECT COUNT(*) FROM attachments").await, 0, "the returned photo went");
    // The third is a programme: it becomes a course.
    let formal: Uuid = metodist::read!(&region.house.app.db, on => sqlx::query_scalar(
        "SELECT id FROM route_steps WHERE kind = 'formal'").fetch_one(on))
    .expect("a formal step");
    let at = anna.teacher.screen().expect("a screen").message_id;
    anna.teacher.phone.presses_data(at, &format!("lr1.done.{}", id(formal))).answer().await;
    anna.teacher.phone.waits_for("Удостоверение").await;
    anna.teacher.types("Удостоверение № 12");
    anna.teacher.phone.waits_for("2 из 3").await;
    hears(&boris, "сделан шаг", 3).await;
    boris.teacher.phone.says("/routes");
    boris.taps("Белова А. П.: Современный урок").await;
    boris.taps("Принять").await;
    anna.teacher.phone.waits_for("Шаг принят: «Современный урок").await;
    let courses = "SELECT COUNT(*) FROM courses WHERE hours = 36 AND by_deficit";
    assert_eq!(region.house.count(courses).await, 1, "a formal step became a course");
    nothing_broke(&region.house).await;
}

async fn without_a_methodologist_it_begins_at_once(house: House) {
    let (region, mut anna) = service(house).await;
    finds(&region, anna.person, &[("ict", "ИКТ и цифровая среда")]).await;
    sends_off(&mut anna, "Начать маршрут").await;
    anna.teacher.phone.waits_for("0 из 3").await;
    anna.taps("Пауза").await;
    anna.teacher.phone.waits_for("на паузе").await;
    let due = dues(&region).await;
    region.house.clock.jump(TimeDelta::days(21));
    anna.taps("Продолжить маршрут").await;
    anna.teacher.phone.waits_for("Дальше: Освоить").await;
    for (before, after) in due.iter().zip(dues(&region).await) {
        assert!(after >= *before + Days::new(21), "{before} became {after}");
    }
    for (expected, then) in [
        ("Инструмент применён", "1 из 3"),
        ("Задание выдано", "2 из 3"),
        ("Удостоверение; урок", "Дальше: итоговая диагностика"),
    ] {
        anna.taps("Сделано").await;
        anna.teacher.phone.waits_for(expected).await;
        anna.teacher.types("Получилось");
        anna.teacher.phone.waits_for(then).await;
    }
    anna.teacher.phone.says("/privacy");
    anna.teacher.phone.waits_for("Маршруты: Ваших 1").await;
    nothing_broke(&region.house).await;
}

pub async fn dues(region: &Region) -> Vec<NaiveDate> {
    metodist::read!(&region.house.app.db, on =>
        sqlx::query_scalar("SELECT due_on FROM route_steps ORDER BY position").fetch_all(on))
    .expect("days")
}

/// Noon in Moscow on a day.
pub fn jumps_to(region: &Region, day: NaiveDate) {
    let noon = day.and_hms_opt(9, 0, 0).map(|at| Utc.from_utc_datetime(&at)).expect("a moment");
    region.house.clock.jump(noon - region.house.clock.now());
}

async fn what_is_due_is_reminded_of_and_never_after_the_end(house: House) {
    let (region, mut anna) = service(house).await;
    finds(&region, anna.person, &[("literacy", "Функциональная грамотность")]).await;
    sends_off(&mut anna, "Начать маршрут").await;
    anna.teacher.phone.waits_for("0 из 3").await;
    let due = dues(&region).await;
    jumps_to(&region, due[0]);
    let letter = anna.teacher.phone.waits_for("Ваш маршрут\n").await;
    assert!(letter.screen().contains("Решить пять заданий"), "{}", letter.screen());
    anna.teacher.phone.presses_on(letter.message_id, "Через неделю").answer().await;
    let reminded = "SELECT COUNT(*) FROM letters WHERE dedup_key LIKE 'learning_routes/remind/%'";
    region.house.settles_soon().await;
    let before = region.house.count(reminded).await;
    jumps_to(&region, due[0] + Days::new(1));
    region.house.settles().await;
    assert_eq!(region.house.count(reminded).await, before, "whoever wants quiet has it");
    jumps_to(&region, due[0] + Days::new(7));
    anna.teacher
        .phone
        .waits_until("the next reminder", |chat| {
            chat.iter().filter(|bubble| bubble.text.contains("срок был")).count() >= 1
        })
        .await;
    anna.teacher.phone.says("/route");
    anna.taps("Остановить").await;
    anna.taps("Да, остановить").await;
    anna.teacher.phone.waits_for("Маршрут остановлен").await;
    let before = region.house.count(reminded).await;
    jumps_to(&region, due[1]);
    region.house.settles().await;
    jumps_to(&region, due[2]);
    region.house.settles().await;
    assert_eq!(region.house.count(reminded).await, before, "nothing after the end");
    nothing_broke(&region.house).await;
}

async fn nobody_else_reaches_a_route(house: House) {
    let (region, mut anna) = service(house).await;
    let boris = methodologist(&region, "Семёнов Борис Олегович", region.here(), region.schools[1]).await;
    let there = Unit::Municipality(region.there);
    let vera = methodologist(&region, "Озёрова Вера Павловна", there, region.school_there).await;
    let colleague = region.member("Гусева Галина Юрьевна", region.schools[0]).await;
    finds(&region, anna.person, &[("methods", "Методика")]).await;
    sends_off(&mut anna, "Отправить методисту").await;
    boris.teacher.phone.waits_for("новый маршрут ждёт").await;
    let route: Uuid = metodist::read!(&region.house.app.db, on =>
        sqlx::query_scalar("SELECT id FROM learning_routes").fetch_one(on))
    .expect("a route");
    let step: Uuid = metodist::read!(&region.house.app.db, on =>
        sqlx::query_scalar("SELECT id FROM route_steps ORDER BY position LIMIT 1").fetch_one(on))
    .expect("a step");
    for thief in [&vera, &colleague, &anna] {
        thief.teacher.phone.says("/menu");
        thief.teacher.waits_for_button("Мой маршрут").await;
        let at = thief.teacher.screen().expect("a screen").message_id;
        for verb in ["card", "agree", "return"] {
            let payload = format!("lr1.{verb}.{}", id(route));
            thief.teacher.phone.presses_data(at, &payload).answer().await;
        }
        for verb in ["shown", "accept", "reject"] {
            let payload = format!("lr1.{verb}.{}", id(step));
            thief.teacher.phone.presses_data(at, &payload).answer().await;
        }
    }
    for payload in ["step", "done", "remove", "file"].map(|verb| format!("lr1.{verb}.{}", id(step))) {
        let at = colleague.teacher.screen().expect("a screen").message_id;
        colleague.teacher.phone.presses_data(at, &payload).answer().await;
    }
    region.house.settles_soon().await;
    for thief in [&vera, &colleague] {
        let stolen =
            thief.teacher.phone.chat().iter().any(|bubble| bubble.text.contains("Посетить два урока"));
        assert!(!stolen, "somebody else read the route");
    }
    let untouched =
        "SELECT COUNT(*) FROM learning_routes WHERE state = 'review' AND methodologist_id IS NULL";
    assert_eq!(region.house.count(untouched).await, 1);
    nothing_broke(&region.house).await;
}
