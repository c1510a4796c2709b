//! The portfolio at a glance and as a paper, the categories, the self-education.

use uuid::Uuid;

use super::{outdated, stand};
use crate::{
    capability::Outcome,
    courses, diagnostics, label, meetings, people,
    portfolio::{
        model::{Category, EntryFault, Grade, SelfStudy, StudyPart, read_title, read_words},
        store,
        view::{self, Action, HomeView, PaperView},
    },
    turn::Turn,
    units,
};

pub(super) async fn show(turn: &Turn) -> Outcome {
    let (db, person) = (&turn.app().db, turn.known_person()?.id);
    let categories = store::list_categories(db, person).await?;
    let study = store::find_study(db, person).await?;
    let attempts = diagnostics::list_attempts(db, person).await?;
    let home = HomeView {
        entries: store::list_entries(db, person).await?.len(),
        courses: courses::list_courses(db, person).await?.len(),
        meetings: meeting_lines(turn).await?.len(),
        diagnostics: attempts.iter().filter(|attempt| attempt.finished_at.is_some()).count(),
        categories: &categories,
        study: &study,
        catalogue: &turn.app().catalogue,
    };
    Ok(view::home_screen(&home, meetings::attended_button(turn.texts()), turn.texts()))
}

/// The meetings at which whoever speaks was, a line each.
async fn meeting_lines(turn: &Turn) -> anyhow::Result<Vec<String>> {
    let person = turn.known_person()?;
    let name = person.name().map(|name| name.in_full()).unwrap_or_default();
    meetings::attended_lines(turn.app(), (person.id, &name), turn.texts()).await
}

/// Sends the portfolio as a paper. Of a diagnosis it says that it was finished, never what was answered.
pub(super) async fn send_paper(turn: &Turn) -> Outcome {
    turn.take_heavy()?;
    let (app, texts, person) = (turn.app(), turn.texts(), turn.known_person()?);
    let zone = people::zone_of(app, person).await?;
    let attempts = diagnostics::list_attempts(&app.db, person.id).await?;
    let finished = attempts
        .into_iter()
        .filter_map(|attempt| Some((attempt.title, attempt.finished_at?.with_timezone(&zone).date_naive())));
    let known = courses::list_courses(&app.db, person.id).await?;
    let courses: Vec<String> = known.iter().map(|course| courses::course_words(course, texts)).collect();
    let diagnostics: Vec<_> = finished.collect();
    let meetings = meeting_lines(turn).await?;
    let analyses = meetings::kept_lines(app, person.id, texts).await?;
    let places = units::places_of(&app.db, person.id).await?;
    let categories = store::list_categories(&app.db, person.id).await?;
    let entries = store::list_entries(&app.db, person.id).await?;
    let study = store::find_study(&app.db, person.id).await?;
    let made = turn.put_together(move |turn| {
        let paper = PaperView {
            person: turn.known_person()?,
            places: &places,
            catalogue: &turn.app().catalogue,
            categories: &categories,
            courses: &courses,
            diagnostics: &diagnostics,
            meetings: &meetings,
            analyses: &analyses,
            entries: &entries,
            study: &study,
            today: turn.now().with_timezone(&zone).date_naive(),
        };
        view::portfolio_docx(&paper, turn.texts())
    });
    let bytes = made.await?;
    let done = label!(texts, "portfolio-sent-toast");
    Ok(show(turn).await?.with(view::paper_file(bytes, texts)).toast(done))
}

/// The posts that somebody holds, each once.
async fn posts_of(turn: &Turn, person: Uuid) -> anyhow::Result<Vec<String>> {
    let mut posts: Vec<String> = Vec::new();
    for place in units::places_of(&turn.app().db, person).await? {
        if !posts.contains(&place.post) {
            posts.push(place.post);
        }
    }
    Ok(posts)
}

/// The categories; where there is one post only, it is meant.
pub(super) async fn show_categories(turn: &Turn) -> Outcome {
    let (app, person) = (turn.app(), turn.known_person()?.id);
    let posts = posts_of(turn, person).await?;
    let categories = store::list_categories(&app.db, person).await?;
    if let ([only], true) = (&*posts, categories.is_empty()) {
        return ask_grade(turn, only).await;
    }
    Ok(view::category_screen(&categories, &posts, &app.catalogue, turn.texts()))
}

