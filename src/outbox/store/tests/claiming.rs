//! Claiming, leases, fencing, pauses, companions, sweeping, orphans.

use std::time::Duration;

use chrono::TimeDelta;
use uuid::Uuid;

use super::{
    super::*,
    bench::{ANY, Bench, on_both_engines, words},
};
use crate::{
    db::Db,
    outbox::model::{Class, NewLetter, Wish},
};

on_both_engines!(
    the_most_pressing_lane_comes_first,
    one_person_is_spoken_to_by_one_at_a_time,
    a_lease_that_ran_out_goes_to_another,
    a_lost_claim_settles_nothing,
    a_failure_pauses_and_counts,
    what_waits_for_a_digest_is_due_then,
    companions_come_along,
    what_is_late_is_swept,
    what_may_have_been_said_is_not_said_again,
    the_claims_of_the_dead_are_freed,
    the_next_moment_is_known,
    what_was_said_this_week_is_counted_by_message,
    addressees_are_those_whose_letters_are_held,
);

async fn the_most_pressing_lane_comes_first(bench: Bench) {
    let to = |number: usize, letter| NewLetter { person_id: bench.people[number], ..letter };
    let bulk = NewLetter { class: Class::Bulk, ..bench.letter("bulk") };
    let later = NewLetter { wish: Wish::Instant(bench.after(1)), ..bench.letter("later") };
    bench
        .owe_planned(&[to(0, bulk), to(1, bench.reminder("reminder")), to(2, bench.letter("notice")), later])
        .await;
    let first = bench.claim_within(Uuid::now_v7(), Room { most: 1, ..ANY }).await;
    assert_eq!(words(&first), ["notice"]);
    let bulk = Room { lanes: (Class::Bulk, Class::Bulk), most: 5 };
    assert_eq!(words(&bench.claim_within(Uuid::now_v7(), bulk).await), ["bulk"]);
    assert_eq!(words(&bench.claim(Uuid::now_v7()).await), ["reminder"]);
}

async fn one_person_is_spoken_to_by_one_at_a_time(bench: Bench) {
    bench.owe_planned(&[bench.letter("one")]).await;
    let held = bench.claim(Uuid::now_v7()).await;
    bench.owe_planned(&[bench.letter("two"), bench.letter("three")]).await;
    assert_eq!(bench.claim(Uuid::now_v7()).await, []);
    assert_eq!(bench.claim(held[0].replica).await, [], "nor by the same one");
    assert!(bench.settle(&held[0], &bench.delivered(&held[0])).await);
    assert_eq!(words(&bench.claim(Uuid::now_v7()).await), ["two", "three"]);
}

async fn a_lease_that_ran_out_goes_to_another(bench: Bench) {
    bench.owe_planned(&[bench.letter("a")]).await;
    let first = bench.claim(Uuid::now_v7()).await;
    assert_eq!(bench.claim(Uuid::now_v7()).await, []);
    bench.run_out().await;
    let second = bench.claim(Uuid::now_v7()).await;
    assert_eq!(second[0].number, first[0].number + 1);
}

async fn a_lost_claim_settles_nothing(bench: Bench) {
    let replica = Uuid::now_v7();
    bench.owe_planned(&[bench.reminder("a")]).await;
    let lost = bench.claim(replica).await;
    bench.run_out().await;
    let held = bench.claim(replica).await;
    let before = bench.row("a").await;
    let wait = Settlement::Wait { until: bench.after(5), is_over_budget: true };
    let settlements = [
        bench.delivered(&lost[0]),
        Settlement::Retry(Duration::from_secs(9)),
        wait,
        Settlement::Stale,
        Settlement::Unreachable,
        Settlement::Refused("words".to_owned()),
        Settlement::Ended,
        Settlement::GivenBack,
    ];
    for settlement in &settlements {
        assert!(!bench.settle(&lost[0], settlement).await, "{settlement:?}");
    }
    assert!(!bench.call(&lost[0]).await);
    assert_eq!(bench.row("a").await, before, "also by the replica that holds it");
    assert_eq!(list_messages(&bench.db, held[0].letter.id).await.expect("listed").len(), 0);
    assert!(bench.settle(&held[0], &settlements[0]).await);
    assert!(!bench.settle(&held[0], &settlements[0]).await, "once");
}

