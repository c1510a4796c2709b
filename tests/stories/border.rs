//! Presses and places that do not belong: old buttons, two fingers, payloads nobody issued, groups. Each gets a fitting
//! answer, once.

use futures::future::join_all;
use sandbox::{Phone, Press};

use crate::{
    house::{House, stories, transcript},
    proofs::{Chance, seed},
    stages::{
        Stage, brought_to, held, is_answered, is_fitting, newest, nothing_broke, one_at_each, stands_at,
    },
    teacher::Teacher,
};

stories!(
    a_group_is_told_to_write_in_private,
    a_group_may_come_and_go,
    buttons_of_old_screens_are_answered_and_lose_nothing,
    two_presses_at_once_count_once,
    payloads_nobody_issued_before_registration,
    payloads_nobody_issued_after_registration,
    numbers_and_names_beyond_sense_change_nothing_before_registration,
    numbers_and_names_beyond_sense_change_nothing_after_registration,
);

async fn a_group_is_told_to_write_in_private(house: House) {
    let house = house.with_short_questionnaire().await;
    let anna = brought_to(&house, Stage::TextQuestion).await;
    let before = held(&house, &anna).await;
    let group = house.sandbox.group("Учительская");
    for words in ["/start", "/menu@sandbox_bot", "@sandbox_bot кто это", "мира"] {
        group.says(&anna.phone, words);
    }
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    house.settles().await;
    let answers: Vec<_> = group.chat().into_iter().filter(|bubble| bubble.from_bot).collect();
    assert_eq!(answers.len(), 2, "commands are answered, talk is not");
    for answer in answers {
        assert!(answer.text.contains("личной переписке"), "{}", answer.text);
        assert!(answer.buttons.is_empty(), "a button in a group would be everybody's");
    }
    is_fitting(&anna).expect("the private screen stays alive");
    assert_eq!(before, held(&house, &anna).await);
    anna.phone.says("мира");
    stands_at(&anna, Stage::NumberQuestion).await;
    nothing_broke(&house).await;
}

async fn a_group_may_come_and_go(house: House) {
    let anna = house.person("Анна Петрова");
    let group = house.sandbox.group("Учительская");
    group.says(&anna, "/start");
    house.settles().await;
    group.kicks_bot(&anna);
    let upgraded = house.sandbox.group("Методобъединение");
    upgraded.says(&anna, "/start");
    let upgraded = upgraded.upgrades();
    upgraded.says(&anna, "/help");
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    house.settles().await;
    let sent = anna.says("/start");
    let teacher = Teacher::new(anna);
    is_answered(&teacher, sent, "/start after the groups").await;
    nothing_broke(&house).await;
}

/// Every payload that the bot ever put under this person's screens.
pub fn issued(house: &House, phone: &Phone) -> Vec<String> {
    let mut issued = Vec::new();
    for call in house.sandbox.calls() {
        if call.chat == Some(phone.id()) {
            collect(&call.params["reply_markup"], &mut issued);
        }
    }
    issued.sort();
    issued.dedup();
    issued
}

fn collect(markup: &serde_json::Value, issued: &mut Vec<String>) {
    let parsed;
    let markup = match markup.as_str() {
        Some(text) => {
            parsed = serde_json::from_str(text).unwrap_or_default();
            &parsed
        }
        None => markup,
    };
    let rows = markup["inline_keyboard"].as_array().into_iter().flatten();
    let keys = rows.filter_map(|row| row.as_array()).flatten();
    issued.extend(keys.filter_map(|key| key["callback_data"].as_str().map(str::to_owned)));
}

