//! A member is written and read back, an edition keeps what was printed, and who leaves is gone, on both engines.

use chrono::TimeDelta;

use super::*;
use crate::methodologist_pool::model::{Basis, Edition, Line, Order};

async fn add_person(tx: &mut Tx, family: &str) -> Uuid {
    let person = Uuid::now_v7();
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO persons (id, family_name, given_name, quiet_from_minute, quiet_to_minute, created_at,
                 registered_at) VALUES ($1, $2, 'Анна', 0, 0, $3, $3)"
        )
        .bind(person)
        .bind(family)
        .bind(DateTime::UNIX_EPOCH)
    )
    .expect("a person");
    person
}

async fn add_municipality(tx: &mut Tx) -> Uuid {
    let municipality = Uuid::now_v7();
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO municipalities (id, slug, title, short_title, service_title, time_zone, search_key,
                 neutral_messengers) VALUES ($1, 'x', 'Х', 'Х', 'С', 'Europe/Moscow', 'х', '')"
        )
        .bind(municipality)
    )
    .expect("a municipality");
    municipality
}

async fn members_and_editions(url: &str) {
    let db = Db::open(url).await.expect("opens");
    let now = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
    let mut tx = db.begin().await.expect("begins");
    let here = add_municipality(&mut tx).await;
    let (anna, boris) = (add_person(&mut tx, "Белова").await, add_person(&mut tx, "Авдеева").await);
    let one = add_candidate(&mut tx, (here, anna), now).await.expect("added");
    assert_eq!(add_candidate(&mut tx, (here, anna), now).await.expect("once"), one);
    add_candidate(&mut tx, (here, boris), now).await.expect("added");
    let mut member = lock_member(&mut tx, one, now).await.expect("locked").expect("there");
    member.is_admitted = true;
    member.record.basis = Some(Basis::PartTime);
    member.record.subjects = vec!["physics".to_owned()];
    save_member(&mut tx, &member).await.expect("saved");
    execute!(
        &mut tx,
        sqlx::query(
            "INSERT INTO roles (id, person_id, role, municipality_id, began_at) VALUES ($1, $2, 'methodologist', $3, $4)"
        )
        .bind(Uuid::now_v7())
        .bind(anna)
        .bind(here)
        .bind(now)
    )
    .expect("a role");
    tx.commit().await.expect("commits");

    assert_eq!(find_member(&db, one).await.expect("read").as_ref(), Some(&member));
    assert_eq!(list_of_person(&db, anna).await.expect("read"), [member.clone()]);
    let names: Vec<_> =
        list_members(&db, here).await.expect("read").into_iter().map(|one| one.family_name).collect();
    assert_eq!(names, ["Белова", "Авдеева"], "members come first");
    let consultants = list_consultants(&db, here).await.expect("read");
    assert_eq!(consultants, [Consultant::from(member)]);
    let size = find_size(&db, here).await.expect("read");
    assert_eq!((size.members, size.candidates, size.norm), (1, 1, (200, 250)));
    assert_eq!(list_consultants(&db, Uuid::now_v7()).await.expect("read"), [], "elsewhere");

    let line = |name: &str| Line { name: name.to_owned(), ..Line::default() };
    let order = Some(Order { number: "876".to_owned(), date: None });
    let edition = Edition { id: Uuid::now_v7(), municipality_id: here, school_year: 2026, order, count: 0 };
    let mut tx = db.begin().await.expect("begins");
    let first = add_edition(&mut tx, &edition, &[(anna, line("Белова"))], now).await.expect("adopted");
    let again = Edition { id: Uuid::now_v7(), ..edition };
    let lines = [(boris, line("Авдеева")), (anna, line("Белова"))];
    assert_eq!(add_edition(&mut tx, &again, &lines, now).await.expect("adopted"), first, "one a year");
    tx.commit().await.expect("commits");
    let editions = list_editions(&db, here).await.expect("read");
    assert_eq!((editions.len(), editions[0].count, editions[0].school_year), (1, 2, 2026));

    let mut tx = db.begin().await.expect("begins");
    forget_person(&mut tx, anna).await.expect("forgotten");
    tx.commit().await.expect("commits");
    assert_eq!(list_lines(&db, first).await.expect("read"), [line("Авдеева")]);
    assert_eq!(list_of_person(&db, anna).await.expect("read"), []);
    assert!(find_edition(&db, first).await.expect("read").is_some_and(|edition| edition.count == 1));
}

fresh::on_both!(members_and_editions);
