//! From Kaliningrad to Kamchatka everybody is told once and at their own hour, however the clock moves; what a change of
//! zone or of quiet hours moves is what is still to come.

use std::time::Duration;

use chrono::{DateTime, NaiveDateTime, TimeDelta, TimeZone, Utc};
use metodist::{
    execute,
    outbox::{Class, NewLetter, Wish},
};

use crate::{
    house::{Engine, House},
    letters::{
        Member, all_settled, as_member, assert_said, comes_to_rest, count, district, employ, heard, letter,
        members, moscow, on_both_engines, on_day, owe, quiet_house, said, tuesday_noon,
    },
    stages::{Stage, brought_to, nothing_broke},
};

/// Long enough for a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);
/// One zone for each time that clocks in Russia show.
const ZONES: [&str; 11] = [
    "Europe/Kaliningrad",
    "Europe/Moscow",
    "Europe/Samara",
    "Asia/Yekaterinburg",
    "Asia/Omsk",
    "Asia/Krasnoyarsk",
    "Asia/Irkutsk",
    "Asia/Yakutsk",
    "Asia/Vladivostok",
    "Asia/Magadan",
    "Asia/Kamchatka",
];
/// The zone of the municipality in which some live who chose none.
const DISTRICT_ZONE: &str = "Asia/Omsk";
/// The zone of the place where something takes place.
const EVENT_ZONE: &str = "Asia/Vladivostok";
/// Days after the first on which everybody is reminded at ten on their own clock: none is a Sunday.
const DAYS: [(i64, &str); 5] =
    [(1, "завтра"), (6, "в понедельник"), (30, "через месяц"), (200, "летом"), (360, "через год")];

fn civil(member: &Member, words: &str, local: NaiveDateTime, zone: Option<&str>) -> NewLetter {
    let wish = Wish::Civil { local, zone: zone.map(str::to_owned) };
    let at = wish.resolve(chrono_tz::Tz::Europe__Moscow);
    NewLetter { wish, useless_after: at + TimeDelta::days(2), ..letter(member, Class::Reminder, words, at) }
}

/// The instant at which clocks in a zone show this.
fn instant(local: NaiveDateTime, zone: &str) -> DateTime<Utc> {
    let zone: chrono_tz::Tz = zone.parse().expect("a zone");
    zone.from_local_datetime(&local).single().expect("a time that comes once").to_utc()
}

/// Eleven people with a zone each and two with their municipality's, each with its name.
async fn people_of_all_zones(house: &House) -> Vec<(Member, &'static str)> {
    let place = district(house, DISTRICT_ZONE, &[]).await;
    let mut people = Vec::new();
    for zone in ZONES {
        people.extend(members(house, 1, Some(zone)).await.into_iter().map(|member| (member, zone)));
    }
    let theirs = members(house, 2, None).await;
    employ(house, &theirs, place).await;
    people.extend(theirs.into_iter().map(|member| (member, DISTRICT_ZONE)));
    people
}

/// Reminders at ten of their own, and two about an event on the other side of the country, Thursday 17:30 there.
fn letters_to(member: &Member, start: DateTime<Utc>) -> Vec<NewLetter> {
    let event_at = instant(on_day(start, 2, 17, 30), EVENT_ZONE);
    let about_event = |words, local| NewLetter {
        event_at: Some(event_at),
        useless_after: event_at,
        ..civil(member, words, local, Some(EVENT_ZONE))
    };
    let mut letters = vec![
        about_event("за день до начала", on_day(start, 1, 17, 30)),
        about_event("за час до начала", on_day(start, 2, 16, 30)),
    ];
    let own = |&(day, words): &(i64, &str)| NewLetter {
        // Of use until the next morning.
        useless_after: moscow(start, day + 1, 10, 0),
        ..civil(member, words, on_day(start, day, 10, 0), None)
    };
    letters.extend(DAYS.iter().map(own));
    letters.push(NewLetter {
        useless_after: moscow(start, 1, 9, 0),
        ..civil(member, "сегодня", on_day(start, 0, 12, 40), Some("Europe/Moscow"))
    });
    letters
}

