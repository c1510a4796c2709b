//! A meeting as somebody sees it who was called: what is told, how they stand to it, and the buttons to answer.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::{
    Action, After, Side, Spot,
    words::{agenda, head, moment_words},
};
use crate::{
    label,
    meetings::model::{Invited, Meeting, MeetingKinds, MeetingState, Reply, Said, Wish},
    messenger::{Button, Markup, Screen},
    text,
    texts::Texts,
};

/// Everything that a meeting shows to one person.
pub struct CardView<'a> {
    /// The meeting.
    pub meeting: &'a Meeting,
    /// The kinds there are.
    pub kinds: &'a MeetingKinds,
    /// How they stand to it; nothing where they may come without having been called.
    pub invited: Option<Invited>,
    /// The zone of its place.
    pub zone: Tz,
    /// The person's own zone.
    pub own_zone: Tz,
    /// How many materials there are.
    pub materials: usize,
    /// Whether what was decided is written down.
    pub is_recorded: bool,
    /// Names of other meetings to which they go at the same time.
    pub clashes: Vec<String>,
    /// Now.
    pub now: DateTime<Utc>,
}

impl CardView<'_> {
    fn reply(&self) -> Reply {
        self.invited.map_or(Reply::Silent, |invited| invited.reply)
    }

    /// What is told of the meeting, with the time on one's own clock where that shows another.
    pub(super) fn told(&self, texts: &Texts) -> Markup {
        let meeting = self.meeting;
        let mut words = head(&meeting.programme, self.kinds, texts);
        if let Some(at) = meeting.starts_at
            && meeting.programme.when.is_some_and(|when| when.begins.is_some())
            && at.with_timezone(&self.zone).naive_local() != at.with_timezone(&self.own_zone).naive_local()
        {
            words = words.line(&text!(
                texts,
                "meetings-card-own-time",
                at = moment_words(at, self.own_zone, texts)
            ));
        }
        words.paragraph(&agenda(&meeting.programme, texts))
    }

    /// How the person stands to it, in words.
    pub(super) fn standing(&self, texts: &Texts) -> Markup {
        let meeting = self.meeting;
        if meeting.state == MeetingState::Cancelled {
            return text!(texts, "meetings-card-cancelled");
        }
        let attended = self.invited.is_some_and(|invited| invited.attended_at.is_some());
        let mut words = if attended { text!(texts, "meetings-card-attended") } else { self.answer(texts) };
        if !self.clashes.is_empty() && !meeting.is_over(self.now) && self.reply() != Reply::Declined {
            words = words.line(&text!(texts, "meetings-card-clash", names = self.clashes.join("», «")));
        }
        words
    }

    fn answer(&self, texts: &Texts) -> Markup {
        let (meeting, reply) = (self.meeting, self.reply());
        let is_asked = meeting.takes_answers(self.now);
        let until =
            meeting.answer_by.map(|until| moment_words(until, self.own_zone, texts)).unwrap_or_default();
        let offered = self.invited.and_then(|invited| invited.offered_until);
        match (reply, offered) {
            (Reply::Offered, Some(until)) => {
                text!(texts, "meetings-card-offered", at = moment_words(until, self.own_zone, texts))
            }
            (Reply::Silent, _) if is_asked => text!(texts, "meetings-card-asked", at = until),
            (Reply::Silent, _) => text!(texts, "meetings-card-late"),
            _ => text!(texts, "meetings-card-standing", reply = reply.as_str()),
        }
    }

    fn buttons(&self, screen: Screen, spot: Spot, texts: &Texts) -> Screen {
        let (meeting, reply) = (self.meeting, self.reply());
        let is_ahead = meeting.is_ahead(self.now);
        let mut screen = screen;
        if meeting.takes_answers(self.now) || (reply == Reply::Offered && meeting.is_ahead(self.now)) {
            let button = |said: Said| {
                let is_chosen = matches!(
                    (said, reply),
                    (Said::Coming, Reply::Coming | Reply::Waiting)
                        | (Said::Declined, Reply::Declined)
                        | (Said::Unsure, Reply::Unsure)
                );
                let chosen = if is_chosen { "yes" } else { "no" };
                let label = label!(texts, "meetings-card-say", said = said.as_str(), chosen = chosen);
                Button::new(label, Action::Reply(spot, meeting.id, said))
            };
            screen = screen
                .row(vec![button(Said::Coming), button(Said::Declined)])
                .row(vec![button(Said::Unsure)]);
        }
        let file = Button::new(label!(texts, "meetings-card-file"), Action::File(spot, meeting.id));
        let why = Button::new(label!(texts, "meetings-card-why"), Action::Why(meeting.id));
        let here = Button::new(label!(texts, "meetings-card-here"), Action::Here(meeting.id));
        let is_certified = self.invited.is_some_and(|invited| invited.certified_at.is_some());
        let certificate = label!(texts, "meetings-certificate-again");
        let certificate = Button::new(certificate, After::Certificate(meeting.id));
        let is_lesson = self.kinds.of(&meeting.programme.kind).is_lesson;
        let has_sheets = is_lesson && meeting.state == MeetingState::Open && !meeting.is_ahead(self.now);
        let sheets = Button::new(label!(texts, "meetings-sheets-button"), After::Sheets(meeting.id));
        let is_sought = is_ahead && meeting.programme.seeks_speakers && self.invited.is_some();
        let wish = |wish: Wish| {
            let label = label!(texts, "meetings-card-wish", wish = wish.as_str());
            Button::new(label, Side::Wish(meeting.id, wish))
        };
        let wishes = if is_sought { Wish::ALL.map(wish).into() } else { Vec::new() };
        let count = self.materials;
        let papers =
            Button::new(label!(texts, "meetings-card-papers", count = count), Side::Papers(meeting.id));
        let record = Button::new(label!(texts, "meetings-card-record"), Side::Record(meeting.id));
        let link = meeting.programme.link.as_ref();
        let link = link.map(|address| Button::link(label!(texts, "meetings-card-link"), address));
        let is_there = self.invited.is_some_and(|invited| invited.attended_at.is_some());
        screen
            .row((meeting.door_is_open(self.now) && !is_there).then_some(here).into_iter().collect())
            .row(has_sheets.then_some(sheets).into_iter().collect())
            .row(is_certified.then_some(certificate).into_iter().collect())
            .row(wishes)
            .row((count > 0).then_some(papers).into_iter().collect())
            .row(self.is_recorded.then_some(record).into_iter().collect())
            .row((is_ahead && reply != Reply::Declined).then_some(file).into_iter().collect())
            .row((is_ahead && reply == Reply::Declined).then_some(why).into_iter().collect())
            .row(link.filter(|_| meeting.state == MeetingState::Open).into_iter().collect())
    }
}

