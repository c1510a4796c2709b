//! Open lessons and what colleagues who visited one say of it. A sheet is seen by its author, by the teacher once it is
//! finished, and by whoever accompanies the teacher; by nobody else.
//! Not here: calling people to a lesson, which is a meeting like any other.

use chrono::TimeDelta;
use uuid::Uuid;

use super::{looking::find_seen, out_of_sight};
use crate::{
    capability::Outcome,
    errors::Refusal,
    label,
    meetings::{
        jobs::{owe_sheet, read_sheet, teacher_of},
        model::{Invited, LessonQuestion, LessonSheet, MOST_ANSWER, Meeting, Reply, SCALE},
        store::{self, Listed},
        view::{self, After, LessonLine},
    },
    messenger::Screen,
    turn::{Turn, TurnTx},
};

/// Lessons of a list.
const SHOWN: i64 = 20;
/// A lesson is listed for so long after it.
const LATELY: TimeDelta = TimeDelta::days(14);

/// The schedule.
pub(super) async fn show_lessons(turn: &Turn) -> Outcome {
    let (app, person) = (turn.app(), turn.known_person()?.id);
    turn.finish(Some(&After::Lessons.into())).await?;
    let mut found: Vec<(Listed, String)> = Vec::new();
    for kind in app.meeting_kinds.all().iter().filter(|kind| kind.is_lesson) {
        let since = turn.now() - LATELY;
        found.extend(store::list_lessons(&app.db, (person, &kind.id), since, SHOWN).await?);
    }
    let lines: Vec<LessonLine<'_>> = found.iter().map(line).collect();
    Ok(view::lessons_screen(&lines, &app.meeting_kinds, turn.texts()))
}

fn line((listed, host): &(Listed, String)) -> LessonLine<'_> {
    LessonLine {
        id: listed.id,
        programme: &listed.programme.0,
        host,
        reply: listed.reply.as_deref().and_then(Reply::from_word),
    }
}

/// A lesson that has begun and of which whoever speaks may know.
async fn find_lesson(turn: &Turn, id: Uuid) -> anyhow::Result<(Meeting, Option<Invited>)> {
    let (meeting, invited) = find_seen(turn, id).await?;
    let is_lesson = turn.app().meeting_kinds.of(&meeting.programme.kind).is_lesson;
    if !is_lesson {
        return Err(out_of_sight());
    }
    if meeting.is_ahead(turn.now()) {
        return Err(Refusal::because("meetings-sheets-early"));
    }
    Ok((meeting, invited))
}

/// The sheets of a lesson that whoever speaks may see.
pub(super) async fn show_sheets(turn: &Turn, id: Uuid) -> Outcome {
    let (meeting, invited) = find_lesson(turn, id).await?;
    let (app, person) = (turn.app(), turn.known_person()?.id);
    let mut seen = Vec::new();
    let mut has_own = false;
    for sheet in store::list_sheets(&app.db, id).await? {
        has_own |= sheet.author == Some(person);
        if may_see(turn, &sheet).await? {
            let author = store::find_name(&app.db, sheet.author).await?;
            seen.push((sheet, author));
        }
    }
    let was_there = invited.is_some_and(|invited| invited.attended_at.is_some());
    let teacher = teacher_of(app, &meeting).await?;
    let may_begin = was_there && !has_own && teacher.is_some_and(|teacher| teacher != person);
    turn.finish(Some(&After::Sheets(id).into())).await?;
    Ok(view::sheets_screen((&meeting, &app.meeting_kinds), &seen, may_begin, turn.texts()))
}

async fn may_see(turn: &Turn, sheet: &LessonSheet) -> anyhow::Result<bool> {
    let person = turn.known_person()?.id;
    let accompanies = store::accompanies(&turn.app().db, person, sheet.teacher).await?;
    Ok(sheet.is_seen_by(person, accompanies))
}

/// Begins to say what one thinks of a lesson where one was.
pub(super) async fn begin(turn: &Turn, id: Uuid) -> Outcome {
    let (meeting, invited) = find_lesson(turn, id).await?;
    let (app, person) = (turn.app(), turn.known_person()?.id);
    invited.filter(|invited| invited.attended_at.is_some()).ok_or_else(out_of_sight)?;
    let teacher = teacher_of(app, &meeting).await?.filter(|teacher| *teacher != person);
    let new = LessonSheet {
        id: Uuid::now_v7(),
        meeting: id,
        teacher: teacher.ok_or_else(out_of_sight)?,
        author: Some(person),
        answers: std::collections::BTreeMap::new(),
        finished_at: None,
        kept_at: None,
    };
    let mut tx = turn.begin().await?;
    store::begin_sheet(tx.tx(), &new, turn.now()).await?;
    tx.expect_nothing();
    tx.stand_at(&After::Sheets(id).into());
    tx.commit().await?;
    let own = store::list_sheets(&app.db, id).await?;
    let own = own.into_iter().find(|sheet| sheet.author == Some(person)).ok_or_else(out_of_sight)?;
    shown_at(turn, &own, Some(0)).await
}

/// A sheet that whoever speaks may see.
async fn find_visible(turn: &Turn, id: Uuid) -> anyhow::Result<LessonSheet> {
    let sheet = store::find_sheet(&turn.app().db, id).await?.ok_or_else(out_of_sight)?;
    if may_see(turn, &sheet).await? { Ok(sheet) } else { Err(out_of_sight()) }
}

