//! What is said together, what waits and what is too late: examples, and what holds for any letters.

use chrono_tz::Tz;
use proptest::{collection::vec, option, prelude::*, sample::select};
use uuid::Uuid;

use super::{super::Holidays, *};

fn at(words: &str) -> DateTime<Utc> {
    words.parse().expect("an instant")
}

/// Somebody in Moscow whose nights last from nine to eight.
fn rhythm() -> Rhythm {
    Rhythm { zone: Tz::Europe__Moscow, quiet_minutes: Some((21 * 60, 8 * 60)), holidays: Holidays::default() }
}

/// Tuesday noon in Moscow.
fn noon() -> DateTime<Utc> {
    at("2026-11-24T09:00:00Z")
}

fn budget(said: i64) -> Budget {
    Budget { most: 7, said, last_digest_at: None }
}

fn letter(class: Class) -> Letter {
    Letter {
        id: Uuid::now_v7(),
        person_id: Uuid::nil(),
        capability: "meetings".to_owned(),
        matter: serde_json::Value::Null,
        form: Form::Post,
        of_letter: None,
        class,
        is_urgent: false,
        event_at: None,
        due_at: noon(),
        useless_after: noon() + TimeDelta::days(30),
        is_over_budget: false,
        tries: 0,
    }
}

fn reminder() -> Letter {
    letter(Class::Reminder)
}

/// What was decided, in few words: how many are said in each message, until when others wait.
fn told(courses: &[Course]) -> Vec<String> {
    let moscow = |at: &DateTime<Utc>| at.with_timezone(&Tz::Europe__Moscow).format("%a %H:%M:%S").to_string();
    courses
        .iter()
        .map(|course| match course {
            Course::Say(letters) => format!("say {}", letters.len()),
            Course::Wait { until, is_over_budget: true, .. } => format!("digest {}", moscow(until)),
            Course::Wait { until, .. } => format!("wait {}", moscow(until)),
            Course::Stale(_) => "stale".to_owned(),
        })
        .collect()
}

fn decide(letters: Vec<Letter>, budget: Budget, now: DateTime<Utc>) -> Vec<String> {
    told(&gather(letters, &rhythm(), budget, now))
}

#[test]
fn reminders_are_one_message_and_notices_are_their_own() {
    let letters = vec![letter(Class::Notice), reminder(), reminder(), letter(Class::Notice), reminder()];
    assert_eq!(decide(letters, budget(0), noon()), ["say 1", "say 1", "say 3"]);
}

#[test]
fn seven_messages_are_a_week_and_the_eighth_waits_for_monday() {
    let seven = |count: usize| vec![letter(Class::Notice); count];
    assert_eq!(decide(seven(7), budget(0), noon()), ["say 1"; 7]);
    assert_eq!(decide(seven(2), budget(6), noon()), ["say 1", "digest Mon 08:00:00"]);
    assert_eq!(
        decide(vec![reminder(), reminder()], budget(6), noon()),
        ["say 2"],
        "one message, two letters"
    );
}

#[test]
fn what_is_urgent_counts_for_nothing_and_is_said_together() {
    let urgent = Letter { is_urgent: true, ..reminder() };
    let letters = vec![urgent.clone(), reminder(), urgent.clone(), letter(Class::Notice)];
    assert_eq!(decide(letters, budget(7), noon()), ["digest Mon 08:00:00", "say 2", "digest Mon 08:00:00"]);
    let letters = vec![Letter { is_urgent: true, ..letter(Class::Notice) }; 9];
    assert_eq!(decide(letters, budget(7), noon()), ["say 1"; 9]);
}

#[test]
fn what_would_be_useless_on_monday_comes_while_it_still_helps() {
    let meeting = at("2026-11-26T09:00:00Z");
    let before = Letter { event_at: Some(meeting), ..reminder() };
    assert_eq!(decide(vec![before], budget(7), noon()), ["digest Thu 11:59:00"]);
    let at_night = Letter { useless_after: at("2026-11-26T02:00:00Z"), ..reminder() };
    assert_eq!(decide(vec![at_night], budget(7), noon()), ["digest Wed 20:59:00"]);
    let soon = Letter { useless_after: noon() + TimeDelta::seconds(40), ..reminder() };
    assert_eq!(decide(vec![soon], budget(7), noon()), ["digest Tue 12:00:01"], "at once, as a digest");
}

