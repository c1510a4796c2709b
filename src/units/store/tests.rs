//! What others read of a municipality, on both engines.

use chrono::TimeDelta;

use super::*;
use crate::units::SchoolKind;

fn district(days_off: &[&str], neutral_messengers: Vec<MessengerKind>) -> District {
    let school = DistrictSchool {
        slug: "school".into(),
        title: "Школа".into(),
        short_title: "Школа".into(),
        kind: SchoolKind::School,
        settlement: "с. Ключевое".into(),
        low_results: false,
        difficult_conditions: false,
    };
    District {
        slug: "district".into(),
        title: "Район".into(),
        short_title: "Район".into(),
        service_title: "Служба".into(),
        time_zone: "Asia/Omsk".into(),
        days_off: days_off.iter().map(|day| (*day).to_owned()).collect(),
        neutral_messengers,
        schools: vec![school],
    }
}

async fn publish(db: &Db, district: &District) {
    let mut tx = db.begin().await.expect("begins");
    publish_district(&mut tx, district).await.expect("published");
    tx.commit().await.expect("commits");
}

async fn days_of(db: &Db) -> Vec<String> {
    read!(db, on => sqlx::query_scalar("SELECT day FROM municipality_days_off ORDER BY day").fetch_all(on))
        .expect("a view")
}

async fn places_seen(db: &Db) -> Vec<(Uuid, String, String)> {
    read!(db, on => sqlx::query_as("SELECT person_id, time_zone, neutral_messengers FROM main_places").fetch_all(on))
        .expect("a view")
}

async fn add_person(tx: &mut Tx, now: DateTime<Utc>) -> Uuid {
    let person = Uuid::now_v7();
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO persons (id, quiet_from_minute, quiet_to_minute, created_at) VALUES ($1, 0, 0, $2)"
        )
        .bind(person)
        .bind(now)
    )
    .expect("a person");
    person
}

/// Every start replaces the days off and the messengers, and a person's place is the main one they have now.
async fn calendars_and_places(url: &str) {
    let db = Db::open(url).await.expect("opens");
    db.migrate().await.expect("migrates");
    publish(&db, &district(&["05-09", "2027-02-22"], Vec::new())).await;
    assert_eq!(days_of(&db).await, ["05-09", "2027-02-22"]);

    let now = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
    let municipality = list_municipalities(&db).await.expect("a list").remove(0);
    let school = list_schools(&db, municipality.id).await.expect("a list").remove(0);
    let mut tx = db.begin().await.expect("begins");
    let person_id = add_person(&mut tx, now).await;
    let new =
        || NewEmployment { person_id, school_id: school.id, post: "teacher".into(), subjects: Vec::new() };
    let main = add_employment(&mut tx, &new(), now).await.expect("added");
    let second = add_employment(&mut tx, &new(), now).await.expect("added");
    tx.commit().await.expect("commits");
    assert_eq!(places_seen(&db).await, [(person_id, "Asia/Omsk".into(), String::new())]);

    publish(&db, &district(&["05-09", "06-12"], vec![MessengerKind::Telegram])).await;
    assert_eq!(days_of(&db).await, ["05-09", "06-12"]);
    assert_eq!(places_seen(&db).await, [(person_id, "Asia/Omsk".into(), "telegram".into())]);

    for (ended, left) in [(main, 1), (second, 0)] {
        let mut tx = db.begin().await.expect("begins");
        end_employment(&mut tx, person_id, ended, now).await.expect("ended");
        tx.commit().await.expect("commits");
        assert_eq!(places_seen(&db).await.len(), left);
    }
}

#[tokio::test]
async fn calendars_and_places_on_sqlite() {
    let folder = tempfile::tempdir().expect("a folder");
    calendars_and_places(&format!("sqlite:{}", folder.path().join("t.sqlite").display())).await;
}

#[tokio::test]
async fn calendars_and_places_on_postgres() {
    let server = std::env::var("METODIST_TEST_POSTGRES")
        .expect("METODIST_TEST_POSTGRES names no PostgreSQL server: run scripts/test, which starts one");
    let schema = format!("t_{}", Uuid::now_v7().simple());
    let pool = sqlx::PgPool::connect(&server).await.expect("the test server answers");
    let making = sqlx::AssertSqlSafe(format!("CREATE SCHEMA {schema}"));
    sqlx::query(making).execute(&pool).await.expect("a new schema");
    let glue = if server.contains('?') { '&' } else { '?' };
    calendars_and_places(&format!("{server}{glue}options=-c%20search_path%3D{schema}")).await;
}
