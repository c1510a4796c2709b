//! A meeting as whoever calls it sees it: how people stand to it, moving it, calling it off, and the day itself.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::{
    Action, After, Deed, Side, to_meeting,
    words::{agenda, changes, head, moment_words, name_words},
};
use crate::{
    label,
    meetings::model::{Meeting, MeetingKinds, MeetingState, Participant, Programme, Reply},
    messenger::{Attachment, Button, Markup, Screen},
    text,
    texts::Texts,
};

/// Everything that whoever calls sees.
pub struct HostView<'a> {
    /// The meeting.
    pub meeting: &'a Meeting,
    /// The kinds there are.
    pub kinds: &'a MeetingKinds,
    /// How many stand how to it.
    pub counts: HashMap<Reply, i64>,
    /// Whether it goes on in the name of somebody who still may.
    pub is_kept: bool,
    /// The zone of its place.
    pub zone: Tz,
    /// Now.
    pub now: DateTime<Utc>,
}

impl HostView<'_> {
    /// When people are called, where that is later; else how they stand to it.
    fn called(&self, texts: &Texts) -> Markup {
        let is_open = self.meeting.state == MeetingState::Open;
        match self.meeting.notice_at.filter(|_| is_open) {
            Some(at) => text!(texts, "meetings-host-notice", at = moment_words(at, self.zone, texts)),
            None => self.counted(texts),
        }
    }

    fn counted(&self, texts: &Texts) -> Markup {
        let count = |reply: Reply| self.counts.get(&reply).copied().unwrap_or_default();
        let all: i64 = self.counts.values().sum();
        // For a moment nobody is written down yet.
        if all == 0 {
            return Markup::default();
        }
        let coming = count(Reply::Coming);
        let mut words = match self.meeting.capacity {
            Some(seats) => text!(texts, "meetings-host-seats", coming = coming, seats = seats),
            None => text!(texts, "meetings-host-coming", coming = coming, all = all),
        };
        for reply in [Reply::Offered, Reply::Waiting, Reply::Unsure, Reply::Declined, Reply::Silent] {
            if count(reply) > 0 {
                words = words.line(&text!(
                    texts,
                    "meetings-host-count",
                    reply = reply.as_str(),
                    count = count(reply)
                ));
            }
        }
        words
    }
}

/// How a meeting stands.
#[must_use]
pub fn host_screen(view: &HostView<'_>, texts: &Texts) -> Screen {
    let meeting = view.meeting;
    let button = |label: String, deed: Deed| Button::new(label, Action::On(meeting.id, deed));
    let (is_ahead, is_open) = (meeting.is_ahead(view.now), meeting.state == MeetingState::Open);
    let state = if is_open { Markup::default() } else { text!(texts, "meetings-card-cancelled") };
    let kept = if view.is_kept { Markup::default() } else { text!(texts, "meetings-host-not-kept") };
    let until = meeting.answer_by.filter(|until| *until > view.now && is_open);
    let until = until.map(|at| text!(texts, "meetings-terms-until", at = moment_words(at, view.zone, texts)));
    let text = head(&meeting.programme, view.kinds, texts)
        .paragraph(&agenda(&meeting.programme, texts))
        .paragraph(&state)
        .paragraph(&view.called(texts))
        .paragraph(&until.unwrap_or_default())
        .paragraph(&kept);
    let people = Button::new(label!(texts, "meetings-host-people"), Action::People(meeting.id, 0));
    let there = Button::new(label!(texts, "meetings-host-attendance"), Action::Attendance(meeting.id, 0));
    let over = button(label!(texts, "meetings-host-take-over"), Deed::TakeOver);
    let is_put_off = is_ahead && meeting.notice_at.is_some();
    let call_now = button(label!(texts, "meetings-host-call-now"), Deed::CallNow);
    let screen = Screen::of(text)
        .row(is_put_off.then_some(call_now).into_iter().collect())
        .row((!view.is_kept).then_some(over).into_iter().collect())
        .row(vec![people, button(label!(texts, "meetings-host-table"), Deed::Table)]);
    let screen = if is_ahead {
        screen
            .row(vec![
                button(label!(texts, "meetings-host-move"), Deed::Move),
                button(label!(texts, "meetings-host-cancel"), Deed::AskCancel),
            ])
            .row(vec![
                button(label!(texts, "meetings-compose-place"), Deed::Place),
                button(label!(texts, "meetings-compose-agenda"), Deed::Agenda),
                button(label!(texts, "meetings-host-seats-button"), Deed::Seats),
            ])
    } else {
        screen
    };
    let minutes = button(label!(texts, "meetings-host-minutes"), Deed::Minutes);
    let parts = Button::new(label!(texts, "meetings-host-parts"), After::Parts(meeting.id, 0));
    let certificates =
        Button::new(label!(texts, "meetings-host-certificates"), After::Certificates(meeting.id));
    let past = vec![minutes, parts, certificates];
    let fields = Button::new(label!(texts, "meetings-fields-button"), Side::Fields(meeting.id));
    let day = [button(label!(texts, "meetings-host-code"), Deed::Code), there];
    screen
        .row(if is_open { day.into() } else { Vec::new() })
        .row(if is_open { vec![fields] } else { Vec::new() })
        .row(if is_open && !is_ahead { past } else { Vec::new() })
        .row(vec![
            button(label!(texts, "meetings-host-refresh"), Deed::Show),
            Button::new(label!(texts, "meetings-back-called"), Action::Called),
        ])
        .at(Action::On(meeting.id, Deed::Show))
}

