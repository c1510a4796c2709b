//! Looking around: what is ahead, a month of it, what is for a subject, what is over, what was called; pages of each.
//! Not here: one meeting.

use chrono::{Datelike, Days, Months, NaiveDate};
use uuid::Uuid;

use super::{
    Action, Deed, Side,
    compose::entry,
    lists::read_button,
    sheets::lessons_button,
    words::{month_words, short_when},
};
use crate::{
    label,
    meetings::model::{MeetingKinds, Programme, Reply},
    messenger::{Button, Payload, Screen},
    people::menu_button,
    text,
    texts::Texts,
};

/// Meetings on a page.
pub const PER_PAGE: usize = 8;
/// Meetings of a month that are shown.
pub const PER_MONTH: usize = 24;

/// A meeting in a list: id, what is told, how the reader stands to it.
pub type Line<'a> = (Uuid, &'a Programme, Option<Reply>);

/// Everything that a page shows.
pub struct PageView<'a> {
    /// The meetings of the page; one more where another page follows.
    pub lines: Vec<Line<'a>>,
    /// Which page it is, from 0.
    pub page: usize,
    /// The kinds there are.
    pub kinds: &'a MeetingKinds,
    /// Today, on the reader's clock.
    pub today: NaiveDate,
}

impl PageView<'_> {
    fn shown(&self) -> &[Line<'_>] {
        self.lines.get(..PER_PAGE).unwrap_or(&self.lines)
    }

    fn pages(&self, to: fn(usize) -> Side, texts: &Texts) -> Vec<Button> {
        let earlier = (self.page > 0)
            .then(|| Button::new(label!(texts, "meetings-page-earlier"), to(self.page.saturating_sub(1))));
        let later = (self.lines.len() > PER_PAGE)
            .then(|| Button::new(label!(texts, "meetings-page-later"), to(self.page + 1)));
        earlier.into_iter().chain(later).collect()
    }

    fn buttons<'a>(&'a self, texts: &'a Texts) -> impl Iterator<Item = Button> + 'a {
        self.shown().iter().map(|line| read_button(line, self.kinds, texts))
    }
}

/// The month of a day, as buttons name it.
#[must_use]
pub fn month_number(day: NaiveDate) -> usize {
    usize::try_from(day.year()).unwrap_or_default() * 100 + usize::try_from(day.month()).unwrap_or_default()
}

/// The first day of a month that a button names.
#[must_use]
pub fn month_of(number: usize) -> Option<NaiveDate> {
    let year = i32::try_from(number / 100).ok().filter(|year| (2_000..=2_100).contains(year))?;
    NaiveDate::from_ymd_opt(year, u32::try_from(number % 100).ok()?, 1)
}

/// What is ahead: one's own meetings and those that are open, by time.
#[must_use]
pub fn ahead_screen(view: &PageView<'_>, (mine, calls): (usize, bool), texts: &Texts) -> Screen {
    let open = view.shown().iter().filter(|(.., reply)| reply.is_none()).count();
    let monday = view.today - Days::new(view.today.weekday().num_days_from_monday().into());
    let week = |line: &&Line<'_>| {
        line.1.when.is_some_and(|when| when.from < monday + Days::new(7) && when.to >= monday)
    };
    let soon = view.shown().iter().filter(week).count();
    let mut text = text!(texts, "meetings-list-text", mine = mine, open = open);
    if view.page == 0 && soon > 0 {
        text = text.line(&text!(texts, "meetings-ahead-week", count = soon));
    }
    let month = Side::Around(month_number(view.today));
    let call = Button::new(label!(texts, "meetings-list-call"), Action::Home(None));
    Screen::of(text)
        .column(view.buttons(texts))
        .row(view.pages(Side::Ahead, texts))
        .row(vec![
            Button::new(label!(texts, "meetings-ahead-month"), month),
            Button::new(label!(texts, "meetings-ahead-subjects"), Side::Subjects),
        ])
        .row(calls.then_some(call).into_iter().collect())
        .row(vec![lessons_button(texts)])
        .row(vec![Button::new(label!(texts, "meetings-list-past"), Action::Past), menu_button(texts)])
        .at(if view.page == 0 { Action::Meetings.into() } else { Payload::from(Side::Ahead(view.page)) })
}

