//! Questionnaires of a municipality: from a sheet to an open one, inviting and reminding, results from ten people on.

use metodist::{
    diagnostics,
    units::{Role, RoleAt},
};
use sandbox::{Bubble, Sent};

use crate::{
    announcing::coordinated,
    house::Engine,
    letters::on_both_engines,
    office::{Member, id},
    stages::nothing_broke,
};

on_both_engines!(
    a_sheet_becomes_an_open_questionnaire,
    mistakes_come_back_by_row_and_change_nothing,
    people_are_invited_once_and_the_silent_reminded,
    results_are_shown_from_ten_people_on_in_whole_tens,
    nobody_reaches_another_municipalitys_questionnaire,
);

const SHEET: [&str; 4] = [
    "Вопрос;Вид ответа;Вариант 1;Вариант 2;Вариант 3;Верный ответ;Можно пропустить",
    "Готовы ли дети к экзамену?;один;Да;Нет;;;",
    "Столица Тывы?;;Абакан;Кызыл;Чадан;Кызыл;",
    "Чего не хватает?;слова;;;;;да",
];

fn sheet(lines: &[&str]) -> Sent {
    Sent::Document { name: "Готовность к ГИА.csv".into(), bytes: lines.join("\n").into_bytes() }
}

/// Sends the sheet and puts what it says on offer.
async fn opens(alla: &mut Member) {
    let teacher = &mut alla.teacher;
    teacher.phone.says("/admin");
    teacher.taps("Анкеты").await;
    teacher.taps("Новая анкета").await;
    teacher.phone.waits_for("Пришлите таблицу с вопросами").await;
    teacher.phone.sends(sheet(&SHEET));
    teacher.phone.waits_for("Черновик: его никто не видит").await;
    teacher.taps("Опубликовать").await;
    teacher.phone.waits_for("Анкета открыта").await;
}

/// Finishes the questionnaire from its letter or from the list.
async fn finishes(member: &mut Member, choice: &str) {
    let teacher = &mut member.teacher;
    teacher.phone.says("/diagnosis");
    for label in ["Готовность к ГИА", "Начать", choice, "Кызыл", "Пропустить"]
    {
        teacher.taps(label).await;
    }
    teacher.phone.waits_for("Ваш результат").await;
}

async fn a_sheet_becomes_an_open_questionnaire(engine: Engine) {
    let (region, mut alla) = coordinated(engine).await;
    let mut boris = region.member("Семёнов Борис Олегович", region.schools[1]).await;
    let vera = region.member("Озёрова Вера Павловна", region.school_there).await;
    alla.teacher.phone.says("/admin");
    for label in ["Анкеты", "Новая анкета", "Шаблон (XLSX)"] {
        alla.teacher.taps(label).await;
    }
    let has = |bubble: &Bubble| bubble.file.as_ref().is_some_and(|file| file.name.ends_with(".xlsx"));
    alla.teacher.phone.waits_until("the template", |chat| chat.iter().any(has)).await;
    let template =
        alla.teacher.phone.chat().into_iter().find(has).and_then(|bubble| bubble.file).expect("a file");
    alla.teacher
        .phone
        .sends(Sent::Document { name: "Шаблон.xlsx".into(), bytes: template.bytes.to_vec() });
    alla.teacher.phone.waits_for("Вопросов: 6, с верным ответом: 1").await;
    alla.teacher.taps("Посмотреть, как на телефоне").await;
    alla.teacher.phone.waits_for("Как проходит подготовка к ГИА").await;
    alla.teacher.taps("По плану").await;
    alla.teacher.phone.waits_for("Что мешает").await;
    alla.teacher.taps("Назад").await;
    alla.teacher.phone.waits_for("Как проходит подготовка к ГИА").await;
    alla.teacher.taps("Пауза").await;
    alla.teacher.taps("Название").await;
    alla.teacher.phone.waits_for("Как назвать анкету").await;
    alla.teacher.types(&"а".repeat(61));
    alla.teacher.phone.waits_for("помещается 60 знаков").await;
    alla.teacher.types("Пробная");
    alla.teacher.phone.waits_for("Пробная").await;
    alla.teacher.taps("Удалить").await;
    alla.teacher.phone.waits_for("составить свою анкету").await;
    opens(&mut alla).await;
    finishes(&mut boris, "Да").await;
    vera.teacher.phone.says("/diagnosis");
    let list = vera.teacher.phone.waits_for("самодиагностик").await.screen();
    assert!(!list.contains("Готовность к ГИА"), "{list}");
    nothing_broke(&region.house).await;
}

