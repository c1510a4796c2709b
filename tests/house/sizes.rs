//! How long files and functions may grow, and how much a function may ask for.

use syn::visit::{self, Visit};

use super::sources::{House, Source, is_test_path};

/// Lines of production code in one file.
const FILE: usize = 400;
/// Lines of a file of tests.
const TEST_FILE: usize = 800;
/// Lines of the two files that grow with every capability if nobody minds them.
const ENTRANCE: usize = 120;
/// Lines of a function.
const FUNCTION: usize = 60;
/// Parameters of a function, `self` not counted.
const PARAMETERS: usize = 4;

/// No file is too long to be read in one sitting.
pub fn files(house: &House) -> Vec<String> {
    let mut broken = Vec::new();
    for source in house.sources() {
        let (lines, most) = if is_test_path(&source.path) {
            (source.text.lines().count(), TEST_FILE)
        } else if ["src/main.rs", "src/dispatch.rs"].contains(&source.path.as_str()) {
            (source.production.trim_end().lines().count(), ENTRANCE)
        } else {
            (source.production.trim_end().lines().count(), FILE)
        };
        if lines > most {
            broken.push(format!("{}: {lines} lines, at most {most}", source.path));
        }
    }
    broken
}

/// No function is longer than a screen. The sources are formatted, so a function ends where its indentation returns.
pub fn functions(house: &House) -> Vec<String> {
    let mut broken = Vec::new();
    for source in house.sources() {
        let lines: Vec<&str> = source.code.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let Some(name) = function_name(line) else { continue };
            let end = format!("{}}}", &line[..line.len() - line.trim_start().len()]);
            let length =
                lines[at..].iter().position(|line| line.trim_end() == end).map_or(1, |length| length + 1);
            let is_short = line.trim_end().ends_with(['}', ';']);
            if !is_short && length > FUNCTION {
                broken.push(format!(
                    "{}:{}: {name} takes {length} lines, at most {FUNCTION}",
                    source.path,
                    at + 1
                ));
            }
        }
    }
    broken
}

/// No function asks for more than it can be told at once.
pub fn parameters(house: &House) -> Vec<String> {
    house.sources().flat_map(crowded).collect()
}

fn crowded(source: &Source) -> Vec<String> {
    let file = syn::parse_file(&source.production).unwrap_or_else(|error| panic!("{}: {error}", source.path));
    let mut counter = Counter { path: &source.path, broken: Vec::new() };
    counter.visit_file(&file);
    counter.broken
}

struct Counter<'a> {
    path: &'a str,
    broken: Vec<String>,
}

impl<'ast> Visit<'ast> for Counter<'_> {
    fn visit_signature(&mut self, signature: &'ast syn::Signature) {
        let typed = signature.inputs.iter().filter(|input| matches!(input, syn::FnArg::Typed(_))).count();
        if typed > PARAMETERS {
            let name = &signature.ident;
            self.broken.push(format!("{}: {name} takes {typed} parameters, at most {PARAMETERS}", self.path));
        }
        visit::visit_signature(self, signature);
    }
}

/// The name of the function that a line begins, if it begins one.
pub fn function_name(line: &str) -> Option<&str> {
    let mut words = line.trim_start();
    for before in ["pub(super) ", "pub(crate) ", "pub ", "const ", "async ", "extern \"C\" "] {
        words = words.strip_prefix(before).unwrap_or(words);
    }
    let name = words.strip_prefix("fn ")?;
    name.split(|character: char| !super::sources::is_word(character)).next()
}
