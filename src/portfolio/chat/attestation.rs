//! Who is attested this school year, within the units of whoever looks.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use uuid::Uuid;

use crate::{
    audit::{self, Deed},
    capability::Outcome,
    courses, directory, label, people,
    portfolio::{
        model::{Attestee, year_ends},
        store,
        view::{self, Action, DueWords},
    },
    turn::Turn,
    units::{Right, Unit, units_with},
};

pub(super) async fn show(turn: &Turn, page: usize) -> Outcome {
    let today = today(turn).await?;
    let people = list(turn, today).await?;
    let words = DueWords { catalogue: &turn.app().catalogue, today };
    Ok(view::due_screen((&people, page), words, directory::admin_address(), turn.texts()))
}

/// Sends the list as a sheet. That it was taken is written down first.
pub(super) async fn send_sheet(turn: &Turn) -> Outcome {
    turn.take_heavy()?;
    let today = today(turn).await?;
    let people = list(turn, today).await?;
    let units: Vec<Unit> = units_with(turn.roles(), Right::SeePeople).collect();
    let mut tx = turn.begin().await?;
    let (actor, taken) = (turn.known_person()?.id, (Deed::TookPeople, "po1.duesheet"));
    audit::add_taking(tx.tx(), actor, taken, (&units, turn.now())).await?;
    tx.expect_nothing();
    tx.stand_at(&Action::Due(0).into());
    tx.commit().await?;
    let words = DueWords { catalogue: &turn.app().catalogue, today };
    let screen = view::due_screen((&people, 0), words, directory::admin_address(), turn.texts());
    let done = label!(turn.texts(), "portfolio-sent-toast");
    let file = turn.put_together(move |turn| {
        let words = DueWords { catalogue: &turn.app().catalogue, today };
        view::due_file(&people, words, turn.texts())
    });
    Ok(screen.with(file.await?).toast(done))
}

async fn today(turn: &Turn) -> anyhow::Result<NaiveDate> {
    people::civil_today(turn.app(), turn.known_person()?, turn.now()).await
}

/// Whose category ends by the end of this school year, the nearest first.
async fn list(turn: &Turn, today: NaiveDate) -> anyhow::Result<Vec<Attestee>> {
    let db = &turn.app().db;
    let mut units: HashSet<Unit> = units_with(turn.roles(), Right::SeePeople).collect();
    if units.contains(&Unit::Region) {
        units = HashSet::from([Unit::Region]);
    }
    let (mut people, mut seen) = (Vec::new(), HashSet::new());
    let mut courses: HashMap<Uuid, Option<NaiveDate>> = HashMap::new();
    for unit in units {
        let within = (unit.municipality(), unit.school());
        let found = store::list_attestees(db, within, year_ends(today)).await?;
        people.extend(found.into_iter().filter(|one| seen.insert((one.person_id, one.post.clone()))));
        courses.extend(courses::list_last_courses(db, within).await?);
    }
    for one in &mut people {
        one.last_course_on = courses.get(&one.person_id).copied().flatten();
    }
    people.sort_by_key(|one: &Attestee| one.until_on);
    Ok(people)
}
