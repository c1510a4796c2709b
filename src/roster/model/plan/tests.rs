//! Who is new and who is known, what contradicts itself, and that a list taken in changes nothing the second time.

use proptest::prelude::*;

use super::*;
use crate::people::FullName;

fn entry(name: &str, birth: Option<i32>, school: u128, post: &str) -> Entry {
    Entry {
        name: FullName::read(name).expect("a name"),
        birth: birth.and_then(|year| NaiveDate::from_ymd_opt(year, 3, 7)),
        school: Uuid::from_u128(school),
        post: post.into(),
        subjects: vec!["physics".into()],
        share_percent: Some(100),
    }
}

fn read(entries: &[Entry]) -> Vec<ReadRow> {
    (2..).zip(entries).map(|(number, entry)| (number, Ok(entry.clone()))).collect()
}

/// What is known once these steps were carried out.
fn carry_out(mut known: Vec<Known>, steps: &[Step]) -> Vec<Known> {
    let place = |entry: &Entry| KnownPlace {
        employment: Uuid::now_v7(),
        school: entry.school,
        post: entry.post.clone(),
        subjects: entry.subjects.clone(),
        share_percent: entry.share_percent,
    };
    for step in steps {
        match step {
            Step::Begin(person, entry) => known.push(Known {
                person: *person,
                name: entry.name.in_full(),
                listed_names: Vec::new(),
                birth: entry.birth,
                is_registered: false,
                places: vec![place(entry)],
            }),
            Step::AddPlace(person, entry) | Step::Amend(person, _, entry) => {
                let found = known.iter_mut().find(|known| known.person == *person).expect("known");
                found.birth = found.birth.or(entry.birth);
                if let Step::Amend(_, employment, _) = step {
                    found.places.retain(|place| place.employment != *employment);
                }
                found.places.push(place(entry));
            }
            Step::Keep | Step::Refuse(_) => {}
        }
    }
    known
}

#[test]
fn the_same_list_changes_nothing_the_second_time() {
    let entries = [
        entry("Иванова Анна Петровна", None, 1, "teacher"),
        entry("Семёнов Борис Олегович", Some(1980), 1, "teacher"),
        entry("Семёнов Борис Олегович", Some(1980), 2, "teacher"),
        entry("Семёнов Борис Олегович", Some(1980), 1, "methodist"),
    ];
    let first = plan(read(&entries), &[]);
    assert_eq!(Counts::of(&first), Counts { added: 2, changed: 2, kept: 0, refused: 0 });
    let known = carry_out(Vec::new(), &first);
    assert_eq!(plan(read(&entries), &known), vec![Step::Keep; 4]);
    let mut changed = entries.clone();
    changed[0].share_percent = Some(50);
    changed[0].birth = NaiveDate::from_ymd_opt(1990, 1, 1);
    changed[2].post = "principal".into();
    let second = plan(read(&changed), &known);
    assert_eq!(Counts::of(&second), Counts { added: 0, changed: 2, kept: 2, refused: 0 });
    assert!(
        matches!(&second[2], Step::Amend(..)),
        "a post that became another is no second place: {second:?}"
    );
    let known = carry_out(known, &second);
    assert_eq!(plan(read(&changed), &known), vec![Step::Keep; 4]);
}

#[test]
fn rows_that_contradict_each_other_are_refused() {
    let entries = [
        entry("Иванова Анна Петровна", None, 1, "teacher"),
        entry("Иванова Анна Петровна", None, 1, "methodist"),
        entry("Белов Иван Ильич", Some(1980), 1, "teacher"),
        entry("Белов Иван Ильич", Some(1980), 1, "teacher"),
        entry("Белов Иван Ильич", Some(1990), 1, "teacher"),
        entry("Петрова Вера Ильинична", None, 1, "teacher"),
        entry("Петрова Вера Ильинична", None, 1, "teacher"),
        entry("Петрова Вера Ильинична", None, 2, "teacher"),
    ];
    let refused = |fault| Step::Refuse(vec![fault]);
    let steps = plan(read(&entries), &[]);
    assert_eq!(steps[..2], [refused(RowFault::Namesakes), refused(RowFault::Namesakes)]);
    assert_eq!(steps[3], refused(RowFault::SameAsRow(4)));
    assert_eq!(steps[6], refused(RowFault::SameAsRow(7)));
    assert_eq!(Counts::of(&steps), Counts { added: 4, changed: 0, kept: 0, refused: 4 });
}

#[test]
fn whoever_came_in_themselves_is_left_alone() {
    let known = Known {
        person: Uuid::from_u128(9),
        name: "Петровна Анна Иванова".into(),
        listed_names: Vec::new(),
        birth: None,
        is_registered: true,
        places: vec![KnownPlace {
            employment: Uuid::nil(),
            school: Uuid::from_u128(1),
            post: "principal".into(),
            subjects: Vec::new(),
            share_percent: None,
        }],
    };
    let entries = [entry("Иванова Анна Петровна", Some(1980), 1, "teacher")];
    assert_eq!(plan(read(&entries), &[known]), [Step::Keep]);
}

proptest! {
    #[test]
    fn any_list_taken_in_changes_nothing_more(
        rows in prop::collection::vec((0_usize..4, prop::option::of(1_i32..3), 1_u128..3, 0_usize..2), 0..14)
    ) {
        let names = ["Иванова Анна Петровна", "Белов Иван Ильич", "Ооржак Чечена", "Семёнов Борис Олегович"];
        let entries: Vec<Entry> = rows
            .into_iter()
            .map(|(name, birth, school, post)| {
                entry(names[name], birth.map(|year| 1980 + year), school, ["teacher", "methodist"][post])
            })
            .collect();
        let first = plan(read(&entries), &[]);
        prop_assert_eq!(Counts::of(&first).total(), i64::try_from(entries.len()).expect("few"));
        let known = carry_out(Vec::new(), &first);
        let second = plan(read(&entries), &known);
        for (before, after) in first.iter().zip(&second) {
            prop_assert!(matches!(after, Step::Keep | Step::Refuse(_)), "{:?} then {:?}", before, after);
        }
    }
}
