//! The rules of routes, tried with many calendars and many orders of events.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;

fn day(words: &str) -> NaiveDate {
    words.parse().expect("a day")
}

fn calendar() -> SchoolCalendar {
    let days_off = ["01-01", "01-02", "01-07", "02-23", "03-08", "05-01", "05-09", "11-04"];
    SchoolCalendar { days_off: days_off.into_iter().map(str::to_owned).collect() }
}

fn route(lengths: &[i64]) -> LearningRoute {
    let mut route = LearningRoute {
        id: Uuid::now_v7(),
        person_id: Uuid::now_v7(),
        municipality_id: Uuid::now_v7(),
        methodologist_id: None,
        diagnosis: None,
        deficits: Vec::new(),
        state: RouteState::Draft,
        remark: None,
        paused_on: None,
        snoozed_until: None,
        steps: Vec::new(),
    };
    for (number, length) in lengths.iter().enumerate() {
        route.add_own(&format!("Шаг {number}, 2 ч")).expect("there is room");
        route.steps[number].days = *length;
    }
    route
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..1_500).prop_map(|ahead| day("2026-01-01") + Days::new(ahead))
}

/// What may happen to a route.
#[derive(Debug, Clone, Copy)]
enum Happening {
    Send(bool),
    TakeBack,
    Agree,
    Return,
    Pause,
    Resume,
    Stop,
    Done(usize),
    Accept(usize),
    Reject(usize),
    PutOff(usize, Delay),
    Snooze(Delay),
    Wait(u64),
}

fn any_happening() -> impl Strategy<Value = Happening> {
    let delay = prop::sample::select(&Delay::ALL[..]);
    prop_oneof![
        any::<bool>().prop_map(Happening::Send),
        Just(Happening::TakeBack),
        Just(Happening::Agree),
        Just(Happening::Return),
        Just(Happening::Pause),
        Just(Happening::Resume),
        Just(Happening::Stop),
        (0_usize..5).prop_map(Happening::Done),
        (0_usize..5).prop_map(Happening::Accept),
        (0_usize..5).prop_map(Happening::Reject),
        (0_usize..5, delay.clone()).prop_map(|(step, delay)| Happening::PutOff(step, delay)),
        delay.prop_map(Happening::Snooze),
        (1_u64..60).prop_map(Happening::Wait),
    ]
}

fn happens(route: &mut LearningRoute, what: Happening, today: &mut NaiveDate) -> Result<(), RouteFault> {
    let step = |at: usize| route.steps.get(at).map(|step| step.id).unwrap_or_default();
    match what {
        Happening::Send(looks) => route.send(looks).map(drop),
        Happening::TakeBack => route.take_back(),
        Happening::Agree => route.agree(Uuid::max()),
        Happening::Return => route.return_it(Uuid::max(), "Добавьте практику"),
        Happening::Pause => route.pause(*today),
        Happening::Resume => route.resume(&calendar(), *today),
        Happening::Stop => route.stop(),
        Happening::Done(at) => route.mark_done(step(at), Evidence::Words("Сделано".to_owned()), *today),
        Happening::Accept(at) => route.accept(step(at)),
        Happening::Reject(at) => route.reject(step(at), "Приложите фото"),
        Happening::PutOff(at, delay) => route.put_off(step(at), delay, (&calendar(), *today)),
        Happening::Snooze(delay) => route.snooze(delay, *today).map(drop),
        Happening::Wait(days) => {
            *today = *today + Days::new(days);
            Ok(())
        }
    }
}

proptest! {
    #[test]
    fn steps_are_due_in_order_ahead_and_on_working_days(
        lengths in prop::collection::vec(1_i64..120, 1..80),
        today in any_day(),
    ) {
        let calendar = calendar();
        let due = calendar.spread(&lengths, today);
        prop_assert_eq!(due.len(), lengths.len());
        prop_assert!(due.is_sorted(), "{:?}", due);
        for day in due {
            prop_assert!(day > today && !calendar.is_off(day), "{} from {}", day, today);
        }
    }

    #[test]
    fn standing_still_moves_what_is_left_and_keeps_the_order(
        lengths in prop::collection::vec(1_i64..60, 1..8),
        today in any_day(),
        days in 1_u64..200,
    ) {
        let (calendar, mut route) = (calendar(), route(&lengths));
        route.spread(&calendar, today);
        route.send(false).expect("there are steps");
        let first = route.steps[0].id;
        route.mark_done(first, Evidence::Words("Сделано".to_owned()), today).expect("it is planned");
        prop_assume!(route.state == RouteState::Active);
        let before: Vec<NaiveDate> = route.steps.iter().map(|step| step.due_on).collect();
        route.pause(today).expect("it is followed");
        route.resume(&calendar, today + Days::new(days)).expect("it stands still");
        prop_assert_eq!(route.steps[0].due_on, before[0], "what is done stays");
        for (step, before) in route.steps.iter().zip(&before).skip(1) {
            prop_assert!(step.due_on >= *before + Days::new(days) && !calendar.is_off(step.due_on));
        }
        let moved: Vec<NaiveDate> = route.steps.iter().skip(1).map(|step| step.due_on).collect();
        prop_assert!(moved.is_sorted());
    }

    #[test]
    fn whatever_happens_nothing_is_reminded_of_that_is_done_stopped_or_stands_still(
        happenings in prop::collection::vec(any_happening(), 0..40),
    ) {
        let (mut route, mut today) = (route(&[7, 14, 3, 30, 1]), day("2026-10-01"));
        route.spread(&calendar(), today);
        for what in happenings {
            let before = route.clone();
            let decided = happens(&mut route, what, &mut today);
            if decided.is_err() {
                prop_assert_eq!(&route, &before, "what is refused changes nothing: {:?}", what);
            }
            if !before.state.is_open() {
                prop_assert_eq!(route.state, before.state, "an end is an end");
            }
            let is_followed = route.state == RouteState::Active;
            for ahead in 0..40 {
                let on = today + Days::new(ahead);
                let reminded = route.reminded_of(on);
                prop_assert!(is_followed || reminded.is_empty());
                prop_assert!(reminded.iter().all(|step| step.state == StepState::Planned));
                let is_quiet = route.snoozed_until.is_some_and(|until| until > on);
                prop_assert!(!is_quiet || reminded.is_empty());
            }
            let is_done = route.steps.iter().all(|step| step.state == StepState::Done);
            prop_assert_eq!(route.state == RouteState::Completed, is_done && route.state != RouteState::Stopped);
        }
    }
}

