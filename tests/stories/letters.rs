//! What stories about letters stand on: a capability that says the words it is given, people who can be written to
//! without having tapped through the registration, and a clock that begins on a Tuesday at noon.
//! Not here: the stories.

use std::time::Duration;

use chrono::{DateTime, Datelike, TimeDelta, Timelike, Utc, Weekday};
use futures::FutureExt;
use metodist::{
    app::App,
    capability::Capability,
    clock::Clock,
    execute,
    messenger::{Button, ContactKey, Markup, MessengerKind, Payload, Screen},
    outbox::{Class, Letter, NewLetter, Told, Wish, Wording},
    people,
    texts::Texts,
};
use sandbox::Phone;
use uuid::Uuid;

use crate::house::{Engine, House};

/// Makes one test per engine of an async function that takes an `Engine`.
macro_rules! on_both_engines {
    ($($name:ident),+ $(,)?) => {
        $(mod $name {
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                super::$name($crate::house::Engine::Sqlite).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                super::$name($crate::house::Engine::Postgres).await;
            }
        })+
    };
}
pub(crate) use on_both_engines;

/// A capability that says what its letters' matter is.
pub fn proof() -> Capability {
    Capability {
        name: "proof",
        payload_word: "pf1",
        tree: None,
        commands: &[],
        actions: &[],
        offers: &[],
        personal: &[],
        forget: None,
        tell: None,
        letters: Some(|_: &App, letter: &Letter, _: &Texts| {
            let words = letter.matter.as_str().map(Markup::plain);
            async move { Ok(words.map_or(Told::Nothing, |words| Told::Say(wording(words)))) }.boxed()
        }),
        jobs: &[],
        person_changed: None,
    }
}

fn wording(words: Markup) -> Wording {
    let button = Button::new("Открыть", Payload::new("pe1", "menu"));
    Wording { screen: Screen::of(words.clone()).row(vec![button.clone()]), brief: words, button }
}

/// Somebody whom letters can be written to.
pub struct Member {
    pub phone: Phone,
    pub person: Uuid,
}

/// A clock that shows a Tuesday, noon in Moscow.
pub fn tuesday_noon() -> Clock {
    let clock = Clock::real();
    let now = clock.now();
    let days = (i64::from(Weekday::Tue.num_days_from_monday())
        - i64::from(now.weekday().num_days_from_monday()))
    .rem_euclid(7);
    let noon = (now + TimeDelta::days(days + 7)).with_hour(9).and_then(|at| at.with_minute(0));
    clock.jump(noon.expect("nine o'clock exists in UTC") - now);
    clock
}

/// A house on a Tuesday at noon that sends without a limit; nobody serves in it yet.
pub async fn quiet_house(engine: Engine) -> House {
    House::prepare(engine, tuesday_noon(), |config| config.sends_per_second = 0).await
}

/// So many registered people with phones, in the municipality that ships, who live in this zone.
pub async fn members(house: &House, count: usize, zone: Option<&str>) -> Vec<Member> {
    let phones = house.sandbox.crowd(count);
    let mut members = Vec::with_capacity(count);
    for chunk in phones.chunks(500) {
        let mut tx = house.app.db.begin().await.expect("a transaction");
        for phone in chunk {
            let person = Uuid::now_v7();
            let now = house.clock.now();
            let key = ContactKey { messenger: MessengerKind::Telegram, external_id: phone.id().to_string() };
            let contact = people::add_contact(&mut tx, &key, now).await.expect("a contact");
            execute!(&mut tx, sqlx::query(
                "INSERT INTO persons (id, family_name, given_name, time_zone, quiet_from_minute, quiet_to_minute,
                     created_at, registered_at) VALUES ($1, 'Иванова', 'Анна', $2, 1260, 480, $3, $3)")
                .bind(person).bind(zone).bind(now)).expect("a person");
            execute!(
                &mut tx,
                sqlx::query("UPDATE contacts SET person_id = $2 WHERE id = $1").bind(contact).bind(person)
            )
            .expect("a contact of theirs");
            members.push(Member { phone: phone.clone(), person });
        }
        tx.commit().await.expect("they are written down");
    }
    members
}

/// A letter with these words, wished for at this instant; useless three days later.
pub fn letter(member: &Member, class: Class, words: &str, at: DateTime<Utc>) -> NewLetter {
    NewLetter {
        person_id: member.person,
        capability: "proof",
        matter: words.into(),
        class,
        is_urgent: false,
        wish: Wish::Instant(at),
        event_at: None,
        useless_after: at + TimeDelta::days(3),
        dedup_key: format!("proof/{words}/{}", member.person),
        cause: format!("proof/{words}"),
    }
}

/// Owes letters in one transaction and calls the outbox, as a turn does.
pub async fn owe(house: &House, letters: &[NewLetter]) {
    for chunk in letters.chunks(500) {
        let mut tx = house.app.db.begin().await.expect("a transaction");
        metodist::outbox::owe_all(&mut tx, chunk, house.clock.now()).await.expect("they are owed");
        tx.commit().await.expect("they are written down");
    }
    house.app.bell.ring();
}

/// How many letters are in this state.
pub async fn count(house: &House, state: &str) -> i64 {
    metodist::read!(&house.app.db, on => sqlx::query_scalar("SELECT COUNT(*) FROM letters WHERE state = $1")
        .bind(state).fetch_one(on))
    .expect("letters can be counted")
}

/// Waits until nothing is owed that could be said by now.
pub async fn all_settled(house: &House, patience: Duration) {
    let began = std::time::Instant::now();
    while began.elapsed() < patience {
        let due: i64 = metodist::read!(&house.app.db, on => sqlx::query_scalar(
            "SELECT COUNT(*) FROM letters WHERE state = 'owed' AND (due_at <= $1 OR NOT is_planned)")
            .bind(house.clock.now()).fetch_one(on))
        .expect("letters can be counted");
        if due == 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("letters are still owed after {patience:?}");
}

/// The bot's messages on a phone, oldest first.
pub fn heard(member: &Member) -> Vec<String> {
    member.phone.chat().into_iter().filter(|bubble| bubble.from_bot).map(|bubble| bubble.text).collect()
}
