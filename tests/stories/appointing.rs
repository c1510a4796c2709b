//! The first coordinator, the next ones, and the way back; who sees whom; what is written down about it.

use metodist::units::{Role, RoleAt, Unit};
use serde_json::Value;

use crate::{
    house::{House, stories},
    office::{Region, id},
    stages::nothing_broke,
    teacher::Teacher,
};

stories!(
    an_owner_who_has_just_come_in_appoints_the_first_coordinator,
    a_coordinator_appoints_a_methodologist_and_takes_it_back,
    a_revoked_role_is_gone_at_the_very_next_press,
    two_municipalities_never_see_each_other,
    the_last_coordinator_stays,
    of_two_who_remove_each_other_one_stays,
    a_school_leader_sees_their_own_school,
    whoever_was_looked_at_sees_who_looked,
    the_messengers_commands_follow_the_roles,
);

fn coordinator_of(region: &Region) -> RoleAt {
    RoleAt { role: Role::Coordinator, unit: region.here() }
}

async fn an_owner_who_has_just_come_in_appoints_the_first_coordinator(house: House) {
    let region = Region::of(house).await;
    let anna = region.member("Петрова Анна Сергеевна", region.schools[0]).await;
    let mut owner = Teacher::new(region.owner.clone());
    owner.phone.says("/start");
    owner.taps("Даю согласие").await;
    owner.phone.waits_for("Как Вас зовут").await;
    owner.types("Хозяйкин Владимир Ильич");
    for label in ["Озёрный округ", "Озёрная школа № 7", "Учитель", "Математика", "Готово", "2015"]
    {
        owner.taps(label).await;
    }
    owner.phone.waits_for("Рады, что Вы с нами").await;
    owner.taps = 0;
    for label in ["Управление", "Люди", "Петрова А. С.", "Назначить", "Координатор", "Лугоборский район"]
    {
        owner.taps(label).await;
    }
    owner.phone.waits_for("Подтвердите назначение").await;
    owner.taps("Подтвердить").await;
    owner.phone.waits_for("Готово. Петрова Анна Сергеевна: координатор, Лугоборский район").await;
    assert!(owner.taps <= 8, "{} taps", owner.taps);
    anna.teacher.phone.waits_for("Вам поручена роль: координатор, Лугоборский район").await;
    let mut anna = anna.teacher;
    anna.taps("Управление").await;
    anna.phone.waits_for("Ваши роли: координатор, Лугоборский район").await;
    anna.taps("Люди").await;
    anna.phone.waits_for("Здесь 1 человек").await;
    nothing_broke(&region.house).await;
}

async fn a_coordinator_appoints_a_methodologist_and_takes_it_back(house: House) {
    let region = Region::of(house).await;
    let mut anna = region.member("Петрова Анна Сергеевна", region.schools[0]).await;
    let boris = region.member("Семёнов Борис Олегович", region.schools[1]).await;
    region.gives(&anna, coordinator_of(&region)).await;
    anna.teacher.phone.says("/people борис");
    anna.teacher.phone.waits_for("По запросу «борис» нашёлся 1 человек").await;
    anna.teacher.phone.says("/people");
    anna.teacher.phone.waits_for("Здесь 2 человека").await;
    anna.teacher.types("симёнов");
    anna.teacher.phone.waits_for("По запросу «симёнов» нашёлся 1 человек").await;
    for label in ["Семёнов Б. О.", "Назначить", "Методист", "Подтвердить"]
    {
        anna.teacher.taps(label).await;
    }
    anna.teacher.phone.waits_for("методист, Лугоборский район").await;
    assert_eq!(region.roles().await, ["Петрова coordinator", "Семёнов methodologist"]);
    boris.teacher.phone.waits_for("Вам поручена роль: методист").await;
    anna.teacher.taps("Отменить назначение").await;
    anna.teacher.phone.waits_for("Роль снята. Семёнов Борис Олегович").await;
    assert_eq!(region.roles().await, ["Петрова coordinator", "Семёнов methodologist ended"]);
    boris.teacher.phone.waits_for("Роль с Вас снята: методист").await;
    anna.teacher.taps("Вернуть роль").await;
    anna.teacher.phone.waits_for("Готово. Семёнов Борис Олегович").await;
    assert_eq!(region.roles().await, ["Петрова coordinator", "Семёнов methodologist"]);
    anna.teacher.phone.says("/audit");
    anna.teacher.phone.waits_for("Возвращена роль: Семёнов Борис Олегович, методист").await;
    nothing_broke(&region.house).await;
}

