//! When methodologists of a municipality work, as a coordinator sees it.
//! Not here: changing it.

use super::Action;
use crate::{
    consultations::model::{ServiceBreak, Week},
    label,
    messenger::{Button, Screen},
    people::menu_button,
    text,
    texts::Texts,
};

/// The hours of the week and the ranges of days off to come. Lines typed here change them.
#[must_use]
pub fn calendar_screen((week, is_own): (&Week, bool), breaks: &[ServiceBreak], texts: &Texts) -> Screen {
    let days = (0_usize..).zip(week.words()).map(|(day, intervals)| {
        let has = if intervals.is_empty() { "no" } else { "yes" };
        let hours = intervals.join(", ").replace('-', "–");
        text!(texts, "consultations-calendar-day", day = day, has = has, hours = hours)
    });
    let text = days.fold(text!(texts, "consultations-calendar"), |text, day| text.line(&day));
    let mut screen = Screen::of(text.paragraph(&text!(texts, "consultations-calendar-ask")));
    for one in breaks {
        let Some((first, last)) = one.days() else { continue };
        let days = format!("{}–{}", first.format("%d.%m"), last.format("%d.%m.%Y"));
        let label = label!(texts, "consultations-calendar-break", days = days, title = &one.title);
        screen = screen.row(vec![Button::new(label, Action::Unbreak(one.id))]);
    }
    if is_own {
        screen = screen.row(vec![Button::new(label!(texts, "consultations-calendar-usual"), Action::Usual)]);
    }
    let back = Button::new(label!(texts, "consultations-back-queue"), Action::Queue);
    screen.row(vec![back, menu_button(texts)]).at(Action::Calendar)
}
