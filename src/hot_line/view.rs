//! The screens of the hot line: rewriting, the second look, the list.
//! Not here: any decision and any statement.

use uuid::Uuid;

use super::{
    KEEPS,
    model::{AnswerState, NewAnswer, PublishedAnswer},
};
use crate::{
    capability, label,
    messenger::{Button, Markup, Payload, PayloadReader, Screen},
    outbox::Wording,
    people::menu_button,
    text,
    texts::Texts,
};

/// The versioned word that the payloads begin with.
pub const WORD: &str = "hl1";

/// Answers in a list.
const MOST: usize = 20;

/// What can be done here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Shows what waits and what is published.
    List,
    /// Asks for the question without names.
    Question,
    /// Asks for the answer without names.
    Answer,
    /// The answer stays as it is.
    Keep,
    /// Shows an answer.
    Show(Uuid),
    /// Publishes a proposal.
    Publish(Uuid),
    /// Sends a proposal back.
    Return(Uuid),
    /// Takes a published answer out.
    Withdraw(Uuid),
}

const fn may(verb: &'static str) -> capability::Action {
    capability::Action { verb, who: KEEPS }
}

/// Every verb and who may use it.
pub const ACTIONS: &[capability::Action] = &[
    may("hotline"),
    may("question"),
    may("answer"),
    may("keep"),
    may("show"),
    may("publish"),
    may("return"),
    may("withdraw"),
];

impl Action {
    /// Reads a payload; anybody can forge one.
    #[must_use]
    pub fn read(raw: &str) -> Option<Self> {
        let mut reader = PayloadReader::open(raw).filter(|reader| reader.capability == WORD)?;
        let action = match reader.verb {
            "hotline" => Self::List,
            "question" => Self::Question,
            "answer" => Self::Answer,
            "keep" => Self::Keep,
            "show" => Self::Show(reader.id()?),
            "publish" => Self::Publish(reader.id()?),
            "return" => Self::Return(reader.id()?),
            "withdraw" => Self::Withdraw(reader.id()?),
            _ => return None,
        };
        reader.end(action)
    }
}

impl From<Action> for Payload {
    fn from(action: Action) -> Self {
        let verb = |verb| Self::new(WORD, verb);
        match action {
            Action::List => verb("hotline"),
            Action::Question => verb("question"),
            Action::Answer => verb("answer"),
            Action::Keep => verb("keep"),
            Action::Show(id) => verb("show").id(id),
            Action::Publish(id) => verb("publish").id(id),
            Action::Return(id) => verb("return").id(id),
            Action::Withdraw(id) => verb("withdraw").id(id),
        }
    }
}

/// The words of an answer as a person reads them.
#[must_use]
pub fn plain(answer: &str) -> String {
    Markup::trusted(answer).visible()
}

/// A question with its answer.
#[must_use]
pub fn answer_words(answer: &PublishedAnswer, texts: &Texts) -> Markup {
    let question = text!(texts, "hot_line-question", question = &answer.question);
    question.paragraph(&Markup::trusted(answer.answer.as_str()))
}

/// Asks for the question, rewritten.
#[must_use]
pub fn question_screen(texts: &Texts) -> Screen {
    Screen::of(text!(texts, "hot_line-question-ask")).row(back(texts)).at(Action::Question)
}

fn back(texts: &Texts) -> Vec<Button> {
    vec![Button::new(label!(texts, "hot_line-back"), Action::List), menu_button(texts)]
}

/// Asks for the answer, rewritten, or left as it is.
#[must_use]
pub fn answer_screen(draft: &NewAnswer, texts: &Texts) -> Screen {
    let answer = Markup::trusted(draft.answer.as_str());
    let text = text!(texts, "hot_line-question", question = &draft.question);
    let text = text.paragraph(&answer).paragraph(&text!(texts, "hot_line-answer-ask"));
    let mut screen = Screen::of(text).at(Action::Answer);
    if !draft.answer.is_empty() {
        screen = screen.row(vec![Button::new(label!(texts, "hot_line-keep"), Action::Keep)]);
    }
    screen.row(back(texts))
}

/// It waits for a second person.
#[must_use]
pub fn proposed_screen(texts: &Texts) -> Screen {
    Screen::of(text!(texts, "hot_line-proposed")).row(back(texts)).at(Action::List)
}

/// An answer with what may be done with it now.
#[must_use]
pub fn show_screen(answer: &PublishedAnswer, is_author: bool, texts: &Texts) -> Screen {
    let state = text!(texts, "hot_line-state", state = answer.state.as_str());
    let mut screen = Screen::of(answer_words(answer, texts).paragraph(&state)).at(Action::Show(answer.id));
    match answer.state {
        AnswerState::Proposed if !is_author => screen = screen.row(decisions(answer, texts)),
        AnswerState::Published => {
            let withdraw = label!(texts, "hot_line-withdraw");
            screen = screen.row(vec![Button::new(withdraw, Action::Withdraw(answer.id))]);
        }
        _ => {}
    }
    screen.row(back(texts))
}

fn decisions(answer: &PublishedAnswer, texts: &Texts) -> Vec<Button> {
    vec![
        Button::new(label!(texts, "hot_line-publish"), Action::Publish(answer.id)),
        Button::new(label!(texts, "hot_line-return"), Action::Return(answer.id)),
    ]
}

/// To whoever looks: is anybody named, is it right?
#[must_use]
pub fn check_letter(answer: &PublishedAnswer, texts: &Texts) -> Wording {
    let ask = text!(texts, "hot_line-check");
    let screen =
        Screen::of(ask.clone().paragraph(&answer_words(answer, texts))).row(decisions(answer, texts));
    let button = Button::new(label!(texts, "hot_line-check-button"), Action::Show(answer.id));
    Wording { screen, brief: ask, button }
}

/// What waits for a look, and what is published.
#[must_use]
pub fn list_screen((waiting, published): (&[PublishedAnswer], &[PublishedAnswer]), texts: &Texts) -> Screen {
    let line = |answer: &PublishedAnswer, waits: &'static str| {
        let label = label!(texts, "hot_line-line", question = &answer.question, waits = waits);
        Button::new(label, Action::Show(answer.id))
    };
    let lines = waiting.iter().map(|answer| line(answer, "yes"));
    let lines = lines.chain(published.iter().map(|answer| line(answer, "no"))).take(MOST);
    Screen::of(text!(texts, "hot_line-list", waiting = waiting.len(), published = published.len()))
        .column(lines)
        .row(vec![menu_button(texts)])
        .at(Action::List)
}

/// What is held about a person here.
#[must_use]
pub fn told_sentence(count: i64, texts: &Texts) -> Markup {
    text!(texts, "hot_line-told", count = count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_is_read_written_and_guarded() {
        let id = Uuid::max();
        let actions = [
            Action::List,
            Action::Question,
            Action::Answer,
            Action::Keep,
            Action::Show(id),
            Action::Publish(id),
            Action::Return(id),
            Action::Withdraw(id),
        ];
        assert_eq!(actions.len(), ACTIONS.len());
        for action in actions {
            let payload = Payload::from(action);
            assert!(payload.fits());
            assert_eq!(Action::read(payload.as_str()), Some(action));
        }
    }
}