/// What somebody in this zone hears and when, if nothing is late.
fn expected(zone: &str, start: DateTime<Utc>) -> Vec<(DateTime<Utc>, &'static str)> {
    let mut expected = vec![
        (instant(on_day(start, 1, 17, 30), EVENT_ZONE), "за день до начала"),
        (instant(on_day(start, 2, 16, 30), EVENT_ZONE), "за час до начала"),
    ];
    expected.extend(DAYS.iter().map(|(day, words)| (instant(on_day(start, *day, 10, 0), zone), *words)));
    // In Kamchatka it is night by then: it waits for eight in the morning.
    let is_quiet = zone == "Asia/Kamchatka";
    let today = if is_quiet { instant(on_day(start, 1, 8, 0), zone) } else { moscow(start, 0, 12, 40) };
    expected.push((today, "сегодня"));
    expected.sort();
    expected
}

async fn everybody_is_told_at_their_own_hour_over_a_year(engine: Engine) {
    let mut house = quiet_house(engine).await;
    let start = house.clock.now();
    let people = people_of_all_zones(&house).await;
    house.serve();
    let letters: Vec<_> = people.iter().flat_map(|(member, _)| letters_to(member, start)).collect();
    owe(&house, &letters).await;
    for by in [TimeDelta::hours(1), TimeDelta::days(1), TimeDelta::days(365)] {
        house.clock.advance(by).await;
        let now = house.clock.now();
        for (member, zone) in &people {
            let due = expected(zone, start).into_iter().filter(|(at, _)| *at <= now).collect::<Vec<_>>();
            assert_said(member, &due);
        }
    }
    assert_eq!(count(&house, "delivered").await, i64::try_from(letters.len()).expect("a few"));
    let sent: Vec<_> =
        house.sandbox.calls().into_iter().filter(|call| call.method == "sendmessage").collect();
    assert!(sent.is_sorted_by_key(|call| call.at), "what is due first is said first");
}

