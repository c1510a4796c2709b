//! Whether somebody who came in is somebody of a list: the question, and what was decided with the way back.

use uuid::Uuid;

use super::Action;
use crate::{
    label,
    messenger::{Button, Markup, Screen},
    people::{self, menu_button},
    roster::model::Match,
    text,
    texts::Texts,
};

/// Leads to the undecided matches.
#[must_use]
pub fn matches_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "roster-matches-button"), Action::Matches)
}

/// A match with the school of the list. `more` says how many others are open.
#[must_use]
pub fn match_screen(found: &Match, (school, more): (&str, usize), back: Button, texts: &Texts) -> Screen {
    let text = text!(
        texts,
        "roster-match-text",
        newcomer = found.newcomer_name.as_deref().unwrap_or_default(),
        listed = found.listed_name.as_deref().unwrap_or_default(),
        school = school,
        waits = if more > 0 { "yes" } else { "no" },
        more = more,
    );
    Screen::of(text)
        .row(vec![Button::new(label!(texts, "roster-match-same"), Action::Same(found.id))])
        .row(vec![Button::new(label!(texts, "roster-match-other"), Action::Other(found.id))])
        .row(vec![back, menu_button(texts)])
        .at(Action::Match(found.id))
}

/// A decision, with the way back while there is one, and the way on to the next match.
#[must_use]
pub fn decided_screen(
    found: &Match,
    (is_undoable, more): (bool, usize),
    back: Button,
    texts: &Texts,
) -> Screen {
    let next = Button::new(label!(texts, "roster-decided-next", count = more), Action::Matches);
    let undo = Button::new(label!(texts, "roster-decided-undo"), Action::Reopen(found.id));
    Screen::of(decided_word(found, texts))
        .column((more > 0).then_some(next))
        .column(is_undoable.then_some(undo))
        .row(vec![back, menu_button(texts)])
        .at(Action::Match(found.id))
}

fn decided_word(found: &Match, texts: &Texts) -> Markup {
    text!(
        texts,
        "roster-decided-text",
        newcomer = found.newcomer_name.as_deref().unwrap_or_default(),
        state = &found.state,
    )
}

/// The next question below what was just decided, with the way back.
#[must_use]
pub fn next_screen(decided: &Match, next: Screen, texts: &Texts) -> Screen {
    let undo = Button::new(label!(texts, "roster-decided-undo-last"), Action::Reopen(decided.id));
    let mut screen = people::below(&decided_word(decided, texts), next);
    screen.rows.insert(screen.rows.len().saturating_sub(1), vec![undo]);
    screen
}

/// Nothing is undecided.
#[must_use]
pub fn no_matches_screen(back: Button, texts: &Texts) -> Screen {
    Screen::of(text!(texts, "roster-matches-none")).row(vec![back, menu_button(texts)]).at(Action::Matches)
}

/// The button of a letter about a match.
#[must_use]
pub fn to_match(id: Uuid, texts: &Texts) -> Button {
    Button::new(label!(texts, "roster-matches-button"), Action::Match(id))
}
