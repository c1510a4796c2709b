//! How far a teacher can have come, how to bring one there, and what a fitting answer is anywhere.

use futures::future::join_all;
use sandbox::Bubble;

use crate::{
    house::{House, transcript},
    teacher::Teacher,
};

/// Where somebody stands when something odd comes from them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    Stranger,
    Name,
    School,
    Post,
    Subjects,
    Year,
    Menu,
    ButtonQuestion,
    TextQuestion,
    NumberQuestion,
    TickQuestion,
    Result,
}

impl Stage {
    /// Before anybody has registered.
    pub const OUTSIDE: [Self; 6] =
        [Self::Stranger, Self::Name, Self::School, Self::Post, Self::Subjects, Self::Year];
    /// After that.
    pub const INSIDE: [Self; 6] = [
        Self::Menu,
        Self::ButtonQuestion,
        Self::TextQuestion,
        Self::NumberQuestion,
        Self::TickQuestion,
        Self::Result,
    ];

    /// All of them, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::OUTSIDE.into_iter().chain(Self::INSIDE)
    }

    /// Something that stands on the screen of this stage.
    pub fn landmark(self) -> &'static str {
        match self {
            Self::Stranger => "нужно Ваше согласие",
            Self::Name => "Как Вас зовут",
            Self::School => "где Вы работаете",
            Self::Post => "Какая у Вас там должность",
            Self::Subjects => "Какие предметы",
            Self::Year => "В каком году",
            Self::Menu => "чем займёмся",
            Self::ButtonQuestion => "Второй вопрос?",
            Self::TextQuestion => "Чего хочется?",
            Self::NumberQuestion => "Сколько часов?",
            Self::TickQuestion => "Что из этого?",
            Self::Result => "Ваш результат",
        }
    }
}

/// The name that everybody here gives.
pub const NAME: &str = "Петрова Анна Сергеевна";

/// A new teacher at this stage, in a house with the short questionnaire.
pub async fn brought_to(house: &House, stage: Stage) -> Teacher {
    let mut teacher = Teacher::new(house.person(&format!("{stage:?}")));
    for (at, step) in Stage::all().zip(STEPS) {
        match *step {
            Step::Says(words) => {
                teacher.phone.says(words);
            }
            Step::Taps(labels) => {
                for label in labels {
                    teacher.taps(label).await;
                }
            }
            Step::SaysAndTaps(words, labels) => {
                teacher.phone.says(words);
                for label in labels {
                    teacher.taps(label).await;
                }
            }
        }
        stands_at(&teacher, at).await;
        if at == stage {
            break;
        }
    }
    teacher
}

