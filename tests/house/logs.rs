//! What may stand in the log: fields by name. People's words have none of these names.

use super::sources::{House, Source, is_word};

/// Every field of the log. Whoever adds one has thought about whose words it may hold.
const FIELDS: [&str; 40] = [
    "acts",
    "address",
    "bot",
    "capability",
    "code",
    "column",
    "count",
    "crashes",
    "details",
    "entries",
    "error",
    "failure",
    "fault",
    "freed",
    "gone",
    "id",
    "key",
    "language",
    "lease",
    "letter",
    "line",
    "lost",
    "method",
    "milestone",
    "not_said",
    "number",
    "part",
    "path",
    "place",
    "replica",
    "restored",
    "row",
    "status",
    "strangers",
    "target",
    "took_ms",
    "trouble",
    "waiting",
    "why",
    "work",
];

const MACROS: [&str; 6] = ["trace!(", "debug!(", "info!(", "warn!(", "error!(", "span!("];

/// Events of the log have no other fields, and show no value in the form that is meant for programmers.
pub fn fields(house: &House) -> Vec<String> {
    house.product().flat_map(of_file).collect()
}

fn of_file(source: &Source) -> Vec<String> {
    let mut broken = Vec::new();
    for name in MACROS {
        for (at, _) in source.code.match_indices(name) {
            if !source.code[..at].ends_with("tracing::") && !source.code[..at].ends_with("_") {
                continue;
            }
            for argument in arguments(&source.code[at + name.len()..]) {
                broken.extend(
                    fault(&argument).map(|fault| format!("{}:{}: {fault}", source.path, source.line(at))),
                );
            }
        }
    }
    broken
}

/// What stands between the brackets, part by part.
fn arguments(code: &str) -> Vec<String> {
    let (mut depth, mut parts) = (0, vec![String::new()]);
    for character in code.chars() {
        match character {
            '(' | '[' | '{' => depth += 1,
            ')' if depth == 0 => break,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        parts.last_mut().expect("one part").push(character);
    }
    parts
}

fn fault(argument: &str) -> Option<String> {
    let argument = argument.trim();
    let name: String = argument.trim_start_matches(['%', '?']).chars().take_while(|c| is_word(*c)).collect();
    if name.is_empty() || argument.starts_with('"') {
        return None;
    }
    if argument.starts_with('?') || argument.contains("= ?") {
        return Some(format!("{name} is shown in the form for programmers"));
    }
    (!FIELDS.contains(&&*name)).then(|| format!("{name} is no field of the log"))
}
