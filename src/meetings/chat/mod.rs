//! What is done with meetings. What was allowed when a screen was made is asked again where it is done.
//! Not here: the rules, which stand in the model and in `units`.

mod around;
mod arriving;
mod calling;
mod day;
mod fields;
mod given;
mod looking;
mod marks;
mod minutes;
mod online;
mod replying;
mod running;
mod saying;
mod sheets;
mod timing;
mod year;

pub use arriving::arrivals;

use uuid::Uuid;

use super::{
    CALLS, REGISTERED,
    model::{Meeting, MeetingState},
    store,
    view::{Action, After, Deed, Side},
};
use crate::{
    capability::{Outcome, Tree},
    db::Tx,
    errors::Refusal,
    messenger::Event,
    people::Standing,
    turn::Turn,
    units::{self, Right, Unit, may},
};

/// The branch of the tree. The gates have asked for the roles of whoever presses; typed words pass no gate.
#[must_use]
pub fn tree() -> Tree {
    dptree::entry()
        .branch(
            dptree::filter_map(|turn: Turn| match &turn.incoming().event {
                Event::Press { payload } => Action::read(payload),
                Event::Command { name, .. } if name == "meeting" => Some(Action::Home(None)),
                Event::Command { name, .. } if name == "meetings" => Some(Action::Meetings),
                _ => None,
            })
            .endpoint(carry_out),
        )
        .branch(dptree::filter_map(|turn: Turn| asked_by(&turn)).endpoint(receive))
        .branch(dptree::filter_map(|turn: Turn| online::awaited_list(&turn)).endpoint(online::receive_file))
        .branch(dptree::filter_map(|turn: Turn| year::awaited(&turn)).endpoint(year::receive))
        .branch(dptree::filter_map(|turn: Turn| fields::awaited(&turn)).endpoint(fields::receive_file))
}

/// The screen at which words were typed, if it asks for some; forwarded ones are somebody else's.
fn asked_by(turn: &Turn) -> Option<Action> {
    let is_own = matches!(turn.incoming().event, Event::Words { forwarded: false, .. });
    let address = turn.conversation().address.as_deref().and_then(Action::read).filter(|_| is_own)?;
    let who = match address {
        Action::Month(..) | Action::Day(..) | Action::Part(..) => CALLS,
        Action::On(_, deed) => match deed {
            Deed::Title
            | Deed::When
            | Deed::Place
            | Deed::Agenda
            | Deed::Seats
            | Deed::Until
            | Deed::Move => CALLS,
            Deed::Visitors => CALLS,
            _ => return None,
        },
        Action::After(After::Online(_) | After::Tried(_)) | Action::Side(Side::Materials(_)) => CALLS,
        Action::Why(_) | Action::Here(_) | Action::After(After::Ask(..)) | Action::Side(Side::Wish(..)) => {
            REGISTERED
        }
        _ => return None,
    };
    who.admits(Standing::Registered, turn.roles()).then_some(address)
}

async fn receive(turn: Turn, address: Action) -> Outcome {
    let turn = &turn;
    match address {
        Action::Month(id, _) => timing::receive_time(turn, id, None).await,
        Action::Day(id, day) => timing::receive_time(turn, id, Some(day)).await,
        Action::On(id, Deed::Title) => saying::receive_title(turn, id).await,
        Action::On(id, Deed::Place) => saying::receive_place(turn, id).await,
        Action::On(id, Deed::Agenda) => saying::receive_agenda(turn, id).await,
        Action::On(id, Deed::Seats) => saying::receive_seats(turn, id).await,
        Action::On(id, Deed::Until) => saying::receive_until(turn, id).await,
        Action::On(id, Deed::Visitors) => day::receive_visitors(turn, id).await,
        Action::On(id, _) => timing::receive_time(turn, id, None).await,
        Action::Part(id, point, part) => minutes::receive_part(turn, id, (point, part)).await,
        Action::After(After::Online(id) | After::Tried(id)) => online::receive_words(turn, id).await,
        Action::After(After::Ask(id, place)) => sheets::receive_answer(turn, id, place).await,
        Action::Why(id) => replying::receive_reason(turn, id).await,
        Action::Side(Side::Materials(id)) => fields::receive_link(turn, id).await,
        Action::Side(Side::Wish(id, wish)) => fields::receive_wish(turn, id, wish).await,
        Action::Here(id) => day::receive_code(turn, id).await,
        _ => Err(out_of_sight()),
    }
}

