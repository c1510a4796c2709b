//! Measures the picture under a result: time per picture and its size, for each kind of chart.
//!
//! Not a test: it states figures and fails on nothing. Run with `cargo bench --bench radar`.

use std::time::{Duration, Instant};

use metodist::documents::{Axis, DrawError, RadarChart, radar_png};

const ROUNDS: usize = 100;

fn main() -> Result<(), DrawError> {
    let start = Instant::now();
    radar_png(&chart(3, false))?;
    println!("first picture, fonts included: {}", milliseconds(start.elapsed()));
    for (areas, before) in [(2, true), (6, false), (6, true), (8, true), (12, true)] {
        measure(&chart(areas, before), &format!("{areas} areas, before: {before}"))?;
    }
    Ok(())
}

fn measure(chart: &RadarChart, name: &str) -> Result<(), DrawError> {
    let mut times = Vec::new();
    let mut bytes = 0;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        bytes = radar_png(chart)?.len();
        times.push(start.elapsed());
    }
    times.sort();
    let [median, min, max] = [times[ROUNDS / 2], times[0], times[ROUNDS - 1]].map(milliseconds);
    println!("{name:<24} median {median}, min {min}, max {max}, {bytes} bytes");
    Ok(())
}

fn milliseconds(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}

fn chart(areas: usize, with_before: bool) -> RadarChart {
    let names = ["Психология\nи педагогика", "Функциональная\nграмотность", "Цифровые\nкомпетенции"];
    let shares = [0.82, 0.38, 0.64, 0.55, 0.9];
    let axes = (0..areas).map(|index| Axis {
        label: names[index % names.len()].to_owned(),
        now: shares[index % shares.len()],
        before: with_before.then_some(shares[(index + 1) % shares.len()]),
    });
    RadarChart {
        title: "Профессиональные компетенции".to_owned(),
        axes: axes.collect(),
        legend: Some(("сейчас".to_owned(), "в мае".to_owned())),
    }
}