async fn a_failure_pauses_and_counts(bench: Bench) {
    bench.owe_planned(&[bench.letter("a")]).await;
    let held = bench.claim(Uuid::now_v7()).await;
    assert!(bench.settle(&held[0], &Settlement::Retry(Duration::from_secs(600))).await);
    assert_eq!(bench.claim(Uuid::now_v7()).await, []);
    bench.owe_planned(&[bench.letter("b")]).await;
    assert_eq!(words(&[bench.say().await]), ["b"], "a pause holds up nothing else");
    bench.run_out().await;
    let held = bench.claim(Uuid::now_v7()).await;
    assert_eq!((words(&held), held[0].letter.tries), (vec!["a"], 1));
    assert!(bench.settle(&held[0], &Settlement::GivenBack).await);
    assert_eq!(bench.say().await.letter.tries, 1);
}

async fn what_waits_for_a_digest_is_due_then(mut bench: Bench) {
    bench.owe_planned(&[bench.letter("a")]).await;
    let held = bench.claim(Uuid::now_v7()).await;
    let wait = Settlement::Wait { until: bench.after(5), is_over_budget: true };
    assert!(bench.settle(&held[0], &wait).await);
    assert_eq!(bench.claim(Uuid::now_v7()).await, []);
    bench.now = bench.after(5);
    assert!(bench.say().await.letter.is_over_budget);
}

async fn companions_come_along(mut bench: Bench) {
    let soon = |letter| NewLetter { wish: Wish::Instant(bench.now + TimeDelta::minutes(4)), ..letter };
    let other = NewLetter { person_id: bench.people[1], ..soon(bench.reminder("another's")) };
    let late = NewLetter { wish: Wish::Instant(bench.after(1)), ..bench.reminder("later") };
    let letters =
        [bench.reminder("due"), soon(bench.reminder("soon")), soon(bench.letter("notice")), other, late];
    bench.owe_planned(&letters).await;
    let replica = Uuid::now_v7();
    let mut held = bench.claim(replica).await;
    assert_eq!(words(&held), ["due"]);
    let companions = bench.companions(&held).await;
    assert_eq!(words(&companions), ["soon"]);
    held.extend(companions);
    for (number, claimed) in held.iter().enumerate() {
        let until = bench.after(i64::try_from(number).expect("few") * 50 + 1);
        assert!(bench.settle(claimed, &Settlement::Wait { until, is_over_budget: true }).await);
    }
    bench.now = bench.after(1);
    let held = bench.claim(replica).await;
    assert_eq!(words(&held), ["notice", "another's", "due", "later"], "in the order of lanes and moments");
    assert_eq!(words(&bench.companions(&held).await), ["soon"], "all of a digest, whenever it was due");
}

async fn what_is_late_is_swept(mut bench: Bench) {
    bench.owe_planned(&[bench.letter("held")]).await;
    let held = bench.claim(Uuid::now_v7()).await;
    bench
        .owe_planned(&[
            bench.letter("late"),
            NewLetter { useless_after: bench.after(99), ..bench.letter("good") },
        ])
        .await;
    bench.now = bench.after(48);
    assert_eq!(bench.sweep().await, 1);
    assert_eq!(bench.state("late").await, "stale");
    assert_eq!(bench.state("held").await, "owed", "somebody is at it");
    bench.run_out().await;
    assert_eq!(bench.sweep().await, 1);
    let row = bench.row("held").await;
    assert_eq!((row.state.as_str(), row.outcome.as_deref()), ("stale", Some("late")));
    assert!(!bench.settle(&held[0], &bench.delivered(&held[0])).await);
    assert_eq!(words(&bench.claim(Uuid::now_v7()).await), ["good"]);
}

async fn what_may_have_been_said_is_not_said_again(bench: Bench) {
    let notice = NewLetter { person_id: bench.people[1], ..bench.letter("notice") };
    bench.owe_planned(&[bench.reminder("reminder"), notice]).await;
    let held = bench.claim(Uuid::now_v7()).await;
    assert_eq!(words(&held), ["notice", "reminder"]);
    assert!(bench.call(&held[1]).await);
    assert_eq!(bench.sweep().await, 0, "its worker may come back");
    bench.run_out().await;
    assert_eq!(words(&bench.claim(Uuid::now_v7()).await), ["notice"]);
    assert_eq!(bench.sweep().await, 1);
    assert_eq!(bench.state("reminder").await, "unsure");
    assert!(!bench.settle(&held[1], &bench.delivered(&held[1])).await);
    assert!(!bench.owe(&bench.reminder("reminder")).await, "once too few is better than twice");
}

