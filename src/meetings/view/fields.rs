//! What else is said of a meeting, its materials, and with what people come.
//! Not here: any decision.

use super::{
    Action, Side, to_meeting,
    words::{kind_words, name_words, when_words},
};
use crate::{
    documents::{Cell, Sheet},
    label,
    meetings::model::{Material, Meeting, MeetingKinds, Minutes, Programme, Wish, Wished},
    messenger::{Button, Markup, Screen},
    outbox::Wording,
    text,
    texts::Texts,
};

/// The most characters of a list on a screen; the table has it all.
const MOST_SHOWN: usize = 3_000;

/// How people take part and for whom it is, where that is not the usual.
pub fn terms_line(programme: &Programme, texts: &Texts) -> Markup {
    let (form, level) = (programme.form().as_str(), programme.level.as_str());
    if (form, level) == ("offline", "municipal") {
        return Markup::default();
    }
    text!(texts, "meetings-head-terms", form = form, level = level)
}

/// What else can be said of a meeting.
#[must_use]
pub fn fields_screen(meeting: &Meeting, materials: usize, texts: &Texts) -> Screen {
    let programme = &meeting.programme;
    let button = |label: String, side: Side| Button::new(label, side);
    let level = label!(texts, "meetings-fields-level", level = programme.level.as_str());
    let form = label!(texts, "meetings-fields-form", form = programme.form().as_str());
    let sought = if programme.seeks_speakers { "yes" } else { "no" };
    let speakers = label!(texts, "meetings-fields-speakers", sought = sought);
    let handed = label!(texts, "meetings-fields-materials", count = materials);
    let wishes = button(label!(texts, "meetings-fields-wishes"), Side::Wishes(meeting.id));
    Screen::of(text!(texts, "meetings-fields-text"))
        .row(vec![button(level, Side::Level(meeting.id))])
        .row(vec![button(form, Side::Form(meeting.id))])
        .row(vec![button(speakers, Side::Speakers(meeting.id))])
        .row(vec![button(handed, Side::Materials(meeting.id))])
        .row(programme.seeks_speakers.then_some(wishes).into_iter().collect())
        .row(vec![to_meeting(meeting, texts)])
        .at(Side::Fields(meeting.id))
}

/// The materials, as lines with their addresses.
fn material_lines(materials: &[Material], texts: &Texts) -> Markup {
    materials.iter().fold(Markup::default(), |words, one| {
        let of = if one.link.is_some() { "link" } else { "file" };
        let link = one.link.as_deref().unwrap_or_default();
        words.line(&text!(texts, "meetings-material-line", of = of, title = &one.title, link = link))
    })
}

/// The materials of a meeting, to whoever calls; what is sent now is added.
#[must_use]
pub fn materials_screen(meeting: &Meeting, materials: &[Material], texts: &Texts) -> Screen {
    let text = text!(texts, "meetings-materials-question", count = materials.len());
    let drop = |one: &Material| {
        let label = label!(texts, "meetings-materials-drop", title = &one.title);
        Button::new(label, Side::DropMaterial(meeting.id, one.id))
    };
    let share = Button::new(label!(texts, "meetings-materials-share"), Side::Share(meeting.id));
    let back = Button::new(label!(texts, "meetings-fields-back"), Side::Fields(meeting.id));
    Screen::of(text.paragraph(&material_lines(materials, texts)))
        .row((!materials.is_empty()).then_some(share).into_iter().collect())
        .column(materials.iter().map(drop))
        .row(vec![back, to_meeting(meeting, texts)])
        .at(Side::Materials(meeting.id))
}

/// The materials in words, to somebody who was called; files follow.
#[must_use]
pub fn papers_screen(meeting: &Meeting, materials: &[Material], texts: &Texts) -> Screen {
    let text = text!(texts, "meetings-papers-text").paragraph(&material_lines(materials, texts));
    Screen::of(text)
        .row(vec![Button::new(label!(texts, "meetings-back"), Action::Read(meeting.id))])
        .at(Side::Papers(meeting.id))
}

