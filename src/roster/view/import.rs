//! Sending a list and what becomes of it: the question, the columns, the dry run, the work, the receipt.

use uuid::Uuid;

use super::Action;
use crate::{
    documents::{Cell, Sheet},
    label,
    messenger::{Button, Markup, Screen},
    people::menu_button,
    roster::model::{Basis, Field, Import, Refused, RowFault, State},
    sheets::Table,
    text,
    texts::Texts,
    units::Municipality,
};

/// Refused rows that are told on the screen; the sheet has them all.
const TOLD: usize = 3;
/// Columns that are offered as buttons.
const OFFERED: usize = 12;

/// Leads to sending a list.
#[must_use]
pub fn import_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "roster-start-button"), Action::Start)
}

/// Asks for a list.
#[must_use]
pub fn start_screen(municipality: &Municipality, back: Button, texts: &Texts) -> Screen {
    let template = Button::new(label!(texts, "roster-start-template"), Action::Template(municipality.id));
    Screen::of(text!(texts, "roster-start-text", municipality = &municipality.short_title))
        .row(vec![template])
        .row(vec![back, menu_button(texts)])
        .at(Action::At(municipality.id))
}

/// Asks whose list it will be.
#[must_use]
pub fn choose_screen(municipalities: &[Municipality], back: Button, texts: &Texts) -> Screen {
    let buttons = municipalities.iter().map(|place| Button::new(&place.short_title, Action::At(place.id)));
    Screen::of(text!(texts, "roster-choose-text"))
        .column(buttons)
        .row(vec![back, menu_button(texts)])
        .at(Action::Start)
}

/// The template: every heading, and two rows that show what is meant.
#[must_use]
pub fn template(texts: &Texts) -> Sheet {
    let example = |row: &'static str| {
        Field::ALL
            .into_iter()
            .filter(|field| *field != Field::Name)
            .map(|field| {
                Cell::from(label!(texts, "roster-template-example", row = row, field = field.word()))
            })
            .map(|cell| if cell == Cell::Words("—".to_owned()) { Cell::Empty } else { cell })
            .collect()
    };
    let headings = Field::ALL.into_iter().filter(|field| *field != Field::Name);
    Sheet {
        name: label!(texts, "roster-template-tab"),
        headings: headings.map(|field| field_title(field, texts)).collect(),
        rows: vec![example("first"), example("second")],
    }
}

fn field_title(field: Field, texts: &Texts) -> String {
    label!(texts, "roster-field-title", field = field.word())
}

/// Asks which column holds a field that was not recognised.
#[must_use]
pub fn columns_screen(id: Uuid, field: Field, unknown: &[(usize, &str)], texts: &Texts) -> Screen {
    let columns = unknown.iter().take(OFFERED).map(|(column, heading)| {
        let short: String = heading.chars().take(40).collect();
        Button::new(short, Action::Map(id, field, *column))
    });
    let without = Button::new(label!(texts, "roster-columns-without"), Action::Without(id, field));
    let drop = Button::new(label!(texts, "roster-import-drop"), Action::Drop(id));
    Screen::of(text!(texts, "roster-columns-text", field = field_title(field, texts)))
        .column(columns)
        .row(vec![without])
        .row(vec![drop])
        .at(Action::Show(id))
}

/// Says that nothing can be done without a column.
#[must_use]
pub fn without_screen(id: Uuid, field: Field, texts: &Texts) -> Screen {
    let again = Button::new(label!(texts, "roster-columns-again"), Action::Show(id));
    let drop = Button::new(label!(texts, "roster-import-drop"), Action::Drop(id));
    Screen::of(text!(texts, "roster-without-text", field = field_title(field, texts)))
        .row(vec![again])
        .row(vec![drop])
        .at(Action::Without(id, field))
}

/// An import as it is now: what it would change, how far it is, or what it has changed.
#[must_use]
pub fn import_screen(import: &Import, texts: &Texts) -> Screen {
    let id = import.id;
    let refused = Button::new(label!(texts, "roster-import-refused"), Action::Refused(id));
    let refused = (!import.refused.is_empty()).then_some(refused);
    let again = Button::new(label!(texts, "roster-import-again"), Action::Start);
    let screen = Screen::of(import_text(import, texts)).at(Action::Show(id));
    match import.state {
        State::Mapping | State::Checked => {
            let is_some = import.counts.added + import.counts.changed > 0;
            let carry = Button::new(label!(texts, "roster-import-carry"), Action::Ask(id));
            let drop = Button::new(label!(texts, "roster-import-drop"), Action::Drop(id));
            screen.column(is_some.then_some(carry)).column(refused).row(vec![drop])
        }
        State::Running => {
            let look = Button::new(label!(texts, "roster-import-look"), Action::Show(id));
            let stop = Button::new(label!(texts, "roster-import-stop"), Action::Stop(id));
            screen.row(vec![look]).row(vec![stop]).row(vec![menu_button(texts)])
        }
        State::Done => screen.column(refused).row(vec![again, menu_button(texts)]),
        State::Stopped | State::Broken => screen.row(vec![again, menu_button(texts)]),
    }
}

