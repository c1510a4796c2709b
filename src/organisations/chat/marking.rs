//! The schools of one's own municipalities and their marks.

use uuid::Uuid;

use super::{authorise, out_of_sight, record};
use crate::{
    audit::Deed,
    capability::Outcome,
    label,
    organisations::{
        store,
        view::{self, Action, SchoolView},
    },
    turn::Turn,
    units::{self, Right, School, SchoolMark, Unit, may, units_with},
};

pub(super) async fn list(turn: &Turn, page: usize) -> Outcome {
    let mut schools = Vec::new();
    for unit in units_with(turn.roles(), Right::KeepOrganisations) {
        if let Unit::Municipality(municipality) = unit {
            schools.extend(units::list_schools(&turn.app().db, municipality).await?);
        }
    }
    Ok(view::schools_screen(&schools, page, turn.texts()))
}

/// The school with this id, if its municipality is kept: marks are given by it, not by the school itself.
async fn find_marked(turn: &Turn, id: Uuid) -> anyhow::Result<School> {
    let found = units::find_school(&turn.app().db, id).await?;
    let is_kept = |school: &School| {
        may(turn.roles(), Right::KeepOrganisations, Unit::Municipality(school.municipality_id))
    };
    found.filter(is_kept).ok_or_else(out_of_sight)
}

pub(super) async fn show(turn: &Turn, id: Uuid) -> Outcome {
    let school = find_marked(turn, id).await?;
    let db = &turn.app().db;
    let associations = units::list_associations(db, Unit::School(school.municipality_id, id)).await?;
    let view = SchoolView {
        school: &school,
        staff: store::count_staff(db, id).await?,
        associations: associations.len(),
    };
    Ok(view::school_screen(&view, turn.texts()))
}

/// Sets a mark or takes it away. Pressed twice, it is done once.
pub(super) async fn mark(turn: &Turn, id: Uuid, (mark, is_set): (SchoolMark, bool)) -> Outcome {
    let school = find_marked(turn, id).await?;
    let was_set = match mark {
        SchoolMark::LowResults => school.low_results,
        SchoolMark::DifficultConditions => school.difficult_conditions,
    };
    if was_set == is_set {
        return show(turn, id).await;
    }
    let municipality = school.municipality_id;
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), Right::KeepOrganisations, Unit::Municipality(municipality)).await?;
    units::mark_school(tx.tx(), id, (mark, is_set)).await?;
    record(turn, tx.tx(), (id, municipality), (Deed::MarkedSchool, "og1.mark")).await?;
    tx.expect_nothing();
    tx.stand_at(&Action::School(id).into());
    tx.commit().await?;
    Ok(show(turn, id).await?.toast(label!(turn.texts(), "organisations-done")))
}
