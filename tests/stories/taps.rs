//! People who tap one button again and again, each time as soon as they see that the last tap counted; every tap writes a
//! row and owes somebody else a letter. Nothing makes a tap harmless to repeat, so a lost and a doubled one both show.
//! Not here: what befalls the bot meanwhile.

use std::{
    collections::HashMap,
    fmt,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use chrono::TimeDelta;
use metodist::{
    app::App,
    capability::{Outcome, Tree},
    dispatch, execute,
    messenger::{Button, Event, Markup, Payload, Screen},
    outbox::{self, Class, NewLetter},
    read,
    turn::Turn,
};
use sandbox::{Bubble, Phone};
use tokio::task::JoinHandle;
use uuid::Uuid;

use crate::{
    house::{House, transcript},
    letters::{Member, letter_to, members},
    proofs::Chance,
};

/// What counts like a tap, for whoever sees no button yet.
const WORD: &str = "отметить";
/// What shows the screen again and changes nothing.
const LOOK: &str = "посмотреть";
/// Nobody taps faster.
const BREATH: Duration = Duration::from_millis(250);
/// Those to whom the letters go, each of them in turn: a messenger takes one message a second for one chat.
const LISTENERS: usize = 40;
/// Long enough for a busy machine and several deaths in a row.
const PATIENCE: Duration = Duration::from_secs(90);

/// The product's tree below the button that counts.
pub fn tree(app: &App) -> Tree {
    let is = |verb: &'static str| {
        dptree::filter(
            move |turn: Turn| matches!(&turn.incoming().event, Event::Press { payload } if *payload == address(verb).as_str()),
        )
    };
    dptree::entry()
        .branch(is("tap").endpoint(tap))
        .branch(dptree::filter(|turn: Turn| turn.words() == Some(WORD)).endpoint(tap))
        .branch(is("see").endpoint(see))
        .branch(dptree::filter(|turn: Turn| turn.words() == Some(LOOK)).endpoint(see))
        .branch(dispatch::tree(app))
}

fn address(verb: &'static str) -> Payload {
    Payload::new("pf1", verb)
}

/// Writes the tap down and owes a letter, half of them at once and half of them in a moment.
async fn tap(turn: Turn) -> Outcome {
    let id = Uuid::now_v7();
    let place = i64::try_from(id.as_u64_pair().1 % LISTENERS as u64)?;
    let listener: String = read!(&turn.app().db, on => sqlx::query_scalar(
        "SELECT person FROM story_listeners WHERE place = $1").bind(place).fetch_one(on))?;
    let now = turn.now();
    let pause = TimeDelta::milliseconds(i64::from(now.timestamp_subsec_micros() % 2) * 200);
    let letter = letter_to(listener.parse()?, Class::Notice, &format!("letter {id}"), now + pause);
    // Whoever hears of so much would else be told of the rest in the digest of the next week.
    let letter = NewLetter { is_urgent: true, ..letter };
    let mut tx = turn.begin().await?;
    let contact = turn.incoming().contact.external_id.clone();
    execute!(tx.tx(), sqlx::query("INSERT INTO story_taps (contact) VALUES ($1)").bind(contact))?;
    outbox::owe(tx.tx(), &letter, now).await?;
    tx.stand_at(&address("see"));
    tx.commit().await?;
    see(turn).await
}

async fn see(turn: Turn) -> Outcome {
    let counted: i64 = read!(&turn.app().db, on => sqlx::query_scalar(
        "SELECT COUNT(*) FROM story_taps WHERE contact = $1")
        .bind(turn.incoming().contact.external_id.clone()).fetch_one(on))?;
    let screen = Screen::of(Markup::plain(&format!("Отмечено: {counted}")));
    Ok(screen.row(vec![Button::new("Отметить", address("tap"))]).at(address("see")))
}

/// Those who tap, and those who hear of it.
pub struct Company {
    tappers: Vec<Member>,
    listeners: Vec<Member>,
}

