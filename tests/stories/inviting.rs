//! Getting in by invitation: writing one, handing it over, coming by it, being confirmed; and every way in which a link
//! can be worth nothing.

use chrono::TimeDelta;
use metodist::units::{Role, RoleAt, Unit};
use sandbox::Phone;
use uuid::Uuid;

use crate::{
    house::{House, stories},
    office::{Member, Region, id},
    stages::nothing_broke,
    teacher::Teacher,
};

stories!(
    a_school_leader_invites_a_colleague_who_comes_in_few_taps,
    an_invited_teacher_may_work_elsewhere,
    a_methodologist_comes_by_an_invitation_and_is_confirmed,
    whoever_is_declined_stays_a_teacher,
    each_link_that_leads_nowhere_says_so_and_lets_people_in,
    a_coordinator_who_lost_the_role_invites_and_confirms_nobody,
    of_two_who_come_for_the_last_place_one_gets_it,
    forged_links_and_presses_do_nothing,
    a_stranger_who_declines_leaves_nothing,
    an_owner_invites_the_first_coordinator,
);

fn coordinator_of(region: &Region) -> RoleAt {
    RoleAt { role: Role::Coordinator, unit: region.here() }
}

/// The link's last part, of the newest invitation.
async fn newest_token(region: &Region) -> String {
    let tokens: Vec<String> = metodist::read!(&region.house.app.db, on =>
        sqlx::query_scalar("SELECT token FROM invitations ORDER BY created_at DESC, id DESC").fetch_all(on))
    .expect("tokens");
    tokens.first().expect("an invitation was written").clone()
}

/// Writes an invitation by the buttons; returns what its link ends in.
async fn invites(region: &Region, member: &mut Member, labels: &[&str]) -> String {
    member.teacher.phone.says("/admin");
    member.teacher.taps("Пригласить").await;
    member.teacher.phone.waits_for("Кого пригласить").await;
    for label in labels {
        member.teacher.taps(label).await;
    }
    member.teacher.phone.waits_for("Приглашение:").await;
    region.house.settles().await;
    newest_token(region).await
}

async fn coordinator(region: &Region) -> Member {
    let anna = region.member("Петрова Анна Сергеевна", region.schools[0]).await;
    region.gives(&anna, coordinator_of(region)).await;
    anna
}

/// Comes by a link and says who they are; the place of work is known.
async fn comes_in(phone: Phone, token: &str, name: &str) -> Teacher {
    let mut teacher = Teacher::new(phone);
    teacher.phone.says(&format!("/start {token}"));
    teacher.phone.waits_for("Вас приглашают").await;
    teacher.taps("Даю согласие").await;
    teacher.phone.waits_for("Как Вас зовут").await;
    teacher.types(name);
    for label in ["Учитель", "Математика", "Готово", "2015"] {
        teacher.taps(label).await;
    }
    teacher.phone.waits_for("Рады, что Вы с нами").await;
    teacher
}

