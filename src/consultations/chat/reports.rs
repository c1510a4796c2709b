//! The journal of consultations and the figures of a municipality.
//! Not here: how they are counted.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use uuid::Uuid;

use super::gone;
use crate::{
    audiences::LEAST,
    capability::Outcome,
    consultations::{
        jobs,
        model::{
            CalledName, ConsultationFigures, ConsultationRequest, ReportPeriod, WorkingTime, may_coordinate,
            without_few,
        },
        store,
        view::{self, FiguresView, JournalLine, NamedFigures, Span},
    },
    messenger::{Attachment, Markup, Screen},
    texts::Texts,
    turn::Turn,
    units::{self, Role},
};

/// The most characters of a question or an answer in a line.
const SHORT: usize = 200;

/// Where whoever speaks coordinates or consults: the first such municipality.
pub(super) fn municipality(turn: &Turn, role: Option<Role>) -> anyhow::Result<Uuid> {
    let held = turn.roles().iter().filter(|held| match role {
        Some(role) => held.role == role,
        None => matches!(held.role, Role::Methodologist | Role::Coordinator),
    });
    held.filter_map(|held| held.unit.municipality()).next().ok_or_else(gone)
}

struct Scope {
    municipality: Uuid,
    time: WorkingTime,
    period: ReportPeriod,
    today: NaiveDate,
}

impl Scope {
    async fn of(turn: &Turn, municipality: Uuid, period: &str) -> anyhow::Result<Self> {
        let period = ReportPeriod::from_word(period).ok_or_else(gone)?;
        let time = jobs::working_time(turn.app(), municipality).await?;
        let today = turn.now().with_timezone(&time.zone).date_naive();
        Ok(Self { municipality, time, period, today })
    }

    fn span(&self) -> Span {
        (self.period, self.period.days(self.today).0, self.period.last_day(self.today))
    }
}

/// What makes a file of the journal.
type AsFile = fn(&[JournalLine], Span, &Texts) -> anyhow::Result<Attachment>;

pub async fn journal(turn: &Turn, period: &str, as_file: Option<AsFile>) -> Outcome {
    let scope = Scope::of(turn, municipality(turn, None)?, period).await?;
    let lines = journal_lines(turn, &scope).await?;
    let screen = view::journal_screen(&lines, scope.span(), turn.texts());
    with_file(turn, screen, as_file.map(|make| make(&lines, scope.span(), turn.texts())))
}

fn with_file(turn: &Turn, screen: Screen, file: Option<anyhow::Result<Attachment>>) -> Outcome {
    match file {
        Some(file) => {
            turn.take_heavy()?;
            Ok(screen.with(file?))
        }
        None => Ok(screen),
    }
}

/// What a methodologist has closed; a coordinator has everybody's.
async fn journal_lines(turn: &Turn, scope: &Scope) -> anyhow::Result<Vec<JournalLine>> {
    let (app, me) = (turn.app(), turn.known_person()?.id);
    let taker = (!may_coordinate(turn.roles(), scope.municipality)).then_some(me);
    let while_ = scope.period.instants(scope.today, &scope.time);
    let closed = store::list_closed(&app.db, (scope.municipality, taker), while_).await?;
    let mut lines = Vec::with_capacity(closed.len());
    for request in closed {
        lines.push(line(turn, request).await?);
    }
    Ok(lines)
}

async fn line(turn: &Turn, request: ConsultationRequest) -> anyhow::Result<JournalLine> {
    let told = jobs::read_told(turn.app(), request).await?;
    let request = &told.request;
    let own = told.said.iter().filter(|message| message.author_id == request.teacher_id);
    let question: Vec<String> =
        own.map(|message| Markup::trusted(message.words.as_str()).visible()).collect();
    let name = |person| jobs::name_of(&told.names, person).map(CalledName::short).unwrap_or_default();
    let closed = request.closed_at.unwrap_or_else(|| turn.now());
    Ok(JournalLine {
        day: closed.with_timezone(&told.zone).date_naive(),
        methodologist: name(request.taken_by),
        teacher: name(request.teacher_id),
        school: told.school.clone().unwrap_or_default(),
        question: short(&question.join(" ")),
        answer: short(&Markup::trusted(request.summary.clone().unwrap_or_default()).visible()),
        tenths: request.hours_tenths.unwrap_or(turn.app().consultation_rules.journal_tenths),
    })
}

fn short(words: &str) -> String {
    let line: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= SHORT {
        return line;
    }
    let cut: String = line.chars().take(SHORT).collect();
    format!("{}…", cut.trim_end())
}

pub async fn figures(turn: &Turn, period: &str, is_file: bool) -> Outcome {
    let scope = Scope::of(turn, municipality(turn, Some(Role::Coordinator))?, period).await?;
    let while_ = scope.period.instants(scope.today, &scope.time);
    let sent = store::list_sent(&turn.app().db, scope.municipality, while_).await?;
    let figures = count(turn, &scope, &sent).await?;
    let screen = view::figures_screen(&figures, scope.span(), turn.texts());
    let file = is_file.then(|| view::figures_file(&figures, scope.span(), turn.texts()));
    with_file(turn, screen, file)
}

async fn count(turn: &Turn, scope: &Scope, sent: &[ConsultationRequest]) -> anyhow::Result<FiguresView> {
    let app = turn.app();
    let schools = units::list_schools(&app.db, scope.municipality).await?;
    let mut takers: Vec<Uuid> = sent.iter().filter_map(|request| request.taken_by).collect();
    takers.sort_unstable();
    takers.dedup();
    let names = store::find_names(&app.db, &takers).await?;
    let school = |request: &ConsultationRequest| {
        let known = schools.iter().find(|school| Some(school.id) == request.school_id);
        known.map(|school| school.short_title.clone())
    };
    let taker =
        |request: &ConsultationRequest| jobs::name_of(&names, request.taken_by).map(CalledName::short);
    let area =
        |request: &ConsultationRequest| Some(app.consultation_rules.area_title(&request.area).to_owned());
    Ok(FiguresView {
        all: ConsultationFigures::of(&sent.iter().collect::<Vec<_>>(), &scope.time)
            .without_few_ratings(LEAST),
        areas: grouped(sent, area, &scope.time),
        schools: grouped(sent, school, &scope.time),
        methodologists: grouped(sent, taker, &scope.time),
    })
}

/// Figures by name, what is asked most first; what has no name is left out, and of what few people asked there are none.
fn grouped(
    sent: &[ConsultationRequest],
    name: impl Fn(&ConsultationRequest) -> Option<String>,
    time: &WorkingTime,
) -> Vec<NamedFigures> {
    let mut groups: BTreeMap<String, Vec<&ConsultationRequest>> = BTreeMap::new();
    for request in sent {
        if let Some(name) = name(request) {
            groups.entry(name).or_default().push(request);
        }
    }
    let counted = groups.into_iter().map(|(name, requests)| {
        let people: BTreeSet<Uuid> = requests.iter().filter_map(|request| request.teacher_id).collect();
        let figures = ConsultationFigures::of(&requests, time).without_few_ratings(LEAST);
        (name, people.len(), figures)
    });
    without_few(counted.collect(), LEAST)
}
