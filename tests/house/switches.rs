//! What the compiler sees to only while it is told to.

use super::sources::House;

/// Lints that parts of the law rest on.
const LINTS: [&str; 10] = [
    "unsafe_code = \"forbid\"",
    "missing_docs = \"warn\"",
    "too_many_lines = \"warn\"",
    "too_many_arguments = \"warn\"",
    "disallowed_methods = \"warn\"",
    "todo = \"warn\"",
    "unimplemented = \"warn\"",
    "unwrap_used = \"warn\"",
    "expect_used = \"warn\"",
    "allow_attributes = \"warn\"",
];

/// The lints are on, in every crate.
pub fn lints(house: &House) -> Vec<String> {
    let workspace = house.file("Cargo.toml");
    let off = LINTS.iter().filter(|lint| !workspace.lines().any(|line| line == **lint));
    let mut broken: Vec<_> = off.map(|lint| format!("Cargo.toml: {lint} is missing")).collect();
    for path in ["Cargo.toml", "sandbox/Cargo.toml", "perf/Cargo.toml"] {
        if !house.file(path).contains("[lints]\nworkspace = true\n") {
            broken.push(format!("{path}: the crate does not take over the workspace's lints"));
        }
    }
    broken
}

/// `just check` is the very check that a change has to pass, and that one ends with the README's test command.
pub fn checks(house: &House) -> Vec<String> {
    let mut broken = Vec::new();
    if !house.file("justfile").contains("\ncheck:\n    .ci/run\n\n") {
        broken.push("justfile: `check` is not .ci/run and nothing else".to_owned());
    }
    let ci = house.file(".ci/run");
    if !ci.lines().any(|line| line == "step \"tests\" scripts/test") {
        broken.push(".ci/run: does not run scripts/test".to_owned());
    }
    if !ci.contains("cargo clippy --workspace --all-targets --locked -- -D warnings") {
        broken.push(".ci/run: clippy does not refuse warnings".to_owned());
    }
    broken
}
