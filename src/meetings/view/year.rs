//! Plans: the question for a sheet, what it would call, what it has called; and the word about a quarter that lacks a
//! meeting.
//! Not here: any decision.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{
    Action, YearDeed,
    compose::entry,
    words::{day_words, kind_words, moment_words, when_words},
};
use crate::{
    documents::{Cell, Sheet, sheets_xlsx},
    label,
    meetings::model::{Meeting, MeetingKind, MeetingKinds, Planned, RefusedRow, RowFault},
    messenger::{Attachment, Button, Markup, Screen},
    outbox::Wording,
    people::menu_button,
    sheets::Table,
    text,
    texts::Texts,
};

/// Meetings and refused rows that are told on the screen; the sheet has them all.
const TOLD: usize = 8;
/// Refused rows among them.
const TOLD_REFUSED: usize = 3;
/// The columns of the template, in order.
const COLUMNS: [&str; 8] = ["kind", "title", "days", "time", "place", "agenda", "subject", "open"];
/// Examples in the template.
const EXAMPLES: [&str; 3] = ["session", "week", "seminar"];

fn back(place: Uuid, texts: &Texts) -> Button {
    Button::new(label!(texts, "meetings-year-back"), Action::Home(Some(place)))
}

/// Asks for a sheet.
#[must_use]
pub fn year_screen(place: Uuid, host: &str, texts: &Texts) -> Screen {
    let template =
        Button::new(label!(texts, "meetings-year-template"), Action::Year(place, YearDeed::Template));
    Screen::of(text!(texts, "meetings-year-text", place = host))
        .row(vec![template])
        .row(vec![back(place, texts), menu_button(texts)])
        .at(Action::Year(place, YearDeed::Ask))
}

/// The template: every heading, rows that show what is meant, and the kinds there are on a sheet of their own.
pub fn year_template_file(kinds: &MeetingKinds, texts: &Texts) -> anyhow::Result<Attachment> {
    let heading = |column: &str| label!(texts, "meetings-year-column", column = column);
    let cell = |row: &str, column: &str| {
        Cell::from(label!(texts, "meetings-year-example", row = row, column = column))
    };
    let rows = EXAMPLES.iter().map(|row| COLUMNS.iter().map(|column| cell(row, column)).collect());
    let plan = Sheet {
        name: label!(texts, "meetings-year-tab"),
        headings: COLUMNS.map(heading).to_vec(),
        rows: rows.collect(),
    };
    let known = Sheet {
        name: label!(texts, "meetings-year-kinds"),
        headings: vec![label!(texts, "meetings-year-column", column = "kind")],
        rows: kinds.all().iter().map(|kind| vec![Cell::from(kind.title.as_str())]).collect(),
    };
    file("template", &[plan, known], texts)
}

fn file(which: &str, sheets: &[Sheet], texts: &Texts) -> anyhow::Result<Attachment> {
    Ok(Attachment::File {
        name: label!(texts, "meetings-year-file", which = which),
        bytes: sheets_xlsx(sheets)?.into(),
        caption: text!(texts, "meetings-year-caption", which = which),
    })
}

/// What a sheet would call.
#[must_use]
pub fn tried_year_screen(
    place: Uuid,
    (added, kinds): (&[Planned], &MeetingKinds),
    ((kept, refused), first): ((usize, usize), &[RefusedRow]),
    texts: &Texts,
) -> Screen {
    let mut words = text!(texts, "meetings-year-counts", added = added.len(), kept = kept, refused = refused);
    let shown = added.iter().take(TOLD).map(|planned| entry(&planned.programme, kinds, texts));
    let lines = shown
        .fold(Markup::default(), |words, name| words.line(&text!(texts, "meetings-year-line", name = name)));
    words = words.paragraph(&lines);
    if added.len() > TOLD {
        words = words.line(&text!(texts, "meetings-year-more", count = added.len() - TOLD));
    }
    let wrong = first.iter().take(TOLD_REFUSED).fold(Markup::default(), |words, (_, number, faults)| {
        let reasons = row_faults(faults, texts);
        words.line(&text!(texts, "meetings-year-row", number = i64::from(*number), reasons = reasons))
    });
    let take = Button::new(
        label!(texts, "meetings-year-take", count = added.len()),
        Action::Year(place, YearDeed::Take),
    );
    let other = Button::new(label!(texts, "meetings-year-other"), Action::Year(place, YearDeed::Ask));
    Screen::of(words.paragraph(&wrong))
        .row((!added.is_empty()).then_some(take).into_iter().collect())
        .row(vec![other, menu_button(texts)])
        .at(Action::Year(place, YearDeed::Tried))
}

