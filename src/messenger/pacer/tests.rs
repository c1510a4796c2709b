//! The pacer under tokio's paused clock: time passes only where somebody sleeps.

use std::{
    future::Future,
    sync::{Arc, Mutex},
};

use proptest::prelude::*;
use tokio::task::JoinSet;

use super::*;

const DONE: Result<(), CallFailure> = Ok(());

fn milliseconds(number: u64) -> Duration {
    Duration::from_millis(number)
}

fn refused(seconds: u64) -> Result<(), CallFailure> {
    Err(CallFailure::Wait(Duration::from_secs(seconds)))
}

/// One call whose reply is at once there. Returns how long its permit took.
async fn calls(pacer: &Pacer, lane: Lane, chat: &str, reply: Result<(), CallFailure>) -> Duration {
    let began = Instant::now();
    let permit = pacer.permit(lane, chat, chat.starts_with('-')).await.expect("no long hold");
    permit.settle(&reply);
    began.elapsed()
}

/// The most instants within any one second.
fn most_in_a_second(instants: &mut [Instant]) -> usize {
    instants.sort();
    let second = Duration::from_secs(1);
    let within =
        |first: &Instant| instants.iter().filter(|at| *at >= first && **at - *first < second).count();
    instants.iter().map(within).max().unwrap_or(0)
}

fn under_a_paused_clock<T>(story: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()
        .expect("a runtime");
    runtime.block_on(story)
}

/// A call on its way: the messenger counts it after `there`, the reply is here after `back`.
#[derive(Debug, Clone)]
struct Trip {
    is_answer: bool,
    asked_after: Duration,
    there: Duration,
    back: Duration,
}

fn trip() -> impl Strategy<Value = Trip> {
    let span = |most: u64| (0..most).prop_map(milliseconds);
    (any::<bool>(), span(2_000), span(900), span(900))
        .prop_map(|(is_answer, asked_after, there, back)| Trip { is_answer, asked_after, there, back })
}

/// When the messenger counted each call, and whether it was an answer.
async fn counted(per_second: u32, trips: Vec<Trip>) -> Vec<(Instant, bool)> {
    let pacer = Pacer::new(per_second);
    let mut running = JoinSet::new();
    for (number, trip) in trips.into_iter().enumerate() {
        let pacer = pacer.clone();
        running.spawn(async move {
            tokio::time::sleep(trip.asked_after).await;
            let lane = if trip.is_answer { Lane::Answers } else { Lane::Bulk };
            let permit = pacer.permit(lane, &number.to_string(), false).await.expect("nothing is held");
            tokio::time::sleep(trip.there).await;
            let at = Instant::now();
            tokio::time::sleep(trip.back).await;
            permit.settle(&DONE);
            (at, trip.is_answer)
        });
    }
    running.join_all().await
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_second_sees_more_than_the_messenger_takes(
        per_second in 1_u32..40,
        trips in proptest::collection::vec(trip(), 1..250),
    ) {
        let counted = under_a_paused_clock(counted(per_second, trips));
        let mut all: Vec<_> = counted.iter().map(|(at, _)| *at).collect();
        let mut letters: Vec<_> = counted.iter().filter(|(_, is_answer)| !is_answer).map(|(at, _)| *at).collect();
        prop_assert!(most_in_a_second(&mut all) <= per_second as usize + 2);
        prop_assert!(most_in_a_second(&mut letters) <= per_second as usize);
    }
}

#[tokio::test(start_paused = true)]
async fn letters_stand_evenly_and_nearly_as_fast_as_allowed() {
    let pacer = Pacer::new(28);
    let began = Instant::now();
    for number in 0..280 {
        let waited = calls(&pacer, Lane::Bulk, &number.to_string(), DONE).await;
        assert!(waited <= milliseconds(40), "letter {number} waited {waited:?}");
    }
    let took = began.elapsed();
    assert!(took >= milliseconds(9_900) && took < milliseconds(10_400), "280 letters took {took:?}");
}

