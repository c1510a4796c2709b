//! The steps through a record: each asks for one field, by buttons or by typed words, and each can be passed over.

use uuid::Uuid;

use super::{Action, card::to_card, papers::Titles};
use crate::{
    label,
    messenger::{Button, Markup, Screen},
    methodologist_pool::model::{Basis, Member, ReadingFault, Step, Topic},
    people::menu_button,
    text,
    texts::Texts,
};

/// Things to tick on a page.
const PER_PAGE: usize = 10;
/// How many open requests the buttons offer.
const CAPACITIES: [usize; 6] = [1, 2, 3, 5, 8, 10];

/// Everything a step shows.
pub struct StepView<'a> {
    /// Whose record it is.
    pub member: &'a Member,
    /// Which field.
    pub step: Step,
    /// The wanted page of things to tick.
    pub page: usize,
    /// What can be ticked there; empty at other steps.
    pub topics: &'a [Topic],
    /// Whether a methodologist answers for themself.
    pub is_own: bool,
}

/// The fields of a record, to go straight to one.
#[must_use]
pub fn fields_screen((member, name): (&Member, &str), texts: &Texts) -> Screen {
    let buttons: Vec<Button> = Step::ALL
        .into_iter()
        .map(|step| {
            let tick = if member.record.is_empty_at(step) { "" } else { "✓ " };
            let label = label!(texts, "methodologist_pool-field", field = step.as_str());
            Button::new(format!("{tick}{label}"), Action::Step(member.id, step, 0))
        })
        .collect();
    let screen = Screen::of(text!(texts, "methodologist_pool-fields-question", name = name));
    buttons
        .chunks(2)
        .fold(screen, |screen, pair| screen.row(pair.to_vec()))
        .row(vec![to_card(member.id, texts), menu_button(texts)])
        .at(Action::Fields(member.id))
}

/// Asks for one field.
#[must_use]
pub fn step_screen(view: &StepView<'_>, titles: &Titles<'_>, texts: &Texts) -> Screen {
    let (id, step, record) = (view.member.id, view.step, &view.member.record);
    let own = if view.is_own { "yes" } else { "no" };
    let mut text = text!(texts, "methodologist_pool-step-question", field = step.as_str(), own = own);
    let said = titles.field(record, step, texts);
    if !said.is_empty() && view.topics.is_empty() {
        text = text.paragraph(&text!(texts, "methodologist_pool-step-said", words = said));
    }
    let mut screen = choices(view, Screen::of(text), texts);
    let clear = Button::new(label!(texts, "methodologist_pool-step-clear"), Action::Clear(id, step));
    screen = screen.column((!record.is_empty_at(step)).then_some(clear));
    screen = if view.is_own {
        screen.row(vec![own_button(texts), menu_button(texts)])
    } else {
        let next = step.next().map(|next| {
            let label = if record.is_empty_at(step) {
                label!(texts, "methodologist_pool-step-skip")
            } else {
                label!(texts, "methodologist_pool-step-next")
            };
            Button::new(label, Action::Step(id, next, 0))
        });
        screen.column(next).row(vec![to_card(id, texts), menu_button(texts)])
    };
    screen.at(Action::Step(id, step, view.page))
}

fn own_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "methodologist_pool-own-back"), Action::Consulting)
}

/// The buttons of a step, where it has any.
fn choices(view: &StepView<'_>, screen: Screen, texts: &Texts) -> Screen {
    let id = view.member.id;
    match view.step {
        Step::Basis => screen.column(Basis::ALL.map(|basis| {
            Button::new(
                label!(texts, "methodologist_pool-basis", basis = basis.as_str()),
                Action::Basis(id, basis),
            )
        })),
        Step::Term => {
            screen.row(vec![Button::new(label!(texts, "methodologist_pool-step-year"), Action::Year(id))])
        }
        Step::Capacity => {
            let count = |count: usize| Button::new(count.to_string(), Action::Capacity(id, count));
            screen.row(CAPACITIES.map(count).to_vec())
        }
        Step::Backgrounds | Step::Directions | Step::Subjects => ticks(view, id, screen, texts),
        _ => screen,
    }
}

fn ticks(view: &StepView<'_>, id: Uuid, mut screen: Screen, texts: &Texts) -> Screen {
    let (step, ticked) = (view.step, view.member.record.ticked(view.step));
    let last = view.topics.len().saturating_sub(1) / PER_PAGE;
    let page = view.page.min(last);
    let shown = view.topics.iter().enumerate().skip(page * PER_PAGE).take(PER_PAGE);
    screen = screen.column(shown.map(|(place, topic)| {
        let tick = if ticked.contains(&topic.id) { "☑" } else { "☐" };
        Button::new(format!("{tick} {}", topic.short_title), Action::Tick(id, step, place))
    }));
    let turn = |label: String, page: usize| Button::new(label, Action::Step(id, step, page));
    let earlier = (page > 0).then(|| turn(label!(texts, "methodologist_pool-list-earlier"), page - 1));
    let later = (page < last).then(|| turn(label!(texts, "methodologist_pool-list-later"), page + 1));
    screen.row(earlier.into_iter().chain(later).collect())
}

/// The page on which a thing to tick stands.
#[must_use]
pub fn page_of(place: usize) -> usize {
    place / PER_PAGE
}

/// Says why typed words were not taken.
#[must_use]
pub fn fault_word(fault: ReadingFault, texts: &Texts) -> Markup {
    let fault = match fault {
        ReadingFault::TooLong => "long",
        ReadingFault::Unreadable => "unreadable",
        ReadingFault::Backwards => "backwards",
        ReadingFault::Buttons => "buttons",
    };
    text!(texts, "methodologist_pool-step-fault", fault = fault)
}
