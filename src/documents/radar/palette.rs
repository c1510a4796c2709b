//! From pixels to a PNG of at most 256 colours: a third of the size of true colours, and no visible loss.

use std::collections::HashMap;

use png::{BitDepth, ColorType, Encoder, Filter};
use resvg::tiny_skia::Pixmap;

use super::DrawError;

type Rgb = [u8; 3];

/// Packs an opaque canvas. Equal pixels give equal bytes.
pub(super) fn png(canvas: &Pixmap) -> Result<Vec<u8>, DrawError> {
    let colours = by_frequency(canvas);
    let (palette, rare) = colours.split_at(colours.len().min(256));
    let mut places: HashMap<Rgb, u8> = palette.iter().copied().zip(0u8..=u8::MAX).collect();
    for colour in rare {
        let nearest = palette.iter().zip(0u8..=u8::MAX).min_by_key(|(other, _)| distance(*colour, **other));
        places.insert(*colour, nearest.map_or(0, |(_, place)| place));
    }
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, canvas.width(), canvas.height());
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_filter(Filter::NoFilter);
    encoder.set_palette(palette.concat());
    encoder.write_header()?.write_image_data(&indexed(canvas, &places))?;
    Ok(bytes)
}

/// All colours, the most frequent first. Pixels are counted in runs: most have their neighbour's colour.
fn by_frequency(canvas: &Pixmap) -> Vec<Rgb> {
    let mut counts: HashMap<Rgb, usize> = HashMap::new();
    for run in canvas.data().as_chunks::<4>().0.chunk_by(|a, b| a == b) {
        *counts.entry(rgb(run[0])).or_default() += run.len();
    }
    let mut colours: Vec<(Rgb, usize)> = counts.into_iter().collect();
    colours.sort_by_key(|(colour, count)| (std::cmp::Reverse(*count), *colour));
    colours.into_iter().map(|(colour, _)| colour).collect()
}

fn indexed(canvas: &Pixmap, places: &HashMap<Rgb, u8>) -> Vec<u8> {
    let mut pixels = Vec::with_capacity(canvas.data().len() / 4);
    for run in canvas.data().as_chunks::<4>().0.chunk_by(|a, b| a == b) {
        let place = places.get(&rgb(run[0])).copied().unwrap_or_default();
        pixels.resize(pixels.len() + run.len(), place);
    }
    pixels
}

/// Nothing in the picture is transparent, so the fourth byte says nothing.
fn rgb([red, green, blue, _]: [u8; 4]) -> Rgb {
    [red, green, blue]
}

fn distance(a: Rgb, b: Rgb) -> u32 {
    a.iter().zip(b).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}
