//! `kill -9` while an announcement with a picture and buttons goes out: nobody is missed, only what was in hand at a kill is
//! said twice, and the report agrees with what the phones show, person by person.

use std::{collections::HashMap, time::Duration};

use metodist::units::{Role, RoleAt};
use sandbox::{Fault, Match, Sent};
use uuid::Uuid;

use crate::{
    child,
    house::{Engine, House},
    letters::{members, tuesday_noon},
    office::Region,
    process::Process,
    proofs::{Chance, rounds, seed},
};

const KILLS: usize = 100;
const PEOPLE: usize = 3_000;
/// What one process has in hand at most: the outbox's own bound.
const IN_HAND: usize = 64;
/// So slow that the last letter is still far when the last kill falls: a kill after the end would prove nothing.
const LETTERS_PER_SECOND: u32 = 30;
/// Long enough for a busy machine.
const PATIENCE: Duration = Duration::from_secs(240);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_missed_on_sqlite() {
    prove(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_missed_on_postgres() {
    prove(Engine::Postgres).await;
}

/// A phone's own number, by our id of its person.
type Phones = HashMap<Uuid, sandbox::Phone>;

/// A region in which an announcement with a picture and two buttons is confirmed, and nobody serves.
async fn confirmed(engine: Engine, people: usize) -> (House, Phones) {
    let house = House::prepare(engine, tuesday_noon(), |config| config.sends_per_second = 0).await;
    let region = Region::of(house).await;
    let mut anna = region.member("Главная Алла Сергеевна", region.schools[0]).await;
    region.gives(&anna, RoleAt { role: Role::Coordinator, unit: region.here() }).await;
    let crowd = members(&region.house, people, None).await;
    let mut tx = region.house.app.db.begin().await.expect("a transaction");
    for member in &crowd {
        metodist::execute!(
            &mut tx,
            sqlx::query(
                "INSERT INTO employments (id, person_id, municipality_id, school_id, post, is_main, began_at)
                 VALUES ($1, $2, $3, $4, 'teacher', TRUE, $5)"
            )
            .bind(Uuid::now_v7())
            .bind(member.person)
            .bind(region.here)
            .bind(region.schools[1])
            .bind(region.house.clock.now())
        )
        .expect("a post");
    }
    tx.commit().await.expect("they are written down");
    let phone = anna.teacher.phone.clone();
    phone.says("/broadcast");
    phone.waits_for("Напишите объявление").await;
    phone.sends(Sent::Picture {
        bytes: vec![0xFF, 0xD8, 0xFF, 0xD9], caption: "Письмо всем".to_owned()
    });
    phone.waits_for("Новое объявление").await;
    anna.teacher.taps("☐ Кнопка «Ознакомлен(а)»").await;
    anna.teacher.waits_for_button("☑ Кнопка").await;
    anna.teacher.taps("Отправить").await;
    let mut region = region;
    let (message, label) = anna.teacher.waits_for_button("Да, отправить").await;
    phone.presses_on(message, &label).answer().await;
    region.house.settles().await;
    region.house.stop().await;
    region.house.reopens().await;
    let phones = crowd.into_iter().map(|member| (member.person, member.phone)).collect();
    (region.house, phones)
}

async fn prove(engine: Engine) {
    let (kills, mut chance) = (rounds(KILLS), Chance::new(seed()));
    let people = rounds(PEOPLE).max(60);
    let (house, phones) = confirmed(engine, people).await;
    let calls = Match { method: None, chat: None };
    house.sandbox.faults().always(calls, Fault::Stall(Duration::from_millis(200)));
    let mut worker = child::serve_at_pace(&house, LETTERS_PER_SECOND);
    let mut in_hand = 0;
    for point in points(kills, people, &mut chance) {
        reaches(&phones, point, &worker).await;
        tokio::time::sleep(Duration::from_millis(chance.below(200))).await;
        worker.kill();
        in_hand += claimed(&house).await;
        assert!(!has_ended(&house).await, "every kill has to fall while it is sent");
        worker = child::serve_at_pace(&house, LETTERS_PER_SECOND);
    }
    house.sandbox.faults().clear();
    worker.kill();
    worker = child::serve(&house);
    ends(&house, &worker).await;
    let said: HashMap<Uuid, usize> = phones.iter().map(|(person, phone)| (*person, heard(phone))).collect();
    let missed = said.values().filter(|count| **count == 0).count();
    let doubled = said.values().sum::<usize>() + missed - people;
    println!(
        "{engine:?}: {kills} kills, {people} people, {missed} missed, {doubled} doubled, {in_hand} in hand at the kills, bound {}",
        kills * IN_HAND
    );
    assert_eq!(missed, 0, "the log of the last life:\n{}", worker.log());
    assert!(doubled <= in_hand.min(kills * IN_HAND), "the log of the last life:\n{}", worker.log());
    agrees(&house, &said).await;
}

/// How many people have it when the bot is killed, in order; the last tenth is left, so that no kill falls after the end.
fn points(kills: usize, people: usize, chance: &mut Chance) -> Vec<usize> {
    let most = u64::try_from(people * 9 / 10).expect("people");
    let mut points: Vec<usize> =
        (0..kills).map(|_| usize::try_from(chance.below(most)).expect("people")).collect();
    points.sort_unstable();
    points
}

fn heard(phone: &sandbox::Phone) -> usize {
    phone.chat().iter().filter(|bubble| bubble.text == "Письмо всем").count()
}

async fn reaches(phones: &Phones, point: usize, worker: &Process) {
    let began = std::time::Instant::now();
    while phones.values().filter(|phone| heard(phone) > 0).count() < point {
        assert!(began.elapsed() < PATIENCE, "it stands still:\n{}", worker.log());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// The report says of each person what their phone shows.
async fn agrees(house: &House, said: &HashMap<Uuid, usize>) {
    let delivered: Vec<Uuid> = metodist::read!(&house.app.db, on => sqlx::query_scalar(
        "SELECT d.person_id FROM broadcast_deliveries d JOIN letters l ON l.person_id = d.person_id
         WHERE l.cause LIKE 'broadcasts/%' AND l.form = 'post' AND l.class = 'bulk' AND l.state = 'delivered'")
        .fetch_all(on))
    .expect("the report");
    for (person, heard) in said {
        assert_eq!(delivered.iter().filter(|known| *known == person).count(), 1.min(*heard), "{person}");
    }
}

async fn claimed(house: &House) -> usize {
    let claimed = house.count("SELECT COUNT(*) FROM letters WHERE claimed_by IS NOT NULL").await;
    usize::try_from(claimed).unwrap_or_default()
}

async fn has_ended(house: &House) -> bool {
    house.count("SELECT COUNT(*) FROM broadcasts WHERE state = 'done'").await == 1
}

async fn ends(house: &House, worker: &Process) {
    let began = std::time::Instant::now();
    while began.elapsed() < PATIENCE {
        if has_ended(house).await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("it did not come to its end:\n{}", worker.log());
}
