//! Every file says at its door what it is for.

use super::sources::House;

/// Every file begins with a `//!` line.
pub fn door_plates(house: &House) -> Vec<String> {
    let without = house.sources().filter(|source| !source.text.starts_with("//! "));
    without.map(|source| format!("{}: begins without a `//!` line", source.path)).collect()
}
