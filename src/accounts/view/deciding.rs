//! Whose accounts are one person's: who asks, whom they may be, and what was decided with the way back.

use uuid::Uuid;

use super::{Action, WORD};
use crate::{
    accounts::model::{AccountMove, Plea},
    directory::{self, Entry},
    label,
    messenger::{Button, Payload, Screen},
    people::menu_button,
    text,
    texts::Texts,
};

/// People that are offered at once: more would be a list to search, and words narrow it.
const OFFERED: usize = 6;
/// Pleas on the screen; the oldest come first, and the next follow as these are decided.
const SHOWN: usize = 8;

/// Leads to who asks for the place of a lost account.
#[must_use]
pub fn pleas_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "accounts-pleas-button"), Action::Pleas)
}

/// Leads from a card, whose id is added, to the question whom else the person is.
#[must_use]
pub fn same_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "accounts-same-button"), Payload::new(WORD, "same"))
}

/// Who asks for the place of a lost account.
#[must_use]
pub fn pleas_screen(pleas: &[Plea], texts: &Texts) -> Screen {
    let buttons = pleas.iter().take(SHOWN).map(|plea| {
        let label = label!(texts, "accounts-person", name = &plea.name, school = &plea.school);
        Button::new(label, Action::Plea(plea.former_id))
    });
    Screen::of(text!(texts, "accounts-pleas-text", count = pleas.len()))
        .column(buttons)
        .row(vec![directory::back_button(texts), menu_button(texts)])
        .at(Action::Pleas)
}

/// Whom a newcomer may be who asks for the place of a lost account.
#[must_use]
pub fn plea_screen(plea: &Plea, alike: &[Entry], texts: &Texts) -> Screen {
    let former = plea.former_id;
    let alike: Vec<&Entry> = alike.iter().filter(|one| one.person_id != former).take(OFFERED).collect();
    let buttons = alike.iter().map(|one| {
        let label = label!(texts, "accounts-plea-same", name = &one.short_name, school = &one.school);
        Button::new(label, Action::Join(former, one.person_id))
    });
    let find = Button::new(label!(texts, "accounts-plea-find"), Action::Same(former));
    let decline = Button::new(label!(texts, "accounts-plea-decline"), Action::Decline(former));
    let text = text!(
        texts,
        "accounts-plea-text",
        name = &plea.name,
        school = &plea.school,
        alike = if alike.is_empty() { "no" } else { "yes" },
    );
    Screen::of(text)
        .column(buttons)
        .row(vec![find, decline])
        .row(vec![Button::new(label!(texts, "accounts-back"), Action::Pleas), menu_button(texts)])
        .at(Action::Plea(former))
}

/// Asks whom else a person is; typed letters narrow the list.
#[must_use]
pub fn picker_screen(former: (Uuid, &str), found: &[Entry], typed: &str, texts: &Texts) -> Screen {
    let (id, name) = former;
    let others = found.iter().filter(|one| one.person_id != id).take(OFFERED);
    let buttons: Vec<Button> = others
        .map(|one| {
            let label = label!(texts, "accounts-person", name = &one.short_name, school = &one.school);
            Button::new(label, Action::Ask(id, one.person_id))
        })
        .collect();
    let state = match (typed.is_empty(), buttons.is_empty()) {
        (true, _) => "ask",
        (false, true) => "nobody",
        (false, false) => "found",
    };
    Screen::of(text!(texts, "accounts-same-text", name = name, state = state, words = typed))
        .column(buttons)
        .row(vec![to_card(id, texts), menu_button(texts)])
        .at(Action::Same(id))
}

/// Asks whether the first person is the second.
#[must_use]
pub fn ask_screen(former: (Uuid, &str), person: (Uuid, &str), is_lost: bool, texts: &Texts) -> Screen {
    let yes = Button::new(label!(texts, "accounts-ask-yes"), Action::Join(former.0, person.0));
    let text = text!(
        texts,
        "accounts-ask-text",
        former = former.1,
        name = person.1,
        lost = if is_lost { "yes" } else { "no" },
    );
    Screen::of(text).row(vec![yes]).row(vec![to_card(former.0, texts)]).at(Action::Ask(former.0, person.0))
}

/// A move as it was decided. `names` are whose the contacts were and whose they are.
#[must_use]
pub fn move_screen(found: &AccountMove, names: (&str, &str), is_undoable: bool, texts: &Texts) -> Screen {
    let text = text!(
        texts,
        "accounts-move-text",
        kind = found.kind.as_str(),
        state = found.state.as_str(),
        former = names.0,
        name = names.1,
    );
    let undo = Button::new(label!(texts, "accounts-move-undo"), Action::Undo(found.id));
    Screen::of(text)
        .column(is_undoable.then_some(undo))
        .row(vec![pleas_button(texts)])
        .row(vec![directory::back_button(texts), menu_button(texts)])
        .at(Action::Move(found.id))
}

fn to_card(person: Uuid, texts: &Texts) -> Button {
    Button::new(label!(texts, "accounts-back-card"), directory::card_address(person))
}
