//! One person asks for more than anybody can mean: they are told once, and nobody else notices.

use std::time::{Duration, Instant};

use metodist::{
    messenger::{ContactKey, MessengerKind},
    units::{Role, RoleAt},
};
use sandbox::Phone;

use crate::{
    house::{House, stories, transcript},
    office::Region,
};

stories!(
    a_flood_is_told_once_and_then_ignored,
    an_owner_is_measured_too,
    files_are_put_together_ten_times_an_hour,
    invitations_are_not_written_in_a_stream,
);

const WORD: &str = "Слишком много сообщений подряд";

fn words(phone: &Phone) -> usize {
    phone.chat().iter().filter(|bubble| bubble.text.contains(WORD)).count()
}

async fn a_flood_is_told_once_and_then_ignored(mut house: House) {
    house.sets_measure(60).await;
    let (flooder, other) = (house.person("Потоп"), house.person("Коллега"));
    flooder.says("/help");
    let screen = flooder.waits_for("Что здесь можно").await.message_id;
    for _ in 0..90 {
        flooder.presses_data(screen, "pe1.help");
    }
    other.says("/help");
    other.waits_for("Что здесь можно").await;
    house.settles().await;
    assert_eq!(words(&flooder), 1, "{}", transcript(&flooder));
    let theirs = house.sandbox.calls().into_iter().filter(|call| call.chat == Some(flooder.id())).count();
    println!("{:?}: 90 presses at a measure of 60 cost {theirs} screens", house.engine());
    // What the measure lets through, what grows back while a busy machine works, and the word that it is too much.
    assert!(theirs <= 75, "a flood costs {theirs} screens");
    tokio::time::sleep(Duration::from_secs(13)).await;
    flooder.says("/help");
    flooder
        .waits_until("help again", |chat| {
            chat.last().is_some_and(|last| last.text.contains("Что здесь можно"))
        })
        .await;
}

async fn an_owner_is_measured_too(mut house: House) {
    let owner = house.person("Владимир Хозяйкин");
    house.is_owned_by(owner.id()).await;
    house.sets_measure(60).await;
    for number in 0..90 {
        owner.says(&format!("слово {number}"));
    }
    while house.count("SELECT COUNT(*) FROM inbox").await < 90 {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    house.settles().await;
    // A machine under load may take so long that the flood was heard again in between.
    assert!((1..=3).contains(&words(&owner)), "{}", transcript(&owner));
}

async fn files_are_put_together_ten_times_an_hour(house: House) {
    let mut teacher = crate::teacher::Teacher::new(house.person("Анна"));
    teacher.registers("Петрова Анна Сергеевна").await;
    teacher.phone.says("/privacy");
    for _ in 0..11 {
        let screen = teacher.waits_for_button("Забрать с собой").await.0;
        teacher.phone.presses_data(screen, "pv1.take").answer().await;
        house.settles_soon().await;
        teacher.phone.says("/privacy");
        house.settles_soon().await;
    }
    let files = teacher.phone.chat().iter().filter(|bubble| bubble.from_bot && bubble.file.is_some()).count();
    assert_eq!(files, 20, "two files each time, ten times");
    assert!(transcript(&teacher.phone).contains("не больше десяти"), "{}", transcript(&teacher.phone));
}

async fn invitations_are_not_written_in_a_stream(house: House) {
    let region = Region::of(house).await;
    let mut anna = region.member("Петрова Анна Сергеевна", region.schools[0]).await;
    region.gives(&anna, RoleAt { role: Role::SchoolLeader, unit: region.school() }).await;
    let external_id = anna.teacher.phone.id().to_string();
    let contact = ContactKey { messenger: MessengerKind::Telegram, external_id };
    // As if she had written as many as a large district needs.
    while region.house.app.flood.admits_invitation(&contact, Instant::now()) {}
    anna.teacher.phone.says("/admin");
    anna.teacher.taps("Пригласить").await;
    anna.teacher.phone.waits_for("Кого пригласить").await;
    anna.teacher.taps("Педагогов").await;
    anna.teacher.phone.waits_for("уже много приглашений").await;
    assert_eq!(region.house.count("SELECT COUNT(*) FROM invitations").await, 0);
}
