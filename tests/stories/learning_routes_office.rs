//! Around a learning route: a school that agrees and approves, two who change a route together, a methodologist who draws
//! one up for a teacher who nodded.

use metodist::units::{Role, RoleAt};
use sandbox::Sent;
use uuid::Uuid;

use crate::{
    house::{House, stories},
    learning_routes::{finds, methodologist, paper, sends_off, service},
    office::{Member, Region, id},
    stages::nothing_broke,
};

stories!(
    a_school_that_asks_for_it_agrees_and_approves,
    where_no_methodologist_is_the_leader_agrees,
    both_sides_change_a_route_and_write_under_a_step,
    a_methodologist_draws_up_for_a_teacher_who_nodded,
    the_office_keeps_its_own_steps_and_whole_routes,
    what_is_coming_becomes_a_step_with_its_day,
    figures_name_nobody_and_no_cell_below_ten,
);

async fn asks_for(region: &Region, rule: &str) {
    let mut tx = region.house.app.db.begin().await.expect("a transaction");
    metodist::execute!(
        &mut tx,
        sqlx::query("UPDATE schools SET route_rule = $2 WHERE id = $1").bind(region.schools[0]).bind(rule)
    )
    .expect("a rule");
    tx.commit().await.expect("it is written down");
}

async fn leader(region: &Region) -> Member {
    let member = region.member("Директорова Инна Львовна", region.schools[0]).await;
    region.gives(&member, RoleAt { role: Role::SchoolLeader, unit: region.school() }).await;
    member
}

