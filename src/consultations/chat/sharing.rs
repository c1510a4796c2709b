//! The profile of deficits beside a request: the teacher shares it with this one, and whoever answers looks at it.
//! Not here: what a profile is made of, which diagnostics knows.

use uuid::Uuid;

use super::{address, answerable, gone};
use crate::{
    audit::{self, Deed, NewEntry},
    capability::Outcome,
    consultations::{
        jobs,
        model::{ConsultationRequest, RequestState},
        store,
        view::{self, Action},
    },
    diagnostics,
    turn::Turn,
};

/// Shares the profile with a question of one's own, or ends that. Cards that lie with others follow.
pub async fn share(turn: &Turn, id: Uuid) -> Outcome {
    let (me, now) = (turn.known_person()?.id, turn.now());
    let mut tx = turn.begin().await?;
    let request = store::lock_request(tx.tx(), id, now).await?;
    let mut request = request.filter(|request| request.teacher_id == Some(me)).ok_or_else(gone)?;
    let is_draft = request.state == RequestState::Drafted;
    if !is_draft && !request.state.is_open() {
        return Err(gone());
    }
    request.shares_profile = !request.shares_profile;
    store::save_request(tx.tx(), &request).await?;
    if request.state == RequestState::Sent {
        jobs::correct_cards(tx.tx(), id, None, now).await?;
    }
    let at = if is_draft { Action::Ask } else { Action::Show(id) };
    tx.stand_at(&at.into());
    tx.commit().await?;
    if is_draft { super::asking::show(turn).await } else { super::own::show(turn, id).await }
}

/// The profile, while it is shared and the request is open, for whoever may still answer. The look is written down.
pub async fn show_profile(turn: &Turn, id: Uuid) -> Outcome {
    let (app, me) = (turn.app(), turn.known_person()?.id);
    let request = answerable(turn, id).await?;
    let teacher = visible_to(&request, me).ok_or_else(gone)?;
    let found = diagnostics::list_found(&app.db, teacher).await?;
    if !turn.shows_again() && address(turn) != Some(Action::Profile(id)) {
        let entry = NewEntry {
            actor: me,
            subject: teacher,
            deed: Deed::SawProfile,
            role: None,
            municipality: Some(request.municipality_id),
            source: "cs1.profile",
        };
        let mut tx = turn.begin().await?;
        audit::add_entry(tx.tx(), &entry, turn.now()).await?;
        tx.expect_nothing();
        tx.stand_at(&Action::Profile(id).into());
        tx.commit().await?;
    }
    Ok(view::profile_screen(&request, &diagnostics::profile_words(&found, turn.texts()), turn.texts()))
}

/// Whose profile it is, where this reader may see it: once somebody has taken the request, nobody else.
fn visible_to(request: &ConsultationRequest, reader: Uuid) -> Option<Uuid> {
    let may = request.shows_profile() && request.taken_by.is_none_or(|taker| taker == reader);
    request.teacher_id.filter(|_| may)
}
