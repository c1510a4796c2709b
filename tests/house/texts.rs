//! The words of the screens: the same in every language, each used, each well formed.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey},
    parser,
};

use super::sources::{House, Source, is_word};

/// The languages, the first of which is the source of the others.
const LANGUAGES: [&str; 2] = ["ru", "en"];

/// The plural categories of the Unicode CLDR.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Tags of our markup.
const TAGS: [&str; 4] = ["b", "i", "quote", "code"];

/// One text in one language.
#[derive(Default)]
struct Text {
    /// The file without its ending.
    file: String,
    arguments: BTreeSet<String>,
    /// Other texts that it contains.
    parts: BTreeSet<String>,
    /// Per choice between variants: what it goes by, and the names of the variants.
    choices: Vec<(String, Vec<String>)>,
    /// The words of the text and of each variant, arguments left out.
    wordings: Vec<String>,
}

type Texts = BTreeMap<String, Text>;

/// Every language has the same texts, taking the same arguments, in a file of the capability they begin with.
pub fn languages(house: &House) -> Vec<String> {
    let source = read(house, LANGUAGES[0]);
    let mut broken = Vec::new();
    for (key, text) in &source {
        if !key.starts_with(&format!("{}-", text.file)) {
            broken.push(format!("{key} stands in {}.ftl, whose name it should begin with", text.file));
        }
    }
    for language in &LANGUAGES[1..] {
        let other = read(house, language);
        let (have, others): (BTreeSet<_>, BTreeSet<_>) = (source.keys().collect(), other.keys().collect());
        broken
            .extend(have.symmetric_difference(&others).map(|key| format!("{key} is not in every language")));
        for (key, text) in &source {
            let Some(twin) = other.get(key).filter(|twin| twin.arguments != text.arguments) else {
                continue;
            };
            let (one, two) = (&text.arguments, &twin.arguments);
            broken.push(format!("{key} takes {one:?} in {}, {two:?} in {language}", LANGUAGES[0]));
        }
    }
    broken
}

/// Every text is used, every used text exists and is given exactly the arguments it takes.
pub fn uses(house: &House) -> Vec<String> {
    let texts = read(house, LANGUAGES[0]);
    let files: BTreeSet<&str> = texts.values().map(|text| text.file.as_str()).collect();
    let mut used: BTreeSet<&str> = texts.values().flat_map(|text| &text.parts).map(String::as_str).collect();
    let mut broken = Vec::new();
    for source in house.product() {
        for literal in source.literals.iter().filter(|literal| is_key(&literal.words, &files)) {
            used.insert(&literal.words);
            if !texts.contains_key(&literal.words) {
                let line = source.line(literal.at);
                broken.push(format!("{}:{line}: there is no text {}", source.path, literal.words));
            }
        }
        for call in calls(source) {
            let (path, line, key) = (&source.path, call.line, &call.key);
            match texts.get(key) {
                None => broken.push(format!("{path}:{line}: there is no text {key}")),
                Some(text) if text.arguments != call.arguments => broken.push(format!(
                    "{path}:{line}: {key} takes {:?}, is given {:?}",
                    text.arguments, call.arguments
                )),
                Some(_) => {}
            }
        }
    }
    let unused = texts.keys().filter(|key| !used.contains(key.as_str()));
    broken.extend(unused.map(|key| format!("{key} is used nowhere")));
    broken
}

/// A text that counts something knows every plural of its language.
pub fn plurals(house: &House) -> Vec<String> {
    let needed = |language| {
        if language == "ru" { &["one", "few"][..] } else { &["one"] }
    };
    let rest = |language| {
        if language == "ru" { &["many", "other"][..] } else { &["other"] }
    };
    let mut broken = Vec::new();
    for language in LANGUAGES {
        for (key, text) in read(house, language) {
            for (by, variants) in &text.choices {
                let is_plural =
                    variants.iter().any(|name| CATEGORIES.contains(&name.as_str()) && name != "other");
                let has = |name: &&str| variants.iter().any(|variant| variant == name);
                let complete = needed(language).iter().all(has) && rest(language).iter().any(has);
                if is_plural && !complete {
                    broken
                        .push(format!("{key} ({language}) knows only {variants:?} of the plurals of ${by}"));
                }
            }
        }
    }
    broken
}

/// Every text parses as our markup, and what stands on a button has none.
pub fn markup(house: &House) -> Vec<String> {
    let labels: BTreeSet<String> =
        house.product().flat_map(calls).filter(|call| call.is_label).map(|call| call.key).collect();
    let mut broken = Vec::new();
    for language in LANGUAGES {
        for (key, text) in read(house, language) {
            if labels.contains(&key) && text.wordings.iter().any(|words| words.contains(['<', '&'])) {
                broken.push(format!("{key} stands on a button, which shows no markup ({language})"));
            }
            let faults = text.wordings.iter().filter_map(|words| markup_fault(words));
            broken.extend(faults.map(|fault| format!("{key} ({language}): {fault}")));
        }
    }
    broken
}

