//! What all routes of a municipality come to, so that nobody can be told from it: people are counted, cells of fewer than
//! ten are left out, with another one where the first would follow from the whole, and every number is in whole tens.
//! Not here: who may see it.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::{RouteDeficit, RouteState, StepKind};

/// A route as it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteFact {
    /// Whose it is.
    pub person_id: Uuid,
    /// Where it stands.
    pub state: RouteState,
    /// The school, if it is known.
    pub school: Option<String>,
    /// Whether anything is late.
    pub is_late: bool,
    /// What is worked on.
    pub deficits: Vec<RouteDeficit>,
    /// Hours of what is done, by kind.
    pub hours: Vec<(StepKind, i64)>,
    /// Areas in which the level rose when it was measured again.
    pub closed: Vec<String>,
}

/// A cell: what it is of, and how many, unless they are too few to be told.
pub type CountCell = (String, Option<usize>);

/// What all routes come to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RouteFigures {
    /// People with a route, in whole tens; none below ten.
    pub people: usize,
    /// People by the state of their route, as the database has it.
    pub states: Vec<CountCell>,
    /// People whose routes are on their way, on time and late.
    pub pace: Vec<CountCell>,
    /// People by school.
    pub schools: Vec<CountCell>,
    /// People by area.
    pub areas: Vec<CountCell>,
    /// People by an area in which their level rose when it was measured again.
    pub closed: Vec<CountCell>,
    /// Hours done by kind; of fewer than ten people there are none.
    pub hours: Vec<CountCell>,
}

impl RouteFigures {
    /// Counts routes; `least` people make a cell.
    #[must_use]
    pub fn of(facts: &[RouteFact], least: usize) -> Self {
        let everybody: BTreeSet<Uuid> = facts.iter().map(|fact| fact.person_id).collect();
        if everybody.len() < least {
            return Self::default();
        }
        let by = |name: &dyn Fn(&RouteFact) -> Vec<String>| cells(people_by(facts, name), least);
        Self {
            people: everybody.len() / least * least,
            states: by(&|fact| vec![fact.state.as_str().to_owned()]),
            pace: by(&|fact| match (fact.state, fact.is_late) {
                (RouteState::Active, true) => vec!["late".to_owned()],
                (RouteState::Active, false) => vec!["on_time".to_owned()],
                _ => Vec::new(),
            }),
            schools: by(&|fact| fact.school.clone().into_iter().collect()),
            areas: by(&|fact| {
                let chosen = fact.deficits.iter().filter(|deficit| deficit.is_chosen);
                chosen.map(|deficit| deficit.title.clone()).collect()
            }),
            closed: by(&|fact| fact.closed.clone()),
            hours: hours_by_kind(facts, least),
        }
    }
}

fn people_by(
    facts: &[RouteFact],
    name: &dyn Fn(&RouteFact) -> Vec<String>,
) -> BTreeMap<String, BTreeSet<Uuid>> {
    let mut groups: BTreeMap<String, BTreeSet<Uuid>> = BTreeMap::new();
    for fact in facts {
        for name in name(fact) {
            groups.entry(name).or_default().insert(fact.person_id);
        }
    }
    groups
}

/// Cells with enough people in whole tens, the largest first; then those with too few, by name. Where one alone has too
/// few, the smallest of the others is left out too: else it would follow from the whole.
fn cells(groups: BTreeMap<String, BTreeSet<Uuid>>, least: usize) -> Vec<CountCell> {
    let mut groups: Vec<(String, usize)> =
        groups.into_iter().map(|(name, people)| (name, people.len())).collect();
    groups.sort_by(|one, other| (other.1, &one.0).cmp(&(one.1, &other.0)));
    let enough = groups.iter().filter(|(_, people)| *people >= least).count();
    let kept = if groups.len() - enough == 1 { enough.saturating_sub(1) } else { enough };
    let hidden = groups.split_off(kept);
    let mut hidden: Vec<CountCell> = hidden.into_iter().map(|(name, _)| (name, None)).collect();
    // By name: their order would say which is the larger.
    hidden.sort();
    let shown = groups.into_iter().map(|(name, people)| (name, Some(people / least * least)));
    shown.chain(hidden).collect()
}

fn hours_by_kind(facts: &[RouteFact], least: usize) -> Vec<CountCell> {
    let kind = |kind: StepKind| {
        let done = |fact: &RouteFact| -> i64 {
            fact.hours.iter().filter(|(known, _)| *known == kind).map(|(_, hours)| hours).sum()
        };
        let people: BTreeSet<Uuid> =
            facts.iter().filter(|fact| done(fact) > 0).map(|fact| fact.person_id).collect();
        let hours: i64 = facts.iter().map(done).sum();
        let hours = usize::try_from(hours).unwrap_or_default() / least * least;
        (kind.as_str().to_owned(), (people.len() >= least).then_some(hours))
    };
    StepKind::ALL.map(kind).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn fact(person: u128, state: RouteState, school: &str) -> RouteFact {
        RouteFact {
            person_id: Uuid::from_u128(person),
            state,
            school: Some(school.to_owned()),
            is_late: false,
            deficits: Vec::new(),
            hours: vec![(StepKind::Formal, 36)],
            closed: Vec::new(),
        }
    }

    #[test]
    fn one_small_school_takes_another_with_it() {
        let mut facts: Vec<RouteFact> =
            (0..14).map(|person| fact(person, RouteState::Active, "Школа № 1")).collect();
        facts.extend((20..31).map(|person| fact(person, RouteState::Active, "Школа № 2")));
        facts.extend((40..43).map(|person| fact(person, RouteState::Paused, "Школа № 3")));
        let figures = RouteFigures::of(&facts, 10);
        assert_eq!(figures.people, 20);
        let expected = [
            ("Школа № 1".to_owned(), Some(10)),
            ("Школа № 2".to_owned(), None),
            ("Школа № 3".to_owned(), None),
        ];
        assert_eq!(figures.schools, expected);
        assert!(figures.states.iter().all(|(_, people)| people.is_none()), "{:?}", figures.states);
        assert_eq!(figures.hours[2], ("formal".to_owned(), Some(1_000)));
    }

    proptest! {
        #[test]
        fn no_cell_tells_of_fewer_than_ten(schools in proptest::collection::vec(0_u8..6, 0..80)) {
            let facts: Vec<RouteFact> = (0_u128..)
                .zip(&schools)
                .map(|(person, school)| fact(person, RouteState::Active, &school.to_string()))
                .collect();
            let figures = RouteFigures::of(&facts, 10);
            let hidden = figures.schools.iter().filter(|(_, people)| people.is_none()).count();
            prop_assert!(hidden != 1 || figures.schools.len() == 1);
            for (school, people) in &figures.schools {
                let real = schools.iter().filter(|known| known.to_string() == *school).count();
                prop_assert!(people.is_none_or(|people| people <= real && people >= 10 && people % 10 == 0));
            }
        }
    }
}
