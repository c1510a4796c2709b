//! What is seen of a thread: a message as a letter, the screen from which one writes, the question which one is meant.
//! Not here: what it is about; the owner's `Face` says that.

use uuid::Uuid;

use super::model::ThreadMessage;
use crate::{
    capability::{self, Who},
    label,
    messenger::{Button, Markup, Payload, PayloadReader, Screen},
    outbox::Wording,
    people::{Standing, menu_button},
    text,
    texts::Texts,
};

/// The versioned word that the payloads begin with.
pub const WORD: &str = "th1";

/// What can be done here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Shows the end of a thread; words typed there are passed on.
    Write(Uuid),
    /// Passes what was typed before on to this thread.
    Give(Uuid),
    /// Shows a page of everything said, with its files.
    History(Uuid, usize),
}

const fn may(verb: &'static str) -> capability::Action {
    capability::Action { verb, who: Who::Standing(Standing::Registered) }
}

/// Every verb and who may use it: each asks whether one is a member.
pub const ACTIONS: &[capability::Action] = &[may("write"), may("give"), may("history")];

impl Action {
    /// Reads a payload; anybody can forge one.
    #[must_use]
    pub fn read(raw: &str) -> Option<Self> {
        let mut reader = PayloadReader::open(raw).filter(|reader| reader.capability == WORD)?;
        let action = match reader.verb {
            "write" => Self::Write(reader.id()?),
            "give" => Self::Give(reader.id()?),
            "history" => Self::History(reader.id()?, reader.number()?),
            _ => return None,
        };
        reader.end(action)
    }
}

impl From<Action> for Payload {
    fn from(action: Action) -> Self {
        match action {
            Action::Write(thread) => Self::new(WORD, "write").id(thread),
            Action::Give(thread) => Self::new(WORD, "give").id(thread),
            Action::History(thread, page) => Self::new(WORD, "history").id(thread).number(page),
        }
    }
}

/// How a thread looks to one of its readers.
#[derive(Debug, Clone)]
pub struct Face {
    /// What it is called, such as «Вопрос № 41».
    pub title: String,
    /// Who is called how.
    pub names: Vec<(Uuid, String)>,
    /// The way to what it is about.
    pub home: Button,
    /// Whether words that nobody asked for may be meant for it.
    pub takes_words: bool,
}

impl Face {
    fn name_of(&self, author: Option<Uuid>, texts: &Texts) -> String {
        let known = self.names.iter().find(|(person, _)| Some(*person) == author);
        known.map_or_else(|| label!(texts, "threads-somebody"), |(_, name)| name.clone())
    }
}

/// The address at which typed words are passed on to a thread.
#[must_use]
pub fn write_address(thread: Uuid) -> Payload {
    Action::Write(thread).into()
}

/// The button that leads to writing.
#[must_use]
pub fn write_button(thread: Uuid, texts: &Texts) -> Button {
    Button::new(label!(texts, "threads-write"), Action::Write(thread))
}

/// A message as a paragraph: who, and what.
#[must_use]
pub fn message_paragraph(message: &ThreadMessage, face: &Face, texts: &Texts) -> Markup {
    let edited = if message.edited_at.is_some() { "yes" } else { "no" };
    let author = face.name_of(message.author_id, texts);
    let header = text!(texts, "threads-message-header", author = author, edited = edited);
    let files = match message.files.len() {
        0 => Markup::default(),
        count => text!(texts, "threads-message-files", count = count),
    };
    [Markup::trusted(message.words.as_str()), files]
        .iter()
        .filter(|part| !part.is_empty())
        .fold(header, |paragraph, part| paragraph.line(part))
}

/// A message of another member.
pub fn message_letter(thread: Uuid, message: &ThreadMessage, face: &Face, texts: &Texts) -> Wording {
    let title = text!(texts, "threads-letter-title", title = &face.title);
    let words = title.line(&message_paragraph(message, face, texts));
    let answer = Button::new(label!(texts, "threads-answer"), Action::Write(thread));
    let author = face.name_of(message.author_id, texts);
    let brief = text!(texts, "threads-letter-brief", title = &face.title, author = author);
    Wording { screen: Screen::of(words).row(vec![answer.clone(), face.home.clone()]), brief, button: answer }
}

