//! Who may use whom.

use std::collections::BTreeSet;

use super::sources::{House, Source};

/// The rooms and the rooms they may use, from the ground up. A new room begins with a row here.
///
/// One knot is tied on purpose: a `turn` hands every handler the services (`app`), the services hold the list of
/// capabilities, and what a capability returns goes back to the `inbox`.
pub const MAY_USE: [(&str, &str); 54] = [
    ("clock", ""),
    ("content", ""),
    ("db", ""),
    ("metrics", ""),
    ("health", "clock"),
    ("road", ""),
    ("messenger", "metrics road"),
    ("replicas", "clock db"),
    ("documents", ""),
    ("sheets", ""),
    ("typed", ""),
    ("flood", "capability errors messenger turn"),
    ("texts", "messenger"),
    ("errors", "texts"),
    ("config", "messenger texts"),
    ("logging", "config"),
    ("conversations", "db messenger"),
    ("capability", "app backup db messenger outbox replicas texts threads"),
    ("turn", "app capability conversations db errors inbox messenger people road texts units"),
    (
        "inbox",
        "app capability clock conversations db errors messenger metrics outbox people replicas road texts turn",
    ),
    ("backup", "capability clock config db inbox"),
    ("transfer", "db"),
    ("outbox", "health people replicas road"),
    ("units", ""),
    ("people", "units"),
    ("diagnostics", "outbox people units"),
    ("attachments", ""),
    ("audiences", "people units"),
    ("audit", "people units"),
    ("broadcasts", "audiences audit directory outbox people replicas units"),
    ("directory", "audit outbox people units"),
    ("organisations", "audit directory people units"),
    ("invitations", "audit directory outbox people units"),
    ("questionnaires", "audiences audit diagnostics directory outbox people replicas units"),
    ("roster", "audit directory outbox people replicas units"),
    ("privacy", "audit outbox people units"),
    ("methodologist_pool", "audit directory people units"),
    ("courses", "audit directory people roster units"),
    ("portfolio", "audit courses diagnostics directory meetings outbox people units"),
    ("threads", "outbox people"),
    ("hot_line", "outbox people units"),
    (
        "consultations",
        "audiences audit diagnostics hot_line methodologist_pool outbox people replicas threads units",
    ),
    ("meetings", "audiences audit outbox people replicas units"),
    (
        "learning_routes",
        "audiences consultations courses diagnostics directory meetings outbox people replicas threads units",
    ),
    ("accounts", "audit directory outbox people units"),
    ("command_lists", "app capability messenger people texts units"),
    (
        "app",
        "attachments capability clock command_lists config consultations content db diagnostics flood health hot_line invitations learning_routes meetings messenger methodologist_pool metrics outbox people privacy texts units",
    ),
    ("web", "app capability db health inbox"),
    ("serving", "app capability command_lists db health inbox messenger outbox privacy replicas web"),
    (
        "dispatch",
        "accounts app attachments audiences audit broadcasts capability consultations courses diagnostics directory errors flood hot_line invitations learning_routes meetings messenger methodologist_pool organisations outbox people portfolio privacy questionnaires roster texts threads turn units",
    ),
    (
        "check",
        "app config consultations content db diagnostics hot_line learning_routes meetings messenger privacy texts units",
    ),
    ("demo", "app clock config content db dispatch documents inbox messenger texts"),
    ("main", "app backup check clock config db demo dispatch inbox logging transfer"),
    ("lib", ""),
];

/// What every capability may use besides those in its row.
const GROUND_FLOOR: &str = "app attachments capability clock content conversations db documents errors messenger sheets texts turn typed";

/// The words of the gates: how far somebody has come in, and what they answer for. Whoever names a command says them.
const WORDS_OF_THE_GATES: [&str; 3] =
    ["crate::people::Standing", "crate::units::Role", "crate::units::RoleAt"];

/// The knot.
const KNOT: [&str; 4] = ["turn", "app", "inbox", "capability"];

/// Crates that rules and screens do without.
const OUTSIDE: [&str; 6] = ["sqlx", "teloxide", "dptree", "tokio", "reqwest", "axum"];

