//! Finding out how an announcement went.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

use crate::{
    app::App,
    audiences::rough,
    broadcasts::{
        model::{Became, Broadcast, Delivery, Extra, Tally, tally},
        store,
        view::ReportView,
    },
    outbox, units,
};

/// The zone of the place of an announcement.
pub async fn zone_of(app: &App, municipality: Option<Uuid>) -> anyhow::Result<Tz> {
    let all = units::list_municipalities(&app.db).await?;
    let found = all.into_iter().find(|place| Some(place.id) == municipality);
    let zone = found.and_then(|place| place.time_zone.parse().ok());
    Ok(zone.unwrap_or(app.settings.time_zone))
}

/// How an announcement went, counted closely.
pub async fn tally_of(app: &App, broadcast: &Broadcast) -> anyhow::Result<Tally> {
    let letters = outbox::list_of_cause(&app.db, &broadcast.cause()).await?;
    let became: Vec<Became<'_>> = letters
        .iter()
        .map(|letter| Became {
            person: letter.person_id,
            is_correction: letter.form != "post",
            state: &letter.state,
            due_at: letter.due_at,
        })
        .collect();
    let deliveries = store::list_deliveries(&app.db, broadcast.id).await?;
    let counted = tally(&deliveries, &became, app.clock.now());
    Ok(Tally { correcting: counted.correcting + lagging(broadcast, &deliveries, &became), ..counted })
}

/// Those who have it and whose correction is not written yet.
fn lagging(broadcast: &Broadcast, deliveries: &[Delivery], letters: &[Became<'_>]) -> usize {
    let said = letters.iter().filter(|letter| !letter.is_correction && letter.state == "delivered");
    let has_it: HashSet<Uuid> = said.map(|letter| letter.person).collect();
    let lags = |delivery: &&Delivery| {
        broadcast.is_correcting
            && delivery.version < broadcast.version
            && has_it.contains(&delivery.person_id)
    };
    deliveries.iter().filter(lags).count()
}

/// The same number by number as it may be said of people who must not be told apart.
fn roughly(tally: Tally) -> Tally {
    Tally {
        people: rough(tally.people),
        delivered: rough(tally.delivered),
        unreachable: rough(tally.unreachable),
        failed: rough(tally.failed),
        waiting: rough(tally.waiting),
        left: rough(tally.left),
        ended: rough(tally.ended),
        acknowledged: rough(tally.acknowledged),
        corrected: rough(tally.corrected),
        correcting: rough(tally.correcting),
        uncorrected: rough(tally.uncorrected),
    }
}

/// Everything that the report of an announcement shows.
pub async fn report_of<'a>(app: &App, broadcast: &'a Broadcast) -> anyhow::Result<ReportView<'a>> {
    let exact = tally_of(app, broadcast).await?;
    let tally = if broadcast.is_rough { roughly(exact) } else { exact };
    let deliveries = store::list_deliveries(&app.db, broadcast.id).await?;
    let choices = broadcast.buttons.iter().enumerate().filter_map(|(number, extra)| {
        let Extra::Choice(label) = extra else { return None };
        let chose = deliveries.iter().filter(|delivery| {
            delivery.choice.is_some_and(|choice| usize::try_from(choice).ok() == Some(number))
        });
        let count = chose.count();
        Some((label.clone(), if broadcast.is_rough { rough(count) } else { count }))
    });
    Ok(ReportView {
        broadcast,
        tally,
        answers: store::count_answers(&app.db, broadcast.id).await?,
        choices: choices.collect(),
        now: app.clock.now(),
    })
}

/// The state of each person's newest letter, and when it came to it; corrections apart.
pub async fn states_of(
    app: &App,
    broadcast: &Broadcast,
) -> anyhow::Result<HashMap<Uuid, (String, Option<DateTime<Utc>>)>> {
    let letters = outbox::list_of_cause(&app.db, &broadcast.cause()).await?;
    let posts = letters.into_iter().filter(|letter| letter.form == "post");
    Ok(posts.map(|letter| (letter.person_id, (letter.state, letter.settled_at))).collect())
}
