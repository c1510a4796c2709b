//! A teacher's portfolio: entries with files, the category, the topic of the year, and all of it as one paper.

use metodist::units::{Role, RoleAt};
use sandbox::{Bubble, Sent};

use crate::{
    house::{Engine, House, stories},
    letters::{on_both_engines, quiet_house},
    office::{Member, Region, id},
    stages::nothing_broke,
};

stories!(
    a_portfolio_becomes_a_paper,
    an_entry_is_changed_and_deleted,
    nobody_reaches_anothers_entry,
    a_coordinator_sees_who_is_attested,
);

on_both_engines!(whoever_is_attested_soon_is_reminded_of_what_is_missing);

/// Adds an event by chat, with a file.
async fn adds_event(member: &mut Member, title: &str) {
    let teacher = &mut member.teacher;
    teacher.phone.says("/portfolio");
    teacher.taps("Добавить запись").await;
    teacher.taps("Мероприятие").await;
    teacher.phone.waits_for("Как называлось мероприятие").await;
    teacher.types(title);
    teacher.phone.waits_for("Когда это было").await;
    teacher.types("12.03.2026");
    teacher.phone.waits_for("В какой роли").await;
    teacher.types("докладчик");
    teacher.phone.waits_for("Напишите пару слов").await;
    teacher.taps("Пропустить").await;
    teacher.phone.waits_for("Пришлите фото или файл").await;
    teacher.phone.sends(Sent::Document { name: "грамота.pdf".into(), bytes: b"%PDF-1.4".to_vec() });
    teacher.waits_for_button("Открыть файл").await;
}

/// The portfolio as it was sent last.
async fn paper(member: &Member) -> String {
    let has = |bubble: &Bubble| bubble.file.as_ref().is_some_and(|file| file.name.ends_with(".docx"));
    member.teacher.phone.waits_until("the paper", |chat| chat.iter().any(has)).await;
    let newest = member.teacher.phone.chat().into_iter().rev().find(has).and_then(|bubble| bubble.file);
    docx_rs::read_docx(&newest.expect("a file").bytes).expect("a paper").json()
}

async fn a_portfolio_becomes_a_paper(house: House) {
    let region = Region::of(house).await;
    let mut boris = region.member("Семёнов Борис Олегович", region.schools[1]).await;
    adds_event(&mut boris, "Районный семинар").await;
    boris.teacher.phone.says("/portfolio");
    boris.teacher.taps("Категория").await;
    boris.teacher.taps("Первая").await;
    boris.teacher.phone.waits_for("Когда присвоена").await;
    boris.teacher.types("12.03.2022 – 12.03.2027");
    boris.teacher.phone.waits_for("Учитель, первая категория, с 12.03.2022 до 12.03.2027").await;
    boris.teacher.taps("Самообразование").await;
    boris.teacher.taps("Тема").await;
    boris.teacher.phone.waits_for("Над какой темой").await;
    boris.teacher.types("Смысловое чтение");
    boris.teacher.phone.waits_for("Тема: Смысловое чтение").await;
    boris.teacher.phone.says("/courses");
    boris.teacher.taps("Добавить").await;
    boris.teacher.taps("Переподготовка").await;
    boris.teacher.phone.waits_for("Как называется программа").await;
    boris.teacher.types("Менеджмент в образовании");
    boris.teacher.phone.waits_for("Кто проводил").await;
    boris.teacher.phone.says("/menu");
    boris.teacher.taps = 0;
    boris.teacher.taps("Портфолио").await;
    boris.teacher.taps("Скачать портфолио").await;
    assert_eq!(boris.teacher.taps, 2, "from the menu to the paper");
    let paper = paper(&boris).await;
    for words in [
        "ПОРТФОЛИО",
        "Семёнов Борис Олегович",
        "МБОУ «СОШ № 2», Учитель, Математика",
        "«Менеджмент в образовании», профессиональная переподготовка",
        "первая категория, с 12.03.2022 до 12.03.2027",
        "Районный семинар",
        "докладчик",
        "Тема: Смысловое чтение",
    ] {
        assert!(paper.contains(words), "{words}");
    }
    boris.teacher.phone.says("/privacy");
    let told = boris.teacher.phone.waits_for("Портфолио: Мероприятие, Районный семинар").await.screen();
    assert!(told.contains("Самообразование, тема: Смысловое чтение"), "{told}");
    nothing_broke(&region.house).await;
}

async fn an_entry_is_changed_and_deleted(house: House) {
    let region = Region::of(house).await;
    let mut boris = region.member("Семёнов Борис Олегович", region.schools[1]).await;
    adds_event(&mut boris, "Районный семинар").await;
    boris.teacher.taps("Дата").await;
    boris.teacher.phone.waits_for("Когда это было").await;
    boris.teacher.types("весной");
    boris.teacher.phone.waits_for("Не получилось разобрать").await;
    boris.teacher.types("13.03.2026");
    boris.teacher.phone.waits_for("В какой роли").await;
    boris.teacher.taps("‹ К записи").await;
    boris.teacher.phone.waits_for("Когда: 13.03.2026").await;
    for label in ["‹ Мои записи", "Мероприятие · Районный семинар", "Удалить запись", "Да, удалить"]
    {
        boris.teacher.taps(label).await;
    }
    boris.teacher.phone.waits_for("Пока ничего нет").await;
    assert_eq!(region.house.count("SELECT COUNT(*) FROM attachments").await, 0, "the file went along");
    nothing_broke(&region.house).await;
}