/// Presses forged or old buttons, a handful at a time: each is answered once, and after each handful a way on stands on
/// the screen.
async fn presses_all(house: &House, teacher: &Teacher, (message, payloads): (i64, &[String])) {
    let mut presses = Vec::new();
    for handful in payloads.chunks(6) {
        let first = presses.len();
        presses.extend(handful.iter().map(|payload| teacher.phone.presses_data(message, payload)));
        for press in &presses[first..] {
            press.answer().await;
        }
        let fitting = is_fitting(teacher);
        assert!(fitting.is_ok(), "{fitting:?} after {handful:?}\n{}", transcript(&teacher.phone));
    }
    house.settles().await;
    for (payload, press) in payloads.iter().zip(&presses) {
        assert_eq!(press.answers(), 1, "{payload:?}");
    }
    let sent = teacher.phone.says("/start");
    is_answered(teacher, sent, "/start after the presses").await;
}

async fn buttons_of_old_screens_are_answered_and_lose_nothing(house: House) {
    let house = house.with_short_questionnaire().await;
    let stages = [Stage::Subjects, Stage::Menu, Stage::TextQuestion, Stage::TickQuestion, Stage::Result];
    let people = one_at_each(&house, &stages).await;
    join_all(people.iter().map(|(stage, teacher)| press_old_buttons(&house, *stage, teacher))).await;
    nothing_broke(&house).await;
}

async fn press_old_buttons(house: &House, stage: Stage, teacher: &Teacher) {
    let before = held(house, teacher).await;
    let chat = teacher.phone.chat();
    let oldest = chat.iter().find(|bubble| bubble.from_bot).expect("a screen").message_id;
    let present: Vec<_> = newest(&chat)
        .expect("a screen")
        .buttons
        .iter()
        .flatten()
        .filter_map(|key| key.data.clone())
        .collect();
    let mut old = issued(house, &teacher.phone);
    old.retain(|payload| !present.contains(payload));
    assert!(old.len() > 1, "{stage:?}: there are hardly any old buttons to press");
    presses_all(house, teacher, (oldest, &old)).await;
    let after = held(house, teacher).await;
    for line in before {
        assert!(after.contains(&line), "an old button at {stage:?} lost {line}; now {after:?}");
    }
}

/// Several fingers on one screen before anything is answered.
async fn at_once(teacher: &Teacher, labels: &[&str]) -> Vec<Option<String>> {
    let message = teacher.screen().expect("a screen").message_id;
    let presses: Vec<Press> = labels.iter().map(|label| teacher.phone.presses_on(message, label)).collect();
    let mut answers = Vec::new();
    for press in &presses {
        answers.push(press.answer().await);
    }
    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    assert!(presses.iter().all(|press| press.answers() == 1));
    answers
}

async fn two_presses_at_once_count_once(house: House) {
    let house = house.with_short_questionnaire().await;
    let mut anna = Teacher::new(house.person("Анна"));
    anna.phone.says("/start");
    anna.waits_for_button("Даю согласие").await;
    at_once(&anna, &["Даю согласие", "Даю согласие"]).await;
    stands_at(&anna, Stage::Name).await;
    anna.types(crate::stages::NAME);
    stands_at(&anna, Stage::School).await;
    let answers = at_once(&anna, &["Школа № 1", "Школа № 2"]).await;
    assert!(answers[1].as_ref().is_some_and(|toast| toast.contains("уже")), "{answers:?}");
    stands_at(&anna, Stage::Post).await;
    assert!(anna.screen().expect("a screen").text.contains("№ 1"));
    at_once(&anna, &["Учитель", "Учитель"]).await;
    stands_at(&anna, Stage::Subjects).await;
    anna.taps("Математика").await;
    anna.waits_for_button("Готово").await;
    at_once(&anna, &["Готово", "Готово", "Готово"]).await;
    stands_at(&anna, Stage::Year).await;
    at_once(&anna, &["2015", "2016"]).await;
    anna.phone.waits_for("Рады, что Вы с нами").await;
    for (table, rows) in [
        ("persons", house.count("SELECT COUNT(*) FROM persons").await),
        ("consents", house.count("SELECT COUNT(*) FROM consents").await),
        ("employments", house.count("SELECT COUNT(*) FROM employments").await),
    ] {
        assert_eq!(rows, 1, "{table}");
    }
    anna.phone.says("/diagnosis");
    anna.taps("Пограничная").await;
    anna.waits_for_button("Начать").await;
    at_once(&anna, &["Начать", "Начать"]).await;
    anna.waits_for_button("Да").await;
    assert_eq!(house.count("SELECT COUNT(*) FROM attempts").await, 1);
    at_once(&anna, &["Да", "Да", "Да"]).await;
    stands_at(&anna, Stage::ButtonQuestion).await;
    let answers = at_once(&anna, &["Мало", "Много"]).await;
    assert!(answers[1].as_ref().is_some_and(|toast| toast.contains("уже позади")), "{answers:?}");
    stands_at(&anna, Stage::TextQuestion).await;
    let kept = held(&house, &anna).await;
    assert!(
        kept.contains(&"second = {\"choice\":\"little\"}".to_owned())
            || kept.contains(&"second = {\"choice\": \"little\"}".to_owned()),
        "{kept:?}"
    );
    assert_eq!(house.count("SELECT COUNT(*) FROM answers").await, 2);
    nothing_broke(&house).await;
}

