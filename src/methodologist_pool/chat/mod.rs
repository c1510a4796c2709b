//! What coordinators and methodologists do with the pool: every press and typed word finds its handler.
//! Not here: the rules, which stand in the model and in `units`.

mod editions;
mod listing;
mod member;
mod own;
mod steps;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{
    model::{Facts, Line, Member},
    store,
    view::{self, Action, Titles},
};
use crate::{
    app::App,
    capability::{Outcome, Tree},
    db::Tx,
    directory,
    errors::Refusal,
    messenger::Event,
    people::{self, Person},
    turn::Turn,
    units::{self, Employment, PostGroup, Right, Role, RoleAt, Unit, may},
};

/// Kinds of school whose people may belong to the pool (guidelines of Leningrad oblast, section 3.1): general schools of
/// every kind, additional education.
const KINDS: [&str; 7] =
    ["school", "gymnasium", "lyceum", "correctional", "branch", "boarding", "additional"];

/// The branch of the tree. The gates have asked for the roles of whoever presses; typed words pass no gate.
#[must_use]
pub fn tree() -> Tree {
    dptree::entry()
        .branch(dptree::filter_map(|turn: Turn| meant_action(&turn)).endpoint(carry_out))
        .branch(dptree::filter(|turn: Turn| awaits_words(&turn)).endpoint(receive_words))
}

fn meant_action(turn: &Turn) -> Option<Action> {
    match &turn.incoming().event {
        Event::Press { payload } => Action::read(payload),
        Event::Command { name, .. } => (name == "consulting").then_some(Action::Consulting),
        _ => None,
    }
}

/// The screen where the person stands, if it is one of ours.
fn address(turn: &Turn) -> Option<Action> {
    turn.conversation().address.as_deref().and_then(Action::read)
}

/// Words are for the question that stands on the screen; forwarded ones are somebody else's.
fn awaits_words(turn: &Turn) -> bool {
    let is_own = matches!(turn.incoming().event, Event::Words { forwarded: false, .. });
    is_own && matches!(address(turn), Some(Action::Step(..) | Action::Admit(_) | Action::Approve(_)))
}

async fn receive_words(turn: Turn) -> Outcome {
    let words = turn.words().unwrap_or_default();
    match address(&turn) {
        Some(Action::Admit(id)) => member::receive_reason(&turn, id, words).await,
        Some(Action::Approve(municipality)) => editions::receive_order(&turn, municipality, words).await,
        Some(Action::Step(id, step, _)) => steps::receive_words(&turn, (id, step), words).await,
        _ => Err(out_of_sight()),
    }
}

async fn carry_out(turn: Turn, action: Action) -> Outcome {
    let turn = &turn;
    match action {
        Action::Pool => listing::show_pool(turn).await,
        Action::List(municipality, page) => listing::show_list(turn, municipality, page).await,
        Action::Person(person) => member::show_person(turn, person).await,
        Action::Add(person) => member::add(turn, person).await,
        Action::Card(id) => member::show_card(turn, id).await,
        Action::Fields(id) => steps::show_fields(turn, id).await,
        Action::Step(id, step, page) => steps::show(turn, (id, step), page).await,
        Action::Basis(id, basis) => steps::set_basis(turn, id, basis).await,
        Action::Capacity(id, count) => steps::set_capacity(turn, id, count).await,
        Action::Tick(id, step, place) => steps::tick(turn, (id, step), place).await,
        Action::Year(id) => steps::set_year(turn, id).await,
        Action::Clear(id, step) => steps::clear(turn, (id, step)).await,
        Action::Checks(id) => member::show_checks(turn, id).await,
        Action::Confirm(id, check) => member::confirm(turn, id, check).await,
        Action::Admit(id) => member::admit(turn, id).await,
        Action::Demote(id) => member::demote(turn, id).await,
        Action::Drop(id) => member::ask_to_remove(turn, id).await,
        Action::Remove(id) => member::remove(turn, id).await,
        Action::Editions(municipality) => editions::show(turn, municipality).await,
        Action::Approve(municipality) => editions::ask_order(turn, municipality).await,
        Action::Adopt(municipality) => editions::adopt(turn, municipality, None).await,
        Action::Past(edition) => editions::send_past(turn, edition).await,
        Action::Sheet(municipality) => listing::send_sheet(turn, municipality).await,
        Action::Paper(municipality) => listing::send_paper(turn, municipality, false).await,
        Action::Public(municipality) => listing::send_paper(turn, municipality, true).await,
        Action::Consulting => own::show(turn).await,
        Action::Join => own::join(turn).await,
    }
}

