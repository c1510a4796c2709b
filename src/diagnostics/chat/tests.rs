//! Conversations told step by step against a real SQLite file: what people press and write, and what they then see.

use std::ops::ControlFlow;

use chrono::TimeDelta;
use uuid::Uuid;

use super::tree;
use crate::{
    app::App,
    capability::Tree,
    clock::Clock,
    config::Config,
    diagnostics::{capability, store, view::Action},
    execute,
    messenger::{ContactKey, Event, Incoming, Markup, MessengerKind, Origin, Payload, Place, Screen, Target},
    texts::Language,
    turn::Turn,
    units::{self, NewEmployment},
};

struct Teacher {
    app: App,
    tree: Tree,
    key: ContactKey,
    person: Uuid,
}

async fn app(folder: &tempfile::TempDir) -> App {
    app_with(folder, None).await
}

async fn app_with(folder: &tempfile::TempDir, content: Option<std::path::PathBuf>) -> App {
    let config = Config {
        token: None,
        api_url: String::new(),
        proxy: None,
        database_url: format!("sqlite:{}", folder.path().join("t.sqlite").display()).into(),
        log: String::new(),
        log_format: crate::config::LogFormat::Text,
        listen: None,
        webhook_url: None,
        owners: Vec::new(),
        time_zone: chrono_tz::Europe::Moscow,
        language: Language::Ru,
        content,
        sends_per_second: 0,
        weekly_budget: 7,
        events_per_minute: 0,
        erasure_book: None,
    };
    App::build(&config, Clock::real(), vec![capability()]).await.expect("an app")
}

impl Teacher {
    /// A registered teacher whose career began this year.
    async fn new(app: &App, name: &str) -> Self {
        let (person, contact, now) = (Uuid::now_v7(), Uuid::now_v7(), app.clock.now());
        let mut tx = app.db.begin().await.expect("begins");
        execute!(&mut tx, sqlx::query(
            "INSERT INTO persons (id, career_began_year, language, quiet_from_minute, quiet_to_minute, created_at,
                 registered_at) VALUES ($1, $2, 'ru', 0, 0, $3, $3)")
            .bind(person).bind(i64::from(chrono::Datelike::year(&now)) - 1).bind(now)).expect("a person");
        execute!(
            &mut tx,
            sqlx::query(
                "INSERT INTO contacts (id, messenger, external_id, person_id, state, created_at)
             VALUES ($1, 'telegram', $2, $3, 'live', $4)"
            )
            .bind(contact)
            .bind(name)
            .bind(person)
            .bind(now)
        )
        .expect("a contact");
        tx.commit().await.expect("commits");
        let key = ContactKey { messenger: MessengerKind::Telegram, external_id: name.to_owned() };
        Self { app: app.clone(), tree: tree(), key, person }
    }

    /// Handles an event as the inbox does, but without its row.
    async fn does(&self, event: Event) -> anyhow::Result<Screen> {
        let incoming = Incoming {
            contact: self.key.clone(),
            place: Place::Private,
            origin: Origin::default(),
            language_hint: None,
            received_at: self.app.clock.now(),
            event,
            formatted: Markup::default(),
        };
        let turn = Turn::open(&self.app, incoming, None).await?;
        let outcome = match self.tree.dispatch(dptree::deps![turn.clone()]).await {
            ControlFlow::Break(outcome) => outcome?,
            ControlFlow::Continue(_) => anyhow::bail!("nobody's event"),
        };
        if !turn.is_committed() {
            turn.finish(outcome.address.as_ref()).await?;
        }
        outcome.check()?;
        Ok(outcome)
    }

    async fn sends(&self, action: Action) -> anyhow::Result<Screen> {
        self.does(Event::Press { payload: Payload::from(action).as_str().to_owned() }).await
    }

    async fn presses(&self, screen: &Screen, label: &str) -> Screen {
        let payload = payload(screen, label);
        self.does(Event::Press { payload }).await.expect("a screen")
    }

    async fn says(&self, words: &str) -> anyhow::Result<Screen> {
        self.does(Event::Words { text: words.to_owned(), reply_to: None, forwarded: false }).await
    }