async fn carry_out(turn: Turn, action: Action) -> Outcome {
    let turn = &turn;
    match action {
        Action::Home(place) => calling::show_home(turn, place).await,
        Action::Begin(place, kind) => calling::begin(turn, place, &kind).await,
        Action::Again(place) => calling::begin_again(turn, place).await,
        Action::Due(place, kind) => year::begin_due(turn, place, &kind).await,
        Action::Year(place, deed) => year::carry_out(turn, place, deed).await,
        Action::On(id, deed) => carry_out_on(turn, id, deed).await,
        Action::Month(id, ahead) => timing::show_month(turn, id, ahead).await,
        Action::Day(id, day) => timing::choose_day(turn, id, day).await,
        Action::Time(id, day, minute) => timing::choose_time(turn, id, (day, minute)).await,
        Action::Go(id, people) => calling::go(turn, id, people).await,
        Action::People(id, page) => running::show_people(turn, id, page).await,
        Action::Attendance(id, page) => day::show_attendance(turn, id, page).await,
        Action::After(after) => carry_out_after(turn, after).await,
        Action::Tick(id, page, row) => day::tick(turn, id, (page, row)).await,
        Action::Part(id, point, part) => minutes::ask_part(turn, id, (point, part)).await,
        Action::Meetings => around::show_ahead(turn, 0).await,
        Action::Past => around::show_over(turn, 0).await,
        Action::Called => around::show_called(turn, 0).await,
        Action::Side(side) => carry_out_side(turn, side).await,
        Action::Read(id) => looking::read(turn, id).await,
        Action::Reply(spot, id, said) => replying::reply(turn, (spot, id), said).await,
        Action::Why(id) => replying::ask_reason(turn, id).await,
        Action::File(spot, id) => replying::hand_out_file(turn, (spot, id)).await,
        Action::Here(id) => day::ask_code(turn, id).await,
    }
}

/// What is done on the day of a meeting, and after it.
async fn carry_out_after(turn: &Turn, after: After) -> Outcome {
    match after {
        After::Parts(id, page) => marks::show_parts(turn, id, page).await,
        After::Mark(id, person) => marks::ask_mark(turn, (id, person)).await,
        After::TookPart(id, person, part) => marks::mark_part(turn, (id, person), part).await,
        After::Won(id, person, award) => marks::mark_award(turn, (id, person), &award).await,
        After::Stages(id) => marks::ask_stage(turn, id).await,
        After::Stage(id, stage) => marks::mark_stage(turn, id, &stage).await,
        After::Certificates(id) => given::show_certificates(turn, id).await,
        After::Certify(id, part) => given::certify(turn, id, part).await,
        After::Extracts(id) => given::send_extracts(turn, id).await,
        After::Online(id) => online::ask(turn, id).await,
        After::Tried(id) => online::show(turn, id).await,
        After::Meant(id, place) => online::say_meant(turn, id, place).await,
        After::AsVisitors(id) => online::say_visitors(turn, id).await,
        After::TakeList(id) => online::take(turn, id).await,
        After::Attended => given::show_attended(turn).await,
        After::Certificate(id) => given::hand_out_certificate(turn, id).await,
        After::Lessons => sheets::show_lessons(turn).await,
        After::Sheets(id) => sheets::show_sheets(turn, id).await,
        After::BeginSheet(id) => sheets::begin(turn, id).await,
        After::Sheet(id) => sheets::show(turn, id).await,
        After::Ask(id, place) => sheets::ask(turn, id, place).await,
        After::Rate(id, place, answer) => sheets::rate(turn, id, (place, answer)).await,
        After::FinishSheet(id) => sheets::finish(turn, id).await,
        After::KeepSheet(id) => sheets::keep(turn, id).await,
        After::SheetPaper(id) => sheets::hand_out(turn, id).await,
    }
}

