//! Nothing is said in quiet hours and on days of rest that could wait; what is due together is one message; what goes
//! beyond a week's measure comes as a digest.

use chrono::{DateTime, TimeDelta, Utc};
use metodist::outbox::{Class, NewLetter};

use crate::{
    house::{Engine, House},
    letters::{
        Member, assert_said, district, employ, heard, letter, members, moscow, on_both_engines, owe,
        quiet_house, said,
    },
};

on_both_engines!(
    quiet_hours_and_days_of_rest_are_kept,
    what_cannot_wait_disturbs,
    reminders_due_together_are_one_message,
    what_goes_beyond_the_week_comes_on_monday,
    there_is_one_digest_a_day,
);

/// A house that serves, and one person in it for each letter.
async fn served(engine: Engine, count: usize) -> (House, Vec<Member>, DateTime<Utc>) {
    let mut house = quiet_house(engine).await;
    let people = members(&house, count, None).await;
    house.serve();
    let start = house.clock.now();
    (house, people, start)
}

async fn quiet_hours_and_days_of_rest_are_kept(engine: Engine) {
    let mut house = quiet_house(engine).await;
    let people = members(&house, 5, None).await;
    let start = house.clock.now();
    let friday = (start + TimeDelta::days(3)).date_naive();
    let place = district(&house, "Europe/Moscow", &[friday]).await;
    employ(&house, &people[3..4], place).await;
    house.serve();
    let at = |day, hour, minute| moscow(start, day, hour, minute);
    let letters = [
        letter(&people[0], Class::Bulk, "ночью", at(0, 23, 0)),
        letter(&people[1], Class::Bulk, "в воскресенье", at(5, 12, 0)),
        NewLetter {
            event_at: Some(at(5, 18, 0)),
            useless_after: at(5, 18, 0),
            ..letter(&people[2], Class::Bulk, "о воскресном", at(5, 12, 0))
        },
        letter(&people[3], Class::Bulk, "в праздник", at(3, 12, 0)),
        NewLetter {
            event_at: Some(at(2, 8, 20)),
            useless_after: at(2, 8, 20),
            ..letter(&people[4], Class::Reminder, "рано утром", at(2, 7, 20))
        },
    ];
    owe(&house, &letters).await;
    house.clock.advance(TimeDelta::days(8)).await;
    assert_said(&people[0], &[(at(1, 8, 0), "ночью")]);
    assert_said(&people[1], &[(at(6, 8, 0), "в воскресенье")]);
    assert_said(&people[2], &[(at(5, 12, 0), "о воскресном")]);
    assert_said(&people[3], &[(at(4, 8, 0), "в праздник")]);
    assert_said(&people[4], &[(at(1, 20, 59), "рано утром")]);
}

async fn what_cannot_wait_disturbs(engine: Engine) {
    let (house, people, start) = served(engine, 3).await;
    let sunday = moscow(start, 5, 12, 0);
    let urgent = NewLetter { is_urgent: true, ..letter(&people[0], Class::Notice, "срочно", sunday) };
    owe(&house, &[urgent, letter(&people[1], Class::Notice, "обычное", sunday)]).await;
    house.clock.advance(moscow(start, 0, 22, 30) - house.clock.now()).await;
    let now = house.clock.now();
    let soon = NewLetter {
        useless_after: now + TimeDelta::hours(1),
        ..letter(&people[2], Class::Notice, "сейчас или никогда", now)
    };
    owe(&house, &[soon]).await;
    house.clock.advance(TimeDelta::minutes(1)).await;
    assert_said(&people[2], &[(now, "сейчас или никогда")]);
    house.clock.advance(TimeDelta::days(8)).await;
    assert_said(&people[0], &[(sunday, "срочно")]);
    assert_said(&people[1], &[(moscow(start, 6, 8, 0), "обычное")]);
}

