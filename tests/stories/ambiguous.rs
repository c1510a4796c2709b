//! A call that was executed and looks as if it had failed: nobody misses a letter of any class, and nobody reads one
//! more often than once for each such call.
//! Not here: workers that die in between; that is `aftermath` and `letter_kills`.

use std::time::Duration;

use metodist::outbox::Class;
use sandbox::{Fault, Match};

use crate::{
    house::Engine,
    letters::{all_settled, count, heard, letter, members, on_both_engines, owe, quiet_house},
};

const PEOPLE: usize = 24;
/// Long enough for a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// What befalls every second call, and whether the person reads the words nevertheless.
const FAULTS: [(Fault, bool); 3] =
    [(Fault::CloseAfter, true), (Fault::TruncatedJson, true), (Fault::CloseBefore, false)];

async fn an_unclear_call_loses_nothing_and_doubles_at_most_itself(engine: Engine) {
    let mut house = quiet_house(engine).await;
    house.serve();
    for class in [Class::Notice, Class::Reminder, Class::Bulk] {
        let people = members(&house, PEOPLE, None).await;
        let mut unclear = 0;
        for (number, member) in people.iter().enumerate().filter(|(number, _)| number % 2 == 0) {
            let (fault, is_read) = FAULTS[number / 2 % FAULTS.len()].clone();
            let call = Match { method: Some("sendMessage"), chat: Some(member.phone.id()) };
            house.sandbox.faults().next(call, fault);
            unclear += usize::from(is_read);
        }
        let now = house.clock.now();
        let letters: Vec<_> = people.iter().map(|member| letter(member, class, "Письмо", now)).collect();
        owe(&house, &letters).await;
        all_settled(&house, PATIENCE).await;
        let said: Vec<usize> = people.iter().map(|member| heard(member).len()).collect();
        let missed = said.iter().filter(|times| **times == 0).count();
        let doubled = said.iter().sum::<usize>() + missed - people.len();
        println!(
            "{engine:?}, {class:?}: {PEOPLE} letters, {unclear} unclear calls, {missed} missed, {doubled} doubled"
        );
        assert_eq!(missed, 0, "{class:?}");
        assert!(doubled <= unclear && said.iter().all(|times| *times <= 2), "{class:?}: {said:?}");
    }
    assert_eq!(usize::try_from(count(&house, "delivered").await), Ok(PEOPLE * 3));
}

on_both_engines!(an_unclear_call_loses_nothing_and_doubles_at_most_itself);