async fn a_revoked_role_is_gone_at_the_very_next_press(house: House) {
    let region = Region::of(house).await;
    let mut anna = region.member("Петрова Анна Сергеевна", region.schools[0]).await;
    region.member("Семёнов Борис Олегович", region.schools[1]).await;
    region.gives(&anna, coordinator_of(&region)).await;
    anna.teacher.phone.says("/people");
    anna.teacher.waits_for_button("Семёнов Б. О.").await;
    region.revokes(&anna).await;
    anna.teacher.taps("Семёнов Б. О.").await;
    let screen = anna.teacher.phone.waits_for("кому это поручено").await;
    assert!(!screen.screen().contains("Семёнов"), "{}", screen.screen());
    let menu = anna.teacher.screen().expect("the menu");
    assert!(!menu.screen().contains("Управление"), "{}", menu.screen());
    for words in ["/admin", "/people", "/audit", "Семёнов"] {
        let sent = anna.teacher.phone.says(words);
        let screen = crate::stages::is_answered(&anna.teacher, sent, words).await;
        assert!(!screen.screen().contains("Борис"), "{words}: {}", screen.screen());
    }
    nothing_broke(&region.house).await;
}

async fn two_municipalities_never_see_each_other(house: House) {
    let region = Region::of(house).await;
    let mut anna = region.member("Петрова Анна Сергеевна", region.schools[0]).await;
    let mut vera = region.member("Озёрова Вера Павловна", region.school_there).await;
    region.gives(&anna, coordinator_of(&region)).await;
    region.gives(&vera, RoleAt { role: Role::Coordinator, unit: Unit::Municipality(region.there) }).await;
    for (member, own, other) in
        [(&mut anna, "Петрова А. С.", "Озёрова"), (&mut vera, "Озёрова В. П.", "Петрова")]
    {
        member.teacher.phone.says("/people");
        let list = member.teacher.phone.waits_for("Здесь 1 человек").await;
        assert!(list.screen().contains(own) && !list.screen().contains(other), "{}", list.screen());
        member.teacher.types(other);
        member.teacher.phone.waits_for("никого не нашлось").await;
        member.teacher.phone.says("/audit");
        let log = member.teacher.phone.waits_for("В журнале пока пусто").await;
        assert!(!log.screen().contains(other), "{}", log.screen());
    }
    nothing_broke(&region.house).await;
}

async fn the_last_coordinator_stays(house: House) {
    let region = Region::of(house).await;
    let mut anna = region.member("Петрова Анна Сергеевна", region.schools[0]).await;
    let vera = region.member("Белова Вера Павловна", region.schools[1]).await;
    region.gives(&anna, coordinator_of(&region)).await;
    anna.teacher.phone.says("/people");
    for label in ["Петрова А. С.", "Снять роль: координатор", "Да, снять"]
    {
        anna.teacher.taps(label).await;
    }
    anna.teacher.phone.waits_for("Это единственный координатор").await;
    assert_eq!(region.roles().await, ["Петрова coordinator"]);
    region.gives(&vera, coordinator_of(&region)).await;
    anna.teacher.taps("Да, снять").await;
    anna.teacher.phone.waits_for("Роль снята").await;
    assert_eq!(region.roles().await, ["Белова coordinator", "Петрова coordinator ended"]);
    nothing_broke(&region.house).await;
}

async fn of_two_who_remove_each_other_one_stays(house: House) {
    let region = Region::of(house).await;
    let anna = region.member("Петрова Анна Сергеевна", region.schools[0]).await;
    let vera = region.member("Белова Вера Павловна", region.schools[1]).await;
    for _ in 0..5 {
        let (hers, others) = (
            region.gives(&anna, coordinator_of(&region)).await,
            region.gives(&vera, coordinator_of(&region)).await,
        );
        let presses = [
            anna.teacher.phone.presses_data(1, &format!("di1.stop.{}", id(others))),
            vera.teacher.phone.presses_data(1, &format!("di1.stop.{}", id(hers))),
        ];
        for press in presses {
            press.answer().await;
        }
        region.house.settles().await;
        let open = "SELECT COUNT(*) FROM roles WHERE ended_at IS NULL";
        assert_eq!(region.house.count(open).await, 1, "one of them stays");
        region.revokes(&anna).await;
        region.revokes(&vera).await;
    }
    nothing_broke(&region.house).await;
}

