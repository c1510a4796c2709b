//! Meetings planned long before: the rule of the quarter over a year, a year's plan from a sheet.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use chrono::{DateTime, Datelike, TimeDelta, Utc};
use metodist::{
    documents::{Cell, Sheet, sheets_xlsx},
    execute,
    units::{Role, RoleAt},
};
use sandbox::{Bubble, Phone, Sent};
use uuid::Uuid;

use crate::{
    announcing::{coordinated, teachers},
    house::Engine,
    letters::on_both_engines,
    meetings::{ahead, opens, shown, until_shown},
    office::{Member, Region, id},
    stages::nothing_broke,
};

on_both_engines!(
    coordinators_are_told_of_an_empty_quarter_and_never_of_a_planned_one,
    a_year_is_called_from_a_sheet_and_its_notices_go_out_in_time,
    a_plan_is_nobody_elses,
);

/// Somebody is in the pool without having been asked.
async fn in_pool(region: &Region, member: &Member) {
    let mut tx = region.house.app.db.begin().await.expect("a transaction");
    let now = region.house.clock.now();
    execute!(
        &mut tx,
        sqlx::query(
            "INSERT INTO pool_members (id, municipality_id, person_id, is_admitted, record, created_at, changed_at)
             VALUES ($1, $2, $3, TRUE, $4, $5, $5)"
        )
        .bind(Uuid::now_v7())
        .bind(region.here)
        .bind(member.person)
        .bind(sqlx::types::Json(serde_json::json!({})))
        .bind(now)
    )
    .expect("a member");
    tx.commit().await.expect("it is written down");
}

/// What coordinators are told of a quarter.
const GAP: &str = "Собираться положено не реже раза в квартал";

/// What a phone was told of quarters.
fn gaps(phone: &Phone) -> Vec<Bubble> {
    shown(phone, GAP)
}

/// Whoever moves the clock before the house serves has it sleep through what was due.
async fn until_jobs_are_counted(region: &Region) {
    let counted = "SELECT COUNT(*) FROM job_runs WHERE job = 'meetings/quarter'";
    while region.house.count(counted).await == 0 {
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
}

/// The clock leaps to noon of this day, unless it is later already.
async fn leaps_to(region: &Region, day: &str) {
    let noon: DateTime<Utc> = format!("{day}T09:00:00Z").parse().expect("a day");
    let now = region.house.clock.now();
    if noon > now {
        region.house.clock.jump(noon - now);
        region.house.settles().await;
    }
}

async fn coordinators_are_told_of_an_empty_quarter_and_never_of_a_planned_one(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let other = region.member("Дальняя Ольга Петровна", region.school_there).await;
    region
        .gives(
            &other,
            RoleAt { role: Role::Coordinator, unit: metodist::units::Unit::Municipality(region.there) },
        )
        .await;
    let members = teachers(&region, 2).await;
    in_pool(&region, &members[0]).await;
    in_pool(&region, &members[1]).await;
    until_jobs_are_counted(&region).await;
    let year = region.house.clock.now().year() + 1;
    leaps_to(&region, &format!("{year}-01-11")).await;
    region.house.clock.advance(TimeDelta::days(1)).await;
    let before = gaps(&anna.teacher.phone).len();
    // The clock leaps to some days before each day on which something may be said, and goes on from there.
    for (eve, told) in [
        ("02-04", 1),
        ("02-19", 1),
        ("02-25", 2),
        ("04-16", 3),
        ("04-30", 4),
        ("06-07", 4),
        ("08-16", 5),
        ("09-06", 6),
        ("11-01", 7),
        ("11-27", 8),
    ] {
        leaps_to(&region, &format!("{year}-{eve}")).await;
        region.house.clock.advance(TimeDelta::days(6)).await;
        until_shown(&anna.teacher.phone, GAP, before + told).await;
    }
    assert!(gaps(&other.teacher.phone).is_empty(), "where there is no pool nobody is told");

    let newest = gaps(&anna.teacher.phone).pop().expect("a letter");
    let before = anna.teacher.taps;
    anna.teacher.phone.presses_on(newest.message_id, "Созвать: Заседание ММА");
    anna.teacher.phone.waits_for("Когда встреча?").await;
    anna.teacher.types(&format!("{} 15:00", ahead(&region, 3)));
    anna.teacher.phone.waits_for("Заседание ММА № 1").await;
    anna.teacher.taps("Созвать").await;
    anna.teacher.taps("Да, созвать 2 человек").await;
    println!("{engine:?}: called with {} taps and the letter's", anna.teacher.taps - before);
    for one in &members {
        until_shown(&one.teacher.phone, "Вас зовут на встречу", 1).await;
    }
    nothing_broke(&region.house).await;
}

/// A plan of meetings as an office has it.
fn plan(rows: &[[&str; 6]]) -> Sent {
    let headings = ["Вид", "Мероприятие", "Сроки", "Время", "Место", "Предмет"].map(str::to_owned).to_vec();
    let rows = rows.iter().map(|row| row.iter().map(|words| Cell::from(*words)).collect()).collect();
    let sheet = Sheet { name: "План".to_owned(), headings, rows };
    Sent::Document { name: "План.xlsx".to_owned(), bytes: sheets_xlsx(&[sheet]).expect("a sheet") }
}

/// The cells of the newest file on a phone with this name.
async fn cells(phone: &Phone, name: &str) -> Vec<Vec<String>> {
    let has = |bubble: &Bubble| bubble.file.as_ref().is_some_and(|file| file.name == name);
    phone.waits_until(name, |chat| chat.iter().any(has)).await;
    let files = phone.chat().into_iter().filter_map(|bubble| bubble.file);
    let file = files.filter(|file| file.name == name).last().expect("a file");
    let mut sheet: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(file.bytes.to_vec())).expect("a sheet");
    let range = sheet.worksheet_range_at(0).expect("a tab").expect("cells");
    range.rows().map(|row| row.iter().map(Data::to_string).collect()).collect()
}

