//! Self-diagnosis: questionnaires, taking one, its result, the profile of deficits and strengths,
//! and two letters: a reminder to finish, an invitation to take a questionnaire again.
//! Who: whoever has registered (`/diagnosis`); everybody sees their own attempts only.
//! Tables: questionnaire_versions, questionnaires_offered, attempts, answers, competence_scores.
//! Views for others: attempts_made, areas_found, diagnoses_narrowed.   Texts: locales/*/diagnostics.ftl

mod chat;
mod jobs;
mod model;
mod questionnaire;
mod shelf;
mod store;
mod view;

use futures::future::BoxFuture;
use uuid::Uuid;

pub use chat::{narrowed_intro, start_narrowed};
pub use model::{Answer, FoundArea, Narrowing};
pub use questionnaire::{Fault, Kind, ParseError, Question, Questionnaire, parse};
pub use shelf::{Shelf, Version, offer, read_questionnaires};
pub use store::{
    AreaToWorkOn, AttemptLine, NarrowedArea, Tally, count_finishers, end_offer, find_on_occasion,
    list_attempts, list_found, list_narrowed, list_to_work_on, tally,
};
pub use view::{PreviewWays, intro_address, preview_screen, profile_words};

use crate::{
    app::App,
    capability::{Capability, Command, Offer, OfferPlace, PersonalColumn, TableInWords, Who},
    db::Tx,
    messenger::Markup,
    people::Standing,
    texts::Texts,
};

const COMMANDS: &[Command] = &[Command {
    name: "diagnosis",
    who: Who::Standing(Standing::Registered),
    text: "diagnostics-command-diagnosis",
    menu_place: Some(1),
}];

const OFFERS: &[Offer] = &[Offer { place: OfferPlace::AfterRegistration, button: view::offer_button }];

const PERSONAL: &[PersonalColumn] = &[
    PersonalColumn { table: "attempts", column: "person_id" },
    PersonalColumn { table: "attempts", column: "profile" },
    PersonalColumn { table: "attempts", column: "narrowing" },
    PersonalColumn { table: "answers", column: "value" },
    PersonalColumn { table: "competence_scores", column: "person_id" },
    PersonalColumn { table: "competence_scores", column: "score" },
    PersonalColumn { table: "competence_scores", column: "level" },
    PersonalColumn { table: "competence_scores", column: "finding" },
];

/// The capability as the house sees it.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        tree: Some(chat::tree),
        commands: COMMANDS,
        actions: view::ACTIONS,
        offers: OFFERS,
        personal: PERSONAL,
        forget: Some(forget),
        tell: Some(tell),
        in_words: Some(in_words),
        letters: Some(jobs::render),
        merged: Some(merged),
        ..Capability::named(chat::NAME, view::WORD)
    }
}

fn forget(tx: &mut Tx, person: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    Box::pin(async move { Ok(store::forget_person(tx, person).await?) })
}

fn tell<'a>(app: &'a App, texts: &'a Texts, person: Uuid) -> BoxFuture<'a, anyhow::Result<Vec<Markup>>> {
    Box::pin(async move {
        let attempts = list_attempts(&app.db, person).await?;
        let told = attempts.iter().map(|attempt| {
            let finished = attempt.finished_at.map(|at| at.date_naive());
            view::told_sentence(&attempt.title, attempt.begun_at.date_naive(), finished, texts)
        });
        Ok(told.collect())
    })
}

fn merged(tx: &mut Tx, from: Uuid, into: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    Box::pin(async move { Ok(store::merge_attempts(tx, from, into).await?) })
}

/// Every answer with its question, as both stood in the version that was answered.
fn in_words<'a>(
    app: &'a App,
    texts: &'a Texts,
    person: Uuid,
) -> BoxFuture<'a, anyhow::Result<Vec<TableInWords>>> {
    Box::pin(async move {
        let (mut attempts, mut lines) = (Vec::new(), Vec::new());
        for line in list_attempts(&app.db, person).await? {
            let finished = line.finished_at.map(|at| at.date_naive());
            let told = view::told_sentence(&line.title, line.begun_at.date_naive(), finished, texts);
            attempts.push(told.visible());
            let Some(attempt) = store::find_attempt(&app.db, line.id, person).await? else { continue };
            let version = app.shelf.version(&app.db, &attempt.version_hash).await?;
            lines.extend(view::answers_in_words(&attempt, &version.questionnaire, texts));
        }
        Ok(vec![("attempts", attempts), ("answers", lines)])
    })
}