async fn a_school_leader_invites_a_colleague_who_comes_in_few_taps(house: House) {
    let region = Region::of(house).await;
    let mut leader = region.member("Директорова Дарья Ивановна", region.schools[0]).await;
    region.gives(&leader, RoleAt { role: Role::SchoolLeader, unit: region.school() }).await;
    let token = invites(&region, &mut leader, &["Педагогов"]).await;
    assert!(leader.teacher.taps <= 4, "{} taps", leader.teacher.taps);
    let chat = leader.teacher.phone.chat();
    let files: Vec<_> = chat.iter().filter_map(|bubble| bubble.file.as_ref()).collect();
    let [code, sheet] = &files[..] else { panic!("a code and a sheet, not {} files", files.len()) };
    assert!(code.bytes.starts_with(b"\x89PNG") && sheet.bytes.starts_with(b"%PDF"));
    assert_eq!((code.kind.as_str(), sheet.name.as_str()), ("photo", "Приглашение.pdf"));
    assert!(code.caption.contains(&format!("?start={token}")), "{}", code.caption);
    assert!(code.caption.contains("https://t.me/") && code.caption.contains("«СОШ № 1»"), "{}", code.caption);

    let boris = comes_in(region.house.person("Борис"), &token, "Семёнов Борис Олегович").await;
    assert_eq!((boris.taps, boris.lines), (5, 1), "the school is known already");
    boris.phone.waits_for("Приглашение принято: Школа № 1").await;
    leader.teacher.phone.says("/admin");
    leader.teacher.taps("Пригласить").await;
    leader.teacher.taps("Приглашения (1)").await;
    leader.teacher.taps("педагог · Школа № 1 · 1").await;
    let page = leader.teacher.phone.waits_for("Пришёл 1 человек").await;
    assert!(page.text.contains("Семёнов Борис Олегович"), "{}", page.text);
    leader.teacher.taps("Отозвать").await;
    leader.teacher.taps("Да, отозвать").await;
    leader.teacher.phone.waits_for("больше никто не придёт").await;
    let deeds = "SELECT COUNT(*) FROM audit_entries WHERE deed IN ('invited', 'revoked-invitation')";
    assert_eq!(region.house.count(deeds).await, 2);
    nothing_broke(&region.house).await;
}

async fn an_invited_teacher_may_work_elsewhere(house: House) {
    let region = Region::of(house).await;
    let mut anna = coordinator(&region).await;
    let token = invites(&region, &mut anna, &["Педагогов", "Школа № 1"]).await;
    let mut boris = Teacher::new(region.house.person("Борис"));
    boris.phone.says("/start");
    boris.taps("Даю согласие").await;
    boris.phone.waits_for("Как Вас зовут").await;
    boris.phone.says(&format!("/start {token}"));
    boris.phone.waits_for("Вас приглашают: Школа № 1").await;
    boris.types("Семёнов Борис Олегович");
    boris.phone.waits_for("Какая у Вас там должность").await;
    for label in ["Другая организация", "Лугоборский район", "Школа № 2", "Учитель", "Математика"]
    {
        boris.taps(label).await;
    }
    for label in ["Готово", "2015"] {
        boris.taps(label).await;
    }
    boris.phone.waits_for("ещё одно место работы").await;
    let uses = "SELECT COUNT(*) FROM invitation_uses WHERE state = 'in'";
    assert_eq!(region.house.count(uses).await, 1);
    boris.phone.says(&format!("/start {token}"));
    boris.phone.waits_for("Вы уже пришли").await;
    assert_eq!(region.house.count("SELECT uses FROM invitations").await, 1, "once is enough");
    nothing_broke(&region.house).await;
}

async fn a_methodologist_comes_by_an_invitation_and_is_confirmed(house: House) {
    let region = Region::of(house).await;
    let mut anna = coordinator(&region).await;
    let token = invites(&region, &mut anna, &["Методиста"]).await;
    assert!(anna.teacher.taps <= 4, "{} taps", anna.teacher.taps);
    let sheets = anna.teacher.phone.chat().iter().filter(|bubble| bubble.file.is_some()).count();
    assert_eq!(sheets, 1, "a code and no sheet: the link is for one person");
    let mut boris = Teacher::new(region.house.person("Борис"));
    boris.phone.says(&format!("/start {token}"));
    boris.phone.waits_for("Вас приглашают: методист, Лугоборский район").await;
    boris.taps("Даю согласие").await;
    boris.phone.waits_for("Как Вас зовут").await;
    boris.types("Семёнов Борис Олегович");
    for label in ["Школа № 2", "Учитель", "Математика", "Готово", "2015"] {
        boris.taps(label).await;
    }
    boris.phone.waits_for("ждёт подтверждения").await;
    assert_eq!(region.roles().await, ["Петрова coordinator"], "a teacher's rights meanwhile");
    anna.teacher.phone.waits_for("По приглашению пришёл человек").await;
    anna.teacher.taps("Подтвердить").await;
    anna.teacher.phone.waits_for("Роль дана: методист, Лугоборский район").await;
    // Whenever the story is told: by night nobody is written to.
    region.house.clock.advance(TimeDelta::hours(14)).await;
    boris.phone.waits_for("Роль подтверждена: методист").await;
    assert_eq!(region.roles().await, ["Петрова coordinator", "Семёнов methodologist"]);
    anna.teacher.phone.says("/audit");
    anna.teacher.phone.waits_for("Назначение: Семёнов Борис Олегович, методист").await;
    boris.phone.says("/privacy");
    boris.phone.waits_for("по какому Вы пришли").await;
    boris.taps("Кто смотрел мои данные").await;
    boris.phone.waits_for("Вам дана роль: методист").await;
    nothing_broke(&region.house).await;
}

