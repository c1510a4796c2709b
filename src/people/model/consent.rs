//! The text of the consent to the processing of personal data: what is shown, its version and its hash.
//! Not here: asking for it, and keeping that it was given.

use sha2::{Digest, Sha256};

/// The text that ships with the product (152-FZ, article 9: a consent is a separate document).
const TEXT: &str = include_str!("../../../docs/privacy.ru.md");

/// The consent text in force.
#[derive(Debug, Clone)]
pub struct ConsentText {
    version: String,
    hash: String,
    markdown: &'static str,
}

impl ConsentText {
    /// The text that ships with the product; its version is the word after «Версия».
    #[must_use]
    pub fn shipped() -> Self {
        let version =
            TEXT.lines().find_map(|line| line.trim_matches(['*', '_', ' ']).strip_prefix("Версия "));
        let hash = Sha256::digest(TEXT.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        Self { version: version.unwrap_or("1").to_owned(), hash, markdown: TEXT }
    }

    /// Number and date of the version, as the text itself says them.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// SHA-256 of the exact text, in hexadecimal: the evidence of what was agreed to.
    #[must_use]
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// The beginning of the hash: enough to tell on a button which text it stood under.
    #[must_use]
    pub fn short_hash(&self) -> &str {
        self.hash.get(..16).unwrap_or(&self.hash)
    }

    /// The text itself, in a little Markdown: headings, lists, bold.
    #[must_use]
    pub fn markdown(&self) -> &'static str {
        self.markdown
    }
}
