//! A database of its own for each test, on either engine, with people in it.

use chrono::{DateTime, TimeDelta, Utc};
use fresh::{Database, Engine};
use serde_json::json;
use uuid::Uuid;

use super::super::{Claimed, Room, Settlement, claim, list_unplanned, mark_planned, owe, settle};
use crate::{
    db::{Db, Tx},
    execute,
    messenger::MessageRef,
    outbox::model::{Class, NewLetter, Wish},
    read,
};

/// Makes one test per engine of an async function that takes a `Bench`.
macro_rules! on_both_engines {
    ($($name:ident),+ $(,)?) => {
        $(mod $name {
            #[tokio::test]
            async fn sqlite() {
                super::$name(crate::outbox::store::tests::bench::Bench::open(fresh::Engine::Sqlite).await).await;
            }

            #[tokio::test]
            async fn postgres() {
                super::$name(crate::outbox::store::tests::bench::Bench::open(fresh::Engine::Postgres).await).await;
            }
        })+
    };
}
pub(super) use on_both_engines;

/// All lanes, without an end.
pub(super) const ANY: Room = Room { lanes: (Class::Notice, Class::Bulk), most: 1_000 };

pub(super) struct Bench {
    pub db: Db,
    pub people: Vec<Uuid>,
    pub contacts: Vec<Uuid>,
    pub now: DateTime<Utc>,
    _database: Database,
}

/// One row, as far as tests look at it.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub(super) struct Row {
    pub dedup_key: String,
    pub id: Uuid,
    pub state: String,
    pub outcome: Option<String>,
    pub form: String,
    pub is_planned: bool,
    pub is_over_budget: bool,
    pub is_calling: bool,
    pub due_at: DateTime<Utc>,
    pub tries: i64,
    pub claimed_by: Option<Uuid>,
    pub claim_number: i64,
}

impl Bench {
    pub(super) async fn open(engine: Engine) -> Self {
        let database = Database::up_to_date(engine).await.expect("a database");
        let db = Db::open(&database.url).await.expect("opens");
        let now = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
        let mut bench = Self { db, people: Vec::new(), contacts: Vec::new(), now, _database: database };
        for _ in 0..3 {
            bench.add_person().await;
        }
        bench
    }

    async fn add_person(&mut self) {
        let (person, contact) = (Uuid::now_v7(), Uuid::now_v7());
        let mut tx = self.tx().await;
        let added =
            "INSERT INTO persons (id, quiet_from_minute, quiet_to_minute, created_at) VALUES ($1, 0, 0, $2)";
        execute!(&mut tx, sqlx::query(added).bind(person).bind(self.now)).expect("a person");
        let reached = "INSERT INTO contacts (id, messenger, external_id, person_id, state, created_at)
             VALUES ($1, 'telegram', $2, $3, 'live', $4)";
        execute!(
            &mut tx,
            sqlx::query(reached).bind(contact).bind(contact.to_string()).bind(person).bind(self.now)
        )
        .expect("a contact");
        tx.commit().await.expect("commits");
        self.people.push(person);
        self.contacts.push(contact);
    }

    pub(super) async fn tx(&self) -> Tx {
        self.db.begin().await.expect("begins")
    }

    pub(super) fn after(&self, hours: i64) -> DateTime<Utc> {
        self.now + TimeDelta::hours(hours)
    }

    /// A notice to the first person, wished for now and of use for two days.
    pub(super) fn letter(&self, key: &str) -> NewLetter {
        NewLetter {
            person_id: self.people[0],
            capability: "meetings",
            matter: json!({ "words": key }),
            class: Class::Notice,
            is_urgent: false,
            wish: Wish::Instant(self.now),
            event_at: None,
            useless_after: self.after(48),
            dedup_key: key.to_owned(),
            cause: "meetings/meeting/1".to_owned(),
        }
    }

    pub(super) fn reminder(&self, key: &str) -> NewLetter {
        NewLetter { class: Class::Reminder, ..self.letter(key) }
    }

    pub(super) async fn owe(&self, letter: &NewLetter) -> bool {
        let mut tx = self.tx().await;
        let written = owe(&mut tx, letter, self.now).await.expect("owed");
        tx.commit().await.expect("commits");
        written
    }

    /// Gives every letter the moment that was wished for.
    pub(super) async fn plan(&self) {
        let unplanned = list_unplanned(&self.db, 1_000).await.expect("listed");
        let planned: Vec<_> = unplanned
            .iter()
            .map(|letter| (letter, letter.wish.0.resolve(chrono_tz::UTC).max(self.now)))
            .collect();
        let mut tx = self.tx().await;
        mark_planned(&mut tx, &planned).await.expect("planned");
        tx.commit().await.expect("commits");
    }

    /// Owes and plans.
    pub(super) async fn owe_planned(&self, letters: &[NewLetter]) {
        for letter in letters {
            assert!(self.owe(letter).await);
        }
        self.plan().await;
    }

    pub(super) async fn claim(&self, replica: Uuid) -> Vec<Claimed> {
        self.claim_within(replica, ANY).await
    }

    pub(super) async fn claim_within(&self, replica: Uuid, room: Room) -> Vec<Claimed> {
        let mut tx = self.tx().await;
        let claimed = claim(&mut tx, replica, room, self.now).await.expect("claimed");
        tx.commit().await.expect("commits");
        claimed
    }

    pub(super) async fn settle(&self, claimed: &Claimed, settlement: &Settlement) -> bool {
        let mut tx = self.tx().await;
        let stood = settle(&mut tx, claimed, settlement, self.now).await.expect("settled");
        tx.commit().await.expect("commits");
        stood
    }

    /// The person has it, in one message.
    pub(super) fn delivered(&self, claimed: &Claimed) -> Settlement {
        let message = MessageRef { chat: "1".to_owned(), message: claimed.letter.id.to_string() };
        let contact = self.contacts[0];
        Settlement::Delivered { contact, messages: vec![message], said_with: claimed.letter.id }
    }

    /// Takes the one letter that is due, and says it.
    pub(super) async fn say(&self) -> Claimed {
        let claimed = self.claim(Uuid::now_v7()).await;
        let [claimed] = &claimed[..] else { panic!("one letter is due, not {claimed:?}") };
        assert!(self.settle(claimed, &self.delivered(claimed)).await);
        claimed.clone()
    }

    /// Leases and pauses of these letters are over.
    pub(super) async fn run_out(&self) {
        let mut tx = self.tx().await;
        let past = "UPDATE letters SET held_until = $1 WHERE held_until IS NOT NULL";
        execute!(&mut tx, sqlx::query(past).bind(DateTime::UNIX_EPOCH)).expect("past");
        tx.commit().await.expect("commits");
    }

    pub(super) async fn rows(&self) -> Vec<Row> {
        read!(&self.db, on => sqlx::query_as(
            "SELECT dedup_key, id, state, outcome, form, is_planned, is_over_budget, is_calling, due_at, tries, claimed_by,
                 claim_number FROM letters ORDER BY dedup_key")
            .fetch_all(on))
        .expect("read")
    }

    pub(super) async fn row(&self, key: &str) -> Row {
        self.rows().await.into_iter().find(|row| row.dedup_key == key).expect("a letter of this key")
    }

    pub(super) async fn state(&self, key: &str) -> String {
        self.row(key).await.state
    }
}

/// The keys of claims, in order.
pub(super) fn words(claims: &[Claimed]) -> Vec<&str> {
    claims.iter().map(|claim| claim.letter.matter["words"].as_str().expect("words")).collect()
}
