//! What stories about letters stand on: a capability that says the words it is given, people who can be written to
//! without having tapped through the registration, and a clock that begins on a Tuesday at noon.
//! Not here: the stories.

use std::time::Duration;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, TimeDelta, Timelike, Utc, Weekday};
use futures::FutureExt;
use metodist::{
    app::App,
    capability::Capability,
    clock::Clock,
    execute,
    messenger::{Button, ContactKey, Markup, MessengerKind, Payload, Screen},
    outbox::{Class, Job, Letter, NewLetter, Told, Wish, Wording},
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
pub fn proof(jobs: &'static [Job]) -> Capability {
    Capability {
        letters: Some(|_: &App, letter: &Letter, _: &Texts| {
            let words = letter.matter.as_str().map(Markup::plain);
            async move { Ok(words.map_or(Told::Nothing, |words| Told::Say(wording(words)))) }.boxed()
        }),
        jobs,
        ..Capability::named("proof", "pf1")
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

/// A municipality of its own in this zone, with these days off; what ships knows nothing of it and leaves it alone.
pub async fn district(house: &House, zone: &str, days_off: &[NaiveDate]) -> Uuid {
    let district = Uuid::now_v7();
    let mut tx = house.app.db.begin().await.expect("a transaction");
    execute!(
        &mut tx,
        sqlx::query(
            "INSERT INTO municipalities (id, slug, title, short_title, service_title, time_zone, search_key)
         VALUES ($1, $2, 'Дальний район', 'Дальний', 'Служба', $3, 'дальний')"
        )
        .bind(district)
        .bind(district.to_string())
        .bind(zone)
    )
    .expect("a municipality");
    for day in days_off {
        execute!(
            &mut tx,
            sqlx::query("INSERT INTO days_off (municipality_id, day) VALUES ($1, $2)")
                .bind(district)
                .bind(day.to_string())
        )
        .expect("a day off");
    }
    execute!(&mut tx, sqlx::query(
        "INSERT INTO schools (id, municipality_id, slug, title, short_title, kind, settlement, low_results,
             difficult_conditions, search_key, position, is_listed)
         VALUES ($1, $1, 'one', 'Школа', 'Школа', 'school', '', FALSE, FALSE, 'школа', 0, TRUE)")
        .bind(district))
    .expect("a school");
    tx.commit().await.expect("they are written down");
    district
}

/// These people work in that municipality.
pub async fn employ(house: &House, members: &[Member], district: Uuid) {
    let mut tx = house.app.db.begin().await.expect("a transaction");
    for member in members {
        execute!(
            &mut tx,
            sqlx::query(
                "INSERT INTO employments (id, person_id, municipality_id, school_id, post, is_main, began_at)
             VALUES ($1, $2, $3, $3, 'teacher', TRUE, $4)"
            )
            .bind(Uuid::now_v7())
            .bind(member.person)
            .bind(district)
            .bind(house.clock.now())
        )
        .expect("a post");
    }
    tx.commit().await.expect("they are written down");
}

/// The instant at which clocks in Moscow show this time, so many days after the day on which a story begins.
pub fn moscow(start: DateTime<Utc>, days: i64, hour: u32, minute: u32) -> DateTime<Utc> {
    on_day(start, days, hour, minute).and_utc() - TimeDelta::hours(3)
}

/// What a clock shows at this time, so many days after the day on which a story begins.
pub fn on_day(start: DateTime<Utc>, days: i64, hour: u32, minute: u32) -> NaiveDateTime {
    (start.date_naive() + TimeDelta::days(days)).and_hms_opt(hour, minute, 0).expect("a time of day")
}

/// Somebody who came in through the bot, as one whom letters can be written to.
pub async fn as_member(house: &House, phone: &Phone) -> Member {
    let person: Uuid = metodist::read!(&house.app.db, on => sqlx::query_scalar(
        "SELECT person_id FROM contacts WHERE messenger = $1 AND external_id = $2")
        .bind(MessengerKind::Telegram.as_str()).bind(phone.id().to_string()).fetch_one(on))
    .expect("the person is known");
    Member { phone: phone.clone(), person }
}

/// A letter with these words, wished for at this instant; useless three days later.
pub fn letter(member: &Member, class: Class, words: &str, at: DateTime<Utc>) -> NewLetter {
    letter_to(member.person, class, words, at)
}

/// The same to a person whose phone nobody holds.
pub fn letter_to(person: Uuid, class: Class, words: &str, at: DateTime<Utc>) -> NewLetter {
    NewLetter {
        person_id: person,
        capability: "proof",
        matter: words.into(),
        class,
        is_urgent: false,
        wish: Wish::Instant(at),
        event_at: None,
        useless_after: at + TimeDelta::days(3),
        dedup_key: format!("proof/{words}/{person}"),
        cause: format!("proof/{words}"),
    }
}

/// Owes letters in one transaction and calls the outbox, as a turn does; what PostgreSQL breaks off because two waited for
/// each other is done again, as a turn is. In a house that serves, waits until each letter has its moment and the outbox has
/// begun with what is due: a bot that is still starting does not hold up the clock.
pub async fn owe(house: &House, letters: &[NewLetter]) {
    for chunk in letters.chunks(500) {
        while let Err(error) = owe_once(house, chunk).await {
            assert!(metodist::errors::is_passing(&error), "{error:#}");
        }
    }
    house.app.bell.ring();
    for _ in 0..600 {
        if !house.serves() || is_begun(house).await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("letters got no moment within half a minute");
}

async fn is_begun(house: &House) -> bool {
    let now = house.clock.now();
    metodist::read!(&house.app.db, on => sqlx::query_scalar(
        "SELECT NOT EXISTS (SELECT 1 FROM letters WHERE state = 'owed' AND NOT is_planned)
             AND (NOT EXISTS (SELECT 1 FROM letters WHERE state = 'owed' AND due_at <= $1 AND claim_number = 0)
                 OR EXISTS (SELECT 1 FROM letters WHERE claimed_by IS NOT NULL))")
        .bind(now).fetch_one(on))
    .expect("asked")
}

async fn owe_once(house: &House, letters: &[NewLetter]) -> anyhow::Result<()> {
    let mut tx = house.app.db.begin().await?;
    metodist::outbox::owe_all(&mut tx, letters, house.clock.now()).await?;
    Ok(tx.commit().await?)
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

/// What became of a jump is done, and the clock goes on for as long as the line to the owners waits.
pub async fn comes_to_rest(house: &House) {
    house.clock.advance(TimeDelta::minutes(5)).await;
}

/// The bot's messages on a phone with the moments of sending, oldest first.
pub fn said(member: &Member) -> Vec<(DateTime<Utc>, String)> {
    let from_bot = member.phone.chat().into_iter().filter(|bubble| bubble.from_bot);
    from_bot.map(|bubble| (bubble.date, bubble.text)).collect()
}

/// Fails unless the phone shows just these messages, each sent within a minute from its moment.
pub fn assert_said(member: &Member, expected: &[(DateTime<Utc>, &str)]) {
    let said = said(member);
    let fits = said.len() == expected.len()
        && said.iter().zip(expected).all(|((at, text), (due, words))| {
            text == words && *at >= *due - TimeDelta::seconds(1) && *at - *due < TimeDelta::minutes(1)
        });
    assert!(fits, "expected {expected:#?}\nsaid {said:#?}");
}

/// The bot's messages on a phone, oldest first.
pub fn heard(member: &Member) -> Vec<String> {
    member.phone.chat().into_iter().filter(|bubble| bubble.from_bot).map(|bubble| bubble.text).collect()
}
