//! Migrations come in pairs.

use super::sources::House;

/// Both engines have the same migrations by name, each named by the moment it was written and the room it belongs to.
pub fn pairs(house: &House) -> Vec<String> {
    let names = |engine: &str| -> Vec<String> {
        house.files(&format!("migrations/{engine}"), "sql").into_iter().map(|(name, _)| name).collect()
    };
    let (sqlite, postgres) = (names("sqlite"), names("postgres"));
    let mut broken = Vec::new();
    for (have, others, lacking) in [(&sqlite, &postgres, "postgres"), (&postgres, &sqlite, "sqlite")] {
        let alone = have.iter().filter(|name| !others.contains(name));
        broken.extend(alone.map(|name| format!("migrations/{lacking}/{name} is missing")));
    }
    for name in sqlite.iter().chain(&postgres) {
        let moment = name.split('_').next().unwrap_or_default();
        if moment.len() != 14 || !moment.chars().all(|digit| digit.is_ascii_digit()) {
            broken.push(format!("{name}: begins with no moment (YYYYMMDDhhmmss)"));
        }
    }
    broken
}
