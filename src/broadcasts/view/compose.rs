//! Writing an announcement: the draft, its buttons, its category, its moment, and the question before it is sent.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

use super::{Action, Deed, headline, moment, to_broadcast};
use crate::{
    broadcasts::model::{Broadcast, Category, Extra, MOST_BUTTONS, Repeat, State},
    directory::admin_address,
    label,
    messenger::{Button, Markup, Payload, Screen},
    people::menu_button,
    text,
    texts::Texts,
};

/// Leads here from what somebody looks after.
#[must_use]
pub fn home_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "broadcasts-command-broadcast"), Action::Home(None))
}

/// The announcements of a place, and others' places to go to: id and title.
#[must_use]
pub fn home_screen(
    (place, title): (Option<Uuid>, &str),
    broadcasts: &[Broadcast],
    others: &[(Uuid, String)],
    texts: &Texts,
) -> Screen {
    let entries = broadcasts.iter().map(|broadcast| {
        let label = label!(
            texts,
            "broadcasts-home-entry",
            state = broadcast.state.as_str(),
            words = headline(broadcast, texts)
        );
        Button::new(label, Action::On(broadcast.id, Deed::Show))
    });
    let places = others.iter().map(|(id, title)| {
        Button::new(label!(texts, "broadcasts-home-place", place = title), Action::Home(Some(*id)))
    });
    let back = Button::new(label!(texts, "broadcasts-home-back"), admin_address());
    let upcoming = Button::new(label!(texts, "broadcasts-home-upcoming"), Action::Upcoming(place, 0));
    Screen::of(text!(texts, "broadcasts-home-text", place = title))
        .column(entries)
        .row(vec![upcoming])
        .column(places)
        .row(vec![back, menu_button(texts)])
        .at(Action::Home(place))
}

/// Everything a draft shows.
pub struct ComposeView<'a> {
    /// The draft.
    pub draft: &'a Broadcast,
    /// To whom, in words.
    pub audience: Markup,
    /// The address of the editor of its audience.
    pub edit: Payload,
    /// The zone of its place.
    pub zone: Tz,
}

/// A draft: the words as they will look, and everything else about it.
#[must_use]
pub fn compose_screen(view: &ComposeView<'_>, texts: &Texts) -> Screen {
    let draft = view.draft;
    let button = |label: String, deed: Deed| Button::new(label, Action::On(draft.id, deed));
    let asks = if draft.asks_to_acknowledge() { "yes" } else { "no" };
    let category = draft.category.as_str();
    let others = draft.buttons.iter().filter(|extra| **extra != Extra::Acknowledge).count();
    let send = label!(
        texts,
        "broadcasts-compose-send",
        later = if draft.starts_at.is_some() { "yes" } else { "no" }
    );
    let no_files = button(label!(texts, "broadcasts-compose-nofiles"), Deed::NoFiles);
    Screen::of(compose_text(view, texts))
        .row(vec![Button::new(label!(texts, "broadcasts-compose-audience"), view.edit.clone())])
        .row(vec![button(label!(texts, "broadcasts-compose-acknowledge", asks = asks), Deed::Acknowledging)])
        .row(vec![
            button(label!(texts, "broadcasts-compose-buttons", count = others), Deed::Buttons),
            button(label!(texts, "broadcasts-compose-category", category = category), Deed::Categories),
        ])
        .row(vec![
            button(label!(texts, "broadcasts-compose-preview"), Deed::Preview),
            button(label!(texts, "broadcasts-compose-test"), Deed::Test),
        ])
        .row((!draft.files.is_empty()).then_some(no_files).into_iter().collect())
        .row(vec![button(label!(texts, "broadcasts-compose-when"), Deed::When), button(send, Deed::Ask)])
        .row(vec![
            button(label!(texts, "broadcasts-compose-drop"), Deed::Drop),
            Button::new(label!(texts, "broadcasts-back-home"), Action::Home(draft.municipality)),
        ])
        .at(Action::On(draft.id, Deed::Show))
}

fn compose_text(view: &ComposeView<'_>, texts: &Texts) -> Markup {
    let draft = view.draft;
    let words = Markup::trusted(draft.words.as_str());
    let words = if words.is_empty() { text!(texts, "broadcasts-compose-nothing") } else { words };
    let files = draft.files.len();
    let mut about = text!(texts, "broadcasts-compose-about", category = draft.category.as_str());
    if files > 0 {
        about = about.line(&text!(texts, "broadcasts-compose-files", count = files));
    }
    if let Some(at) = draft.starts_at {
        about = about.line(&when_line(at, draft.repeats, view.zone, texts));
    }
    text!(texts, "broadcasts-compose-title").paragraph(&words).paragraph(&view.audience).paragraph(&about)
}

fn when_line(at: DateTime<Utc>, repeats: Option<Repeat>, zone: Tz, texts: &Texts) -> Markup {
    let rule = repeats.map_or("once", Repeat::as_str);
    text!(texts, "broadcasts-when-line", at = moment(at, zone), rule = rule)
}

