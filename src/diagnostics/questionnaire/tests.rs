//! Every rule of the file format, and that no text can make reading it panic.

use proptest::prelude::*;

use super::*;

const SOUND: &str = r#"format = 1
id = "sample"
title = "Проба"
summary = "Короткая анкета."
minutes = 2
intro = "Пара вопросов."
source = "self_rated"

[[scale]]
id = "how"
choices = [{ label = "Нет", score = 0.0 }, { label = "Да", score = 1.0 }]

[[level]]
up_to = 1.0
title = "Итог"
text = "Всё."

[[area]]
id = "first"
title = "Первая"
short = "Пер-\nвая"
next_step = "Сделайте шаг."
strength = "Хорошо."

[[area.level]]
up_to = 0.5
title = "Пока"
text = "Пока так."

[[area.level]]
up_to = 1.0
title = "Да"
text = "Уже да."

[[area.question]]
id = "q-scale"
kind = "scale"
scale = "how"
reverse = true
text = "Так?"

[[area.question]]
id = "q-several"
kind = "several"
at_most = 2
choices = [{ id = "a", label = "А", score = 0.5 }, { id = "b", label = "Б", score = 0.7 }, { id = "no", label = "Нет", alone = true }]
text = "Что?"
when = [{ answer = { question = "q-scale", score_at_most = 0.5 } }]

[[area.question]]
id = "q-task"
kind = "task"
text = "Сколько?"
right_number = 12.5
explanation = "Потому."
"#;

fn faults(text: &str) -> Vec<Fault> {
    parse(text).err().map(|error| error.faults).unwrap_or_default()
}

/// Breaks the sound file in one place and returns what is said about it.
fn broken(from: &str, to: &str) -> Fault {
    assert!(SOUND.contains(from), "{from}");
    let text = SOUND.replacen(from, to, 1);
    let found = faults(&text);
    assert!(!found.is_empty(), "{to} was accepted");
    found[0].clone()
}

#[test]
fn a_sound_file_is_read() {
    let questionnaire = parse(SOUND).expect("sound");
    assert_eq!(questionnaire.areas[0].short, "Пер-\nвая");
    assert_eq!(questionnaire.repeat_after_months, None, "nobody is invited who was not meant to be");
    let questions = &questionnaire.areas[0].questions;
    assert_eq!(questions[0].choices()[0].score, Some(1.0), "reversed");
    assert_eq!(questions[2].kind, Kind::RightNumber(12.5));
    assert!(questions[2].is_task() && questions[2].is_scored() && questions[2].is_typed());
}

#[test]
fn the_shipped_files_are_sound() {
    for (place, name) in [(1, "professional"), (2, "functional-literacy"), (3, "early-career")] {
        let path = format!("{}/content/questionnaires/{place}-{name}.toml", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(&path).expect("shipped");
        let questionnaire = parse(&text).map_err(|error| error.in_file(&path)).expect("sound");
        assert_eq!(questionnaire.id, name);
        assert!(questionnaire.repeat_after_months.is_some(), "{name} invites to a second time");
    }
}

#[test]
fn each_mistake_is_told_with_its_line() {
    let cases = [
        ("format = 1", "format = 2", 1, "format 2"),
        ("id = \"sample\"", "id = \"Проба\"", 2, "a–z"),
        ("title = \"Проба\"", "title = \"  \"", 3, "empty"),
        ("minutes = 2", "minutes = 0", 5, "minutes"),
        ("minutes = 2", "minutes = 2\nmood = 1", 6, "unknown field"),
        ("\"self_rated\"", "\"guess\"", 7, "source"),
        ("\"self_rated\"", "\"self_rated\"\nrepeat_after_months = 0", 8, "from 1 to 36, not 0"),
        ("\"self_rated\"", "\"self_rated\"\nrepeat_after_months = 37", 8, "from 1 to 36, not 37"),
        ("\"self_rated\"", "\"self_rated\"\nrepeat_after_months = \"год\"", 8, "expected u32"),
        ("score = 1.0 }]\n\n[[level]]", "score = nan }]\n\n[[level]]", 11, "from 0 to 1"),
        ("up_to = 1.0\ntitle = \"Итог\"", "up_to = 0.9\ntitle = \"Итог\"", 14, "1.0"),
        ("\"Пер-\\nвая\"", "\"а\\nб\\nв\"", 21, "one line break"),
        ("up_to = 0.5", "up_to = 1.0", 31, "low to high"),
        ("kind = \"scale\"", "kind = \"slider\"", 37, "kind must be"),
        ("scale = \"how\"", "scale = \"other\"", 38, "no scale"),
        ("at_most = 2", "at_most = 9", 44, "at_most"),
        ("id = \"b\"", "id = \"a\"", 46, "two choices"),
        ("label = \"Нет\", alone = true", "label = \"Нет\", right = true", 46, "tasks only"),
        ("id = \"q-several\"", "id = \"q-scale\"", 43, "two questions"),
        ("question = \"q-scale\"", "question = \"q-task\"", 48, "stands above"),
        ("right_number = 12.5", "right_number = 12.5\nright_texts = [\"да\"]", 52, "exactly one"),
        ("explanation = \"Потому.\"", "", 52, "explanation"),
        ("right_number = 12.5", "max_chars = 5", 52, "exactly one"),
        ("next_step = \"Сделайте шаг.\"", "", 19, "next_step"),
        ("when = [{ answer", "when = [{ early_career = true, answer", 48, "exactly one"),
    ];
    for (from, to, line, words) in cases {
        let fault = broken(from, to);
        assert!(fault.what.contains(words), "{to}: {fault:?}");
        assert_eq!(fault.line, line, "{to}: {fault:?}");
    }
}

#[test]
fn extended_questions_bear_nothing_that_everybody_is_asked() {
    let deeper = SOUND.replace("right_number = 12.5", "right_number = 12.5\nextended = true");
    assert!(parse(&deeper).expect("sound").areas[0].questions[2].extended);
    let waits = broken("reverse = true", "reverse = true\nextended = true");
    assert!(waits.what.contains("“q-scale” is extended") && waits.line == 44, "{waits:?}");
    let (head, _) = SOUND.split_once("[[area.question]]\nid = \"q-several\"").expect("three questions");
    let only = faults(&head.replace("reverse = true", "extended = true"));
    assert!(only[0].what.contains("without extended = true") && only[0].line == 19, "{only:?}");
}

#[test]
fn all_mistakes_of_a_file_are_told_at_once() {
    let text = SOUND.replace("minutes = 2", "minutes = 0").replace("at_most = 2", "at_most = 9");
    assert_eq!(faults(&text).len(), 2);
    let told = parse(&text).expect_err("broken").in_file("a.toml");
    assert!(told.starts_with("a.toml:5: "), "{told}");
}

proptest! {
    #[test]
    fn no_text_makes_reading_panic(text in "\\PC{0,300}") {
        let _ = parse(&text);
    }

    #[test]
    fn no_damage_to_a_sound_file_makes_reading_panic(at in 0usize..SOUND.len(), cut in 0usize..40, junk in "[\\[\\]{}=\"\\n0-9a-z.-]{0,12}") {
        let (mut start, mut end) = (at, (at + cut).min(SOUND.len()));
        while !SOUND.is_char_boundary(start) { start -= 1; }
        while !SOUND.is_char_boundary(end) { end += 1; }
        let _ = parse(&format!("{}{junk}{}", &SOUND[..start], &SOUND[end..]));
    }
}
