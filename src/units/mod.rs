//! Where people work: municipalities, schools of every kind, posts and subjects, employments.
//! It has no screens of its own: places of work are chosen at registration and in the profile.
//! Tables: municipalities, days_off, schools, employments, employment_subjects.
//! Views for others: main_places, municipality_days_off.   Texts: locales/*/units.ftl

mod model;
mod store;
mod view;

use anyhow::Context;
use futures::{FutureExt, future::BoxFuture};
use uuid::Uuid;

pub use model::{
    Catalogue, Employment, Municipality, NewEmployment, Post, PostGroup, School, SchoolKind, Subject,
    SubjectList, is_meant, search_key,
};
pub use store::{
    add_employment, end_employment, find_school, list_municipalities, list_schools, mark_main, places_of,
    replace_employment,
};

use crate::{
    app::App,
    capability::{Capability, PersonalColumn},
    content::Content,
    db::{Db, Tx},
    messenger::Markup,
    texts::Texts,
};

/// Publishes the organisations of the content files, all or none. Any number of processes may do so at once.
pub async fn publish(db: &Db, content: &Content) -> anyhow::Result<()> {
    let districts = model::read_districts(content)?;
    let mut tx = db.begin().await?;
    for district in &districts {
        store::publish_district(&mut tx, district)
            .await
            .with_context(|| format!("publish the municipality {}", district.slug))?;
    }
    Ok(tx.commit().await?)
}

/// Whether the organisations of the content files can be read.
pub fn check(content: &Content) -> anyhow::Result<()> {
    model::read_districts(content).map(drop)
}

/// The capability as the house sees it.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        name: "units",
        payload_word: "un1",
        tree: None,
        commands: &[],
        actions: &[],
        offers: &[],
        personal: &[
            PersonalColumn { table: "employments", column: "person_id" },
            PersonalColumn { table: "employments", column: "school_id" },
            PersonalColumn { table: "employments", column: "post" },
            PersonalColumn { table: "employment_subjects", column: "subject" },
        ],
        forget: Some(forget),
        tell: Some(tell),
        letters: None,
        jobs: &[],
        person_changed: None,
    }
}

fn forget(tx: &mut Tx, person: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move { Ok(store::forget_employments(tx, person).await?) }.boxed()
}

fn tell<'a>(app: &'a App, texts: &'a Texts, person: Uuid) -> BoxFuture<'a, anyhow::Result<Vec<Markup>>> {
    async move {
        let places = places_of(&app.db, person).await?;
        Ok(places.iter().map(|place| view::place_sentence(place, &app.catalogue, texts)).collect())
    }
    .boxed()
}
