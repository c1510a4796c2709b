//! The people of the demo: each comes in and answers through the bot itself, so that there is something to see.
//! Not here: what the coordinator does (`office`); anything a real installation runs.

use std::time::Duration;

use chrono::TimeDelta;
use sandbox::{Bubble, Phone, Sandbox};

use super::{office, year};
use crate::clock::Clock;

/// How long ago the first of them came in.
pub(super) const MONTHS_BEFORE: TimeDelta = TimeDelta::days(120);

/// Somebody of the cast: the remark in the list of phones, the name on the phone, the name typed, school, post, what is
/// taught (nothing by whoever leads a school), the year the career began.
struct Role {
    note: &'static str,
    phone: &'static str,
    name: &'static str,
    school: &'static str,
    post: &'static str,
    subject: Option<&'static str>,
    year: &'static str,
}

const TEACHER: Role =
    Role {
        note: "", phone: "", name: "", school: "Школа № 1", post: "Учитель", subject: None, year: "2015"
    };

const OWNER: Role = Role {
    note: "владелец: /admin",
    phone: "Ольга Смирнова",
    name: "Смирнова Ольга Викторовна",
    school: "Лугоборская гимназия",
    subject: Some("Русский язык"),
    year: "2011",
    ..TEACHER
};
const COORDINATOR: Role = Role {
    note: "координатор: /admin",
    phone: "Наталья Кравцова",
    name: "Кравцова Наталья Андреевна",
    school: "Лугоборская гимназия",
    post: "Заместитель директора по УВР",
    year: "2011",
    ..TEACHER
};
const EXPERIENCED: Role = Role {
    note: "методист: /queue",
    phone: "Сергей Дорошин",
    name: "Дорошин Сергей Павлович",
    school: "Школа № 2",
    subject: Some("Информатика"),
    year: "2011",
    ..TEACHER
};
const HALFWAY: Role = Role {
    note: "на середине",
    phone: "Марина Белова",
    name: "Белова Марина Игоревна",
    school: "Лугоборская гимназия",
    subject: Some("Русский язык"),
    year: "2019",
    ..TEACHER
};
const BEGINNER: Role = Role {
    note: "первый год",
    phone: "Чечена Ооржак",
    name: "Ооржак Чечена",
    post: "Учитель начальных классов",
    subject: Some("Начальные классы"),
    year: "2025",
    ..TEACHER
};
const HELPFUL: Role = Role {
    note: "будущий методист",
    phone: "Галина Воронцова",
    name: "Воронцова Галина Степановна",
    school: "Школа № 2",
    subject: Some("Математика"),
    year: "2012",
    ..TEACHER
};

/// Three who have a name of the coordinator's list, but not quite: without a patronymic, at another school, misspelt.
const LISTED: [Role; 3] = [
    Role {
        note: "есть похожее имя в списке",
        phone: "Мария Соколова",
        name: "Соколова Мария",
        subject: Some("Английский язык"),
        ..TEACHER
    },
    Role {
        note: "есть похожее имя в списке",
        phone: "Баир Дугаров",
        name: "Дугаров Баир Жаргалович",
        school: "Школа № 2",
        subject: Some("Информатика"),
        ..TEACHER
    },
    Role {
        note: "есть похожее имя в списке",
        phone: "Елена Фёдорова",
        name: "Федорова Елена Ильинишна",
        school: "Школа № 2",
        post: "Учитель начальных классов",
        subject: Some("Начальные классы"),
        ..TEACHER
    },
];

/// Those who are there before the bot is: it is told beforehand who owns it.
pub(super) struct First {
    owner: Phone,
}

impl First {
    /// Somebody who has not come in yet, and the owner.
    pub(super) fn new(sandbox: &Sandbox) -> Self {
        sandbox.person("Анна Петрова").set_note("ещё не заходила");
        Self { owner: OWNER.take_phone(sandbox) }
    }

    /// The owner's id, as the configuration names it.
    pub(super) fn owner(&self) -> i64 {
        self.owner.id()
    }
}

/// How ready somebody is to agree with a statement: the choice at each question, over and over.
const IN_SUMMER: [&str; 5] =
    ["Скорее про меня", "Отчасти про меня", "Скорее не про меня", "Скорее про меня", "Отчасти про меня"];
const IN_AUTUMN: [&str; 4] = ["Скорее про меня", "Точно про меня", "Отчасти про меня", "Скорее про меня"];

