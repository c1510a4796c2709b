//! The profile of deficits and strengths, for whoever the person shows it to: areas with their points, no answers.
//! Not here: who may see it.

use super::words;
use crate::{diagnostics::model::FoundArea, messenger::Markup, text, texts::Texts};

/// The last result of each questionnaire, the latest first.
#[must_use]
pub fn profile_words(found: &[FoundArea], texts: &Texts) -> Markup {
    let mut words = Markup::default();
    for (place, area) in found.iter().enumerate() {
        let is_first = place == 0 || found[place - 1].attempt_id != area.attempt_id;
        let line = text!(
            texts,
            "diagnostics-profile-line",
            finding = &area.finding,
            source = &area.source,
            area = &area.title,
            points = words::points(area.score),
        );
        if is_first {
            let day = area.measured_at.format("%d.%m.%Y").to_string();
            let head = text!(texts, "diagnostics-profile-head", title = &area.questionnaire, day = day);
            words = words.paragraph(&head.line(&line));
        } else {
            words = words.line(&line);
        }
    }
    words
}