async fn mistakes_come_back_by_row_and_change_nothing(engine: Engine) {
    let (region, mut alla) = coordinated(engine).await;
    alla.teacher.phone.says("/admin");
    for label in ["Анкеты", "Новая анкета"] {
        alla.teacher.taps(label).await;
    }
    alla.teacher.phone.sends(sheet(&[SHEET[0], "Готовы?;один;Да;;;;", "Столица?;;Абакан;Кызыл;;Москва;"]));
    let told = alla.teacher.phone.waits_for("2 строки нужно поправить").await.screen();
    assert!(told.contains("Строка 2: нужно хотя бы два варианта."), "{told}");
    assert!(told.contains("Строка 3: верного ответа нет среди вариантов."), "{told}");
    alla.teacher.phone.sends(sheet(&["ФИО;Школа", "Петрова Анна;Школа № 1"]));
    alla.teacher.phone.waits_for("Не вижу колонки «Вопрос»").await;
    assert_eq!(region.house.count("SELECT COUNT(*) FROM local_questionnaires").await, 0);
    alla.teacher.phone.sends(sheet(&SHEET));
    alla.teacher.phone.waits_for("Вопросов: 3, с верным ответом: 1").await;
    nothing_broke(&region.house).await;
}

async fn people_are_invited_once_and_the_silent_reminded(engine: Engine) {
    let (region, mut alla) = coordinated(engine).await;
    let mut boris = region.member("Семёнов Борис Олегович", region.schools[1]).await;
    let galina = region.member("Орлова Галина Ильинична", region.schools[0]).await;
    opens(&mut alla).await;
    alla.teacher.taps("Пригласить").await;
    alla.teacher.taps("Изменить, кого").await;
    alla.teacher.taps("Готово").await;
    alla.teacher.taps("Пригласить 3 человек").await;
    alla.teacher.phone.waits_for("Приглашено: 3").await;
    for member in [&boris, &galina] {
        member.teacher.phone.waits_for("Просим ответить на анкету").await;
    }
    boris.teacher.taps("Открыть анкету").await;
    boris.teacher.phone.waits_for("от десяти человек и без имён").await;
    finishes(&mut boris, "Нет").await;
    alla.teacher.phone.says("/admin");
    for label in ["Анкеты", "Готовность к ГИА", "Напомнить тем, кто не прошёл (2)"]
    {
        alla.teacher.taps(label).await;
    }
    galina.teacher.phone.waits_for("Анкета ждёт Вас").await;
    alla.teacher.phone.waits_for("Анкета ждёт Вас").await;
    alla.teacher.phone.says("/admin");
    for label in ["Анкеты", "Готовность к ГИА"] {
        alla.teacher.taps(label).await;
    }
    alla.teacher.taps("Напомнить тем, кто не прошёл (2)").await;
    alla.teacher.phone.waits_for("сегодня уже напоминали").await;
    let reminders = |bubble: &&Bubble| bubble.text.contains("Анкета ждёт Вас");
    assert_eq!(
        boris.teacher.phone.chat().iter().filter(reminders).count(),
        0,
        "who has finished is left alone"
    );
    assert_eq!(galina.teacher.phone.chat().iter().filter(reminders).count(), 1);
    alla.teacher.phone.says("/admin");
    for label in ["Анкеты", "Готовность к ГИА", "Закрыть", "Закрыть анкету"]
    {
        alla.teacher.taps(label).await;
    }
    alla.teacher.phone.waits_for("Анкета закрыта. Ответы сохранены").await;
    boris.teacher.phone.says("/privacy");
    boris.teacher.phone.waits_for("Вас приглашали пройти анкету «Готовность к ГИА»").await;
    nothing_broke(&region.house).await;
}

