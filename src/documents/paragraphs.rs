//! The paragraphs of a document's XML, where each begins and ends, and the words in them.
//! Not here: parsing XML in general. An office writes tags and words; what is written otherwise stays as it is.

use std::ops::Range;

/// A change of a piece of the text.
pub(super) struct Edit {
    /// The bytes that go.
    pub(super) range: Range<usize>,
    /// What comes in their place.
    pub(super) xml: String,
}

/// Makes the changes, outer ones before those within them.
pub(super) fn apply(xml: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| (edit.range.start, usize::MAX - edit.range.end));
    let (mut changed, mut done) = (String::with_capacity(xml.len()), 0);
    for edit in edits {
        if edit.range.start >= done {
            changed.push_str(&xml[done..edit.range.start]);
            changed.push_str(&edit.xml);
            done = edit.range.end;
        }
    }
    changed.push_str(&xml[done..]);
    changed
}

/// A piece of words: `<w:t>…</w:t>`.
struct Piece {
    range: Range<usize>,
    words: String,
}

#[derive(Default)]
struct Paragraph {
    range: Range<usize>,
    /// Whether it may go: a cell and a frame need one.
    is_free: bool,
    pieces: Vec<Piece>,
}

/// The paragraphs of a text; one may lie within another, in a frame.
pub(super) struct Paragraphs(Vec<Paragraph>);

impl Paragraphs {
    pub(super) fn read(xml: &str) -> Self {
        let (mut all, mut open): (Vec<Paragraph>, Vec<usize>) = (Vec::new(), Vec::new());
        let (mut at, mut boxes) = (0, 0_usize);
        while let Some(begin) = xml[at..].find('<').map(|found| at + found) {
            let Some(end) = xml[begin..].find('>').map(|found| begin + found + 1) else { break };
            at = end;
            let tag = &xml[begin + 1..end - 1];
            if tag.ends_with('/') {
                continue;
            }
            match tag.split_ascii_whitespace().next().unwrap_or_default() {
                "w:p" => {
                    open.push(all.len());
                    all.push(Paragraph { range: begin..end, is_free: boxes == 0, pieces: Vec::new() });
                }
                "/w:p" => {
                    if let Some(paragraph) = open.pop().and_then(|last| all.get_mut(last)) {
                        paragraph.range.end = end;
                    }
                }
                "w:tc" | "w:txbxContent" | "w:hdr" | "w:ftr" => boxes += 1,
                "/w:tc" | "/w:txbxContent" | "/w:hdr" | "/w:ftr" => boxes = boxes.saturating_sub(1),
                "w:t" => {
                    let Some(close) = xml[end..].find("</w:t>").map(|found| end + found) else { break };
                    at = close + "</w:t>".len();
                    let piece = Piece { range: begin..at, words: unescaped(&xml[end..close]) };
                    if let Some(paragraph) = open.last().and_then(|last| all.get_mut(*last)) {
                        paragraph.pieces.push(piece);
                    }
                }
                _ => {}
            }
        }
        Self(all)
    }

    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// The bytes of a paragraph.
    pub(super) fn range(&self, at: usize) -> Range<usize> {
        self.0[at].range.clone()
    }

    /// Whether a paragraph may go.
    pub(super) fn is_free(&self, at: usize) -> bool {
        self.0[at].is_free
    }

    /// The gaps of a paragraph.
    pub(super) fn gaps_of(&self, at: usize) -> Vec<String> {
        let words: String = self.0[at].pieces.iter().map(|piece| piece.words.as_str()).collect();
        gaps(&words).into_iter().map(|range| name_of(&words[range]).to_owned()).collect()
    }

    /// Every gap.
    pub(super) fn gaps(&self) -> Vec<String> {
        (0..self.0.len()).flat_map(|at| self.gaps_of(at)).collect()
    }

    /// The pieces of a paragraph whose words change when its gaps are filled. What a gap becomes stands in the piece where
    /// the gap began, and reads as that does.
    pub(super) fn reworded(&self, at: usize, fill: impl Fn(&str) -> Option<String>) -> Vec<Edit> {
        let pieces = &self.0[at].pieces;
        let words: String = pieces.iter().map(|piece| piece.words.as_str()).collect();
        let gaps: Vec<(Range<usize>, String)> = gaps(&words)
            .into_iter()
            .filter_map(|range| Some((range.clone(), fill(name_of(&words[range]))?)))
            .collect();
        let (mut edits, mut from) = (Vec::new(), 0);
        for piece in pieces {
            let to = from + piece.words.len();
            let mut said = String::new();
            for (place, letter) in piece.words.char_indices().map(|(at, letter)| (from + at, letter)) {
                match gaps.iter().find(|(gap, _)| gap.contains(&place)) {
                    Some((gap, filling)) if gap.start == place => said.push_str(filling),
                    Some(_) => {}
                    None => said.push(letter),
                }
            }
            if said != piece.words {
                edits.push(Edit { range: piece.range.clone(), xml: worded(&said) });
            }
            from = to;
        }
        edits
    }
}

/// Where `{{…}}` stands.
fn gaps(words: &str) -> Vec<Range<usize>> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(begin) = words[at..].find("{{").map(|begin| at + begin) {
        let Some(end) = words[begin..].find("}}").map(|end| begin + end + 2) else { break };
        found.push(begin..end);
        at = end;
    }
    found
}

fn name_of(gap: &str) -> &str {
    gap.trim_start_matches('{').trim_end_matches('}').trim()
}

/// Words as a run holds them.
fn worded(words: &str) -> String {
    let lines: Vec<String> = words
        .split('\n')
        .map(|line| format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(line)))
        .collect();
    lines.join("<w:br/>")
}

fn escaped(words: &str) -> String {
    // XML has no place for most control characters (<https://www.w3.org/TR/xml/#charsets>).
    let printable: String = words.chars().filter(|each| !each.is_control() || *each == '\t').collect();
    printable.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn unescaped(xml: &str) -> String {
    xml.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}