/// Every reason why a row was refused, in words.
fn row_faults(faults: &[RowFault], texts: &Texts) -> String {
    let reasons = faults.iter().map(|fault| label!(texts, "meetings-year-fault", fault = fault.as_str()));
    reasons.collect::<Vec<_>>().join("; ")
}

/// The refused rows as they were sent, each with its reasons.
pub fn returned_year_file(
    (table, head): (&Table, usize),
    refused: &[RefusedRow],
    texts: &Texts,
) -> anyhow::Result<Attachment> {
    let answer = label!(texts, "meetings-year-answer");
    let body = table.rows.get(head + 1..).unwrap_or_default();
    let headings = table.rows.get(head).map(|row| row.cells.clone()).unwrap_or_default();
    let width = body.iter().map(|row| row.cells.len()).max().unwrap_or_default().max(headings.len());
    // A sheet that comes back a second time has the column already.
    let columns: Vec<usize> =
        (0..width).filter(|column| headings.get(*column).is_none_or(|heading| *heading != answer)).collect();
    let rows = refused.iter().filter_map(|(place, _, faults)| {
        let row = body.get(*place)?;
        let cells = columns.iter().map(|column| Cell::from(row.cell(*column)));
        Some(cells.chain([Cell::from(row_faults(faults, texts))]).collect())
    });
    let heading = |column: &usize| headings.get(*column).cloned().unwrap_or_default();
    let sheet = Sheet {
        name: label!(texts, "meetings-year-refused"),
        headings: columns.iter().map(heading).chain([answer.clone()]).collect(),
        rows: rows.collect(),
    };
    file("refused", &[sheet], texts)
}

/// What was called, with the sheet that says when people are called to each.
pub fn taken_year_screen(
    place: Uuid,
    (meetings, refused): (&[Meeting], usize),
    kinds: &MeetingKinds,
    texts: &Texts,
) -> anyhow::Result<Screen> {
    let row = |meeting: &Meeting| {
        let zone = meeting.zone.parse().unwrap_or(chrono_tz::UTC);
        let programme = &meeting.programme;
        let when = programme.when.map(|span| when_words(&span, texts)).unwrap_or_default();
        let notice = match meeting.notice_at {
            Some(at) => moment_words(at, zone, texts),
            None => label!(texts, "meetings-year-now"),
        };
        vec![
            Cell::from(kind_words(programme, kinds, texts)),
            Cell::from(programme.title.as_str()),
            Cell::from(when),
            Cell::from(notice),
        ]
    };
    let columns = ["kind", "title", "days", "notice"];
    let sheet = Sheet {
        name: label!(texts, "meetings-year-tab"),
        headings: columns.map(|column| label!(texts, "meetings-year-column", column = column)).to_vec(),
        rows: meetings.iter().map(row).collect(),
    };
    let soon = meetings.iter().filter(|meeting| meeting.notice_at.is_none()).count();
    let words = text!(texts, "meetings-year-done", count = meetings.len(), soon = soon, refused = refused);
    let called = Button::new(label!(texts, "meetings-home-called"), Action::Called);
    let other = Button::new(label!(texts, "meetings-year-other"), Action::Year(place, YearDeed::Ask));
    Ok(Screen::of(words)
        .with(file("called", &[sheet], texts)?)
        .row(vec![called, other])
        .row(vec![back(place, texts), menu_button(texts)])
        .at(Action::Year(place, YearDeed::Ask)))
}

/// A quarter that lacks a meeting of a kind.
pub struct GapView<'a> {
    /// The municipality.
    pub municipality: Uuid,
    /// The kind.
    pub kind: &'a MeetingKind,
    /// The quarter, 1 to 4.
    pub number: u32,
    /// Whether nothing more is said of it.
    pub is_last: bool,
    /// Until when a meeting is still convenient.
    pub by: NaiveDate,
}

/// A quarter has no meeting of a kind which it should have.
#[must_use]
pub fn gap_wording(view: &GapView<'_>, texts: &Texts) -> Wording {
    let (kind, quarter) = (&view.kind.title, i64::from(view.number));
    let round = if view.is_last { "last" } else { "first" };
    let by = day_words(view.by, texts);
    let text = text!(texts, "meetings-gap-text", kind = kind, quarter = quarter, round = round, by = by);
    let brief = text!(texts, "meetings-gap-brief", kind = kind, quarter = quarter);
    let call = Action::Due(view.municipality, view.kind.id.clone());
    let button = Button::new(label!(texts, "meetings-gap-call", kind = kind), call);
    Wording { screen: Screen::of(text).row(vec![button.clone()]), brief, button }
}
