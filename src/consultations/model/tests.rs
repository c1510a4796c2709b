//! The life of a request, and who is asked first.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::*;
use crate::content::Content;

fn at(words: &str) -> DateTime<Utc> {
    words.parse().expect("an instant")
}

fn world() -> (WorkingTime, ConsultationRules) {
    let rules = ConsultationRules::read(&Content::open(None)).expect("shipped content is valid");
    let zone = chrono_tz::Europe::Moscow;
    (WorkingTime { week: rules.week.clone(), days_off: Default::default(), breaks: Vec::new(), zone }, rules)
}

fn request() -> ConsultationRequest {
    ConsultationRequest {
        id: Uuid::from_u128(1),
        municipality_id: Uuid::from_u128(2),
        number: None,
        teacher_id: Some(Uuid::from_u128(3)),
        school_id: None,
        area: "lesson".to_owned(),
        subject: None,
        state: RequestState::Drafted,
        wave: 0,
        round: 0,
        wave_until: None,
        taken_by: None,
        sent_at: None,
        taken_at: None,
        answered_at: None,
        closed_at: None,
        waiting_since: None,
        first_soon_at: None,
        first_due_at: None,
        close_soon_at: None,
        close_due_at: None,
        steps_done: String::new(),
        summary: None,
        rating: None,
        rating_words: None,
        reopened: 0,
        shares_profile: false,
        wish: None,
        is_written_first: false,
        hours_tenths: None,
    }
}

/// Monday, ten in the morning in Moscow.
const MONDAY: &str = "2026-11-23T07:00:00Z";
const ONE: Uuid = Uuid::from_u128(11);
const OTHER: Uuid = Uuid::from_u128(12);

#[test]
fn whoever_comes_first_takes_it() {
    let (time, rules) = world();
    let now = at(MONDAY);
    let mut request = request();
    assert_eq!(request.take(ONE, now), Move::TooLate, "a draft is nobody's");
    request.send(41, (&time, &rules), now);
    assert_eq!(request.due_steps(now), [Step::NextWave]);
    assert_eq!(request.first_due_at, Some(at("2026-11-25T07:00:00Z")));
    assert_eq!(request.take(ONE, now), Move::Done);
    assert_eq!(request.take(OTHER, now), Move::TakenBy(ONE));
    assert_eq!(request.take(ONE, now), Move::TakenBy(ONE));
    assert!(request.withdraw() && !request.withdraw());
    assert_eq!(request.next_at(), None);
}

#[test]
fn the_closing_term_stands_still_while_the_teacher_is_waited_for() {
    let (time, rules) = world();
    let now = at(MONDAY);
    let mut request = request();
    request.send(41, (&time, &rules), now);
    request.take(ONE, now);
    let due = request.close_due_at.expect("a term");
    assert_eq!(request.due_steps(now + TimeDelta::days(2)), [Step::FirstSoon, Step::FirstLate]);
    request.hear_answer(now + TimeDelta::hours(1));
    assert_eq!(request.state, RequestState::Answered);
    assert_eq!(request.due_steps(due + TimeDelta::days(90)), [], "the teacher is waited for");
    request.hear_teacher(&time, now + TimeDelta::days(1) + TimeDelta::hours(1));
    assert_eq!(request.close_due_at, Some(time.add(due, 480)), "a working day later");
    assert!(request.is_late(due + TimeDelta::days(2)) && !request.is_late(due));
}

#[test]
fn what_is_closed_can_be_opened_again_for_a_fortnight() {
    let (time, rules) = world();
    let now = at(MONDAY);
    let mut request = request();
    request.send(41, (&time, &rules), now);
    assert!(!request.close("Итог", now), "nobody has taken it");
    request.take(ONE, now);
    assert!(request.close("Итог", now));
    assert!(!request.withdraw(), "what is closed stays");
    assert!(request.may_reopen(&rules, now + TimeDelta::days(14)));
    assert!(!request.may_reopen(&rules, now + TimeDelta::days(15)));
    request.mark_done(Step::CloseLate);
    request.reopen((&time, &rules), now + TimeDelta::days(3));
    assert_eq!((request.state, request.taken_by, request.reopened), (RequestState::Answered, Some(ONE), 1));
    assert_eq!(request.steps_done, "", "closing has a new term");
}

#[test]
fn what_somebody_cannot_go_on_with_is_asked_anew_and_what_is_unsolved_goes_up() {
    let (time, rules) = world();
    let now = at(MONDAY);
    let mut request = request();
    request.send(41, (&time, &rules), now);
    request.take(ONE, now);
    request.release(now);
    assert_eq!((request.state, request.wave, request.taken_by), (RequestState::Sent, 0, None));
    request.hand_up(false, now);
    assert_eq!(request.wave + 1, Wave::Coordinators.number());
    request.hand_up(true, now);
    assert_eq!(request.wave + 1, Wave::Region.number());
}

#[test]
fn the_subject_goes_before_the_direction_and_that_before_the_load() {
    let person = Uuid::from_u128;
    let one = |number, knows_subject, directions, load| Askable {
        person_id: person(number),
        knows_subject,
        directions,
        load,
        capacity: 5,
        is_absent: number == 6,
    };
    let all = vec![
        one(1, false, 0, 0),
        one(2, false, 1, 2),
        one(3, true, 0, 3),
        one(4, true, 0, 1),
        one(5, true, 1, 5),
        one(6, true, 1, 0),
        one(7, true, 1, 0),
    ];
    let ranked = rank(all, Some(person(7)));
    assert_eq!(ranked, [4, 3, 2, 1].map(person), "full, absent and asking ones are left out");
}

#[test]
fn people_are_called_by_name_and_patronymic_where_they_have_one() {
    let mut name = CalledName {
        person_id: ONE,
        family_name: "Белова".to_owned(),
        given_name: "Анна".to_owned(),
        patronymic: Some("Петровна".to_owned()),
    };
    assert_eq!((name.address(), name.short()), ("Анна Петровна".to_owned(), "Белова А. П.".to_owned()));
    name.patronymic = None;
    assert_eq!((name.address(), name.short()), ("Анна Белова".to_owned(), "Белова А.".to_owned()));
}
