//! What others read of a municipality, and who answers for what in it, on both engines.

use chrono::TimeDelta;

use super::*;
use crate::units::{Association, AssociationKind, NewAssociation, NewRole, Role, RoleAt, SchoolKind, Unit};

fn district(days_off: &[&str], neutral_messengers: Vec<MessengerKind>) -> District {
    let school = DistrictSchool {
        slug: "school".into(),
        title: "Школа".into(),
        short_title: "Школа".into(),
        kind: SchoolKind::School,
        settlement: "с. Ключевое".into(),
        low_results: false,
        difficult_conditions: false,
        route_rule: None,
    };
    District {
        slug: "district".into(),
        title: "Район".into(),
        short_title: "Район".into(),
        service_address: String::new(),
        service_title: "Служба".into(),
        time_zone: "Asia/Omsk".into(),
        days_off: days_off.iter().map(|day| (*day).to_owned()).collect(),
        neutral_messengers,
        confirms_newcomers: false,
        route_rule: None,
        teachers_per_methodologist: (200, 250),
        schools: vec![school],
    }
}

async fn publish(db: &Db, district: &District) {
    let mut tx = db.begin().await.expect("begins");
    publish_district(&mut tx, district, DateTime::UNIX_EPOCH).await.expect("published");
    tx.commit().await.expect("commits");
}

async fn days_of(db: &Db) -> Vec<String> {
    read!(db, on => sqlx::query_scalar("SELECT day FROM municipality_days_off ORDER BY day").fetch_all(on))
        .expect("a view")
}

async fn places_seen(db: &Db) -> Vec<(Uuid, String, String)> {
    read!(db, on => sqlx::query_as("SELECT person_id, time_zone, neutral_messengers FROM main_places").fetch_all(on))
        .expect("a view")
}

async fn add_person(tx: &mut Tx, now: DateTime<Utc>) -> Uuid {
    let person = Uuid::now_v7();
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO persons (id, quiet_from_minute, quiet_to_minute, created_at) VALUES ($1, 0, 0, $2)"
        )
        .bind(person)
        .bind(now)
    )
    .expect("a person");
    person
}

/// Every start replaces the days off and the messengers, and a person's place is the main one they have now.
async fn calendars_and_places(url: &str) {
    let db = Db::open(url).await.expect("opens");
    publish(&db, &district(&["05-09", "2027-02-22"], Vec::new())).await;
    assert_eq!(days_of(&db).await, ["05-09", "2027-02-22"]);

    let now = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
    let municipality = list_municipalities(&db).await.expect("a list").remove(0);
    let school = list_schools(&db, municipality.id).await.expect("a list").remove(0);
    let mut tx = db.begin().await.expect("begins");
    let person_id = add_person(&mut tx, now).await;
    let new =
        || NewEmployment { person_id, school_id: school.id, post: "teacher".into(), subjects: Vec::new() };
    let main = add_employment(&mut tx, &new(), now).await.expect("added");
    let second = add_employment(&mut tx, &new(), now).await.expect("added");
    tx.commit().await.expect("commits");
    assert_eq!(places_seen(&db).await, [(person_id, "Asia/Omsk".into(), String::new())]);

    publish(&db, &district(&["05-09", "06-12"], vec![MessengerKind::Telegram])).await;
    assert_eq!(days_of(&db).await, ["05-09", "06-12"]);
    assert_eq!(places_seen(&db).await, [(person_id, "Asia/Omsk".into(), "telegram".into())]);

    let at = RoleAt { role: Role::SchoolLeader, unit: Unit::School(municipality.id, school.id) };
    let mut tx = db.begin().await.expect("begins");
    let leader = NewRole { person_id, at, granted_by: person_id };
    add_role(&mut tx, &leader, now).await.expect("a try").expect("it was not held");
    tx.commit().await.expect("commits");
    for (ended, left) in [(main, 1), (second, 0)] {
        let mut tx = db.begin().await.expect("begins");
        assert!(hold_workplace(&mut tx, person_id, school.id).await.expect("a try"));
        end_employment(&mut tx, person_id, ended, now).await.expect("ended");
        assert_eq!(hold_workplace(&mut tx, person_id, school.id).await.expect("a try"), left > 0);
        tx.commit().await.expect("commits");
        assert_eq!(places_seen(&db).await.len(), left);
        // The role at the school ends with the last place of work there.
        assert_eq!(list_roles(&db, person_id).await.expect("roles").len(), left);
    }

    let mut tx = db.begin().await.expect("begins");
    let third = add_employment(&mut tx, &new(), now).await.expect("added");
    add_role(&mut tx, &leader, now).await.expect("a try").expect("it was not held");
    forget_places(&mut tx, person_id, &[third], now).await.expect("forgotten");
    assert_eq!(
        roles_within(&mut tx, person_id).await.expect("roles"),
        [],
        "it ends with a forgotten place too"
    );
}

