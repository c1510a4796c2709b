//! A message counts once and is numbered, an edit is its author's, a thread goes with its person, on both engines.

use super::*;

async fn add_person(tx: &mut Tx) -> Uuid {
    let person = Uuid::now_v7();
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO persons (id, family_name, given_name, quiet_from_minute, quiet_to_minute, created_at,
                 registered_at) VALUES ($1, 'Белова', 'Анна', 0, 0, $2, $2)"
        )
        .bind(person)
        .bind(DateTime::UNIX_EPOCH)
    )
    .expect("a person");
    person
}

fn said(words: &str, source: &str) -> NewMessage {
    NewMessage { words: words.to_owned(), files: Vec::new(), source: Some(source.to_owned()) }
}

async fn messages_and_members(url: &str) {
    let db = Db::open(url).await.expect("opens");
    let now = DateTime::UNIX_EPOCH + chrono::TimeDelta::days(20_000);
    let mut tx = db.begin().await.expect("begins");
    let (anna, boris) = (add_person(&mut tx).await, add_person(&mut tx).await);
    let new = NewThread { owner: "tests", cause: Uuid::now_v7(), of_person: anna };
    let thread = open_thread(&mut tx, new, now).await.expect("opened");
    assert_eq!(open_thread(&mut tx, new, now).await.expect("found"), thread, "one for a cause");
    assert!(add_member(&mut tx, thread, boris, now).await.expect("added"));
    assert!(!add_member(&mut tx, thread, boris, now).await.expect("there"));
    let first = add_message(&mut tx, (thread, anna), &said("раз", "1"), now).await.expect("said");
    assert!(first.is_some());
    let again = add_message(&mut tx, (thread, anna), &said("раз", "1"), now).await.expect("said");
    assert_eq!(again, None, "the same message counts once");
    add_message(&mut tx, (thread, boris), &said("два", "2"), now).await.expect("said").expect("new");
    let edit = edit_message(&mut tx, (boris, "1"), "чужое", now).await.expect("tried");
    assert_eq!(edit, None, "another's words stay");
    let edit = edit_message(&mut tx, (anna, "1"), "исправлено", now).await.expect("edited");
    assert_eq!(edit.map(|(thread, _)| thread), Some(thread));
    assert_eq!(others_within(&mut tx, thread, anna).await.expect("read"), [boris]);
    tx.commit().await.expect("commits");
    let words = async || {
        let all = list_messages(&db, thread).await.expect("read");
        all.into_iter().map(|message| (message.author_id, message.words)).collect::<Vec<_>>()
    };
    let both = [(Some(anna), "исправлено".to_owned()), (Some(boris), "два".to_owned())];
    assert_eq!(words().await, both);

    let mut tx = db.begin().await.expect("begins");
    end_member(&mut tx, thread, boris, now).await.expect("left");
    mark_closed(&mut tx, thread, now).await.expect("closed");
    assert_eq!(add_message(&mut tx, (thread, anna), &said("три", "3"), now).await.expect("tried"), None);
    assert_eq!(edit_message(&mut tx, (anna, "1"), "поздно", now).await.expect("tried"), None);
    reopen_thread(&mut tx, thread).await.expect("open");
    forget_person(&mut tx, boris).await.expect("forgotten");
    tx.commit().await.expect("commits");
    assert!(!is_member(&db, thread, boris).await.expect("read"));
    assert_eq!(words().await[1], (None, "два".to_owned()), "an answer stays without its author");

    let mut tx = db.begin().await.expect("begins");
    forget_person(&mut tx, anna).await.expect("forgotten");
    tx.commit().await.expect("commits");
    assert_eq!(find_thread(&db, thread).await.expect("read"), None, "it was her affair");
    assert_eq!(words().await, []);
}

fresh::on_both!(messages_and_members);
