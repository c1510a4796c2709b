//! The pool of methodologists: a candidate is found, checked, admitted, appointed; the list leaves as files; a
//! methodologist says what they consult on; a list that was adopted stays; another municipality sees nothing of it.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use metodist::{
    execute, methodologist_pool,
    units::{Role, RoleAt, Unit},
};
use sandbox::Bubble;

use crate::{
    house::{House, stories},
    office::{Member, Region, id},
    stages::nothing_broke,
};

stories!(
    a_coordinator_makes_a_candidate_a_methodologist,
    the_list_leaves_as_a_sheet_and_a_paper,
    a_methodologist_says_what_they_consult_on,
    an_adopted_list_stays_as_it_was,
    another_municipality_sees_and_changes_nothing,
);

/// A coordinator of the first municipality and somebody to be put into the pool.
async fn people_of(region: &Region) -> (Member, Member) {
    let anna = region.member("Петрова Анна Сергеевна", region.schools[0]).await;
    let boris = region.member("Семёнов Борис Олегович", region.schools[1]).await;
    region.gives(&anna, RoleAt { role: Role::Coordinator, unit: region.here() }).await;
    (anna, boris)
}

/// Says when somebody was born and since when they work, as they could in the profile.
async fn is_known(region: &Region, member: &Member) {
    let mut tx = region.house.app.db.begin().await.expect("a transaction");
    execute!(
        &mut tx,
        sqlx::query("UPDATE persons SET career_began_year = 2010, birth_date = $2 WHERE id = $1")
            .bind(member.person)
            .bind(chrono::NaiveDate::from_ymd_opt(1985, 3, 7))
    )
    .expect("it is known");
    tx.commit().await.expect("it is written down");
}

/// Makes somebody a candidate by chat and admits them for a reason.
async fn admits(anna: &mut Member, short: &str) {
    anna.teacher.phone.says("/people");
    for label in [short, "Методический актив", "Добавить в кандидаты", "Включить"]
    {
        anna.teacher.taps(label).await;
    }
    anna.teacher.phone.waits_for("Чтобы всё равно включить, напишите почему").await;
    anna.teacher.types("Лидер профессионального сообщества");
    anna.teacher.phone.waits_for("С оговоркой: Лидер профессионального сообщества").await;
}

/// The newest file on the phone.
async fn file(member: &Member, ending: &str) -> Vec<u8> {
    let has = |bubble: &Bubble| bubble.file.as_ref().is_some_and(|file| file.name.ends_with(ending));
    member.teacher.phone.waits_until(ending, |chat| chat.iter().any(has)).await;
    let chat = member.teacher.phone.chat();
    let newest = chat.into_iter().rev().find(has).and_then(|bubble| bubble.file);
    newest.expect("a file").bytes.to_vec()
}

async fn a_coordinator_makes_a_candidate_a_methodologist(house: House) {
    let region = Region::of(house).await;
    let (mut anna, boris) = people_of(&region).await;
    is_known(&region, &boris).await;
    anna.teacher.phone.says("/admin");
    for label in ["Методический актив", "Добавить", "Семёнов Б. О.", "Методический актив"]
    {
        anna.teacher.taps(label).await;
    }
    anna.teacher.taps("Добавить в кандидаты").await;
    let card = anna.teacher.phone.waits_for("Кандидат в методический актив").await;
    assert!(card.screen().contains("Не выполнено 5 условий"), "{}", card.screen());
    anna.teacher.taps("Условия").await;
    anna.teacher.phone.waits_for("✓ педагогический стаж от пяти лет").await;
    for label in ["☐ Образование", "☐ Высшая категория", "☐ Диагностика"]
    {
        anna.teacher.taps(label).await;
    }
    anna.teacher.phone.waits_for("✓ пройдена диагностика компетенций").await;
    anna.teacher.taps("К карточке").await;
    anna.teacher.taps("Заполнить").await;
    anna.teacher.taps("По совместительству").await;
    anna.teacher.phone.waits_for("Номер и дата приказа").await;
    anna.teacher.types("№ 876 от 03.10.2026");
    anna.teacher.taps("Этот учебный год").await;
    anna.teacher.phone.waits_for("Какое образование").await;
    anna.teacher.types("Высшее, педагогический университет, 2008");
    anna.teacher.phone.waits_for("Какая специальность").await;
    anna.teacher.taps("Пропустить").await;
    anna.teacher.phone.waits_for("Какие курсы").await;
    anna.teacher.taps("Пропустить").await;
    anna.teacher.phone.waits_for("Какой опыт").await;
    anna.teacher.taps("Пропустить").await;
    anna.teacher.phone.waits_for("Какой вклад").await;
    for label in ["☐ Эксперт", "К карточке", "Включить"] {
        anna.teacher.taps(label).await;
    }
    let lacks = anna.teacher.phone.waits_for("Пока не выполнено").await;
    assert!(lacks.screen().contains("✗ не подтверждены курсы"), "{}", lacks.screen());
    assert_eq!(lacks.screen().matches('✗').count(), 1, "{}", lacks.screen());
    anna.teacher.types("Курсы начнутся в ноябре");
    let card = anna.teacher.phone.waits_for("С оговоркой: Курсы начнутся в ноябре").await;
    assert!(card.screen().contains("Приказ: № 876 от 03.10.2026"), "{}", card.screen());
    for label in ["Назначить методистом в боте", "Подтвердить"] {
        anna.teacher.taps(label).await;
    }
    anna.teacher.phone.waits_for("методист, Лугоборский район").await;
    assert_eq!(region.roles().await, ["Петрова coordinator", "Семёнов methodologist"]);
    boris.teacher.phone.waits_for("Вам поручена роль: методист").await;
    anna.teacher.phone.says("/audit");
    anna.teacher.phone.waits_for("В методический актив с оговоркой: Семёнов Борис Олегович").await;
    let consultants = methodologist_pool::list_consultants(&region.house.app.db, region.here).await;
    assert_eq!(consultants.expect("a list").len(), 1);
    println!("from /admin to the appointed methodologist: {} taps", anna.teacher.taps);
    nothing_broke(&region.house).await;
}

