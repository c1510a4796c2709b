//! The rules of taking a questionnaire, among them that no sequence of presses can break it.

use chrono::DateTime;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::diagnostics::questionnaire::{Kind, Questionnaire, parse};

const SHIPPED: [&str; 3] = [
    include_str!("../../../content/questionnaires/1-professional.toml"),
    include_str!("../../../content/questionnaires/2-functional-literacy.toml"),
    include_str!("../../../content/questionnaires/3-early-career.toml"),
];
const WINDING: &str = include_str!("winding.toml");

fn attempt(groups: &[&str]) -> Attempt {
    let profile =
        Profile { post_groups: groups.iter().map(ToString::to_string).collect(), ..Profile::default() };
    Attempt {
        id: Uuid::nil(),
        person_id: Uuid::nil(),
        municipality_id: None,
        questionnaire: "winding".to_owned(),
        version_hash: String::new(),
        profile,
        narrowing: None,
        answers: Default::default(),
        looking_at: None,
        begun_at: DateTime::UNIX_EPOCH,
        finished_at: None,
    }
}

fn winding() -> Questionnaire {
    parse(WINDING).expect("sound")
}

/// The present question's id and index.
fn present(attempt: &Attempt, questionnaire: &Questionnaire) -> (String, usize) {
    match attempt.next(questionnaire) {
        Next::Ask(step) => (step.asked.question.id.clone(), step.asked.index),
        Next::Finished => ("finished".to_owned(), usize::MAX),
    }
}

fn reply(attempt: &mut Attempt, questionnaire: &Questionnaire, reply: Reply) -> Result<Saved, Rejection> {
    let (_, index) = present(attempt, questionnaire);
    attempt.answer(questionnaire, index, reply)
}

#[test]
fn an_answer_that_hides_a_question_keeps_its_answer_unused() {
    let questionnaire = winding();
    let mut attempt = attempt(&[]);
    reply(&mut attempt, &questionnaire, Reply::Choice(1)).expect("yes");
    assert_eq!(present(&attempt, &questionnaire).0, "how-much");
    reply(&mut attempt, &questionnaire, Reply::Choice(1)).expect("much");
    let with_it = assess(&attempt, &questionnaire);
    assert_eq!(with_it.areas[0].score, 1.0);
    let (_, index) = present(&attempt, &questionnaire);
    assert!(attempt.back(&questionnaire, index));
    assert!(attempt.back(&questionnaire, 1));
    assert!(!attempt.back(&questionnaire, 1), "the second press changes nothing");
    reply(&mut attempt, &questionnaire, Reply::Choice(0)).expect("no");
    assert_eq!(present(&attempt, &questionnaire).0, "which");
    assert!(attempt.answers.contains_key("how-much"));
    assert_eq!(assess(&attempt, &questionnaire).areas[0].score, 0.0);
}

#[test]
fn a_press_that_comes_twice_changes_nothing_and_needs_no_words() {
    let questionnaire = winding();
    let mut attempt = attempt(&[]);
    attempt.answer(&questionnaire, 0, Reply::Choice(0)).expect("first");
    let before = attempt.clone();
    assert_eq!(attempt.answer(&questionnaire, 0, Reply::Choice(0)), Err(Rejection::Repeated));
    assert_eq!(attempt.answer(&questionnaire, 0, Reply::Choice(1)), Err(Rejection::NotCurrent));
    assert_eq!(attempt, before);
}

#[test]
fn ticks_keep_their_bounds() {
    let questionnaire = winding();
    let mut attempt = attempt(&[]);
    reply(&mut attempt, &questionnaire, Reply::Choice(0)).expect("no");
    assert_eq!(reply(&mut attempt, &questionnaire, Reply::Done), Err(Rejection::TooFew(1)));
    let tick = |choice, on| Reply::Tick { choice, on };
    reply(&mut attempt, &questionnaire, tick(0, true)).expect("first");
    assert_eq!(reply(&mut attempt, &questionnaire, tick(0, true)), Err(Rejection::Repeated));
    reply(&mut attempt, &questionnaire, tick(1, true)).expect("second");
    assert_eq!(reply(&mut attempt, &questionnaire, tick(2, true)), Err(Rejection::TooMany(2)));
    let alone = reply(&mut attempt, &questionnaire, tick(3, true)).expect("nothing of it");
    assert_eq!(alone.answer, Answer::Ticks { picked: vec!["none".to_owned()], done: false });
    assert_eq!(present(&attempt, &questionnaire).0, "which", "ticks alone do not move on");
    reply(&mut attempt, &questionnaire, Reply::Done).expect("done");
    assert_eq!(present(&attempt, &questionnaire).0, "hours");
}