async fn results_are_shown_from_ten_people_on_in_whole_tens(engine: Engine) {
    let (region, mut alla) = coordinated(engine).await;
    opens(&mut alla).await;
    let mut people = Vec::new();
    for number in 0..11 {
        people.push(region.member(&format!("Учитель{number} Анна"), region.schools[number % 2]).await);
    }
    for (number, member) in people.iter_mut().enumerate() {
        if number == 9 {
            alla.teacher.taps("Итоги").await;
            alla.teacher.phone.waits_for("Итоги появятся, когда ответят 10 человек").await;
            alla.teacher.taps("Назад").await;
        }
        finishes(member, if number < 7 { "Да" } else { "Нет" }).await;
    }
    alla.teacher.taps("Итоги").await;
    let page = alla.teacher.phone.waits_for("Учтены ответы первых 10 человек").await.screen();
    assert!(page.contains("Да — 7 (70 %)") && page.contains("Нет — 3 (30 %)"), "{page}");
    assert!(!page.contains("Учитель"), "{page}");
    alla.teacher.taps("Картинкой").await;
    let drawn =
        |bubble: &Bubble| bubble.from_bot && bubble.file.as_ref().is_some_and(|file| file.kind == "photo");
    alla.teacher.phone.waits_until("the picture", |chat| chat.iter().any(drawn)).await;
    alla.teacher.taps("Вопрос ›").await;
    alla.teacher.phone.waits_for("Кызыл — 10 (100 %)").await;
    alla.teacher.taps("Таблицей").await;
    let has = |bubble: &Bubble| bubble.file.as_ref().is_some_and(|file| file.name.ends_with(".xlsx"));
    alla.teacher.phone.waits_until("the sheet", |chat| chat.iter().any(has)).await;
    nothing_broke(&region.house).await;
}

async fn nobody_reaches_another_municipalitys_questionnaire(engine: Engine) {
    let (region, mut alla) = coordinated(engine).await;
    opens(&mut alla).await;
    let olga = region.member("Дальняя Ольга Петровна", region.school_there).await;
    let there = metodist::units::Unit::Municipality(region.there);
    region.gives(&olga, RoleAt { role: Role::Coordinator, unit: there }).await;
    let all: Vec<uuid::Uuid> = metodist::read!(&region.house.app.db, on =>
        sqlx::query_scalar("SELECT id FROM local_questionnaires").fetch_all(on))
    .expect("they are read");
    let mark = olga.teacher.phone.says("/admin");
    olga.teacher.waits_for_button("Анкеты").await;
    for verb in ["show", "publish", "close", "delete", "invite", "remind", "table", "title", "audience"] {
        let press = olga.teacher.phone.presses_data(mark + 1, &format!("qn1.{verb}.{}", id(all[0])));
        press.answer().await;
    }
    let state = "SELECT COUNT(*) FROM local_questionnaires WHERE state = 'published'";
    assert_eq!(region.house.count(state).await, 1);
    let invited = "SELECT COUNT(*) FROM questionnaire_invitations";
    assert_eq!(region.house.count(invited).await, 0);
    let key = format!("q-{}", all[0].simple());
    assert!(diagnostics::intro_address(&key).fits());
    let boris = region.member("Семёнов Борис Олегович", region.school_there).await;
    let start = boris.teacher.phone.says("/menu");
    boris.teacher.waits_for_button("Мой профиль").await;
    let press = boris.teacher.phone.presses_data(start + 1, &format!("dg1.start.{key}"));
    press.answer().await;
    assert_eq!(region.house.count("SELECT COUNT(*) FROM attempts").await, 0, "it is offered elsewhere");
    nothing_broke(&region.house).await;
}
