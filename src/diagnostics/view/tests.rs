//! Every screen in both languages, as a person reads it, with its buttons below.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate};
use uuid::Uuid;

use super::*;
use crate::{
    diagnostics::{
        model::{Answer, Attempt, Next, Profile, Rejection, assess},
        questionnaire::{Kind, Questionnaire, parse},
    },
    messenger::Screen,
    texts::{Language, Texts},
};

const SAMPLE: &str = include_str!("../model/winding.toml");
const LITERACY: &str = include_str!("../../../content/questionnaires/2-functional-literacy.toml");
const PROFESSIONAL: &str = include_str!("../../../content/questionnaires/1-professional.toml");

fn texts(language: Language) -> Texts {
    Texts::load().expect("texts").in_language(language)
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).expect("a day")
}

fn attempt(answers: &[(&str, Answer)]) -> Attempt {
    Attempt {
        id: Uuid::nil(),
        person_id: Uuid::nil(),
        municipality_id: None,
        questionnaire: "winding".to_owned(),
        version_hash: String::new(),
        profile: Profile { post_groups: vec!["school_teacher".to_owned()], ..Profile::default() },
        narrowing: None,
        answers: answers.iter().map(|(id, answer)| ((*id).to_owned(), answer.clone())).collect(),
        looking_at: None,
        begun_at: DateTime::UNIX_EPOCH,
        finished_at: None,
    }
}

fn written(screen: &Screen) -> String {
    screen.check().expect("every messenger would show it");
    let rows = screen.rows.iter().map(|row| {
        let labels: Vec<&str> = row.iter().map(|button| button.label.as_str()).collect();
        format!("[ {} ]", labels.join(" | "))
    });
    let toast = screen.toast.iter().map(|toast| format!("(toast: {toast})"));
    let lines: Vec<String> =
        std::iter::once(screen.text.as_str().to_owned()).chain(toast).chain(rows).collect();
    lines.join("\n")
}

fn question(questionnaire: &Questionnaire, answers: &[(&str, Answer)], texts: &Texts) -> Screen {
    let attempt = attempt(answers);
    match attempt.next(questionnaire) {
        Next::Ask(step) => question_screen(&attempt, &step, texts),
        Next::Finished => panic!("nothing is asked"),
    }
}

/// Questions of every kind, and what is said to replies that do not fit.
fn taking(texts: &Texts) -> Vec<Screen> {
    let sample = parse(SAMPLE).expect("sound");
    let choice = |id: &str| Answer::Choice(id.to_owned());
    let ticks = |picked: &[&str], done| Answer::Ticks {
        picked: picked.iter().map(ToString::to_string).collect(),
        done,
    };
    let mut answers: Vec<(&str, Answer)> = Vec::new();
    let mut screens = Vec::new();
    for (id, answer) in [
        ("at-all", choice("no")),
        ("which", ticks(&["a"], true)),
        ("hours", Answer::Number(12.0)),
        ("wish", Answer::Skipped),
        ("sum", Answer::Number(2.5)),
        ("word", Answer::Words("ёж".to_owned())),
    ] {
        screens.push(question(&sample, &answers, texts));
        answers.push((id, answer));
    }
    screens.push(question(&sample, &[("at-all", choice("no")), ("which", ticks(&["a", "b"], false))], texts));
    for rejection in [
        Rejection::NotCurrent,
        Rejection::Unfit,
        Rejection::TooFew(1),
        Rejection::TooMany(2),
        Rejection::TooMany(21),
        Rejection::NeedsButton,
        Rejection::Empty,
        Rejection::TooLong { chars: 521, most: 500 },
        Rejection::NotANumber,
        Rejection::OutOfRange { from: 0, to: 60 },
    ] {
        screens.push(rejected_screen(question(&sample, &[], texts), &rejection, texts));
    }
    let (attempt, id) = (attempt(&[]), Uuid::nil());
    if let Next::Ask(step) = attempt.next(&sample) {
        screens.push(pause_screen(id, &step, texts));
    }
    screens.extend([leave_screen(id, texts), cancelled_screen(texts)]);
    screens
}

fn choosing(texts: &Texts) -> Vec<Screen> {
    let (one, other) = (parse(PROFESSIONAL).expect("sound"), parse(LITERACY).expect("sound"));
    let early = parse(include_str!("../../../content/questionnaires/3-early-career.toml")).expect("sound");
    let entry = |questionnaire, open, finished_on| ListEntry {
        questionnaire,
        open,
        finished_on,
        is_recommended: true,
    };
    let entries = [
        entry(&one, Some(Uuid::nil()), None),
        entry(&other, None, Some(day(3, 8))),
        entry(&early, None, None),
    ];
    let today = day(11, 21);
    let mut screens = vec![list_screen(&entries, true, today, texts), list_screen(&[], false, today, texts)];
    screens.extend([1, 2, 5, 21].map(|questions| intro_screen(&one, questions, texts)));
    screens
}

/// Every third task is wrong.
fn half_right(questionnaire: &Questionnaire) -> Attempt {
    let mut attempt = attempt(&[]);
    for (at, asked) in attempt.path(questionnaire).into_iter().enumerate() {
        let wrong = at % 3 == 0;
        let answer = match &asked.question.kind {
            Kind::One { choices } => Answer::Choice(choices[usize::from(wrong)].id.clone()),
            Kind::Several { choices, .. } => {
                let picked =
                    choices.iter().filter(|choice| choice.right != wrong).map(|choice| choice.id.clone());
                Answer::Ticks { picked: picked.collect(), done: true }
            }
            Kind::RightNumber(right) => Answer::Number(if wrong { 2.5 } else { *right }),
            _ => Answer::Words("не знаю <b>".to_owned()),
        };
        attempt.answers.insert(asked.question.id.clone(), answer);
    }
    attempt
}

