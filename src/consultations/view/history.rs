//! What goes with a request for whoever answers: what happened to it, the profile where it is shared, the hours it took.
//! Not here: the card and the work on it.

use super::{Action, Told, title};
use crate::{
    consultations::model::{CalledName, ConsultationRequest},
    label,
    messenger::{Button, Markup, Screen},
    people::menu_button,
    text,
    texts::Texts,
};

/// Lines of a history on a phone.
const MOST_EVENTS: usize = 8;
/// Tenths of an hour that one tap says.
pub const HOURS: [usize; 5] = [5, 10, 15, 20, 30];

/// What is told of a history; the rest only explains why somebody else was asked.
const TOLD: [&str; 13] = [
    "sent",
    "first",
    "taken",
    "given",
    "joined",
    "left",
    "released",
    "handed_up",
    "unsolved",
    "agreed",
    "reopened",
    "closed",
    "withdrawn",
];

/// Who took it, handed it on, closed it, and when; the latest lines.
pub(super) fn history_words(told: &Told, texts: &Texts) -> Markup {
    let events: Vec<_> = told.events.iter().filter(|event| TOLD.contains(&event.kind.as_str())).collect();
    let name = |person| told.name(person).map(CalledName::short);
    let lines = events[events.len().saturating_sub(MOST_EVENTS)..].iter().map(|event| {
        let (actor, target) = (name(event.actor_id), name(event.target_id));
        text!(
            texts,
            "consultations-event",
            kind = event.kind.as_str(),
            moment = told.moment(Some(event.at)),
            actor = actor.unwrap_or_else(|| "—".to_owned()),
            target = target.unwrap_or_else(|| "—".to_owned()),
        )
    });
    lines.fold(Markup::default(), |words, line| words.line(&line))
}

/// Hours as people write them: «0,5».
#[must_use]
pub fn hours_words(tenths: i64) -> String {
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        rest => format!("{},{rest}", tenths / 10),
    }
}

/// Hours that it took, the present ones ticked.
pub(super) fn hours_row(request: &ConsultationRequest, texts: &Texts) -> Vec<Button> {
    let button = |tenths: usize| {
        let kept = i64::try_from(tenths).unwrap_or_default();
        let is_on = if request.hours_tenths == Some(kept) { "yes" } else { "no" };
        let label = label!(texts, "consultations-hours", hours = hours_words(kept), on = is_on);
        Button::new(label, Action::Hours(request.id, tenths))
    };
    HOURS.map(button).to_vec()
}

/// The way to the profile of deficits, where it is shared.
pub(super) fn profile_row(told: &Told, texts: &Texts) -> Option<Vec<Button>> {
    let profile = || Button::new(label!(texts, "consultations-profile"), Action::Profile(told.request.id));
    told.request.shows_profile().then(|| vec![profile()])
}

/// The profile of deficits that is shared with a request.
#[must_use]
pub fn profile_screen(request: &ConsultationRequest, profile: &Markup, texts: &Texts) -> Screen {
    let head = text!(texts, "consultations-profile-head", title = title(request, texts));
    let text = if profile.is_empty() {
        head.paragraph(&text!(texts, "consultations-profile-none"))
    } else {
        head.paragraph(profile)
    };
    let back = Button::new(label!(texts, "consultations-card-back"), Action::Work(request.id));
    Screen::of(text).row(vec![back, menu_button(texts)]).at(Action::Profile(request.id))
}
