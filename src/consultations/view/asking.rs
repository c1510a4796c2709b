//! The teacher's screens: what it is about, what is gathered, what one has asked, the rating.

use super::{Action, Told, WORD, Words, about, groups::fitting_button, head, title};
use crate::{
    consultations::model::{ConsultationRequest, GroupConsultation, RequestState},
    hot_line::{self, PublishedAnswer},
    label,
    messenger::{Button, Markup, Payload, Screen},
    people::menu_button,
    text,
    texts::Texts,
    threads,
};

/// The best rating.
const BEST: usize = 5;

/// Leads to asking about what a diagnosis found; the place adds the area.
#[must_use]
pub fn consult_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "consultations-ask-button"), Payload::new(WORD, "diagnosed"))
}

/// What somebody has asked.
#[must_use]
pub fn asked_screen(asked: &[ConsultationRequest], has_draft: bool, words: Words<'_>) -> Screen {
    let texts = words.2;
    let mut screen = Screen::of(text!(texts, "consultations-asked")).at(Action::Consult);
    for request in asked {
        let state = request.state.as_str();
        let (title, about) = (title(request, texts), about(request, words));
        let line = label!(texts, "consultations-asked-line", state = state, title = title, about = about);
        screen = screen.row(vec![Button::new(line, Action::Show(request.id))]);
    }
    if has_draft {
        screen = screen.row(vec![Button::new(label!(texts, "consultations-asked-draft"), Action::Ask)]);
    }
    let new = Button::new(label!(texts, "consultations-asked-new"), Action::Areas);
    screen.row(vec![new]).row(vec![menu_button(texts)])
}

/// What is the question about?
#[must_use]
pub fn areas_screen((_, rules, texts): Words<'_>) -> Screen {
    let areas = rules.areas.iter().map(|area| Button::new(&area.title, Action::Area(area.id.clone())));
    Screen::of(text!(texts, "consultations-areas"))
        .column(areas)
        .row(vec![menu_button(texts)])
        .at(Action::Areas)
}

/// Which subject is it about?
#[must_use]
pub fn subjects_screen(subjects: &[(String, String)], texts: &Texts) -> Screen {
    let buttons = subjects.iter().map(|(id, title)| Button::new(title, Action::Subject(id.clone())));
    let none = Button::new(label!(texts, "consultations-subject-none"), Action::Subject("none".to_owned()));
    let back = Button::new(label!(texts, "consultations-back-areas"), Action::Areas);
    Screen::of(text!(texts, "consultations-subjects"))
        .column(buttons)
        .row(vec![none])
        .row(vec![back, menu_button(texts)])
        .at(Action::Subjects)
}

/// What a teacher may wish for, in the order of the buttons.
pub const WISHES: [&str; 2] = ["time", "answer"];

/// What stands beside a question that is being asked.
#[derive(Debug, Clone)]
pub struct Gathered {
    /// Published answers that fit.
    pub found: Vec<PublishedAnswer>,
    /// Whether there is a profile of deficits to share.
    pub has_profile: bool,
    /// Group consultations about the same.
    pub groups: Vec<GroupConsultation>,
}

fn wish_row(request: &ConsultationRequest, texts: &Texts) -> Vec<Button> {
    let button = |wish: &str| {
        let is_on = if request.wish.as_deref() == Some(wish) { "yes" } else { "no" };
        let label = label!(texts, "consultations-gather-wish", wish = wish, on = is_on);
        Button::new(label, Action::Wish(wish.to_owned()))
    };
    WISHES.map(button).to_vec()
}

fn share_button(request: &ConsultationRequest, texts: &Texts) -> Button {
    let is_on = if request.shares_profile { "yes" } else { "no" };
    Button::new(label!(texts, "consultations-gather-share", on = is_on), Action::Share(request.id))
}

/// What is gathered so far; words typed here are added. Published answers that fit stand below it.
#[must_use]
pub fn gather_screen(told: &Told, gathered: &Gathered, words: Words<'_>) -> Screen {
    let texts = words.2;
    let about = Markup::plain(&about(&told.request, words));
    let head = text!(texts, "consultations-gather-head", about = about);
    let change = Button::new(label!(texts, "consultations-gather-area"), Action::Areas);
    let drop = Button::new(label!(texts, "consultations-gather-drop"), Action::Drop);
    if told.said.is_empty() {
        let text = head.paragraph(&text!(texts, "consultations-gather-ask"));
        let groups = gathered.groups.iter().map(|group| fitting_button(group, texts));
        return Screen::of(text)
            .column(groups)
            .row(vec![change, drop])
            .row(vec![menu_button(texts)])
            .at(Action::Ask);
    }
    let mut text = head.paragraph(&told.question(texts));
    let found = &gathered.found;
    if !found.is_empty() {
        text = text.paragraph(&text!(texts, "consultations-gather-found"));
    }
    let text = text.paragraph(&text!(texts, "consultations-gather-more"));
    let send = Button::new(label!(texts, "consultations-gather-send"), Action::Send);
    let fits = found.iter().map(|answer| {
        let label = label!(texts, "consultations-gather-fits", question = &answer.question);
        Button::new(label, Action::Found(answer.id))
    });
    let groups = gathered.groups.iter().map(|group| fitting_button(group, texts));
    let mut screen =
        Screen::of(text).column(fits.chain(groups)).row(vec![send]).row(wish_row(&told.request, texts));
    if gathered.has_profile {
        screen = screen.row(vec![share_button(&told.request, texts)]);
    }
    screen.row(vec![change, drop]).row(vec![menu_button(texts)]).at(Action::Ask)
}

