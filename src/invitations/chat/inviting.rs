//! Writing an invitation, handing it over, looking at it, revoking it.

use std::collections::HashSet;

use anyhow::Context;
use chrono::TimeDelta;
use uuid::Uuid;

use super::{Kept, admitting, confirming, kept, out_of_sight, own_roles_within, roles_of};
use crate::{
    audit::{self, Deed, NewEntry},
    capability::Outcome,
    documents::{poster_pdf, qr_png},
    invitations::{
        NAME,
        model::{Invitation, NewInvitation, Offered, offered_roles},
        store,
        view::{self, Action, Choice, Counts, PageView, Papers, PlaceView},
    },
    label,
    messenger::Screen,
    people,
    turn::{Turn, TurnTx},
    units::{self, Municipality, Right, Role, Unit, is_meant, units_with},
};

/// For so many days after its end an invitation is listed.
const LISTED_DAYS: i64 = 30;
/// Those who came that are counted on a page.
const MOST_NAMED: i64 = 500;
/// Within so many seconds a second press means the invitation that the first one wrote.
const SAME_SECONDS: i64 = 60;
/// Characters that typed words may take.
const LONGEST_SEARCH: usize = 60;

pub(super) async fn show_whom(turn: &Turn) -> Outcome {
    let mut offered = Vec::new();
    for role in offered_roles(turn.roles()) {
        offered.push((role, places(turn, role).await?));
    }
    let counts = Counts {
        waiting: confirming::waiting(turn).await?.len(),
        unconfirmed: admitting::unconfirmed(turn.app(), turn.roles()).await?.len(),
        written: listed(turn).await?.len(),
    };
    Ok(view::invite_screen(&offered, &counts, turn.texts()))
}

/// Where whoever speaks may invite to a role, in the order of the buttons.
async fn places(turn: &Turn, role: Option<Role>) -> anyhow::Result<Vec<Choice>> {
    let right = role.map_or(Right::Admit, Right::Appoint);
    let all = units::list_municipalities(&turn.app().db).await?;
    let mut choices = Vec::new();
    for unit in units_with(turn.roles(), right) {
        let within = |it: &&Municipality| unit == Unit::Region || unit.municipality() == Some(it.id);
        for municipality in all.iter().filter(within) {
            choices.extend(places_in(turn, (unit, role), municipality).await?);
        }
        if role == Some(Role::RegionalCoordinator) {
            let title = label!(turn.texts(), "units-region-title");
            choices.push(Choice { unit: Unit::Region, title, search_key: String::new() });
        }
    }
    let mut seen = HashSet::new();
    choices.retain(|choice| {
        let offered = Offered { role, unit: choice.unit };
        offered.may_be_given_by(turn.roles()) && seen.insert(choice.unit)
    });
    Ok(choices)
}

/// The units of a municipality that a role could be held at, as far as they lie in `unit`.
async fn places_in(
    turn: &Turn,
    (unit, role): (Unit, Option<Role>),
    municipality: &Municipality,
) -> anyhow::Result<Vec<Choice>> {
    let title = match role {
        None => label!(turn.texts(), "invitations-where-any", place = &municipality.short_title),
        Some(_) => municipality.short_title.clone(),
    };
    let whole = Choice {
        unit: Unit::Municipality(municipality.id),
        title,
        search_key: municipality.search_key.clone(),
    };
    let has_schools = matches!(role, None | Some(Role::SchoolLeader));
    let schools =
        if has_schools { units::list_schools(&turn.app().db, municipality.id).await? } else { Vec::new() };
    let schools = schools.into_iter().map(|school| Choice {
        unit: Unit::School(municipality.id, school.id),
        title: school.short_title,
        search_key: school.search_key,
    });
    let all = std::iter::once(whole).chain(schools);
    Ok(all.filter(|choice| unit.covers(choice.unit)).collect())
}

/// Every place; what the list was narrowed to before is forgotten.
pub(super) async fn show_every_place(turn: &Turn, role: Option<Role>) -> Outcome {
    narrow(turn, role, "").await
}

