//! The minutes: walking through the agenda part by part, and the paper in the customary form.
//! Not here: reading what was typed.

use super::{
    Action, After, Deed, to_meeting,
    words::{paper_days, said_name},
};
use crate::{
    documents::{Block, Filling, Template},
    label,
    meetings::model::{
        AgendaItem, Decision, Hearing, Meeting, MeetingKinds, Minutes, MinutesPart, Participant, Programme,
    },
    messenger::{Attachment, Button, Markup, Screen},
    text,
    texts::Texts,
};

/// Everything that the minutes show.
pub struct MinutesView<'a> {
    /// The meeting.
    pub meeting: &'a Meeting,
    /// The kinds there are.
    pub kinds: &'a MeetingKinds,
    /// What is written so far.
    pub minutes: &'a Minutes,
}

impl MinutesView<'_> {
    fn hearing(&self, point: usize) -> Hearing {
        self.minutes.hearings.get(point).cloned().unwrap_or_default()
    }

    /// What a part says so far.
    fn said(&self, point: usize, part: MinutesPart, texts: &Texts) -> String {
        let hearing = self.hearing(point);
        match part {
            MinutesPart::Chair => self.minutes.chair.clone(),
            MinutesPart::Secretary => self.minutes.secretary.clone(),
            MinutesPart::Guests => self.minutes.guests.clone(),
            MinutesPart::Heard => hearing.heard,
            MinutesPart::Spoke => hearing.spoke,
            MinutesPart::Decided => {
                let lines = hearing.decisions.iter().map(|decision| decision_words(decision, texts));
                lines.collect::<Vec<_>>().join("\n")
            }
            MinutesPart::Votes => hearing.votes.map(|votes| votes_words(votes, texts)).unwrap_or_default(),
        }
    }

    fn topic(&self, point: usize) -> String {
        self.meeting.programme.agenda.get(point).map(|item| item.topic.clone()).unwrap_or_default()
    }
}

fn votes_words(votes: crate::meetings::model::Votes, texts: &Texts) -> String {
    let (yes, no, abstained) = (i64::from(votes.yes), i64::from(votes.no), i64::from(votes.abstained));
    label!(texts, "meetings-minutes-votes", yes = yes, no = no, abstained = abstained)
}

pub(super) fn decision_words(decision: &Decision, texts: &Texts) -> String {
    let done = if decision.who.is_empty() { "no" } else { "yes" };
    let timed = if decision.by.is_some() { "yes" } else { "no" };
    let by = decision.by.map(|by| by.format("%d.%m.%Y").to_string()).unwrap_or_default();
    label!(
        texts,
        "meetings-minutes-decision",
        words = &decision.words,
        done = done,
        who = &decision.who,
        timed = timed,
        by = by
    )
}

/// The minutes so far: the head, and a button for each point.
#[must_use]
pub fn minutes_screen(view: &MinutesView<'_>, texts: &Texts) -> Screen {
    let id = view.meeting.id;
    let mut text = text!(texts, "meetings-minutes-text");
    for part in [MinutesPart::Chair, MinutesPart::Secretary, MinutesPart::Guests] {
        let said = view.said(0, part, texts);
        if !said.is_empty() {
            text = text.line(&text!(texts, "meetings-minutes-line", part = part.as_str(), said = said));
        }
    }
    let points = view.meeting.programme.agenda.iter().enumerate().map(|(point, item)| {
        let ready = if view.hearing(point) == Hearing::default() { "no" } else { "yes" };
        let number = (point + 1).to_string();
        let label =
            label!(texts, "meetings-minutes-point", ready = ready, number = number, topic = &item.topic);
        Button::new(label, Action::Part(id, point, MinutesPart::Heard))
    });
    let begin = Button::new(label!(texts, "meetings-minutes-begin"), Action::Part(id, 0, MinutesPart::Chair));
    let paper = Button::new(label!(texts, "meetings-minutes-paper"), Action::On(id, Deed::Paper));
    let is_concerned = |hearing: &Hearing| hearing.decisions.iter().any(|decision| !decision.who.is_empty());
    let extracts = Button::new(label!(texts, "meetings-minutes-extracts"), After::Extracts(id));
    let extracts = view.minutes.hearings.iter().any(is_concerned).then_some(extracts);
    Screen::of(text)
        .row(vec![begin])
        .column(points)
        .row(std::iter::once(paper).chain(extracts).collect())
        .row(vec![to_meeting(view.meeting, texts)])
        .at(Action::On(id, Deed::Minutes))
}

