//! Marking as what people took part and what they won, while a meeting goes on and after it.
//! Not here: saying that they were there.

use uuid::Uuid;

use super::{
    authorise,
    day::{by_name, is_time_to_mark},
    out_of_sight,
    running::find_called,
};
use crate::{
    capability::Outcome,
    meetings::{
        model::{Meeting, MeetingKind, PartTaken, Participant},
        store,
        view::{self, After, MarksView},
    },
    turn::{Turn, TurnTx},
};

/// A meeting with those who were there.
pub(super) struct Marked {
    pub(super) meeting: Meeting,
    kind: MeetingKind,
    stage: Option<String>,
    pub(super) there: Vec<Participant>,
}

impl Marked {
    /// The same for a screen.
    pub(super) fn view<'a>(&'a self, turn: &'a Turn) -> MarksView<'a> {
        MarksView {
            meeting: &self.meeting,
            kind: &self.kind,
            marks: turn.app().meeting_kinds.marks(),
            stage: self.stage.as_deref(),
            there: &self.there,
        }
    }

    /// As what one of them took part.
    pub(super) fn part(&self, one: &Participant) -> PartTaken {
        one.part_taken(&self.meeting, &self.kind)
    }

    fn find(&self, person: Uuid) -> anyhow::Result<&Participant> {
        self.there.iter().find(|one| one.person == person).ok_or_else(out_of_sight)
    }
}

/// A meeting that whoever speaks called, or may call, with those who were there.
pub(super) async fn find_marked(turn: &Turn, id: Uuid) -> anyhow::Result<Marked> {
    let meeting = find_called(turn, id).await?;
    is_time_to_mark(turn, &meeting)?;
    let db = &turn.app().db;
    let mut there = by_name(store::list_participants(db, id).await?);
    there.retain(|one| one.attended_at.is_some());
    let kind = turn.app().meeting_kinds.of(&meeting.programme.kind);
    Ok(Marked { meeting, kind, stage: store::find_stage(db, id).await?, there })
}

pub(super) async fn show_parts(turn: &Turn, id: Uuid, page: usize) -> Outcome {
    let marked = find_marked(turn, id).await?;
    turn.finish(Some(&After::Parts(id, page).into())).await?;
    Ok(view::parts_screen(&marked.view(turn), page, turn.texts()))
}

pub(super) async fn ask_mark(turn: &Turn, (id, person): (Uuid, Uuid)) -> Outcome {
    let marked = find_marked(turn, id).await?;
    let one = marked.find(person)?;
    turn.finish(Some(&After::Mark(id, person).into())).await?;
    Ok(view::mark_screen(&marked.view(turn), one, turn.texts()))
}

/// A transaction in which somebody who was there is marked, by whoever may.
async fn begin_mark(turn: &Turn, (id, person): (Uuid, Uuid)) -> anyhow::Result<TurnTx> {
    let marked = find_marked(turn, id).await?;
    marked.find(person)?;
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), marked.meeting.unit).await?;
    Ok(tx)
}

/// The list again, at the page of whoever was marked.
async fn marked(turn: &Turn, (id, person): (Uuid, Uuid), mut tx: TurnTx) -> Outcome {
    tx.stand_at(&After::Parts(id, 0).into());
    tx.commit().await?;
    let marked = find_marked(turn, id).await?;
    let place = marked.there.iter().position(|one| one.person == person).unwrap_or_default();
    Ok(view::parts_screen(&marked.view(turn), view::page_of(place), turn.texts()))
}

pub(super) async fn mark_part(turn: &Turn, at: (Uuid, Uuid), part: PartTaken) -> Outcome {
    let mut tx = begin_mark(turn, at).await?;
    store::set_part(tx.tx(), at, part).await?;
    marked(turn, at, tx).await
}

pub(super) async fn mark_award(turn: &Turn, at: (Uuid, Uuid), award: &str) -> Outcome {
    let awards = turn.app().meeting_kinds.marks().awards();
    awards.iter().find(|known| known.id == award).ok_or_else(out_of_sight)?;
    let mut tx = begin_mark(turn, at).await?;
    store::set_award(tx.tx(), at, award).await?;
    marked(turn, at, tx).await
}

pub(super) async fn ask_stage(turn: &Turn, id: Uuid) -> Outcome {
    let marked = find_marked(turn, id).await?;
    turn.finish(Some(&After::Stages(id).into())).await?;
    Ok(view::stages_screen(&marked.view(turn), turn.texts()))
}

pub(super) async fn mark_stage(turn: &Turn, id: Uuid, stage: &str) -> Outcome {
    let stages = turn.app().meeting_kinds.marks().stages();
    stages.iter().find(|known| known.id == stage).ok_or_else(out_of_sight)?;
    let meeting = find_called(turn, id).await?;
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), meeting.unit).await?;
    store::set_stage(tx.tx(), id, stage).await?;
    tx.stand_at(&After::Parts(id, 0).into());
    tx.commit().await?;
    let marked = find_marked(turn, id).await?;
    Ok(view::parts_screen(&marked.view(turn), 0, turn.texts()))
}
