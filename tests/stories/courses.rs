//! Courses: a teacher adds one with a photo of the certificate; whoever sees their card sees it; who has none in three
//! years is a list; nobody reaches another's.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use metodist::{
    courses,
    units::{Role, RoleAt, Unit},
};
use sandbox::{Bubble, Sent};

use crate::{
    house::{House, stories},
    office::{Member, Region, id},
    stages::nothing_broke,
};

stories!(
    a_teacher_adds_a_course_with_its_certificate,
    a_coordinator_sees_courses_and_who_has_none,
    nobody_reaches_anothers_course,
    a_sheet_of_courses_is_taken_in_and_a_second_time_changes_nothing,
);

/// Adds a course by chat, with a photo.
async fn adds(member: &mut Member, title: &str, days: &str) {
    let picture = Sent::Picture { bytes: b"\x89PNG certificate".to_vec(), caption: "вот".into() };
    adds_with(member, (title, days), picture).await;
}

async fn adds_with(member: &mut Member, (title, days): (&str, &str), certificate: Sent) {
    let teacher = &mut member.teacher;
    teacher.phone.says("/courses");
    teacher.taps("Добавить").await;
    teacher.taps("Повышение квалификации").await;
    teacher.phone.waits_for("Как называется программа").await;
    teacher.types(title);
    teacher.phone.waits_for("Кто проводил").await;
    teacher.types("Академия Минпросвещения России");
    teacher.taps("72").await;
    teacher.phone.waits_for("Напишите даты").await;
    teacher.types(days);
    teacher.phone.waits_for("федеральном реестре").await;
    teacher.taps("Да").await;
    teacher.phone.waits_for("по затруднениям").await;
    teacher.taps("Пропустить").await;
    teacher.phone.waits_for("Пришлите фото").await;
    teacher.phone.sends(certificate);
    teacher.phone.waits_for("Удостоверение приложено").await;
}

async fn a_teacher_adds_a_course_with_its_certificate(house: House) {
    let region = Region::of(house).await;
    let mut boris = region.member("Семёнов Борис Олегович", region.schools[1]).await;
    adds(&mut boris, "Функциональная грамотность", "10.02.2026 – 28.02.2026").await;
    println!("a course: {} taps, {} typed lines", boris.teacher.taps, boris.teacher.lines);
    let card = boris.teacher.screen().expect("the card").screen();
    for words in [
        "Академия Минпросвещения России",
        "Часов: 72",
        "10.02.2026 – 28.02.2026",
        "Программа есть в федеральном реестре",
    ] {
        assert!(card.contains(words), "{words}: {card}");
    }
    boris.teacher.taps("Часы").await;
    boris.teacher.phone.waits_for("Сколько часов").await;
    boris.teacher.types("очень много");
    boris.teacher.phone.waits_for("Не получилось разобрать").await;
    boris.teacher.types("108 часов");
    boris.teacher.taps("К курсу").await;
    boris.teacher.phone.waits_for("Часов: 108").await;
    boris.teacher.taps("Открыть удостоверение").await;
    let has = |bubble: &Bubble| bubble.from_bot && bubble.file.is_some();
    boris.teacher.phone.waits_until("the certificate", |chat| chat.iter().any(has)).await;
    boris.teacher.phone.says("/privacy");
    boris.teacher.phone.waits_for("«Функциональная грамотность», повышение квалификации").await;
    boris.teacher.phone.says("/courses");
    for label in ["2026 · Функциональная", "Удалить курс", "Да, удалить"] {
        boris.teacher.taps(label).await;
    }
    boris.teacher.phone.waits_for("Пока ничего нет").await;
    assert_eq!(region.house.count("SELECT COUNT(*) FROM attachments").await, 0, "the certificate went along");
    nothing_broke(&region.house).await;
}

