//! Opening an association: where, of which kind, of which subject, under which title.

use uuid::Uuid;

use super::{Action, with_page};
use crate::{
    label,
    messenger::{Button, Screen},
    organisations::model::Draft,
    text,
    texts::Texts,
    units::{AssociationKind, Catalogue, Unit, kind_title},
};

/// Where an association can be opened.
#[derive(Debug, Clone)]
pub struct Place {
    /// The municipality or the school.
    pub at: Unit,
    /// Its name on a button.
    pub title: String,
}

impl Place {
    /// The last part of the unit's name: a payload has no room for both, and ids are unique over both.
    #[must_use]
    pub fn id(&self) -> Option<Uuid> {
        self.at.school().or(self.at.municipality())
    }
}

/// Asks for the level: the municipality itself, or one of its schools.
#[must_use]
pub fn places_screen(places: &[Place], page: usize, texts: &Texts) -> Screen {
    let buttons = places.iter().filter_map(|place| {
        let label = match place.at {
            Unit::Municipality(_) => {
                label!(texts, "organisations-place-municipality", title = &place.title)
            }
            _ => place.title.clone(),
        };
        Some(Button::new(label, Action::At(place.id()?)))
    });
    let screen = Screen::of(text!(texts, "organisations-place-question"));
    let (screen, page) = with_page(screen, buttons.collect(), (page, &|page| Action::Places(page)), texts);
    screen.row(vec![to_list(texts)]).at(Action::Places(page))
}

/// Asks for the kind.
#[must_use]
pub fn kinds_screen(place: &Place, texts: &Texts) -> Screen {
    let buttons = AssociationKind::ALL.into_iter().map(|kind| {
        Button::new(label!(texts, "organisations-kind-button", kind = kind.as_str()), Action::Kind(kind))
    });
    Screen::of(text!(texts, "organisations-kind-question", place = &place.title))
        .column(buttons)
        .row(vec![to_list(texts)])
        .at(Action::Kinds)
}

/// Asks for the subject.
#[must_use]
pub fn subjects_screen(place: &Place, catalogue: &Catalogue, page: usize, texts: &Texts) -> Screen {
    let buttons = catalogue.subjects().iter();
    let buttons =
        buttons.map(|subject| Button::new(&subject.short_title, Action::Subject(subject.id.clone())));
    let screen = Screen::of(text!(texts, "organisations-subject-question", place = &place.title));
    let (screen, page) = with_page(screen, buttons.collect(), (page, &|page| Action::Subjects(page)), texts);
    let back = Button::new(label!(texts, "organisations-back-kinds"), Action::Kinds);
    screen.row(vec![back, to_list(texts)]).at(Action::Subjects(page))
}

/// Proposes a title, and asks for another one.
#[must_use]
pub fn title_screen(place: &Place, (kind, proposed): (AssociationKind, &str), texts: &Texts) -> Screen {
    let question = text!(
        texts,
        "organisations-title-question",
        place = &place.title,
        kind = kind_title(kind, texts),
        proposed = proposed,
    );
    let back = Button::new(label!(texts, "organisations-back-kinds"), Action::Kinds);
    Screen::of(question)
        .row(vec![Button::new(proposed, Action::Open)])
        .row(vec![back, to_list(texts)])
        .at(Action::Title)
}

/// What an association of this kind is usually called.
#[must_use]
pub fn proposed_title(draft: &Draft, catalogue: &Catalogue, texts: &Texts) -> String {
    let kind = draft.kind.as_deref().unwrap_or_default();
    let subject = draft.subject.as_deref().and_then(|id| catalogue.subject(id));
    let genitive = subject.and_then(|subject| subject.genitive.clone());
    if let (Some(subject), None) = (subject, &genitive) {
        return label!(texts, "organisations-title-about", subject = &subject.title);
    }
    let level = if draft.school.is_some() { "school" } else { "municipality" };
    label!(
        texts,
        "organisations-title-proposed",
        kind = kind,
        subject = genitive.unwrap_or_default(),
        level = level
    )
}

fn to_list(texts: &Texts) -> Button {
    Button::new(label!(texts, "organisations-back-list"), Action::List(0))
}