async fn a_school_leader_sees_their_own_school(house: House) {
    let region = Region::of(house).await;
    let mut leader = region.member("Директорова Дарья Ивановна", region.schools[0]).await;
    region.member("Петрова Анна Сергеевна", region.schools[0]).await;
    region.member("Семёнов Борис Олегович", region.schools[1]).await;
    region.gives(&leader, RoleAt { role: Role::SchoolLeader, unit: region.school() }).await;
    leader.teacher.phone.says("/admin");
    let admin = leader.teacher.phone.waits_for("руководитель организации").await;
    assert!(!admin.screen().contains("Журнал"), "{}", admin.screen());
    leader.teacher.taps("Люди").await;
    let list = leader.teacher.phone.waits_for("Здесь 2 человека").await;
    assert!(!list.screen().contains("Семёнов"), "{}", list.screen());
    leader.teacher.taps("Петрова А. С.").await;
    let card = leader.teacher.phone.waits_for("Петрова Анна Сергеевна").await;
    for hidden in ["Назначить", "Сообщения доходят"] {
        assert!(!card.screen().contains(hidden), "{}", card.screen());
    }
    nothing_broke(&region.house).await;
}

async fn whoever_was_looked_at_sees_who_looked(house: House) {
    let region = Region::of(house).await;
    let mut anna = region.member("Петрова Анна Сергеевна", region.schools[0]).await;
    let mut boris = region.member("Семёнов Борис Олегович", region.schools[1]).await;
    region.gives(&anna, coordinator_of(&region)).await;
    boris.teacher.phone.says("/privacy");
    boris.teacher.taps("Кто смотрел мои данные").await;
    boris.teacher.phone.waits_for("никто не открывал").await;
    anna.teacher.phone.says("/people");
    anna.teacher.taps("Семёнов Б. О.").await;
    let card = anna.teacher.phone.waits_for("Семёнов Борис Олегович").await;
    assert!(card.text.contains("Математика") && card.text.contains("Сообщения доходят"), "{}", card.text);
    anna.teacher.phone.says("что-то ещё");
    anna.teacher.phone.waits_for("не жду сообщений").await;
    boris.teacher.phone.says("/privacy");
    boris.teacher.taps("Кто смотрел мои данные").await;
    boris.teacher.phone.waits_for("Петрова Анна Сергеевна").await;
    let entries = "SELECT COUNT(*) FROM audit_entries WHERE deed = 'saw-card'";
    assert_eq!(region.house.count(entries).await, 1, "one opening, one entry");
    anna.teacher.phone.says("/privacy");
    anna.teacher.taps("Отозвать согласие").await;
    anna.teacher.taps("Да, удалить всё").await;
    anna.teacher.phone.waits_for("всё личное удалено").await;
    boris.teacher.phone.says("/privacy");
    boris.teacher.taps("Кто смотрел мои данные").await;
    boris.teacher.phone.waits_for("имя удалено").await;
    assert_eq!(region.house.count(entries).await, 1, "the entry stays");
    nothing_broke(&region.house).await;
}

/// The commands that this phone's menu offers last in Russian.
fn offered(region: &Region, phone: i64) -> Vec<String> {
    let calls = region.house.sandbox.calls().into_iter().rev();
    let mut lists = calls.filter(|call| call.method == "setmycommands");
    let list = lists.find(|call| {
        let chat = call.params["scope"]["chat_id"].as_str().map(str::to_owned);
        chat == Some(phone.to_string()) && call.params["language_code"].is_null()
    });
    let commands = list.map(|call| call.params["commands"].clone()).unwrap_or_default();
    let names: Vec<Value> = serde_json::from_value(commands).unwrap_or_default();
    names.iter().filter_map(|command| command["command"].as_str().map(str::to_owned)).collect()
}

async fn the_messengers_commands_follow_the_roles(house: House) {
    let region = Region::of(house).await;
    let mut anna = region.member("Петрова Анна Сергеевна", region.schools[0]).await;
    let boris = region.member("Семёнов Борис Олегович", region.schools[1]).await;
    region.gives(&anna, coordinator_of(&region)).await;
    anna.teacher.phone.says("/people");
    for label in ["Семёнов Б. О.", "Назначить", "Руководитель организации", "Подтвердить"]
    {
        anna.teacher.taps(label).await;
    }
    boris.teacher.phone.waits_for("Вам поручена роль").await;
    let phone = boris.teacher.phone.id();
    waits_until(|| offered(&region, phone).contains(&"people".to_owned())).await;
    assert!(!offered(&region, phone).contains(&"audit".to_owned()), "a leader has no audit");
    anna.teacher.taps("Отменить назначение").await;
    waits_until(|| !offered(&region, phone).contains(&"people".to_owned())).await;
    nothing_broke(&region.house).await;
}

async fn waits_until(test: impl Fn() -> bool) {
    for _ in 0..400 {
        if test() {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
    panic!("the list of commands did not follow");
}
