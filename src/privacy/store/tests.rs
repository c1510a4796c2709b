//! An act is written once for each person and found by its municipality; silence is read as it is; on both engines.

use chrono::TimeDelta;

use super::*;

async fn acts_are_kept(url: &str) {
    let db = Db::open(url).await.expect("opens");
    let now = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
    let (person, municipality) = (Uuid::now_v7(), Uuid::now_v7());
    let act = |erased_at, reason| Erasure {
        id: Uuid::now_v7(),
        person_id: person,
        municipality: None,
        reason,
        categories: vec!["persons".into(), "roles".into()],
        erased_at,
    };
    let mut tx = db.begin().await.expect("begins");
    add_erasure(&mut tx, &act(now, Reason::Withdrawn)).await.expect("added");
    add_erasure(&mut tx, &act(now + TimeDelta::days(1), Reason::Restored)).await.expect("a try");
    tx.commit().await.expect("commits");
    let acts = list_erasures(&db, None).await.expect("a list");
    assert_eq!((acts.len(), acts[0].reason, acts[0].erased_at), (1, Reason::Withdrawn, now));
    assert_eq!(acts[0].categories, ["persons", "roles"]);
    assert!(list_erasures(&db, Some(municipality)).await.expect("a list").is_empty());

    let mut tx = db.begin().await.expect("begins");
    assert_eq!(forget_erasures(&mut tx, now).await.expect("a try"), 0);
    assert_eq!(forget_erasures(&mut tx, now + TimeDelta::seconds(1)).await.expect("forgotten"), 1);
    tx.commit().await.expect("commits");
}

async fn silence_is_read(url: &str) {
    let db = Db::open(url).await.expect("opens");
    let now = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
    let person = Uuid::now_v7();
    let mut tx = db.begin().await.expect("begins");
    execute!(
        &mut tx,
        sqlx::query(
            "INSERT INTO persons (id, quiet_from_minute, quiet_to_minute, created_at) VALUES ($1, 0, 0, $2)"
        )
        .bind(person)
        .bind(now)
    )
    .expect("a person");
    for (number, state) in [("1", "live"), ("2", "blocked")] {
        execute!(
            &mut tx,
            sqlx::query(
                "INSERT INTO contacts (id, messenger, external_id, person_id, state, created_at, seen_at)
                 VALUES ($1, 'telegram', $2, $3, $4, $5, $5)"
            )
            .bind(Uuid::now_v7())
            .bind(number)
            .bind(person)
            .bind(state)
            .bind(now)
        )
        .expect("a contact");
    }
    tx.commit().await.expect("commits");
    let presence = read_presence(&db, person).await.expect("a view").expect("a person");
    assert_eq!((presence.contacts, presence.live_contacts, presence.seen_at), (2, 1, Some(now)));
    assert_eq!(list_presences(&db, now + TimeDelta::seconds(1)).await.expect("a list").len(), 1);
    assert!(is_present(&db, person).await.expect("asked"));
    assert!(!is_present(&db, Uuid::now_v7()).await.expect("asked"));
}

fresh::on_both!(acts_are_kept, silence_is_read);