fn at_question(id: &str) -> (Attempt, Questionnaire) {
    let questionnaire = winding();
    let mut attempt = attempt(&[]);
    for (question, answer) in [
        ("at-all", Answer::Choice("no".to_owned())),
        ("which", Answer::Ticks { picked: vec!["a".to_owned()], done: true }),
        ("hours", Answer::Number(3.0)),
        ("wish", Answer::Skipped),
        ("sum", Answer::Number(1.0)),
        ("word", Answer::Words("ёж".to_owned())),
    ] {
        if question == id {
            break;
        }
        attempt.answers.insert(question.to_owned(), answer);
    }
    assert_eq!(present(&attempt, &questionnaire).0, id);
    (attempt, questionnaire)
}

#[test]
fn typed_answers_are_read_as_people_write_them() {
    let cases = [
        ("hours", "12", Ok(Answer::Number(12.0))),
        ("hours", " 1 0 ", Ok(Answer::Number(10.0))),
        ("hours", "12 часов", Ok(Answer::Number(12.0))),
        ("hours", "2,5", Err(Rejection::OutOfRange { from: 0, to: 60 })),
        ("hours", "61", Err(Rejection::OutOfRange { from: 0, to: 60 })),
        ("hours", "99999999999999999999", Err(Rejection::OutOfRange { from: 0, to: 60 })),
        ("hours", "три", Err(Rejection::NotANumber)),
        ("hours", "3 или 4", Err(Rejection::NotANumber)),
        ("hours", "NaN", Err(Rejection::NotANumber)),
        ("hours", "1e3", Err(Rejection::NotANumber)),
        ("wish", "  \u{a0} ", Err(Rejection::Empty)),
        ("wish", "🙂", Ok(Answer::Words("🙂".to_owned()))),
        ("wish", "очень длинно", Err(Rejection::TooLong { chars: 12, most: 10 })),
        ("sum", "19 500,5 ₽", Ok(Answer::Number(19_500.5))),
        ("at-all", "да", Err(Rejection::NeedsButton)),
    ];
    for (id, words, expected) in cases {
        let (mut attempt, questionnaire) = at_question(id);
        let given = reply(&mut attempt, &questionnaire, Reply::Words(words.to_owned()));
        assert_eq!(given.map(|saved| saved.answer), expected, "{words}");
    }
}

#[test]
fn only_optional_questions_are_skipped() {
    let (mut attempt, questionnaire) = at_question("wish");
    reply(&mut attempt, &questionnaire, Reply::Skip).expect("optional");
    assert_eq!(reply(&mut attempt, &questionnaire, Reply::Skip), Err(Rejection::Unfit));
}

#[test]
fn tasks_are_checked() {
    let questionnaire = winding();
    let questions: Vec<_> = questionnaire.areas.iter().flat_map(|area| &area.questions).collect();
    let find = |id: &str| *questions.iter().find(|question| question.id == id).expect("known");
    let score = |id, answer: Answer| answer.score(find(id));
    assert_eq!(score("sum", Answer::Number(19_500.5)), Some(1.0));
    assert_eq!(score("sum", Answer::Number(19_500.0)), Some(0.0));
    assert_eq!(score("word", Answer::Words(" ЁЖ ".to_owned())), Some(1.0));
    let ticks = |picked: &[&str]| Answer::Ticks {
        picked: picked.iter().map(ToString::to_string).collect(),
        done: true,
    };
    assert_eq!(score("both", ticks(&["a", "c"])), Some(1.0));
    assert_eq!(score("both", ticks(&["a"])), Some(0.0));
    assert_eq!(score("both", ticks(&["a", "b", "c"])), Some(0.0));
    assert_eq!(score("which", ticks(&["a", "b"])), Some(1.0), "capped");
}

