//! A sheet for the wall: who invites, how to come in, a large QR code, and the link in words. One A4 page as a PDF.
//!
//! The page is drawn once, in grey at 200 dots to the inch, and put into the PDF as a picture: it looks the same on every
//! printer and needs no fonts there. Not here: any word that stands on it.

use std::fmt::Write;

use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref};
use resvg::{tiny_skia, usvg};

use super::{
    DrawError,
    lettering::{Anchor, Style, clean, line, options, shorten, widest, width, wrap},
    qr::{QUIET, Squares, grey_png},
};

/// A4 in points.
const PAGE: (f32, f32) = (595.0, 842.0);
/// The drawing's own size: eight units to a millimetre, which is 203 dots to the inch.
const WIDTH: f64 = 1_680.0;
const HEIGHT: f64 = 2_376.0;
/// Between the paper's edge and the words; printers leave out less than that.
const MARGIN: f64 = 150.0;
const ROOM: f64 = WIDTH - 2.0 * MARGIN;
/// The QR code with its quiet zone.
const CODE: f64 = 980.0;

const INK: &str = "#000000";
const GREY: &str = "#4a4a4a";
const PLACE: Style = Style { size: 54.0, bold: false, colour: GREY };
const TITLE: Style = Style { size: 104.0, bold: true, colour: INK };
const NUMBER: Style = Style { size: 60.0, bold: true, colour: "#ffffff" };
const STEP: Style = Style { size: 58.0, bold: false, colour: INK };
const LINK: Style = Style { size: 46.0, bold: true, colour: INK };
const FOOT: Style = Style { size: 42.0, bold: false, colour: GREY };

/// The words of a sheet and the link that its code leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Poster {
    /// Who invites, at the top; up to two lines.
    pub place: String,
    /// What it is about, large; up to two lines.
    pub title: String,
    /// What to do, one line each; up to three.
    pub steps: Vec<String>,
    /// The link; stands below the code in words too.
    pub link: String,
    /// A line at the bottom, such as until when it holds.
    pub foot: String,
}

/// The sheet as the bytes of a PDF with one A4 page, under 300 kB.
///
/// Takes some tens of milliseconds of processor time, so callers on an async runtime hand it to a blocking thread.
///
/// # Errors
/// Where the link is longer than any code takes; else only when memory runs out.
pub fn poster_pdf(poster: &Poster) -> anyhow::Result<Vec<u8>> {
    let tree = usvg::Tree::from_str(&svg(poster)?, options())?;
    let size = tree.size().to_int_size();
    let (width, height) = (size.width(), size.height());
    let mut canvas = tiny_skia::Pixmap::new(width, height).ok_or(DrawError::Canvas { width, height })?;
    resvg::render(&tree, tiny_skia::Transform::identity(), &mut canvas.as_mut());
    // Nothing on the page has a colour, so one of the three says it all.
    let grey: Vec<u8> = canvas.data().as_chunks::<4>().0.iter().map(|[red, ..]| *red).collect();
    // A PDF takes pixels as PNG packs them: each row with its filter, deflated.
    pdf(&image_data(&grey_png(&grey, (width, height))?), (width, height))
}

fn svg(poster: &Poster) -> anyhow::Result<String> {
    let mut body = String::new();
    let mut y = MARGIN + 40.0;
    for text in wrap(&clean(&poster.place), PLACE, ROOM)? {
        body += &line((WIDTH / 2.0, y), Anchor::Middle, &[(&text, PLACE)]);
        y += PLACE.size * 1.3;
    }
    y += 100.0;
    for text in wrap(&clean(&poster.title), TITLE, ROOM)? {
        body += &line((WIDTH / 2.0, y), Anchor::Middle, &[(&text, TITLE)]);
        y += TITLE.size * 1.15;
    }
    y += 10.0;
    y = add_steps(&mut body, y, &poster.steps)?;
    add_code(&mut body, y - 10.0, &poster.link)?;
    // A link that is cut leads nowhere, so a long one is set smaller.
    let link = clean(poster.link.trim_start_matches("https://"));
    let fits = (ROOM / width(&link, LINK)?).min(1.0);
    let style = Style { size: (LINK.size * fits).floor(), ..LINK };
    body += &line((WIDTH / 2.0, y + CODE + 40.0), Anchor::Middle, &[(&link, style)]);
    let mut foot = clean(&poster.foot);
    shorten(&mut foot, FOOT, ROOM)?;
    body += &line((WIDTH / 2.0, HEIGHT - MARGIN + 20.0), Anchor::Middle, &[(&foot, FOOT)]);
    Ok(format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}"><rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>{body}</svg>"##
    ))
}

/// Half of the black circle that a number stands in.
const CIRCLE: f64 = 44.0;

