//! What units tell about a person. Not here: the screens on which places of work are chosen; those are the profile's.

use super::model::{Catalogue, Employment};
use crate::{messenger::Markup, text, texts::Texts};

/// One place of work in one sentence.
#[must_use]
pub fn place_sentence(place: &Employment, catalogue: &Catalogue, texts: &Texts) -> Markup {
    let subjects = catalogue.subject_titles(&place.subjects).join(", ");
    text!(
        texts,
        "units-place-told",
        municipality = &place.municipality_title,
        school = &place.school_title,
        post = catalogue.post_title(&place.post),
        taught = if subjects.is_empty() { "no" } else { "yes" },
        subjects = subjects,
    )
}
