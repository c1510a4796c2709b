//! The papers that people are given: certificates with their letters, extracts of the minutes.
//! Not here: who is given one, which whoever called the meeting says.

use chrono::TimeDelta;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{
    letters::{Matter, letter_of},
    tasks::doer,
};
use crate::{
    app::App,
    db::Tx,
    meetings::{
        model::{Decision, Meeting, Minutes, Participant},
        store,
        view::{self, CertificateView, ExtractView, MinutesView},
    },
    messenger::Attachment,
    outbox::{self, Class, NewLetter, Told},
    people,
    texts::Texts,
};

/// For so long a paper is worth sending.
const WORTH: TimeDelta = TimeDelta::days(60);
/// Letters in one transaction: a fraction of a second, so that everybody else's writes go in between.
const BATCH: i64 = 50;
/// Meetings that a paper lists.
const MOST_LINES: i64 = 300;

/// A letter with a paper.
fn letter(app: &App, meeting: &Meeting, whose: (Uuid, Matter)) -> anyhow::Result<NewLetter> {
    let now = app.clock.now();
    let letter = letter_of(meeting, whose, now)?;
    Ok(NewLetter { class: Class::Notice, is_urgent: false, useless_after: now + WORTH, ..letter })
}

/// Writes the next letters with certificates, each with its mark. Returns whether there may be more.
pub(super) async fn owe_certificates(app: &App) -> anyhow::Result<bool> {
    let given = store::list_untold_certificates(&app.db, BATCH).await?;
    if given.is_empty() {
        return Ok(false);
    }
    let mut meetings: Vec<Meeting> = Vec::new();
    for (id, _) in &given {
        if meetings.iter().all(|meeting| meeting.id != *id) {
            meetings.extend(store::find_meeting(&app.db, *id).await?);
        }
    }
    let mut tx = app.db.begin().await?;
    for (id, person) in given {
        let is_mine = store::mark_certificate_told(&mut tx, (id, person)).await?;
        if let Some(meeting) = meetings.iter().find(|meeting| meeting.id == id && is_mine) {
            let letter = letter(app, meeting, (person, Matter::Certificate { id }))?;
            outbox::owe(&mut tx, &letter, app.clock.now()).await?;
        }
    }
    tx.commit().await?;
    app.bell.ring();
    Ok(true)
}

/// The words of papers are those of the installation, whoever gets them.
fn paper_texts(app: &App) -> Texts {
    app.texts.in_language(app.settings.language)
}

/// Somebody's certificate, if they were given one.
pub async fn certificate_of(
    app: &App,
    meeting: &Meeting,
    person: Uuid,
) -> anyhow::Result<Option<Attachment>> {
    let one = store::find_participant(&app.db, meeting.id, person).await?;
    let Some(one) = one.filter(|one| one.certified_at.is_some()) else { return Ok(None) };
    let stage = store::find_stage(&app.db, meeting.id).await?;
    let organiser = match meeting.organiser {
        Some(organiser) => people::find_person(&app.db, organiser, app.consent_text.hash()).await?,
        None => None,
    };
    let organiser = organiser.and_then(|person| person.name()).map(|name| name.in_full());
    let view = CertificateView {
        meeting,
        kinds: &app.meeting_kinds,
        one: &one,
        stage: stage.as_deref(),
        organiser: &organiser.unwrap_or_default(),
    };
    view::certificate_file(&view, &app.meeting_papers.certificate, &paper_texts(app)).map(Some)
}

/// The meetings at which somebody of this name was, a line each, the newest first.
pub async fn attended_lines(
    app: &App,
    (person, name): (Uuid, &str),
    texts: &Texts,
) -> anyhow::Result<Vec<String>> {
    let attended = store::list_attended(&app.db, person, MOST_LINES).await?;
    Ok(attended.iter().map(|one| view::attended_words(one, (name, &app.meeting_kinds), texts)).collect())
}

