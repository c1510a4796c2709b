//! Newcomers who may be somebody of a list: finding them, making one person of both, and parting them again.
//! Not here: who may say so; whoever calls this has asked.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::letters::{match_cause, owe_match};
use crate::{
    app::App,
    audit::{self, Deed, NewEntry},
    capability,
    db::Tx,
    outbox, people,
    roster::{
        model::{Kept, Match, may_be_same, name_key},
        store::{self, Origin},
    },
    units,
};

/// For so many hours a decision can be taken back.
pub const UNDO_HOURS: i64 = 24;

/// Looks whether somebody who has registered may be somebody of a list of their municipality, and owes whoever can tell
/// a letter about each. Nothing of it is seen by the newcomer.
pub async fn look_for_matches(tx: &mut Tx, person: Uuid, now: DateTime<Utc>) -> anyhow::Result<()> {
    let Some((name, places)) = store::find_newcomer(tx, person).await? else { return Ok(()) };
    let key = name_key(&name);
    for (school, municipality) in places {
        for (listed, listed_name, listed_school) in
            store::list_alike(tx, (school, municipality), &key).await?
        {
            if !may_be_same(&name, &listed_name) {
                continue;
            }
            let at = (municipality, listed_school);
            if let Some(id) = store::add_match(tx, (listed, person), at, now).await? {
                owe_match(tx, (id, person), at, now).await?;
            }
        }
    }
    Ok(())
}

/// Somebody of a list is this person, as an invitation meant for them alone proves: what the list says becomes theirs.
/// Returns whether there was anybody to claim.
pub async fn claim_listed(
    app: &App,
    tx: &mut Tx,
    (listed, person): (Uuid, Uuid),
    by: Uuid,
) -> anyhow::Result<bool> {
    if join(app, tx, (listed, person), (by, "roster.claim")).await?.is_none() {
        return Ok(false);
    }
    let now = app.clock.now();
    if let Some(id) = store::settle_match(tx, (listed, person), by, now).await? {
        outbox::end_cause(tx, &match_cause(id), now).await?;
    }
    Ok(true)
}

/// Makes one person of somebody of a list and a newcomer. Returns what is needed to part them again; nothing if the one
/// of the list is there no more.
pub async fn join(
    app: &App,
    tx: &mut Tx,
    (listed, newcomer): (Uuid, Uuid),
    (by, source): (Uuid, &'static str),
) -> anyhow::Result<Option<Kept>> {
    let now = app.clock.now();
    let (Some(person), Some(origin)) =
        (people::find_listed(tx, listed).await?, store::find_origin(tx, listed).await?)
    else {
        return Ok(None);
    };
    let places = units::places_within(tx, listed).await?;
    let is_same = |own: &units::ListedEmployment| {
        places.iter().any(|place| place.school_id == own.school_id && place.post == own.post)
    };
    let own = units::places_within(tx, newcomer).await?.into_iter().filter(is_same).collect();
    let known_birth = people::find_birth_date(tx, newcomer).await?;
    let kept = Kept {
        origin: (origin.import_id, origin.municipality_id, origin.imported_at),
        filled_birth: known_birth.is_none() && person.birth_date.is_some(),
        person,
        places,
        own,
    };
    store::add_roster_name(tx, newcomer, &kept.person.name.in_full()).await?;
    capability::merge(app, tx, listed, newcomer).await?;
    let entry = NewEntry {
        actor: by,
        subject: newcomer,
        deed: Deed::JoinedPeople,
        role: None,
        municipality: Some(origin.municipality_id),
        source,
    };
    audit::add_entry(tx, &entry, now).await?;
    Ok(Some(kept))
}

/// Takes a decision back, if it is not too old: two people that became one are two again, each with what was theirs.
/// Returns whether anything was done.
pub async fn part(app: &App, tx: &mut Tx, found: &Match, by: Uuid) -> anyhow::Result<bool> {
    let (id, listed, newcomer) = (found.id, found.listed_id, found.newcomer_id);
    let now = app.clock.now();
    let since = now - TimeDelta::hours(UNDO_HOURS);
    let Some(kept) = store::reopen(tx, id, since).await? else { return Ok(false) };
    outbox::end_cause(tx, &match_cause(id), now).await?;
    // Nothing of them was kept where they stayed two; by now the one of the list may have become another's.
    let Some(kept) = kept else { return Ok(people::find_listed(tx, listed).await?.is_some()) };
    let (import_id, municipality_id, imported_at) = kept.origin;
    let moved: Vec<Uuid> = kept.places.iter().map(|place| place.id).collect();
    units::forget_places(tx, newcomer, &moved, now).await?;
    for place in &kept.own {
        units::restore_employment(tx, place).await?;
    }
    if kept.filled_birth {
        people::set_birth_date(tx, newcomer, None).await?;
    }
    store::forget_roster_name(tx, newcomer, &kept.person.name.in_full()).await?;
    people::add_listed_people(tx, std::slice::from_ref(&kept.person), now).await?;
    units::add_first_employments(tx, &kept.places, now).await?;
    let origin = Origin { import_id, municipality_id, imported_at };
    let named = (kept.person.id, kept.person.name.in_full());
    store::add_roster_people(tx, &[named], &origin).await?;
    let entry = NewEntry {
        actor: by,
        subject: newcomer,
        deed: Deed::PartedPeople,
        role: None,
        municipality: Some(municipality_id),
        source: "ro1.reopen",
    };
    audit::add_entry(tx, &entry, now).await?;
    capability::person_changed(app, tx, newcomer).await?;
    Ok(true)
}
