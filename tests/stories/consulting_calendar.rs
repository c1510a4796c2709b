//! Working time of a municipality's own, and whoever is away while a term comes near.

use chrono::{Datelike, TimeDelta};
use metodist::execute;

use crate::{
    consulting::{Service, asks},
    house::{House, stories, transcript},
    office::Member,
    stages::nothing_broke,
};

stories!(
    a_coordinator_types_when_methodologists_work,
    what_whoever_is_away_has_taken_is_remarked_upon,
    the_same_message_twice_is_one,
);

async fn a_coordinator_types_when_methodologists_work(house: House) {
    let mut service = Service::of(house).await;
    let today = service.region.house.clock.now().date_naive();
    let coordinator = &mut service.coordinator;
    coordinator.teacher.phone.says("/queue");
    coordinator.taps("Рабочее время").await;
    coordinator.teacher.phone.waits_for("пн 09:00–13:00, 14:00–18:00").await;
    coordinator.teacher.types("когда придётся");
    coordinator.teacher.phone.waits_for("Не получилось понять строку «когда придётся»").await;
    coordinator.teacher.types("пн-пт 10-12, 13-15");
    coordinator.teacher.phone.waits_for("пт 10:00–12:00, 13:00–15:00").await;
    let (first, last) = (today + TimeDelta::days(1), today + TimeDelta::days(4));
    let days = |at: chrono::NaiveDate| at.format("%d.%m.%Y").to_string();
    coordinator.teacher.types(&format!("каникулы {}-{}", days(first), days(last)));
    coordinator.teacher.waits_for_button("каникулы").await;
    asks(&mut service.teacher, "Когда ждать ответа?").await;
    let sent = service.teacher.teacher.phone.waits_for("отправлен").await;
    // Two working days of four hours: Monday but for its first seconds, the next Monday, and those seconds of Tuesday.
    let due = (today + TimeDelta::days(8)).format("%d.%m, 10:0").to_string();
    assert_eq!(today.weekday(), chrono::Weekday::Mon);
    assert!(sent.screen().contains(&due), "{due}: {}", sent.screen());
    let coordinator = &mut service.coordinator;
    coordinator.teacher.phone.says("/queue");
    coordinator.taps("Рабочее время").await;
    coordinator.taps("каникулы").await;
    coordinator.taps("Вернуть обычные часы").await;
    coordinator.teacher.phone.waits_for("пт 09:00–13:00, 14:00–17:00").await;
    let left =
        "SELECT (SELECT COUNT(*) FROM consultation_breaks) + (SELECT COUNT(*) FROM consultation_calendars)";
    assert_eq!(service.region.house.count(left).await, 0);
    let boris = &service.methodologists[0].teacher.phone;
    boris.presses_data(1, "cs1.calendar").answer().await;
    service.region.house.settles().await;
    assert!(!transcript(boris).contains("Рабочее время методистов"), "it is the coordinator's");
    nothing_broke(&service.region.house).await;
}

/// They stand in the pool and are away for long.
async fn goes_away(service: &Service, member: &Member) {
    let mut tx = service.region.house.app.db.begin().await.expect("a transaction");
    execute!(
        &mut tx,
        sqlx::query(
            "INSERT INTO pool_members (id, municipality_id, person_id, is_admitted, record, created_at, changed_at)
             VALUES ($1, $2, $3, TRUE, $4, $5, $5)"
        )
        .bind(uuid::Uuid::now_v7())
        .bind(service.region.here)
        .bind(member.person)
        .bind(sqlx::types::Json(serde_json::json!({"absence": ["2020-01-01", "2099-01-01"]})))
        .bind(service.region.house.clock.now())
    )
    .expect("they are away");
    tx.commit().await.expect("it is written down");
}

async fn what_whoever_is_away_has_taken_is_remarked_upon(house: House) {
    let mut service = Service::of(house).await;
    service.asks("Срочный вопрос").await;
    let boris = &mut service.methodologists[0];
    boris.taps("Беру").await;
    boris.teacher.phone.waits_for("Пишите ответ прямо здесь").await;
    goes_away(&service, &service.methodologists[0]).await;
    service.region.house.clock.advance(TimeDelta::hours(30)).await;
    let remark = service.coordinator.teacher.phone.waits_for("а Борис Олегович отсутствует").await;
    assert!(remark.screen().contains("Можно передать другому"), "{}", remark.screen());
    service.region.house.clock.advance(TimeDelta::hours(20)).await;
    service.coordinator.teacher.phone.waits_for("Отсутствует Семёнов Б. О., открытых вопросов: 1").await;
    nothing_broke(&service.region.house).await;
}

async fn the_same_message_twice_is_one(house: House) {
    let mut service = Service::of(house).await;
    service.asks("Вопрос один раз").await;
    let boris = service.methodologists[0].teacher.phone.clone();
    service.methodologists[0].taps("Беру").await;
    boris.waits_for("Пишите ответ прямо здесь").await;
    boris.says("Ответ один раз");
    service.teacher.teacher.phone.waits_for("Ответ один раз").await;
    service.region.house.settles().await;
    // Its update comes again, as if its key had been forgotten.
    let db = &service.region.house.app.db;
    let (thread, author, words, source): (uuid::Uuid, uuid::Uuid, String, String) = metodist::read!(db, on =>
        sqlx::query_as("SELECT thread_id, author_id, words, source FROM thread_messages WHERE number = 2")
            .fetch_one(on))
    .expect("the answer");
    let again = metodist::threads::NewMessage { words, files: Vec::new(), source: Some(source) };
    let mut tx = db.begin().await.expect("a transaction");
    let now = service.region.house.clock.now();
    let said = metodist::threads::say(&mut tx, (thread, author), &again, now).await.expect("a try");
    tx.commit().await.expect("it is written down");
    assert_eq!(said, None);
    service.region.house.settles().await;
    let seen = transcript(&service.teacher.teacher.phone);
    assert_eq!(seen.matches("Ответ один раз").count(), 1, "{seen}");
    nothing_broke(&service.region.house).await;
}