/// A sheet at one of its questions, or as a whole.
async fn shown_at(turn: &Turn, sheet: &LessonSheet, place: Option<usize>) -> Outcome {
    let read = read_sheet(turn.app(), sheet).await?.ok_or_else(out_of_sight)?;
    let view = read.view(turn.app(), turn.known_person()?.id);
    Ok(match place {
        Some(place) => view::question_screen(&view, place, turn.texts()),
        None => view::sheet_screen(&view, turn.texts()),
    })
}

pub(super) async fn show(turn: &Turn, id: Uuid) -> Outcome {
    let sheet = find_visible(turn, id).await?;
    turn.finish(Some(&After::Sheet(id).into())).await?;
    shown_at(turn, &sheet, None).await
}

pub(super) async fn ask(turn: &Turn, id: Uuid, place: usize) -> Outcome {
    let sheet = find_visible(turn, id).await?;
    is_open_to(turn, &sheet)?;
    turn.finish(Some(&After::Ask(id, place).into())).await?;
    shown_at(turn, &sheet, Some(place)).await
}

/// Whether whoever speaks still writes this sheet.
fn is_open_to(turn: &Turn, sheet: &LessonSheet) -> anyhow::Result<()> {
    let is_own = sheet.author == Some(turn.known_person()?.id);
    match (is_own, sheet.finished_at) {
        (true, None) => Ok(()),
        (true, Some(_)) => Err(Refusal::because("meetings-sheet-finished")),
        (false, _) => Err(out_of_sight()),
    }
}

pub(super) async fn rate(turn: &Turn, id: Uuid, (place, answer): (usize, usize)) -> Outcome {
    let answer = SCALE.get(answer).ok_or_else(out_of_sight)?;
    let question = question_at(turn, place).filter(|question| question.is_scale).ok_or_else(out_of_sight)?;
    save(turn, (id, place), (&question.id, answer)).await
}

pub(super) async fn receive_answer(turn: &Turn, id: Uuid, place: usize) -> Outcome {
    let question = question_at(turn, place).ok_or_else(out_of_sight)?;
    if question.is_scale {
        return Err(Refusal::because("meetings-sheet-press"));
    }
    let words = turn.words().unwrap_or_default().trim();
    let count = words.chars().count();
    if count > MOST_ANSWER {
        let args = vec![("most", MOST_ANSWER.into()), ("count", count.into())];
        return Err(Refusal { key: "meetings-minutes-too-long", args }.into());
    }
    save(turn, (id, place), (&question.id, words)).await
}

fn question_at(turn: &Turn, place: usize) -> Option<LessonQuestion> {
    turn.app().lesson_questions.all().get(place).cloned()
}

/// A sheet that whoever speaks changes, with the transaction.
async fn begin_change(turn: &Turn, id: Uuid) -> anyhow::Result<(TurnTx, LessonSheet)> {
    find_visible(turn, id).await?;
    let mut tx = turn.begin().await?;
    let sheet = store::sheet_within(tx.tx(), id).await?.ok_or_else(out_of_sight)?;
    Ok((tx, sheet))
}

/// Keeps an answer and asks the next question; after the last, the whole sheet.
async fn save(turn: &Turn, (id, place): (Uuid, usize), (question, answer): (&str, &str)) -> Outcome {
    let (mut tx, mut sheet) = begin_change(turn, id).await?;
    is_open_to(turn, &sheet)?;
    sheet.answers.insert(question.to_owned(), answer.to_owned());
    store::save_sheet(tx.tx(), &sheet).await?;
    let next = (place + 1 < turn.app().lesson_questions.all().len()).then_some(place + 1);
    let at = next.map_or(After::Sheet(id), |next| After::Ask(id, next));
    tx.stand_at(&at.into());
    tx.commit().await?;
    shown_at(turn, &sheet, next).await
}

/// The teacher sees it from now on, and is told.
pub(super) async fn finish(turn: &Turn, id: Uuid) -> Outcome {
    let (mut tx, mut sheet) = begin_change(turn, id).await?;
    is_open_to(turn, &sheet)?;
    if sheet.answers.is_empty() {
        return Err(Refusal::because("meetings-sheet-empty"));
    }
    sheet.finished_at = Some(turn.now());
    store::save_sheet(tx.tx(), &sheet).await?;
    owe_sheet(turn.app(), tx.tx(), &sheet).await?;
    tx.stand_at(&After::Sheet(id).into());
    tx.commit().await?;
    turn.app().bell.ring();
    Ok(shown_at(turn, &sheet, None).await?.toast(label!(turn.texts(), "meetings-sheet-toast")))
}

/// The teacher takes it into the portfolio, or out of it.
pub(super) async fn keep(turn: &Turn, id: Uuid) -> Outcome {
    let (mut tx, mut sheet) = begin_change(turn, id).await?;
    if sheet.teacher != turn.known_person()?.id {
        return Err(out_of_sight());
    }
    sheet.kept_at = if sheet.kept_at.is_some() { None } else { Some(turn.now()) };
    store::save_sheet(tx.tx(), &sheet).await?;
    tx.stand_at(&After::Sheet(id).into());
    tx.commit().await?;
    shown_at(turn, &sheet, None).await
}

/// Hands a finished sheet out as a paper.
pub(super) async fn hand_out(turn: &Turn, id: Uuid) -> Outcome {
    let sheet = find_visible(turn, id).await?;
    sheet.finished_at.ok_or_else(out_of_sight)?;
    turn.take_heavy()?;
    let read = read_sheet(turn.app(), &sheet).await?.ok_or_else(out_of_sight)?;
    let file = view::sheet_file(&read.view(turn.app(), turn.known_person()?.id), turn.texts())?;
    turn.finish(Some(&After::Sheet(id).into())).await?;
    let screen: Screen = shown_at(turn, &sheet, None).await?;
    Ok(screen.with(file))
}
