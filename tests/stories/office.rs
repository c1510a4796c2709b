//! What stories about roles stand on: a region of two municipalities with an owner, people who work there without
//! having tapped through the registration, and the roles they are given.
//! Not here: the stories.

use metodist::{
    execute,
    messenger::{ContactKey, MessengerKind},
    people,
    units::{self, AssociationKind, NewAssociation, NewEmployment, NewRole, RoleAt, Unit},
};
use sandbox::Phone;
use uuid::Uuid;

use crate::{house::House, teacher::Teacher};

/// The first phone of a sandbox has this number.
const FIRST_PHONE: i64 = 5_000_000_001;

/// A region of two municipalities. The owner has a phone and has not come in yet.
pub struct Region {
    pub house: House,
    pub owner: Phone,
    /// Лугоборский район.
    pub here: Uuid,
    /// Озёрный округ.
    pub there: Uuid,
    /// Школа № 1 and № 2 of the first.
    pub schools: [Uuid; 2],
    /// Озёрная школа № 7.
    pub school_there: Uuid,
}

/// Somebody who works in the region.
pub struct Member {
    pub teacher: Teacher,
    pub person: Uuid,
}

impl Region {
    pub async fn of(house: House) -> Self {
        let house = house.with_two_districts(FIRST_PHONE).await;
        let owner = house.person("Владимир Хозяйкин");
        assert_eq!(owner.id(), FIRST_PHONE, "the owner's phone is the first");
        let all = units::list_municipalities(&house.app.db).await.expect("municipalities");
        let find = |slug: &str| all.iter().find(|place| place.short_title.contains(slug)).expect("there").id;
        let (here, there) = (find("Лугоборский"), find("Озёрный"));
        let schools = units::list_schools(&house.app.db, here).await.expect("schools");
        let school_there = units::list_schools(&house.app.db, there).await.expect("schools")[0].id;
        Self { schools: [schools[0].id, schools[1].id], house, owner, here, there, school_there }
    }

    /// Somebody registered who teaches mathematics at this school.
    pub async fn member(&self, name: &str, school: Uuid) -> Member {
        self.joins(self.house.sandbox.crowd(1).remove(0), name, school).await
    }

    /// The same with a given phone.
    pub async fn joins(&self, phone: Phone, name: &str, school: Uuid) -> Member {
        joins(&self.house, phone, name, school).await
    }

    /// Gives a role without asking anybody.
    pub async fn gives(&self, member: &Member, at: RoleAt) -> Uuid {
        let mut tx = self.house.app.db.begin().await.expect("a transaction");
        let new = NewRole { person_id: member.person, at, granted_by: member.person };
        let id = units::add_role(&mut tx, &new, self.house.clock.now()).await.expect("a try");
        tx.commit().await.expect("it is written down");
        id.expect("it was not held")
    }

    /// An association of teachers of mathematics, opened without asking anybody.
    pub async fn association(&self, at: Unit, title: &str) -> Unit {
        let (db, now) = (&self.house.app.db, self.house.clock.now());
        let mut tx = db.begin().await.expect("a transaction");
        let new = NewAssociation {
            at,
            kind: AssociationKind::Subject,
            subject: Some("mathematics".into()),
            title: title.into(),
        };
        let id = units::add_association(&mut tx, &new, now).await.expect("it is opened");
        tx.commit().await.expect("it is written down");
        units::find_association(db, id).await.expect("a look").expect("it is there").unit()
    }

    /// Takes somebody into an association without asking anybody.
    pub async fn takes_in(&self, association: Unit, member: &Member) {
        let mut tx = self.house.app.db.begin().await.expect("a transaction");
        let id = association.association().expect("an association");
        let now = self.house.clock.now();
        assert!(units::add_member(&mut tx, id, member.person, now).await.expect("a try"), "works elsewhere");
        tx.commit().await.expect("it is written down");
    }

    /// Ends every role of a person without asking anybody.
    pub async fn revokes(&self, member: &Member) {
        let mut tx = self.house.app.db.begin().await.expect("a transaction");
        execute!(
            &mut tx,
            sqlx::query("UPDATE roles SET ended_at = $2 WHERE person_id = $1 AND ended_at IS NULL")
                .bind(member.person)
                .bind(self.house.clock.now())
        )
        .expect("they end");
        tx.commit().await.expect("it is written down");
    }

    pub fn here(&self) -> Unit {
        Unit::Municipality(self.here)
    }

    pub fn school(&self) -> Unit {
        Unit::School(self.here, self.schools[0])
    }

    /// Everything about roles that is kept.
    pub async fn roles(&self) -> Vec<String> {
        metodist::read!(&self.house.app.db, on => sqlx::query_scalar(
            "SELECT p.family_name || ' ' || r.role || CASE WHEN r.ended_at IS NULL THEN '' ELSE ' ended' END
             FROM roles r JOIN persons p ON p.id = r.person_id ORDER BY 1").fetch_all(on))
        .expect("roles can be listed")
    }
}

/// Somebody with this phone, registered, who teaches mathematics at this school.
pub async fn joins(house: &House, phone: Phone, name: &str, school: Uuid) -> Member {
    let (app, now, person) = (&house.app, house.clock.now(), Uuid::now_v7());
    let key = ContactKey { messenger: MessengerKind::Telegram, external_id: phone.id().to_string() };
    let mut parts = name.split(' ');
    let mut tx = app.db.begin().await.expect("a transaction");
    let contact = people::add_contact(&mut tx, &key, now).await.expect("a contact");
    execute!(&mut tx, sqlx::query(
            "INSERT INTO persons (id, family_name, given_name, patronymic, quiet_from_minute, quiet_to_minute,
                 created_at, registered_at) VALUES ($1, $2, $3, $4, 0, 0, $5, $5)")
            .bind(person).bind(parts.next()).bind(parts.next()).bind(parts.next()).bind(now))
    .expect("a person");
    execute!(
        &mut tx,
        sqlx::query("UPDATE contacts SET person_id = $2 WHERE id = $1").bind(contact).bind(person)
    )
    .expect("a contact of theirs");
    execute!(
        &mut tx,
        sqlx::query(
            "INSERT INTO consents (id, person_id, version, text_hash, messenger, given_at)
             VALUES ($1, $2, '1', $3, 'telegram', $4)"
        )
        .bind(Uuid::now_v7())
        .bind(person)
        .bind(app.consent_text.hash())
        .bind(now)
    )
    .expect("a consent");
    let place = NewEmployment {
        person_id: person,
        school_id: school,
        post: "teacher".into(),
        subjects: vec!["mathematics".into()],
    };
    units::add_employment(&mut tx, &place, now).await.expect("a place of work");
    tx.commit().await.expect("they are written down");
    Member { teacher: Teacher::new(phone), person }
}

/// An id as a button carries it.
pub fn id(id: Uuid) -> String {
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
    URL_SAFE_NO_PAD.encode(id.as_bytes())
}
