//! Papers with gaps, `{{ФИО}}`, that somebody made in an office, and filling them.
//!
//! An office splits what was typed into runs as it likes, so a gap is looked for in the words of its whole paragraph.
//! Not here: which paper it is, what its gaps mean, and where its bytes come from.

use std::{
    collections::BTreeSet,
    io::{Cursor, Read, Write},
};

use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

use super::{
    paper::{Block, blocks_xml},
    paragraphs::{Edit, Paragraphs, apply},
};

/// The most bytes of a template, and of all its parts unpacked.
const MOST_BYTES: usize = 4 * 1_024 * 1_024;
const MOST_UNPACKED: u64 = 24 * 1_024 * 1_024;
/// The most parts; a real document has about twenty.
const MOST_PARTS: usize = 300;
/// The part with the words of a paper.
const BODY: &str = "word/document.xml";

/// What a gap is filled with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filling {
    /// Words; a line break stays one.
    Words(String),
    /// Paragraphs and tables, in place of the paragraph with the gap.
    Blocks(Vec<Block>),
    /// Nothing, and the paragraph with the gap goes too.
    Nothing,
}

impl Filling {
    /// Words, or nothing where they are empty.
    #[must_use]
    pub fn or_nothing(words: String) -> Self {
        if words.is_empty() { Self::Nothing } else { Self::Words(words) }
    }
}

/// Why bytes are no template.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TemplateFault {
    /// No DOCX file, or a damaged one.
    #[error("this is no DOCX file")]
    NotADocument,
    /// More than a paper takes.
    #[error("this is larger than a template may be")]
    TooLarge,
    /// It carries programs or declarations, or names that lead out of it.
    #[error("this DOCX file is built as no office builds it, or carries macros")]
    Odd,
    /// It has a gap that nobody fills: which, and those that there are.
    #[error("nobody knows what to write in {{{{{0}}}}}; there are {1}")]
    UnknownGap(String, String),
}

/// A DOCX file with gaps.
#[derive(Debug, Clone)]
pub struct Template {
    parts: Vec<(String, Vec<u8>)>,
}

impl Template {
    /// Unpacks a template under a cap.
    pub fn read(bytes: &[u8]) -> Result<Self, TemplateFault> {
        if bytes.len() > MOST_BYTES {
            return Err(TemplateFault::TooLarge);
        }
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| TemplateFault::NotADocument)?;
        if archive.len() > MOST_PARTS {
            return Err(TemplateFault::TooLarge);
        }
        let (mut parts, mut left) = (Vec::new(), MOST_UNPACKED);
        for index in 0..archive.len() {
            let (name, content) = unpack(&mut archive, index, left)?;
            left -= u64::try_from(content.len()).unwrap_or(left).min(left);
            parts.push((name, content));
        }
        let template = Self { parts };
        if template.parts.iter().all(|(name, _)| name != BODY) {
            return Err(TemplateFault::NotADocument);
        }
        let is_odd = template.worded().any(|xml| xml.contains("<!"));
        if is_odd { Err(TemplateFault::Odd) } else { Ok(template) }
    }

    /// Unpacks a template whose gaps have to be among these.
    pub fn with_gaps(bytes: &[u8], known: &[&str]) -> Result<Self, TemplateFault> {
        let template = Self::read(bytes)?;
        let unknown = template.gaps().into_iter().find(|gap| !known.contains(&gap.as_str()));
        match unknown {
            Some(gap) => Err(TemplateFault::UnknownGap(gap, known.join(", "))),
            None => Ok(template),
        }
    }

    /// The parts that carry words.
    fn worded(&self) -> impl Iterator<Item = &str> {
        let worded = self.parts.iter().filter(|(name, _)| carries_words(name));
        worded.filter_map(|(_, content)| std::str::from_utf8(content).ok())
    }

    /// The gaps that it has.
    #[must_use]
    pub fn gaps(&self) -> BTreeSet<String> {
        self.worded().flat_map(|xml| Paragraphs::read(xml).gaps()).collect()
    }

    /// The paper as the bytes of a DOCX file. A gap that is not among the fillings stays as it is.
    pub fn fill(&self, fillings: &[(&str, Filling)]) -> anyhow::Result<Vec<u8>> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        for (name, content) in &self.parts {
            writer.start_file(name.as_str(), options)?;
            match std::str::from_utf8(content) {
                Ok(xml) if carries_words(name) => writer.write_all(filled(xml, fillings)?.as_bytes())?,
                _ => writer.write_all(content)?,
            }
        }
        Ok(writer.finish()?.into_inner())
    }
}

/// Whether a part of a document carries words that people see.
fn carries_words(name: &str) -> bool {
    let is_edge = name.starts_with("word/header") || name.starts_with("word/footer");
    name == BODY || (is_edge && name.ends_with(".xml"))
}

fn unpack(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    index: usize,
    most: u64,
) -> Result<(String, Vec<u8>), TemplateFault> {
    let entry = archive.by_index(index).map_err(|_| TemplateFault::NotADocument)?;
    let name = entry.name().map_err(|_| TemplateFault::Odd)?.into_owned();
    let leads_out =
        name.starts_with('/') || name.contains(['\\', ':']) || name.split('/').any(|step| step == "..");
    if leads_out || name.to_lowercase().ends_with("vbaproject.bin") {
        return Err(TemplateFault::Odd);
    }
    let mut content = Vec::new();
    entry.take(most + 1).read_to_end(&mut content).map_err(|_| TemplateFault::NotADocument)?;
    // What the directory says of a size is nobody's promise.
    if u64::try_from(content.len()).unwrap_or(u64::MAX) > most {
        return Err(TemplateFault::TooLarge);
    }
    Ok((name, content))
}

