//! The files of announcements: each goes out as what it came in as, and stays or goes with its words.

use chrono::TimeDelta;
use sandbox::{Bubble, Phone, Sent};

use crate::{
    announcing::{coordinated, is_in_state, shows, teachers, until},
    house::Engine,
    letters::on_both_engines,
    stages::nothing_broke,
};

on_both_engines!(
    moving_pictures_go_out_as_they_came,
    files_stay_when_words_are_mended_and_go_when_all_is_taken_back,
    old_announcements_are_forgotten_with_what_came_of_them,
);

fn kinds(phone: &Phone) -> Vec<String> {
    let of = |bubble: &Bubble| bubble.file.as_ref().filter(|_| bubble.from_bot).map(|file| file.kind.clone());
    phone.chat().iter().filter_map(of).collect()
}

async fn moving_pictures_go_out_as_they_came(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let people = teachers(&region, 1).await;
    let phone = anna.teacher.phone.clone();
    phone.says("/broadcast");
    phone.waits_for("Напишите объявление").await;
    phone.sends(Sent::Video { caption: "Смотрите урок".to_owned() });
    phone.waits_for("Файлов: 1").await;
    for (sent, count) in [(Sent::Animation, 2), (Sent::Audio, 3), (Sent::VideoNote, 4), (Sent::Photo, 5)] {
        phone.sends(sent);
        phone.waits_for(&format!("Файлов: {count}")).await;
    }
    phone.sends(Sent::Voice { seconds: 3 });
    phone.waits_for("Файлов: 6").await;
    anna.teacher.taps("Отправить").await;
    anna.teacher.taps("Да, отправить 2 людям").await;
    until("it is done", async || is_in_state(&region, "done").await).await;
    let got = kinds(&people[0].teacher.phone);
    assert_eq!(got, ["video", "animation", "audio", "video_note", "photo", "voice"]);
    assert_eq!(shows(&people[0].teacher.phone, "Смотрите урок"), 1);
    nothing_broke(&region.house).await;
}

async fn files_stay_when_words_are_mended_and_go_when_all_is_taken_back(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let people = teachers(&region, 1).await;
    let (phone, other) = (anna.teacher.phone.clone(), people[0].teacher.phone.clone());
    phone.says("/broadcast");
    phone.waits_for("Напишите объявление").await;
    phone.sends(Sent::Picture {
        bytes: vec![0xFF, 0xD8, 0xFF, 0xD9], caption: "Совищание".to_owned()
    });
    phone.waits_for("Файлов: 1").await;
    anna.teacher.taps("Отправить").await;
    anna.teacher.taps("Да, отправить 2 людям").await;
    until("it is done", async || is_in_state(&region, "done").await).await;
    phone.says("/broadcast");
    anna.teacher.taps("✓ Совищание").await;
    anna.teacher.taps("Исправить").await;
    phone.waits_for("новый текст целиком").await;
    anna.teacher.types("Совещание");
    anna.teacher.taps("Исправить у всех").await;
    until("it is mended", async || shows(&other, "Совещание") == 1).await;
    assert_eq!((shows(&other, "Совищание"), kinds(&other)), (0, vec!["photo".to_owned()]));
    until("all is settled", async || {
        region.house.count("SELECT COUNT(*) FROM letters WHERE state = 'owed'").await == 0
    })
    .await;
    phone.says("/broadcast");
    anna.teacher.taps("✓ Совещание").await;
    anna.teacher.taps("Отозвать").await;
    anna.teacher.taps("Да, отозвать").await;
    until("nothing of it is left", async || shows(&other, "Совещание") == 0 && kinds(&other).is_empty())
        .await;
    nothing_broke(&region.house).await;
}

async fn old_announcements_are_forgotten_with_what_came_of_them(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let people = teachers(&region, 1).await;
    let phone = anna.teacher.phone.clone();
    phone.says("/broadcast");
    phone.waits_for("Напишите объявление").await;
    phone.sends(Sent::Picture {
        bytes: vec![0xFF, 0xD8, 0xFF, 0xD9], caption: "Прошлый год".to_owned()
    });
    phone.waits_for("Файлов: 1").await;
    anna.teacher.taps("Отправить").await;
    anna.teacher.taps("Да, отправить 2 людям").await;
    until("it is done", async || is_in_state(&region, "done").await).await;
    let other = &people[0].teacher.phone;
    let letter =
        other.chat().into_iter().find(|bubble| bubble.text.contains("Прошлый год")).expect("a letter");
    other.says_in_reply("Спасибо", letter.message_id);
    other.waits_for("передан автору").await;
    passes(&region.house, 398).await;
    assert_eq!(region.house.count("SELECT COUNT(*) FROM broadcast_answers").await, 1, "not before its time");
    passes(&region.house, 2).await;
    let left = "SELECT (SELECT COUNT(*) FROM broadcasts) + (SELECT COUNT(*) FROM broadcast_deliveries)
        + (SELECT COUNT(*) FROM broadcast_answers) + (SELECT COUNT(*) FROM audiences)
        + (SELECT COUNT(*) FROM attachments)";
    until("nothing is left", async || region.house.count(left).await == 0).await;
    nothing_broke(&region.house).await;
}

/// An outage of so many days, and a day on which all goes its way.
async fn passes(house: &crate::house::House, days: i64) {
    house.clock.jump(TimeDelta::days(days));
    house.clock.advance(TimeDelta::days(1)).await;
}
