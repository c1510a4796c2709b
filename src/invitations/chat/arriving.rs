//! Coming by a link: before registration the invitation is kept with the contact, and holds when registration ends;
//! whoever has registered is asked once.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Kept, admitting, kept, out_of_sight, roles_of, roles_within};
use crate::{
    app::App,
    capability::{Newcomer, Outcome, Tree},
    conversations,
    db::Tx,
    invitations::{
        NAME, jobs,
        model::{Invitation, Token, UseState, Welcome},
        store,
        view::{self, Action},
    },
    messenger::{Event, Markup},
    people::{self, Standing},
    texts::Texts,
    turn::Turn,
    units,
};

/// Catches everybody who comes by a link with a word in it, before they are led in.
#[must_use]
pub fn arrivals() -> Tree {
    dptree::filter_map(|turn: Turn| link_word(&turn)).endpoint(arrive)
}

/// What a link ended in.
#[derive(Clone)]
struct LinkWord(String);

fn link_word(turn: &Turn) -> Option<LinkWord> {
    match &turn.incoming().event {
        Event::Command { name, argument } if name == "start" && !argument.is_empty() => {
            Some(LinkWord(argument.clone()))
        }
        _ => None,
    }
}

async fn arrive(turn: Turn, word: LinkWord) -> Outcome {
    let (turn, app) = (&turn, turn.app());
    let known = match Token::read(&word.0) {
        Some(token) => store::find_by_token(&app.db, &token).await?,
        None => None,
    };
    let Some(invitation) = known else {
        return say(turn, &view::unknown_word(turn.texts())).await;
    };
    let welcome = welcome(turn, &invitation).await?;
    if welcome != Welcome::Open {
        return say(turn, &view::came_word(&invitation, welcome, true, turn.texts())).await;
    }
    let place = invitation.offered.unit.municipality().map(|it| (it, invitation.offered.unit.school()));
    let mut tx = people::expect_place(turn, place).await?;
    tx.park(NAME, &Kept { coming_by: Some(invitation.id), ..Kept::default() }).await?;
    if turn.standing() == Standing::Registered {
        tx.expect_nothing();
        tx.stand_at(&Action::Welcome.into());
        tx.commit().await?;
        return Ok(view::welcome_screen(&invitation, turn.texts()));
    }
    tx.commit().await?;
    say(turn, &view::welcome_word(&invitation, turn.texts())).await
}

/// A word above whatever comes first for whoever speaks.
async fn say(turn: &Turn, word: &Markup) -> Outcome {
    Ok(people::below(word, people::show_home(turn).await?))
}

/// What the invitation says to whoever speaks, as things stand.
async fn welcome(turn: &Turn, invitation: &Invitation) -> anyhow::Result<Welcome> {
    let (app, comer) = (turn.app(), turn.person().map(|person| person.id));
    let has_come = match comer {
        Some(person) => store::has_come(&app.db, invitation.id, person).await?,
        None => false,
    };
    let inviter = roles_of(app, invitation.created_by).await?;
    Ok(invitation.welcomes(comer, has_come, &inviter, turn.now()))
}

/// To what somebody registered is invited.
pub(super) async fn show_welcome(turn: &Turn) -> Outcome {
    let coming_by = kept(turn).await?.coming_by.ok_or_else(out_of_sight)?;
    let invitation = store::find_invitation(&turn.app().db, coming_by).await?.ok_or_else(out_of_sight)?;
    Ok(view::welcome_screen(&invitation, turn.texts()))
}

/// Somebody registered comes by the invitation. Pressed twice, it counts once.
pub(super) async fn accept(turn: &Turn) -> Outcome {
    let Some(coming_by) = kept(turn).await?.coming_by else {
        return people::show_home(turn).await;
    };
    let person = turn.known_person()?.id;
    let mut tx = turn.begin().await?;
    let word = redeem(turn.app(), tx.tx(), (coming_by, person), turn.texts()).await?;
    tx.forget_draft(NAME).await?;
    tx.expect_nothing();
    tx.stand_at(&people::menu_address());
    tx.commit().await?;
    say(turn, &word).await
}

