//! One's own courses: the list, one of them, the steps through its fields, deleting it.

use uuid::Uuid;

use super::{Action, course_text};
use crate::{
    courses::model::{Course, CourseFault, CourseKind, CourseStep},
    label,
    messenger::{Button, Markup, Screen},
    people::menu_button,
    text,
    texts::Texts,
};

/// Courses on a page.
const PER_PAGE: usize = 8;
/// How many hours the buttons offer: the usual sizes of programmes.
const HOURS: [usize; 6] = [16, 18, 36, 72, 144, 250];

/// A page of one's own courses.
#[must_use]
pub fn courses_screen(courses: &[Course], page: usize, texts: &Texts) -> Screen {
    let last = courses.len().saturating_sub(1) / PER_PAGE;
    let page = page.min(last);
    let shown = courses.iter().skip(page * PER_PAGE).take(PER_PAGE).map(|course| {
        let year = course.days.map(|(_, last)| last.format("%Y").to_string()).unwrap_or_default();
        let dated = if year.is_empty() { "no" } else { "yes" };
        let label = label!(texts, "courses-list-entry", dated = dated, year = year, title = &course.title);
        Button::new(label, Action::Card(course.id))
    });
    let turn = |label: String, page: usize| Button::new(label, Action::List(page));
    let earlier = (page > 0).then(|| turn(label!(texts, "courses-list-earlier"), page - 1));
    let later = (page < last).then(|| turn(label!(texts, "courses-list-later"), page + 1));
    Screen::of(text!(texts, "courses-list-text", count = courses.len()))
        .column(shown)
        .row(earlier.into_iter().chain(later).collect())
        .row(vec![Button::new(label!(texts, "courses-list-add"), Action::Kinds)])
        .row(vec![menu_button(texts)])
        .at(Action::List(page))
}

/// Asks for the kind of a new course.
#[must_use]
pub fn kinds_screen(texts: &Texts) -> Screen {
    let kinds = CourseKind::ALL.map(|kind| {
        Button::new(label!(texts, "courses-kind-button", kind = kind.as_str()), Action::Begin(kind))
    });
    Screen::of(text!(texts, "courses-kinds-question"))
        .column(kinds)
        .row(vec![to_list(texts), menu_button(texts)])
        .at(Action::Kinds)
}

/// Asks for the name of a new course.
#[must_use]
pub fn begin_screen(kind: CourseKind, texts: &Texts) -> Screen {
    Screen::of(text!(texts, "courses-step-question", field = CourseStep::Title.as_str()))
        .row(vec![to_list(texts), menu_button(texts)])
        .at(Action::Begin(kind))
}

/// A course of one's own, with its fields to change.
#[must_use]
pub fn card_screen(course: &Course, texts: &Texts) -> Screen {
    let fields: Vec<Button> = CourseStep::ALL
        .into_iter()
        .map(|step| {
            let label = label!(texts, "courses-field", field = step.as_str());
            Button::new(label, Action::Step(course.id, step))
        })
        .collect();
    let screen = Screen::of(course_text(course, texts));
    let open = Button::new(label!(texts, "courses-card-open"), Action::Certificate(course.id));
    fields
        .chunks(2)
        .fold(screen, |screen, pair| screen.row(pair.to_vec()))
        .column(course.attachment_id.is_some().then_some(open))
        .row(vec![Button::new(label!(texts, "courses-card-drop"), Action::Drop(course.id))])
        .row(vec![to_list(texts), menu_button(texts)])
        .at(Action::Card(course.id))
}

/// A field to be asked for.
pub struct StepView<'a> {
    /// Of which course.
    pub course: &'a Course,
    /// Which.
    pub step: CourseStep,
}

/// Asks for a field.
#[must_use]
pub fn step_screen(view: &StepView<'_>, texts: &Texts) -> Screen {
    let (course, step) = (view.course, view.step);
    let id = course.id;
    let title = text!(texts, "courses-step-title", title = &course.title);
    let mut screen =
        Screen::of(title.paragraph(&text!(texts, "courses-step-question", field = step.as_str())));
    screen = match step {
        CourseStep::Hours => {
            screen.row(HOURS.map(|hours| Button::new(hours.to_string(), Action::Hours(id, hours))).to_vec())
        }
        CourseStep::Register | CourseStep::Deficit => screen.row(vec![
            Button::new(label!(texts, "courses-step-yes"), Action::Say(id, step, true)),
            Button::new(label!(texts, "courses-step-no"), Action::Say(id, step, false)),
        ]),
        _ => screen,
    };
    let is_said = !course.is_empty_at(step) && step != CourseStep::Title;
    let clear = Button::new(label!(texts, "courses-step-clear"), Action::Clear(id, step));
    let skip = step.next().map(|next| {
        let label = if is_said || step == CourseStep::Title {
            label!(texts, "courses-step-next")
        } else {
            label!(texts, "courses-step-skip")
        };
        Button::new(label, Action::Step(id, next))
    });
    screen
        .column(is_said.then_some(clear))
        .column(skip)
        .row(vec![to_card(id, texts), menu_button(texts)])
        .at(Action::Step(id, step))
}

/// Asks whether to delete a course.
#[must_use]
pub fn drop_screen(course: &Course, texts: &Texts) -> Screen {
    Screen::of(text!(texts, "courses-drop-question", title = &course.title))
        .row(vec![Button::new(label!(texts, "courses-drop-yes"), Action::Delete(course.id))])
        .row(vec![to_card(course.id, texts), menu_button(texts)])
        .at(Action::Drop(course.id))
}

/// Says why what was typed or sent was not taken.
#[must_use]
pub fn fault_word(fault: CourseFault, texts: &Texts) -> Markup {
    let fault = match fault {
        CourseFault::TooLong => "long",
        CourseFault::Unreadable => "unreadable",
    };
    text!(texts, "courses-step-fault", fault = fault)
}

fn to_list(texts: &Texts) -> Button {
    Button::new(label!(texts, "courses-back-list"), Action::List(0))
}

fn to_card(id: Uuid, texts: &Texts) -> Button {
    Button::new(label!(texts, "courses-back-card"), Action::Card(id))
}
