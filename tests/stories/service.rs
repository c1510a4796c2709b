//! What an administrator and a machine see of the service: health, metrics, the log; and the door for deliveries.

use std::{collections::BTreeSet, time::Duration};

use metodist::{app::App, clock::Clock};
use sandbox::{Fault, Match};
use serde_json::Value;

use crate::{
    house::{Engine, House},
    process::{Process, command},
    teacher::Teacher,
    way::answers_all,
};

/// A port that nobody listens on right now.
pub fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("its address").port()
}

/// A house with open doors, served by polling or by a webhook.
async fn house_with_doors(engine: Engine, by_webhook: bool) -> (House, String) {
    let address = format!("127.0.0.1:{}", free_port());
    let url = format!("http://{address}");
    let mut house = House::prepare(engine, Clock::real(), |config| {
        config.listen = Some(address.parse().expect("an address"));
        config.webhook_url = by_webhook.then(|| url.clone());
    })
    .await;
    house.serve();
    until_well(&url, true).await;
    (house, url)
}

/// What stands behind an address: the status and the words.
pub async fn look(url: &str, path: &str) -> Option<(u16, String)> {
    let answer = reqwest::get(format!("{url}{path}")).await.ok()?;
    let status = answer.status().as_u16();
    Some((status, answer.text().await.ok()?))
}

/// Waits until readiness says so; at most the ten seconds that are promised, after a start somewhat more.
pub async fn until_well(url: &str, well: bool) -> Value {
    let status = if well { 200 } else { 503 };
    for _ in 0..300 {
        if let Some((found, words)) = look(url, "/health/ready").await
            && found == status
        {
            return serde_json::from_str(&words).expect("JSON");
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("not ({well}) after half a minute: {:?}", look(url, "/health/ready").await);
}

fn part<'a>(health: &'a Value, name: &str) -> &'a Value {
    let parts = health["parts"].as_array().expect("parts");
    parts.iter().find(|part| part["part"] == name).expect("the part")
}