/// Somebody has registered: the invitation that they came by, if there is one, holds now.
pub async fn come_in(
    app: &App,
    tx: &mut Tx,
    newcomer: Newcomer,
    texts: &Texts,
) -> anyhow::Result<Option<Markup>> {
    let kept: Option<Kept> = conversations::draft_within(tx, newcomer.contact, NAME).await?;
    let mut words = Vec::new();
    if let Some(coming_by) = kept.and_then(|kept| kept.coming_by) {
        conversations::forget(tx, newcomer.contact, NAME).await?;
        words.push(redeem(app, tx, (coming_by, newcomer.person), texts).await?);
    }
    words.extend(admitting::notice(app, tx, newcomer.person, texts).await?);
    let all = words.into_iter().fold(Markup::default(), |all, word| all.paragraph(&word));
    Ok((!all.is_empty()).then_some(all))
}

/// Comes by an invitation, if it still holds. Of two who come for the last place one gets it: each holds the row while
/// they look. Whoever came for a role waits, and whoever invited is told.
async fn redeem(app: &App, tx: &mut Tx, (id, person): (Uuid, Uuid), texts: &Texts) -> anyhow::Result<Markup> {
    let Some(invitation) = store::hold_invitation(tx, id).await? else {
        return Ok(view::unknown_word(texts));
    };
    let now = app.clock.now();
    let has_come = store::has_come_within(tx, id, person).await?;
    let inviter = match invitation.created_by {
        Some(inviter) => roles_within(app, tx, inviter).await?,
        None => Vec::new(),
    };
    let mut welcome = invitation.welcomes(Some(person), has_come, &inviter, now);
    if welcome == Welcome::Open && holds_already(tx, person, &invitation).await? {
        welcome = Welcome::Already;
    }
    let mut is_claimed = false;
    if welcome == Welcome::Open {
        let comer = store::add_use(tx, &invitation, person, now).await?;
        is_claimed = claim(app, tx, (&invitation, person)).await?;
        vouch(tx, &invitation, person, now).await?;
        if let (UseState::Waiting, Some(inviter)) =
            (UseState::first(invitation.offered), invitation.created_by)
        {
            jobs::tell_inviter(tx, inviter, comer, now).await?;
        }
    }
    let works_there = store::works_within(tx, person, invitation.offered.unit).await?;
    let word = view::came_word(&invitation, welcome, works_there, texts);
    Ok(if is_claimed { word.paragraph(&view::claimed_word(texts)) } else { word })
}

/// Whoever comes by an invitation that was meant for somebody of a list is them, by the word of whoever invited.
async fn claim(app: &App, tx: &mut Tx, (invitation, person): (&Invitation, Uuid)) -> anyhow::Result<bool> {
    let Some((meant, inviter)) = invitation.meant_for.as_ref().zip(invitation.created_by) else {
        return Ok(false);
    };
    for claim in app.capabilities.iter().filter_map(|capability| capability.claim) {
        if claim(app, tx, (meant.person_id, person), inviter).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whoever invited somebody knows them: they are confirmed where they were invited to, if that is where they work.
async fn vouch(tx: &mut Tx, invitation: &Invitation, person: Uuid, now: DateTime<Utc>) -> anyhow::Result<()> {
    let unit = invitation.offered.unit;
    if let Some(municipality) = unit.municipality()
        && store::works_within(tx, person, unit).await?
    {
        store::add_confirmation(tx, (person, municipality), invitation.created_by, now).await?;
    }
    Ok(())
}

/// Whether somebody holds the role already that they were to get.
async fn holds_already(tx: &mut Tx, person: Uuid, invitation: &Invitation) -> anyhow::Result<bool> {
    let Some(role) = invitation.offered.role else { return Ok(false) };
    let held = units::roles_within(tx, person).await?;
    Ok(held.iter().any(|held| held.role == role && held.unit == invitation.offered.unit))
}
