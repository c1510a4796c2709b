//! One bar per area, for one or two areas, where a radar has no surface, and for more than eight.

use super::{
    Area, DrawError,
    lettering::{Anchor, Style, line, width, wrap},
    sheet::{BEFORE, LABEL, NOW, PADDING, Sheet, WIDTH, value_pieces},
};

const LENGTH: f64 = WIDTH - 2.0 * PADDING;
const THICKNESS: f64 = 26.0;
const LINE_HEIGHT: f64 = 36.0;
const SPACE: f64 = 34.0;

pub(super) fn draw(sheet: &mut Sheet, areas: &[Area]) -> Result<(), DrawError> {
    for (index, area) in areas.iter().enumerate() {
        sheet.y += if index == 0 { SPACE * 0.75 } else { SPACE };
        heading(sheet, area)?;
        bar(sheet, area);
    }
    Ok(())
}

/// The name on the left, in one or two lines, and the value on the right, level with the last of them.
fn heading(sheet: &mut Sheet, area: &Area) -> Result<(), DrawError> {
    let value = value_pieces(area);
    let pieces: Vec<(&str, Style)> = value.iter().map(|(text, style)| (text.as_str(), *style)).collect();
    let mut room = LENGTH - SPACE;
    for (text, style) in &pieces {
        room -= width(text, *style)?;
    }
    let name = area.label.replace('\n', " ");
    let lines = if width(&name, LABEL)? <= room { vec![name] } else { wrap(&area.label, LABEL, room)? };
    for text in &lines {
        sheet.y += LINE_HEIGHT;
        sheet.add(&line((PADDING, sheet.y - 8.0), Anchor::Start, &[(text, LABEL)]));
    }
    if lines.is_empty() {
        sheet.y += LINE_HEIGHT;
    }
    sheet.add(&line((WIDTH - PADDING, sheet.y - 8.0), Anchor::End, &pieces));
    sheet.y += 8.0;
    Ok(())
}

fn bar(sheet: &mut Sheet, area: &Area) {
    sheet.add(&stripe(sheet.y, THICKNESS, LENGTH, "#e3e9f3"));
    sheet.add(&stripe(sheet.y, THICKNESS, (LENGTH * area.now).max(THICKNESS), NOW));
    sheet.y += THICKNESS;
    if let Some(before) = area.before {
        sheet.y += 7.0;
        sheet.add(&stripe(sheet.y, 10.0, (LENGTH * before).max(10.0), BEFORE));
        sheet.y += 10.0;
    }
}

fn stripe(y: f64, thickness: f64, length: f64, colour: &str) -> String {
    let radius = thickness / 2.0;
    format!(
        r#"<rect x="{PADDING}" y="{y:.1}" width="{length:.1}" height="{thickness}" rx="{radius}" fill="{colour}"/>"#
    )
}
