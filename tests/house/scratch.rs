//! A scratch copy of what the rules read, to break one of them in.

use std::{fs, path::Path};

use tempfile::TempDir;

use super::sources::House;

/// What the rules read.
const READ: [&str; 15] = [
    "src",
    "sandbox/src",
    "sandbox/tests",
    "sandbox/Cargo.toml",
    "perf/src",
    "perf/Cargo.toml",
    "tests",
    "benches",
    "locales",
    "migrations",
    "docs/glossary.md",
    "docs/figures.md",
    "SECURITY.md",
    "Cargo.toml",
    "justfile",
];

/// The copy; gone when dropped.
pub struct Scratch(TempDir);

impl Scratch {
    /// Copies the house as it stands.
    pub fn copy() -> Self {
        let folder = tempfile::tempdir().expect("a scratch folder");
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        for path in READ.into_iter().chain([".ci/run"]) {
            copy(&here.join(path), &folder.path().join(path));
        }
        Self(folder)
    }

    /// Reads the copy.
    pub fn house(&self) -> House {
        House::at(self.0.path())
    }

    /// Puts lines at the end of a file.
    pub fn append(&self, path: &str, lines: &str) {
        let path = self.0.path().join(path);
        fs::create_dir_all(path.parent().expect("a file in a folder")).expect("a folder");
        let before = fs::read_to_string(&path).unwrap_or_default();
        fs::write(&path, format!("{before}\n{lines}\n")).expect("a file");
    }

    /// Replaces words in a file; they must stand there.
    pub fn replace(&self, path: &str, words: &str, by: &str) {
        let path = self.0.path().join(path);
        let before = fs::read_to_string(&path).expect("a file");
        assert!(before.contains(words), "{} does not say {words:?}", path.display());
        fs::write(&path, before.replacen(words, by, 1)).expect("a file");
    }
}

fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        for entry in fs::read_dir(from).expect("a folder") {
            let entry = entry.expect("an entry");
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else if from.is_file() {
        fs::create_dir_all(to.parent().expect("a file in a folder")).expect("a folder");
        fs::copy(from, to).expect("a copy");
    }
}
