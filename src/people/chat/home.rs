//! The menu, the help, `/start` and `/cancel`.

use super::{NAME, address, entrance, steps};
use crate::{
    capability::{Capability, Outcome},
    messenger::PayloadReader,
    people::{
        model::Standing,
        view::{self, Action},
    },
    turn::Turn,
};

/// `/start`, whatever follows it: the greeting, the present question, or the menu.
pub(super) async fn come_home(turn: &Turn) -> Outcome {
    match turn.standing() {
        Standing::Stranger => entrance::greet(turn).await,
        Standing::Consented => steps::show(turn).await,
        Standing::Registered => show_menu(turn),
    }
}

pub(super) fn show_menu(turn: &Turn) -> Outcome {
    Ok(view::menu_screen(turn.known_person()?, turn.roles(), &turn.app().capabilities, turn.texts()))
}

pub(super) fn greet_registered(turn: &Turn) -> Outcome {
    Ok(view::registered_screen(turn.known_person()?, turn.roles(), &turn.app().capabilities, turn.texts()))
}

pub(super) async fn show_help(turn: &Turn) -> Outcome {
    let service = entrance::service(turn).await?;
    Ok(view::help_screen(turn.standing(), &service, turn.texts()))
}

/// Drops what is expected now. Our own question is dropped with its draft; what others began stays under its title.
pub(super) async fn cancel(turn: &Turn) -> Outcome {
    let is_ours = matches!(
        address(turn),
        Some(Action::Step | Action::EditName | Action::EditYear(_) | Action::EditBirth)
    );
    let title = interrupted(turn).and_then(title_of(turn));
    let mut tx = turn.begin().await?;
    if is_ours {
        tx.forget_draft(NAME).await?;
    }
    tx.expect_nothing();
    tx.stand_at(&Action::Menu.into());
    tx.commit().await?;
    let word = view::cancelled_word(title.as_deref(), is_ours, turn.texts());
    Ok(view::below(&word, show_menu(turn)?))
}

/// The other capability whose screen or question is put aside.
fn interrupted(turn: &Turn) -> Option<&Capability> {
    let conversation = turn.conversation();
    let word = conversation.address.as_deref().and_then(PayloadReader::open).map(|reader| reader.capability);
    turn.app().capabilities.iter().filter(|capability| capability.name != NAME).find(|capability| {
        word == Some(capability.payload_word) || conversation.expects.as_deref() == Some(capability.name)
    })
}

/// What a capability calls itself in the menu.
fn title_of(turn: &Turn) -> impl Fn(&Capability) -> Option<String> {
    |capability| {
        let command = capability.commands.iter().find(|command| command.menu_place.is_some())?;
        Some(turn.texts().plain(command.text, &[]))
    }
}