async fn reminders_due_together_are_one_message(engine: Engine) {
    let (house, people, start) = served(engine, 1).await;
    let reminder = |words, minute| letter(&people[0], Class::Reminder, words, moscow(start, 0, 12, minute));
    owe(&house, &[reminder("первое", 30), reminder("второе", 32), reminder("третье", 34)]).await;
    house.clock.advance(TimeDelta::hours(2)).await;
    let words = "3 напоминания сразу:\n\n• первое\n\n• второе\n\n• третье";
    assert_said(&people[0], &[(moscow(start, 0, 12, 30), words)]);
    let screen = people[0].phone.last().expect("a message");
    assert_eq!(screen.buttons.len(), 1, "the same way on stands there once: {}", screen.screen());
}

const DIGEST: &str = "На этой неделе сообщений было много, поэтому остальное собрано вместе:";

/// So many ordinary notices, ten minutes apart.
async fn fills_the_week(house: &House, member: &Member, count: u32, start: DateTime<Utc>) {
    let at = |number: u32| moscow(start, 0, 13, 0) + TimeDelta::minutes(10) * number.cast_signed();
    let notice = |number: u32| NewLetter {
        useless_after: moscow(start, 10, 12, 0),
        ..letter(member, Class::Notice, &format!("новость {number}"), at(number))
    };
    owe(house, &(1..=count).map(notice).collect::<Vec<_>>()).await;
}

async fn what_goes_beyond_the_week_comes_on_monday(engine: Engine) {
    let (house, people, start) = served(engine, 1).await;
    let member = &people[0];
    fills_the_week(&house, member, 10, start).await;
    let wednesday = moscow(start, 1, 12, 0);
    let urgent = NewLetter { is_urgent: true, ..letter(member, Class::Notice, "срочно", wednesday) };
    let next_week = letter(member, Class::Notice, "новая неделя", moscow(start, 6, 12, 0));
    owe(&house, &[urgent, next_week]).await;
    house.clock.advance(TimeDelta::days(8)).await;
    let said = said(member);
    let words: Vec<_> = said.iter().map(|(_, words)| words.as_str()).collect();
    let mut expected: Vec<_> = (1..=7).map(|number| format!("новость {number}")).collect();
    expected.push("срочно".to_owned());
    expected.push(format!("{DIGEST}\n\n• новость 8\n\n• новость 9\n\n• новость 10"));
    expected.push("новая неделя".to_owned());
    assert_eq!(words, expected);
    let digest_at = said[8].0 - moscow(start, 6, 8, 0);
    assert!(digest_at >= TimeDelta::zero() && digest_at < TimeDelta::minutes(1), "{said:#?}");
}

async fn there_is_one_digest_a_day(engine: Engine) {
    let (house, people, start) = served(engine, 1).await;
    let member = &people[0];
    fills_the_week(&house, member, 7, start).await;
    let until = |words, wished, until| NewLetter {
        useless_after: until,
        ..letter(member, Class::Notice, words, wished)
    };
    let (friday, saturday) = (moscow(start, 3, 18, 0), moscow(start, 4, 10, 0));
    owe(
        &house,
        &[
            until("до пятницы", moscow(start, 0, 18, 0), friday),
            until("до субботнего утра", friday + TimeDelta::minutes(30), saturday),
            until("до субботнего вечера", friday + TimeDelta::minutes(30), moscow(start, 4, 20, 0)),
        ],
    )
    .await;
    house.clock.advance(TimeDelta::days(8)).await;
    let beyond: Vec<_> = said(member).split_off(7);
    assert_eq!(beyond.len(), 2, "{beyond:#?}");
    assert_eq!(beyond[0].1, format!("{DIGEST}\n\n• до пятницы"));
    assert_eq!(beyond[1].1, format!("{DIGEST}\n\n• до субботнего вечера"));
    assert!(beyond[1].0 - beyond[0].0 >= TimeDelta::days(1), "{beyond:#?}");
    assert!(heard(member).iter().all(|text| !text.contains("утра")));
}
