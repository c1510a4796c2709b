//! The table of who may do what: `docs/permissions.md` is made of the capabilities' own lists, and a change of a list
//! that is not in the file fails here. `METODIST_UPDATE_DOCS=1 cargo test --test permissions` writes it anew.
//! Not here: that the bot keeps to it; stories tell that.

use std::{fmt::Write as _, path::Path};

use metodist::{
    capability::Who,
    dispatch,
    people::Standing,
    texts::{Language, Texts},
    units::{Right, Role, RoleAt, Unit, may, role_title},
};
use uuid::Uuid;

const HEAD: &str = "# Who may do what

Made from the capabilities' own lists by `tests/permissions.rs`; edit those. Every command and every press is asked for
anew, with the roles that the database shows at that moment. On *what* something may be done is a second question, which
the handler asks by the rule at the end of this page: nobody reaches beyond their own association, school, municipality or
region.

A teacher is whoever has registered. Each column to the right of it is a teacher with that one role; roles add up.
";

const GROUPS: [&str; 9] = [
    "stranger",
    "consented",
    "teacher",
    "association head",
    "school leader",
    "methodologist",
    "coordinator",
    "regional coordinator",
    "owner",
];

/// The columns in which a line has its mark.
fn marks(who: Who) -> Vec<bool> {
    let standings = [Standing::Stranger, Standing::Consented, Standing::Registered];
    let by_standing = standings.iter().map(|standing| who.admits(*standing, &[]));
    let by_role = Role::ALL.iter().map(|role| {
        let held = RoleAt { role: *role, unit: Unit::Region };
        who.admits(Standing::Registered, &[held])
    });
    by_standing.chain(by_role).collect()
}

fn heading(page: &mut String, first: &str) {
    let columns = GROUPS;
    let _ = writeln!(page, "| {first} | {} |", columns.join(" | "));
    let _ = writeln!(page, "| --- |{}", " :-: |".repeat(columns.len()));
}

fn line(page: &mut String, name: &str, marks: &[bool]) {
    let marks: Vec<_> = marks.iter().map(|mark| if *mark { "✓" } else { "·" }).collect();
    let _ = writeln!(page, "| {name} | {} |", marks.join(" | "));
}

fn commands(page: &mut String, texts: &Texts) {
    page.push_str("\n## Commands\n\n");
    heading(page, "command");
    for capability in dispatch::capabilities() {
        for command in capability.commands {
            let name = format!("`/{}` {}", command.name, texts.plain(command.text, &[]));
            line(page, &name, &marks(command.who));
        }
    }
}

/// Verbs with the same marks share a line.
fn buttons(page: &mut String) {
    page.push_str("\n## Buttons\n\n");
    heading(page, "verbs");
    for capability in dispatch::capabilities() {
        let mut lines: Vec<(Vec<bool>, Vec<&str>)> = Vec::new();
        for action in capability.actions {
            let marks = marks(action.who);
            match lines.iter_mut().find(|(known, _)| *known == marks) {
                Some((_, verbs)) => verbs.push(action.verb),
                None => lines.push((marks, vec![action.verb])),
            }
        }
        for (marks, verbs) in lines {
            line(page, &format!("{}: {}", capability.name, verbs.join(", ")), &marks);
        }
    }
}

const HERE: Uuid = Uuid::from_u128(1);
const THERE: Uuid = Uuid::from_u128(2);
const SCHOOL: Unit = Unit::School(HERE, Uuid::from_u128(3));

/// The places that the rule tells apart, as somebody here sees them.
const PLACES: [(&str, Unit); 9] = [
    ("own association", ASSOCIATION),
    ("an association of the own school", association(HERE, Some(Uuid::from_u128(3)), 7)),
    ("own school", SCHOOL),
    ("another school of the municipality", Unit::School(HERE, Uuid::from_u128(4))),
    ("own municipality", Unit::Municipality(HERE)),
    ("a school of another municipality", Unit::School(THERE, Uuid::from_u128(5))),
    ("another municipality", Unit::Municipality(THERE)),
    ("an association of another municipality", association(THERE, None, 8)),
    ("the region", Unit::Region),
];

/// A municipal association here: the own one of its head.
const ASSOCIATION: Unit = association(HERE, None, 6);

const fn association(municipality: Uuid, school: Option<Uuid>, id: u128) -> Unit {
    Unit::Association { municipality, school, id: Uuid::from_u128(id) }
}

fn rights(page: &mut String, texts: &Texts) {
    page.push_str("\n## The rule: where it may be done\n\n| right |");
    let holders = [
        (Role::AssociationHead, ASSOCIATION),
        (Role::SchoolLeader, SCHOOL),
        (Role::Methodologist, Unit::Municipality(HERE)),
        (Role::Coordinator, Unit::Municipality(HERE)),
        (Role::RegionalCoordinator, Unit::Region),
        (Role::Owner, Unit::Region),
    ];
    for (role, _) in holders {
        let _ = write!(page, " {} |", role_title(role, texts));
    }
    let _ = writeln!(page, "\n| --- |{}", " --- |".repeat(holders.len()));
    let mut lines = vec![
        ("see who works there".to_owned(), Right::SeePeople),
        ("see whether messages reach them".to_owned(), Right::SeeReach),
        ("see who looked at whom and changed what".to_owned(), Right::SeeAudit),
        ("open and close associations; in a municipality, mark schools".to_owned(), Right::KeepOrganisations),
        ("say who belongs to an association".to_owned(), Right::KeepMembers),
        ("invite teachers and confirm them; say who of a list somebody is".to_owned(), Right::Admit),
        ("take lists of people in".to_owned(), Right::Import),
    ];
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Owner) {
        lines.push((format!("give and end: {}", role_title(role, texts)), Right::Appoint(role)));
    }
    for (name, right) in lines {
        let cells = holders.map(|(role, unit)| {
            let held = [RoleAt { role, unit }];
            let places: Vec<_> =
                PLACES.iter().filter(|(_, at)| may(&held, right, *at)).map(|(name, _)| *name).collect();
            match places.len() {
                0 => "·".to_owned(),
                count if count == PLACES.len() => "everywhere".to_owned(),
                _ => places.join(", "),
            }
        });
        let _ = writeln!(page, "| {name} | {} |", cells.join(" | "));
    }
}

#[test]
fn the_page_says_what_the_lists_say() {
    let texts = Texts::load().expect("texts").in_language(Language::En);
    let mut page = HEAD.to_owned();
    commands(&mut page, &texts);
    buttons(&mut page);
    rights(&mut page, &texts);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/permissions.md");
    if std::env::var_os("METODIST_UPDATE_DOCS").is_some() {
        std::fs::write(&path, &page).expect("the page can be written");
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        page == written,
        "docs/permissions.md is out of date: METODIST_UPDATE_DOCS=1 cargo test --test permissions"
    );
}
