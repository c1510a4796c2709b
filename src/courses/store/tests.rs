//! A course is written and read back, only its owner changes it, and who leaves takes them along, on both engines.

use chrono::TimeDelta;

use super::*;

async fn courses_are_kept(url: &str) {
    let db = Db::open(url).await.expect("opens");
    let now = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
    let (anna, thief) = (Uuid::now_v7(), Uuid::now_v7());
    let mut tx = db.begin().await.expect("begins");
    for person in [anna, thief] {
        execute!(
            &mut tx,
            sqlx::query(
                "INSERT INTO persons (id, family_name, given_name, quiet_from_minute, quiet_to_minute, created_at,
                     registered_at) VALUES ($1, 'Белова', 'Анна', 0, 0, $2, $2)"
            )
            .bind(person)
            .bind(now)
        )
        .expect("a person");
    }
    let day = |number| NaiveDate::from_ymd_opt(2026, 2, number).expect("a day");
    let mut old = Course::new(anna, CourseKind::Retraining, "Менеджмент".to_owned());
    old.days = Some((day(1), day(2)));
    old.in_register = Some(false);
    let mut new = Course::new(anna, CourseKind::Training, "Грамотность".to_owned());
    new.days = Some((day(10), day(28)));
    new.hours = Some(72);
    let open = Course::new(anna, CourseKind::Training, "Без даты".to_owned());
    for course in [&open, &old, &new] {
        add_course(&mut tx, course, now).await.expect("added");
    }
    let stolen = Course { person_id: thief, title: "Украдено".to_owned(), ..old.clone() };
    save_course(&mut tx, &stolen).await.expect("touches nothing");
    delete_course(&mut tx, old.id, thief).await.expect("touches nothing");
    tx.commit().await.expect("commits");

    assert_eq!(list_courses(&db, anna).await.expect("read"), [new.clone(), old, open.clone()]);
    assert_eq!(find_course(&db, new.id).await.expect("read"), Some(new));
    assert_eq!(
        list_attendance(&db, (None, None)).await.expect("read"),
        [],
        "who works nowhere is on no list"
    );

    let (here, school) = works_beside(&db, anna, now).await;
    let last = list_last_courses(&db, (Some(here), Some(school))).await.expect("read");
    assert_eq!(last, [(anna, Some(day(28)))]);

    let mut tx = db.begin().await.expect("begins");
    delete_course(&mut tx, open.id, anna).await.expect("deleted");
    tx.commit().await.expect("commits");
    assert_eq!(list_courses(&db, anna).await.expect("read").len(), 2);
    let mut tx = db.begin().await.expect("begins");
    forget_person(&mut tx, anna).await.expect("forgotten");
    tx.commit().await.expect("commits");
    assert_eq!(list_courses(&db, anna).await.expect("read"), []);
}

/// Gives somebody a place of work that is not their main one; returns its municipality and school.
async fn works_beside(db: &Db, person: Uuid, now: DateTime<Utc>) -> (Uuid, Uuid) {
    let (here, school) = (Uuid::now_v7(), Uuid::now_v7());
    let mut tx = db.begin().await.expect("begins");
    for statement in [
        "INSERT INTO municipalities (id, slug, title, short_title, service_title, time_zone, search_key)
         VALUES ($1, 'a', 'А', 'А', 'А', 'Europe/Moscow', 'а')",
        "INSERT INTO schools (id, municipality_id, slug, title, short_title, kind, settlement, low_results,
             difficult_conditions, search_key, position, is_listed)
         VALUES ($2, $1, 'b', 'Б', 'Б', 'school', 'В', FALSE, FALSE, 'б', 1, TRUE)",
    ] {
        execute!(&mut tx, sqlx::query(statement).bind(here).bind(school)).expect("a school");
    }
    execute!(
        &mut tx,
        sqlx::query(
            "INSERT INTO employments (id, person_id, municipality_id, school_id, post, is_main, began_at)
             VALUES ($1, $2, $3, $4, 'teacher', FALSE, $5)"
        )
        .bind(Uuid::now_v7())
        .bind(person)
        .bind(here)
        .bind(school)
        .bind(now)
    )
    .expect("a place of work beside another");
    tx.commit().await.expect("commits");
    (here, school)
}

fresh::on_both!(courses_are_kept);
