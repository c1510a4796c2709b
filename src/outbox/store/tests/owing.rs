//! Owing, ending, correcting, planning, forgetting.

use std::time::Duration;

use chrono::TimeDelta;
use serde_json::json;
use uuid::Uuid;

use super::{
    super::*,
    bench::{Bench, on_both_engines, words},
};
use crate::outbox::model::{Class, Form, NewLetter, Wish};

on_both_engines!(
    a_key_is_owed_once_and_brought_up_to_date,
    what_was_said_stays_said,
    nothing_is_owed_for_the_past,
    many_are_owed_at_once_and_of_equal_keys_the_last,
    what_ended_is_owed_again_with_a_new_date,
    a_cause_ends_what_was_not_said,
    what_was_not_said_is_corrected_in_place,
    what_was_said_gets_one_replacement,
    a_correction_that_is_being_sent_is_followed_by_the_next,
    a_withdrawal_outlives_its_cause,
    a_correction_waits_for_what_it_corrects,
    a_moment_is_for_the_wish_it_was_worked_out_from,
    moments_are_worked_out_anew,
    a_person_is_parked_and_woken,
    what_is_to_come_is_listed_in_order,
    the_old_is_forgotten,
    a_due_instant_is_taken_once,
);

async fn a_key_is_owed_once_and_brought_up_to_date(mut bench: Bench) {
    let letter = bench.letter("a");
    bench.owe_planned(std::slice::from_ref(&letter)).await;
    let first = bench.row("a").await;
    let later =
        NewLetter { wish: Wish::Instant(bench.after(5)), matter: json!({"words": "later"}), ..letter };
    assert!(bench.owe(&later).await);
    assert_eq!(bench.rows().await.len(), 1);
    let row = bench.row("a").await;
    assert_eq!((row.id, row.is_planned), (first.id, false), "the same letter, without a moment");
    bench.plan().await;
    assert_eq!(bench.claim(Uuid::now_v7()).await, []);
    bench.now = bench.after(5);
    assert_eq!(words(&bench.claim(Uuid::now_v7()).await), ["later"]);
}

async fn what_was_said_stays_said(bench: Bench) {
    let letter = bench.letter("a");
    bench.owe_planned(std::slice::from_ref(&letter)).await;
    bench.say().await;
    assert!(!bench.owe(&NewLetter { wish: Wish::Instant(bench.after(5)), ..letter }).await);
    assert_eq!(bench.state("a").await, "delivered");
}

async fn nothing_is_owed_for_the_past(bench: Bench) {
    let over = NewLetter { useless_after: bench.now, ..bench.letter("a") };
    assert!(!bench.owe(&over).await);
    assert_eq!(bench.rows().await, []);
    bench.owe_planned(&[bench.letter("a")]).await;
    assert!(!bench.owe(&over).await, "what is past changes nothing");
    assert!(bench.row("a").await.is_planned);
}

async fn many_are_owed_at_once_and_of_equal_keys_the_last(bench: Bench) {
    let mut letters: Vec<_> = (0..1_203).map(|number| bench.letter(&format!("{number:04}"))).collect();
    letters.push(NewLetter { matter: json!({"words": "again"}), ..bench.letter("0000") });
    let mut tx = bench.tx().await;
    assert_eq!(owe_all(&mut tx, &letters, bench.now).await.expect("owed"), 1_203);
    tx.commit().await.expect("commits");
    bench.plan().await;
    bench.plan().await;
    let open = list_open(&bench.db, bench.people[0], 2_000).await.expect("listed");
    assert_eq!(open.len(), 1_203);
    assert!(open.iter().any(|open| open.matter["words"] == "again"));
}

async fn what_ended_is_owed_again_with_a_new_date(mut bench: Bench) {
    let letter = bench.letter("a");
    bench.owe_planned(std::slice::from_ref(&letter)).await;
    assert_eq!(bench.end("meetings/meeting/1").await, 1);
    assert_eq!(bench.state("a").await, "ended");
    assert!(bench.owe(&NewLetter { wish: Wish::Instant(bench.after(1)), ..letter.clone() }).await);
    assert_eq!(bench.state("a").await, "owed");
    bench.now = bench.after(50);
    assert_eq!(bench.sweep().await, 1);
    assert_eq!(bench.state("a").await, "stale");
    assert!(bench.owe(&NewLetter { useless_after: bench.after(1), ..letter }).await);
    let row = bench.row("a").await;
    assert_eq!((row.state.as_str(), row.outcome), ("owed", None));
}

