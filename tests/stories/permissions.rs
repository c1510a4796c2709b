//! Role × action × own or another's unit × before or after revocation: every cell is pressed on a phone and judged
//! against the table below, which is written by hand and not made from the lists it checks. And payloads that nobody
//! ever made: they do nothing that their sender could not do by a button.

use futures::future::join_all;
use metodist::{
    capability::Who,
    dispatch, execute,
    people::Standing,
    units::{Role, RoleAt, Unit},
};
use uuid::Uuid;

use crate::{
    house::{House, stories},
    office::{Member, Region, id},
    proofs::{Chance, rounds, seed},
    stages::{is_fitting, nothing_broke},
};

stories!(
    every_cell_of_whoever_appoints_nobody,
    every_cell_of_a_coordinator,
    every_cell_of_the_region,
    random_and_mutated_payloads_do_nothing,
);

/// Who presses. A teacher holds no role.
const ACTORS: [Option<Role>; 7] = [
    None,
    Some(Role::AssociationHead),
    Some(Role::SchoolLeader),
    Some(Role::Methodologist),
    Some(Role::Coordinator),
    Some(Role::RegionalCoordinator),
    Some(Role::Owner),
];

/// Whose card it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose {
    OwnSchool,
    OwnMunicipality,
    Abroad,
}

/// Who may see a person there.
fn sees(actor: Option<Role>, whose: Whose) -> bool {
    match actor {
        None | Some(Role::AssociationHead | Role::Methodologist) => false,
        Some(Role::SchoolLeader) => whose == Whose::OwnSchool,
        Some(Role::Coordinator) => whose != Whose::Abroad,
        Some(Role::RegionalCoordinator | Role::Owner) => true,
    }
}

/// Who may give and end this role there.
fn gives(actor: Option<Role>, role: Role, whose: Whose) -> bool {
    match actor {
        Some(Role::Coordinator) => whose != Whose::Abroad && role != Role::RegionalCoordinator,
        Some(Role::RegionalCoordinator) => role == Role::Coordinator,
        Some(Role::Owner) => matches!(role, Role::Coordinator | Role::RegionalCoordinator),
        _ => false,
    }
}

/// Who has anything to do with people at all.
fn administers(actor: Option<Role>) -> bool {
    !matches!(actor, None | Some(Role::AssociationHead | Role::Methodologist))
}

/// Who has anything to look after at all.
fn looks_after_something(actor: Option<Role>) -> bool {
    administers(actor) || actor == Some(Role::AssociationHead)
}

/// Who keeps associations, their members, and the marks of schools.
fn keeps(actor: Option<Role>, verb: &str) -> bool {
    match verb {
        "schools" | "school" | "mark" | "unmark" => actor == Some(Role::Coordinator),
        "list" | "card" | "members" | "add" | "join" | "member" | "remove" => {
            matches!(actor, Some(Role::AssociationHead | Role::SchoolLeader | Role::Coordinator))
        }
        _ => matches!(actor, Some(Role::SchoolLeader | Role::Coordinator)),
    }
}

/// Who sees the audit.
fn audits(actor: Option<Role>) -> bool {
    administers(actor) && actor != Some(Role::SchoolLeader)
}

/// Who looks after the pool of methodologists, and who says what they consult on themself.
fn pools(actor: Option<Role>, verb: &str) -> bool {
    match verb {
        "consulting" | "join" => actor == Some(Role::Methodologist),
        "step" | "capacity" | "tick" | "clear" => {
            matches!(actor, Some(Role::Methodologist | Role::Coordinator))
        }
        _ => actor == Some(Role::Coordinator),
    }
}

/// Who asks, answers, and looks after what is asked.
fn consults(actor: Option<Role>, verb: &str) -> bool {
    match verb {
        "calendar" | "unbreak" | "usual" => actor == Some(Role::Coordinator),
        "up" | "figures" | "fsheet" => matches!(actor, Some(Role::Coordinator | Role::RegionalCoordinator)),
        "queue" | "card" | "take" | "pass" | "decline" | "propose" | "later" | "work" | "close" | "note"
        | "canned" | "publish" | "journal" | "jsheet" | "jpaper" | "say" | "keep" | "unkeep" | "transfer"
        | "assign" | "profile" | "mine" | "first" | "guests" | "invite" | "leave" | "hours" | "times"
        | "offer" | "groups" | "newgroup" | "grouparea" | "groupdraft" | "groupsubject" | "announce"
        | "group" | "came" | "groupclose" | "calloff" => {
            matches!(actor, Some(Role::Methodologist | Role::Coordinator | Role::RegionalCoordinator))
        }
        _ => true,
    }
}

