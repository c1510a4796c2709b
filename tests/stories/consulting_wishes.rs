//! What goes with a question: the area that a diagnosis found, the profile of deficits where it is shared, a wish.

use metodist::execute;
use uuid::Uuid;

use crate::{
    consulting::{Service, request},
    house::{House, stories, transcript},
    office::{Member, id},
    stages::{Stage, nothing_broke, stands_at},
    teacher::Teacher,
};

stories!(
    what_to_work_on_leads_to_asking_about_it,
    a_profile_is_seen_where_it_is_shared_and_nowhere_else,
    a_wish_for_a_time_stands_on_the_card,
);

async fn what_to_work_on_leads_to_asking_about_it(house: House) {
    let house = house.with_short_questionnaire().await;
    let mut teacher = Teacher::new(house.person("Вера"));
    teacher.registers("Вопросова Вера Ильинична").await;
    teacher.phone.says("/diagnosis");
    for label in ["Пограничная", "Начать", "Нет", "Мало"] {
        teacher.taps(label).await;
    }
    stands_at(&teacher, Stage::TextQuestion).await;
    teacher.types("ничего");
    stands_at(&teacher, Stage::NumberQuestion).await;
    teacher.types("5");
    for label in ["☐ Виолончель", "Готово", "Нет", "Спросить: Всё сразу"]
    {
        teacher.taps(label).await;
    }
    teacher.phone.waits_for("О чём Ваш вопрос").await;
    teacher.phone.presses_data(1, "cs1.diagnosed.methods").answer().await;
    let gathering = teacher.phone.waits_for("Напишите вопрос своими словами").await;
    for words in ["Урок: методика", "Математика"] {
        assert!(gathering.screen().contains(words), "{words}: {}", gathering.screen());
    }
    nothing_broke(&house).await;
}

/// Writes down a finished diagnosis of somebody: one deficit, one strength.
async fn has_a_result(service: &Service, member: &Member) {
    let (db, now) = (&service.region.house.app.db, service.region.house.clock.now());
    let (hash, questionnaire): (String, String) = metodist::read!(db, on =>
        sqlx::query_as("SELECT hash, questionnaire FROM questionnaire_versions ORDER BY questionnaire LIMIT 1")
            .fetch_one(on))
    .expect("a version");
    let attempt = Uuid::now_v7();
    let mut tx = db.begin().await.expect("a transaction");
    execute!(
        &mut tx,
        sqlx::query(
            "INSERT INTO attempts (id, person_id, municipality_id, questionnaire, version_hash, profile, state,
                 consented_at, begun_at, touched_at, finished_at)
             VALUES ($1, $2, $3, $4, $5, $6, 'finished', $7, $7, $7, $7)"
        )
        .bind(attempt)
        .bind(member.person)
        .bind(service.region.here)
        .bind(&questionnaire)
        .bind(&hash)
        .bind(sqlx::types::Json(serde_json::json!({"posts": [], "post_groups": [], "subjects": [], "early_career": null})))
        .bind(now)
    )
    .expect("an attempt");
    for (position, (area, finding, score)) in
        (0_i64..).zip([("Оценивание", "deficit", 0.2), ("Проекты", "strength", 0.9)])
    {
        execute!(
            &mut tx,
            sqlx::query(
                "INSERT INTO competence_scores (attempt_id, area, position, title, person_id, municipality_id,
                     questionnaire, source, score, level, finding, measured_at)
                 VALUES ($1, $2, $3, $2, $4, $5, $6, 'self_rated', $7, 'ступень', $8, $9)"
            )
            .bind(attempt)
            .bind(area)
            .bind(position)
            .bind(member.person)
            .bind(service.region.here)
            .bind(&questionnaire)
            .bind(score)
            .bind(finding)
            .bind(now)
        )
        .expect("a score");
    }
    tx.commit().await.expect("it is written down");
}

async fn begins(service: &mut Service, words: &str) {
    service.teacher.teacher.phone.says("/consult");
    service.teacher.taps("Урок: методика").await;
    service.teacher.teacher.phone.waits_for("Напишите вопрос своими словами").await;
    service.teacher.teacher.types(words);
    service.teacher.teacher.phone.waits_for("Когда всё, нажмите").await;
}

