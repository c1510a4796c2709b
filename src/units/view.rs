//! What units tell about a person. Not here: the screens on which places of work are chosen; those are the profile's.

use super::model::{Association, AssociationKind, Catalogue, Employment, HeldRole, Role};
use crate::{label, messenger::Markup, text, texts::Texts};

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

/// One role in one sentence.
#[must_use]
pub fn role_sentence(held: &HeldRole, texts: &Texts) -> Markup {
    text!(
        texts,
        "units-role-told",
        role = role_title(held.at.role, texts),
        place = unit_title(held, texts),
        since = held.began_at.format("%d.%m.%Y").to_string(),
    )
}

/// One association that a person belongs to, in one sentence.
#[must_use]
pub fn association_sentence(association: &Association, texts: &Texts) -> Markup {
    let school = association.school_short_title.as_deref().unwrap_or_default();
    text!(
        texts,
        "units-association-told",
        title = &association.title,
        level = if school.is_empty() { "municipality" } else { "school" },
        school = school,
    )
}

/// What such an association is called.
#[must_use]
pub fn kind_title(kind: AssociationKind, texts: &Texts) -> String {
    label!(texts, "units-association-kind", kind = kind.as_str())
}

/// What a role is called, without a capital.
#[must_use]
pub fn role_title(role: Role, texts: &Texts) -> String {
    label!(texts, "units-role-title", role = role.as_str())
}

/// Where a role is held.
#[must_use]
pub fn unit_title(held: &HeldRole, texts: &Texts) -> String {
    held.unit_title.clone().unwrap_or_else(|| label!(texts, "units-region-title"))
}
