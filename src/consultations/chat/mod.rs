//! What people do with consultations: every press, command, word and file that is for them finds its handler.
//! Not here: the rules, and what goes on by itself. What is written in the thread of a request is relayed by `threads`.

mod answering;
mod asking;
mod calendar;
mod giving;
mod inviting;
mod joining;
mod leading;
mod own;
mod reports;
mod sharing;
mod taking;
mod times;
mod writing_first;

use uuid::Uuid;

use super::{
    jobs,
    model::{ConsultationRequest, may_answer, may_coordinate},
    store,
    view::{self, Action, Told, Words},
};
use crate::{
    capability::{Outcome, Tree},
    errors::Refusal,
    messenger::{Event, Markup},
    turn::Turn,
};

/// The branch of the tree.
#[must_use]
pub fn tree() -> Tree {
    dptree::entry()
        .branch(dptree::filter_map(|turn: Turn| meant_action(&turn)).endpoint(carry_out))
        .branch(dptree::filter(|turn: Turn| gathers(&turn)).endpoint(asking::gather))
        .branch(dptree::filter_map(|turn: Turn| awaited_words(&turn)).endpoint(receive_words))
}

fn meant_action(turn: &Turn) -> Option<Action> {
    match &turn.incoming().event {
        Event::Press { payload } => Action::read(payload),
        Event::Command { name, .. } if name == "consult" => Some(Action::Consult),
        Event::Command { name, .. } if name == "queue" => Some(Action::Queue),
        _ => None,
    }
}

fn address(turn: &Turn) -> Option<Action> {
    turn.conversation().address.as_deref().and_then(Action::read)
}

/// A question may be made of words and files, one's own and forwarded ones.
fn gathers(turn: &Turn) -> bool {
    let is_content = matches!(turn.incoming().event, Event::Words { .. } | Event::File(_));
    is_content && address(turn) == Some(Action::Ask)
}

/// Words for the question that stands on the screen, with their formatting.
fn awaited_words(turn: &Turn) -> Option<Markup> {
    let Event::Words { forwarded: false, .. } = &turn.incoming().event else { return None };
    let words = &turn.incoming().formatted;
    let asks = matches!(
        address(turn),
        Some(
            Action::Close(_)
                | Action::Note(_)
                | Action::Keep(_)
                | Action::Rate(..)
                | Action::First(_)
                | Action::Times(_)
                | Action::Calendar
                | Action::GroupDraft
                | Action::GroupClose(_)
        )
    );
    (asks && !words.is_empty()).then(|| words.clone())
}

async fn receive_words(turn: Turn, words: Markup) -> Outcome {
    match address(&turn) {
        Some(Action::Close(id)) => answering::close(&turn, id, &words).await,
        Some(Action::Note(id)) => answering::note(&turn, id, &words.visible()).await,
        Some(Action::GroupDraft) => leading::fill(&turn, &words.visible()).await,
        Some(Action::GroupClose(id)) => leading::close(&turn, id, &words).await,
        Some(Action::Calendar) => calendar::receive(&turn, &words.visible()).await,
        Some(Action::Times(id)) => times::receive(&turn, id, &words.visible()).await,
        Some(Action::First(id)) => writing_first::write(&turn, id).await,
        Some(Action::Keep(id)) => answering::keep(&turn, id, &words).await,
        Some(Action::Rate(id, points)) => own::add_word(&turn, (id, points), &words.visible()).await,
        _ => Err(gone()),
    }
}

async fn carry_out(turn: Turn, action: Action) -> Outcome {
    let turn = &turn;
    match action {
        Action::Consult => own::show_asked(turn).await,
        Action::Areas => asking::ask_area(turn).await,
        Action::Area(area) => asking::begin(turn, &area).await,
        Action::Diagnosed(area) => asking::begin_diagnosed(turn, &area).await,
        Action::Subjects => asking::ask_subject(turn).await,
        Action::Subject(subject) => asking::set_subject(turn, &subject).await,
        Action::Ask => asking::show(turn).await,
        Action::Wish(wish) => asking::wish(turn, &wish).await,
        Action::Share(id) => sharing::share(turn, id).await,
        Action::Profile(id) => sharing::show_profile(turn, id).await,
        Action::Send => asking::send(turn).await,
        Action::Drop => asking::drop_draft(turn).await,
        Action::Found(id) => asking::show_found(turn, id).await,
        Action::Helped(id) => asking::was_helped(turn, id).await,
        Action::Show(id) => own::show(turn, id).await,
        Action::Withdraw(id) => own::ask_to_withdraw(turn, id).await,
        Action::TakeBack(id) => own::withdraw(turn, id).await,
        Action::Rate(id, points) => own::rate(turn, id, points).await,
        Action::Unsolved(id) => own::go_up(turn, id).await,
        Action::Reopen(id) => own::reopen(turn, id).await,
        Action::Queue => taking::show_queue(turn).await,
        Action::Card(id) => taking::show_card(turn, id).await,
        Action::Take(id) => taking::take(turn, id).await,
        Action::Pass(id) => taking::ask_who_else(turn, id).await,
        Action::Decline(id) => taking::decline(turn, id, None).await,
        Action::Propose(id, person) => taking::decline(turn, id, Some(person)).await,
        Action::Later(id) => taking::put_off(turn, id).await,
        Action::Work(id) => answering::show(turn, id).await,
        Action::Close(id) => answering::ask_summary(turn, id).await,
        Action::Hours(id, tenths) => answering::set_hours(turn, id, tenths).await,
        Action::Publish(id) => answering::publish(turn, id).await,
        Action::Note(id) => answering::ask_note(turn, id).await,
        Action::Canned(id) => answering::show_canned(turn, id).await,
        Action::Say(id, canned) => answering::say_canned(turn, id, canned).await,
        Action::Keep(id) => answering::ask_canned(turn, id).await,
        Action::Unkeep(id, canned) => answering::drop_canned(turn, id, canned).await,
        Action::Transfer(id) => giving::ask_whom(turn, id).await,
        Action::Assign(id, person) => giving::give(turn, id, person).await,
        Action::Journal(period) => reports::journal(turn, &period, None).await,
        Action::JournalSheet(period) => reports::journal(turn, &period, Some(view::journal_sheet)).await,
        Action::JournalPaper(period) => reports::journal(turn, &period, Some(view::journal_paper)).await,
        Action::Figures(period) => reports::figures(turn, &period, false).await,
        Action::FiguresSheet(period) => reports::figures(turn, &period, true).await,
        Action::Up(id) => giving::hand_up(turn, id).await,
        together => carry_out_together(turn, together).await,
    }
}

