//! Coming in: consent asked and refused, names as people type them, lists narrowed by typing, the way back.

use crate::{
    house::{House, stories},
    leaving::dump,
    stages::{NAME, Stage, brought_to, held, is_answered, nothing_broke, stands_at},
    teacher::Teacher,
};

stories!(
    refusing_stores_nothing_but_the_messengers_id,
    a_changed_consent_text_asks_again_and_keeps_everything,
    names_are_read_as_people_type_them,
    typing_narrows_the_list_of_schools,
    the_way_back_leads_through_every_step,
    a_restart_resumes_at_every_step,
    what_was_passed_over_can_be_said_later,
);

async fn refusing_stores_nothing_but_the_messengers_id(house: House) {
    let profile = sandbox::Profile {
        first_name: "Виолетта".to_owned(),
        last_name: Some("Загадочная".to_owned()),
        ..sandbox::Profile::default()
    };
    let mut teacher = Teacher::new(house.sandbox.person_with(profile));
    teacher.phone.says("/start");
    teacher.taps("Полный текст").await;
    teacher.waits_for_button("Даю согласие").await;
    teacher.taps("Не сейчас").await;
    teacher.waits_for_button("Вернуться").await;
    for words in ["Загадочная Виолетта Марковна", "мой телефон 89991112233"]
    {
        let sent = teacher.phone.says(words);
        let screen = is_answered(&teacher, sent, words).await;
        assert!(screen.text.contains("согласие"), "{}", screen.text);
    }
    teacher.phone.sends(sandbox::Sent::Contact { phone: "+79991112233".to_owned() });
    house.settles().await;
    for (place, text) in dump(&house).await {
        for secret in ["Виолетта", "Загадочная", "violetta", "9991112233", "Марковна"]
        {
            assert!(!text.contains(secret), "{secret} lies in {place}: {text}");
        }
    }
    for table in ["persons", "consents", "drafts", "employments", "attempts"] {
        assert_eq!(rows_of(&house, table).await, 0, "{table}");
    }
    let contacts = house
        .lines(
            "SELECT messenger FROM contacts WHERE external_id = $1 AND person_id IS NULL",
            teacher.phone.id(),
        )
        .await;
    assert_eq!(contacts, ["telegram"]);
    teacher.phone.says("/start");
    teacher.taps("Даю согласие").await;
    stands_at(&teacher, Stage::Name).await;
    nothing_broke(&house).await;
}

async fn rows_of(house: &House, table: &str) -> usize {
    let prefix = format!("{table}.");
    dump(house).await.iter().filter(|(place, _)| place.starts_with(&prefix)).count()
}

/// As if everybody had agreed to an older text than the one in force.
pub async fn forget_the_text(house: &House) {
    let mut tx = house.app.db.begin().await.expect("a transaction");
    metodist::execute!(&mut tx, sqlx::query("UPDATE consents SET text_hash = text_hash || ', older'"))
        .expect("the consents can be aged");
    tx.commit().await.expect("committed");
}

async fn a_changed_consent_text_asks_again_and_keeps_everything(house: House) {
    let house = house.with_short_questionnaire().await;
    for stage in [Stage::Post, Stage::Menu, Stage::TextQuestion, Stage::Result] {
        let mut teacher = brought_to(&house, stage).await;
        let before = held(&house, &teacher).await;
        forget_the_text(&house).await;
        let sent = teacher.phone.says("мира");
        let screen = is_answered(&teacher, sent, "words under an old consent").await;
        assert!(screen.text.contains("Текст согласия изменился"), "{stage:?}: {}", screen.text);
        assert_eq!(before, held(&house, &teacher).await, "{stage:?}");
        teacher.taps("Не сейчас").await;
        teacher.taps("Вернуться").await;
        teacher.taps("Даю согласие").await;
        let next = if stage == Stage::Post { Stage::Post } else { Stage::Menu };
        stands_at(&teacher, next).await;
        assert_eq!(before, held(&house, &teacher).await, "{stage:?}");
    }
    assert_eq!(
        house.count("SELECT COUNT(*) FROM consents WHERE text_hash NOT LIKE '%older'").await,
        1,
        "the last one has agreed anew"
    );
    nothing_broke(&house).await;
}

async fn names_are_read_as_people_type_them(house: House) {
    for (typed, kept) in [
        ("Петрова Анна Сергеевна", "Петрова Анна Сергеевна"),
        ("анна сергеевна петрова", "Петрова Анна Сергеевна"),
        ("ПЕТРОВА,  АННА\nСЕРГЕЕВНА", "Петрова Анна Сергеевна"),
        ("Ондар Чечек", "Ондар Чечек"),
        ("Алиев Ахмед Мамед оглы", "Алиев Ахмед Мамед оглы"),
        ("Петрова-Водкина Анна Ильинична.", "Петрова-Водкина Анна Ильинична"),
    ] {
        let mut teacher = brought_to(&house, Stage::Name).await;
        for (wrong, word) in [
            ("Анна", "только одно слово"),
            ("Анна Сергеевна", "Не вижу фамилии"),
            ("Петрова А. С.", "без инициалов"),
            ("Петрова Анна 5", "только буквы"),
        ] {
            let sent = teacher.phone.says(wrong);
            let screen = is_answered(&teacher, sent, wrong).await;
            assert!(screen.text.contains(word), "{wrong}: {}", screen.text);
        }
        teacher.types(typed);
        stands_at(&teacher, Stage::School).await;
        teacher.taps("Исправить имя").await;
        stands_at(&teacher, Stage::Name).await;
        teacher.taps(&format!("Оставить: {kept}")).await;
        stands_at(&teacher, Stage::School).await;
    }
    nothing_broke(&house).await;
}

