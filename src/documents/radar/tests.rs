//! What a picture must be for a phone: opaque, small, quick, whole, and the same every time.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use resvg::usvg::{Group, Node, Rect};

use super::*;

fn axis(label: &str, now: f64, before: Option<f64>) -> Axis {
    Axis { label: label.to_owned(), now, before }
}

const NAMES: [&str; 8] = [
    "Предметная\nподготовка",
    "Методика\nпреподавания",
    "Психология\nи педагогика",
    "Функциональная\nграмотность",
    "Цифровые\nкомпетенции",
    "Коммуникация\nи сотрудничество",
    "Воспитательная\nработа",
    "Самообразование\nи профессиональное развитие",
];
const NOW: [f64; 8] = [0.82, 0.64, 0.55, 0.38, 0.71, 0.9, 0.47, 0.6];
const BEFORE: [f64; 8] = [0.7, 0.66, 0.4, 0.3, 0.5, 0.78, 0.5, 0.35];

fn chart(count: usize, with_before: bool) -> RadarChart {
    let axes =
        (0..count).map(|i| axis(NAMES[i % 8], NOW[i % 8], with_before.then_some(BEFORE[i % 8]))).collect();
    RadarChart {
        title: "Профиль педагога".to_owned(),
        axes,
        legend: Some(("Сейчас, 21 ноября 2026".to_owned(), "Было, 14 мая 2026".to_owned())),
    }
}

/// Rows of RGB pixels.
fn pixels(png: &[u8]) -> Vec<Vec<[u8; 3]>> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut bytes).unwrap();
    assert_eq!(info.color_type, png::ColorType::Rgb, "opaque");
    bytes.as_chunks::<3>().0.chunks(info.width.try_into().unwrap()).map(<[_]>::to_vec).collect()
}

fn tree(chart: &RadarChart) -> usvg::Tree {
    usvg::Tree::from_str(&svg(chart, true).unwrap(), lettering::options()).unwrap()
}

fn texts<'a>(group: &'a Group, found: &mut Vec<&'a usvg::Text>) {
    for node in group.children() {
        match node {
            Node::Group(group) => texts(group, found),
            Node::Text(text) => found.push(text),
            _ => {}
        }
    }
}

/// Every text lies inside the card, and no two touch.
fn assert_texts_have_room(chart: &RadarChart) {
    let tree = tree(chart);
    let mut found = Vec::new();
    texts(tree.root(), &mut found);
    let inset =
        |rect: Rect| Rect::from_ltrb(rect.left(), rect.top() + 6.0, rect.right(), rect.bottom() - 6.0);
    let boxes: Vec<Rect> = found.iter().map(|text| inset(text.abs_bounding_box()).unwrap()).collect();
    let card = Rect::from_ltrb(40.0, 40.0, tree.size().width() - 40.0, tree.size().height() - 40.0).unwrap();
    for (index, one) in boxes.iter().enumerate() {
        let inside = card.left() <= one.left() && one.right() <= card.right();
        assert!(
            inside && card.top() <= one.top() && one.bottom() <= card.bottom(),
            "{one:?} leaves {card:?}"
        );
        for other in &boxes[index + 1..] {
            assert!(one.intersect(other).is_none(), "{one:?} touches {other:?} in {chart:?}");
        }
    }
}

#[test]
fn a_picture_is_as_wide_as_a_phone_likes_and_small() {
    for areas in 1..=12 {
        for before in [false, true] {
            let png = radar_png(&chart(areas, before)).unwrap();
            assert!(png.len() < 80_000, "{areas} areas: {} bytes", png.len());
            let rows = pixels(&png);
            assert_eq!(rows[0].len(), 900);
            assert!((200..=1_800).contains(&rows.len()), "{areas} areas: {} high", rows.len());
        }
    }
}

/// The bench measures; this only catches a picture that became ten times too slow. An unoptimised build
/// is ten times slower to begin with.
#[test]
fn a_picture_takes_no_time_to_speak_of() {
    let chart = chart(6, true);
    let quickest = (0..5).map(|_| {
        let start = Instant::now();
        radar_png(&chart).unwrap();
        start.elapsed()
    });
    let quickest = quickest.min().unwrap();
    let limit = Duration::from_millis(if cfg!(debug_assertions) { 5_000 } else { 500 });
    assert!(quickest < limit, "{quickest:?}");
}

#[test]
fn the_edge_stays_clean() {
    for areas in 1..=12 {
        let rows = pixels(&radar_png(&chart(areas, true)).unwrap());
        let ground = rows[0][0];
        for (y, row) in rows.iter().enumerate() {
            let level = y < 12 || y >= rows.len() - 12;
            let edge = row[..12].iter().chain(&row[row.len() - 12..]).all(|pixel| *pixel == ground);
            assert!(edge && (!level || row.iter().all(|pixel| *pixel == ground)), "row {y} of {areas} areas");
        }
    }
}

