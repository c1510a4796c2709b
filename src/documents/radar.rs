//! The picture under a result: how strong each area is, now and before, as one PNG for a phone.
//!
//! Three to eight areas become a radar; fewer or more become bars, which stay readable where a radar does
//! not. The picture is opaque, a light card on a soft ground: messengers turn pictures into JPEG, where
//! transparency is lost, and half of the readers have a dark theme. Not here: what the scores mean.

mod bars;
mod palette;
mod sheet;
mod web;

#[cfg(test)]
mod tests;

use std::ops::RangeInclusive;

use resvg::{tiny_skia, usvg};

use super::lettering;

const MAX_AXES: usize = 12;
/// How many axes make a shape that can be read.
const WEBS: RangeInclusive<usize> = 3..=8;

/// What to draw: a title, one axis per area, and the names of the two shapes.
#[derive(Debug, Clone, PartialEq)]
pub struct RadarChart {
    /// Stands above the picture, in up to two lines; may be empty.
    pub title: String,
    /// From 1 to 12 areas, drawn clockwise from the top.
    pub axes: Vec<Axis>,
    /// Names of the shapes (now, before); shown only when some axis has a value from before.
    pub legend: Option<(String, String)>,
}

/// One area and how strong it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// Name of the area; a `\n` wishes for a line break. Emoji and other signs without a glyph are left out.
    pub label: String,
    /// From 0 to 1; what lies outside is moved to the nearer end, NaN to 0.
    pub now: f64,
    /// The same at an earlier time, if there was one.
    pub before: Option<f64>,
}

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub enum DrawError {
    /// The chart has no axes, or so many that the picture would not fit a phone.
    #[error("a chart has 1 to {MAX_AXES} axes, not {0}")]
    Axes(usize),
    /// The drawing could not be read back.
    #[error("the drawing is not valid")]
    Drawing(#[from] usvg::Error),
    /// There is no canvas of the drawing's size.
    #[error("no canvas of {width}×{height} pixels")]
    Canvas {
        /// Width asked for, in pixels.
        width: u32,
        /// Height asked for, in pixels.
        height: u32,
    },
    /// The pixels could not be packed.
    #[error("cannot write the PNG")]
    Encode(#[from] png::EncodingError),
}

/// The same as bars, however many axes there are: shares that add up to no shape.
///
/// # Errors
/// As [`radar_png`].
pub fn bars_png(chart: &RadarChart) -> Result<Vec<u8>, DrawError> {
    png(&svg(chart, false)?)
}

/// Draws the chart: an opaque PNG, 900 pixels wide, about as high, under 80 kB.
///
/// Takes some milliseconds of processor time (see `benches/radar.rs`), so callers on an async runtime
/// hand it to a blocking thread.
///
/// # Errors
/// [`DrawError::Axes`] without axes or with more than twelve; the others only when memory runs out or the
/// drawing code itself is wrong.
pub fn radar_png(chart: &RadarChart) -> Result<Vec<u8>, DrawError> {
    png(&svg(chart, true)?)
}

fn png(drawing: &str) -> Result<Vec<u8>, DrawError> {
    let tree = usvg::Tree::from_str(drawing, lettering::options())?;
    let size = tree.size().to_int_size();
    let (width, height) = (size.width(), size.height());
    let mut canvas = tiny_skia::Pixmap::new(width, height).ok_or(DrawError::Canvas { width, height })?;
    resvg::render(&tree, tiny_skia::Transform::identity(), &mut canvas.as_mut());
    palette::png(&canvas)
}

/// The drawing: a radar where it may be one and has axes enough for a shape, else bars.
fn svg(chart: &RadarChart, may_be_web: bool) -> Result<String, DrawError> {
    let areas: Vec<Area> = chart.axes.iter().map(Area::new).collect();
    let mut sheet = sheet::Sheet::new();
    sheet.title(&chart.title)?;
    if let Some((now, before)) = &chart.legend
        && areas.iter().any(|area| area.before.is_some())
    {
        sheet.legend(now, before)?;
    }
    match areas.len() {
        count if may_be_web && WEBS.contains(&count) => web::draw(&mut sheet, &areas)?,
        1..=MAX_AXES => bars::draw(&mut sheet, &areas)?,
        count => return Err(DrawError::Axes(count)),
    }
    Ok(sheet.finish())
}

/// An axis made fit to be drawn: text that the font can show, values from 0 to 1.
struct Area {
    label: String,
    now: f64,
    before: Option<f64>,
}

impl Area {
    fn new(axis: &Axis) -> Self {
        Self { label: lettering::clean(&axis.label), now: share(axis.now), before: axis.before.map(share) }
    }
}

fn share(value: f64) -> f64 {
    if value.is_nan() { 0.0 } else { value.clamp(0.0, 1.0) }
}