/// Lets the demo people live through their last months; the clock stands `MONTHS_BEFORE` now, and ends at the present.
pub(super) async fn play(sandbox: &Sandbox, clock: &Clock, first: &First) {
    let coordinator = COORDINATOR.take_phone(sandbox);
    let [sergey, marina, chechena, galina] =
        [&EXPERIENCED, &HALFWAY, &BEGINNER, &HELPFUL].map(|role| role.take_phone(sandbox));
    let listed = LISTED.map(|role| (role.take_phone(sandbox), role));
    come_in(&sergey, &EXPERIENCED).await;
    tokio::join!(answer(&sergey, &IN_SUMMER, usize::MAX), plan_year(first, &coordinator, &galina, clock));
    clock.return_to_present();
    let half = async {
        come_in(&marina, &HALFWAY).await;
        answer(&marina, &IN_AUTUMN, 17).await;
    };
    let beginner = come_in(&chechena, &BEGINNER);
    let service = async {
        office::send_list(&coordinator).await;
        office::appoint(&coordinator, "Дорошин", "Методист").await;
        futures::future::join_all(listed.iter().map(|(phone, role)| come_in(phone, role))).await;
    };
    tokio::join!(answer(&sergey, &IN_AUTUMN, usize::MAX), half, beginner, service);
}

/// In summer the service begins: a coordinator, a pool of methodologists, and the plan of the year's meetings, of which some
/// are over by now.
async fn plan_year(first: &First, coordinator: &Phone, galina: &Phone, clock: &Clock) {
    tokio::join!(
        come_in(&first.owner, &OWNER),
        come_in(coordinator, &COORDINATOR),
        come_in(galina, &HELPFUL)
    );
    office::appoint(&first.owner, "Кравцова", "Координатор").await;
    hears_of_the_role(coordinator).await;
    office::begin_pool(coordinator, ["Дорошин", "Воронцова"]).await;
    let summer = clock.now();
    match year::workbook(summer + MONTHS_BEFORE, summer) {
        Ok(plan) => office::call_year(coordinator, plan).await,
        Err(fault) => tracing::error!(fault = format!("{fault:#}"), "the demo's plan could not be written"),
    }
}

/// Gives the letter about a role time to come, so that it does not come between two taps; by night it does not come at all.
async fn hears_of_the_role(phone: &Phone) {
    let has_come = || phone.chat().iter().any(|bubble| bubble.text.contains("Вам поручена роль"));
    for _ in 0..20 {
        if has_come() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

impl Role {
    fn take_phone(&self, sandbox: &Sandbox) -> Phone {
        let phone = sandbox.person(self.phone);
        phone.set_note(self.note);
        phone
    }
}

/// A colleague whose phone nobody holds comes in: a teacher of one of three schools.
pub(super) async fn colleague_comes_in(phone: &Phone, name: &str, number: usize) {
    let school = ["Школа № 1", "Школа № 2", "Лугоборская гимназия"][number % 3];
    let subject = ["Математика", "Русский язык", "Информатика"][number / 3 % 3];
    let role = Role { school, subject: Some(subject), ..TEACHER };
    come_in_as(phone, name, &role).await;
}

async fn come_in(phone: &Phone, role: &Role) {
    come_in_as(phone, role.name, role).await;
}

async fn come_in_as(phone: &Phone, name: &str, role: &Role) {
    phone.says("/start");
    phone.taps("Даю согласие").await;
    phone.waits_for("Как Вас зовут").await;
    phone.says(name);
    phone.taps(role.school).await;
    phone.taps(role.post).await;
    if let Some(subject) = role.subject {
        phone.taps(subject).await;
        phone.taps("Готово").await;
    }
    phone.taps(role.year).await;
    phone.waits_for("Рады, что Вы с нами").await;
}

/// Takes the professional self-diagnosis, `most` questions of it.
async fn answer(phone: &Phone, choices: &[&str], most: usize) {
    phone.says("/diagnosis");
    phone.taps("Профессиональная самодиагностика").await;
    phone.taps("Начать").await;
    phone.waits_for_button("Пауза").await;
    for choice in choices.iter().cycle().take(most) {
        // A letter may stand below the question by now.
        let Some(question) = phone.chat().into_iter().rev().find(is_question) else {
            return;
        };
        let labels = || question.buttons.iter().flatten().map(|key| key.label.as_str());
        let fitting = labels().find(|label| label.contains(choice));
        let Some(label) = fitting.or_else(|| labels().find(|label| label.contains("Пропустить")))
        else {
            return;
        };
        phone.presses_on(question.message_id, label);
        let has_gone_on = |chat: &[Bubble]| {
            chat.iter().rev().find(|one| is_question(one)).is_none_or(|next| next.text != question.text)
        };
        phone.waits_until("the next screen", has_gone_on).await;
    }
}

fn is_question(bubble: &Bubble) -> bool {
    bubble.buttons.iter().flatten().any(|key| key.label.contains("Пауза"))
}
