//! The store against a real SQLite file; the stories tell both engines.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::*;
use crate::{
    content::Content,
    diagnostics::{
        model::{Answer, Attempt, Profile, Saved, assess},
        shelf::{Shelf, read_questionnaires},
    },
    units::Catalogue,
};

struct Bench {
    db: Db,
    shelf: Shelf,
    person: Uuid,
    now: DateTime<Utc>,
    _folder: tempfile::TempDir,
}

async fn bench() -> Bench {
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite:{}", folder.path().join("t.sqlite").display());
    let db = Db::open(&url).await.expect("opens");
    db.migrate().await.expect("migrates");
    let now = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
    let content = Content::open(None);
    let versions =
        || read_questionnaires(&content, &Catalogue::read(&content).expect("read")).expect("sound");
    Shelf::publish(&db, versions(), now).await.expect("published");
    let shelf = Shelf::publish(&db, versions(), now).await.expect("publishing twice changes nothing");
    let person = Uuid::now_v7();
    let mut tx = db.begin().await.expect("begins");
    execute!(
        &mut tx,
        sqlx::query(
            "INSERT INTO persons (id, quiet_from_minute, quiet_to_minute, created_at) VALUES ($1, 0, 0, $2)"
        )
        .bind(person)
        .bind(now)
    )
    .expect("a person");
    tx.commit().await.expect("commits");
    Bench { db, shelf, person, now, _folder: folder }
}

impl Bench {
    fn attempt(&self) -> Attempt {
        let version = self.shelf.find_current("early-career").expect("shipped");
        Attempt {
            id: Uuid::now_v7(),
            person_id: self.person,
            municipality_id: None,
            questionnaire: version.questionnaire.id.clone(),
            version_hash: version.hash.clone(),
            profile: Profile { early_career: Some(true), ..Profile::default() },
            narrowing: None,
            answers: Default::default(),
            looking_at: None,
            begun_at: self.now,
            finished_at: None,
        }
    }

    async fn add(&self, attempt: &Attempt) -> bool {
        let mut tx = self.db.begin().await.expect("begins");
        let added = add_attempt(&mut tx, attempt).await.expect("added");
        tx.commit().await.expect("commits");
        added
    }
}

#[tokio::test]
async fn an_attempt_is_found_as_it_was_left_by_its_owner_only() {
    let bench = bench().await;
    let mut attempt = bench.attempt();
    assert!(bench.add(&attempt).await);
    let answers = [
        ("planning-materials", Answer::Choice("2".to_owned())),
        ("planning-hours", Answer::Number(12.0)),
        ("x", Answer::Ticks { picked: vec!["a".to_owned()], done: false }),
        ("y", Answer::Words("ёж <b>".to_owned())),
        ("z", Answer::Skipped),
    ];
    let mut tx = bench.db.begin().await.expect("begins");
    for (question, answer) in answers {
        let saved = Saved { question: question.to_owned(), answer: answer.clone() };
        save_answer(&mut tx, attempt.id, &saved, bench.now).await.expect("saved");
        save_answer(&mut tx, attempt.id, &saved, bench.now).await.expect("saved twice");
        attempt.answers.insert(question.to_owned(), answer);
    }
    attempt.looking_at = Some("planning-hours".to_owned());
    mark_looking_at(&mut tx, &attempt).await.expect("marked");
    let locked = lock_attempt(&mut tx, attempt.id, bench.person, bench.now).await.expect("locked");
    assert_eq!(locked.as_ref(), Some(&attempt));
    tx.commit().await.expect("commits");
    assert_eq!(
        find_attempt(&bench.db, attempt.id, bench.person).await.expect("found"),
        Some(attempt.clone())
    );
    assert_eq!(find_attempt(&bench.db, attempt.id, Uuid::now_v7()).await.expect("asked"), None);
    assert_eq!(find_open(&bench.db, bench.person, "early-career").await.expect("open"), Some(attempt.id));
}

#[tokio::test]
async fn a_questionnaire_is_open_once_per_person() {
    let bench = bench().await;
    assert!(bench.add(&bench.attempt()).await);
    assert!(!bench.add(&bench.attempt()).await);
    assert_eq!(list_attempts(&bench.db, bench.person).await.expect("listed").len(), 1);
}

#[tokio::test]
async fn a_finished_attempt_leaves_a_profile_that_goes_with_it() {
    let bench = bench().await;
    let mut first = bench.attempt();
    let version = bench.shelf.find_current("early-career").expect("shipped");
    for asked in first.path(&version.questionnaire) {
        first.answers.insert(asked.question.id.clone(), Answer::Choice("4".to_owned()));
    }
    assert!(bench.add(&first).await);
    let assessment = assess(&first, &version.questionnaire);
    let mut tx = bench.db.begin().await.expect("begins");
    let source = version.questionnaire.source;
    add_scores(&mut tx, &first, (&assessment, source), bench.now).await.expect("scores");
    mark_finished(&mut tx, first.id, bench.now).await.expect("finished");
    tx.commit().await.expect("commits");
    let scores = list_scores(&bench.db, first.id).await.expect("listed");
    assert_eq!(scores.len(), assessment.areas.len());
    assert!(scores.iter().all(|line| (0.0..=1.0).contains(&line.score)));

    let second = Attempt { begun_at: bench.now + TimeDelta::days(90), ..bench.attempt() };
    assert!(bench.add(&second).await, "after the end another may begin");
    let previous = find_previous(&bench.db, &second).await.expect("asked").expect("there is one");
    assert_eq!((previous.id, previous.finished_at), (first.id, bench.now));
    assert_eq!(find_previous(&bench.db, &first).await.expect("asked"), None);

    let mut tx = bench.db.begin().await.expect("begins");
    assert!(!delete_attempt(&mut tx, first.id, Uuid::now_v7()).await.expect("asked"), "somebody else's");
    assert!(delete_attempt(&mut tx, first.id, bench.person).await.expect("deleted"));
    tx.commit().await.expect("commits");
    assert!(list_scores(&bench.db, first.id).await.expect("listed").is_empty());
    let mut tx = bench.db.begin().await.expect("begins");
    forget_person(&mut tx, bench.person).await.expect("forgotten");
    tx.commit().await.expect("commits");
    assert!(list_attempts(&bench.db, bench.person).await.expect("listed").is_empty());
}

#[tokio::test]
async fn a_version_that_left_the_folder_can_still_be_read() {
    let bench = bench().await;
    let hash = bench.shelf.current()[0].hash.clone();
    let later = Shelf::publish(&bench.db, Vec::new(), bench.now).await.expect("nothing to publish");
    let version = later.version(&bench.db, &hash).await.expect("kept");
    assert_eq!(*version, *bench.shelf.current()[0]);
    assert!(later.version(&bench.db, "unknown").await.is_err());
}
