//! The sheet that both kinds of chart are drawn on: colours, card, title, legend, and its growing height.

use std::fmt::Write;

use super::{
    Area, DrawError,
    lettering::{Anchor, Style, line, width, wrap},
};

pub(super) const WIDTH: f64 = 900.0;
/// Between the picture's edge and anything drawn on the card.
pub(super) const PADDING: f64 = 46.0;
pub(super) const NOW: &str = "#2f5fd0";
pub(super) const BEFORE: &str = "#d9782b";
/// The darker of the two oranges, for text: the shape's own is too pale to read.
const BEFORE_TEXT: &str = "#a8540f";
const INK: &str = "#1d2740";
const MUTED: &str = "#66718a";
const GROUND: &str = "#dfe6f2";
const CARD: &str = "#fbfcfe";
const EDGE: f64 = 14.0;

pub(super) const LABEL: Style = Style { size: 30.0, bold: false, colour: INK };
pub(super) const VALUE: Style = Style { size: 34.0, bold: true, colour: NOW };
const TITLE: Style = Style { size: 42.0, bold: true, colour: INK };
const LEGEND: Style = Style { size: 30.0, bold: false, colour: MUTED };
const EARLIER: Style = Style { size: 30.0, bold: true, colour: BEFORE_TEXT };
const ARROW: Style = Style { size: 30.0, bold: false, colour: MUTED };

/// SVG elements from top to bottom; `y` is where the next one may begin.
pub(super) struct Sheet {
    pub(super) y: f64,
    body: String,
}

impl Sheet {
    pub(super) fn new() -> Self {
        Self { y: PADDING, body: String::new() }
    }

    pub(super) fn add(&mut self, element: &str) {
        self.body.push_str(element);
    }

    pub(super) fn title(&mut self, title: &str) -> Result<(), DrawError> {
        let title = super::lettering::clean(title);
        for text in wrap(&title, TITLE, WIDTH - 2.0 * PADDING)? {
            self.y += TITLE.size * 1.2;
            self.add(&line((PADDING, self.y - 10.0), Anchor::Start, &[(&text, TITLE)]));
        }
        self.y += 12.0;
        Ok(())
    }

    /// Both names in one row where they fit, else in two.
    pub(super) fn legend(&mut self, now: &str, before: &str) -> Result<(), DrawError> {
        let room = WIDTH - 2.0 * PADDING - KEY;
        let now = wrap_to_line(now, room)?;
        let before = wrap_to_line(before, room)?;
        let mut x = PADDING;
        self.y += 44.0;
        self.key((x, self.y - 12.0), &now, NOW);
        x += KEY + width(&now, LEGEND)? + 44.0;
        if x + KEY + width(&before, LEGEND)? > WIDTH - PADDING {
            x = PADDING;
            self.y += 44.0;
        }
        self.key((x, self.y - 12.0), &before, BEFORE);
        self.y += 12.0;
        Ok(())
    }

    fn key(&mut self, (x, y): (f64, f64), name: &str, colour: &str) {
        let dash = if colour == BEFORE { r#" stroke-dasharray="10 6""# } else { "" };
        let _ =
            write!(self.body, r#"<path d="M{x:.1} {y:.1}h42" stroke="{colour}" stroke-width="7"{dash}/>"#);
        self.add(&line((x + KEY, y + 11.0), Anchor::Start, &[(name, LEGEND)]));
    }

    pub(super) fn finish(self) -> String {
        let height = (self.y + PADDING).ceil();
        let (card_width, card_height) = (WIDTH - 2.0 * EDGE, height - 2.0 * EDGE);
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}"><rect width="{WIDTH}" height="{height}" fill="{GROUND}"/><rect x="{EDGE}" y="{EDGE}" width="{card_width}" height="{card_height}" rx="38" fill="{CARD}"/>{}</svg>"#,
            self.body
        )
    }
}

/// From the start of a legend line to its text.
const KEY: f64 = 56.0;

fn wrap_to_line(name: &str, room: f64) -> Result<String, DrawError> {
    let mut name = super::lettering::clean(name).replace('\n', " ");
    super::lettering::shorten(&mut name, LEGEND, room)?;
    Ok(name)
}

/// The pieces of «55 → 72», or of «72» alone.
pub(super) fn value_pieces(area: &Area) -> Vec<(String, Style)> {
    let now = (points(area.now), VALUE);
    match area.before {
        Some(before) => vec![(points(before), EARLIER), (" → ".to_owned(), ARROW), now],
        None => vec![now],
    }
}

/// Out of a hundred, as the words above the picture say it.
fn points(share: f64) -> String {
    format!("{:.0}", share * 100.0)
}