#[test]
fn findings_are_sorted_and_equal_ones_keep_the_order_of_the_file() {
    let questionnaire = parse(SHIPPED[0]).expect("sound");
    let mut all_low = attempt(&["school_teacher"]);
    for asked in all_low.path(&questionnaire) {
        if let Kind::One { choices } = &asked.question.kind {
            let low = choices.iter().find(|choice| choice.score == Some(0.0)).expect("a lowest choice");
            all_low.answers.insert(asked.question.id.clone(), Answer::Choice(low.id.clone()));
        }
    }
    let zero = all_low.clone();
    let assessment = assess(&zero, &questionnaire);
    let ids = |areas: Vec<AreaScore<'_>>| areas.iter().map(|area| area.area.id.clone()).collect::<Vec<_>>();
    assert_eq!(assessment.foothold(), None, "nothing to hold on to");
    assert_eq!(ids(assessment.to_work_on()), ["subject", "methods", "psychology"]);
    for answer in all_low.answers.values_mut() {
        *answer = Answer::Choice("3".to_owned());
    }
    let middling = assess(&all_low, &questionnaire);
    assert_eq!(middling.foothold().map(|area| area.area.id.as_str()), Some("subject"));
    assert_eq!(ids(middling.to_work_on()), ["methods", "psychology", "literacy"]);
    assert!(assessment.strengths().is_empty());
    assert_eq!(assessment.total.map(|(score, _)| score), Some(0.0));
}

#[test]
fn every_post_is_asked_at_least_six_statements_in_each_professional_area() {
    let questionnaire = parse(SHIPPED[0]).expect("sound");
    for group in crate::diagnostics::questionnaire::POST_GROUPS {
        let path = attempt(&[group]).path(&questionnaire);
        for area in &questionnaire.areas {
            let scored = path.iter().filter(|asked| asked.area.id == area.id && asked.question.is_scored());
            assert!(scored.count() >= 6, "{group}: {}", area.id);
        }
    }
}

/// Ids of the questions that somebody is asked, in order.
fn asked(attempt: &Attempt, questionnaire: &Questionnaire) -> Vec<String> {
    attempt.path(questionnaire).iter().map(|asked| asked.question.id.clone()).collect()
}

fn narrowed(attempt: Attempt, areas: &[&str]) -> Attempt {
    let areas = areas.iter().map(ToString::to_string).collect();
    Attempt { narrowing: Some(Narrowing { areas, first: Uuid::nil(), occasion: Uuid::nil() }), ..attempt }
}

proptest! {
    #[test]
    fn a_narrowed_pass_asks_exactly_the_areas_that_it_is_narrowed_to(
        which in 0usize..3, group in 0usize..8, chosen in 0u16..128,
    ) {
        let questionnaire = parse(SHIPPED[which]).expect("sound");
        let whole = attempt(&[crate::diagnostics::questionnaire::POST_GROUPS[group]]);
        let areas = questionnaire.areas.iter().enumerate().filter(|(at, _)| chosen & (1 << at) != 0);
        let areas: Vec<&str> = areas.map(|(_, area)| area.id.as_str()).collect();
        // What the definition says of this person: every question of these areas, the extended ones among them.
        let worked_on = questionnaire.areas.iter().filter(|area| areas.contains(&area.id.as_str()));
        let worked_on = worked_on.filter(|area| whole.profile.meets(&area.when));
        let expected: Vec<String> = worked_on
            .flat_map(|area| &area.questions)
            .filter(|question| whole.profile.meets(&question.when))
            .map(|question| question.id.clone())
            .collect();
        prop_assert_eq!(asked(&narrowed(whole.clone(), &areas), &questionnaire), expected);
        prop_assert!(whole.path(&questionnaire).iter().all(|asked| !asked.question.extended));
    }
}

#[test]
fn every_scored_area_goes_deeper_when_a_pass_is_narrowed_to_it() {
    for text in SHIPPED {
        for area in parse(text).expect("sound").areas.iter().filter(|area| area.is_scored()) {
            assert!(area.questions.iter().any(|question| question.extended), "{}", area.id);
        }
    }
}

