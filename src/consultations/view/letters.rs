//! What is said about a request to somebody who has not just asked.

use uuid::Uuid;

use super::{
    Action, Told, Words,
    asking::rating_row,
    title,
    working::{card_rows, card_words},
};
use crate::{
    consultations::model::CalledName,
    label,
    messenger::{Button, Markup, Screen},
    outbox::Wording,
    text,
    texts::Texts,
    threads,
};

/// How things stand in a municipality.
#[derive(Debug, Clone)]
pub struct Digest {
    /// Open requests.
    pub open: usize,
    /// Those of the last day.
    pub new: usize,
    /// Those that nobody has taken.
    pub untaken: usize,
    /// Those that are late.
    pub late: usize,
    /// With whom how many are late.
    pub late_with: Vec<(String, usize)>,
    /// Who is away with how many open ones.
    pub away_with: Vec<(String, usize)>,
}

/// A request that waits to be taken.
#[must_use]
pub fn card_letter(told: &Told, words: Words<'_>) -> Wording {
    let texts = words.2;
    let mut screen = Screen::of(text!(texts, "consultations-card-new").line(&card_words(told, words)));
    screen.rows = card_rows(told, texts);
    let brief = text!(texts, "consultations-card-brief", title = title(&told.request, texts));
    let button = Button::new(title(&told.request, texts), Action::Card(told.request.id));
    Wording { screen, brief, button }
}

/// What became of a request that was on a card.
pub(super) fn gone_words(told: &Told, texts: &Texts) -> Markup {
    let taken = if told.request.taken_by.is_some() { "yes" } else { "no" };
    let (title, name) = (title(&told.request, texts), told.taker(texts));
    text!(texts, "consultations-card-gone", title = title, taken = taken, name = name)
}

/// The card of a request that is nobody's to take any more; it has no buttons.
#[must_use]
pub fn card_gone_letter(told: &Told, (_, _, texts): Words<'_>) -> Wording {
    let text = gone_words(told, texts);
    let button = Button::new(label!(texts, "consultations-back-queue"), Action::Queue);
    Wording { screen: Screen::of(text.clone()), brief: text, button }
}

/// The summary, and five buttons to rate.
#[must_use]
pub fn closed_letter(told: &Told, words: Words<'_>) -> Wording {
    let (request, texts) = (&told.request, words.2);
    let summary = Markup::trusted(request.summary.clone().unwrap_or_default());
    let title = title(request, texts);
    let text = text!(texts, "consultations-closed", title = title.as_str(), summary = summary);
    let open =
        Button::new(label!(texts, "consultations-home", title = title.as_str()), Action::Show(request.id));
    let unsolved = Button::new(label!(texts, "consultations-unsolved"), Action::Unsolved(request.id));
    let screen = Screen::of(text).row(rating_row(request)).row(vec![unsolved, open.clone()]);
    let brief = text!(texts, "consultations-closed-brief", title = title);
    Wording { screen, brief, button: open }
}

/// It was given to whoever reads this.
#[must_use]
pub fn assigned_letter(told: &Told, words: Words<'_>) -> Wording {
    let brief = text!(words.2, "consultations-assigned-brief", title = title(&told.request, words.2));
    given_letter((text!(words.2, "consultations-assigned"), brief), told, words)
}

/// Whoever reads this was invited into the conversation; it has a way out.
#[must_use]
pub fn invited_letter(told: &Told, words: Words<'_>) -> Wording {
    let texts = words.2;
    let (title, name) = (title(&told.request, texts), told.taker(texts));
    let head = text!(texts, "consultations-invited", name = name.as_str());
    let brief = text!(texts, "consultations-invited-brief", title = title, name = name);
    let letter = given_letter((head, brief), told, words);
    let leave = Button::new(label!(texts, "consultations-leave"), Action::Leave(told.request.id));
    Wording { screen: letter.screen.row(vec![leave]), ..letter }
}

fn given_letter((head, brief): (Markup, Markup), told: &Told, words: Words<'_>) -> Wording {
    let texts = words.2;
    let title = title(&told.request, texts);
    let text = head.line(&card_words(told, words));
    let open = Button::new(
        label!(texts, "consultations-home", title = title.as_str()),
        Action::Work(told.request.id),
    );
    let write = told.thread.map(|thread| threads::write_button(thread, texts));
    let screen = Screen::of(text).row(write.into_iter().chain([open.clone()]).collect());
    Wording { screen, brief, button: open }
}

/// A word about a request, with the way to it.
#[must_use]
pub fn notice_letter(
    (what, whom): (&str, Option<Uuid>),
    told: &Told,
    (reader, words): (Uuid, Words<'_>),
) -> Wording {
    let (request, texts) = (&told.request, words.2);
    let due = match what {
        "taken" if request.answered_at.is_some() => "no",
        _ => "yes",
    };
    let text = text!(
        texts,
        "consultations-notice",
        what = what,
        title = title(request, texts),
        name = told.taker(texts),
        whom = told.name(whom).map(CalledName::address).unwrap_or_default(),
        taken = if request.taken_by.is_some() { "yes" } else { "no" },
        has_due = due,
        due = told.moment(request.due_at()),
    );
    let target = if request.teacher_id == Some(reader) {
        Action::Show(request.id)
    } else if request.taken_by.is_none() {
        Action::Card(request.id)
    } else {
        Action::Work(request.id)
    };
    let button = Button::new(label!(texts, "consultations-home", title = title(request, texts)), target);
    Wording { screen: Screen::of(text.clone()).row(vec![button.clone()]), brief: text, button }
}

/// How things stand on a morning.
#[must_use]
pub fn digest_letter(digest: &Digest, texts: &Texts) -> Wording {
    let head = text!(
        texts,
        "consultations-digest",
        open = digest.open,
        new = digest.new,
        untaken = digest.untaken,
        late = digest.late,
    );
    let lines = digest
        .late_with
        .iter()
        .map(|(name, count)| text!(texts, "consultations-digest-late", name = name, count = *count));
    let away = digest
        .away_with
        .iter()
        .map(|(name, count)| text!(texts, "consultations-digest-away", name = name, count = *count));
    let text = lines.chain(away).fold(head.clone(), |text, line| text.line(&line));
    let button = Button::new(label!(texts, "consultations-back-queue"), Action::Queue);
    Wording { screen: Screen::of(text).row(vec![button.clone()]), brief: head, button }
}
