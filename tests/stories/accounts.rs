//! One person and their accounts: another one attached by a code, a lost one's place taken again, two records joined; and
//! that a name alone opens nothing.

use std::time::Duration;

use chrono::TimeDelta;
use metodist::units::{Role, RoleAt, Unit};
use sandbox::Phone;

use crate::{
    house::Engine,
    letters::{on_both_engines, quiet_house},
    office::{Member, Region, id},
    stages::nothing_broke,
    teacher::Teacher,
};

on_both_engines!(
    a_code_attaches_another_account_once,
    codes_cannot_be_guessed,
    a_lost_account_is_given_back_and_the_old_one_is_shut,
    nobody_hands_out_what_is_not_theirs,
    two_records_are_joined_and_everything_goes_along,
);

/// What is erased with a person has to go along when they turn out to be another; the directory and the organisations
/// only keep what others look for.
#[test]
fn whoever_erases_people_also_merges_them() {
    for capability in metodist::dispatch::capabilities() {
        let only_searches = ["directory", "organisations"].contains(&capability.name);
        let is_asked = capability.forget.is_some() && !only_searches;
        assert!(!is_asked || capability.merged.is_some(), "{} loses what it holds", capability.name);
    }
}

/// A region with a coordinator and a teacher of the first school.
async fn office(engine: Engine) -> (Region, Member, Member) {
    let region = Region::of(quiet_house(engine).await).await;
    let coordinator = region.member("Главная Алла Сергеевна", region.schools[0]).await;
    region.gives(&coordinator, RoleAt { role: Role::Coordinator, unit: region.here() }).await;
    let anna = region.member("Петрова Анна Сергеевна", region.schools[0]).await;
    (region, coordinator, anna)
}

/// Takes a code from a screen that has just been asked for one.
async fn code_of(member: &mut Member) -> String {
    member.teacher.phone.says("/settings");
    member.teacher.taps("Подключить другой аккаунт").await;
    let text = member.teacher.phone.waits_for("Код для другого аккаунта").await.text;
    let digits: String = text.chars().filter(char::is_ascii_digit).take(8).collect();
    assert_eq!(digits.len(), 8, "{text}");
    digits
}

async fn types_code(phone: &Phone, code: &str) {
    phone.says("/start");
    phone.taps("Я уже есть в боте").await;
    phone.waits_for("код из восьми цифр").await;
    phone.says(code);
}