async fn one<T>(region: &Region, query: &'static str) -> T
where
    T: Send + Unpin + sqlx::Type<sqlx::Sqlite> + sqlx::Type<sqlx::Postgres>,
    T: for<'r> sqlx::Decode<'r, sqlx::Sqlite> + for<'r> sqlx::Decode<'r, sqlx::Postgres>,
{
    metodist::read!(&region.house.app.db, on => sqlx::query_scalar(query).fetch_one(on)).expect("a value")
}

async fn a_school_that_asks_for_it_agrees_and_approves(house: House) {
    let (region, mut anna) = service(house).await;
    asks_for(&region, "approved").await;
    let mut boris = methodologist(&region, "Семёнов Борис Олегович", region.here(), region.schools[1]).await;
    let mut inna = leader(&region).await;
    finds(&region, anna.person, &[("methods", "Методика")]).await;
    sends_off(&mut anna, "Отправить методисту").await;
    boris.teacher.phone.waits_for("новый маршрут ждёт").await;
    boris.taps("Открыть").await;
    boris.taps("Согласовать").await;
    anna.teacher.phone.waits_for("Осталось, чтобы его утвердил руководитель").await;
    let waiting = "SELECT COUNT(*) FROM learning_routes WHERE state = 'review'";
    assert_eq!(region.house.count(waiting).await, 1, "it does not begin before the order");

    inna.teacher.phone.waits_for("маршрут ждёт Вашей подписи").await;
    inna.taps("Открыть").await;
    let plain = inna.teacher.phone.waits_for("Взаимопосещение, 3 ч").await.screen();
    assert!(plain.contains("Согласовано: Семёнов Борис Олегович"), "{plain}");
    for hidden in ["Методика", "Посетить два урока"] {
        assert!(!plain.contains(hidden), "{hidden} names the area: {plain}");
    }
    inna.taps("Утвердить").await;
    inna.teacher.phone.waits_for("Чем утверждаете").await;
    inna.teacher.types("Приказ № 12 от 01.12.2026");
    anna.teacher.phone.waits_for("Маршрут утверждён").await;
    boris.teacher.phone.waits_for("маршрут утверждён").await;
    anna.teacher.phone.says("/route");
    anna.teacher.phone.waits_for("Дальше: Посетить два урока").await;
    anna.taps("Документ").await;
    let paper = paper(&anna).await;
    for words in ["УТВЕРЖДАЮ", "Директорова Инна Львовна", "Приказ № 12", "СОГЛАСОВАНО", "Семёнов Борис"]
    {
        assert!(paper.contains(words), "{words}");
    }
    inna.teacher.phone.says("/admin");
    inna.taps("Маршруты педагогов школы").await;
    let list = inna.teacher.phone.waits_for("Белова А. П.: 0 из 3").await.screen();
    assert!(list.contains("ждут Вас: 0"), "{list}");
    let grifs = "SELECT COUNT(*) FROM route_events WHERE deed IN ('agreed', 'approved')";
    assert_eq!(region.house.count(grifs).await, 2);
    nothing_broke(&region.house).await;
}

async fn where_no_methodologist_is_the_leader_agrees(house: House) {
    let (region, mut anna) = service(house).await;
    asks_for(&region, "agreed").await;
    let mut inna = leader(&region).await;
    let other = region.member("Чужая Ольга Петровна", region.schools[1]).await;
    let elsewhere = metodist::units::Unit::School(region.here, region.schools[1]);
    region.gives(&other, RoleAt { role: Role::SchoolLeader, unit: elsewhere }).await;
    finds(&region, anna.person, &[("methods", "Методика")]).await;
    sends_off(&mut anna, "Отправить").await;
    inna.teacher.phone.waits_for("маршрут ждёт Вашей подписи").await;
    let route: Uuid = one(&region, "SELECT id FROM learning_routes").await;
    other.teacher.phone.says("/menu");
    other.teacher.waits_for_button("Мой маршрут").await;
    let at = other.teacher.screen().expect("a screen").message_id;
    for verb in ["plain", "consent", "approve", "approvebare"] {
        other.teacher.phone.presses_data(at, &format!("lr1.{verb}.{}", id(route))).answer().await;
    }
    assert_eq!(region.house.count("SELECT COUNT(*) FROM route_grifs").await, 0, "another school's leader");
    inna.taps("Открыть").await;
    inna.taps("Согласовать").await;
    anna.teacher.phone.waits_for("Маршрут утверждён, можно начинать").await;
    anna.teacher.phone.says("/route");
    anna.teacher.phone.waits_for("Дальше: Посетить").await;
    nothing_broke(&region.house).await;
}

async fn both_sides_change_a_route_and_write_under_a_step(house: House) {
    let (region, mut anna) = service(house).await;
    let mut boris = methodologist(&region, "Семёнов Борис Олегович", region.here(), region.schools[1]).await;
    finds(&region, anna.person, &[("methods", "Методика")]).await;
    sends_off(&mut anna, "Отправить методисту").await;
    boris.teacher.phone.waits_for("новый маршрут ждёт").await;
    boris.taps("Открыть").await;
    boris.taps("Согласовать").await;
    anna.teacher.phone.waits_for("Маршрут согласован").await;

    boris.taps("Предложить шаг").await;
    boris.teacher.phone.waits_for("Какой шаг добавить").await;
    boris.teacher.types("Выступить на РМО, 2 ч");
    anna.teacher.phone.waits_for("Добавить шаг: Выступить на РМО").await;
    anna.taps("Принять").await;
    anna.teacher.phone.waits_for("0 из 4").await;
    boris.teacher.phone.waits_for("принимает Ваше предложение").await;

    // The methodologist proposes another day; before the teacher decides, she moves the step herself.
    let step: Uuid = one(&region, "SELECT id FROM route_steps ORDER BY due_on, position LIMIT 1").await;
    let at = boris.teacher.screen().expect("a screen").message_id;
    boris.teacher.phone.presses_data(at, &format!("lr1.later.{}.month", id(step))).answer().await;
    let letter = anna.teacher.phone.waits_for("Перенести шаг").await;
    anna.teacher.phone.says("/route");
    anna.teacher.waits_for_button("✎").await;
    let at = anna.teacher.screen().expect("a screen").message_id;
    anna.teacher.phone.presses_data(at, &format!("lr1.putoff.{}.week", id(step))).answer().await;
    anna.teacher.waits_for_button("Обсудить шаг").await;
    anna.teacher.phone.presses_on(letter.message_id, "Принять").answer().await;
    anna.teacher.phone.waits_for("срок шага изменился").await;
    let open = "SELECT COUNT(*) FROM route_proposals WHERE state = 'open'";
    assert_eq!(region.house.count(open).await, 1, "the proposal stays");
    anna.taps("Принять").await;
    boris.teacher.phone.waits_for("с 14.12.2026 на 11.01.2027").await;
    let moved: chrono::NaiveDate =
        one(&region, "SELECT due_on FROM route_steps WHERE title = 'Выступить на РМО'").await;
    let proposed: chrono::NaiveDate =
        one(&region, "SELECT due_on FROM route_proposals WHERE kind = 'move'").await;
    assert_eq!(moved, proposed);

    let at = anna.teacher.screen().expect("a screen").message_id;
    anna.teacher.phone.presses_data(at, &format!("lr1.drop.{}", id(step))).answer().await;
    boris.teacher.phone.waits_for("Убрать шаг").await;
    boris.taps("Не нужно").await;
    anna.teacher.phone.waits_for("не принимает Ваше предложение").await;
    assert_eq!(region.house.count("SELECT COUNT(*) FROM route_steps").await, 4);

    let at = anna.teacher.screen().expect("a screen").message_id;
    anna.teacher.phone.presses_data(at, &format!("lr1.talk.{}", id(step))).answer().await;
    anna.teacher.phone.waits_for("сообщение увидят педагог и методист").await;
    anna.teacher.types("Можно посетить урок в гимназии?");
    let said = boris.teacher.phone.waits_for("Можно посетить урок в гимназии").await;
    assert!(said.screen().contains("Шаг «"), "{}", said.screen());
    boris.taps("Ответить").await;
    boris.teacher.phone.waits_for("Пишите прямо здесь").await;
    boris.teacher.types("Да, договорюсь");
    anna.teacher.phone.waits_for("Да, договорюсь").await;
    nothing_broke(&region.house).await;
}

async fn a_methodologist_draws_up_for_a_teacher_who_nodded(house: House) {
    let (region, mut anna) = service(house).await;
    let mut boris = methodologist(&region, "Семёнов Борис Олегович", region.here(), region.schools[1]).await;
    finds(&region, anna.person, &[("methods", "Методика")]).await;
    boris.teacher.phone.says("/routes");
    boris.taps("Составить для педагога").await;
    boris.teacher.phone.waits_for("Напишите фамилию и имя").await;
    boris.teacher.types("Белова Анна");
    boris.taps("Белова Анна Петровна, Школа № 1").await;
    let asked = anna.teacher.phone.waits_for("предлагает составить для Вас маршрут").await.screen();
    assert!(asked.contains("увидит области"), "{asked}");
    assert_eq!(region.house.count("SELECT COUNT(*) FROM learning_routes").await, 0, "nothing before the nod");
    anna.taps("Да, пусть составит").await;
    boris.teacher.phone.waits_for("можно составлять маршрут").await;
    boris.taps("Открыть").await;
    boris.teacher.phone.waits_for("Над чем хотите поработать").await;
    anna.teacher.phone.says("/route");
    anna.teacher.phone.waits_for("составляет для Вас маршрут").await;
    boris.taps("План").await;
    boris.teacher.phone.waits_for("Маршрут для: Белова Анна Петровна").await;
    boris.taps("Свой шаг").await;
    boris.teacher.phone.waits_for("Что Вы сделаете").await;
    boris.teacher.types("Урок у наставника, 2 ч");
    boris.teacher.phone.waits_for("Урок у наставника, 2 ч").await;
    boris.taps("Отдать педагогу").await;
    anna.teacher.phone.waits_for("Методист составил для Вас маршрут").await;
    anna.taps("Открыть").await;
    let plan = anna.teacher.phone.waits_for("Урок у наставника, 2 ч").await.screen();
    assert!(plan.contains("Методист увидит шаги"), "{plan}");
    anna.taps("Отправить методисту").await;
    boris.teacher.phone.waits_for("новый маршрут ждёт").await;
    boris.taps("Открыть").await;
    boris.taps("Согласовать").await;
    anna.teacher.phone.waits_for("Маршрут согласован").await;
    boris.teacher.phone.says("/routes");
    boris.taps("Кого сопровождаю").await;
    boris.teacher.phone.waits_for("Белова А. П.: 0 из 4").await;
    boris.taps("Таблица").await;
    let has =
        |bubble: &sandbox::Bubble| bubble.file.as_ref().is_some_and(|file| file.name.ends_with(".xlsx"));
    boris.teacher.phone.waits_until("the sheet", |chat| chat.iter().any(has)).await;
    nothing_broke(&region.house).await;
}

async fn the_office_keeps_its_own_steps_and_whole_routes(house: House) {
    let (region, mut anna) = service(house).await;
    let mut vera = region.member("Координаторова Вера Ильинична", region.schools[1]).await;
    region.gives(&vera, RoleAt { role: Role::Coordinator, unit: region.here() }).await;
    let mut boris = methodologist(&region, "Семёнов Борис Олегович", region.here(), region.schools[1]).await;
    vera.teacher.phone.says("/admin");
    vera.taps("Каталог шагов").await;
    vera.taps("Загрузить таблицу").await;
    vera.teacher.phone.waits_for("Пришлите таблицу").await;
    let lines =
        "Шаг;Область;Вид;Часов\nМастер-класс «Урок без отметок»;Методика;неформальное;3\n;Астрономия;;\n";
    let mut bytes = vec![0xEF, 0xBB, 0xBF];
    bytes.extend(lines.as_bytes());
    vera.teacher.phone.sends(Sent::Document { name: "Шаги.csv".to_owned(), bytes });
    let tried = vera.teacher.phone.waits_for("Новых шагов: 1").await.screen();
    assert!(tried.contains("не прочитано строк: 1") && tried.contains("не понятна область"), "{tried}");
    assert_eq!(region.house.count("SELECT COUNT(*) FROM route_kinds").await, 0, "trying changes nothing");
    vera.taps("Добавить: 1").await;
    vera.teacher.waits_for_button("✕ Мастер-класс").await;

    boris.teacher.phone.says("/routes");
    boris.taps("Каталог шагов").await;
    boris.taps("Добавить шаг").await;
    boris.teacher.phone.waits_for("Какой шаг предлагать").await;
    boris.teacher.types("Неделя открытых уроков, 4 ч");
    boris.teacher.phone.waits_for("Какой это вид").await;
    boris.taps("Семинар, группа").await;
    boris.taps("Методика").await;
    boris.teacher.waits_for_button("✕ Неделя открытых уроков").await;

    finds(&region, anna.person, &[("methods", "Методика")]).await;
    anna.teacher.phone.says("/route");
    anna.taps("Составить маршрут").await;
    anna.teacher.phone.waits_for("Над чем хотите поработать").await;
    anna.taps("Выбрать шаги").await;
    anna.teacher.phone.waits_for("Неделя открытых уроков").await;
    anna.taps("‹ Области").await;
    anna.taps("Готовые маршруты").await;
    anna.taps("Методика: от взаимопосещений").await;
    let plan = anna.teacher.phone.waits_for("проверьте план").await.screen();
    assert!(plan.contains("Неделя открытых уроков"), "the own kind stood first: {plan}");
    anna.taps("Отправить методисту").await;
    boris.teacher.phone.waits_for("новый маршрут ждёт").await;
    boris.taps("Открыть").await;
    boris.taps("Сохранить как готовый").await;
    boris.teacher.phone.waits_for("Как назвать").await;
    boris.teacher.types("Методика для новичков");
    boris.teacher.phone.waits_for("на согласовании").await;
    boris.taps("‹ Маршруты педагогов").await;
    boris.taps("Каталог шагов").await;
    boris.taps("✕ Неделя открытых уроков").await;
    vera.teacher.phone.says("/admin");
    vera.taps("Каталог шагов").await;
    let list = vera.teacher.phone.waits_for("готовых маршрутов: 1").await.screen();
    assert!(list.contains("Своих шагов: 1"), "{list}");
    let kept = "SELECT COUNT(*) FROM route_steps WHERE title = 'Неделя открытых уроков'";
    assert_eq!(region.house.count(kept).await, 1, "a route keeps what is retired");
    nothing_broke(&region.house).await;
}

/// A group consultation is announced for a day.
async fn announces(region: &Region, leader: Uuid, civil: &str) {
    let mut tx = region.house.app.db.begin().await.expect("a transaction");
    metodist::execute!(
        &mut tx,
        sqlx::query(
            "INSERT INTO consultation_groups (id, municipality_id, leader_id, area, subject, topic, civil, minutes, place,
                 capacity, state, changed_at)
             VALUES ($1, $2, $3, 'lesson', 'mathematics', 'Проекты на уроке', $4, 90, 'Школа № 2', 10, 'announced', $5)"
        )
        .bind(Uuid::now_v7())
        .bind(region.here)
        .bind(leader)
        .bind(civil)
        .bind(region.house.clock.now())
    )
    .expect("a group");
    tx.commit().await.expect("it is written down");
}