/// Who writes to many.
fn announces(actor: Option<Role>) -> bool {
    matches!(actor, Some(Role::Coordinator | Role::RegionalCoordinator))
}

/// Who calls people to meetings, and says whom.
fn calls(actor: Option<Role>) -> bool {
    announces(actor) || matches!(actor, Some(Role::AssociationHead | Role::Methodologist))
}

/// Somebody to be pressed about, with the units and the roles they are about.
struct Target {
    member: Member,
    whose: Whose,
    school: Unit,
}

const GIVEN: [(Role, &str); 4] = [
    (Role::SchoolLeader, "leader"),
    (Role::Methodologist, "method"),
    (Role::Coordinator, "coord"),
    (Role::RegionalCoordinator, "region"),
];

/// The unit at which a role is held there, and how a button names it.
fn unit_of(role: Role, school: Unit) -> (Unit, String) {
    let municipality = school.municipality().expect("a school has one");
    match role {
        Role::SchoolLeader => (school, format!(".{}", id(school.school().expect("a school")))),
        Role::RegionalCoordinator | Role::Owner => (Unit::Region, String::new()),
        _ => (Unit::Municipality(municipality), format!(".{}", id(municipality))),
    }
}

/// Presses a forged button and says whether it was let through: a refusal stands above the screen that follows.
async fn passes(region: &Region, actor: &Member, payload: &str) -> bool {
    actor.teacher.phone.presses_data(1, payload).answer().await;
    region.house.settles_soon().await;
    let screen = actor.teacher.screen().expect("a screen").text;
    !(screen.contains("кому это поручено") || screen.contains("Этого здесь нет"))
}

async fn every_cell_of_whoever_appoints_nobody(house: House) {
    let actors = [None, Some(Role::AssociationHead), Some(Role::SchoolLeader), Some(Role::Methodologist)];
    every_cell(house, &actors).await;
}

async fn every_cell_of_a_coordinator(house: House) {
    every_cell(house, &[Some(Role::Coordinator)]).await;
}

async fn every_cell_of_the_region(house: House) {
    every_cell(house, &[Some(Role::RegionalCoordinator), Some(Role::Owner)]).await;
}

async fn every_cell(house: House, actors: &[Option<Role>]) {
    the_gates_say_what_the_table_says();
    let region = Region::of(house).await;
    let targets = targets(&region).await;
    for actor in actors.iter().copied() {
        let member = actor_of(&region, actor).await;
        member.teacher.phone.says("/menu");
        member.teacher.phone.waits_for("чем займёмся").await;
        judges(&region, (&member, actor), &targets).await;
        if !matches!(actor, None | Some(Role::Owner)) {
            region.revokes(&member).await;
            judges(&region, (&member, None), &targets).await;
        }
    }
    nothing_broke(&region.house).await;
}

/// Who may do what with a route: methodologists look, everybody has their own.
fn looks_at_routes(actor: Option<Role>, verb: &str) -> bool {
    let looks = ["routes", "card", "agree", "return", "shown", "accept", "reject"].contains(&verb);
    if looks {
        return actor == Some(Role::Methodologist);
    }
    match verb {
        "followed" | "followedsheet" | "asknod" | "asknodof" | "drawfor" | "handover" | "keepas"
        | "templateretire" => actor == Some(Role::Methodologist),
        "school" | "plain" | "consent" | "approve" | "approvebare" => actor == Some(Role::SchoolLeader),
        "kinds" | "kindsheet" | "kindtemplate" | "kindtried" | "kindtake" | "kindnew" | "kindis"
        | "kindfor" | "kindretire" => matches!(actor, Some(Role::Methodologist | Role::Coordinator)),
        "figures" | "figuressheet" => actor == Some(Role::Coordinator),
        _ => true,
    }
}

