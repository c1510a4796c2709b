//! A member: what is known, the seven checks, admitting and removing; and a methodologist's own page.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Action, day, list::to_list, papers::Titles};
use crate::{
    label,
    messenger::{Button, Markup, Payload, Screen},
    methodologist_pool::model::{Check, Facts, Line, Member, Record, Step, Verdict, judge, list_missing},
    people::menu_button,
    text,
    texts::Texts,
};

/// Everything a card shows.
pub struct CardView<'a> {
    /// Who it is.
    pub member: &'a Member,
    /// The same as it would be printed.
    pub line: &'a Line,
    /// What the house knows by itself.
    pub facts: &'a Facts,
    /// Leads to giving the role of a methodologist; nothing if it is held.
    pub appoint: Option<Payload>,
    /// Leads to the person's card.
    pub person: Payload,
}

/// The card of a member or a candidate.
#[must_use]
pub fn card_screen(card: &CardView<'_>, texts: &Texts) -> Screen {
    let (member, record) = (card.member, &card.member.record);
    let missing = list_missing(record, card.facts);
    let mut text = text!(
        texts,
        "methodologist_pool-card-title",
        name = &card.line.name,
        admitted = if member.is_admitted { "yes" } else { "no" },
    );
    text = text.paragraph(&facts_text(card.line, record, texts)).paragraph(&checks_text(
        &missing,
        (record, card.facts),
        texts,
    ));
    if let Some(exception) = &record.exception {
        text = text.paragraph(&text!(texts, "methodologist_pool-card-exception", reason = &exception.reason));
    }
    let id = member.id;
    let first = Step::ALL.into_iter().find(|step| record.is_empty_at(*step)).unwrap_or(Step::Basis);
    let turn = if member.is_admitted {
        Button::new(label!(texts, "methodologist_pool-card-demote"), Action::Demote(id))
    } else {
        Button::new(label!(texts, "methodologist_pool-card-admit"), Action::Admit(id))
    };
    let appoint = card.appoint.clone();
    let appoint =
        appoint.map(|payload| Button::new(label!(texts, "methodologist_pool-card-appoint"), payload));
    Screen::of(text)
        .row(vec![
            Button::new(label!(texts, "methodologist_pool-card-fill"), Action::Step(id, first, 0)),
            Button::new(label!(texts, "methodologist_pool-card-fields"), Action::Fields(id)),
        ])
        .row(vec![Button::new(label!(texts, "methodologist_pool-card-checks"), Action::Checks(id)), turn])
        .column(appoint.filter(|_| member.is_admitted))
        .row(vec![
            Button::new(label!(texts, "methodologist_pool-card-person"), card.person.clone()),
            Button::new(label!(texts, "methodologist_pool-card-drop"), Action::Drop(id)),
        ])
        .row(vec![to_list(member.municipality_id, texts), menu_button(texts)])
        .at(Action::Card(id))
}

/// What is known, a line each; what nobody has said is left out, but for the birth date, which the list asks for.
fn facts_text(line: &Line, record: &Record, texts: &Texts) -> Markup {
    let birth = line.birth_date.map(day).unwrap_or_default();
    let head = text!(
        texts,
        "methodologist_pool-card-head",
        workplace = &line.workplace,
        post = &line.post,
        born = if birth.is_empty() { "no" } else { "yes" },
        birth = birth,
    );
    let capacity = record.capacity.map(|count| count.to_string()).unwrap_or_default();
    let absence = record.absence.map(super::span).unwrap_or_default();
    let fields = [
        ("basis", &line.basis),
        ("order", &line.order),
        ("term", &line.term),
        ("education", &line.education),
        ("speciality", &line.speciality),
        ("courses", &line.courses),
        ("experience", &line.experience),
        ("direction", &line.directions),
        ("subject", &line.subjects),
        ("capacity", &capacity),
        ("absence", &absence),
    ];
    let said = fields.into_iter().filter(|(_, words)| !words.is_empty());
    said.fold(head, |text, (field, words)| {
        text.line(&text!(texts, "methodologist_pool-card-field", field = field, words = words))
    })
}

fn checks_text(missing: &[Check], (record, facts): (&Record, &Facts), texts: &Texts) -> Markup {
    if missing.is_empty() {
        let met = Check::ALL.into_iter().filter(|check| judge(*check, record, facts) == Verdict::Met).count();
        return if met == Check::ALL.len() {
            text!(texts, "methodologist_pool-checks-all")
        } else {
            text!(texts, "methodologist_pool-checks-some", met = met, all = Check::ALL.len())
        };
    }
    let title = text!(texts, "methodologist_pool-checks-missing", count = missing.len());
    missing.iter().fold(title, |text, check| {
        text.line(&text!(texts, "methodologist_pool-check-lack", check = check.as_str()))
    })
}

