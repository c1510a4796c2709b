//! Which rows of which tables are a person's: worked out from the columns that capabilities declare as personal and from
//! what refers to what, so that a new table comes along by being declared.
//! Not here: the rows.

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The table.
    pub table: String,
    /// Its name.
    pub name: String,
    /// Whether it may hold an id: `uuid` on PostgreSQL, `blob` on SQLite.
    pub may_be_id: bool,
    /// Whether it holds bytes: `bytea` on PostgreSQL, `blob` on SQLite.
    pub is_binary: bool,
}

/// A column that refers to another table's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The table that refers.
    pub table: String,
    /// Its column.
    pub column: String,
    /// The table referred to.
    pub to_table: String,
    /// Its column.
    pub to_column: String,
}

/// The tables of the database.
#[derive(Debug, Clone, Default)]
pub struct Schema {
    /// Every column.
    pub columns: Vec<Column>,
    /// What refers to what.
    pub references: Vec<Reference>,
}

/// How a row is known to be a person's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// One of these columns is the person.
    Is(Vec<String>),
    /// The row refers to a row that is the person's: by a column, to a table's column, in that table's own way.
    Through(String, String, String, Box<Way>),
}

/// A table that holds something about people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holding {
    /// The table.
    pub table: String,
    /// All its columns.
    pub columns: Vec<Column>,
    /// Which rows are a person's.
    pub way: Way,
}

/// A table and a column of it that is declared as personal.
pub type Declared = (&'static str, &'static str);

/// The table of the people themselves.
const PERSONS: &str = "persons";

/// The tables in which a personal column is declared, the first declared first, each with its way to the person; and the
/// names of those to which no way was found.
#[must_use]
pub fn find_holdings(schema: &Schema, declared: &[Declared]) -> (Vec<Holding>, Vec<&'static str>) {
    let (mut found, mut lost): (Vec<Holding>, Vec<&'static str>) = (Vec::new(), Vec::new());
    for (table, _) in declared.iter().copied() {
        if found.iter().any(|known| known.table == table) || lost.contains(&table) {
            continue;
        }
        let Some(way) = find_way(schema, declared, table, 3) else {
            lost.push(table);
            continue;
        };
        let columns = schema.columns.iter().filter(|column| column.table == table).cloned().collect();
        found.push(Holding { table: table.to_owned(), columns, way });
    }
    (found, lost)
}

fn find_way(schema: &Schema, declared: &[Declared], table: &str, depth: u8) -> Option<Way> {
    if table == PERSONS {
        return Some(Way::Is(vec!["id".to_owned()]));
    }
    let own: Vec<&str> = declared.iter().filter(|own| own.0 == table).map(|own| own.1).collect();
    let references: Vec<_> = schema.references.iter().filter(|reference| reference.table == table).collect();
    // The first declared column that refers to a person says whose the row is; further ones only name somebody.
    let owner = own.iter().find(|column| {
        references.iter().any(|reference| reference.column == **column && reference.to_table == PERSONS)
    });
    if let Some(owner) = owner {
        return Some(Way::Is(vec![(*owner).to_owned()]));
    }
    let others = references.iter().filter(|reference| {
        depth > 0 && reference.to_table != table && declared.iter().any(|own| own.0 == reference.to_table)
    });
    let through = others.filter(|reference| reference.to_table != PERSONS).find_map(|reference| {
        let way = find_way(schema, declared, &reference.to_table, depth - 1)?;
        let (column, to_column) = (reference.column.clone(), reference.to_column.clone());
        Some(Way::Through(column, reference.to_table.clone(), to_column, Box::new(way)))
    });
    through.or_else(|| {
        let is_id = |name: &str| {
            schema
                .columns
                .iter()
                .any(|column| column.table == table && column.name == name && column.may_be_id)
        };
        let ids: Vec<String> = own.into_iter().filter(|name| is_id(name)).map(str::to_owned).collect();
        (!ids.is_empty()).then_some(Way::Is(ids))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schema() -> Schema {
        let column = |table: &str, name: &str, may_be_id| Column {
            table: table.into(),
            name: name.into(),
            may_be_id,
            is_binary: false,
        };
        let reference = |table: &str, column: &str, to_table: &str| Reference {
            table: table.into(),
            column: column.into(),
            to_table: to_table.into(),
            to_column: "id".into(),
        };
        Schema {
            columns: vec![
                column("persons", "id", true),
                column("roles", "person_id", true),
                column("answers", "value", false),
                column("audit", "actor", true),
                column("audit", "subject", true),
                column("audit", "deed", false),
            ],
            references: vec![
                reference("roles", "granted_by", "persons"),
                reference("roles", "person_id", "persons"),
                reference("attempts", "person_id", "persons"),
                reference("answers", "attempt_id", "attempts"),
            ],
        }
    }

    #[test]
    fn the_way_from_a_row_to_its_person_is_found() {
        let declared = [
            ("persons", "family_name"),
            ("roles", "person_id"),
            ("roles", "granted_by"),
            ("answers", "value"),
            ("attempts", "person_id"),
            ("audit", "actor"),
            ("audit", "subject"),
            ("audit", "deed"),
            ("islands", "words"),
        ];
        let (found, lost) = find_holdings(&schema(), &declared);
        let is = |column: &str| Way::Is(vec![column.to_owned()]);
        let through =
            Way::Through("attempt_id".into(), "attempts".into(), "id".into(), Box::new(is("person_id")));
        let expected = [
            ("persons", is("id")),
            ("roles", is("person_id")),
            ("answers", through),
            ("attempts", is("person_id")),
            ("audit", Way::Is(vec!["actor".into(), "subject".into()])),
        ];
        let found: Vec<_> = found.into_iter().map(|holding| (holding.table, holding.way)).collect();
        assert_eq!(found, expected.map(|(table, way)| (table.to_owned(), way)));
        assert_eq!(lost, ["islands"]);
    }
}