/// Typed words narrow the list of places.
pub(super) async fn receive_words(turn: Turn) -> Outcome {
    let Some(Action::Units(role, _)) = super::address(&turn) else { return Err(out_of_sight()) };
    let typed: String = turn.words().unwrap_or_default().trim().chars().take(LONGEST_SEARCH).collect();
    narrow(&turn, role, &typed).await
}

async fn narrow(turn: &Turn, role: Option<Role>, typed: &str) -> Outcome {
    // Whoever invites may be coming by an invitation themselves.
    let kept = Kept { typed: typed.to_owned(), ..kept(turn).await? };
    let mut tx = turn.begin().await?;
    tx.park(NAME, &kept).await?;
    tx.expect_nothing();
    tx.stand_at(&Action::Units(role, 0).into());
    tx.commit().await?;
    show_places(turn, role, 0).await
}

pub(super) async fn show_places(turn: &Turn, role: Option<Role>, page: usize) -> Outcome {
    let typed = kept(turn).await?.typed;
    let mut places = places(turn, role).await?;
    if places.is_empty() {
        return Err(out_of_sight());
    }
    places.retain(|place| is_meant(&place.search_key, &typed));
    Ok(view::places_screen(&PlaceView { role, places: &places, typed: &typed, page }, turn.texts()))
}

/// Writes an invitation and hands it over. Pressed twice, it is written once.
pub(super) async fn create(turn: &Turn, role: Option<Role>, unit: Option<Uuid>) -> Outcome {
    let places = places(turn, role).await?;
    let place = places.into_iter().find(|place| place.id() == unit).ok_or_else(out_of_sight)?;
    let created_by = turn.known_person()?.id;
    let new = NewInvitation { offered: Offered { role, unit: place.unit }, created_by };
    let since = turn.now() - TimeDelta::seconds(SAME_SECONDS);
    if let Some(same) = store::find_same(&turn.app().db, &new, since).await? {
        return show_invitation(turn, same).await;
    }
    let mut tx = turn.begin().await?;
    if !new.offered.may_be_given_by(&own_roles_within(turn, tx.tx()).await?) {
        return Err(out_of_sight());
    }
    let id = store::add_invitation(tx.tx(), &new, turn.now()).await?;
    finish(turn, tx, (id, new.offered), Deed::Invited).await?;
    send_papers(turn, id).await
}

/// Writes down who did it, and commits.
async fn finish(
    turn: &Turn,
    mut tx: TurnTx,
    (id, offered): (Uuid, Offered),
    deed: Deed,
) -> anyhow::Result<()> {
    let actor = turn.known_person()?.id;
    let entry = NewEntry {
        actor,
        subject: actor,
        deed,
        role: offered.role,
        municipality: offered.unit.municipality(),
        source: if deed == Deed::Invited { "in1.create" } else { "in1.revoke" },
    };
    audit::add_entry(tx.tx(), &entry, turn.now()).await?;
    tx.expect_nothing();
    tx.stand_at(&Action::Invitation(id).into());
    tx.commit().await
}

/// The invitations that whoever speaks could write too, the newest first.
async fn listed(turn: &Turn) -> anyhow::Result<Vec<Invitation>> {
    let roles = offered_roles(turn.roles());
    let rights = roles.iter().map(|role| role.map_or(Right::Admit, Right::Appoint));
    let units: HashSet<Unit> =
        rights.flat_map(|right| units_with(turn.roles(), right).collect::<Vec<_>>()).collect();
    let ended_since = turn.now() - TimeDelta::days(LISTED_DAYS);
    let mut found = Vec::new();
    for unit in units {
        let within = (unit.municipality(), unit.school());
        found.extend(store::list_invitations(&turn.app().db, within, &roles, ended_since).await?);
    }
    found.sort_by_key(|invitation| std::cmp::Reverse((invitation.created_at, invitation.id)));
    found.dedup_by_key(|invitation| invitation.id);
    found.retain(|invitation| invitation.offered.may_be_given_by(turn.roles()));
    Ok(found)
}