/// Asks for one part.
#[must_use]
pub fn part_screen(view: &MinutesView<'_>, (point, part): (usize, MinutesPart), texts: &Texts) -> Screen {
    let id = view.meeting.id;
    let topic = view.topic(point);
    let number = (point + 1).to_string();
    let question =
        text!(texts, "meetings-minutes-question", part = part.as_str(), number = number, topic = topic);
    let said = view.said(point, part, texts);
    let said = if said.is_empty() { Markup::default() } else { Markup::plain(&said) };
    let next = part.next(point, view.meeting.programme.agenda.len());
    let skip = match next {
        Some((point, part)) => Action::Part(id, point, part),
        None => Action::On(id, Deed::Minutes),
    };
    let back = Button::new(label!(texts, "meetings-minutes-back"), Action::On(id, Deed::Minutes));
    Screen::of(question.paragraph(&said))
        .row(vec![Button::new(label!(texts, "meetings-minutes-skip"), skip), back])
        .at(Action::Part(id, point, part))
}

/// Everybody who was called, and who was there besides.
pub struct PresentView<'a> {
    /// Who was called, by name.
    pub people: &'a [Participant],
    /// Who was there without an account.
    pub visitors: &'a [String],
}

/// The paper, handed out. Its words are those of the installation, those of the screen the reader's.
pub fn minutes_paper_screen(
    view: &MinutesView<'_>,
    present: &PresentView<'_>,
    template: &Template,
    (texts, paper_texts): (&Texts, &Texts),
) -> anyhow::Result<Screen> {
    let file = Attachment::File {
        name: label!(texts, "meetings-minutes-file"),
        bytes: template.fill(&fillings(view, present, paper_texts))?.into(),
        caption: Markup::default(),
    };
    Ok(minutes_screen(view, texts).with(file))
}

fn fillings(
    view: &MinutesView<'_>,
    present: &PresentView<'_>,
    texts: &Texts,
) -> Vec<(&'static str, Filling)> {
    let (meeting, minutes) = (view.meeting, view.minutes);
    let programme = &meeting.programme;
    let people = present.people;
    let (there, absent): (Vec<_>, Vec<_>) = people.iter().partition(|one| one.attended_at.is_some());
    let quorum = if there.len() * 2 > people.len() { "yes" } else { "no" };
    let absent: Vec<&str> = absent.iter().map(|one| one.name.as_str()).collect();
    let mut guests: Vec<&str> = present.visitors.iter().map(String::as_str).collect();
    guests.extend(Some(minutes.guests.as_str()).filter(|said| !said.is_empty()));
    let (all, count) = (people.len(), there.len());
    let quorum = label!(texts, "meetings-paper-quorum", all = all, present = count, quorum = quorum);
    let points = (0..programme.agenda.len()).flat_map(|point| point_blocks(view, point, texts)).collect();
    let day = programme.when.as_ref().map(paper_days).unwrap_or_default();
    vec![
        ("организация", Filling::Words(meeting.host.clone())),
        ("протокол", Filling::Words(number_words(programme, texts))),
        ("встреча", Filling::Words(said_name(programme, view.kinds, texts))),
        ("дата", Filling::or_nothing(day)),
        ("место", Filling::or_nothing(programme.place.clone())),
        ("председатель", Filling::Words(minutes.chair.clone())),
        ("секретарь", Filling::Words(minutes.secretary.clone())),
        ("кворум", Filling::Words(quorum)),
        ("отсутствовали", Filling::or_nothing(absent.join(", "))),
        ("приглашены", Filling::or_nothing(guests.join(", "))),
        ("повестка", Filling::Blocks(agenda_blocks(programme, texts))),
        ("ход", Filling::Blocks(points)),
        ("явочный лист", Filling::Blocks(vec![present_table(view, (&there, present.visitors), texts)])),
    ]
}