/// What is done beside a meeting.
async fn carry_out_side(turn: &Turn, side: Side) -> Outcome {
    match side {
        Side::Fields(id) => fields::show(turn, id).await,
        Side::Level(id) => fields::change(turn, id, |of| of.level = of.level.next()).await,
        Side::Form(id) => fields::change(turn, id, |of| of.form = Some(of.form().next())).await,
        Side::Speakers(id) => fields::change(turn, id, |of| of.seeks_speakers = !of.seeks_speakers).await,
        Side::Materials(id) => fields::ask_materials(turn, id).await,
        Side::DropMaterial(id, material) => fields::drop_material(turn, id, material).await,
        Side::Share(id) => fields::share(turn, id).await,
        Side::Wishes(id) => fields::show_wishes(turn, id).await,
        Side::Papers(id) => fields::hand_out(turn, id).await,
        Side::Wish(id, wish) => fields::ask_wish(turn, id, wish).await,
        Side::Record(id) => fields::show_record(turn, id).await,
        Side::Ahead(page) => around::show_ahead(turn, page).await,
        Side::Around(month) => around::show_month(turn, month).await,
        Side::Subjects => around::show_subjects(turn).await,
        Side::Subject(id) => around::show_subject(turn, &id).await,
        Side::Over(page) => around::show_over(turn, page).await,
        Side::Called(page) => around::show_called(turn, page).await,
    }
}

/// What is done with one meeting.
async fn carry_out_on(turn: &Turn, id: Uuid, deed: Deed) -> Outcome {
    match deed {
        Deed::Show => calling::show(turn, id).await,
        Deed::Title | Deed::Place | Deed::Agenda | Deed::More | Deed::Seats | Deed::Until => {
            saying::ask(turn, id, deed).await
        }
        Deed::Untitled => saying::leave_untitled(turn, id).await,
        Deed::Unlimited => saying::set_unlimited(turn, id).await,
        Deed::Opening => saying::toggle_open(turn, id).await,
        Deed::When | Deed::Move => timing::ask_time(turn, id, deed).await,
        Deed::Ask => calling::ask(turn, id).await,
        Deed::Drop => calling::drop_draft(turn, id).await,
        Deed::Moving => running::change(turn, id).await,
        Deed::AskCancel => running::ask_cancel(turn, id).await,
        Deed::Cancel => running::cancel(turn, id).await,
        Deed::Table => running::hand_out_table(turn, id).await,
        Deed::TakeOver => running::take_over(turn, id).await,
        Deed::CallNow => year::call_now(turn, id).await,
        Deed::Code => day::show_code(turn, id).await,
        Deed::Visitors => day::ask_visitors(turn, id).await,
        Deed::Minutes => minutes::show(turn, id).await,
        Deed::Paper => minutes::hand_out(turn, id).await,
    }
}

/// The meeting with this id, if whoever speaks may call people of its unit; else it does not exist.
async fn find_mine(turn: &Turn, id: Uuid) -> anyhow::Result<Meeting> {
    let found = store::find_meeting(&turn.app().db, id).await?;
    found.filter(|found| may(turn.roles(), Right::CallMeetings, found.unit)).ok_or_else(out_of_sight)
}

/// The same, if people were not called yet.
async fn find_draft(turn: &Turn, id: Uuid) -> anyhow::Result<Meeting> {
    let found = find_mine(turn, id).await?;
    if found.state == MeetingState::Draft {
        Ok(found)
    } else {
        Err(Refusal::because("meetings-called-already"))
    }
}

/// The same, if people were called and it has not begun.
async fn find_ahead(turn: &Turn, id: Uuid) -> anyhow::Result<Meeting> {
    let found = find_mine(turn, id).await?;
    if found.is_ahead(turn.now()) { Ok(found) } else { Err(Refusal::because("meetings-begun-already")) }
}

/// Whether whoever speaks may call people of this unit at this very moment.
async fn authorise(turn: &Turn, tx: &mut Tx, at: Unit) -> anyhow::Result<()> {
    let roles = units::roles_within(tx, turn.known_person()?.id).await?;
    if may(&roles, Right::CallMeetings, at) { Ok(()) } else { Err(out_of_sight()) }
}

fn out_of_sight() -> anyhow::Error {
    Refusal::because("meetings-out-of-sight")
}
