//! Who belongs to an association: taking in, taking out, and the election of the head.

use uuid::Uuid;

use super::{authorise, find_kept, find_open, hold_open, out_of_sight, record};
use crate::{
    audit::Deed,
    capability::Outcome,
    directory,
    errors::Refusal,
    label,
    organisations::{
        SEARCH,
        model::{Member, Search},
        store,
        view::{self, Action, AddView, MemberView},
    },
    turn::{Turn, TurnTx},
    units::{self, Association, NewRole, Right, Role, RoleAt, may, search_key},
};

/// Characters that a search may take; nobody's name is longer.
const LONGEST_SEARCH: usize = 100;

pub(super) async fn list(turn: &Turn, id: Uuid, page: usize) -> Outcome {
    let association = find_open(turn, id, Right::KeepMembers).await?;
    let members = store::list_members(&turn.app().db, id).await?;
    let head = units::find_head(&turn.app().db, id, None).await?.map(|held| held.person_id);
    Ok(view::members_screen(&association, &members, (head, page), turn.texts()))
}

/// Asks whom to take in. Before anything is typed, those are offered who teach the subject.
pub(super) async fn ask(turn: &Turn, id: Uuid) -> Outcome {
    let association = find_open(turn, id, Right::KeepMembers).await?;
    let search: Search = turn.draft(SEARCH).await?.unwrap_or_default();
    let typed = if search.looking_in == Some(id) { &*search.typed } else { "" };
    offer(turn, &association, typed).await
}

pub(super) async fn look_for(turn: &Turn, id: Uuid, words: &str) -> Outcome {
    let association = find_open(turn, id, Right::KeepMembers).await?;
    let typed: String = words.trim().chars().take(LONGEST_SEARCH).collect();
    let typed = if search_key(&typed).is_empty() { String::new() } else { typed };
    let mut tx = turn.begin().await?;
    tx.park(SEARCH, &Search { looking_in: Some(id), typed: typed.clone() }).await?;
    tx.expect_nothing();
    tx.stand_at(&Action::Add(id).into());
    tx.commit().await?;
    offer(turn, &association, &typed).await
}

/// Whoever works there, is meant by the words, and does not belong to it yet.
async fn offer(turn: &Turn, association: &Association, typed: &str) -> Outcome {
    let catalogue = &turn.app().catalogue;
    let taught = association.subject.as_deref().and_then(|id| catalogue.subject(id));
    let meant = match (typed, taught) {
        ("", Some(subject)) => &subject.title,
        (typed, _) => typed,
    };
    let mut found = Vec::new();
    if !meant.is_empty() {
        let members = store::list_members(&turn.app().db, association.id).await?;
        found = directory::find_colleagues(turn, association.unit(), meant).await?;
        found.retain(|entry| members.iter().all(|member| member.person_id != entry.person_id));
    }
    Ok(view::add_screen(&AddView { association, found: &found, typed }, turn.texts()))
}

/// Takes somebody in who works there, and offers the next.
pub(super) async fn take_in(turn: &Turn, id: Uuid, person: Uuid) -> Outcome {
    let association = find_open(turn, id, Right::KeepMembers).await?;
    let member = find_name(turn, person).await?;
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), Right::KeepMembers, association.unit()).await?;
    if units::add_member(tx.tx(), id, person, turn.now()).await? {
        let deed = (Deed::AddedMember, "og1.join");
        record(turn, tx.tx(), (person, association.municipality_id), deed).await?;
    } else if !units::has_member(tx.tx(), id, person).await? {
        // Whoever works elsewhere does not exist for this association.
        return Err(out_of_sight());
    }
    tx.expect_nothing();
    tx.stand_at(&Action::Add(id).into());
    tx.commit().await?;
    let name = member.full_name();
    Ok(ask(turn, id).await?.toast(label!(turn.texts(), "organisations-joined", name = name)))
}

pub(super) async fn show(turn: &Turn, id: Uuid, person: Uuid) -> Outcome {
    let seen = find_member(turn, id, person).await?;
    Ok(view::member_screen(&seen.view(), turn.texts()))
}

/// Takes somebody out; a head's role ends with it.
pub(super) async fn take_out(turn: &Turn, id: Uuid, person: Uuid) -> Outcome {
    let association = find_open(turn, id, Right::KeepMembers).await?;
    let mut tx = turn.begin().await?;
    hold_open(tx.tx(), id).await?;
    authorise(turn, tx.tx(), Right::KeepMembers, association.unit()).await?;
    if units::end_member(tx.tx(), id, person, turn.now()).await? {
        let deed = (Deed::RemovedMember, "og1.remove");
        record(turn, tx.tx(), (person, association.municipality_id), deed).await?;
        let head = units::find_head_within(tx.tx(), id, None).await?;
        if let Some(head) = head.filter(|head| head.person_id == person) {
            directory::end_role(turn, tx.tx(), &head, "og1.remove").await?;
        }
    }
    finish(turn, tx, (id, person), &[person]).await
}

