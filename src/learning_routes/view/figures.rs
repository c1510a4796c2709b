//! What all routes of a municipality come to, on a screen and as a sheet, without names.
//! Not here: which cells are told.

use chrono::NaiveDate;

use super::{Office, day};
use crate::{
    documents::{Cell, Sheet, sheets_xlsx},
    label,
    learning_routes::model::{CountCell, RouteFigures},
    messenger::{Attachment, Button, Markup, Screen},
    people::menu_button,
    text,
    texts::Texts,
};

/// Cells of each kind on the screen; the sheet has them all.
const MOST: usize = 8;

/// Leads to the figures.
#[must_use]
pub fn figures_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "learning_routes-figures-button"), Office::Figures)
}

fn blocks(figures: &RouteFigures) -> [(&'static str, &[CountCell]); 6] {
    [
        ("states", &figures.states),
        ("pace", &figures.pace),
        ("areas", &figures.areas),
        ("closed", &figures.closed),
        ("schools", &figures.schools),
        ("hours", &figures.hours),
    ]
}

/// A name as it is said: states, pace and kinds have words of their own.
fn cell_name(block: &str, name: &str, texts: &Texts) -> String {
    match block {
        "states" => label!(texts, "learning_routes-state", state = name),
        "pace" => label!(texts, "learning_routes-figures-pace", pace = name),
        "hours" => label!(texts, "learning_routes-paper-kind", kind = name),
        _ => name.to_owned(),
    }
}

/// What all routes come to.
#[must_use]
pub fn figures_screen(figures: &RouteFigures, back: Button, texts: &Texts) -> Screen {
    if figures.people == 0 {
        return Screen::of(text!(texts, "learning_routes-figures-few"))
            .row(vec![back, menu_button(texts)])
            .at(Office::Figures);
    }
    let mut words = text!(texts, "learning_routes-figures-title", people = figures.people);
    for (block, cells) in blocks(figures).into_iter().filter(|(_, cells)| !cells.is_empty()) {
        words = words.paragraph(&block_words(block, cells, texts));
    }
    Screen::of(words)
        .row(vec![Button::new(label!(texts, "learning_routes-figures-sheet"), Office::FiguresSheet)])
        .row(vec![back, menu_button(texts)])
        .at(Office::Figures)
}

fn block_words(block: &str, cells: &[CountCell], texts: &Texts) -> Markup {
    let told = cells.iter().filter_map(|(name, count)| Some((name, (*count)?))).take(MOST);
    let heading = text!(texts, "learning_routes-figures-block", block = block);
    let words = told.fold(heading, |words, (name, count)| {
        let name = cell_name(block, name, texts);
        words.line(&text!(texts, "learning_routes-figures-line", name = name, count = count))
    });
    if cells.iter().any(|(_, count)| count.is_none()) {
        return words.line(&text!(texts, "learning_routes-figures-hidden"));
    }
    words
}

/// The same as a sheet, with every cell that may be told.
pub fn figures_file(figures: &RouteFigures, today: NaiveDate, texts: &Texts) -> anyhow::Result<Attachment> {
    let sheets: Vec<Sheet> =
        blocks(figures).into_iter().map(|(block, cells)| sheet_of(block, cells, texts)).collect();
    let name = label!(texts, "learning_routes-figures-file", day = day(today));
    let caption = text!(texts, "learning_routes-figures-caption");
    Ok(Attachment::File { name, bytes: sheets_xlsx(&sheets)?.into(), caption })
}

fn sheet_of(block: &str, cells: &[CountCell], texts: &Texts) -> Sheet {
    let row = |(name, count): &CountCell| {
        let count = count.map(|count| i64::try_from(count).unwrap_or_default());
        let few = Cell::from(label!(texts, "learning_routes-figures-cell-few"));
        vec![Cell::from(cell_name(block, name, texts)), count.map_or(few, Cell::from)]
    };
    Sheet {
        name: label!(texts, "learning_routes-figures-tab", block = block),
        headings: vec![
            label!(texts, "learning_routes-figures-tab", block = block),
            label!(texts, "learning_routes-figures-count", block = block),
        ],
        rows: cells.iter().map(row).collect(),
    }
}
