//! Who belongs to an association, taking in and out, and the election of its head.

use uuid::Uuid;

use super::{Action, PER_PAGE, card::to_card, with_page};
use crate::{
    directory::Entry,
    label,
    messenger::{Button, Screen},
    organisations::model::Member,
    people::menu_button,
    text,
    texts::Texts,
    units::Association,
};

/// A page of the members; the head is marked.
#[must_use]
pub fn members_screen(
    association: &Association,
    members: &[Member],
    (head, page): (Option<Uuid>, usize),
    texts: &Texts,
) -> Screen {
    let (id, title) = (association.id, &association.title);
    let text = if members.is_empty() {
        text!(texts, "organisations-members-nobody", title = title)
    } else {
        text!(texts, "organisations-members-text", title = title, count = members.len())
    };
    let entries = members.iter().map(|member| {
        let label = if head == Some(member.person_id) {
            label!(texts, "organisations-members-head", name = member.full_name())
        } else {
            member.full_name()
        };
        Button::new(label, Action::Member(id, member.person_id))
    });
    let to = |page| Action::Members(id, page);
    let (screen, page) = with_page(Screen::of(text), entries.collect(), (page, &to), texts);
    screen
        .row(vec![Button::new(label!(texts, "organisations-card-add"), Action::Add(id))])
        .row(vec![to_card(association, texts), menu_button(texts)])
        .at(Action::Members(id, page))
}

/// Everything a screen about one member shows.
pub struct MemberView<'a> {
    /// Of what.
    pub association: &'a Association,
    /// Who.
    pub member: &'a Member,
    /// Whether they belong to it now; somebody just taken out does not.
    pub is_member: bool,
    /// Whether they head it.
    pub is_head: bool,
    /// Whether whoever looks may elect and unseat.
    pub is_keeper: bool,
}

/// One member.
#[must_use]
pub fn member_screen(view: &MemberView<'_>, texts: &Texts) -> Screen {
    let (id, person) = (view.association.id, view.member.person_id);
    let state = match (view.is_member, view.is_head) {
        (false, _) => "gone",
        (true, true) => "head",
        (true, false) => "member",
    };
    let text = text!(
        texts,
        "organisations-member-text",
        name = view.member.full_name(),
        title = &view.association.title,
        state = state,
    );
    let button = |label: String, action: Action| Some(Button::new(label, action));
    let buttons = match (state, view.is_keeper) {
        ("gone", _) => [button(label!(texts, "organisations-member-return"), Action::Join(id, person)), None],
        ("head", true) => [
            button(label!(texts, "organisations-member-unseat"), Action::Resign(id, person)),
            button(label!(texts, "organisations-member-remove"), Action::Remove(id, person)),
        ],
        ("head", false) => [None, None],
        (_, is_keeper) => [
            button(label!(texts, "organisations-member-elect"), Action::Elect(id, person))
                .filter(|_| is_keeper),
            button(label!(texts, "organisations-member-remove"), Action::Remove(id, person)),
        ],
    };
    Screen::of(text)
        .column(buttons.into_iter().flatten())
        .row(vec![to_members(view.association, texts), menu_button(texts)])
        .at(Action::Member(id, person))
}

/// Asks once more before a head is elected.
#[must_use]
pub fn elect_screen(view: &MemberView<'_>, former: Option<&Member>, texts: &Texts) -> Screen {
    let (id, person) = (view.association.id, view.member.person_id);
    let question = text!(
        texts,
        "organisations-elect-question",
        name = view.member.full_name(),
        title = &view.association.title,
        replaces = if former.is_some() { "yes" } else { "no" },
        former = former.map(Member::full_name).unwrap_or_default(),
    );
    Screen::of(question)
        .row(vec![Button::new(label!(texts, "organisations-elect-yes"), Action::Head(id, person))])
        .row(vec![to_member(id, person, texts)])
        .at(Action::Elect(id, person))
}

/// Asks once more before a head's role is ended.
#[must_use]
pub fn resign_screen(view: &MemberView<'_>, texts: &Texts) -> Screen {
    let (id, person) = (view.association.id, view.member.person_id);
    let question = text!(
        texts,
        "organisations-unseat-question",
        name = view.member.full_name(),
        title = &view.association.title,
    );
    Screen::of(question)
        .row(vec![Button::new(label!(texts, "organisations-unseat-yes"), Action::Unseat(id, person))])
        .row(vec![to_member(id, person, texts)])
        .at(Action::Resign(id, person))
}

/// Everything the search for new members shows.
pub struct AddView<'a> {
    /// Into what.
    pub association: &'a Association,
    /// Who is meant and does not belong to it yet.
    pub found: &'a [Entry],
    /// The words by which they were found; empty before any were typed.
    pub typed: &'a str,
}

/// Asks whom to take in, and offers whom the typed words mean.
#[must_use]
pub fn add_screen(view: &AddView<'_>, texts: &Texts) -> Screen {
    let (id, title) = (view.association.id, &view.association.title);
    let count = view.found.len();
    let text = match (view.typed, count) {
        ("", _) => {
            let offered = if count == 0 { "no" } else { "yes" };
            text!(texts, "organisations-add-question", title = title, offered = offered)
        }
        (typed, 0) => text!(texts, "organisations-add-unfound", title = title, words = typed),
        (typed, count) if count > PER_PAGE => {
            text!(texts, "organisations-add-many", title = title, words = typed, count = count)
        }
        (typed, _) => text!(texts, "organisations-add-found", title = title, words = typed),
    };
    let found = view.found.iter().take(PER_PAGE).map(|entry| {
        let label =
            label!(texts, "organisations-add-entry", name = &entry.short_name, school = &entry.school);
        Button::new(label, Action::Join(id, entry.person_id))
    });
    Screen::of(text)
        .column(found)
        .row(vec![to_members(view.association, texts), to_card(view.association, texts)])
        .at(Action::Add(id))
}

fn to_members(association: &Association, texts: &Texts) -> Button {
    Button::new(label!(texts, "organisations-back-members"), Action::Members(association.id, 0))
}

fn to_member(id: Uuid, person: Uuid, texts: &Texts) -> Button {
    Button::new(label!(texts, "organisations-back-member"), Action::Member(id, person))
}
