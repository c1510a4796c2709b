//! The announcement as people get it, and what else is said unasked about it.
//! Not here: sending it.

use super::{Action, Deed, headline};
use crate::{
    broadcasts::model::{Broadcast, Delivery, Extra},
    label,
    messenger::{Attachment, Button, Markup, Payload, Screen},
    outbox::Wording,
    people::menu_button,
    text,
    texts::Texts,
};

/// Everything that an announcement shows to one person.
pub struct LetterView<'a> {
    /// The announcement.
    pub broadcast: &'a Broadcast,
    /// What they did with it; nothing before it was sent.
    pub delivery: Option<Delivery>,
    /// Its files.
    pub files: Vec<Attachment>,
    /// The screens that its buttons open: command, label and payload.
    pub opens: Vec<(String, String, Payload)>,
}

/// The announcement itself: words with buttons, then the files.
#[must_use]
pub fn letter_screen(view: &LetterView<'_>, texts: &Texts) -> Screen {
    let broadcast = view.broadcast;
    let words = Markup::trusted(broadcast.words.as_str());
    let words = if words.is_empty() { text!(texts, "broadcasts-letter-files") } else { words };
    let mut screen = Screen::of(words);
    for (number, extra) in broadcast.buttons.iter().enumerate() {
        screen = screen.row(button(view, (number, extra), texts).into_iter().collect());
    }
    Screen { attachments: view.files.clone(), ..screen }.alone()
}

fn button(view: &LetterView<'_>, (number, extra): (usize, &Extra), texts: &Texts) -> Option<Button> {
    let id = view.broadcast.id;
    Some(match extra {
        Extra::Acknowledge => {
            let is_done = view.delivery.is_some_and(|delivery| delivery.acknowledged_at.is_some());
            let done = if is_done { "yes" } else { "no" };
            Button::new(label!(texts, "broadcasts-letter-acknowledge", done = done), Action::Acknowledge(id))
        }
        Extra::Link { label, address } => Button::link(label, address),
        Extra::Choice(words) => {
            let chosen = view.delivery.and_then(|delivery| delivery.choice);
            let is_chosen = chosen.is_some_and(|chosen| usize::try_from(chosen).ok() == Some(number));
            let label = if is_chosen { format!("✓ {words}") } else { words.clone() };
            Button::new(label, Action::Choose(id, number))
        }
        Extra::Open(command) => {
            let (_, label, payload) = view.opens.iter().find(|(name, ..)| name == command)?;
            Button::new(label, payload.clone())
        }
    })
}

/// The announcement as a letter.
#[must_use]
pub fn wording(view: &LetterView<'_>, texts: &Texts) -> Wording {
    let brief = text!(texts, "broadcasts-letter-brief", words = headline(view.broadcast, texts));
    let open = Button::new(label!(texts, "broadcasts-letter-open"), Action::Read(view.broadcast.id));
    Wording { screen: letter_screen(view, texts), brief, button: open }
}

/// What stands in the place of an announcement that was taken back and cannot be deleted.
#[must_use]
pub fn recalled_wording(texts: &Texts) -> Wording {
    let brief = text!(texts, "broadcasts-letter-recalled");
    let button = menu_button(texts);
    Wording { screen: Screen::of(brief.clone()), brief, button }
}

/// A reminder to somebody who has not acknowledged it: the words once more, under a line that says why.
#[must_use]
pub fn reminder_wording(view: &LetterView<'_>, texts: &Texts) -> Wording {
    let letter = wording(view, texts);
    let text = text!(texts, "broadcasts-reminder-text").paragraph(&letter.screen.text);
    let brief = text!(texts, "broadcasts-reminder-brief", words = headline(view.broadcast, texts));
    Wording { screen: Screen { text, attachments: Vec::new(), ..letter.screen }, brief, ..letter }
}

/// An announcement was held up: why, and the way to it.
#[must_use]
pub fn alarm_wording(broadcast: &Broadcast, texts: &Texts) -> Wording {
    let why = broadcast.pause.as_deref().unwrap_or("wished");
    let brief = text!(texts, "broadcasts-alarm-text", why = why, words = headline(broadcast, texts));
    let button = Button::new(label!(texts, "broadcasts-alarm-open"), Action::On(broadcast.id, Deed::Show));
    Wording { screen: Screen::of(brief.clone()).row(vec![button.clone()]), brief, button }
}

/// People wrote in reply.
#[must_use]
pub fn answers_wording(broadcast: &Broadcast, count: i64, texts: &Texts) -> Wording {
    let brief = text!(texts, "broadcasts-answers-letter", words = headline(broadcast, texts), count = count);
    let open = label!(texts, "broadcasts-answers-open");
    let button = Button::new(open, Action::On(broadcast.id, Deed::Answers));
    Wording { screen: Screen::of(brief.clone()).row(vec![button.clone()]), brief, button }
}