/// What keeps a wording from being our markup, if anything.
fn markup_fault(words: &str) -> Option<String> {
    let mut open = Vec::new();
    let mut pieces = words.split('<');
    let plain = pieces.next().unwrap_or_default();
    if plain.contains('>') {
        return Some("a stray >".to_owned());
    }
    for piece in pieces {
        let Some((tag, rest)) = piece.split_once('>') else {
            return Some("a stray <".to_owned());
        };
        if rest.contains('>') {
            return Some("a stray >".to_owned());
        }
        match tag.strip_prefix('/') {
            Some(name) if open.pop() == Some(name) => {}
            Some(name) => return Some(format!("</{name}> closes nothing")),
            None if TAGS.contains(&tag) => open.push(tag),
            None if tag.starts_with("a href=\"") && tag.ends_with('"') => open.push("a"),
            None => return Some(format!("<{tag}> is no tag of ours")),
        }
    }
    let escapes = ["&lt;", "&gt;", "&amp;", "&quot;"];
    let stray =
        words.match_indices('&').any(|(at, _)| !escapes.iter().any(|escape| words[at..].starts_with(escape)));
    match open.pop() {
        Some(name) => Some(format!("<{name}> is not closed")),
        None if words.contains("\n\n") && words.split("\n\n").any(|part| markup_fault(part).is_some()) => {
            Some("a tag crosses an empty line".to_owned())
        }
        None => stray.then(|| "a stray &: write &amp;".to_owned()),
    }
}

/// Whether a literal is meant as the key of a text: it begins with the name of a file of texts and is spelled like one.
fn is_key(words: &str, files: &BTreeSet<&str>) -> bool {
    let spelled = words.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_');
    let file = words.split('-').next().unwrap_or_default();
    spelled && words.contains('-') && !words.ends_with('-') && files.contains(file)
}

/// A use of `text!` or `label!`.
struct Call {
    key: String,
    arguments: BTreeSet<String>,
    line: usize,
    is_label: bool,
}

fn calls(source: &Source) -> Vec<Call> {
    let mut found = Vec::new();
    for name in ["text!(", "label!("] {
        for (at, _) in source.code.match_indices(name) {
            if !source.code[..at].ends_with(is_word) {
                found.extend(call(source, at, name));
            }
        }
    }
    found
}

fn call(source: &Source, at: usize, name: &str) -> Option<Call> {
    let begin = at + name.len();
    let (mut depth, mut from, mut pieces) = (0, begin, Vec::new());
    for (offset, character) in source.code[begin..].char_indices() {
        match character {
            '(' | '[' | '{' => depth += 1,
            ')' if depth == 0 => {
                pieces.push((from, begin + offset));
                break;
            }
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                pieces.push((from, begin + offset));
                from = begin + offset + 1;
            }
            _ => {}
        }
    }
    let (from, to) = *pieces.get(1)?;
    let key = source.literals.iter().find(|literal| (from..to).contains(&literal.at))?.words.clone();
    let arguments = pieces[2..]
        .iter()
        .filter_map(|(from, to)| source.code[*from..*to].split_once('='))
        .map(|(name, _)| name.trim().to_owned())
        .collect();
    Some(Call { key, arguments, line: source.line(at), is_label: name == "label!(" })
}

fn read(house: &House, language: &str) -> Texts {
    let mut texts = Texts::new();
    for (name, source) in house.files(&format!("locales/{language}"), "ftl") {
        let resource =
            parser::parse(source.as_str()).unwrap_or_else(|(_, errors)| panic!("{name}: {errors:?}"));
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let file = name.trim_end_matches(".ftl").to_owned();
            let mut text = Text { file, ..Text::default() };
            if let Some(pattern) = &message.value {
                read_pattern(pattern, &mut text);
            }
            texts.insert(message.id.name.to_owned(), text);
        }
    }
    texts
}

fn read_pattern(pattern: &Pattern<&str>, text: &mut Text) {
    let mut words = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => words.push_str(value),
            PatternElement::Placeable { expression } => read_expression(expression, text),
        }
    }
    text.wordings.push(words);
}

fn read_expression(expression: &Expression<&str>, text: &mut Text) {
    let selector = match expression {
        Expression::Inline(inline) => return read_inline(inline, text),
        Expression::Select { selector, variants } => {
            for variant in variants {
                read_pattern(&variant.value, text);
            }
            let names = variants.iter().map(|variant| match variant.key {
                VariantKey::Identifier { name } => name.to_owned(),
                VariantKey::NumberLiteral { value } => value.to_owned(),
            });
            if let InlineExpression::VariableReference { id } = selector {
                text.choices.push((id.name.to_owned(), names.collect()));
            }
            selector
        }
    };
    read_inline(selector, text);
}

fn read_inline(inline: &InlineExpression<&str>, text: &mut Text) {
    match inline {
        InlineExpression::VariableReference { id } => {
            text.arguments.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, .. } => {
            text.parts.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|inline| read_inline(inline, text));
        }
        InlineExpression::Placeable { expression } => read_expression(expression, text),
        _ => {}
    }
}