async fn a_coordinator_sees_courses_and_who_has_none(house: House) {
    let region = Region::of(house).await;
    let mut anna = region.member("Петрова Анна Сергеевна", region.schools[0]).await;
    let mut boris = region.member("Семёнов Борис Олегович", region.schools[1]).await;
    region.member("Озёрова Вера Павловна", region.school_there).await;
    region.gives(&anna, RoleAt { role: Role::Coordinator, unit: region.here() }).await;
    adds(&mut boris, "Старый курс", "01.02.2019").await;
    anna.teacher.phone.says("/admin");
    anna.teacher.taps("Нет курсов за три года").await;
    let list = anna.teacher.phone.waits_for("2 человека из 2").await;
    assert!(!list.screen().contains("Озёрова"), "{}", list.screen());
    anna.teacher.taps("Скачать таблицей").await;
    let has = |bubble: &Bubble| bubble.file.as_ref().is_some_and(|file| file.name.ends_with(".xlsx"));
    anna.teacher.phone.waits_until("the sheet", |chat| chat.iter().any(has)).await;
    let sheet =
        anna.teacher.phone.chat().into_iter().find(has).and_then(|bubble| bubble.file).expect("a file");
    let mut sheet: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(sheet.bytes.to_vec())).expect("a sheet");
    let cells = sheet.worksheet_range("Нет курсов за три года").expect("its tab");
    assert_eq!(cells.get_value((2, 0)), Some(&Data::String("Семёнов Борис Олегович".to_owned())));
    assert_eq!(cells.height(), 3, "a heading and two people");
    adds(&mut boris, "Новый курс", "01.10.2026").await;
    anna.teacher.phone.says("/people");
    for label in ["Семёнов Б. О.", "Курсы"] {
        anna.teacher.taps(label).await;
    }
    anna.teacher.phone.waits_for("Новый курс").await;
    anna.teacher.taps("Удостоверение: Новый курс").await;
    let paper =
        |bubble: &Bubble| bubble.from_bot && bubble.file.as_ref().is_some_and(|file| file.kind == "photo");
    anna.teacher.phone.waits_until("the certificate", |chat| chat.iter().any(paper)).await;
    anna.teacher.phone.says("/admin");
    anna.teacher.taps("Нет курсов за три года").await;
    anna.teacher.phone.waits_for("1 человек из 2").await;
    // Whoever takes lists in sends a certificate that is called like one.
    let certificate = crate::listed::text(&["ФИО;Школа;Должность"]);
    adds_with(&mut anna, ("Таблицы для всех", "01.10.2026"), certificate).await;
    let looks = "SELECT COUNT(*) FROM audit_entries WHERE source = 'co1.of'";
    assert_eq!(region.house.count(looks).await, 1, "the look is written down once");
    nothing_broke(&region.house).await;
}

async fn nobody_reaches_anothers_course(house: House) {
    let region = Region::of(house).await;
    let mut boris = region.member("Семёнов Борис Олегович", region.schools[1]).await;
    adds(&mut boris, "Тайный курс", "01.10.2026").await;
    let known = courses::list_courses(&region.house.app.db, boris.person).await.expect("a list");
    let (course, person) = (id(known[0].id), id(boris.person));
    let vera = region.member("Озёрова Вера Павловна", region.school_there).await;
    let teacher = region.member("Белова Анна Ильинична", region.schools[1]).await;
    region.gives(&vera, RoleAt { role: Role::Coordinator, unit: Unit::Municipality(region.there) }).await;
    for thief in [vera, teacher] {
        thief.teacher.phone.says("/menu");
        thief.teacher.phone.waits_for("чем займёмся").await;
        for verb in ["card", "certificate", "drop", "delete"] {
            refused(&region, &thief, &format!("co1.{verb}.{course}")).await;
        }
        for rest in ["step.{}.title", "hours.{}.16", "say.{}.register.1", "clear.{}.certificate"] {
            refused(&region, &thief, &format!("co1.{}", rest.replace("{}", &course))).await;
        }
        refused(&region, &thief, &format!("co1.of.{person}")).await;
    }
    assert_eq!(courses::list_courses(&region.house.app.db, boris.person).await.expect("a list"), known);
    nothing_broke(&region.house).await;
}

