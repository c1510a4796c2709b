//! Letters reach people, together where they should, corrected where they must be, and never those who left.

use std::time::Duration;

use chrono::TimeDelta;
use metodist::outbox::{self, Class};

use crate::{
    house::Engine,
    letters::{all_settled, count, heard, letter, members, on_both_engines, owe, quiet_house},
};

/// Long enough for a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

async fn every_letter_reaches_its_person(engine: Engine) {
    let mut house = quiet_house(engine).await;
    let people = members(&house, 100, None).await;
    house.serve();
    let now = house.clock.now();
    let letters: Vec<_> =
        people.iter().map(|member| letter(member, Class::Bulk, "Добрый день", now)).collect();
    owe(&house, &letters).await;
    owe(&house, &letters).await;
    all_settled(&house, PATIENCE).await;
    assert!(people.iter().all(|member| heard(member) == ["Добрый день"]));
    assert_eq!(count(&house, "delivered").await, 100);
}

async fn a_cause_that_dies_takes_its_unsent_letters_along(engine: Engine) {
    let mut house = quiet_house(engine).await;
    let people = members(&house, 2, None).await;
    house.serve();
    let later = house.clock.now() + TimeDelta::hours(2);
    owe(
        &house,
        &[
            letter(&people[0], Class::Notice, "отменённое", later),
            letter(&people[1], Class::Notice, "нужное", later),
        ],
    )
    .await;
    let mut tx = house.app.db.begin().await.expect("a transaction");
    outbox::end_cause(&mut tx, "proof/отменённое", house.clock.now()).await.expect("it ends");
    tx.commit().await.expect("it is written down");
    house.clock.advance(TimeDelta::hours(3)).await;
    all_settled(&house, PATIENCE).await;
    assert!(heard(&people[0]).is_empty());
    assert_eq!(heard(&people[1]), ["нужное"]);
}

on_both_engines!(every_letter_reaches_its_person, a_cause_that_dies_takes_its_unsent_letters_along);
