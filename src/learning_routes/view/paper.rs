//! The route as a paper in the customary form of an ИОМ: no source has a form for it. Not here: any other file.

use chrono::NaiveDate;

use super::{day, progress};
use crate::{
    documents::{Block, Paper, paper_docx},
    label,
    learning_routes::model::{Grif, GrifKind, LearningRoute, RouteStep, StepKind, StepState, pace_of},
    messenger::Attachment,
    text,
    texts::Texts,
};

/// Everything the paper says besides the route.
pub struct PaperView<'a> {
    /// The route.
    pub route: &'a LearningRoute,
    /// Whose it is, in full.
    pub name: &'a str,
    /// Where they work, a line each.
    pub places: &'a [String],
    /// Who accompanies it, in full.
    pub methodologist: Option<&'a str>,
    /// «Согласовано» and «Утверждаю» that were given here.
    pub grifs: &'a [Grif],
    /// Who agreed to it, and when.
    pub agreed_on: Option<NaiveDate>,
    /// The day on which the paper is made.
    pub today: NaiveDate,
}

const COLUMNS: [&str; 7] = ["number", "content", "form", "hours", "due", "result", "mark"];

/// The paper, also half-way.
pub fn route_docx(view: &PaperView<'_>, texts: &Texts) -> anyhow::Result<Vec<u8>> {
    let mut blocks = vec![
        Block::Right(approved(view.grifs, texts)),
        Block::Title(label!(texts, "learning_routes-paper-title")),
        field("person", view.name, texts),
    ];
    blocks.extend(view.places.iter().map(|place| field("place", place, texts)));
    blocks.extend(grounds(view, texts));
    let headings =
        COLUMNS.map(|column| label!(texts, "learning_routes-paper-column", column = column)).to_vec();
    for kind in [StepKind::Formal, StepKind::Nonformal, StepKind::Informal] {
        let steps = (1..).zip(view.route.by_day()).filter(|(_, step)| step.kind == kind);
        let rows: Vec<Vec<String>> = steps.map(|(number, step)| row(number, step, texts)).collect();
        if !rows.is_empty() {
            blocks.push(Block::Heading(label!(texts, "learning_routes-paper-kind", kind = kind.as_str())));
            blocks.push(Block::Table { headings: headings.clone(), rows });
        }
    }
    let hours = pace_of(&view.route.steps, view.today).hours;
    blocks.push(field("hours", &hours.to_string(), texts));
    blocks.push(field("progress", &progress(view.route, texts), texts));
    blocks.extend(signatures(view, texts));
    blocks.push(Block::Right(label!(texts, "learning_routes-paper-made", day = day(view.today))));
    paper_docx(&Paper { is_landscape: true, blocks })
}

/// What the route is drawn from and leads to.
fn grounds(view: &PaperView<'_>, texts: &Texts) -> Vec<Block> {
    let route = view.route;
    let basis = route.diagnosis.as_ref().map(|(title, on)| {
        Block::Text(label!(texts, "learning_routes-paper-basis", title = title, day = day(*on)))
    });
    let areas: Vec<&str> = route
        .deficits
        .iter()
        .filter(|deficit| deficit.is_chosen)
        .map(|deficit| deficit.title.as_str())
        .collect();
    let areas = (!areas.is_empty()).then(|| field("areas", &areas.join(", "), texts));
    let last = route.steps.iter().map(|step| step.due_on).max();
    let goal = Block::Text(label!(texts, "learning_routes-paper-goal"));
    let term = last.map(|last| field("term", &day(last), texts));
    basis.into_iter().chain(areas).chain([goal]).chain(term).collect()
}

fn row(number: usize, step: &RouteStep, texts: &Texts) -> Vec<String> {
    let mark = match (step.state, step.done_on) {
        (StepState::Planned, _) => String::new(),
        (state, on) => {
            let on = on.map(day).unwrap_or_default();
            label!(texts, "learning_routes-paper-mark", state = state.as_str(), day = on)
        }
    };
    let content = [step.title.as_str(), step.place.as_str()];
    let content: Vec<&str> = content.into_iter().filter(|words| !words.is_empty()).collect();
    vec![
        number.to_string(),
        content.join("\n"),
        step.form.clone(),
        step.hours.map(|hours| hours.to_string()).unwrap_or_default(),
        day(step.due_on),
        step.result.clone(),
        mark,
    ]
}

fn signatures(view: &PaperView<'_>, texts: &Texts) -> Vec<Block> {
    let grif = view.grifs.iter().find(|grif| grif.kind == GrifKind::Agreed);
    let agreed = match (grif, view.methodologist) {
        (Some(grif), _) => Some((grif.name.as_str(), Some(grif.given_at.date_naive()))),
        (None, name) => name.map(|name| (name, view.agreed_on)),
    };
    let agreed = agreed.map(|(name, on)| {
        let on = on.map(day).unwrap_or_default();
        Block::Text(label!(texts, "learning_routes-paper-agreed", name = name, day = on))
    });
    let own = Block::Text(label!(texts, "learning_routes-paper-signed", name = view.name));
    agreed.into_iter().chain([own]).collect()
}

/// «УТВЕРЖДАЮ» with who, the order or the minutes and the day; empty lines where it was not given here.
fn approved(grifs: &[Grif], texts: &Texts) -> String {
    match grifs.iter().find(|grif| grif.kind == GrifKind::Approved) {
        Some(grif) => label!(
            texts,
            "learning_routes-paper-approved-by",
            name = &grif.name,
            paper = grif.paper.clone().unwrap_or_default(),
            day = day(grif.given_at.date_naive()),
        ),
        None => label!(texts, "learning_routes-paper-approved"),
    }
}

fn field(name: &str, words: &str, texts: &Texts) -> Block {
    Block::Text(label!(texts, "learning_routes-paper-field", field = name, words = words))
}

/// The paper as it is sent.
#[must_use]
pub fn paper_file(bytes: Vec<u8>, texts: &Texts) -> Attachment {
    let caption = text!(texts, "learning_routes-paper-caption");
    Attachment::File { name: label!(texts, "learning_routes-paper-file"), bytes: bytes.into(), caption }
}
