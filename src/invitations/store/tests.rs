//! The last place goes to one of many, whoever leaves is forgotten, and no row gives a role to many, on both engines.

use chrono::TimeDelta;

use super::*;
use crate::{
    invitations::model::{UseState, Welcome},
    units::{self, RoleAt},
};

const MUNICIPALITY: &str =
    "INSERT INTO municipalities (id, slug, title, short_title, service_title, time_zone,
    search_key) VALUES ($1, 'd', 'Район', 'Район', 'Служба', 'Asia/Omsk', '')";

fn now() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(20_000)
}

async fn add_person(tx: &mut Tx) -> Uuid {
    let person = Uuid::now_v7();
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO persons (id, family_name, given_name, quiet_from_minute, quiet_to_minute, created_at,
                 registered_at) VALUES ($1, 'Иванова', 'Анна', 0, 0, $2, $2)"
        )
        .bind(person)
        .bind(now())
    )
    .expect("a person");
    person
}

/// A database with a municipality and its coordinator.
async fn district(url: &str) -> (Db, Uuid, Uuid) {
    let db = Db::open(url).await.expect("opens");
    let here = Uuid::now_v7();
    let mut tx = db.begin().await.expect("begins");
    execute!(&mut tx, sqlx::query(MUNICIPALITY).bind(here)).expect("a municipality");
    let coordinator = add_person(&mut tx).await;
    let at = RoleAt { role: Role::Coordinator, unit: Unit::Municipality(here) };
    let new = units::NewRole { person_id: coordinator, at, granted_by: coordinator };
    units::add_role(&mut tx, &new, now()).await.expect("a role");
    tx.commit().await.expect("commits");
    (db, here, coordinator)
}

async fn written(db: &Db, role: Option<Role>, here: Uuid, by: Uuid) -> Uuid {
    let mut tx = db.begin().await.expect("begins");
    let offered = Offered { role, unit: Unit::Municipality(here) };
    let id = add_invitation(&mut tx, &NewInvitation { offered, created_by: by, meant_for: None }, now())
        .await
        .expect("written");
    tx.commit().await.expect("commits");
    id
}

/// Comes as the chat does: holds, looks, comes.
async fn comes(db: &Db, id: Uuid, person: Uuid) -> Welcome {
    let mut tx = db.begin().await.expect("begins");
    let held = hold_invitation(&mut tx, id).await.expect("an answer").expect("there");
    let has_come = has_come_within(&mut tx, id, person).await.expect("an answer");
    let inviter = units::roles_within(&mut tx, held.created_by.expect("known")).await.expect("roles");
    let welcome = held.welcomes(Some(person), has_come, &inviter, now());
    if welcome == Welcome::Open {
        add_use(&mut tx, &held, person, now()).await.expect("comes");
    }
    tx.commit().await.expect("commits");
    welcome
}

async fn of_many_who_come_at_once_one_gets_the_last_place(url: &str) {
    let (db, here, coordinator) = district(url).await;
    for _ in 0..5 {
        let id = written(&db, Some(Role::Methodologist), here, coordinator).await;
        let mut tx = db.begin().await.expect("begins");
        let mut people = Vec::new();
        for _ in 0..6 {
            people.push(add_person(&mut tx).await);
        }
        tx.commit().await.expect("commits");
        let tries = people.iter().map(|person| comes(&db, id, *person));
        let welcomes = futures::future::join_all(tries).await;
        let let_in = welcomes.iter().filter(|welcome| **welcome == Welcome::Open).count();
        assert_eq!(let_in, 1, "{welcomes:?}");
        let uses = list_uses(&db, id, 9).await.expect("a list");
        assert_eq!((uses.len(), uses[0].state, uses[0].invitation.uses), (1, UseState::Waiting, 1));
        let twice = futures::future::join_all([0, 1].map(|_| comes(&db, id, uses[0].person_id))).await;
        assert_eq!(twice, [Welcome::Already, Welcome::Already]);
    }
    assert_eq!(list_waiting(&db, Some(here)).await.expect("a list").len(), 5);
}

