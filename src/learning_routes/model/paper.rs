//! The paper of a route as the municipality wants it: a template beside the content files, with gaps to fill.
//! Not here: what stands in the gaps.

use anyhow::anyhow;

use crate::{content::Content, documents::Template};

/// The gaps that it may have.
const GAPS: [&str; 13] = [
    "утверждение",
    "ФИО",
    "места работы",
    "основание",
    "области",
    "срок",
    "шаги",
    "часы",
    "выполнено",
    "подтверждения",
    "что изменилось",
    "подписи",
    "дата",
];

/// The template, read once at start.
#[derive(Debug, Clone)]
pub struct RoutePaper(pub Template);

impl RoutePaper {
    /// Reads `route.docx`; an error names the file and what is wrong with it.
    pub fn read(content: &Content) -> anyhow::Result<Self> {
        let (path, bytes) = content.bytes("route.docx")?;
        let template = Template::with_gaps(&bytes, &GAPS).map_err(|fault| anyhow!("{path}: {fault}"))?;
        Ok(Self(template))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_template_has_every_gap_and_one_of_ones_own_is_taken_or_refused() {
        let shipped = RoutePaper::read(&Content::open(None)).expect("the shipped template");
        assert_eq!(shipped.0.gaps().len(), GAPS.len());
        let folder = tempfile::tempdir().expect("a folder");
        let own = folder.path().join("route.docx");
        std::fs::copy("content/minutes.docx", &own).expect("copied");
        let refused = RoutePaper::read(&Content::open(Some(folder.path()))).expect_err("refused").to_string();
        assert!(refused.contains("route.docx") && refused.contains("nobody knows"), "{refused}");
        std::fs::copy("content/route.docx", &own).expect("copied");
        RoutePaper::read(&Content::open(Some(folder.path()))).expect("taken");
    }
}
