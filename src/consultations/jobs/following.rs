//! What follows when somebody writes in the thread of a request, and how that thread looks to each of its readers.

use futures::{FutureExt, future::BoxFuture};
use uuid::Uuid;

use super::{asking, correct_cards, name_of};
use crate::{
    app::App,
    consultations::{model::RequestState, store, view},
    db::Tx,
    texts::Texts,
    threads::{self, Face, Heard},
};

/// Terms stand still while the teacher is waited for, and go on when they have written.
pub fn heard<'a>(app: &'a App, tx: &'a mut Tx, heard: Heard) -> BoxFuture<'a, anyhow::Result<()>> {
    async move {
        let Some(mut request) = store::lock_request(tx, heard.cause, heard.at).await? else { return Ok(()) };
        let is_teacher = request.teacher_id == Some(heard.author);
        match (is_teacher, heard.is_edit) {
            (true, false) => {
                let time = asking::working_time(app, request.municipality_id).await?;
                request.hear_teacher(&time, heard.at);
            }
            (false, false) => request.hear_answer(heard.at),
            (_, true) => {}
        }
        store::save_request(tx, &request).await?;
        if is_teacher && request.state == RequestState::Sent {
            correct_cards(tx, request.id, None, heard.at).await?;
        }
        Ok(())
    }
    .boxed()
}

/// The teacher sees who answers, whoever answers sees who asks.
pub fn face<'a>(
    app: &'a App,
    cause: Uuid,
    reader: Uuid,
    texts: &'a Texts,
) -> BoxFuture<'a, anyhow::Result<Option<Face>>> {
    async move {
        let Some(request) = store::find_request(&app.db, cause).await? else { return Ok(None) };
        let mut people = match super::find_thread(app, request.id).await? {
            Some(thread) => threads::list_authors(&app.db, thread).await?,
            None => Vec::new(),
        };
        people.extend([Some(reader), request.taken_by, request.teacher_id].into_iter().flatten());
        people.sort_unstable();
        people.dedup();
        let known = store::find_names(&app.db, &people).await?;
        let teacher = request.teacher_id;
        let names = people.into_iter().filter_map(|person| {
            let name = name_of(&known, Some(person))?;
            Some((person, view::author_words(name, (Some(person) == teacher, person == reader), texts)))
        });
        Ok(Some(view::face(&request, names.collect(), Some(reader) == teacher, texts)))
    }
    .boxed()
}
