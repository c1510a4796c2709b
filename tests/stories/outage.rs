//! The service was away for two minutes, a day, a week: what people pressed and said meanwhile may have gone, and
//! everybody is answered who presses or says anything afterwards.

use chrono::TimeDelta;

use crate::{
    border::issued,
    house::{House, stories, transcript},
    stages::{Stage, brought_to, held, is_answered, nothing_broke, stands_at},
    teacher::Teacher,
};

stories!(
    a_press_of_an_absence_of_two_minutes_is_done_or_gone,
    after_a_day_and_after_a_week_old_buttons_are_answered,
);

/// Old buttons of one person that are pressed after each absence.
const MOST: usize = 25;

/// Nobody serves for so long, while this happens.
async fn is_away(house: &mut House, absence: TimeDelta, meanwhile: impl FnOnce()) {
    house.stop().await;
    meanwhile();
    house.clock.jump(absence);
    house.reopens().await;
    house.serve();
}

/// Telegram keeps a press for two and a half minutes and lets it be answered for half a one: within the first the press
/// counts although its own answer comes too late, after it nobody ever hears of it.
async fn a_press_of_an_absence_of_two_minutes_is_done_or_gone(house: House) {
    let mut house = house.with_short_questionnaire().await;
    let mut anna = brought_to(&house, Stage::ButtonQuestion).await;
    let phone = anna.phone.clone();
    is_away(&mut house, TimeDelta::seconds(120), || drop(phone.presses("Много"))).await;
    stands_at(&anna, Stage::TextQuestion).await;
    house.settles().await;
    anna.types("мира");
    stands_at(&anna, Stage::NumberQuestion).await;
    anna.taps("‹ Назад").await;
    stands_at(&anna, Stage::TextQuestion).await;
    let before = held(&house, &anna).await;
    let phone = anna.phone.clone();
    is_away(&mut house, TimeDelta::seconds(151), || drop(phone.presses("‹ Назад"))).await;
    house.settles().await;
    assert_eq!(before, held(&house, &anna).await, "a press that Telegram dropped had an effect");
    anna.taps("‹ Назад").await;
    stands_at(&anna, Stage::ButtonQuestion).await;
    nothing_broke(&house).await;
}

async fn after_a_day_and_after_a_week_old_buttons_are_answered(house: House) {
    let mut house = house.with_short_questionnaire().await;
    let mut people = Vec::new();
    for stage in [Stage::School, Stage::Menu, Stage::TickQuestion, Stage::Result] {
        people.push((stage, brought_to(&house, stage).await));
    }
    let mut answered = 0;
    for absence in [TimeDelta::hours(25), TimeDelta::days(8)] {
        let phones: Vec<_> = people.iter().map(|(_, person)| person.phone.clone()).collect();
        let sandbox = house.sandbox.clone();
        is_away(&mut house, absence, || {
            for phone in &phones {
                phone.says("/help");
            }
            sandbox.restart_update_ids();
        })
        .await;
        for (stage, person) in &people {
            answered += presses_everything(&house, *stage, person).await;
        }
    }
    println!("{answered} old buttons pressed after a day and after a week, every one answered");
    nothing_broke(&house).await;
}

/// Presses what this person's screens ever offered, on the oldest of them.
async fn presses_everything(house: &House, stage: Stage, person: &Teacher) -> usize {
    let chat = person.phone.chat();
    let oldest = chat.iter().find(|bubble| bubble.from_bot).expect("a screen").message_id;
    let mut presses = Vec::new();
    for payload in issued(house, &person.phone).iter().take(MOST) {
        let press = person.phone.presses_data(oldest, payload);
        press.answer().await;
        presses.push(press);
    }
    house.settles_soon().await;
    assert!(presses.iter().all(|press| press.answers() == 1), "{stage:?}\n{}", transcript(&person.phone));
    let sent = person.phone.says("/start");
    is_answered(person, sent, "/start after the absence").await;
    presses.len()
}
