//! Where people work: municipalities, schools of every kind, posts and subjects, employments, associations; and who
//! answers for them.
//! It has no screens of its own: places of work are chosen at registration and in the profile, associations are kept by
//! `organisations`.
//! Tables: municipalities, days_off, schools, employments, employment_subjects, roles, associations, association_members.
//! Views for others: employments_held, main_places, municipality_days_off, municipality_norms, municipalities_named,
//! places_to_confirm, roles_held, workplaces, school_kinds, school_names, school_route_rules, schools_marked, schools_named, associations_open,
//! association_members_now.   Texts: locales/*/units.ftl

mod model;
mod store;
mod view;

use anyhow::Context;
use chrono::{DateTime, Utc};
use futures::{FutureExt, future::BoxFuture};
use uuid::Uuid;

pub use model::{
    Association, AssociationKind, Catalogue, Employment, HeldRole, ListedEmployment, Municipality,
    NewAssociation, NewEmployment, NewRole, Post, PostGroup, Right, Role, RoleAt, RouteRule, School,
    SchoolKind, SchoolMark, Subject, SubjectList, Unit, is_meant, is_nearly_meant, is_slip, may, search_key,
    units_with,
};
pub use store::{
    add_association, add_employment, add_first_employments, add_member, add_role, amend_employment,
    close_association, end_employment, end_member, end_role, find_association, find_head, find_head_within,
    find_role, find_school, forget_places, has_member, hold_association, hold_workplace, list_admitting,
    list_associations, list_memberships, list_municipalities, list_role_holders, list_roles, list_schools,
    mark_main, mark_school, other_coordinators, places_of, places_within, rename_association,
    reopen_association, replace_employment, restore_employment, return_role, roles_of, roles_within,
    set_share, set_term, take_untold_ends, was_member,
};
pub use view::{kind_title, role_title, unit_title};

use crate::{
    app::App,
    capability::{Capability, PersonalColumn},
    content::Content,
    db::{Db, Tx},
    messenger::Markup,
    texts::Texts,
};

/// Publishes the organisations of the content files, all or none. Any number of processes may do so at once.
pub async fn publish(db: &Db, content: &Content, now: DateTime<Utc>) -> anyhow::Result<()> {
    let districts = model::read_districts(content)?;
    let mut tx = db.begin().await?;
    for district in &districts {
        store::publish_district(&mut tx, district, now)
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
        personal: &[
            PersonalColumn { table: "employments", column: "person_id" },
            PersonalColumn { table: "employments", column: "school_id" },
            PersonalColumn { table: "employments", column: "post" },
            PersonalColumn { table: "employments", column: "share_percent" },
            PersonalColumn { table: "employment_subjects", column: "subject" },
            PersonalColumn { table: "roles", column: "person_id" },
            PersonalColumn { table: "roles", column: "role" },
            PersonalColumn { table: "roles", column: "municipality_id" },
            PersonalColumn { table: "roles", column: "school_id" },
            PersonalColumn { table: "roles", column: "association_id" },
            PersonalColumn { table: "roles", column: "granted_by" },
            PersonalColumn { table: "association_members", column: "association_id" },
            PersonalColumn { table: "association_members", column: "person_id" },
        ],
        forget: Some(forget),
        tell: Some(tell),
        merged: Some(merged),
        ..Capability::named("units", "un1")
    }
}

fn forget(tx: &mut Tx, person: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move {
        store::forget_roles(tx, person).await?;
        store::forget_memberships(tx, person).await?;
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
        let associations = list_memberships(&app.db, person).await?;
        told.extend(associations.iter().map(|association| view::association_sentence(association, texts)));
        Ok(told)
    }
    .boxed()
}

fn merged(tx: &mut Tx, from: Uuid, into: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move { Ok(store::merge_places(tx, from, into).await?) }.boxed()
}
