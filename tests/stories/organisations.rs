//! Associations and the marks of schools: who opens one, who belongs to it, who is elected; and that nobody reaches into
//! another school or municipality, whatever they forge.

use metodist::units::{Role, RoleAt, Unit};

use crate::{
    house::{House, stories},
    office::{Member, Region, id},
    stages::nothing_broke,
};

stories!(
    a_coordinator_opens_an_association_and_its_head_changes,
    a_school_leader_keeps_their_own_school_only,
    another_municipality_sees_and_changes_nothing,
    a_head_keeps_the_members_and_nothing_else,
    a_closed_association_can_be_opened_again,
    marks_of_schools_are_set_and_stay,
    whoever_leaves_belongs_to_nothing,
);

const TITLE: &str = "МО учителей математики";

async fn coordinator(region: &Region, name: &str, at: Unit) -> Member {
    let school = if at == region.here() { region.schools[0] } else { region.school_there };
    let member = region.member(name, school).await;
    region.gives(&member, RoleAt { role: Role::Coordinator, unit: at }).await;
    member
}

/// Who belongs to what, and who heads it.
async fn belonging(region: &Region) -> Vec<String> {
    metodist::read!(&region.house.app.db, on => sqlx::query_scalar(
        "SELECT a.title || ': ' || n.family_name || CASE WHEN EXISTS (SELECT 1 FROM roles_held r
             WHERE r.association_id = m.association_id AND r.person_id = m.person_id) THEN ' heads' ELSE '' END
         FROM association_members_now m JOIN associations_open a ON a.association_id = m.association_id
         JOIN person_names n ON n.person_id = m.person_id ORDER BY 1").fetch_all(on))
    .expect("members can be listed")
}

/// Presses a forged button and says whether it was let through.
async fn passes(region: &Region, actor: &Member, payload: &str) -> bool {
    actor.teacher.phone.presses_data(1, payload).answer().await;
    region.house.settles_soon().await;
    let screen = actor.teacher.screen().expect("a screen").text;
    !(screen.contains("кому это поручено") || screen.contains("Этого здесь нет"))
}

async fn a_coordinator_opens_an_association_and_its_head_changes(house: House) {
    let region = Region::of(house).await;
    let mut anna = coordinator(&region, "Петрова Анна Сергеевна", region.here()).await;
    let boris = region.member("Семёнов Борис Олегович", region.schools[0]).await;
    let vera = region.member("Белова Вера Павловна", region.schools[1]).await;
    region.member("Иванова Инна Игоревна", region.schools[1]).await;
    region.member("Озёрова Ольга Ильинична", region.school_there).await;
    anna.teacher.phone.says("/admin");
    for label in ["Школы и объединения", "Создать", "Муниципальное: Лугоборский район", "Предметное"]
    {
        anna.teacher.taps(label).await;
    }
    for label in ["Математика", TITLE, "Добавить"] {
        anna.teacher.taps(label).await;
    }
    let offer = anna.teacher.phone.waits_for("Кого добавить?").await;
    assert!(offer.screen().contains("Иванова И. И. · Школа № 2"), "{}", offer.screen());
    assert!(!offer.screen().contains("Озёрова"), "{}", offer.screen());
    anna.teacher.types("симёнов");
    anna.teacher.phone.waits_for("по запросу «симёнов»").await;
    anna.teacher.taps("Семёнов Б. О.").await;
    anna.teacher.types("белова");
    anna.teacher.taps("Белова В. П.").await;
    anna.teacher.types("иван");
    anna.teacher.taps("Иванова И. И.").await;
    anna.teacher.phone.waits_for("По запросу «иван» больше никого нет").await;
    for label in ["Состав", "Семёнов Борис", "Избрать руководителем", "Да, избрать"]
    {
        anna.teacher.taps(label).await;
    }
    anna.teacher.phone.waits_for("руководитель.").await;
    assert!(anna.teacher.taps <= 16, "{} taps", anna.teacher.taps);
    boris.teacher.phone.waits_for(&format!("Вам поручена роль: руководитель объединения, {TITLE}")).await;
    let [b, i, s] = ["Белова", "Иванова", "Семёнов"].map(|name| format!("{TITLE}: {name}"));
    assert_eq!(belonging(&region).await, [b.clone(), i.clone(), format!("{s} heads")]);

    for label in ["Состав", "Белова Вера", "Избрать руководителем"] {
        anna.teacher.taps(label).await;
    }
    anna.teacher.phone.waits_for("Сейчас руководит Семёнов Борис Олегович, роль перейдёт").await;
    anna.teacher.taps("Да, избрать").await;
    vera.teacher.phone.waits_for("Вам поручена роль: руководитель объединения").await;
    boris.teacher.phone.waits_for("Роль с Вас снята: руководитель объединения").await;
    assert_eq!(belonging(&region).await, [format!("{b} heads"), i, s]);
    anna.teacher.phone.says("/audit");
    let log =
        anna.teacher.phone.waits_for("Назначение: Белова Вера Павловна, руководитель объединения").await;
    assert!(log.text.contains("Снята роль: Семёнов Борис Олегович"), "{}", log.text);
    assert!(log.text.contains("В объединение: Иванова Инна Игоревна"), "{}", log.text);
    boris.teacher.phone.says("/privacy");
    boris.teacher.phone.waits_for(&format!("Объединение: {TITLE}")).await;
    nothing_broke(&region.house).await;
}

async fn a_school_leader_keeps_their_own_school_only(house: House) {
    let region = Region::of(house).await;
    let mut leader = region.member("Директорова Дарья Ивановна", region.schools[0]).await;
    region.gives(&leader, RoleAt { role: Role::SchoolLeader, unit: region.school() }).await;
    let own = region.member("Семёнов Борис Олегович", region.schools[0]).await;
    let other = region.member("Белова Вера Павловна", region.schools[1]).await;
    let next_door = region.association(Unit::School(region.here, region.schools[1]), "Соседнее").await;
    let municipal = region.association(region.here(), "Районное").await;
    region.takes_in(next_door, &other).await;
    leader.teacher.phone.says("/admin");
    leader.teacher.taps("Школы и объединения").await;
    let list = leader.teacher.phone.waits_for("Объединений пока нет").await;
    assert!(!list.buttons.iter().flatten().any(|key| key.label == "Школы"), "{}", list.screen());
    for label in ["Создать", "Творческая группа"] {
        leader.teacher.taps(label).await;
    }
    leader.teacher.phone.waits_for("Назвать «Творческая группа»?").await;
    for label in ["Творческая группа", "Добавить"] {
        leader.teacher.taps(label).await;
    }
    leader.teacher.types("бор");
    for label in ["Семёнов Б. О.", "Состав", "Семёнов Борис", "Избрать руководителем", "Да, избрать"]
    {
        leader.teacher.taps(label).await;
    }
    own.teacher.phone.waits_for("руководитель объединения, Творческая группа").await;
    let before = belonging(&region).await;
    assert_eq!(before, ["Соседнее: Белова", "Творческая группа: Семёнов heads"]);
    let mut theirs = Vec::new();
    for unit in [next_door, municipal] {
        let (at, who) = (id(unit.association().expect("an association")), id(other.person));
        theirs.extend(
            ["card", "rename", "term", "close", "shut", "reopen", "add"]
                .map(|verb| format!("og1.{verb}.{at}")),
        );
        theirs.extend(
            ["join", "member", "remove", "elect", "head", "resign", "unseat"]
                .map(|verb| format!("og1.{verb}.{at}.{who}")),
        );
        theirs.push(format!("og1.members.{at}.0"));
    }
    for place in [region.schools[1], region.here] {
        theirs.push(format!("og1.at.{}", id(place)));
    }
    let school = id(region.schools[0]);
    theirs.extend([
        "og1.schools.0".to_owned(),
        format!("og1.school.{school}"),
        format!("og1.mark.{school}.low"),
    ]);
    for payload in theirs {
        assert!(!passes(&region, &leader, &payload).await, "{payload}");
    }
    let mine = units_of(&region, "Творческая группа").await;
    let foreign = format!("og1.join.{}.{}", id(mine), id(other.person));
    assert!(!passes(&region, &leader, &foreign).await, "somebody who works elsewhere");
    assert_eq!(belonging(&region).await, before);
    nothing_broke(&region.house).await;
}

async fn units_of(region: &Region, title: &str) -> uuid::Uuid {
    metodist::read!(&region.house.app.db, on => sqlx::query_scalar(
        "SELECT association_id FROM associations_open WHERE title = $1").bind(title).fetch_one(on))
    .expect("it is open")
}

async fn another_municipality_sees_and_changes_nothing(house: House) {
    let region = Region::of(house).await;
    let mut vera = coordinator(&region, "Озёрова Вера Павловна", Unit::Municipality(region.there)).await;
    let boris = region.member("Семёнов Борис Олегович", region.schools[0]).await;
    let unit = region.association(region.here(), TITLE).await;
    region.takes_in(unit, &boris).await;
    region.gives(&boris, RoleAt { role: Role::AssociationHead, unit }).await;
    vera.teacher.phone.says("/admin");
    vera.teacher.taps("Школы и объединения").await;
    vera.teacher.phone.waits_for("Объединений пока нет").await;
    vera.teacher.taps("Школы").await;
    vera.teacher.waits_for_button("Озёрная школа № 7").await;
    let schools = vera.teacher.screen().expect("the schools");
    assert!(!schools.screen().contains("Школа № 1"), "{}", schools.screen());
    let before = (belonging(&region).await, region.roles().await);
    let (at, who) = (id(unit.association().expect("an association")), id(boris.person));
    let (school, municipality) = (id(region.schools[0]), id(region.here));
    let mut payloads: Vec<String> = ["card", "rename", "term", "close", "shut", "reopen", "add"]
        .map(|verb| format!("og1.{verb}.{at}"))
        .to_vec();
    payloads.extend(
        ["join", "member", "remove", "elect", "head", "resign", "unseat"]
            .map(|verb| format!("og1.{verb}.{at}.{who}")),
    );
    payloads.extend([
        format!("og1.members.{at}.0"),
        format!("og1.until.{at}.school"),
        format!("og1.at.{municipality}"),
        format!("og1.at.{school}"),
        format!("og1.school.{school}"),
        format!("og1.mark.{school}.low"),
        format!("og1.unmark.{school}.hard"),
    ]);
    for payload in payloads {
        assert!(!passes(&region, &vera, &payload).await, "{payload}");
        let screen = vera.teacher.screen().expect("a screen").screen();
        assert!(!screen.contains(TITLE) && !screen.contains("Семёнов"), "{payload}: {screen}");
    }
    assert_eq!((belonging(&region).await, region.roles().await), before);
    let marked = "SELECT COUNT(*) FROM schools WHERE has_own_marks";
    assert_eq!(region.house.count(marked).await, 0);
    nothing_broke(&region.house).await;
}

async fn a_head_keeps_the_members_and_nothing_else(house: House) {
    let region = Region::of(house).await;
    let mut boris = region.member("Семёнов Борис Олегович", region.schools[0]).await;
    let vera = region.member("Белова Вера Павловна", region.schools[1]).await;
    let unit = region.association(region.here(), TITLE).await;
    region.association(region.here(), "Чужое").await;
    region.takes_in(unit, &boris).await;
    region.gives(&boris, RoleAt { role: Role::AssociationHead, unit }).await;
    boris.teacher.phone.says("/menu");
    boris.teacher.taps("Управление").await;
    let admin = boris.teacher.phone.waits_for("руководитель объединения").await;
    assert!(!admin.screen().contains("Люди"), "{}", admin.screen());
    boris.teacher.taps("Школы и объединения").await;
    let list = boris.teacher.phone.waits_for("1 объединение").await;
    assert!(!list.screen().contains("Чужое") && !list.screen().contains("Создать"), "{}", list.screen());
    boris.teacher.taps(TITLE).await;
    let card = boris.teacher.phone.waits_for("Руководитель: Семёнов Борис Олегович").await;
    assert!(!card.screen().contains("Закрыть"), "{}", card.screen());
    for label in ["Добавить", "Белова В. П.", "Состав", "Белова Вера"] {
        boris.teacher.taps(label).await;
    }
    let member = boris.teacher.phone.waits_for("в составе.").await;
    assert!(!member.screen().contains("Избрать"), "{}", member.screen());
    let (at, who, own) = (id(unit.association().expect("an association")), id(vera.person), id(boris.person));
    for payload in [
        format!("og1.head.{at}.{who}"),
        format!("og1.unseat.{at}.{own}"),
        format!("og1.remove.{at}.{own}"),
        format!("og1.shut.{at}"),
        format!("di1.card.{who}"),
        "og1.new".to_owned(),
    ] {
        assert!(!passes(&region, &boris, &payload).await, "{payload}");
    }
    let expected = [format!("{TITLE}: Белова"), format!("{TITLE}: Семёнов heads")];
    assert_eq!(belonging(&region).await, expected);
    boris.teacher.phone.presses_data(1, &format!("og1.member.{at}.{who}")).answer().await;
    boris.teacher.taps("Вывести из состава").await;
    boris.teacher.phone.waits_for("больше не в составе").await;
    assert_eq!(belonging(&region).await, expected[1..]);
    boris.teacher.taps("Вернуть в состав").await;
    region.house.settles_soon().await;
    assert_eq!(belonging(&region).await, expected);
    nothing_broke(&region.house).await;
}

async fn a_closed_association_can_be_opened_again(house: House) {
    let region = Region::of(house).await;
    let mut anna = coordinator(&region, "Петрова Анна Сергеевна", region.here()).await;
    let boris = region.member("Семёнов Борис Олегович", region.schools[0]).await;
    let unit = region.association(region.here(), TITLE).await;
    region.takes_in(unit, &boris).await;
    region.gives(&boris, RoleAt { role: Role::AssociationHead, unit }).await;
    anna.teacher.phone.says("/admin");
    for label in ["Школы и объединения", TITLE, "Срок", "До конца учебного года"]
    {
        anna.teacher.taps(label).await;
    }
    anna.teacher.phone.waits_for("Срок: до 31.05.20").await;
    anna.teacher.taps("Переименовать").await;
    anna.teacher.types("МО");
    anna.teacher.phone.waits_for("от 3 до 80 знаков").await;
    anna.teacher.types("Математики <района>");
    anna.teacher.phone.waits_for("Математики <района>").await;
    for label in ["Закрыть", "Да, закрыть"] {
        anna.teacher.taps(label).await;
    }
    anna.teacher.phone.waits_for("Объединение закрыто").await;
    boris.teacher.phone.waits_for("Роль с Вас снята").await;
    assert_eq!(belonging(&region).await, Vec::<String>::new());
    anna.teacher.taps("Вернуть объединение").await;
    anna.teacher.phone.waits_for("Руководитель: Семёнов Борис Олегович").await;
    boris.teacher.phone.waits_for("Вам поручена роль").await;
    assert_eq!(belonging(&region).await, ["Математики <района>: Семёнов heads"]);
    nothing_broke(&region.house).await;
}

async fn marks_of_schools_are_set_and_stay(house: House) {
    let region = Region::of(house).await;
    let mut anna = coordinator(&region, "Петрова Анна Сергеевна", region.here()).await;
    anna.teacher.phone.says("/admin");
    anna.teacher.taps("Школы и объединения").await;
    anna.teacher.phone.waits_for("Объединений пока нет").await;
    for label in ["Школы", "Школа № 2", "☐ ШНОР"] {
        anna.teacher.taps(label).await;
    }
    anna.teacher.waits_for_button("☑ ШНОР").await;
    anna.teacher.taps("☐ Сложные условия").await;
    anna.teacher.taps("☑ ШНОР").await;
    anna.teacher.waits_for_button("☐ ШНОР").await;
    anna.teacher.phone.says("/audit");
    anna.teacher.phone.waits_for("Изменены отметки: Школа № 2").await;
    let mut house = region.house;
    house.restart().await;
    anna.teacher.phone.says("/admin");
    anna.teacher.taps("Школы и объединения").await;
    anna.teacher.waits_for_button("Создать").await;
    anna.teacher.taps("Школы").await;
    anna.teacher.waits_for_button("Школа № 2 ●").await;
    nothing_broke(&house).await;
}

async fn whoever_leaves_belongs_to_nothing(house: House) {
    let region = Region::of(house).await;
    let mut boris = region.member("Семёнов Борис Олегович", region.schools[0]).await;
    let unit = region.association(region.school(), TITLE).await;
    region.takes_in(unit, &boris).await;
    region.gives(&boris, RoleAt { role: Role::AssociationHead, unit }).await;
    boris.teacher.phone.says("/privacy");
    boris.teacher.phone.waits_for(&format!("Объединение: {TITLE}, Школа № 1")).await;
    boris.teacher.taps("Отозвать согласие").await;
    boris.teacher.taps("Да, удалить всё").await;
    boris.teacher.phone.waits_for("всё личное удалено").await;
    region.house.settles().await;
    let left = "SELECT (SELECT COUNT(*) FROM association_members) + (SELECT COUNT(*) FROM roles)";
    assert_eq!(region.house.count(left).await, 0);
    nothing_broke(&region.house).await;
}