async fn health_says_what_is_not_well_and_recovers_alone(engine: Engine) {
    let (house, url) = house_with_doors(engine, false).await;
    assert_eq!(look(&url, "/health/live").await.expect("alive").0, 200);
    let everything = Match { method: None, chat: None };
    let refused = Fault::Description { code: 401, text: "Unauthorized".to_owned() };
    house.sandbox.faults().always(everything, refused.clone());
    house.sandbox.faults().always(Match { method: Some("getUpdates"), chat: None }, refused);
    let began = std::time::Instant::now();
    let health = until_well(&url, false).await;
    let took = began.elapsed();
    println!("the messenger was found to be out of reach after {took:?}");
    let messenger = part(&health, "messenger");
    assert!(messenger["why"].as_str().expect("a reason").contains("does not let us in"), "{messenger}");
    assert_eq!(part(&health, "database")["well"], true);
    assert!(look(&url, "/metrics").await.expect("metrics").1.contains("metodist_well{part=\"messenger\"} 0"));
    let calls = house.sandbox.calls().len();
    tokio::time::sleep(Duration::from_secs(3)).await;
    let hot = house.sandbox.calls().len() - calls;
    assert!(hot < 30, "{hot} calls in three seconds with a refused token");
    house.sandbox.faults().clear();
    until_well(&url, true).await;
    let mut teacher = Teacher::new(house.person("Анна"));
    teacher.registers("Петрова Анна Сергеевна").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn health_says_what_is_not_well_on_sqlite() {
    health_says_what_is_not_well_and_recovers_alone(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn health_says_what_is_not_well_on_postgres() {
    health_says_what_is_not_well_and_recovers_alone(Engine::Postgres).await;
}

/// The names of metrics in a text, without what the form of a histogram or a counter adds.
fn names(text: &str) -> BTreeSet<String> {
    let is_part = |character: char| character.is_ascii_lowercase() || character == '_';
    let words = text.split(|character| !is_part(character)).filter(|word| word.starts_with("metodist_"));
    let bare = |word: &str| {
        let ends = ["_bucket", "_count", "_sum", "_total"];
        ends.iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word).to_owned()
    };
    words.map(bare).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_metric_that_the_dashboard_and_the_alarms_name_exists() {
    let (house, url) = house_with_doors(Engine::Sqlite, false).await;
    let mut teacher = Teacher::new(house.person("Анна"));
    teacher.registers("Петрова Анна Сергеевна").await;
    house.settles().await;
    tokio::time::sleep(Duration::from_secs(5)).await;
    let (_, text) = look(&url, "/metrics").await.expect("metrics");
    let found = names(&text);
    for file in ["packaging/grafana/metodist.json", "packaging/prometheus/alarms.yml"] {
        let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        let named = names(&std::fs::read_to_string(&file).expect("the file"));
        assert!(named.len() > 4, "{named:?}");
        let unknown: Vec<_> = named.difference(&found).collect();
        assert_eq!(unknown, Vec::<&String>::new(), "{} names what is not in\n{text}", file.display());
    }
    let presses = text.lines().find_map(|line| line.strip_prefix("metodist_updates_total{kind=\"press\"} "));
    assert_eq!(presses.and_then(|count| count.parse().ok()), Some(teacher.taps), "{text}");
    for secret in ["Петрова", "Анна", &teacher.phone.id().to_string()] {
        assert!(!text.contains(secret), "{secret} in\n{text}");
    }
}

async fn a_teacher_is_served_by_webhook(engine: Engine) {
    let (mut house, url) = house_with_doors(engine, true).await;
    house.sandbox.duplicate_updates(0.3, 7);
    let mut teacher = Teacher::new(house.person("Анна"));
    teacher.registers("Петрова Анна Сергеевна").await;
    teacher.taps("📊 Пройти самодиагностику").await;
    teacher.taps("Профессиональная самодиагностика").await;
    teacher.taps("Начать").await;
    teacher.waits_for_button("Пауза").await;
    let questions = answers_all(&mut teacher, "Скорее про меня").await;
    teacher.phone.waits_for("Ваш результат").await;
    let answers = house.count("SELECT COUNT(*) FROM answers").await;
    assert_eq!(usize::try_from(answers).ok(), Some(questions));
    let forged = reqwest::Client::new().post(format!("{url}/telegram")).body("{\"update_id\":1}");
    assert_eq!(forged.send().await.expect("an answer").status().as_u16(), 401);
    house.stop().await;
    let methods: BTreeSet<_> = house.sandbox.calls().into_iter().map(|call| call.method).collect();
    assert!(methods.iter().any(|method| method.eq_ignore_ascii_case("setWebhook")), "{methods:?}");
    let forbidden = ["getupdates", "deletewebhook"];
    assert!(!methods.iter().any(|method| forbidden.contains(&method.to_lowercase().as_str())), "{methods:?}");
    // What comes while nobody serves is brought again, and nothing of it is lost.
    teacher.phone.says("/start");
    tokio::time::sleep(Duration::from_millis(300)).await;
    let before = teacher.phone.chat().len();
    house.reopens().await;
    house.serve();
    teacher.phone.waits_until("the menu", |chat| chat.len() > before).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_teacher_is_served_by_webhook_on_sqlite() {
    a_teacher_is_served_by_webhook(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_teacher_is_served_by_webhook_on_postgres() {
    a_teacher_is_served_by_webhook(Engine::Postgres).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_goes_back_to_polling_is_served_too() {
    let (mut house, _) = house_with_doors(Engine::Sqlite, true).await;
    let mut teacher = Teacher::new(house.person("Анна"));
    teacher.registers("Петрова Анна Сергеевна").await;
    house.stop().await;
    house.polls_from_now_on().await;
    teacher.phone.says("/start");
    teacher
        .phone
        .waits_until("the menu", |chat| chat.iter().filter(|bubble| bubble.from_bot).count() > 1)
        .await;
    house.settles().await;
    assert!(App::clone(&house.app).settings.webhook.is_none());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_log_for_machines_is_one_object_a_line() {
    let house = House::prepare(Engine::Sqlite, Clock::real(), |_| {}).await;
    let mut line = command(house.sandbox.token(), &house.sandbox.api_url(), &house.database.url);
    line.env("METODIST_LOG_FORMAT", "json").env("RUST_LOG", "info").arg("serve");
    let process = Process::start(line);
    process.until_it_serves().await;
    let log = process.log();
    assert!(!log.is_empty());
    for line in log.lines() {
        let object: Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        assert!(object["level"].is_string() && object["fields"].is_object(), "{line}");
    }
}
