//! What people may ask of their data: to take it along, complete; to be erased, everywhere and for good; and what goes by
//! itself when its period is over.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use metodist::{
    attachments::{self, NewAttachment},
    execute,
    messenger::{MessengerKind, SentKind},
    units::{Role, RoleAt},
};
use sandbox::Phone;
use serde_json::Value;
use uuid::Uuid;

use crate::{
    house::{Engine, House, stories},
    leaving::{self, NOT_ABOUT_PEOPLE},
    office::{Member, Region},
    stages::{Stage, brought_to, nothing_broke},
    teacher::Teacher,
};

stories!(
    everything_is_taken_along,
    a_stranger_has_nothing_to_take,
    whoever_leaves_a_district_is_found_nowhere,
    a_coordinator_takes_the_acts,
    silence_has_an_end,
    who_is_warned_can_stay,
    a_restored_backup_brings_nobody_back,
);

/// Tables about people that nobody takes along, and why.
const NOT_TAKEN: [(&str, &str); 7] = [
    ("route_bases", "which diagnosis a route is drawn from: the diagnosis itself is taken along"),
    ("route_rounds", "a day, and the number of a route until its round ends"),
    ("meeting_materials", "what a host hands to all; its file is taken along with whoever sent it"),
    ("meeting_visitors", "names of people who have no account; they are nobody's here to take along"),
    ("thread_files", "which file came with which message: the files themselves are taken along"),
    ("inbox", "events on their way: emptied as soon as they are handled, gone after seven days"),
    ("erasures", "of people who are no more here"),
];

/// The files that the bot has sent, by name.
fn files(phone: &Phone) -> Vec<(String, Vec<u8>)> {
    let files = phone.chat().into_iter().filter(|bubble| bubble.from_bot).filter_map(|bubble| bubble.file);
    files.map(|file| (file.name, file.bytes.to_vec())).collect()
}

/// Waits for a file with this ending and returns the newest.
async fn file(phone: &Phone, ending: &str) -> Vec<u8> {
    phone
        .waits_until(ending, |chat| {
            chat.iter().any(|bubble| bubble.file.as_ref().is_some_and(|file| file.name.ends_with(ending)))
        })
        .await;
    let mut all = files(phone).into_iter().filter(|(name, _)| name.ends_with(ending));
    all.next_back().map(|(_, bytes)| bytes).expect("it was just there")
}

async fn person_of(house: &House, teacher: &Teacher) -> Uuid {
    metodist::read!(&house.app.db, on =>
        sqlx::query_scalar("SELECT person_id FROM contacts WHERE external_id = $1")
            .bind(teacher.phone.id().to_string()).fetch_one(on))
    .expect("the person is known")
}

/// Keeps a file of a person, as if they had sent it for something.
async fn keeps_file(house: &House, owner: Uuid, name: &str) {
    let new = NewAttachment {
        owner,
        kind: SentKind::File,
        name: name.to_owned(),
        bytes: Some("тайное содержание".as_bytes().to_vec()),
        reference: (MessengerKind::Telegram, "reference".to_owned()),
    };
    let mut tx = house.app.db.begin().await.expect("a transaction");
    attachments::add_attachment(&mut tx, &new, house.clock.now()).await.expect("kept");
    // The emulated messenger has never seen it, so its bytes are sent.
    execute!(&mut tx, sqlx::query("DELETE FROM attachment_references")).expect("forgotten");
    tx.commit().await.expect("it is written down");
}

async fn everything_is_taken_along(house: House) {
    let house = house.with_short_questionnaire().await;
    let mut teacher = leaving::leaves_traces(&house).await;
    let other = brought_to(&house, Stage::Result).await;
    let person = person_of(&house, &teacher).await;
    keeps_file(&house, person, "удостоверение.pdf").await;
    teacher.phone.says("/privacy");
    teacher.taps("Забрать с собой").await;
    let taken: Value = serde_json::from_slice(&file(&teacher.phone, ".json").await).expect("JSON");
    let text = taken.to_string();
    for words in
        ["Покидающая", "1985-03-07", "тайное желание второе", "удостоверение.pdf", "«О персональных данных»"]
    {
        assert!(text.contains(words), "{words} is not taken along");
    }
    assert!(!text.contains(&person_of(&house, &other).await.to_string()), "somebody else is taken along");
    let paper = docx_rs::read_docx(&file(&teacher.phone, ".docx").await).expect("a paper").json();
    for words in ["Покидающая", "тайное желание", "Роскомнадзор"] {
        assert!(paper.contains(words), "{words} is not in the paper");
    }
    for words in ["Учитель", "Математика", "Да"] {
        assert!(paper.contains(words), "{words} is not in the paper");
    }
    for id in ["\"teacher\"", "Должность: teacher", "Предмет: mathematics", "\\\"choice\\\""]
    {
        assert!(!paper.contains(id), "{id} means nothing to people");
    }
    is_complete(&house, &taken).await;
    teacher.taps("Присланные файлы (1)").await;
    assert_eq!(file(&teacher.phone, ".pdf").await, "тайное содержание".as_bytes());
    teacher.taps("Мои данные").await;
    teacher.phone.waits_for("Что о Вас хранится").await;
    nothing_broke(&house).await;
}