/// Of every capability: what needs no role is open to every role, and what needs one to exactly those of the table.
fn the_gates_say_what_the_table_says() {
    for capability in dispatch::capabilities() {
        let verbs = capability.actions.iter().map(|action| (action.verb, action.who));
        let commands = capability.commands.iter().map(|command| (command.name, command.who));
        for (name, who) in verbs.chain(commands) {
            for actor in ACTORS {
                let held = Vec::from_iter(actor.map(|role| RoleAt { role, unit: Unit::Region }));
                let expected = match (capability.name, name) {
                    ("directory", "admin") => looks_after_something(actor),
                    ("directory", "people" | "found" | "card" | "table") => administers(actor),
                    ("organisations", verb) => keeps(actor, verb),
                    ("directory", _)
                    | ("audit", "entries" | "audit" | "table")
                    | ("privacy", "acts" | "act" | "log") => audits(actor),
                    ("invitations", "welcome" | "accept") => true,
                    ("invitations", "waiting" | "comer" | "confirm" | "decline") => audits(actor),
                    ("invitations", "newcomers" | "admit" | "personal") => {
                        matches!(actor, Some(Role::SchoolLeader | Role::Coordinator))
                    }
                    ("invitations", _) => administers(actor),
                    ("methodologist_pool", verb) => pools(actor, verb),
                    ("learning_routes", _) => looks_at_routes(actor, name),
                    ("hot_line", _) => matches!(actor, Some(Role::Methodologist | Role::Coordinator)),
                    ("consultations", verb) => consults(actor, verb),
                    ("broadcasts", "ack" | "choose" | "read" | "topics" | "topic") => true,
                    ("broadcasts", _) => announces(actor),
                    (
                        "meetings",
                        "meetings" | "past" | "read" | "reply" | "say" | "why" | "ics" | "file" | "here"
                        | "attended" | "cert" | "lessons" | "sheets" | "newsheet" | "sheet" | "question"
                        | "rate" | "endsheet" | "keepsheet" | "papersheet" | "papers" | "wish" | "record"
                        | "ahead" | "around" | "subjects" | "subject" | "passed",
                    ) => true,
                    ("meetings" | "audiences", _) => calls(actor),
                    ("portfolio", "due" | "duesheet") => administers(actor),
                    ("courses", "of" | "missing" | "sheet") => administers(actor),
                    ("courses", "import" | "template" | "tried" | "take" | "leave") => {
                        actor == Some(Role::Coordinator)
                    }
                    ("roster", "matches" | "match" | "same" | "other" | "reopen") => {
                        matches!(actor, Some(Role::SchoolLeader | Role::Coordinator))
                    }
                    ("roster" | "questionnaires", _) => actor == Some(Role::Coordinator),
                    (
                        "accounts",
                        "pleas" | "plea" | "decline" | "same" | "ask" | "join" | "move" | "undo",
                    ) => {
                        matches!(actor, Some(Role::SchoolLeader | Role::Coordinator))
                    }
                    _ => true,
                };
                let admitted = who.admits(Standing::Registered, &held);
                assert_eq!(admitted, expected, "{}.{name} for {actor:?}", capability.name);
                let comes_early = who.admits(Standing::Consented, &held);
                assert!(!comes_early || matches!(who, Who::Standing(_)), "{name} before registration");
            }
        }
    }
}

async fn targets(region: &Region) -> Vec<Target> {
    let places = [
        ("Близкая Ия", Whose::OwnSchool, region.school()),
        ("Соседняя Ия", Whose::OwnMunicipality, Unit::School(region.here, region.schools[1])),
        ("Дальняя Ия", Whose::Abroad, Unit::School(region.there, region.school_there)),
    ];
    let mut targets = Vec::new();
    for (name, whose, school) in places {
        let member = region.member(name, school.school().expect("a school")).await;
        targets.push(Target { member, whose, school });
    }
    targets
}

async fn actor_of(region: &Region, actor: Option<Role>) -> Member {
    let name = format!("{} Пётр", actor.map_or("Учитель", Role::as_str));
    if actor == Some(Role::Owner) {
        return region.joins(region.owner.clone(), &name, region.schools[0]).await;
    }
    let member = region.member(&name, region.schools[0]).await;
    if let Some(role) = actor {
        let unit = match role {
            Role::AssociationHead => region.association(region.here(), "МО учителей математики").await,
            role => unit_of(role, region.school()).0,
        };
        region.gives(&member, RoleAt { role, unit }).await;
    }
    member
}

