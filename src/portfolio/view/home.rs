//! The portfolio at a glance, the categories, and the self-education.

use super::{Action, category_words};
use crate::{
    label,
    messenger::{Button, Markup, Screen},
    people::menu_button,
    portfolio::model::{Category, Grade, SelfStudy, StudyPart},
    text,
    texts::Texts,
    units::Catalogue,
};

/// Everything the first screen shows.
pub struct HomeView<'a> {
    /// Own entries.
    pub entries: usize,
    /// Courses.
    pub courses: usize,
    /// Meetings at which they were.
    pub meetings: usize,
    /// Finished diagnostics.
    pub diagnostics: usize,
    /// The category of each post.
    pub categories: &'a [Category],
    /// The self-education.
    pub study: &'a SelfStudy,
    /// Posts.
    pub catalogue: &'a Catalogue,
}

/// The portfolio at a glance.
#[must_use]
pub fn home_screen(home: &HomeView<'_>, attended: Button, texts: &Texts) -> Screen {
    let text = text!(
        texts,
        "portfolio-home-text",
        entries = home.entries,
        courses = home.courses,
        meetings = home.meetings,
        diagnostics = home.diagnostics,
        topic = home.study.topic.clone().unwrap_or_else(|| "—".to_owned()),
    );
    let text = home.categories.iter().fold(text, |text, category| {
        let words = category_words(category, home.catalogue, texts);
        text.line(&text!(texts, "portfolio-home-category", words = words))
    });
    let button = |label: String, action: Action| Button::new(label, action);
    Screen::of(text)
        .row(vec![button(label!(texts, "portfolio-home-paper"), Action::Paper)])
        .row(vec![
            button(label!(texts, "portfolio-home-add"), Action::Kinds),
            button(label!(texts, "portfolio-home-entries"), Action::Entries(0)),
        ])
        .row(vec![
            button(label!(texts, "portfolio-home-grade"), Action::Category),
            button(label!(texts, "portfolio-home-study"), Action::Study),
        ])
        .row(vec![attended, menu_button(texts)])
        .at(Action::Portfolio)
}

/// The categories, and the posts to say one for.
#[must_use]
pub fn category_screen(
    categories: &[Category],
    posts: &[String],
    catalogue: &Catalogue,
    texts: &Texts,
) -> Screen {
    let title = text!(texts, "portfolio-category-question");
    let text = categories
        .iter()
        .fold(title, |text, category| text.line(&Markup::plain(&category_words(category, catalogue, texts))));
    let buttons =
        posts.iter().map(|post| Button::new(catalogue.post_title(post), Action::Grades(post.clone())));
    Screen::of(text).column(buttons).row(vec![to_home(texts), menu_button(texts)]).at(Action::Category)
}

/// Asks for the category in a post.
#[must_use]
pub fn grades_screen(post: &str, catalogue: &Catalogue, texts: &Texts) -> Screen {
    let buttons = Grade::ALL.map(|grade| {
        let label = label!(texts, "portfolio-grade", grade = grade.as_str());
        Button::new(label, Action::Grade(post.to_owned(), grade))
    });
    let none = Button::new(label!(texts, "portfolio-grade-none"), Action::NoGrade(post.to_owned()));
    Screen::of(text!(texts, "portfolio-grade-question", post = catalogue.post_title(post)))
        .column(buttons)
        .column([none])
        .row(vec![
            Button::new(label!(texts, "portfolio-back-category"), Action::Category),
            menu_button(texts),
        ])
        .at(Action::Grades(post.to_owned()))
}

/// Asks for the days of a category.
#[must_use]
pub fn days_screen(category: &Category, catalogue: &Catalogue, texts: &Texts) -> Screen {
    let words = category_words(category, catalogue, texts);
    Screen::of(text!(texts, "portfolio-days-question", words = words))
        .row(vec![Button::new(label!(texts, "portfolio-days-skip"), Action::Portfolio)])
        .row(vec![
            Button::new(label!(texts, "portfolio-back-category"), Action::Category),
            menu_button(texts),
        ])
        .at(Action::Days(category.post.clone()))
}

/// The self-education.
#[must_use]
pub fn study_screen(study: &SelfStudy, texts: &Texts) -> Screen {
    let title = text!(texts, "portfolio-study-title");
    let text = StudyPart::ALL.into_iter().fold(title, |text, part| {
        let words = study.part(part).unwrap_or("—");
        text.paragraph(&text!(texts, "portfolio-study-part", part = part.as_str(), words = words))
    });
    let buttons = StudyPart::ALL.map(|part| {
        Button::new(label!(texts, "portfolio-study-button", part = part.as_str()), Action::Part(part))
    });
    Screen::of(text).row(buttons.to_vec()).row(vec![to_home(texts), menu_button(texts)]).at(Action::Study)
}

/// Asks for a part of the self-education.
#[must_use]
pub fn part_screen(study: &SelfStudy, part: StudyPart, texts: &Texts) -> Screen {
    let clear = Button::new(label!(texts, "portfolio-study-clear"), Action::NoPart(part));
    Screen::of(text!(texts, "portfolio-study-question", part = part.as_str()))
        .column(study.part(part).is_some().then_some(clear))
        .row(vec![Button::new(label!(texts, "portfolio-back-study"), Action::Study), menu_button(texts)])
        .at(Action::Part(part))
}

/// Leads to the portfolio.
pub(super) fn to_home(texts: &Texts) -> Button {
    Button::new(label!(texts, "portfolio-back-home"), Action::Portfolio)
}