pub(super) async fn ask_to_elect(turn: &Turn, id: Uuid, person: Uuid) -> Outcome {
    let seen = find_electable(turn, id, person).await?;
    if seen.head.as_ref().is_some_and(|head| head.person_id == person) {
        return show(turn, id, person).await;
    }
    let former = seen.head.as_ref().filter(|head| head.person_id != person);
    let former = match former {
        Some(head) => store::find_name(&turn.app().db, head.person_id).await?,
        None => None,
    };
    Ok(view::elect_screen(&seen.view(), former.as_ref(), turn.texts()))
}

/// Makes a member the head; whoever was it is it no more.
pub(super) async fn elect(turn: &Turn, id: Uuid, person: Uuid) -> Outcome {
    let seen = find_electable(turn, id, person).await?;
    let mut tx = turn.begin().await?;
    hold_open(tx.tx(), id).await?;
    if !units::has_member(tx.tx(), id, person).await? {
        return Err(Refusal::because("organisations-no-member"));
    }
    let former = units::find_head_within(tx.tx(), id, None).await?;
    if former.as_ref().is_some_and(|former| former.person_id == person) {
        drop(tx);
        return show(turn, id, person).await;
    }
    let mut changed = vec![person];
    if let Some(former) = &former {
        directory::end_role(turn, tx.tx(), former, "og1.head").await?;
        changed.push(former.person_id);
    }
    let at = RoleAt { role: Role::AssociationHead, unit: seen.association.unit() };
    let new = NewRole { person_id: person, at, granted_by: turn.known_person()?.id };
    let held = directory::give_role(turn, tx.tx(), &new, "og1.head").await?;
    held.ok_or_else(|| Refusal::because("organisations-changed"))?;
    finish(turn, tx, (id, person), &changed).await
}

pub(super) async fn ask_to_unseat(turn: &Turn, id: Uuid, person: Uuid) -> Outcome {
    let seen = find_electable(turn, id, person).await?;
    if seen.head.as_ref().is_none_or(|head| head.person_id != person) {
        return show(turn, id, person).await;
    }
    Ok(view::resign_screen(&seen.view(), turn.texts()))
}

/// Ends the role of the head, who stays a member.
pub(super) async fn unseat(turn: &Turn, id: Uuid, person: Uuid) -> Outcome {
    let seen = find_electable(turn, id, person).await?;
    let Some(head) = seen.head.filter(|head| head.person_id == person) else {
        return show(turn, id, person).await;
    };
    let mut tx = turn.begin().await?;
    directory::end_role(turn, tx.tx(), &head, "og1.unseat").await?;
    finish(turn, tx, (id, person), &[person]).await
}

/// A person as whoever keeps the members of an association sees them.
struct Seen {
    association: Association,
    member: Member,
    is_member: bool,
    head: Option<units::HeldRole>,
    is_keeper: bool,
}

impl Seen {
    fn view(&self) -> MemberView<'_> {
        MemberView {
            association: &self.association,
            member: &self.member,
            is_member: self.is_member,
            is_head: self.head.as_ref().is_some_and(|head| head.person_id == self.member.person_id),
            is_keeper: self.is_keeper,
        }
    }
}

/// Somebody who belongs to an association, or has just been taken out of it.
async fn find_member(turn: &Turn, id: Uuid, person: Uuid) -> anyhow::Result<Seen> {
    let association = find_open(turn, id, Right::KeepMembers).await?;
    let db = &turn.app().db;
    if !units::was_member(db, id, person).await? {
        return Err(out_of_sight());
    }
    let members = store::list_members(db, id).await?;
    let is_member = members.iter().any(|member| member.person_id == person);
    Ok(Seen {
        member: find_name(turn, person).await?,
        is_member,
        head: units::find_head(db, id, None).await?,
        is_keeper: may(turn.roles(), Right::Appoint(Role::AssociationHead), association.unit()),
        association,
    })
}

/// The same, where whoever speaks may elect the head.
async fn find_electable(turn: &Turn, id: Uuid, person: Uuid) -> anyhow::Result<Seen> {
    let association = find_kept(turn, id, Right::KeepOrganisations).await?;
    if !may(turn.roles(), Right::Appoint(Role::AssociationHead), association.unit()) {
        return Err(out_of_sight());
    }
    find_member(turn, id, person).await
}

async fn find_name(turn: &Turn, person: Uuid) -> anyhow::Result<Member> {
    store::find_name(&turn.app().db, person).await?.ok_or_else(out_of_sight)
}

/// Commits, lets lists of commands follow, and shows the person as a member.
async fn finish(turn: &Turn, mut tx: TurnTx, (id, person): (Uuid, Uuid), changed: &[Uuid]) -> Outcome {
    tx.expect_nothing();
    tx.stand_at(&Action::Member(id, person).into());
    tx.commit().await?;
    changed.iter().for_each(|person| turn.app().command_lists.changed(*person));
    Ok(show(turn, id, person).await?.toast(label!(turn.texts(), "organisations-done")))
}
