//! Messages that nobody asked for, at every stage: each is answered, and everything stays as it was.

use futures::future::join_all;
use sandbox::{Phone, Sent};

use crate::{
    house::{House, stories, transcript},
    stages::{Stage, brought_to, held, is_answered, nothing_broke, one_at_each, stands_at},
    teacher::Teacher,
};

stories!(
    other_than_words_before_registration,
    other_than_words_after_registration,
    endless_and_empty_words_before_registration,
    endless_and_empty_words_after_registration,
    odd_messages_at_the_questions_of_the_profile,
    signs_in_a_name_stay_signs,
    signs_in_a_search_stay_signs,
    signs_in_an_answer_stay_signs,
    a_text_of_ten_thousand_characters_is_three_messages,
);

/// Something odd that a person does; returns the newest message before the answer.
type Deed = (&'static str, fn(&Phone) -> i64);

const OTHER_THAN_WORDS: [Deed; 13] = [
    ("a sticker", |phone| phone.sends(Sent::Sticker)),
    ("a voice message", |phone| phone.sends(Sent::Voice { seconds: 4 })),
    ("a round video", |phone| phone.sends(Sent::VideoNote)),
    ("a photo", |phone| phone.sends(Sent::Photo)),
    ("a captioned picture", |phone| {
        phone.sends(Sent::Picture { bytes: vec![0xFF, 0xD8, 0xFF, 0xD9], caption: "2012".to_owned() })
    }),
    ("a document", |phone| {
        phone.sends(Sent::Document { name: "план.docx".to_owned(), bytes: vec![1, 2, 3] })
    }),
    ("a contact", |phone| phone.sends(Sent::Contact { phone: "+79990000000".to_owned() })),
    ("a place", |phone| phone.sends(Sent::Location)),
    ("a poll", |phone| phone.sends(Sent::Poll)),
    ("a die", |phone| phone.sends(Sent::Dice)),
    ("a forwarded year", |phone| {
        phone.sends(Sent::Forwarded { from: "Борис".to_owned(), text: "2012".to_owned() })
    }),
    ("a forwarded command", |phone| {
        phone.sends(Sent::Forwarded { from: "Борис".to_owned(), text: "/cancel".to_owned() })
    }),
    ("an edit of an old message", |phone| {
        let chat = phone.chat();
        let first = chat.iter().find(|bubble| !bubble.from_bot).expect("an own message");
        phone.edits(first.message_id, "2012");
        chat.last().expect("a message").message_id
    }),
];

const NO_REAL_WORDS: [Deed; 8] = [
    ("4,096 letters", |phone| phone.says(&"ж".repeat(4_096))),
    ("4,096 pictures", |phone| phone.says(&"😀".repeat(2_048))),
    ("an empty message", |phone| phone.says("")),
    ("only spaces", |phone| phone.says("   ")),
    ("only line ends", |phone| phone.says("\n\n\n")),
    ("zero-width signs", |phone| phone.says("\u{200b}\u{200d}\u{2060}\u{feff}")),
    ("marks of direction", |phone| phone.says("\u{202e}\u{2066}\u{ad}")),
    ("an unknown command", |phone| phone.says("/uncommand@sandbox_bot с хвостом")),
];

async fn other_than_words_before_registration(house: House) {
    everything_stays(house, &Stage::OUTSIDE, &OTHER_THAN_WORDS).await;
}

async fn other_than_words_after_registration(house: House) {
    everything_stays(house, &Stage::INSIDE, &OTHER_THAN_WORDS).await;
}

async fn endless_and_empty_words_before_registration(house: House) {
    everything_stays(house, &Stage::OUTSIDE, &NO_REAL_WORDS).await;
}

async fn endless_and_empty_words_after_registration(house: House) {
    everything_stays(house, &Stage::INSIDE, &NO_REAL_WORDS).await;
}

/// At each of the stages each deed is answered with the screen of that stage, and nothing is lost or taken for an answer.
async fn everything_stays(house: House, stages: &[Stage], deeds: &[Deed]) {
    let house = house.with_short_questionnaire().await;
    let people = one_at_each(&house, stages).await;
    join_all(people.iter().map(|(stage, teacher)| stays(&house, (stage.landmark(), teacher), deeds))).await;
    nothing_broke(&house).await;
}

async fn stays(house: &House, (landmark, teacher): (&str, &Teacher), deeds: &[Deed]) {
    let before = held(house, teacher).await;
    for (what, deed) in deeds {
        let sent = deed(&teacher.phone);
        let screen = is_answered(teacher, sent, &format!("{what} at «{landmark}»")).await;
        assert!(
            screen.text.contains(landmark),
            "{what} led away from «{landmark}»:\n{}",
            transcript(&teacher.phone)
        );
        assert!(
            !screen.text.contains("По запросу «\u{200b}") && !screen.text.contains("По запросу «\u{202e}"),
            "{what} was searched for:\n{}",
            screen.text
        );
        let after = held(house, teacher).await;
        assert_eq!(before, after, "{what} changed something at «{landmark}»");
    }
}

async fn odd_messages_at_the_questions_of_the_profile(house: House) {
    let questions = [
        ("Имя", "Сейчас записано"),
        ("Начало работы", "В каком году"),
        ("Дата рождения", "до 35 лет"),
        ("Добавить место работы", "Какую организацию записать"),
    ];
    join_all(questions.map(async |(button, landmark)| {
        let mut teacher = brought_to(&house, Stage::Menu).await;
        teacher.taps("Мой профиль").await;
        teacher.waits_for_button(button).await;
        teacher.taps(button).await;
        teacher.phone.waits_for(landmark).await;
        stays(&house, (landmark, &teacher), &OTHER_THAN_WORDS).await;
        stays(&house, (landmark, &teacher), &NO_REAL_WORDS).await;
    }))
    .await;
    nothing_broke(&house).await;
}

async fn a_text_of_ten_thousand_characters_is_three_messages(house: House) {
    let house = house.with_short_questionnaire().await;
    let stages = [Stage::Stranger, Stage::Name, Stage::School, Stage::TextQuestion];
    for (stage, teacher) in one_at_each(&house, &stages).await {
        let before = held(&house, &teacher).await;
        let text: Vec<char> = "Длинный рассказ. ".chars().cycle().take(10_000).collect();
        let mut sent = 0;
        for piece in text.chunks(4_096) {
            sent = teacher.phone.says(&piece.iter().collect::<String>());
        }
        let screen = is_answered(&teacher, sent, "10,000 characters").await;
        assert!(screen.text.contains(stage.landmark()), "{}", screen.text);
        house.settles().await;
        assert_eq!(before, held(&house, &teacher).await, "{stage:?}");
    }
    nothing_broke(&house).await;
}

/// Texts with a meaning for markup, for eyes or for databases.
const SIGNS: [&str; 9] = [
    "<b>Школа</b>",
    "</i><script>alert(1)</script>",
    "&amp; &lt; \"кавычки\"",
    "*звёзды* _черта_ `код`",
    "[ссылка](https://example.org)",
    "😀🏳️‍🌈👩🏽‍🏫",
    "שלום עולם",
    "{ $name } %s '; DROP TABLE persons; --",
    "e\u{301}\u{302}\u{303} Ẑ͗a̡l̢g̷o",
];

async fn signs_in_a_name_stay_signs(house: House) {
    let house = house.with_short_questionnaire().await;
    let mut teacher = brought_to(&house, Stage::Name).await;
    for signs in SIGNS.into_iter().filter(|signs| *signs != "שלום עולם") {
        let sent = teacher.phone.says(signs);
        let screen = is_answered(&teacher, sent, signs).await;
        assert!(screen.text.contains(Stage::Name.landmark()), "{signs} is a name");
    }
    teacher.types("שלום עולם");
    stands_at(&teacher, Stage::School).await;
    let screen = teacher.screen().expect("a screen");
    assert!(screen.text.contains("עולם"), "{}", screen.text);
    nothing_broke(&house).await;
}

async fn signs_in_a_search_stay_signs(house: House) {
    let house = house.with_short_questionnaire().await;
    let people = one_at_each(&house, &[Stage::School, Stage::Post, Stage::Subjects]).await;
    for (stage, teacher) in &people {
        let before = held(&house, teacher).await;
        for signs in SIGNS {
            let sent = teacher.phone.says(signs);
            teacher
                .phone
                .waits_until(&format!("an answer to {signs}"), |chat| {
                    crate::stages::newest(chat).is_some_and(|bubble| bubble.message_id > sent)
                })
                .await;
            let screen = teacher.screen().expect("a screen");
            assert!(screen.text.contains(stage.landmark()), "{}", screen.text);
            assert!(
                screen.text.contains(&format!("«{}»", signs.trim())),
                "{signs} is not shown back as typed:\n{}",
                screen.text
            );
        }
        assert_eq!(before, held(&house, teacher).await);
        teacher.phone.presses("Показать все").answer().await;
    }
    nothing_broke(&house).await;
}

async fn signs_in_an_answer_stay_signs(house: House) {
    let house = house.with_short_questionnaire().await;
    let mut teacher = brought_to(&house, Stage::TextQuestion).await;
    for signs in SIGNS {
        teacher.types(signs);
        stands_at(&teacher, Stage::NumberQuestion).await;
        teacher.taps("‹ Назад").await;
        stands_at(&teacher, Stage::TextQuestion).await;
        let screen = teacher.screen().expect("a screen");
        assert!(screen.text.contains(signs), "{signs} is not shown back:\n{}", screen.text);
        let answers = house
            .lines(
                "SELECT CAST(value AS TEXT) FROM answers JOIN attempts ON attempts.id = attempt_id
                 JOIN contacts ON contacts.person_id = attempts.person_id
                 WHERE contacts.external_id = $1 AND question = 'wish'",
                teacher.phone.id(),
            )
            .await;
        let kept: serde_json::Value = serde_json::from_str(&answers[0]).expect("answers are JSON");
        assert_eq!(kept["words"], signs);
    }
    nothing_broke(&house).await;
}