    async fn begins(&self, title: &str) -> Screen {
        let list = self.does(Event::Command { name: "diagnosis".into(), argument: String::new() }).await;
        let intro = self.presses(&list.expect("the list"), title).await;
        assert!(seen(&intro).contains(
            "Результат видите Вы и те, кому Вы его откроете. Он не используется при аттестации и премировании."
        ));
        self.presses(&intro, "Начать").await
    }

    /// Answers everything from here; `pick` is the place of the choice. Returns the result.
    async fn goes_on_to_the_end(&self, mut screen: Screen, pick: usize) -> Screen {
        for _ in 0..200 {
            if !labels(&screen).contains(&"Пауза".to_owned()) {
                return screen;
            }
            let first = labels(&screen)[0].clone();
            screen = if seen(&screen).contains("Напишите число") {
                self.says("12").await.expect("a screen")
            } else if seen(&screen).contains("Напишите ответ") {
                self.says("Всё хорошо <b>").await.expect("a screen")
            } else if first.starts_with('☐') {
                let ticked = self.presses(&screen, &first).await;
                self.presses(&ticked, "Готово").await
            } else {
                let choices = answers(&screen);
                self.presses(&screen, &choices[pick.min(choices.len() - 1)]).await
            };
        }
        panic!("the questionnaire never ends");
    }

    async fn open_attempt(&self, questionnaire: &str) -> Uuid {
        store::find_open(&self.app.db, self.person, questionnaire).await.expect("asked").expect("open")
    }
}

fn seen(screen: &Screen) -> String {
    screen.text.visible()
}

fn labels(screen: &Screen) -> Vec<String> {
    screen.rows.iter().flatten().map(|button| button.label.clone()).collect()
}

/// Labels of the buttons that answer.
fn answers(screen: &Screen) -> Vec<String> {
    let answering = screen.rows.iter().flatten().filter(|button| {
        matches!(&button.target, Target::Action(payload) if payload.as_str().starts_with("dg1.choose."))
    });
    answering.map(|button| button.label.clone()).collect()
}

fn payload(screen: &Screen, label: &str) -> String {
    let found = screen.rows.iter().flatten().find(|button| button.label.contains(label));
    match found.map(|button| &button.target) {
        Some(Target::Action(payload)) => payload.as_str().to_owned(),
        _ => panic!("no button “{label}” among {:?}", labels(screen)),
    }
}

#[tokio::test]
async fn from_the_list_to_the_picture_and_on_to_the_comparison() {
    let folder = tempfile::tempdir().expect("a folder");
    let teacher = Teacher::new(&app(&folder).await, "1").await;
    let list = teacher
        .does(Event::Command { name: "diagnosis".into(), argument: String::new() })
        .await
        .expect("list");
    assert!(labels(&list)[0].starts_with("Первые три года"), "recommended first: {:?}", labels(&list));
    let first = teacher.begins("Первые три года").await;
    let result = teacher.goes_on_to_the_end(first, 1).await;
    let words = seen(&result);
    assert!(words.contains("Над чем поработать") && words.contains("Следующий шаг:"), "{words}");
    assert!(!words.to_lowercase().contains("дефицит"));
    assert_eq!(result.attachments.len(), 1);

    teacher.app.clock.jump(TimeDelta::days(200));
    let again = teacher.begins("Первые три года").await;
    let result = teacher.goes_on_to_the_end(again, 3).await;
    let words = seen(&result);
    assert!(words.contains("Сильные стороны") && words.contains("▲"), "{words}");
    let history = teacher.presses(&result, "Мои результаты").await;
    assert_eq!(labels(&history).iter().filter(|label| label.contains(" · ")).count(), 2);
    let opened = teacher.presses(&history, " · ").await;
    let asked = teacher.presses(&opened, "Удалить").await;
    let gone = teacher.presses(&asked, "Да, удалить").await;
    assert!(seen(&gone).contains("удалён"));
    assert_eq!(store::list_attempts(&teacher.app.db, teacher.person).await.expect("listed").len(), 1);
}