async fn the_list_leaves_as_a_sheet_and_a_paper(house: House) {
    let region = Region::of(house).await;
    let (mut anna, boris) = people_of(&region).await;
    is_known(&region, &boris).await;
    admits(&mut anna, "Семёнов Б. О.").await;
    anna.teacher.taps("‹ Методический актив").await;
    let list = anna.teacher.phone.waits_for("Методистов: 1").await;
    assert!(list.screen().contains("1 методист на 200–250 педагогов"), "{}", list.screen());
    anna.teacher.taps("Список в XLSX").await;
    let mut sheet: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(file(&anna, "актив.xlsx").await)).expect("a sheet");
    let cells = sheet.worksheet_range("Методический актив").expect("its tab");
    assert_eq!(cells.get_value((0, 2)), Some(&Data::String("Дата рождения".to_owned())));
    assert_eq!(cells.get_value((1, 1)), Some(&Data::String("Семёнов Борис Олегович".to_owned())));
    assert_eq!(cells.get_value((1, 6)), Some(&Data::String("МБОУ «СОШ № 2»".to_owned())));
    anna.teacher.taps("Список в DOCX").await;
    let paper = docx_rs::read_docx(&file(&anna, "актив.docx").await).expect("a paper").json();
    for words in ["Список муниципальных методистов", "Семёнов Борис Олегович", "07.03.1985", "Учитель"]
    {
        assert!(paper.contains(words), "{words}");
    }
    anna.teacher.taps("Для сайта").await;
    let public = docx_rs::read_docx(&file(&anna, "сайта.docx").await).expect("a paper").json();
    assert!(public.contains("Семёнов Борис Олегович"));
    assert!(!public.contains("1985") && !public.contains("Дата рождения"), "no birth dates");
    let looks = "SELECT COUNT(*) FROM audit_entries WHERE source IN ('mp1.sheet', 'mp1.paper')";
    assert_eq!(region.house.count(looks).await, 2, "a list with birth dates is a look at each card");
    nothing_broke(&region.house).await;
}

async fn a_methodologist_says_what_they_consult_on(house: House) {
    let region = Region::of(house).await;
    let (mut anna, mut boris) = people_of(&region).await;
    admits(&mut anna, "Семёнов Б. О.").await;
    region.gives(&boris, RoleAt { role: Role::Methodologist, unit: region.here() }).await;
    boris.teacher.phone.says("/menu");
    for label in ["Я консультирую", "Предметы", "☐ Русский язык"] {
        boris.teacher.taps(label).await;
    }
    assert_eq!(boris.teacher.taps, 3, "from the menu to a subject");
    boris.teacher.waits_for_button("☑ Русский язык").await;
    boris.teacher.types("физика");
    boris.teacher.waits_for_button("☑ Физика").await;
    for label in ["‹ Я консультирую", "Сколько заявок", "3"] {
        boris.teacher.taps(label).await;
    }
    boris.teacher.phone.waits_for("Заявок одновременно: 3").await;
    boris.teacher.taps("Не на связи").await;
    boris.teacher.types("01.12.2026 – 14.12.2099");
    let own = boris.teacher.phone.waits_for("Не на связи: 01.12.2026 – 14.12.2099").await;
    assert!(own.screen().contains("Русский язык, Физика"), "{}", own.screen());
    let known =
        methodologist_pool::list_consultants(&region.house.app.db, region.here).await.expect("a list");
    assert_eq!((known[0].capacity, known[0].subjects.len()), (Some(3), 2));
    let member: uuid::Uuid = metodist::read!(&region.house.app.db, on =>
        sqlx::query_scalar("SELECT id FROM pool_members").fetch_one(on))
    .expect("the member");
    for forged in
        [format!("mp1.step.{}.education.0", id(member)), format!("mp1.clear.{}.background", id(member))]
    {
        boris.teacher.phone.presses_data(1, &forged).answer().await;
        boris.teacher.phone.waits_for("Этого здесь нет").await;
        boris.teacher.phone.says("/menu");
        boris.teacher.phone.waits_for("чем займёмся").await;
    }
    boris.teacher.phone.says("/privacy");
    boris.teacher.phone.waits_for("Методический актив: Вы в активе").await;
    nothing_broke(&region.house).await;
}

