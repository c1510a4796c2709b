//! `kill -9` while people answer: no answer lost, none doubled, everybody sees where they are and goes on.

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use metodist::db::Db;
use sandbox::{Bubble, Options, Sandbox};
use tokio::task::JoinHandle;

use crate::{
    house::{Database, Engine, transcript},
    process::Process,
    proofs::{Chance, rounds, seed},
    teacher::Teacher,
};

const PEOPLE: usize = 20;
const KILLS: usize = 200;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_answer_is_lost_or_doubled_on_sqlite() {
    prove(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_answer_is_lost_or_doubled_on_postgres() {
    prove(Engine::Postgres).await;
}

/// What one person tapped: question → chosen label, one map per passed questionnaire.
pub type Passes = Vec<BTreeMap<String, String>>;

async fn prove(engine: Engine) {
    let (rounds, seed) = (rounds(KILLS), seed());
    let database = Database::up_to_date(engine).await.expect("a database");
    let sandbox =
        Sandbox::start(Options { callback_seconds: 300, ..Options::default() }).await.expect("a sandbox");
    let mut bot = Process::serve(&sandbox, &database.url, "info");
    let people = come_in(&sandbox, PEOPLE).await;
    let (enough, taps) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let answering = let_answer(people, seed, (&enough, &taps));
    let mut chance = Chance::new(seed);
    for _ in 0..rounds {
        if chance.below(8) > 0 {
            until_it_serves(&bot).await;
        }
        tokio::time::sleep(Duration::from_millis(chance.below(700))).await;
        bot.kill();
        bot = Process::serve(&sandbox, &database.url, "info");
    }
    enough.store(true, Ordering::SeqCst);
    let tapped = all_tapped(answering).await;
    let kept = kept_answers(&database.url).await;
    let (lost, doubled) = compare(&tapped, &kept);
    println!(
        "{engine:?}: {rounds} kills, {PEOPLE} people, {} answers tapped, {lost} lost, {doubled} doubled or changed",
        taps.load(Ordering::SeqCst)
    );
    assert_eq!((lost, doubled), (0, 0), "the log of the last life:\n{}", bot.log());
}

/// Lets everybody answer until they have answered enough.
pub fn let_answer(
    people: Vec<Teacher>,
    seed: u64,
    (enough, taps): (&Arc<AtomicBool>, &Arc<AtomicUsize>),
) -> Vec<JoinHandle<(String, Passes)>> {
    let numbered = people.into_iter().zip(0_u64..);
    let answer = |(teacher, number)| {
        let chance = Chance::new(seed.wrapping_add(number));
        tokio::spawn(answer_until(Arc::clone(enough), Arc::clone(taps), teacher, chance))
    };
    numbered.map(answer).collect()
}

/// What everybody tapped, when they have come to the end.
pub async fn all_tapped(answering: Vec<JoinHandle<(String, Passes)>>) -> BTreeMap<String, Passes> {
    let mut tapped = BTreeMap::new();
    for person in answering {
        let (id, passes) = person.await.expect("everybody could go on to the end");
        tapped.insert(id, passes);
    }
    tapped
}

/// Most kills fall while people are answering, counted from when the new life serves; one in eight at its start.
async fn until_it_serves(bot: &Process) {
    for _ in 0..1_000 {
        if bot.log().contains("serving") {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// So many people, registered.
pub async fn come_in(sandbox: &Sandbox, count: usize) -> Vec<Teacher> {
    let tasks: Vec<_> = (0..count)
        .map(|number| {
            let mut teacher = Teacher::new(sandbox.person(&format!("Учитель {number}")));
            tokio::spawn(async move {
                teacher.registers(&format!("Иванова Мария{} Петровна", "а".repeat(number % 3))).await;
                teacher
            })
        })
        .collect();
    let mut people = Vec::new();
    for task in tasks {
        people.push(task.await.expect("everybody comes in"));
    }
    people
}

/// Takes the questionnaire again and again until `enough`, and finishes the pass in hand.
async fn answer_until(
    enough: Arc<AtomicBool>,
    taps: Arc<AtomicUsize>,
    mut teacher: Teacher,
    mut chance: Chance,
) -> (String, Passes) {
    let mut passes = Passes::new();
    while passes.is_empty() || !enough.load(Ordering::SeqCst) {
        start(&mut teacher).await;
        let mut pass = BTreeMap::new();
        while let Some(question) = question_on(&teacher) {
            let choice = &CHOICES[usize::try_from(chance.below(CHOICES.len() as u64)).unwrap_or_default()];
            let label = if question.buttons.iter().flatten().any(|key| key.label.contains(choice)) {
                choice
            } else {
                "Пропустить"
            };
            teacher.phone.presses_on(question.message_id, label);
            taps.fetch_add(1, Ordering::SeqCst);
            if label != "Пропустить" {
                pass.insert(statement(&question), (*label).to_owned());
            }
            moves_on(&teacher, &question).await;
        }
        passes.push(pass);
    }
    (teacher.phone.id().to_string(), passes)
}

const CHOICES: [&str; 5] =
    ["Совсем не про меня", "Скорее не про меня", "Отчасти про меня", "Скорее про меня", "Точно про меня"];

/// Opens the questionnaire as somebody does who sees the bot come and go: whatever screen has the button will do.
async fn start(teacher: &mut Teacher) {
    teacher.phone.says("/diagnosis");
    for label in ["Профессиональная самодиагностика", "Начать"] {
        let screen = patiently(teacher, label, |bubble| has_button(bubble, label)).await;
        teacher.phone.presses_on(screen.message_id, label);
    }
    patiently(teacher, "the first question", is_question).await;
}

fn has_button(bubble: &Bubble, label: &str) -> bool {
    bubble.buttons.iter().flatten().any(|key| key.label.contains(label))
}

fn is_question(bubble: &Bubble) -> bool {
    has_button(bubble, "Пауза")
}

fn question_on(teacher: &Teacher) -> Option<Bubble> {
    teacher.phone.chat().into_iter().rev().find(is_question)
}

/// The statement itself: the last paragraph of the screen.
fn statement(question: &Bubble) -> String {
    question.text.rsplit("\n\n").next().unwrap_or_default().trim().to_owned()
}

/// Waits until the question has given way to another screen: nobody has to tap twice.
async fn moves_on(teacher: &Teacher, from: &Bubble) {
    let before = statement(from);
    let moved = |bubble: &Bubble| bubble.message_id == from.message_id && statement(bubble) != before;
    patiently(teacher, "the next screen", moved).await;
}

/// Waits for a screen. Restarts take their time on a busy machine; a dead screen stays dead for longer than this.
pub async fn patiently(teacher: &Teacher, what: &str, test: impl Fn(&Bubble) -> bool) -> Bubble {
    for _ in 0..1_800 {
        if let Some(bubble) =
            teacher.phone.chat().into_iter().rev().find(|bubble| bubble.from_bot && test(bubble))
        {
            return bubble;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("waited in vain for {what}:\n{}", transcript(&teacher.phone));
}

/// One kept pass: its id, and question → chosen label.
type KeptPass = (uuid::Uuid, BTreeMap<String, String>);

/// One kept answer: whose, of which pass, to which question, and what.
type Kept = (String, uuid::Uuid, String, String);

/// What the database holds, in the same form as what was tapped: people by their messenger ids, passes in order.
pub async fn kept_answers(url: &str) -> BTreeMap<String, Passes> {
    let db = Db::open(url).await.expect("the database opens");
    let rows: Vec<Kept> = metodist::read!(&db, on => sqlx::query_as(
        "SELECT contacts.external_id, attempts.id, answers.question, CAST(answers.value AS TEXT) FROM answers
         JOIN attempts ON attempts.id = answers.attempt_id JOIN contacts ON contacts.person_id = attempts.person_id
         ORDER BY attempts.begun_at, attempts.id")
        .fetch_all(on))
    .expect("the answers can be read");
    let statements = statements();
    let mut kept: BTreeMap<String, Vec<KeptPass>> = BTreeMap::new();
    for (person, attempt, question, value) in rows {
        let Some(label) = label_of(&value) else { continue };
        let passes = kept.entry(person).or_default();
        if passes.last().is_none_or(|(last, _)| *last != attempt) {
            passes.push((attempt, BTreeMap::new()));
        }
        let (_, pass) = passes.last_mut().expect("just pushed");
        pass.insert(statements[&question].clone(), label);
    }
    kept.into_iter()
        .map(|(person, passes)| (person, passes.into_iter().map(|(_, pass)| pass).collect()))
        .collect()
}

/// The label of a kept choice; a scale's choices are numbered from 1. Passed over questions have none.
fn label_of(value: &str) -> Option<String> {
    let value: serde_json::Value = serde_json::from_str(value).expect("answers are kept as JSON");
    let number: usize = value.get("choice")?.as_str()?.parse().expect("a number on the scale");
    Some(CHOICES[number - 1].to_owned())
}

/// Question id → statement, from the file that ships.
fn statements() -> BTreeMap<String, String> {
    let text = include_str!("../../content/questionnaires/1-professional.toml");
    let file: toml::Table = text.parse().expect("the file parses");
    let areas = file["area"].as_array().expect("areas").iter();
    let questions = areas.flat_map(|area| area["question"].as_array().expect("questions"));
    let word = |value: &toml::Value| value.as_str().expect("a text").trim().to_owned();
    questions.map(|question| (word(&question["id"]), word(&question["text"]))).collect()
}

/// How many tapped answers are missing, and how many kept ones nobody tapped so.
pub fn compare(tapped: &BTreeMap<String, Passes>, kept: &BTreeMap<String, Passes>) -> (usize, usize) {
    let count = |all: &BTreeMap<String, Passes>, others: &BTreeMap<String, Passes>| -> usize {
        let missing = |person: &String, pass: usize, statement: &String, label: &String| {
            let other = others.get(person).and_then(|passes| passes.get(pass));
            other.and_then(|pass| pass.get(statement)) != Some(label)
        };
        let mut number = 0;
        for (person, passes) in all {
            for (index, pass) in passes.iter().enumerate() {
                number +=
                    pass.iter().filter(|(statement, label)| missing(person, index, statement, label)).count();
            }
        }
        number
    };
    (count(tapped, kept), count(kept, tapped))
}