fn looking_back(texts: &Texts) -> Vec<Screen> {
    let questionnaire = parse(LITERACY).expect("sound");
    let attempt = half_right(&questionnaire);
    let assessment = assess(&attempt, &questionnaire);
    let scores = assessment.areas.iter().map(|area| (area.area.id.clone(), 0.5)).collect();
    let before = Before { day: NaiveDate::from_ymd_opt(2025, 12, 31).expect("a day"), scores };
    let view = ResultView {
        attempt: &attempt,
        questionnaire: &questionnaire,
        assessment: &assessment,
        day: day(11, 21),
        today: day(11, 21),
        before: Some(&before),
    };
    assert_eq!(chart(&view, texts).map(|chart| chart.axes.len()), Some(assessment.areas.len()));
    let lines: Vec<_> = (0..9).map(|n| (Uuid::nil(), day(1, n + 1), questionnaire.title.clone())).collect();
    let told = told_sentence("Анкета", day(1, 2), None, texts).paragraph(&told_sentence(
        "Анкета",
        day(1, 2),
        Some(day(2, 3)),
        texts,
    ));
    vec![
        result_screen(&view, true, texts),
        result_screen(&ResultView { before: None, ..view }, false, texts),
        review_screen(&attempt, &assessment, 0, texts),
        review_screen(&attempt, &assessment, usize::MAX, texts),
        history_screen(&lines, 0, texts),
        history_screen(&[], 3, texts),
        erase_screen(Uuid::nil(), "Анкета", (day(1, 2), day(11, 21)), texts),
        deleted_screen(texts),
        Screen::of(told),
    ]
}

#[test]
fn every_screen_in_both_languages() {
    for language in Language::ALL {
        let texts = texts(language);
        for (name, screens) in [
            ("choosing", choosing(&texts)),
            ("taking", taking(&texts)),
            ("looking_back", looking_back(&texts)),
        ] {
            let written: Vec<String> = screens.iter().map(written).collect();
            insta::assert_snapshot!(format!("{name}_{}", language.code()), written.join("\n\n————————\n\n"));
        }
    }
}

/// Both letters: alone, and as one line among others.
#[test]
fn letters_say_what_they_are_about() {
    let professional = parse(PROFESSIONAL).expect("sound");
    let begun = attempt(&[]);
    let first = begun.path(&professional)[0].question;
    let answered = attempt(&[(&first.id, Answer::Choice("1".to_owned()))]);
    for language in Language::ALL {
        let texts = texts(language);
        let letters = [
            unfinished_letter(&begun, &professional, &texts),
            unfinished_letter(&answered, &professional, &texts),
            repeat_letter(&professional, (day(5, 24), day(11, 24)), &texts),
        ];
        let told: Vec<String> = letters
            .iter()
            .map(|letter| {
                assert!(letter.screen.rows[0].contains(&letter.button), "alone and among others it leads on");
                format!("{}\n· {}", written(&letter.screen), letter.brief.as_str())
            })
            .collect();
        insta::assert_snapshot!(format!("letters_{}", language.code()), told.join("\n\n"));
    }
}

/// Shipped questionnaires must fit a phone whatever somebody answers.
#[test]
fn every_question_of_the_shipped_questionnaires_can_be_shown() {
    let texts = texts(Language::Ru);
    let early = include_str!("../../../content/questionnaires/3-early-career.toml");
    for text in [PROFESSIONAL, LITERACY, early] {
        let questionnaire = parse(text).expect("sound");
        let asked = attempt(&[]).path(&questionnaire);
        for asked in &asked {
            let looked_at = Attempt { looking_at: Some(asked.question.id.clone()), ..attempt(&[]) };
            let Next::Ask(step) = looked_at.next(&questionnaire) else { panic!("it is asked") };
            let screen = question_screen(&looked_at, &step, &texts);
            screen.check().expect("every messenger would show it");
            assert_eq!(screen.posts().len(), 1, "{}", asked.question.id);
        }
    }
}

#[test]
fn every_payload_is_read_back() {
    let id = Uuid::now_v7();
    let all = [
        Action::Diagnosis,
        Action::Intro("a".repeat(40)),
        Action::Start("a".repeat(40)),
        Action::Show(id),
        Action::Choose(id, 999, 29),
        Action::Tick(id, 999, 29),
        Action::Untick(id, 999, 29),
        Action::Done(id, 999),
        Action::Skip(id, 999),
        Action::Back(id, 999),
        Action::Forward(id, 999),
        Action::Pause(id),
        Action::Leave(id),
        Action::Cancel(id),
        Action::Result(id),
        Action::Picture(id),
        Action::Review(id, 99),
        Action::History(9999),
        Action::Erase(id),
        Action::Delete(id),
    ];
    let mut verbs = BTreeMap::new();
    for action in all {
        let payload = crate::messenger::Payload::from(action.clone());
        assert!(payload.fits(), "{payload:?}");
        assert_eq!(Action::read(payload.as_str()), Some(action));
        verbs.insert(payload.as_str().split('.').nth(1).unwrap_or_default().to_owned(), ());
    }
    assert!(ACTIONS.iter().all(|action| verbs.contains_key(action.verb)) && ACTIONS.len() == verbs.len());
    for forged in [
        "dg1.show",
        "dg1.show.x",
        "dg1.choose.AAAA",
        "dg1.what",
        "dg0.diagnosis",
        "dg1.diagnosis.1",
        "dg1.history.-1",
    ] {
        assert_eq!(Action::read(forged), None, "{forged}");
    }
}
