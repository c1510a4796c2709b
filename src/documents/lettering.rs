//! Text in the picture: which characters can be shown, how wide they run, where a line breaks.
//!
//! Widths are asked of the same engine that draws, so that what was measured to fit does fit.

use std::{
    collections::{HashMap, hash_map::Entry},
    fmt::Write,
    sync::{Arc, LazyLock, Mutex, PoisonError},
};

use resvg::usvg::{self, fontdb};

use super::DrawError;

static OPTIONS: LazyLock<usvg::Options<'static>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(include_bytes!("../../assets/fonts/Inter-Medium.otf").to_vec());
    fonts.load_font_data(include_bytes!("../../assets/fonts/Inter-Bold.otf").to_vec());
    usvg::Options { fontdb: Arc::new(fonts), ..Default::default() }
});

/// Advances at size 1 of the characters met so far, per weight (bold or not); measuring is slow, and the
/// characters that pass [`clean`] are few.
static ADVANCES: LazyLock<Mutex<HashMap<(char, bool), f64>>> = LazyLock::new(Mutex::default);

/// More than any place in the picture can show.
const MAX_LETTERS: usize = 160;

/// How a piece of text looks: size in pixels, weight, colour.
#[derive(Clone, Copy)]
pub(super) struct Style {
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) colour: &'static str,
}

/// Which point of the text its x coordinate means.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// The drawing engine's settings with the embedded fonts, read once per process.
pub(super) fn options() -> &'static usvg::Options<'static> {
    &OPTIONS
}