/// Fails unless whoever speaks holds this post.
async fn ask_post(turn: &Turn, post: &str) -> anyhow::Result<Uuid> {
    let person = turn.known_person()?.id;
    let held = posts_of(turn, person).await?.iter().any(|known| known == post);
    if held { Ok(person) } else { Err(outdated()) }
}

pub(super) async fn ask_grade(turn: &Turn, post: &str) -> Outcome {
    ask_post(turn, post).await?;
    Ok(view::grades_screen(post, &turn.app().catalogue, turn.texts()))
}

pub(super) async fn set_grade(turn: &Turn, post: &str, grade: Grade) -> Outcome {
    let person = ask_post(turn, post).await?;
    let category = Category { post: post.to_owned(), grade, given_on: None, until: None };
    let mut tx = turn.begin().await?;
    store::save_category(tx.tx(), person, &category).await?;
    stand(tx, Action::Days(post.to_owned())).await?;
    ask_days(turn, post).await
}

pub(super) async fn drop_grade(turn: &Turn, post: &str) -> Outcome {
    let mut tx = turn.begin().await?;
    store::delete_category(tx.tx(), turn.known_person()?.id, post).await?;
    stand(tx, Action::Portfolio).await?;
    saved(turn).await
}

async fn find_category(turn: &Turn, post: &str) -> anyhow::Result<Category> {
    let known = store::list_categories(&turn.app().db, turn.known_person()?.id).await?;
    known.into_iter().find(|category| category.post == post).ok_or_else(outdated)
}

pub(super) async fn ask_days(turn: &Turn, post: &str) -> Outcome {
    let category = find_category(turn, post).await?;
    Ok(view::days_screen(&category, &turn.app().catalogue, turn.texts()))
}

pub(super) async fn receive_days(turn: &Turn, post: &str, words: &str) -> Outcome {
    let mut category = find_category(turn, post).await?;
    if let Err(fault) = category.take_days(words) {
        let mut screen = ask_days(turn, post).await?;
        screen.text = view::fault_word(fault, turn.texts()).paragraph(&screen.text);
        return Ok(screen);
    }
    let mut tx = turn.begin().await?;
    store::save_category(tx.tx(), turn.known_person()?.id, &category).await?;
    stand(tx, Action::Portfolio).await?;
    saved(turn).await
}

async fn saved(turn: &Turn) -> Outcome {
    Ok(show(turn).await?.toast(label!(turn.texts(), "portfolio-saved-toast")))
}

pub(super) async fn show_study(turn: &Turn) -> Outcome {
    let study = store::find_study(&turn.app().db, turn.known_person()?.id).await?;
    Ok(view::study_screen(&study, turn.texts()))
}

pub(super) async fn ask_part(turn: &Turn, part: StudyPart) -> Outcome {
    let study = store::find_study(&turn.app().db, turn.known_person()?.id).await?;
    Ok(view::part_screen(&study, part, turn.texts()))
}

pub(super) async fn receive_part(turn: &Turn, part: StudyPart, words: &str) -> Outcome {
    let read: Result<String, EntryFault> = match part {
        StudyPart::Topic => read_title(words),
        StudyPart::Plan | StudyPart::Report => read_words(words),
    };
    match read {
        Ok(words) => set_part(turn, part, Some(words)).await,
        Err(fault) => {
            let mut screen = ask_part(turn, part).await?;
            screen.text = view::fault_word(fault, turn.texts()).paragraph(&screen.text);
            Ok(screen)
        }
    }
}

pub(super) async fn drop_part(turn: &Turn, part: StudyPart) -> Outcome {
    set_part(turn, part, None).await
}

async fn set_part(turn: &Turn, part: StudyPart, words: Option<String>) -> Outcome {
    let person = turn.known_person()?.id;
    let mut study: SelfStudy = store::find_study(&turn.app().db, person).await?;
    study.set(part, words);
    let mut tx = turn.begin().await?;
    store::save_study(tx.tx(), person, &study).await?;
    stand(tx, Action::Study).await?;
    Ok(view::study_screen(&study, turn.texts()).toast(label!(turn.texts(), "portfolio-saved-toast")))
}