/// The question before a meeting is moved, with what changes.
#[must_use]
pub fn moving_screen(meeting: &Meeting, to: &Programme, texts: &Texts) -> Screen {
    let text = text!(texts, "meetings-moving-question").paragraph(&changes(&meeting.programme, to, texts));
    Screen::of(text)
        .row(vec![Button::new(label!(texts, "meetings-moving-yes"), Action::On(meeting.id, Deed::Moving))])
        .row(vec![to_meeting(meeting, texts)])
        .at(Action::On(meeting.id, Deed::Move))
}

/// The question before a meeting is called off.
#[must_use]
pub fn cancel_screen(meeting: &Meeting, kinds: &MeetingKinds, texts: &Texts) -> Screen {
    let name = name_words(&meeting.programme, kinds, texts);
    Screen::of(text!(texts, "meetings-cancel-question", name = name))
        .row(vec![Button::new(label!(texts, "meetings-cancel-yes"), Action::On(meeting.id, Deed::Cancel))])
        .row(vec![to_meeting(meeting, texts)])
        .at(Action::On(meeting.id, Deed::AskCancel))
}

/// Somebody's name and school in a line.
fn line(one: &Participant, texts: &Texts) -> Markup {
    let reason = if one.reason.is_empty() { "no" } else { "yes" };
    text!(
        texts,
        "meetings-people-line",
        reply = one.reply.as_str(),
        name = &one.name,
        school = &one.school,
        said = reason,
        reason = &one.reason
    )
}

/// People on a page.
const PER_PAGE: usize = 20;

/// Who comes, and who does not.
#[must_use]
pub fn people_screen(meeting: &Meeting, people: &[Participant], page: usize, texts: &Texts) -> Screen {
    let last = people.len().saturating_sub(1) / PER_PAGE;
    let page = page.min(last);
    let shown = people.iter().skip(page * PER_PAGE).take(PER_PAGE);
    let lines = shown.fold(Markup::default(), |words, one| words.line(&line(one, texts)));
    let text = text!(texts, "meetings-people-text", count = people.len()).paragraph(&lines);
    let to = |page: usize, label: String| Button::new(label, Action::People(meeting.id, page));
    let earlier = (page > 0).then(|| to(page - 1, label!(texts, "meetings-page-earlier")));
    let later = (page < last).then(|| to(page + 1, label!(texts, "meetings-page-later")));
    Screen::of(text)
        .row(earlier.into_iter().chain(later).collect())
        .row(vec![to_meeting(meeting, texts)])
        .at(Action::People(meeting.id, page))
}

/// Who is there: a button for each who was called, those who said that they come first.
#[must_use]
pub fn attendance_screen(
    meeting: &Meeting,
    (people, visitors): (&[Participant], usize),
    page: usize,
    texts: &Texts,
) -> Screen {
    let there = people.iter().filter(|one| one.attended_at.is_some()).count();
    let text = text!(texts, "meetings-attendance-text", there = there, visitors = visitors);
    let last = people.len().saturating_sub(1) / PER_PAGE;
    let page = page.min(last);
    let button = |(row, one): (usize, &Participant)| {
        let ticked = if one.attended_at.is_some() { "yes" } else { "no" };
        let label = label!(texts, "meetings-attendance-entry", ticked = ticked, name = &one.name);
        Button::new(label, Action::Tick(meeting.id, page, row))
    };
    let to = |page: usize, label: String| Button::new(label, Action::Attendance(meeting.id, page));
    let earlier = (page > 0).then(|| to(page - 1, label!(texts, "meetings-page-earlier")));
    let later = (page < last).then(|| to(page + 1, label!(texts, "meetings-page-later")));
    let visitors =
        Button::new(label!(texts, "meetings-attendance-visitors"), Action::On(meeting.id, Deed::Visitors));
    Screen::of(text)
        .column(people.iter().enumerate().skip(page * PER_PAGE).take(PER_PAGE).map(button))
        .row(earlier.into_iter().chain(later).collect())
        .row(vec![
            Button::new(label!(texts, "meetings-attendance-online"), After::Online(meeting.id)),
            visitors,
        ])
        .row(vec![to_meeting(meeting, texts)])
        .at(Action::Attendance(meeting.id, page))
}

/// Asks for the names of people who are there without an account.
#[must_use]
pub fn visitors_screen(meeting: &Meeting, visitors: &[String], texts: &Texts) -> Screen {
    let names = visitors.iter().fold(Markup::default(), |words, name| words.line(&Markup::plain(name)));
    Screen::of(text!(texts, "meetings-visitors-question").paragraph(&names))
        .row(vec![to_meeting(meeting, texts)])
        .at(Action::On(meeting.id, Deed::Visitors))
}

/// The word of the door, with the picture of the link.
#[must_use]
pub fn code_screen(meeting: &Meeting, code: Option<&str>, picture: Option<Vec<u8>>, texts: &Texts) -> Screen {
    let text = match code {
        Some(code) => text!(texts, "meetings-code-text", code = code),
        None => text!(texts, "meetings-code-closed"),
    };
    let screen =
        Screen::of(text).row(vec![to_meeting(meeting, texts)]).at(Action::On(meeting.id, Deed::Code));
    match picture {
        Some(png) => screen
            .with(Attachment::Picture { bytes: png.into(), caption: text!(texts, "meetings-code-caption") }),
        None => screen,
    }
}
