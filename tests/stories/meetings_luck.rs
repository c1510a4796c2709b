//! Meetings and bad luck: everybody at once for the last seats, seats that pass on, forged presses, roles that end, people
//! who leave, and whatever else comes in any order.

use std::{collections::HashMap, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use metodist::units::{Role, RoleAt};
use uuid::Uuid;

use crate::{
    announcing::{coordinated, teachers},
    house::Engine,
    letters::on_both_engines,
    meetings::{ahead, calls, drafts, opens, shown, until_shown},
    office::{Member, Region, id},
    proofs::{Chance, seed},
    stages::nothing_broke,
};

on_both_engines!(
    two_hundred_race_for_thirty_seats,
    a_freed_seat_passes_on_by_the_clock,
    nobody_beyond_the_unit_sees_or_changes_anything,
    whoever_loses_the_role_is_followed_by_another,
    whoever_leaves_makes_room,
    a_region_changes_its_clocks,
    whatever_happens_no_stale_word_is_said,
);

const PATIENCE: Duration = Duration::from_secs(60);

async fn meeting_of(region: &Region) -> Uuid {
    metodist::read!(&region.house.app.db, on =>
        sqlx::query_scalar("SELECT id FROM meetings ORDER BY created_at DESC LIMIT 1").fetch_one(on))
    .expect("a meeting")
}

/// Calls everybody to a meeting with so many seats.
async fn calls_with_seats(anna: &mut Member, title: &str, (when, seats): (&str, &str)) {
    drafts(anna, title, when).await;
    anna.teacher.taps("Ещё").await;
    anna.teacher.taps("Мест: сколько угодно").await;
    anna.teacher.phone.waits_for("Сколько мест?").await;
    anna.teacher.types(seats);
    anna.teacher.phone.waits_for(&format!("Мест: {seats}")).await;
    anna.teacher.taps("‹ Встреча").await;
    anna.teacher.taps("Созвать").await;
    anna.teacher.taps("Да, созвать").await;
    anna.teacher.phone.waits_for("Ответы появятся здесь").await;
}

/// How everybody stands to the only meeting, in the order of their answers.
async fn replies(region: &Region) -> Vec<(String, i64, Uuid)> {
    metodist::read!(&region.house.app.db, on => sqlx::query_as(
        "SELECT reply, place, person_id FROM meeting_invited WHERE reply <> 'silent' ORDER BY place, person_id")
        .fetch_all(on))
    .expect("replies")
}

async fn two_hundred_race_for_thirty_seats(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let people = teachers(&region, 200).await;
    let when = format!("{} 15:00", ahead(&region, 9));
    calls_with_seats(&mut anna, "Гонка", (&when, "30")).await;
    for one in &people {
        until_shown(&one.teacher.phone, "Вас зовут", 1).await;
    }
    let payload = format!("mt1.reply.{}.coming", id(meeting_of(&region).await));
    let presses: Vec<_> = people
        .iter()
        .map(|one| {
            let message = shown(&one.teacher.phone, "Вас зовут")[0].message_id;
            one.teacher.phone.presses_data(message, &payload)
        })
        .collect();
    for press in &presses {
        press.outcome(PATIENCE).await.expect("an answer");
    }
    region.house.settles().await;
    let replies = replies(&region).await;
    assert_eq!(replies.len(), 200);
    let places: Vec<i64> = replies.iter().map(|(_, place, _)| *place).collect();
    assert!(places.windows(2).all(|pair| pair[0] < pair[1]), "each has a place of their own");
    assert!(replies[..30].iter().all(|(reply, ..)| reply == "coming"), "the first thirty are in");
    assert!(replies[30..].iter().all(|(reply, ..)| reply == "waiting"), "the others stand in line");
    anna.teacher.taps("Обновить").await;
    anna.teacher.phone.waits_for("Будут: 30, мест 30\nВ очереди: 170").await;
    // On a busy machine a press may wait too long for its write and be handled again, which the places above have seen.
    assert_eq!(region.house.count("SELECT COUNT(*) FROM inbox WHERE state = 'set_aside'").await, 0);
}

async fn a_freed_seat_passes_on_by_the_clock(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let mut people = teachers(&region, 4).await;
    let when = format!("{} 15:00", ahead(&region, 9));
    calls_with_seats(&mut anna, "Одно место", (&when, "1")).await;
    for one in &mut people {
        until_shown(&one.teacher.phone, "Вас зовут", 1).await;
        one.teacher.taps("Буду").await;
        one.teacher.waits_for_button("✓ Буду").await;
    }
    assert!(shown(&people[1].teacher.phone, "Вы в очереди").len() == 1);
    people[0].teacher.taps("Не смогу").await;
    until_shown(&people[1].teacher.phone, "Освободилось место", 1).await;
    assert!(shown(&people[2].teacher.phone, "Освободилось место").is_empty());
    // Nobody says anything for a day.
    region.house.clock.advance(TimeDelta::hours(25)).await;
    until_shown(&people[1].teacher.phone, "ушло следующему", 1).await;
    until_shown(&people[2].teacher.phone, "Освободилось место", 1).await;
    people[2].teacher.taps("Буду").await;
    people[2].teacher.waits_for_button("✓ Буду").await;
    people[2].teacher.phone.waits_for("Вы придёте").await;
    people[1].teacher.taps("Встать в очередь").await;
    people[1].teacher.phone.waits_for("Вы в очереди").await;
    // More seats are offered in the order of the line: the fourth never left it.
    opens(&mut anna, "Одно место").await;
    anna.teacher.taps("Места").await;
    anna.teacher.phone.waits_for("Сколько мест?").await;
    anna.teacher.types("2");
    until_shown(&people[3].teacher.phone, "Освободилось место", 1).await;
    assert!(shown(&people[1].teacher.phone, "Освободилось место").len() == 1);
    opens(&mut anna, "Одно место").await;
    anna.teacher.phone.waits_for("Будут: 1, мест 2\nПредложено место: 1\nВ очереди: 1").await;
    nothing_broke(&region.house).await;
}

async fn nobody_beyond_the_unit_sees_or_changes_anything(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let people = teachers(&region, 2).await;
    let there = metodist::units::Unit::Municipality(region.there);
    let mut thief = region.member("Чужая Клара Юрьевна", region.school_there).await;
    region.gives(&thief, RoleAt { role: Role::Coordinator, unit: there }).await;
    let mut teacher = region.member("Простая Раиса Львовна", region.school_there).await;
    calls(&mut anna, "Секретный семинар", "завтра в 15").await;
    until_shown(&people[0].teacher.phone, "Вас зовут", 1).await;
    let meeting = id(meeting_of(&region).await);
    let before = region.house.count("SELECT COUNT(*) FROM meeting_invited WHERE reply <> 'silent'").await;
    let deeds = [
        "show", "title", "untitled", "when", "place", "agenda", "more", "seats", "until", "opening", "ask",
        "drop", "move", "moving", "off", "cancel", "table", "over", "code", "visitors", "free",
    ];
    let mut forged: Vec<String> = deeds.iter().map(|deed| format!("mt1.{deed}.{meeting}")).collect();
    for other in
        ["month.ID.0", "day.ID.20990101", "time.ID.20990101.600", "go.ID.3", "people.ID.0", "there.ID.0"]
    {
        forged.push(format!("mt1.{}", other.replace("ID", &meeting)));
    }
    for other in [
        "tick.ID.0.0",
        "read.ID",
        "reply.ID.coming",
        "say.ID.coming",
        "why.ID",
        "ics.ID",
        "file.ID",
        "here.ID",
    ] {
        forged.push(format!("mt1.{}", other.replace("ID", &meeting)));
    }
    forged.push(format!("mt1.begin.{}.seminar", id(region.here)));
    forged.push(format!("mt1.again.{}", id(region.here)));
    for who in [&mut thief, &mut teacher] {
        who.teacher.phone.says("/menu");
        who.teacher.phone.waits_for("чем займёмся").await;
        let message = who.teacher.screen().expect("a screen").message_id;
        for payload in &forged {
            who.teacher.phone.presses_data(message, payload).answer().await;
        }
        region.house.settles().await;
        assert!(shown(&who.teacher.phone, "Секретный").is_empty(), "nothing is shown of it");
    }
    assert_eq!(region.house.count("SELECT COUNT(*) FROM meetings").await, 1);
    assert_eq!(
        region.house.count("SELECT COUNT(*) FROM meetings WHERE state = 'open' AND version = 0").await,
        1
    );
    let after = region.house.count("SELECT COUNT(*) FROM meeting_invited WHERE reply <> 'silent'").await;
    assert_eq!(before, after);
    nothing_broke(&region.house).await;
}

async fn whoever_loses_the_role_is_followed_by_another(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let mut nora = region.member("Вторая Нора Ильинична", region.schools[0]).await;
    let people = teachers(&region, 2).await;
    drafts(&mut anna, "Без хозяина", "послезавтра в 15").await;
    anna.teacher.taps("Созвать").await;
    // People are called by somebody whose role ends before anybody was told.
    let meeting = meeting_of(&region).await;
    region.gives(&nora, RoleAt { role: Role::Coordinator, unit: region.here() }).await;
    let mut tx = region.house.app.db.begin().await.expect("a transaction");
    metodist::execute!(
        &mut tx,
        sqlx::query("UPDATE roles SET ended_at = $2 WHERE person_id = $1")
            .bind(anna.person)
            .bind(region.house.clock.now())
    )
    .expect("the role ends");
    metodist::execute!(
        &mut tx,
        sqlx::query(
            "UPDATE meetings SET state = 'open', is_telling = TRUE, answer_by = starts_at WHERE id = $1"
        )
        .bind(meeting)
    )
    .expect("it was called");
    tx.commit().await.expect("it is written down");
    until_shown(&nora.teacher.phone, "больше некому вести", 1).await;
    assert!(people.iter().all(|one| shown(&one.teacher.phone, "Вас зовут").is_empty()));
    anna.teacher.taps("Да, созвать").await;
    region.house.settles().await;
    assert!(people.iter().all(|one| shown(&one.teacher.phone, "Вас зовут").is_empty()));
    nora.teacher.taps("Посмотреть").await;
    nora.teacher.taps("Взять на себя").await;
    for one in &people {
        until_shown(&one.teacher.phone, "Вас зовут", 1).await;
    }
    nothing_broke(&region.house).await;
}

async fn whoever_leaves_makes_room(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let mut people = teachers(&region, 2).await;
    let when = format!("{} 15:00", ahead(&region, 9));
    calls_with_seats(&mut anna, "Одно место", (&when, "1")).await;
    for one in &mut people {
        until_shown(&one.teacher.phone, "Вас зовут", 1).await;
        one.teacher.taps("Буду").await;
        one.teacher.waits_for_button("✓ Буду").await;
    }
    people[0].teacher.phone.says("/privacy");
    people[0].teacher.phone.waits_for("Вас звали").await;
    people[0].teacher.taps("Отозвать согласие").await;
    people[0].teacher.taps("Да, удалить всё").await;
    people[0].teacher.phone.waits_for("всё личное удалено").await;
    until_shown(&people[1].teacher.phone, "Освободилось место", 1).await;
    assert_eq!(region.house.count("SELECT COUNT(*) FROM meeting_invited").await, 2);
    nothing_broke(&region.house).await;
}

async fn a_region_changes_its_clocks(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let people = teachers(&region, 1).await;
    calls(&mut anna, "По местному времени", &format!("{} 15:00", ahead(&region, 9))).await;
    until_shown(&people[0].teacher.phone, "Вас зовут", 1).await;
    let before: DateTime<Utc> = starts_at(&region).await;
    let mut tx = region.house.app.db.begin().await.expect("a transaction");
    metodist::execute!(
        &mut tx,
        sqlx::query("UPDATE municipalities SET time_zone = 'Asia/Omsk' WHERE id = $1").bind(region.here)
    )
    .expect("the clocks are changed");
    tx.commit().await.expect("it is written down");
    until_shown(&people[0].teacher.phone, "«По местному времени»: изменения", 1).await;
    let letter = shown(&people[0].teacher.phone, "изменения").remove(0);
    assert!(letter.text.contains(", 15:00"), "the civil time stays: {}", letter.text);
    assert_eq!(starts_at(&region).await, before - TimeDelta::hours(3), "the instant follows the clocks");
    nothing_broke(&region.house).await;
}

async fn starts_at(region: &Region) -> DateTime<Utc> {
    metodist::read!(&region.house.app.db, on =>
        sqlx::query_scalar("SELECT starts_at FROM meetings").fetch_one(on))
    .expect("a meeting")
}

/// What is known of a meeting while things happen to it: since when it is as it is.
struct Known {
    title: String,
    /// The last change: from then on nothing of before may be said.
    told: Vec<(DateTime<Utc>, String)>,
    cancelled_at: Option<DateTime<Utc>>,
    /// Of each person, since when they have declined.
    declined: HashMap<usize, DateTime<Utc>>,
}

/// Letters on their way when something changes may still arrive within this.
const ON_THE_WAY: TimeDelta = TimeDelta::seconds(20);

/// Creates, moves, calls off, answers, crashes and lets time pass in any order; then nobody has been reminded of a time that
/// was not true, of what was called off, or of what they had declined.
async fn whatever_happens_no_stale_word_is_said(engine: Engine) {
    let (mut region, mut anna) = coordinated(engine).await;
    let people = teachers(&region, 3).await;
    let seed = seed();
    println!("seed {seed}");
    let mut chance = Chance::new(seed);
    let mut known: Vec<Known> = Vec::new();
    for step in 0..26 {
        match chance.below(8) {
            0 | 1 if known.len() < 4 => create(&region, &mut anna, (&mut known, &mut chance)).await,
            2 => move_one(&region, &mut anna, (&mut known, &mut chance)).await,
            3 => cancel_one(&region, &mut anna, (&mut known, &mut chance)).await,
            4 | 5 => reply_one(&region, &people, (&mut known, &mut chance)).await,
            6 => region.house.restart().await,
            _ => {
                let hours = i64::try_from(1 + chance.below(40)).expect("small");
                region.house.clock.advance(TimeDelta::hours(hours)).await;
            }
        }
        println!("step {step} done");
    }
    region.house.clock.advance(TimeDelta::days(12)).await;
    for (number, one) in people.iter().enumerate() {
        for bubble in one.teacher.phone.chat().iter().filter(|bubble| bubble.from_bot) {
            let is_reminder = ["Напоминаю", "Скоро встреча", "Вы ещё не ответили"]
                .iter()
                .any(|word| bubble.text.starts_with(word));
            // A meeting at the same time is named further down.
            let named = known.iter().filter_map(|known| Some((bubble.text.find(&known.title)?, known)));
            let about = named.min_by_key(|(place, _)| *place).map(|(_, known)| known).filter(|_| is_reminder);
            if let Some(about) = about {
                is_true(about, number, (bubble.date, &bubble.text));
            }
        }
    }
    nothing_broke(&region.house).await;
}

/// Fails where a reminder at this moment was stale.
fn is_true(about: &Known, person: usize, (at, text): (DateTime<Utc>, &str)) {
    let is_after = |moment: DateTime<Utc>| at > moment + ON_THE_WAY;
    assert!(about.cancelled_at.is_none_or(|moment| !is_after(moment)), "called off before: {text}");
    let declined = about.declined.get(&person);
    assert!(declined.is_none_or(|moment| !is_after(*moment)), "declined before: {text}");
    let newest = about.told.iter().rev().find(|(moment, _)| is_after(*moment));
    if let Some((_, when)) = newest {
        assert!(text.contains(when.as_str()), "the time was {when} then: {text}");
    }
}

type Dice<'a> = (&'a mut Vec<Known>, &'a mut Chance);

fn some_time(region: &Region, chance: &mut Chance) -> (String, String) {
    let days = i64::try_from(2 + chance.below(9)).expect("small");
    let hour = format!("{:02}:{:02}", 9 + chance.below(9), 10 * chance.below(6));
    (format!("{} {hour}", ahead(region, days)), hour)
}

async fn create(region: &Region, anna: &mut Member, (known, chance): Dice<'_>) {
    let title = format!("Случай{}", known.len());
    let (when, hour) = some_time(region, chance);
    calls(anna, &title, &when).await;
    let told = vec![(region.house.clock.now(), hour)];
    known.push(Known { title, told, cancelled_at: None, declined: HashMap::new() });
}

/// Opens the card of a meeting that is still ahead.
async fn opens_some(anna: &mut Member, (known, chance): (&[Known], &mut Chance)) -> Option<usize> {
    let number = usize::try_from(chance.below(known.len().max(1) as u64)).expect("small");
    known.get(number).filter(|known| known.cancelled_at.is_none())?;
    opens(anna, &known[number].title).await;
    let screen = anna.teacher.screen().expect("a screen").screen();
    screen.contains("[Перенести]").then_some(number)
}

async fn move_one(region: &Region, anna: &mut Member, (known, chance): Dice<'_>) {
    let Some(number) = opens_some(anna, (known, chance)).await else { return };
    let (when, hour) = some_time(region, chance);
    anna.teacher.taps("Перенести").await;
    anna.teacher.phone.waits_for("На когда перенести?").await;
    anna.teacher.types(&when);
    anna.teacher.taps("Да, сообщить").await;
    region.house.settles_soon().await;
    known[number].told.push((region.house.clock.now(), hour));
    known[number].declined.clear();
}

async fn cancel_one(region: &Region, anna: &mut Member, (known, chance): Dice<'_>) {
    if chance.below(3) > 0 {
        return;
    }
    let Some(number) = opens_some(anna, (known, chance)).await else { return };
    anna.teacher.taps("Отменить").await;
    anna.teacher.taps("Да, отменить").await;
    anna.teacher.phone.waits_for("Встреча отменена").await;
    known[number].cancelled_at = Some(region.house.clock.now());
}

async fn reply_one(region: &Region, people: &[Member], (known, chance): Dice<'_>) {
    if known.is_empty() {
        return;
    }
    let number = usize::try_from(chance.below(known.len() as u64)).expect("small");
    let person = usize::try_from(chance.below(people.len() as u64)).expect("small");
    let said = ["coming", "coming", "declined", "unsure"][usize::try_from(chance.below(4)).expect("small")];
    let all: Vec<Uuid> = metodist::read!(&region.house.app.db, on => sqlx::query_scalar(
        "SELECT id FROM meetings WHERE state <> 'draft' ORDER BY created_at").fetch_all(on))
    .expect("meetings");
    let phone = &people[person].teacher.phone;
    let Some(bubble) = shown(phone, &known[number].title).pop() else { return };
    phone.presses_data(bubble.message_id, &format!("mt1.reply.{}.{said}", id(all[number]))).answer().await;
    region.house.settles_soon().await;
    let reply: String = metodist::read!(&region.house.app.db, on => sqlx::query_scalar(
        "SELECT reply FROM meeting_invited WHERE meeting_id = $1 AND person_id = $2")
        .bind(all[number]).bind(people[person].person).fetch_one(on))
    .expect("a reply");
    match reply.as_str() {
        "declined" => drop(known[number].declined.insert(person, region.house.clock.now())),
        _ => drop(known[number].declined.remove(&person)),
    }
}