/// The buttons of a draft, each to be taken off, and what can be added.
#[must_use]
pub fn buttons_screen(draft: &Broadcast, texts: &Texts) -> Screen {
    let listed = draft.buttons.iter().enumerate().map(|(number, extra)| {
        let (kind, words) = match extra {
            Extra::Acknowledge => ("acknowledge", ""),
            Extra::Link { label, .. } => ("link", label.as_str()),
            Extra::Choice(words) => ("choice", words.as_str()),
            Extra::Open(command) => ("open", command.as_str()),
        };
        let label = label!(texts, "broadcasts-buttons-entry", kind = kind, words = words);
        Button::new(label, Action::Unbutton(draft.id, number))
    });
    let add = |label: String, deed: Deed| vec![Button::new(label, Action::On(draft.id, deed))];
    let screen = Screen::of(text!(texts, "broadcasts-buttons-text")).column(listed);
    let screen = if draft.buttons.len() < MOST_BUTTONS {
        screen
            .row(add(label!(texts, "broadcasts-buttons-link"), Deed::Link))
            .row(add(label!(texts, "broadcasts-buttons-choices"), Deed::Choices))
            .row(add(label!(texts, "broadcasts-buttons-open"), Deed::Screens))
    } else {
        screen
    };
    screen.row(vec![to_broadcast(draft, texts)]).at(Action::On(draft.id, Deed::Buttons))
}

fn to_buttons(draft: &Broadcast, texts: &Texts) -> Button {
    Button::new(label!(texts, "broadcasts-back-buttons"), Action::On(draft.id, Deed::Buttons))
}

/// Asks for a link and what stands on its button.
#[must_use]
pub fn link_screen(draft: &Broadcast, texts: &Texts) -> Screen {
    Screen::of(text!(texts, "broadcasts-link-question"))
        .row(vec![to_buttons(draft, texts)])
        .at(Action::On(draft.id, Deed::Link))
}

/// Asks for answers to choose from.
#[must_use]
pub fn choices_screen(draft: &Broadcast, texts: &Texts) -> Screen {
    Screen::of(text!(texts, "broadcasts-choices-question"))
        .row(vec![to_buttons(draft, texts)])
        .at(Action::On(draft.id, Deed::Choices))
}

/// The screens that a button can open: command and label.
#[must_use]
pub fn screens_screen(draft: &Broadcast, screens: &[(&str, String)], texts: &Texts) -> Screen {
    let listed = screens
        .iter()
        .map(|(command, label)| Button::new(label, Action::Screen(draft.id, (*command).to_owned())));
    Screen::of(text!(texts, "broadcasts-screens-question"))
        .column(listed)
        .row(vec![to_buttons(draft, texts)])
        .at(Action::On(draft.id, Deed::Screens))
}

/// The categories.
#[must_use]
pub fn categories_screen(draft: &Broadcast, texts: &Texts) -> Screen {
    let listed = Category::ALL.into_iter().map(|category| {
        let label = label!(texts, "broadcasts-category-title", category = category.as_str());
        Button::new(label, Action::About(draft.id, category))
    });
    Screen::of(text!(texts, "broadcasts-category-question"))
        .column(listed)
        .row(vec![to_broadcast(draft, texts)])
        .at(Action::On(draft.id, Deed::Categories))
}

/// When it can begin: moments that are offered, and whether it comes again.
#[must_use]
pub fn when_screen(draft: &Broadcast, moments: &[DateTime<Utc>], zone: Tz, texts: &Texts) -> Screen {
    let text = text!(texts, "broadcasts-when-question", zone = zone.name());
    let text = match draft.starts_at {
        Some(at) => text.paragraph(&when_line(at, draft.repeats, zone, texts)),
        None => text,
    };
    let offered = moments
        .iter()
        .enumerate()
        .map(|(number, at)| Button::new(moment(*at, zone), Action::At(draft.id, number)));
    let now = Button::new(label!(texts, "broadcasts-when-now"), Action::On(draft.id, Deed::Now));
    let rules = Repeat::ALL.into_iter().map(|rule| {
        let ticked = if draft.repeats == Some(rule) { "yes" } else { "no" };
        let label = label!(texts, "broadcasts-when-rule", rule = rule.as_str(), ticked = ticked);
        Button::new(label, Action::Again(draft.id, rule))
    });
    let screen = Screen::of(text).row(vec![now]).column(offered);
    let screen = if draft.starts_at.is_some() { screen.column(rules) } else { screen };
    screen.row(vec![to_broadcast(draft, texts)]).at(Action::On(draft.id, Deed::When))
}

/// The question before it is sent, which names the number.
#[must_use]
pub fn confirm_screen(
    draft: &Broadcast,
    (people, sentence): (usize, &Markup),
    zone: Tz,
    texts: &Texts,
) -> Screen {
    let question = text!(texts, "broadcasts-confirm-question", words = headline(draft, texts));
    let text = question.paragraph(sentence);
    let text = match draft.starts_at {
        Some(at) => text.paragraph(&when_line(at, draft.repeats, zone, texts)),
        None => text,
    };
    let later = if draft.starts_at.is_some() { "yes" } else { "no" };
    let label = label!(texts, "broadcasts-confirm-send", count = people, later = later);
    let send =
        (people > 0 && draft.state == State::Draft).then(|| Button::new(label, Action::Go(draft.id, people)));
    Screen::of(text)
        .row(send.into_iter().collect())
        .row(vec![to_broadcast(draft, texts)])
        .at(Action::On(draft.id, Deed::Ask))
}
