//! Whatever goes wrong with one letter in the middle of many, the others get theirs, and each verdict is the right one.

use std::time::Duration;

use chrono::TimeDelta;
use metodist::outbox::Class;
use sandbox::{Fault, Match};

use crate::{
    house::{Engine, House},
    letters::{Member, all_settled, count, heard, letter, members, on_both_engines, owe, quiet_house},
};

const PEOPLE: usize = 200;
/// Long enough for a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);
const PAUSE_SECONDS: u64 = 2;

async fn faults_in_the_middle_befall_nobody_else(engine: Engine) {
    let mut house = quiet_house(engine).await;
    let people = members(&house, PEOPLE, None).await;
    let troubled: Vec<_> = people.iter().skip(40).step_by(10).take(11).collect();
    for (member, fault) in troubled.iter().zip(faults()) {
        let call = Match { method: Some("sendMessage"), chat: Some(member.phone.id()) };
        house.sandbox.faults().next(call, fault);
    }
    troubled[10].phone.deletes_account();
    house.serve();
    let now = house.clock.now();
    let is_among =
        |members: &[&Member], member: &Member| members.iter().any(|other| other.person == member.person);
    let owed = people.iter().flat_map(|member| {
        // Two at once for those who cannot be reached: the second is not to be tried after the first.
        let words = if is_among(&troubled[8..], member) {
            &["Письмо", "Второе"][..]
        } else {
            &["Письмо"]
        };
        words.iter().map(move |words| letter(member, Class::Notice, words, now))
    });
    owe(&house, &owed.collect::<Vec<_>>()).await;
    all_settled(&house, PATIENCE).await;
    let is_troubled = |member: &Member| is_among(&troubled, member);
    assert!(people.iter().filter(|member| !is_troubled(member)).all(|member| heard(member) == ["Письмо"]));
    for member in &troubled[..4] {
        assert_eq!((heard(member).len(), verdict(&house, member).await.as_str()), (1, "delivered · live"));
    }
    for member in &troubled[4..7] {
        assert!(matches!(heard(member).len(), 1 | 2), "{:?}", heard(member));
        assert_eq!(verdict(&house, member).await, "delivered · live");
    }
    assert_eq!(heard(troubled[7]), Vec::<String>::new());
    assert_eq!(verdict(&house, troubled[7]).await, "refused Bad Request: something new live");
    for member in &troubled[8..] {
        assert_eq!(verdict(&house, member).await, "unreachable · blocked, unreachable · blocked");
    }
    who_asked_for_a_pause_got_it(&house, &troubled[..2]);
    unreachable_people_are_not_called_again(&house, &troubled[8..]).await;
    assert_eq!(count(&house, "delivered").await, 196);
}

/// For the people from the first on; the eleventh has deleted their account.
fn faults() -> Vec<Fault> {
    let describe = |code, text: &str| Fault::Description { code, text: text.to_owned() };
    vec![
        Fault::TooMany { retry_after: PAUSE_SECONDS, global: false },
        Fault::TooMany { retry_after: PAUSE_SECONDS, global: true },
        Fault::Status { code: 502, body: "<html><h1>502 Bad Gateway</h1></html>".to_owned() },
        Fault::CloseBefore,
        Fault::CloseAfter,
        Fault::TruncatedJson,
        Fault::Stall(Duration::from_secs(3)),
        describe(400, "Bad Request: something new"),
        describe(403, "Forbidden: bot was blocked by the user"),
        describe(400, "Bad Request: chat not found"),
    ]
}

/// State, outcome and the contact's state of each of a person's letters.
async fn verdict(house: &House, member: &Member) -> String {
    let lines = house.lines(
        "SELECT l.state || ' ' || COALESCE(l.outcome, '·') || ' ' || c.state FROM letters l
         JOIN contacts c ON c.person_id = l.person_id WHERE c.external_id = $1 ORDER BY l.id",
        member.phone.id(),
    );
    lines.await.join(", ")
}

fn who_asked_for_a_pause_got_it(house: &House, asked: &[&Member]) {
    let calls: Vec<_> =
        house.sandbox.calls().into_iter().filter(|call| call.method == "sendmessage").collect();
    let pause = TimeDelta::seconds(i64::try_from(PAUSE_SECONDS).unwrap_or_default());
    for member in asked {
        let theirs: Vec<_> = calls.iter().filter(|call| call.chat == Some(member.phone.id())).collect();
        let times: Vec<_> = theirs.iter().map(|call| call.at).collect();
        assert!(theirs.windows(2).all(|pair| pair[1].at - pair[0].at >= pause), "called early: {times:?}");
        assert!(theirs.len() >= 2, "{times:?}");
    }
    // A chat that is called before everything opens again is refused a second time.
    for call in calls.iter().filter(|call| call.status == 429) {
        let refused = calls.iter().filter(|other| other.chat == call.chat && other.status == 429).count();
        assert!(refused == 1 || asked.iter().any(|member| call.chat == Some(member.phone.id())), "{call:?}");
    }
}

async fn unreachable_people_are_not_called_again(house: &House, gone: &[&Member]) {
    let now = house.clock.now();
    let third: Vec<_> = gone.iter().map(|member| letter(member, Class::Notice, "Третье", now)).collect();
    owe(house, &third).await;
    all_settled(house, PATIENCE).await;
    for member in gone {
        let chat = Some(member.phone.id());
        assert_eq!(house.sandbox.calls().iter().filter(|call| call.chat == chat).count(), 1);
        assert!(verdict(house, member).await.ends_with("unreachable · blocked"));
    }
}

on_both_engines!(faults_in_the_middle_befall_nobody_else);
