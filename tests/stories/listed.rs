//! Lists of people that stories send: a district with mistakes, as the demo gives it to its visitors, and short ones.
//! Not here: the stories.

use sandbox::Sent;

pub use metodist::demo::district::{District, MISTAKES};

/// The schools of the first of two municipalities, as offices write them.
const SCHOOLS: [&str; 4] = ["МБОУ «СОШ № 1»", "Школа № 2", "СОШ №1", "2"];

/// A district of so many rows, of which 137 are mistaken.
pub fn district(count: usize, seed: u64) -> District {
    District::of(count, &SCHOOLS, seed)
}

/// A list as a file.
pub fn workbook(list: &District) -> Sent {
    Sent::Document { name: "район.xlsx".into(), bytes: list.workbook().expect("a workbook") }
}

/// A short list as text.
pub fn text(lines: &[&str]) -> Sent {
    Sent::Document { name: "список.csv".into(), bytes: lines.join("\n").into_bytes() }
}
