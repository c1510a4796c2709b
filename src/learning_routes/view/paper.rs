//! The route as a paper in the customary form of an ИОМ: no source has a form for it. Not here: any other file.

use super::{day, outcome::outcome_lines, progress};
use crate::{
    documents::{Block, Paper, paper_docx},
    label,
    learning_routes::model::{
        FrozenRoute, Grif, GrifKind, RouteOutcome, RouteStep, StepKind, StepState, pace_of,
    },
    messenger::Attachment,
    text,
    texts::Texts,
};

/// Everything the paper says.
pub struct PaperView<'a> {
    /// The route as it is, or was when it ended.
    pub frozen: &'a FrozenRoute,
    /// What changed, if it was measured.
    pub outcome: Option<&'a RouteOutcome>,
}

const COLUMNS: [&str; 7] = ["number", "content", "form", "hours", "due", "result", "mark"];

/// The paper, also half-way.
pub fn route_docx(view: &PaperView<'_>, texts: &Texts) -> anyhow::Result<Vec<u8>> {
    let mut blocks = vec![
        Block::Right(approved(&view.frozen.grifs, texts)),
        Block::Title(label!(texts, "learning_routes-paper-title")),
        field("person", &view.frozen.name, texts),
    ];
    blocks.extend(view.frozen.places.iter().map(|place| field("place", place, texts)));
    blocks.extend(grounds(view, texts));
    let headings =
        COLUMNS.map(|column| label!(texts, "learning_routes-paper-column", column = column)).to_vec();
    for kind in [StepKind::Formal, StepKind::Nonformal, StepKind::Informal] {
        let steps = (1..).zip(view.frozen.route.by_day()).filter(|(_, step)| step.kind == kind);
        let rows: Vec<Vec<String>> = steps.map(|(number, step)| row(number, step, texts)).collect();
        if !rows.is_empty() {
            blocks.push(Block::Heading(label!(texts, "learning_routes-paper-kind", kind = kind.as_str())));
            blocks.push(Block::Table { headings: headings.clone(), rows });
        }
    }
    let hours = pace_of(&view.frozen.route.steps, view.frozen.day).hours;
    blocks.push(field("hours", &hours.to_string(), texts));
    blocks.push(field("progress", &progress(&view.frozen.route, texts), texts));
    blocks.extend(evidence(view.frozen, texts));
    blocks.extend(view.outcome.into_iter().flat_map(|outcome| changes(outcome, texts)));
    blocks.extend(signatures(view, texts));
    blocks.push(Block::Right(label!(texts, "learning_routes-paper-made", day = day(view.frozen.day))));
    paper_docx(&Paper { is_landscape: true, blocks })
}

/// What the route is drawn from and leads to.
fn grounds(view: &PaperView<'_>, texts: &Texts) -> Vec<Block> {
    let route = &view.frozen.route;
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

/// What shows the steps: words, or the name of a file.
fn evidence(frozen: &FrozenRoute, texts: &Texts) -> Vec<Block> {
    let line = |(number, step): (usize, &RouteStep)| {
        let file = step.attachment_id.map(|id| {
            let name = frozen.files.get(&id).map(String::as_str).unwrap_or_default();
            let known = if name.is_empty() { "no" } else { "yes" };
            label!(texts, "learning_routes-paper-photo", known = known, name = name)
        });
        let shown = step.words.clone().or(file)?;
        Some(Block::Text(label!(texts, "learning_routes-paper-shown", number = number, words = shown)))
    };
    let lines: Vec<Block> = (1..).zip(frozen.route.by_day()).filter_map(line).collect();
    let heading =
        (!lines.is_empty()).then(|| Block::Heading(label!(texts, "learning_routes-paper-evidence")));
    heading.into_iter().chain(lines).collect()
}

/// What changed in the areas that were worked on.
fn changes(outcome: &RouteOutcome, texts: &Texts) -> Vec<Block> {
    let (first, again) = outcome.days;
    let heading = label!(texts, "learning_routes-paper-outcome", first = day(first), again = day(again));
    let lines = outcome_lines(outcome, texts).into_iter().map(Block::Text);
    [Block::Heading(heading)].into_iter().chain(lines).collect()
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
    let grif = view.frozen.grifs.iter().find(|grif| grif.kind == GrifKind::Agreed);
    let agreed = match (grif, view.frozen.methodologist.as_deref()) {
        (Some(grif), _) => Some((grif.name.as_str(), Some(grif.given_at.date_naive()))),
        (None, name) => name.map(|name| (name, view.frozen.agreed_on)),
    };
    let agreed = agreed.map(|(name, on)| {
        let on = on.map(day).unwrap_or_default();
        Block::Text(label!(texts, "learning_routes-paper-agreed", name = name, day = on))
    });
    let own = Block::Text(label!(texts, "learning_routes-paper-signed", name = &view.frozen.name));
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
