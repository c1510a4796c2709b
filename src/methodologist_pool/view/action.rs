//! What the buttons of this capability do, as payloads. An action that only shows serves as the address of its screen.
//! Not here: doing it.

use uuid::Uuid;

use crate::{
    capability::{self, Who},
    messenger::{Payload, PayloadReader},
    methodologist_pool::{
        CONSULTS, EITHER, MANAGES,
        model::{Basis, Check, Step},
    },
};

/// The versioned word that the payloads begin with.
pub const WORD: &str = "mp1";

/// What can be done here. The first id is that of the municipality, the member, the person or the edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Shows the pool, or the municipalities to choose from.
    Pool,
    /// Shows a page of a municipality's pool.
    List(Uuid, usize),
    /// Shows where a person stands with the pool; hung under a person's card.
    Person(Uuid),
    /// Makes a person a candidate.
    Add(Uuid),
    /// Shows a member.
    Card(Uuid),
    /// Shows the fields of a member's record.
    Fields(Uuid),
    /// Asks for a field, on a page of things to tick.
    Step(Uuid, Step, usize),
    /// Sets the basis.
    Basis(Uuid, Basis),
    /// Sets how many requests are taken at once.
    Capacity(Uuid, usize),
    /// Ticks the thing at this place of its list; ids of subjects may be too long for a button.
    Tick(Uuid, Step, usize),
    /// Sets the term to the present school year.
    Year(Uuid),
    /// Forgets a field.
    Clear(Uuid, Step),
    /// Shows the seven checks.
    Checks(Uuid),
    /// Confirms a check, or takes that back.
    Confirm(Uuid, Check),
    /// Admits a candidate, or asks for the reason to do so all the same.
    Admit(Uuid),
    /// Makes a member a candidate again.
    Demote(Uuid),
    /// Asks whether to take somebody out.
    Drop(Uuid),
    /// Takes somebody out.
    Remove(Uuid),
    /// Shows the editions of a municipality's list.
    Editions(Uuid),
    /// Asks for the order that adopts this year's list.
    Approve(Uuid),
    /// Adopts this year's list without an order.
    Adopt(Uuid),
    /// Sends an edition as it was adopted.
    Past(Uuid),
    /// Sends the list as a sheet.
    Sheet(Uuid),
    /// Sends the list as a paper.
    Paper(Uuid),
    /// Sends the list as a paper without birth dates.
    Public(Uuid),
    /// Shows a methodologist what is known about them.
    Consulting,
    /// Begins a methodologist's own record.
    Join,
}

const fn may(verb: &'static str, who: Who) -> capability::Action {
    capability::Action { verb, who }
}

/// Every verb and who may use it.
pub const ACTIONS: &[capability::Action] = &[
    may("pool", MANAGES),
    may("list", MANAGES),
    may("person", MANAGES),
    may("add", MANAGES),
    may("card", MANAGES),
    may("fields", MANAGES),
    may("step", EITHER),
    may("basis", MANAGES),
    may("capacity", EITHER),
    may("tick", EITHER),
    may("year", MANAGES),
    may("clear", EITHER),
    may("checks", MANAGES),
    may("confirm", MANAGES),
    may("admit", MANAGES),
    may("demote", MANAGES),
    may("drop", MANAGES),
    may("remove", MANAGES),
    may("editions", MANAGES),
    may("approve", MANAGES),
    may("adopt", MANAGES),
    may("past", MANAGES),
    may("sheet", MANAGES),
    may("paper", MANAGES),
    may("public", MANAGES),
    may("consulting", CONSULTS),
    may("join", CONSULTS),
];

impl Action {
    /// Reads a payload; anybody can forge one.
    #[must_use]
    pub fn read(raw: &str) -> Option<Self> {
        let mut reader = PayloadReader::open(raw).filter(|reader| reader.capability == WORD)?;
        let action = match reader.verb {
            "pool" => Self::Pool,
            "consulting" => Self::Consulting,
            "join" => Self::Join,
            "list" => Self::List(reader.id()?, reader.number()?),
            "step" => Self::Step(reader.id()?, Step::from_word(reader.word()?)?, reader.number()?),
            "tick" => Self::Tick(reader.id()?, Step::from_word(reader.word()?)?, reader.number()?),
            "clear" => Self::Clear(reader.id()?, Step::from_word(reader.word()?)?),
            "basis" => Self::Basis(reader.id()?, Basis::from_word(reader.word()?)?),
            "capacity" => Self::Capacity(reader.id()?, reader.number()?),
            "confirm" => Self::Confirm(reader.id()?, Check::from_word(reader.word()?)?),
            verb => Self::about_one(verb, reader.id()?)?,
        };
        reader.end(action)
    }

