//! Fills a database with people, answers and old events, by a few statements through the product's own schema.
//! Not here: rows of people who talk while it is measured; those come from the conversation.

use chrono::{DateTime, Utc};
use metodist::{
    db::{Db, Tx},
    execute,
    people::ConsentText,
};

/// Answers of one attempt.
const ANSWERS_EACH: usize = 37;
/// The first phone of an emulator has this number.
const FIRST_PHONE: usize = 5_000_000_001;

/// How much is to lie there already.
#[derive(Debug, Clone, Copy)]
pub struct Stock {
    /// Registered people.
    pub people: usize,
    /// Answers of theirs, each with the key of its event.
    pub answers: usize,
    /// How many of them have a phone in the emulator; they stand among the others at even distances.
    pub phones: usize,
    /// How many of those are methodologists, the last ones.
    pub methodologists: usize,
}

/// Writes it all down. The bot has to have published its questionnaires and its district before.
pub async fn fill(db: &Db, stock: Stock, now: DateTime<Utc>) -> anyhow::Result<()> {
    let mut tx = db.begin().await?;
    let dialect = Dialect::of(&tx);
    let hash = ConsentText::shipped();
    for statement in statements(dialect, stock) {
        execute!(
            &mut tx,
            sqlx::query(sqlx::AssertSqlSafe(statement)).bind(now).bind(hash.hash()).bind(hash.version())
        )?;
    }
    tx.commit().await?;
    if let Db::Pg(pool) = db {
        // The server's own housekeeping would have done so long before there were so many.
        sqlx::query("ANALYZE").execute(pool).await?;
    }
    Ok(())
}

/// What the engines spell differently.
#[derive(Clone, Copy)]
enum Dialect {
    Sqlite,
    Postgres,
}

impl Dialect {
    fn of(tx: &Tx) -> Self {
        match tx {
            Tx::Sqlite(_) => Self::Sqlite,
            Tx::Pg(_) => Self::Postgres,
        }
    }

    /// Numbers from 0 as the table `n (i)`, all schools with their number as `s`, and the parameters under their names as
    /// `p`, so that every statement has all of them.
    fn numbers(self, count: usize) -> String {
        let last = count.saturating_sub(1);
        let (numbers, now) = match self {
            Self::Sqlite => (
                format!("RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {last})"),
                "$1",
            ),
            Self::Postgres => {
                (format!("n (i) AS (SELECT generate_series(0::bigint, {last}))"), "CAST($1 AS TIMESTAMPTZ)")
            }
        };
        let some = if count == 0 { "WHERE FALSE" } else { "" };
        format!(
            "WITH {numbers}, p (now, hash, version) AS (SELECT {now}, CAST($2 AS TEXT), CAST($3 AS TEXT) {some}),
             s AS (SELECT id, municipality_id, ROW_NUMBER() OVER (ORDER BY id) - 1 AS k, COUNT(*) OVER () AS most
                   FROM schools)"
        )
    }

    fn json(self, words: &str) -> String {
        match self {
            Self::Sqlite => format!("'{words}'"),
            Self::Postgres => format!("'{words}'::jsonb"),
        }
    }

    /// The id with this number among those of one kind, four hexadecimal digits.
    fn id(self, kind: &str, number: &str) -> String {
        match self {
            Self::Sqlite => format!("unhex('01920000{kind}7000' || printf('%016x', {number}))"),
            Self::Postgres => format!("('01920000{kind}7000' || lpad(to_hex({number}), 16, '0'))::uuid"),
        }
    }
}

fn statements(on: Dialect, stock: Stock) -> Vec<String> {
    let mut all = of_people(on, stock);
    all.extend(of_answers(on, stock));
    all
}

