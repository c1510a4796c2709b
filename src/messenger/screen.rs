//! What a person sees: text, rows of buttons, pictures and files. Made by views, shown by the inbox.
//! Not here: which message it replaces; that is the conversation's affair.

use std::{fmt, sync::Arc};

use uuid::Uuid;

use super::{Markup, Payload, SentKind};

/// Characters one message may show, the narrower messenger's limit (dev.max.ru: 4,000; Telegram: 4,096).
pub const MAX_CHARACTERS: usize = 4_000;
/// Buttons under one message.
pub const MAX_BUTTONS: usize = 90;
/// Buttons in a row; three where one of them is a link.
pub const MAX_IN_ROW: usize = 7;

/// Buttons on a page: as many as a phone shows without hiding what stands above.
const PER_PAGE: usize = 8;

/// One button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    /// What stands on it.
    pub label: String,
    /// What it does.
    pub target: Target,
}

/// What a button does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Sends the payload back to us.
    Action(Payload),
    /// Opens an address.
    Link(String),
}

impl Button {
    /// A button that comes back to us.
    #[must_use]
    pub fn new(label: impl Into<String>, action: impl Into<Payload>) -> Self {
        Self { label: label.into(), target: Target::Action(action.into()) }
    }

    /// The same with one more id at the end of its payload: what the button is about.
    #[must_use]
    pub fn about(self, id: Uuid) -> Self {
        let target = match self.target {
            Target::Action(payload) => Target::Action(payload.id(id)),
            link @ Target::Link(_) => link,
        };
        Self { target, ..self }
    }

    /// The same with one more word at the end of its payload.
    #[must_use]
    pub fn about_word(self, word: &str) -> Self {
        let target = match self.target {
            Target::Action(payload) => Target::Action(payload.word(word)),
            link @ Target::Link(_) => link,
        };
        Self { target, ..self }
    }

    /// A button that opens an address.
    #[must_use]
    pub fn link(label: impl Into<String>, address: impl Into<String>) -> Self {
        Self { label: label.into(), target: Target::Link(address.into()) }
    }
}

/// A picture or a file; a message of its own, without buttons.
#[derive(Clone, PartialEq, Eq)]
pub enum Attachment {
    /// A picture shown in the conversation.
    Picture {
        /// PNG bytes.
        bytes: Arc<[u8]>,
        /// What stands below it.
        caption: Markup,
    },
    /// A file to keep or to open elsewhere.
    File {
        /// Its name, with the ending that says what it is.
        name: String,
        /// Its bytes.
        bytes: Arc<[u8]>,
        /// What stands below it.
        caption: Markup,
    },
    /// Something that lies with the messenger already, sent again without its bytes.
    Known {
        /// What it is: it goes out as it came in.
        kind: SentKind,
        /// How the messenger calls it.
        reference: String,
        /// What stands below it.
        caption: Markup,
    },
}

impl fmt::Debug for Attachment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Picture { bytes, .. } => write!(f, "Picture({} bytes)", bytes.len()),
            Self::File { bytes, .. } => write!(f, "File({} bytes)", bytes.len()),
            Self::Known { kind, .. } => write!(f, "Known({kind:?})"),
        }
    }
}

/// One message to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Post {
    /// Text with buttons.
    Text {
        /// The text.
        text: Markup,
        /// Buttons, top row first.
        rows: Vec<Vec<Button>>,
    },
    /// A picture or a file.
    File(Attachment),
}

/// The whole answer to one event.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Screen {
    /// The text; may be longer than one message.
    pub text: Markup,
    /// Buttons under the (last) message, top row first.
    pub rows: Vec<Vec<Button>>,
    /// Pictures and files that follow.
    pub attachments: Vec<Attachment>,
    /// The outcome of a press in a few words.
    pub toast: Option<String>,
    /// The screen's address: pressing this payload would show it again.
    pub address: Option<Payload>,
    /// It changes a message that stands by itself, such as an announcement: where the person stands stays as it is, and so
    /// do the buttons of that screen.
    pub stands_alone: bool,
    /// The text is only a remark: the screen where the person stands is shown below it.
    pub is_remark: bool,
}

