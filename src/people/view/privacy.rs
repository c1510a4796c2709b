//! What is held about a person, in plain words.
//! Not here: what others hold, which they tell themselves, and what can be done about it, which others offer.

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
    let correct = is_registered.then(|| {
        vec![
            Button::new(label!(texts, "people-command-profile"), Action::Profile),
            Button::new(label!(texts, "people-command-settings"), Action::Settings),
        ]
    });
    let screen = Screen::of(text).row(correct.unwrap_or_default()).row(vec![terms]).column(offered);
    let onward = if is_registered {
        menu_button(texts)
    } else {
        Button::new(label!(texts, "people-help-onward"), Action::Home)
    };
    screen.row(vec![onward]).at(Action::Privacy)
}