/// A month, week by week.
#[must_use]
pub fn around_screen(view: &PageView<'_>, month: NaiveDate, texts: &Texts) -> Screen {
    let mut words = text!(texts, "meetings-around-text", month = month_words(month, texts));
    let mut week = None;
    for (_, programme, _) in view.lines.iter().take(PER_MONTH) {
        let Some(when) = programme.when else { continue };
        let first = when.from.max(month);
        let monday = first - Days::new(first.weekday().num_days_from_monday().into());
        let line = text!(
            texts,
            "meetings-around-line",
            at = short_when(&when),
            name = name_of(view, programme, texts)
        );
        if week == Some(monday) {
            words = words.line(&line);
            continue;
        }
        week = Some(monday);
        let shown = |day: NaiveDate| day.format("%d.%m").to_string();
        let sunday = monday + Days::new(6);
        let head = text!(texts, "meetings-around-week", from = shown(monday), to = shown(sunday));
        words = words.paragraph(&head).line(&line);
    }
    if view.lines.is_empty() {
        words = words.paragraph(&text!(texts, "meetings-around-empty"));
    }
    let beside = |day: Option<NaiveDate>| {
        day.map(|day| Button::new(month_words(day, texts), Side::Around(month_number(day))))
    };
    let (before, after) =
        (month.checked_sub_months(Months::new(1)), month.checked_add_months(Months::new(1)));
    let buttons = view.lines.iter().take(PER_MONTH).map(|line| read_button(line, view.kinds, texts));
    Screen::of(words)
        .column(buttons)
        .row(beside(before).into_iter().chain(beside(after)).collect())
        .row(vec![Button::new(label!(texts, "meetings-back-mine"), Action::Meetings), menu_button(texts)])
        .at(Side::Around(month_number(month)))
}

fn name_of(view: &PageView<'_>, programme: &Programme, texts: &Texts) -> String {
    super::words::name_words(programme, view.kinds, texts)
}

/// The subjects of what is ahead: id, title, how many.
#[must_use]
pub fn subjects_screen(subjects: &[(String, String, usize)], texts: &Texts) -> Screen {
    let button = |(id, title, count): &(String, String, usize)| {
        let label = label!(texts, "meetings-subjects-entry", title = title, count = *count);
        Button::new(label, Side::Subject(id.clone()))
    };
    Screen::of(text!(texts, "meetings-subjects-text", count = subjects.len()))
        .column(subjects.iter().map(button))
        .row(vec![Button::new(label!(texts, "meetings-back-mine"), Action::Meetings), menu_button(texts)])
        .at(Side::Subjects)
}

/// What is ahead for a subject.
#[must_use]
pub fn subject_screen(view: &PageView<'_>, (id, title): (&str, &str), texts: &Texts) -> Screen {
    let buttons = view.lines.iter().take(PER_MONTH).map(|line| read_button(line, view.kinds, texts));
    Screen::of(text!(texts, "meetings-subject-text", title = title))
        .column(buttons)
        .row(vec![Button::new(label!(texts, "meetings-subjects-back"), Side::Subjects), menu_button(texts)])
        .at(Side::Subject(id.to_owned()))
}

/// What is over.
#[must_use]
pub fn over_screen(view: &PageView<'_>, texts: &Texts) -> Screen {
    Screen::of(text!(texts, "meetings-past-text", count = view.lines.len()))
        .column(view.buttons(texts))
        .row(view.pages(Side::Over, texts))
        .row(vec![Button::new(label!(texts, "meetings-back-mine"), Action::Meetings), menu_button(texts)])
        .at(if view.page == 0 { Action::Past.into() } else { Payload::from(Side::Over(view.page)) })
}

/// What somebody called, or was called in their associations, with its state.
#[must_use]
pub fn called_screen(
    meetings: &[(Uuid, Programme, String)],
    page: usize,
    kinds: &MeetingKinds,
    texts: &Texts,
) -> Screen {
    let buttons = meetings.iter().take(PER_PAGE).map(|(id, programme, state)| {
        let name = entry(programme, kinds, texts);
        let label = label!(texts, "meetings-called-entry", state = state, name = name);
        Button::new(label, Action::On(*id, Deed::Show))
    });
    let to = |page: usize, label: String| Button::new(label, Side::Called(page));
    let earlier = (page > 0).then(|| to(page - 1, label!(texts, "meetings-page-earlier")));
    let later = (meetings.len() > PER_PAGE).then(|| to(page + 1, label!(texts, "meetings-page-later")));
    Screen::of(text!(texts, "meetings-called-text", count = meetings.len()))
        .column(buttons)
        .row(earlier.into_iter().chain(later).collect())
        .row(vec![Button::new(label!(texts, "meetings-list-call"), Action::Home(None)), menu_button(texts)])
        .at(if page == 0 { Action::Called.into() } else { Payload::from(Side::Called(page)) })
}
