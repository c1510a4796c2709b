//! What is said about kept files, and how they are sent again.

use super::model::Kept;
use crate::{
    messenger::{Attachment, Markup, MessengerKind},
    text,
    texts::Texts,
};

impl Kept {
    /// The file as it is sent on this messenger; `None` where it is not known there and its bytes are not kept.
    #[must_use]
    pub fn on(&self, messenger: MessengerKind, caption: Markup) -> Option<Attachment> {
        let known = self.references.iter().find(|(other, _)| *other == messenger);
        if let Some((_, reference)) = known {
            return Some(Attachment::Known { kind: self.kind, reference: reference.clone(), caption });
        }
        let bytes = self.bytes.as_deref()?.into();
        Some(Attachment::File { name: self.name.clone(), bytes, caption })
    }
}

/// How many files of a person are kept.
pub fn kept_sentence(count: i64, texts: &Texts) -> Markup {
    text!(texts, "attachments-kept", count = count)
}
