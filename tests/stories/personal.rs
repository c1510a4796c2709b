//! Somebody of a list is invited in person: whoever comes by that link, and nobody else, gets what the list says.

use chrono::TimeDelta;
use metodist::units::{Role, RoleAt, Unit};
use sandbox::Phone;
use uuid::Uuid;

use crate::{
    house::{House, stories},
    listed::text,
    office::{Member, Region, id},
    stages::nothing_broke,
    teacher::Teacher,
};

stories!(
    an_invited_person_of_a_list_gets_what_it_says,
    somebody_who_came_before_accepts_and_nobody_is_asked_again,
    a_link_for_one_holds_for_one_and_for_two_weeks,
    nobody_invites_in_person_whom_they_do_not_see,
);

const LIST: [&str; 3] = [
    "ФИО;Школа;Должность;Предметы;Дата рождения",
    "Тихонов Павел Аркадьевич;Школа № 1;учитель;физика;14.02.1979",
    "Белова Вера Павловна;Школа № 2;учитель;химия;",
];

/// A region whose coordinator has a list of two people.
async fn listed(house: House) -> (Region, Member) {
    let region = Region::of(house).await;
    let mut anna = region.member("Главная Алла Сергеевна", region.schools[0]).await;
    region.gives(&anna, RoleAt { role: Role::Coordinator, unit: region.here() }).await;
    anna.teacher.phone.sends(text(&LIST));
    anna.teacher.phone.waits_for("новых — 2").await;
    anna.teacher.taps("Загрузить").await;
    anna.teacher.taps("Полномочия").await;
    anna.teacher.phone.waits_for("Список загружен").await;
    (region, anna)
}

/// Invites Тихонов in person; returns what the link ends in.
async fn invites(region: &Region, anna: &mut Member) -> String {
    anna.teacher.phone.says("/people тихонов");
    anna.teacher.taps("Тихонов П. А. · ещё не в боте").await;
    let card = anna.teacher.phone.waits_for("Ещё не в боте").await;
    assert!(card.text.contains("Физика") && !card.screen().contains("[Назначить]"), "{}", card.screen());
    anna.teacher.taps("Пригласить лично").await;
    anna.teacher.phone.waits_for("Здравствуйте, Павел Аркадьевич!").await;
    region.house.settles().await;
    metodist::read!(&region.house.app.db, on => sqlx::query_scalar(
        "SELECT token FROM invitations WHERE meant_for IS NOT NULL ORDER BY created_at DESC, id DESC LIMIT 1")
        .fetch_one(on))
    .expect("an invitation in person")
}

async fn comes_in(phone: Phone, token: &str, name: &str) -> Teacher {
    let mut teacher = Teacher::new(phone);
    teacher.phone.says(&format!("/start {token}"));
    teacher.taps("Даю согласие").await;
    teacher.phone.waits_for("Как Вас зовут").await;
    teacher.types(name);
    for label in ["Учитель", "Математика", "Готово", "2015"] {
        teacher.taps(label).await;
    }
    teacher.phone.waits_for("Рады, что Вы с нами").await;
    teacher
}

async fn open_matches(region: &Region) -> i64 {
    region.house.count("SELECT COUNT(*) FROM roster_matches WHERE state = 'open'").await
}

async fn an_invited_person_of_a_list_gets_what_it_says(house: House) {
    let (region, mut anna) = listed(house).await;
    anna.teacher.phone.says("/people");
    anna.teacher.phone.waits_for("Ещё 2 из списков").await;
    let token = invites(&region, &mut anna).await;
    let pavel = comes_in(region.house.person("Павел"), &token, "Тихонов Павел").await;
    pavel.phone.waits_for("То, что было о Вас в списке").await;
    pavel.phone.says("/profile");
    let profile = pavel.phone.waits_for("14.02.1979").await;
    assert!(profile.text.contains("Физика"), "{}", profile.text);
    assert_eq!(open_matches(&region).await, 0, "nobody is asked who that is");
    assert_eq!(region.house.count("SELECT COUNT(*) FROM roster_people").await, 1);
    anna.teacher.phone.says("/people тихонов");
    let found = anna.teacher.phone.waits_for("«тихонов» нашёлся").await;
    region.house.settles().await;
    let now = anna.teacher.screen().expect("a screen");
    assert!(now.screen().contains("[Тихонов П. · Школа № 1]"), "{} {}", found.screen(), now.screen());
    anna.teacher.phone.sends(text(&LIST));
    let again = anna.teacher.phone.waits_for("Проверка списка").await;
    let is_known = again.text.contains("новых — 0") && again.text.contains("без изменений — 2");
    assert!(is_known, "the list still knows who that is: {}", again.text);
    nothing_broke(&region.house).await;
}

