//! The screens and letters of consultations.
//! Not here: any decision and any statement.

mod action;
mod asking;
mod calendar;
mod choosing;
mod groups;
mod history;
mod letters;
mod reports;
mod times;
mod working;

pub use action::{ACTIONS, Action, WORD};
pub use asking::{
    Gathered, WISHES, areas_screen, asked_screen, below_thanks, consult_button, found_screen, gather_screen,
    helped_screen, rated_screen, reopened_screen, sent_screen, show_screen, subjects_screen, withdraw_screen,
};
pub use calendar::calendar_screen;
pub use choosing::{Choosing, accompanied_screen, first_screen, people_screen};
pub use groups::{
    GroupTold, fitting_screen, group_areas_screen, group_close_screen, group_draft_screen, group_file,
    group_letter, group_screen, groups_screen,
};
pub use history::{HOURS, hours_words, profile_screen};
pub use letters::{
    Digest, assigned_letter, card_gone_letter, card_letter, closed_letter, digest_letter, invited_letter,
    notice_letter,
};
pub use reports::{
    FiguresView, JournalLine, NamedFigures, Span, figures_file, figures_screen, journal_paper,
    journal_screen, journal_sheet,
};
pub use times::{agreed_screen, calendar_file, talk_letter, times_letter, times_screen, understood_screen};
pub use working::{
    Seat, canned_screen, card_screen, close_screen, keep_screen, later_screen, note_screen, queue_screen,
    work_screen,
};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

use super::model::{
    CalledName, ConsultationRequest, ConsultationRules, PriorityMark, ProposedTime, RequestEvent,
};
use crate::{
    label,
    messenger::{Button, Markup},
    text,
    texts::Texts,
    threads::{Face, ThreadMessage},
    units::Catalogue,
};

/// What screens take their words from.
pub type Words<'a> = (&'a Catalogue, &'a ConsultationRules, &'a Texts);

/// Everything that is told of a request.
#[derive(Debug, Clone)]
pub struct Told {
    /// The request.
    pub request: ConsultationRequest,
    /// Who asks and who has taken it, as they are called.
    pub names: Vec<CalledName>,
    /// Colleagues who were invited into it; their names are among the names.
    pub guests: Vec<Uuid>,
    /// What happened to it; who did is among the names.
    pub events: Vec<RequestEvent>,
    /// The time to talk that was agreed.
    pub agreed: Option<ProposedTime>,
    /// The school, in short.
    pub school: Option<String>,
    /// Why it goes before others.
    pub marks: Vec<PriorityMark>,
    /// The zone of the municipality.
    pub zone: Tz,
    /// Its thread.
    pub thread: Option<Uuid>,
    /// What was said in it.
    pub said: Vec<ThreadMessage>,
}

impl Told {
    /// What a line in a list takes.
    #[must_use]
    pub fn line(request: ConsultationRequest, zone: Tz) -> Self {
        let (names, guests, marks, said) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self {
            request,
            names,
            guests,
            events: Vec::new(),
            agreed: None,
            school: None,
            marks,
            zone,
            thread: None,
            said,
        }
    }

    fn name(&self, person: Option<Uuid>) -> Option<&CalledName> {
        self.names.iter().find(|name| Some(name.person_id) == person)
    }

    fn teacher(&self, texts: &Texts) -> String {
        let name = self.name(self.request.teacher_id);
        name.map_or_else(|| label!(texts, "consultations-somebody"), CalledName::short)
    }

    fn taker(&self, texts: &Texts) -> String {
        let name = self.name(self.request.taken_by);
        name.map_or_else(|| label!(texts, "consultations-somebody"), CalledName::address)
    }

    /// The same with the time that was agreed and who else is in the conversation below it.
    fn with_guests(&self, words: Markup, texts: &Texts) -> Markup {
        let words = match self.agreed.as_ref().filter(|_| self.request.state.is_open()) {
            Some(time) => {
                words.line(&text!(texts, "consultations-agreed", time = times::time_words(time, texts)))
            }
            None => words,
        };
        let names = self.guests.iter().filter_map(|guest| self.name(Some(*guest)));
        let names: Vec<String> = names.map(CalledName::address).collect();
        if names.is_empty() {
            return words;
        }
        words.line(&text!(texts, "consultations-guests", names = names.join(", ")))
    }

    fn moment(&self, at: Option<DateTime<Utc>>) -> String {
        at.map(|at| at.with_timezone(&self.zone).format("%d.%m, %H:%M").to_string()).unwrap_or_default()
    }

    /// What the teacher asked before there was an answer, one message after the other; where a methodologist wrote first,
    /// their words above.
    fn question(&self, texts: &Texts) -> Markup {
        let is_own = |message: &&ThreadMessage| {
            let begins = self.request.is_written_first && message.number == 1;
            let asks = self.request.answered_at.is_none_or(|answered| message.said_at < answered);
            begins || (asks && message.author_id == self.request.teacher_id)
        };
        let own = self.said.iter().filter(is_own);
        let words = own.clone().map(|message| Markup::trusted(message.words.as_str()));
        let words = words.filter(|words| !words.is_empty());
        let text = words.fold(Markup::default(), |text, words| text.paragraph(&words));
        let files: usize = own.map(|message| message.files.len()).sum();
        let files =
            if files > 0 { text!(texts, "consultations-files", count = files) } else { Markup::default() };
        text.paragraph(&files)
    }
}

/// «№ 41»: the number that people see.
#[must_use]
pub fn title(request: &ConsultationRequest, texts: &Texts) -> String {
    match request.number {
        Some(number) => {
            let first = if request.is_written_first { "yes" } else { "no" };
            label!(texts, "consultations-title", number = number, first = first)
        }
        None => label!(texts, "consultations-title-draft"),
    }
}

/// The number, the area, the subject.
fn head(request: &ConsultationRequest, (catalogue, rules, texts): Words<'_>) -> Markup {
    let title = text!(texts, "consultations-head", title = title(request, texts));
    title.line(&Markup::plain(&about(request, (catalogue, rules, texts))))
}

/// The area and the subject.
fn about(request: &ConsultationRequest, (catalogue, rules, _): Words<'_>) -> String {
    let subject = request.subject.as_deref();
    let subject = subject.map(|id| catalogue.subject(id).map_or(id, |subject| subject.title.as_str()));
    [Some(rules.area_title(&request.area)), subject].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// How somebody is called in the thread of a request: the teacher in short, whoever answers as one speaks to them.
#[must_use]
pub fn author_words(name: &CalledName, (is_teacher, is_reader): (bool, bool), texts: &Texts) -> String {
    match (is_reader, is_teacher) {
        (true, _) => label!(texts, "consultations-you"),
        (false, true) => name.short(),
        (false, false) => label!(texts, "consultations-methodologist", name = name.address()),
    }
}

/// How the thread of a request looks to one of its readers.
#[must_use]
pub fn face(
    request: &ConsultationRequest,
    names: Vec<(Uuid, String)>,
    is_teacher: bool,
    texts: &Texts,
) -> Face {
    let home = if is_teacher { Action::Show(request.id) } else { Action::Work(request.id) };
    let title = title(request, texts);
    let home = Button::new(label!(texts, "consultations-home", title = title.as_str()), home);
    Face { title, names, home, takes_words: request.state.is_open() }
}

/// What is held about a person here.
#[must_use]
pub fn told_sentence((asked, taken): (i64, i64), texts: &Texts) -> Option<Markup> {
    (asked + taken > 0).then(|| text!(texts, "consultations-told", asked = asked, taken = taken))
}
