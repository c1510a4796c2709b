//! Opening an association, question by question. What is known so far lies in the conversation's draft.

use uuid::Uuid;

use super::{authorise, keeping, out_of_sight};
use crate::{
    capability::Outcome,
    errors::Refusal,
    organisations::{
        NAME,
        model::{Draft, Step, read_title},
        view::{self, Action, Place},
    },
    text,
    turn::Turn,
    units::{self, AssociationKind, NewAssociation, Right, Unit, units_with},
};

/// Begins anew; where there is only one place, it is meant.
pub(super) async fn begin(turn: &Turn) -> Outcome {
    let places = list_places(turn).await?;
    let draft = match &*places {
        [] => return Err(out_of_sight()),
        [only] => at(only.at),
        _ => Draft::default(),
    };
    go_on(turn, draft).await
}

fn at(unit: Unit) -> Draft {
    Draft { municipality: unit.municipality(), school: unit.school(), ..Draft::default() }
}

/// Where whoever speaks may open an association: municipalities, each with its schools behind it.
async fn list_places(turn: &Turn) -> anyhow::Result<Vec<Place>> {
    let db = &turn.app().db;
    let mut places: Vec<Place> = Vec::new();
    for unit in units_with(turn.roles(), Right::KeepOrganisations) {
        let Some(municipality) = unit.municipality() else { continue };
        if unit.school().is_none() {
            let all = units::list_municipalities(db).await?;
            let found = all.into_iter().find(|found| found.id == municipality);
            places.extend(found.map(|found| Place { at: unit, title: found.short_title }));
        }
        for school in units::list_schools(db, municipality).await? {
            let at = Unit::School(municipality, school.id);
            if unit.covers(at) && places.iter().all(|place| place.at != at) {
                places.push(Place { at, title: school.short_title });
            }
        }
    }
    Ok(places)
}

/// Keeps what is known and asks what is not.
async fn go_on(turn: &Turn, draft: Draft) -> Outcome {
    let mut tx = turn.begin().await?;
    tx.park(NAME, &draft).await?;
    tx.expect_nothing();
    let address = match draft.step() {
        Step::Place => Action::Places(0),
        Step::Kind => Action::Kinds,
        Step::Subject => Action::Subjects(0),
        Step::Title => Action::Title,
    };
    tx.stand_at(&address.into());
    tx.commit().await?;
    match draft.step() {
        Step::Place => show_places(turn, 0).await,
        Step::Kind => kinds(turn, &draft).await,
        Step::Subject => subjects(turn, &draft, 0).await,
        Step::Title => title(turn, &draft).await,
    }
}

async fn find_draft(turn: &Turn) -> anyhow::Result<Draft> {
    Ok(turn.draft(NAME).await?.unwrap_or_default())
}

/// The place of a draft, if whoever speaks still may open an association there.
async fn place_of(turn: &Turn, draft: &Draft) -> anyhow::Result<Place> {
    let place = list_places(turn).await?.into_iter().find(|place| Some(place.at) == draft.place());
    place.ok_or_else(|| Refusal::because("organisations-begin-anew"))
}

pub(super) async fn show_places(turn: &Turn, page: usize) -> Outcome {
    Ok(view::places_screen(&list_places(turn).await?, page, turn.texts()))
}

pub(super) async fn choose_place(turn: &Turn, id: Uuid) -> Outcome {
    let place = list_places(turn).await?.into_iter().find(|place| place.id() == Some(id));
    go_on(turn, at(place.ok_or_else(out_of_sight)?.at)).await
}

pub(super) async fn ask_kind(turn: &Turn) -> Outcome {
    kinds(turn, &find_draft(turn).await?).await
}

async fn kinds(turn: &Turn, draft: &Draft) -> Outcome {
    Ok(view::kinds_screen(&place_of(turn, draft).await?, turn.texts()))
}

pub(super) async fn choose_kind(turn: &Turn, kind: AssociationKind) -> Outcome {
    let draft = find_draft(turn).await?;
    place_of(turn, &draft).await?;
    go_on(turn, Draft { kind: Some(kind.as_str().to_owned()), subject: None, ..draft }).await
}

pub(super) async fn show_subjects(turn: &Turn, page: usize) -> Outcome {
    subjects(turn, &find_draft(turn).await?, page).await
}

async fn subjects(turn: &Turn, draft: &Draft, page: usize) -> Outcome {
    let place = place_of(turn, draft).await?;
    Ok(view::subjects_screen(&place, &turn.app().catalogue, page, turn.texts()))
}

pub(super) async fn choose_subject(turn: &Turn, id: &str) -> Outcome {
    let draft = find_draft(turn).await?;
    place_of(turn, &draft).await?;
    if draft.kind() != Some(AssociationKind::Subject) || turn.app().catalogue.subject(id).is_none() {
        return Err(Refusal::because("organisations-begin-anew"));
    }
    go_on(turn, Draft { subject: Some(id.to_owned()), ..draft }).await
}

pub(super) async fn ask_title(turn: &Turn) -> Outcome {
    title(turn, &find_draft(turn).await?).await
}

async fn title(turn: &Turn, draft: &Draft) -> Outcome {
    let (place, kind) = ready(turn, draft).await?;
    let proposed = view::proposed_title(draft, &turn.app().catalogue, turn.texts());
    Ok(view::title_screen(&place, (kind, &proposed), turn.texts()))
}

/// Place and kind of a draft that lacks nothing but its title.
async fn ready(turn: &Turn, draft: &Draft) -> anyhow::Result<(Place, AssociationKind)> {
    let place = place_of(turn, draft).await?;
    let kind = draft.kind().filter(|_| draft.step() == Step::Title);
    Ok((place, kind.ok_or_else(|| Refusal::because("organisations-begin-anew"))?))
}

pub(super) async fn open_as_proposed(turn: &Turn) -> Outcome {
    let draft = find_draft(turn).await?;
    let title = view::proposed_title(&draft, &turn.app().catalogue, turn.texts());
    open(turn, &draft, title).await
}

pub(super) async fn receive_title(turn: &Turn, words: &str) -> Outcome {
    let draft = find_draft(turn).await?;
    match read_title(words) {
        Some(words) => open(turn, &draft, words).await,
        None => {
            let word = text!(turn.texts(), "organisations-title-fault");
            Ok(view::below(&word, title(turn, &draft).await?))
        }
    }
}

/// Opens the association. The draft goes with it, so that a second press opens no second one.
async fn open(turn: &Turn, draft: &Draft, title: String) -> Outcome {
    let (place, kind) = ready(turn, draft).await?;
    let new = NewAssociation { at: place.at, kind, subject: draft.subject.clone(), title };
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), Right::KeepOrganisations, place.at).await?;
    let id = units::add_association(tx.tx(), &new, turn.now()).await?;
    tx.forget_draft(NAME).await?;
    keeping::finish(turn, tx, id).await
}
