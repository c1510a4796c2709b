//! How an announcement goes and went, and what can be done about it.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::{Action, Deed, headline, moment, to_broadcast};
use crate::{
    broadcasts::model::{Answer, Broadcast, State, Tally},
    label,
    messenger::{Button, Markup, Screen},
    outbox::Wording,
    people::menu_button,
    text,
    texts::Texts,
};

/// Everything a report shows.
pub struct ReportView<'a> {
    /// The announcement.
    pub broadcast: &'a Broadcast,
    /// How it went; of one whose people may not be counted closely, in tens.
    pub tally: Tally,
    /// How many answers there are.
    pub answers: i64,
    /// How often each answer was chosen: label and number.
    pub choices: Vec<(String, usize)>,
    /// Now.
    pub now: DateTime<Utc>,
}

/// How an announcement goes, or went.
#[must_use]
pub fn report_screen(view: &ReportView<'_>, texts: &Texts) -> Screen {
    let broadcast = view.broadcast;
    let button = |label: String, deed: Deed| Button::new(label, Action::On(broadcast.id, deed));
    let screen = Screen::of(report_text(view, texts));
    let look = button(label!(texts, "broadcasts-report-look"), Deed::Show);
    let screen = match broadcast.state {
        State::Running => screen.row(vec![
            look,
            button(label!(texts, "broadcasts-report-pause"), Deed::Pause),
            button(label!(texts, "broadcasts-report-stop"), Deed::Stop),
        ]),
        State::Paused => screen.row(vec![
            button(label!(texts, "broadcasts-report-resume"), Deed::Resume),
            button(label!(texts, "broadcasts-report-stop"), Deed::Stop),
        ]),
        _ if view.tally.correcting > 0 => screen.row(vec![look]),
        _ => screen,
    };
    let was_sent = broadcast.taken_at.is_some();
    let screen = if was_sent { afterwards(view, screen, texts) } else { screen };
    let home = Button::new(label!(texts, "broadcasts-back-home"), Action::Home(broadcast.municipality));
    screen.row(vec![home, menu_button(texts)]).at(Action::On(broadcast.id, Deed::Show))
}

/// What can be done once it was sent. Of people who may not be named there are numbers only.
fn afterwards(view: &ReportView<'_>, screen: Screen, texts: &Texts) -> Screen {
    let (broadcast, tally) = (view.broadcast, view.tally);
    let button = |label: String, deed: Deed| Button::new(label, Action::On(broadcast.id, deed));
    let is_named = !broadcast.is_rough;
    let is_open = broadcast.state != State::Recalled;
    let asks = broadcast.asks_to_acknowledge();
    let correct = button(label!(texts, "broadcasts-report-correct"), Deed::Correct);
    let recall = button(label!(texts, "broadcasts-report-recall"), Deed::AskRecall);
    let remind = button(label!(texts, "broadcasts-report-remind"), Deed::AskRemind);
    let register = button(label!(texts, "broadcasts-report-register"), Deed::Register);
    let marks = button(label!(texts, "broadcasts-report-marks"), Deed::RegisterTable);
    let again = button(label!(texts, "broadcasts-report-again"), Deed::AskAgain);
    let units = button(label!(texts, "broadcasts-report-units"), Deed::Organisations);
    let table = button(label!(texts, "broadcasts-report-table"), Deed::Table);
    let answers = label!(texts, "broadcasts-report-answers", count = view.answers);
    let answers = button(answers, Deed::Answers);
    let some = |is: bool, buttons: Vec<Button>| if is { buttons } else { Vec::new() };
    screen
        .row(some(is_open, vec![correct, recall]))
        .row(some(is_open && asks && tally.delivered > tally.acknowledged, vec![remind]))
        .row(some(is_named && asks, vec![register, marks]))
        .row(some(is_open && broadcast.state == State::Done && tally.failed > 0, vec![again]))
        .row(some(is_named, vec![units, table]))
        .row(some(view.answers > 0, vec![answers]))
}

fn report_text(view: &ReportView<'_>, texts: &Texts) -> Markup {
    let (broadcast, tally) = (view.broadcast, view.tally);
    let head = text!(
        texts,
        "broadcasts-report-head",
        state = broadcast.state.as_str(),
        pause = broadcast.pause.as_deref().unwrap_or("wished"),
        words = headline(broadcast, texts),
    );
    if broadcast.taken_at.is_none() {
        return head;
    }
    let rough = if broadcast.is_rough { "yes" } else { "no" };
    let counts = text!(
        texts,
        "broadcasts-report-counts",
        rough = rough,
        people = tally.people,
        delivered = tally.delivered,
        unreachable = tally.unreachable,
        failed = tally.failed,
    );
    let mut text = head.paragraph(&counts);
    if tally.waiting > 0 {
        text = text.line(&text!(texts, "broadcasts-report-waiting", count = tally.waiting));
    }
    if tally.ended > 0 {
        text = text.line(&text!(texts, "broadcasts-report-ended", count = tally.ended));
    }
    if broadcast.muted > 0 && !broadcast.is_rough {
        text = text.line(&text!(texts, "broadcasts-report-muted", count = broadcast.muted));
    }
    if broadcast.asks_to_acknowledge() {
        text = text.line(&text!(texts, "broadcasts-report-acknowledged", count = tally.acknowledged));
    }
    for (label, count) in &view.choices {
        text = text.line(&text!(texts, "broadcasts-report-choice", label = label, count = *count));
    }
    if broadcast.version > 0 {
        text = text.paragraph(&text!(
            texts,
            "broadcasts-report-corrected",
            state = broadcast.state.as_str(),
            corrected = tally.corrected,
            correcting = tally.correcting,
            uncorrected = tally.uncorrected,
        ));
    }
    if broadcast.state == State::Running { text.paragraph(&pace(view, texts)) } else { text }
}