/// Keeps what the fonts can show and breaks lines only where the text did; emoji, control characters and
/// signs of other scripts go, and the gaps they leave close. Of endless text the beginning is kept.
pub(super) fn clean(text: &str) -> String {
    let spaced = text.chars().map(|c| if c == '\t' { ' ' } else { c });
    let shown: String = spaced.filter(|c| *c == '\n' || has_glyph(c)).take(MAX_LETTERS).collect();
    let lines = shown.lines().map(|line| {
        let words: Vec<&str> = line.split(' ').filter(|word| !word.is_empty()).collect();
        words.join(" ")
    });
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// The characters of `assets/fonts`, see the README there; without the soft hyphen, which would show.
pub(super) fn has_glyph(c: &char) -> bool {
    matches!(c,
        ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{148}' | '\u{14a}'..='\u{17f}'
        | '\u{400}'..='\u{482}' | '\u{48a}'..='\u{49d}' | '\u{4a0}'..='\u{4ff}'
        | '\u{2009}' | '\u{2010}'..='\u{2015}' | '\u{2018}'..='\u{201e}' | '\u{2020}'..='\u{2022}'
        | '…' | '\u{202f}' | '‰' | '′' | '″' | '‹' | '›' | '€' | '₽' | '№' | '™' | '←'..='↓'
        | '−' | '≈' | '≠' | '≤' | '≥')
}

/// How far the text runs, in pixels: a little more than it does, since kerning is left out of account.
pub(super) fn width(text: &str, style: Style) -> Result<f64, DrawError> {
    let mut known = ADVANCES.lock().unwrap_or_else(PoisonError::into_inner);
    let mut sum = 0.0;
    for c in text.chars() {
        sum += match known.entry((c, style.bold)) {
            Entry::Occupied(advance) => *advance.get(),
            Entry::Vacant(unknown) => *unknown.insert(advance(c, style.bold)?),
        };
    }
    Ok(sum * style.size)
}

/// At size 1; measured between two letters, because a space alone has no extent.
fn advance(c: char, bold: bool) -> Result<f64, DrawError> {
    let style = Style { size: 100.0, bold, colour: "#000" };
    Ok((extent(&format!("н{c}н"), style)? - extent("нн", style)?) / style.size)
}

fn extent(text: &str, style: Style) -> Result<f64, DrawError> {
    let text = line((0.0, 0.0), Anchor::Start, &[(text, style)]);
    let drawing = format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">{text}</svg>"#);
    Ok(usvg::Tree::from_str(&drawing, options())?.root().abs_bounding_box().width().into())
}

/// Breaks cleaned text into two lines: its own, if they fit, else the most even ones; into three only
/// where two are too narrow. What still runs over `max_width` pixels ends in an ellipsis.
pub(super) fn wrap(text: &str, style: Style, max_width: f64) -> Result<Vec<String>, DrawError> {
    let mut lines = split(text, style, max_width)?;
    for line in &mut lines {
        shorten(line, style, max_width)?;
    }
    Ok(lines)
}

/// Like [`wrap`], but lets a line run over rather than shortening it.
pub(super) fn split(text: &str, style: Style, max_width: f64) -> Result<Vec<String>, DrawError> {
    let own: Vec<String> = text.lines().map(str::to_owned).collect();
    if own.len() <= 2 && widest(&own, style)? <= max_width {
        return Ok(own);
    }
    let words: Vec<&str> = text.split([' ', '\n']).collect();
    let even = most_even(&words, style)?;
    if widest(&even, style)? <= max_width { Ok(even) } else { in_three(&words, style, max_width) }
}

/// Width of the widest line, in pixels.
pub(super) fn widest(lines: &[String], style: Style) -> Result<f64, DrawError> {
    lines.iter().try_fold(0.0, |widest, line| Ok(width(line, style)?.max(widest)))
}

fn most_even(words: &[&str], style: Style) -> Result<Vec<String>, DrawError> {
    let mut best = vec![words.join(" ")];
    let mut best_width = width(&best[0], style)?;
    for cut in 1..words.len() {
        let lines = vec![words[..cut].join(" "), words[cut..].join(" ")];
        let lines_width = widest(&lines, style)?;
        if lines_width < best_width && !clings(words[cut - 1]) {
            (best, best_width) = (lines, lines_width);
        }
    }
    Ok(best)
}

/// Russian does not leave «и», «в» or «с» at the end of a line.
fn clings(word: &str) -> bool {
    word.chars().count() <= 2
}

/// Each line takes as many words as fit; the third takes all that are left.
fn in_three(words: &[&str], style: Style, max_width: f64) -> Result<Vec<String>, DrawError> {
    let mut lines: Vec<String> = Vec::new();
    let mut start = 0;
    for end in 1..words.len() {
        let full = width(&words[start..=end].join(" "), style)? > max_width;
        let carried = if clings(words[end - 1]) { end - 1 } else { end };
        if full && carried > start && lines.len() < 2 {
            lines.push(words[start..carried].join(" "));
            start = carried;
        }
    }
    lines.push(words[start..].join(" "));
    Ok(lines)
}

/// Cuts the line and ends it in an ellipsis if it runs over `max_width` pixels.
pub(super) fn shorten(line: &mut String, style: Style, max_width: f64) -> Result<(), DrawError> {
    if width(line, style)? <= max_width {
        return Ok(());
    }
    let letters: Vec<char> = line.chars().collect();
    let (mut fits, mut too_long) = (0, letters.len());
    while too_long - fits > 1 {
        let half = usize::midpoint(fits, too_long);
        if width(&cut_to(&letters[..half]), style)? <= max_width { fits = half } else { too_long = half }
    }
    *line = cut_to(&letters[..fits]);
    Ok(())
}

fn cut_to(letters: &[char]) -> String {
    let kept: String = letters.iter().collect();
    format!("{}…", kept.trim_end())
}

/// One line of text as SVG, made of differently styled pieces; the point is where its baseline begins,
/// has its middle or ends.
pub(super) fn line(point: (f64, f64), anchor: Anchor, pieces: &[(&str, Style)]) -> String {
    let anchor = match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    let mut svg = format!(
        r#"<text x="{:.1}" y="{:.1}" text-anchor="{anchor}" xml:space="preserve">"#,
        point.0, point.1
    );
    for (text, style) in pieces {
        // The two files call themselves different families.
        let font =
            if style.bold { r#"Inter" font-weight="700"# } else { r#"Inter Medium" font-weight="500"# };
        let _ = write!(
            svg,
            r#"<tspan font-family="{font}" font-size="{}" fill="{}">{}</tspan>"#,
            style.size,
            style.colour,
            escape(text)
        );
    }
    svg + "</text>"
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
