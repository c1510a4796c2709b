//! How long a list of 25,000 people takes on SQLite: reading it, saying what it would change, taking it in, and how quick
//! everybody else's writes stay meanwhile. `cargo bench --bench roster`. It prints figures and judges nothing.

use std::time::{Duration, Instant};

use clap::Parser;
use metodist::{
    app::App,
    clock::Clock,
    config::Config,
    dispatch,
    documents::{Cell, Sheet, sheets_xlsx},
    execute,
    inbox::Limits,
    messenger::{ContactKey, MessengerKind, telegram::Client},
    people, sheets,
    units::{self, NewEmployment, NewRole, Role, RoleAt, Unit},
};
use sandbox::{Phone, Sandbox, Sent};
use secrecy::SecretString;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    config: Config,
}

const PEOPLE: usize = 25_000;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let bytes = list()?;
    println!("a list of {PEOPLE} people takes {} KiB", bytes.len() / 1_024);
    let began = Instant::now();
    let rows = sheets::read(&bytes)?.rows.len();
    println!("{rows} rows read in {:?}", began.elapsed());
    let folder = tempfile::tempdir()?;
    let url = format!("sqlite:{}", folder.path().join("bench.db").display());
    let sandbox = Sandbox::start(sandbox::Options::default()).await?;
    let line = Line::parse_from(["bench", "--database-url", &url, "--sends-per-second", "0"]);
    let app = App::build(&line.config, Clock::real(), dispatch::capabilities()).await?;
    let client = Client::new(&SecretString::from(sandbox.token().to_owned()), &sandbox.api_url(), None)?;
    let stop = CancellationToken::new();
    let tree = dispatch::tree(&app);
    let serving = tokio::spawn(app.clone().serve(client, tree, Limits::default(), stop.clone()));
    let (phone, other) = (sandbox.person("Координатор"), sandbox.person("Коллега"));
    coordinates(&app, &phone).await?;
    take_in(&phone, &other, bytes).await;
    stop.cancel();
    serving.await??;
    Ok(())
}

/// Sends the list by chat and waits for its receipt; meanwhile somebody else asks for something again and again.
async fn take_in(phone: &Phone, other: &Phone, bytes: Vec<u8>) {
    let began = Instant::now();
    phone.sends(Sent::Document { name: "район.xlsx".into(), bytes });
    waits_for(phone, "Проверка списка").await;
    println!("the dry run stood on the phone after {:?}", began.elapsed());
    phone.taps("Загрузить").await;
    let began = Instant::now();
    phone.taps("Полномочия").await;
    let mut answers = Vec::new();
    while !phone.chat().iter().any(|bubble| bubble.text.contains("Список загружен")) {
        let asked = Instant::now();
        let sent = other.says("/start");
        let below =
            |chat: &[sandbox::Bubble]| chat.iter().any(|bubble| bubble.from_bot && bubble.message_id > sent);
        other.waits_until("an answer", below).await;
        answers.push(asked.elapsed());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    println!("taken in after {:?}", began.elapsed());
    answers.sort_unstable();
    let at = |share: usize| answers.get(answers.len() * share / 100).copied().unwrap_or_default();
    println!("{} other answers meanwhile: median {:?}, 95 % {:?}", answers.len(), at(50), at(95));
}

async fn waits_for(phone: &Phone, words: &str) {
    while !phone.chat().iter().any(|bubble| bubble.text.contains(words)) {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// A district of people no two of whom share a name.
fn list() -> anyhow::Result<Vec<u8>> {
    let letters = ["а", "бо", "ве", "ги", "до", "жу", "за", "и", "ка", "лю"];
    let name = |number: usize| {
        (0..5_u32).map(|digit| letters[number / 10_usize.pow(digit) % 10]).collect::<String>()
    };
    let row = |number: usize| {
        let school = if number.is_multiple_of(2) { "Школа № 1" } else { "Школа № 2" };
        vec![
            Cell::from(format!("Ш{}ва", name(number))),
            Cell::from("Анна"),
            Cell::from("Петровна"),
            Cell::from("07.03.1985"),
            Cell::from(school),
            Cell::from("Учитель"),
            Cell::from("Математика, Физика"),
            Cell::from("1"),
        ]
    };
    let headings =
        ["Фамилия", "Имя", "Отчество", "Дата рождения", "Школа", "Должность", "Предметы", "Ставка"];
    let headings = headings.map(str::to_owned).to_vec();
    sheets_xlsx(&[Sheet { name: "Район".into(), headings, rows: (0..PEOPLE).map(row).collect() }])
}

/// Somebody with this phone who coordinates the municipality that ships.
async fn coordinates(app: &App, phone: &Phone) -> anyhow::Result<()> {
    let (now, person) = (app.clock.now(), Uuid::now_v7());
    let municipality = units::list_municipalities(&app.db).await?[0].id;
    let school = units::list_schools(&app.db, municipality).await?[0].id;
    let key = ContactKey { messenger: MessengerKind::Telegram, external_id: phone.id().to_string() };
    let mut tx = app.db.begin().await?;
    let contact = people::add_contact(&mut tx, &key, now).await?;
    let new =
        "INSERT INTO persons (id, family_name, given_name, quiet_from_minute, quiet_to_minute, created_at,
                   registered_at) VALUES ($1, 'Главная', 'Алла', 0, 0, $2, $2)";
    execute!(&mut tx, sqlx::query(new).bind(person).bind(now))?;
    let own = "UPDATE contacts SET person_id = $2 WHERE id = $1";
    execute!(&mut tx, sqlx::query(own).bind(contact).bind(person))?;
    let agreed = "INSERT INTO consents (id, person_id, version, text_hash, messenger, given_at)
                  VALUES ($1, $2, '1', $3, 'telegram', $4)";
    let hash = app.consent_text.hash();
    execute!(&mut tx, sqlx::query(agreed).bind(Uuid::now_v7()).bind(person).bind(hash).bind(now))?;
    let place = NewEmployment {
        person_id: person,
        school_id: school,
        post: "methodist".into(),
        subjects: Vec::new(),
    };
    units::add_employment(&mut tx, &place, now).await?;
    let at = RoleAt { role: Role::Coordinator, unit: Unit::Municipality(municipality) };
    units::add_role(&mut tx, &NewRole { person_id: person, at, granted_by: person }, now).await?;
    Ok(tx.commit().await?)
}
