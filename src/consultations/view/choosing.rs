//! Lists of people: who could answer instead, take over, help; and whom one accompanies.
//! Not here: who stands in them.

use super::{
    Action, title,
    working::{MOST_LINES, queue_button},
};
use crate::{
    consultations::model::{CalledName, ConsultationRequest},
    label,
    messenger::{Button, Screen},
    people::menu_button,
    text,
    texts::Texts,
};

/// What somebody is chosen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choosing {
    /// To be proposed instead of whoever declines.
    Proposed,
    /// To take it over.
    Taker,
    /// To be invited into it.
    Guest,
}

/// Whom it could be given to, or who could help.
#[must_use]
pub fn people_screen(
    request: &ConsultationRequest,
    (people, choosing): (&[CalledName], Choosing),
    texts: &Texts,
) -> Screen {
    let id = request.id;
    let (what, back, at) = match choosing {
        Choosing::Proposed => ("propose", Action::Card(id), Action::Pass(id)),
        Choosing::Taker => ("give", Action::Work(id), Action::Transfer(id)),
        Choosing::Guest => ("guest", Action::Work(id), Action::Guests(id)),
    };
    let button = |name: &CalledName| {
        let target = match choosing {
            Choosing::Proposed => Action::Propose(id, name.person_id),
            Choosing::Taker => Action::Assign(id, name.person_id),
            Choosing::Guest => Action::Invite(id, name.person_id),
        };
        Button::new(name.short(), target)
    };
    let text = text!(texts, "consultations-people", title = title(request, texts), what = what);
    let mut screen = Screen::of(text).column(people.iter().map(button));
    if choosing == Choosing::Proposed {
        screen = screen.row(vec![Button::new(label!(texts, "consultations-decline"), Action::Decline(id))]);
    }
    let back = Button::new(label!(texts, "consultations-card-back"), back);
    screen.row(vec![back, menu_button(texts)]).at(at)
}

/// Whom one accompanies: a tap leads to writing first.
#[must_use]
pub fn accompanied_screen(last: &[ConsultationRequest], names: &[CalledName], texts: &Texts) -> Screen {
    let button = |request: &ConsultationRequest| {
        let name = names.iter().find(|name| Some(name.person_id) == request.teacher_id)?;
        Some(Button::new(name.short(), Action::First(request.id)))
    };
    Screen::of(text!(texts, "consultations-accompanied", count = last.len()))
        .column(last.iter().filter_map(button).take(MOST_LINES))
        .row(vec![queue_button(texts), menu_button(texts)])
        .at(Action::Accompanied)
}

/// Asks for the first words to a teacher.
#[must_use]
pub fn first_screen(last: &ConsultationRequest, names: &[CalledName], texts: &Texts) -> Screen {
    let name = names.first().map(CalledName::short).unwrap_or_default();
    let back = Button::new(label!(texts, "consultations-accompanied-back"), Action::Accompanied);
    Screen::of(text!(texts, "consultations-first-ask", name = name))
        .row(vec![back, menu_button(texts)])
        .at(Action::First(last.id))
}
