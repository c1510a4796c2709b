//! The greeting, the consent with its full text, and the polite end without it.
//! Not here: the text of the consent itself; that is `docs/privacy.ru.md`.

use super::{super::model::ConsentText, Action};
use crate::{
    label,
    messenger::{Button, Markup, Screen},
    text,
    texts::Texts,
};

/// Greets in two sentences and asks for consent; somebody who agreed to an earlier text is told that it changed.
#[must_use]
pub fn welcome_screen(consent: &ConsentText, service: &str, is_known: bool, texts: &Texts) -> Screen {
    let greeting = if is_known {
        text!(texts, "people-welcome-changed")
    } else {
        text!(texts, "people-welcome-greeting")
    };
    let question = text!(texts, "people-welcome-consent", service = service);
    let read = Button::new(label!(texts, "people-welcome-read"), Action::Terms);
    consent_rows(Screen::of(greeting.paragraph(&question)), consent, texts)
        .row(vec![read, later_button(texts)])
        .at(Action::Home)
}

/// Shows the full text of the consent; whoever has agreed already gets no question under it.
#[must_use]
pub fn terms_screen(consent: &ConsentText, service: &str, is_agreed: bool, texts: &Texts) -> Screen {
    let operator = text!(texts, "people-terms-operator", service = service);
    let screen = Screen::of(operator.paragraph(&rendered(consent.markdown()))).at(Action::Terms);
    if is_agreed {
        return screen.row(vec![Button::new(label!(texts, "people-terms-back"), Action::Privacy)]);
    }
    consent_rows(screen, consent, texts).row(vec![later_button(texts)])
}

/// The end without consent, with a way back.
#[must_use]
pub fn later_screen(texts: &Texts) -> Screen {
    let back = Button::new(label!(texts, "people-later-return"), Action::Home);
    Screen::of(text!(texts, "people-later-text")).row(vec![back]).at(Action::Later)
}

fn consent_rows(screen: Screen, consent: &ConsentText, texts: &Texts) -> Screen {
    let agree = Action::Agree(consent.short_hash().to_owned());
    screen.row(vec![Button::new(label!(texts, "people-welcome-agree"), agree)])
}

fn later_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "people-welcome-later"), Action::Later)
}

/// The little Markdown of the consent as our markup: headings and bold, lists with dots, empty lines as they are.
fn rendered(markdown: &str) -> Markup {
    let lines = markdown.lines().map(|line| match line.trim_start_matches('#') {
        heading if heading.len() < line.len() => format!("<b>{}</b>", Markup::plain(heading.trim()).as_str()),
        _ => match line.strip_prefix("- ") {
            Some(item) => bold(&format!("• {item}")),
            None => bold(line),
        },
    });
    Markup::trusted(lines.collect::<Vec<_>>().join("\n"))
}

/// Every second piece between double stars is bold.
fn bold(line: &str) -> String {
    let pieces = line.split("**").enumerate().map(|(place, piece)| {
        let piece = Markup::plain(piece);
        if place % 2 == 1 { format!("<b>{}</b>", piece.as_str()) } else { piece.as_str().to_owned() }
    });
    pieces.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_consent_loses_no_word_and_keeps_no_sign() {
        let text = rendered(ConsentText::shipped().markdown());
        let visible = text.visible();
        assert!(!visible.contains("**") && !visible.contains('#') && !visible.contains("\n- "));
        assert!(visible.contains("Роскомнадзор") && visible.contains("• фамилия, имя, отчество"));
        assert!(text.as_str().contains("<b>Кому.</b> Оператор"));
    }

    #[test]
    fn the_consent_is_one_message() {
        let texts = Texts::load().expect("texts");
        let screen = terms_screen(&ConsentText::shipped(), "Служба", false, &texts);
        assert_eq!((screen.check(), screen.posts().len()), (Ok(()), 1));
    }
}