fn of_people(on: Dialect, stock: Stock) -> Vec<String> {
    let n = on.numbers(stock.people);
    let [person, contact, consent, place] = ["00a1", "00a2", "00a3", "00a4"].map(|kind| on.id(kind, "n.i"));
    let stride = (stock.people / stock.phones.max(1)).max(1);
    let phones = stock.phones;
    let teachers = phones.saturating_sub(stock.methodologists);
    let has_phone = format!("n.i % {stride} = 0 AND n.i / {stride} < {phones}");
    vec![
        format!(
            "INSERT INTO persons (id, family_name, given_name, patronymic, career_began_year, quiet_from_minute,
                 quiet_to_minute, created_at, registered_at)
             {n} SELECT {person}, 'Белова', 'Анна', 'Петровна', 2015, 0, 0, p.now, p.now FROM n CROSS JOIN p"
        ),
        format!(
            "INSERT INTO contacts (id, messenger, external_id, person_id, state, created_at, seen_at)
             {n} SELECT {contact}, 'telegram',
                 CAST(CASE WHEN {has_phone} THEN {FIRST_PHONE} + n.i / {stride} ELSE 6000000000 + n.i END AS TEXT),
                 {person}, 'live', p.now, p.now FROM n CROSS JOIN p"
        ),
        format!(
            "INSERT INTO consents (id, person_id, version, text_hash, messenger, given_at)
             {n} SELECT {consent}, {person}, p.version, p.hash, 'telegram', p.now FROM n CROSS JOIN p"
        ),
        format!(
            "INSERT INTO employments (id, person_id, municipality_id, school_id, post, is_main, began_at)
             {n} SELECT {place}, {person}, s.municipality_id, s.id, 'teacher', TRUE, p.now
             FROM n CROSS JOIN p JOIN s ON s.k = n.i % s.most"
        ),
        format!(
            "INSERT INTO employment_subjects (employment_id, subject)
             {n} SELECT {place}, 'mathematics' FROM n CROSS JOIN p"
        ),
        format!(
            "INSERT INTO conversations (contact_id, expects, address, version)
             {n} SELECT {contact}, NULL, 'pe1.menu', 1 FROM n CROSS JOIN p"
        ),
        format!(
            "INSERT INTO roles (id, person_id, role, municipality_id, began_at)
             {n} SELECT {id}, {person}, 'methodologist', s.municipality_id, p.now
             FROM n CROSS JOIN p JOIN s ON s.k = 0 WHERE {has_phone} AND n.i / {stride} >= {teachers}",
            id = on.id("00a5", "n.i"),
        ),
    ]
}

fn of_answers(on: Dialect, stock: Stock) -> Vec<String> {
    let (n, attempts) = (on.numbers(stock.answers), on.numbers(stock.answers / ANSWERS_EACH));
    let person = on.id("00a1", &format!("n.i % {}", stock.people.max(1)));
    let attempt = on.id("00a6", "n.i");
    let of_attempt = on.id("00a6", &format!("n.i / {ANSWERS_EACH}"));
    let [profile, answer, origin] =
        ["{}", r#"{"choice":"like-me-2"}"#, r#"{"press":null,"message":null}"#].map(|json| on.json(json));
    let whole = stock.answers / ANSWERS_EACH * ANSWERS_EACH;
    vec![
        format!(
            "INSERT INTO attempts (id, person_id, municipality_id, questionnaire, version_hash, profile, state,
                 consented_at, begun_at, touched_at, finished_at)
             {attempts} SELECT {attempt}, {person}, s.municipality_id, v.questionnaire, v.hash, {profile}, 'finished',
                 p.now, p.now, p.now, p.now
             FROM n CROSS JOIN p JOIN s ON s.k = 0 JOIN questionnaire_versions v ON v.questionnaire = 'professional'"
        ),
        format!(
            "INSERT INTO answers (attempt_id, question, value, answered_at)
             {n} SELECT {of_attempt}, 'question-' || (n.i % {ANSWERS_EACH}), {answer}, p.now
             FROM n CROSS JOIN p WHERE n.i < {whole}"
        ),
        format!(
            "INSERT INTO inbox (messenger, event_key, contact, origin, state, crashes, deaths, claim_number,
                 received_at)
             {n} SELECT 'telegram', 'press:' || (700000000000000000 + n.i), CAST(6000000000 + n.i AS TEXT),
                 {origin}, 'answered', 0, 0, 1, p.now FROM n CROSS JOIN p"
        ),
    ]
}