/// The letter with a certificate.
pub(super) async fn certificate_told(
    app: &App,
    meeting: &Meeting,
    person: Uuid,
    texts: &Texts,
) -> anyhow::Result<Told> {
    let file = certificate_of(app, meeting, person).await?;
    let about = (meeting, &*app.meeting_kinds);
    Ok(file.map_or(Told::Nothing, |file| Told::Say(view::certificate_wording(about, file, texts))))
}

/// To whom extracts were sent.
#[derive(Debug, Default)]
pub struct SentExtracts {
    /// The names of those who get one.
    pub names: Vec<String>,
    /// Names in the minutes that mean nobody who was called, or several.
    pub strangers: Vec<String>,
}

/// Owes everybody whom a decision concerns the extract of what concerns them. Changed words make another extract.
pub async fn owe_extracts(
    app: &App,
    tx: &mut Tx,
    (meeting, minutes): (&Meeting, &Minutes),
) -> anyhow::Result<SentExtracts> {
    let people = store::list_participants(&app.db, meeting.id).await?;
    let mut sent = SentExtracts::default();
    for who in named(minutes) {
        match doer(&people, who).and_then(|person| people.iter().find(|one| one.person == person)) {
            Some(one) if sent.names.contains(&one.name) => {}
            Some(one) => {
                let mark = mark_of(&decisions_of(minutes, &people, one.person));
                let matter = Matter::Extract { id: meeting.id, mark };
                let letter = letter(app, meeting, (one.person, matter))?;
                outbox::owe(tx, &letter, app.clock.now()).await?;
                sent.names.push(one.name.clone());
            }
            None => sent.strangers.push(who.to_owned()),
        }
    }
    Ok(sent)
}

/// Whom decisions name, each once.
fn named(minutes: &Minutes) -> Vec<&str> {
    let decisions = minutes.hearings.iter().flat_map(|hearing| &hearing.decisions);
    let mut named: Vec<&str> =
        decisions.map(|decision| decision.who.as_str()).filter(|who| !who.is_empty()).collect();
    named.sort_unstable();
    named.dedup();
    named
}

/// The decisions that concern somebody: point, number within it, words.
fn decisions_of<'a>(
    minutes: &'a Minutes,
    people: &[Participant],
    person: Uuid,
) -> Vec<(usize, usize, &'a Decision)> {
    let points = minutes.hearings.iter().enumerate();
    let all = points.flat_map(|(point, hearing)| {
        hearing.decisions.iter().enumerate().map(move |(number, decision)| (point, number, decision))
    });
    all.filter(|(.., decision)| doer(people, &decision.who) == Some(person)).collect()
}

/// What tells one extract from another of the same person; the same in every release.
fn mark_of(decisions: &[(usize, usize, &Decision)]) -> u32 {
    let mut digest = Sha256::new();
    for (point, number, decision) in decisions {
        digest.update(format!("{point}.{number} {} {} {:?}\n", decision.words, decision.who, decision.by));
    }
    digest.finalize().iter().take(4).fold(0, |mark, byte| (mark << 8) | u32::from(*byte))
}

/// The letter with an extract, as the minutes stand now.
pub(super) async fn extract_told(
    app: &App,
    meeting: &Meeting,
    person: Uuid,
    texts: &Texts,
) -> anyhow::Result<Told> {
    let minutes = store::find_minutes(&app.db, meeting.id).await?.unwrap_or_default();
    let people = store::list_participants(&app.db, meeting.id).await?;
    let decisions = decisions_of(&minutes, &people, person);
    let Some(one) = people.iter().find(|one| one.person == person).filter(|_| !decisions.is_empty()) else {
        return Ok(Told::Nothing);
    };
    let minutes = MinutesView { meeting, kinds: &app.meeting_kinds, minutes: &minutes };
    let view = ExtractView { minutes, person: &one.name, decisions };
    let file = view::extract_file(&view, &app.meeting_papers.extract, &paper_texts(app))?;
    Ok(Told::Say(view::extract_wording((meeting, &app.meeting_kinds), file, texts)))
}
