//! What is said about kept files. Not here: sending them.

use crate::{messenger::Markup, text, texts::Texts};

/// How many files of a person are kept.
pub fn kept_sentence(count: i64, texts: &Texts) -> Markup {
    text!(texts, "attachments-kept", count = count)
}