/// Every table of the schema is taken along with all its columns, or excepted with a reason.
async fn is_complete(house: &House, taken: &Value) {
    let mut tables: BTreeSet<String> = BTreeSet::new();
    for (table, column) in leaving::columns(house).await {
        let excepted = NOT_TAKEN.iter().any(|(known, _)| *known == table);
        if excepted || NOT_ABOUT_PEOPLE.contains(&&*table) {
            continue;
        }
        let rows = taken["tables"][&table].as_array();
        let rows = rows.unwrap_or_else(|| panic!("{table} is neither taken along nor excepted"));
        assert!(rows.iter().all(|row| row.get(&column).is_some()), "{table}.{column} is not taken along");
        if !rows.is_empty() {
            tables.insert(table);
        }
    }
    for table in
        ["persons", "contacts", "consents", "employments", "answers", "drafts", "attachments", "letters"]
    {
        assert!(tables.contains(table), "the story left nothing in {table}");
    }
}

async fn a_stranger_has_nothing_to_take(house: House) {
    let teacher = Teacher::new(house.person("Чужая"));
    teacher.phone.says("/start");
    let greeting = teacher.waits_for_button("Даю согласие").await.0;
    for (payload, answer) in
        [("pv1.take", "забирать с собой пока нечего"), ("pv1.erase", "Согласие отозвано")]
    {
        teacher.phone.presses_data(greeting, payload).answer().await;
        teacher.phone.waits_for(answer).await;
    }
    assert_eq!(house.count("SELECT COUNT(*) FROM erasures").await, 0);
    nothing_broke(&house).await;
}

/// A coordinator who has done everything that leaves a trace with others.
async fn leaver_in(region: &Region) -> (Member, Member) {
    let mut leaver = region.member("Исчезающая Снежана Олеговна", region.schools[0]).await;
    let stays = region.member("Остающаяся Анна Петровна", region.schools[1]).await;
    let coordinator = RoleAt { role: Role::Coordinator, unit: region.here() };
    region.gives(&leaver, coordinator).await;
    region.gives(&stays, coordinator).await;
    keeps_file(&region.house, leaver.person, "Исчезающая.pdf").await;
    leaver.teacher.phone.says("/people Остающаяся");
    for label in ["Остающаяся А. П.", "Назначить", "Методист", "Подтвердить"]
    {
        leaver.teacher.taps(label).await;
    }
    stays.teacher.phone.waits_for("Вам поручена роль: методист").await;
    leaver.teacher.phone.says("/people тайное слово");
    leaver.teacher.phone.waits_for("никого не нашлось").await;
    (leaver, stays)
}

async fn whoever_leaves_a_district_is_found_nowhere(house: House) {
    let region = Region::of(house).await;
    let house = &region.house;
    let (mut leaver, mut stays) = leaver_in(&region).await;
    stays.teacher.phone.says("/people Исчезающая");
    stays.teacher.taps("Исчезающая С. О.").await;
    let id = leaver.person;
    let traces =
        [&id.to_string(), &id.simple().to_string().to_uppercase(), "Исчезающая", "Снежана", "тайное"]
            .map(str::to_owned);
    let found = async || -> BTreeSet<String> {
        let dump = leaving::dump(house).await;
        let is_trace = |value: &String| traces.iter().any(|trace| value.contains(trace));
        dump.into_iter().filter(|(_, value)| is_trace(value)).map(|(place, _)| place).collect()
    };
    let before = found().await;
    for place in
        ["persons.family_name", "roles.granted_by", "audit_entries.actor", "attachments.name", "drafts.step"]
    {
        assert!(before.contains(place), "the story leaves no trace in {place}: {before:?}");
    }
    leaver.teacher.phone.says("/privacy");
    leaver.teacher.taps("Отозвать согласие").await;
    leaver.teacher.phone.waits_for("приказ Роскомнадзора № 179").await;
    leaver.teacher.taps("Да, удалить всё").await;
    leaver.teacher.phone.waits_for("всё личное удалено").await;
    house.settles().await;
    assert_eq!(found().await, BTreeSet::from(["erasures.person_id".to_owned()]));
    if house.engine() == Engine::Sqlite {
        let book = house.app.settings.erasure_book.clone().expect("a book beside the file");
        let book = std::fs::read_to_string(book).expect("it is written");
        assert!(book.starts_with(&id.to_string()) && !book.contains("Исчезающая"), "{book}");
    }
    stays.teacher.phone.says("/admin");
    stays.teacher.taps("Журнал доступа").await;
    stays.teacher.phone.waits_for("имя удалено").await;
    assert!(!stays.teacher.phone.screen().contains("Исчезающая"), "the audit still knows the name");
    nothing_broke(house).await;
}