/// How far back one sees where one writes.
const LAST: usize = 3;

/// The end of a thread, where words are passed on.
#[must_use]
pub fn write_screen(thread: Uuid, (face, said): (&Face, &[ThreadMessage]), texts: &Texts) -> Screen {
    let last = &said[said.len().saturating_sub(LAST)..];
    let text =
        last.iter().fold(text!(texts, "threads-letter-title", title = &face.title), |text, message| {
            text.paragraph(&message_paragraph(message, face, texts))
        });
    let ask = if face.takes_words { text!(texts, "threads-write-ask") } else { Markup::default() };
    let mut screen = Screen::of(text.paragraph(&ask)).at(Action::Write(thread));
    if said.len() > LAST || said.iter().any(|message| !message.files.is_empty()) {
        let all = label!(texts, "threads-history");
        screen = screen.row(vec![Button::new(all, Action::History(thread, 0))]);
    }
    screen.row(vec![face.home.clone(), menu_button(texts)])
}

/// Messages on a page of the history.
pub const PAGE: usize = 8;

/// A page of everything said, the latest page first.
#[must_use]
pub fn history_screen(
    (thread, page): (Uuid, usize),
    (face, said): (&Face, &[ThreadMessage]),
    texts: &Texts,
) -> Screen {
    let shown = page_of(said, page);
    let text =
        shown.iter().fold(text!(texts, "threads-letter-title", title = &face.title), |text, message| {
            text.paragraph(&message_paragraph(message, face, texts))
        });
    let mut turning = Vec::new();
    if said.len() > (page + 1) * PAGE {
        turning.push(Button::new(label!(texts, "threads-earlier"), Action::History(thread, page + 1)));
    }
    if page > 0 {
        turning.push(Button::new(label!(texts, "threads-later"), Action::History(thread, page - 1)));
    }
    let back = Button::new(label!(texts, "threads-back"), Action::Write(thread));
    Screen::of(text).row(turning).row(vec![back, menu_button(texts)]).at(Action::History(thread, page))
}

/// The messages of a page, in order; page 0 is the end.
#[must_use]
pub fn page_of(said: &[ThreadMessage], page: usize) -> &[ThreadMessage] {
    let end = said.len().saturating_sub(page * PAGE);
    &said[end.saturating_sub(PAGE)..end]
}

/// It was passed on.
#[must_use]
pub fn passed_screen(thread: Uuid, (face, is_out_of_reach): (&Face, bool), texts: &Texts) -> Screen {
    let reach = if is_out_of_reach { text!(texts, "threads-passed-waits") } else { Markup::default() };
    let text = text!(texts, "threads-passed", title = &face.title).paragraph(&reach);
    Screen::of(text).row(vec![face.home.clone(), menu_button(texts)]).at(Action::Write(thread))
}

/// Asks which thread the words are meant for.
#[must_use]
pub fn which_screen(threads: &[(Uuid, Face)], texts: &Texts) -> Screen {
    let buttons = threads.iter().map(|(thread, face)| Button::new(&face.title, Action::Give(*thread)));
    Screen::of(text!(texts, "threads-which")).column(buttons).row(vec![menu_button(texts)])
}

/// What is held about a person here.
#[must_use]
pub fn told_sentence(count: i64, texts: &Texts) -> Markup {
    text!(texts, "threads-told", count = count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_is_read_written_and_guarded() {
        let actions =
            [Action::Write(Uuid::max()), Action::Give(Uuid::max()), Action::History(Uuid::max(), 99)];
        for action in actions {
            let payload = Payload::from(action);
            assert!(payload.fits());
            assert_eq!(Action::read(payload.as_str()), Some(action));
            let verb = PayloadReader::open(payload.as_str()).expect("two words").verb;
            assert!(ACTIONS.iter().any(|known| known.verb == verb));
        }
    }
}
