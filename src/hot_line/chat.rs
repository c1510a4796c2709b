//! Proposing an answer, looking at one, publishing and withdrawing.
//! Not here: looking for answers.

use uuid::Uuid;

use super::{
    KEEPS, NAME, jobs,
    model::{AnswerState, NewAnswer, PublishedAnswer},
    store,
    view::{self, Action},
};
use crate::{
    capability::{Outcome, Tree},
    errors::Refusal,
    label,
    messenger::{Event, Markup},
    people::Standing,
    turn::Turn,
    units::Unit,
};

/// The branch of the tree.
#[must_use]
pub fn tree() -> Tree {
    dptree::entry()
        .branch(dptree::filter_map(|turn: Turn| pressed(&turn)).endpoint(carry_out))
        .branch(dptree::filter_map(|turn: Turn| awaited_words(&turn)).endpoint(receive_words))
}

fn pressed(turn: &Turn) -> Option<Action> {
    match &turn.incoming().event {
        Event::Press { payload } => Action::read(payload),
        Event::Command { name, .. } => (name == "hotline").then_some(Action::List),
        _ => None,
    }
}

fn address(turn: &Turn) -> Option<Action> {
    turn.conversation().address.as_deref().and_then(Action::read)
}

fn awaited_words(turn: &Turn) -> Option<Markup> {
    let Event::Words { forwarded: false, .. } = &turn.incoming().event else { return None };
    let words = &turn.incoming().formatted;
    let asks = matches!(address(turn), Some(Action::Question | Action::Answer));
    (asks && !words.is_empty()).then(|| words.clone())
}

async fn carry_out(turn: Turn, action: Action) -> Outcome {
    let turn = &turn;
    match action {
        Action::List => list(turn).await,
        Action::Question => Ok(view::question_screen(turn.texts())),
        Action::Answer => Ok(view::answer_screen(&draft(turn).await?, turn.texts())),
        Action::Keep => {
            let draft = draft(turn).await?;
            propose(turn, draft).await
        }
        Action::Show(id) => show(turn, id).await,
        Action::Publish(id) => decide(turn, id, AnswerState::Published).await,
        Action::Return(id) => decide(turn, id, AnswerState::Returned).await,
        Action::Withdraw(id) => withdraw(turn, id).await,
    }
}

/// Begins to rewrite an answer. Whoever calls has asked whether the person may.
pub async fn begin(turn: &Turn, new: &NewAnswer) -> Outcome {
    let mut tx = turn.begin().await?;
    tx.park(NAME, new).await?;
    tx.stand_at(&Action::Question.into());
    tx.commit().await?;
    Ok(view::question_screen(turn.texts()))
}

async fn draft(turn: &Turn) -> anyhow::Result<NewAnswer> {
    turn.draft(NAME).await?.ok_or_else(gone)
}

/// Refuses words in which somebody is named.
fn without_names(draft: &NewAnswer, words: &str) -> anyhow::Result<()> {
    let names = draft.names_in(words);
    if names.is_empty() {
        return Ok(());
    }
    Err(Refusal { key: "hot_line-names", args: vec![("names", names.join(", ").into())] }.into())
}

async fn receive_words(turn: Turn, words: Markup) -> Outcome {
    let turn = &turn;
    let mut draft = draft(turn).await?;
    without_names(&draft, &words.visible())?;
    if address(turn) == Some(Action::Answer) {
        draft.answer = words.as_str().to_owned();
        return propose(turn, draft).await;
    }
    draft.question = words.visible();
    let mut tx = turn.begin().await?;
    tx.park(NAME, &draft).await?;
    tx.stand_at(&Action::Answer.into());
    tx.commit().await?;
    Ok(view::answer_screen(&draft, turn.texts()))
}