/// What may stand where it does not belong, and why.
const EXCEPTIONS: [(&str, &str, &str); 40] = [
    ("model", "sqlx::FromRow", "says which columns a noun is made of; it asks the database nothing"),
    ("model", "crate::texts::Language", "a language is a noun, no text"),
    ("model", "crate::messenger::MessengerKind", "which messengers there are is a noun, no border"),
    ("model", "crate::messenger::SentFile", "what somebody sent is a noun"),
    ("model", "crate::messenger::SentKind", "so is what it is"),
    (
        "store",
        "crate::clock::steady_now",
        "a lease is compared with steady time where the engine has none of its own",
    ),
    (
        "store",
        "crate::road::Milestone",
        "a process can die before a commit too, and that is said where it is made",
    ),
    ("model", "crate::content::Content", "posts, subjects and schools are read from files, once, at start"),
    ("view", "crate::outbox::Wording", "what a letter says is a noun; sending it is another's affair"),
    ("model", "crate::documents::Template", "a paper with gaps is read from a file, once, at start"),
    ("model", "crate::content::ContentFile", "the same: a file's text and the name to show in its errors"),
    ("model", "crate::sheets::Table", "what stood in a sheet is a noun; reading it is pure too"),
    ("model", "crate::sheets::Row", "the same"),
    ("model", "crate::sheets::Columns", "which column holds what is a noun too"),
    ("model", "crate::people::FullName", "what somebody is called is a noun, and how it is read a pure rule"),
    ("model", "crate::people::NameFault", "the same"),
    ("model", "crate::people::DateFault", "the same of a birth date"),
    ("model", "crate::people::read_birth_date", "the same of a birth date"),
    ("model", "crate::people::is_early_career", "a pure rule about two dates"),
    ("model", "crate::people::is_under_35", "the same"),
    ("model", "crate::units::Catalogue", "posts and subjects to look in are nouns, read once at start"),
    ("model", "crate::units::School", "the same of a school"),
    ("model", "crate::units::is_slip", "a pure rule about two words"),
    ("model", "crate::people::ListedPerson", "what a list says of somebody is a noun"),
    ("model", "crate::courses::is_overdue", "when the last course is too long ago is decided once"),
    ("model", "crate::units::ListedEmployment", "the same of a place of work"),
    ("store", "crate::sheets::Table", "the rows of a list are kept as they were read"),
    ("store", "crate::units::RouteRule", "what a school asks for is a noun"),
    ("view", "crate::documents::Sheet", "a template is data that a document is made of"),
    ("view", "crate::sheets::Table", "the rows that are sent back stood in a sheet"),
    ("model", "crate::diagnostics::Answer", "what was answered is a noun"),
    ("model", "crate::diagnostics::Kind", "how a question is answered is a noun"),
    ("model", "crate::diagnostics::Question", "a question is a noun"),
    ("model", "crate::diagnostics::Questionnaire", "so is a questionnaire"),
    ("model", "crate::diagnostics::Tally", "and how often an answer was given"),
    ("view", "crate::audiences::Count", "how many are meant is a noun"),
    ("view", "crate::diagnostics::intro_address", "where a letter leads is an address"),
    ("view", "crate::health::Part", "which parts the service has is a noun"),
    ("model", "crate::outbox::Wish", "which instant a time on a clock means is a pure rule"),
    ("model", "crate::typed::read_when", "what typed words mean is a pure rule"),
];

/// The nouns of who answers for what, and the pure rules about them: any model may reason with them.
const WORDS_OF_ROLES: [&str; 12] = [
    "crate::units::AssociationKind",
    "crate::units::Employment",
    "crate::units::HeldRole",
    "crate::units::Right",
    "crate::units::Role",
    "crate::units::RoleAt",
    "crate::units::Unit",
    "crate::units::is_meant",
    "crate::units::is_nearly_meant",
    "crate::units::may",
    "crate::units::search_key",
    "crate::units::units_with",
];

/// Rooms use only what their row allows.
pub fn neighbours(house: &House) -> Vec<String> {
    let capabilities = house.capabilities();
    let mut broken = BTreeSet::new();
    for source in house.product() {
        let Some((room, row)) = MAY_USE.iter().find(|(room, _)| *room == source.room()) else {
            broken.insert(format!(
                "{}: the room {} has no row in tests/house/rooms.rs",
                source.path,
                source.room()
            ));
            continue;
        };
        let ground = if capabilities.iter().any(|name| name == room) { GROUND_FLOOR } else { "" };
        for (used, path) in rooms_used(source) {
            let allowed = row.split(' ').chain(ground.split(' ')).any(|name| name == used);
            if used != *room && !allowed {
                broken.insert(format!("{}: {room} may not use {used} ({path})", source.path));
            }
        }
    }
    broken.into_iter().collect()
}

/// Rooms that use each other in circles, the knot apart.
pub fn circles(rows: &[(&str, &str)]) -> Vec<String> {
    let mut broken = Vec::new();
    for (place, (one, _)) in rows.iter().enumerate() {
        for (other, _) in &rows[place + 1..] {
            if reaches(rows, one, other) && reaches(rows, other, one) {
                broken.push(format!("{one} and {other} use each other in a circle"));
            }
        }
    }
    broken
}

/// Whether one room uses another, by itself or through others.
fn reaches(rows: &[(&str, &str)], from: &str, to: &str) -> bool {
    let (mut seen, mut next) = (BTreeSet::new(), vec![from]);
    while let Some(room) = next.pop() {
        let used = rows.iter().find(|(name, _)| *name == room).map_or("", |(_, used)| used);
        next.extend(used.split(' ').filter(|name| !KNOT.contains(name) && seen.insert(*name)));
    }
    seen.contains(to)
}