async fn a_cause_ends_what_was_not_said(bench: Bench) {
    let other = NewLetter { cause: "meetings/meeting/2".to_owned(), ..bench.letter("other") };
    bench.owe_planned(&[bench.letter("said")]).await;
    bench.say().await;
    bench.owe_planned(&[bench.letter("owed"), other]).await;
    let held = bench.claim(Uuid::now_v7()).await;
    assert_eq!(words(&held), ["owed", "other"]);
    assert_eq!(bench.end("meetings/meeting/1").await, 0, "it may be on its way");
    assert_eq!(bench.state("owed").await, "ended");
    assert!(!bench.settle(&held[0], &bench.delivered(&held[0])).await, "the claim went with it");
    assert!(bench.settle(&held[1], &bench.delivered(&held[1])).await);
    assert_eq!((bench.state("said").await, bench.state("owed").await), ("delivered".into(), "ended".into()));

    let called = NewLetter { cause: "meetings/meeting/3".to_owned(), ..bench.reminder("called") };
    bench.owe_planned(&[called]).await;
    let held = bench.claim(Uuid::now_v7()).await;
    assert!(bench.call(&held[0]).await);
    assert_eq!(bench.end("meetings/meeting/3").await, 0, "it may have been said already");
    assert!(bench.settle(&held[0], &bench.delivered(&held[0])).await);
}

async fn what_was_not_said_is_corrected_in_place(bench: Bench) {
    bench.owe_planned(&[bench.letter("a"), bench.letter("b")]).await;
    bench.correct("a", Some("new")).await;
    bench.correct("b", None).await;
    assert_eq!(bench.rows().await.len(), 2, "no correction of its own");
    assert_eq!(words(&bench.claim(Uuid::now_v7()).await), ["new"]);
    assert_eq!(bench.state("b").await, "ended");
}

async fn what_was_said_gets_one_replacement(mut bench: Bench) {
    bench.owe_planned(&[bench.letter("a")]).await;
    let said = bench.say().await;
    bench.now = bench.after(100);
    bench.correct("a", Some("second")).await;
    bench.correct("a", Some("third")).await;
    let claimed = bench.claim(Uuid::now_v7()).await;
    assert_eq!(words(&claimed), ["third"], "a later correction takes the place of an earlier one");
    let letter = &claimed[0].letter;
    assert_eq!((letter.form, letter.of_letter), (Form::Replacement, Some(said.letter.id)));
    assert!(letter.useless_after > bench.now, "also after the letter itself is of no use");
    assert!(bench.settle(&claimed[0], &bench.delivered(&claimed[0])).await);
    bench.correct("a", None).await;
    let claimed = bench.claim(Uuid::now_v7()).await;
    assert_eq!((claimed.len(), claimed[0].letter.form), (1, Form::Withdrawal));
    assert_eq!(list_messages(&bench.db, said.letter.id).await.expect("listed").len(), 1);
}

async fn a_correction_that_is_being_sent_is_followed_by_the_next(mut bench: Bench) {
    bench.owe_planned(&[bench.reminder("a")]).await;
    bench.say().await;
    bench.correct("a", Some("second")).await;
    let sending = bench.claim(Uuid::now_v7()).await;
    bench.now += TimeDelta::seconds(1);
    bench.correct("a", None).await;
    assert_eq!(bench.claim(Uuid::now_v7()).await, [], "not at the same time");
    assert!(bench.settle(&sending[0], &bench.delivered(&sending[0])).await);
    let next = bench.claim(Uuid::now_v7()).await;
    assert_eq!((next.len(), next[0].letter.form), (1, Form::Withdrawal));
}

async fn a_withdrawal_outlives_its_cause(bench: Bench) {
    bench.owe_planned(&[bench.letter("a"), bench.letter("b")]).await;
    for claimed in bench.claim(Uuid::now_v7()).await {
        assert!(bench.settle(&claimed, &bench.delivered(&claimed)).await);
    }
    bench.correct("a", None).await;
    bench.correct("b", Some("new")).await;
    assert_eq!(bench.end("meetings/meeting/1").await, 1, "new words for it are of no use");
    let claimed = bench.claim(Uuid::now_v7()).await;
    assert_eq!((claimed.len(), claimed[0].letter.form), (1, Form::Withdrawal));
}