async fn somebody_who_came_before_accepts_and_nobody_is_asked_again(house: House) {
    let (region, mut anna) = listed(house).await;
    let mut pavel = Teacher::new(region.house.person("Павел"));
    pavel.phone.says("/start");
    pavel.taps("Даю согласие").await;
    pavel.phone.waits_for("Как Вас зовут").await;
    pavel.types("Тихонов Павел");
    for label in ["Лугоборский район", "Школа № 1", "Учитель", "Математика", "Готово", "2015"]
    {
        pavel.taps(label).await;
    }
    pavel.phone.waits_for("Рады, что Вы с нами").await;
    assert_eq!(open_matches(&region).await, 1);
    // Her letter would come in between.
    anna.teacher.phone.waits_for("новая регистрация").await;
    let token = invites(&region, &mut anna).await;
    pavel.phone.says(&format!("/start {token}"));
    pavel.taps("Принять").await;
    pavel.phone.waits_for("То, что было о Вас в списке").await;
    assert_eq!(open_matches(&region).await, 0);
    anna.teacher.phone.says("/admin");
    anna.teacher.taps("Совпадения").await;
    anna.teacher.phone.waits_for("Все совпадения разобраны").await;
    nothing_broke(&region.house).await;
}

async fn a_link_for_one_holds_for_one_and_for_two_weeks(house: House) {
    let (region, mut anna) = listed(house).await;
    let token = invites(&region, &mut anna).await;
    comes_in(region.house.person("Павел"), &token, "Тихонов Павел").await;
    let other = Teacher::new(region.house.person("Чужой"));
    other.phone.says(&format!("/start {token}"));
    other.phone.waits_for("пришли уже все").await;
    let (region, mut anna) = listed(House::build(region.house.engine()).await).await;
    let token = invites(&region, &mut anna).await;
    region.house.clock.jump(TimeDelta::days(15));
    let late = Teacher::new(region.house.person("Поздний"));
    late.phone.says(&format!("/start {token}"));
    late.phone.waits_for("Срок этого приглашения закончился").await;
    nothing_broke(&region.house).await;
}

async fn nobody_invites_in_person_whom_they_do_not_see(house: House) {
    let (region, _anna) = listed(house).await;
    let there = region.member("Озёрова Вера Павловна", region.school_there).await;
    region.gives(&there, RoleAt { role: Role::Coordinator, unit: Unit::Municipality(region.there) }).await;
    let leader = region.member("Завучева Зоя Ивановна", region.schools[1]).await;
    let second = Unit::School(region.here, region.schools[1]);
    region.gives(&leader, RoleAt { role: Role::SchoolLeader, unit: second }).await;
    let teacher = region.member("Простая Ия", region.schools[0]).await;
    let pavel: Uuid = metodist::read!(&region.house.app.db, on => sqlx::query_scalar(
        "SELECT id FROM persons WHERE family_name = 'Тихонов'").fetch_one(on))
    .expect("somebody of the list");
    for member in [&there, &leader, &teacher] {
        member.teacher.phone.says("/people тихонов");
        region.house.settles_soon().await;
        for verb in ["in1.personal", "di1.card", "di1.appoint"] {
            member.teacher.phone.presses_data(1, &format!("{verb}.{}", id(pavel))).answer().await;
            region.house.settles_soon().await;
        }
        let chat = crate::house::transcript(&member.teacher.phone);
        assert!(!chat.contains("Аркадьевич") && !chat.contains("Тихонов П."), "{chat}");
    }
    assert_eq!(region.house.count("SELECT COUNT(*) FROM invitations").await, 0);
    nothing_broke(&region.house).await;
}