async fn whoever_is_declined_stays_a_teacher(house: House) {
    let region = Region::of(house).await;
    let mut anna = coordinator(&region).await;
    let mut boris = region.member("Семёнов Борис Олегович", region.schools[1]).await;
    let token = invites(&region, &mut anna, &["Руководителя организации", "Школа № 1"]).await;
    boris.teacher.phone.says(&format!("/start {token}"));
    boris.teacher.phone.waits_for("Принять приглашение?").await;
    boris.teacher.taps("Принять").await;
    boris.teacher.phone.waits_for("ждёт подтверждения").await;
    boris.teacher.phone.says("/admin");
    boris.teacher.phone.waits_for("кому это поручено").await;
    anna.teacher.phone.waits_for("По приглашению пришёл человек").await;
    anna.teacher.taps("Подтвердить").await;
    anna.teacher.phone.waits_for("нет этой организации").await;
    anna.teacher.phone.says("/admin");
    anna.teacher.taps("Пригласить").await;
    anna.teacher.taps("Ждут подтверждения (1)").await;
    anna.teacher.taps("Семёнов Борис Олегович · руководитель").await;
    anna.teacher.taps("Отклонить").await;
    anna.teacher.phone.waits_for("Роль не дана").await;
    boris.teacher.phone.waits_for("Роль не подтвердили").await;
    assert_eq!(region.roles().await, ["Петрова coordinator"]);
    nothing_broke(&region.house).await;
}

async fn each_link_that_leads_nowhere_says_so_and_lets_people_in(house: House) {
    let region = Region::of(house).await;
    let mut anna = coordinator(&region).await;
    let teachers = invites(&region, &mut anna, &["Педагогов", "Школа № 1"]).await;
    anna.teacher.phone.says(&format!("/start {teachers}"));
    anna.teacher.phone.waits_for("Ваше собственное приглашение").await;
    let single = invites(&region, &mut anna, &["Методиста"]).await;
    let boris = region.member("Семёнов Борис Олегович", region.schools[1]).await;
    let mut first = boris.teacher.clone();
    first.phone.says(&format!("/start {single}"));
    first.taps("Принять").await;
    first.phone.waits_for("ждёт подтверждения").await;
    let vera = region.member("Белова Вера Павловна", region.schools[1]).await.teacher;
    vera.phone.says(&format!("/start {single}"));
    let screen = vera.phone.waits_for("уже пришёл другой человек").await;
    assert!(screen.text.contains("чем займёмся"), "the menu stands below: {}", screen.text);
    let revoked = invites(&region, &mut anna, &["Педагогов", "Школа № 2"]).await;
    anna.teacher.taps("Отозвать").await;
    anna.teacher.taps("Да, отозвать").await;
    anna.teacher.phone.waits_for("больше никто не придёт").await;
    let stranger = region.house.person("Глеб");
    for (link, words) in [
        (revoked.as_str(), "Это приглашение отозвано"),
        ("AAAAAAAAAAAAAAAAAAAAAAAA", "Такого приглашения не нахожу"),
        ("что-то", "Такого приглашения не нахожу"),
    ] {
        stranger.says(&format!("/start {link}"));
        let screen = stranger.waits_for(words).await;
        assert!(screen.text.contains("нужно Ваше согласие"), "the way in stands below: {}", screen.text);
    }
    region.house.clock.jump(TimeDelta::days(61));
    stranger.says(&format!("/start {teachers}"));
    stranger.waits_for("Срок этого приглашения закончился").await;
    nothing_broke(&region.house).await;
}