/// The seven checks, each with a tick or what is missing; a tap confirms one or takes that back.
#[must_use]
pub fn checks_screen((member, name): (&Member, &str), facts: &Facts, texts: &Texts) -> Screen {
    let record = &member.record;
    let title = text!(texts, "methodologist_pool-checks-title", name = name);
    let text = Check::ALL.into_iter().fold(title, |text, check| {
        text.line(&text!(
            texts,
            "methodologist_pool-check-line",
            check = check.as_str(),
            verdict = verdict_word(judge(check, record, facts)),
        ))
    });
    let open = Check::ALL.into_iter().filter(|check| check.known(record, facts) != Some(true));
    let buttons = open.map(|check| {
        let tick = if record.confirmed.contains(&check) { "☑" } else { "☐" };
        let label = label!(texts, "methodologist_pool-check-button", check = check.as_str());
        Button::new(format!("{tick} {label}"), Action::Confirm(member.id, check))
    });
    Screen::of(text.paragraph(&text!(texts, "methodologist_pool-checks-hint")))
        .column(buttons)
        .row(vec![to_card(member.id, texts), menu_button(texts)])
        .at(Action::Checks(member.id))
}

fn verdict_word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "met",
        Verdict::Excepted => "excepted",
        Verdict::Missing => "missing",
        Verdict::Unknown => "unknown",
    }
}

/// Says what is missing and asks for the reason to admit all the same.
#[must_use]
pub fn admit_screen((member, name): (Uuid, &str), missing: &[Check], texts: &Texts) -> Screen {
    let title = text!(texts, "methodologist_pool-admit-title", name = name);
    let text = missing.iter().fold(title, |text, check| {
        text.line(&text!(texts, "methodologist_pool-check-lack", check = check.as_str()))
    });
    Screen::of(text.paragraph(&text!(texts, "methodologist_pool-admit-question")))
        .row(vec![Button::new(label!(texts, "methodologist_pool-card-checks"), Action::Checks(member))])
        .row(vec![to_card(member, texts), menu_button(texts)])
        .at(Action::Admit(member))
}

/// Asks whether to take somebody out of the pool.
#[must_use]
pub fn drop_screen((member, name): (Uuid, &str), texts: &Texts) -> Screen {
    Screen::of(text!(texts, "methodologist_pool-drop-question", name = name))
        .row(vec![Button::new(label!(texts, "methodologist_pool-drop-yes"), Action::Remove(member))])
        .row(vec![to_card(member, texts), menu_button(texts)])
        .at(Action::Drop(member))
}

/// Offers to make a person a candidate.
#[must_use]
pub fn add_screen((person, name): (Uuid, &str), back: Payload, texts: &Texts) -> Screen {
    Screen::of(text!(texts, "methodologist_pool-add-question", name = name))
        .row(vec![Button::new(label!(texts, "methodologist_pool-add-yes"), Action::Add(person))])
        .row(vec![Button::new(label!(texts, "methodologist_pool-card-person"), back), menu_button(texts)])
        .at(Action::Person(person))
}

/// Says that somebody was taken out.
#[must_use]
pub fn removed_toast(texts: &Texts) -> String {
    label!(texts, "methodologist_pool-removed-toast")
}

/// What a methodologist says about themself; without a record, the way to begin one.
#[must_use]
pub fn own_screen(member: Option<&Member>, titles: &Titles<'_>, today: NaiveDate, texts: &Texts) -> Screen {
    let Some(member) = member else {
        return Screen::of(text!(texts, "methodologist_pool-own-nothing"))
            .row(vec![Button::new(label!(texts, "methodologist_pool-own-begin"), Action::Join)])
            .row(vec![menu_button(texts)])
            .at(Action::Consulting);
    };
    let record = &member.record;
    let absence = record.absence.filter(|(_, until)| *until >= today).map(super::span).unwrap_or_default();
    let fields = [
        ("direction", titles.directions(record)),
        ("subject", titles.subjects(record)),
        ("capacity", record.capacity.map(|count| count.to_string()).unwrap_or_default()),
        ("absence", absence),
    ];
    let title = text!(texts, "methodologist_pool-own-title");
    let text = fields.into_iter().fold(title, |text, (field, words)| {
        let words = if words.is_empty() { "—".to_owned() } else { words };
        text.line(&text!(texts, "methodologist_pool-card-field", field = field, words = words))
    });
    let buttons = Step::OWN.map(|step| {
        let label = label!(texts, "methodologist_pool-field", field = step.as_str());
        Button::new(label, Action::Step(member.id, step, 0))
    });
    Screen::of(text).column(buttons).row(vec![menu_button(texts)]).at(Action::Consulting)
}

/// Leads to a member's card.
pub(super) fn to_card(member: Uuid, texts: &Texts) -> Button {
    Button::new(label!(texts, "methodologist_pool-back-card"), Action::Card(member))
}