async fn a_coordinator_sees_who_is_attested(house: House) {
    let region = Region::of(house).await;
    let mut anna = region.member("Петрова Анна Сергеевна", region.schools[0]).await;
    region.gives(&anna, RoleAt { role: Role::Coordinator, unit: region.here() }).await;
    let ends =
        region.house.clock.now().with_timezone(&chrono_tz::Europe::Moscow).format("%d.%m.%Y").to_string();
    for (name, school) in
        [("Семёнов Борис Олегович", region.schools[1]), ("Озёрова Вера Павловна", region.school_there)]
    {
        let mut member = region.member(name, school).await;
        member.teacher.phone.says("/portfolio");
        for label in ["Категория", "Первая"] {
            member.teacher.taps(label).await;
        }
        member.teacher.phone.waits_for("Когда присвоена").await;
        member.teacher.types(&format!("12.03.2022 – {ends}"));
        member.teacher.phone.waits_for(&format!("до {ends}")).await;
    }
    anna.teacher.phone.says("/admin");
    anna.teacher.taps("Аттестация в этом году").await;
    let list = anna.teacher.phone.waits_for("заканчивается у 1 человека").await.screen();
    let lacks = "Не хватает: курсов за три года, записей в портфолио, темы самообразования";
    for words in ["Семёнов Борис Олегович, Школа № 2", &format!("первая, до {ends}"), lacks]
    {
        assert!(list.contains(words), "{words}: {list}");
    }
    assert!(!list.contains("Озёрова"), "{list}");
    anna.teacher.taps("Скачать таблицей").await;
    let has = |bubble: &Bubble| bubble.file.as_ref().is_some_and(|file| file.name == "Аттестация.xlsx");
    anna.teacher.phone.waits_until("the sheet", |chat| chat.iter().any(has)).await;
    nothing_broke(&region.house).await;
}

async fn nobody_reaches_anothers_entry(house: House) {
    let region = Region::of(house).await;
    let mut boris = region.member("Семёнов Борис Олегович", region.schools[1]).await;
    adds_event(&mut boris, "Тайный семинар").await;
    let entry: uuid::Uuid = metodist::read!(&region.house.app.db, on =>
        sqlx::query_scalar("SELECT id FROM portfolio_entries").fetch_one(on))
    .expect("the entry");
    let thief = region.member("Белова Анна Ильинична", region.schools[1]).await;
    thief.teacher.phone.says("/menu");
    thief.teacher.phone.waits_for("чем займёмся").await;
    for rest in ["entry.{}", "step.{}.title", "file.{}", "drop.{}", "delete.{}"] {
        let payload = format!("po1.{}", rest.replace("{}", &id(entry)));
        thief.teacher.phone.presses_data(1, &payload).answer().await;
        region.house.settles_soon().await;
        let screen = thief.teacher.screen().expect("a screen").text;
        assert!(
            screen.contains("Здесь уже всё изменилось") && !screen.contains("Тайный"),
            "{payload}: {screen}"
        );
    }
    assert_eq!(region.house.count("SELECT COUNT(*) FROM portfolio_entries").await, 1);
    nothing_broke(&region.house).await;
}

/// Writes down a category that ends after so many days.
async fn ends_in(region: &Region, member: &Member, days: i64) {
    let until = (region.house.clock.now() + chrono::TimeDelta::days(days)).date_naive();
    let mut tx = region.house.app.db.begin().await.expect("a transaction");
    metodist::execute!(
        &mut tx,
        sqlx::query(
            "INSERT INTO portfolio_categories (person_id, post, grade, until_on) VALUES ($1, 'teacher', 'first', $2)"
        )
        .bind(member.person)
        .bind(until)
    )
    .expect("it is written down");
    tx.commit().await.expect("it is written down");
}

async fn whoever_is_attested_soon_is_reminded_of_what_is_missing(engine: Engine) {
    let region = Region::of(quiet_house(engine).await).await;
    let mut soon = region.member("Семёнов Борис Олегович", region.schools[0]).await;
    let later = region.member("Гусева Инна Львовна", region.schools[0]).await;
    ends_in(&region, &soon, 92).await;
    ends_in(&region, &later, 400).await;
    // Whoever moves the clock before the house serves has it sleep through what was due.
    soon.teacher.phone.says("/menu");
    soon.teacher.phone.waits_for("чем займёмся").await;
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    // Long enough for any holidays to pass; the one for half a year is said before the one for a quarter.
    region.house.clock.advance(chrono::TimeDelta::days(16)).await;
    let letter = soon.teacher.phone.waits_for("Скоро аттестация").await;
    for words in ["Учитель, категория: первая", "курсов за три года", "темы самообразования"]
    {
        assert!(letter.text.contains(words), "{}", letter.text);
    }
    let told = "SELECT COUNT(*) FROM letters WHERE capability = 'portfolio'";
    let before = region.house.count(told).await;
    assert_eq!(before, 2, "one for half a year, one for a quarter");
    region.house.clock.advance(chrono::TimeDelta::days(3)).await;
    assert_eq!(region.house.count(told).await, before, "each is said once");
    soon.teacher.taps("Открыть портфолио").await;
    soon.teacher.waits_for_button("Самообразование").await;
    nothing_broke(&region.house).await;
}
