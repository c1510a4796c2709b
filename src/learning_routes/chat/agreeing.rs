//! Agreeing and approving where the municipality or the school says so, and what whoever leads a school sees of its
//! teachers' routes.
//! Not here: a methodologist's look.

use uuid::Uuid;

use super::{alter, changed, review, stand, today};
use crate::{
    capability::Outcome,
    errors::Refusal,
    label,
    learning_routes::{
        jobs::{self, Around},
        model::{Grif, GrifKind, LearningRoute, RouteDeed, RouteState},
        store,
        view::{self, Action, Office},
    },
    turn::Turn,
    units::{Role, RouteRule, Unit},
};

/// Who is asked to approve a route once it is agreed to: whoever leads the teacher's school, where that is asked for. Where
/// the school has nobody here, the paper has a line for the signature.
pub(super) async fn approvers(turn: &Turn, route: &LearningRoute) -> anyhow::Result<Vec<Uuid>> {
    let (rule, leaders) = rule_of(turn, route).await?;
    Ok(if rule == RouteRule::Approved { leaders } else { Vec::new() })
}

/// What the teacher's school asks for, and who leads it.
async fn rule_of(turn: &Turn, route: &LearningRoute) -> anyhow::Result<(RouteRule, Vec<Uuid>)> {
    let db = &turn.app().db;
    let found = store::find_school_rule(db, (route.municipality_id, route.person_id)).await?;
    let Some((school, rule)) = found else { return Ok((RouteRule::None, Vec::new())) };
    Ok((rule, store::list_leaders(db, school, route.person_id).await?))
}

/// Whoever is told of a route that was sent where no methodologist is: whoever leads the school, if it asks for more than
/// nothing.
pub(super) async fn leaders_to_look(turn: &Turn, route: &LearningRoute) -> anyhow::Result<Vec<Uuid>> {
    let (rule, leaders) = rule_of(turn, route).await?;
    Ok(if rule == RouteRule::None { Vec::new() } else { leaders })
}

/// Whether anybody looks at a route before it begins.
pub(super) async fn is_looked_at(turn: &Turn, route: &LearningRoute) -> anyhow::Result<bool> {
    let db = &turn.app().db;
    let methodologist = store::has_methodologist(db, route.municipality_id, route.person_id).await?;
    Ok(methodologist || !leaders_to_look(turn, route).await?.is_empty())
}

/// The schools that whoever speaks leads.
fn schools(turn: &Turn) -> impl Iterator<Item = Uuid> + '_ {
    turn.roles().iter().filter_map(|held| match (held.role, held.unit) {
        (Role::SchoolLeader, Unit::School(_, school)) => Some(school),
        _ => None,
    })
}

/// A route of somebody who works at a school that whoever speaks leads; never their own, never a draft.
async fn led(turn: &Turn, id: Uuid) -> anyhow::Result<LearningRoute> {
    let (db, me) = (&turn.app().db, turn.known_person()?.id);
    let route = store::find_route(db, id).await?.ok_or_else(changed)?;
    let hidden = matches!(route.state, RouteState::Draft | RouteState::Stopped);
    if route.person_id == me || hidden {
        return Err(changed());
    }
    for school in schools(turn) {
        if store::works_at(db, (route.municipality_id, route.person_id), school).await? {
            return Ok(route);
        }
    }
    Err(changed())
}

pub(super) async fn show_school(turn: &Turn) -> Outcome {
    let (db, me, today) = (&turn.app().db, turn.known_person()?.id, today(turn).await?);
    let mut lines = Vec::new();
    for school in schools(turn) {
        lines.extend(store::list_of_school(db, (school, me), today).await?);
    }
    Ok(view::school_screen(&lines, turn.texts()))
}

pub(super) async fn show_plain(turn: &Turn, id: Uuid) -> Outcome {
    let route = led(turn, id).await?;
    plain(turn, &route).await
}

async fn plain(turn: &Turn, route: &LearningRoute) -> Outcome {
    let (name, today) = (review::name_of(turn, route.person_id).await?, today(turn).await?);
    let grifs = store::list_grifs(&turn.app().db, route.id).await?;
    let (rule, _) = rule_of(turn, route).await?;
    Ok(view::plain_screen((route, &name), (rule, &grifs), today, turn.texts()))
}