enum Step {
    Says(&'static str),
    Taps(&'static [&'static str]),
    SaysAndTaps(&'static str, &'static [&'static str]),
}

/// What leads to each stage from the one before.
const STEPS: &[Step] = &[
    Step::Says("/start"),
    Step::Taps(&["Даю согласие"]),
    Step::Says(NAME),
    Step::Taps(&["Школа № 1"]),
    Step::Taps(&["Учитель"]),
    Step::Taps(&["Математика", "Готово"]),
    Step::Taps(&["2015", "В меню"]),
    Step::SaysAndTaps("/diagnosis", &["Пограничная", "Начать", "Да"]),
    Step::Taps(&["Много"]),
    Step::Says("мира"),
    Step::SaysAndTaps("7", &["☐ Алгебра"]),
    Step::Taps(&["Готово", "Да"]),
];

/// One teacher at each of these stages.
pub async fn one_at_each(house: &House, stages: &[Stage]) -> Vec<(Stage, Teacher)> {
    join_all(stages.iter().map(async |stage| (*stage, brought_to(house, *stage).await))).await
}

/// Waits until the newest screen is the one of this stage.
pub async fn stands_at(teacher: &Teacher, stage: Stage) {
    teacher
        .phone
        .waits_until(&format!("the screen of {stage:?}"), |chat| {
            newest(chat).is_some_and(|bubble| bubble.text.contains(stage.landmark()))
        })
        .await;
}

/// The newest screen with buttons.
pub fn newest(chat: &[Bubble]) -> Option<&Bubble> {
    chat.iter().rev().find(|bubble| bubble.from_bot && !bubble.buttons.is_empty())
}

/// Waits for a screen below the message with this id, and judges it.
pub async fn is_answered(teacher: &Teacher, sent: i64, what: &str) -> Bubble {
    let below = |chat: &[Bubble]| newest(chat).is_some_and(|bubble| bubble.message_id > sent);
    teacher.phone.waits_until(&format!("an answer to {what}"), below).await;
    teacher
        .phone
        .waits_until(&format!("one live screen after {what}"), |chat| {
            chat.iter().filter(|bubble| bubble.from_bot && !bubble.buttons.is_empty()).count() == 1
        })
        .await;
    is_fitting(teacher).unwrap_or_else(|fault| panic!("{what}: {fault}\n{}", transcript(&teacher.phone)))
}

/// What no person may ever read: apologies, text keys, markup and errors in the raw.
const NEVER: [&str; 14] = [
    "что-то сломалось",
    "M-",
    "{ $",
    "{$",
    "people-",
    "diagnostics-",
    "dispatch-",
    "&lt;",
    "&amp;",
    "<quote>",
    "<i>",
    "Error",
    "panic",
    "None",
];

/// Whether the newest screen is one that a person can go on from.
pub fn is_fitting(teacher: &Teacher) -> Result<Bubble, String> {
    let chat = teacher.phone.chat();
    let screen = newest(&chat).ok_or("no screen with a way on")?;
    if screen.text.trim().is_empty() {
        return Err("a screen without words".to_owned());
    }
    if let Some(raw) = NEVER.iter().find(|raw| screen.text.contains(**raw)) {
        return Err(format!("«{raw}» stands on the screen"));
    }
    let keys = || screen.buttons.iter().flatten();
    if keys().any(|key| key.label.trim().is_empty() || NEVER.iter().any(|raw| key.label.contains(raw))) {
        return Err("a button without words".to_owned());
    }
    if keys().all(|key| key.data.is_none() && key.url.is_none()) {
        return Err("no button leads on".to_owned());
    }
    Ok(screen.clone())
}

/// Everything that is kept of a person, as texts. What a list is narrowed to is no loss, and the only municipality is
/// meant whether somebody said so or not.
pub async fn held(house: &House, teacher: &Teacher) -> Vec<String> {
    let person = teacher.phone.id();
    let mut held = Vec::new();
    for draft in house.lines(DRAFT, person).await {
        let mut draft: serde_json::Value = serde_json::from_str(&draft).expect("drafts are JSON");
        let fields = draft.as_object_mut().expect("a draft has fields");
        fields.remove("filter");
        fields.remove("municipality");
        fields.remove("page");
        held.push(draft.to_string());
    }
    for query in [PERSON, WORK, ATTEMPTS, ANSWERS] {
        held.extend(house.lines(query, person).await);
    }
    held
}

const DRAFT: &str = "SELECT CAST(drafts.step AS TEXT) FROM drafts
    JOIN contacts ON contacts.id = drafts.contact_id WHERE contacts.external_id = $1 ORDER BY 1";
const PERSON: &str = "SELECT COALESCE(family_name, '') || ' ' || COALESCE(given_name, '') || ' '
    || COALESCE(patronymic, '') || ' ' || COALESCE(CAST(career_began_year AS TEXT), '') || ' '
    || COALESCE(language, '') || ' ' || COALESCE(time_zone, '') || ' ' || CAST(quiet_from_minute AS TEXT) || ' '
    || CAST(quiet_to_minute AS TEXT) || CASE WHEN registered_at IS NULL THEN '' ELSE ' registered' END
    FROM persons JOIN contacts ON contacts.person_id = persons.id WHERE contacts.external_id = $1";
const WORK: &str = "SELECT post || ' ' || COALESCE(subject, '') FROM employments
    JOIN contacts ON contacts.person_id = employments.person_id
    LEFT JOIN employment_subjects ON employment_id = employments.id
    WHERE contacts.external_id = $1 AND ended_at IS NULL ORDER BY 1";
const ATTEMPTS: &str = "SELECT questionnaire || ' ' || attempts.state FROM attempts
    JOIN contacts ON contacts.person_id = attempts.person_id WHERE contacts.external_id = $1 ORDER BY 1";
const ANSWERS: &str = "SELECT question || ' = ' || CAST(value AS TEXT) FROM answers
    JOIN attempts ON attempts.id = attempt_id JOIN contacts ON contacts.person_id = attempts.person_id
    WHERE contacts.external_id = $1 ORDER BY 1";

/// Nothing was set aside, and nobody was apologised to.
pub async fn nothing_broke(house: &House) {
    house.settles().await;
    assert_eq!(
        house.count("SELECT COUNT(*) FROM inbox WHERE state = 'set_aside'").await,
        0,
        "an event was set aside"
    );
    assert_eq!(house.count("SELECT COUNT(*) FROM inbox WHERE crashes > 0").await, 0, "a handler crashed");
}
