//! What a questionnaire needs to know about who opens it, and where their day begins.
//! Not here: what conditions make of it.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

use crate::{
    diagnostics::model::{Profile, is_early_career},
    turn::Turn,
};

/// Where somebody stands when they open a questionnaire.
#[derive(Debug, Clone, Default)]
pub(super) struct Background {
    /// What conditions ask about.
    pub profile: Profile,
    /// The municipality of the main place of work.
    pub municipality_id: Option<Uuid>,
}

/// What is known about who speaks. Of several places of work the main one counts.
pub(super) async fn background_of(turn: &Turn) -> anyhow::Result<Background> {
    let person = turn.known_person()?;
    let today = day_of(turn, turn.now());
    let early_career = person.career_began_year.map(|year| is_early_career(year, today));
    let profile = Profile {
        early_career,
        ..Profile::default()
    };
    Ok(Background {
        profile,
        municipality_id: None,
    })
}

/// The day of an instant where the person lives.
pub(super) fn day_of(turn: &Turn, instant: DateTime<Utc>) -> NaiveDate {
    let chosen = turn.person().and_then(|person| person.time_zone.as_deref());
    let zone: Tz = chosen
        .and_then(|zone| zone.parse().ok())
        .unwrap_or(turn.app().settings.time_zone);
    instant.with_timezone(&zone).date_naive()
}
