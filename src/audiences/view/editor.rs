//! The editor: by what people are chosen or left out, the values of a kind, and the saved audiences.

use super::{Action, Part, Titles, count_sentence, described};
use crate::{
    audiences::model::{Audience, Count, Definition, Kind, Traits, Value},
    label,
    messenger::{Button, Markup, Payload, Screen},
    text,
    texts::Texts,
};

/// Everything the editor shows.
pub struct EditorView<'a> {
    /// The audience.
    pub audience: &'a Audience,
    /// What its values are called.
    pub titles: &'a Titles,
    /// How many people it means.
    pub count: Count,
    /// The kinds that there is anything to choose of.
    pub kinds: &'a [Kind],
}

impl EditorView<'_> {
    fn head(&self, texts: &Texts) -> Markup {
        let described = described(self.audience, self.titles, texts);
        described.paragraph(&count_sentence(self.count, texts))
    }

    fn traits(&self, part: Part) -> Option<&Traits> {
        match (&self.audience.definition, part) {
            (Definition::People { of, .. }, Part::Of) => Some(of),
            (Definition::People { without, .. }, Part::Without) => Some(without),
            (Definition::Area(_), _) => None,
        }
    }

    /// Buttons of the kinds, two in a row.
    fn kinds(&self, screen: Screen, part: Part, texts: &Texts) -> Screen {
        let Some(traits) = self.traits(part) else { return screen };
        let button = |kind: Kind| {
            let count = traits.of(kind).count();
            let label = label!(texts, "audiences-kind-button", kind = kind.as_str(), count = count);
            let action = match kind {
                Kind::Early | Kind::Young => Action::Tick(kind, part, 0, Value::Word("yes".to_owned())),
                _ => Action::Values(kind, part, 0),
            };
            Button::new(label, action)
        };
        let rows = self.kinds.chunks(2).map(|pair| pair.iter().map(|kind| button(*kind)).collect());
        rows.fold(screen, Screen::row)
    }
}

/// The audience that is edited.
#[must_use]
pub fn editor_screen(view: &EditorView<'_>, texts: &Texts) -> Screen {
    let head = text!(texts, "audiences-editor-title").paragraph(&view.head(texts));
    let screen = view.kinds(Screen::of(head), Part::Of, texts);
    let button = |label: String, action: Action| Button::new(label, action);
    let is_area = matches!(view.audience.definition, Definition::Area(_));
    let is_anybody = view.audience.definition == Definition::default();
    let without = button(label!(texts, "audiences-editor-without"), Action::Without);
    let areas = button(label!(texts, "audiences-editor-areas"), Action::Areas);
    let saved = button(label!(texts, "audiences-editor-saved"), Action::Saved);
    let save = button(label!(texts, "audiences-editor-save"), Action::Save);
    let everybody = button(label!(texts, "audiences-editor-everybody"), Action::Everybody);
    let screen = screen
        .row(if is_area { vec![areas] } else { vec![without, areas] })
        .row([Some(saved), (!is_anybody).then_some(save)].into_iter().flatten().collect())
        .row((!is_anybody).then_some(everybody).into_iter().collect());
    let done = Payload::kept(&view.audience.back);
    screen
        .row(done.map(|back| Button::new(label!(texts, "audiences-editor-done"), back)).into_iter().collect())
        .at(Action::Show)
}

/// By what people can be left out.
#[must_use]
pub fn without_screen(view: &EditorView<'_>, texts: &Texts) -> Screen {
    let head = text!(texts, "audiences-without-title").paragraph(&view.head(texts));
    view.kinds(Screen::of(head), Part::Without, texts).row(vec![back(texts)]).at(Action::Without)
}

fn back(texts: &Texts) -> Button {
    Button::new(label!(texts, "audiences-back"), Action::Show)
}

/// The words on the buttons to other pages.
pub(super) fn page_labels(texts: &Texts) -> (String, String) {
    (label!(texts, "audiences-page-earlier"), label!(texts, "audiences-page-later"))
}

/// A page of the values of a kind, each with its tick.
#[must_use]
pub fn values_screen(
    view: &EditorView<'_>,
    (kind, part, page): (Kind, Part, usize),
    values: &[(Value, String)],
    texts: &Texts,
) -> Screen {
    let asked: Vec<&Value> = view.traits(part).into_iter().flat_map(|traits| traits.of(kind)).collect();
    let page = page.min(values.len().saturating_sub(1) / 8);
    let buttons = values.iter().map(|(value, title)| {
        let tick = if asked.contains(&value) { "yes" } else { "no" };
        let label = label!(texts, "audiences-value-button", ticked = tick, title = title);
        Button::new(label, Action::Tick(kind, part, page, value.clone()))
    });
    let part_word = if part == Part::Of { "of" } else { "without" };
    let head = text!(texts, "audiences-values-title", kind = kind.as_str(), part = part_word);
    let head = match kind {
        Kind::Name => head.paragraph(&text!(texts, "audiences-names-hint")),
        _ => head,
    };
    let screen = Screen::of(head.paragraph(&count_sentence(view.count, texts)));
    let to = |page| Payload::from(Action::Values(kind, part, page));
    let (screen, page) = screen.page(buttons.collect(), (page, &to), page_labels(texts));
    let done = match part {
        Part::Of => back(texts),
        Part::Without => Button::new(label!(texts, "audiences-back"), Action::Without),
    };
    screen.row(vec![done]).at(Action::Values(kind, part, page))
}

/// The saved audiences.
#[must_use]
pub fn saved_screen(saved: &[Audience], texts: &Texts) -> Screen {
    let text = if saved.is_empty() {
        text!(texts, "audiences-saved-nothing")
    } else {
        text!(texts, "audiences-saved-title")
    };
    let row = |audience: &Audience| {
        let title = audience.title.clone().unwrap_or_default();
        vec![
            Button::new(title, Action::Use(audience.id)),
            Button::new(label!(texts, "audiences-saved-drop"), Action::Drop(audience.id)),
        ]
    };
    let screen = saved.iter().take(20).map(row).fold(Screen::of(text), Screen::row);
    screen.row(vec![back(texts)]).at(Action::Saved)
}

/// Asks for a name to save an audience under.
#[must_use]
pub fn save_screen(texts: &Texts) -> Screen {
    Screen::of(text!(texts, "audiences-save-question")).row(vec![back(texts)]).at(Action::Save)
}
