//! What people do with courses: every press, typed word and file that is for this capability finds its handler.
//! Not here: the rules, which stand in the model.

mod importing;
mod others;
mod own;

use super::{
    IMPORTS,
    model::{Course, CourseStep},
    store,
    view::Action,
};
use crate::{
    capability::{Outcome, Tree},
    directory,
    messenger::{Event, SentFile, SentKind},
    people::Standing,
    turn::Turn,
};

/// The branch of the tree. The gates have asked who presses; typed words and files pass no gate.
#[must_use]
pub fn tree() -> Tree {
    dptree::entry()
        .branch(dptree::filter_map(|turn: Turn| meant_action(&turn)).endpoint(carry_out))
        .branch(dptree::filter(|turn: Turn| awaits_words(&turn)).endpoint(own::receive_words))
        .branch(dptree::filter_map(|turn: Turn| awaited_file(&turn)).endpoint(own::receive_file))
        .branch(dptree::filter_map(|turn: Turn| awaited_list(&turn)).endpoint(importing::receive))
}

fn meant_action(turn: &Turn) -> Option<Action> {
    match &turn.incoming().event {
        Event::Press { payload } => Action::read(payload),
        Event::Command { name, .. } => (name == "courses").then_some(Action::Courses),
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
    is_own && matches!(address(turn), Some(Action::Begin(_) | Action::Step(..)))
}

/// A photo or a file sent where the certificate is asked for.
fn awaited_file(turn: &Turn) -> Option<SentFile> {
    let is_asked = matches!(address(turn), Some(Action::Step(_, CourseStep::Certificate)));
    match &turn.incoming().event {
        Event::File(sent) if is_asked && sent.kind.shows_a_paper() => Some(sent.clone()),
        _ => None,
    }
}

/// A file sent where a sheet of courses is asked for, by somebody who takes them in.
fn awaited_list(turn: &Turn) -> Option<SentFile> {
    let is_asked = matches!(address(turn), Some(Action::Import | Action::Tried | Action::Template));
    let may_import = IMPORTS.admits(Standing::Registered, turn.roles());
    match &turn.incoming().event {
        Event::File(sent) if is_asked && may_import && sent.kind == SentKind::File => Some(sent.clone()),
        _ => None,
    }
}

async fn carry_out(turn: Turn, action: Action) -> Outcome {
    let turn = &turn;
    match action {
        Action::Courses => own::show_list(turn, 0).await,
        Action::List(page) => own::show_list(turn, page).await,
        Action::Kinds => own::ask_kind(turn).await,
        Action::Begin(kind) => Ok(super::view::begin_screen(kind, turn.texts())),
        Action::Card(id) => own::show_card(turn, id).await,
        Action::Step(id, step) => own::show_step(turn, id, step).await,
        Action::Hours(id, hours) => own::set_hours(turn, id, hours).await,
        Action::Say(id, step, is) => own::say(turn, (id, step), is).await,
        Action::Clear(id, step) => own::clear(turn, id, step).await,
        Action::Certificate(id) => others::send_certificate(turn, id).await,
        Action::Drop(id) => own::ask_to_delete(turn, id).await,
        Action::Delete(id) => own::delete(turn, id).await,
        Action::Of(person) => others::show_of(turn, person).await,
        Action::Missing(page) => others::show_missing(turn, page).await,
        Action::Sheet => others::send_missing(turn).await,
        Action::Import => importing::ask(turn).await,
        Action::Template => importing::send_template(turn),
        Action::Tried => importing::show(turn).await,
        Action::Take => importing::take(turn).await,
        Action::Leave => importing::leave(turn).await,
    }
}

/// A course of whoever speaks; another's does not exist.
async fn find_own(turn: &Turn, id: uuid::Uuid) -> anyhow::Result<Course> {
    let person = turn.known_person()?.id;
    let course = store::find_course(&turn.app().db, id).await?;
    course.filter(|course| course.person_id == person).ok_or_else(directory::out_of_sight)
}
