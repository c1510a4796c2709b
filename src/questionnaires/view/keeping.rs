//! The list of questionnaires, one of them, the sheet with its mistakes, and the letter that invites.
//! Not here: what the answers come to.

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::{Action, unsaid::unsaid_line};
use crate::{
    audiences::Count,
    diagnostics::intro_address,
    documents::{Cell, Sheet},
    label,
    messenger::{Button, Markup, Payload, Screen},
    outbox::Wording,
    people::menu_button,
    questionnaires::model::{
        Column, LocalQuestionnaire, MOST_OF_ABOUT, MOST_OF_TITLE, Progress, RowFault, SheetMistakes, State,
        Unsaid, Wordings,
    },
    text,
    texts::Texts,
    units::Municipality,
};

/// Mistakes that are told on the screen.
const TOLD: usize = 10;

/// Leads to the questionnaires.
#[must_use]
pub fn questionnaires_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "questionnaires-list-button"), Action::Questionnaires)
}

/// Asks whose questionnaires are meant.
#[must_use]
pub fn choose_screen(municipalities: &[Municipality], back: Button, texts: &Texts) -> Screen {
    let buttons = municipalities.iter().map(|place| Button::new(&place.short_title, Action::At(place.id)));
    Screen::of(text!(texts, "questionnaires-choose-text"))
        .column(buttons)
        .row(vec![back, menu_button(texts)])
        .at(Action::Questionnaires)
}

/// The questionnaires of a municipality.
#[must_use]
pub fn list_screen(
    municipality: &Municipality,
    locals: &[LocalQuestionnaire],
    back: Button,
    texts: &Texts,
) -> Screen {
    let buttons = locals.iter().map(|local| {
        let label =
            label!(texts, "questionnaires-list-one", state = local.state.as_str(), title = &local.title);
        Button::new(label, Action::Show(local.id))
    });
    let new = Button::new(label!(texts, "questionnaires-list-new"), Action::New(municipality.id));
    let words = text!(
        texts,
        "questionnaires-list-text",
        municipality = &municipality.short_title,
        count = locals.len()
    );
    Screen::of(words)
        .column(buttons)
        .row(vec![new])
        .row(vec![back, menu_button(texts)])
        .at(Action::At(municipality.id))
}

/// Asks for a sheet; `at` is the screen itself, `back` leads where it was opened.
#[must_use]
pub fn begin_screen(municipality: uuid::Uuid, (at, back): (Action, Action), texts: &Texts) -> Screen {
    let template =
        Button::new(label!(texts, "questionnaires-begin-template"), Action::Template(municipality));
    Screen::of(text!(texts, "questionnaires-begin-text"))
        .row(vec![template])
        .row(vec![Button::new(label!(texts, "questionnaires-back"), back), menu_button(texts)])
        .at(at)
}

/// The template: every heading, and a row for each way of answering.
#[must_use]
pub fn template(texts: &Texts) -> Sheet {
    let rows = ["single", "several", "scale", "number", "words", "task"];
    let cell = |row: &'static str, column: &'static str| {
        let words = label!(texts, "questionnaires-template-example", row = row, column = column);
        if words == "—" { Cell::Empty } else { Cell::from(words) }
    };
    let columns = Column::ALL.map(Column::word);
    let choices = ["first", "second", "third", "fourth"];
    let heading = |word: &'static str| label!(texts, "questionnaires-template-heading", column = word);
    let choice_heading = |number: usize| label!(texts, "questionnaires-template-choice", number = number);
    Sheet {
        name: label!(texts, "questionnaires-template-tab"),
        headings: columns.into_iter().map(heading).chain((1..=choices.len()).map(choice_heading)).collect(),
        rows: rows
            .map(|row| columns.into_iter().chain(choices).map(|column| cell(row, column)).collect())
            .into(),
    }
}

/// What is wrong with a sheet, above the question for another.
#[must_use]
pub fn mistakes_screen(screen: Screen, mistakes: &SheetMistakes, texts: &Texts) -> Screen {
    let told = match mistakes {
        SheetMistakes::NoColumn => text!(texts, "questionnaires-sheet-fault", fault = "column", count = 0),
        SheetMistakes::NoQuestions => text!(texts, "questionnaires-sheet-fault", fault = "empty", count = 0),
        SheetMistakes::TooMany(count) => {
            text!(texts, "questionnaires-sheet-fault", fault = "crowd", count = *count)
        }
        SheetMistakes::ManySections(most) => {
            text!(texts, "questionnaires-sheet-fault", fault = "sections", count = *most)
        }
        SheetMistakes::Rows(rows) => {
            let told = rows.iter().take(TOLD).map(|(number, fault)| {
                let reason = reason(*fault, texts);
                text!(texts, "questionnaires-sheet-row", number = i64::from(*number), reason = reason)
            });
            let head = text!(texts, "questionnaires-sheet-rows", count = rows.len());
            let told = told.fold(head, |text, row| text.line(&row));
            match rows.len().saturating_sub(TOLD) {
                0 => told,
                more => told.line(&text!(texts, "questionnaires-sheet-more", count = more)),
            }
        }
    };
    Screen { text: told.paragraph(&text!(texts, "questionnaires-sheet-again")), ..screen }
}