async fn what_is_coming_becomes_a_step_with_its_day(house: House) {
    let (region, mut anna) = service(house).await;
    let boris = methodologist(&region, "Семёнов Борис Олегович", region.here(), region.schools[1]).await;
    let today = region.house.clock.now().date_naive();
    let day = today + chrono::Days::new(9);
    announces(&region, boris.person, &format!("{day}T15:00")).await;
    announces(&region, boris.person, "2020-01-10T15:00").await;
    finds(&region, anna.person, &[("methods", "Методика")]).await;
    anna.teacher.phone.says("/route");
    anna.taps("Составить маршрут").await;
    anna.teacher.phone.waits_for("Над чем хотите поработать").await;
    anna.taps("Ближайшие события").await;
    anna.teacher.phone.waits_for("Что скоро в районе").await;
    let offered = anna.teacher.screen().expect("a screen");
    assert_eq!(
        offered.buttons.iter().flatten().filter(|key| key.label.contains("Проекты на уроке")).count(),
        1
    );
    anna.taps("☐ Проекты на уроке").await;
    anna.teacher.waits_for_button("☑ Проекты на уроке").await;
    anna.taps("План").await;
    anna.teacher.phone.waits_for("Проекты на уроке, 2 ч").await;
    let due: chrono::NaiveDate =
        one(&region, "SELECT due_on FROM route_steps WHERE title = 'Проекты на уроке'").await;
    assert_eq!(due, day, "it is due when it is held");
    nothing_broke(&region.house).await;
}

