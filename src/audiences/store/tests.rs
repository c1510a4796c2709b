//! Who is meant, asked of both engines over random people, places and roles, against a plain reference; and the cells.

use std::collections::{BTreeSet, HashSet};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use uuid::Uuid;

use super::*;
use crate::audiences::model::{Cell, DIFFICULT, Kind, Moment, Traits, Value};

fn now() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(20_000)
}

/// A small generator of numbers (SplitMix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % end
    }

    fn one_of<T: Clone>(&mut self, all: &[T]) -> T {
        all[usize::try_from(self.below(all.len() as u64)).expect("small")].clone()
    }
}

/// A person as the reference knows them: municipality, school, post and subjects of each place, and roles.
#[derive(Default)]
struct Known {
    id: Uuid,
    places: Vec<(Uuid, Uuid, &'static str, Vec<&'static str>, bool)>,
    roles: Vec<(Uuid, &'static str)>,
    is_reachable: bool,
}

const POSTS: [&str; 2] = ["teacher", "director"];
const SUBJECTS: [&str; 3] = ["mathematics", "physics", "music"];
const ROLES: [&str; 2] = ["coordinator", "methodologist"];

/// An id as the engine spells it.
fn spelled(tx: &Tx, id: Uuid) -> String {
    match tx {
        Tx::Sqlite(_) => format!("x'{}'", id.simple()),
        Tx::Pg(_) => format!("'{id}'"),
    }
}

/// Executes a statement in which `{id}` stands for the ids in order and `{now}` for the moment.
async fn run(tx: &mut Tx, sql: &str, ids: &[Uuid]) {
    let mut sql = sql.replace("{now}", &format!("'{}'", now().to_rfc3339()));
    for id in ids {
        sql = sql.replacen("{id}", &spelled(tx, *id), 1);
    }
    execute!(tx, sqlx::query(sqlx::AssertSqlSafe(sql.clone()))).expect(&sql);
}

/// Two municipalities of two schools; the first school of each works in difficult conditions.
async fn settle(tx: &mut Tx) -> Vec<(Uuid, Uuid, bool)> {
    let mut schools = Vec::new();
    for slug in ["one", "two"] {
        let municipality = Uuid::now_v7();
        let sql = format!(
            "INSERT INTO municipalities (id, slug, title, short_title, service_title, time_zone, search_key)
             VALUES ({{id}}, '{slug}', 'Р', 'Р', 'С', 'Europe/Moscow', 'р')"
        );
        run(tx, &sql, &[municipality]).await;
        for is_difficult in [true, false] {
            let school = Uuid::now_v7();
            let sql = format!(
                "INSERT INTO schools (id, municipality_id, slug, title, short_title, kind, settlement, low_results,
                     difficult_conditions, search_key, position, is_listed)
                 VALUES ({{id}}, {{id}}, '{is_difficult}', 'Ш', 'Ш', 'school', '', FALSE, {is_difficult}, 'ш', 0, TRUE)"
            );
            run(tx, &sql, &[school, municipality]).await;
            schools.push((municipality, school, is_difficult));
        }
    }
    schools
}

async fn populate(tx: &mut Tx, schools: &[(Uuid, Uuid, bool)], chance: &mut Chance) -> Vec<Known> {
    let mut people = Vec::new();
    for number in 0..60 {
        let id = Uuid::now_v7();
        let mut known = Known { id, is_reachable: chance.below(3) > 0, ..Known::default() };
        run(
            tx,
            "INSERT INTO persons (id, family_name, given_name, quiet_from_minute, quiet_to_minute, created_at,
                 registered_at) VALUES ({id}, 'Иванова', 'Анна', 0, 0, {now}, {now})",
            &[id],
        )
        .await;
        let state = if known.is_reachable { "live" } else { "blocked" };
        let sql = format!(
            "INSERT INTO contacts (id, messenger, external_id, person_id, state, created_at)
             VALUES ({{id}}, 'telegram', '{number}', {{id}}, '{state}', {{now}})"
        );
        run(tx, &sql, &[Uuid::now_v7(), id]).await;
        for _ in 0..chance.below(3) {
            employ(tx, schools, &mut known, chance).await;
        }
        if chance.below(4) == 0 {
            let ((municipality, ..), role) = (chance.one_of(schools), chance.one_of(&ROLES));
            let sql = format!(
                "INSERT INTO roles (id, person_id, municipality_id, role, began_at)
                 VALUES ({{id}}, {{id}}, {{id}}, '{role}', {{now}})"
            );
            run(tx, &sql, &[Uuid::now_v7(), id, municipality]).await;
            known.roles.push((municipality, role));
        }
        people.push(known);
    }
    people
}

