//! When methodologists of a municipality work: its coordinator looks at it and types lines that change it.
//! Not here: what the lines mean.

use uuid::Uuid;

use super::{gone, reports};
use crate::{
    capability::Outcome,
    consultations::{
        jobs,
        model::{CalendarLine, read_calendar, with_lines},
        store,
        view::{self, Action},
    },
    errors::Refusal,
    turn::Turn,
    units::Role,
};

fn own_municipality(turn: &Turn) -> anyhow::Result<Uuid> {
    reports::municipality(turn, Some(Role::Coordinator))
}

pub async fn show(turn: &Turn) -> Outcome {
    let (app, municipality) = (turn.app(), own_municipality(turn)?);
    let time = jobs::working_time(app, municipality).await?;
    let is_own = store::find_week(&app.db, municipality).await?.is_some();
    let breaks = store::list_breaks(&app.db, municipality).await?;
    let today = turn.now().with_timezone(&time.zone).date_naive();
    let ahead: Vec<_> =
        breaks.into_iter().filter(|one| one.days().is_some_and(|(_, last)| last >= today)).collect();
    Ok(view::calendar_screen((&time.week, is_own), &ahead, turn.texts()))
}

/// Lines that were typed; all of them hold or none does.
pub async fn receive(turn: &Turn, typed: &str) -> Outcome {
    let (app, municipality) = (turn.app(), own_municipality(turn)?);
    let time = jobs::working_time(app, municipality).await?;
    let now = turn.now().with_timezone(&time.zone).naive_local();
    let lines = read_calendar(typed, now).map_err(|line| Refusal {
        key: "consultations-calendar-unread",
        args: vec![("line", line.into())],
    })?;
    let week = with_lines(&time.week, &lines)
        .ok_or_else(|| Refusal::because("consultations-calendar-impossible"))?;
    let mut tx = turn.begin().await?;
    if week != time.week {
        let words = serde_json::to_string(&week.words())?;
        store::save_week(tx.tx(), municipality, &words, turn.now()).await?;
    }
    for line in &lines {
        if let CalendarLine::Break(first, last, title) = line {
            store::add_break(tx.tx(), municipality, (*first, *last, title), turn.now()).await?;
        }
    }
    tx.stand_at(&Action::Calendar.into());
    tx.commit().await?;
    show(turn).await
}

pub async fn drop_break(turn: &Turn, id: Uuid) -> Outcome {
    let municipality = own_municipality(turn)?;
    let known = store::list_breaks(&turn.app().db, municipality).await?;
    if !known.iter().any(|one| one.id == id) {
        return Err(gone());
    }
    let mut tx = turn.begin().await?;
    store::delete_break(tx.tx(), municipality, id).await?;
    tx.stand_at(&Action::Calendar.into());
    tx.commit().await?;
    show(turn).await
}

/// The hours of the content file hold again.
pub async fn work_as_usual(turn: &Turn) -> Outcome {
    let municipality = own_municipality(turn)?;
    let mut tx = turn.begin().await?;
    store::delete_week(tx.tx(), municipality).await?;
    tx.stand_at(&Action::Calendar.into());
    tx.commit().await?;
    show(turn).await
}