async fn figures_name_nobody_and_no_cell_below_ten(house: House) {
    let (region, anna) = service(house).await;
    let mut vera = region.member("Координаторова Вера Ильинична", region.schools[1]).await;
    region.gives(&vera, RoleAt { role: Role::Coordinator, unit: region.here() }).await;
    let mut people = vec![anna.person];
    for number in 0..11 {
        people.push(region.member(&format!("Педагогова Анна{number}"), region.schools[0]).await.person);
    }
    people.push(region.member("Одинокая Ия Львовна", region.schools[1]).await.person);
    vera.teacher.phone.says("/admin");
    vera.taps("Маршруты: сводка").await;
    vera.teacher.phone.waits_for("хотя бы у десяти педагогов").await;
    begin_routes(&region, &people).await;
    vera.teacher.phone.says("/admin");
    vera.taps("Маршруты: сводка").await;
    let figures = vera.teacher.phone.waits_for("не меньше 10").await.screen();
    for hidden in ["Белова", "Одинокая", "Школа № 2:", "Школа № 1:", "13"] {
        assert!(!figures.contains(hidden), "{hidden}: {figures}");
    }
    assert!(figures.contains("В пути: 10") && figures.contains("Методика: 10"), "{figures}");
    vera.taps("Таблица").await;
    let has =
        |bubble: &sandbox::Bubble| bubble.file.as_ref().is_some_and(|file| file.name.ends_with(".xlsx"));
    vera.teacher.phone.waits_until("the sheet", |chat| chat.iter().any(has)).await;
    nothing_broke(&region.house).await;
}

/// Everybody follows a route about one area.
async fn begin_routes(region: &Region, people: &[Uuid]) {
    let now = region.house.clock.now();
    let mut tx = region.house.app.db.begin().await.expect("a transaction");
    for person in people {
        metodist::execute!(
            &mut tx,
            sqlx::query(
                "INSERT INTO learning_routes (id, person_id, municipality_id, deficits, state, created_at, changed_at)
                 VALUES ($1, $2, $3, $4, 'active', $5, $5)"
            )
            .bind(Uuid::now_v7())
            .bind(person)
            .bind(region.here)
            .bind(sqlx::types::Json(serde_json::json!([
                {"area": "methods", "title": "Методика", "is_chosen": true}
            ])))
            .bind(now)
        )
        .expect("a route");
    }
    tx.commit().await.expect("they are written down");
}