fn filled(xml: &str, fillings: &[(&str, Filling)]) -> anyhow::Result<String> {
    let paragraphs = Paragraphs::read(xml);
    let mut edits = Vec::new();
    for at in 0..paragraphs.count() {
        let asked = paragraphs.gaps_of(at);
        let given: Vec<&(&str, Filling)> =
            fillings.iter().filter(|(name, _)| asked.iter().any(|gap| gap == name)).collect();
        if given.is_empty() {
            continue;
        }
        let blocks = given.iter().find_map(|(_, filling)| match filling {
            Filling::Blocks(blocks) => Some(blocks),
            _ => None,
        });
        let is_dropped = given.iter().any(|(_, filling)| *filling == Filling::Nothing);
        match blocks {
            Some(blocks) => edits.push(Edit { range: paragraphs.range(at), xml: blocks_xml(blocks)? }),
            None if is_dropped && paragraphs.is_free(at) => {
                edits.push(Edit { range: paragraphs.range(at), xml: String::new() });
            }
            None => edits.extend(paragraphs.reworded(at, |gap| words_for(gap, &given))),
        }
    }
    Ok(apply(xml, edits))
}

/// What a gap becomes; nothing where it is nobody's.
fn words_for(gap: &str, given: &[&(&str, Filling)]) -> Option<String> {
    given.iter().find(|(name, _)| *name == gap).map(|(_, filling)| match filling {
        Filling::Words(words) => words.clone(),
        Filling::Blocks(_) | Filling::Nothing => String::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            writer.start_file(*name, SimpleFileOptions::default()).expect("a part");
            writer.write_all(content.as_bytes()).expect("written");
        }
        writer.finish().expect("packed").into_inner()
    }

    fn body(words: &str) -> String {
        format!("<w:document><w:body>{words}<w:sectPr/></w:body></w:document>")
    }

    fn unpacked(bytes: &[u8]) -> String {
        let template = Template::read(bytes).expect("a template");
        template.worded().next().expect("a body").to_owned()
    }

    #[test]
    fn gaps_are_filled_however_an_office_splits_them() {
        let split = "<w:p><w:r><w:t>Имя: {{ФИ</w:t></w:r><w:r><w:t>О}}, </w:t></w:r><w:r><w:t>{{роль}}</w:t></w:r></w:p>";
        let dropped = "<w:p><w:r><w:t>Тема: {{тема}}</w:t></w:r></w:p>";
        let listed = "<w:p><w:r><w:t>{{список}}</w:t></w:r></w:p>";
        let cell = "<w:tc><w:p><w:r><w:t>{{тема}}</w:t></w:r></w:p></w:tc>";
        let file = packed(&[("word/document.xml", &body(&format!("{split}{dropped}{listed}{cell}")))]);
        let template = Template::read(&file).expect("a template");
        assert_eq!(template.gaps(), ["ФИО", "роль", "список", "тема"].map(str::to_owned).into());
        let fillings = [
            ("ФИО", Filling::Words("Анна & <Ко>\nПетровна".to_owned())),
            ("роль", Filling::Words("докладчик".to_owned())),
            ("тема", Filling::Nothing),
            ("список", Filling::Blocks(vec![Block::Text("первый".to_owned())])),
        ];
        let xml = unpacked(&template.fill(&fillings).expect("filled"));
        assert!(
            xml.contains("Имя: Анна &amp; &lt;Ко&gt;</w:t><w:br/><w:t xml:space=\"preserve\">Петровна"),
            "{xml}"
        );
        assert!(xml.contains(">, </w:t>") && xml.contains(">докладчик</w:t>"), "{xml}");
        assert!(!xml.contains("Тема") && xml.contains("первый") && !xml.contains("{{"), "{xml}");
        assert!(xml.contains("<w:tc><w:p>"), "a cell keeps its paragraph: {xml}");
        assert!(!xml.contains("w14:"), "a prefix that the template does not know: {xml}");
    }

    #[test]
    fn what_is_no_template_is_refused() {
        let fault = |bytes: &[u8]| Template::read(bytes).expect_err("refused");
        assert_eq!(fault(b"PK"), TemplateFault::NotADocument);
        assert_eq!(fault(&packed(&[("xl/workbook.xml", "")])), TemplateFault::NotADocument);
        let declared = format!("<!DOCTYPE a [<!ENTITY b \"c\">]>{}", body(""));
        assert_eq!(fault(&packed(&[("word/document.xml", &declared)])), TemplateFault::Odd);
        assert_eq!(fault(&packed(&[("../evil", ""), ("word/document.xml", &body(""))])), TemplateFault::Odd);
        assert_eq!(
            fault(&packed(&[("word/vbaProject.bin", ""), ("word/document.xml", &body(""))])),
            TemplateFault::Odd
        );
        assert_eq!(fault(&vec![0; MOST_BYTES + 1]), TemplateFault::TooLarge);
        let swollen = "0".repeat(usize::try_from(MOST_UNPACKED).expect("a size") + 1);
        assert_eq!(fault(&packed_tight(&swollen)), TemplateFault::TooLarge);
    }

    fn packed_tight(content: &str) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        writer.start_file("word/document.xml", options).expect("a part");
        writer.write_all(content.as_bytes()).expect("written");
        writer.finish().expect("packed").into_inner()
    }
}