impl Company {
    /// So many who can tap, and the tables in which it counts.
    pub async fn of(house: &House, tappers: usize) -> Self {
        let (tappers, listeners) =
            (members(house, tappers, None).await, members(house, LISTENERS, None).await);
        let mut tx = house.app.db.begin().await.expect("a transaction");
        for table in [
            "CREATE TABLE story_taps (contact TEXT NOT NULL)",
            "CREATE TABLE story_listeners (place BIGINT NOT NULL, person TEXT NOT NULL)",
        ] {
            execute!(&mut tx, sqlx::query(table)).expect("a table");
        }
        for (place, listener) in (0_i64..).zip(&listeners) {
            execute!(
                &mut tx,
                sqlx::query("INSERT INTO story_listeners (place, person) VALUES ($1, $2)")
                    .bind(place)
                    .bind(listener.person.to_string())
            )
            .expect("a row");
        }
        tx.commit().await.expect("it is written down");
        Self { tappers, listeners }
    }

    /// Whoever hears of taps writes to the bot: who had seemed to have blocked it comes back by that.
    pub fn listeners_write(&self) {
        for listener in &self.listeners {
            listener.phone.says(LOOK);
        }
    }
}

/// People at it.
pub struct Tapping {
    enough: Arc<AtomicBool>,
    tasks: Vec<JoinHandle<Tapped>>,
}

/// What one person did and saw.
pub struct Tapped {
    pub phone: Phone,
    pub taps: usize,
    /// The longest that they waited for an answer.
    pub longest_wait: Duration,
}

/// Lets everybody tap until it is enough. With `looks_again`, whoever sees nothing new for so long looks again; without it
/// the answer has to come by itself.
pub fn let_tap(company: &Company, seed: u64, looks_again: Option<Duration>) -> Tapping {
    let enough = Arc::new(AtomicBool::new(false));
    let numbered = company.tappers.iter().zip(0_u64..);
    let begin = |(member, number): (&Member, u64)| {
        let (phone, enough) = (member.phone.clone(), Arc::clone(&enough));
        let chance = Chance::new(seed.wrapping_add(number));
        tokio::spawn(tap_until(enough, phone, chance, looks_again))
    };
    let tasks = numbered.map(begin).collect();
    Tapping { enough, tasks }
}

impl Tapping {
    /// Ends it. Whoever is not answered fails here.
    pub async fn ends(self) -> Vec<Tapped> {
        self.enough.store(true, Ordering::SeqCst);
        let mut tapped = Vec::new();
        for task in self.tasks {
            tapped.push(task.await.expect("everybody was answered"));
        }
        tapped
    }
}

async fn tap_until(
    enough: Arc<AtomicBool>,
    phone: Phone,
    mut chance: Chance,
    looks_again: Option<Duration>,
) -> Tapped {
    let mut tapped = Tapped { phone, taps: 0, longest_wait: Duration::ZERO };
    while tapped.taps == 0 || !enough.load(Ordering::SeqCst) {
        let began = Instant::now();
        tapped.taps += 1;
        match newest_with_button(&tapped.phone) {
            Some(message) if chance.below(4) > 0 => {
                tapped.phone.presses_data(message, address("tap").as_str());
            }
            _ => {
                tapped.phone.says(WORD);
            }
        }
        until_counted(&tapped, looks_again).await;
        tapped.longest_wait = tapped.longest_wait.max(began.elapsed());
        tokio::time::sleep(BREATH).await;
    }
    tapped
}

fn newest_with_button(phone: &Phone) -> Option<i64> {
    let chat = phone.chat();
    let screens = chat.iter().rev().filter(|bubble| bubble.from_bot && bubble.text.starts_with("Отмечено"));
    screens.filter(|bubble| !bubble.buttons.is_empty()).map(|bubble| bubble.message_id).next()
}

