//! The radar itself: rings, both shapes, and a tag with name and value at each corner.
//!
//! Coordinates are pixels from the middle of the web, y downwards. Tags stand above or below the web
//! rather than beside it: on a phone the width is what is scarce.

use std::{f64::consts::TAU, fmt::Write};

use super::{
    Area, DrawError,
    lettering::{Anchor, Style, line, split, widest, width, wrap},
    sheet::{BEFORE, LABEL, NOW, PADDING, Sheet, VALUE, WIDTH, value_pieces},
};

const RADIUS: f64 = 290.0;
/// Between the outer ring and a tag, and between two tags.
const GAP: f64 = 22.0;
const TAG_MAX_WIDTH: f64 = 330.0;
const LINE_HEIGHT: f64 = 1.18;

type Point = (f64, f64);

pub(super) fn draw(sheet: &mut Sheet, areas: &[Area]) -> Result<(), DrawError> {
    let corners = corners(areas.len());
    let tags = placed_tags(areas, &corners)?;
    let top = tags.iter().map(|tag| tag.top).fold(-RADIUS, f64::min);
    let bottom = tags.iter().map(Tag::bottom).fold(RADIUS * 0.5, f64::max);
    sheet.y += GAP;
    sheet.add(&format!(r#"<g transform="translate({} {:.1})">"#, WIDTH / 2.0, sheet.y - top));
    sheet.add(&rings(&corners));
    let present: Vec<Point> =
        areas.iter().zip(&corners).map(|(area, corner)| at(*corner, area.now)).collect();
    sheet.add(&format!(r#"<path d="{}Z" fill="{NOW}" fill-opacity="0.2"/>"#, path(&present)));
    sheet.add(&earlier_outline(areas, &corners));
    sheet.add(&present_outline(&present));
    for tag in &tags {
        sheet.add(&tag.svg());
    }
    sheet.add("</g>");
    sheet.y += bottom - top;
    Ok(())
}

/// Directions of the axes, clockwise. With four or eight the web is turned half a step, so that no corner
/// lies level with the middle, where a tag would find no room beside it.
fn corners(count: usize) -> Vec<Point> {
    let count_f64 = f64::from(u8::try_from(count).unwrap_or(u8::MAX));
    let half_step = if count.is_multiple_of(4) { 0.5 } else { 0.0 };
    let turn = |step: f64| (step + half_step) / count_f64 * TAU;
    (0u8..).take(count).map(|step| (turn(step.into()).sin(), -turn(step.into()).cos())).collect()
}

fn rings(corners: &[Point]) -> String {
    let mut svg = String::new();
    for (share, fill, stroke) in [
        (1.0, "#eef2f9", "#b9c4d8"),
        (0.75, "#f5f8fc", "#d3dbe8"),
        (0.5, "#eef2f9", "#d3dbe8"),
        (0.25, "#f5f8fc", "#d3dbe8"),
    ] {
        let ring: Vec<Point> = corners.iter().map(|corner| at(*corner, share)).collect();
        let _ =
            write!(svg, r#"<path d="{}Z" fill="{fill}" stroke="{stroke}" stroke-width="2"/>"#, path(&ring));
    }
    for corner in corners {
        let (x, y) = at(*corner, 1.0);
        let _ = write!(svg, r##"<path d="M0 0L{x:.1} {y:.1}" stroke="#d3dbe8" stroke-width="2"/>"##);
    }
    svg
}

fn present_outline(points: &[Point]) -> String {
    let mut svg = format!(
        r#"<path d="{}Z" fill="none" stroke="{NOW}" stroke-width="6" stroke-linejoin="round"/>"#,
        path(points)
    );
    for (x, y) in points {
        let _ = write!(
            svg,
            r##"<circle cx="{x:.1}" cy="{y:.1}" r="10" fill="{NOW}" stroke="#ffffff" stroke-width="4"/>"##
        );
    }
    svg
}

/// Dashed, so that it differs by more than its colour. An area that is new has no earlier point, and the
/// line is broken there instead of claiming something in between.
fn earlier_outline(areas: &[Area], corners: &[Point]) -> String {
    let points: Vec<Option<Point>> =
        areas.iter().zip(corners).map(|(area, corner)| Some(at(*corner, area.before?))).collect();
    let next = points.iter().cycle().skip(1);
    let edges: String =
        points.iter().zip(next).filter_map(|(from, to)| Some(path(&[(*from)?, (*to)?]))).collect();
    let mut svg = format!(
        r#"<path d="{edges}" fill="none" stroke="{BEFORE}" stroke-width="5" stroke-dasharray="15 10"/>"#
    );
    for (x, y) in points.into_iter().flatten() {
        let _ = write!(svg, r#"<circle cx="{x:.1}" cy="{y:.1}" r="8" fill="{BEFORE}"/>"#);
    }
    svg
}

fn at(corner: Point, share: f64) -> Point {
    (corner.0 * RADIUS * share, corner.1 * RADIUS * share)
}

fn path(points: &[Point]) -> String {
    let mut d = String::new();
    for (index, (x, y)) in points.iter().enumerate() {
        let _ = write!(d, "{}{x:.1} {y:.1}", if index == 0 { 'M' } else { 'L' });
    }
    d
}

/// Name and value of one area, as a box: `x` is its middle.
struct Tag {
    lines: Vec<String>,
    label: Style,
    value: Vec<(String, Style)>,
    x: f64,
    top: f64,
    width: f64,
    height: f64,
}

impl Tag {
    fn new(area: &Area, label: Style) -> Result<Self, DrawError> {
        let lines = wrap(&area.label, label, TAG_MAX_WIDTH)?;
        let value = value_pieces(area);
        let mut value_width = 0.0;
        for (text, style) in &value {
            value_width += width(text, *style)?;
        }
        let height = lines.iter().map(|_| label.size).sum::<f64>() + VALUE.size;
        Ok(Self {
            width: widest(&lines, label)?.max(value_width),
            height: height * LINE_HEIGHT,
            lines,
            label,
            value,
            x: 0.0,
            top: 0.0,
        })
    }

    fn bottom(&self) -> f64 {
        self.top + self.height
    }

    fn left(&self) -> f64 {
        self.x - self.width / 2.0
    }

    fn right(&self) -> f64 {
        self.x + self.width / 2.0
    }

    fn svg(&self) -> String {
        let mut svg = String::new();
        let mut baseline = self.top - self.label.size * 0.25;
        for text in &self.lines {
            baseline += self.label.size * LINE_HEIGHT;
            svg += &line((self.x, baseline), Anchor::Middle, &[(text, self.label)]);
        }
        baseline += VALUE.size * LINE_HEIGHT;
        let pieces: Vec<(&str, Style)> =
            self.value.iter().map(|(text, style)| (text.as_str(), *style)).collect();
        svg + &line((self.x, baseline), Anchor::Middle, &pieces)
    }

    /// Puts the box at its corner, as far out as the card allows, then up or down until it is clear of the
    /// web and of the boxes that stand already.
    fn place(&mut self, corner: usize, corners: &[Point], standing: &[Self]) {
        let outward = corners[corner];
        let room = WIDTH / 2.0 - PADDING - self.width / 2.0;
        self.x = (outward.0 * (RADIUS + GAP + self.width / 2.0)).clamp(-room, room);
        let above = outward.1 < 0.0;
        let side = if above { -1.0 } else { 1.0 };
        // Distances from the middle towards this box's side, so that above and below are one case.
        let mut near = outward.1.abs() * RADIUS - self.height / 2.0;
        for distance in self.web_below(corners, side) {
            near = near.max(distance + GAP);
        }
        for other in standing.iter().filter(|other| self.shares_column(other)) {
            let far = if above { -other.top } else { other.bottom() };
            near = near.max(far + GAP / 2.0);
        }
        self.top = if above { -near - self.height } else { near };
    }

    /// How far the web reaches towards `side` within the columns of this box: at its two ends and at the
    /// corners between them, which is all that matters for a convex figure.
    fn web_below(&self, corners: &[Point], side: f64) -> Vec<f64> {
        let (left, right) = (self.left() - GAP, self.right() + GAP);
        let mut reach = Vec::new();
        for (index, from) in corners.iter().enumerate() {
            let (a, b) = (at(*from, 1.0), at(corners[(index + 1) % corners.len()], 1.0));
            for x in [left.max(a.0.min(b.0)), right.min(a.0.max(b.0))] {
                if x >= left && x <= right && x >= a.0.min(b.0) && x <= a.0.max(b.0) {
                    let part = if a.0 == b.0 { 0.0 } else { (x - a.0) / (b.0 - a.0) };
                    reach.push(side * (a.1 + part * (b.1 - a.1)));
                }
            }
        }
        reach
    }

    fn shares_column(&self, other: &Self) -> bool {
        self.left() < other.right() + GAP && other.left() < self.right() + GAP
    }
}

/// Tags in the order of the axes. Those nearest to the middle's height are placed first: they have the
/// least room, and the others can give way outwards.
fn placed_tags(areas: &[Area], corners: &[Point]) -> Result<Vec<Tag>, DrawError> {
    let label = label_style(areas)?;
    let mut order: Vec<usize> = (0..areas.len()).collect();
    order.sort_by(|a, b| corners[*a].1.abs().total_cmp(&corners[*b].1.abs()));
    let mut tags: Vec<Tag> = Vec::new();
    for index in order {
        let mut tag = Tag::new(&areas[index], label)?;
        tag.place(index, corners, &tags);
        tags.push(tag);
    }
    Ok(tags)
}

/// The largest size at which no name has to be cut, the same for all, so that none looks more important.
fn label_style(areas: &[Area]) -> Result<Style, DrawError> {
    let mut style = LABEL;
    for size in [30.0, 28.0, 26.0] {
        style = Style { size, ..LABEL };
        let mut fits = true;
        for area in areas {
            fits &= widest(&split(&area.label, style, TAG_MAX_WIDTH)?, style)? <= TAG_MAX_WIDTH;
        }
        if fits {
            break;
        }
    }
    Ok(style)
}