async fn a_profile_is_seen_where_it_is_shared_and_nowhere_else(house: House) {
    let mut service = Service::of(house).await;
    has_a_result(&service, &service.teacher).await;
    begins(&mut service, "Как оценить проект?").await;
    service.teacher.waits_for_label("☐ Приложить профиль дефицитов").await;
    service.teacher.taps("Отправить").await;
    service.teacher.teacher.phone.waits_for("отправлен").await;
    let boris = service.methodologists[0].teacher.phone.clone();
    let card = boris.waits_for("Вопрос к методистам").await;
    assert!(!card.screen().contains("Профиль дефицитов"), "off by default: {}", card.screen());
    let first = id(request(&service).await);
    boris.presses_data(1, &format!("cs1.profile.{first}")).answer().await;
    boris.waits_for("Этого вопроса здесь уже нет").await;

    service.teacher.teacher.phone.says("/consult");
    service.teacher.taps("№ 1").await;
    service.teacher.taps("Снять вопрос").await;
    service.teacher.taps("Да, снять").await;
    service.teacher.teacher.phone.says("/consult");
    service.teacher.taps("Новый вопрос").await;
    service.teacher.teacher.phone.waits_for("О чём Ваш вопрос").await;
    service.teacher.taps("Урок: методика").await;
    service.teacher.teacher.phone.waits_for("Напишите вопрос своими словами").await;
    service.teacher.teacher.types("Как всё-таки оценить проект?");
    service.teacher.taps("☐ Приложить профиль дефицитов").await;
    service.teacher.waits_for_label("☑ Приложить профиль дефицитов").await;
    service.teacher.taps("Отправить").await;
    service.teacher.teacher.phone.waits_for("Вопрос № 2 отправлен").await;
    let [boris, vera, _] = service.methodologists.as_mut_slice() else { unreachable!("three") };
    boris.teacher.phone.waits_for("всё-таки оценить").await;
    boris.taps("Профиль дефицитов").await;
    let profile = boris.teacher.phone.waits_for("Открыт Вам только для этого вопроса").await;
    for words in ["Оценивание: 20 из 100, затруднение", "Проекты: 90 из 100, сильная сторона"]
    {
        assert!(profile.screen().contains(words), "{words}: {}", profile.screen());
    }
    let seen = "SELECT COUNT(*) FROM audit_entries WHERE deed = 'saw-profile'";
    assert_eq!(service.region.house.count(seen).await, 1, "the look is written down");
    boris.taps("К вопросу").await;
    boris.taps("Беру").await;
    boris.teacher.phone.waits_for("Пишите ответ прямо здесь").await;
    let second: Uuid = metodist::read!(&service.region.house.app.db, on =>
        sqlx::query_scalar("SELECT id FROM consultation_requests WHERE number = 2").fetch_one(on))
    .expect("the request");
    let profile = format!("cs1.profile.{}", id(second));
    vera.teacher.phone.presses_data(1, &profile).answer().await;
    vera.teacher.phone.waits_for("Этого вопроса здесь уже нет").await;

    service.teacher.teacher.phone.says("/consult");
    service.teacher.taps("№ 2").await;
    service.teacher.taps("Снять вопрос").await;
    service.teacher.taps("Да, снять").await;
    service.teacher.teacher.phone.waits_for("Вы сняли этот вопрос").await;
    boris.teacher.phone.presses_data(1, &profile).answer().await;
    boris.teacher.phone.waits_for("Этого вопроса здесь уже нет").await;
    assert!(!transcript(&vera.teacher.phone).contains("20 из 100"));
    nothing_broke(&service.region.house).await;
}

impl Member {
    pub async fn waits_for_label(&self, label: &str) {
        self.teacher.waits_for_button(label).await;
    }
}

async fn a_wish_for_a_time_stands_on_the_card(house: House) {
    let mut service = Service::of(house).await;
    begins(&mut service, "Поговорим о проектах?").await;
    service.teacher.taps("☐ Нужно время").await;
    service.teacher.taps("☐ Хватит ответа").await;
    service.teacher.taps("☐ Нужно время").await;
    service.teacher.waits_for_label("☑ Нужно время").await;
    service.teacher.taps("Отправить").await;
    let card = service.methodologists[0].teacher.phone.waits_for("Вопрос к методистам").await;
    assert!(card.screen().contains("хочет договориться о времени"), "{}", card.screen());
    nothing_broke(&service.region.house).await;
}
