//! What a questionnaire needs to know about who opens it, and where their day begins.
//! Not here: what conditions make of it.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

use crate::{diagnostics::model::Profile, people, turn::Turn, units};

/// Where somebody stands when they open a questionnaire.
#[derive(Debug, Clone)]
pub(super) struct Background {
    /// What conditions ask about.
    pub profile: Profile,
    /// The municipality of the main place of work.
    pub municipality_id: Option<Uuid>,
}

/// What is known about who speaks. Of several places of work the main one counts.
pub(super) async fn background_of(turn: &Turn) -> anyhow::Result<Background> {
    let person = turn.known_person()?;
    let early_career = person.is_early_career(Calendar::of(turn).await?.today);
    let places = units::places_of(&turn.app().db, person.id).await?;
    let main = places.into_iter().find(|place| place.is_main);
    let group = main.as_ref().and_then(|place| place.post_group(&turn.app().catalogue));
    let municipality_id = main.as_ref().map(|place| place.municipality_id);
    let (post, subjects) = main.map(|place| (place.post, place.subjects)).unzip();
    let profile = Profile {
        posts: post.into_iter().collect(),
        post_groups: group.map(|group| group.code().to_owned()).into_iter().collect(),
        subjects: subjects.unwrap_or_default(),
        early_career,
    };
    Ok(Background { profile, municipality_id })
}

/// The days of whoever speaks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Calendar {
    zone: Tz,
    /// Today.
    pub today: NaiveDate,
}

impl Calendar {
    /// The calendar of the zone in which the person lives.
    pub(super) async fn of(turn: &Turn) -> anyhow::Result<Self> {
        let zone = people::zone_of(turn.app(), turn.known_person()?).await?;
        Ok(Self { zone, today: turn.now().with_timezone(&zone).date_naive() })
    }

    /// The day of an instant.
    pub(super) fn day(&self, instant: DateTime<Utc>) -> NaiveDate {
        instant.with_timezone(&self.zone).date_naive()
    }
}