/// A house whose owner is the first of its people, before anything was owed.
async fn owned_house(engine: Engine) -> (House, Vec<(Member, &'static str)>) {
    // The first phone of every emulated world.
    let mut house = House::prepare(engine, tuesday_noon(), |config| {
        config.sends_per_second = 0;
        config.owners = vec![5_000_000_001];
    })
    .await;
    let people = people_of_all_zones(&house).await;
    assert_eq!(people[0].0.phone.id(), 5_000_000_001);
    house.serve();
    (house, people)
}

async fn leaps(house: &House, people: &[(Member, &'static str)], by: TimeDelta) {
    let start = house.clock.now();
    let letters: Vec<_> = people.iter().flat_map(|(member, _)| letters_to(member, start)).collect();
    owe(house, &letters).await;
    house.clock.advance(TimeDelta::minutes(1)).await;
    assert!(people.iter().all(|(member, _)| heard(member).is_empty()));
    house.clock.jump(by);
    comes_to_rest(house).await;
    all_settled(house, PATIENCE).await;
}

/// The lines to the owner about what was not said.
fn not_said(owner: &Member) -> Vec<String> {
    heard(owner).into_iter().filter(|text| text.contains("не работал")).collect()
}

async fn after_an_hours_outage_everything_is_still_of_use(engine: Engine) {
    let (house, people) = owned_house(engine).await;
    let start = house.clock.now();
    leaps(&house, &people, TimeDelta::hours(1)).await;
    for (member, zone) in &people {
        // Farther east it is past nine in the evening by now.
        let is_quiet = ["Asia/Magadan", "Asia/Kamchatka"].contains(zone);
        let words: &[_] = if is_quiet { &[] } else { &["сегодня"] };
        assert_eq!(heard(member), words, "{zone}");
    }
    house.clock.advance(TimeDelta::days(7)).await;
    for (member, zone) in &people {
        let due: Vec<_> =
            expected(zone, start).into_iter().filter(|(_, words)| *words != "сегодня").collect();
        let said: Vec<_> = said(member).into_iter().filter(|(_, words)| words != "сегодня").collect();
        assert_eq!(said.len(), 4, "{zone} {said:#?}");
        for ((at, text), (due, words)) in said.iter().zip(&due) {
            assert!(text == words && *at - *due < TimeDelta::minutes(1), "{zone} {said:#?}");
        }
        assert_eq!(heard(member).iter().filter(|text| *text == "сегодня").count(), 1, "{zone}");
    }
}

async fn after_a_days_outage_what_is_of_use_is_said_once(engine: Engine) {
    let (house, people) = owned_house(engine).await;
    leaps(&house, &people, TimeDelta::days(1)).await;
    assert_eq!(not_said(&people[0].0).len(), 1);
    assert!(not_said(&people[0].0)[0].contains("13 сообщений не дошли вовремя"));
    for (member, zone) in &people {
        let heard = heard(member);
        let said: Vec<_> = heard.iter().filter(|text| !text.contains("не работал")).collect();
        let both = |text: &str| text.contains("завтра") && text.contains("за день до начала");
        // On Kamchatka it is nine in the evening.
        let fits = if *zone == "Asia/Kamchatka" {
            said.len() <= 1 && said.iter().all(|text| *text == "за день до начала")
        } else {
            said.len() == 1 && both(said[0]) && said[0].contains("2 напоминания сразу")
        };
        assert!(fits, "{zone} {heard:#?}");
    }
    house.clock.advance(TimeDelta::days(7)).await;
    for (member, zone) in &people {
        let all = heard(member).join("\n");
        for words in ["завтра", "за день до начала", "за час до начала", "в понедельник"]
        {
            assert_eq!(all.matches(words).count(), 1, "{zone}: {words} in\n{all}");
        }
        assert!(!all.contains("сегодня"), "{zone}");
    }
    assert_eq!(not_said(&people[0].0).len(), 1);
}

async fn after_a_years_outage_nothing_stale_is_said(engine: Engine) {
    let (house, people) = owned_house(engine).await;
    leaps(&house, &people, TimeDelta::days(370)).await;
    house.clock.advance(TimeDelta::days(2)).await;
    for (member, _) in &people[1..] {
        assert_eq!(heard(member), Vec::<String>::new());
    }
    assert_eq!(heard(&people[0].0).len(), 1);
    assert!(not_said(&people[0].0)[0].contains("104 сообщения не дошли вовремя"));
}

async fn owners_learn_of_a_reminder_whose_event_is_over(engine: Engine) {
    let (house, people) = owned_house(engine).await;
    let start = house.clock.now();
    let late = NewLetter {
        event_at: Some(start + TimeDelta::hours(2)),
        ..letter(&people[1].0, Class::Reminder, "поздно", start + TimeDelta::hours(1))
    };
    owe(&house, &[late]).await;
    house.clock.advance(TimeDelta::minutes(1)).await;
    house.clock.jump(TimeDelta::hours(4));
    comes_to_rest(&house).await;
    assert_eq!(heard(&people[1].0), Vec::<String>::new());
    assert_eq!(not_said(&people[0].0).len(), 1, "{:?}", heard(&people[0].0));
    assert!(not_said(&people[0].0)[0].contains("1 сообщение не дошло вовремя"));
}

async fn a_clock_that_steps_back_doubles_nothing(engine: Engine) {
    let (house, people) = owned_house(engine).await;
    let start = house.clock.now();
    let letters: Vec<_> = people.iter().flat_map(|(member, _)| letters_to(member, start)).collect();
    owe(&house, &letters).await;
    house.clock.advance(TimeDelta::days(2)).await;
    house.clock.jump(TimeDelta::days(-1));
    owe(&house, &letters).await;
    house.clock.advance(TimeDelta::minutes(1)).await;
    house.clock.advance(TimeDelta::days(7)).await;
    for (member, zone) in &people {
        let mut words: Vec<_> = heard(member);
        words.sort();
        let due = expected(zone, start).into_iter().filter(|(at, _)| *at < start + TimeDelta::days(8));
        let mut due: Vec<_> = due.map(|(_, words)| words).collect();
        due.sort_unstable();
        assert_eq!(words, due, "{zone}");
    }
}

/// When a phone was told this, each time.
fn told(member: &Member, words: &str) -> Vec<DateTime<Utc>> {
    said(member).into_iter().filter(|(_, text)| text == words).map(|(at, _)| at).collect()
}

fn assert_told_once(member: &Member, words: &str, due: DateTime<Utc>) {
    let told = told(member, words);
    let fits =
        told.len() == 1 && told[0] >= due - TimeDelta::seconds(1) && told[0] - due < TimeDelta::minutes(1);
    assert!(fits, "«{words}» at {due}, and was said at {told:?}");
}

async fn a_zone_and_quiet_hours_chosen_anew_move_what_is_owed(engine: Engine) {
    let mut house = quiet_house(engine).await;
    house.serve();
    let start = house.clock.now();
    let mut teacher = brought_to(&house, Stage::Menu).await;
    let member = as_member(&house, &teacher.phone).await;
    owe(
        &house,
        &[
            civil(&member, "сказано", on_day(start, 0, 12, 30), Some("Europe/Moscow")),
            civil(&member, "в десять", on_day(start, 2, 10, 0), None),
            letter(&member, Class::Bulk, "объявление", instant(on_day(start, 2, 6, 30), "Asia/Yakutsk")),
            letter(&member, Class::Notice, "новость", moscow(start, 2, 9, 0)),
        ],
    )
    .await;
    house.clock.advance(TimeDelta::hours(1)).await;
    assert_told_once(&member, "сказано", moscow(start, 0, 12, 30));
    teacher.phone.says("/settings");
    teacher.taps("Часовой пояс").await;
    teacher.taps("Якутск").await;
    teacher.phone.waits_for("Якутск, Чита, сейчас").await;
    teacher.taps("Тихие часы").await;
    teacher.taps("21:00").await;
    teacher.taps("06:00").await;
    teacher.phone.waits_for("с 21:00 до 06:00").await;
    house.settles().await;
    house.clock.advance(TimeDelta::days(3)).await;
    assert_told_once(&member, "сказано", moscow(start, 0, 12, 30));
    assert_told_once(&member, "в десять", instant(on_day(start, 2, 10, 0), "Asia/Yakutsk"));
    assert_told_once(&member, "объявление", instant(on_day(start, 2, 6, 30), "Asia/Yakutsk"));
    assert_told_once(&member, "новость", moscow(start, 2, 9, 0));
    nothing_broke(&house).await;
}

async fn a_municipality_that_changes_its_zone_moves_what_is_owed(engine: Engine) {
    let mut house = quiet_house(engine).await;
    let start = house.clock.now();
    let place = district(&house, "Asia/Omsk", &[]).await;
    let mut people = members(&house, 1, None).await;
    people.extend(members(&house, 1, Some("Europe/Moscow")).await);
    employ(&house, &people, place).await;
    house.serve();
    for member in &people {
        owe(
            &house,
            &[
                civil(member, "вчера", on_day(start, 1, 10, 0), None),
                civil(member, "послезавтра", on_day(start, 2, 10, 0), None),
            ],
        )
        .await;
    }
    house.clock.advance(TimeDelta::days(1)).await;
    let mut tx = house.app.db.begin().await.expect("a transaction");
    execute!(
        &mut tx,
        sqlx::query("UPDATE municipalities SET time_zone = 'Asia/Kamchatka' WHERE id = $1").bind(place)
    )
    .expect("the zone is another");
    tx.commit().await.expect("it is written down");
    house.restart().await;
    owe(&house, &[letter(&people[0], Class::Bulk, "потом", start + TimeDelta::days(30))]).await;
    house.clock.advance(TimeDelta::days(2)).await;
    for (member, before, after) in
        [(&people[0], "Asia/Omsk", "Asia/Kamchatka"), (&people[1], "Europe/Moscow", "Europe/Moscow")]
    {
        assert_said(
            member,
            &[
                (instant(on_day(start, 1, 10, 0), before), "вчера"),
                (instant(on_day(start, 2, 10, 0), after), "послезавтра"),
            ],
        );
    }
}

on_both_engines!(
    everybody_is_told_at_their_own_hour_over_a_year,
    after_an_hours_outage_everything_is_still_of_use,
    after_a_days_outage_what_is_of_use_is_said_once,
    after_a_years_outage_nothing_stale_is_said,
    owners_learn_of_a_reminder_whose_event_is_over,
    a_clock_that_steps_back_doubles_nothing,
    a_zone_and_quiet_hours_chosen_anew_move_what_is_owed,
    a_municipality_that_changes_its_zone_moves_what_is_owed,
);
