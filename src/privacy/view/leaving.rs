//! Leaving: what goes, what stays and for how long, and the end. Not here: taking everything along before.

use chrono::NaiveDate;

use super::{Action, back_button};
use crate::{
    label,
    messenger::{Button, Markup, Screen},
    outbox::Wording,
    people::{home_address, menu_button},
    privacy::model::Periods,
    text,
    texts::Texts,
};

/// The button under what is held.
#[must_use]
pub fn withdraw_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "privacy-withdraw-button"), Action::Withdraw)
}

/// The button under what is held.
#[must_use]
pub fn periods_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "privacy-periods-button"), Action::Periods)
}

/// How long which data is kept here.
#[must_use]
pub fn periods_screen(periods: &Periods, texts: &Texts) -> Screen {
    let text =
        lines(periods, texts).fold(text!(texts, "privacy-periods-title"), |text, line| text.line(&line));
    Screen::of(text).row(vec![back_button(texts)]).at(Action::Periods)
}

fn lines<'a>(periods: &'a Periods, texts: &'a Texts) -> impl Iterator<Item = Markup> + 'a {
    periods
        .each()
        .into_iter()
        .map(|(kind, days)| text!(texts, "privacy-periods-line", kind = kind, days = days))
}

/// Asks once more before everything is deleted, and says what stays on which basis.
#[must_use]
pub fn withdraw_screen(periods: &Periods, texts: &Texts) -> Screen {
    let stays = text!(
        texts,
        "privacy-withdraw-stays",
        strangers = periods.strangers,
        audit = periods.audit,
        acts = periods.acts
    );
    Screen::of(text!(texts, "privacy-withdraw-question").paragraph(&stays))
        .row(vec![Button::new(label!(texts, "privacy-take-button"), Action::Take)])
        .row(vec![Button::new(label!(texts, "privacy-withdraw-yes"), Action::Erase)])
        .row(vec![Button::new(label!(texts, "privacy-withdraw-no"), crate::people::privacy_address())])
        .at(Action::Withdraw)
}

/// The end after everything was deleted, with a way back.
#[must_use]
pub fn farewell_screen(texts: &Texts) -> Screen {
    let back = Button::new(label!(texts, "privacy-farewell-return"), home_address());
    Screen::of(text!(texts, "privacy-farewell-text")).row(vec![back]).at(Action::Farewell)
}

/// Tells somebody of whom nothing was heard for long that their data will go on this day.
#[must_use]
pub fn silence_letter(day: NaiveDate, texts: &Texts) -> Wording {
    let day = day.format("%d.%m.%Y").to_string();
    let button = menu_button(texts);
    Wording {
        screen: Screen::of(text!(texts, "privacy-silence-text", day = &day)).row(vec![button.clone()]),
        brief: text!(texts, "privacy-silence-brief", day = &day),
        button,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{content::Content, texts::Language};

    #[test]
    fn the_consent_names_the_shipped_periods() {
        let texts = Texts::load().expect("texts").in_language(Language::Ru);
        let consent = include_str!("../../../docs/privacy.ru.md");
        let periods = Periods::read(&Content::open(None)).expect("periods");
        for line in lines(&periods, &texts) {
            let line = line.visible().replacen('•', "-", 1);
            assert!(consent.contains(&line), "docs/privacy.ru.md lacks the line\n{line}");
        }
    }
}