fn reason(fault: RowFault, texts: &Texts) -> String {
    let (word, most) = match fault {
        RowFault::NoQuestion => ("no-question", 0),
        RowFault::LongQuestion(most) => ("long-question", most),
        RowFault::UnknownKind => ("kind", 0),
        RowFault::FewChoices => ("too-few", 0),
        RowFault::ManyChoices(most) => ("too-many", most),
        RowFault::LongChoice(most) => ("long-choice", most),
        RowFault::SameChoices => ("same", 0),
        RowFault::RightIsNoChoice => ("right", 0),
        RowFault::RightWithoutChoices => ("right-alone", 0),
        RowFault::LongSection(most) => ("long-section", most),
        RowFault::LongExplanation(most) => ("long-explanation", most),
    };
    label!(texts, "questionnaires-row-fault", fault = word, most = most)
}

/// One questionnaire, as its card shows it.
#[derive(Debug, Clone, Copy)]
pub struct CardView<'a> {
    /// The questionnaire.
    pub local: &'a LocalQuestionnaire,
    /// Whether its questions or words differ from what people take.
    pub is_changed: bool,
    /// How far people are.
    pub progress: Progress,
    /// The day on which people were last reminded.
    pub reminded_on: Option<NaiveDate>,
    /// What is still to be said to people.
    pub unsaid: Unsaid,
    /// The zone of whoever looks.
    pub zone: Tz,
}

/// A questionnaire with what can be done.
#[must_use]
pub fn card_screen(card: &CardView<'_>, texts: &Texts) -> Screen {
    let CardView { local, progress, .. } = *card;
    let id = local.id;
    let button = |key: &'static str, action: Action| Button::new(texts.plain(key, &[]), action);
    let mut screen = Screen::of(card_text(card, texts)).at(Action::Show(id));
    if local.state == State::Published {
        screen = screen.row(vec![button("questionnaires-card-invite", Action::Audience(id))]);
        if progress.silent > 0 {
            let label = label!(texts, "questionnaires-card-remind", count = progress.silent);
            screen = screen.row(vec![Button::new(label, Action::Remind(id))]);
        }
        if card.unsaid.count > 0 {
            let hold = match local.held_at {
                Some(_) => button("questionnaires-card-release", Action::Release(id)),
                None => button("questionnaires-card-hold", Action::Hold(id)),
            };
            let withdraw = button("questionnaires-card-withdraw", Action::Withdrawing(id));
            screen = screen.row(vec![hold, withdraw]);
        }
    }
    if local.version_hash.is_some() {
        screen = screen.row(vec![button("questionnaires-card-results", Action::Results(id, 0))]);
    }
    if card.is_changed || local.state != State::Published {
        let label = label!(texts, "questionnaires-card-publish", state = local.state.as_str());
        screen = screen.row(vec![Button::new(label, Action::Publish(id))]);
    }
    screen = screen.row(vec![button("questionnaires-card-preview", Action::Preview(id, 0))]).row(vec![
        button("questionnaires-card-title", Action::Title(id)),
        button("questionnaires-card-about", Action::About(id)),
    ]);
    let end = match local.state {
        State::Published => Some(button("questionnaires-card-close", Action::Closing(id))),
        State::Draft => Some(button("questionnaires-card-delete", Action::Delete(id))),
        State::Closed => None,
    };
    let replace = button("questionnaires-card-replace", Action::Replace(id));
    screen
        .row([Some(replace), end].into_iter().flatten().collect())
        .row(vec![button("questionnaires-back", Action::At(local.municipality)), menu_button(texts)])
}

