//! What somebody looks after, and the list of people with the way through its pages.

use super::Action;
use crate::{
    capability::{Capability, OfferPlace, offers},
    directory::model::{Entry, Line},
    documents::{Cell, Sheet, sheets_xlsx},
    label,
    messenger::{Attachment, Button, Markup, Payload, Screen, Target},
    people::{Standing, menu_button},
    text,
    texts::Texts,
    units::{Catalogue, HeldRole, Role, RoleAt, role_title, unit_title},
};

/// People on a page: as many buttons as a phone shows without hiding the question.
const PER_PAGE: usize = 8;

/// Leads to what this person looks after.
#[must_use]
pub fn admin_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "directory-command-admin"), Action::Admin)
}

/// Leads back to what this person looks after.
#[must_use]
pub fn back_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "directory-admin-back"), Action::Admin)
}

/// Leads to the people.
#[must_use]
pub fn people_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "directory-command-people"), Action::People)
}

/// What this person looks after: the buttons that capabilities hang here and that they may press, those first behind which
/// something waits. `held` is the same as `roles` with its titles; an owner's is in the configuration alone.
#[must_use]
pub fn admin_screen(
    (roles, held): (&[RoleAt], &[HeldRole]),
    (capabilities, waiting): (&[Capability], &[(Payload, usize)]),
    texts: &Texts,
) -> Screen {
    let mut titles: Vec<String> = held
        .iter()
        .map(|held| format!("{}, {}", role_title(held.at.role, texts), unit_title(held, texts)))
        .collect();
    if roles.iter().any(|held| held.role == Role::Owner) {
        titles.push(role_title(Role::Owner, texts));
    }
    let buttons = offers(OfferPlace::Admin, (Standing::Registered, roles), capabilities, texts);
    let count = |button: &Button| {
        let behind = waiting.iter().find(|(payload, _)| button.target == Target::Action(payload.clone()));
        behind.map_or(0, |(_, count)| *count)
    };
    let (urgent, others): (Vec<_>, Vec<_>) = buttons.partition(|button| count(button) > 0);
    let urgent = urgent.into_iter().map(|button| {
        let label = label!(texts, "directory-admin-waiting", label = &button.label, count = count(&button));
        Button { label, ..button }
    });
    Screen::of(text!(texts, "directory-admin-text", roles = titles.join("; ")))
        .column(urgent)
        .column(others)
        .row(vec![menu_button(texts)])
        .at(Action::Admin)
}

/// Everything a page of people shows.
pub struct ListView<'a> {
    /// Whom the typed words mean.
    pub people: &'a [Entry],
    /// How many people of lists have not come in; they are listed when words mean them.
    pub awaited: i64,
    /// The typed words; empty if everybody is meant.
    pub typed: &'a str,
    /// The wanted page.
    pub page: usize,
}

/// A page of people.
#[must_use]
pub fn people_screen(list: &ListView<'_>, texts: &Texts) -> Screen {
    let last = list.people.len().saturating_sub(1) / PER_PAGE;
    let page = list.page.min(last);
    let shown = list.people.iter().skip(page * PER_PAGE).take(PER_PAGE).map(|entry| {
        let label = if entry.is_awaited {
            label!(texts, "directory-people-awaited-entry", name = &entry.short_name)
        } else if entry.school.is_empty() {
            entry.short_name.clone()
        } else {
            label!(texts, "directory-people-entry", name = &entry.short_name, school = &entry.school)
        };
        Button::new(label, Action::Card(entry.person_id))
    });
    let mut screen = Screen::of(question(list, texts)).column(shown);
    let turn = |label: String, page: usize| Button::new(label, Action::Found(page));
    let earlier = (page > 0).then(|| turn(label!(texts, "directory-list-earlier"), page - 1));
    let later = (page < last).then(|| turn(label!(texts, "directory-list-later"), page + 1));
    screen = screen.row(earlier.into_iter().chain(later).collect());
    if !list.typed.is_empty() {
        screen = screen.row(vec![Button::new(label!(texts, "directory-list-all"), Action::People)]);
    }
    if !list.people.is_empty() {
        screen = screen.row(vec![Button::new(label!(texts, "directory-table-button"), Action::Table)]);
    }
    screen.row(vec![back_button(texts), menu_button(texts)]).at(Action::Found(page))
}

/// The list as a table.
pub fn table_screen(lines: &[Line], catalogue: &Catalogue, texts: &Texts) -> anyhow::Result<Screen> {
    let columns = ["family", "given", "patronymic", "school", "post", "subjects", "roles"];
    let headings = columns.iter().map(|column| label!(texts, "directory-table-column", column = *column));
    let row = |line: &Line| -> Vec<Cell> {
        let [family, given, patronymic] = line.name.clone();
        let roles = line.roles.iter().filter_map(|word| Role::from_word(word));
        let roles: Vec<_> = roles.map(|role| role_title(role, texts)).collect();
        let post =
            if line.post.is_empty() { String::new() } else { catalogue.post_title(&line.post).to_owned() };
        let subjects = catalogue.subject_titles(&line.subjects).join(", ");
        [family, given, patronymic, line.school.clone(), post, subjects, roles.join(", ")]
            .map(Cell::from)
            .to_vec()
    };
    let sheet = Sheet {
        name: label!(texts, "directory-table-sheet"),
        headings: headings.collect(),
        rows: lines.iter().map(row).collect(),
    };
    let table = Attachment::File {
        name: label!(texts, "directory-table-name"),
        bytes: sheets_xlsx(&[sheet])?.into(),
        caption: text!(texts, "directory-table-caption"),
    };
    let back = Button::new(label!(texts, "directory-card-back"), Action::Found(0));
    Ok(Screen::of(text!(texts, "directory-table-text"))
        .with(table)
        .row(vec![back, menu_button(texts)])
        .at(Action::Found(0)))
}

fn question(list: &ListView<'_>, texts: &Texts) -> Markup {
    let count = list.people.len();
    let with_awaited = |text: Markup| match list.awaited {
        0 => text,
        awaited => text.paragraph(&text!(texts, "directory-people-awaited", count = awaited)),
    };
    match (list.typed, count) {
        ("", 0) => with_awaited(text!(texts, "directory-people-nobody")),
        ("", _) => with_awaited(text!(texts, "directory-people-question", count = count)),
        (typed, 0) => text!(texts, "directory-people-unfound", words = typed),
        (typed, _) => text!(texts, "directory-people-found", words = typed, count = count),
    }
}
