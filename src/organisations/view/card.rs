//! An association: what it is, and changing that.

use super::Action;
use crate::{
    label,
    messenger::{Button, Markup, Screen},
    organisations::model::{Member, Term},
    people::menu_button,
    text,
    texts::Texts,
    units::{Association, Catalogue, kind_title},
};

/// Everything the card of an association shows.
pub struct CardView<'a> {
    /// The association.
    pub association: &'a Association,
    /// Who heads it.
    pub head: Option<&'a Member>,
    /// How many belong to it.
    pub members: usize,
    /// Whether it may be changed and closed, not only its members.
    pub is_keeper: bool,
    /// Whether it may still be opened again.
    pub is_reopenable: bool,
    /// Subjects.
    pub catalogue: &'a Catalogue,
}

/// The card.
#[must_use]
pub fn card_screen(card: &CardView<'_>, texts: &Texts) -> Screen {
    let (association, id) = (card.association, card.association.id);
    let back = Button::new(label!(texts, "organisations-back-list"), Action::List(0));
    if association.closed_at.is_some() {
        let reopen = Button::new(label!(texts, "organisations-card-reopen"), Action::Reopen(id));
        return Screen::of(text!(texts, "organisations-card-closed", title = &association.title))
            .column(card.is_reopenable.then_some(reopen))
            .row(vec![back, menu_button(texts)])
            .at(Action::Card(id));
    }
    let members = vec![
        Button::new(label!(texts, "organisations-card-members"), Action::Members(id, 0)),
        Button::new(label!(texts, "organisations-card-add"), Action::Add(id)),
    ];
    let keeping = vec![
        Button::new(label!(texts, "organisations-card-rename"), Action::Rename(id)),
        Button::new(label!(texts, "organisations-card-term"), Action::Term(id)),
        Button::new(label!(texts, "organisations-card-close"), Action::Close(id)),
    ];
    Screen::of(card_text(card, texts))
        .row(members)
        .row(if card.is_keeper { keeping } else { Vec::new() })
        .row(vec![back, menu_button(texts)])
        .at(Action::Card(id))
}

fn card_text(card: &CardView<'_>, texts: &Texts) -> Markup {
    let association = card.association;
    let subject: Vec<String> = association.subject.clone().into_iter().collect();
    let subject = card.catalogue.subject_titles(&subject).concat();
    let facts = text!(
        texts,
        "organisations-card-facts",
        kind = kind_title(association.kind, texts),
        about = if subject.is_empty() { "nothing" } else { "subject" },
        subject = subject,
        level = if association.school_id.is_some() { "school" } else { "municipality" },
        school = association.school_short_title.as_deref().unwrap_or_default(),
    );
    let until = association.open_until.map(|day| day.format("%d.%m.%Y").to_string()).unwrap_or_default();
    let people = text!(
        texts,
        "organisations-card-people",
        headed = if card.head.is_some() { "yes" } else { "no" },
        head = card.head.map(Member::full_name).unwrap_or_default(),
        count = card.members,
        lasting = if until.is_empty() { "permanent" } else { "until" },
        until = until,
    );
    text!(texts, "organisations-card-title", title = &association.title).paragraph(&facts).paragraph(&people)
}

/// Asks for another title.
#[must_use]
pub fn rename_screen(association: &Association, texts: &Texts) -> Screen {
    Screen::of(text!(texts, "organisations-rename-question", title = &association.title))
        .row(vec![to_card(association, texts)])
        .at(Action::Rename(association.id))
}

/// Asks how long it is to last.
#[must_use]
pub fn term_screen(association: &Association, texts: &Texts) -> Screen {
    let terms = Term::ALL.into_iter().map(|term| {
        let label = label!(texts, "organisations-term-button", term = term.as_str());
        Button::new(label, Action::Until(association.id, term))
    });
    Screen::of(text!(texts, "organisations-term-question", title = &association.title))
        .column(terms)
        .row(vec![to_card(association, texts)])
        .at(Action::Term(association.id))
}

/// Asks whether to close it.
#[must_use]
pub fn close_screen(association: &Association, texts: &Texts) -> Screen {
    Screen::of(text!(texts, "organisations-close-question", title = &association.title))
        .row(vec![Button::new(label!(texts, "organisations-close-yes"), Action::Shut(association.id))])
        .row(vec![to_card(association, texts)])
        .at(Action::Close(association.id))
}

/// Leads back to the card.
pub(super) fn to_card(association: &Association, texts: &Texts) -> Button {
    Button::new(label!(texts, "organisations-back-card"), Action::Card(association.id))
}
