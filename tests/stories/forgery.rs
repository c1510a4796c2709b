//! Payloads carry no authority: somebody else's attempts and places of work do not exist for whoever forges them.

use sandbox::Phone;

use crate::{
    border::issued,
    house::{House, stories, transcript},
    stages::{Stage, brought_to, held, is_fitting, nothing_broke},
    teacher::Teacher,
};

stories!(
    an_open_attempt_of_another_person_cannot_be_touched,
    a_result_of_another_person_cannot_be_seen_or_deleted,
    a_place_of_work_of_another_person_cannot_be_touched,
    whoever_has_not_registered_gets_past_no_gate,
);

/// Everything that can be done with an attempt, of which nothing may be done to another person's.
const ABOUT_ATTEMPTS: [&str; 19] = [
    "show.ID",
    "choose.ID.0.0",
    "choose.ID.1.1",
    "choose.ID.5.0",
    "tick.ID.4.1",
    "untick.ID.4.0",
    "done.ID.4",
    "skip.ID.2",
    "back.ID.4",
    "forward.ID.4",
    "pause.ID",
    "leave.ID",
    "cancel.ID",
    "result.ID",
    "picture.ID",
    "review.ID.0",
    "erase.ID",
    "delete.ID",
    "history.0",
];

/// What a thief must never read: Anna's words, questions and results.
const ANNAS: [&str; 5] = ["мира", "Алгебра", "Последний вопрос", "из 100", "Удалить этот результат"];

fn attempt_of(house: &House, phone: &Phone) -> String {
    issued(house, phone)
        .iter()
        .find_map(|payload| {
            let id = payload.strip_prefix("dg1.")?.split('.').nth(1)?;
            (id.len() == 22).then(|| id.to_owned())
        })
        .expect("an attempt stands on a button")
}

/// Presses forged buttons, on an own screen and on a message that is not there, and looks at what they show.
async fn presses_all(thief: &Teacher, payloads: &[String]) {
    let own = thief.screen().expect("a screen").message_id;
    for payload in payloads {
        for message in [own, 9_999] {
            let press = thief.phone.presses_data(message, payload);
            press.answer().await;
            assert_eq!(press.answers(), 1, "{payload}");
        }
        let screen = is_fitting(thief)
            .unwrap_or_else(|fault| panic!("{payload}: {fault}\n{}", transcript(&thief.phone)));
        let stolen = ANNAS.iter().find(|words| screen.text.contains(**words));
        assert!(stolen.is_none(), "{payload} shows {stolen:?}:\n{}", screen.text);
    }
}

async fn attempts_stay_their_owners(house: House, stage: Stage) {
    let house = house.with_short_questionnaire().await;
    let anna = brought_to(&house, stage).await;
    let attempt = attempt_of(&house, &anna.phone);
    let (before, screen) = (held(&house, &anna).await, anna.screen().expect("a screen").screen());
    let payloads: Vec<String> =
        ABOUT_ATTEMPTS.iter().map(|form| format!("dg1.{}", form.replace("ID", &attempt))).collect();
    for standing in [Stage::Menu, Stage::ButtonQuestion] {
        let thief = brought_to(&house, standing).await;
        let own = held(&house, &thief).await;
        presses_all(&thief, &payloads).await;
        assert_eq!(own, held(&house, &thief).await, "the thief's own work is untouched");
        assert!(!thief.phone.chat().iter().any(|bubble| bubble.file.is_some()), "the thief got a picture");
    }
    assert_eq!(before, held(&house, &anna).await, "Anna's work is untouched");
    assert_eq!(screen, anna.screen().expect("a screen").screen());
    nothing_broke(&house).await;
}

async fn an_open_attempt_of_another_person_cannot_be_touched(house: House) {
    attempts_stay_their_owners(house, Stage::TickQuestion).await;
}

async fn a_result_of_another_person_cannot_be_seen_or_deleted(house: House) {
    attempts_stay_their_owners(house, Stage::Result).await;
}

async fn a_place_of_work_of_another_person_cannot_be_touched(house: House) {
    let mut anna = brought_to(&house, Stage::Menu).await;
    anna.taps("Мой профиль").await;
    anna.waits_for_button("Добавить место работы").await;
    anna.taps("Школа № 1").await;
    anna.waits_for_button("Изменить").await;
    let before = held(&house, &anna).await;
    let place = issued(&house, &anna.phone)
        .iter()
        .find_map(|payload| payload.strip_prefix("pe1.moveplace.").map(str::to_owned))
        .expect("the place stands on a button");
    let thief = brought_to(&house, Stage::Menu).await;
    let own = held(&house, &thief).await;
    let payloads: Vec<String> = ["place", "moveplace", "mainplace", "leaveplace", "endplace"]
        .iter()
        .map(|verb| format!("pe1.{verb}.{place}"))
        .collect();
    presses_all(&thief, &payloads).await;
    assert_eq!(own, held(&house, &thief).await);
    assert_eq!(before, held(&house, &anna).await);
    nothing_broke(&house).await;
}

async fn whoever_has_not_registered_gets_past_no_gate(house: House) {
    let house = house.with_short_questionnaire().await;
    let anna = brought_to(&house, Stage::Result).await;
    let attempt = attempt_of(&house, &anna.phone);
    let before = held(&house, &anna).await;
    let mut payloads: Vec<String> =
        ABOUT_ATTEMPTS.iter().map(|form| format!("dg1.{}", form.replace("ID", &attempt))).collect();
    payloads.extend(
        [
            "dg1.diagnosis",
            "dg1.start.border",
            "pe1.menu",
            "pe1.profile",
            "pe1.settings",
            "pe1.language.en",
            "pe1.registered",
            "pe1.editname",
            "pe1.addplace",
            "pe1.quiet.1.2",
            "pe1.cancel",
        ]
        .map(str::to_owned),
    );
    for stage in [Stage::Stranger, Stage::School] {
        let stranger = brought_to(&house, stage).await;
        let own = held(&house, &stranger).await;
        presses_all(&stranger, &payloads).await;
        let screen = stranger.screen().expect("a screen");
        assert!(screen.text.contains(stage.landmark()), "{}", screen.text);
        assert_eq!(own, held(&house, &stranger).await);
        for command in ["/diagnosis", "/menu", "/profile", "/settings", "/cancel"] {
            let sent = stranger.phone.says(command);
            let screen = crate::stages::is_answered(&stranger, sent, command).await;
            assert!(screen.text.contains(stage.landmark()), "{command}: {}", screen.text);
        }
    }
    assert_eq!(before, held(&house, &anna).await);
    nothing_broke(&house).await;
}