/// A screen that no messenger would show. Found by tests over every view, never at run time.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum ScreenFault {
    /// Nothing to show.
    #[error("the text is empty")]
    Empty,
    /// Too many buttons in all.
    #[error("{0} buttons, at most {MAX_BUTTONS}")]
    TooManyButtons(usize),
    /// Too many buttons side by side.
    #[error("{0} buttons in a row, at most {1}")]
    RowTooLong(usize, usize),
    /// A button without words.
    #[error("a button has no label")]
    EmptyLabel,
    /// A payload over 64 bytes.
    #[error("the payload {0} takes more than 64 bytes")]
    PayloadTooLong(String),
}

impl Screen {
    /// A screen with text only.
    #[must_use]
    pub fn of(text: Markup) -> Self {
        Self { text, ..Self::default() }
    }

    /// A remark above the screen where the person stands.
    #[must_use]
    pub fn remark(text: Markup) -> Self {
        Self { text, is_remark: true, ..Self::default() }
    }

    /// The same as a message that stands by itself.
    #[must_use]
    pub fn alone(mut self) -> Self {
        self.stands_alone = true;
        self
    }

    /// Nothing is shown: there is nobody to see it.
    #[must_use]
    pub fn silence() -> Self {
        Self::default()
    }

    /// Whether there is anything to show.
    #[must_use]
    pub fn is_silence(&self) -> bool {
        self.text.is_empty() && self.attachments.is_empty()
    }

    /// Adds a row of buttons; an empty row is left out.
    #[must_use]
    pub fn row(mut self, buttons: Vec<Button>) -> Self {
        if !buttons.is_empty() {
            self.rows.push(buttons);
        }
        self
    }

    /// Adds one button per row.
    #[must_use]
    pub fn column(mut self, buttons: impl IntoIterator<Item = Button>) -> Self {
        self.rows.extend(buttons.into_iter().map(|button| vec![button]));
        self
    }

    /// Adds a page of buttons, one per row, and the way to the pages before and after it under these labels. Returns which
    /// page it became.
    #[must_use]
    pub fn page(
        self,
        buttons: Vec<Button>,
        (page, to): (usize, &dyn Fn(usize) -> Payload),
        (earlier, later): (String, String),
    ) -> (Self, usize) {
        let last = buttons.len().saturating_sub(1) / PER_PAGE;
        let page = page.min(last);
        let screen = self.column(buttons.into_iter().skip(page * PER_PAGE).take(PER_PAGE));
        let earlier = (page > 0).then(|| Button::new(earlier, to(page - 1)));
        let later = (page < last).then(|| Button::new(later, to(page + 1)));
        (screen.row(earlier.into_iter().chain(later).collect()), page)
    }

    /// Adds a picture or a file.
    #[must_use]
    pub fn with(mut self, attachment: Attachment) -> Self {
        self.attachments.push(attachment);
        self
    }

    /// Says the outcome of the press in a few words.
    #[must_use]
    pub fn toast(mut self, words: impl Into<String>) -> Self {
        self.toast = Some(words.into());
        self
    }

    /// Tells how to come back to this very screen.
    #[must_use]
    pub fn at(mut self, address: impl Into<Payload>) -> Self {
        self.address = Some(address.into());
        self
    }

    /// The messages it takes, in order: the text in as many pieces as needed, buttons under the last; then the files.
    #[must_use]
    pub fn posts(&self) -> Vec<Post> {
        let mut pieces = split(&self.text);
        let last = pieces.pop().unwrap_or_default();
        let mut posts: Vec<Post> =
            pieces.into_iter().map(|text| Post::Text { text, rows: Vec::new() }).collect();
        posts.push(Post::Text { text: last, rows: self.rows.clone() });
        posts.extend(self.attachments.iter().cloned().map(Post::File));
        posts
    }

