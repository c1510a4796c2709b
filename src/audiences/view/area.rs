//! Choosing by a diagnosed area: the areas, and what an area is narrowed to.

use super::{Action, editor::page_labels};
use crate::{
    label,
    messenger::{Button, Payload, Screen},
    text,
    texts::Texts,
};

/// The areas that people can be chosen by: id and title.
#[must_use]
pub fn areas_screen(areas: &[(String, String)], texts: &Texts) -> Screen {
    let text = if areas.is_empty() {
        text!(texts, "audiences-areas-nothing")
    } else {
        text!(texts, "audiences-areas-text")
    };
    let buttons = areas.iter().map(|(area, title)| Button::new(title, Action::Area(area.clone())));
    let back = Button::new(label!(texts, "audiences-back"), Action::Show);
    Screen::of(text).column(buttons).row(vec![back]).at(Action::Areas)
}

/// What an area can be narrowed to: by school or by subject while that is open, then a page of the blocks: id and title.
#[must_use]
pub fn blocks_screen(
    (title, dimension): (&str, &str),
    blocks: &[(String, String)],
    page: usize,
    texts: &Texts,
) -> Screen {
    let text = match (dimension, blocks.len()) {
        ("", _) => text!(texts, "audiences-blocks-open", area = title),
        (dimension, 0) => text!(texts, "audiences-blocks-nothing", area = title, by = dimension),
        (dimension, _) => text!(texts, "audiences-blocks-text", area = title, by = dimension),
    };
    let by = |dimension: &'static str| {
        let label = label!(texts, "audiences-blocks-by", by = dimension);
        Button::new(label, Action::By(dimension.to_owned()))
    };
    let screen = Screen::of(text);
    let screen = if dimension.is_empty() { screen.row(vec![by("school"), by("subject")]) } else { screen };
    let buttons = blocks.iter().map(|(block, title)| Button::new(title, Action::Block(block.clone())));
    let to = |page| Payload::from(Action::Blocks(page));
    let (screen, page) = screen.page(buttons.collect(), (page, &to), page_labels(texts));
    let whole = Button::new(label!(texts, "audiences-blocks-whole"), Action::Show);
    let areas = Button::new(label!(texts, "audiences-blocks-back"), Action::Areas);
    screen.row(vec![whole]).row(vec![areas]).at(Action::Blocks(page))
}