async fn an_adopted_list_stays_as_it_was(house: House) {
    let region = Region::of(house).await;
    let (mut anna, _boris) = people_of(&region).await;
    admits(&mut anna, "Семёнов Б. О.").await;
    anna.teacher.taps("‹ Методический актив").await;
    anna.teacher.taps("Списки по годам").await;
    anna.teacher.phone.waits_for("Утверждённых списков пока нет").await;
    anna.teacher.taps("Утвердить список").await;
    anna.teacher.phone.waits_for("В нём будет 1 человек").await;
    anna.teacher.types("№ 114 от 01.10.2026");
    anna.teacher.phone.waits_for("Приказ № 114 от 01.10.2026, 1 человек").await;
    anna.teacher.taps("‹ Методический актив").await;
    for label in ["Семёнов Б. О.", "Убрать", "Да, убрать"] {
        anna.teacher.taps(label).await;
    }
    anna.teacher.phone.waits_for("Методистов: 0").await;
    anna.teacher.taps("Списки по годам").await;
    anna.teacher.taps("открыть DOCX").await;
    let paper = docx_rs::read_docx(&file(&anna, "актив.docx").await).expect("a paper").json();
    assert!(
        paper.contains("Семёнов Борис Олегович") && paper.contains("Приложение к приказу № 114"),
        "{paper}"
    );
    nothing_broke(&region.house).await;
}

async fn another_municipality_sees_and_changes_nothing(house: House) {
    let region = Region::of(house).await;
    let (mut anna, boris) = people_of(&region).await;
    admits(&mut anna, "Семёнов Б. О.").await;
    let vera = region.member("Озёрова Вера Павловна", region.school_there).await;
    let there = Unit::Municipality(region.there);
    region.gives(&vera, RoleAt { role: Role::Coordinator, unit: there }).await;
    let member: uuid::Uuid = metodist::read!(&region.house.app.db, on =>
        sqlx::query_scalar("SELECT id FROM pool_members").fetch_one(on))
    .expect("the member");
    let (here, member, person) = (id(region.here), id(member), id(boris.person));
    let mut forged: Vec<String> = ["sheet", "paper", "public", "editions", "approve", "adopt"]
        .map(|verb| format!("mp1.{verb}.{here}"))
        .to_vec();
    forged.extend(
        ["card", "fields", "checks", "admit", "demote", "drop", "remove", "year"]
            .map(|verb| format!("mp1.{verb}.{member}")),
    );
    forged.extend(["person", "add"].map(|verb| format!("mp1.{verb}.{person}")));
    forged.extend([
        format!("mp1.list.{here}.0"),
        format!("mp1.step.{member}.education.0"),
        format!("mp1.basis.{member}.staff"),
        format!("mp1.capacity.{member}.1"),
        format!("mp1.tick.{member}.subject.0"),
        format!("mp1.confirm.{member}.course"),
    ]);
    let record =
        "SELECT CAST(record AS TEXT) FROM pool_members m JOIN contacts c ON c.person_id = m.person_id
                  WHERE c.external_id = $1";
    let before = region.house.lines(record, boris.teacher.phone.id()).await;
    vera.teacher.phone.says("/menu");
    vera.teacher.phone.waits_for("чем займёмся").await;
    for payload in forged {
        vera.teacher.phone.presses_data(1, &payload).answer().await;
        region.house.settles_soon().await;
        let screen = vera.teacher.screen().expect("a screen").text;
        assert!(screen.contains("Этого здесь нет") && !screen.contains("Семёнов"), "{payload}: {screen}");
    }
    assert_eq!(region.house.lines(record, boris.teacher.phone.id()).await, before);
    nothing_broke(&region.house).await;
}