/// Waits until the screen says so many. A screen that says more is a tap that counted twice; the tally finds it.
async fn until_counted(tapped: &Tapped, looks_again: Option<Duration>) {
    let expected = format!("Отмечено: {}", tapped.taps);
    let (began, mut looked) = (Instant::now(), Instant::now());
    while !tapped.phone.chat().iter().any(|bubble| count_on(bubble) >= Some(tapped.taps)) {
        assert!(
            began.elapsed() < PATIENCE,
            "waited in vain for «{expected}»:\n{}",
            transcript(&tapped.phone)
        );
        if looks_again.is_some_and(|pause| looked.elapsed() > pause) {
            tapped.phone.says(LOOK);
            looked = Instant::now();
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

fn count_on(bubble: &Bubble) -> Option<usize> {
    bubble.text.strip_prefix("Отмечено: ").filter(|_| bubble.from_bot)?.parse().ok()
}

/// What became of all taps and of the letters that they caused.
#[derive(Debug, PartialEq, Eq)]
pub struct Tally {
    pub taps: usize,
    pub lost: usize,
    pub doubled: usize,
    pub letters: usize,
    pub missed: usize,
    /// How often letters were said once more.
    pub said_again: usize,
    /// How often more than they lay in the hand of a process that died.
    pub said_again_for_no_reason: usize,
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { taps, lost, doubled, letters, missed, said_again, .. } = self;
        write!(f, "{taps} taps, {lost} lost, {doubled} doubled; ")?;
        write!(f, "{letters} letters, {missed} missed, {said_again} said again")
    }
}

/// How often letters lay in the hand of somebody who died, by their words.
pub type InHand = HashMap<String, usize>;

/// Compares what people did with what the database and their phones hold.
pub async fn tally(house: &House, company: &Company, tapped: &[Tapped], in_hand: &InHand) -> Tally {
    let rows: Vec<(String, i64)> = read!(&house.app.db, on => sqlx::query_as(
        "SELECT contact, COUNT(*) FROM story_taps GROUP BY contact").fetch_all(on))
    .expect("taps can be counted");
    let kept: HashMap<String, usize> = rows
        .into_iter()
        .map(|(contact, count)| (contact, usize::try_from(count).expect("a count")))
        .collect();
    let (mut taps, mut lost, mut doubled) = (0, 0, 0);
    let mut said: HashMap<String, usize> = HashMap::new();
    for person in tapped {
        let counted = kept.get(&person.phone.id().to_string()).copied().unwrap_or_default();
        taps += person.taps;
        lost += person.taps.saturating_sub(counted);
        doubled += counted.saturating_sub(person.taps);
    }
    for words in company.listeners.iter().flat_map(|listener| letters_on(&listener.phone)) {
        *said.entry(words).or_default() += 1;
    }
    let owed =
        letters_where(house, "SELECT CAST(matter AS TEXT) FROM letters WHERE capability = 'proof'").await;
    let again = |words: &String| said.get(words).map_or(0, |count| count.saturating_sub(1));
    let for_no_reason =
        |words: &String| again(words).saturating_sub(in_hand.get(words).copied().unwrap_or_default());
    Tally {
        taps,
        lost,
        doubled,
        letters: owed.len(),
        missed: owed.iter().filter(|words| !said.contains_key(*words)).count(),
        said_again: owed.iter().map(again).sum(),
        said_again_for_no_reason: owed.iter().map(for_no_reason).sum(),
    }
}

/// Notes what lies in somebody's hand; to be asked while nobody serves.
pub async fn note_in_hand(house: &House, in_hand: &mut InHand) {
    let claimed = "SELECT CAST(matter AS TEXT) FROM letters WHERE claimed_by IS NOT NULL";
    for words in letters_where(house, claimed).await {
        *in_hand.entry(words).or_default() += 1;
    }
}

async fn letters_where(house: &House, query: &'static str) -> Vec<String> {
    let found: Vec<String> =
        read!(&house.app.db, on => sqlx::query_scalar(query).fetch_all(on)).expect("letters can be listed");
    found.into_iter().map(|matter| matter.trim_matches('"').to_owned()).collect()
}

fn letters_on(phone: &Phone) -> Vec<String> {
    let from_bot = phone.chat().into_iter().filter(|bubble| bubble.from_bot);
    from_bot.map(|bubble| bubble.text).filter(|text| text.starts_with("letter ")).collect()
}