async fn the_claims_of_the_dead_are_freed(bench: Bench) {
    let (dead, living, heir) = (Uuid::now_v7(), Uuid::now_v7(), Uuid::now_v7());
    bench.owe_planned(&[bench.letter("dead's")]).await;
    bench.claim(dead).await;
    bench.owe_planned(&[NewLetter { person_id: bench.people[1], ..bench.letter("living's") }]).await;
    bench.claim(living).await;
    let mut expected = vec!["dead's", "living's"];
    let mut line = None;
    if let Db::Pg(pool) = &bench.db {
        let mut on = pool.acquire().await.expect("a connection");
        sqlx::query("SELECT pg_advisory_lock_shared(hashtextextended($1::text, 0))")
            .bind(living)
            .execute(&mut *on)
            .await
            .expect("lives");
        expected.pop();
        line = Some(on);
    }
    let mut tx = bench.tx().await;
    let freed = release_orphans(&mut tx, heir, &[living]).await.expect("freed");
    assert_eq!(release_orphans(&mut tx, heir, &[living]).await.expect("asked"), 0);
    tx.commit().await.expect("commits");
    assert_eq!(freed, u64::try_from(expected.len()).expect("few"));
    assert_eq!(words(&bench.claim(heir).await), expected);
    drop(line);
}

async fn the_next_moment_is_known(bench: Bench) {
    let next = async || next_due(&bench.db, bench.now).await.expect("asked");
    assert_eq!(next().await, None);
    bench.owe(&NewLetter { wish: Wish::Instant(bench.after(8)), ..bench.letter("unplanned") }).await;
    assert_eq!(next().await, Some(bench.after(48)), "when it becomes useless");
    let at =
        |hours| NewLetter { wish: Wish::Instant(bench.after(hours)), ..bench.reminder(&hours.to_string()) };
    bench
        .owe_planned(&[
            at(7),
            NewLetter { class: Class::Bulk, ..at(5) },
            NewLetter { class: Class::Notice, ..at(6) },
        ])
        .await;
    assert_eq!(next().await, Some(bench.after(5)));
}

async fn what_was_said_this_week_is_counted_by_message(bench: Bench) {
    let replica = Uuid::now_v7();
    let urgent = NewLetter { is_urgent: true, ..bench.letter("urgent") };
    bench.owe_planned(&[bench.reminder("a"), bench.reminder("b"), urgent]).await;
    let held = bench.claim(replica).await;
    assert_eq!(words(&held), ["urgent", "a", "b"]);
    let together = Settlement::Delivered {
        contact: bench.contacts[0],
        messages: Vec::new(),
        said_with: held[1].letter.id,
    };
    for (claimed, settlement) in
        held.iter().zip([bench.delivered(&held[0]), bench.delivered(&held[1]), together])
    {
        assert!(bench.settle(claimed, &settlement).await);
    }
    let said = async |person| list_said(&bench.db, &[person], bench.now).await.expect("listed");
    assert_eq!(said(bench.people[1]).await, [], "another was told nothing");
    let (person_id, said_with) = (bench.people[0], held[1].letter.id);
    assert_eq!(
        said(person_id).await,
        [SaidMessage { person_id, said_with, is_digest: false, said_at: bench.now }]
    );
    assert_eq!(list_said(&bench.db, &[person_id], bench.after(1)).await.expect("listed"), []);
}

async fn addressees_are_those_whose_letters_are_held(bench: Bench) {
    let replica = Uuid::now_v7();
    bench.owe_planned(&[bench.letter("a")]).await;
    assert!(list_addressees(&bench.db, replica, "telegram").await.expect("listed").is_empty());
    bench.claim(replica).await;
    let on = async |messenger| list_addressees(&bench.db, replica, messenger).await.expect("listed");
    let found = on("telegram").await;
    assert_eq!((found[0].person_id, found[0].contact_id), (bench.people[0], Some(bench.contacts[0])));
    assert_eq!(on("max").await[0].contact_id, None, "she is not there");
}

impl Bench {
    async fn companions(&self, held: &[Claimed]) -> Vec<Claimed> {
        let mut tx = self.tx().await;
        let due_by = self.now + TimeDelta::minutes(5);
        let claimed = claim_companions(&mut tx, held, due_by).await.expect("claimed");
        tx.commit().await.expect("commits");
        claimed
    }
}