async fn typing_narrows_the_list_of_schools(house: House) {
    let mut teacher = brought_to(&house, Stage::School).await;
    for (typed, label) in [("ручеек", "Ручеёк"), ("ТЕХНИКУМ", "техникум"), ("  школа 2  ", "№ 2")]
    {
        let sent = teacher.phone.says(typed);
        let screen = is_answered(&teacher, sent, typed).await;
        let schools: Vec<_> = screen
            .buttons
            .iter()
            .flatten()
            .filter(|key| key.data.as_ref().is_some_and(|data| data.starts_with("pe1.school.")))
            .collect();
        assert!(schools.len() == 1 && schools[0].label.contains(label), "{typed}: {}", screen.screen());
    }
    let sent = teacher.phone.says("хогвартс");
    let screen = is_answered(&teacher, sent, "a school that is not there").await;
    assert!(screen.text.contains("«хогвартс» ничего не нашлось"), "{}", screen.text);
    teacher.taps("Показать все").await;
    teacher.waits_for_button("Школа № 1").await;
    teacher.taps("Ещё").await;
    teacher.waits_for_button("Предыдущие").await;
    teacher.types("гимназия");
    teacher.taps("Лугоборская гимназия").await;
    stands_at(&teacher, Stage::Post).await;
    teacher.types("воспит");
    teacher.taps("Воспитатель").await;
    teacher.waits_for_button("Пропустить").await;
    nothing_broke(&house).await;
}

const WAY: [Stage; 5] = [Stage::Name, Stage::School, Stage::Post, Stage::Subjects, Stage::Year];

async fn the_way_back_leads_through_every_step(house: House) {
    let mut teacher = brought_to(&house, Stage::Year).await;
    for stage in WAY.iter().rev().skip(1) {
        teacher.taps("‹ Назад").await;
        stands_at(&teacher, *stage).await;
    }
    teacher.taps(&format!("Оставить: {NAME}")).await;
    teacher.taps("Школа № 2").await;
    teacher.taps("Учитель").await;
    stands_at(&teacher, Stage::Subjects).await;
    teacher.taps("Готово (1)").await;
    stands_at(&teacher, Stage::Year).await;
    teacher.taps("‹ Назад").await;
    teacher.taps("☑ Математика").await;
    teacher.taps("Пропустить").await;
    teacher.types("1998 год");
    teacher.phone.waits_for("Рады, что Вы с нами").await;
    assert_eq!(
        held(&house, &teacher).await,
        ["Петрова Анна Сергеевна 1998 ru  1260 480 registered".to_owned(), "teacher ".to_owned()]
    );
    nothing_broke(&house).await;
}

async fn a_restart_resumes_at_every_step(mut house: House) {
    let mut people = Vec::new();
    for stage in WAY {
        people.push((stage, brought_to(&house, stage).await));
    }
    house.settles().await;
    house.restart().await;
    for (stage, teacher) in &people {
        let sent = teacher.phone.says("/start");
        let screen = is_answered(teacher, sent, "/start after a restart").await;
        assert!(screen.text.contains(stage.landmark()), "{}", screen.text);
    }
    for (stage, teacher) in &mut people {
        match stage {
            Stage::Name => teacher.types(NAME),
            Stage::School => teacher.taps("Школа № 1").await,
            Stage::Post => teacher.taps("Учитель").await,
            Stage::Subjects => {
                teacher.taps("Математика").await;
                teacher.taps("Готово").await;
            }
            _ => teacher.types("2015"),
        }
    }
    for (at, (_, teacher)) in people.iter().enumerate() {
        match WAY.get(at + 1) {
            Some(next) => stands_at(teacher, *next).await,
            None => drop(teacher.phone.waits_for("Рады, что Вы с нами").await),
        }
    }
    nothing_broke(&house).await;
}

async fn what_was_passed_over_can_be_said_later(house: House) {
    let mut teacher = brought_to(&house, Stage::Year).await;
    teacher.taps("Ответить потом").await;
    teacher.phone.waits_for("Рады, что Вы с нами").await;
    teacher.phone.says("/profile");
    teacher.taps("Начало работы").await;
    teacher.waits_for_button("К профилю").await;
    for wrong in ["в прошлом веке", "2999", "1800"] {
        let sent = teacher.phone.says(wrong);
        is_answered(&teacher, sent, wrong).await;
    }
    teacher.types("2020");
    teacher.phone.waits_for("2020 год").await;
    teacher.taps("Дата рождения").await;
    teacher.phone.waits_for("до 35 лет").await;
    for wrong in ["31.02.1990", "завтра", "01.01.2999"] {
        let sent = teacher.phone.says(wrong);
        is_answered(&teacher, sent, wrong).await;
    }
    teacher.types("7.3.1985");
    teacher.phone.waits_for("07.03.1985").await;
    teacher.taps("Имя").await;
    teacher.phone.waits_for("Сейчас записано").await;
    teacher.types("Сидорова Мария Ивановна");
    teacher.phone.waits_for("Сидорова Мария Ивановна").await;
    nothing_broke(&house).await;
}