/// A role is held once, ends, and can be returned as long as it was not given anew.
async fn roles_begin_and_end(url: &str) {
    let db = Db::open(url).await.expect("opens");
    publish(&db, &district(&[], Vec::new())).await;
    let now = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
    let municipality = list_municipalities(&db).await.expect("a list").remove(0).id;
    let school = list_schools(&db, municipality).await.expect("a list").remove(0).id;
    let mut tx = db.begin().await.expect("begins");
    let (anna, boris) = (add_person(&mut tx, now).await, add_person(&mut tx, now).await);
    let coordinator = RoleAt { role: Role::Coordinator, unit: Unit::Municipality(municipality) };
    let leader = RoleAt { role: Role::SchoolLeader, unit: Unit::School(municipality, school) };
    let regional = RoleAt { role: Role::RegionalCoordinator, unit: Unit::Region };
    for at in [coordinator, leader, regional] {
        let new = NewRole { person_id: anna, at, granted_by: boris };
        assert!(add_role(&mut tx, &new, now).await.expect("a try").is_some());
        assert!(add_role(&mut tx, &new, now).await.expect("a try").is_none(), "held once");
    }
    assert_eq!(roles_within(&mut tx, anna).await.expect("roles").len(), 3);
    tx.commit().await.expect("commits");
    let titles: Vec<_> =
        list_roles(&db, anna).await.expect("roles").into_iter().map(|held| held.unit_title).collect();
    assert_eq!(titles, [Some("Район".to_owned()), Some("Школа".to_owned()), None]);

    let held = list_roles(&db, anna).await.expect("roles").remove(0);
    assert_eq!((held.at, held.granted_by), (coordinator, Some(boris)));
    let mut tx = db.begin().await.expect("begins");
    assert_eq!(other_coordinators(&mut tx, &held).await.expect("a list"), []);
    assert!(end_role(&mut tx, held.id, now).await.expect("a try"));
    assert!(!end_role(&mut tx, held.id, now).await.expect("a try"), "it ends once");
    assert!(!return_role(&mut tx, held.id, now + TimeDelta::hours(1)).await.expect("a try"), "too late");
    assert!(return_role(&mut tx, held.id, now).await.expect("a try"));
    end_role(&mut tx, held.id, now).await.expect("ended");
    let anew = NewRole { person_id: anna, at: coordinator, granted_by: boris };
    add_role(&mut tx, &anew, now).await.expect("a try").expect("it was not held");
    assert!(!return_role(&mut tx, held.id, now).await.expect("a try"), "given anew");
    assert_eq!(other_coordinators(&mut tx, &held).await.expect("a list"), [None]);
    forget_roles(&mut tx, boris).await.expect("forgotten");
    tx.commit().await.expect("commits");
    let roles = list_roles(&db, anna).await.expect("roles");
    assert!(roles.len() == 3 && roles.iter().all(|held| held.granted_by.is_none()), "{roles:?}");
    assert_eq!(find_role(&db, held.id).await.expect("a row").map(|held| held.ended_at), Some(Some(now)));
}

type Belonging = (Uuid, Uuid);

async fn belonging(db: &Db) -> Vec<Belonging> {
    let query =
        "SELECT association_id, person_id FROM association_members_now ORDER BY association_id, person_id";
    read!(db, on => sqlx::query_as(query).fetch_all(on)).expect("a view")
}