#[test]
fn a_route_of_the_summer_begins_in_september() {
    let due = calendar().spread(&[1, 7], day("2026-07-10"));
    assert_eq!(due, [day("2026-09-02"), day("2026-09-09")]);
}

#[test]
fn too_much_is_said() {
    let mut route = route(&[7, 7]);
    let today = day("2026-10-05");
    route.steps[0].hours = Some(18);
    route.steps[1].hours = Some(18);
    route.spread(&calendar(), today);
    let pace = pace_of(&route.steps, today);
    assert_eq!((pace.hours, pace.weeks, pace.fortnight_hours), (36, 2, 36));
    assert!(pace.is_too_much());
    route.steps[1].due_on = day("2026-12-07");
    assert!(!pace_of(&route.steps, today).is_too_much());
}

fn catalogue() -> RouteCatalogue {
    RouteCatalogue::read(&crate::content::Content::open(None)).expect("it ships")
}

/// A route about one area that is followed, with so many steps of which the first are done.
fn under_way(steps: usize, done: usize) -> LearningRoute {
    let (mut route, today) = (route(&vec![7; steps]), day("2026-10-05"));
    route.steps.iter_mut().for_each(|step| step.area = "methods".to_owned());
    route.spread(&calendar(), today);
    route.send(false).expect("there are steps");
    for step in route.steps.clone().iter().take(done) {
        route.mark_done(step.id, Evidence::Words("Сделано".to_owned()), today).expect("it is planned");
    }
    route
}

#[test]
fn a_check_is_due_after_each_third_and_never_at_the_end() {
    for (steps, checked, due) in [(8, 0, 3..8), (8, 3, 6..8), (3, 0, 3..3), (12, 0, 4..12), (12, 4, 8..12)] {
        for done in 0..=steps {
            let route = under_way(steps, done);
            let asked = route.steps_to_check(checked).map(|asked| asked.len());
            assert_eq!(asked, due.contains(&done).then_some(3), "{done} of {steps}, last at {checked}");
        }
    }
}

#[test]
fn what_is_not_there_yet_is_added_and_what_is_learnt_is_dropped() {
    let (catalogue, today) = (catalogue(), day("2026-11-02"));
    let mut route = under_way(8, 3);
    let asked: Vec<RouteStep> = route.steps_to_check(0).expect("due").into_iter().cloned().collect();
    let with = |answers: [CheckAnswer; 3]| asked.iter().zip(answers).collect::<Vec<_>>();
    let answered = with([CheckAnswer::Yes, CheckAnswer::No, CheckAnswer::No]);
    let to_add = route.to_add(&answered, &catalogue);
    assert!(to_add.len() == 2 && to_add[0].1.id != to_add[1].1.id, "two different ones");
    assert!(route.to_drop(&answered).is_empty(), "nothing is learnt while something is missing");
    let added = route.add_on_the_way(&to_add, (&calendar(), today)).expect("it is followed");
    assert_eq!((route.steps.len(), added.len()), (10, 2));
    for step in route.steps.iter().filter(|step| added.contains(&step.id)) {
        assert!(step.due_on > today && !calendar().is_off(step.due_on));
    }
    let answered = with([CheckAnswer::Yes; 3]);
    assert!(route.to_add(&answered, &catalogue).is_empty());
    let learnt = route.to_drop(&answered);
    assert_eq!(learnt.len(), 7, "everything planned about the area");
    route.drop_on_the_way(&learnt).expect("it is followed");
    assert_eq!((route.state, route.steps.len()), (RouteState::Completed, 3), "nothing is left to do");
}

#[test]
fn only_what_was_worked_on_is_measured_and_a_deficit_closes_with_its_level() {
    let route = under_way(3, 3);
    let area = |area: &str, rank| BasisArea {
        area: area.to_owned(),
        title: area.to_owned(),
        short: area.to_owned(),
        score: 0.3,
        level_rank: rank,
        level: String::new(),
    };
    let basis = Basis {
        attempt: Uuid::max(),
        version_hash: String::new(),
        areas: vec![area("methods", 0), area("ict", 0)],
    };
    assert_eq!(route.worked_on(&basis), ["methods"]);
    assert!(route.may_be_measured() && !under_way(3, 2).may_be_measured());
    let found =
        |rank| vec![Found { area: "methods".to_owned(), score: 0.6, level_rank: rank, level: String::new() }];
    let days = (day("2026-10-01"), day("2027-05-20"));
    let closed =
        |rank| RouteOutcome::of(&basis, &found(rank), (days, true)).map(|outcome| outcome.count_closed());
    assert_eq!((closed(1), closed(0)), (Some(1), Some(0)));
    assert_eq!(RouteOutcome::of(&basis, &[], (days, true)), None);
}