/// Gives somebody a place of work; one in five was left again.
async fn employ(tx: &mut Tx, schools: &[(Uuid, Uuid, bool)], known: &mut Known, chance: &mut Chance) {
    let (municipality, school, is_difficult) = chance.one_of(schools);
    let (employment, post) = (Uuid::now_v7(), chance.one_of(&POSTS));
    let subjects: BTreeSet<&str> = (0..chance.below(3)).map(|_| chance.one_of(&SUBJECTS)).collect();
    let ended = if chance.below(5) == 0 { "{now}" } else { "NULL" };
    let sql = format!(
        "INSERT INTO employments (id, person_id, municipality_id, school_id, post, is_main, began_at, ended_at)
         VALUES ({{id}}, {{id}}, {{id}}, {{id}}, '{post}', FALSE, {{now}}, {ended})"
    );
    run(tx, &sql, &[employment, known.id, municipality, school]).await;
    for subject in &subjects {
        let sql =
            format!("INSERT INTO employment_subjects (employment_id, subject) VALUES ({{id}}, '{subject}')");
        run(tx, &sql, &[employment]).await;
    }
    if ended == "NULL" {
        known.places.push((municipality, school, post, subjects.into_iter().collect(), is_difficult));
    }
}

/// What is asked for: one value a kind, or none.
#[derive(Default, Clone)]
struct Asked {
    school: Option<Uuid>,
    post: Option<&'static str>,
    subject: Option<&'static str>,
    role: Option<&'static str>,
    is_difficult: bool,
    without: Option<Uuid>,
}

impl Asked {
    fn random(schools: &[(Uuid, Uuid, bool)], chance: &mut Chance) -> Self {
        let mut some = || chance.below(3) == 0;
        let wants = [some(), some(), some(), some(), some(), some()];
        Self {
            school: wants[0].then(|| chance.one_of(schools).1),
            post: wants[1].then(|| chance.one_of(&POSTS)),
            subject: wants[2].then(|| chance.one_of(&SUBJECTS)),
            role: wants[3].then(|| chance.one_of(&ROLES)),
            is_difficult: wants[4],
            without: wants[5].then(|| chance.one_of(schools).1),
        }
    }

    fn definition(&self) -> Definition {
        let word = |word: &str| Value::Word(word.to_owned());
        let (mut of, mut without) = (Traits::default(), Traits::default());
        let mut ask = |kind, value: Option<Value>| value.into_iter().for_each(|value| of.add(kind, value));
        ask(Kind::School, self.school.map(Value::Id));
        ask(Kind::Post, self.post.map(word));
        ask(Kind::Subject, self.subject.map(word));
        ask(Kind::Role, self.role.map(word));
        ask(Kind::Mark, self.is_difficult.then(|| word(DIFFICULT)));
        self.without.into_iter().for_each(|school| without.add(Kind::School, Value::Id(school)));
        Definition::People { of, without }
    }

    /// The plain reference.
    fn means(&self, known: &Known, municipality: Uuid) -> bool {
        let places: Vec<_> = known.places.iter().filter(|place| place.0 == municipality).collect();
        let roles: Vec<_> = known.roles.iter().filter(|(at, _)| *at == municipality).collect();
        let asks_place =
            self.school.is_some() || self.post.is_some() || self.subject.is_some() || self.is_difficult;
        let fits = places.iter().any(|(_, school, post, subjects, is_difficult)| {
            self.school.is_none_or(|asked| asked == *school)
                && self.post.is_none_or(|asked| asked == *post)
                && self.subject.is_none_or(|asked| subjects.contains(&asked))
                && (!self.is_difficult || *is_difficult)
        });
        (!places.is_empty() || !roles.is_empty())
            && (fits || !asks_place)
            && self.role.is_none_or(|asked| roles.iter().any(|(_, role)| *role == asked))
            && !places.iter().any(|place| self.without == Some(place.1))
    }
}