/// Somebody belongs to an association once, of a place where they work and as long as they do; it has one head.
async fn associations_and_their_members(url: &str) {
    let db = Db::open(url).await.expect("opens");
    publish(&db, &district(&[], Vec::new())).await;
    let now = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
    let municipality = list_municipalities(&db).await.expect("a list").remove(0).id;
    let school_id = list_schools(&db, municipality).await.expect("a list").remove(0).id;
    let school = Unit::School(municipality, school_id);
    let mut tx = db.begin().await.expect("begins");
    let (anna, boris) = (add_person(&mut tx, now).await, add_person(&mut tx, now).await);
    let place = NewEmployment { person_id: anna, school_id, post: "teacher".into(), subjects: Vec::new() };
    let employment = add_employment(&mut tx, &place, now).await.expect("added");
    let mut opened = Vec::new();
    for at in [school, Unit::Municipality(municipality)] {
        let new =
            NewAssociation { at, kind: AssociationKind::Council, subject: None, title: "Совет".into() };
        opened.push(add_association(&mut tx, &new, now).await.expect("opened"));
    }
    for id in &opened {
        assert!(add_member(&mut tx, *id, anna, now).await.expect("a try"));
        assert!(!add_member(&mut tx, *id, anna, now).await.expect("a try"), "once");
        assert!(!add_member(&mut tx, *id, boris, now).await.expect("a try"), "works nowhere here");
    }
    tx.commit().await.expect("commits");
    let mut expected: Vec<Belonging> = opened.iter().map(|id| (*id, anna)).collect();
    expected.sort();
    assert_eq!(belonging(&db).await, expected);
    let listed = |at| {
        let db = db.clone();
        async move { list_associations(&db, at).await.expect("a list").len() }
    };
    let own = find_association(&db, opened[0]).await.expect("a look").expect("it is there");
    assert_eq!((own.unit().school(), own.school_short_title.as_deref()), (Some(school_id), Some("Школа")));
    assert_eq!((listed(school).await, listed(own.unit()).await, listed(Unit::Region).await), (1, 1, 2));

    closes_and_opens_again(&db, &own, [anna, boris], now).await;
    assert_eq!(belonging(&db).await, expected);
    let mut tx = db.begin().await.expect("begins");
    end_employment(&mut tx, anna, employment, now).await.expect("ended");
    tx.commit().await.expect("commits");
    assert_eq!(belonging(&db).await, [], "whoever left belongs to nothing");
    assert!(find_head(&db, own.id, None).await.expect("a look").is_none());
}

/// One head at a time; closing and opening again brings back who headed it.
async fn closes_and_opens_again(db: &Db, own: &Association, [anna, boris]: [Uuid; 2], now: DateTime<Utc>) {
    let at = RoleAt { role: Role::AssociationHead, unit: own.unit() };
    let mut tx = db.begin().await.expect("begins");
    let role =
        add_role(&mut tx, &NewRole { person_id: anna, at, granted_by: boris }, now).await.expect("a try");
    let second = NewRole { person_id: boris, at, granted_by: anna };
    assert!(add_role(&mut tx, &second, now).await.expect("a try").is_none(), "one head");
    tx.commit().await.expect("commits");
    let head = find_head(db, own.id, None).await.expect("a look").expect("there is one");
    assert_eq!((Some(head.id), head.at, head.unit_title.as_deref()), (role, at, Some("Совет")));

    let mut tx = db.begin().await.expect("begins");
    assert!(close_association(&mut tx, own.id, now).await.expect("a try"));
    assert!(!close_association(&mut tx, own.id, now).await.expect("a try"), "closed once");
    assert!(!hold_association(&mut tx, own.id).await.expect("a try"));
    let within = find_head_within(&mut tx, own.id, None).await.expect("a look");
    assert_eq!(within.map(|held| held.id), Some(head.id));
    end_role(&mut tx, head.id, now).await.expect("ended");
    tx.commit().await.expect("commits");
    assert_eq!(
        (list_associations(db, own.unit()).await.expect("a list").len(), belonging(db).await.len()),
        (0, 1)
    );
    assert_eq!(find_head(db, own.id, Some(now)).await.expect("a look").map(|held| held.id), role);
    let mut tx = db.begin().await.expect("begins");
    let later = now + TimeDelta::hours(2);
    assert!(!reopen_association(&mut tx, own.id, later).await.expect("a try"), "too late");
    assert!(reopen_association(&mut tx, own.id, now).await.expect("a try"));
    assert!(return_role(&mut tx, head.id, now).await.expect("a try"));
    tx.commit().await.expect("commits");
}

/// Marks come from the file until somebody sets them by chat.
async fn marks_of_schools(url: &str) {
    let db = Db::open(url).await.expect("opens");
    let mut from_file = district(&[], Vec::new());
    from_file.schools[0].low_results = true;
    publish(&db, &from_file).await;
    let municipality = list_municipalities(&db).await.expect("a list").remove(0).id;
    let marks = || {
        let db = db.clone();
        async move {
            let school = list_schools(&db, municipality).await.expect("a list").remove(0);
            (school.id, [school.low_results, school.difficult_conditions])
        }
    };
    let (school, first) = marks().await;
    assert_eq!(first, [true, false]);
    publish(&db, &district(&[], Vec::new())).await;
    assert_eq!(marks().await.1, [false, false], "the file says so");
    let mut tx = db.begin().await.expect("begins");
    mark_school(&mut tx, school, (SchoolMark::DifficultConditions, true)).await.expect("marked");
    tx.commit().await.expect("commits");
    publish(&db, &from_file).await;
    assert_eq!(marks().await.1, [false, true], "a coordinator said so");
}

fresh::on_both!(calendars_and_places, associations_and_their_members, marks_of_schools, roles_begin_and_end);