async fn a_correction_waits_for_what_it_corrects(mut bench: Bench) {
    bench.owe_planned(&[bench.letter("a")]).await;
    let held = bench.claim(Uuid::now_v7()).await;
    bench.correct("a", Some("new")).await;
    let tomorrow = Settlement::Wait { until: bench.after(20), is_over_budget: false };
    assert!(bench.settle(&held[0], &tomorrow).await);
    assert_eq!(bench.claim(Uuid::now_v7()).await, []);
    bench.now = bench.after(20);
    assert_eq!(words(&[bench.say().await]), ["a"]);
    assert_eq!(words(&[bench.say().await]), ["new"]);
}

async fn a_moment_is_for_the_wish_it_was_worked_out_from(bench: Bench) {
    bench.owe(&bench.letter("at once")).await;
    assert_eq!(count_unplanned(&bench.db).await.expect("asked"), 0, "what is wished for now is due now");
    bench.owe(&NewLetter { wish: Wish::Instant(bench.after(2)), ..bench.letter("a") }).await;
    assert_eq!(count_unplanned(&bench.db).await.expect("asked"), 1);
    let people = list_unplanned_addressees(&bench.db, 10).await.expect("listed");
    assert_eq!(people.iter().map(|person| person.person_id).collect::<Vec<_>>(), [bench.people[0]]);
    let before = list_unplanned(&bench.db, 10).await.expect("listed");
    bench.owe(&NewLetter { wish: Wish::Instant(bench.after(3)), ..bench.letter("a") }).await;
    let mut tx = bench.tx().await;
    assert_eq!(mark_planned(&mut tx, &[(&before[0], bench.now)]).await.expect("changes nothing"), 0);
    tx.commit().await.expect("commits");
    assert!(!bench.row("a").await.is_planned);
    let after = list_unplanned(&bench.db, 10).await.expect("listed");
    let mut tx = bench.tx().await;
    assert_eq!(mark_no_moment(&mut tx, &before[0], bench.now).await.expect("changes nothing"), 0);
    assert_eq!(mark_no_moment(&mut tx, &after[0], bench.now).await.expect("marked"), 1);
    tx.commit().await.expect("commits");
    let row = bench.row("a").await;
    assert_eq!((row.state.as_str(), row.outcome.as_deref()), ("stale", Some("no moment")));
}

async fn moments_are_worked_out_anew(mut bench: Bench) {
    let tomorrow = NewLetter { wish: Wish::Instant(bench.after(24)), ..bench.letter("tomorrow") };
    bench.owe_planned(&[bench.letter("due"), tomorrow.clone()]).await;
    let over = NewLetter { person_id: bench.people[1], ..bench.letter("over") };
    bench.owe_planned(&[over]).await;
    let held = bench.claim(Uuid::now_v7()).await;
    let monday = Settlement::Wait { until: bench.after(30), is_over_budget: true };
    assert!(bench.settle(&held[1], &monday).await);
    assert!(bench.settle(&held[0], &Settlement::GivenBack).await);
    let mut tx = bench.tx().await;
    assert_eq!(mark_all_unplanned(&mut tx, bench.now).await.expect("marked"), 1);
    tx.commit().await.expect("commits");
    let planned = async |bench: &Bench| {
        bench
            .rows()
            .await
            .into_iter()
            .filter(|row| row.is_planned)
            .map(|row| row.dedup_key)
            .collect::<Vec<_>>()
    };
    assert_eq!(planned(&bench).await, ["due", "over"], "what is due and what waits for a digest keep theirs");
    bench.now = bench.after(1);
    let mut tx = bench.tx().await;
    replan_person(&mut tx, bench.people[0]).await.expect("marked");
    replan_person(&mut tx, bench.people[1]).await.expect("marked");
    tx.commit().await.expect("commits");
    assert_eq!(planned(&bench).await, ["over"]);
}

async fn a_person_is_parked_and_woken(mut bench: Bench) {
    let gone = NewLetter { useless_after: bench.after(2), ..bench.letter("gone") };
    let other = NewLetter { person_id: bench.people[1], ..bench.letter("other") };
    bench.owe_planned(&[bench.letter("a"), bench.letter("b"), gone, other]).await;
    let room = Room { most: 1, ..super::bench::ANY };
    let held = bench.claim_within(Uuid::now_v7(), room).await;
    assert!(bench.settle(&held[0], &Settlement::Unreachable).await);
    let mut tx = bench.tx().await;
    park_person(&mut tx, bench.people[0]).await.expect("parked");
    tx.commit().await.expect("commits");
    let states: Vec<_> = bench.rows().await.into_iter().map(|row| row.state).collect();
    assert_eq!(states, ["unreachable", "unreachable", "unreachable", "owed"]);
    assert_eq!(words(&bench.claim(Uuid::now_v7()).await), ["other"]);
    bench.now = bench.after(2);
    assert_eq!(bench.sweep().await, 0, "it is not our fault");
    let row = bench.row("gone").await;
    assert_eq!((row.state.as_str(), row.outcome.as_deref()), ("stale", Some("unreachable")));
    let mut tx = bench.tx().await;
    wake_person(&mut tx, bench.people[0]).await.expect("woken");
    tx.commit().await.expect("commits");
    bench.plan().await;
    assert_eq!(words(&bench.claim(Uuid::now_v7()).await), ["a", "b"]);
}

