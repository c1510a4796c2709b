//! What coordinators do with questionnaires: every press, typed word and sheet that is for this capability finds its
//! handler.
//! Not here: the rules, which stand in the model and in `units`.

mod asking;
mod drafting;
mod looking;

use uuid::Uuid;

use super::{
    KEEPS,
    model::LocalQuestionnaire,
    store,
    view::{Action, wordings},
};
use crate::{
    audit,
    capability::{Outcome, Tree},
    db::Tx,
    directory,
    messenger::{Event, SentFile, SentKind},
    people::Standing,
    turn::Turn,
    units::{Right, Unit, may},
};

/// The branch of the tree. The gates have asked for the roles of whoever presses; words and files pass no gate.
#[must_use]
pub fn tree() -> Tree {
    dptree::entry()
        .branch(
            dptree::filter_map(|turn: Turn| match &turn.incoming().event {
                Event::Press { payload } => Action::read(payload),
                _ => None,
            })
            .endpoint(carry_out),
        )
        .branch(dptree::filter(|turn: Turn| awaits_words(&turn)).endpoint(drafting::receive_words))
        .branch(dptree::filter_map(|turn: Turn| awaited_sheet(&turn)).endpoint(drafting::receive_sheet))
}

/// The screen where the person stands, if it is one of ours and they may be there.
fn address(turn: &Turn) -> Option<Action> {
    let is_keeper = KEEPS.admits(Standing::Registered, turn.roles());
    turn.conversation().address.as_deref().and_then(Action::read).filter(|_| is_keeper)
}

/// Words are for the question that stands on the screen; forwarded ones are somebody else's.
fn awaits_words(turn: &Turn) -> bool {
    let is_own = matches!(turn.incoming().event, Event::Words { forwarded: false, .. });
    is_own && matches!(address(turn), Some(Action::Title(_) | Action::About(_)))
}

/// A sheet sent where one is asked for.
fn awaited_sheet(turn: &Turn) -> Option<SentFile> {
    let is_asked = matches!(address(turn), Some(Action::New(_) | Action::Replace(_)));
    match &turn.incoming().event {
        Event::File(sent) if is_asked && sent.kind == SentKind::File => Some(sent.clone()),
        _ => None,
    }
}

async fn carry_out(turn: Turn, action: Action) -> Outcome {
    let turn = &turn;
    match action {
        Action::Questionnaires => looking::show_own(turn).await,
        Action::At(municipality) => looking::show_list(turn, municipality).await,
        Action::New(municipality) => drafting::ask_sheet(turn, municipality).await,
        Action::Template(municipality) => drafting::send_template(turn, municipality).await,
        Action::Show(id) => looking::show(turn, id).await,
        Action::Replace(id) => drafting::ask_other_sheet(turn, id).await,
        Action::Title(id) => drafting::ask_words(turn, Action::Title(id), id).await,
        Action::About(id) => drafting::ask_words(turn, Action::About(id), id).await,
        Action::Preview(id, place) => looking::preview(turn, id, place).await,
        Action::Publish(id) => drafting::publish(turn, id).await,
        Action::Closing(id) => drafting::ask_to_close(turn, id).await,
        Action::Close(id) => drafting::close(turn, id).await,
        Action::Delete(id) => drafting::delete(turn, id).await,
        Action::Audience(id) => asking::show_audience(turn, id).await,
        Action::Invite(id) => asking::invite(turn, id).await,
        Action::Remind(id) => asking::remind(turn, id).await,
        Action::Hold(id) => asking::hold(turn, id).await,
        Action::Release(id) => asking::release(turn, id).await,
        Action::Withdrawing(id) => asking::ask_to_withdraw(turn, id).await,
        Action::Withdraw(id) => asking::withdraw(turn, id).await,
        Action::Results(id, place) => looking::show_results(turn, id, place).await,
        Action::Picture(id, place) => looking::send_picture(turn, (id, place)).await,
        Action::Table(id) => looking::send_table(turn, id).await,
    }
}

/// The questionnaire with this id, if whoever speaks keeps those of its municipality.
async fn find_own(turn: &Turn, id: Uuid) -> anyhow::Result<LocalQuestionnaire> {
    let found = store::find_questionnaire(&turn.app().db, id).await?.ok_or_else(directory::out_of_sight)?;
    authorise(turn, found.municipality)?;
    Ok(found)
}

fn authorise(turn: &Turn, municipality: Uuid) -> anyhow::Result<()> {
    let is_keeper = may(turn.roles(), Right::KeepQuestionnaires, Unit::Municipality(municipality));
    if is_keeper { Ok(()) } else { Err(directory::out_of_sight()) }
}

/// Writes down what somebody did with what is sent to many. `source` is the press that did it.
async fn note(
    turn: &Turn,
    tx: &mut Tx,
    local: &LocalQuestionnaire,
    done: (audit::Deed, &'static str),
) -> anyhow::Result<()> {
    let (actor, place) = (turn.known_person()?.id, Unit::Municipality(local.municipality));
    Ok(audit::add_taking(tx, actor, done, (&[place], turn.now())).await?)
}

/// The draft as the text that people would take.
fn text_of(turn: &Turn, local: &LocalQuestionnaire) -> anyhow::Result<String> {
    super::model::write(local, &wordings(turn.texts()))
}