async fn judges(region: &Region, (member, actor): (&Member, Option<Role>), targets: &[Target]) {
    for (payload, expected) in [
        ("di1.admin", looks_after_something(actor)),
        ("di1.people", administers(actor)),
        ("di1.found.0", administers(actor)),
        ("au1.entries.0", audits(actor)),
        ("au1.mine.0", true),
    ] {
        assert_eq!(passes(region, member, payload).await, expected, "{payload} for {actor:?}");
    }
    for target in targets {
        let (whose, person) = (target.whose, id(target.member.person));
        let card = passes(region, member, &format!("di1.card.{person}")).await;
        assert_eq!(card, sees(actor, whose), "the card of {whose:?} for {actor:?}");
        let gives_any = GIVEN.iter().any(|(role, _)| gives(actor, *role, whose));
        let appoint = passes(region, member, &format!("di1.appoint.{person}")).await;
        assert_eq!(appoint, gives_any, "appointing {whose:?} for {actor:?}");
        for (role, word) in GIVEN {
            judges_role(region, (member, actor), target, (role, word)).await;
        }
    }
}

async fn judges_role(
    region: &Region,
    (member, actor): (&Member, Option<Role>),
    target: &Target,
    (role, word): (Role, &str),
) {
    let (expected, person) = (gives(actor, role, target.whose), id(target.member.person));
    let what = format!("{role:?} of {:?} for {actor:?}", target.whose);
    let (unit, named) = unit_of(role, target.school);
    for payload in [format!("di1.units.{person}.{word}.0"), format!("di1.ask.{person}.{word}{named}")] {
        assert_eq!(passes(region, member, &payload).await, expected, "{payload}: {what}");
    }
    let before = region.roles().await;
    let given = passes(region, member, &format!("di1.give.{person}.{word}{named}")).await;
    assert_eq!((given, region.roles().await != before), (expected, expected), "giving {what}");
    forgets_roles(region, &target.member).await;

    let held = region.gives(&target.member, RoleAt { role, unit }).await;
    let second = unit_of(Role::Coordinator, target.school).0;
    let spare = region.member("Запасная Ия", target.school.school().expect("a school")).await;
    region.gives(&spare, RoleAt { role: Role::Coordinator, unit: second }).await;
    let held = id(held);
    for verb in ["role", "end"] {
        let passed = passes(region, member, &format!("di1.{verb}.{held}")).await;
        assert_eq!(passed, expected, "{verb}: {what}");
    }
    let before = region.roles().await;
    for (verb, changes) in [("stop", expected), ("return", false)] {
        let passed = passes(region, member, &format!("di1.{verb}.{held}")).await;
        assert_eq!(passed, expected, "{verb}: {what}");
        assert_eq!(region.roles().await != before, changes, "{verb}: {what}");
    }
    forgets_roles(region, &target.member).await;
    forgets_roles(region, &spare).await;
    leaves(region, &spare).await;
}

async fn forgets_roles(region: &Region, member: &Member) {
    let mut tx = region.house.app.db.begin().await.expect("a transaction");
    execute!(&mut tx, sqlx::query("DELETE FROM roles WHERE person_id = $1").bind(member.person))
        .expect("they are deleted");
    tx.commit().await.expect("it is written down");
}

/// So that the next one of the same name is the only one.
async fn leaves(region: &Region, member: &Member) {
    let mut tx = region.house.app.db.begin().await.expect("a transaction");
    execute!(&mut tx, sqlx::query("DELETE FROM employments WHERE person_id = $1").bind(member.person))
        .expect("the place ends");
    tx.commit().await.expect("it is written down");
}

/// What a thief must never read.
const SECRETS: [&str; 2] = ["Дальняя", "Тайнова"];

