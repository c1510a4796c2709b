//! Group consultations: announcing one, who has joined, and what a teacher sees of it.
//! Not here: whom it fits.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::{Action, Words, times::time_words};
use crate::{
    consultations::model::{CalledName, GroupConsultation, GroupMember},
    documents::{CalendarEvent, Method, Span, event_ics},
    label,
    messenger::{Attachment, Button, Markup, Screen},
    outbox::Wording,
    people::menu_button,
    text,
    texts::Texts,
};

/// Minutes before it at which the calendar calls.
const ALARM_MINUTES: u32 = 60;

/// Everything that is told of a group consultation.
#[derive(Debug, Clone)]
pub struct GroupTold {
    /// The group consultation.
    pub group: GroupConsultation,
    /// Who has joined.
    pub members: Vec<GroupMember>,
    /// What they and the leader are called.
    pub names: Vec<CalledName>,
    /// The zone of the municipality.
    pub zone: Tz,
}

impl GroupTold {
    /// Whether there is no room for anybody else.
    #[must_use]
    pub fn is_full(&self) -> bool {
        i64::try_from(self.members.len()).unwrap_or(i64::MAX) >= self.group.capacity
    }

    fn name(&self, person: Option<uuid::Uuid>) -> Option<&CalledName> {
        self.names.iter().find(|name| Some(name.person_id) == person)
    }
}

/// What one leads, and the way to a new one.
#[must_use]
pub fn groups_screen(led: &[GroupConsultation], texts: &Texts) -> Screen {
    let line = |group: &GroupConsultation| {
        let label = label!(
            texts,
            "consultations-group-line",
            topic = &group.topic,
            time = time_words(&group.time(), texts)
        );
        Button::new(label, Action::Group(group.id))
    };
    let new = Button::new(label!(texts, "consultations-group-new"), Action::NewGroup);
    let back = Button::new(label!(texts, "consultations-back-queue"), Action::Queue);
    Screen::of(text!(texts, "consultations-groups", count = led.len()))
        .column(led.iter().map(line))
        .row(vec![new])
        .row(vec![back, menu_button(texts)])
        .at(Action::Groups)
}

fn back_to_groups(screen: Screen, texts: &Texts) -> Screen {
    let back = Button::new(label!(texts, "consultations-groups-back"), Action::Groups);
    screen.row(vec![back, menu_button(texts)])
}

/// What is it about?
#[must_use]
pub fn group_areas_screen((_, rules, texts): Words<'_>) -> Screen {
    let areas = rules.areas.iter().map(|area| Button::new(&area.title, Action::GroupArea(area.id.clone())));
    let screen = Screen::of(text!(texts, "consultations-group-areas")).column(areas);
    back_to_groups(screen, texts).at(Action::NewGroup)
}

/// For which subject? Words typed here are the four lines; what was understood stands above.
#[must_use]
pub fn group_draft_screen(
    group: &GroupConsultation,
    subjects: &[(String, String)],
    words: Words<'_>,
) -> Screen {
    let (_, rules, texts) = words;
    let area = rules.area_title(&group.area);
    let mut text = text!(texts, "consultations-group-draft", area = area);
    let is_filled = group.capacity > 0;
    if is_filled {
        text =
            text.paragraph(&group_words(group, texts)).paragraph(&text!(texts, "consultations-group-right"));
    } else {
        text = text.paragraph(&text!(texts, "consultations-group-ask"));
    }
    let ticked = |is_on: bool, title: &str| {
        let on = if is_on { "yes" } else { "no" };
        label!(texts, "consultations-group-subject", on = on, title = title)
    };
    let mut buttons: Vec<Button> = Vec::new();
    for (id, title) in subjects {
        let is_on = group.subject.as_ref() == Some(id);
        buttons.push(Button::new(ticked(is_on, title), Action::GroupSubject(id.clone())));
    }
    let all = texts.plain("consultations-group-subject-all", &[]);
    buttons.push(Button::new(ticked(group.subject.is_none(), &all), Action::GroupSubject("none".to_owned())));
    let mut screen = Screen::of(text).column(buttons);
    if is_filled {
        let announce = label!(texts, "consultations-group-announce");
        screen = screen.row(vec![Button::new(announce, Action::Announce(group.id))]);
    }
    back_to_groups(screen, texts).at(Action::GroupDraft)
}

/// Topic, time and place.
fn group_words(group: &GroupConsultation, texts: &Texts) -> Markup {
    text!(
        texts,
        "consultations-group-words",
        topic = &group.topic,
        time = time_words(&group.time(), texts),
        place = &group.place,
        capacity = group.capacity,
    )
}

