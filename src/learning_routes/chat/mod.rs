//! What people do with routes: every press, command, word and file that is for them finds its handler.
//! Not here: the rules, and what goes on by itself.

mod agreeing;
mod checking;
mod coming;
mod drawing;
mod figures;
mod following;
mod freezing;
mod kinds;
mod nods;
mod office;
mod outcome;
mod proposing;
mod review;
mod templates;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{
    jobs,
    model::{LearningRoute, RouteDeed, RouteFault, RouteState, SchoolCalendar},
    store,
    view::Action,
};
use crate::{
    capability::{Outcome, Tree},
    errors::Refusal,
    messenger::{Event, SentFile, SentKind},
    people,
    turn::{Turn, TurnTx},
};

/// The branch of the tree.
#[must_use]
pub fn tree() -> Tree {
    dptree::entry()
        .branch(dptree::filter_map(|turn: Turn| meant_action(&turn)).endpoint(carry_out))
        .branch(dptree::filter(|turn: Turn| awaits_words(&turn)).endpoint(receive_words))
        .branch(dptree::filter_map(|turn: Turn| awaited_file(&turn)).endpoint(following::receive_file))
        .branch(dptree::filter_map(|turn: Turn| kinds::awaited_sheet(&turn)).endpoint(kinds::receive_sheet))
}

fn meant_action(turn: &Turn) -> Option<Action> {
    match &turn.incoming().event {
        Event::Press { payload } => Action::read(payload),
        Event::Command { name, .. } if name == "route" => Some(Action::Route),
        Event::Command { name, .. } if name == "routes" => Some(Action::Queue),
        _ => None,
    }
}

/// The screen where the person stands, if it is one of ours.
fn address(turn: &Turn) -> Option<Action> {
    turn.conversation().address.as_deref().and_then(Action::read)
}

/// Words are for the question that stands on the screen. What shows that a step is done may be somebody else's words.
fn awaits_words(turn: &Turn) -> bool {
    let Event::Words { forwarded, .. } = turn.incoming().event else { return false };
    match address(turn) {
        Some(Action::Done(_)) => true,
        Some(Action::Own | Action::Return(_) | Action::Reject(_)) => !forwarded,
        Some(Action::Office(at)) => !forwarded && office::awaits_words(at),
        _ => false,
    }
}

/// A photo or a file sent where one is asked for.
fn awaited_file(turn: &Turn) -> Option<SentFile> {
    let is_asked = matches!(address(turn), Some(Action::Done(_)));
    match &turn.incoming().event {
        Event::File(sent) if is_asked && sent.kind != SentKind::Voice => Some(sent.clone()),
        _ => None,
    }
}

async fn receive_words(turn: Turn) -> Outcome {
    let words = turn.words().unwrap_or_default();
    match address(&turn) {
        Some(Action::Office(at)) => office::receive_words(&turn, at, words).await,
        Some(Action::Own) => drawing::add_own(&turn, words).await,
        Some(Action::Done(step)) => following::receive_words(&turn, step, words).await,
        Some(Action::Return(route)) => review::return_it(&turn, route, words).await,
        Some(Action::Reject(step)) => review::reject(&turn, step, words).await,
        _ => Err(changed()),
    }
}

async fn carry_out(turn: Turn, action: Action) -> Outcome {
    let turn = &turn;
    match action {
        Action::Office(action) => office::carry_out(turn, action).await,
        Action::Route => following::show(turn).await,
        Action::Draw => drawing::draw(turn).await,
        Action::Areas => drawing::show_areas(turn).await,
        Action::Area(index) => drawing::toggle_area(turn, index).await,
        Action::Suggest(index, page) => drawing::suggest(turn, (index, page)).await,
        Action::Tick(index, page, known) => drawing::tick(turn, (index, page), &known).await,
        Action::Plan => drawing::show_plan(turn).await,
        Action::Own => drawing::ask_own(turn).await,
        Action::Send => drawing::send(turn).await,
        Action::TakeBack => drawing::take_back(turn).await,
        Action::Remove(step) => drawing::remove(turn, step).await,
        Action::Step(step) => following::show_step(turn, step).await,
        Action::PutOff(step, delay) => following::put_off(turn, step, delay).await,
        Action::Done(step) => following::ask_evidence(turn, step).await,
        Action::File(step) => following::send_file(turn, step).await,
        Action::Pause => following::pause(turn).await,
        Action::Resume => following::resume(turn).await,
        Action::Stop => following::ask_to_stop(turn).await,
        Action::End => following::stop(turn).await,
        Action::Snooze(delay) => following::snooze(turn, delay).await,
        Action::Paper => following::send_paper(turn).await,
        Action::Past => outcome::show_past(turn).await,
        Action::PastPaper(route) => outcome::send_past(turn, route).await,
        Action::Check(letters) => checking::ask(turn, &letters).await,
        Action::Decide(letters, decision) => checking::decide(turn, &letters, decision).await,
        Action::Outcome => outcome::show(turn).await,
        Action::Measure => outcome::measure(turn).await,
        Action::Queue => review::show_queue(turn).await,
        Action::Card(route) => review::show_card(turn, route).await,
        Action::Agree(route) => review::agree(turn, route).await,
        Action::Return(route) => review::ask_return(turn, route).await,
        Action::Shown(step) => review::show_evidence(turn, step).await,
        Action::Accept(step) => review::accept(turn, step).await,
        Action::Reject(step) => review::ask_reject(turn, step).await,
    }
}