#[tokio::test]
async fn tasks_are_explained_after_the_end_and_not_before() {
    let folder = tempfile::tempdir().expect("a folder");
    let teacher = Teacher::new(&app(&folder).await, "1").await;
    let first = teacher.begins("рамотност").await;
    let attempt = teacher.open_attempt("functional-literacy").await;
    assert!(teacher.sends(Action::Review(attempt, 0)).await.is_err(), "no right answers before the end");
    let result = teacher.goes_on_to_the_end(first, 0).await;
    assert!(seen(&result).contains("Верно решено"));
    let mut page = teacher.presses(&result, "Разбор заданий").await;
    let mut pages = 1;
    while labels(&page).contains(&"Дальше ›".to_owned()) {
        assert!(seen(&page).contains("Ваш ответ:"));
        page = teacher.presses(&page, "Дальше ›").await;
        pages += 1;
    }
    assert!(pages >= 6);
    let back = teacher.presses(&page, "К результату").await;
    assert!(back.attachments.is_empty(), "the picture stands there already");
}

#[tokio::test]
async fn pause_days_and_restart_keep_the_very_question() {
    let folder = tempfile::tempdir().expect("a folder");
    let teacher = Teacher::new(&app(&folder).await, "1").await;
    let first = teacher.begins("Первые три года").await;
    let second = teacher.presses(&first, &answers(&first)[2]).await;
    let paused = teacher.presses(&second, "Пауза").await;
    assert!(seen(&paused).contains("в любой момент"));
    assert!(teacher.says("ау").await.is_err(), "words are nobody's while it rests");
    teacher.app.clock.jump(TimeDelta::days(9));
    let later =
        Teacher { app: app(&folder).await, tree: tree(), key: teacher.key.clone(), person: teacher.person };
    let list =
        later.does(Event::Command { name: "diagnosis".into(), argument: String::new() }).await.expect("list");
    assert!(seen(&list).contains("Не закончено"));
    let continued = later.presses(&list, "Продолжить").await;
    assert_eq!((seen(&continued), labels(&continued)), (seen(&second), labels(&second)));
    let words = later.says("а можно словами?").await.expect("a screen");
    assert!(seen(&words).contains("отвечают кнопкой") && seen(&words).ends_with(&seen(&second)));
}

#[tokio::test]
async fn presses_that_come_twice_late_or_from_others_change_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let app = app(&folder).await;
    let (teacher, other) = (Teacher::new(&app, "1").await, Teacher::new(&app, "2").await);
    let first = teacher.begins("Первые три года").await;
    let attempt = teacher.open_attempt("early-career").await;
    let pressed = payload(&first, &answers(&first)[1]);
    let second = teacher.presses(&first, &answers(&first)[1]).await;
    let press = |payload: &str| teacher.does(Event::Press { payload: payload.to_owned() });
    let twice = press(&pressed).await.expect("a screen");
    assert_eq!((seen(&twice), twice.toast), (seen(&second), None));
    let late = teacher.presses(&first, &answers(&first)[0]).await;
    assert!(late.toast.is_some_and(|toast| toast.contains("позади")));
    let forged = Payload::new("dg1", "choose").id(attempt).number(usize::MAX).number(99);
    assert!(press(forged.as_str()).await.expect("a screen").toast.is_some());
    for action in [
        Action::Show(attempt),
        Action::Choose(attempt, 0, 0),
        Action::Back(attempt, 1),
        Action::Pause(attempt),
        Action::Cancel(attempt),
        Action::Result(attempt),
        Action::Delete(attempt),
    ] {
        let refused = other.sends(action.clone()).await.expect_err("somebody else's");
        let refusal = refused.downcast::<crate::errors::Refusal>().expect("a refusal");
        assert_eq!(refusal.key, "dispatch-press-outdated", "{action:?}");
    }
    assert!(
        teacher.sends(Action::Delete(attempt)).await.is_err(),
        "an open attempt is cancelled, not deleted"
    );
    let kept = store::find_attempt(&app.db, attempt, teacher.person).await.expect("asked").expect("kept");
    assert_eq!(kept.answers.len(), 1);
    let back = teacher.presses(&second, "Назад").await;
    assert!(labels(&back)[1].starts_with("● "), "{:?}", labels(&back));
    let on = teacher.presses(&back, "Вперёд").await;
    assert_eq!(seen(&on), seen(&second));
}