/// What is done together with others: writing first, inviting, agreeing on a time, groups; and the common calendar.
async fn carry_out_together(turn: &Turn, action: Action) -> Outcome {
    match action {
        Action::Accompanied => writing_first::list(turn).await,
        Action::First(id) => writing_first::ask(turn, id).await,
        Action::Guests(id) => inviting::ask_whom(turn, id).await,
        Action::Invite(id, person) => inviting::invite(turn, id, person).await,
        Action::Leave(id) => inviting::leave(turn, id).await,
        Action::Times(id) => times::ask(turn, id).await,
        Action::Offer(id) => times::offer(turn, id).await,
        Action::Pick(time) => times::pick(turn, time).await,
        Action::Calendar => calendar::show(turn).await,
        Action::Unbreak(id) => calendar::drop_break(turn, id).await,
        Action::Usual => calendar::work_as_usual(turn).await,
        Action::Groups => leading::list(turn).await,
        Action::NewGroup => leading::ask_area(turn).await,
        Action::GroupArea(area) => leading::begin(turn, &area).await,
        Action::GroupDraft => leading::show_draft(turn).await,
        Action::GroupSubject(subject) => leading::set_subject(turn, &subject).await,
        Action::Announce(id) => leading::announce(turn, id).await,
        Action::Group(id) => leading::show(turn, id).await,
        Action::Came(id, person) => leading::mark_came(turn, id, person).await,
        Action::GroupClose(id) => leading::ask_materials(turn, id).await,
        Action::CallOff(id) => leading::call_off(turn, id).await,
        Action::Fitting(id) => joining::show(turn, id).await,
        Action::Join(id) => joining::join(turn, id).await,
        Action::Unjoin(id) => joining::leave(turn, id).await,
        _ => Err(gone()),
    }
}

/// What screens take their words from.
fn words(turn: &Turn) -> Words<'_> {
    (&turn.app().catalogue, &turn.app().consultation_rules, turn.texts())
}

/// Everything that is told of a request, as it is now.
async fn told(turn: &Turn, id: Uuid) -> anyhow::Result<Told> {
    let request = store::find_request(&turn.app().db, id).await?.ok_or_else(gone)?;
    jobs::read_told(turn.app(), request).await
}

/// A question of whoever speaks.
async fn own_request(turn: &Turn, id: Uuid) -> anyhow::Result<ConsultationRequest> {
    let request = store::find_request(&turn.app().db, id).await?;
    let me = turn.known_person()?.id;
    request.filter(|request| request.teacher_id == Some(me) && request.number.is_some()).ok_or_else(gone)
}

/// A request that whoever speaks may answer: it was put to them, they have taken it, they were invited into
/// it, or they look after all of them.
async fn answerable(turn: &Turn, id: Uuid) -> anyhow::Result<ConsultationRequest> {
    let (db, me) = (&turn.app().db, turn.known_person()?.id);
    let request = store::find_request(db, id).await?.filter(|request| request.number.is_some());
    let request =
        request.filter(|request| may_answer(turn.roles(), request.municipality_id)).ok_or_else(gone)?;
    let is_theirs = request.taken_by == Some(me) || may_coordinate(turn.roles(), request.municipality_id);
    let may = is_theirs || store::is_offered(db, id, me).await? || store::is_guest(db, id, me).await?;
    if may { Ok(request) } else { Err(gone()) }
}

/// A request that whoever speaks has taken.
async fn taken(turn: &Turn, id: Uuid) -> anyhow::Result<ConsultationRequest> {
    let me = turn.known_person()?.id;
    let request = answerable(turn, id).await?;
    if request.taken_by == Some(me) && request.state.is_open() { Ok(request) } else { Err(gone()) }
}

/// It is not here, or not any more.
fn gone() -> anyhow::Error {
    Refusal::because("consultations-gone")
}
