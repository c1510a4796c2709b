//! One's own courses: adding one, its fields, the certificate, deleting it.

use uuid::Uuid;

use super::{address, find_own};
use crate::{
    attachments::{self, NewAttachment},
    capability::Outcome,
    courses::{
        model::{Course, CourseFault, CourseKind, CourseStep, MOST_COURSES, read_words},
        store,
        view::{self, Action, StepView},
    },
    errors::Refusal,
    label,
    messenger::SentFile,
    turn::{Turn, TurnTx},
};

/// Bytes of a certificate: a good photo takes four million.
const MOST_BYTES: u64 = 10 * 1_024 * 1_024;

pub(super) async fn show_list(turn: &Turn, page: usize) -> Outcome {
    let courses = store::list_courses(&turn.app().db, turn.known_person()?.id).await?;
    Ok(view::courses_screen(&courses, page, turn.texts()))
}

pub(super) async fn ask_kind(turn: &Turn) -> Outcome {
    let courses = store::list_courses(&turn.app().db, turn.known_person()?.id).await?;
    if courses.len() >= MOST_COURSES {
        return Err(Refusal::because("courses-too-many"));
    }
    Ok(view::kinds_screen(turn.texts()))
}

pub(super) async fn show_card(turn: &Turn, id: Uuid) -> Outcome {
    Ok(view::card_screen(&find_own(turn, id).await?, turn.texts()))
}

pub(super) async fn show_step(turn: &Turn, id: Uuid, step: CourseStep) -> Outcome {
    let course = find_own(turn, id).await?;
    Ok(view::step_screen(&StepView { course: &course, step }, turn.texts()))
}

/// The name of a new course, or a field of one that is there.
pub(super) async fn receive_words(turn: Turn) -> Outcome {
    let words = turn.words().unwrap_or_default().to_owned();
    match address(&turn) {
        Some(Action::Begin(kind)) => begin(&turn, kind, &words).await,
        Some(Action::Step(id, step)) => {
            let mut course = find_own(&turn, id).await?;
            match course.take(step, &words) {
                Ok(()) => save(&turn, &course, step).await,
                Err(fault) => refuse(&turn, (id, step), fault).await,
            }
        }
        _ => Err(crate::directory::out_of_sight()),
    }
}

async fn begin(turn: &Turn, kind: CourseKind, words: &str) -> Outcome {
    let title = match read_words(words) {
        Ok(title) => title,
        Err(fault) => {
            let mut screen = view::begin_screen(kind, turn.texts());
            screen.text = view::fault_word(fault, turn.texts()).paragraph(&screen.text);
            return Ok(screen);
        }
    };
    ask_kind(turn).await?;
    let course = Course::new(turn.known_person()?.id, kind, title);
    let mut tx = turn.begin().await?;
    store::add_course(tx.tx(), &course, turn.now()).await?;
    go_on(turn, tx, (course.id, CourseStep::Title)).await
}

async fn refuse(turn: &Turn, (id, step): (Uuid, CourseStep), fault: CourseFault) -> Outcome {
    let mut screen = show_step(turn, id, step).await?;
    screen.text = view::fault_word(fault, turn.texts()).paragraph(&screen.text);
    Ok(screen)
}

pub(super) async fn set_hours(turn: &Turn, id: Uuid, hours: usize) -> Outcome {
    let mut course = find_own(turn, id).await?;
    match course.take(CourseStep::Hours, &hours.to_string()) {
        Ok(()) => save(turn, &course, CourseStep::Hours).await,
        Err(fault) => refuse(turn, (id, CourseStep::Hours), fault).await,
    }
}

pub(super) async fn say(turn: &Turn, (id, step): (Uuid, CourseStep), is: bool) -> Outcome {
    let mut course = find_own(turn, id).await?;
    match step {
        CourseStep::Register => course.in_register = Some(is),
        CourseStep::Deficit => course.by_deficit = Some(is),
        _ => return show_step(turn, id, step).await,
    }
    save(turn, &course, step).await
}

/// Forgets a field; with the certificate its file goes.
pub(super) async fn clear(turn: &Turn, id: Uuid, step: CourseStep) -> Outcome {
    let mut course = find_own(turn, id).await?;
    let old = course.attachment_id;
    course.clear(step);
    let mut tx = turn.begin().await?;
    store::save_course(tx.tx(), &course).await?;
    if let Some(old) = old.filter(|_| step == CourseStep::Certificate) {
        attachments::forget_attachment(tx.tx(), old).await?;
    }
    stand(tx, Action::Step(id, step)).await?;
    show_step(turn, id, step).await
}

/// Keeps the certificate that was sent, in the place of an earlier one.
pub(super) async fn receive_file(turn: Turn, sent: SentFile) -> Outcome {
    let Some(Action::Step(id, step)) = address(&turn) else {
        return Err(crate::directory::out_of_sight());
    };
    let mut course = find_own(&turn, id).await?;
    let fetched = attachments::fetch(&turn, &sent, MOST_BYTES).await?;
    let messenger = turn.incoming().contact.messenger;
    let new = NewAttachment::of(course.person_id, messenger, &sent, Some(fetched.bytes));
    let mut tx = turn.begin().await?;
    let old = course.attachment_id.replace(attachments::add_attachment(tx.tx(), &new, turn.now()).await?);
    store::save_course(tx.tx(), &course).await?;
    if let Some(old) = old {
        attachments::forget_attachment(tx.tx(), old).await?;
    }
    go_on(&turn, tx, (id, step)).await
}

pub(super) async fn ask_to_delete(turn: &Turn, id: Uuid) -> Outcome {
    Ok(view::drop_screen(&find_own(turn, id).await?, turn.texts()))
}

/// Deletes a course with its certificate.
pub(super) async fn delete(turn: &Turn, id: Uuid) -> Outcome {
    let course = find_own(turn, id).await?;
    let mut tx = turn.begin().await?;
    store::delete_course(tx.tx(), id, course.person_id).await?;
    if let Some(file) = course.attachment_id {
        attachments::forget_attachment(tx.tx(), file).await?;
    }
    stand(tx, Action::List(0)).await?;
    Ok(show_list(turn, 0).await?.toast(label!(turn.texts(), "courses-deleted-toast")))
}

async fn save(turn: &Turn, course: &Course, step: CourseStep) -> Outcome {
    let mut tx = turn.begin().await?;
    store::save_course(tx.tx(), course).await?;
    go_on(turn, tx, (course.id, step)).await
}

/// Commits, and asks for the next field; after the last one the course is shown.
async fn go_on(turn: &Turn, tx: TurnTx, (id, step): (Uuid, CourseStep)) -> Outcome {
    let next = step.next();
    stand(tx, next.map_or(Action::Card(id), |next| Action::Step(id, next))).await?;
    let screen = match next {
        Some(next) => show_step(turn, id, next).await?,
        None => show_card(turn, id).await?,
    };
    Ok(screen.toast(label!(turn.texts(), "courses-saved-toast")))
}

async fn stand(mut tx: TurnTx, at: Action) -> anyhow::Result<()> {
    tx.expect_nothing();
    tx.stand_at(&at.into());
    tx.commit().await
}