async fn what_is_to_come_is_listed_in_order(bench: Bench) {
    let later = NewLetter { wish: Wish::Instant(bench.after(9)), ..bench.letter("later") };
    let other = NewLetter { person_id: bench.people[1], ..bench.letter("other") };
    bench.owe_planned(&[later, bench.reminder("sooner"), other]).await;
    bench.owe(&NewLetter { wish: Wish::Instant(bench.after(1)), ..bench.letter("unplanned") }).await;
    let open = list_open(&bench.db, bench.people[0], 12).await.expect("listed");
    assert_eq!(open.iter().map(|open| open.matter["words"].clone()).collect::<Vec<_>>(), ["sooner", "later"]);
    assert_eq!(Class::from_word(&open[0].class), Some(Class::Reminder));
    assert_eq!(list_open(&bench.db, bench.people[0], 1).await.expect("listed").len(), 1);
}

async fn the_old_is_forgotten(mut bench: Bench) {
    let next_year = NewLetter {
        wish: Wish::Instant(bench.after(9_000)),
        useless_after: bench.after(10_000),
        ..bench.letter("to come")
    };
    bench.owe_planned(&[bench.letter("old"), next_year]).await;
    bench.say().await;
    bench.correct("old", Some("new")).await;
    bench.say().await;
    bench.now = bench.after(1);
    let other = NewLetter { person_id: bench.people[1], ..bench.letter("other") };
    bench.owe_planned(&[other]).await;
    bench.say().await;
    let mut tx = bench.tx().await;
    prune(&mut tx, bench.now).await.expect("pruned");
    tx.commit().await.expect("commits");
    let keys: Vec<_> = bench.rows().await.into_iter().map(|row| row.dedup_key).collect();
    assert_eq!(keys, ["other", "to come"]);
    let mut tx = bench.tx().await;
    forget_letters(&mut tx, bench.people[1]).await.expect("forgotten");
    tx.commit().await.expect("commits");
    assert_eq!(bench.rows().await.len(), 1);
}

async fn a_due_instant_is_taken_once(bench: Bench) {
    let (start, due) =
        (bench.now, bench.after(3) + TimeDelta::from_std(Duration::from_micros(7)).expect("short"));
    assert_eq!(find_last_due(&bench.db, "job").await.expect("asked"), None);
    let mut tx = bench.tx().await;
    start_job(&mut tx, "job", start).await.expect("started");
    start_job(&mut tx, "job", due).await.expect("it counts already");
    assert!(mark_due(&mut tx, "job", start, due).await.expect("taken"));
    assert!(!mark_due(&mut tx, "job", start, due).await.expect("asked"), "somebody was there before");
    tx.commit().await.expect("commits");
    assert_eq!(find_last_due(&bench.db, "job").await.expect("asked"), Some(due));
}

impl Bench {
    async fn end(&self, cause: &str) -> u64 {
        let mut tx = self.tx().await;
        let ended = end_cause(&mut tx, cause, self.now).await.expect("ended");
        tx.commit().await.expect("commits");
        ended
    }

    async fn correct(&self, key: &str, words: Option<&str>) {
        let matter = words.map(|words| json!({ "words": words }));
        let id = self.row(key).await.id;
        let mut tx = self.tx().await;
        correct(&mut tx, id, matter.as_ref(), self.now).await.expect("corrected");
        tx.commit().await.expect("commits");
    }

    pub(super) async fn sweep(&self) -> u64 {
        let mut tx = self.tx().await;
        let late = sweep(&mut tx, self.now).await.expect("swept");
        tx.commit().await.expect("commits");
        late
    }

    pub(super) async fn call(&self, claimed: &Claimed) -> bool {
        let mut tx = self.tx().await;
        let stood = mark_calling(&mut tx, claimed).await.expect("marked");
        tx.commit().await.expect("commits");
        stood
    }
}