/// Who has joined. Each is marked as having come by a tap once it has begun.
#[must_use]
pub fn group_screen(told: &GroupTold, has_begun: bool, texts: &Texts) -> Screen {
    let id = told.group.id;
    let joined = told.members.len();
    let mut text = group_words(&told.group, texts).paragraph(&text!(
        texts,
        "consultations-group-joined",
        count = joined
    ));
    let mut screen = Screen::default();
    for member in &told.members {
        let name = told.name(Some(member.person_id)).map(CalledName::short).unwrap_or_default();
        if has_begun {
            let on = if member.came { "yes" } else { "no" };
            let label = label!(texts, "consultations-group-subject", on = on, title = name);
            screen = screen.row(vec![Button::new(label, Action::Came(id, member.person_id))]);
        } else {
            text = text.line(&Markup::plain(&name));
        }
    }
    if has_begun {
        let close = label!(texts, "consultations-group-close");
        screen = screen.row(vec![Button::new(close, Action::GroupClose(id))]);
    }
    screen = screen.row(vec![Button::new(label!(texts, "consultations-group-cancel"), Action::CallOff(id))]);
    screen.text = text;
    back_to_groups(screen, texts).at(Action::Group(id))
}

/// Asks for the materials that close it.
#[must_use]
pub fn group_close_screen(group: &GroupConsultation, texts: &Texts) -> Screen {
    let text = text!(texts, "consultations-group-close-ask", topic = &group.topic);
    let back = Button::new(label!(texts, "consultations-groups-back"), Action::Group(group.id));
    Screen::of(text).row(vec![back, menu_button(texts)]).at(Action::GroupClose(group.id))
}

/// A group consultation as a teacher sees it: to be joined, or joined.
#[must_use]
pub fn fitting_screen(told: &GroupTold, (is_member, has_draft): (bool, bool), texts: &Texts) -> Screen {
    let (group, id) = (&told.group, told.group.id);
    let leader = told.name(group.leader_id).map(CalledName::address).unwrap_or_default();
    let state = match (is_member, told.is_full()) {
        (true, _) => "joined",
        (false, true) => "full",
        (false, false) => "open",
    };
    let text = group_words(group, texts)
        .line(&text!(texts, "consultations-group-leader", name = leader))
        .paragraph(&text!(texts, "consultations-group-state", state = state));
    let mut screen = Screen::of(text);
    if is_member {
        let leave = label!(texts, "consultations-group-leave");
        screen = screen.row(vec![Button::new(leave, Action::Unjoin(id))]);
    } else if !told.is_full() {
        screen = screen.row(vec![Button::new(label!(texts, "consultations-group-join"), Action::Join(id))]);
    }
    let back = if has_draft {
        Button::new(label!(texts, "consultations-found-back"), Action::Ask)
    } else {
        Button::new(label!(texts, "consultations-back-asked"), Action::Consult)
    };
    screen.row(vec![back, menu_button(texts)]).at(Action::Fitting(id))
}

/// A button that leads to a group consultation beside a question.
pub(super) fn fitting_button(group: &GroupConsultation, texts: &Texts) -> Button {
    let time = time_words(&group.time(), texts);
    let label = label!(texts, "consultations-group-fits", topic = &group.topic, time = time);
    Button::new(label, Action::Fitting(group.id))
}

/// News of a group consultation.
#[must_use]
pub fn group_letter(news: &str, told: &GroupTold, texts: &Texts) -> Wording {
    let group = &told.group;
    let materials = Markup::trusted(group.materials.clone().unwrap_or_default());
    let brief = text!(texts, "consultations-group-news", news = news, topic = &group.topic);
    let text = match news {
        "materials" => brief.clone().paragraph(&materials),
        "cancelled" => brief.clone(),
        _ => brief.clone().paragraph(&group_words(group, texts)),
    };
    let button = Button::new(label!(texts, "consultations-group-open"), Action::Fitting(group.id));
    let join = Button::new(label!(texts, "consultations-group-join"), Action::Join(group.id));
    let row = match news {
        "invited" => vec![join, button.clone()],
        "soon" => vec![button.clone()],
        _ => Vec::new(),
    };
    Wording { screen: Screen::of(text).row(row), brief, button }
}

/// The group consultation, for a calendar.
#[must_use]
pub fn group_file(told: &GroupTold, now: DateTime<Utc>, texts: &Texts) -> Attachment {
    let group = &told.group;
    let (from, until) = group.time().span(told.zone);
    let event = CalendarEvent {
        uid: format!("consultation-group-{}@metodist", group.id),
        sequence: u32::try_from(now.timestamp() / 60).unwrap_or_default(),
        method: Method::Request,
        made_at: now,
        span: Span::Timed(from, until),
        title: group.topic.clone(),
        details: String::new(),
        place: group.place.clone(),
        link: None,
        organiser: told.name(group.leader_id).map(CalledName::address).unwrap_or_default(),
        alarm_minutes: Some(ALARM_MINUTES),
    };
    let caption = text!(texts, "consultations-talk-caption");
    let name = label!(texts, "consultations-group-file");
    Attachment::File { name, bytes: event_ics(&event).into(), caption }
}