/// A meeting under a line that says why it is told, as a message that stands by itself.
#[must_use]
pub fn letter_card(view: &CardView<'_>, intro: &Markup, texts: &Texts) -> Screen {
    let text = intro.clone().paragraph(&view.told(texts)).paragraph(&view.standing(texts));
    view.buttons(Screen::of(text), Spot::Letter, texts).alone()
}

/// A meeting on a screen of its own.
#[must_use]
pub fn own_card(view: &CardView<'_>, texts: &Texts) -> Screen {
    let text = view.told(texts).paragraph(&view.standing(texts));
    view.buttons(Screen::of(text), Spot::Card, texts)
        .row(vec![Button::new(label!(texts, "meetings-back-mine"), Action::Meetings)])
        .at(Action::Read(view.meeting.id))
}

/// Asks why somebody does not come.
#[must_use]
pub fn why_screen(meeting: &Meeting, texts: &Texts) -> Screen {
    Screen::of(text!(texts, "meetings-why-question"))
        .row(vec![Button::new(label!(texts, "meetings-back"), Action::Read(meeting.id))])
        .at(Action::Why(meeting.id))
}

/// Asks for the word of the door.
#[must_use]
pub fn here_screen(meeting: &Meeting, texts: &Texts) -> Screen {
    Screen::of(text!(texts, "meetings-here-question"))
        .row(vec![Button::new(label!(texts, "meetings-back"), Action::Read(meeting.id))])
        .at(Action::Here(meeting.id))
}