async fn asks_for_a_plan(anna: &mut Member) {
    anna.teacher.phone.says("/meeting");
    anna.teacher.taps("План из таблицы").await;
    anna.teacher.phone.waits_for("Пришлите таблицу").await;
}

async fn a_year_is_called_from_a_sheet_and_its_notices_go_out_in_time(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let people = teachers(&region, 2).await;
    asks_for_a_plan(&mut anna).await;
    anna.teacher.taps("Шаблон таблицы").await;
    anna.teacher.phone.waits_for("Замените примеры").await;
    let (near, far, later) = (ahead(&region, 5), ahead(&region, 60), ahead(&region, 90));
    let rows: [[&str; 6]; 7] = [
        ["", "Неделя математики", &format!("{far} - {later}"), "", "", "Математика"],
        ["Методический совет", "Итоги четверти", &near, "15:00", "Актовый зал", ""],
        ["методический совет", "Итоги  четверти", &near, "15:00", "", ""],
        ["Методический совет", "Планы", &later, "с 10 до 12", "", ""],
        ["Семинар", "Подросток", "31 июня", "", "", ""],
        ["Пикник", "Отдых", &near, "", "", "Магия"],
        ["", "Итоги года", "октябрь", "", "", ""],
    ];
    let before = anna.teacher.taps;
    anna.teacher.phone.sends(plan(&rows));
    let tried = anna.teacher.phone.waits_for("Проверил, пока никого не зову").await;
    for words in ["Новых встреч: 3, уже созваны: 1, исправить: 3", "такого дня в календаре нет", "нужен день"]
    {
        assert!(tried.text.contains(words), "{words}: {}", tried.text);
    }
    assert_eq!(region.house.count("SELECT COUNT(*) FROM meetings").await, 0, "a try calls nobody");
    let refused = cells(&anna.teacher.phone, "План встреч, исправить.xlsx").await;
    assert_eq!(refused.len(), 4, "{refused:?}");
    assert!(refused[2].last().expect("reasons").contains("такого предмета нет"), "{refused:?}");
    anna.teacher.taps("Созвать 3 встречи").await;
    let done = anna.teacher.phone.waits_for("3 встречи в плане").await;
    assert!(done.text.contains("Зову уже сейчас: 1"), "{}", done.text);
    println!("{engine:?}: a plan is called with {} taps", anna.teacher.taps - before);
    let receipt = cells(&anna.teacher.phone, "План встреч.xlsx").await;
    assert_eq!((receipt.len(), receipt[1][0].as_str()), (4, "Методический совет № 1"));
    for one in &people {
        until_shown(&one.teacher.phone, "Итоги четверти", 1).await;
        assert_eq!(shown(&one.teacher.phone, "Вас зовут").len(), 1, "the rest waits for its time");
    }
    // A second time changes nothing.
    anna.teacher.phone.sends(plan(&rows));
    anna.teacher.phone.waits_for("Новых встреч: 0, уже созваны: 4").await;
    what_is_put_off_waits_for_its_time(&region, &mut anna, &people).await;
    nothing_broke(&region.house).await;
}