#[test]
fn a_narrowed_pass_knows_what_the_first_one_answered_elsewhere() {
    let questionnaire = winding();
    let mut first = attempt(&["school_teacher"]);
    run_to_the_end(&mut first, &questionnaire);
    let every: Vec<&str> = questionnaire.areas.iter().map(|area| area.id.as_str()).collect();
    for area in &every {
        let mut again = narrowed(attempt(&[]), &[area]);
        again.follow(&first, &questionnaire);
        assert_eq!(again.profile, first.profile, "both ask the same of the same person");
        let of_area = |attempt: &Attempt| {
            let path = attempt.path(&questionnaire);
            path.iter()
                .filter(|asked| asked.area.id == *area)
                .map(|asked| asked.question.id.clone())
                .collect()
        };
        let mut before: Vec<String> = of_area(&first);
        before.retain(|id| !again.answers.contains_key(id));
        let own = |question: &&String| {
            questionnaire
                .areas
                .iter()
                .any(|known| known.id == *area && known.questions.iter().any(|one| one.id == **question))
        };
        assert!(again.answers.keys().all(|id| !own(&id)), "nothing is answered beforehand");
        let now: Vec<String> = of_area(&again);
        assert!(now.first() == before.first() && now.len() <= before.len(), "{now:?} of {before:?}");
    }
}

/// One thing somebody may do, fitting or not.
fn deeds() -> impl Strategy<Value = Vec<(u8, usize, usize, String)>> {
    prop::collection::vec((0u8..9, 0usize..8, 0usize..220, "\\PC{0,12}|[0-9 ,.-]{1,6}"), 0..120)
}

fn do_deed(attempt: &mut Attempt, questionnaire: &Questionnaire, deed: (u8, usize, usize, String)) {
    let (verb, choice, elsewhere, words) = deed;
    let (_, here) = present(attempt, questionnaire);
    let index = if elsewhere < 20 { elsewhere } else { here };
    let reply = match verb {
        0 | 1 => Reply::Choice(choice),
        2 => Reply::Tick { choice, on: true },
        3 => Reply::Tick { choice, on: false },
        4 => Reply::Done,
        5 => Reply::Skip,
        6 => Reply::Words(words),
        7 => {
            attempt.back(questionnaire, index);
            return;
        }
        _ => {
            attempt.forward(questionnaire, index);
            return;
        }
    };
    let before = attempt.clone();
    if attempt.answer(questionnaire, index, reply).is_err() {
        assert_eq!(*attempt, before, "a reply that is not taken changes nothing");
    }
}

/// Answers whatever is asked with the first thing that fits; returns how many answers it took.
fn run_to_the_end(attempt: &mut Attempt, questionnaire: &Questionnaire) -> usize {
    for count in 0..500 {
        let Next::Ask(step) = attempt.next(questionnaire) else {
            return count;
        };
        let index = step.asked.index;
        let words = |words: &str| Reply::Words(words.to_owned());
        let replies = match &step.asked.question.kind {
            Kind::One { .. } => vec![Reply::Choice(0)],
            Kind::Several { .. } => vec![Reply::Tick { choice: 0, on: true }, Reply::Done],
            Kind::Number { from, .. } => vec![words(&from.to_string())],
            Kind::RightNumber(_) => vec![words("1")],
            Kind::Words { .. } | Kind::RightWords(_) => vec![words("да")],
        };
        for reply in replies {
            let _ = attempt.answer(questionnaire, index, reply);
        }
    }
    panic!("the questionnaire never ends");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_deeds_break_an_attempt(which in 0usize..4, group in 0usize..9, deeds in deeds()) {
        let text = SHIPPED.get(which).copied().unwrap_or(WINDING);
        let questionnaire = parse(text).expect("sound");
        let groups = crate::diagnostics::questionnaire::POST_GROUPS;
        let mut attempt = attempt(groups.get(group).map(std::slice::from_ref).unwrap_or_default());
        for deed in deeds {
            do_deed(&mut attempt, &questionnaire, deed);
            if let Next::Ask(step) = attempt.next(&questionnaire) {
                prop_assert!((1..=step.total).contains(&step.position));
            }
            let assessment = assess(&attempt, &questionnaire);
            prop_assert!(assessment.areas.iter().all(|area| (0.0..=1.0).contains(&area.score)));
            prop_assert!(assessment.to_work_on().len() <= 3);
        }
        run_to_the_end(&mut attempt, &questionnaire);
        prop_assert_eq!(attempt.next(&questionnaire), Next::Finished);
        prop_assert!(assess(&attempt, &questionnaire).total.is_some());
    }
}