#[test]
fn all_that_is_beyond_the_budget_is_one_digest_a_day() {
    let over = Letter { is_over_budget: true, ..reminder() };
    let monday = Letter { due_at: at("2026-11-30T05:00:00Z"), ..over.clone() };
    let letters = || vec![over.clone(), monday.clone(), Letter { class: Class::Bulk, ..over.clone() }];
    assert_eq!(decide(letters(), budget(7), noon()), ["say 3"]);
    let told_today = Budget { last_digest_at: Some(noon() - TimeDelta::hours(3)), ..budget(7) };
    assert_eq!(
        decide(letters(), told_today, noon()),
        ["digest Wed 09:00:00", "digest Mon 08:00:00", "digest Wed 09:00:00"],
        "nobody is hurried by somebody else's digest"
    );
    let today = Letter { useless_after: noon() + TimeDelta::hours(2), ..over };
    assert_eq!(decide(vec![today], told_today, noon()), ["stale"]);
}

#[test]
fn what_was_brought_along_is_not_said_at_night() {
    let three = at("2026-11-24T00:00:00Z");
    let missed = Letter { is_over_budget: true, due_at: at("2026-11-23T17:00:00Z"), ..reminder() };
    let monday = Letter { due_at: at("2026-11-30T05:00:00Z"), ..missed.clone() };
    assert_eq!(
        decide(vec![missed, monday], budget(7), three),
        ["digest Tue 08:00:00", "digest Mon 08:00:00"]
    );
    let nearly_eight = at("2026-11-24T04:57:00Z");
    let at_eight = Letter { due_at: at("2026-11-24T05:00:00Z"), ..reminder() };
    assert_eq!(decide(vec![at_eight.clone()], budget(0), nearly_eight), ["wait Tue 08:00:00"]);
    let missed = Letter { due_at: at("2026-11-23T17:00:00Z"), ..reminder() };
    assert_eq!(decide(vec![missed, at_eight], budget(0), nearly_eight), ["wait Tue 08:00:00"; 2]);
}

#[test]
fn a_quarter_of_an_hour_of_grace_is_for_sending() {
    let evening = Letter { due_at: at("2026-11-24T17:59:00Z"), ..reminder() };
    let later = |minutes| at("2026-11-24T17:59:00Z") + TimeDelta::minutes(minutes);
    assert_eq!(decide(vec![evening.clone()], budget(0), later(15)), ["say 1"]);
    assert_eq!(decide(vec![evening], budget(0), later(16)), ["wait Wed 08:00:00"]);
}

#[test]
fn a_correction_waits_for_nothing() {
    let midnight = at("2026-11-24T21:00:00Z");
    let corrected = Letter { form: Form::Replacement, of_letter: Some(Uuid::now_v7()), ..reminder() };
    let taken_back = Letter { form: Form::Withdrawal, ..corrected.clone() };
    assert_eq!(
        decide(vec![corrected, taken_back, reminder()], budget(7), midnight),
        ["say 1", "say 1", "wait Wed 08:00:00"]
    );
}

prop_compose! {
    fn letters(now: DateTime<Utc>)(
        class in select(Class::ALL.to_vec()),
        form in select(vec![Form::Post, Form::Post, Form::Post, Form::Replacement, Form::Withdrawal]),
        is_urgent in any::<bool>(),
        is_over_budget in any::<bool>(),
        late in -60_i64..3_000,
        event in option::of(-600_i64..6_000),
        life in -600_i64..20_000,
    ) -> Letter {
        let after = |minutes| now + TimeDelta::minutes(minutes);
        Letter {
            form, is_urgent, is_over_budget: is_over_budget && !is_urgent && form == Form::Post,
            due_at: after(-late), event_at: event.map(after), useless_after: after(life), ..letter(class)
        }
    }
}

