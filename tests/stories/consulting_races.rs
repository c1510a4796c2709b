//! Two methodologists press «Беру» at the same moment, again and again: one of them has it, the other sees who.

use metodist::execute;
use uuid::Uuid;

use crate::{
    consulting::{Service, request},
    house::{Engine, House, transcript},
    office::id,
    proofs::rounds,
    stages::nothing_broke,
};

/// So often in the full proofs.
const ALL: usize = 1_000;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_wins_on_sqlite() {
    one_wins_each_time(House::build(Engine::Sqlite).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_wins_on_postgres() {
    one_wins_each_time(House::build(Engine::Postgres).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_wins_on_two_replicas() {
    let mut service = Service::of(House::build(Engine::Postgres).await).await;
    service.region.house.add_replica().await;
    races(service).await;
}

async fn one_wins_each_time(house: House) {
    races(Service::of(house).await).await;
}

async fn races(mut service: Service) {
    service.asks("Кто первый?").await;
    let first = request(&service).await;
    let [one, other, _] = service.methodologists.as_slice() else { unreachable!("three") };
    for round in 0..rounds(ALL) {
        let next = like(&service, first, i64::try_from(round).expect("small") + 100).await;
        let data = format!("cs1.take.{}", id(next));
        let presses = [one.teacher.phone.presses_data(1, &data), other.teacher.phone.presses_data(1, &data)];
        let toasts = futures::future::join_all(presses.iter().map(|press| press.answer())).await;
        // A press that had to wait for longer than a thumb does is answered empty; its screen says the rest.
        let says = |words: &str| toasts.iter().flatten().filter(|toast| toast.contains(words)).count();
        assert!(says("Вопрос Ваш") <= 1 && says("взял(а)") <= 1, "round {round}: {toasts:?}");
    }
    service.region.house.settles().await;
    let phones = [&one.teacher.phone, &other.teacher.phone];
    let losers: usize = phones.iter().map(|phone| transcript(phone).matches("взял(а)").count()).sum();
    assert!(losers >= rounds(ALL), "the other sees by whom: {losers} of {}", rounds(ALL));
    let twice = "SELECT COUNT(*) FROM consultation_events WHERE kind = 'taken'";
    assert_eq!(service.region.house.count(twice).await, i64::try_from(rounds(ALL)).expect("small"));
    nothing_broke(&service.region.house).await;
}

/// Another request like this one, put to the same people, with its own thread.
async fn like(service: &Service, request: Uuid, number: i64) -> Uuid {
    let (next, thread) = (Uuid::now_v7(), Uuid::now_v7());
    let mut tx = service.region.house.app.db.begin().await.expect("a transaction");
    execute!(
        &mut tx,
        sqlx::query(
            "INSERT INTO consultation_requests (id, municipality_id, number, teacher_id, area, state, wave, round,
                 steps_done, reopened, changed_at, sent_at, first_due_at, close_due_at)
             SELECT $2, municipality_id, $3, teacher_id, area, 'sent', 1, 1, '', 0, changed_at, sent_at, first_due_at,
                 close_due_at FROM consultation_requests WHERE id = $1"
        )
        .bind(request)
        .bind(next)
        .bind(number)
    )
    .expect("a request");
    execute!(
        &mut tx,
        sqlx::query(
            "INSERT INTO consultation_offers (request_id, person_id, cards, round, is_declined, offered_at)
             SELECT $2, person_id, 1, 1, FALSE, offered_at FROM consultation_offers WHERE request_id = $1"
        )
        .bind(request)
        .bind(next)
    )
    .expect("offers");
    execute!(
        &mut tx,
        sqlx::query(
            "INSERT INTO threads (id, owner, cause, of_person, last_number, created_at)
             VALUES ($1, 'consultations', $2, $3, 0, $4)"
        )
        .bind(thread)
        .bind(next)
        .bind(service.teacher.person)
        .bind(service.region.house.clock.now())
    )
    .expect("a thread");
    tx.commit().await.expect("it is written down");
    next
}
