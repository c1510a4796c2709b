//! Two replicas behind a balancer on one PostgreSQL, both taking deliveries: when one is killed, paused or cut off from
//! the database, everybody is served by the other within a quarter of a minute, and the first does no harm when it is
//! back.
//! Not here: replicas that fetch updates; those are in `replicas`.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use axum::{Router, body::Bytes, extract::State, http::HeaderMap, http::StatusCode};
use chrono::{DateTime, TimeDelta, Utc};

use crate::{
    cable::Cable,
    child::{self, Life},
    house::{Engine, House},
    letters::{all_settled, quiet_house},
    process::Process,
    proofs::seed,
    service::{free_port, until_well},
    taps::{Company, InHand, Tapping, let_tap, note_in_hand, tally},
};

const PEOPLE: usize = 8;
/// Within what another takes over.
const TAKEN_OVER: Duration = Duration::from_secs(15);
/// The same for letters, whose whole road lies behind that on a busy machine; a lease of their own would take a minute.
const LATEST_LETTER: Duration = Duration::from_secs(30);
/// Longer than every lease.
const AWAY: Duration = Duration::from_secs(18);
/// Long enough for a busy machine.
const PATIENCE: Duration = Duration::from_secs(90);

/// What passes deliveries on, as nginx or Caddy do: in turn, and to the next where one does not answer.
#[derive(Clone)]
struct Balancer {
    behind: Arc<[SocketAddr; 2]>,
    turn: Arc<AtomicUsize>,
    client: reqwest::Client,
}

impl Balancer {
    /// Stands before these. Returns its address.
    async fn start(behind: [SocketAddr; 2]) -> String {
        let client = reqwest::Client::builder().timeout(Duration::from_secs(2)).no_proxy().build();
        let balancer =
            Self { behind: Arc::new(behind), turn: Arc::default(), client: client.expect("a client") };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("its address");
        let router = Router::new().fallback(pass_on).with_state(balancer);
        tokio::spawn(async move { axum::serve(listener, router).await });
        format!("http://{address}")
    }
}

async fn pass_on(State(balancer): State<Balancer>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let turn = balancer.turn.fetch_add(1, Ordering::Relaxed);
    for place in [turn % 2, (turn + 1) % 2] {
        let url = format!("http://{}/telegram", balancer.behind[place]);
        let secret = headers.get("x-telegram-bot-api-secret-token").cloned();
        let request = balancer.client.post(url).body(body.clone());
        let request = match secret {
            Some(secret) => request.header("x-telegram-bot-api-secret-token", secret),
            None => request,
        };
        match request.send().await {
            Ok(answer) if answer.status() != StatusCode::SERVICE_UNAVAILABLE => return answer.status(),
            _ => {}
        }
    }
    StatusCode::BAD_GATEWAY
}

/// Two replicas at work and people who tap.
struct Pair {
    house: House,
    company: Company,
    replicas: [Process; 2],
    tapping: Tapping,
    in_hand: InHand,
    /// By which the first reaches the database.
    cable: Cable,
}

impl Pair {
    async fn start() -> Self {
        let seed = seed();
        let house = quiet_house(Engine::Postgres).await;
        let company = Company::of(&house, PEOPLE).await;
        let doors = [(); 2].map(|()| SocketAddr::from(([127, 0, 0, 1], free_port())));
        let front = Balancer::start(doors).await;
        let (cable, through_cable) = Cable::to_postgres(&house.database.url);
        let serve = |door, database_url| {
            let webhook = Some((door, front.clone()));
            child::serve_for(&house, &Life { webhook, database_url, ..Life::default() })
        };
        let replicas = [serve(doors[0], Some(through_cable)), serve(doors[1], None)];
        for door in doors {
            until_well(&format!("http://{door}"), true).await;
        }
        let tapping = let_tap(&company, seed, None);
        tokio::time::sleep(Duration::from_secs(2)).await;
        Self { house, company, replicas, tapping, in_hand: InHand::new(), cable }
    }

    /// Ends the taps and compares everything.
    async fn ends(self, what: &str) {
        let tapped = self.tapping.ends().await;
        self.house.settles().await;
        all_settled(&self.house, PATIENCE).await;
        let tally = tally(&self.house, &self.company, &tapped, &self.in_hand).await;
        let longest = tapped.iter().map(|person| person.longest_wait).max().unwrap_or_default();
        let latest = latest(&self.house).await;
        println!("{what}: {tally}; the longest wait {longest:?}, the latest letter after {latest}");
        let logs = self.replicas.map(|replica| replica.log()).concat();
        assert_eq!((tally.lost, tally.doubled, tally.missed), (0, 0, 0), "{logs}");
        assert_eq!(tally.said_again_for_no_reason, 0, "{logs}");
        assert!(longest <= TAKEN_OVER, "somebody waited for {longest:?}\n{logs}");
        assert!(latest.to_std().expect("a while") <= LATEST_LETTER, "a letter came after {latest}\n{logs}");
    }
}

/// How long the latest letter took from its cause to the phone.
async fn latest(house: &House) -> TimeDelta {
    let times: Vec<(DateTime<Utc>, DateTime<Utc>)> = metodist::read!(&house.app.db, on => sqlx::query_as(
        "SELECT created_at, settled_at FROM letters WHERE capability = 'proof' AND state = 'delivered'").fetch_all(on))
    .expect("letters can be listed");
    times.into_iter().map(|(owed, said)| said - owed).max().unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn when_one_is_killed_the_other_serves() {
    let mut pair = Pair::start().await;
    pair.replicas[0].kill();
    note_in_hand(&pair.house, &mut pair.in_hand).await;
    tokio::time::sleep(AWAY).await;
    pair.ends("killed").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn when_one_is_paused_the_other_serves_and_the_first_does_no_harm() {
    let mut pair = Pair::start().await;
    pair.replicas[0].signal("STOP");
    note_in_hand(&pair.house, &mut pair.in_hand).await;
    tokio::time::sleep(AWAY).await;
    pair.replicas[0].signal("CONT");
    tokio::time::sleep(Duration::from_secs(3)).await;
    pair.ends("paused").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn when_one_is_cut_off_from_the_database_the_other_serves_and_the_first_does_no_harm() {
    let mut pair = Pair::start().await;
    // The worst way: nobody hears anything any more, and the server goes on believing in the connections.
    pair.cable.falls_silent();
    note_in_hand(&pair.house, &mut pair.in_hand).await;
    tokio::time::sleep(AWAY).await;
    pair.cable.cut();
    pair.cable.mend();
    tokio::time::sleep(Duration::from_secs(3)).await;
    pair.ends("cut off").await;
}
