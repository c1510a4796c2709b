//! What an announcement does not show: names behind an area of diagnosis, and anything of another municipality.

use std::time::Duration;

use chrono::TimeDelta;
use metodist::units::{Role, RoleAt, Unit};
use uuid::Uuid;

use crate::{
    announcing::{coordinated, teachers},
    house::{Engine, House},
    letters::on_both_engines,
    office::Member,
    stages::nothing_broke,
};

on_both_engines!(an_area_shows_numbers_and_never_names, nobody_reaches_another_municipality);

/// A diagnosis found this of these people.
async fn finds(house: &House, people: &[Member], finding: &str) {
    let now = house.clock.now();
    let mut tx = house.app.db.begin().await.expect("a transaction");
    for member in people {
        let attempt = Uuid::now_v7();
        metodist::execute!(
            &mut tx,
            sqlx::query(
                "INSERT INTO attempts (id, person_id, questionnaire, version_hash, profile, state, consented_at,
                     begun_at, touched_at) SELECT $1, $2, questionnaire, hash, $4, 'done', $3, $3, $3
                 FROM questionnaire_versions ORDER BY hash LIMIT 1"
            )
            .bind(attempt)
            .bind(member.person)
            .bind(now)
            .bind(sqlx::types::Json(serde_json::json!({})))
        )
        .expect("an attempt");
        metodist::execute!(
            &mut tx,
            sqlx::query(
                "INSERT INTO competence_scores (attempt_id, area, position, title, person_id, questionnaire, source,
                     score, level, finding, measured_at)
                 VALUES ($1, 'ict', 0, 'Цифровая среда', $2, 'professional', 'self_rated', 0.2, 'Низкий', $4, $3)"
            )
            .bind(attempt)
            .bind(member.person)
            .bind(now)
            .bind(finding)
        )
        .expect("a score");
    }
    tx.commit().await.expect("they are written down");
}

async fn an_area_shows_numbers_and_never_names(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let people = teachers(&region, 40).await;
    finds(&region.house, &people[..12], "deficit").await;
    finds(&region.house, &people[12..20], "strength").await;
    anna.teacher.phone.says("/broadcast");
    anna.teacher.phone.waits_for("Напишите объявление").await;
    anna.teacher.types("Мастерская");
    anna.teacher.taps("Кому").await;
    anna.teacher.taps("По затруднению").await;
    anna.teacher.taps("Цифровая среда").await;
    anna.teacher.taps("По школам").await;
    anna.teacher.taps("Школа № 2").await;
    let screen = anna.teacher.phone.waits_for("Не меньше 10 человек").await;
    assert!(!screen.text.contains("12") && !screen.screen().contains("Кроме"), "{}", screen.screen());
    anna.teacher.taps("Готово").await;
    anna.teacher.taps("☐ Кнопка").await;
    anna.teacher.waits_for_button("☑ Кнопка").await;
    anna.teacher.taps("Отправить").await;
    anna.teacher.taps("Да, отправить 10 людям").await;
    let done = "SELECT COUNT(*) FROM broadcasts WHERE state = 'done' AND is_rough";
    for _ in 0..600 {
        if region.house.count(done).await == 1 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let heard =
        |one: &Member| one.teacher.phone.chat().iter().filter(|bubble| bubble.text == "Мастерская").count();
    assert!(people.iter().enumerate().all(|(number, one)| heard(one) == usize::from(number < 12)));
    for reader in &people[..3] {
        reader.teacher.phone.taps("Ознакомлен(а)").await;
    }
    anna.teacher.phone.says("/broadcast");
    anna.teacher.taps("✓ Мастерская").await;
    let report = anna.teacher.phone.waits_for("доставлено не меньше 10").await;
    for named in ["Ведомость", "Доставка (XLSX)", "По организациям", "12", "Учителева"]
    {
        assert!(!report.screen().contains(named), "{named}: {}", report.screen());
    }
    assert!(report.text.contains("Ознакомились: 0"), "{}", report.text);
    // The verbs that would name people are refused, whoever types them.
    let id: Uuid = metodist::read!(&region.house.app.db, on =>
        sqlx::query_scalar("SELECT id FROM broadcasts").fetch_one(on))
    .expect("one");
    for verb in ["table", "register", "marks", "units"] {
        let data = format!("br1.{verb}.{}", crate::office::id(id));
        anna.teacher.phone.presses_data(report.message_id, &data).answer().await;
        anna.teacher.phone.waits_for("есть только числа").await;
    }
    region.house.clock.advance(TimeDelta::minutes(1)).await;
    nothing_broke(&region.house).await;
}

async fn nobody_reaches_another_municipality(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let stranger = region.member("Чужая Ольга Ивановна", region.school_there).await;
    let there = Unit::Municipality(region.there);
    region.gives(&stranger, RoleAt { role: Role::Coordinator, unit: there }).await;
    let own = teachers(&region, 2).await;
    anna.teacher.phone.says("/broadcast");
    anna.teacher.phone.waits_for("Напишите объявление").await;
    anna.teacher.types("Только своим");
    anna.teacher.phone.waits_for("3 человека").await;
    region.house.settles().await;
    let one = |query: &'static str| {
        let db = region.house.app.db.clone();
        async move {
            let found: Uuid =
                metodist::read!(&db, on => sqlx::query_scalar(query).fetch_one(on)).expect("one");
            found
        }
    };
    let (broadcast, audience) =
        (one("SELECT id FROM broadcasts").await, one("SELECT id FROM audiences").await);
    let phone = &stranger.teacher.phone;
    let message = phone.says("/menu");
    phone.waits_for("чем займёмся").await;
    for verb in [
        "show", "ask", "preview", "test", "drop", "acking", "recall", "table", "answers", "stop", "read",
        "ack",
    ] {
        let data = format!("br1.{verb}.{}", crate::office::id(broadcast));
        phone.presses_data(message + 1, &data).answer().await;
        phone.waits_for("Этого объявления здесь нет").await;
    }
    let go = format!("br1.go.{}.3", crate::office::id(broadcast));
    phone.presses_data(message + 1, &go).answer().await;
    let edit = format!("wh1.edit.{}", crate::office::id(audience));
    phone.presses_data(message + 1, &edit).answer().await;
    phone.waits_for("Этого здесь нет").await;
    assert!(phone.chat().iter().all(|bubble| !bubble.text.contains("Только своим")));
    anna.teacher.taps("Отправить").await;
    anna.teacher.taps("Да, отправить 3 людям").await;
    for one in &own {
        one.teacher.phone.waits_for("Только своим").await;
    }
    assert!(phone.chat().iter().all(|bubble| !bubble.text.contains("Только своим")));
    nothing_broke(&region.house).await;
}