async fn a_coordinator_takes_the_acts(house: House) {
    let region = Region::of(house).await;
    let (mut leaver, mut stays) = leaver_in(&region).await;
    let abroad = region.member("Дальняя Ольга Ивановна", region.school_there).await;
    leaver.teacher.phone.says("/privacy");
    for label in ["Отозвать согласие", "Да, удалить всё"] {
        leaver.teacher.taps(label).await;
    }
    leaver.teacher.phone.waits_for("всё личное удалено").await;
    stays.teacher.phone.says("/admin");
    stays.teacher.taps("Акты об уничтожении данных").await;
    stays.teacher.phone.waits_for("1 акт").await;
    stays.teacher.taps("отзыв согласия").await;
    let act = docx_rs::read_docx(&file(&stays.teacher.phone, ".docx").await).expect("a paper").json();
    let id = leaver.person.to_string();
    for words in ["ММС Лугоборского района", "ул. Школьная", &id, "отозвал согласие", "присланные файлы"]
    {
        assert!(act.contains(words), "{words} is not in the act");
    }
    assert!(!act.contains("Исчезающая"), "the act has a name");
    stays.teacher.taps("К актам").await;
    stays.teacher.taps("Выгрузка из журнала").await;
    assert!(file(&stays.teacher.phone, ".xlsx").await.starts_with(b"PK"));
    let there = RoleAt { role: Role::Coordinator, unit: metodist::units::Unit::Municipality(region.there) };
    region.gives(&abroad, there).await;
    let mut abroad = abroad.teacher;
    abroad.phone.says("/admin");
    abroad.taps("Акты об уничтожении данных").await;
    abroad.phone.waits_for("Данные пока ни у кого не удалялись").await;
    nothing_broke(&region.house).await;
}

/// Lets this long pass as an outage, and then a night with its jobs.
async fn passes(house: &House, days: i64) {
    house.clock.jump(TimeDelta::days(days));
    house.clock.advance(TimeDelta::days(1)).await;
}

async fn reasons(house: &House) -> Vec<String> {
    metodist::read!(&house.app.db, on =>
        sqlx::query_scalar("SELECT reason FROM erasures ORDER BY reason").fetch_all(on))
    .expect("acts can be listed")
}