    /// The actions that take an id alone.
    fn about_one(verb: &str, id: Uuid) -> Option<Self> {
        Some(match verb {
            "person" => Self::Person(id),
            "add" => Self::Add(id),
            "card" => Self::Card(id),
            "fields" => Self::Fields(id),
            "year" => Self::Year(id),
            "checks" => Self::Checks(id),
            "admit" => Self::Admit(id),
            "demote" => Self::Demote(id),
            "drop" => Self::Drop(id),
            "remove" => Self::Remove(id),
            "editions" => Self::Editions(id),
            "approve" => Self::Approve(id),
            "adopt" => Self::Adopt(id),
            "past" => Self::Past(id),
            "sheet" => Self::Sheet(id),
            "paper" => Self::Paper(id),
            "public" => Self::Public(id),
            _ => return None,
        })
    }
}

impl From<Action> for Payload {
    fn from(action: Action) -> Self {
        let verb = |verb| Self::new(WORD, verb);
        match action {
            Action::Pool => verb("pool"),
            Action::Consulting => verb("consulting"),
            Action::Join => verb("join"),
            Action::List(id, page) => verb("list").id(id).number(page),
            Action::Step(id, step, page) => verb("step").id(id).word(step.as_str()).number(page),
            Action::Tick(id, step, place) => verb("tick").id(id).word(step.as_str()).number(place),
            Action::Clear(id, step) => verb("clear").id(id).word(step.as_str()),
            Action::Basis(id, basis) => verb("basis").id(id).word(basis.as_str()),
            Action::Capacity(id, count) => verb("capacity").id(id).number(count),
            Action::Confirm(id, check) => verb("confirm").id(id).word(check.as_str()),
            Action::Person(id) => verb("person").id(id),
            Action::Add(id) => verb("add").id(id),
            Action::Card(id) => verb("card").id(id),
            Action::Fields(id) => verb("fields").id(id),
            Action::Year(id) => verb("year").id(id),
            Action::Checks(id) => verb("checks").id(id),
            Action::Admit(id) => verb("admit").id(id),
            Action::Demote(id) => verb("demote").id(id),
            Action::Drop(id) => verb("drop").id(id),
            Action::Remove(id) => verb("remove").id(id),
            Action::Editions(id) => verb("editions").id(id),
            Action::Approve(id) => verb("approve").id(id),
            Action::Adopt(id) => verb("adopt").id(id),
            Action::Past(id) => verb("past").id(id),
            Action::Sheet(id) => verb("sheet").id(id),
            Action::Paper(id) => verb("paper").id(id),
            Action::Public(id) => verb("public").id(id),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_is_read_written_and_guarded() {
        let id = Uuid::max();
        let mut actions = vec![Action::Pool, Action::Consulting, Action::Join, Action::List(id, 99)];
        actions.extend(Step::ALL.map(|step| Action::Step(id, step, 99)));
        actions.extend(Step::ALL.map(|step| Action::Tick(id, step, 999)));
        actions.extend(Step::ALL.map(|step| Action::Clear(id, step)));
        actions.extend(Basis::ALL.map(|basis| Action::Basis(id, basis)));
        actions.extend(Check::ALL.map(|check| Action::Confirm(id, check)));
        actions.push(Action::Capacity(id, 20));
        actions.extend(ACTIONS.iter().filter_map(|known| Action::about_one(known.verb, id)));
        let mut verbs = Vec::new();
        for action in actions {
            let payload = Payload::from(action);
            assert!(payload.fits(), "{}", payload.as_str());
            assert_eq!(Action::read(payload.as_str()), Some(action));
            verbs.extend(PayloadReader::open(payload.as_str()).map(|reader| reader.verb.to_owned()));
        }
        assert!(ACTIONS.iter().all(|known| verbs.iter().any(|verb| verb == known.verb)));
    }
}
