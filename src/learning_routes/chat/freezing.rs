//! A route with everything that its paper says of people and places: as it is now, and kept as it is when it ends.
//! Not here: the paper.

use chrono::{DateTime, NaiveDate, Utc};

use crate::{
    app::App,
    db::Tx,
    learning_routes::{
        model::{FrozenRoute, LearningRoute},
        store::{self, RouteFacts},
    },
};

/// The route as it was when it ended; one that goes on as it is now.
pub(super) async fn frozen_or_live(
    app: &App,
    route: &LearningRoute,
    now: DateTime<Utc>,
) -> anyhow::Result<FrozenRoute> {
    if let Some(frozen) = store::find_final(&app.db, route.id).await? {
        return Ok(frozen);
    }
    Ok(put_together(app, route, store::find_facts(&app.db, route).await?, now))
}

/// Keeps a route that ends in this transaction as it is.
pub(super) async fn freeze(
    app: &App,
    tx: &mut Tx,
    route: &LearningRoute,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let facts = store::facts_within(tx, route).await?;
    Ok(store::add_final(tx, &put_together(app, route, facts, now), now).await?)
}

fn put_together(app: &App, route: &LearningRoute, facts: RouteFacts, now: DateTime<Utc>) -> FrozenRoute {
    let day = |at: DateTime<Utc>| -> NaiveDate { at.with_timezone(&app.settings.time_zone).date_naive() };
    let in_full = |(family, given, patronymic): store::NameRow| {
        [Some(family), Some(given), patronymic].into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    let place = |(school, post): (String, String)| format!("{school}, {}", app.catalogue.post_title(&post));
    FrozenRoute {
        route: route.clone(),
        name: facts.name.map(in_full).unwrap_or_default(),
        places: facts.places.into_iter().map(place).collect(),
        methodologist: facts.methodologist.map(in_full),
        grifs: facts.grifs,
        agreed_on: facts.agreed_at.map(day),
        day: day(now),
        files: facts.files.into_iter().map(|(id, name)| (id, name.unwrap_or_default())).collect(),
    }
}
