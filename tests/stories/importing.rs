//! Lists of people: a district taken in by chat, what comes back, what a second import changes, and stopping.

use std::time::Duration;

use metodist::{
    sheets,
    units::{Role, RoleAt, Unit},
};
use sandbox::{Bubble, Phone, Sent};

use crate::{
    house::{Engine, House, stories},
    listed::{District, MISTAKES, district, text, workbook},
    office::{Member, Region, id},
    stages::nothing_broke,
};

stories!(
    a_district_is_taken_in_and_a_second_time_changes_nothing,
    a_short_list_is_mapped_by_buttons,
    the_template_can_be_sent_back,
    what_follows_a_file_stands_below_it,
    a_restart_goes_on_where_it_was,
    a_running_import_can_be_stopped,
    hostile_and_wrong_files_get_a_sentence,
    nobody_reaches_another_municipality,
);

/// A region with a coordinator of the first municipality.
async fn coordinated(house: House) -> (Region, Member) {
    let region = Region::of(house).await;
    let anna = region.member("Главная Алла Сергеевна", region.schools[0]).await;
    region.gives(&anna, RoleAt { role: Role::Coordinator, unit: region.here() }).await;
    (region, anna)
}

/// Waits as long as a list of a district may take in a build that is not made to be fast.
async fn settles(region: &Region) {
    for _ in 0..2_400 {
        if region.house.count("SELECT COUNT(*) FROM roster_imports WHERE state = 'running'").await == 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the import did not end within two minutes");
}

/// The newest file that the bot sent.
fn newest_file(phone: &Phone) -> Vec<u8> {
    let chat = phone.chat();
    let file = chat.iter().rev().filter(|bubble| bubble.from_bot).find_map(|bubble| bubble.file.clone());
    file.expect("a file from the bot").bytes.to_vec()
}

async fn newest_with(phone: &Phone, words: &str, after: i64) -> Bubble {
    let what = format!("«{words}» below {after}");
    let is_it = |bubble: &&Bubble| bubble.message_id > after && bubble.text.contains(words);
    for _ in 0..12 {
        if let Some(bubble) = phone.chat().iter().rev().find(is_it) {
            return bubble.clone();
        }
        tokio::time::sleep(Duration::from_secs(2)).await;
    }
    phone.waits_until(&what, |chat| chat.iter().any(|bubble| is_it(&bubble))).await;
    phone.chat().iter().rev().find(is_it).expect("there").clone()
}

async fn a_district_is_taken_in_and_a_second_time_changes_nothing(house: House) {
    let count = if house.engine() == Engine::Sqlite { 5_000 } else { 1_000 };
    let list = district(count, 20_261_122);
    assert_eq!((list.rows.len(), list.mistakes.len()), (count, MISTAKES));
    let (region, mut anna) = coordinated(house).await;
    anna.teacher.phone.says("/admin");
    anna.teacher.taps("Загрузить список").await;
    anna.teacher.phone.waits_for("Пришлите файл").await;
    let sent = anna.teacher.phone.sends(workbook(&list));
    let checked = newest_with(&anna.teacher.phone, "Проверка списка", sent).await;
    let good = count - MISTAKES;
    assert!(checked.text.contains(&format!("новых — {good}")), "{}", checked.text);
    assert!(checked.text.contains(&format!("не принято — {MISTAKES}")), "{}", checked.text);
    let people = "SELECT COUNT(*) FROM roster_people";
    assert_eq!(region.house.count(people).await, 0, "a dry run changes nothing");
    anna.teacher.taps("Загрузить").await;
    anna.teacher.taps("Полномочия муниципальной службы").await;
    settles(&region).await;
    let receipt = newest_with(&anna.teacher.phone, "Список загружен", sent).await;
    assert!(receipt.text.contains(&format!("новых — {good}")), "{}", receipt.text);
    assert_eq!(region.house.count(people).await, i64::try_from(good).expect("few"));
    anna.teacher.taps("Непринятые строки (XLSX)").await;
    anna.teacher.phone.waits_for("Не принято строк: 137").await;
    exactly_these_come_back(&list, &newest_file(&anna.teacher.phone));

    let sent = anna.teacher.phone.sends(workbook(&list));
    let again = newest_with(&anna.teacher.phone, "Проверка списка", sent).await;
    for words in ["новых — 0", "изменённых — 0", &format!("без изменений — {good}"), "не принято — 137"]
    {
        assert!(again.text.contains(words), "{words}: {}", again.text);
    }
    assert!(!again.screen().contains("[Загрузить]"), "{}", again.screen());
    nothing_broke(&region.house).await;
}

/// The sheet has the mistaken rows and no others, each as it was sent and with its own reason.
fn exactly_these_come_back(list: &District, bytes: &[u8]) {
    let table = sheets::read(bytes).expect("a readable sheet");
    let (head, rows) = table.rows.split_first().expect("headings");
    let answer =
        head.cells.iter().position(|heading| heading == "Что не так").expect("the column of reasons");
    assert_eq!(rows.len(), list.mistakes.len());
    for (row, mistake) in rows.iter().zip(&list.mistakes) {
        for (column, words) in mistake.cells.iter().enumerate() {
            assert_eq!(row.cell(column), words, "{:?}", mistake.cells);
        }
        let reason = row.cell(answer);
        assert!(reason.contains(mistake.reason) && !reason.contains(';'), "{:?}: {reason}", mistake.cells);
    }
}

async fn a_short_list_is_mapped_by_buttons(house: House) {
    let (region, mut anna) = coordinated(house).await;
    anna.teacher.phone.sends(text(&[
        "Кто;Куда;Кем;Предметы",
        "Белова Вера Павловна;Школа № 2;учитель;физика",
        "Ооржак Чечена;1;психолог;",
    ]));
    anna.teacher.phone.waits_for("Не вижу колонки «ФИО»").await;
    anna.teacher.taps("Такой колонки нет").await;
    anna.teacher.phone.waits_for("список не загрузить").await;
    anna.teacher.taps("Выбрать колонку").await;
    anna.teacher.taps("Кто").await;
    anna.teacher.phone.waits_for("Не вижу колонки «Школа»").await;
    anna.teacher.taps("Куда").await;
    anna.teacher.phone.waits_for("Не вижу колонки «Должность»").await;
    anna.teacher.taps("Кем").await;
    anna.teacher.phone.waits_for("новых — 2").await;
    anna.teacher.taps("Загрузить").await;
    anna.teacher.taps("Согласия собраны").await;
    anna.teacher.phone.waits_for("Список загружен").await;
    let of = "SELECT COUNT(*) FROM roster_imports WHERE basis = 'consents' AND imported_by IS NOT NULL";
    assert_eq!(region.house.count(of).await, 1, "the right and the importer are kept");
    assert_eq!(
        region.house.count("SELECT COUNT(*) FROM employment_subjects WHERE subject = 'physics'").await,
        1
    );
    anna.teacher.phone.says("/audit");
    anna.teacher.phone.waits_for("Загружен список людей").await;
    anna.teacher.phone.says("/people Белова");
    let found = anna.teacher.phone.waits_for("нашёлся").await;
    assert!(found.screen().contains("[Белова В. П. · ещё не в боте]"), "{}", found.screen());
    nothing_broke(&region.house).await;
}

async fn the_template_can_be_sent_back(house: House) {
    let (region, mut anna) = coordinated(house).await;
    anna.teacher.phone.says("/admin");
    anna.teacher.taps("Загрузить список").await;
    anna.teacher.taps("Шаблон (XLSX)").await;
    anna.teacher.phone.waits_for("Две строки здесь для примера").await;
    let bytes = newest_file(&anna.teacher.phone);
    anna.teacher.phone.sends(Sent::Document { name: "без окончания".into(), bytes });
    let checked = anna.teacher.phone.waits_for("Проверка списка").await;
    // This region has no kindergarten; the first example fits it.
    assert!(checked.text.contains("Нет такой школы в районе"), "{}", checked.text);
    anna.teacher.taps("Отмена").await;
    anna.teacher.phone.waits_for("Пришлите файл").await;
    assert_eq!(region.house.count("SELECT COUNT(*) FROM roster_imports").await, 0, "nothing stays of it");
    nothing_broke(&region.house).await;
}

async fn what_follows_a_file_stands_below_it(house: House) {
    let (region, mut anna) = coordinated(house).await;
    anna.teacher.phone.says("/admin");
    anna.teacher.taps("Загрузить список").await;
    anna.teacher.taps("Шаблон (XLSX)").await;
    let file = anna.teacher.phone.waits_for("Две строки здесь для примера").await;
    region.house.settles().await;
    let above = anna.teacher.screen().expect("the question for a list").message_id;
    assert!(above < file.message_id);
    anna.teacher.taps("Управление").await;
    let screen = newest_with(&anna.teacher.phone, "Ваши роли", file.message_id).await;
    assert!(screen.message_id > file.message_id && !screen.buttons.is_empty());
    region.house.settles().await;
    let chat = anna.teacher.phone.chat();
    let old = chat.iter().find(|bubble| bubble.message_id == above).expect("it is still there");
    assert!(old.buttons.is_empty(), "its buttons are gone: {}", old.screen());
    anna.teacher.taps("Загрузить список").await;
    region.house.settles().await;
    let same = anna.teacher.screen().expect("a screen").message_id;
    assert_eq!(same, screen.message_id, "with nothing below it a screen changes in place");
    nothing_broke(&region.house).await;
}

/// So many rows without a mistake.
fn plain_list(count: usize) -> Sent {
    let all = district(count + MISTAKES + 20, 7);
    let rows = all.rows.iter().filter(|row| all.mistakes.iter().all(|mistake| mistake.cells != **row));
    workbook(&District { rows: rows.take(count).cloned().collect(), mistakes: Vec::new() })
}

async fn a_restart_goes_on_where_it_was(house: House) {
    let (mut region, mut anna) = coordinated(house).await;
    anna.teacher.phone.sends(plain_list(900));
    newest_with(&anna.teacher.phone, "новых — 900", 0).await;
    anna.teacher.taps("Загрузить").await;
    anna.teacher.taps("Поручение организаций").await;
    while region.house.count("SELECT COUNT(*) FROM roster_imports WHERE position > 0").await == 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    region.house.restart().await;
    settles(&region).await;
    assert_eq!(region.house.count("SELECT COUNT(*) FROM roster_people").await, 900);
    assert_eq!(region.house.count("SELECT COUNT(*) FROM persons WHERE registered_at IS NULL").await, 900);
    let counted =
        "SELECT COUNT(*) FROM roster_imports WHERE state = 'done' AND added = 900 AND position = 900";
    assert_eq!(region.house.count(counted).await, 1);
    anna.teacher.phone.waits_for("Список загружен").await;
    nothing_broke(&region.house).await;
}

async fn a_running_import_can_be_stopped(house: House) {
    let (region, mut anna) = coordinated(house).await;
    anna.teacher.phone.sends(plain_list(2_500));
    let checked = newest_with(&anna.teacher.phone, "новых — 2500", 0).await;
    anna.teacher.taps("Загрузить").await;
    anna.teacher.taps("Поручение организаций").await;
    while region.house.count("SELECT COUNT(*) FROM roster_imports WHERE position > 0").await == 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let payload = "SELECT CAST(state AS TEXT) FROM roster_imports WHERE $1 <> ''";
    assert_eq!(region.house.lines(payload, 0).await, ["running"], "{}", checked.text);
    anna.teacher.taps("Отменить загрузку").await;
    anna.teacher.phone.waits_for("Загрузка остановлена").await;
    let (done, people) = (
        region.house.count("SELECT CAST(position AS BIGINT) FROM roster_imports").await,
        region.house.count("SELECT COUNT(*) FROM roster_people").await,
    );
    assert!(done == people && done > 0 && done < 2_500, "{done} rows, {people} people");
    nothing_broke(&region.house).await;
}

async fn hostile_and_wrong_files_get_a_sentence(house: House) {
    let (region, anna) = coordinated(house).await;
    for (name, bytes, words) in [
        ("список.xlsx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), "защищён паролем"),
        ("список.csv", b"\x89PNG\r\n\x1A\n\0".to_vec(), "Это не таблица"),
        ("список.xlsx", b"PK\x03\x04".to_vec(), "повреждён"),
        ("список.csv", b";;\n".to_vec(), "не нашлось ни одной"),
        ("список.csv", vec![b'a'; 9 * 1_024 * 1_024], "слишком большой"),
    ] {
        anna.teacher.phone.sends(Sent::Document { name: name.into(), bytes });
        anna.teacher.phone.waits_for(words).await;
    }
    let boris = region.member("Семёнов Борис Олегович", region.schools[1]).await;
    boris.teacher.phone.sends(text(&["ФИО;Школа;Должность", "Белова Вера Павловна;1;учитель"]));
    region.house.settles().await;
    assert_eq!(region.house.count("SELECT COUNT(*) FROM roster_imports").await, 0, "not by anybody");
    nothing_broke(&region.house).await;
}

async fn nobody_reaches_another_municipality(house: House) {
    let (region, anna) = coordinated(house).await;
    let vera = region.member("Озёрова Вера Павловна", region.school_there).await;
    region.gives(&vera, RoleAt { role: Role::Coordinator, unit: Unit::Municipality(region.there) }).await;
    anna.teacher.phone.sends(text(&["ФИО;Школа;Должность", "Белова Вера Павловна;1;учитель"]));
    anna.teacher.phone.waits_for("новых — 1").await;
    let import: uuid::Uuid = metodist::read!(&region.house.app.db, on =>
        sqlx::query_scalar("SELECT id FROM roster_imports").fetch_one(on))
    .expect("an import");
    for payload in [
        format!("ro1.show.{}", id(import)),
        format!("ro1.ask.{}", id(import)),
        format!("ro1.carry.{}.duty", id(import)),
        format!("ro1.refused.{}", id(import)),
        format!("ro1.drop.{}", id(import)),
        format!("ro1.map.{}.name.0", id(import)),
        format!("ro1.at.{}", id(region.here)),
        format!("ro1.template.{}", id(region.here)),
    ] {
        vera.teacher.phone.presses_data(1, &payload).answer().await;
        region.house.settles_soon().await;
        let screen = vera.teacher.screen().expect("a screen").text;
        assert!(screen.contains("Этого здесь нет") && !screen.contains("Белова"), "{payload}: {screen}");
    }
    let untouched = "SELECT COUNT(*) FROM roster_imports WHERE state = 'checked'";
    assert_eq!(region.house.count(untouched).await, 1);
    nothing_broke(&region.house).await;
}