/// Numbers in black circles and what to do beside them, one below the other in the middle of the page; returns where the
/// next thing may begin.
fn add_steps(body: &mut String, mut y: f64, steps: &[String]) -> Result<f64, DrawError> {
    let mut lines: Vec<String> = steps.iter().take(3).map(|step| clean(step)).collect();
    for words in &mut lines {
        shorten(words, STEP, ROOM - 3.0 * CIRCLE)?;
    }
    let left = (WIDTH - widest(&lines, STEP)? - 3.0 * CIRCLE) / 2.0;
    for (number, words) in (1..).zip(&lines) {
        let (middle, base) = (y + CIRCLE, y + CIRCLE + 21.0);
        let _ =
            write!(body, r#"<circle cx="{:.1}" cy="{middle:.1}" r="{CIRCLE}" fill="{INK}"/>"#, left + CIRCLE);
        *body += &line((left + CIRCLE, base), Anchor::Middle, &[(&number.to_string(), NUMBER)]);
        *body += &line((left + 3.0 * CIRCLE, base), Anchor::Start, &[(words, STEP)]);
        y += 2.0 * CIRCLE + 34.0;
    }
    Ok(y)
}

/// The code as one path of squares: neighbours share their edges, so no light shows between them.
fn add_code(body: &mut String, y: f64, link: &str) -> anyhow::Result<()> {
    let squares = Squares::of(link)?;
    let quiet = f64::from(QUIET);
    let square = CODE / (f64::from(u32::try_from(squares.side)?) + 2.0 * quiet);
    let (left, top) = ((WIDTH - CODE) / 2.0 + quiet * square, y + quiet * square);
    body.push_str(r#"<path shape-rendering="crispEdges" d=""#);
    for row in 0..squares.side {
        for column in (0..squares.side).filter(|column| squares.is_dark(*column, row)) {
            let at = |place: usize| u32::try_from(place).map(|place| f64::from(place) * square);
            let _ = write!(
                body,
                "M{:.2} {:.2}h{square:.2}v{square:.2}h-{square:.2}z",
                left + at(column)?,
                top + at(row)?
            );
        }
    }
    let _ = write!(body, r#"" fill="{INK}"/>"#);
    Ok(())
}

/// What the `IDAT` chunks of a PNG hold (<https://www.w3.org/TR/png-3/#5Chunk-layout>).
fn image_data(png: &[u8]) -> Vec<u8> {
    const SIGNATURE: usize = 8;
    let (mut data, mut rest) = (Vec::new(), png.get(SIGNATURE..).unwrap_or_default());
    while let Some((head, body)) = rest.split_first_chunk::<8>() {
        let [a, b, c, d, kind @ ..] = *head;
        let length = usize::try_from(u32::from_be_bytes([a, b, c, d])).unwrap_or(usize::MAX);
        let Some(chunk) = body.get(..length) else { break };
        if kind == *b"IDAT" {
            data.extend_from_slice(chunk);
        }
        // Four bytes of checksum follow.
        rest = body.get(length + 4..).unwrap_or_default();
    }
    data
}

/// One page that the picture fills.
fn pdf(image: &[u8], (width, height): (u32, u32)) -> anyhow::Result<Vec<u8>> {
    let [catalog, pages, page_id, image_id, content_id] = [1, 2, 3, 4, 5].map(Ref::new);
    let (width, height) = (i32::try_from(width)?, i32::try_from(height)?);
    let picture = Name(b"Page");
    let mut pdf = Pdf::new();
    pdf.catalog(catalog).pages(pages);
    pdf.pages(pages).kids([page_id]).count(1);
    let mut page = pdf.page(page_id);
    page.media_box(Rect::new(0.0, 0.0, PAGE.0, PAGE.1)).parent(pages).contents(content_id);
    page.resources().x_objects().pair(picture, image_id);
    page.finish();
    let mut object = pdf.image_xobject(image_id, image);
    object.filter(Filter::FlateDecode);
    object.width(width).height(height).bits_per_component(8).color_space().device_gray();
    object.decode_parms().predictor(pdf_writer::types::Predictor::PngOptimum).columns(width);
    object.finish();
    let mut content = Content::new();
    content.save_state().transform([PAGE.0, 0.0, 0.0, PAGE.1, 0.0, 0.0]).x_object(picture).restore_state();
    pdf.stream(content_id, &content.finish());
    Ok(pdf.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn poster(place: &str) -> Poster {
        Poster {
            place: place.to_owned(),
            title: "Методист: помощник педагога".to_owned(),
            steps: vec![
                "Наведите камеру телефона на код".to_owned(),
                "Откройте ссылку и нажмите «Начать»".to_owned(),
                "Ответьте на несколько вопросов".to_owned(),
            ],
            link: "https://t.me/metodist_bot?start=AAAAAAAAAAAAAAAAAAAAAA".to_owned(),
            foot: "Действует до 21 января 2027 года".to_owned(),
        }
    }

    #[test]
    fn the_sheet_is_one_page_of_a4() {
        let bytes =
            poster_pdf(&poster("МБОУ «Лугоборская средняя общеобразовательная школа № 1»")).expect("a PDF");
        assert!(bytes.starts_with(b"%PDF") && bytes.ends_with(b"%%EOF"));
        let text = String::from_utf8_lossy(&bytes);
        assert!(text.contains("/MediaBox [0 0 595 842]") && text.contains("/Count 1"));
        assert!(text.contains("/Predictor 15") && text.contains("/Width 1680"));
        assert!(bytes.len() < 300_000, "{} bytes", bytes.len());
    }

    #[test]
    fn no_name_of_a_school_breaks_the_sheet() {
        for place in ["", "<b>&", &"Очень длинное название ".repeat(30), "😀"] {
            assert!(poster_pdf(&poster(place)).is_ok(), "{place}");
        }
    }
}