/// «ПРОТОКОЛ № 3».
fn number_words(programme: &Programme, texts: &Texts) -> String {
    let number = programme.number.map(|number| number.to_string()).unwrap_or_default();
    let numbered = if number.is_empty() { "no" } else { "yes" };
    label!(texts, "meetings-paper-title", numbered = numbered, number = number)
}

fn agenda_blocks(programme: &Programme, texts: &Texts) -> Vec<Block> {
    let item = |(point, item): (usize, &AgendaItem)| {
        let spoken = if item.speaker.is_empty() { "no" } else { "yes" };
        let number = (point + 1).to_string();
        let (topic, speaker) = (&item.topic, &item.speaker);
        Block::Text(label!(
            texts,
            "meetings-paper-item",
            number = number,
            topic = topic,
            spoken = spoken,
            speaker = speaker
        ))
    };
    programme.agenda.iter().enumerate().map(item).collect()
}

/// «СЛУШАЛИ: …», and its like.
pub(super) fn paper_line(part: &'static str, said: String, texts: &Texts) -> Block {
    Block::Text(label!(texts, "meetings-paper-line", part = part, said = said))
}

fn point_blocks(view: &MinutesView<'_>, point: usize, texts: &Texts) -> Vec<Block> {
    let hearing = view.hearing(point);
    let speaker =
        view.meeting.programme.agenda.get(point).map(|item| item.speaker.clone()).unwrap_or_default();
    let number = (point + 1).to_string();
    let line = |part: &'static str, said: String| paper_line(part, said, texts);
    let mut blocks = vec![Block::Heading(format!("{number}. {}", view.topic(point)))];
    let heard = [speaker, hearing.heard.clone()].into_iter().filter(|said| !said.is_empty());
    let heard = heard.collect::<Vec<_>>().join(" — ");
    if !heard.is_empty() {
        blocks.push(line("heard", heard));
    }
    if !hearing.spoke.is_empty() {
        blocks.push(line("spoke", hearing.spoke.clone()));
    }
    let decided = hearing.decisions.iter().enumerate();
    let decided: Vec<String> = decided
        .map(|(at, decision)| format!("{number}.{}. {}", at + 1, decision_words(decision, texts)))
        .collect();
    if !decided.is_empty() {
        blocks.push(line("decided", format!("\n{}", decided.join("\n"))));
    }
    if let Some(votes) = hearing.votes {
        blocks.push(line("voted", votes_words(votes, texts)));
    }
    blocks
}

fn present_table(
    view: &MinutesView<'_>,
    (there, visitors): (&[&Participant], &[String]),
    texts: &Texts,
) -> Block {
    let columns = ["number", "name", "school", "part", "signature"];
    let headings = columns.iter().map(|column| label!(texts, "meetings-paper-column", column = *column));
    let kind = view.kinds.of(&view.meeting.programme.kind);
    let part = |one: &Participant| view.kinds.marks().words(one.part_taken(view.meeting, &kind)).title;
    let people = there.iter().map(|one| [one.name.clone(), one.school.clone(), part(one)]);
    let visitor = |name: &String| [name.clone(), label!(texts, "meetings-table-visitor"), String::new()];
    let row = |(at, [name, school, part]): (usize, [String; 3])| {
        vec![(at + 1).to_string(), name, school, part, String::new()]
    };
    let rows = people.chain(visitors.iter().map(visitor)).enumerate().map(row).collect();
    Block::Table { headings: headings.collect(), rows }
}