async fn a_coordinator_who_lost_the_role_invites_and_confirms_nobody(house: House) {
    let region = Region::of(house).await;
    let mut anna = coordinator(&region).await;
    let vera = region.member("Белова Вера Павловна", region.schools[1]).await;
    let token = invites(&region, &mut anna, &["Методиста"]).await;
    let mut boris = region.member("Семёнов Борис Олегович", region.schools[1]).await;
    boris.teacher.phone.says(&format!("/start {token}"));
    boris.teacher.phone.waits_for("Принять приглашение?").await;
    region.revokes(&anna).await;
    boris.teacher.taps("Принять").await;
    boris.teacher.phone.waits_for("приглашение отозвано").await;
    region.gives(&anna, coordinator_of(&region)).await;
    boris.teacher.phone.says(&format!("/start {token}"));
    boris.teacher.taps("Принять").await;
    anna.teacher.phone.waits_for("По приглашению пришёл человек").await;
    region.revokes(&anna).await;
    region.gives(&vera, coordinator_of(&region)).await;
    anna.teacher.taps("Подтвердить").await;
    anna.teacher.phone.waits_for("кому это поручено").await;
    let mut vera = vera.teacher;
    vera.phone.says("/admin");
    vera.taps("Пригласить").await;
    for label in ["Ждут подтверждения (1)", "Семёнов Борис Олегович", "Подтвердить"]
    {
        vera.taps(label).await;
    }
    vera.phone.waits_for("Роль дана").await;
    assert!(region.roles().await.contains(&"Семёнов methodologist".to_owned()));
    nothing_broke(&region.house).await;
}

async fn of_two_who_come_for_the_last_place_one_gets_it(house: House) {
    let region = Region::of(house).await;
    let mut anna = coordinator(&region).await;
    let token = invites(&region, &mut anna, &["Методиста"]).await;
    let mut comers = Vec::new();
    for name in ["Семёнов Борис", "Белова Вера", "Гусева Инна"] {
        let comer = region.member(name, region.schools[1]).await.teacher;
        comer.phone.says(&format!("/start {token}"));
        comer.phone.waits_for("Принять приглашение?").await;
        comers.push(comer);
    }
    let presses: Vec<_> = comers.iter().map(|comer| comer.phone.presses_data(1, "in1.accept")).collect();
    for press in presses {
        press.answer().await;
    }
    region.house.settles().await;
    let told = |words: &str| comers.iter().filter(|comer| comer.phone.screen().contains(words)).count();
    assert_eq!((told("ждёт подтверждения"), told("пришёл другой человек")), (1, 2));
    assert_eq!(region.house.count("SELECT COUNT(*) FROM invitation_uses").await, 1);
    nothing_broke(&region.house).await;
}

