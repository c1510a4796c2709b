//! Audiences against a plain reference, and the audience by area against everything that could be made of it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, TimeDelta};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;

fn id(number: u8) -> Uuid {
    Uuid::from_u128(u128::from(number) + 1)
}

fn at() -> Moment {
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
    Moment { now: DateTime::UNIX_EPOCH + TimeDelta::days(20_000), today }
}

fn place() -> impl Strategy<Value = Place> {
    let mark = prop::sample::subsequence(vec![LOW_RESULTS, DIFFICULT], 0..=2);
    (0u8..2, 0u8..3, 0u8..2, prop::collection::vec(0u8..3, 0..3), mark).prop_map(
        |(municipality, school, post, subjects, marks)| Place {
            municipality: id(municipality),
            school: id(10 + school),
            post: format!("post{post}"),
            subjects: subjects.iter().map(|subject| format!("subject{subject}")).collect(),
            marks,
        },
    )
}

fn facts() -> impl Strategy<Value = Facts> {
    let years = (prop::option::of(2010i64..2027), prop::option::of(1960i32..2006));
    let told = prop::option::of(0i64..120);
    let roles = prop::collection::vec(0u8..3, 0..2);
    (0u8..6, prop::collection::vec(place(), 0..3), prop::collection::vec(0u8..3, 0..2), roles, years, told)
        .prop_map(|(person, places, associations, roles, (began, born), told)| Facts {
            person: id(40 + person),
            places,
            associations: associations.into_iter().map(|number| id(20 + number)).collect(),
            roles: roles.into_iter().map(|number| format!("role{number}")).collect(),
            began,
            born: born.and_then(|year| NaiveDate::from_ymd_opt(year, 6, 1)),
            told_at: told.map(|days| at().now - TimeDelta::days(days)),
            is_reachable: true,
        })
}

fn value(kind: Kind, number: u8) -> Value {
    let word = |word: &str| Value::Word(word.to_owned());
    match kind {
        Kind::Municipality => Value::Id(id(number % 2)),
        Kind::School => Value::Id(id(10 + number % 3)),
        Kind::Association => Value::Id(id(20 + number % 3)),
        Kind::Name => Value::Id(id(40 + number % 6)),
        Kind::Subject => word(&format!("subject{}", number % 3)),
        Kind::Post => word(&format!("post{}", number % 2)),
        Kind::Role => word(&format!("role{}", number % 3)),
        Kind::Mark => word([LOW_RESULTS, DIFFICULT][usize::from(number % 2)]),
        Kind::Silent => word(&SILENCES[usize::from(number % 4)].to_string()),
        Kind::Early | Kind::Young => word("yes"),
    }
}

fn asked() -> impl Strategy<Value = Vec<(Kind, u8)>> {
    prop::collection::vec((prop::sample::select(Kind::ALL.to_vec()), 0u8..12), 0..6)
}

fn traits(asked: &[(Kind, u8)]) -> Traits {
    let mut traits = Traits::default();
    asked.iter().for_each(|(kind, number)| traits.add(*kind, value(*kind, *number)));
    traits
}

/// Whether one thing is true of a person, at one place of theirs where it is about a place.
fn holds(facts: &Facts, place: Option<&Place>, kind: Kind, asked: &Value) -> bool {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).expect("a day");
    match (kind, asked) {
        (Kind::Municipality, Value::Id(id)) => place.is_some_and(|place| place.municipality == *id),
        (Kind::School, Value::Id(id)) => place.is_some_and(|place| place.school == *id),
        (Kind::Subject, Value::Word(word)) => place.is_some_and(|place| place.subjects.contains(word)),
        (Kind::Post, Value::Word(word)) => place.is_some_and(|place| place.post == *word),
        (Kind::Mark, Value::Word(word)) => place.is_some_and(|place| place.marks.contains(&&**word)),
        (Kind::Association, Value::Id(id)) => facts.associations.contains(id),
        (Kind::Role, Value::Word(word)) => facts.roles.contains(word),
        (Kind::Name, Value::Id(id)) => facts.person == *id,
        // On 22 November 2026 the first three years are those that began in the autumns of 2024 to 2026.
        (Kind::Early, _) => facts.began.is_some_and(|year| year >= 2024),
        (Kind::Young, _) => facts.born.is_some_and(|born| born > day(1991, 11, 22)),
        (Kind::Silent, Value::Word(days)) => {
            let days = days.parse().expect("a number");
            facts.told_at.is_none_or(|told| at().now - told > TimeDelta::days(days))
        }
        _ => false,
    }
}

