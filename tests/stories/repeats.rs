//! The same update two to ten times, out of order, at two doors at once, under numbers that began anew: it acts once.
//! Not here: a person who presses twice; that is `border`.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{Router, body::Body, http::Request};
use futures::{FutureExt, StreamExt};
use metodist::{
    app::App,
    capability::Outcome,
    clock::Clock,
    dispatch,
    inbox::{Inbox, Limits},
    messenger::{
        Event, Messenger, Screen,
        telegram::{Bot, Client, Telegram, Webhook, webhook},
    },
    replicas::Replica,
    turn::Turn,
};
use secrecy::SecretString;
use sha2::{Digest, Sha256};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

use crate::{
    house::{Engine, House},
    letters::on_both_engines,
    proofs::{Chance, rounds, seed},
};

/// What people do in all; each comes two to ten times, so that there are a hundred thousand deliveries.
const EVENTS: usize = 17_000;
const PEOPLE: usize = 100;
/// Deliveries under way at the same time.
const AT_ONCE: usize = 32;
/// How far from its turn a copy may come.
const DISORDER: u64 = 400;

/// How often each event took effect, by its word.
type Effects = Arc<Mutex<HashMap<String, usize>>>;

/// One replica with its door.
struct Open {
    door: Router,
    stop: CancellationToken,
    working: JoinHandle<anyhow::Result<()>>,
    _replica: Replica,
}

async fn open(house: &House, effects: &Effects) -> Open {
    let capabilities = dispatch::capabilities();
    let app = App::build(house.config(), house.clock.clone(), capabilities).await.expect("the app builds");
    let token = SecretString::from(house.sandbox.token().to_owned());
    let client = Client::new(&token, &house.sandbox.api_url(), None).expect("a client");
    let bot = Bot { id: 1, username: "bot".to_owned(), first_name: "Бот".to_owned() };
    let messenger: Arc<dyn Messenger> = Arc::new(Telegram::new(client, bot));
    let replica = Replica::join(&app.db).await.expect("a replica");
    let counted = Arc::clone(effects);
    let tree = dptree::entry().endpoint(move |turn: Turn| act(turn, Arc::clone(&counted)));
    let inbox = Inbox::new(app, tree, messenger, Limits { workers: 8, ..Limits::default() });
    let intake = inbox.intake();
    let store: webhook::Store = Arc::new(move |batch| {
        let intake = intake.clone();
        async move { intake.accept(batch).await }.boxed()
    });
    let (door, gathering) = webhook::door(&Webhook::new("https://bot.example", &token), store);
    tokio::spawn(gathering);
    let stop = CancellationToken::new();
    let working = tokio::spawn(inbox.run(replica.id(), stop.clone()));
    Open { door, stop, working, _replica: replica }
}

async fn act(turn: Turn, effects: Effects) -> Outcome {
    let word = match &turn.incoming().event {
        Event::Press { payload } => payload.clone(),
        _ => turn.words().unwrap_or_default().to_owned(),
    };
    turn.begin().await?.commit().await?;
    *effects.lock().expect("no panic").entry(word).or_default() += 1;
    Ok(Screen::silence())
}

/// One event as Telegram spells it: every tenth is a press.
fn update(number: usize, update_id: usize) -> String {
    let person = 5_000_000_000 + number % PEOPLE;
    let from = format!(r#"{{"id":{person},"is_bot":false,"first_name":"A"}}"#);
    let chat = format!(r#"{{"id":{person},"type":"private","first_name":"A"}}"#);
    if number.is_multiple_of(10) {
        return format!(
            r#"{{"update_id":{update_id},"callback_query":{{"id":"{number}","from":{from},"chat_instance":"1",
            "message":{{"message_id":1,"date":1,"chat":{chat},"text":"?"}},"data":"e{number}"}}}}"#
        );
    }
    format!(
        r#"{{"update_id":{update_id},"message":{{"message_id":{},"date":1,"chat":{chat},"from":{from},
        "text":"e{number}"}}}}"#,
        number + 2
    )
}

/// Every copy of every event in the order of coming. Half of the copies bear numbers of after a restart, which are lower.
fn deliveries(events: usize, chance: &mut Chance) -> Vec<String> {
    let mut all = Vec::new();
    for number in 0..events {
        for copy in 0..2 + chance.below(9) {
            let update_id = if copy % 2 == 0 { 700_000_000 + number } else { 1_000 + number };
            all.push((number as u64 * 10 + chance.below(DISORDER), update(number, update_id)));
        }
    }
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, update)| update).collect()
}

/// Delivers as Telegram does: what was not taken comes again.
async fn deliver(door: Router, secret: Arc<String>, update: String) {
    loop {
        let request = Request::post(webhook::PATH).header("x-telegram-bot-api-secret-token", &*secret);
        let request = request.body(Body::from(update.clone())).expect("a request");
        if door.clone().oneshot(request).await.expect("an answer").status().is_success() {
            return;
        }
    }
}

async fn deliver_all(doors: &[Router], updates: Vec<String>, chance: &mut Chance) {
    let token = sandbox::Options::default().token;
    let digest = Sha256::digest(format!("{token}/webhook"));
    let secret: Arc<String> = Arc::new(digest.iter().map(|byte| format!("{byte:02x}")).collect());
    let mut door = || doors[usize::try_from(chance.below(doors.len() as u64)).expect("a door")].clone();
    let all: Vec<_> =
        updates.into_iter().map(|update| deliver(door(), Arc::clone(&secret), update)).collect();
    futures::stream::iter(all).buffer_unordered(AT_ONCE).collect::<Vec<()>>().await;
}

async fn an_update_acts_once_however_often_it_comes(engine: Engine) {
    let (events, mut chance) = (rounds(EVENTS), Chance::new(seed()));
    let house = House::prepare(engine, Clock::real(), |_| {}).await;
    let effects = Effects::default();
    // One process serves an SQLite file; on PostgreSQL two replicas take the copies of one update at the same time.
    let replicas = if engine == Engine::Sqlite { 1 } else { 2 };
    let mut open_ones = Vec::new();
    for _ in 0..replicas {
        open_ones.push(open(&house, &effects).await);
    }
    let doors: Vec<Router> = open_ones.iter().map(|open| open.door.clone()).collect();
    let updates = deliveries(events, &mut chance);
    let (count, late) = (updates.len(), updates[..updates.len().min(500)].to_vec());
    deliver_all(&doors, updates, &mut chance).await;
    house.settles().await;
    // Much later than Telegram keeps an update, and shortly before the keys go.
    house.clock.jump(chrono::TimeDelta::days(6));
    deliver_all(&doors, late, &mut chance).await;
    house.settles().await;
    tokio::time::sleep(Duration::from_millis(200)).await;
    let effects = effects.lock().expect("no panic").clone();
    let doubled: usize = effects.values().map(|times| times - 1).sum();
    println!(
        "{engine:?}, {replicas} at work: {events} events in {count} deliveries: {} lost, {doubled} doubled",
        events - effects.len()
    );
    assert_eq!((effects.len(), doubled), (events, 0));
    for open in open_ones {
        open.stop.cancel();
        open.working.await.expect("no panic").expect("it ends well");
    }
}

on_both_engines!(an_update_acts_once_however_often_it_comes);