/// Whether somebody who holds these roles looks after the pool of a municipality.
fn manages(roles: &[RoleAt], municipality: Uuid) -> bool {
    may(roles, Right::Appoint(Role::Methodologist), Unit::Municipality(municipality))
}

/// Whether somebody who holds these roles consults in a municipality.
fn consults(roles: &[RoleAt], municipality: Uuid) -> bool {
    roles.contains(&RoleAt { role: Role::Methodologist, unit: Unit::Municipality(municipality) })
}

/// Fails unless whoever speaks looks after this pool.
fn ask_right(turn: &Turn, municipality: Uuid) -> anyhow::Result<()> {
    if manages(turn.roles(), municipality) { Ok(()) } else { Err(out_of_sight()) }
}

/// The same at this very moment, inside the transaction that changes something.
async fn ask_right_again(turn: &Turn, tx: &mut Tx, municipality: Uuid) -> anyhow::Result<()> {
    let roles = units::roles_within(tx, turn.known_person()?.id).await?;
    if manages(&roles, municipality) { Ok(()) } else { Err(out_of_sight()) }
}

/// A member as a card shows them.
struct Seen {
    member: Member,
    line: Line,
    facts: Facts,
}

/// The member with this id, if whoever speaks looks after that pool.
async fn find_seen(turn: &Turn, id: Uuid) -> anyhow::Result<Seen> {
    let member = store::find_member(&turn.app().db, id).await?.ok_or_else(out_of_sight)?;
    ask_right(turn, member.municipality_id)?;
    look_up(turn, member).await
}

/// What is known about a member from everywhere.
async fn look_up(turn: &Turn, member: Member) -> anyhow::Result<Seen> {
    let app = turn.app();
    let person = find_person(app, member.person_id).await?;
    let places = units::places_of(&app.db, member.person_id).await?;
    let main = places.first();
    let facts = Facts {
        works_there: works_there(app, main).await?,
        career_began_year: person.career_began_year,
        today: today(turn).await?,
    };
    let line = view::describe((&member, &person), main, &titles(app), turn.texts());
    Ok(Seen { member, line, facts })
}

async fn works_there(app: &App, main: Option<&Employment>) -> anyhow::Result<Option<bool>> {
    let Some(main) = main else { return Ok(None) };
    let kind = store::find_school_kind(&app.db, main.school_id).await?;
    let is_methodist = main.post_group(&app.catalogue) == Some(PostGroup::Methodical);
    Ok(Some(is_methodist || kind.is_some_and(|kind| KINDS.contains(&&*kind))))
}

async fn find_person(app: &App, id: Uuid) -> anyhow::Result<Person> {
    let person = people::find_person(&app.db, id, app.consent_text.hash()).await?;
    person.filter(|person| person.registered_at.is_some()).ok_or_else(out_of_sight)
}

async fn today(turn: &Turn) -> anyhow::Result<NaiveDate> {
    people::civil_today(turn.app(), turn.known_person()?, turn.now()).await
}

fn titles(app: &App) -> Titles<'_> {
    Titles { pool: &app.pool_catalogue, catalogue: &app.catalogue }
}

fn out_of_sight() -> anyhow::Error {
    directory::out_of_sight()
}

/// The button belongs to something that has changed since.
fn outdated() -> anyhow::Error {
    Refusal::because("methodologist_pool-outdated")
}