/// Waits until so many people were erased by the night.
async fn are_erased(house: &House, count: i64) {
    for _ in 0..100 {
        if house.count("SELECT COUNT(*) FROM erasures").await >= count {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("{count} people should be erased by now");
}

async fn silence_has_an_end(house: House) {
    let house = house.with_short_questionnaire().await;
    let stays = brought_to(&house, Stage::Result).await;
    let _unfinished = brought_to(&house, Stage::School).await;
    let mut blocked = brought_to(&house, Stage::Result).await;
    blocked.phone.blocks();
    let stranger = house.person("Чужой");
    stranger.says("/start");
    house.settles().await;
    let mut tx = house.app.db.begin().await.expect("a transaction");
    execute!(&mut tx, sqlx::query(
            "INSERT INTO persons (id, family_name, given_name, quiet_from_minute, quiet_to_minute, created_at)
             VALUES ($1, 'Списочная', 'Мария', 0, 0, $2)")
            .bind(Uuid::now_v7()).bind(house.clock.now()))
    .expect("somebody of a list");
    tx.commit().await.expect("it is written down");
    passes(&house, 363).await;
    stays.phone.says("/menu");
    house.settles().await;
    assert_eq!(reasons(&house).await, Vec::<String>::new(), "nobody goes before their time");
    passes(&house, 2).await;
    are_erased(&house, 3).await;
    assert_eq!(reasons(&house).await, ["blocked", "unclaimed", "unfinished"]);
    assert_eq!(house.count("SELECT COUNT(*) FROM contacts WHERE person_id IS NOT NULL").await, 1);
    let strangers =
        house.lines("SELECT external_id FROM contacts WHERE external_id = $1", stranger.id()).await;
    assert_eq!(strangers, Vec::<String>::new(), "a contact of nobody goes too");
    blocked.phone.unblocks();
    blocked.registers("Вернувшаяся Снежана Олеговна").await;
    nothing_broke(&house).await;
}

async fn who_is_warned_can_stay(house: House) {
    let house = house.with_short_questionnaire().await;
    let mut teacher = brought_to(&house, Stage::Result).await;
    let gone = brought_to(&house, Stage::Result).await;
    passes(&house, 1_066).await;
    house.clock.advance(TimeDelta::days(1)).await;
    teacher.phone.waits_for("всё, что о Вас записано, удалится").await;
    gone.phone.waits_for("всё, что о Вас записано, удалится").await;
    teacher.taps("В меню").await;
    house.settles().await;
    passes(&house, 30).await;
    are_erased(&house, 1).await;
    assert_eq!(reasons(&house).await, ["silent"]);
    assert_eq!(house.count("SELECT COUNT(*) FROM persons").await, 1);
    teacher.phone.says("/menu");
    teacher.waits_for_button("Самодиагностика").await;
}

/// A copy of the whole database, kept and put back: on SQLite the file itself; on PostgreSQL the people, which is what a
/// backup would bring back of somebody who was erased.
async fn a_restored_backup_brings_nobody_back(house: House) {
    let mut house = house.with_short_questionnaire().await;
    let mut teacher = brought_to(&house, Stage::Result).await;
    let other = brought_to(&house, Stage::Result).await;
    let book = tempfile::tempdir().expect("a folder");
    if house.engine() == Engine::Postgres {
        house.keeps_book(book.path().join("erased")).await;
    }
    let person = person_of(&house, &teacher).await;
    house.settles().await;
    let backup = backs_up(&mut house, &book).await;
    teacher.phone.says("/privacy");
    teacher.taps("Отозвать согласие").await;
    teacher.taps("Да, удалить всё").await;
    teacher.phone.waits_for("всё личное удалено").await;
    house.settles().await;
    restores(&mut house, backup).await;
    let left: Vec<Uuid> = metodist::read!(&house.app.db, on =>
        sqlx::query_scalar("SELECT id FROM persons").fetch_all(on))
    .expect("people can be listed");
    assert_eq!(left, [person_of(&house, &other).await], "{person} was brought back");
    assert_eq!(reasons(&house).await, ["restored"]);
    nothing_broke(&house).await;
}

async fn backs_up(
    house: &mut House,
    folder: &tempfile::TempDir,
) -> Option<(std::path::PathBuf, std::path::PathBuf)> {
    if house.engine() == Engine::Postgres {
        runs(house, "CREATE TABLE persons_of_yesterday AS SELECT * FROM persons").await;
        return None;
    }
    house.stop().await;
    let url = house.database.url.clone();
    let file = std::path::PathBuf::from(url.trim_start_matches("sqlite:"));
    let copy = folder.path().join("yesterday.db");
    std::fs::copy(&file, &copy).expect("a copy");
    house.restart().await;
    Some((file, copy))
}

async fn restores(house: &mut House, backup: Option<(std::path::PathBuf, std::path::PathBuf)>) {
    match backup {
        Some((file, copy)) => {
            house.stop().await;
            for ending in ["db-wal", "db-shm"] {
                let _ = std::fs::remove_file(file.with_extension(ending));
            }
            std::fs::copy(copy, file).expect("put back");
        }
        None => {
            runs(house, "INSERT INTO persons SELECT * FROM persons_of_yesterday ON CONFLICT DO NOTHING")
                .await;
            runs(house, "DROP TABLE persons_of_yesterday").await;
            runs(house, "DELETE FROM erasures").await;
        }
    }
    house.restart().await;
    house.settles().await;
    for _ in 0..100 {
        if !reasons(house).await.is_empty() {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
}

async fn runs(house: &House, statement: &'static str) {
    let mut tx = house.app.db.begin().await.expect("a transaction");
    execute!(&mut tx, sqlx::query(statement)).expect("it runs");
    tx.commit().await.expect("it is written down");
}