async fn payloads_nobody_issued_before_registration(house: House) {
    nobody_issued(house, &Stage::OUTSIDE).await;
}

async fn payloads_nobody_issued_after_registration(house: House) {
    nobody_issued(house, &Stage::INSIDE).await;
}

const FORGERIES: usize = 20;

async fn nobody_issued(house: House, stages: &[Stage]) {
    let house = house.with_short_questionnaire().await;
    let seed = seed();
    let people = one_at_each(&house, stages).await;
    join_all(people.iter().zip(0..).map(|((stage, teacher), number)| {
        press_forgeries(&house, (*stage, teacher), Chance::new(seed.wrapping_add(number)))
    }))
    .await;
    nothing_broke(&house).await;
}

async fn press_forgeries(house: &House, (stage, teacher): (Stage, &Teacher), mut chance: Chance) {
    let before = held(house, teacher).await;
    let message = teacher.screen().expect("a screen").message_id;
    let noise: Vec<String> = (0..FORGERIES).map(|_| noise(&mut chance)).collect();
    presses_all(house, teacher, (message, &noise)).await;
    let after = held(house, teacher).await;
    assert_eq!(before, after, "noise changed something at {stage:?}");
    // What is left of a real payload may be a real one: then it does what its button would, and loses nothing.
    let issued = issued(house, &teacher.phone);
    let mutated: Vec<String> = (0..FORGERIES).map(|_| mutated(&issued, &mut chance)).collect();
    presses_all(house, teacher, (message, &mutated)).await;
    let after = held(house, teacher).await;
    assert!(
        after.len() >= before.len() || stage == Stage::Year,
        "a forged button at {stage:?} lost something: {before:?} became {after:?}"
    );
}

/// From nothing to 64 bytes of anything.
fn noise(chance: &mut Chance) -> String {
    const LETTERS: [char; 20] = [
        'a', 'Z', '0', '9', '.', '_', '-', ' ', '\0', '\n', '\u{7f}', '%', '\'', '"', '<', 'я', '😀',
        '\u{202e}', '\u{200b}', '\\',
    ];
    let length = chance.below(65);
    let mut payload = String::new();
    loop {
        let letter = LETTERS[usize::try_from(chance.below(LETTERS.len() as u64)).expect("small")];
        if (payload.len() + letter.len_utf8()) as u64 > length {
            return payload;
        }
        payload.push(letter);
    }
}

/// A real payload with one change.
fn mutated(issued: &[String], chance: &mut Chance) -> String {
    let mut below = |end: usize| usize::try_from(chance.below(end.max(1) as u64)).expect("small");
    let mut payload: Vec<char> = issued[below(issued.len())].chars().collect();
    let (at, kind) = (below(payload.len()), below(6));
    match kind {
        0 => payload.truncate(at),
        1 => drop(payload.remove(at)),
        2 => payload[at] = char::from(b'0' + u8::try_from(below(10)).expect("a digit")),
        3 => payload[at] = '.',
        4 => payload.insert(at, 'A'),
        _ => payload.extend(".1.2".chars()),
    }
    let payload: String = payload.into_iter().collect();
    payload.chars().take(64).collect()
}