fn import_text(import: &Import, texts: &Texts) -> Markup {
    let head = text!(
        texts,
        "roster-import-head",
        state = import.state.as_str(),
        position = import.position,
        rows = import.rows,
        file = &import.file_name,
    );
    if import.state == State::Running {
        return head.paragraph(&text!(texts, "roster-import-wait"));
    }
    let counts = import.counts;
    let counts = text!(
        texts,
        "roster-import-counts",
        state = import.state.as_str(),
        added = counts.added,
        changed = counts.changed,
        kept = counts.kept,
        refused = counts.refused,
    );
    let text = head.paragraph(&counts);
    if import.state != State::Checked || import.refused.is_empty() {
        return text;
    }
    let first = import.refused.iter().take(TOLD).map(|row| {
        text!(
            texts,
            "roster-import-row",
            number = i64::from(row.number),
            reasons = reasons(&row.faults, texts)
        )
    });
    text.paragraph(&first.fold(text!(texts, "roster-import-first"), |text, row| text.line(&row)))
}

/// Asks by which right the people are written down; the answer carries the import out.
#[must_use]
pub fn basis_screen(import: &Import, texts: &Texts) -> Screen {
    let buttons = Basis::ALL.into_iter().map(|basis| {
        Button::new(
            label!(texts, "roster-basis-button", basis = basis.as_str()),
            Action::Carry(import.id, basis),
        )
    });
    let back = Button::new(label!(texts, "roster-basis-back"), Action::Show(import.id));
    let count = import.counts.added + import.counts.changed;
    Screen::of(text!(texts, "roster-basis-text", count = count))
        .column(buttons)
        .row(vec![back])
        .at(Action::Ask(import.id))
}

/// Every reason why a row was refused, in words.
fn reasons(faults: &[RowFault], texts: &Texts) -> String {
    let reasons: Vec<String> = faults.iter().map(|fault| reason(*fault, texts)).collect();
    reasons.join("; ")
}

fn reason(fault: RowFault, texts: &Texts) -> String {
    let (word, row) = match fault {
        RowFault::NobodyMeant => ("nobody", 0),
        RowFault::NoFamilyName => ("no-family", 0),
        RowFault::NoGivenName => ("no-given", 0),
        RowFault::ForeignLetters => ("foreign-letters", 0),
        RowFault::Initials => ("initials", 0),
        RowFault::NotAName => ("not-a-name", 0),
        RowFault::NoSchool => ("no-school", 0),
        RowFault::UnknownSchool => ("unknown-school", 0),
        RowFault::SchoolElsewhere => ("school-elsewhere", 0),
        RowFault::UnclearSchool => ("unclear-school", 0),
        RowFault::NoPost => ("no-post", 0),
        RowFault::UnknownPost => ("unknown-post", 0),
        RowFault::UnknownSubject => ("unknown-subject", 0),
        RowFault::NoSuchDay => ("no-such-day", 0),
        RowFault::BornInFuture => ("born-in-future", 0),
        RowFault::BornAbsurdly => ("born-absurdly", 0),
        RowFault::ShareOutOfRange => ("share", 0),
        RowFault::SameAsRow(row) => ("same-as-row", row),
        RowFault::Namesakes => ("namesakes", 0),
    };
    label!(texts, "roster-fault", fault = word, row = i64::from(row))
}

/// The refused rows as the same sheet, with one more column that says what is wrong.
#[must_use]
pub fn refused_sheet(table: &Table, head: usize, refused: &[Refused], texts: &Texts) -> Sheet {
    let reasons: Vec<(usize, String)> =
        refused.iter().map(|row| (row.place, reasons(&row.faults, texts))).collect();
    returned_sheet(table, head, &reasons, texts)
}

/// Rows of a sheet that are sent back: each with its place below the row of headings, and the words of what is wrong.
#[must_use]
pub fn returned_sheet(table: &Table, head: usize, refused: &[(usize, String)], texts: &Texts) -> Sheet {
    let body = table.rows.get(head + 1..).unwrap_or_default();
    let headings = table.rows.get(head).map(|row| row.cells.clone()).unwrap_or_default();
    let width = body.iter().map(|row| row.cells.len()).max().unwrap_or_default().max(headings.len());
    let is_answer = |column: &usize| {
        headings.get(*column).is_some_and(|heading| *heading == label!(texts, "roster-refused-heading"))
    };
    // A sheet that comes back a second time has the column already.
    let columns: Vec<usize> = (0..width).filter(|column| !is_answer(column)).collect();
    let rows = refused.iter().filter_map(|(place, reasons)| {
        let found = body.get(*place)?;
        let cells = columns.iter().map(|column| match found.cell(*column) {
            "" => Cell::Empty,
            words => Cell::from(words),
        });
        Some(cells.chain([Cell::from(reasons.as_str())]).collect())
    });
    let heading = |column: &usize| headings.get(*column).cloned().unwrap_or_default();
    Sheet {
        name: label!(texts, "roster-refused-tab"),
        headings: columns.iter().map(heading).chain([label!(texts, "roster-refused-heading")]).collect(),
        rows: rows.collect(),
    }
}
