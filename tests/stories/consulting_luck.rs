//! Bad input and bad luck in consultations: each has its outcome, and nobody's words are lost.

use chrono::{TimeDelta, TimeZone, Utc};
use metodist::{
    execute,
    units::{Role, RoleAt},
};
use sandbox::Sent;

use crate::{
    consulting::{Service, asks, request},
    house::{House, stories, transcript},
    stages::nothing_broke,
};

stories!(
    the_pool_is_empty_or_everyone_is_absent,
    whoever_blocked_the_bot_reads_everything_in_order,
    whoever_withdraws_consent_takes_the_question_along,
    a_methodologist_without_the_role_gives_it_back,
    replies_cross_and_large_files_albums_and_voices_arrive,
    an_edited_question_is_edited_for_whoever_has_it,
    midnight_of_the_new_year,
    a_move_leaves_the_question_where_it_arose,
);

async fn the_pool_is_empty_or_everyone_is_absent(house: House) {
    let mut service = Service::of(house).await;
    let [boris, vera, galina] = service.methodologists.as_slice() else { unreachable!("three") };
    let mut tx = service.region.house.app.db.begin().await.expect("a transaction");
    for member in [vera, galina] {
        let record = r#"{"absence": ["2020-01-01", "2099-01-01"]}"#;
        execute!(
            &mut tx,
            sqlx::query(
                "INSERT INTO pool_members (id, municipality_id, person_id, is_admitted, record, created_at, changed_at)
                 VALUES ($1, $2, $3, TRUE, $4, $5, $5)"
            )
            .bind(uuid::Uuid::now_v7())
            .bind(service.region.here)
            .bind(member.person)
            .bind(sqlx::types::Json(serde_json::from_str::<serde_json::Value>(record).expect("a record")))
            .bind(service.region.house.clock.now())
        )
        .expect("they are away");
    }
    tx.commit().await.expect("it is written down");
    service.region.revokes(boris).await;
    asks(&mut service.teacher, "Есть кто-нибудь?").await;
    service.coordinator.teacher.phone.waits_for("Вопрос к методистам").await;
    assert!(!transcript(&service.methodologists[1].teacher.phone).contains("Вопрос к методистам"));
    nothing_broke(&service.region.house).await;
}

impl Service {
    /// The first methodologist takes the question.
    async fn takes(&mut self) {
        self.methodologists[0].taps("Беру").await;
        self.methodologists[0].teacher.phone.waits_for("Пишите ответ прямо здесь").await;
        self.teacher.teacher.phone.waits_for("взял(а) методист").await;
    }
}

