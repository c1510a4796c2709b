//! Nouns and rules of lists of people: columns, rows, what a list would change, and which names may be one person's.
//! Not here: storage, screens, the clock.

mod columns;
mod lookup;
mod naming;
mod plan;
mod rows;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use columns::{Field, Mapping};
pub use lookup::Lookup;
pub use naming::{may_be_same, name_key};
pub use plan::{Counts, Known, KnownPlace, Step, plan};
pub use rows::{Entry, RowFault, read_row};

use crate::{
    people::ListedPerson,
    sheets::{Row, Table},
    units::ListedEmployment,
};

/// How far an import has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// A column without which no row can be read was not recognised.
    Mapping,
    /// Tried without changing anything; waits for a yes.
    Checked,
    /// Being carried out.
    Running,
    /// Carried out.
    Done,
    /// Stopped by whoever began it.
    Stopped,
    /// Stumbled over a fault of ours again and again.
    Broken,
}

impl State {
    const ALL: [Self; 6] =
        [Self::Mapping, Self::Checked, Self::Running, Self::Done, Self::Stopped, Self::Broken];

    /// The word stored in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mapping => "mapping",
            Self::Checked => "checked",
            Self::Running => "running",
            Self::Done => "done",
            Self::Stopped => "stopped",
            Self::Broken => "broken",
        }
    }

    /// Reads the stored word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }
}

/// By which right the people of a list are written down before they agree themselves (152-ФЗ, article 6, part 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The powers of the municipal service (point 4).
    Duty,
    /// Consents that the schools have gathered (point 1).
    Consents,
    /// The schools, as employers, charged the service with it (part 3).
    Mandate,
}

impl Basis {
    /// Every basis, in the order of their buttons.
    pub const ALL: [Self; 3] = [Self::Duty, Self::Consents, Self::Mandate];

    /// The word stored in the database and on buttons.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Duty => "duty",
            Self::Consents => "consents",
            Self::Mandate => "mandate",
        }
    }

    /// Reads the word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|basis| basis.as_str() == word)
    }
}

/// A row that was refused: its place among the rows of the list, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// The place among the rows, the first after the headings is 0.
    pub place: usize,
    /// Its number in the sheet.
    pub number: u32,
    /// Why.
    pub faults: Vec<RowFault>,
}

/// An import without its rows.
#[derive(Debug, Clone)]
pub struct Import {
    /// Our id.
    pub id: Uuid,
    /// Whose people they are.
    pub municipality: Uuid,
    /// What the file was called.
    pub file_name: String,
    /// How far it has come.
    pub state: State,
    /// Which column holds what.
    pub mapping: Mapping,
    /// What it would change, and once it runs, what it has changed so far.
    pub counts: Counts,
    /// Rows that have been gone through.
    pub position: i64,
    /// Rows in all.
    pub rows: i64,
    /// The refused rows.
    pub refused: Vec<Refused>,
}

/// Somebody who came in and somebody of a list who may be the same.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Match {
    /// Our id.
    pub id: Uuid,
    /// The one of the list; gone once both are one.
    pub listed_id: Uuid,
    /// The one who came in.
    pub newcomer_id: Uuid,
    /// The municipality of the list.
    pub municipality_id: Uuid,
    /// Where the one of the list works.
    pub school_id: Uuid,
    /// `open`, `same` or `other`.
    pub state: String,
    /// When somebody decided.
    pub decided_at: Option<DateTime<Utc>>,
    /// Whether they can be parted again.
    pub is_kept: bool,
    /// What the list calls them.
    pub listed_name: Option<String>,
    /// What the newcomer is called.
    pub newcomer_name: Option<String>,
}

/// What somebody of a list was before they became one with a newcomer: enough to part them again.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Kept {
    /// The person as the list named them.
    pub person: ListedPerson,
    /// Where the list says they work.
    pub places: Vec<ListedEmployment>,
    /// Which list, of which municipality, and when.
    pub origin: (Uuid, Uuid, DateTime<Utc>),
    /// The newcomer's places of work with the same post at the same school: the share and the subjects they had.
    pub own: Vec<ListedEmployment>,
    /// Whether the newcomer's birth date was not known.
    pub filled_birth: bool,
}

/// Reads every row below the headings and says what becomes of it.
#[must_use]
pub fn plan_table(
    (table, mapping): (&Table, &Mapping),
    lookup: &mut Lookup<'_>,
    known: &[Known],
    today: NaiveDate,
) -> Vec<Step> {
    let rows = mapping.body(table).iter();
    let rows = rows.map(|row| (row.number, read_row(row, mapping, lookup, today))).collect();
    plan(rows, known)
}

/// The refused rows among these steps.
#[must_use]
pub fn refused(table: &Table, mapping: &Mapping, steps: &[Step]) -> Vec<Refused> {
    let rows = mapping.body(table).iter().zip(steps).enumerate();
    let refused = rows.filter_map(|(place, (row, step))| match step {
        Step::Refuse(faults) => Some(Refused { place, number: row.number, faults: faults.clone() }),
        _ => None,
    });
    refused.collect()
}

/// The same table with nothing left of it but what is needed to send the refused rows back.
#[must_use]
pub fn only_refused(table: &Table, mapping: &Mapping, refused: &[Refused]) -> (Table, Vec<Refused>) {
    let body = mapping.body(table);
    let mut rows: Vec<Row> = table.rows.iter().take(mapping.head + 1).cloned().collect();
    rows.extend(refused.iter().filter_map(|row| body.get(row.place).cloned()));
    let moved = refused.iter().enumerate().map(|(place, row)| Refused { place, ..row.clone() });
    (Table { rows }, moved.collect())
}
