//! Names that say nothing, and words that have no place in finished code.

use super::{
    sizes::function_name,
    sources::{House, Source},
};

/// Names under which anything could stand.
const EMPTY_NAMES: [&str; 8] = ["util", "utils", "helper", "helpers", "common", "manager", "misc", "stuff"];

/// Ends of type names that say nothing either.
const EMPTY_ENDINGS: [&str; 4] = ["Manager", "Helper", "Utils", "Util"];

/// Pieces of code that are not left behind, and what stands in their place.
const UNFINISHED: [(&str, &str); 5] = [
    (".unwrap()", "unwrap: return the error, with its context"),
    (".unwrap_err()", "unwrap: return the error, with its context"),
    ("#[allow(", "allow: say #[expect(…, reason = …)]"),
    ("#![allow(", "allow: say #[expect(…, reason = …)]"),
    ("unsafe {", "unsafe: the house does without"),
];

/// Names say what things are; nothing is left for later.
pub fn words(house: &House) -> Vec<String> {
    let inspected = |source: &&Source| !source.path.contains("tests/");
    house.sources().filter(inspected).flat_map(of_file).collect()
}

fn of_file(source: &Source) -> Vec<String> {
    let mut broken = Vec::new();
    if source.path.split(['/', '.']).any(|part| EMPTY_NAMES.contains(&part)) {
        broken.push(format!("{}: the name says nothing", source.path));
    }
    for (number, (line, code)) in source.text.lines().zip(source.code.lines()).enumerate() {
        let place = format!("{}:{}", source.path, number + 1);
        let unfinished = UNFINISHED.iter().filter(|(piece, _)| code.contains(piece));
        broken.extend(unfinished.map(|(_, advice)| format!("{place}: {advice}")));
        // The sandbox answers the Bot API's own methods, which are called so.
        let is_ours = source.path.starts_with("src/");
        if let Some(name) = function_name(code).filter(|name| is_ours && name.starts_with("get_")) {
            broken.push(format!("{place}: {name}: say find_, list_ or count_"));
        }
        if let Some(name) = type_name(code).filter(|name| EMPTY_ENDINGS.iter().any(|end| name.ends_with(end)))
        {
            broken.push(format!("{place}: {name} says nothing"));
        }
        if ["TODO", "FIXME", "XXX"].iter().any(|word| line.contains(word)) {
            broken.push(format!("{place}: TODO: finish it or file it"));
        }
    }
    // A sentence in `expect` is a panic for an error; one bare word belongs to a function of our own.
    for literal in source.literals.iter().filter(|literal| literal.words.contains(' ')) {
        if source.code[..literal.at - 1].trim_end().ends_with(".expect(") {
            broken.push(format!("{}:{}: expect: return the error", source.path, source.line(literal.at)));
        }
    }
    broken
}

/// The name of the type that a line declares, if it declares one.
pub fn type_name(line: &str) -> Option<&str> {
    let words = line.trim_start();
    let words = words.strip_prefix("pub(super) ").or(words.strip_prefix("pub ")).unwrap_or(words);
    let words = ["struct ", "enum ", "trait ", "type "].iter().find_map(|kind| words.strip_prefix(kind))?;
    words.split(|character: char| !super::sources::is_word(character)).next()
}