/// How fast it goes, and how long it will take.
fn pace(view: &ReportView<'_>, texts: &Texts) -> Markup {
    let tally = view.tally;
    let gone = view.broadcast.taken_at.map_or(0, |began| (view.now - began).num_seconds()).max(1);
    let done = i64::try_from(tally.delivered + tally.unreachable + tally.failed).unwrap_or(i64::MAX);
    let left = i64::try_from(tally.left).unwrap_or(i64::MAX);
    let speed = done / gone;
    let minutes = if done == 0 { 0 } else { (left * gone / done + 59) / 60 };
    text!(texts, "broadcasts-report-pace", left = left, speed = speed, minutes = minutes)
}

/// The same as a letter that is corrected while it goes on.
#[must_use]
pub fn report_wording(view: &ReportView<'_>, texts: &Texts) -> Wording {
    let brief = text!(texts, "broadcasts-report-brief", words = headline(view.broadcast, texts));
    let open = label!(texts, "broadcasts-alarm-open");
    let button = Button::new(open, Action::On(view.broadcast.id, Deed::Show));
    Wording { screen: report_screen(view, texts).alone(), brief, button }
}

/// How it went in each organisation: title, people, delivered, acknowledged.
#[must_use]
pub fn organisations_screen(
    broadcast: &Broadcast,
    lines: &[(String, usize, usize, usize)],
    texts: &Texts,
) -> Screen {
    let shown = lines.iter().take(40).map(|(title, people, delivered, acknowledged)| {
        text!(
            texts,
            "broadcasts-units-line",
            title = title,
            people = *people,
            delivered = *delivered,
            acknowledged = *acknowledged,
        )
    });
    let head = text!(texts, "broadcasts-units-title", words = headline(broadcast, texts));
    let text =
        shown.fold(head.paragraph(&text!(texts, "broadcasts-units-hint")), |text, line| text.line(&line));
    let table = label!(texts, "broadcasts-report-table");
    Screen::of(text)
        .row(vec![Button::new(table, Action::On(broadcast.id, Deed::Table))])
        .row(vec![to_broadcast(broadcast, texts)])
        .at(Action::On(broadcast.id, Deed::Organisations))
}

/// A question before something is done to many: to send again, to remind, to take back.
#[must_use]
pub fn ask_screen(
    broadcast: &Broadcast,
    (what, count): (&'static str, usize),
    (ask, deed): (Deed, Deed),
    texts: &Texts,
) -> Screen {
    let question = text!(
        texts,
        "broadcasts-ask-question",
        what = what,
        count = count,
        words = headline(broadcast, texts)
    );
    let yes = Button::new(
        label!(texts, "broadcasts-ask-yes", what = what, count = count),
        Action::On(broadcast.id, deed),
    );
    Screen::of(question)
        .row((count > 0).then_some(yes).into_iter().collect())
        .row(vec![to_broadcast(broadcast, texts)])
        .at(Action::On(broadcast.id, ask))
}

/// Asks for other words.
#[must_use]
pub fn correct_screen(broadcast: &Broadcast, texts: &Texts) -> Screen {
    Screen::of(text!(texts, "broadcasts-correct-question"))
        .row(vec![to_broadcast(broadcast, texts)])
        .at(Action::On(broadcast.id, Deed::Correct))
}

/// Shows the other words and asks whether to put them in the place of the old ones.
#[must_use]
pub fn mend_screen(broadcast: &Broadcast, delivered: usize, texts: &Texts) -> Screen {
    let words = Markup::trusted(broadcast.new_words.clone().unwrap_or_default());
    let question = text!(texts, "broadcasts-mend-question", count = delivered);
    let mend = label!(texts, "broadcasts-mend-yes");
    Screen::of(question.paragraph(&words))
        .row(vec![Button::new(mend, Action::On(broadcast.id, Deed::Mend))])
        .row(vec![to_broadcast(broadcast, texts)])
        .at(Action::On(broadcast.id, Deed::Correct))
}

/// What people wrote in reply, the newest first. Of people who may not be named, the words alone.
#[must_use]
pub fn answers_screen(broadcast: &Broadcast, answers: &[Answer], zone: Tz, texts: &Texts) -> Screen {
    let head = text!(texts, "broadcasts-answers-title", words = headline(broadcast, texts));
    let text = answers.iter().fold(head, |text, answer| {
        let name = [&answer.family_name, &answer.given_name].map(|part| part.clone().unwrap_or_default());
        let is_named = !broadcast.is_rough && answer.family_name.is_some();
        let line = text!(
            texts,
            "broadcasts-answers-line",
            named = if is_named { "yes" } else { "no" },
            name = name.join(" "),
            at = moment(answer.said_at, zone),
            words = answer.words.chars().take(300).collect::<String>(),
        );
        text.paragraph(&line)
    });
    Screen::of(text).row(vec![to_broadcast(broadcast, texts)]).at(Action::On(broadcast.id, Deed::Answers))
}
