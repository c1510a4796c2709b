//! What goes wrong around a learning route: a new version of the questionnaire, whoever accompanied it leaves, the teacher
//! works elsewhere, files that are too large or come twice, two who decide at once, a consent that is withdrawn.

use std::{fs, path::Path};

use metodist::{
    capability::person_changed,
    execute,
    units::{self, NewEmployment, Role, RoleAt, Unit},
};
use sandbox::Sent;
use uuid::Uuid;

use crate::{
    house::{House, stories, transcript},
    learning_routes::{dues, finds, hears, jumps_to, methodologist, paper, sends_off, service},
    office::{Member, Region, id},
    stages::nothing_broke,
};

stories!(
    a_newer_version_changes_nothing_of_what_is_asked_again,
    where_nobody_accompanies_any_more_a_step_is_done_at_once,
    a_route_goes_along_to_another_municipality,
    eighty_steps_some_without_hours,
    evidence_too_large_in_an_album_and_twice,
    two_who_decide_at_once,
    a_consent_withdrawn_in_the_middle_leaves_nothing,
);

const SHIPPED: &str = include_str!("../../content/questionnaires/1-professional.toml");
const DISTRICTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/two_districts/districts");

async fn step_ids(region: &Region) -> Vec<Uuid> {
    metodist::read!(&region.house.app.db, on => sqlx::query_scalar(
        "SELECT id FROM route_steps ORDER BY due_on, position").fetch_all(on))
    .expect("steps")
}

/// Presses something that need not stand on the screen.
async fn presses(member: &Member, payload: &str) {
    let at = member.teacher.screen().expect("a screen").message_id;
    member.teacher.phone.presses_data(at, payload).answer().await;
}

/// Says that the next step is done, in words.
async fn does_in_words(anna: &mut Member, then: &str) {
    anna.taps("Сделано").await;
    anna.teacher.phone.waits_for("Пришлите фото").await;
    anna.teacher.types("Получилось");
    anna.teacher.phone.waits_for(then).await;
}

async fn agreed(anna: &mut Member, boris: &mut Member) {
    sends_off(anna, "Отправить методисту").await;
    boris.teacher.phone.waits_for("новый маршрут ждёт").await;
    boris.taps("Открыть").await;
    boris.taps("Согласовать").await;
    anna.teacher.phone.waits_for("Маршрут согласован").await;
    anna.teacher.phone.says("/route");
    anna.teacher.waits_for_button("Сделано").await;
}

/// The content of the story with other words in every question of the questionnaire.
fn newer_content(folder: &Path) {
    let (districts, questionnaires) = (folder.join("districts"), folder.join("questionnaires"));
    fs::create_dir_all(&districts).expect("a folder");
    fs::create_dir_all(&questionnaires).expect("a folder");
    for file in fs::read_dir(DISTRICTS).expect("districts") {
        let file = file.expect("a file");
        fs::copy(file.path(), districts.join(file.file_name())).expect("a copy");
    }
    let text = SHIPPED.replace("text = \"Я ", "text = \"Иначе: я ");
    fs::write(questionnaires.join("1-professional.toml"), text).expect("a newer version");
}