/// Whoever leads the school agrees, in the place of a methodologist.
pub(super) async fn consent(turn: &Turn, id: Uuid) -> Outcome {
    let (route, me) = (led(turn, id).await?, turn.known_person()?.id);
    let (rule, _) = rule_of(turn, &route).await?;
    if rule == RouteRule::None {
        return Err(changed());
    }
    let waits = rule == RouteRule::Approved;
    let (mut tx, route) = alter(turn, id, |route| {
        if waits {
            route.agree_before_approval(None)?
        } else {
            route.approve()?
        }
        Ok(Some((RouteDeed::Agreed, None)))
    })
    .await?;
    if !store::add_grif(tx.tx(), (id, GrifKind::Agreed), (me, None), turn.now()).await? {
        return Err(changed());
    }
    let about = if waits { Around::AwaitsApproval } else { Around::Approved };
    jobs::owe_around(tx.tx(), (about, id), route.person_id, turn.now()).await?;
    stand(tx, Office::Plain(id).into()).await?;
    Ok(plain(turn, &route).await?.toast(label!(turn.texts(), "learning_routes-agreed-toast")))
}

pub(super) async fn ask_approval(turn: &Turn, id: Uuid) -> Outcome {
    let route = led(turn, id).await?;
    if route.state != RouteState::Review {
        return Err(changed());
    }
    Ok(view::approve_screen(&route, &review::name_of(turn, route.person_id).await?, turn.texts()))
}

/// Approves a route that was agreed to, with an order or minutes where they are known: it begins.
pub(super) async fn approve(turn: &Turn, id: Uuid, typed: Option<&str>) -> Outcome {
    let (route, me) = (led(turn, id).await?, turn.known_person()?.id);
    let (rule, _) = rule_of(turn, &route).await?;
    let paper = match typed {
        Some(typed) => {
            Some(Grif::read_paper(typed).ok_or_else(|| Refusal::because("learning_routes-approve-words"))?)
        }
        None => None,
    };
    let (mut tx, route) = alter(turn, id, |route| {
        route.approve()?;
        Ok(Some((RouteDeed::Approved, None)))
    })
    .await?;
    let is_agreed = store::has_grif(tx.tx(), id, GrifKind::Agreed).await?;
    let given = (me, paper.as_deref());
    if rule != RouteRule::Approved
        || !is_agreed
        || !store::add_grif(tx.tx(), (id, GrifKind::Approved), given, turn.now()).await?
    {
        return Err(changed());
    }
    for person in [Some(route.person_id), route.methodologist_id].into_iter().flatten() {
        jobs::owe_around(tx.tx(), (Around::Approved, id), person, turn.now()).await?;
    }
    stand(tx, Office::Plain(id).into()).await?;
    Ok(plain(turn, &route).await?.toast(label!(turn.texts(), "learning_routes-approved-toast")))
}

/// The methodologist's agreement: the route begins, or waits for whoever leads the school.
pub(super) async fn agree(turn: &Turn, route: LearningRoute) -> anyhow::Result<LearningRoute> {
    let (id, me, now) = (route.id, turn.known_person()?.id, turn.now());
    let approvers = approvers(turn, &route).await?;
    let (mut tx, route) = alter(turn, id, |route| {
        if approvers.is_empty() {
            route.agree(me)?
        } else {
            route.agree_before_approval(Some(me))?
        }
        Ok(Some((RouteDeed::Agreed, None)))
    })
    .await?;
    let is_new = store::add_grif(tx.tx(), (id, GrifKind::Agreed), (me, None), now).await?;
    if approvers.is_empty() {
        jobs::owe_notice(tx.tx(), (id, None, jobs::What::Agreed), route.person_id, now).await?;
    } else if is_new {
        jobs::owe_around(tx.tx(), (Around::AwaitsApproval, id), route.person_id, now).await?;
        for leader in approvers {
            jobs::owe_around(tx.tx(), (Around::ToApprove, id), leader, now).await?;
        }
    } else {
        return Err(changed());
    }
    stand(tx, Action::Card(id)).await?;
    Ok(route)
}