/// Materials are there.
#[must_use]
pub fn shared_wording(
    meeting: &Meeting,
    materials: &[Material],
    kinds: &MeetingKinds,
    texts: &Texts,
) -> Wording {
    let name = name_words(&meeting.programme, kinds, texts);
    let brief = text!(texts, "meetings-shared-text", name = name, count = materials.len());
    let titles = materials.iter().fold(Markup::default(), |words, one| {
        words.line(&text!(texts, "meetings-material-line", of = "file", title = &one.title, link = ""))
    });
    let button = Button::new(label!(texts, "meetings-shared-open"), Side::Papers(meeting.id));
    let screen = Screen::of(brief.clone().paragraph(&titles)).row(vec![button.clone()]).alone();
    Wording { screen, brief, button }
}

/// Asks what somebody comes with.
#[must_use]
pub fn wish_screen(meeting: &Meeting, wish: Wish, texts: &Texts) -> Screen {
    Screen::of(text!(texts, "meetings-wish-question", wish = wish.as_str()))
        .row(vec![Button::new(label!(texts, "meetings-back"), Action::Read(meeting.id))])
        .at(Side::Wish(meeting.id, wish))
}

/// With what people come.
#[must_use]
pub fn wishes_screen(meeting: &Meeting, wishes: &[Wished], texts: &Texts) -> Screen {
    let mut words = text!(texts, "meetings-wishes-text", count = wishes.len());
    let mut shown = 0;
    for one in wishes {
        shown += one.name.chars().count() + one.words.chars().count();
        if shown > MOST_SHOWN {
            words = words.paragraph(&text!(texts, "meetings-wishes-more"));
            break;
        }
        let wish = one.wish.as_str();
        words = words.paragraph(&text!(
            texts,
            "meetings-wishes-line",
            wish = wish,
            name = &one.name,
            words = &one.words
        ));
    }
    Screen::of(words)
        .row(vec![Button::new(label!(texts, "meetings-fields-back"), Side::Fields(meeting.id))])
        .row(vec![to_meeting(meeting, texts)])
        .at(Side::Wishes(meeting.id))
}

/// What was decided, point by point, to somebody who was called.
#[must_use]
pub fn record_screen(meeting: &Meeting, minutes: &Minutes, texts: &Texts) -> Screen {
    let mut words = text!(texts, "meetings-record-text");
    let mut shown = 0;
    for (item, hearing) in meeting.programme.agenda.iter().zip(&minutes.hearings) {
        let mut point = text!(texts, "meetings-record-point", topic = &item.topic);
        for decision in &hearing.decisions {
            shown += decision.words.chars().count();
            point = point.line(&text!(texts, "meetings-record-line", words = &decision.words));
        }
        if shown > MOST_SHOWN {
            break;
        }
        if !hearing.decisions.is_empty() {
            words = words.paragraph(&point);
        }
    }
    Screen::of(words)
        .row(vec![Button::new(label!(texts, "meetings-back"), Action::Read(meeting.id))])
        .at(Side::Record(meeting.id))
}

/// What is told of a meeting, and with what people come, as a sheet of the table.
#[must_use]
pub fn about_sheet(meeting: &Meeting, wishes: &[Wished], kinds: &MeetingKinds, texts: &Texts) -> Sheet {
    let programme = &meeting.programme;
    let line = |what: &str, said: String| {
        vec![Cell::from(label!(texts, "meetings-table-about-line", what = what)), Cell::from(said)]
    };
    let when = programme.when.map(|span| when_words(&span, texts)).unwrap_or_default();
    let (form, level) = (programme.form().as_str(), programme.level.as_str());
    let told = [
        line("title", format!("{}. {}", kind_words(programme, kinds, texts), programme.title)),
        line("when", when),
        line("terms", label!(texts, "meetings-head-terms", form = form, level = level)),
    ];
    let wished = wishes.iter().map(|one| line(one.wish.as_str(), format!("{}: {}", one.name, one.words)));
    let heading = |column: &str| label!(texts, "meetings-table-about-column", column = column);
    Sheet {
        name: label!(texts, "meetings-table-about"),
        headings: vec![heading("what"), heading("said")],
        rows: told.into_iter().chain(wished).collect(),
    }
}
