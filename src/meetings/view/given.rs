//! The papers that people are given: certificates, and extracts of the minutes.
//! Not here: the minutes themselves.

use super::{
    Action, After, MinutesView,
    minutes::{decision_words, paper_line},
    words::{name_words, paper_days, said_name},
};
use crate::{
    documents::{Block, Filling, Template},
    label,
    meetings::model::{Attended, Decision, Meeting, MeetingKinds, PartTaken, Participant, topics_of},
    messenger::{Attachment, Button, Markup, Screen},
    outbox::Wording,
    text,
    texts::Texts,
};

/// Everything that a certificate says.
pub struct CertificateView<'a> {
    /// The meeting.
    pub meeting: &'a Meeting,
    /// The kinds there are.
    pub kinds: &'a MeetingKinds,
    /// Whose it is.
    pub one: &'a Participant,
    /// The stage of a contest.
    pub stage: Option<&'a str>,
    /// The name of whoever called it; may be empty.
    pub organiser: &'a str,
}

/// A certificate as a file. Its words are those of the installation, whoever reads the screen.
pub fn certificate_file(
    view: &CertificateView<'_>,
    template: &Template,
    texts: &Texts,
) -> anyhow::Result<Attachment> {
    let (meeting, one) = (view.meeting, view.one);
    let programme = &meeting.programme;
    let kind = view.kinds.of(&programme.kind);
    let marks = view.kinds.marks();
    let part = one.part_taken(meeting, &kind);
    let part = marks.words(part);
    let contest =
        |words: &str| Filling::or_nothing(if kind.is_contest { words.to_owned() } else { String::new() });
    let topics = topics_of(programme, &one.name).join("; ");
    let fillings = [
        ("организация", Filling::Words(meeting.host.clone())),
        ("подтверждает", Filling::Words(part.confirms)),
        ("ФИО", Filling::Words(one.name.clone())),
        ("школа", Filling::or_nothing(one.school.clone())),
        ("роль", Filling::or_nothing(part.title)),
        ("встреча", Filling::Words(said_name(programme, view.kinds, texts))),
        ("дата", Filling::or_nothing(programme.when.as_ref().map(paper_days).unwrap_or_default())),
        ("место", Filling::or_nothing(programme.place.clone())),
        ("тема", Filling::or_nothing(if part.part == PartTaken::Listened { String::new() } else { topics })),
        ("этап", contest(view.stage.map_or("", |stage| marks.stage(stage)))),
        ("итог", contest(marks.award(one.award.as_deref()))),
        ("организатор", Filling::Words(view.organiser.to_owned())),
    ];
    Ok(Attachment::File {
        name: label!(texts, "meetings-certificate-name"),
        bytes: template.fill(&fillings)?.into(),
        caption: Markup::default(),
    })
}

/// Somebody is given a certificate.
#[must_use]
pub fn certificate_wording(
    (meeting, kinds): (&Meeting, &MeetingKinds),
    file: Attachment,
    texts: &Texts,
) -> Wording {
    let brief =
        text!(texts, "meetings-certificate-text", name = name_words(&meeting.programme, kinds, texts));
    let button = Button::new(label!(texts, "meetings-certificate-again"), After::Certificate(meeting.id));
    Wording { screen: Screen::of(brief.clone()).with(file).alone(), brief, button }
}

/// What an extract is made of: the decisions that concern one person, each with the number of its point from 0.
pub struct ExtractView<'a> {
    /// The meeting and its minutes.
    pub minutes: MinutesView<'a>,
    /// Whom they concern, as their name is known.
    pub person: &'a str,
    /// The decisions: point, number within it, words.
    pub decisions: Vec<(usize, usize, &'a Decision)>,
}

/// An extract as a file.
pub fn extract_file(
    view: &ExtractView<'_>,
    template: &Template,
    texts: &Texts,
) -> anyhow::Result<Attachment> {
    let (meeting, minutes) = (view.minutes.meeting, view.minutes.minutes);
    let programme = &meeting.programme;
    let number = programme.number.map(|number| number.to_string()).unwrap_or_default();
    let numbered = if number.is_empty() { "no" } else { "yes" };
    let source = label!(texts, "meetings-extract-of", numbered = numbered, number = number);
    let fillings = [
        ("организация", Filling::Words(meeting.host.clone())),
        ("протокол", Filling::Words(source)),
        ("встреча", Filling::Words(said_name(programme, view.minutes.kinds, texts))),
        ("дата", Filling::or_nothing(programme.when.as_ref().map(paper_days).unwrap_or_default())),
        ("место", Filling::or_nothing(programme.place.clone())),
        ("председатель", Filling::Words(minutes.chair.clone())),
        ("секретарь", Filling::Words(minutes.secretary.clone())),
        ("ответственный", Filling::Words(view.person.to_owned())),
        ("решения", Filling::Blocks(decided(view, texts))),
    ];
    Ok(Attachment::File {
        name: label!(texts, "meetings-extract-name"),
        bytes: template.fill(&fillings)?.into(),
        caption: Markup::default(),
    })
}

/// The points with such decisions: what was heard, and what was decided.
fn decided(view: &ExtractView<'_>, texts: &Texts) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (point, item) in view.minutes.meeting.programme.agenda.iter().enumerate() {
        let own = view.decisions.iter().filter(|(at, ..)| *at == point);
        let lines: Vec<String> = own
            .map(|(_, number, decision)| {
                format!("{}.{}. {}", point + 1, number + 1, decision_words(decision, texts))
            })
            .collect();
        if lines.is_empty() {
            continue;
        }
        let heard = [item.speaker.clone(), item.topic.clone()];
        let heard = heard.into_iter().filter(|said| !said.is_empty()).collect::<Vec<_>>().join(" — ");
        blocks.push(paper_line("heard", heard, texts));
        blocks.push(paper_line("decided", format!("\n{}", lines.join("\n")), texts));
    }
    blocks
}

/// What was decided concerns somebody: the extract.
#[must_use]
pub fn extract_wording(
    (meeting, kinds): (&Meeting, &MeetingKinds),
    file: Attachment,
    texts: &Texts,
) -> Wording {
    let brief = text!(texts, "meetings-extract-text", name = name_words(&meeting.programme, kinds, texts));
    let button = Button::new(label!(texts, "meetings-letter-open"), Action::Read(meeting.id));
    let screen = Screen::of(brief.clone()).row(vec![button.clone()]).with(file).alone();
    Wording { screen, brief, button }
}

/// A meeting at which somebody of this name was, in a line.
#[must_use]
pub fn attended_words(attended: &Attended, (name, kinds): (&str, &MeetingKinds), texts: &Texts) -> String {
    let (programme, marks) = (&attended.programme, kinds.marks());
    let kind = kinds.of(&programme.kind);
    let title = format!("«{}»", name_words(programme, kinds, texts));
    let part = marks.words(attended.part_taken(name, &kind)).title;
    let stage = attended.stage.as_deref().map_or("", |stage| marks.stage(stage));
    let award = marks.award(attended.award.as_deref());
    let contest = [stage, award].map(str::to_owned).into_iter().filter(|_| kind.is_contest);
    let day = programme.when.as_ref().map(paper_days);
    let own = (!kind.is_contest || award.is_empty()).then_some(part);
    let words = day.into_iter().chain([title]).chain(own).chain(contest);
    words.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(", ")
}
