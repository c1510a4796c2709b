//! What the pages say of tests is true: each that they name is there.

use super::sources::House;

/// The pages that name the tests which hold a promise.
const PAGES: [&str; 2] = ["SECURITY.md", "docs/figures.md"];

/// Every test, and every file with tests, that a page names in its backticks exists.
pub fn kept(house: &House) -> Vec<String> {
    let mut broken = Vec::new();
    for page in PAGES {
        let text = house.file(page);
        if text.is_empty() {
            broken.push(format!("{page} is missing"));
        }
        for (number, line) in text.lines().enumerate() {
            for named in line.split('`').skip(1).step_by(2).filter(|named| names_a_test(named)) {
                broken.extend(missing(house, named).map(|why| format!("{page}:{}: {why}", number + 1)));
            }
        }
    }
    broken
}

fn names_a_test(named: &str) -> bool {
    let file = named.split("::").next().unwrap_or_default();
    file.ends_with(".rs") && !file.contains(' ')
}

fn missing(house: &House, named: &str) -> Option<String> {
    let (file, test) = named.split_once("::").map_or((named, None), |(file, test)| (file, Some(test)));
    let Some(source) = house.sources().find(|source| source.path == file) else {
        return Some(format!("{file} is not there"));
    };
    let test = test?;
    let is_there = source.text.contains(&format!("fn {test}("));
    (!is_there).then(|| format!("{file} has no {test}"))
}
