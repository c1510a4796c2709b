//! Self-diagnosis: questionnaires, taking one, its result, and the profile of deficits and strengths.
//! Who: whoever has registered (`/diagnosis`); everybody sees their own attempts only.
//! Tables: questionnaire_versions, attempts, answers, competence_scores.   Texts: locales/*/diagnostics.ftl

mod model;
mod questionnaire;
mod shelf;
mod store;

pub use questionnaire::parse;
pub use shelf::{Shelf, Version, read_questionnaires};

use crate::capability::Capability;

/// The capability as the house sees it.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        name: "diagnostics",
        payload_word: "dg1",
        tree: None,
        commands: &[],
        actions: &[],
        offers: &[],
        personal: &[],
        forget: None,
        tell: None,
    }
}