#[tokio::test(start_paused = true)]
async fn lanes_are_served_in_order_and_each_in_order_of_coming() {
    let pacer = Pacer::new(1);
    for chat in ["a", "b", "c"] {
        calls(&pacer, Lane::Answers, chat, DONE).await;
    }
    let order = Arc::new(Mutex::new(Vec::new()));
    let mut running = JoinSet::new();
    let comers = [
        (Lane::Bulk, "bulk 1"),
        (Lane::Bulk, "bulk 2"),
        (Lane::Reminders, "reminder"),
        (Lane::Notices, "notice"),
        (Lane::Answers, "answer 1"),
        (Lane::Answers, "answer 2"),
    ];
    for (lane, name) in comers {
        let (pacer, order) = (pacer.clone(), Arc::clone(&order));
        running.spawn(async move {
            calls(&pacer, lane, name, DONE).await;
            order.lock().expect("no panic").push(name);
        });
        tokio::task::yield_now().await;
    }
    running.join_all().await;
    let order = order.lock().expect("no panic").clone();
    assert_eq!(order, ["answer 1", "answer 2", "notice", "reminder", "bulk 1", "bulk 2"]);
}

#[tokio::test(start_paused = true)]
async fn an_answer_beside_a_broadcast_does_not_wait() {
    let pacer = Pacer::new(28);
    for number in 0..2_000 {
        let pacer = pacer.clone();
        tokio::spawn(async move {
            let permit = pacer.permit(Lane::Bulk, &number.to_string(), false).await;
            tokio::time::sleep(milliseconds(20 + number % 180)).await;
            drop(permit);
        });
    }
    for round in 0..80 {
        // Two a second are what the margin is for; the slot of the third is the next one to become free.
        tokio::time::sleep(milliseconds(467)).await;
        let began = Instant::now();
        let permit = pacer.permit(Lane::Answers, &format!("teacher {}", round % 50), false).await;
        let waited = began.elapsed();
        tokio::time::sleep(milliseconds(60)).await;
        drop(permit);
        assert!(waited <= milliseconds(40), "answer {round} waited {waited:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_chat_takes_a_short_burst_and_then_one_a_second_and_holds_up_nobody() {
    let pacer = Pacer::new(28);
    let mut waits = Vec::new();
    for _ in 0..8 {
        waits.push(calls(&pacer, Lane::Answers, "anna", DONE).await);
    }
    assert_eq!(waits[..5], [Duration::ZERO; 5]);
    assert!(waits[5..].iter().all(|wait| (990..=1_002).contains(&wait.as_millis())), "{waits:?}");
    let (busy, other) = (pacer.clone(), pacer.clone());
    let slow = tokio::spawn(async move { calls(&busy, Lane::Answers, "anna", DONE).await });
    tokio::task::yield_now().await;
    assert_eq!(calls(&other, Lane::Answers, "boris", DONE).await, Duration::ZERO);
    assert!(slow.await.expect("no panic") > milliseconds(900));
}

#[tokio::test(start_paused = true)]
async fn a_group_takes_twenty_a_minute() {
    let pacer = Pacer::new(28);
    let began = Instant::now();
    for _ in 0..20 {
        calls(&pacer, Lane::Notices, "-100", DONE).await;
    }
    assert!(began.elapsed() < Duration::from_secs(17), "{:?}", began.elapsed());
    calls(&pacer, Lane::Notices, "-100", DONE).await;
    let took = began.elapsed();
    assert!(took >= Duration::from_secs(60) && took < Duration::from_secs(61), "{took:?}");
}

#[tokio::test(start_paused = true)]
async fn a_refusal_after_a_recent_send_holds_that_chat_alone() {
    let pacer = Pacer::new(28);
    calls(&pacer, Lane::Answers, "anna", DONE).await;
    tokio::time::sleep(Duration::from_secs(30)).await;
    calls(&pacer, Lane::Answers, "anna", refused(7)).await;
    assert_eq!(calls(&pacer, Lane::Bulk, "boris", DONE).await, Duration::ZERO);
    let waited = calls(&pacer, Lane::Answers, "anna", DONE).await;
    assert!(waited >= Duration::from_secs(7) && waited < milliseconds(7_010), "{waited:?}");
}

#[tokio::test(start_paused = true)]
async fn a_refusal_out_of_the_blue_holds_everything() {
    let pacer = Pacer::new(28);
    calls(&pacer, Lane::Answers, "anna", DONE).await;
    tokio::time::sleep(Duration::from_secs(61)).await;
    calls(&pacer, Lane::Answers, "anna", refused(5)).await;
    let waited = calls(&pacer, Lane::Answers, "boris", DONE).await;
    assert!(waited >= Duration::from_secs(5) && waited < milliseconds(5_010), "{waited:?}");
}

#[tokio::test(start_paused = true)]
async fn a_second_refused_chat_holds_everything_until_the_latest_instant() {
    let pacer = Pacer::new(28);
    for chat in ["anna", "boris"] {
        calls(&pacer, Lane::Answers, chat, DONE).await;
    }
    let second = pacer.permit(Lane::Answers, "boris", false).await.expect("nothing is held");
    calls(&pacer, Lane::Answers, "anna", refused(9)).await;
    second.settle(&refused(3));
    let waited = calls(&pacer, Lane::Bulk, "vera", DONE).await;
    assert!(waited >= Duration::from_secs(9) && waited < milliseconds(9_010), "{waited:?}");
}

#[tokio::test(start_paused = true)]
async fn a_long_hold_is_told_to_those_who_wait_and_to_those_who_come() {
    let pacer = Pacer::new(28);
    let asks = pacer.permit(Lane::Answers, "anna", false).await.expect("nothing is held");
    for _ in 0..5 {
        calls(&pacer, Lane::Bulk, "boris", DONE).await;
    }
    let waiting = tokio::spawn({
        let pacer = pacer.clone();
        async move { pacer.permit(Lane::Bulk, "boris", false).await.err() }
    });
    tokio::task::yield_now().await;
    asks.settle(&refused(40));
    assert_eq!(waiting.await.expect("no panic"), Some(CallFailure::Wait(Duration::from_secs(40))));
    tokio::time::sleep(Duration::from_secs(15)).await;
    let told = pacer.permit(Lane::Answers, "vera", false).await.err();
    assert_eq!(told, Some(CallFailure::Wait(Duration::from_secs(25))));
    tokio::time::sleep(Duration::from_secs(25)).await;
    assert_eq!(calls(&pacer, Lane::Answers, "vera", DONE).await, Duration::ZERO);
}

#[tokio::test(start_paused = true)]
async fn without_a_pace_only_the_messengers_own_wishes_count() {
    let pacer = Pacer::new(0);
    let began = Instant::now();
    for number in 0..500 {
        calls(&pacer, Lane::Bulk, if number % 2 == 0 { "anna" } else { "-5" }, DONE).await;
    }
    assert_eq!(began.elapsed(), Duration::ZERO);
    calls(&pacer, Lane::Bulk, "anna", refused(2)).await;
    assert!(calls(&pacer, Lane::Bulk, "anna", DONE).await >= Duration::from_secs(2));
}

#[tokio::test(start_paused = true)]
async fn replicas_divide_the_pace() {
    for (replicas, most) in [(1, 30), (2, 15), (3, 10)] {
        let pacers: Vec<_> = (0..replicas).map(|_| Pacer::new(28)).collect();
        let mut instants = Vec::new();
        for pacer in &pacers {
            pacer.set_share(replicas);
            let mut running = JoinSet::new();
            for number in 0..100 {
                let pacer = pacer.clone();
                running.spawn(async move {
                    let lane = if number % 3 == 0 { Lane::Answers } else { Lane::Bulk };
                    calls(&pacer, lane, &number.to_string(), DONE).await;
                    Instant::now()
                });
            }
            let mut own = running.join_all().await;
            assert!(most_in_a_second(&mut own) <= most, "{replicas} replicas");
            instants.push(own);
        }
        let span =
            |own: &[Instant]| own.iter().max().zip(own.iter().min()).map(|(last, first)| *last - *first);
        let longest = instants.iter().filter_map(|own| span(own)).max().expect("some");
        let lower = Duration::from_secs_f64(3.0 * f64::from(u32::try_from(replicas).expect("few")));
        assert!(longest > lower, "{replicas} replicas: {longest:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn whoever_stops_waiting_leaves_the_queue() {
    let pacer = Pacer::new(1);
    calls(&pacer, Lane::Bulk, "anna", DONE).await;
    for _ in 0..50 {
        let gave_up = tokio::time::timeout(milliseconds(5), pacer.permit(Lane::Bulk, "boris", false)).await;
        assert!(gave_up.is_err());
    }
    assert!(pacer.lock().queue.is_empty());
    assert!(calls(&pacer, Lane::Bulk, "vera", DONE).await < milliseconds(1_100));
}

#[tokio::test(start_paused = true)]
async fn idle_chats_are_forgotten() {
    let pacer = Pacer::new(0);
    for number in 0..5_000 {
        calls(&pacer, Lane::Bulk, &number.to_string(), DONE).await;
    }
    tokio::time::sleep(Duration::from_secs(130)).await;
    calls(&pacer, Lane::Bulk, "anna", DONE).await;
    assert_eq!(pacer.lock().book.known_chats(), 1);
}