async fn a_newer_version_changes_nothing_of_what_is_asked_again(house: House) {
    let (mut region, mut anna) = service(house).await;
    finds(&region, anna.person, &[("methods", "Методика")]).await;
    sends_off(&mut anna, "Начать маршрут").await;
    anna.teacher.phone.waits_for("0 из 3").await;
    for then in ["1 из 3", "2 из 3", "Дальше: итоговая диагностика"] {
        does_in_words(&mut anna, then).await;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    newer_content(folder.path());
    region.house = region.house.with_content(folder.path()).await;
    anna.taps("Итоговая диагностика").await;
    anna.teacher.phone.waits_for("Вы работали: Методика").await;
    anna.taps("Начать").await;
    anna.teacher.waits_for_button("Пауза").await;
    let asked = crate::way::answers_all(&mut anna.teacher, "Точно про меня").await;
    assert!(asked >= 8, "{asked} questions, the extended ones among them");
    anna.teacher.phone.waits_for("Ваш результат").await;
    let seen = transcript(&anna.teacher.phone);
    assert!(!seen.contains("Иначе: я"), "the version of the first diagnosis is asked");
    anna.taps("Что изменилось").await;
    anna.teacher.phone.waits_for("Это самооценка").await;
    let both = "SELECT COUNT(*) FROM questionnaire_versions WHERE questionnaire = 'professional'";
    assert_eq!(region.house.count(both).await, 2);
    nothing_broke(&region.house).await;
}

async fn where_nobody_accompanies_any_more_a_step_is_done_at_once(house: House) {
    let (region, mut anna) = service(house).await;
    let mut boris = methodologist(&region, "Семёнов Борис Олегович", region.here(), region.schools[1]).await;
    let mut galina = region.member("Гусева Галина Юрьевна", region.schools[1]).await;
    finds(&region, anna.person, &[("methods", "Методика")]).await;
    agreed(&mut anna, &mut boris).await;
    region.revokes(&boris).await;
    does_in_words(&mut anna, "1 из 3").await;
    let done = "SELECT COUNT(*) FROM route_steps WHERE state = 'done'";
    assert_eq!(region.house.count(done).await, 1, "nobody would look at it");
    region.gives(&galina, RoleAt { role: Role::Methodologist, unit: region.here() }).await;
    does_in_words(&mut anna, "2 из 3").await;
    galina.teacher.phone.waits_for("сделан шаг").await;
    galina.teacher.phone.says("/routes");
    galina.taps("Белова А. П.: ").await;
    galina.taps("Принять").await;
    hears(&anna, "Шаг принят", 1).await;
    assert_eq!(region.house.count(done).await, 2);
    nothing_broke(&region.house).await;
}

/// Ends every place of work of a person and begins another.
async fn moves(region: &Region, member: &Member, school: Uuid) {
    let (app, now) = (&region.house.app, region.house.clock.now());
    let mut tx = app.db.begin().await.expect("a transaction");
    let end = "UPDATE employments SET ended_at = $2, is_main = FALSE WHERE person_id = $1";
    execute!(&mut tx, sqlx::query(end).bind(member.person).bind(now)).expect("it ends");
    let place = NewEmployment {
        person_id: member.person,
        school_id: school,
        post: "teacher".into(),
        subjects: Vec::new(),
    };
    units::add_employment(&mut tx, &place, now).await.expect("a place of work");
    person_changed(app, &mut tx, member.person).await.expect("everybody hears of it");
    tx.commit().await.expect("it is written down");
}

async fn a_route_goes_along_to_another_municipality(house: House) {
    let (region, mut anna) = service(house).await;
    let mut boris = methodologist(&region, "Семёнов Борис Олегович", region.here(), region.schools[1]).await;
    let there = Unit::Municipality(region.there);
    let mut vera = methodologist(&region, "Озёрова Вера Павловна", there, region.school_there).await;
    finds(&region, anna.person, &[("methods", "Методика")]).await;
    agreed(&mut anna, &mut boris).await;
    does_in_words(&mut anna, "1 из 3").await;
    boris.teacher.phone.waits_for("сделан шаг").await;
    moves(&region, &anna, region.school_there).await;
    boris.teacher.phone.says("/routes");
    boris.teacher.phone.waits_for("материалов посмотреть: 0").await;
    let step = step_ids(&region).await[0];
    presses(&boris, &format!("lr1.accept.{}", id(step))).await;
    vera.teacher.phone.says("/routes");
    vera.taps("Белова А. П.: ").await;
    vera.taps("Принять").await;
    hears(&anna, "Шаг принят", 1).await;
    let accepted = "SELECT COUNT(*) FROM route_events e JOIN roles r ON r.person_id = e.actor_id
        WHERE e.deed = 'accepted' AND r.municipality_id = (SELECT municipality_id FROM learning_routes)";
    assert_eq!(region.house.count(accepted).await, 1, "whoever accompanies there looked at it");
    nothing_broke(&region.house).await;
}

async fn eighty_steps_some_without_hours(house: House) {
    let (region, mut anna) = service(house).await;
    finds(&region, anna.person, &[("methods", "Методика")]).await;
    anna.teacher.phone.says("/route");
    anna.taps("Составить маршрут").await;
    anna.teacher.phone.waits_for("Над чем хотите поработать").await;
    let route: Uuid = metodist::read!(&region.house.app.db, on =>
        sqlx::query_scalar("SELECT id FROM learning_routes").fetch_one(on))
    .expect("a route");
    let mut tx = region.house.app.db.begin().await.expect("a transaction");
    for position in 10_i64..86 {
        execute!(
            &mut tx,
            sqlx::query(
                "INSERT INTO route_steps (id, route_id, position, area, kind, form, title, result, place, days, due_on,
                     is_moved, state) VALUES ($1, $2, $3, '', 'informal', '', $4, '', '', 3, '2026-12-01', FALSE,
                     'planned')"
            )
            .bind(Uuid::now_v7())
            .bind(route)
            .bind(position)
            .bind(format!("Прочитать и обсудить с коллегами главу {position} книги о чтении на уроках"))
        )
        .expect("a step");
    }
    tx.commit().await.expect("they are written down");
    anna.taps("План").await;
    let plan = anna.teacher.phone.waits_for("Не показано шагов").await;
    assert!(plan.text.chars().count() < 4_000, "{} characters", plan.text.chars().count());
    for (typed, then) in [("Своя книга", "Своя книга"), ("Ещё одна книга", "уже восемьдесят")]
    {
        anna.taps("Свой шаг").await;
        anna.teacher.phone.waits_for("Что Вы сделаете").await;
        anna.teacher.types(typed);
        let shown = anna.teacher.phone.waits_until("the plan, or why not", |chat| {
            chat.iter().any(|bubble| {
                bubble.from_bot && (bubble.text.contains(then) || bubble.text.contains("проверьте план"))
            })
        });
        shown.await;
        anna.teacher.phone.says("/route");
        anna.teacher.waits_for_button("Свой шаг").await;
    }
    assert_eq!(region.house.count("SELECT COUNT(*) FROM route_steps").await, 80);
    anna.taps("Начать маршрут").await;
    anna.teacher.phone.waits_for("0 из 80").await;
    let due = dues(&region).await;
    assert!(due.is_sorted(), "in their order, by the end of May");
    anna.taps("Документ").await;
    assert!(paper(&anna).await.contains("главу 85 книги"), "every step stands on the paper");
    jumps_to(&region, due[0]);
    let letter = anna.teacher.phone.waits_for("Ваш маршрут\n").await;
    assert!(letter.text.chars().count() < 4_000);
    nothing_broke(&region.house).await;
}

