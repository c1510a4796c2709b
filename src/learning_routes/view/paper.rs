//! What stands in the gaps of a route’s paper; the shipped one has the customary form of an ИОМ, since no source has a form
//! for it. Not here: any other file.

use super::{day, outcome::outcome_lines, progress};
use crate::{
    documents::{Block, Filling, Template},
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
pub fn route_docx(view: &PaperView<'_>, template: &Template, texts: &Texts) -> anyhow::Result<Vec<u8>> {
    template.fill(&fillings(view, texts))
}

fn fillings(view: &PaperView<'_>, texts: &Texts) -> Vec<(&'static str, Filling)> {
    let (frozen, route) = (view.frozen, &view.frozen.route);
    let basis = route.diagnosis.as_ref().map(|(title, on)| format!("{title}, {}", day(*on)));
    let chosen = route.deficits.iter().filter(|deficit| deficit.is_chosen);
    let areas: Vec<&str> = chosen.map(|deficit| deficit.title.as_str()).collect();
    let last = route.steps.iter().map(|step| step.due_on).max();
    let changed = view.outcome.into_iter().flat_map(|outcome| changes(outcome, texts)).collect();
    vec![
        ("утверждение", Filling::Blocks(vec![Block::Right(approved(&frozen.grifs, texts))])),
        ("ФИО", Filling::Words(frozen.name.clone())),
        ("места работы", blocks(places(frozen, texts))),
        ("основание", Filling::or_nothing(basis.unwrap_or_default())),
        ("области", Filling::or_nothing(areas.join(", "))),
        ("срок", Filling::or_nothing(last.map(day).unwrap_or_default())),
        ("шаги", blocks(steps(frozen, texts))),
        ("часы", Filling::Words(pace_of(&route.steps, frozen.day).hours.to_string())),
        ("выполнено", Filling::Words(progress(route, texts))),
        ("подтверждения", blocks(evidence(frozen, texts))),
        ("что изменилось", blocks(changed)),
        ("подписи", blocks(signatures(view, texts))),
        ("дата", Filling::Words(day(frozen.day))),
    ]
}

/// Blocks, or nothing where there are none.
fn blocks(blocks: Vec<Block>) -> Filling {
    if blocks.is_empty() { Filling::Nothing } else { Filling::Blocks(blocks) }
}

fn places(frozen: &FrozenRoute, texts: &Texts) -> Vec<Block> {
    let line = |place: &String| Block::Text(label!(texts, "learning_routes-paper-place", words = place));
    frozen.places.iter().map(line).collect()
}

/// The steps, a table for each kind of education.
fn steps(frozen: &FrozenRoute, texts: &Texts) -> Vec<Block> {
    let headings =
        COLUMNS.map(|column| label!(texts, "learning_routes-paper-column", column = column)).to_vec();
    let mut blocks = Vec::new();
    for kind in [StepKind::Formal, StepKind::Nonformal, StepKind::Informal] {
        let steps = (1..).zip(frozen.route.by_day()).filter(|(_, step)| step.kind == kind);
        let rows: Vec<Vec<String>> = steps.map(|(number, step)| row(number, step, texts)).collect();
        if !rows.is_empty() {
            blocks.push(Block::Heading(label!(texts, "learning_routes-paper-kind", kind = kind.as_str())));
            blocks.push(Block::Table { headings: headings.clone(), rows });
        }
    }
    blocks
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

/// The paper as it is sent.
#[must_use]
pub fn paper_file(bytes: Vec<u8>, texts: &Texts) -> Attachment {
    let caption = text!(texts, "learning_routes-paper-caption");
    Attachment::File { name: label!(texts, "learning_routes-paper-file"), bytes: bytes.into(), caption }
}