#[tokio::test]
async fn cancelling_is_asked_first_and_takes_the_answers_along() {
    let folder = tempfile::tempdir().expect("a folder");
    let teacher = Teacher::new(&app(&folder).await, "1").await;
    let first = teacher.begins("Первые три года").await;
    let paused = teacher.presses(&first, "Пауза").await;
    let asked = teacher.presses(&paused, "Отменить").await;
    let stayed = teacher.presses(&asked, "Нет, продолжить").await;
    assert_eq!(seen(&stayed), seen(&first));
    let cancelled = teacher.presses(&asked, "Да, удалить").await;
    assert!(seen(&cancelled).contains("отменено"));
    assert!(store::list_attempts(&teacher.app.db, teacher.person).await.expect("listed").is_empty());
    assert!(teacher.sends(Action::History(0)).await.is_ok());
}

#[tokio::test]
async fn nothing_that_is_written_breaks_a_question() {
    let folder = tempfile::tempdir().expect("a folder");
    let teacher = Teacher::new(&app(&folder).await, "1").await;
    teacher.begins("Первые три года").await;
    let long = "ё".repeat(10_000);
    for words in ["", " ", "🙂🙂", "\u{202e}آمر", "<b>&amp;", "*_`[", &long, "/", "-"] {
        let screen = teacher.says(words).await.expect("a screen");
        assert!(!answers(&screen).is_empty());
    }
}

#[tokio::test]
async fn conditions_look_at_the_main_place_of_work_only() {
    let folder = tempfile::tempdir().expect("a folder");
    let app = app(&folder).await;
    let teacher = Teacher::new(&app, "1").await;
    let municipality = units::list_municipalities(&app.db).await.expect("listed").remove(0);
    let school = units::list_schools(&app.db, municipality.id).await.expect("listed").remove(0);
    let mut tx = app.db.begin().await.expect("begins");
    for (post, subjects) in [("teacher", vec!["mathematics".to_owned()]), ("principal", vec![])] {
        let new = NewEmployment {
            person_id: teacher.person,
            school_id: school.id,
            post: post.to_owned(),
            subjects,
        };
        units::add_employment(&mut tx, &new, app.clock.now()).await.expect("added");
    }
    tx.commit().await.expect("commits");
    teacher.begins("Профессиональная").await;
    let attempt = teacher.open_attempt("professional").await;
    let attempt = store::find_attempt(&app.db, attempt, teacher.person).await.expect("asked").expect("kept");
    assert_eq!(attempt.profile.posts, ["teacher"]);
    assert_eq!(attempt.profile.post_groups, ["school_teacher"]);
    assert_eq!(attempt.profile.subjects, ["mathematics"]);
    assert_eq!(attempt.profile.early_career, Some(true));
    assert_eq!(attempt.municipality_id, Some(municipality.id));
}

#[tokio::test]
async fn what_was_begun_can_be_finished_after_it_left_the_shelf() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut teacher = Teacher::new(&app(&folder).await, "1").await;
    let first = teacher.begins("Первые три года").await;
    teacher.presses(&first, &answers(&first)[0]).await;
    let empty = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(empty.path().join("questionnaires")).expect("a subfolder");
    teacher.app = app_with(&folder, Some(empty.path().to_path_buf())).await;
    let list = teacher.sends(Action::Diagnosis).await.expect("the list");
    let continued = teacher.presses(&list, "Продолжить").await;
    let result = teacher.goes_on_to_the_end(continued, 2).await;
    assert_eq!(result.attachments.len(), 1);
    let list = teacher.sends(Action::Diagnosis).await.expect("the list");
    assert_eq!(labels(&list).len(), 2, "the results and the menu: {:?}", labels(&list));
}
