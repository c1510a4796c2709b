//! What is held about a person, in plain words, and the way to have it deleted.
//! Not here: what others hold; they tell it themselves.

use chrono_tz::Tz;

use super::{
    super::model::{Consent, Person},
    Action,
    home::menu_button,
    profile::day,
};
use crate::{
    label,
    messenger::{Button, Markup, Screen},
    text,
    texts::Texts,
};

/// What this capability holds, in sentences.
#[must_use]
pub fn person_sentences(person: &Person, texts: &Texts) -> Vec<Markup> {
    let mut sentences = Vec::new();
    if let Some(name) = person.name() {
        sentences.push(text!(texts, "people-told-name", name = name.in_full()));
    }
    if let Some(year) = person.career_began_year {
        sentences.push(text!(texts, "people-told-year", year = year.to_string()));
    }
    if let Some(date) = person.birth_date {
        sentences.push(text!(texts, "people-told-birth", date = day(date)));
    }
    sentences.push(text!(texts, "people-told-settings"));
    sentences
}

/// What is held about a person.
#[derive(Default)]
pub struct PrivacyView<'a> {
    /// Told by each capability itself.
    pub told: &'a [Markup],
    /// The consent given last, and the zone of whoever gave it.
    pub consent: Option<(&'a Consent, Tz)>,
    /// Whether the person has a menu to go to.
    pub is_registered: bool,
    /// What others hang here.
    pub offered: Vec<Button>,
}

/// Everything that is held, and what can be done about it.
#[must_use]
pub fn privacy_screen(privacy: PrivacyView<'_>, texts: &Texts) -> Screen {
    let PrivacyView { told, consent, is_registered, offered } = privacy;
    let mut text = text!(texts, "people-privacy-held");
    for sentence in told {
        text = text.line(&text!(texts, "people-privacy-item", sentence = sentence.clone()));
    }
    text = match consent {
        None => text!(texts, "people-privacy-nothing"),
        Some((consent, zone)) => text.paragraph(&text!(
            texts,
            "people-privacy-consent",
            version = &consent.version,
            date = day(consent.given_at.with_timezone(&zone).date_naive())
        )),
    };
    let terms = Button::new(label!(texts, "people-privacy-terms"), Action::Terms);
    let mut screen = Screen::of(text).row(vec![terms]).column(offered);
    if consent.is_some() {
        screen = screen.row(vec![Button::new(label!(texts, "people-privacy-withdraw"), Action::Withdraw)]);
    }
    let onward = if is_registered {
        menu_button(texts)
    } else {
        Button::new(label!(texts, "people-help-onward"), Action::Home)
    };
    screen.row(vec![onward]).at(Action::Privacy)
}

/// Asks once more before everything is deleted.
#[must_use]
pub fn withdraw_screen(texts: &Texts) -> Screen {
    Screen::of(text!(texts, "people-withdraw-question"))
        .row(vec![Button::new(label!(texts, "people-withdraw-yes"), Action::Erase)])
        .row(vec![Button::new(label!(texts, "people-withdraw-no"), Action::Privacy)])
        .at(Action::Withdraw)
}

/// The end after everything was deleted, with a way back.
#[must_use]
pub fn erased_screen(texts: &Texts) -> Screen {
    let back = Button::new(label!(texts, "people-erased-return"), Action::Home);
    Screen::of(text!(texts, "people-erased-text")).row(vec![back]).at(Action::Farewell)
}
