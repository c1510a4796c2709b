//! What leaves the house: the deliveries as a table, the register of acknowledgements as a paper and as a table.

use std::collections::HashMap;

use chrono_tz::Tz;
use uuid::Uuid;

use super::{headline, moment, to_broadcast};
use crate::{
    broadcasts::model::{Broadcast, Extra, Recipient},
    documents::{Block, Cell, Paper, Sheet, paper_docx, sheets_xlsx},
    label,
    messenger::{Attachment, Markup, Screen},
    text,
    texts::Texts,
};

/// Everything a paper is made of.
pub struct PaperView<'a> {
    /// The announcement.
    pub broadcast: &'a Broadcast,
    /// Everybody it was for.
    pub recipients: &'a [Recipient],
    /// The state of each one's newest letter, and when it came to it.
    pub states: HashMap<Uuid, (String, Option<chrono::DateTime<chrono::Utc>>)>,
    /// The name of the service, for the head of the paper.
    pub service: String,
    /// The zone of its place.
    pub zone: Tz,
}

impl PaperView<'_> {
    fn screen(&self, (name, bytes): (String, Vec<u8>), texts: &Texts) -> Screen {
        let caption = Markup::default();
        Screen::of(text!(texts, "broadcasts-papers-text"))
            .with(Attachment::File { name, bytes: bytes.into(), caption })
            .row(vec![to_broadcast(self.broadcast, texts)])
            .at(super::Action::On(self.broadcast.id, super::Deed::Show))
    }

    /// Фамилия Имя Отчество; a dash for somebody who has left.
    fn name(recipient: &Recipient) -> String {
        let parts = [&recipient.family_name, &recipient.given_name, &recipient.patronymic];
        let name: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        if name.is_empty() { "—".to_owned() } else { name.join(" ") }
    }

    fn mark(&self, recipient: &Recipient) -> String {
        recipient.acknowledged_at.map(|at| moment(at, self.zone)).unwrap_or_default()
    }

    fn choice(&self, recipient: &Recipient) -> String {
        let number = recipient.choice.and_then(|number| usize::try_from(number).ok());
        match number.and_then(|number| self.broadcast.buttons.get(number)) {
            Some(Extra::Choice(words)) => words.clone(),
            _ => String::new(),
        }
    }
}

/// The deliveries, person by person.
pub fn deliveries_screen(view: &PaperView<'_>, texts: &Texts) -> anyhow::Result<Screen> {
    let columns = ["school", "name", "state", "at", "mark", "choice"];
    let headings = columns.iter().map(|column| label!(texts, "broadcasts-table-column", column = *column));
    let row = |recipient: &Recipient| {
        let (state, at) = view.states.get(&recipient.person_id).cloned().unwrap_or_default();
        let state = label!(texts, "broadcasts-table-state", state = state);
        let at = at.map(|at| moment(at, view.zone)).unwrap_or_default();
        let school = recipient.school.clone().unwrap_or_default();
        [school, PaperView::name(recipient), state, at, view.mark(recipient), view.choice(recipient)]
            .map(Cell::from)
            .to_vec()
    };
    let sheet = Sheet {
        name: label!(texts, "broadcasts-table-sheet"),
        headings: headings.collect(),
        rows: view.recipients.iter().map(row).collect(),
    };
    let name = label!(texts, "broadcasts-table-file");
    Ok(view.screen((name, sheets_xlsx(&[sheet])?), texts))
}

fn register_headings(texts: &Texts) -> Vec<String> {
    let columns = ["number", "name", "school", "mark", "signature"];
    columns.iter().map(|column| label!(texts, "broadcasts-register-column", column = *column)).collect()
}

fn register_rows(view: &PaperView<'_>) -> Vec<Vec<String>> {
    let row = |(number, recipient): (usize, &Recipient)| {
        let school = recipient.school.clone().unwrap_or_default();
        let number = (number + 1).to_string();
        vec![number, PaperView::name(recipient), school, view.mark(recipient), String::new()]
    };
    view.recipients.iter().enumerate().map(row).collect()
}

/// The register, laid out like the paper one.
pub fn register_screen(view: &PaperView<'_>, texts: &Texts) -> anyhow::Result<Screen> {
    let began = view.broadcast.taken_at.map(|at| moment(at, view.zone)).unwrap_or_default();
    let words = headline(view.broadcast, texts);
    let paper = Paper {
        is_landscape: false,
        blocks: vec![
            Block::Right(view.service.clone()),
            Block::Title(label!(texts, "broadcasts-register-title")),
            Block::Text(label!(texts, "broadcasts-register-about", words = words, at = began)),
            Block::Table { headings: register_headings(texts), rows: register_rows(view) },
            Block::Text(label!(texts, "broadcasts-register-note")),
        ],
    };
    let name = label!(texts, "broadcasts-register-paper");
    Ok(view.screen((name, paper_docx(&paper)?), texts))
}

/// The same as a table.
pub fn register_table_screen(view: &PaperView<'_>, texts: &Texts) -> anyhow::Result<Screen> {
    let mut rows: Vec<Vec<Cell>> =
        register_rows(view).into_iter().map(|row| row.into_iter().map(Cell::from).collect()).collect();
    rows.push(vec![Cell::Empty, label!(texts, "broadcasts-register-note").into()]);
    let sheet =
        Sheet { name: label!(texts, "broadcasts-register-sheet"), headings: register_headings(texts), rows };
    let name = label!(texts, "broadcasts-register-file");
    Ok(view.screen((name, sheets_xlsx(&[sheet])?), texts))
}
