//! A coordinator's first day: people invited, confirmed, appointed, and what nobody else sees of them.

use crate::visitor::{PHONE, PLAIN, Visitor, visit};

/// What a coordinator's first day may take.
const MOST_TAPS: usize = 25;

#[tokio::test]
async fn a_coordinator_gets_people_in_within_25_taps() {
    let (_demo, mut visitor) = visit().await;
    visitor.browser.eval(PLAIN).await;
    visitor.takes_phone("Наталья Кравцова").await;
    visitor.commands("/admin").await;
    visitor.pictures("coordinator-admin", "Ваши роли").await;
    visitor.taps("Пригласить").await;
    visitor.taps("Педагогов").await;
    visitor.taps("Школа № 1").await;
    visitor.pictures("coordinator-invitation", "Приглашение: педагог").await;
    visitor.taps("В меню").await;
    visitor.taps("Управление").await;
    visitor.taps("Совпадения (3)").await;
    visitor.pictures("coordinator-match", "Это один человек?").await;
    for _ in 0..3 {
        let before = visitor.newest().await;
        visitor.taps("Это один человек").await;
        visitor.sees_something_after(&before).await;
    }
    visitor.sees("и человек из списка — один человек").await;
    visitor.taps("Управление").await;
    visitor.taps("Люди").await;
    visitor.pictures("coordinator-people", "кого ищете").await;
    visitor.types("воронцова").await;
    visitor.sees("По запросу «воронцова»").await;
    visitor.taps("Воронцова Г. С.").await;
    visitor.pictures("coordinator-card", "Воронцова Галина Степановна").await;
    visitor.taps("Назначить").await;
    visitor.taps("Методист").await;
    visitor.taps("Подтвердить").await;
    visitor.pictures("coordinator-appointed", "Готово.").await;
    visitor.taps("В меню").await;
    visitor.taps("Управление").await;
    visitor.taps("Методический актив").await;
    visitor.pictures("coordinator-pool", "Методистов:").await;
    println!("{} taps and {} typed line", visitor.taps, visitor.lines);
    assert!(
        visitor.taps <= MOST_TAPS && visitor.lines == 1,
        "{} taps, {} lines",
        visitor.taps,
        visitor.lines
    );

    she_invites_one_in_person_and_looks_at_a_list(&mut visitor).await;
    a_colleague_sees_nothing_of_theirs(&mut visitor).await;
    assert_eq!(visitor.browser.complaints(), Vec::<String>::new());
}

/// What else the handbook shows: somebody of the list who has not come in, and a list before it is taken in.
async fn she_invites_one_in_person_and_looks_at_a_list(visitor: &mut Visitor) {
    visitor.types("/people тихонов").await;
    visitor.taps("Тихонов П. А.").await;
    visitor.pictures("coordinator-awaited", "Ещё не в боте").await;
    visitor.taps("Пригласить лично").await;
    visitor.sees("Здравствуйте, Павел Аркадьевич!").await;
    visitor.sends_file("Педагоги района.csv", include_str!("../../src/demo/roster.csv")).await;
    visitor.pictures("coordinator-list", "Проверка списка").await;
    visitor.taps("Отмена").await;
    visitor.sees("Пришлите файл").await;
}

/// Somebody types the name of a colleague whom the coordinator's list tells more of.
async fn a_colleague_sees_nothing_of_theirs(visitor: &mut Visitor) {
    visitor.takes_new_phone().await;
    visitor.taps("Даю согласие").await;
    visitor.sees("Как Вас зовут").await;
    visitor.introduces("Тихонов Павел Аркадьевич").await;
    for command in ["/profile", "/privacy", "/people Тихонов", "/admin"] {
        visitor.types(command).await;
        visitor.sees(command).await;
    }
    visitor.sees("Математика").await;
    let all = visitor.browser.eval(&format!("{PHONE}.querySelector('.messages').innerText")).await;
    let all = all.as_str().unwrap_or_default();
    for words in ["14.02.1979", "Физика", "гимназия", "0,5", "Совпадения", "списк"]
    {
        assert!(!all.contains(words), "«{words}» is a colleague's:\n{all}");
    }
}