async fn forged_links_and_presses_do_nothing(house: House) {
    let region = Region::of(house).await;
    let mut anna = coordinator(&region).await;
    let token = invites(&region, &mut anna, &["Методиста"]).await;
    let boris = region.member("Семёнов Борис Олегович", region.schools[1]).await;
    let mut first = boris.teacher.clone();
    first.phone.says(&format!("/start {token}"));
    first.taps("Принять").await;
    first.phone.waits_for("ждёт подтверждения").await;
    let thief = region.member("Озёрова Вера Павловна", region.school_there).await;
    region.gives(&thief, RoleAt { role: Role::Coordinator, unit: Unit::Municipality(region.there) }).await;
    thief.teacher.phone.says("/menu");
    thief.teacher.phone.waits_for("чем займёмся").await;
    let ids: Vec<Uuid> = metodist::read!(&region.house.app.db, on => sqlx::query_scalar(
        "SELECT id FROM invitation_uses UNION SELECT id FROM invitations").fetch_all(on))
    .expect("ids");
    let verbs = ["show", "send", "askrevoke", "revoke", "comer", "confirm", "decline"];
    let mut forged: Vec<String> =
        ids.iter().flat_map(|one| verbs.map(|verb| format!("in1.{verb}.{}", id(*one)))).collect();
    for (role, place) in [("teacher", region.here), ("leader", region.schools[0]), ("coord", region.here)] {
        forged.push(format!("in1.create.{role}.{}", id(place)));
    }
    forged.extend(["in1.create.region", "in1.accept", "in1.welcome"].map(str::to_owned));
    for payload in &forged {
        for forger in [&thief.teacher, &first] {
            forger.phone.presses_data(1, payload).answer().await;
            region.house.settles_soon().await;
            let screen = forger.phone.screen();
            assert!(
                !screen.contains("Петрова") && !screen.contains("Приглашение: методист"),
                "{payload}: {screen}"
            );
        }
    }
    let mutated: String = token.chars().rev().collect();
    for word in [mutated.as_str(), &token[1..], &format!("{token}A"), "'; DROP TABLE roles; --"] {
        thief.teacher.phone.says(&format!("/start {word}"));
        thief.teacher.phone.waits_for("Такого приглашения не нахожу").await;
    }
    assert_eq!(region.house.count("SELECT COUNT(*) FROM invitations").await, 1, "none was written");
    assert_eq!(region.house.count("SELECT COUNT(*) FROM invitations WHERE revoked_at IS NULL").await, 1);
    assert_eq!(region.house.count("SELECT COUNT(*) FROM invitation_uses WHERE state = 'waiting'").await, 1);
    assert_eq!(region.roles().await, ["Озёрова coordinator", "Петрова coordinator"]);
    nothing_broke(&region.house).await;
}

async fn a_stranger_who_declines_leaves_nothing(house: House) {
    let region = Region::of(house).await;
    let mut anna = coordinator(&region).await;
    let token = invites(&region, &mut anna, &["Педагогов", "Школа № 1"]).await;
    let mut boris = Teacher::new(region.house.person("Борис"));
    boris.phone.says(&format!("/start {token}"));
    boris.phone.waits_for("Вас приглашают").await;
    let drafts =
        "SELECT COUNT(*) FROM drafts d JOIN contacts c ON c.id = d.contact_id WHERE c.person_id IS NULL";
    assert_eq!(region.house.count(drafts).await, 2, "the invitation waits for the answer");
    boris.taps("Не сейчас").await;
    boris.phone.waits_for("больше ничего").await;
    assert_eq!(region.house.count(drafts).await, 0);
    comes_in(boris.phone, &token, "Семёнов Борис Олегович").await;
    nothing_broke(&region.house).await;
}

async fn an_owner_invites_the_first_coordinator(house: House) {
    let region = Region::of(house).await;
    let mut owner = region.joins(region.owner.clone(), "Хозяйкин Владимир Ильич", region.schools[0]).await;
    let token = invites(&region, &mut owner, &["Координатора", "Озёрный округ"]).await;
    let mut vera = region.member("Озёрова Вера Павловна", region.school_there).await.teacher;
    vera.phone.says(&format!("/start {token}"));
    vera.taps("Принять").await;
    owner.teacher.phone.waits_for("По приглашению пришёл человек").await;
    owner.teacher.taps("Подтвердить").await;
    owner.teacher.phone.waits_for("Роль дана").await;
    vera.phone.waits_for("Роль подтверждена: координатор, Озёрный округ").await;
    vera.phone.says("/admin");
    vera.taps("Пригласить").await;
    vera.waits_for_button("Педагогов").await;
    nothing_broke(&region.house).await;
}