async fn numbers_and_names_beyond_sense_change_nothing_before_registration(house: House) {
    beyond_sense(house, &Stage::OUTSIDE).await;
}

async fn numbers_and_names_beyond_sense_change_nothing_after_registration(house: House) {
    beyond_sense(house, &Stage::INSIDE).await;
}

/// Payloads of the right form; `MAX` is the greatest number there is, `NOBODY` an id that nothing has, `MINE` the
/// person's own attempt.
const BEYOND_SENSE: &[&str] = &[
    "",
    "pe1",
    "pe1.",
    "pe0.menu",
    "pe1.menu.",
    "pe1.year.MAX",
    "pe1.year.9MAX",
    "pe1.year.0",
    "pe1.setyear.0",
    "pe1.setyear.MAX",
    "pe1.page.MAX",
    "pe1.edityear.MAX",
    "pe1.quiet.24.0",
    "pe1.quiet.MAX.1",
    "pe1.quietto.99",
    "pe1.quietto.MAX",
    "pe1.zone.Paris",
    "pe1.zone.",
    "pe1.zone.e/Moscow",
    "pe1.language.xx",
    "pe1.agree.",
    "pe1.agree.0000000000000000",
    "pe1.keep",
    "pe1.post.nobody",
    "pe1.subject.nobody",
    "pe1.school.NOBODY",
    "pe1.municipality.NOBODY",
    "pe1.place.NOBODY",
    "pe1.moveplace.NOBODY",
    "pe1.mainplace.NOBODY",
    "pe1.leaveplace.NOBODY",
    "pe1.endplace.NOBODY",
    "dg1.history.MAX",
    "dg1.intro.nobody",
    "dg1.start.nobody",
    "dg1.show.NOBODY",
    "dg1.choose.NOBODY.0.0",
    "dg1.delete.NOBODY",
    "dg1.cancel.NOBODY",
    "dg1.choose.MINE.MAX.MAX",
    "dg1.choose.MINE.1.MAX",
    "dg1.choose.MINE.2.0",
    "dg1.choose.MINE.3.0",
    "dg1.tick.MINE.4.MAX",
    "dg1.tick.MINE.1.0",
    "dg1.untick.MINE.4.MAX",
    "dg1.done.MINE.1",
    "dg1.done.MINE.MAX",
    "dg1.skip.MINE.1",
    "dg1.skip.MINE.MAX",
    "dg1.back.MINE.MAX",
    "dg1.forward.MINE.MAX",
    "dg1.review.MINE.MAX",
    "dg1.picture.MINE",
    "dg1.erase.MINE",
];

async fn beyond_sense(house: House, stages: &[Stage]) {
    let house = house.with_short_questionnaire().await;
    let people = one_at_each(&house, stages).await;
    join_all(people.iter().map(|(stage, teacher)| press_beyond_sense(&house, *stage, teacher))).await;
    nothing_broke(&house).await;
}

async fn press_beyond_sense(house: &House, stage: Stage, teacher: &Teacher) {
    let before = held(house, teacher).await;
    let message = teacher.screen().expect("a screen").message_id;
    let nobody = "AAAAAAAAAAAAAAAAAAAAAA";
    let issued = issued(house, &teacher.phone);
    let mine = issued.iter().find_map(|payload| {
        let id = payload.strip_prefix("dg1.")?.split('.').nth(1)?;
        (id.len() == nobody.len()).then_some(id)
    });
    let payloads: Vec<String> = BEYOND_SENSE
        .iter()
        .map(|form| {
            form.replace("MAX", "18446744073709551615")
                .replace("NOBODY", nobody)
                .replace("MINE", mine.unwrap_or(nobody))
        })
        .collect();
    presses_all(house, teacher, (message, &payloads)).await;
    assert_eq!(before, held(house, teacher).await, "something changed at {stage:?}");
}
