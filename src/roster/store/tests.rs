//! An import moves on batch by batch and never twice, on both engines; and what is known of a municipality.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::*;
use crate::{
    db::{Db, Tx},
    execute,
    people::{self, FullName, ListedPerson},
    roster::model::{Basis, Counts, State},
    sheets::{Row, Table},
    units::{self, ListedEmployment},
};

const MUNICIPALITY: Uuid = Uuid::from_u128(1);
const SCHOOL: Uuid = Uuid::from_u128(2);

fn now() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(20_000)
}

fn table() -> Table {
    Table {
        rows: vec![Row {
            number: 1, cells: vec!["ФИО".into(), "Школа".into(), "Должность".into()]
        }],
    }
}

async fn place(tx: &mut Tx) {
    let municipality =
        "INSERT INTO municipalities (id, slug, title, short_title, service_title, time_zone, search_key)
         VALUES ($1, 'a', 'А', 'А', 'А', 'Europe/Moscow', 'а')";
    execute!(tx, sqlx::query(municipality).bind(MUNICIPALITY)).expect("a municipality");
    let school =
        "INSERT INTO schools (id, municipality_id, slug, title, short_title, kind, settlement, low_results,
             difficult_conditions, search_key, position, is_listed)
         VALUES ($2, $1, 'b', 'Б', 'Б', 'school', 'В', FALSE, FALSE, 'б', 1, TRUE)";
    execute!(tx, sqlx::query(school).bind(MUNICIPALITY).bind(SCHOOL)).expect("a school");
}

/// Somebody of a list who works at the school.
async fn list_somebody(tx: &mut Tx, import: Uuid, family: &str) -> Uuid {
    let id = Uuid::now_v7();
    let name = FullName { family: family.into(), given: "Анна".into(), patronymic: None };
    let full = name.in_full();
    people::add_listed_people(tx, &[ListedPerson { id, name, birth_date: None }], now())
        .await
        .expect("a person");
    let place = ListedEmployment {
        id: Uuid::now_v7(),
        person_id: id,
        municipality_id: MUNICIPALITY,
        school_id: SCHOOL,
        post: "teacher".into(),
        subjects: vec!["physics".into(), "mathematics".into()],
        share_percent: Some(50),
    };
    units::add_first_employments(tx, &[place], now()).await.expect("a place of work");
    let origin = Origin { import_id: import, municipality_id: MUNICIPALITY, imported_at: now() };
    add_roster_people(tx, &[(id, full)], &origin).await.expect("of a list");
    id
}

async fn batches_are_taken_once(url: &str) {
    let db = Db::open(url).await.expect("opens");
    let mut tx = db.begin().await.expect("begins");
    place(&mut tx).await;
    let importer = Uuid::now_v7();
    let name =
        FullName { family: "Координатор".into(), given: "Анна".into(), patronymic: None };
    people::add_listed_people(&mut tx, &[ListedPerson { id: importer, name, birth_date: None }], now())
        .await
        .expect("a person");
    let table = table();
    let new =
        NewImport { municipality: MUNICIPALITY, imported_by: importer, file_name: "а.csv", table: &table };
    let id = add_import(&mut tx, &new, now()).await.expect("kept");
    tx.commit().await.expect("commits");
    let found = find_import(&db, id).await.expect("read").expect("there");
    assert_eq!((found.state, found.mapping.missing()), (State::Mapping, None));

    let mut tx = db.begin().await.expect("begins");
    assert!(!drop_open_import(&mut tx, id, Uuid::now_v7()).await.expect("a try"), "a colleague's");
    let second = add_import(&mut tx, &new, now()).await.expect("kept");
    assert!(drop_open_import(&mut tx, second, importer).await.expect("a try"));
    let counts = Counts { added: 2, changed: 0, kept: 1, refused: 1 };
    mark_checked(&mut tx, id, &found.mapping, Some((counts, &[]))).await.expect("checked");
    tx.commit().await.expect("commits");
    let found = find_import(&db, id).await.expect("read").expect("there");
    assert_eq!((found.state, found.counts, found.rows), (State::Checked, counts, 4));

    let mut tx = db.begin().await.expect("begins");
    assert!(mark_running(&mut tx, &found, Basis::Duty).await.expect("a try"));
    assert!(!mark_running(&mut tx, &found, Basis::Duty).await.expect("a try"), "it runs already");
    let done = Counts { added: 2, ..Counts::default() };
    assert!(claim_batch(&mut tx, id, (0, 2), done).await.expect("a try"));
    assert!(!claim_batch(&mut tx, id, (0, 2), done).await.expect("a try"), "that batch is done");
    assert_eq!(list_somebody(&mut tx, id, "Иванова").await.get_version_num(), 7);
    tx.commit().await.expect("commits");
    assert_eq!(find_running(&db).await.expect("read"), Some(id));
    let known = list_known(&db, MUNICIPALITY).await.expect("read");
    assert_eq!((known.len(), known[0].name.as_str()), (1, "Иванова Анна"));
    assert_eq!(known[0].places[0].subjects, ["mathematics", "physics"]);

    let mut tx = db.begin().await.expect("begins");
    let alike = list_alike(&mut tx, (SCHOOL, MUNICIPALITY), "").await.expect("read");
    assert_eq!(alike.len(), 1);
    let (listed, at) = (known[0].person, (MUNICIPALITY, SCHOOL));
    add_match(&mut tx, (listed, importer), at, now()).await.expect("a try").expect("a new match");
    // Somebody of a list who has become another's leaves a match behind if it was decided then.
    add_match(&mut tx, (Uuid::now_v7(), importer), at, now()).await.expect("a try").expect("a new match");
    assert!(mark_stopped(&mut tx, id, now()).await.expect("a try"));
    assert!(!claim_batch(&mut tx, id, (2, 4), done).await.expect("a try"), "it was stopped");
    tx.commit().await.expect("commits");
    assert_eq!(list_open(&db, MUNICIPALITY, None).await.expect("read").len(), 1);
    let found = find_import(&db, id).await.expect("read").expect("there");
    assert_eq!((found.state, found.position, found.counts.added), (State::Stopped, 2, 2));
    assert!(find_content(&db, id).await.expect("read").is_none(), "its rows are gone");
    let later = now() + TimeDelta::days(1);
    assert_eq!(list_unclaimed_before(&db, later, 9).await.expect("read").len(), 1);
    assert_eq!(list_unclaimed_before(&db, now(), 9).await.expect("read").len(), 0);
}

fresh::on_both!(batches_are_taken_once);
