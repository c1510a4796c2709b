//! Lists that are taken as tables: nobody gets more than they see, and that they took it stands in the audit.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use metodist::units::{Role, RoleAt, Unit};

use crate::{
    house::{House, stories},
    office::{Member, Region},
    stages::nothing_broke,
    teacher::Teacher,
};

stories!(
    a_coordinator_takes_the_list_and_the_audit,
    a_school_leader_takes_their_own_school,
    a_role_that_ends_with_the_work_is_told,
);

/// The rows of the newest table that was sent, headings first.
async fn table(teacher: &Teacher, name: &str) -> Vec<String> {
    let is_it = |bubble: &sandbox::Bubble| bubble.file.as_ref().is_some_and(|file| file.name == name);
    teacher.phone.waits_until(name, |chat| chat.iter().any(is_it)).await;
    let bubble = teacher.phone.chat().into_iter().rfind(is_it).expect("it was just there");
    let bytes = bubble.file.expect("a file").bytes.to_vec();
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("opens");
    let sheet = book.sheet_names()[0].clone();
    let range = book.worksheet_range(&sheet).expect("a sheet");
    let cell = |cell: &Data| cell.to_string();
    range.rows().map(|row| row.iter().map(cell).collect::<Vec<_>>().join("|")).collect()
}

async fn with_role(region: &Region, name: &str, role: Role, unit: Unit) -> Member {
    let member = region.member(name, region.schools[0]).await;
    region.gives(&member, RoleAt { role, unit }).await;
    member
}

async fn a_coordinator_takes_the_list_and_the_audit(house: House) {
    let region = Region::of(house).await;
    region.member("Соседова Мария Ивановна", region.schools[1]).await;
    region.member("Дальняя Ольга Ивановна", region.school_there).await;
    let mut anna =
        with_role(&region, "Петрова Анна Сергеевна", Role::Coordinator, region.here()).await.teacher;
    anna.phone.says("/people");
    anna.taps("Скачать таблицей").await;
    let rows = table(&anna, "Люди.xlsx").await;
    assert_eq!(rows.len(), 3, "{rows:?}");
    assert_eq!(rows[1], "Петрова|Анна|Сергеевна|Школа № 1|Учитель|Математика|координатор");
    assert!(rows[2].starts_with("Соседова|Мария|Ивановна|Школа № 2"), "{rows:?}");
    anna.phone.says("/people сосед");
    anna.taps("Скачать таблицей").await;
    region.house.settles().await;
    anna.phone.says("/audit");
    anna.phone.waits_for("Скачан список людей таблицей").await;
    anna.taps("Скачать таблицей").await;
    let rows = table(&anna, "Журнал доступа.xlsx").await;
    assert_eq!(rows.len(), 4, "{rows:?}");
    assert!(rows[1].contains("Скачан журнал") && rows[2].contains("Скачан список людей"), "{rows:?}");
    assert!(!rows.concat().contains("Дальняя"), "{rows:?}");
    anna.taps("‹ Журнал доступа").await;
    anna.taps("‹ Управление").await;
    anna.phone.waits_for("Ваши роли: координатор").await;
    nothing_broke(&region.house).await;
}

async fn a_school_leader_takes_their_own_school(house: House) {
    let region = Region::of(house).await;
    region.member("Соседова Мария Ивановна", region.schools[1]).await;
    let mut leader =
        with_role(&region, "Петрова Анна Сергеевна", Role::SchoolLeader, region.school()).await.teacher;
    leader.phone.says("/people");
    leader.taps("Скачать таблицей").await;
    let rows = table(&leader, "Люди.xlsx").await;
    assert_eq!(rows.len(), 2, "{rows:?}");
    nothing_broke(&region.house).await;
}

async fn a_role_that_ends_with_the_work_is_told(house: House) {
    let region = Region::of(house).await;
    let coordinator = with_role(&region, "Петрова Анна Сергеевна", Role::Coordinator, region.here()).await;
    let mut leader =
        with_role(&region, "Директорова Инна Львовна", Role::SchoolLeader, region.school()).await.teacher;
    leader.phone.says("/profile");
    for label in ["Школа № 1", "Изменить", "Лугоборский район", "Школа № 2", "Учитель", "Готово"]
    {
        leader.taps(label).await;
    }
    leader.phone.waits_for("Роль с Вас снята").await;
    let coordinator = coordinator.teacher;
    coordinator.phone.says("/audit");
    coordinator.phone.waits_for("Роль закончилась вместе с работой в организации: руководитель").await;
    leader.phone.says("/people");
    leader.phone.waits_for("Это могут только те, кому это поручено").await;
    nothing_broke(&region.house).await;
}
