//! Somebody registers under a name of a list: they see nothing of it, and whoever can tell says who they are.

use std::time::Duration;

use metodist::units::{Role, RoleAt};
use sandbox::Phone;

use crate::{
    house::{Engine, House},
    letters::{on_both_engines, quiet_house},
    listed::text,
    office::{Member, Region},
    stages::nothing_broke,
    teacher::Teacher,
};

on_both_engines!(
    a_newcomer_of_a_list_is_confirmed_and_parted_again,
    one_question_follows_the_other,
    a_leader_decides_for_their_school_and_nobody_about_themselves,
);

/// A region with a coordinator whose list names two people of the first school.
async fn listed(engine: Engine) -> (Region, Member) {
    let house: House = quiet_house(engine).await;
    let region = Region::of(house).await;
    let mut anna = region.member("Главная Алла Сергеевна", region.schools[0]).await;
    region.gives(&anna, RoleAt { role: Role::Coordinator, unit: region.here() }).await;
    anna.teacher.phone.sends(text(&[
        "ФИО;Школа;Должность;Предметы;Дата рождения;Ставка",
        "Семёнова Вера Павловна;Школа № 1;учитель;физика;07.03.1985;0,5",
        "Семёнова Вера Павловна;Школа № 2;методист;;07.03.1985;",
        "Белов Иван Ильич;Школа № 1;учитель;химия;;1",
    ]));
    anna.teacher.phone.waits_for("новых — 2").await;
    anna.teacher.taps("Загрузить").await;
    anna.teacher.taps("Полномочия").await;
    anna.teacher.phone.waits_for("Список загружен").await;
    (region, anna)
}

/// Registers by chat at the first school of the first municipality.
async fn registers(phone: Phone, name: &str) -> Teacher {
    let mut newcomer = Teacher::new(phone);
    newcomer.phone.says("/start");
    newcomer.taps("Даю согласие").await;
    newcomer.phone.waits_for("Как Вас зовут").await;
    newcomer.types(name);
    for label in ["Лугоборский район", "Школа № 1", "Учитель", "Математика", "Готово", "2015"]
    {
        newcomer.taps(label).await;
    }
    newcomer.phone.waits_for("Рады, что Вы с нами").await;
    newcomer
}

async fn open_matches(region: &Region) -> i64 {
    region.house.count("SELECT COUNT(*) FROM roster_matches WHERE state = 'open'").await
}

async fn a_newcomer_of_a_list_is_confirmed_and_parted_again(engine: Engine) {
    let (region, mut anna) = listed(engine).await;
    let phone = region.house.person("Вера");
    let newcomer = registers(phone, "Вера Павловна Симёнова").await;
    assert_eq!(open_matches(&region).await, 1);
    newcomer.phone.says("/profile");
    let profile = newcomer.phone.waits_for("СОШ № 1").await;
    assert!(!profile.text.contains("07.03.1985") && !profile.text.contains("Методист"), "{}", profile.text);
    anna.teacher.phone.waits_for("Симёнова Вера Павловна: новая регистрация").await;
    anna.teacher.taps("Это один человек").await;
    anna.teacher.phone.waits_for("— один человек. Данные").await;
    newcomer.phone.says("/profile");
    let profile = newcomer.phone.waits_for("07.03.1985").await;
    assert!(profile.text.contains("Методист"), "{}", profile.text);
    let subjects = "SELECT COUNT(*) FROM employment_subjects";
    assert_eq!(region.house.count(subjects).await, 4, "mathematics of two, physics, chemistry");
    anna.teacher.taps("Вернуть как было").await;
    anna.teacher.phone.waits_for("Это один человек?").await;
    newcomer.phone.says("/profile");
    region.house.settles().await;
    let profile = newcomer.screen().expect("a screen");
    assert!(!profile.text.contains("07.03.1985") && !profile.text.contains("Методист"), "{}", profile.text);
    assert_eq!(
        region.house.count("SELECT COUNT(*) FROM roster_people").await,
        2,
        "both are of the list again"
    );
    let shares = "SELECT COUNT(*) FROM employments WHERE share_percent = 50 AND ended_at IS NULL";
    assert_eq!(region.house.count(shares).await, 1, "the share is the list's again");
    anna.teacher.taps("Другой человек").await;
    anna.teacher.phone.waits_for("другой человек").await;
    anna.teacher.phone.says("/admin");
    anna.teacher.taps("Совпадения").await;
    anna.teacher.phone.waits_for("Все совпадения разобраны").await;
    nothing_broke(&region.house).await;
}

async fn one_question_follows_the_other(engine: Engine) {
    let (region, mut anna) = listed(engine).await;
    registers(region.house.person("Вера"), "Семёнова Вера").await;
    registers(region.house.person("Иван"), "Белов Иван").await;
    anna.teacher.phone.says("/admin");
    anna.teacher.taps("Совпадения (2)").await;
    anna.teacher.phone.waits_for("Ещё ждут решения: 1").await;
    anna.teacher.taps("Это один человек").await;
    let next = anna.teacher.phone.waits_for("и человек из списка — один человек").await;
    assert!(next.text.contains("Это один человек?") && !next.text.contains("Ещё ждут"), "{}", next.text);
    anna.teacher.taps("Вернуть предыдущее").await;
    anna.teacher.phone.waits_for("Ещё ждут решения: 1").await;
    assert_eq!(open_matches(&region).await, 2);
    anna.teacher.taps("Другой человек").await;
    anna.teacher.waits_for_button("Вернуть предыдущее").await;
    anna.teacher.taps("Другой человек").await;
    anna.teacher.waits_for_button("Вернуть как было").await;
    anna.teacher.phone.says("/admin");
    anna.teacher.phone.waits_for("Ваши роли").await;
    region.house.settles().await;
    let admin = anna.teacher.screen().expect("a screen");
    assert!(admin.screen().contains("[Совпадения]"), "nothing waits any more: {}", admin.screen());
    nothing_broke(&region.house).await;
}

async fn a_leader_decides_for_their_school_and_nobody_about_themselves(engine: Engine) {
    let (region, _anna) = listed(engine).await;
    let mut leader = region.member("Директорова Дарья Ивановна", region.schools[0]).await;
    let elsewhere = region.member("Завучева Зоя Ивановна", region.schools[1]).await;
    region.gives(&leader, RoleAt { role: Role::SchoolLeader, unit: region.school() }).await;
    let other = metodist::units::Unit::School(region.here, region.schools[1]);
    region.gives(&elsewhere, RoleAt { role: Role::SchoolLeader, unit: other }).await;
    let ivan = registers(region.house.person("Иван"), "Белов Иван Ильич").await;
    let found: uuid::Uuid = metodist::read!(&region.house.app.db, on =>
        sqlx::query_scalar("SELECT id FROM roster_matches").fetch_one(on))
    .expect("a match");
    let same = format!("ro1.same.{}", crate::office::id(found));
    for phone in [&elsewhere.teacher.phone, &ivan.phone] {
        phone.presses_data(1, &same).answer().await;
        region.house.settles_soon().await;
        assert_eq!(open_matches(&region).await, 1, "not theirs to say");
    }
    leader.teacher.phone.waits_for("Белов Иван Ильич: новая регистрация").await;
    leader.teacher.phone.says("/admin");
    leader.teacher.taps("Совпадения").await;
    leader.teacher.taps("Это один человек").await;
    leader.teacher.phone.waits_for("— один человек. Данные").await;
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert_eq!(open_matches(&region).await, 0);
    ivan.phone.says("/privacy");
    ivan.phone.waits_for("Химия").await;
    nothing_broke(&region.house).await;
}