async fn whoever_blocked_the_bot_reads_everything_in_order(house: House) {
    let mut service = Service::of(house).await;
    service.asks("Вопрос перед тишиной").await;
    service.takes().await;
    service.teacher.teacher.phone.blocks();
    service.region.house.settles().await;
    let boris = &service.methodologists[0].teacher.phone;
    for words in ["первый ответ", "второй ответ", "третий ответ"] {
        boris.says(words);
        boris.waits_for("до собеседника не доходят").await;
    }
    service.region.house.settles().await;
    let waiting = "SELECT COUNT(*) FROM letters WHERE capability = 'threads' AND state = 'unreachable'";
    while service.region.house.count(waiting).await < 3 {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    service.teacher.teacher.phone.unblocks();
    service.teacher.teacher.phone.says("/menu");
    service.teacher.teacher.phone.waits_for("третий ответ").await;
    let seen = transcript(&service.teacher.teacher.phone);
    let places = ["первый ответ", "второй ответ", "третий ответ"].map(|words| seen.find(words));
    assert!(places.is_sorted() && places[0].is_some(), "{seen}");
    nothing_broke(&service.region.house).await;
}

async fn whoever_withdraws_consent_takes_the_question_along(house: House) {
    let mut service = Service::of(house).await;
    service.asks("Тайный вопрос").await;
    service.teacher.teacher.phone.says("/privacy");
    service.teacher.taps("Отозвать согласие").await;
    service.teacher.taps("Да, удалить всё").await;
    service.teacher.teacher.phone.waits_for("всё личное удалено").await;
    for member in &service.methodologists {
        let gone = member.teacher.phone.waits_for("снят: отвечать уже не нужно").await;
        assert!(gone.buttons.is_empty(), "{}", gone.screen());
    }
    let house = &service.region.house;
    assert_eq!(house.count("SELECT COUNT(*) FROM thread_messages").await, 0);
    let stays = "SELECT COUNT(*) FROM consultation_requests WHERE state = 'withdrawn' AND teacher_id IS NULL";
    assert_eq!(house.count(stays).await, 1, "area, subject and times stay");
    nothing_broke(house).await;
}

async fn a_methodologist_without_the_role_gives_it_back(house: House) {
    let mut service = Service::of(house).await;
    service.asks("Вопрос без хозяина").await;
    service.takes().await;
    service.region.revokes(&service.methodologists[0]).await;
    service.teacher.teacher.phone.waits_for("ищем, кто ответит").await;
    let vera = &mut service.methodologists[1];
    vera.teacher
        .phone
        .waits_until("another card", |chat| {
            chat.iter().any(|bubble| bubble.screen().contains("Вопрос к методистам"))
        })
        .await;
    vera.teacher.phone.says("/queue");
    vera.taps("№ 1").await;
    vera.taps("Беру").await;
    vera.teacher.phone.waits_for("Вопрос без хозяина").await;
    service.teacher.teacher.phone.waits_for("взял(а) методист Вера").await;
    vera.teacher.phone.says("/privacy");
    vera.taps("Отозвать согласие").await;
    vera.taps("Да, удалить всё").await;
    vera.teacher.phone.waits_for("всё личное удалено").await;
    let galina = &mut service.methodologists[2];
    galina
        .teacher
        .phone
        .waits_until("another card", |chat| {
            let cards = chat.iter().filter(|bubble| bubble.screen().contains("Вопрос к методистам"));
            cards.count() == 1
        })
        .await;
    galina.teacher.phone.says("/queue");
    galina.taps("№ 1").await;
    galina.taps("Беру").await;
    galina.teacher.phone.waits_for("Пишите ответ прямо здесь").await;
    nothing_broke(&service.region.house).await;
}

async fn replies_cross_and_large_files_albums_and_voices_arrive(house: House) {
    let mut service = Service::of(house).await;
    service.teacher.teacher.phone.says("/consult");
    service.teacher.taps("Урок: методика").await;
    service.teacher.teacher.phone.waits_for("Напишите вопрос своими словами").await;
    service.teacher.teacher.types("Посмотрите, пожалуйста");
    service.teacher.teacher.phone.waits_for("Когда всё, нажмите").await;
    let phone = service.teacher.teacher.phone.clone();
    phone.sends(Sent::Sticker);
    for sent in [Sent::Photo, Sent::Photo, Sent::Voice { seconds: 12 }] {
        phone.sends(sent);
    }
    phone.sends(Sent::Document { name: "урок.mp4".to_owned(), bytes: vec![7; 60 << 20] });
    phone.waits_for("4 вложения").await;
    service.teacher.taps("Отправить").await;
    phone.waits_for("Вопрос № 1 отправлен").await;
    let boris = service.methodologists[0].teacher.phone.clone();
    boris.waits_for("4 вложения").await;
    service.takes().await;
    boris
        .waits_until("the files", |chat| {
            chat.iter().any(|bubble| bubble.file.as_ref().is_some_and(|file| file.name == "урок.mp4"))
        })
        .await;
    phone.says("от педагога");
    boris.says("от методиста");
    phone.waits_for("от методиста").await;
    boris.waits_for("от педагога").await;
    boris.sends(Sent::Document { name: "образец.docx".to_owned(), bytes: vec![1; 4_000] });
    phone
        .waits_until("the file", |chat| {
            chat.iter().any(|bubble| {
                bubble.from_bot && bubble.file.as_ref().is_some_and(|file| file.name == "образец.docx")
            })
        })
        .await;
    service.region.house.settles().await;
    let seen = transcript(&boris);
    assert_eq!(seen.matches("от педагога").count(), 1, "{seen}");
    nothing_broke(&service.region.house).await;
}

async fn an_edited_question_is_edited_for_whoever_has_it(house: House) {
    let mut service = Service::of(house).await;
    service.teacher.teacher.phone.says("/consult");
    service.teacher.taps("Урок: методика").await;
    service.teacher.teacher.phone.waits_for("Напишите вопрос своими словами").await;
    let message = service.teacher.teacher.phone.says("Как быть с шестым классом?");
    service.teacher.teacher.phone.waits_for("Когда всё, нажмите").await;
    service.teacher.taps("Отправить").await;
    let boris = service.methodologists[0].teacher.phone.clone();
    boris.waits_for("с шестым классом").await;
    service.teacher.teacher.phone.edits(message, "Как быть с седьмым классом?");
    boris.waits_for("с седьмым классом").await;
    service.takes().await;
    service.teacher.teacher.phone.edits(message, "Как быть с восьмым классом?");
    let letter = boris.waits_for("с восьмым классом").await;
    assert!(letter.screen().contains("исправлено"), "{}", letter.screen());
    let words = boris.says("Начните с малого");
    service.teacher.teacher.phone.waits_for("Начните с малого").await;
    boris.edits(words, "Начните с простого");
    service.teacher.teacher.phone.waits_for("Начните с простого").await;
    assert!(!transcript(&service.teacher.teacher.phone).contains("с малого"), "the letter itself is edited");
    nothing_broke(&service.region.house).await;
}

async fn midnight_of_the_new_year(house: House) {
    let mut service = Service::of(house).await;
    let clock = service.region.house.clock.clone();
    let midnight = Utc.with_ymd_and_hms(2026, 12, 31, 20, 59, 50).single().expect("an instant");
    clock.jump(midnight - clock.now());
    asks(&mut service.teacher, "С Новым годом! А когда курсы?").await;
    service.teacher.teacher.phone.waits_for("до 12.01, 18:00").await;
    service.region.house.settles().await;
    let boris = &service.methodologists[0].teacher.phone;
    assert!(!transcript(boris).contains("Вопрос к методистам"), "nobody is called in the night");
    clock.advance(TimeDelta::days(11)).await;
    boris.waits_for("Вопрос к методистам").await;
    nothing_broke(&service.region.house).await;
}

async fn a_move_leaves_the_question_where_it_arose(house: House) {
    let mut service = Service::of(house).await;
    service.asks("Вопрос переезжающей").await;
    let there = service.region.school_there;
    let mut tx = service.region.house.app.db.begin().await.expect("a transaction");
    execute!(
        &mut tx,
        sqlx::query("UPDATE employments SET school_id = $2, municipality_id = $3 WHERE person_id = $1")
            .bind(service.teacher.person)
            .bind(there)
            .bind(service.region.there)
    )
    .expect("she moves");
    tx.commit().await.expect("it is written down");
    service.takes().await;
    service.methodologists[0].teacher.phone.says("Отвечаю и после переезда");
    service.teacher.teacher.phone.waits_for("и после переезда").await;
    let place: uuid::Uuid = metodist::read!(&service.region.house.app.db, on =>
        sqlx::query_scalar("SELECT municipality_id FROM consultation_requests").fetch_one(on))
    .expect("the request");
    assert_eq!(place, service.region.here);
    let coordinator_there = service.region.member("Чужая Ольга Львовна", there).await;
    let at = metodist::units::Unit::Municipality(service.region.there);
    service.region.gives(&coordinator_there, RoleAt { role: Role::Coordinator, unit: at }).await;
    let id = crate::office::id(request(&service).await);
    coordinator_there.teacher.phone.presses_data(1, &format!("cs1.work.{id}")).answer().await;
    coordinator_there.teacher.phone.waits_for("Этого вопроса здесь уже нет").await;
    nothing_broke(&service.region.house).await;
}
