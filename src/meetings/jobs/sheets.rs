//! What is known of a sheet about a lesson, and the letter to whoever gave the lesson.
//! Not here: writing one.

use chrono::TimeDelta;
use uuid::Uuid;

use super::letters::{Matter, letter_of};
use crate::{
    app::App,
    db::Tx,
    meetings::{
        model::{LessonSheet, Meeting, PartTaken},
        store,
        view::{self, SheetView},
    },
    outbox::{self, Class, NewLetter, Told},
    texts::Texts,
};

/// For so long the letter is worth sending.
const WORTH: TimeDelta = TimeDelta::days(30);

/// Whoever gave a lesson: of those who were called the one who led it.
pub async fn teacher_of(app: &App, meeting: &Meeting) -> anyhow::Result<Option<Uuid>> {
    let kind = app.meeting_kinds.of(&meeting.programme.kind);
    let people = store::list_participants(&app.db, meeting.id).await?;
    let mut led = people.iter().filter(|one| one.part_taken(meeting, &kind) == PartTaken::Led);
    Ok(led.next().map(|one| one.person))
}

/// A sheet with everything that it shows.
pub struct ReadSheet {
    meeting: Meeting,
    sheet: LessonSheet,
    teacher: String,
    author: String,
}

impl ReadSheet {
    /// The same for a screen that this person reads.
    #[must_use]
    pub fn view<'a>(&'a self, app: &'a App, reader: Uuid) -> SheetView<'a> {
        SheetView {
            meeting: &self.meeting,
            kinds: &app.meeting_kinds,
            questions: app.lesson_questions.all(),
            sheet: &self.sheet,
            teacher: &self.teacher,
            author: &self.author,
            is_teachers: self.sheet.teacher == reader,
        }
    }
}

/// Looks up what a sheet shows.
pub async fn read_sheet(app: &App, sheet: &LessonSheet) -> anyhow::Result<Option<ReadSheet>> {
    let Some(meeting) = store::find_meeting(&app.db, sheet.meeting).await? else { return Ok(None) };
    let teacher = store::find_name(&app.db, Some(sheet.teacher)).await?;
    let author = store::find_name(&app.db, sheet.author).await?;
    Ok(Some(ReadSheet { meeting, sheet: sheet.clone(), teacher, author }))
}

/// Owes the teacher the word that somebody has said what they think.
pub async fn owe_sheet(app: &App, tx: &mut Tx, sheet: &LessonSheet) -> anyhow::Result<()> {
    let Some(meeting) = store::find_meeting(&app.db, sheet.meeting).await? else { return Ok(()) };
    let now = app.clock.now();
    let matter = Matter::Sheet { id: meeting.id, sheet: sheet.id };
    let letter = letter_of(&meeting, (sheet.teacher, matter), now)?;
    let letter = NewLetter { class: Class::Notice, is_urgent: false, useless_after: now + WORTH, ..letter };
    outbox::owe(tx, &letter, now).await?;
    Ok(())
}

/// That letter.
pub(super) async fn told(app: &App, (sheet, reader): (Uuid, Uuid), texts: &Texts) -> anyhow::Result<Told> {
    let Some(sheet) = store::find_sheet(&app.db, sheet).await? else { return Ok(Told::Nothing) };
    let read = read_sheet(app, &sheet).await?;
    Ok(read.map_or(Told::Nothing, |read| Told::Say(view::sheet_wording(&read.view(app, reader), texts))))
}

/// What colleagues said of a teacher's lessons and the teacher keeps, a line each.
pub async fn kept_lines(app: &App, teacher: Uuid, texts: &Texts) -> anyhow::Result<Vec<String>> {
    let mut lines = Vec::new();
    for (meeting, author) in store::list_kept_sheets(&app.db, teacher).await? {
        if let Some(meeting) = store::find_meeting(&app.db, meeting).await? {
            let author = store::find_name(&app.db, author).await?;
            lines.push(view::kept_words((&meeting, &app.meeting_kinds), &author, texts));
        }
    }
    Ok(lines)
}
