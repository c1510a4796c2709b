//! Coming in: the greeting, the consent, and what happens to everything else before somebody has registered.
//! Not here: the questions of registration.

use super::{NAME, home, meant_action, steps};
use crate::{
    capability::{OfferPlace, Outcome, Tree, offers, who_may_press, who_may_say},
    conversations, label,
    messenger::{Event, Markup, Screen},
    people::{
        model::{Draft, Purpose, Standing},
        store,
        view::{self, Action},
    },
    text,
    turn::Turn,
    units,
};

/// Notes who shut us out, and catches everything of whoever has not registered and that does not lead further in.
#[must_use]
pub fn entrance() -> Tree {
    dptree::entry()
        .branch(dptree::filter(|turn: Turn| is_about_reach(&turn)).endpoint(note_reach))
        .branch(dptree::filter(|turn: Turn| is_outside(&turn)).endpoint(lead_in))
}

fn is_about_reach(turn: &Turn) -> bool {
    matches!(turn.incoming().event, Event::Blocked | Event::Unblocked)
}

/// Nobody is there to see a screen. Whoever lets us in again is live by that very event, as by any other.
async fn note_reach(turn: Turn) -> Outcome {
    if turn.incoming().event == Event::Blocked {
        let mut tx = turn.begin().await?;
        let contact = tx.contact_id();
        store::mark_contact(tx.tx(), contact, "blocked").await?;
        tx.commit().await?;
    }
    Ok(Screen::silence())
}

fn is_outside(turn: &Turn) -> bool {
    let standing = turn.standing();
    let may_pass = match meant_action(turn) {
        Some(action) => action.is_open_to(standing),
        None => is_open_elsewhere(turn),
    };
    standing < Standing::Registered && !may_pass
}

/// Whether it is another capability's press or command that somebody may use who has come in only so far.
fn is_open_elsewhere(turn: &Turn) -> bool {
    let capabilities = &turn.app().capabilities;
    let who = match &turn.incoming().event {
        Event::Press { payload } if !view::is_own(payload) => who_may_press(capabilities, payload),
        Event::Command { name, .. } => who_may_say(capabilities, name),
        _ => None,
    };
    who.is_some_and(|who| who.admits(turn.standing(), &[]))
}

/// Leads on from where somebody stands; a press that leads nowhere is told so by its answer too.
async fn lead_in(turn: Turn) -> Outcome {
    let screen = show_next(&turn).await?;
    Ok(match turn.incoming().event {
        Event::Press { .. } => screen.toast(label!(turn.texts(), "dispatch-not-yet")),
        _ => screen,
    })
}

/// Words may answer the present question; for anything else it is shown again with a word.
async fn show_next(turn: &Turn) -> Outcome {
    if turn.standing() == Standing::Stranger {
        return Ok(view::below(&text!(turn.texts(), "people-entrance-consent"), greet(turn).await?));
    }
    let word = match &turn.incoming().event {
        Event::Words { text, forwarded: false, .. } => return steps::receive_words(turn, text).await,
        Event::Press { .. } => text!(turn.texts(), "people-entrance-press"),
        Event::Command { .. } => text!(turn.texts(), "people-entrance-command"),
        Event::Edited => text!(turn.texts(), "people-entrance-edited"),
        _ => text!(turn.texts(), "people-entrance-question"),
    };
    Ok(view::below(&word, steps::show(turn).await?))
}

/// Greets, and asks for consent.
pub(super) async fn greet(turn: &Turn) -> Outcome {
    let service = service(turn).await?;
    let is_known = turn.person().is_some();
    let screen = view::welcome_screen(&turn.app().consent_text, &service, is_known, turn.texts());
    Ok(if is_known { screen } else { with_offers(turn, screen) })
}

/// Adds what others hang on the entrance.
pub(super) fn with_offers(turn: &Turn, screen: Screen) -> Screen {
    let (who, capabilities) = ((turn.standing(), turn.roles()), &turn.app().capabilities);
    screen.column(offers(OfferPlace::Entrance, who, capabilities, turn.texts()))
}

pub(super) async fn show_terms(turn: &Turn) -> Outcome {
    let is_agreed = turn.standing() > Standing::Stranger;
    Ok(view::terms_screen(&turn.app().consent_text, &service(turn).await?, is_agreed, turn.texts()))
}

/// Of a stranger who goes nothing is kept, not even the invitation they came by.
pub(super) async fn decline(turn: &Turn) -> Outcome {
    if turn.standing() == Standing::Registered {
        return home::show_menu(turn);
    }
    if turn.person().is_none() && !turn.shows_again() {
        let mut tx = turn.begin().await?;
        let contact = tx.contact_id();
        conversations::forget_contact(tx.tx(), contact).await?;
        tx.expect_nothing();
        tx.stand_at(&Action::Later.into());
        tx.commit().await?;
    }
    Ok(view::later_screen(turn.texts()))
}

/// Keeps the consent to the very text that stood above the button, and goes on to the first question.
pub(super) async fn agree(turn: &Turn, hash: &str) -> Outcome {
    let consent = &turn.app().consent_text;
    if turn.standing() > Standing::Stranger || hash != consent.short_hash() {
        return home::come_home(turn).await;
    }
    let several = units::list_municipalities(&turn.app().db).await?.len() > 1;
    let is_registered = turn.person().is_some_and(|person| person.registered_at.is_some());
    let draft: Option<Draft> = turn.draft(NAME).await?;
    let draft = draft.unwrap_or_else(|| Draft::begin(Purpose::Registration, several));
    let mut tx = turn.begin().await?;
    let contact = tx.contact_id();
    let person = match turn.person() {
        Some(person) => person.id,
        None => store::add_person(tx.tx(), contact, turn.texts().language().code(), turn.now()).await?,
    };
    store::add_consent(tx.tx(), person, (consent, turn.incoming().contact.messenger), turn.now()).await?;
    let mut word = Markup::default();
    if is_registered {
        word = tx.came_in(person).await?;
        tx.expect_nothing();
        tx.stand_at(&Action::Menu.into());
    } else {
        tx.park(NAME, &draft).await?;
        tx.expect(NAME);
        tx.stand_at(&Action::Step.into());
    }
    tx.commit().await?;
    if is_registered {
        let person = super::person_again(turn).await?;
        let menu = view::menu_screen(&person, turn.roles(), &turn.app().capabilities, turn.texts());
        return Ok(view::below(&word, menu));
    }
    steps::question(turn, &draft).await
}

/// The services that are the operators of personal data here.
pub(super) async fn service(turn: &Turn) -> anyhow::Result<String> {
    let municipalities = units::list_municipalities(&turn.app().db).await?;
    let mut titles: Vec<String> = municipalities.into_iter().map(|place| place.service_title).collect();
    titles.dedup();
    Ok(titles.join("; "))
}