/// What is put off can be moved without a word, and people can be called before.
async fn what_is_put_off_waits_for_its_time(region: &Region, anna: &mut Member, people: &[Member]) {
    opens(anna, "Планы").await;
    let card = anna.teacher.screen().expect("a card").screen();
    assert!(card.contains("Приглашения уйдут") && card.contains("№ 2"), "{card}");
    anna.teacher.taps("Перенести").await;
    anna.teacher.phone.waits_for("На когда перенести?").await;
    anna.teacher.types(&format!("{} 11:00", ahead(region, 91)));
    anna.teacher.phone.waits_for("Сообщить всем").await;
    anna.teacher.taps("Да, сообщить").await;
    anna.teacher.waits_for_button("Обновить").await;
    region.house.clock.advance(TimeDelta::days(38)).await;
    assert!(people.iter().all(|one| shown(&one.teacher.phone, "Неделя математики").is_empty()));
    assert!(people.iter().all(|one| shown(&one.teacher.phone, "Планы").is_empty()));
    region.house.clock.advance(TimeDelta::days(3)).await;
    for one in people {
        until_shown(&one.teacher.phone, "Неделя математики", 1).await;
    }
    opens(anna, "Планы").await;
    anna.teacher.taps("Позвать сейчас").await;
    for one in people {
        until_shown(&one.teacher.phone, "Планы", 1).await;
    }
}

async fn a_plan_is_nobody_elses(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let people = teachers(&region, 1).await;
    let away = region.member("Дальняя Ольга Петровна", region.school_there).await;
    region
        .gives(
            &away,
            RoleAt { role: Role::Coordinator, unit: metodist::units::Unit::Municipality(region.there) },
        )
        .await;
    let near = ahead(&region, 5);
    asks_for_a_plan(&mut anna).await;
    anna.teacher.phone.sends(plan(&[["Семинар", "Тайна", &near, "15:00", "", ""]]));
    let tried = anna.teacher.phone.waits_for("Новых встреч: 1").await;
    let forged = format!("mt1.yeartake.{}", id(region.here));
    for stranger in [&people[0], &away] {
        stranger.teacher.phone.says("/meetings");
        let screen = stranger.teacher.phone.waits_for("встреч нет").await;
        stranger.teacher.phone.presses_data(screen.message_id, &forged);
    }
    region.house.settles().await;
    assert_eq!(region.house.count("SELECT COUNT(*) FROM meetings").await, 0);
    // A teacher's file is none of it.
    people[0].teacher.phone.sends(plan(&[["Семинар", "Тайна", &near, "15:00", "", ""]]));
    region.house.settles().await;
    // Whoever loses the role in between calls nobody.
    region.revokes(&anna).await;
    anna.teacher.phone.presses_data(tried.message_id, &forged);
    region.house.settles().await;
    assert_eq!(region.house.count("SELECT COUNT(*) FROM meetings").await, 0);
    people[0].teacher.phone.says("/meetings");
    nothing_broke(&region.house).await;
}
