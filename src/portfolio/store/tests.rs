//! Entries, categories and the topic are written and read back, and who leaves takes them along, on both engines.

use chrono::TimeDelta;

use super::*;

async fn a_portfolio_is_kept(url: &str) {
    let db = Db::open(url).await.expect("opens");
    let now = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
    let (anna, thief) = (Uuid::now_v7(), Uuid::now_v7());
    let mut tx = db.begin().await.expect("begins");
    for person in [anna, thief] {
        execute!(
            &mut tx,
            sqlx::query(
                "INSERT INTO persons (id, quiet_from_minute, quiet_to_minute, created_at) VALUES ($1, 0, 0, $2)"
            )
            .bind(person)
            .bind(now)
        )
        .expect("a person");
    }
    let mut entry = PortfolioEntry::new(anna, EntryKind::Event, "Семинар".to_owned());
    save_entry(&mut tx, &entry, now).await.expect("added");
    entry.day = NaiveDate::from_ymd_opt(2026, 3, 12);
    entry.role = Some("докладчик".to_owned());
    save_entry(&mut tx, &entry, now).await.expect("changed");
    let stolen = PortfolioEntry { person_id: thief, title: "Украдено".to_owned(), ..entry.clone() };
    save_entry(&mut tx, &stolen, now).await.expect("touches nothing");
    delete_entry(&mut tx, entry.id, thief).await.expect("touches nothing");
    let mut category =
        Category { post: "teacher".into(), grade: Grade::First, given_on: entry.day, until: None };
    save_category(&mut tx, anna, &category).await.expect("saved");
    category.grade = Grade::Highest;
    save_category(&mut tx, anna, &category).await.expect("saved again");
    let study =
        SelfStudy { topic: Some("Смысловое чтение".to_owned()), ..SelfStudy::default() };
    save_study(&mut tx, anna, &study).await.expect("saved");
    tx.commit().await.expect("commits");

    assert_eq!(list_entries(&db, anna).await.expect("read"), [entry.clone()]);
    assert_eq!(find_entry(&db, entry.id, anna).await.expect("read"), Some(entry.clone()));
    assert_eq!(find_entry(&db, entry.id, thief).await.expect("read"), None);
    assert_eq!(list_categories(&db, anna).await.expect("read"), [category]);
    assert_eq!(find_study(&db, anna).await.expect("read"), study);
    assert_eq!(find_study(&db, thief).await.expect("read"), SelfStudy::default());

    let mut tx = db.begin().await.expect("begins");
    delete_category(&mut tx, anna, "teacher").await.expect("deleted");
    forget_person(&mut tx, anna).await.expect("forgotten");
    tx.commit().await.expect("commits");
    assert_eq!(list_entries(&db, anna).await.expect("read"), []);
    assert_eq!(list_categories(&db, anna).await.expect("read"), []);
    assert_eq!(find_study(&db, anna).await.expect("read"), SelfStudy::default());
}

fresh::on_both!(a_portfolio_is_kept);
