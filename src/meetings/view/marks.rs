//! Marking those who were there: as what they took part, what they won, and who is given a certificate.
//! Not here: any decision and any statement.

use std::collections::HashMap;

use super::{Action, After, to_meeting};
use crate::{
    label,
    meetings::model::{Marks, Meeting, MeetingKind, PartTaken, Participant},
    messenger::{Button, Markup, Screen},
    text,
    texts::Texts,
};

/// Everything that is shown of those who were there.
pub struct MarksView<'a> {
    /// The meeting.
    pub meeting: &'a Meeting,
    /// Its kind.
    pub kind: &'a MeetingKind,
    /// What can be marked.
    pub marks: &'a Marks,
    /// The stage of a contest.
    pub stage: Option<&'a str>,
    /// Who was there, by name.
    pub there: &'a [Participant],
}

/// People on a page.
const PER_PAGE: usize = 20;

/// The page on which one of a list stands.
#[must_use]
pub fn page_of(place: usize) -> usize {
    place / PER_PAGE
}

impl MarksView<'_> {
    fn part(&self, one: &Participant) -> PartTaken {
        one.part_taken(self.meeting, self.kind)
    }

    /// How many took part as what.
    fn counts(&self) -> HashMap<PartTaken, usize> {
        self.there.iter().fold(HashMap::new(), |mut counts, one| {
            *counts.entry(self.part(one)).or_default() += 1;
            counts
        })
    }

    /// The same in a line for each.
    fn counted(&self, texts: &Texts) -> Markup {
        let counts = self.counts();
        PartTaken::ALL.into_iter().fold(Markup::default(), |words, part| {
            let count = counts.get(&part).copied().unwrap_or_default();
            let part = self.marks.words(part);
            let counted = if part.is_counted { "yes" } else { "no" };
            words.line(&text!(
                texts,
                "meetings-parts-count",
                part = part.title,
                count = count,
                counted = counted
            ))
        })
    }

    /// What stands beside a name.
    fn said(&self, one: &Participant) -> String {
        if self.kind.is_contest {
            self.marks.award(one.award.as_deref()).to_owned()
        } else {
            self.marks.words(self.part(one)).title
        }
    }
}

/// Who was there and as what; of a contest also its stage.
#[must_use]
pub fn parts_screen(view: &MarksView<'_>, page: usize, texts: &Texts) -> Screen {
    let id = view.meeting.id;
    let last = view.there.len().saturating_sub(1) / PER_PAGE;
    let page = page.min(last);
    let text = text!(texts, "meetings-parts-text", count = view.there.len()).paragraph(&view.counted(texts));
    let people = view.there.iter().skip(page * PER_PAGE).take(PER_PAGE).map(|one| {
        let label = label!(texts, "meetings-parts-entry", name = &one.name, part = view.said(one));
        Button::new(label, After::Mark(id, one.person))
    });
    let stage = view.stage.map(|stage| view.marks.stage(stage)).filter(|stage| !stage.is_empty());
    let is_said = if stage.is_some() { "yes" } else { "no" };
    let stage = label!(texts, "meetings-parts-stage", said = is_said, stage = stage.unwrap_or_default());
    let to = |page: usize, label: String| Button::new(label, After::Parts(id, page));
    let earlier = (page > 0).then(|| to(page - 1, label!(texts, "meetings-page-earlier")));
    let later = (page < last).then(|| to(page + 1, label!(texts, "meetings-page-later")));
    Screen::of(text)
        .row(view.kind.is_contest.then(|| Button::new(stage, After::Stages(id))).into_iter().collect())
        .column(people)
        .row(earlier.into_iter().chain(later).collect())
        .row(vec![to_meeting(view.meeting, texts)])
        .at(After::Parts(id, page))
}

fn ticked(is_so: bool, title: &str, texts: &Texts) -> String {
    let chosen = if is_so { "yes" } else { "no" };
    label!(texts, "meetings-mark-entry", chosen = chosen, title = title)
}

