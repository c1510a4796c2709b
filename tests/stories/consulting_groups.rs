//! Group consultations: announced, joined by whoever has asked about the same, closed for all with the same materials.

use chrono::TimeDelta;

use crate::{
    consulting::Service,
    house::{House, stories},
    office::id,
    stages::nothing_broke,
};

stories!(
    a_group_closes_what_everybody_asked,
    whoever_asks_about_the_same_is_offered_to_join,
    a_group_that_is_called_off_leaves_the_questions_open,
);

impl Service {
    /// The second methodologist announces a group about lessons, for mathematics.
    async fn announces(&mut self, seats: usize) {
        let vera = &mut self.methodologists[1];
        vera.teacher.phone.says("/queue");
        vera.taps("Групповые").await;
        vera.taps("Объявить новую").await;
        vera.taps("Урок: методика").await;
        vera.teacher.phone.waits_for("напишите четыре строки").await;
        vera.taps("☐ Математика").await;
        vera.teacher.waits_for_button("☑ Математика").await;
        vera.teacher.types("Проекты\nкогда-нибудь\nШкола № 2\n10");
        vera.teacher.phone.waits_for("Вторая строка — день и время").await;
        vera.teacher.types(&format!("Проекты в 7 классе\nчт с 15 до 16\nШкола № 2\n{seats}"));
        let draft = vera.teacher.phone.waits_for("Всё верно?").await;
        assert!(draft.screen().contains("четверг, "), "{}", draft.screen());
        vera.taps("Объявить").await;
        vera.teacher.phone.waits_for("Придут: 0").await;
    }

    async fn group(&self) -> String {
        let group: uuid::Uuid = metodist::read!(&self.region.house.app.db, on =>
            sqlx::query_scalar("SELECT id FROM consultation_groups").fetch_one(on))
        .expect("the group");
        id(group)
    }
}

async fn a_group_closes_what_everybody_asked(house: House) {
    let mut service = Service::of(house).await;
    service.asks("Как начать проект?").await;
    service.announces(1).await;
    service.teacher.teacher.phone.waits_for("о том, что Вы спрашивали").await;
    service.teacher.taps("Присоединиться").await;
    service.teacher.teacher.phone.waits_for("Вы придёте").await;
    service
        .teacher
        .teacher
        .phone
        .waits_until("the file", |chat| {
            chat.iter().any(|bubble| bubble.file.as_ref().is_some_and(|file| file.name.ends_with(".ics")))
        })
        .await;
    let open = "SELECT COUNT(*) FROM consultation_requests WHERE state = 'sent'";
    assert_eq!(service.region.house.count(open).await, 1, "joining closes nothing");
    let group = service.group().await;
    let late = service.region.member("Позднева Инна Львовна", service.region.schools[0]).await;
    late.teacher.phone.presses_data(1, &format!("cs1.join.{group}")).answer().await;
    late.teacher.phone.waits_for("Мест уже нет").await;
    let abroad = service.region.member("Чужая Ольга Львовна", service.region.school_there).await;
    abroad.teacher.phone.presses_data(1, &format!("cs1.join.{group}")).answer().await;
    abroad.teacher.phone.waits_for("Этого вопроса здесь уже нет").await;
    let boris = service.methodologists[0].teacher.phone.clone();
    for verb in ["group", "groupclose", "calloff"] {
        boris.presses_data(1, &format!("cs1.{verb}.{group}")).answer().await;
        boris.waits_for("Этого вопроса здесь уже нет").await;
    }

    service.region.house.clock.advance(TimeDelta::days(3) + TimeDelta::hours(6)).await;
    service.teacher.teacher.phone.waits_for("Скоро групповая консультация").await;
    let vera = &mut service.methodologists[1];
    vera.teacher.phone.says("/queue");
    vera.taps("Групповые").await;
    vera.taps("Проекты в 7 классе").await;
    vera.taps("☐ Белова А. П.").await;
    vera.teacher.waits_for_button("☑ Белова А. П.").await;
    vera.taps("Закрыть с материалами").await;
    vera.teacher.phone.waits_for("пришлите материалы").await;
    vera.teacher.types("Начинайте с вопроса ученика.");
    vera.teacher.phone.waits_for("Групповые консультации").await;
    let closed = service.teacher.teacher.phone.waits_for("Как Вам ответ").await;
    assert!(closed.screen().contains("Начинайте с вопроса ученика"), "{}", closed.screen());
    let done = "SELECT COUNT(*) FROM consultation_requests WHERE state = 'closed' AND taken_by IS NOT NULL";
    assert_eq!(service.region.house.count(done).await, 1);
    assert_eq!(
        service.region.house.count("SELECT COUNT(*) FROM consultation_group_members WHERE came").await,
        1
    );
    nothing_broke(&service.region.house).await;
}

async fn whoever_asks_about_the_same_is_offered_to_join(house: House) {
    let mut service = Service::of(house).await;
    service.announces(10).await;
    service.teacher.teacher.phone.says("/consult");
    service.teacher.taps("Урок: методика").await;
    service.teacher.taps("👥 Проекты в 7 классе").await;
    service.teacher.taps("Присоединиться").await;
    service.teacher.teacher.phone.waits_for("Вы придёте").await;
    service.teacher.taps("Не приду").await;
    service.teacher.taps("К моему вопросу").await;
    service.teacher.teacher.phone.waits_for("Напишите вопрос своими словами").await;
    assert_eq!(service.region.house.count("SELECT COUNT(*) FROM consultation_group_members").await, 0);
    nothing_broke(&service.region.house).await;
}

async fn a_group_that_is_called_off_leaves_the_questions_open(house: House) {
    let mut service = Service::of(house).await;
    service.asks("Как начать проект?").await;
    service.announces(10).await;
    service.teacher.teacher.phone.waits_for("о том, что Вы спрашивали").await;
    service.teacher.taps("Присоединиться").await;
    service.teacher.teacher.phone.waits_for("Вы придёте").await;
    let vera = &mut service.methodologists[1];
    vera.teacher.phone.says("/queue");
    vera.taps("Групповые").await;
    vera.taps("Проекты в 7 классе").await;
    vera.taps("Отменить").await;
    service.teacher.teacher.phone.waits_for("не состоится").await;
    let open = "SELECT COUNT(*) FROM consultation_requests WHERE state = 'sent'";
    assert_eq!(service.region.house.count(open).await, 1);
    nothing_broke(&service.region.house).await;
}
