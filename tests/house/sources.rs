//! The sources as the rules read them: production code apart from tests, code apart from words.

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
    sync::{Arc, LazyLock, Mutex, OnceLock},
};

/// Files by their path, as they were last read: a scratch copy is but for a line what was read before.
static READ: LazyLock<Mutex<HashMap<String, Arc<Source>>>> = LazyLock::new(Mutex::default);

/// The house, read once.
pub struct House {
    /// Where it stands.
    pub root: PathBuf,
    /// Every Rust file, in order of its path.
    sources: Vec<Arc<Source>>,
}

/// One Rust file.
pub struct Source {
    /// The path from the root, with slashes.
    pub path: String,
    /// The whole text.
    pub text: String,
    /// The text without `#[cfg(test)]` items, which are blanked; empty if the whole file is a test.
    pub production: String,
    /// The production text with comments and the insides of strings blanked. Places are the same as in `production`.
    pub code: String,
    /// The string literals of the production text.
    pub literals: Vec<Literal>,
    /// Where each line of `production` ends.
    ends: Vec<usize>,
    /// What the production code names; read off once, for the whole file is parsed for it.
    paths: OnceLock<Vec<(usize, String)>>,
}

/// A string literal.
pub struct Literal {
    /// Where its contents begin in `production`.
    pub at: usize,
    /// The contents as they stand in the source.
    pub words: String,
}

impl House {
    /// The house that this test belongs to.
    pub fn here() -> Self {
        Self::at(Path::new(env!("CARGO_MANIFEST_DIR")))
    }

    /// The house at this place.
    pub fn at(root: &Path) -> Self {
        let mut paths = Vec::new();
        for folder in ["src", "sandbox/src", "sandbox/tests", "perf/src", "tests", "benches"] {
            list(&root.join(folder), "rs", &mut paths);
        }
        let sources = paths.iter().map(|path| Source::read(root, path)).collect();
        Self { root: root.to_path_buf(), sources }
    }

    /// Every Rust file, in order of its path.
    pub fn sources(&self) -> impl Iterator<Item = &Source> {
        self.sources.iter().map(Arc::as_ref)
    }

    /// The files of the product itself.
    pub fn product(&self) -> impl Iterator<Item = &Source> {
        self.sources().filter(|source| source.path.starts_with("src/"))
    }

    /// A file of any kind as text; empty if there is none.
    pub fn file(&self, path: &str) -> String {
        fs::read_to_string(self.root.join(path)).unwrap_or_default()
    }

    /// The files of a folder with this ending: name and text, in order.
    pub fn files(&self, folder: &str, ending: &str) -> Vec<(String, String)> {
        let mut paths = Vec::new();
        list(&self.root.join(folder), ending, &mut paths);
        let name = |path: &PathBuf| path.file_name().map(|name| name.to_string_lossy().into_owned());
        paths
            .iter()
            .map(|path| (name(path).unwrap_or_default(), fs::read_to_string(path).expect("UTF-8")))
            .collect()
    }

    /// The rooms that are capabilities: the folders with a `model.rs` or `model/`, and what they are called.
    pub fn capabilities(&self) -> Vec<String> {
        let list = self.file("src/dispatch.rs");
        let mut names: Vec<_> = self.product().map(Source::room).map(str::to_owned).collect();
        names.dedup();
        names.retain(|name| list.contains(&format!("{name}::capability()")));
        names
    }
}

impl Source {
    fn read(root: &Path, path: &Path) -> Arc<Self> {
        let text = fs::read_to_string(path).expect("a source in UTF-8");
        let path =
            path.strip_prefix(root).expect("a path below the root").to_string_lossy().replace('\\', "/");
        let mut read = READ.lock().expect("no panic");
        if let Some(known) = read.get(&path).filter(|known| known.text == text) {
            return Arc::clone(known);
        }
        let source = Arc::new(Self::of(path.clone(), text));
        read.insert(path, Arc::clone(&source));
        source
    }

    fn of(path: String, text: String) -> Self {
        let production = if is_test_path(&path) { String::new() } else { without_tests(&text) };
        let (code, literals) = blank(&production);
        let ends = production.match_indices('\n').map(|(at, _)| at).collect();
        Self { path, text, production, code, literals, ends, paths: OnceLock::new() }
    }

    /// The room: the first folder below `src`, or the name of a file that stands there.
    pub fn room(&self) -> &str {
        let inner = self.path.trim_start_matches("src/");
        inner.split('/').next().unwrap_or(inner).trim_end_matches(".rs")
    }

    /// The place in its room: `model`, `store`, `view`, `chat` and so on; the room's own name for a single file.
    pub fn floor(&self) -> &str {
        let mut parts = self.path.trim_start_matches("src/").split('/');
        let room = parts.next().unwrap_or_default();
        parts.next().unwrap_or(room).trim_end_matches(".rs")
    }

    /// The line number of a place in `production`.
    pub fn line(&self, at: usize) -> usize {
        self.ends.partition_point(|end| *end < at) + 1
    }

    /// The paths that the production code names, such as `crate::people::Person`, each with its line.
    pub fn paths(&self) -> &[(usize, String)] {
        self.paths.get_or_init(|| self.read_paths())
    }

    fn read_paths(&self) -> Vec<(usize, String)> {
        let mut paths = self.imports();
        let mut from = 0;
        while let Some(found) = self.code[from..].find("::") {
            let middle = from + found;
            let begin = self.code[..middle].rfind(|c: char| !is_word(c)).map_or(0, |at| at + 1);
            let end = path_end(&self.code, middle);
            let is_group = self.code[end..].starts_with("::");
            if begin < middle && end > middle && !is_group {
                paths.push((self.line(begin), self.code[begin..end].to_owned()));
            }
            from = end.max(middle + 2);
        }
        paths
    }