async fn refused(region: &Region, thief: &Member, payload: &str) {
    thief.teacher.phone.presses_data(1, payload).answer().await;
    region.house.settles_soon().await;
    let screen = thief.teacher.screen().expect("a screen").text;
    let is_refused = screen.contains("Этого здесь нет") || screen.contains("кому это поручено");
    assert!(is_refused && !screen.contains("Тайный"), "{payload}: {screen}");
}

/// A sheet with three rows that can be used, one of them twice, and two that cannot.
fn sheet() -> Sent {
    crate::listed::text(&[
        "Курсы района;;;;;;",
        "ФИО;Программа;Кто проводил;Часов;Начало;Окончание;Реестр",
        "Семёнов Борис Олегович;Чтение в предметах;ИРО;72;01.02.2026;28.02.2026;да",
        "семенов борис олегович;Чтение в предметах;ИРО;72;01.02.2026;28.02.2026;да",
        "Белова Вера Ильинична;Физика и опыт;ИРО;36;;15.03.2026;нет",
        "Озёрова Вера Павловна;Чтение в предметах;ИРО;72;01.02.2026;28.02.2026;да",
        "Белова Вера Ильинична;;ИРО;сто;;31.02.2026;",
    ])
}

async fn a_sheet_of_courses_is_taken_in_and_a_second_time_changes_nothing(house: House) {
    let region = Region::of(house).await;
    let mut anna = region.member("Петрова Анна Сергеевна", region.schools[0]).await;
    region.gives(&anna, RoleAt { role: Role::Coordinator, unit: region.here() }).await;
    let boris = region.member("Семёнов Борис Олегович", region.schools[1]).await;
    region.member("Белова Вера Ильинична", region.schools[0]).await;
    let elsewhere = region.member("Озёрова Вера Павловна", region.school_there).await;
    let count = "SELECT COUNT(*) FROM courses";
    anna.teacher.phone.says("/admin");
    anna.teacher.taps("Загрузить курсы списком").await;
    anna.teacher.phone.waits_for("Пришлите таблицу курсов").await;
    anna.teacher.phone.sends(sheet());
    let tried = anna.teacher.phone.waits_for("пока ничего не изменилось").await.text;
    for words in ["Новых курсов: 2", "Уже записаны: 1", "Не подошли: 2", "Такого человека здесь нет", "Часы"]
    {
        assert!(tried.contains(words), "{words}: {tried}");
    }
    assert_eq!(region.house.count(count).await, 0, "a dry run changes nothing");
    let has = |bubble: &Bubble| bubble.file.as_ref().is_some_and(|file| file.name.contains("исправить"));
    anna.teacher.phone.waits_until("the refused rows", |chat| chat.iter().any(has)).await;
    anna.teacher.taps("Записать 2 курса").await;
    anna.teacher.phone.waits_for("Записано 2 курса").await;
    assert_eq!(region.house.count(count).await, 2);
    boris.teacher.phone.says("/courses");
    boris.teacher.phone.waits_for_button("Чтение в предметах").await;
    elsewhere.teacher.phone.says("/menu");
    elsewhere.teacher.phone.waits_for("чем займёмся").await;
    for verb in ["import", "take", "template"] {
        elsewhere.teacher.phone.presses_data(1, &format!("co1.{verb}")).answer().await;
    }

    anna.teacher.phone.sends(sheet());
    anna.teacher.phone.waits_for("Новых курсов: 0").await;
    region.house.settles_soon().await;
    assert_eq!(region.house.count(count).await, 2, "the same sheet changes nothing");
    assert_eq!(
        region.house.count("SELECT COUNT(*) FROM audit_entries WHERE deed = 'imported-courses'").await,
        1
    );
    anna.teacher.taps("Не нужно").await;
    anna.teacher.taps("Взять образец").await;
    nothing_broke(&region.house).await;
}
