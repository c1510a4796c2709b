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

use crate::{
    house::{Engine, OwnDatabase, transcript},
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
type Passes = Vec<BTreeMap<String, String>>;

async fn prove(engine: Engine) {
    let (rounds, seed) = (rounds(KILLS), seed());
    let database = OwnDatabase::make(engine).await;
    let sandbox = Sandbox::start(Options { callback_seconds: 300, ..Options::default() }).await.expect("a sandbox");
    let mut bot = Process::serve(&sandbox, &database.url, "warn");
    let people = come_in(&sandbox).await;
    let (enough, taps) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let answering: Vec<_> = people
        .into_iter()
        .enumerate()
        .map(|(number, teacher)| {
            let chance = Chance::new(seed.wrapping_add(number as u64));
            tokio::spawn(answer_until(Arc::clone(&enough), Arc::clone(&taps), teacher, chance))
        })
        .collect();
    let mut chance = Chance::new(seed);
    for _ in 0..rounds {
        tokio::time::sleep(Duration::from_millis(150 + chance.below(700))).await;
        bot.kill();
        bot = Process::serve(&sandbox, &database.url, "warn");
    }
    enough.store(true, Ordering::SeqCst);
    let mut tapped: Vec<Passes> = Vec::new();
    for person in answering {
        tapped.push(person.await.expect("everybody could go on to the end"));
    }
    let kept = kept_answers(&database.url).await;
    let (lost, doubled) = compare(&tapped, &kept);
    println!(
        "{engine:?}: {rounds} kills, {PEOPLE} people, {} answers tapped, {lost} lost, {doubled} doubled or changed",
        taps.load(Ordering::SeqCst)
    );
    assert_eq!((lost, doubled), (0, 0), "the log of the last life:\n{}", bot.log());
}

async fn come_in(sandbox: &Sandbox) -> Vec<Teacher> {
    let tasks: Vec<_> = (0..PEOPLE)
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
) -> Passes {
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
    passes
}

const CHOICES: [&str; 5] =
    ["Совсем не про меня", "Скорее не про меня", "Отчасти про меня", "Скорее про меня", "Точно про меня"];

async fn start(teacher: &mut Teacher) {
    teacher.phone.says("/diagnosis");
    let (message, label) = teacher.waits_for_button("Профессиональная самодиагностика").await;
    teacher.phone.presses_on(message, &label);
    let (message, label) = teacher.waits_for_button("Начать").await;
    teacher.phone.presses_on(message, &label);
    within_patience(teacher, "the first question", |chat| chat.iter().any(is_question)).await;
}

fn is_question(bubble: &Bubble) -> bool {
    bubble.buttons.iter().flatten().any(|key| key.label.contains("Пауза"))
}

fn question_on(teacher: &Teacher) -> Option<Bubble> {
    teacher.screen().filter(is_question)
}

/// The statement itself: the last paragraph of the screen.
fn statement(question: &Bubble) -> String {
    question.text.rsplit("\n\n").next().unwrap_or_default().trim().to_owned()
}

/// Waits until the newest screen is another one: nobody has to tap twice.
async fn moves_on(teacher: &Teacher, from: &Bubble) {
    let before = statement(from);
    within_patience(teacher, "the next screen", |chat| {
        let newest = chat.iter().rev().find(|bubble| bubble.from_bot && !bubble.buttons.is_empty());
        newest.is_some_and(|bubble| statement(bubble) != before)
    })
    .await;
}

/// Restarts take their time on a busy machine; a dead screen stays dead for longer than this.
async fn within_patience(teacher: &Teacher, what: &str, test: impl Fn(&[Bubble]) -> bool) {
    for _ in 0..1_200 {
        if test(&teacher.phone.chat()) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("waited in vain for {what}:\n{}", transcript(&teacher.phone));
}

/// Everybody's kept answers: as many (statement, label) pairs per finished pass as the database holds.
async fn kept_answers(url: &str) -> Vec<(uuid::Uuid, i64)> {
    let db = Db::open(url).await.expect("the database opens");
    metodist::read!(&db, on => sqlx::query_as(
        "SELECT attempt_id, COUNT(*) FROM answers GROUP BY attempt_id")
        .fetch_all(on))
    .expect("the answers can be read")
}

fn compare(tapped: &[Passes], kept: &[(uuid::Uuid, i64)]) -> (usize, usize) {
    let tapped: usize = tapped.iter().flatten().map(BTreeMap::len).sum();
    let kept: usize = kept.iter().map(|(_, count)| usize::try_from(*count).unwrap_or_default()).sum();
    (tapped.saturating_sub(kept), kept.saturating_sub(tapped))
}
