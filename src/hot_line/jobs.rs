//! Looking for answers, in an index that is kept in memory for as long as the answers stay the same; and the letters to
//! whoever looks at a proposal.
//! Not here: how an index finds.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use chrono::{DateTime, TimeDelta, Utc};
use futures::{FutureExt, future::BoxFuture};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    NAME,
    model::{AnswerIndex, AnswerState, PublishedAnswer, Vocabulary},
    store, view,
};
use crate::{
    app::App,
    content::Content,
    db::Tx,
    outbox::{self, Class, Form, Letter, NewLetter, Told, Wish},
    texts::Texts,
};

/// For so many days a proposal is worth looking at.
const WORTH_TELLING_DAYS: i64 = 60;

/// By which one sees whether the published answers are still the same.
type Stamp = (i64, Option<DateTime<Utc>>);

/// The index of each municipality, with what it was made of.
type Indexes = HashMap<Uuid, (Stamp, Arc<AnswerIndex>)>;

/// Finds answers; cheap to clone, all clones share their indexes.
#[derive(Clone, Default)]
pub struct AnswerFinder {
    vocabulary: Arc<Vocabulary>,
    indexes: Arc<Mutex<Indexes>>,
}

impl AnswerFinder {
    /// Knows the words that mean the same.
    pub fn read(content: &Content) -> anyhow::Result<Self> {
        Ok(Self { vocabulary: Arc::new(Vocabulary::read(content)?), ..Self::default() })
    }

    fn kept(&self, municipality: Uuid, stamp: Stamp) -> Option<Arc<AnswerIndex>> {
        let indexes = self.indexes.lock().unwrap_or_else(PoisonError::into_inner);
        indexes.get(&municipality).filter(|(known, _)| *known == stamp).map(|(_, index)| Arc::clone(index))
    }

    fn keep(&self, municipality: Uuid, stamp: Stamp, index: &Arc<AnswerIndex>) {
        let mut indexes = self.indexes.lock().unwrap_or_else(PoisonError::into_inner);
        indexes.insert(municipality, (stamp, Arc::clone(index)));
    }
}

/// The published answers of a municipality that fit these words best, the best first.
pub async fn find_answers(
    app: &App,
    municipality: Uuid,
    words: &str,
    most: usize,
) -> anyhow::Result<Vec<PublishedAnswer>> {
    let index = index_of(app, municipality).await?;
    let (finder, words) = (app.answer_finder.clone(), words.to_owned());
    let searched = tokio::task::spawn_blocking(move || index.find(&words, &finder.vocabulary, most));
    let mut found = Vec::new();
    for answer in searched.await? {
        found.extend(store::find_published(&app.db, answer.id, municipality).await?);
    }
    Ok(found)
}

async fn index_of(app: &App, municipality: Uuid) -> anyhow::Result<Arc<AnswerIndex>> {
    let stamp = store::find_stamp(&app.db, municipality).await?;
    if let Some(index) = app.answer_finder.kept(municipality, stamp) {
        return Ok(index);
    }
    let answers = store::list_answers(&app.db, municipality, AnswerState::Published).await?;
    let vocabulary = Arc::clone(&app.answer_finder.vocabulary);
    let built = tokio::task::spawn_blocking(move || {
        let texts: Vec<_> = answers.iter().map(|answer| (answer.id, view::plain(&answer.answer))).collect();
        let fields = answers.iter().zip(&texts);
        AnswerIndex::of(fields.map(|(answer, (id, text))| (*id, &*answer.question, &**text)), &vocabulary)
    });
    let index = Arc::new(built.await?);
    app.answer_finder.keep(municipality, stamp, &index);
    Ok(index)
}

/// What a letter is about.
#[derive(Debug, Serialize, Deserialize)]
struct Matter {
    answer: Uuid,
}

fn key(answer: Uuid, person: Uuid, at: DateTime<Utc>) -> String {
    format!("{NAME}/check/{answer}/{person}/{}", at.timestamp_millis())
}

/// Asks somebody to look at a proposal.
pub async fn ask_to_check(tx: &mut Tx, answer: Uuid, person: Uuid, now: DateTime<Utc>) -> anyhow::Result<()> {
    let letter = NewLetter {
        person_id: person,
        capability: NAME,
        matter: serde_json::to_value(Matter { answer })?,
        class: Class::Notice,
        is_urgent: false,
        wish: Wish::Instant(now),
        event_at: None,
        useless_after: now + TimeDelta::days(WORTH_TELLING_DAYS),
        dedup_key: key(answer, person, now),
        cause: format!("{NAME}/answer/{answer}"),
    };
    outbox::owe(tx, &letter, now).await?;
    Ok(())
}

/// A decision was made: nobody is asked any more.
pub async fn end_asking(tx: &mut Tx, answer: Uuid, now: DateTime<Utc>) -> anyhow::Result<()> {
    outbox::end_cause(tx, &format!("{NAME}/answer/{answer}"), now).await?;
    Ok(())
}

/// The letter, while the proposal waits.
pub fn render<'a>(app: &'a App, letter: &'a Letter, texts: &'a Texts) -> BoxFuture<'a, anyhow::Result<Told>> {
    async move {
        let matter: Matter = serde_json::from_value(letter.matter.clone())?;
        let answer = store::find_answer(&app.db, matter.answer).await?;
        let waits = |answer: &PublishedAnswer| answer.state == AnswerState::Proposed;
        Ok(match answer.filter(|answer| waits(answer) && letter.form == Form::Post) {
            Some(answer) => Told::Say(view::check_letter(&answer, texts)),
            None => Told::Nothing,
        })
    }
    .boxed()
}