pub(super) async fn show_list(turn: &Turn, page: usize) -> Outcome {
    Ok(view::list_screen(&listed(turn).await?, page, turn.texts()))
}

/// The invitation with this id, if whoever speaks could have written it.
async fn find_own(turn: &Turn, id: Uuid) -> anyhow::Result<Invitation> {
    let found = store::find_invitation(&turn.app().db, id).await?.ok_or_else(out_of_sight)?;
    if found.offered.may_be_given_by(turn.roles()) { Ok(found) } else { Err(out_of_sight()) }
}

pub(super) async fn show_invitation(turn: &Turn, id: Uuid) -> Outcome {
    page(turn, &find_own(turn, id).await?).await
}

async fn page(turn: &Turn, invitation: &Invitation) -> Outcome {
    let app = turn.app();
    let uses = store::list_uses(&app.db, invitation.id, MOST_NAMED).await?;
    let inviter = roles_of(app, invitation.created_by).await?;
    let zone = people::zone_of(app, turn.known_person()?).await?;
    let welcome = invitation.welcomes(None, false, &inviter, turn.now());
    Ok(view::invitation_screen(&PageView { invitation, uses: &uses, welcome, zone }, turn.texts()))
}

/// The page with what is to be handed over: the text under the code, and the sheet where many are invited.
pub(super) async fn send_papers(turn: &Turn, id: Uuid) -> Outcome {
    let invitation = find_own(turn, id).await?;
    let screen = page(turn, &invitation).await?;
    if turn.shows_again() {
        return Ok(screen);
    }
    Ok(view::with_papers(screen, papers(turn, &invitation).await?, turn.texts()))
}

/// Draws the code and the sheet, away from the threads that answer people.
async fn papers(turn: &Turn, invitation: &Invitation) -> anyhow::Result<Papers> {
    let app = turn.app();
    let link = app.links.to(&invitation.token)?;
    let place = full_title(turn, invitation.offered.unit).await?;
    let zone = people::zone_of(app, turn.known_person()?).await?;
    let (caption, poster) = view::papers_words(invitation, (&link, &place), zone, turn.texts());
    // One person needs no sheet on a wall.
    let has_sheet = invitation.most_uses > 1;
    let drawn = tokio::task::spawn_blocking(move || {
        let sheet = if has_sheet { Some(poster_pdf(&poster)?) } else { None };
        anyhow::Ok((qr_png(&link)?, sheet))
    });
    let (code, sheet) = drawn.await.context("drawing an invitation")??;
    Ok(Papers { code, sheet, caption })
}

/// The full name of a unit; the region has none of its own.
async fn full_title(turn: &Turn, unit: Unit) -> anyhow::Result<String> {
    let db = &turn.app().db;
    Ok(match unit {
        // Nobody is invited to an association: its members are known people.
        Unit::Region | Unit::Association { .. } => String::new(),
        Unit::Municipality(id) => {
            let all = units::list_municipalities(db).await?;
            all.into_iter().find(|it| it.id == id).map(|it| it.title).unwrap_or_default()
        }
        Unit::School(_, id) => units::find_school(db, id).await?.map(|it| it.title).unwrap_or_default(),
    })
}

pub(super) async fn ask_to_revoke(turn: &Turn, id: Uuid) -> Outcome {
    Ok(view::revoke_screen(&find_own(turn, id).await?, turn.texts()))
}

pub(super) async fn revoke(turn: &Turn, id: Uuid) -> Outcome {
    let invitation = find_own(turn, id).await?;
    let mut tx = turn.begin().await?;
    if !invitation.offered.may_be_given_by(&own_roles_within(turn, tx.tx()).await?) {
        return Err(out_of_sight());
    }
    if store::mark_revoked(tx.tx(), id, turn.now()).await? {
        finish(turn, tx, (id, invitation.offered), Deed::RevokedInvitation).await?;
    } else {
        drop(tx);
    }
    let screen: Screen = show_invitation(turn, id).await?;
    Ok(screen.toast(label!(turn.texts(), "invitations-revoked-toast")))
}
