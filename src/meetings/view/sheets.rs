//! Open lessons: which are ahead, and what colleagues say of one, question by question, then as a sheet and a paper.
//! Not here: who may see a sheet.

use uuid::Uuid;

use super::{
    Action, After,
    lists::read_button,
    words::{name_words, paper_days, said_name},
};
use crate::{
    documents::{Block, Paper, paper_docx},
    label,
    meetings::model::{LessonQuestion, LessonSheet, Meeting, MeetingKinds, Programme, Reply, SCALE},
    messenger::{Attachment, Button, Markup, Screen},
    outbox::Wording,
    people::menu_button,
    text,
    texts::Texts,
};

/// A lesson that is ahead or was lately.
pub struct LessonLine<'a> {
    /// Our id.
    pub id: Uuid,
    /// What is told of it.
    pub programme: &'a Programme,
    /// Who calls: an association, a school, a municipality.
    pub host: &'a str,
    /// How the reader stands to it.
    pub reply: Option<Reply>,
}

/// The schedule: the lessons of each association and each place, soonest first.
#[must_use]
pub fn lessons_screen(lessons: &[LessonLine<'_>], kinds: &MeetingKinds, texts: &Texts) -> Screen {
    let mut hosts: Vec<&str> = Vec::new();
    for lesson in lessons.iter().filter(|lesson| !lesson.host.is_empty()) {
        if !hosts.contains(&lesson.host) {
            hosts.push(lesson.host);
        }
    }
    let mut text = text!(texts, "meetings-lessons-text", count = lessons.len());
    for host in hosts {
        let own = lessons.iter().filter(|lesson| lesson.host == host);
        let lines = own.fold(text!(texts, "meetings-lessons-host", host = host), |words, lesson| {
            let days = lesson.programme.when.as_ref().map(paper_days).unwrap_or_default();
            let name = name_words(lesson.programme, kinds, texts);
            words.line(&text!(texts, "meetings-lessons-line", days = days, name = name))
        });
        text = text.paragraph(&lines);
    }
    let buttons =
        lessons.iter().map(|lesson| read_button(&(lesson.id, lesson.programme, lesson.reply), kinds, texts));
    Screen::of(text)
        .column(buttons)
        .row(vec![Button::new(label!(texts, "meetings-back-mine"), Action::Meetings), menu_button(texts)])
        .at(After::Lessons)
}

/// Leads to the schedule.
#[must_use]
pub fn lessons_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "meetings-lessons-button"), After::Lessons)
}

/// A sheet with the names of those it is about.
pub struct SheetView<'a> {
    /// The lesson.
    pub meeting: &'a Meeting,
    /// The kinds there are.
    pub kinds: &'a MeetingKinds,
    /// The questions.
    pub questions: &'a [LessonQuestion],
    /// The sheet.
    pub sheet: &'a LessonSheet,
    /// Whose lesson it was.
    pub teacher: &'a str,
    /// Who says it; empty where we do not know them any more.
    pub author: &'a str,
    /// Whether the reader is the teacher, who may keep it.
    pub is_teachers: bool,
}

fn answer_words(question: &LessonQuestion, answer: &str, texts: &Texts) -> String {
    if question.is_scale { label!(texts, "meetings-sheet-scale", answer = answer) } else { answer.to_owned() }
}

impl SheetView<'_> {
    /// The questions that were answered, with the answers.
    fn answered(&self, texts: &Texts) -> Vec<(&str, String)> {
        let answered = self.questions.iter().filter_map(|question| {
            let answer = self.sheet.answers.get(&question.id)?;
            Some((question.title.as_str(), answer_words(question, answer, texts)))
        });
        answered.collect()
    }
}

/// The sheets of a lesson that somebody may see, each with the name of its author.
#[must_use]
pub fn sheets_screen(
    (meeting, kinds): (&Meeting, &MeetingKinds),
    sheets: &[(LessonSheet, String)],
    may_begin: bool,
    texts: &Texts,
) -> Screen {
    let name = name_words(&meeting.programme, kinds, texts);
    let begin = Button::new(label!(texts, "meetings-sheets-begin"), After::BeginSheet(meeting.id));
    let buttons = sheets.iter().map(|(sheet, author)| {
        let finished = if sheet.finished_at.is_some() { "yes" } else { "no" };
        let label = label!(texts, "meetings-sheets-entry", finished = finished, author = author);
        Button::new(label, After::Sheet(sheet.id))
    });
    Screen::of(text!(texts, "meetings-sheets-text", name = name, count = sheets.len()))
        .row(may_begin.then_some(begin).into_iter().collect())
        .column(buttons)
        .row(vec![Button::new(label!(texts, "meetings-back"), Action::Read(meeting.id))])
        .at(After::Sheets(meeting.id))
}