#[test]
fn names_and_values_have_room() {
    for areas in 1..=12 {
        assert_texts_have_room(&chart(areas, false));
        assert_texts_have_room(&chart(areas, true));
    }
}

#[test]
fn endless_names_are_shortened() {
    for label in ["Превысокомногорассмотрительствующий".repeat(3), "и ".repeat(80), "Ёж и уж ".repeat(30)]
    {
        for areas in [1, 3, 6, 7, 8, 12] {
            let mut chart = chart(areas, true);
            chart.title.clone_from(&label);
            chart.legend = Some((label.clone(), label.clone()));
            chart.axes.iter_mut().for_each(|axis| axis.label.clone_from(&label));
            assert_texts_have_room(&chart);
        }
    }
}

#[test]
fn names_are_drawn() {
    let named = chart(6, false);
    let mut nameless = named.clone();
    nameless.axes.iter_mut().for_each(|axis| axis.label.clear());
    assert_ne!(radar_png(&named).unwrap(), radar_png(&nameless).unwrap());
    assert!(pixels(&radar_png(&nameless).unwrap()).len() < pixels(&radar_png(&named).unwrap()).len());
}

#[test]
fn the_same_chart_gives_the_same_bytes() {
    assert_eq!(radar_png(&chart(8, true)).unwrap(), radar_png(&chart(8, true)).unwrap());
}

#[test]
fn values_out_of_range_are_moved_to_the_nearer_end() {
    let with = |values: [f64; 4]| RadarChart {
        title: String::new(),
        axes: values.map(|value| axis("Область", value, Some(value))).to_vec(),
        legend: None,
    };
    let wild = with([f64::NAN, f64::INFINITY, -3.0, 1.7]);
    assert_eq!(radar_png(&wild).unwrap(), radar_png(&with([0.0, 1.0, 0.0, 1.0])).unwrap());
}

#[test]
fn text_cannot_break_out_and_emoji_leave_no_trace() {
    let with = |label: &str| RadarChart { title: label.to_owned(), ..chart(3, false) };
    let clean = radar_png(&with("<b>«Ёж» & \"уж\"</b>")).unwrap();
    let dirty = radar_png(&with("<b>«Ёж» 😀 & \u{202e}\"уж\"\u{0}</b>👩‍🏫\u{fe0f}")).unwrap();
    assert_eq!(clean, dirty);
    assert_eq!(lettering::clean(" 🙂 Мир\r\n\n  и\tтруд 😀 "), "Мир\nи труд");
}

#[test]
fn a_shape_from_before_brings_the_legend() {
    let count = |chart: &RadarChart| {
        let tree = tree(chart);
        let mut found = Vec::new();
        texts(tree.root(), &mut found);
        found.len()
    };
    let mut some = chart(6, false);
    let without = count(&some);
    some.axes[2].before = Some(0.3);
    assert_eq!(count(&some), without + 2);
    some.legend = None;
    assert_eq!(count(&some), without);
}

#[test]
fn a_chart_has_one_to_twelve_axes() {
    for areas in [0, 13] {
        assert!(matches!(radar_png(&chart(areas, false)), Err(DrawError::Axes(count)) if count == areas));
    }
}

#[test]
fn every_character_that_is_kept_has_a_glyph_in_both_weights() {
    let kept: String = ('!'..='\u{ffff}').filter(lettering::has_glyph).collect();
    for bold in [false, true] {
        let style = lettering::Style { size: 30.0, bold, colour: "#000" };
        let line = lettering::line((0.0, 0.0), lettering::Anchor::Start, &[(&kept, style)]);
        let svg = format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{line}</svg>"#);
        let tree = usvg::Tree::from_str(&svg, lettering::options()).unwrap();
        let mut found = Vec::new();
        texts(tree.root(), &mut found);
        let glyphs = found[0].layouted().iter().flat_map(|span| &span.positioned_glyphs);
        let missing: Vec<&str> =
            glyphs.filter(|glyph| glyph.id.0 == 0).map(|glyph| glyph.text.as_str()).collect();
        assert!(missing.is_empty(), "bold {bold}: no glyph for {missing:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_words_make_a_picture(label in any::<String>(), words in "[А-я ]{0,90}", areas in 1usize..=12, now in any::<f64>()) {
        let mut chart = chart(areas, true);
        chart.title.clone_from(&label);
        chart.axes[0] = axis(&label, now, Some(now));
        chart.axes[areas - 1].label = words;
        prop_assert!(radar_png(&chart).is_ok());
        assert_texts_have_room(&chart);
    }
}