async fn whom_the_reference_means(url: &str) {
    let db = Db::open(url).await.expect("opens");
    let mut chance = Chance(Uuid::new_v4().as_u64_pair().1);
    println!("seed {}", chance.0);
    let mut tx = db.begin().await.expect("begins");
    let schools = settle(&mut tx).await;
    let people = populate(&mut tx, &schools, &mut chance).await;
    tx.commit().await.expect("commits");
    let at = Moment { now: now(), today: NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day") };
    for _ in 0..60 {
        let (asked, municipality) = (Asked::random(&schools, &mut chance), chance.one_of(&schools).0);
        let definition = asked.definition();
        let facts =
            list_facts(&db, (Unit::Municipality(municipality), &definition), now()).await.expect("read");
        let found: BTreeSet<(Uuid, bool)> = facts
            .iter()
            .filter(|facts| definition.means(facts, at))
            .map(|facts| (facts.person, facts.is_reachable))
            .collect();
        let expected: BTreeSet<(Uuid, bool)> = people
            .iter()
            .filter(|known| asked.means(known, municipality))
            .map(|known| (known.id, known.is_reachable))
            .collect();
        assert_eq!(found, expected, "{definition:?}");
    }
    keeps_definitions_and_cells(&db, &people, schools[0].0).await;
    db.close().await;
}

async fn keeps_definitions_and_cells(db: &Db, people: &[Known], municipality: Uuid) {
    let mut of = Traits::default();
    of.add(Kind::Name, Value::Id(people[0].id));
    of.add(Kind::Name, Value::Id(people[1].id));
    let definition = Definition::People { of, without: Traits::default() };
    let mut tx = db.begin().await.expect("begins");
    let unit = Unit::Municipality(municipality);
    let new = NewAudience { owner: people[0].id, unit, back: "br1.show", definition: &definition };
    let id = add_audience(&mut tx, &new, Some("Двое"), now()).await.expect("added");
    let cell =
        Cell { id: Uuid::now_v7(), block: None, people: people.iter().take(10).map(|one| one.id).collect() };
    assert_eq!(set_dimension(&mut tx, (municipality, "ict"), "").await.expect("set"), "");
    assert_eq!(set_dimension(&mut tx, (municipality, "ict"), "subject").await.expect("set"), "subject");
    assert_eq!(set_dimension(&mut tx, (municipality, "ict"), "school").await.expect("set"), "subject");
    write_cells(&mut tx, (municipality, "ict"), (&[], std::slice::from_ref(&cell))).await.expect("written");
    assert_eq!(find_cells(&mut tx, municipality, "ict").await.expect("read"), std::slice::from_ref(&cell));
    let open = Cell { block: Some(String::new()), ..cell.clone() };
    write_cells(&mut tx, (municipality, "ict"), (&[cell], &[open])).await.expect("written");
    forget_in_audiences(&mut tx, people[0].id).await.expect("forgotten");
    forget_in_cells(&mut tx, people[0].id).await.expect("forgotten");
    tx.commit().await.expect("commits");
    let left = find_audience(db, id).await.expect("read").expect("there").definition;
    assert_eq!(left, definition.without_person(people[0].id).expect("they were in it"));
    let key = (municipality, "ict");
    let kept: HashSet<Uuid> = list_area_people(db, key, None).await.expect("read").into_iter().collect();
    assert_eq!((kept.len(), count_area_people(db, key, None).await.expect("read")), (9, 10));
    assert_eq!(list_saved(db, unit).await.expect("read").len(), 1);
    assert!(list_saved(db, Unit::Region).await.expect("read").is_empty());
}

fresh::on_both!(whom_the_reference_means);
