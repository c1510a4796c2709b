//! Entries are found by whom they concern, and a person who leaves cannot be found in them, on both engines.

use chrono::TimeDelta;

use super::*;

/// A registered person of this family name.
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

async fn entries_stay_and_names_go(url: &str) {
    let db = Db::open(url).await.expect("opens");
    let mut tx = db.begin().await.expect("begins");
    let (anna, boris) = (add_person(&mut tx, "Иванова").await, add_person(&mut tx, "Белова").await);
    let now = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
    let entry = |actor, subject, deed| NewEntry {
        actor,
        subject,
        deed,
        role: None,
        municipality: None,
        source: "x.y",
    };
    for (number, deed) in (0..).zip([Deed::SawCard, Deed::GaveRole, Deed::EndedRole]) {
        let new = NewEntry { role: Some(Role::Coordinator), ..entry(anna, boris, deed) };
        add_entry(&mut tx, &new, now + TimeDelta::seconds(number)).await.expect("added");
    }
    add_entry(&mut tx, &entry(boris, boris, Deed::SawCard), now).await.expect("added");
    tx.commit().await.expect("commits");

    let all = list_entries(&db, None, 3).await.expect("a list");
    let seen: Vec<_> = all.iter().map(|entry| (entry.deed, entry.actor.as_deref())).collect();
    let anna_did = Some("Иванова Анна");
    assert_eq!(seen[..2], [(Deed::EndedRole, anna_did), (Deed::GaveRole, anna_did)]);
    assert_eq!((all.len(), all[0].role), (3, Some(Role::Coordinator)));
    assert_eq!(list_entries(&db, Some(Uuid::now_v7()), 9).await.expect("a list").len(), 0, "elsewhere");
    assert_eq!(list_about(&db, boris, 9).await.expect("a list").len(), 3, "not what one did oneself");
    assert!(is_named(&db, anna).await.expect("an answer"));

    let (here, there) = (Uuid::now_v7(), Uuid::now_v7());
    let taken = (Deed::TookPeople, "x.y");
    let mut tx = db.begin().await.expect("begins");
    for (id, slug) in [(here, "here"), (there, "there")] {
        let place =
            "INSERT INTO municipalities (id, slug, title, short_title, service_title, time_zone, search_key)
                     VALUES ($1, $2, 'А', 'А', 'А', 'Europe/Moscow', 'а')";
        execute!(&mut tx, sqlx::query(place).bind(id).bind(slug)).expect("a municipality");
    }
    let own = [Unit::Municipality(here), Unit::School(here, Uuid::now_v7()), Unit::Municipality(there)];
    add_taking(&mut tx, boris, taken, (&own, now)).await.expect("added");
    add_taking(&mut tx, boris, taken, (&[Unit::Region, own[0]], now)).await.expect("added");
    tx.commit().await.expect("commits");
    for (municipality, count) in [(Some(here), 1), (Some(there), 1), (None, 7)] {
        assert_eq!(list_entries(&db, municipality, 9).await.expect("a list").len(), count);
    }

    let mut tx = db.begin().await.expect("begins");
    anonymise(&mut tx, anna).await.expect("done");
    tx.commit().await.expect("commits");
    assert!(!is_named(&db, anna).await.expect("an answer"));
    let about: Vec<_> = list_about(&db, boris, 9).await.expect("a list");
    assert!(about.len() == 3 && about.iter().all(|entry| entry.actor.is_none()), "the entries stay");
    let keys: i64 = read!(&db, on =>
        sqlx::query_scalar("SELECT COUNT(DISTINCT actor) FROM audit_entries").fetch_one(on))
    .expect("a count");
    assert_eq!(keys, 2, "one key for everything that Anna did");
}

#[test]
fn entries_are_only_added_but_for_who_leaves_and_what_is_past_its_period() {
    let statements = include_str!("../store.rs");
    assert_eq!(statements.matches("UPDATE audit_entries SET actor").count(), 2);
    assert_eq!(statements.matches("UPDATE audit_entries SET subject").count(), 2);
    assert_eq!(statements.matches("UPDATE").count() + statements.matches("DELETE").count(), 5);
}

fresh::on_both!(entries_stay_and_names_go);