/// What can be marked of one of those who were there.
#[must_use]
pub fn mark_screen(view: &MarksView<'_>, one: &Participant, texts: &Texts) -> Screen {
    let (id, own) = (view.meeting.id, view.part(one));
    let parts = PartTaken::ALL.map(|part| {
        let label = ticked(part == own, &view.marks.words(part).title, texts);
        Button::new(label, After::TookPart(id, one.person, part))
    });
    let won = view.marks.award(one.award.as_deref());
    let awards = view.marks.awards().iter().filter(|_| view.kind.is_contest).map(|award| {
        let label = ticked(award.title == won, &award.title, texts);
        Button::new(label, After::Won(id, one.person, award.id.clone()))
    });
    Screen::of(text!(texts, "meetings-mark-question", name = &one.name))
        .row(parts.to_vec())
        .column(awards)
        .row(vec![to_parts(view.meeting, texts)])
        .at(After::Mark(id, one.person))
}

fn to_parts(meeting: &Meeting, texts: &Texts) -> Button {
    Button::new(label!(texts, "meetings-parts-back"), After::Parts(meeting.id, 0))
}

/// At which stage of a contest people competed.
#[must_use]
pub fn stages_screen(view: &MarksView<'_>, texts: &Texts) -> Screen {
    let id = view.meeting.id;
    let stages = view.marks.stages().iter().map(|stage| {
        let label = ticked(view.stage == Some(&stage.id), &stage.title, texts);
        Button::new(label, After::Stage(id, stage.id.clone()))
    });
    Screen::of(text!(texts, "meetings-stages-question"))
        .column(stages)
        .row(vec![to_parts(view.meeting, texts)])
        .at(After::Stages(id))
}

/// Who can be given a certificate.
#[must_use]
pub fn certificates_screen(view: &MarksView<'_>, texts: &Texts) -> Screen {
    let id = view.meeting.id;
    let is_open = |one: &&Participant| one.certified_at.is_none();
    let open = view.there.iter().filter(is_open).count();
    let given = view.there.len() - open;
    let all = (open > 0).then(|| {
        Button::new(label!(texts, "meetings-certificates-all", count = open), After::Certify(id, None))
    });
    let by_part = PartTaken::ALL.into_iter().filter_map(|part| {
        let count = view.there.iter().filter(is_open).filter(|one| view.part(one) == part).count();
        let title = view.marks.words(part).title;
        let label = label!(texts, "meetings-certificates-part", part = title, count = count);
        (count > 0 && count < open).then(|| Button::new(label, After::Certify(id, Some(part))))
    });
    Screen::of(text!(texts, "meetings-certificates-text", there = view.there.len(), given = given))
        .row(all.into_iter().collect())
        .column(by_part)
        .row(vec![
            Button::new(label!(texts, "meetings-host-parts"), After::Parts(id, 0)),
            to_meeting(view.meeting, texts),
        ])
        .at(After::Certificates(id))
}

/// A meeting at which somebody was, in a line: when, what, as what, what they won.
pub struct AttendedLine {
    /// Our id of the meeting.
    pub meeting: uuid::Uuid,
    /// The words.
    pub words: String,
    /// Whether there is a certificate.
    pub is_certified: bool,
}

/// Where somebody was, with their certificates.
#[must_use]
pub fn attended_screen(lines: &[AttendedLine], back: Button, texts: &Texts) -> Screen {
    let buttons = lines.iter().map(|line| {
        let certified = if line.is_certified { "yes" } else { "no" };
        let label = label!(texts, "meetings-attended-entry", certified = certified, words = &line.words);
        Button::new(label, Action::Read(line.meeting))
    });
    Screen::of(text!(texts, "meetings-attended-text", count = lines.len()))
        .column(buttons)
        .row(vec![back])
        .at(After::Attended)
}

/// Where somebody was, among what is held about them.
#[must_use]
pub fn attended_sentence(words: &str, texts: &Texts) -> Markup {
    text!(texts, "meetings-told-attended", words = words)
}

/// Leads to where somebody was.
#[must_use]
pub fn attended_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "meetings-attended-button"), After::Attended)
}
