//! The minutes: walking through the agenda part by part, and the paper in the customary form.
//! Not here: reading what was typed.

use super::{
    Action, Deed, to_meeting,
    words::{day_words, kind_words, name_words},
};
use crate::{
    documents::{Block, Paper, paper_docx},
    label,
    meetings::model::{Decision, Hearing, Meeting, MeetingKinds, Minutes, MinutesPart, Participant},
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

fn decision_words(decision: &Decision, texts: &Texts) -> String {
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
    Screen::of(text)
        .row(vec![begin])
        .column(points)
        .row(vec![paper])
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

/// The paper, handed out.
pub fn minutes_paper_screen(
    view: &MinutesView<'_>,
    (people, visitors): (&[Participant], &[String]),
    texts: &Texts,
) -> anyhow::Result<Screen> {
    let paper = Paper { is_landscape: false, blocks: blocks(view, (people, visitors), texts) };
    let file = Attachment::File {
        name: label!(texts, "meetings-minutes-file"),
        bytes: paper_docx(&paper)?.into(),
        caption: Markup::default(),
    };
    Ok(minutes_screen(view, texts).with(file))
}

fn blocks(
    view: &MinutesView<'_>,
    (people, visitors): (&[Participant], &[String]),
    texts: &Texts,
) -> Vec<Block> {
    let (meeting, minutes) = (view.meeting, view.minutes);
    let line = |part: &'static str, said: String| {
        Block::Text(label!(texts, "meetings-paper-line", part = part, said = said))
    };
    let number = meeting.programme.number.map(|number| number.to_string()).unwrap_or_default();
    let numbered = if number.is_empty() { "no" } else { "yes" };
    let (there, absent): (Vec<_>, Vec<_>) = people.iter().partition(|one| one.attended_at.is_some());
    let quorum = if there.len() * 2 > people.len() { "yes" } else { "no" };
    let absent: Vec<&str> = absent.iter().map(|one| one.name.as_str()).collect();
    let day = meeting.programme.when.map(|when| day_words(when.from, texts)).unwrap_or_default();
    let kind = kind_words(&meeting.programme, view.kinds, texts);
    let name = name_words(&meeting.programme, view.kinds, texts);
    let mut guests: Vec<&str> = visitors.iter().map(String::as_str).collect();
    guests.extend(Some(minutes.guests.as_str()).filter(|said| !said.is_empty()));
    let (all, present) = (people.len(), there.len());
    let mut blocks = vec![
        Block::Right(meeting.host.clone()),
        Block::Title(label!(texts, "meetings-paper-title", numbered = numbered, number = number)),
        Block::Text(if kind == name { kind } else { format!("{kind}. {name}") }),
        line("day", day),
        line("place", meeting.programme.place.clone()),
        line("chair", minutes.chair.clone()),
        line("secretary", minutes.secretary.clone()),
        Block::Text(label!(texts, "meetings-paper-quorum", all = all, present = present, quorum = quorum)),
        line("absent", absent.join(", ")),
        line("guests", guests.join(", ")),
        Block::Heading(label!(texts, "meetings-paper-agenda")),
    ];
    for (point, item) in meeting.programme.agenda.iter().enumerate() {
        let spoken = if item.speaker.is_empty() { "no" } else { "yes" };
        let number = (point + 1).to_string();
        let (topic, speaker) = (&item.topic, &item.speaker);
        blocks.push(Block::Text(label!(
            texts,
            "meetings-paper-item",
            number = number,
            topic = topic,
            spoken = spoken,
            speaker = speaker
        )));
    }
    for point in 0..meeting.programme.agenda.len() {
        blocks.extend(point_blocks(view, point, texts));
    }
    blocks.push(line("signed-chair", minutes.chair.clone()));
    blocks.push(line("signed-secretary", minutes.secretary.clone()));
    blocks.push(Block::Heading(label!(texts, "meetings-paper-present")));
    blocks.push(present_table(&there, visitors, texts));
    blocks
}

fn point_blocks(view: &MinutesView<'_>, point: usize, texts: &Texts) -> Vec<Block> {
    let hearing = view.hearing(point);
    let speaker =
        view.meeting.programme.agenda.get(point).map(|item| item.speaker.clone()).unwrap_or_default();
    let number = (point + 1).to_string();
    let line = |part: &'static str, said: String| {
        Block::Text(label!(texts, "meetings-paper-line", part = part, said = said))
    };
    let mut blocks = vec![Block::Heading(format!("{number}. {}", view.topic(point)))];
    let heard = [speaker, hearing.heard.clone()].into_iter().filter(|said| !said.is_empty());
    blocks.push(line("heard", heard.collect::<Vec<_>>().join(" — ")));
    if !hearing.spoke.is_empty() {
        blocks.push(line("spoke", hearing.spoke.clone()));
    }
    let decided = hearing
        .decisions
        .iter()
        .enumerate()
        .map(|(at, decision)| format!("{number}.{}. {}", at + 1, decision_words(decision, texts)));
    blocks.push(line("decided", format!("\n{}", decided.collect::<Vec<_>>().join("\n"))));
    if let Some(votes) = hearing.votes {
        blocks.push(line("voted", votes_words(votes, texts)));
    }
    blocks
}

fn present_table(there: &[&Participant], visitors: &[String], texts: &Texts) -> Block {
    let columns = ["number", "name", "school", "signature"];
    let headings = columns.iter().map(|column| label!(texts, "meetings-paper-column", column = *column));
    let people = there.iter().map(|one| (one.name.clone(), one.school.clone()));
    let visitors = visitors.iter().map(|name| (name.clone(), label!(texts, "meetings-table-visitor")));
    let row = |(at, (name, school)): (usize, (String, String))| {
        vec![(at + 1).to_string(), name, school, String::new()]
    };
    Block::Table { headings: headings.collect(), rows: people.chain(visitors).enumerate().map(row).collect() }
}