async fn evidence_too_large_in_an_album_and_twice(house: House) {
    let (region, mut anna) = service(house).await;
    finds(&region, anna.person, &[("methods", "Методика")]).await;
    sends_off(&mut anna, "Начать маршрут").await;
    anna.teacher.phone.waits_for("0 из 3").await;
    let first = step_ids(&region).await[0];
    anna.taps("Сделано").await;
    anna.teacher.phone.waits_for("Пришлите фото").await;
    let bytes = vec![7; 40 * 1_024 * 1_024];
    anna.teacher.phone.sends(Sent::Document { name: "Открытый урок.mp4".into(), bytes });
    anna.teacher.phone.waits_for("слишком большой").await;
    let done = "SELECT COUNT(*) FROM route_steps WHERE state = 'done'";
    assert_eq!(region.house.count(done).await, 0);
    // The question stands as it was; an album is several photos at once, of which the first shows the step.
    for _ in 0..3 {
        anna.teacher.phone.sends(Sent::Photo);
    }
    anna.teacher.phone.waits_for("1 из 3").await;
    region.house.settles().await;
    assert_eq!(region.house.count(done).await, 1, "an album marks one step");
    assert_eq!(region.house.count("SELECT COUNT(*) FROM attachments").await, 1);
    anna.teacher.phone.says("/route");
    anna.teacher.phone.waits_for("1 из 3").await;
    presses(&anna, &format!("lr1.done.{}", id(first))).await;
    anna.teacher.phone.sends(Sent::Photo);
    region.house.settles().await;
    assert_eq!(region.house.count(done).await, 1, "a step is done once");
    assert_eq!(region.house.count("SELECT COUNT(*) FROM attachments").await, 1);
    nothing_broke(&region.house).await;
}

