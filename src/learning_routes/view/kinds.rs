//! What a municipality offers itself: its kinds of steps, their sheet, whole routes to begin from.
//! Not here: reading a sheet.

use uuid::Uuid;

use super::{Action, Office};
use crate::{
    documents::{Cell, Sheet, sheets_xlsx},
    label,
    learning_routes::model::{AREAS, KindField, NewKind, OwnKind, RouteTemplate, StepKind, TriedKinds},
    messenger::{Attachment, Button, Payload, Screen},
    people::menu_button,
    text,
    texts::Texts,
};

/// Refused rows that are told on the screen; the sheet has them all.
const TOLD: usize = 3;

/// Leads to what a municipality offers.
#[must_use]
pub fn kinds_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "learning_routes-kinds-button"), Office::Kinds(0))
}

/// What a municipality offers; a press takes it out.
#[must_use]
pub fn kinds_screen(
    (kinds, templates): (&[OwnKind], &[(Uuid, RouteTemplate)]),
    (page, back): (usize, Button),
    texts: &Texts,
) -> Screen {
    let words = text!(texts, "learning_routes-kinds-title", count = kinds.len(), templates = templates.len());
    let mut buttons: Vec<Button> = kinds
        .iter()
        .map(|kind| {
            let label = label!(texts, "learning_routes-kinds-retire", title = &kind.step.title);
            Button::new(label, Office::KindRetire(kind.id))
        })
        .collect();
    buttons.extend(templates.iter().map(|(id, template)| {
        let label = label!(texts, "learning_routes-templates-retire", title = &template.title);
        Button::new(label, Office::TemplateRetire(*id))
    }));
    let new = Button::new(label!(texts, "learning_routes-kinds-new"), Office::KindNew);
    let sheet = Button::new(label!(texts, "learning_routes-kinds-sheet"), Office::KindSheet);
    let turning =
        (label!(texts, "learning_routes-list-earlier"), label!(texts, "learning_routes-list-later"));
    let to = |page: usize| Payload::from(Office::Kinds(page));
    let (screen, page) = Screen::of(words).row(vec![new, sheet]).page(buttons, (page, &to), turning);
    screen.row(vec![back, menu_button(texts)]).at(Office::Kinds(page))
}

/// Asks for one kind of step.
#[must_use]
pub fn new_kind_screen(texts: &Texts) -> Screen {
    Screen::of(text!(texts, "learning_routes-kinds-question"))
        .row(vec![to_kinds(texts), menu_button(texts)])
        .at(Office::KindNew)
}

/// Asks which of the three it is.
#[must_use]
pub fn which_kind_screen(kind: &NewKind, texts: &Texts) -> Screen {
    let which = StepKind::ALL.map(|kind| {
        Button::new(label!(texts, "learning_routes-kinds-which", kind = kind.as_str()), Office::KindIs(kind))
    });
    Screen::of(text!(texts, "learning_routes-kinds-is", title = &kind.title))
        .column(which)
        .row(vec![to_kinds(texts), menu_button(texts)])
        .at(Office::KindNew)
}

/// Asks for which area it is.
#[must_use]
pub fn kind_area_screen(kind: &NewKind, texts: &Texts) -> Screen {
    let areas = AREAS.iter().enumerate().map(|(index, (area, _))| {
        Button::new(label!(texts, "learning_routes-area", area = *area), Office::KindFor(index))
    });
    Screen::of(text!(texts, "learning_routes-kinds-for", title = &kind.title))
        .column(areas)
        .row(vec![to_kinds(texts), menu_button(texts)])
        .at(Office::KindNew)
}

/// Asks for a sheet.
#[must_use]
pub fn kind_sheet_screen(texts: &Texts) -> Screen {
    Screen::of(text!(texts, "learning_routes-kinds-sheet-question"))
        .row(vec![Button::new(label!(texts, "learning_routes-kinds-template"), Office::KindTemplate)])
        .row(vec![to_kinds(texts), menu_button(texts)])
        .at(Office::KindSheet)
}