/// Asks one question about a lesson.
#[must_use]
pub fn question_screen(view: &SheetView<'_>, place: usize, texts: &Texts) -> Screen {
    let (sheet, all) = (view.sheet, view.questions.len());
    let back = Button::new(label!(texts, "meetings-sheet-back"), After::Sheet(sheet.id));
    let Some(question) = view.questions.get(place) else { return sheet_screen(view, texts) };
    let said = sheet.answers.get(&question.id);
    let number = (place + 1).to_string();
    let text = text!(
        texts,
        "meetings-sheet-question",
        number = number,
        all = all.to_string(),
        title = &question.title,
        scale = if question.is_scale { "yes" } else { "no" }
    );
    let said_words = said.filter(|_| !question.is_scale).map(|said| Markup::plain(said));
    let scale = SCALE.iter().enumerate().filter(|_| question.is_scale).map(|(at, answer)| {
        let chosen = if said.is_some_and(|said| said == answer) { "yes" } else { "no" };
        let title = label!(texts, "meetings-sheet-scale", answer = *answer);
        let label = label!(texts, "meetings-mark-entry", chosen = chosen, title = title);
        Button::new(label, After::Rate(sheet.id, place, at))
    });
    let next = if place + 1 < all { After::Ask(sheet.id, place + 1) } else { After::Sheet(sheet.id) };
    Screen::of(text.paragraph(&said_words.unwrap_or_default()))
        .row(scale.collect())
        .row(vec![Button::new(label!(texts, "meetings-minutes-skip"), next), back])
        .at(After::Ask(sheet.id, place))
}

/// A sheet: what was answered so far, or as it was finished.
#[must_use]
pub fn sheet_screen(view: &SheetView<'_>, texts: &Texts) -> Screen {
    let (sheet, id) = (view.sheet, view.sheet.id);
    let is_finished = sheet.finished_at.is_some();
    let name = name_words(&view.meeting.programme, view.kinds, texts);
    let finished = if is_finished { "yes" } else { "no" };
    let mut text = text!(
        texts,
        "meetings-sheet-text",
        name = name,
        teacher = view.teacher,
        author = view.author,
        finished = finished
    );
    for (title, answer) in view.answered(texts) {
        text = text.paragraph(&text!(texts, "meetings-sheet-answer", title = title, answer = answer));
    }
    let button = |label: String, action: After| Button::new(label, action);
    let open = [
        button(label!(texts, "meetings-sheet-go-on"), After::Ask(id, first_open(view))),
        button(label!(texts, "meetings-sheet-finish"), After::FinishSheet(id)),
    ];
    let kept = if sheet.kept_at.is_some() { "yes" } else { "no" };
    let keep = button(label!(texts, "meetings-sheet-keep", kept = kept), After::KeepSheet(id));
    let paper = button(label!(texts, "meetings-sheet-paper"), After::SheetPaper(id));
    let done = std::iter::once(paper).chain(view.is_teachers.then_some(keep));
    Screen::of(text)
        .row(if is_finished { done.collect() } else { open.to_vec() })
        .row(vec![Button::new(label!(texts, "meetings-sheets-back"), After::Sheets(sheet.meeting))])
        .at(After::Sheet(id))
}

/// The first question without an answer, or the first of all.
fn first_open(view: &SheetView<'_>) -> usize {
    let is_open = |question: &LessonQuestion| !view.sheet.answers.contains_key(&question.id);
    view.questions.iter().position(is_open).unwrap_or_default()
}

/// A finished sheet as a paper.
pub fn sheet_file(view: &SheetView<'_>, texts: &Texts) -> anyhow::Result<Attachment> {
    let programme = &view.meeting.programme;
    let days = programme.when.as_ref().map(paper_days).unwrap_or_default();
    let headings = ["number", "question", "answer"]
        .map(|column| label!(texts, "meetings-sheet-column", column = column));
    let rows = view.answered(texts).into_iter().zip(1_usize..);
    let rows = rows.map(|((title, answer), number)| vec![number.to_string(), title.to_owned(), answer]);
    let line = |part: &'static str, said: &str| {
        Block::Text(label!(texts, "meetings-sheet-line", part = part, said = said))
    };
    let blocks = vec![
        Block::Title(label!(texts, "meetings-sheet-title")),
        Block::Text(said_name(programme, view.kinds, texts)),
        line("day", &days),
        line("teacher", view.teacher),
        line("author", view.author),
        Block::Table { headings: headings.to_vec(), rows: rows.collect() },
    ];
    Ok(Attachment::File {
        name: label!(texts, "meetings-sheet-name"),
        bytes: paper_docx(&Paper { is_landscape: false, blocks })?.into(),
        caption: Markup::default(),
    })
}

/// A sheet that a teacher keeps, in a line.
#[must_use]
pub fn kept_words((meeting, kinds): (&Meeting, &MeetingKinds), author: &str, texts: &Texts) -> String {
    let programme = &meeting.programme;
    let days = programme.when.as_ref().map(paper_days).unwrap_or_default();
    let name = name_words(programme, kinds, texts);
    label!(texts, "meetings-sheet-kept", days = days, name = name, author = author)
}

/// A colleague has said what they think of somebody's lesson.
#[must_use]
pub fn sheet_wording(view: &SheetView<'_>, texts: &Texts) -> Wording {
    let name = name_words(&view.meeting.programme, view.kinds, texts);
    let brief = text!(texts, "meetings-sheet-told", name = name, author = view.author);
    let button = Button::new(label!(texts, "meetings-sheet-open"), After::Sheet(view.sheet.id));
    Wording { screen: Screen::of(brief.clone()).row(vec![button.clone()]), brief, button }
}