prop_compose! {
    fn rounds()(
        minute in 0_i64..60 * 24 * 60,
        quiet_minutes in option::weighted(0.9, (0_i64..1440, 0_i64..1440)),
        said in 0_i64..10,
        digest in option::of(0_i64..48),
    )(
        letters in vec(letters(noon() + TimeDelta::minutes(minute)), 0..12),
        now in Just(noon() + TimeDelta::minutes(minute)),
        rhythm in Just(Rhythm { quiet_minutes, ..rhythm() }),
        said in Just(said),
        digest in Just(digest),
    ) -> (Vec<Letter>, Rhythm, Budget, DateTime<Utc>) {
        let last_digest_at = digest.map(|hours| now - TimeDelta::hours(hours));
        (letters, rhythm, Budget { most: 7, said, last_digest_at }, now)
    }
}

fn said(courses: &[Course]) -> impl Iterator<Item = &Vec<Letter>> {
    courses.iter().filter_map(|course| match course {
        Course::Say(letters) => Some(letters),
        Course::Wait { .. } | Course::Stale(_) => None,
    })
}

proptest! {
    #[test]
    fn every_letter_has_one_course((letters, rhythm, budget, now) in rounds()) {
        let mut before: Vec<_> = letters.iter().map(|letter| letter.id).collect();
        let mut after = Vec::new();
        for course in gather(letters, &rhythm, budget, now) {
            match course {
                Course::Say(letters) => {
                    prop_assert!(!letters.is_empty());
                    after.extend(letters.iter().map(|letter| letter.id));
                }
                Course::Wait { letter, until, .. } => {
                    prop_assert!(until > now, "nobody waits for the past");
                    after.push(letter.id);
                }
                Course::Stale(letter) => after.push(letter.id),
            }
        }
        before.sort_unstable();
        after.sort_unstable();
        prop_assert_eq!(before, after);
    }

    #[test]
    fn nothing_useless_is_said_and_quiet_is_kept((letters, rhythm, budget, now) in rounds()) {
        let courses = gather(letters, &rhythm, budget, now);
        for letter in said(&courses).flatten() {
            prop_assert!(letter.useless_after > now);
            let was_allowed = letter.due_at <= now && now - letter.due_at <= GRACE
                && rhythm.allows(letter.due_at, letter.event_at);
            let may_be_said = rhythm.allows(now, letter.event_at) || was_allowed;
            prop_assert!(may_be_said || letter.form != Form::Post || letter.class == Class::Notice, "{letter:?}");
        }
    }

    #[test]
    fn the_budget_holds((letters, rhythm, budget, now) in rounds()) {
        let courses = gather(letters, &rhythm, budget, now);
        let unasked = |letters: &&Vec<Letter>| letters[0].form == Form::Post && letters.iter().any(|letter| !letter.is_urgent);
        let (digests, messages): (Vec<_>, Vec<_>) =
            said(&courses).filter(unasked).partition(|letters| letters[0].is_over_budget);
        let left = usize::try_from((budget.most - budget.said).max(0)).expect("few");
        prop_assert!(messages.len() <= left);
        let is_free = budget.last_digest_at.is_none_or(|last| now - last >= BETWEEN_DIGESTS);
        prop_assert!(digests.len() <= usize::from(is_free));
        prop_assert!(digests.iter().all(|digest| digest.iter().all(|letter| letter.is_over_budget)));
        prop_assert!(messages.iter().all(|message| message.iter().all(|letter| !letter.is_over_budget)));
    }

    #[test]
    fn reminders_that_are_said_are_said_at_once_and_corrections_always((letters, rhythm, budget, now) in rounds()) {
        let corrections = letters.iter().filter(|letter| letter.form != Form::Post && letter.useless_after > now).count();
        let courses = gather(letters, &rhythm, budget, now);
        let is_reminder = |letter: &Letter| letter.form == Form::Post && letter.class == Class::Reminder && !letter.is_over_budget;
        prop_assert!(said(&courses).filter(|message| message.iter().any(is_reminder)).count() <= 1);
        prop_assert_eq!(said(&courses).filter(|message| message[0].form != Form::Post).count(), corrections);
    }

    #[test]
    fn what_is_held_is_of_use_when_it_is_said((letters, rhythm, budget, now) in rounds()) {
        for course in gather(letters, &rhythm, budget, now) {
            if let Course::Wait { letter, until, is_over_budget } = course {
                prop_assert!(is_over_budget || until <= letter.useless_after, "{letter:?} until {until}");
            }
        }
    }
}