async fn a_decision_is_taken_once_and_whoever_leaves_is_forgotten(url: &str) {
    let (db, here, coordinator) = district(url).await;
    let id = written(&db, Some(Role::Methodologist), here, coordinator).await;
    let mut tx = db.begin().await.expect("begins");
    let boris = add_person(&mut tx).await;
    tx.commit().await.expect("commits");
    comes(&db, id, boris).await;
    let comer = list_waiting(&db, None).await.expect("a list").remove(0);
    let mut tx = db.begin().await.expect("begins");
    for (state, first) in [(UseState::Confirmed, true), (UseState::Declined, false)] {
        let settled = settle_use(&mut tx, (comer.id, state), coordinator, now()).await.expect("an answer");
        assert_eq!(settled, first);
    }
    tx.commit().await.expect("commits");
    let found = find_use(&db, comer.id).await.expect("an answer").expect("there");
    assert_eq!((found.state, found.name.as_deref()), (UseState::Confirmed, Some("Иванова Анна")));
    assert_eq!(count_written(&db, coordinator).await.expect("a count"), 1);
    let mut tx = db.begin().await.expect("begins");
    for person in [boris, coordinator] {
        forget_person(&mut tx, person).await.expect("forgotten");
    }
    tx.commit().await.expect("commits");
    assert!(!is_known(&db, boris).await.expect("an answer"));
    let left = find_invitation(&db, id).await.expect("an answer").expect("the invitation stays");
    assert_eq!((left.created_by, left.uses), (None, 1));
}

async fn no_row_gives_a_role_to_many(url: &str) {
    let (db, here, coordinator) = district(url).await;
    let id = written(&db, Some(Role::Coordinator), here, coordinator).await;
    let same = NewInvitation {
        offered: Offered { role: Some(Role::Coordinator), unit: Unit::Municipality(here) },
        created_by: coordinator,
        meant_for: None,
    };
    assert_eq!(find_same(&db, &same, now()).await.expect("an answer"), Some(id));
    assert_eq!(find_same(&db, &same, now() + TimeDelta::seconds(1)).await.expect("an answer"), None);
    for change in ["UPDATE invitations SET most_uses = 2", "UPDATE invitations SET uses = 2"] {
        let mut tx = db.begin().await.expect("begins");
        assert!(execute!(&mut tx, sqlx::query(change)).is_err(), "{change}");
    }
    let found = find_invitation(&db, id).await.expect("an answer").expect("there");
    let token = Token::read(&found.token).expect("a token");
    assert_eq!(find_by_token(&db, &token).await.expect("an answer"), Some(found));
    assert_eq!(find_by_token(&db, &Token::random()).await.expect("an answer"), None);
    let listed = |roles: &'static [Option<Role>], ended_since| {
        let db = db.clone();
        async move { list_invitations(&db, (Some(here), None), roles, ended_since).await.expect("a list").len() }
    };
    let roles: &[Option<Role>] = &[None, Some(Role::Coordinator)];
    assert_eq!(listed(roles, now()).await, 1);
    assert_eq!(listed(&[None, Some(Role::Methodologist)], now()).await, 0, "another role");
    assert_eq!(listed(roles, now() + TimeDelta::days(8)).await, 0, "it ended");
    let mut tx = db.begin().await.expect("begins");
    assert!(mark_revoked(&mut tx, id, now()).await.expect("an answer"));
    assert!(!mark_revoked(&mut tx, id, now()).await.expect("an answer"));
    tx.commit().await.expect("commits");
    assert_eq!(listed(roles, now()).await, 0, "it was revoked");
}

fresh::on_both!(
    of_many_who_come_at_once_one_gets_the_last_place,
    a_decision_is_taken_once_and_whoever_leaves_is_forgotten,
    no_row_gives_a_role_to_many,
);