/// A published answer that fits.
#[must_use]
pub fn found_screen(answer: &PublishedAnswer, texts: &Texts) -> Screen {
    let helped = Button::new(label!(texts, "consultations-found-helped"), Action::Helped(answer.id));
    let back = Button::new(label!(texts, "consultations-found-back"), Action::Ask);
    Screen::of(hot_line::answer_words(answer, texts))
        .row(vec![helped])
        .row(vec![back])
        .at(Action::Found(answer.id))
}

/// It has helped.
#[must_use]
pub fn helped_screen(texts: &Texts) -> Screen {
    let new = Button::new(label!(texts, "consultations-asked-new"), Action::Areas);
    Screen::of(text!(texts, "consultations-helped")).row(vec![new, menu_button(texts)]).at(Action::Consult)
}

/// It was sent: the number, and when to expect an answer.
#[must_use]
pub fn sent_screen(told: &Told, words: Words<'_>) -> Screen {
    let texts = words.2;
    let due = told.moment(told.request.first_due_at);
    let word = text!(texts, "consultations-sent", title = title(&told.request, texts), due = due);
    let screen = show_screen(told, false, words);
    Screen { text: word, ..screen }
}

/// A question of one's own. Words typed here are added to it while it is open.
#[must_use]
pub fn show_screen(told: &Told, may_reopen: bool, words: Words<'_>) -> Screen {
    let (request, texts) = (&told.request, words.2);
    let state = text!(
        texts,
        "consultations-state",
        state = if request.is_written_first && request.state.is_open() {
            "first"
        } else {
            request.state.as_str()
        },
        waits = if request.waiting_since.is_some() { "yes" } else { "no" },
        name = told.taker(texts),
        due = told.moment(request.due_at()),
    );
    let mut screen = Screen::of(
        told.with_guests(head(request, words).paragraph(&told.question(texts)).paragraph(&state), texts),
    );
    if let Some(summary) = &request.summary {
        let summary = Markup::trusted(summary.as_str());
        screen.text = screen.text.paragraph(&text!(texts, "consultations-summary", summary = summary));
    }
    if let Some(thread) = told.thread {
        let label = if request.state.is_open() { "write" } else { "read" };
        let label = label!(texts, "consultations-thread", what = label);
        screen = screen.row(vec![Button::new(label, threads::write_address(thread))]);
    }
    screen = of_state(screen, told, may_reopen, texts);
    let back = Button::new(label!(texts, "consultations-back-asked"), Action::Consult);
    let screen = screen.row(vec![back, menu_button(texts)]);
    match told.thread.filter(|_| request.state.is_open()) {
        Some(thread) => screen.at(threads::write_address(thread)),
        None => screen.at(Action::Show(request.id)),
    }
}

fn of_state(mut screen: Screen, told: &Told, may_reopen: bool, texts: &Texts) -> Screen {
    let request = &told.request;
    if request.state.is_open() {
        if request.shares_profile {
            let label = label!(texts, "consultations-unshare");
            screen = screen.row(vec![Button::new(label, Action::Share(request.id))]);
        }
        let withdraw = label!(texts, "consultations-withdraw");
        return screen.row(vec![Button::new(withdraw, Action::Withdraw(request.id))]);
    }
    if request.state == RequestState::Closed && request.rating.is_none() {
        screen = screen.row(rating_row(request));
    }
    if may_reopen {
        let reopen = Button::new(label!(texts, "consultations-reopen"), Action::Reopen(request.id));
        let unsolved = Button::new(label!(texts, "consultations-unsolved"), Action::Unsolved(request.id));
        screen = screen.row(vec![reopen, unsolved]);
    }
    screen
}

/// Five buttons to rate.
pub(super) fn rating_row(request: &ConsultationRequest) -> Vec<Button> {
    (1..=BEST).map(|points| Button::new(format!("{points} ★"), Action::Rate(request.id, points))).collect()
}

/// Asks whether to take it back.
#[must_use]
pub fn withdraw_screen(request: &ConsultationRequest, texts: &Texts) -> Screen {
    let yes = Button::new(label!(texts, "consultations-withdraw-yes"), Action::TakeBack(request.id));
    let no = Button::new(label!(texts, "consultations-withdraw-no"), Action::Show(request.id));
    Screen::of(text!(texts, "consultations-withdraw-ask", title = title(request, texts)))
        .row(vec![yes, no])
        .at(Action::Withdraw(request.id))
}

/// It is rated; words typed here are added to the rating.
#[must_use]
pub fn rated_screen(request: &ConsultationRequest, points: usize, texts: &Texts) -> Screen {
    let back = Button::new(label!(texts, "consultations-back-asked"), Action::Consult);
    let unsolved = Button::new(label!(texts, "consultations-unsolved"), Action::Unsolved(request.id));
    Screen::of(text!(texts, "consultations-rated", points = points))
        .row(vec![unsolved])
        .row(vec![back, menu_button(texts)])
        .at(Action::Rate(request.id, points))
}

/// The same screen under a word of thanks.
#[must_use]
pub fn below_thanks(screen: Screen, texts: &Texts) -> Screen {
    Screen { text: text!(texts, "consultations-thanks").paragraph(&screen.text), ..screen }
}

/// It is open again, for whoever had it or for those above.
#[must_use]
pub fn reopened_screen(screen: Screen, goes_up: bool, texts: &Texts) -> Screen {
    let word = text!(texts, "consultations-reopened", up = if goes_up { "yes" } else { "no" });
    Screen { text: word.paragraph(&screen.text), ..screen }
}