/// A capability is used by the names that its `mod.rs` hands out.
pub fn doors(house: &House) -> Vec<String> {
    let capabilities = house.capabilities();
    let inner_rooms: BTreeSet<_> = house.product().map(|source| (source.room(), source.floor())).collect();
    let mut broken = Vec::new();
    for source in house.product() {
        for (_, path) in source.paths() {
            let mut parts = path.split("::").skip(1);
            let (room, inner) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
            let is_inner = inner_rooms.contains(&(room, inner));
            let is_capability = capabilities.iter().any(|name| name == room);
            if path.starts_with("crate::") && is_capability && room != source.room() && is_inner {
                broken.push(format!("{}: {room}::{inner} is not its door, mod.rs is", source.path));
            }
        }
        let is_door = source.path.ends_with("/mod.rs") && source.floor() == "mod";
        let opens = source.code.lines().any(|line| line.starts_with("pub mod "));
        if is_door && opens && capabilities.iter().any(|name| name == source.room()) {
            broken
                .push(format!("{}: a capability's rooms are its own, re-export names instead", source.path));
        }
    }
    broken
}

/// Rules are pure, stores speak SQL only, views only show.
pub fn floors(house: &House) -> Vec<String> {
    let mut broken = Vec::new();
    for source in house.product() {
        let (kind, allowed): (_, &[&str]) = match source.floor() {
            "model" => ("model", &[]),
            "store" => ("store", &["db", "messenger", "execute", "read", "within"]),
            "view" => ("view", VIEW_MAY_USE),
            _ => continue,
        };
        for (line, path) in source.paths() {
            if is_foreign(kind, path, allowed, source) && !is_excepted(kind, path) {
                broken.push(format!("{}:{line}: a {kind} may not use {path}", source.path));
            }
        }
        if kind != "store" && source.code.contains("Utc::now") {
            broken.push(format!("{}: a {kind} is given `now`", source.path));
        }
    }
    broken
}

/// A view may name others' nouns, never what asks the database or speaks to anybody.
const VIEW_MAY_USE: &[&str] = &[
    "capability",
    "directory",
    "documents",
    "hot_line",
    "messenger",
    "outbox",
    "people",
    "texts",
    "threads",
    "units",
    "text",
    "label",
];

/// What a floor may use of its own room.
fn may_use_beside(kind: &str, floor: &str) -> bool {
    !["store", "view", "chat", "jobs", "admin"].contains(&floor) || floor == kind
}

fn is_foreign(kind: &str, path: &str, allowed: &[&str], source: &Source) -> bool {
    let mut parts = path.split("::");
    match (parts.next().unwrap_or_default(), parts.next().unwrap_or_default()) {
        ("crate", room) if room == source.room() => !may_use_beside(kind, parts.next().unwrap_or_default()),
        ("crate", room) => !allowed.contains(&room),
        ("super", floor) => !may_use_beside(kind, floor),
        (outside, _) => OUTSIDE.contains(&outside) && !(kind == "store" && outside == "sqlx"),
    }
}

fn is_excepted(kind: &str, path: &str) -> bool {
    EXCEPTIONS.iter().any(|(floor, name, _)| *floor == kind && *name == path)
        || (kind != "view" && WORDS_OF_ROLES.contains(&path))
}

/// Only the edge names the messenger's own types.
pub fn edge(house: &House) -> Vec<String> {
    let inner = |source: &&Source| !source.path.starts_with("src/messenger/telegram/");
    let names =
        |source: &&Source| source.paths().iter().any(|(_, path)| path.split("::").next() == Some("teloxide"));
    let mut broken = Vec::new();
    for source in house.product().filter(inner).filter(names) {
        broken.push(format!("{}: only src/messenger/telegram may name teloxide", source.path));
    }
    broken
}

/// The rooms that a file uses, each with the path that names it.
fn rooms_used(source: &Source) -> Vec<(String, String)> {
    let macros = [("execute", "db"), ("read", "db"), ("within", "db"), ("text", "texts"), ("label", "texts")];
    let crate_names = if source.room() == "main" { ["metodist", "crate"] } else { ["crate", "crate"] };
    let mut used = Vec::new();
    for (_, path) in source.paths() {
        let Some((first, rest)) = path.split_once("::") else {
            continue;
        };
        if !crate_names.contains(&first) || WORDS_OF_THE_GATES.contains(&path.as_str()) {
            continue;
        }
        let name = rest.split("::").next().unwrap_or(rest);
        let room = macros.iter().find(|(word, _)| *word == name).map_or(name, |(_, room)| *room);
        used.push((room.to_owned(), path.clone()));
    }
    used
}
