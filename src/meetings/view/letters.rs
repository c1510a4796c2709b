//! What is said unasked about a meeting.
//! Not here: whether it still is to be said.

use chrono::{DateTime, Utc};

use super::{
    Action, CardView, Deed, Spot,
    card::letter_card,
    ics_attachment,
    words::{changes, moment_words, name_words, when_words},
};
use crate::{
    label,
    meetings::model::{Decision, Meeting, MeetingKinds, Reply, Said},
    messenger::{Button, Markup, Screen},
    outbox::Wording,
    text,
    texts::Texts,
};

/// A meeting about which somebody is written to.
pub struct Lettered<'a> {
    /// What it shows to them.
    pub card: CardView<'a>,
    /// Whether they took its calendar file and get it renewed.
    pub has_file: bool,
}

impl Lettered<'_> {
    fn name(&self, texts: &Texts) -> String {
        name_words(&self.card.meeting.programme, self.card.kinds, texts)
    }

    fn when(&self, texts: &Texts) -> String {
        self.card.meeting.programme.when.as_ref().map(|span| when_words(span, texts)).unwrap_or_default()
    }

    /// The card under an introduction; the same in one line.
    fn wording(&self, intro: &Markup, brief: Markup, texts: &Texts) -> Wording {
        let open = label!(texts, "meetings-letter-open");
        let button = Button::new(open, Action::Read(self.card.meeting.id));
        Wording { screen: letter_card(&self.card, intro, texts), brief, button }
    }

    /// Renews the calendar file of whoever took it.
    fn with_file(&self, wording: Wording, texts: &Texts) -> Wording {
        if !self.has_file {
            return wording;
        }
        let file = ics_attachment(self.card.meeting, self.card.kinds, (self.card.now, texts));
        Wording { screen: wording.screen.with(file), ..wording }
    }
}

/// Somebody is called.
#[must_use]
pub fn notice_wording(view: &Lettered<'_>, texts: &Texts) -> Wording {
    let intro = text!(texts, "meetings-notice-intro", host = &view.card.meeting.host);
    let brief = text!(texts, "meetings-notice-brief", name = view.name(texts), at = view.when(texts));
    view.wording(&intro, brief, texts)
}

/// A meeting was moved: what has changed, and the question again.
#[must_use]
pub fn moved_wording(view: &Lettered<'_>, texts: &Texts) -> Wording {
    let meeting = view.card.meeting;
    let was = meeting.was.as_ref().unwrap_or(&meeting.programme);
    let asked = match view.card.invited.map(|invited| invited.reply) {
        Some(Reply::Coming | Reply::Offered) => "coming",
        Some(Reply::Waiting) => "waiting",
        _ => "others",
    };
    let intro = text!(texts, "meetings-moved-intro", name = view.name(texts))
        .paragraph(&changes(was, &meeting.programme, texts))
        .paragraph(&text!(texts, "meetings-moved-question", asked = asked));
    let brief = text!(texts, "meetings-moved-brief", name = view.name(texts), at = view.when(texts));
    view.with_file(view.wording(&intro, brief, texts), texts)
}

/// A meeting was called off.
#[must_use]
pub fn cancelled_wording(view: &Lettered<'_>, texts: &Texts) -> Wording {
    let brief = text!(texts, "meetings-cancelled-brief", name = view.name(texts), at = view.when(texts));
    let button = Button::new(label!(texts, "meetings-back-mine"), Action::Meetings);
    let screen = Screen::of(brief.clone()).row(vec![button.clone()]).alone();
    view.with_file(Wording { screen, brief, button }, texts)
}

/// A meeting comes nearer, for whoever goes there.
#[must_use]
pub fn reminder_wording(view: &Lettered<'_>, hours: i64, texts: &Texts) -> Wording {
    let far = match hours {
        0..24 => "soon",
        24..168 => "day",
        _ => "week",
    };
    let intro = text!(texts, "meetings-reminder-intro", far = far);
    let brief =
        text!(texts, "meetings-reminder-brief", far = far, name = view.name(texts), at = view.when(texts));
    view.wording(&intro, brief, texts)
}

/// Somebody has not answered.
#[must_use]
pub fn nudge_wording(view: &Lettered<'_>, texts: &Texts) -> Wording {
    let intro = text!(texts, "meetings-nudge-intro");
    let brief = text!(texts, "meetings-nudge-brief", name = view.name(texts), at = view.when(texts));
    view.wording(&intro, brief, texts)
}

/// A seat is held for somebody.
#[must_use]
pub fn offer_wording(view: &Lettered<'_>, until: DateTime<Utc>, texts: &Texts) -> Wording {
    let at = moment_words(until, view.card.own_zone, texts);
    let intro = text!(texts, "meetings-offer-intro");
    let brief = text!(texts, "meetings-offer-brief", name = view.name(texts), at = at);
    view.wording(&intro, brief, texts)
}

/// A seat that was held went to the next.
#[must_use]
pub fn passed_on_wording(view: &Lettered<'_>, texts: &Texts) -> Wording {
    let brief = text!(texts, "meetings-passed-on", name = view.name(texts));
    let again = label!(texts, "meetings-passed-on-again");
    let button = Button::new(again, Action::Reply(Spot::Letter, view.card.meeting.id, Said::Coming));
    Wording { screen: Screen::of(brief.clone()).row(vec![button.clone()]).alone(), brief, button }
}

/// Whoever called a meeting may not any more, and people are still to be told.
#[must_use]
pub fn alarm_wording(meeting: &Meeting, kinds: &MeetingKinds, texts: &Texts) -> Wording {
    let name = name_words(&meeting.programme, kinds, texts);
    let brief = text!(texts, "meetings-alarm-text", name = name);
    let button = Button::new(label!(texts, "meetings-alarm-open"), Action::On(meeting.id, Deed::Show));
    Wording { screen: Screen::of(brief.clone()).row(vec![button.clone()]), brief, button }
}

/// Something that was decided falls due.
#[must_use]
pub fn task_wording(
    (meeting, decision): (&Meeting, &Decision),
    kinds: &MeetingKinds,
    texts: &Texts,
) -> Wording {
    let name = name_words(&meeting.programme, kinds, texts);
    let brief = text!(texts, "meetings-task-text", name = name, words = &decision.words);
    let button = Button::new(label!(texts, "meetings-letter-open"), Action::Read(meeting.id));
    Wording { screen: Screen::of(brief.clone()).row(vec![button.clone()]), brief, button }
}