async fn registers(phone: Phone, name: &str) -> Teacher {
    let mut newcomer = Teacher::new(phone);
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

/// Whose name this phone's profile shows.
async fn is_shown(phone: &Phone, name: &str) {
    phone.says("/profile");
    phone.waits_for(name).await;
}

async fn a_code_attaches_another_account_once(engine: Engine) {
    let (region, _, mut anna) = office(engine).await;
    let code = code_of(&mut anna).await;
    assert_eq!(region.house.count("SELECT COUNT(*) FROM account_codes").await, 1);
    let other = region.house.sandbox.crowd(1).remove(0);
    types_code(&other, &format!("{} {}", &code[..4], &code[4..])).await;
    other.waits_for("этот аккаунт подключён").await;
    is_shown(&other, "Петрова Анна Сергеевна").await;
    let third = region.house.sandbox.crowd(1).remove(0);
    types_code(&third, &code).await;
    third.waits_for("Такого кода нет").await;
    anna.teacher.phone.waits_for("К Вам подключили другой аккаунт").await;
    assert!(!other.screen().contains("К Вам подключили"), "the old account is told, not the new one");
    anna.teacher.taps("Это не я").await;
    anna.teacher.phone.waits_for("Тот аккаунт отключён").await;
    other.says("/profile");
    other.waits_for("нужно Ваше согласие").await;
    is_shown(&anna.teacher.phone, "Петрова Анна Сергеевна").await;
    assert_eq!(region.house.count("SELECT COUNT(*) FROM persons").await, 2);
    nothing_broke(&region.house).await;
}

async fn codes_cannot_be_guessed(engine: Engine) {
    let (region, _, mut anna) = office(engine).await;
    let other = region.house.sandbox.crowd(1).remove(0);
    let code = code_of(&mut anna).await;
    let wrong = if code == "11111111" { "22222222" } else { "11111111" };
    types_code(&other, "сегодня").await;
    other.waits_for("В коде восемь цифр").await;
    for left in ["4 попытки", "3 попытки", "2 попытки", "1 попытка", "Слишком много попыток"]
    {
        other.says(wrong);
        other.waits_for(left).await;
    }
    other.says(&code);
    region.house.settles_soon().await;
    other.says("/profile");
    other.waits_for("нужно Ваше согласие").await;
    region.house.clock.advance(TimeDelta::minutes(61)).await;
    types_code(&other, &code).await;
    other.waits_for("Осталось 4 попытки").await;
    nothing_broke(&region.house).await;
}

/// Somebody new who has registered and asks for the place of the account that they lost.
async fn has_lost(region: &Region, name: &str) -> Teacher {
    let phone = region.house.sandbox.crowd(1).remove(0);
    phone.says("/start");
    phone.taps("Я уже есть в боте").await;
    phone.taps("Нет доступа к прежнему аккаунту").await;
    phone.waits_for("Сначала познакомимся").await;
    let newcomer = registers(phone, name).await;
    newcomer.phone.waits_for("Передаю просьбу вернуть доступ").await;
    newcomer
}

async fn a_lost_account_is_given_back_and_the_old_one_is_shut(engine: Engine) {
    let (region, coordinator, anna) = office(engine).await;
    let newcomer = has_lost(&region, "Петрова Анна Сергеевна").await;
    newcomer.phone.says("/start");
    let mut coordinator = coordinator.teacher;
    coordinator.phone.waits_for("Петрова Анна Сергеевна: просит вернуть доступ").await;
    coordinator.taps("Посмотреть").await;
    coordinator.taps("Это Петрова А. С.").await;
    coordinator.phone.waits_for("доступ возвращён").await;
    anna.teacher.phone.waits_for("Этот аккаунт больше не действует").await;
    newcomer.phone.waits_for("Ваши записи соединены").await;
    is_shown(&newcomer.phone, "Петрова Анна Сергеевна").await;
    anna.teacher.phone.says("/profile");
    anna.teacher.phone.waits_for("нужно Ваше согласие").await;

    let old = anna.teacher.clone();
    anna.teacher.phone.says("/start");
    old.phone.waits_for("помощник педагогов").await;
    let letter = old.phone.chat().into_iter().rfind(|bubble| bubble.text.contains("больше не действует"));
    let button = letter.expect("the letter").buttons.concat().remove(0).data.expect("a payload");
    old.phone.presses_data(1, &button).answer().await;
    coordinator.phone.waits_for("доступ передан по ошибке").await;
    coordinator.taps("Посмотреть").await;
    coordinator.taps("Отменить").await;
    coordinator.phone.waits_for("решение отменено").await;
    is_shown(&old.phone, "Петрова Анна Сергеевна").await;
    assert_eq!(region.house.count("SELECT COUNT(*) FROM contacts WHERE state = 'gone'").await, 0);
    assert_eq!(region.house.count("SELECT COUNT(DISTINCT person_id) FROM contacts").await, 3);
    nothing_broke(&region.house).await;
}

async fn nobody_hands_out_what_is_not_theirs(engine: Engine) {
    let (region, coordinator, anna) = office(engine).await;
    let leader = region.member("Директорова Дарья Ивановна", region.schools[0]).await;
    region.gives(&leader, RoleAt { role: Role::SchoolLeader, unit: region.school() }).await;
    let elsewhere = region.member("Озёрова Вера Павловна", region.school_there).await;
    region
        .gives(&elsewhere, RoleAt { role: Role::Coordinator, unit: Unit::Municipality(region.there) })
        .await;
    has_lost(&region, "Главная Алла Сергеевна").await;
    let newcomer: uuid::Uuid = metodist::read!(&region.house.app.db, on => sqlx::query_scalar(
        "SELECT former_id FROM account_moves WHERE state = 'asked'").fetch_one(on))
    .expect("it was asked");
    let joins = |former, person| format!("ac1.join.{}.{}", id(former), id(person));
    for (forger, payload) in [
        (&leader, joins(newcomer, coordinator.person)),
        (&elsewhere, joins(newcomer, anna.person)),
        (&anna, joins(newcomer, anna.person)),
        (&coordinator, joins(newcomer, coordinator.person)),
        (&coordinator, joins(newcomer, elsewhere.person)),
        (&coordinator, joins(anna.person, anna.person)),
        (&elsewhere, format!("ac1.decline.{}", id(newcomer))),
    ] {
        forger.teacher.phone.says("/menu");
        forger.teacher.phone.waits_for("чем займёмся").await;
        forger.teacher.phone.presses_data(1, &payload).answer().await;
        region.house.settles_soon().await;
    }
    let asked = "SELECT COUNT(*) FROM account_moves WHERE state = 'asked'";
    assert_eq!(region.house.count(asked).await, 1, "nothing has happened");
    assert_eq!(region.house.count("SELECT COUNT(*) FROM account_moves").await, 1);
    let mut leader = leader.teacher;
    leader.phone.says("/admin");
    leader.taps("Просят вернуть доступ").await;
    leader.taps("Главная Алла Сергеевна").await;
    leader.taps("Отклонить").await;
    leader.phone.waits_for("никто не просит").await;
    assert_eq!(region.house.count(asked).await, 0);
    nothing_broke(&region.house).await;
}

/// A course, and an entry, a category and a topic in the portfolio.
async fn has_a_past(region: &Region, member: &Member) {
    let mut tx = region.house.app.db.begin().await.expect("a transaction");
    for statement in [
        "INSERT INTO courses (id, person_id, kind, title, created_at) VALUES ($2, $1, 'training', 'Чтение', $3)",
        "INSERT INTO portfolio_entries (id, person_id, kind, title, created_at) VALUES ($2, $1, 'lesson', 'Урок', $3)",
    ] {
        metodist::execute!(
            &mut tx,
            sqlx::query(statement)
                .bind(member.person)
                .bind(uuid::Uuid::now_v7())
                .bind(region.house.clock.now())
        )
        .expect("it is written down");
    }
    metodist::execute!(
        &mut tx,
        sqlx::query("INSERT INTO portfolio_studies (person_id, topic) VALUES ($1, 'Смысловое чтение')")
            .bind(member.person)
    )
    .expect("it is written down");
    tx.commit().await.expect("it is written down");
}

async fn two_records_are_joined_and_everything_goes_along(engine: Engine) {
    let (region, coordinator, anna) = office(engine).await;
    let twice = region.member("Петровская Анна Сергеевна", region.schools[1]).await;
    let association = region.association(Unit::School(region.here, region.schools[1]), "Математики").await;
    region.takes_in(association, &twice).await;
    region.gives(&twice, RoleAt { role: Role::AssociationHead, unit: association }).await;
    has_a_past(&region, &twice).await;
    let mut coordinator = coordinator.teacher;
    coordinator.phone.says("/people Петровская");
    coordinator.taps("Петровская А. С.").await;
    coordinator.taps("Это тот же человек").await;
    coordinator.phone.waits_for("Напишите первые буквы").await;
    coordinator.types("Петрова");
    coordinator.taps("Петрова А. С.").await;
    coordinator.phone.waits_for("один человек?").await;
    coordinator.taps("Да, один человек").await;
    coordinator.phone.waits_for("теперь один человек").await;
    is_shown(&twice.teacher.phone, "Петрова Анна Сергеевна").await;
    is_shown(&anna.teacher.phone, "Петрова Анна Сергеевна").await;
    region.house.clock.advance(TimeDelta::days(2)).await;
    tokio::time::sleep(Duration::from_millis(200)).await;
    region.house.settles_soon().await;
    let left = "SELECT COUNT(*) FROM persons WHERE family_name = 'Петровская'";
    assert_eq!(region.house.count(left).await, 0);
    let belongs = "SELECT COUNT(*) FROM association_members m JOIN persons p ON p.id = m.person_id
         WHERE p.family_name = 'Петрова' AND m.ended_at IS NULL";
    assert_eq!(region.house.count(belongs).await, 1, "memberships go along");
    let past = "SELECT (SELECT COUNT(*) FROM courses) + (SELECT COUNT(*) FROM portfolio_entries)
         + (SELECT COUNT(*) FROM portfolio_studies)";
    assert_eq!(region.house.count(past).await, 3, "courses and the portfolio too");
    assert!(
        region.roles().await.contains(&"Петрова association_head".to_owned()),
        "{:?}",
        region.roles().await
    );
    twice.teacher.phone.says("/profile");
    twice.teacher.phone.waits_for("МБОУ «СОШ № 2»").await;
    nothing_broke(&region.house).await;
}