    /// Says whether every messenger would show it.
    pub fn check(&self) -> Result<(), ScreenFault> {
        if self.text.is_empty() {
            return Err(ScreenFault::Empty);
        }
        let count = self.rows.iter().map(Vec::len).sum();
        if count > MAX_BUTTONS {
            return Err(ScreenFault::TooManyButtons(count));
        }
        self.rows.iter().try_for_each(|row| check_row(row))
    }
}

fn check_row(row: &[Button]) -> Result<(), ScreenFault> {
    let has_link = row.iter().any(|button| matches!(button.target, Target::Link(_)));
    let most = if has_link { 3 } else { MAX_IN_ROW };
    if row.len() > most {
        return Err(ScreenFault::RowTooLong(row.len(), most));
    }
    for button in row {
        if button.label.trim().is_empty() {
            return Err(ScreenFault::EmptyLabel);
        }
        if let Target::Action(payload) = &button.target
            && !payload.fits()
        {
            return Err(ScreenFault::PayloadTooLong(payload.as_str().to_owned()));
        }
    }
    Ok(())
}

/// Cuts a long text between paragraphs, else between lines. Our texts never let a tag cross an empty line.
fn split(text: &Markup) -> Vec<Markup> {
    if text.visible().chars().count() <= MAX_CHARACTERS {
        return vec![text.clone()];
    }
    let separator = if text.as_str().contains("\n\n") { "\n\n" } else { "\n" };
    let mut pieces: Vec<String> = vec![String::new()];
    for part in text.as_str().split(separator) {
        let current =
            pieces.last().map_or(0, |piece| Markup::trusted(piece.as_str()).visible().chars().count());
        let added = Markup::trusted(part).visible().chars().count();
        if current > 0 && current + added + separator.len() > MAX_CHARACTERS {
            pieces.push(String::new());
        }
        if let Some(piece) = pieces.last_mut() {
            if !piece.is_empty() {
                piece.push_str(separator);
            }
            piece.push_str(part);
        }
    }
    pieces.into_iter().flat_map(|piece| hard_split(&piece)).collect()
}

/// A piece without any break that still is too long (somebody typed it so) is cut anywhere, as plain text.
fn hard_split(piece: &str) -> Vec<Markup> {
    let markup = Markup::trusted(piece);
    let visible: Vec<char> = markup.visible().chars().collect();
    if visible.len() <= MAX_CHARACTERS {
        return vec![markup];
    }
    visible.chunks(MAX_CHARACTERS).map(|chunk| Markup::plain(&chunk.iter().collect::<String>())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_long_text_is_split_without_losing_words(lengths in prop::collection::vec(1usize..2500, 1..12)) {
            let text = lengths.iter().map(|length| "я".repeat(*length)).collect::<Vec<_>>().join("\n\n");
            let screen = Screen::of(Markup::plain(&text));
            let mut seen = 0;
            for post in screen.posts() {
                let Post::Text { text, .. } = post else { unreachable!("only text was given") };
                let visible = text.visible();
                prop_assert!(visible.chars().count() <= MAX_CHARACTERS);
                seen += visible.chars().filter(|character| *character == 'я').count();
            }
            prop_assert_eq!(seen, lengths.iter().sum::<usize>());
        }
    }

    #[test]
    fn buttons_stand_under_the_last_piece_only() {
        let button = Button::new("Да", Payload::new("dg1", "yes"));
        let screen = Screen::of(Markup::plain(&"слово ".repeat(2_000))).row(vec![button]);
        let posts = screen.posts();
        let with_buttons =
            posts.iter().filter(|post| matches!(post, Post::Text { rows, .. } if !rows.is_empty()));
        assert_eq!((posts.len(), with_buttons.count()), (3, 1));
    }
}
