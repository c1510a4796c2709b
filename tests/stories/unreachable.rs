//! Bad days on the way to the messenger: it is out of reach for hours, the proxy is dead, the token is revoked. Nothing
//! is lost, nothing goes hot, and the owner hears of the gap.

use std::time::{Duration, Instant};

use chrono::TimeDelta;
use metodist::outbox::{Class, NewLetter};
use sandbox::{Fault, FaultId, Match, Sandbox};

use crate::{
    cable::Cable,
    house::{Database, Engine, House, transcript},
    letters::{all_settled, count, heard, letter, members, on_both_engines, owe, tuesday_noon},
    process::{Process, command},
    service::{free_port, until_well},
};

/// Long enough for a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// Waits until somebody hears these words: longer than a phone does by itself, since a short trouble is not told.
pub async fn hears(phone: &sandbox::Phone, words: &str) -> String {
    let began = Instant::now();
    loop {
        let found = phone.chat().into_iter().find(|bubble| bubble.from_bot && bubble.text.contains(words));
        if let Some(bubble) = found {
            return bubble.text;
        }
        assert!(began.elapsed() < PATIENCE, "{words} never came:\n{}", transcript(phone));
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// A house with doors and an owner, served on a Tuesday at noon.
async fn house_of_an_owner(engine: Engine) -> (House, sandbox::Phone, String) {
    let address = format!("127.0.0.1:{}", free_port());
    // The first person of every sandbox.
    let owner = 5_000_000_001;
    let mut house = House::prepare(engine, tuesday_noon(), |config| {
        config.listen = Some(address.parse().expect("an address"));
        config.owners = vec![owner];
    })
    .await;
    let phone = house.sandbox.crowd(1).remove(0);
    assert_eq!(phone.id(), owner);
    house.serve();
    let doors = format!("http://{address}");
    until_well(&doors, true).await;
    (house, phone, doors)
}

/// From now on this befalls every call.
fn befalls_all(house: &House, fault: &Fault) -> [FaultId; 2] {
    [None, Some("getUpdates")]
        .map(|method| house.sandbox.faults().always(Match { method, chat: None }, fault.clone()))
}

fn why(health: &serde_json::Value, name: &str) -> String {
    let parts = health["parts"].as_array().expect("parts");
    let part = parts.iter().find(|part| part["part"] == name).expect("the part");
    part["why"].as_str().unwrap_or_default().to_owned()
}

async fn hours_without_telegram(engine: Engine) {
    let (house, owner, doors) = house_of_an_owner(engine).await;
    let people = members(&house, 5, None).await;
    let began = Instant::now();
    befalls_all(&house, &Fault::CloseBefore);
    let health = until_well(&doors, false).await;
    let red = began.elapsed();
    assert!(red < Duration::from_secs(12), "red only after {red:?}");
    let reason = why(&health, "messenger");
    assert!(reason.contains("connection"), "{reason}");
    let now = house.clock.now();
    let soon = |member, words| NewLetter {
        useless_after: now + TimeDelta::hours(2),
        ..letter(member, Class::Reminder, words, now)
    };
    let letters = people
        .iter()
        .flat_map(|member| [letter(member, Class::Notice, "Важное", now), soon(member, "Скоро")]);
    let letters: Vec<_> = letters.collect();
    let before = house.sandbox.calls().len();
    let mut tx = house.app.db.begin().await.expect("a transaction");
    metodist::outbox::owe_all(&mut tx, &letters, now).await.expect("owed");
    tx.commit().await.expect("it is written down");
    house.app.bell.ring();
    tokio::time::sleep(Duration::from_secs(4)).await;
    let calls = house.sandbox.calls().len() - before;
    // Five people with three or four tries each, polls, and signs of life.
    assert!(calls < 60, "{calls} calls in four seconds while nobody answers");
    house.clock.jump(TimeDelta::hours(3));
    tokio::time::sleep(Duration::from_secs(1)).await;
    let phone = house.person("Невовремя");
    phone.says("/start");
    house.sandbox.faults().clear();
    let relief = Instant::now();
    let health = until_well(&doors, true).await;
    assert_eq!(health["ready"], true);
    phone.waits_for("Здравствуйте").await;
    let answered = relief.elapsed();
    // Pauses grow to five minutes, by the clock.
    house.clock.advance(TimeDelta::minutes(6)).await;
    all_settled(&house, PATIENCE).await;
    for member in &people {
        assert_eq!(heard(member), ["Важное"], "what is of no use any more is not said");
    }
    let told = hears(&owner, "Telegram был недоступен 3 ч").await;
    println!(
        "{engine:?}: red after {red:?} ({reason}), {calls} calls in 4 s, answered {answered:?} after its return: {told}",
    );
}

async fn a_revoked_token_is_not_run_against(engine: Engine) {
    const LETTERS: usize = 300;
    let (house, _, doors) = house_of_an_owner(engine).await;
    let people = members(&house, LETTERS, None).await;
    let began = Instant::now();
    befalls_all(&house, &Fault::Description { code: 401, text: "Unauthorized".to_owned() });
    let now = house.clock.now();
    let letters: Vec<_> = people.iter().map(|member| letter(member, Class::Notice, "Письмо", now)).collect();
    let before = house.sandbox.calls().len();
    owe(&house, &letters).await;
    let health = until_well(&doors, false).await;
    let red = began.elapsed();
    assert!(why(&health, "messenger").contains("does not let us in"), "{health}");
    tokio::time::sleep(Duration::from_secs(8).saturating_sub(began.elapsed())).await;
    let calls = house.sandbox.calls().len() - before;
    let took = began.elapsed();
    house.sandbox.faults().clear();
    let relief = Instant::now();
    all_settled(&house, PATIENCE).await;
    let (settled, lost) =
        (relief.elapsed(), LETTERS - people.iter().filter(|one| heard(one).len() == 1).count());
    println!(
        "{engine:?}: token refused: red after {red:?}, {calls} calls in {took:?} with {LETTERS} letters due; \
         all said {settled:?} after it was let in again, {lost} lost"
    );
    assert!(calls < 150, "{calls} calls with a token that is refused");
    assert_eq!((lost, count(&house, "delivered").await), (0, 300));
}

on_both_engines!(hours_without_telegram, a_revoked_token_is_not_run_against);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_dead_proxy_is_told_of_and_waited_for() {
    let database = Database::up_to_date(Engine::Sqlite).await.expect("a database");
    let sandbox = Sandbox::start(sandbox::Options::default()).await.expect("a sandbox");
    let proxy = Cable::to(sandbox.api_url().trim_start_matches("http://"));
    proxy.cut();
    let listen = format!("127.0.0.1:{}", free_port());
    let mut line = command(sandbox.token(), &sandbox.api_url(), &database.url);
    line.arg("serve").env("METODIST_LISTEN", &listen);
    line.env("TELOXIDE_PROXY", format!("http://127.0.0.1:{}", proxy.port));
    let (bot, doors, began) = (Process::start(line), format!("http://{listen}"), Instant::now());
    let health = until_well(&doors, false).await;
    let mut reason = why(&health, "messenger");
    while !reason.contains("connection") {
        assert!(began.elapsed() < Duration::from_secs(20), "{reason}\n{}", bot.log());
        tokio::time::sleep(Duration::from_millis(100)).await;
        reason = why(&until_well(&doors, false).await, "messenger");
    }
    println!("a proxy that is dead at the start: told after {:?} ({reason})", began.elapsed());
    assert_eq!(sandbox.calls().len(), 0, "nothing goes past the proxy");
    proxy.mend();
    until_well(&doors, true).await;
    proxy.cut();
    let cut = Instant::now();
    until_well(&doors, false).await;
    let red = cut.elapsed();
    let phone = sandbox.person("Анна");
    phone.says("/start");
    proxy.mend();
    let relief = Instant::now();
    phone.waits_for("Здравствуйте").await;
    println!("a proxy that dies: red after {red:?}, answered {:?} after its return", relief.elapsed());
    assert!(red < Duration::from_secs(12), "red only after {red:?}");
}