fn card_text(card: &CardView<'_>, texts: &Texts) -> Markup {
    let local = card.local;
    let tasks = local.questions.iter().filter(|question| question.way.is_task()).count();
    let head = text!(
        texts,
        "questionnaires-card-head",
        title = &local.title,
        about = &local.about,
        questions = local.questions.len(),
        tasks = tasks,
    );
    let state = match (local.state, card.is_changed) {
        (State::Draft, _) => "draft",
        (State::Closed, _) => "closed",
        (State::Published, true) => "changed",
        (State::Published, false) => "published",
    };
    let text = head.paragraph(&text!(texts, "questionnaires-card-state", state = state));
    if local.version_hash.is_none() {
        return text;
    }
    let Progress { invited, begun, finished, .. } = card.progress;
    let counts =
        text!(texts, "questionnaires-card-progress", invited = invited, begun = begun, finished = finished);
    let text = text.paragraph(&counts);
    let text = match card.unsaid {
        Unsaid { count: 0, .. } => text,
        unsaid => text.line(&unsaid_line(local, &unsaid, card.zone, texts)),
    };
    match card.reminded_on {
        Some(day) => {
            text.line(&text!(texts, "questionnaires-card-reminded", day = day.format("%d.%m").to_string()))
        }
        None => text,
    }
}

/// Asks for the title or the sentence about it.
#[must_use]
pub fn ask_words_screen(local: &LocalQuestionnaire, at: Action, texts: &Texts) -> Screen {
    let is_title = matches!(at, Action::Title(_));
    let (part, most) = if is_title { ("title", MOST_OF_TITLE) } else { ("about", MOST_OF_ABOUT) };
    let now = if is_title { &local.title } else { &local.about };
    Screen::of(text!(texts, "questionnaires-words-text", part = part, most = most, now = now))
        .row(vec![Button::new(label!(texts, "questionnaires-back"), Action::Show(local.id))])
        .at(at)
}

/// Asks whether to invite those who are meant now; `change` leads to saying who that is.
#[must_use]
pub fn audience_screen(
    local: &LocalQuestionnaire,
    (count, meant): (&Count, &Markup),
    change: Payload,
    texts: &Texts,
) -> Screen {
    let people = count.people;
    let invite = Button::new(
        label!(texts, "questionnaires-audience-invite", count = people),
        Action::Invite(local.id),
    );
    let invite = (people > 0 && !count.is_rough).then_some(invite);
    let change = Button::new(label!(texts, "questionnaires-audience-change"), change);
    let words = if count.is_rough {
        text!(texts, "questionnaires-audience-rough")
    } else {
        text!(texts, "questionnaires-audience-text", title = &local.title).paragraph(meant)
    };
    Screen::of(words)
        .column(invite)
        .row(vec![change])
        .row(vec![Button::new(label!(texts, "questionnaires-back"), Action::Show(local.id))])
        .at(Action::Audience(local.id))
}

/// Asks whether to take a questionnaire off offer.
#[must_use]
pub fn closing_screen(local: &LocalQuestionnaire, texts: &Texts) -> Screen {
    Screen::of(text!(texts, "questionnaires-closing-text", title = &local.title))
        .row(vec![Button::new(label!(texts, "questionnaires-closing-stay"), Action::Show(local.id))])
        .row(vec![Button::new(label!(texts, "questionnaires-closing-close"), Action::Close(local.id))])
        .at(Action::Closing(local.id))
}

/// The letter that invites to a questionnaire or reminds of it.
#[must_use]
pub fn invitation_letter(local: &LocalQuestionnaire, is_reminder: bool, texts: &Texts) -> Wording {
    let minutes = local.questions.len().div_ceil(3);
    let kind = if is_reminder { "reminder" } else { "invitation" };
    let words = text!(
        texts,
        "questionnaires-letter-text",
        kind = kind,
        title = &local.title,
        about = &local.about,
        minutes = minutes,
    );
    let button = Button::new(label!(texts, "questionnaires-letter-open"), intro_address(&local.key()));
    let screen = Screen::of(words).row(vec![button.clone()]).row(vec![menu_button(texts)]);
    Wording { screen, brief: text!(texts, "questionnaires-letter-brief", title = &local.title), button }
}

/// What is held about somebody who was invited.
#[must_use]
pub fn invited_sentence(title: &str, texts: &Texts) -> Markup {
    text!(texts, "questionnaires-told-invited", title = title)
}

/// The words that stand where a sheet says none, in the language of whoever publishes.
#[must_use]
pub fn wordings(texts: &Texts) -> Wordings {
    let level = |place: &'static str| {
        (
            label!(texts, "questionnaires-level-title", place = place),
            label!(texts, "questionnaires-level-text", place = place),
        )
    };
    Wordings {
        section: label!(texts, "questionnaires-section"),
        scale_hint: label!(texts, "questionnaires-scale-hint"),
        levels: ["low", "middle", "high"].map(level),
        next_step: label!(texts, "questionnaires-next-step"),
        strength: label!(texts, "questionnaires-strength"),
        right: label!(texts, "questionnaires-right"),
        promise: label!(texts, "questionnaires-promise"),
    }
}
