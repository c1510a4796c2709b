//! Where the municipality wants it, whoever registered by themselves is confirmed by one tap; elsewhere nothing changes.

use metodist::{
    execute,
    units::{Role, RoleAt},
};

use crate::{
    house::{House, stories},
    office::{Region, id},
    stages::nothing_broke,
    teacher::Teacher,
};

stories!(whoever_came_by_themselves_is_confirmed_by_one_tap, without_the_key_nobody_waits);

/// The municipality has wanted it for a while.
async fn wants_it(region: &Region) {
    let mut tx = region.house.app.db.begin().await.expect("a transaction");
    let since = region.house.clock.now() - chrono::TimeDelta::minutes(1);
    execute!(
        &mut tx,
        sqlx::query("UPDATE municipalities SET confirms_since = $2 WHERE id = $1")
            .bind(region.here)
            .bind(since)
    )
    .expect("it is wanted");
    tx.commit().await.expect("it is written down");
}

async fn comes_freely(region: &Region, name: &str, school: &str) -> Teacher {
    let mut teacher = Teacher::new(region.house.sandbox.crowd(1).remove(0));
    teacher.phone.says("/start");
    teacher.taps("Даю согласие").await;
    teacher.phone.waits_for("Как Вас зовут").await;
    teacher.types(name);
    for label in ["Лугоборский район", school, "Учитель", "Математика", "Готово", "2015"]
    {
        teacher.taps(label).await;
    }
    teacher.phone.waits_for("Рады, что Вы с нами").await;
    teacher
}

async fn whoever_came_by_themselves_is_confirmed_by_one_tap(house: House) {
    let region = Region::of(house).await;
    let mut anna = region.member("Петрова Анна Сергеевна", region.schools[0]).await;
    let mut leader = region.member("Директорова Дарья Ивановна", region.schools[0]).await;
    region.gives(&anna, RoleAt { role: Role::Coordinator, unit: region.here() }).await;
    region.gives(&leader, RoleAt { role: Role::SchoolLeader, unit: region.school() }).await;
    let elsewhere = region.member("Озёрова Вера Павловна", region.school_there).await;
    let there = metodist::units::Unit::Municipality(region.there);
    region.gives(&elsewhere, RoleAt { role: Role::Coordinator, unit: there }).await;
    wants_it(&region).await;
    let boris = comes_freely(&region, "Семёнов Борис Олегович", "Школа № 1").await;
    boris.phone.waits_for("Ждать не нужно").await;
    comes_freely(&region, "Гусева Инна Львовна", "Школа № 2").await;
    boris.phone.says("/diagnosis");
    boris.phone.waits_for("диагностик").await;
    let owed = "SELECT COUNT(*) FROM letters WHERE capability = 'invitations'";
    assert_eq!(region.house.count(owed).await, 2, "one each, however many come");

    let waits = "SELECT COUNT(*) FROM people_to_confirm";
    assert_eq!(region.house.count(waits).await, 2);
    // Long enough for any holidays to pass.
    region.house.clock.advance(chrono::TimeDelta::days(12)).await;
    let letter = anna.teacher.phone.waits_for("Ждут подтверждения 2 новых человека").await;
    assert!(letter.text.contains("Семёнов Борис Олегович, Школа № 1"), "{}", letter.text);
    let letter = leader.teacher.phone.waits_for("Ждёт подтверждения 1 новый человек").await;
    assert!(!letter.text.contains("Гусева"), "{}", letter.text);
    let person: uuid::Uuid = metodist::read!(&region.house.app.db, on => sqlx::query_scalar(
        "SELECT person_id FROM people_to_confirm WHERE school_id = $1").bind(region.schools[1]).fetch_one(on))
    .expect("she waits");
    for forger in [&elsewhere.teacher, &leader.teacher, &boris] {
        forger.phone.says("/menu");
        forger.phone.waits_for("чем займёмся").await;
        forger.phone.presses_data(1, &format!("in1.admit.{}", id(person))).answer().await;
        region.house.settles_soon().await;
        assert_eq!(region.house.count(waits).await, 2, "not theirs to confirm");
    }

    leader.teacher.phone.says("/admin");
    for label in ["Пригласить", "Новые люди (1)", "Семёнов Борис Олегович · Школа № 1"]
    {
        leader.teacher.taps(label).await;
    }
    leader.teacher.phone.waits_for("подтверждать некого").await;
    anna.teacher.phone.says("/people гусева");
    anna.teacher.taps("Гусева И. Л.").await;
    anna.teacher.phone.waits_for("Не подтверждено").await;
    anna.teacher.taps("Подтвердить").await;
    anna.teacher.phone.waits_for("подтверждать некого").await;
    assert_eq!(region.house.count(waits).await, 0);
    anna.teacher.phone.says("/audit");
    anna.teacher.phone.waits_for("Подтверждён человек: Гусева Инна Львовна").await;
    nothing_broke(&region.house).await;
}

async fn without_the_key_nobody_waits(house: House) {
    let region = Region::of(house).await;
    let anna = region.member("Петрова Анна Сергеевна", region.schools[0]).await;
    region.gives(&anna, RoleAt { role: Role::Coordinator, unit: region.here() }).await;
    let boris = comes_freely(&region, "Семёнов Борис Олегович", "Школа № 1").await;
    assert!(!boris.phone.screen().contains("подтверд"), "{}", boris.phone.screen());
    assert_eq!(region.house.count("SELECT COUNT(*) FROM people_to_confirm").await, 0);
    assert_eq!(region.house.count("SELECT COUNT(*) FROM letters WHERE capability = 'invitations'").await, 0);
    nothing_broke(&region.house).await;
}