    fn imports(&self) -> Vec<(usize, String)> {
        let file = syn::parse_file(&self.production).unwrap_or_else(|error| panic!("{}: {error}", self.path));
        let mut found = Vec::new();
        for item in &file.items {
            if let syn::Item::Use(item) = item {
                spell(&item.tree, String::new(), &mut found);
            }
        }
        let place = |path: &str| self.code.find(path.rsplit("::").next().unwrap_or(path)).unwrap_or(0);
        found.into_iter().map(|path| (self.line(place(&path)), path)).collect()
    }
}

fn spell(tree: &syn::UseTree, prefix: String, found: &mut Vec<String>) {
    let join = |name: String| {
        if prefix.is_empty() { name } else { format!("{prefix}::{name}") }
    };
    match tree {
        syn::UseTree::Path(path) => spell(&path.tree, join(path.ident.to_string()), found),
        syn::UseTree::Name(name) if name.ident == "self" => found.push(prefix),
        syn::UseTree::Name(name) => found.push(join(name.ident.to_string())),
        syn::UseTree::Rename(name) => found.push(join(name.ident.to_string())),
        syn::UseTree::Glob(_) => found.push(join("*".to_owned())),
        syn::UseTree::Group(group) => {
            group.items.iter().for_each(|tree| spell(tree, prefix.clone(), found));
        }
    }
}

fn path_end(code: &str, middle: usize) -> usize {
    let mut end = middle;
    while code[end..].starts_with("::") {
        let word = code[end + 2..].find(|c: char| !is_word(c)).unwrap_or(code.len() - end - 2);
        if word == 0 {
            break;
        }
        end += 2 + word;
    }
    end
}

/// Whether a character may stand in a Rust name.
pub fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// Whether a file holds nothing but tests.
pub fn is_test_path(path: &str) -> bool {
    path.split('/').any(|part| part == "tests") || path.ends_with("/tests.rs") || path.ends_with("_tests.rs")
}

fn list(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            list(&path, ending, found);
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
}

/// Blanks every item under `#[cfg(test)]`, by its indentation: the sources are formatted.
fn without_tests(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut lines = text.split_inclusive('\n');
    while let Some(line) = lines.next() {
        if !line.trim_start().starts_with("#[cfg(test)]") {
            kept.push_str(line);
            continue;
        }
        let indent = &line[..line.len() - line.trim_start().len()];
        let end = format!("{indent}}}");
        kept.push('\n');
        for inner in lines.by_ref() {
            kept.push('\n');
            let is_one_line =
                inner.starts_with(indent) && !inner[indent.len()..].starts_with([' ', '#', '/', '}']);
            if inner.trim_end() == end || (is_one_line && inner.trim_end().ends_with([';', '}'])) {
                break;
            }
        }
    }
    kept
}

/// Blanks comments and the insides of strings, byte by byte, and collects the strings.
fn blank(text: &str) -> (String, Vec<Literal>) {
    let bytes = text.as_bytes();
    let (mut code, mut literals, mut at) = (bytes.to_vec(), Vec::new(), 0);
    while at < bytes.len() {
        let end = match token(&text[at..]) {
            Token::Comment(length) => {
                wipe(&mut code[at..at + length]);
                at + length
            }
            Token::Words { opening, inner, closing } => {
                let words = text[at + opening..at + opening + inner].to_owned();
                literals.push(Literal { at: at + opening, words });
                wipe(&mut code[at + opening..at + opening + inner]);
                at + opening + inner + closing
            }
            Token::Other(length) => at + length,
        };
        at = end;
    }
    (String::from_utf8(code).expect("whole literals were blanked"), literals)
}

fn wipe(bytes: &mut [u8]) {
    bytes.iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
}

enum Token {
    Comment(usize),
    Words { opening: usize, inner: usize, closing: usize },
    Other(usize),
}

/// The token at the start of `rest`, as far as comments and strings go.
fn token(rest: &str) -> Token {
    if rest.starts_with("//") {
        return Token::Comment(rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return Token::Comment(rest.find("*/").map_or(rest.len(), |end| end + 2));
    }
    if rest.starts_with('"') {
        return plain_string(rest);
    }
    if let Some(raw) = rest.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        if raw[hashes..].starts_with('"') {
            let closing = format!("\"{}", "#".repeat(hashes));
            let opening = 2 + hashes;
            let inner = rest[opening..].find(&closing).unwrap_or(rest.len() - opening);
            return Token::Words { opening, inner, closing: closing.len().min(rest.len() - opening - inner) };
        }
    }
    if rest.starts_with('\'') {
        return Token::Other(character_length(rest));
    }
    let first = rest.chars().next().map_or(1, char::len_utf8);
    let word = rest.find(|c: char| !is_word(c)).unwrap_or(rest.len());
    Token::Other(word.max(first))
}

fn plain_string(rest: &str) -> Token {
    let mut inner = 0;
    let mut characters = rest[1..].chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => {
                return Token::Words { opening: 1, inner, closing: 1 };
            }
            '\\' => inner += 1 + characters.next().map_or(0, char::len_utf8),
            _ => inner += character.len_utf8(),
        }
    }
    Token::Words { opening: 1, inner, closing: 0 }
}

/// The length of a character literal, or of the quote that begins a lifetime.
fn character_length(rest: &str) -> usize {
    let mut characters = rest.char_indices().skip(1);
    match characters.next() {
        Some((_, '\\')) => rest[3..].find('\'').map_or(1, |end| end + 4),
        Some((at, character)) if rest[at + character.len_utf8()..].starts_with('\'') => {
            at + character.len_utf8() + 1
        }
        _ => 1,
    }
}