/// The plain reference: every combination of one place and the wishes is tried.
fn is_meant(facts: &Facts, of: &[(Kind, u8)], without: &[(Kind, u8)]) -> bool {
    let places: Vec<Option<&Place>> = facts.places.iter().map(Some).chain([None]).collect();
    let any = |kind: Kind, asked: &[(Kind, u8)], place: Option<&Place>| {
        let mut own = asked.iter().filter(|(other, _)| *other == kind);
        own.any(|(kind, number)| holds(facts, place, *kind, &value(*kind, *number)))
    };
    if without.iter().any(|(kind, _)| places.iter().any(|place| any(*kind, without, *place))) {
        return false;
    }
    let kinds: BTreeSet<Kind> = of.iter().map(|(kind, _)| *kind).collect();
    let others: Vec<Kind> = kinds.iter().copied().filter(|kind| *kind != Kind::Name).collect();
    let is_named = any(Kind::Name, of, None);
    let fits = places.iter().any(|place| others.iter().all(|kind| any(*kind, of, *place)));
    is_named || fits && (!others.is_empty() || kinds.is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, ..ProptestConfig::default() })]

    #[test]
    fn audiences_mean_whom_the_plain_reference_means(facts in facts(), of in asked(), without in asked()) {
        let definition = Definition::People { of: traits(&of), without: traits(&without) };
        prop_assert_eq!(definition.means(&facts, at()), is_meant(&facts, &of, &without));
        let written = serde_json::to_string(&definition).expect("written");
        prop_assert_eq!(serde_json::from_str::<Definition>(&written).expect("read"), definition);
    }
}

/// A change of the world between two looks: who works under which block, and whom a difficulty was found for.
type Change = Vec<(u8, u8, bool)>;

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let change = prop::collection::vec((0u8..90, 0u8..4, any::<bool>()), 0..60);
    prop::collection::vec(change, 1..8)
}

/// Everything that can be addressed: the whole, and each block that is open.
fn audiences(cells: &[Cell]) -> Vec<BTreeSet<Uuid>> {
    let mut audiences: BTreeMap<&str, BTreeSet<Uuid>> = BTreeMap::new();
    for cell in cells {
        let Some(block) = cell.block.as_deref() else { continue };
        audiences.entry("the whole").or_default().extend(&cell.people);
        if !block.is_empty() {
            audiences.entry(block).or_default().extend(&cell.people);
        }
    }
    audiences.into_values().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    /// All audiences that were ever open are compared with each other in every way at once: people who lie in just the same
    /// of them are one group, and whatever can be made of audiences is made of such groups.
    #[test]
    fn nothing_that_is_made_of_areas_singles_out_fewer_than_ten(
        first in prop::collection::vec((0u8..4, prop::bool::weighted(0.5)), 90),
        later in changes(),
        narrows_late in any::<bool>(),
    ) {
        let mut world: BTreeMap<Uuid, (u8, bool)> =
            first.into_iter().zip(0u8..).map(|(state, number)| (id(number), state)).collect();
        let (mut cells, mut seen) = (Vec::new(), Vec::<BTreeSet<Uuid>>::new());
        for (round, change) in std::iter::once(Vec::new()).chain(later).enumerate() {
            for (number, block, is_found) in change {
                world.insert(id(number), (block, is_found));
            }
            let is_whole = narrows_late && round < 2;
            let block = |block: u8| if is_whole { String::new() } else { format!("school{block}") };
            let wanted = Wanted {
                everybody: world.iter().map(|(person, (at, _))| (*person, block(*at))).collect(),
                found: world.iter().filter(|(_, (_, found))| *found).map(|(person, _)| *person).collect(),
            };
            cells = renew(cells, &wanted);
            seen.extend(audiences(&cells));
        }
        let mut groups: BTreeMap<Vec<bool>, usize> = BTreeMap::new();
        for person in world.keys() {
            let lies: Vec<bool> = seen.iter().map(|audience| audience.contains(person)).collect();
            *groups.entry(lies).or_default() += 1;
        }
        for (lies, people) in groups {
            prop_assert!(people >= LEAST || !lies.contains(&true), "{people} people alone");
        }
    }
}

#[test]
fn numbers_are_said_in_tens() {
    assert_eq!([0, 9, 10, 19, 27].map(rough), [0, 0, 10, 10, 20]);
}

#[test]
fn a_block_that_is_all_difficulty_is_not_open() {
    let everybody: BTreeMap<Uuid, String> =
        (0..60u8).map(|number| (id(number), if number < 15 { "one" } else { "two" }.to_owned())).collect();
    let found = (0..35u8).map(id).collect();
    let cells = renew(Vec::new(), &Wanted { everybody, found });
    let open: Vec<_> = cells.iter().filter_map(|cell| cell.block.as_deref()).collect();
    assert_eq!(open, [""], "where all fifteen of a school have it, the school would name them");
}