async fn random_and_mutated_payloads_do_nothing(house: House) {
    let region = Region::of(house).await;
    let victim = region.member("Дальняя Тайнова", region.school_there).await;
    let there = Unit::Municipality(region.there);
    let role = region.gives(&victim, RoleAt { role: Role::Coordinator, unit: there }).await;
    let (person, place, role) = (id(victim.person), id(region.there), id(role));
    let mut good: Vec<String> = GIVEN
        .iter()
        .flat_map(|(_, word)| [("ask", word), ("give", word), ("units", word)])
        .map(|(verb, word)| format!("di1.{verb}.{person}.{word}.{place}"))
        .collect();
    for verb in ["card", "appoint"] {
        good.push(format!("di1.{verb}.{person}"));
    }
    for verb in ["role", "end", "stop", "return"] {
        good.push(format!("di1.{verb}.{role}"));
    }
    good.extend(["di1.people", "di1.found.0", "au1.entries.0", "au1.mine.0"].map(str::to_owned));
    for capability in dispatch::capabilities() {
        let verbs = capability.actions.iter().filter(|action| action.verb != "erase");
        good.extend(verbs.map(|action| format!("{}.{}", capability.payload_word, action.verb)));
    }
    let before = region.roles().await;
    let thieves = join_all([None, Some(Role::SchoolLeader), Some(Role::Methodologist)].map(async |role| {
        let thief = actor_of(&region, role).await;
        thief.teacher.phone.says("/menu");
        thief.teacher.phone.waits_for("чем займёмся").await;
        thief
    }))
    .await;
    let (count, seed) = (rounds(10_000) / thieves.len(), seed());
    join_all(thieves.iter().zip(0..).map(async |(thief, number)| {
        let mut chance = Chance::new(seed.wrapping_add(number));
        for _ in 0..count {
            let payload = mutated(&good, &mut chance);
            let press = thief.teacher.phone.presses_data(1, &payload);
            press.answer().await;
            assert_eq!(press.answers(), 1, "{payload}");
            let screen = is_fitting(&thief.teacher).unwrap_or_else(|fault| panic!("{payload}: {fault}"));
            let stolen = SECRETS.iter().find(|words| screen.screen().contains(**words));
            assert!(stolen.is_none(), "{payload} shows {stolen:?}: {}", screen.screen());
        }
    }))
    .await;
    let own = |line: &String| SECRETS.iter().any(|name| line.contains(name));
    let kept = |roles: Vec<String>| roles.into_iter().filter(own).collect::<Vec<_>>();
    let after = region.roles().await;
    assert_eq!(kept(before), kept(after.clone()));
    assert_eq!(after.len(), 3, "nobody gave themselves a role: {after:?}");
    let looks = "SELECT COUNT(*) FROM audit_entries WHERE deed <> 'took-people'";
    assert_eq!(region.house.count(looks).await, 0, "nobody's card was opened");
    nothing_broke(&region.house).await;
}

/// A payload that nobody made: one of ours as it is, or with a few bytes, a part, an id or its order changed.
fn mutated(good: &[String], chance: &mut Chance) -> String {
    let pick = |chance: &mut Chance, count: usize| {
        usize::try_from(chance.below(u64::try_from(count.max(1)).unwrap_or(1))).unwrap_or(0)
    };
    let one = good[pick(chance, good.len())].clone();
    let mut parts: Vec<String> = one.split('.').map(str::to_owned).collect();
    match chance.below(7) {
        0 => {}
        1 => {
            let other = &good[pick(chance, good.len())];
            let from: Vec<_> = other.split('.').collect();
            let (at, with) = (pick(chance, parts.len()), pick(chance, from.len()));
            parts[at] = from[with].to_owned();
        }
        2 => parts.push(id(Uuid::new_v4())),
        3 => drop(parts.pop()),
        4 => {
            let at = pick(chance, parts.len());
            parts[at] = ["-1", "18446744073709551616", "", "☃", "owner", "0"][pick(chance, 6)].to_owned();
        }
        5 => {
            let mut bytes = one.clone().into_bytes();
            let at = pick(chance, bytes.len());
            bytes[at] = u8::try_from(32 + chance.below(95)).unwrap_or(b'x');
            return String::from_utf8_lossy(&bytes).into_owned();
        }
        _ => parts.reverse(),
    }
    let payload = parts.join(".");
    let fits = payload.len() <= 64 && !payload.is_empty() && !payload.contains("erase");
    if fits { payload } else { one }
}
