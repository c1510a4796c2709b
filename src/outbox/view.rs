//! What is to come, and what is said of several letters at once: gathered, as a digest, or without anything personal.
//! Not here: the words of a single letter; its capability has them.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta};

use super::{model::Class, wording::Wording};
use crate::{
    capability::{self, Who},
    health::Part,
    label,
    messenger::{Button, Markup, Payload, PayloadReader, Screen},
    people::{Standing, menu_button, settings_address},
    text,
    texts::Texts,
};

/// The versioned word that the payloads begin with.
pub const WORD: &str = "ob1";

/// What can be done here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Shows what is to come.
    Upcoming,
}

/// Every verb and who may use it.
pub const ACTIONS: &[capability::Action] =
    &[capability::Action { verb: "upcoming", who: Who::Standing(Standing::Registered) }];

impl Action {
    /// Reads a payload; anybody can forge one.
    #[must_use]
    pub fn read(raw: &str) -> Option<Self> {
        let reader = PayloadReader::open(raw).filter(|reader| reader.capability == WORD)?;
        let action = (reader.verb == "upcoming").then_some(Self::Upcoming)?;
        reader.end(action)
    }
}

impl From<Action> for Payload {
    fn from(action: Action) -> Self {
        match action {
            Action::Upcoming => Self::new(WORD, "upcoming"),
        }
    }
}

/// The button among the settings.
#[must_use]
pub fn upcoming_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "outbox-upcoming-button"), Action::Upcoming)
}

/// What is to come, each with its moment on the person's own clock.
#[must_use]
pub fn upcoming_screen(lines: &[(NaiveDateTime, Markup)], today: NaiveDate, texts: &Texts) -> Screen {
    let text = if lines.is_empty() {
        text!(texts, "outbox-upcoming-nothing")
    } else {
        lines.iter().fold(text!(texts, "outbox-upcoming-title"), |text, (at, brief)| {
            let line = text!(
                texts,
                "outbox-upcoming-line",
                moment = moment(*at, today, texts),
                brief = brief.clone()
            );
            text.paragraph(&line)
        })
    };
    let settings = Button::new(label!(texts, "outbox-upcoming-settings"), settings_address());
    Screen::of(text).row(vec![settings, menu_button(texts)]).at(Action::Upcoming)
}

/// A moment as people say it: without the year, near days by their names.
fn moment(at: NaiveDateTime, today: NaiveDate, texts: &Texts) -> String {
    let near = match at.date() {
        date if date == today => "today",
        date if Some(date) == today.checked_add_days(Days::new(1)) => "tomorrow",
        _ => "other",
    };
    let (day, month) = (i64::from(at.day()), i64::from(at.month()));
    let time = at.format("%H:%M").to_string();
    label!(texts, "outbox-upcoming-moment", near = near, day = day, month = month, time = time)
}

/// Buttons on a gathered message; more would hide its words.
const MOST_BUTTONS: usize = 6;

/// Several letters in one message.
#[must_use]
pub fn gathered_screen(is_digest: bool, wordings: &[Wording], texts: &Texts) -> Screen {
    let title = if is_digest {
        text!(texts, "outbox-digest-title")
    } else {
        text!(texts, "outbox-gathered-title", count = wordings.len())
    };
    let text = wordings.iter().fold(title, |text, wording| {
        text.paragraph(&text!(texts, "outbox-gathered-line", brief = wording.brief.clone()))
    });
    leading_on(Screen::of(text), wordings)
}

/// What may be said where nothing personal may: that there is something, and the way to it.
#[must_use]
pub fn neutral_screen(class: Class, wordings: &[Wording], texts: &Texts) -> Screen {
    let class = match class {
        Class::Notice => "notice",
        Class::Reminder => "reminder",
        Class::Bulk => "bulk",
    };
    let text = text!(texts, "outbox-neutral-text", class = class);
    let open = label!(texts, "outbox-neutral-open");
    let buttons =
        wordings.iter().take(1).map(|wording| Button { label: open.clone(), ..wording.button.clone() });
    Screen::of(text).column(buttons)
}

fn leading_on(screen: Screen, wordings: &[Wording]) -> Screen {
    let mut buttons: Vec<Button> = Vec::new();
    for wording in wordings {
        if !buttons.contains(&wording.button) && buttons.len() < MOST_BUTTONS {
            buttons.push(wording.button.clone());
        }
    }
    screen.column(buttons)
}

/// The line to the owners: how many letters were not said in time.
#[must_use]
pub fn not_said(count: i64, texts: &Texts) -> Wording {
    line(text!(texts, "outbox-notsaid-text", count = count), texts)
}

/// The line to the owners: an event was set aside.
#[must_use]
pub fn set_aside(code: &str, texts: &Texts) -> Wording {
    line(text!(texts, "outbox-setaside-text", code = code), texts)
}

/// What the owners are told at once of a part that is not well; nothing of one that keeps nobody from being told by
/// letter, or that nobody could be told of. No button: none would be answered.
#[must_use]
pub fn trouble(part: Part, texts: &Texts) -> Option<Screen> {
    let words = match part {
        Part::Database => text!(texts, "outbox-alarm-database"),
        Part::Clock => text!(texts, "outbox-alarm-clock"),
        Part::Messenger | Part::Work => return None,
    };
    Some(Screen::of(words))
}

/// What they are told when it is well again, after so long; a minute that was begun counts.
#[must_use]
pub fn trouble_over(part: Part, length: TimeDelta, texts: &Texts) -> Option<Screen> {
    let all = (length.num_seconds().max(1) + 59) / 60;
    let (hours, minutes) = (all / 60, all % 60);
    let words = match part {
        Part::Database => text!(texts, "outbox-alarm-stored", hours = hours, minutes = minutes),
        Part::Clock => text!(texts, "outbox-alarm-right"),
        Part::Messenger => text!(texts, "outbox-alarm-silence", hours = hours, minutes = minutes),
        Part::Work => return None,
    };
    Some(Screen::of(words).row(vec![menu_button(texts)]))
}

fn line(brief: Markup, texts: &Texts) -> Wording {
    let button = menu_button(texts);
    Wording { screen: Screen::of(brief.clone()).row(vec![button.clone()]), brief, button }
}