/// The day on which a person acts, and the calendar of the route's municipality.
struct Scene {
    today: NaiveDate,
    calendar: SchoolCalendar,
}

async fn scene(turn: &Turn, municipality: Uuid) -> anyhow::Result<Scene> {
    let days_off = store::list_days_off(&turn.app().db, municipality).await?;
    let calendar = SchoolCalendar { days_off: days_off.into_iter().collect() };
    Ok(Scene { today: today(turn).await?, calendar })
}

async fn today(turn: &Turn) -> anyhow::Result<NaiveDate> {
    people::civil_today(turn.app(), turn.known_person()?, turn.now()).await
}

/// The open route of whoever speaks, else their last one.
async fn own_route(turn: &Turn) -> anyhow::Result<LearningRoute> {
    store::find_own(&turn.app().db, turn.known_person()?.id).await?.ok_or_else(changed)
}

/// What somebody does, and to which step.
type Doing = (RouteDeed, Option<Uuid>);

/// Decides on a route as it is now, and keeps what follows; the caller owes what others are told, and commits.
async fn alter<F>(turn: &Turn, id: Uuid, decide: F) -> anyhow::Result<(TurnTx, LearningRoute)>
where
    F: FnOnce(&mut LearningRoute) -> Result<Option<Doing>, RouteFault>,
{
    let now = turn.now();
    let mut tx = turn.begin().await?;
    let mut route = store::lock_route(tx.tx(), id, now).await?.ok_or_else(changed)?;
    let was = route.state;
    let doing = decide(&mut route).map_err(refusal)?;
    keep(turn, &mut tx, (was, &route), doing).await?;
    Ok((tx, route))
}

/// Keeps what was decided, with what follows from it: a route that ends is frozen, and nothing more is reminded of.
async fn keep(
    turn: &Turn,
    tx: &mut TurnTx,
    (was, route): (RouteState, &LearningRoute),
    doing: Option<Doing>,
) -> anyhow::Result<()> {
    let (now, me, id) = (turn.now(), turn.known_person()?.id, route.id);
    store::save_route(tx.tx(), route).await?;
    if let Some((deed, step)) = doing {
        store::add_event(tx.tx(), (id, step), (deed, me), now).await?;
    }
    if route.state == RouteState::Completed && was != RouteState::Completed {
        store::add_event(tx.tx(), (id, None), (RouteDeed::Completed, me), now).await?;
    }
    if was == RouteState::Review && route.state == RouteState::Draft {
        store::drop_grifs(tx.tx(), id).await?;
    }
    if was.is_open() && !route.state.is_open() {
        freezing::freeze(turn.app(), tx.tx(), route, now).await?;
    }
    if route.state != RouteState::Active {
        jobs::end_reminders(tx.tx(), id, now).await?;
    }
    Ok(())
}

/// Commits, and notes where the person stands now.
async fn stand(mut tx: TurnTx, at: Action) -> anyhow::Result<()> {
    tx.expect_nothing();
    tx.stand_at(&at.into());
    tx.commit().await
}

fn refusal(fault: RouteFault) -> anyhow::Error {
    Refusal::because(match fault {
        RouteFault::Changed => "learning_routes-changed",
        RouteFault::Empty => "learning_routes-empty",
        RouteFault::Full => "learning_routes-full",
        RouteFault::Words => "learning_routes-words",
    })
}

/// It is not here, or not any more.
fn changed() -> anyhow::Error {
    refusal(RouteFault::Changed)
}