/// The template: every heading, and a row that shows what is meant.
pub fn kind_template_file(texts: &Texts) -> anyhow::Result<Attachment> {
    let heading = |field: KindField| label!(texts, "learning_routes-kinds-column", column = field.as_str());
    let example = |field: KindField| {
        Cell::from(label!(texts, "learning_routes-kinds-example", column = field.as_str()))
    };
    let sheet = Sheet {
        name: label!(texts, "learning_routes-kinds-tab"),
        headings: KindField::ALL.map(heading).to_vec(),
        rows: vec![KindField::ALL.map(example).to_vec()],
    };
    kinds_file((label!(texts, "learning_routes-kinds-template-file"), "template"), &sheet, texts)
}

/// A sheet of kinds of steps as a file.
pub fn kinds_file((name, about): (String, &str), sheet: &Sheet, texts: &Texts) -> anyhow::Result<Attachment> {
    let caption = text!(texts, "learning_routes-kinds-caption", about = about);
    Ok(Attachment::File { name, bytes: sheets_xlsx(std::slice::from_ref(sheet))?.into(), caption })
}

/// What a sheet would change.
#[must_use]
pub fn tried_kinds_screen(tried: &TriedKinds, texts: &Texts) -> Screen {
    let (added, kept, refused) = (tried.added.len(), tried.kept, tried.refused.len());
    let words = text!(texts, "learning_routes-kinds-counts", added = added, kept = kept, refused = refused);
    let words = tried.refused.iter().take(TOLD).fold(words, |words, (_, number, faults)| {
        let reasons = kind_faults(faults, texts);
        words.line(&text!(texts, "learning_routes-kinds-row", number = i64::from(*number), reasons = reasons))
    });
    let take = Button::new(label!(texts, "learning_routes-kinds-take", count = added), Office::KindTake);
    Screen::of(words)
        .column((added > 0).then_some(take))
        .row(vec![to_kinds(texts), menu_button(texts)])
        .at(Office::KindTried)
}

/// The refused rows as they came, with their reasons in a column of their own.
#[must_use]
pub fn returned_sheet(rows: Vec<(Vec<String>, &[String])>, texts: &Texts) -> Sheet {
    let mut headings: Vec<String> = KindField::ALL
        .map(|field| label!(texts, "learning_routes-kinds-column", column = field.as_str()))
        .to_vec();
    headings.push(label!(texts, "learning_routes-kinds-why"));
    let row = |(cells, faults): (Vec<String>, &[String])| {
        let why = Cell::from(kind_faults(faults, texts));
        cells.into_iter().map(Cell::from).chain([why]).collect()
    };
    Sheet {
        name: label!(texts, "learning_routes-kinds-tab"),
        headings,
        rows: rows.into_iter().map(row).collect(),
    }
}

fn kind_faults(faults: &[String], texts: &Texts) -> String {
    let words = faults.iter().map(|fault| label!(texts, "learning_routes-kinds-fault", field = fault));
    words.collect::<Vec<_>>().join("; ")
}

/// Whole routes to begin from; those that suit stand first. Each has its place in the list that both sides know.
#[must_use]
pub fn templates_screen(templates: &[(usize, &RouteTemplate, bool)], texts: &Texts) -> Screen {
    let buttons = templates.iter().map(|(index, template, suits)| {
        let label = label!(
            texts,
            "learning_routes-templates-button",
            title = &template.title,
            count = template.steps.len(),
            suits = if *suits { "yes" } else { "no" },
        );
        Button::new(label, Office::Template(*index))
    });
    let back = Button::new(label!(texts, "learning_routes-back-areas"), Action::Areas);
    Screen::of(text!(texts, "learning_routes-templates-title"))
        .column(buttons)
        .row(vec![back, menu_button(texts)])
        .at(Office::Templates)
}

/// Asks for the name under which a route's steps are kept.
#[must_use]
pub fn keep_screen(route: Uuid, texts: &Texts) -> Screen {
    let back = Button::new(label!(texts, "learning_routes-back-card"), Action::Card(route));
    Screen::of(text!(texts, "learning_routes-keep-question"))
        .row(vec![back, menu_button(texts)])
        .at(Office::KeepAs(route))
}

fn to_kinds(texts: &Texts) -> Button {
    Button::new(label!(texts, "learning_routes-back-kinds"), Office::Kinds(0))
}
