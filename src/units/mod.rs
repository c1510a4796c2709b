//! Where people work: municipalities, schools of every kind, posts and subjects, employments; and who answers for them.
//! It has no screens of its own: places of work are chosen at registration and in the profile.
//! Tables: municipalities, days_off, schools, employments, employment_subjects, roles.
//! Views for others: main_places, municipality_days_off, municipality_norms,
//! roles_held, school_kinds, workplaces.   Texts: locales/*/units.ftl

mod model;
mod store;
mod view;

use anyhow::Context;
use futures::{FutureExt, future::BoxFuture};
use uuid::Uuid;

pub use model::{
    Catalogue, Employment, HeldRole, Municipality, NewEmployment, NewRole, Post, PostGroup, Right, Role,
    RoleAt, School, SchoolKind, Subject, SubjectList, Unit, is_meant, is_nearly_meant, may, search_key,
    units_with,
};
pub use store::{
    add_employment, add_role, end_employment, end_role, find_role, find_school, list_municipalities,
    list_role_holders, list_roles, list_schools, mark_main, other_coordinators, places_of,
    replace_employment, return_role, roles_of, roles_within,
};
pub use view::{role_title, unit_title};

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
            PersonalColumn { table: "roles", column: "person_id" },
            PersonalColumn { table: "roles", column: "role" },
            PersonalColumn { table: "roles", column: "municipality_id" },
            PersonalColumn { table: "roles", column: "school_id" },
            PersonalColumn { table: "roles", column: "granted_by" },
        ],
        forget: Some(forget),
        tell: Some(tell),
        letters: None,
        jobs: &[],
        person_changed: None,
    }
}

fn forget(tx: &mut Tx, person: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move {
        store::forget_roles(tx, person).await?;
        Ok(store::forget_employments(tx, person).await?)
    }
    .boxed()
}

fn tell<'a>(app: &'a App, texts: &'a Texts, person: Uuid) -> BoxFuture<'a, anyhow::Result<Vec<Markup>>> {
    async move {
        let places = places_of(&app.db, person).await?;
        let mut told: Vec<Markup> =
            places.iter().map(|place| view::place_sentence(place, &app.catalogue, texts)).collect();
        let roles = list_roles(&app.db, person).await?;
        told.extend(roles.iter().map(|held| view::role_sentence(held, texts)));
        Ok(told)
    }
    .boxed()
}
