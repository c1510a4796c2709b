//! Every screen a person can reach, as they see it, in both languages: what a change of words or buttons does is read here.
//! On SQLite only: what a screen says does not depend on the engine, and the other stories run on both.

use metodist::{
    capability::Outcome,
    dispatch,
    inbox::Limits,
    label,
    messenger::{ContactKey, MessengerKind, Payload},
    people,
    texts::Language,
    turn::Turn,
    units::{self, NewRole, Role, RoleAt, Unit},
};
use sandbox::Sent;

use crate::{
    letters,
    office::{id, joins},
    walk::Walk,
};

/// Makes one test per language of an async function that walks.
macro_rules! screens {
    ($($name:ident),+ $(,)?) => {
        $(mod $name {
            use super::*;

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn russian() {
                is_seen(Language::Ru).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn english() {
                is_seen(Language::En).await;
            }

            async fn is_seen(language: Language) {
                let mut walk = Walk::begin(language).await;
                super::$name(&mut walk).await;
                let told = walk.ends();
                insta::with_settings!({prepend_module_to_snapshot => false, omit_expression => true}, {
                    insta::assert_snapshot!(format!("{}-{}", stringify!($name), language.code()), told);
                });
            }
        })+
    };
}

screens!(
    consent,
    name,
    place_of_work,
    career,
    profile,
    second_place,
    settings,
    my_data,
    questions,
    leaving,
    result,
    tasks,
    reminders,
    strange_input,
    administration,
    appointment,
    entrusted,
    pool,
    attended,
    portfolio,
);

async fn consent(walk: &mut Walk) {
    walk.types("Здравствуйте").await;
    walk.sends(Sent::Sticker, "<sticker>").await;
    walk.types("/help").await;
    walk.taps("people-help-onward").await;
    walk.types("/privacy").await;
    walk.types("/start").await;
    walk.taps("people-welcome-read").await;
    walk.taps("people-welcome-later").await;
    walk.types("/menu").await;
    walk.taps("people-welcome-later").await;
    walk.taps("people-later-return").await;
    walk.taps("people-welcome-agree").await;
}

async fn name(walk: &mut Walk) {
    walk.types("/start").await;
    walk.taps("people-welcome-agree").await;
    for words in ["Анна", "Петрова А. С.", "Анна Сергеевна", "Петрова 123", "🙂"]
    {
        walk.types(words).await;
    }
    walk.types(&"Петрова ".repeat(60)).await;
    walk.sends(Sent::Voice { seconds: 3 }, "<voice>").await;
    walk.types("/menu").await;
    walk.types("/help").await;
    walk.taps("people-help-onward").await;
    walk.taps("people-name-privacy").await;
    walk.taps("people-privacy-terms").await;
    walk.taps("people-terms-back").await;
    walk.taps("people-help-onward").await;
    walk.types("петрова анна сергеевна").await;
    walk.taps("people-step-rename").await;
    walk.taps_on("Петрова Анна Сергеевна").await;
}

async fn place_of_work(walk: &mut Walk) {
    walk.types("/start").await;
    walk.taps("people-welcome-agree").await;
    walk.types("Петрова Анна Сергеевна").await;
    walk.taps("people-list-later").await;
    walk.taps("people-list-earlier").await;
    for words in ["ключ", "школа", "гимназия", "Хогвартс"] {
        walk.types(words).await;
    }
    walk.taps("people-list-all").await;
    walk.taps_on("Лугоборская гимназия").await;
    walk.taps("people-list-later").await;
    walk.types("псих").await;
    walk.taps("people-step-back").await;
    walk.types("ручеёк").await;
    walk.taps_on("Детский сад № 3").await;
    walk.taps_on("Воспитатель").await;
    walk.taps("people-step-back").await;
    walk.taps_on("Учитель").await;
    walk.types("физ").await;
    walk.taps("people-list-all").await;
    walk.taps_on("☐ Математика").await;
    walk.taps("people-list-later").await;
    walk.taps("people-list-earlier").await;
    walk.taps_on("☑ Математика").await;
    walk.taps_on("☐ Математика").await;
}

async fn career(walk: &mut Walk) {
    walk.types("/start").await;
    walk.taps("people-welcome-agree").await;
    walk.types("Петрова Анна Сергеевна").await;
    walk.taps_on("Школа № 1").await;
    walk.taps_on("Учитель").await;
    walk.taps_on(&label!(walk.texts, "people-subjects-done", count = 0)).await;
    walk.taps("people-year-earlier").await;
    walk.taps("people-year-later").await;
    for words in ["давно", "2050", "1815"] {
        walk.types(words).await;
    }
    walk.taps_on("2015").await;
    walk.taps("people-menu-button").await;
    walk.taps("people-command-help").await;
    walk.taps("people-menu-button").await;
    walk.types("/start").await;
    walk.types("/cancel").await;
}

async fn profile(walk: &mut Walk) {
    walk.registers("2015").await;
    walk.types("/profile").await;
    walk.taps("people-profile-name").await;
    walk.types("Анна").await;
    walk.types("Соколова Анна Сергеевна").await;
    walk.taps("people-profile-year").await;
    walk.taps("people-year-earlier").await;
    walk.taps_on("2000").await;
    walk.taps("people-profile-year").await;
    walk.types("2050").await;
    walk.taps("people-year-drop").await;
    walk.taps("people-profile-birth").await;
    walk.types("вчера").await;
    walk.types("07.03.1985").await;
    walk.taps("people-profile-birth").await;
    walk.taps("people-birth-drop").await;
    walk.taps_on("Школа № 1").await;
    walk.taps("people-profile-back").await;
    walk.taps("people-profile-name").await;
    walk.types("/cancel").await;
}

async fn second_place(walk: &mut Walk) {
    walk.registers("2015").await;
    walk.types("/profile").await;
    walk.taps("people-profile-add").await;
    walk.taps("people-menu-button").await;
    walk.types("/profile").await;
    walk.taps("people-profile-resume").await;
    walk.types("ручеёк").await;
    walk.taps_on("Детский сад № 3").await;
    walk.taps_on("Воспитатель").await;
    walk.taps_on(&label!(walk.texts, "people-subjects-done", count = 0)).await;
    walk.taps_on("Детский сад № 3").await;
    walk.taps("people-place-main").await;
    walk.taps_on("Школа № 1").await;
    walk.taps("people-place-end").await;
    walk.taps("people-leave-no").await;
    walk.taps("people-place-end").await;
    walk.taps("people-leave-yes").await;
    walk.taps_on("Детский сад № 3").await;
    walk.taps("people-place-change").await;
    walk.taps("people-list-later").await;
    walk.taps_on("Центр «Горизонт»").await;
    walk.taps_on("Педагог дополнительного").await;
    walk.taps_on("☐ Техническая").await;
    walk.taps_on(&label!(walk.texts, "people-subjects-done", count = 1)).await;
}

async fn settings(walk: &mut Walk) {
    walk.registers("2015").await;
    walk.jumps_to("2026-11-24T09:00:00Z");
    walk.types("/settings").await;
    walk.taps("people-settings-zone").await;
    walk.taps("people-settings-back").await;
    walk.taps("people-settings-zone").await;
    walk.taps_on(&label!(walk.texts, "people-settings-city", city = "Omsk", zone = "")).await;
    walk.taps("people-settings-zone").await;
    walk.taps("people-zones-home").await;
    walk.taps("people-settings-quiet").await;
    walk.taps_on("22:00").await;
    walk.taps_on("07:00").await;
    walk.taps("people-settings-quiet").await;
    walk.taps("people-quiet-none").await;
    let (there, back) = match walk.texts.language() {
        Language::Ru => ("English", "Русский"),
        Language::En => ("Русский", "English"),
    };
    walk.taps_on(there).await;
    walk.taps_on(back).await;
}

async fn my_data(walk: &mut Walk) {
    walk.registers("2015").await;
    walk.types("/privacy").await;
    walk.taps("people-privacy-terms").await;
    walk.taps("people-terms-back").await;
    walk.taps("privacy-periods-button").await;
    walk.taps("privacy-back").await;
    walk.taps("privacy-withdraw-button").await;
    walk.taps("privacy-withdraw-no").await;
    walk.taps("privacy-withdraw-button").await;
    walk.taps("privacy-withdraw-yes").await;
    walk.types("/privacy").await;
    walk.types("/menu").await;
}

const PROFESSIONAL: &str = "Профессиональная самодиагностика";
const EARLY: &str = "Первые три года";
const LITERACY: &str = "Функциональная грамотность";

async fn starts(walk: &mut Walk, title: &str) {
    walk.types("/diagnosis").await;
    walk.taps_on(title).await;
    walk.taps("diagnostics-intro-start").await;
}

async fn questions(walk: &mut Walk) {
    walk.registers("2025").await;
    walk.types("/menu").await;
    walk.taps("diagnostics-command-diagnosis").await;
    walk.taps_on(EARLY).await;
    walk.taps("diagnostics-intro-back").await;
    walk.taps_on(EARLY).await;
    walk.taps("diagnostics-intro-start").await;
    walk.types("По-разному").await;
    walk.taps_on("Скорее да").await;
    walk.answers_until("Сколько часов", "Скорее да").await;
    for words in ["много", "700", "12"] {
        walk.types(words).await;
    }
    walk.taps("diagnostics-question-back").await;
    walk.taps("diagnostics-question-forward").await;
    walk.answers_until("Есть ли у Вас наставник", "Скорее да").await;
    walk.taps_on("Нет, но есть к кому пойти").await;
    walk.taps("diagnostics-question-back").await;
    walk.taps("diagnostics-question-forward").await;
    walk.answers_until("труднее всего", "Скорее да").await;
    walk.taps("diagnostics-question-done").await;
    for tick in ["Подготовка", "Оценивание", "Родители", "Отношения"] {
        walk.taps_on(tick).await;
    }
    walk.taps_on("Оценивание").await;
    walk.taps("diagnostics-question-done").await;
    walk.types(&"Почему? ".repeat(100)).await;
    walk.types("Как успевать всё?").await;
}

async fn leaving(walk: &mut Walk) {
    walk.registers("2015").await;
    starts(walk, PROFESSIONAL).await;
    walk.taps("diagnostics-question-pause").await;
    walk.taps("diagnostics-pause-continue").await;
    walk.types("/cancel").await;
    walk.types("/diagnosis").await;
    walk.taps_on("▶").await;
    walk.taps("diagnostics-question-pause").await;
    walk.taps("diagnostics-pause-leave").await;
    walk.taps("diagnostics-leave-stay").await;
    walk.taps("diagnostics-question-pause").await;
    walk.taps("diagnostics-pause-leave").await;
    walk.taps("diagnostics-leave-cancel").await;
    walk.taps("diagnostics-cancelled-list").await;
}

async fn result(walk: &mut Walk) {
    walk.registers("2015").await;
    starts(walk, PROFESSIONAL).await;
    walk.answers_until("пригодилась бы", "Отчасти про меня").await;
    walk.taps("diagnostics-question-skip").await;
    walk.taps("diagnostics-result-history").await;
    walk.taps("diagnostics-history-list").await;
    walk.jumps_to("2027-03-01T09:00:00Z");
    starts(walk, PROFESSIONAL).await;
    walk.answers_until("пригодилась бы", "Точно про меня").await;
    walk.taps("diagnostics-question-skip").await;
    walk.taps("diagnostics-result-history").await;
    walk.taps_on(PROFESSIONAL).await;
    walk.taps("diagnostics-result-erase").await;
    walk.taps("diagnostics-erase-keep").await;
    walk.taps("diagnostics-result-erase").await;
    walk.taps("diagnostics-erase-delete").await;
    walk.types("/privacy").await;
}

async fn tasks(walk: &mut Walk) {
    walk.registers("2015").await;
    starts(walk, LITERACY).await;
    walk.answers_until("В какой день недели", "Нет такого").await;
    walk.types("вторник").await;
    walk.answers_until("Сколько микроавтобусов", "Нет такого").await;
    walk.types("пять").await;
    walk.types("5").await;
    walk.answers_until("Ничего такого", "Нет такого").await;
    walk.taps("diagnostics-result-review").await;
    walk.taps("diagnostics-page-later").await;
    walk.taps("diagnostics-page-later").await;
    walk.taps("diagnostics-review-back").await;
}

async fn reminders(walk: &mut Walk) {
    walk.registers("2015").await;
    walk.types("/settings").await;
    walk.taps("outbox-upcoming-button").await;
    walk.jumps_to("2026-11-24T09:00:00Z");
    starts(walk, PROFESSIONAL).await;
    walk.taps("diagnostics-question-pause").await;
    looks_ahead(walk).await;
    walk.hears_at("2026-11-27T09:02:00Z").await;
    walk.taps("diagnostics-pause-leave").await;
    walk.taps("diagnostics-leave-cancel").await;
    walk.jumps_to("2026-11-27T09:04:00Z");
    starts(walk, PROFESSIONAL).await;
    walk.answers_until("пригодилась бы", "Отчасти про меня").await;
    walk.hears_at("2026-11-30T09:06:00Z").await;
    walk.taps("diagnostics-unfinished-continue").await;
    walk.taps("diagnostics-question-skip").await;
    looks_ahead(walk).await;
    walk.hears_at("2027-05-31T09:00:00Z").await;
    walk.taps("diagnostics-repeat-again").await;
}

/// Looks at what is to come, once its moment is known.
async fn looks_ahead(walk: &mut Walk) {
    letters::all_settled(&walk.house, std::time::Duration::from_secs(60)).await;
    walk.types("/settings").await;
    walk.taps("outbox-upcoming-button").await;
}

async fn strange_input(walk: &mut Walk) {
    walk.registers("2015").await;
    walk.types("/menu").await;
    walk.types("/dance").await;
    walk.types("Когда заседание?").await;
    walk.sends(Sent::Sticker, "<sticker>").await;
    let first = walk.phone.says("Спасибо");
    walk.types("Спасибо").await;
    walk.edits(first, "Спасибо большое").await;
    walk.forges(Payload::new("zz9", "anything")).await;
    walk.forges(Payload::new("dg1", "intro").word("gone")).await;
    walk.house
        .change_tree(
            |app| {
                dptree::entry()
                    .branch(dptree::filter(|turn: Turn| turn.words() == Some("Сломайся")).endpoint(breaks))
                    .branch(dispatch::tree(app))
            },
            Limits::default(),
        )
        .await;
    walk.phone.says("Сломайся");
    let apology = walk.phone.waits_for("M-").await;
    walk.is_told(&hidden_code(&apology.screen()));
    let group = walk.house.sandbox.group("Учительская");
    group.says(&walk.phone, "/menu@sandbox_bot");
    walk.house.settles().await;
    for bubble in group.chat().iter().filter(|bubble| bubble.from_bot) {
        walk.is_told(&bubble.screen());
    }
}

/// The walker becomes the owner, and somebody else works there too.
async fn owns(walk: &mut Walk) {
    walk.registers("2015").await;
    let owner = walk.phone.id();
    walk.house.is_owned_by(owner).await;
    let app = &walk.house.app;
    let municipality = units::list_municipalities(&app.db).await.expect("one").remove(0).id;
    let school = units::list_schools(&app.db, municipality).await.expect("several").remove(1).id;
    let phone = walk.house.sandbox.crowd(1).remove(0);
    joins(&walk.house, phone, "Семёнов Борис Олегович", school).await;
}

async fn administration(walk: &mut Walk) {
    owns(walk).await;
    walk.types("/menu").await;
    walk.taps("directory-command-admin").await;
    walk.taps("audit-command-audit").await;
    walk.types("/admin").await;
    walk.taps("directory-command-people").await;
    for words in ["симёнов", "школа 1", "Хогвартс"] {
        walk.types(words).await;
    }
    walk.taps("directory-list-all").await;
    walk.taps_on("Семёнов Б. О.").await;
    walk.taps("directory-card-back").await;
    walk.taps_on("Петрова А. С.").await;
    walk.types("/audit").await;
    walk.types("/privacy").await;
    walk.taps("audit-mine-button").await;
    walk.taps("audit-mine-back").await;
}

async fn appointment(walk: &mut Walk) {
    owns(walk).await;
    walk.types("/people").await;
    walk.taps_on("Семёнов Б. О.").await;
    walk.taps("directory-card-appoint").await;
    walk.taps_on(&label!(walk.texts, "directory-role-button", role = "coordinator")).await;
    walk.taps("directory-back-card").await;
    walk.taps("directory-card-appoint").await;
    walk.taps_on(&label!(walk.texts, "directory-role-button", role = "coordinator")).await;
    walk.taps("directory-ask-yes").await;
    walk.taps("directory-done-undo").await;
    walk.taps("directory-done-return").await;
    walk.taps("directory-back-card").await;
    let role = label!(walk.texts, "units-role-title", role = "coordinator");
    walk.taps_on(&label!(walk.texts, "directory-card-end", role = role)).await;
    walk.jumps_to("2026-11-25T09:00:00Z");
    walk.taps("directory-end-yes").await;
    walk.types("/audit").await;
}

/// Somebody else is the owner and makes the walker a coordinator.
async fn entrusted(walk: &mut Walk) {
    walk.registers("2015").await;
    let mut phones = walk.house.sandbox.crowd(2);
    walk.house.is_owned_by(phones[0].id()).await;
    let app = walk.house.app.clone();
    let municipality = units::list_municipalities(&app.db).await.expect("one").remove(0).id;
    let school = units::list_schools(&app.db, municipality).await.expect("several").remove(1).id;
    joins(&walk.house, phones.remove(1), "Семёнов Борис Олегович", school).await;
    let owner = joins(&walk.house, phones.remove(0), "Хозяйкин Владимир Ильич", school).await.teacher.phone;
    let key = ContactKey { messenger: MessengerKind::Telegram, external_id: walk.phone.id().to_string() };
    let contact = people::find_contact(&app.db, &key).await.expect("an answer").expect("the walker");
    let person = id(contact.person_id.expect("the walker is known"));
    let payload = format!("di1.give.{person}.coord.{}", id(municipality));
    owner.says("/menu");
    let menu = owner.waits_for("Владимир Ильич").await.message_id;
    owner.presses_data(menu, &payload).answer().await;
    let role = label!(walk.texts, "units-role-title", role = "coordinator");
    walk.phone.waits_for(&role).await;
    walk.types("/menu").await;
    walk.taps("directory-command-admin").await;
    walk.taps("directory-command-people").await;
    walk.taps_on("Семёнов Б. О.").await;
    walk.taps("directory-card-appoint").await;
    walk.taps_on(&label!(walk.texts, "directory-role-button", role = "school_leader")).await;
    walk.taps("directory-ask-yes").await;
    walk.types("/privacy").await;
    walk.taps("audit-mine-button").await;
}

/// The walker looks after the pool of methodologists, and belongs to it.
async fn coordinates(walk: &mut Walk) {
    owns(walk).await;
    let app = &walk.house.app;
    let municipality = units::list_municipalities(&app.db).await.expect("one").remove(0).id;
    let key = ContactKey { messenger: MessengerKind::Telegram, external_id: walk.phone.id().to_string() };
    let contact = people::find_contact(&app.db, &key).await.expect("an answer").expect("the walker");
    let person_id = contact.person_id.expect("the walker is known");
    let mut tx = app.db.begin().await.expect("a transaction");
    for role in [Role::Coordinator, Role::Methodologist] {
        let at = RoleAt { role, unit: Unit::Municipality(municipality) };
        let new = NewRole { person_id, at, granted_by: person_id };
        units::add_role(&mut tx, &new, app.clock.now()).await.expect("a role");
    }
    tx.commit().await.expect("it is written down");
}

async fn pool(walk: &mut Walk) {
    coordinates(walk).await;
    walk.types("/consulting").await;
    walk.taps("methodologist_pool-own-begin").await;
    walk.types("/admin").await;
    walk.taps("methodologist_pool-button").await;
    walk.taps("methodologist_pool-editions").await;
    walk.taps("methodologist_pool-back-list").await;
    walk.taps("methodologist_pool-list-add").await;
    walk.taps_on("Семёнов Б. О.").await;
    walk.taps("methodologist_pool-button").await;
    walk.taps("methodologist_pool-add-yes").await;
    walk.taps("methodologist_pool-card-checks").await;
    for check in ["education", "years", "category", "contribution", "diagnosis"] {
        let label = label!(walk.texts, "methodologist_pool-check-button", check = check);
        walk.taps_on(&format!("☐ {label}")).await;
    }
    walk.taps("methodologist_pool-back-card").await;
    walk.taps("methodologist_pool-card-fill").await;
    walk.taps_on(&label!(walk.texts, "methodologist_pool-basis", basis = "contract")).await;
    for words in ["№", "№ 876 от 03.10.2026", "31.08.2027 – 01.09.2026", "01.09.2026 – 31.08.2027"]
    {
        walk.types(words).await;
    }
    for words in ["Высшее", "Математика", "Функциональная грамотность, 72 ч", "Ведёт семинары"]
    {
        walk.types(words).await;
    }
    walk.taps("methodologist_pool-step-skip").await;
    walk.types("маршруты").await;
    walk.taps("methodologist_pool-step-next").await;
    walk.types("физика").await;
    walk.types("алхимия").await;
    walk.taps("methodologist_pool-step-clear").await;
    walk.taps("methodologist_pool-step-skip").await;
    walk.taps_on("3").await;
    walk.types("01.07.2027 – 28.07.2027").await;
    walk.taps("methodologist_pool-card-admit").await;
    walk.types("Курс начнётся в декабре").await;
    walk.taps("methodologist_pool-card-fields").await;
    walk.taps("methodologist_pool-back-card").await;
    walk.taps("methodologist_pool-back-list").await;
    walk.taps("methodologist_pool-list-public").await;
    walk.taps("methodologist_pool-editions").await;
    let year = "2026/27";
    walk.taps_on(&label!(walk.texts, "methodologist_pool-editions-approve", year = year, again = "no")).await;
    walk.types("№ 114 от 01.10.2026").await;
    walk.taps("methodologist_pool-back-list").await;
    walk.taps_on("Семёнов Б. О.").await;
    walk.taps("methodologist_pool-card-demote").await;
    walk.taps("methodologist_pool-card-drop").await;
    walk.taps("methodologist_pool-drop-yes").await;
    walk.types("/privacy").await;
}

async fn attended(walk: &mut Walk) {
    owns(walk).await;
    walk.types("/courses").await;
    walk.taps("courses-list-add").await;
    walk.taps_on(&label!(walk.texts, "courses-kind-button", kind = "training")).await;
    walk.types("Функциональная грамотность").await;
    walk.types("Академия").await;
    walk.types("много").await;
    walk.taps_on("72").await;
    walk.types("10.02.2026 – 28.02.2026").await;
    walk.taps("courses-step-yes").await;
    walk.taps("courses-step-no").await;
    walk.sends(Sent::Photo, "<photo>").await;
    walk.taps_on(&label!(walk.texts, "courses-field", field = "certificate")).await;
    walk.taps("courses-step-clear").await;
    walk.taps("courses-back-card").await;
    walk.types("/admin").await;
    walk.taps("courses-missing-button").await;
    walk.taps_on("Семёнов").await;
    walk.taps("courses-of-back").await;
    walk.types("/courses").await;
    walk.taps_on("2026").await;
    walk.taps("courses-card-drop").await;
    walk.taps("courses-drop-yes").await;
}

async fn portfolio(walk: &mut Walk) {
    walk.registers("2015").await;
    walk.types("/portfolio").await;
    walk.taps("portfolio-home-add").await;
    walk.taps_on(&label!(walk.texts, "portfolio-kind-button", kind = "prize")).await;
    walk.types("Учитель года").await;
    walk.types("весной").await;
    walk.types("12.03.2026").await;
    walk.types("2 место").await;
    walk.types("Муниципальный этап").await;
    walk.sends(Sent::Photo, "<photo>").await;
    walk.taps("portfolio-entry-drop").await;
    walk.taps("portfolio-back-entry").await;
    walk.taps("portfolio-back-entries").await;
    walk.taps("portfolio-back-home").await;
    walk.taps("portfolio-home-grade").await;
    walk.taps_on(&label!(walk.texts, "portfolio-grade", grade = "highest")).await;
    walk.types("12.03.2024").await;
    walk.taps("portfolio-home-grade").await;
    walk.taps("portfolio-back-home").await;
    walk.taps("portfolio-home-study").await;
    walk.taps_on(&label!(walk.texts, "portfolio-study-button", part = "topic")).await;
    walk.types("Смысловое чтение").await;
    walk.taps("portfolio-back-home").await;
    walk.taps("portfolio-home-paper").await;
    walk.taps("portfolio-home-entries").await;
    walk.types("/privacy").await;
}

async fn breaks(_turn: Turn) -> Outcome {
    anyhow::bail!("as the story wants")
}

/// The code of a fault is new each time.
fn hidden_code(screen: &str) -> String {
    let is_code = |character: char| character.is_ascii_alphanumeric() || character == '-';
    match screen.split_once("M-") {
        Some((before, after)) => format!("{before}M-…{}", after.trim_start_matches(is_code)),
        None => screen.to_owned(),
    }
}
