//! The papers of a meeting as the municipality wants them: templates beside the content files, with gaps to fill.
//! Not here: what stands in the gaps.

use anyhow::anyhow;

use crate::{content::Content, documents::Template};

/// The gaps that a certificate may have.
const CERTIFICATE: [&str; 12] = [
    "организация",
    "подтверждает",
    "ФИО",
    "школа",
    "роль",
    "встреча",
    "дата",
    "место",
    "тема",
    "этап",
    "итог",
    "организатор",
];

/// The gaps that minutes may have.
const MINUTES: [&str; 13] = [
    "организация",
    "протокол",
    "встреча",
    "дата",
    "место",
    "председатель",
    "секретарь",
    "кворум",
    "отсутствовали",
    "приглашены",
    "повестка",
    "ход",
    "явочный лист",
];

/// The gaps that an extract of the minutes may have.
const EXTRACT: [&str; 9] = [
    "организация",
    "протокол",
    "встреча",
    "дата",
    "место",
    "председатель",
    "секретарь",
    "ответственный",
    "решения",
];

/// The templates, read once at start.
#[derive(Debug, Clone)]
pub struct PaperTemplates {
    /// `certificate.docx`.
    pub certificate: Template,
    /// `minutes.docx`.
    pub minutes: Template,
    /// `extract.docx`.
    pub extract: Template,
}

impl PaperTemplates {
    /// Reads the templates; an error names the file and what is wrong with it.
    pub fn read(content: &Content) -> anyhow::Result<Self> {
        Ok(Self {
            certificate: template(content, "certificate.docx", &CERTIFICATE)?,
            minutes: template(content, "minutes.docx", &MINUTES)?,
            extract: template(content, "extract.docx", &EXTRACT)?,
        })
    }
}

fn template(content: &Content, name: &str, known: &[&str]) -> anyhow::Result<Template> {
    let (path, bytes) = content.bytes(name)?;
    Template::with_gaps(&bytes, known).map_err(|fault| anyhow!("{path}: {fault}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_templates_are_read_and_one_of_ones_own_is_taken_or_refused() {
        let shipped = PaperTemplates::read(&Content::open(None)).expect("the shipped templates");
        assert!(shipped.certificate.gaps().contains("ФИО") && shipped.minutes.gaps().contains("ход"));
        let folder = tempfile::tempdir().expect("a folder");
        let own = folder.path().join("certificate.docx");
        std::fs::copy("content/extract.docx", &own).expect("copied");
        let refused = PaperTemplates::read(&Content::open(Some(folder.path()))).expect_err("refused");
        let words = refused.to_string();
        assert!(words.contains("certificate.docx") && words.contains("nobody knows"), "{words}");
        std::fs::write(&own, "no document").expect("written");
        let refused = PaperTemplates::read(&Content::open(Some(folder.path()))).expect_err("refused");
        assert!(refused.to_string().contains("no DOCX"), "{refused}");
        std::fs::copy("content/certificate.docx", &own).expect("copied");
        PaperTemplates::read(&Content::open(Some(folder.path()))).expect("taken");
    }
}
