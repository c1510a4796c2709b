//! What is done with announcements. What was allowed when a screen was made is asked again where it is done.
//! Not here: the rules, which stand in the model and in `units`.

mod afterwards;
mod composing;
mod extras;
mod receiving;
mod sending;
mod upcoming;

use uuid::Uuid;

use super::{
    ANNOUNCES, NAME,
    jobs::replied_to,
    model::Broadcast,
    store,
    view::{Action, Deed},
};
use crate::{
    audit,
    capability::{Outcome, Tree},
    db::Tx,
    errors::Refusal,
    messenger::Event,
    outbox,
    people::Standing,
    turn::Turn,
    units::{self, Right, Unit, may},
};

/// The branch of the tree. The gates have asked for the roles of whoever presses; typed words and files pass no gate. Words
/// in reply to an announcement go to it, whatever else waits for words.
#[must_use]
pub fn tree() -> Tree {
    dptree::entry()
        .branch(dptree::filter_map_async(replied).endpoint(receiving::receive_answer))
        .branch(
            dptree::filter_map(|turn: Turn| match &turn.incoming().event {
                Event::Press { payload } => Action::read(payload),
                Event::Command { name, .. } if name == "broadcast" => Some(Action::Home(None)),
                _ => None,
            })
            .endpoint(carry_out),
        )
        .branch(dptree::filter_map(|turn: Turn| asked_by(&turn)).endpoint(receive))
}

/// The announcement that words are a reply to.
#[derive(Debug, Clone, Copy)]
struct RepliedTo(Uuid);

async fn replied(turn: Turn) -> Option<RepliedTo> {
    let Event::Words { reply_to: Some(message), forwarded: false, .. } = &turn.incoming().event else {
        return None;
    };
    let found = outbox::find_said(&turn.app().db, turn.contact_id()?, message).await;
    let letter = found.ok().flatten().filter(|letter| letter.capability == NAME)?;
    replied_to(letter.matter.0).map(RepliedTo)
}

/// The screen at which words or a file came, if it asks for some.
fn asked_by(turn: &Turn) -> Option<Action> {
    let is_content = matches!(turn.incoming().event, Event::Words { .. } | Event::File(_));
    let address = turn.conversation().address.as_deref().and_then(Action::read).filter(|_| is_content)?;
    let asks = match address {
        Action::Home(_) => true,
        Action::On(_, deed) => {
            matches!(deed, Deed::Show | Deed::Link | Deed::Choices | Deed::When | Deed::Correct)
        }
        _ => false,
    };
    (asks && ANNOUNCES.admits(Standing::Registered, turn.roles())).then_some(address)
}

async fn receive(turn: Turn, address: Action) -> Outcome {
    let turn = &turn;
    match address {
        Action::Home(place) => composing::create(turn, place).await,
        Action::On(id, Deed::Link) => extras::receive_link(turn, id).await,
        Action::On(id, Deed::Choices) => extras::receive_choices(turn, id).await,
        Action::On(id, Deed::When) => sending::receive_moment(turn, id).await,
        Action::On(id, Deed::Correct) => afterwards::receive_correction(turn, id).await,
        Action::On(id, _) => composing::receive(turn, id).await,
        _ => Err(out_of_sight()),
    }
}

async fn carry_out(turn: Turn, action: Action) -> Outcome {
    let turn = &turn;
    match action {
        Action::Home(place) => composing::show_home(turn, place).await,
        Action::Upcoming(place, page) => upcoming::show(turn, (place, page)).await,
        Action::On(id, deed) => carry_out_on(turn, id, deed).await,
        Action::Unbutton(id, number) => extras::take_off(turn, id, number).await,
        Action::Screen(id, command) => extras::add_screen(turn, id, command).await,
        Action::About(id, category) => composing::set_category(turn, id, category).await,
        Action::At(id, number) => sending::choose_moment(turn, id, number).await,
        Action::Again(id, rule) => sending::toggle_rule(turn, id, rule).await,
        Action::Go(id, people) => sending::go(turn, id, people).await,
        Action::Acknowledge(id) => receiving::acknowledge(turn, id).await,
        Action::Choose(id, number) => receiving::choose(turn, id, number).await,
        Action::Read(id) => receiving::read(turn, id).await,
        Action::Topics => receiving::show_topics(turn).await,
        Action::Topic(category) => receiving::toggle_topic(turn, category).await,
    }
}

/// What is done with one announcement.
async fn carry_out_on(turn: &Turn, id: Uuid, deed: Deed) -> Outcome {
    match deed {
        Deed::Show => composing::show(turn, id).await,
        Deed::Acknowledging => extras::toggle_acknowledging(turn, id).await,
        Deed::Buttons | Deed::Link | Deed::Choices | Deed::Screens => extras::show(turn, id, deed).await,
        Deed::Categories => composing::ask_category(turn, id).await,
        Deed::NoFiles => composing::drop_files(turn, id).await,
        Deed::Drop => composing::drop_draft(turn, id).await,
        Deed::Preview => sending::preview(turn, id).await,
        Deed::Test => sending::test(turn, id).await,
        Deed::When => sending::ask_moment(turn, id).await,
        Deed::Now => sending::begin_at_once(turn, id).await,
        Deed::Ask => sending::ask(turn, id).await,
        Deed::Pause => sending::pause(turn, id).await,
        Deed::Resume => sending::resume(turn, id).await,
        Deed::Stop => sending::stop(turn, id).await,
        Deed::Organisations => afterwards::show_organisations(turn, id).await,
        Deed::Table | Deed::Register | Deed::RegisterTable => afterwards::hand_out(turn, id, deed).await,
        Deed::AskAgain | Deed::AskRemind | Deed::AskRecall => afterwards::ask(turn, id, deed).await,
        Deed::Again => afterwards::send_again(turn, id).await,
        Deed::Remind => afterwards::remind(turn, id).await,
        Deed::Correct => afterwards::ask_words(turn, id).await,
        Deed::Mend => afterwards::mend(turn, id).await,
        Deed::Recall => afterwards::recall(turn, id).await,
        Deed::Answers => afterwards::show_answers(turn, id).await,
        Deed::Hold => upcoming::hold(turn, id).await,
        Deed::Queue => upcoming::queue(turn, id).await,
        Deed::AskStart | Deed::AskStop => upcoming::ask(turn, id, deed).await,
        Deed::Start => upcoming::start(turn, id).await,
    }
}

/// The announcement with this id, if whoever speaks may write to its unit; else it does not exist.
async fn find_mine(turn: &Turn, id: Uuid) -> anyhow::Result<Broadcast> {
    let found = store::find_broadcast(&turn.app().db, id).await?;
    found.filter(|found| may(turn.roles(), Right::Address, found.unit())).ok_or_else(out_of_sight)
}

/// Writes down what somebody did with what is sent to many. `source` is the press that did it.
async fn note(
    turn: &Turn,
    tx: &mut Tx,
    found: &Broadcast,
    done: (audit::Deed, &'static str),
) -> anyhow::Result<()> {
    let actor = turn.known_person()?.id;
    Ok(audit::add_taking(tx, actor, done, (&[found.unit()], turn.now())).await?)
}

/// Whether whoever speaks may write to this unit at this very moment.
async fn authorise(turn: &Turn, tx: &mut Tx, at: Unit) -> anyhow::Result<()> {
    let roles = units::roles_within(tx, turn.known_person()?.id).await?;
    if may(&roles, Right::Address, at) { Ok(()) } else { Err(out_of_sight()) }
}

fn out_of_sight() -> anyhow::Error {
    Refusal::because("broadcasts-out-of-sight")
}
