//! Accompanying: whom a methodologist follows, for whom they draw a route up, the teacher's nod.
//! Not here: the drawing up.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Action, Followed, Office, day, pace_words, step_lines, step_rows};
use crate::{
    documents::{Cell, Sheet, sheets_xlsx},
    label,
    learning_routes::model::{FollowedLine, LearningRoute, RouteNod, pace_of},
    messenger::{Attachment, Button, Payload, Screen},
    outbox::Wording,
    people::menu_button,
    text,
    texts::Texts,
};

/// Lines on one screen.
const MOST: usize = 15;

/// Whom a methodologist accompanies: everybody, who is late, who has not been heard of.
#[must_use]
pub fn followed_screen(
    lines: &[FollowedLine],
    (which, today): (Followed, NaiveDate),
    texts: &Texts,
) -> Screen {
    let (late, silent) = (count(lines, Followed::Late, today), count(lines, Followed::Silent, today));
    let words =
        text!(texts, "learning_routes-followed-title", count = lines.len(), late = late, silent = silent);
    let shown: Vec<&FollowedLine> =
        lines.iter().filter(|line| line.is_among(which.as_str(), today)).take(MOST).collect();
    let words = shown.iter().fold(words, |words, line| {
        words.line(&text!(
            texts,
            "learning_routes-followed-line",
            name = line.line.short_name(),
            done = line.line.done,
            all = line.line.steps,
            late = line.line.late,
            silent = if line.is_silent(today) { "yes" } else { "no" },
            days = line.days_silent(today),
        ))
    });
    let open = shown.iter().map(|line| {
        let label = label!(texts, "learning_routes-queue-open", name = line.line.short_name());
        Button::new(label, Action::Card(line.line.about))
    });
    let which = Followed::ALL.into_iter().filter(|one| *one != which).map(|one| {
        Button::new(
            label!(texts, "learning_routes-followed-which", which = one.as_str()),
            Office::Followed(one),
        )
    });
    let sheet = Button::new(label!(texts, "learning_routes-followed-sheet"), Office::FollowedSheet);
    let mut screen = Screen::of(words).column(open).row(which.collect());
    if !lines.is_empty() {
        screen = screen.row(vec![sheet]);
    }
    screen.row(vec![to_queue(texts), menu_button(texts)]).at(Office::Followed(Followed::All))
}

fn count(lines: &[FollowedLine], which: Followed, today: NaiveDate) -> usize {
    lines.iter().filter(|line| line.is_among(which.as_str(), today)).count()
}

/// The accompanied teachers as a sheet.
pub fn followed_file(lines: &[FollowedLine], today: NaiveDate, texts: &Texts) -> anyhow::Result<Attachment> {
    let headings = ["name", "state", "steps", "done", "late", "next", "due", "heard"];
    let sheet = Sheet {
        name: label!(texts, "learning_routes-followed-tab"),
        headings: headings
            .map(|column| label!(texts, "learning_routes-followed-column", column = column))
            .to_vec(),
        rows: lines.iter().map(|line| followed_row(line, texts)).collect(),
    };
    let name = label!(texts, "learning_routes-followed-file", day = day(today));
    let caption = text!(texts, "learning_routes-followed-caption", count = lines.len());
    Ok(Attachment::File { name, bytes: sheets_xlsx(&[sheet])?.into(), caption })
}

fn followed_row(line: &FollowedLine, texts: &Texts) -> Vec<Cell> {
    let about = &line.line;
    let name = [Some(about.family_name.as_str()), Some(&about.given_name), about.patronymic.as_deref()];
    let name: Vec<&str> = name.into_iter().flatten().collect();
    vec![
        Cell::from(name.join(" ")),
        Cell::from(label!(texts, "learning_routes-state", state = &line.state)),
        Cell::from(about.steps),
        Cell::from(about.done),
        Cell::from(about.late),
        Cell::from(line.next_title.clone()),
        Cell::from(line.next_on),
        Cell::from(line.heard_at.map(|at| at.date_naive())),
    ]
}

/// Asks for whom to draw a route up; those who nodded already stand below.
#[must_use]
pub fn asknod_screen(given: &[(Uuid, String)], texts: &Texts) -> Screen {
    let drafts = given.iter().map(|(nod, name)| {
        Button::new(label!(texts, "learning_routes-drawfor-button", name = name), Office::DrawFor(*nod))
    });
    Screen::of(text!(texts, "learning_routes-asknod-question"))
        .column(drafts)
        .row(vec![to_queue(texts), menu_button(texts)])
        .at(Office::AskNod)
}

/// Whom the typed name may mean.
#[must_use]
pub fn found_screen(found: &[(Uuid, String, String)], texts: &Texts) -> Screen {
    let known = if found.is_empty() { "no" } else { "yes" };
    let ask = found.iter().map(|(person, name, school)| {
        let label = label!(texts, "learning_routes-asknod-button", name = name, school = school);
        Button::new(label, Office::AskNodOf(*person))
    });
    Screen::of(text!(texts, "learning_routes-asknod-found", known = known))
        .column(ask)
        .row(vec![to_queue(texts), menu_button(texts)])
        .at(Office::AskNod)
}

/// A methodologist draws this teacher's route up now.
#[must_use]
pub fn others_draft_screen(name: &str, texts: &Texts) -> Screen {
    Screen::of(text!(texts, "learning_routes-others-draft", name = name))
        .row(vec![Button::new(label!(texts, "learning_routes-takeover-button"), Office::TakeOver)])
        .row(vec![menu_button(texts)])
        .at(Action::Route)
}

/// The plan of a draft for whoever draws it up for somebody.
#[must_use]
pub fn plan_for_screen(route: &LearningRoute, (name, today): (&str, NaiveDate), texts: &Texts) -> Screen {
    let mut words =
        text!(texts, "learning_routes-plan-for", name = name).paragraph(&step_lines(route, today, texts));
    if !route.steps.is_empty() {
        words = words.paragraph(&pace_words(pace_of(&route.steps, today), texts));
    }
    let button = |label: String, to: Payload| Button::new(label, to);
    let hand = button(label!(texts, "learning_routes-handover-button"), Office::HandOver(route.id).into());
    let mut screen = Screen::of(words).column((!route.steps.is_empty()).then_some(hand));
    for row in step_rows(route) {
        screen = screen.row(row);
    }
    let areas = button(label!(texts, "learning_routes-back-areas"), Action::Areas.into());
    let own = button(label!(texts, "learning_routes-plan-own"), Action::Own.into());
    screen.row(vec![areas, own]).row(vec![to_queue(texts), menu_button(texts)]).at(Action::Plan)
}

/// Asks the teacher for their nod, and says what will be seen.
#[must_use]
pub fn nod_letter(nod: &RouteNod, name: &str, texts: &Texts) -> Wording {
    let brief = text!(texts, "learning_routes-nod-question", name = name);
    let yes = Button::new(label!(texts, "learning_routes-nod-yes"), Office::Nod(nod.id, true));
    let no = Button::new(label!(texts, "learning_routes-nod-no"), Office::Nod(nod.id, false));
    let words = brief.clone().paragraph(&text!(texts, "learning_routes-nod-seen"));
    Wording { screen: Screen::of(words).row(vec![yes, no]), brief, button: super::to_route(texts) }
}

fn to_queue(texts: &Texts) -> Button {
    Button::new(label!(texts, "learning_routes-back-queue"), Action::Queue)
}