async fn two_who_decide_at_once(house: House) {
    let (region, mut anna) = service(house).await;
    let mut boris = methodologist(&region, "Семёнов Борис Олегович", region.here(), region.schools[1]).await;
    let mut vera = methodologist(&region, "Озёрова Вера Павловна", region.here(), region.schools[1]).await;
    finds(&region, anna.person, &[("methods", "Методика")]).await;
    sends_off(&mut anna, "Отправить методисту").await;
    for member in [&mut boris, &mut vera] {
        member.teacher.phone.waits_for("новый маршрут ждёт").await;
        member.taps("Открыть").await;
        member.teacher.waits_for_button("Согласовать").await;
    }
    let route: Uuid = metodist::read!(&region.house.app.db, on =>
        sqlx::query_scalar("SELECT id FROM learning_routes").fetch_one(on))
    .expect("a route");
    let agree = format!("lr1.agree.{}", id(route));
    tokio::join!(presses(&boris, &agree), presses(&vera, &agree), presses(&anna, "lr1.takeback"));
    region.house.settles().await;
    let decided = "SELECT COUNT(*) FROM route_events WHERE deed IN ('agreed', 'took_back')";
    assert_eq!(region.house.count(decided).await, 1, "one of the three was first, the others were told");
    let told = [&boris, &vera, &anna].map(|member| {
        let seen = transcript(&member.teacher.phone);
        seen.contains("Здесь уже всё изменилось")
    });
    assert_eq!(told.iter().filter(|told| **told).count(), 2, "{told:?}");
    nothing_broke(&region.house).await;
}

async fn a_consent_withdrawn_in_the_middle_leaves_nothing(house: House) {
    let (region, mut anna) = service(house).await;
    finds(&region, anna.person, &[("methods", "Методика")]).await;
    sends_off(&mut anna, "Начать маршрут").await;
    anna.teacher.phone.waits_for("0 из 3").await;
    let due = dues(&region).await;
    for then in ["1 из 3", "2 из 3", "Дальше: итоговая диагностика"] {
        does_in_words(&mut anna, then).await;
    }
    anna.taps("Итоговая диагностика").await;
    anna.taps("Начать").await;
    anna.teacher.waits_for_button("Пауза").await;
    anna.teacher.phone.says("/privacy");
    anna.taps("Отозвать согласие").await;
    anna.taps("Да, удалить всё").await;
    anna.teacher.phone.waits_for("всё личное удалено").await;
    for held in [
        "SELECT COUNT(*) FROM learning_routes",
        "SELECT COUNT(*) FROM route_steps",
        "SELECT COUNT(*) FROM route_bases",
        "SELECT COUNT(*) FROM route_areas",
        "SELECT COUNT(*) FROM route_finals",
        "SELECT COUNT(*) FROM route_checks",
        "SELECT COUNT(*) FROM attempts",
    ] {
        assert_eq!(region.house.count(held).await, 0, "{held}");
    }
    jumps_to(&region, due[2]);
    region.house.settles().await;
    let letters = "SELECT COUNT(*) FROM letters WHERE capability = 'learning_routes'";
    assert_eq!(region.house.count(letters).await, 0, "nothing is said any more");
    nothing_broke(&region.house).await;
}