/// Proposes it: a second person is asked.
async fn propose(turn: &Turn, draft: NewAnswer) -> Outcome {
    without_names(&draft, &view::plain(&draft.answer))?;
    if draft.question.is_empty() || draft.answer.is_empty() {
        return Ok(view::question_screen(turn.texts()));
    }
    let (me, now) = (turn.known_person()?.id, turn.now());
    keeps(turn, draft.municipality_id)?;
    let checkers = store::list_checkers(&turn.app().db, draft.municipality_id, me).await?;
    let mut tx = turn.begin().await?;
    let answer = store::propose(tx.tx(), &draft, me, now).await?;
    let answer = answer.ok_or_else(|| Refusal::because("hot_line-published"))?;
    for person in checkers {
        jobs::ask_to_check(tx.tx(), answer, person, now).await?;
    }
    tx.forget_draft(NAME).await?;
    tx.stand_at(&Action::List.into());
    tx.commit().await?;
    Ok(view::proposed_screen(turn.texts()))
}

/// Whether whoever speaks keeps the hot line of a municipality.
fn keeps(turn: &Turn, municipality: Uuid) -> anyhow::Result<()> {
    let place = Unit::Municipality(municipality);
    let held: Vec<_> = turn.roles().iter().filter(|held| held.unit.covers(place)).copied().collect();
    if KEEPS.admits(Standing::Registered, &held) { Ok(()) } else { Err(gone()) }
}

async fn answer(turn: &Turn, id: Uuid) -> anyhow::Result<PublishedAnswer> {
    let answer = store::find_answer(&turn.app().db, id).await?.ok_or_else(gone)?;
    keeps(turn, answer.municipality_id)?;
    Ok(answer)
}

async fn show(turn: &Turn, id: Uuid) -> Outcome {
    let answer = answer(turn, id).await?;
    let is_author = answer.author_id == Some(turn.known_person()?.id);
    Ok(view::show_screen(&answer, is_author, turn.texts()))
}

/// The second person decides; an author never does.
async fn decide(turn: &Turn, id: Uuid, to: AnswerState) -> Outcome {
    let (me, now) = (turn.known_person()?.id, turn.now());
    if answer(turn, id).await?.author_id == Some(me) {
        return Err(Refusal::because("hot_line-own"));
    }
    let mut tx = turn.begin().await?;
    let is_done = store::move_on(tx.tx(), id, (AnswerState::Proposed, to), (me, now)).await?;
    jobs::end_asking(tx.tx(), id, now).await?;
    tx.stand_at(&Action::Show(id).into());
    tx.commit().await?;
    let screen = show(turn, id).await?;
    if !is_done {
        return Ok(screen.toast(label!(turn.texts(), "hot_line-decided-before")));
    }
    Ok(screen.toast(label!(turn.texts(), "hot_line-decided", state = to.as_str())))
}

async fn withdraw(turn: &Turn, id: Uuid) -> Outcome {
    answer(turn, id).await?;
    let by = (turn.known_person()?.id, turn.now());
    let mut tx = turn.begin().await?;
    store::move_on(tx.tx(), id, (AnswerState::Published, AnswerState::Withdrawn), by).await?;
    tx.stand_at(&Action::Show(id).into());
    tx.commit().await?;
    show(turn, id).await
}

async fn list(turn: &Turn) -> Outcome {
    let (mut waiting, mut published) = (Vec::new(), Vec::new());
    let mut places: Vec<Uuid> = turn.roles().iter().filter_map(|held| held.unit.municipality()).collect();
    places.sort_unstable();
    places.dedup();
    for place in places.into_iter().filter(|place| keeps(turn, *place).is_ok()) {
        waiting.extend(store::list_answers(&turn.app().db, place, AnswerState::Proposed).await?);
        published.extend(store::list_answers(&turn.app().db, place, AnswerState::Published).await?);
    }
    Ok(view::list_screen((&waiting, &published), turn.texts()))
}

/// It is not here, or not any more.
fn gone() -> anyhow::Error {
    Refusal::because("hot_line-gone")
}
