//! The people of the demo: each comes in and answers through the bot itself, so that there is something to see.
//! Not here: anything a real installation runs.

use chrono::TimeDelta;
use sandbox::{Bubble, Phone, Sandbox};

use crate::clock::Clock;

/// How long ago the first of them came in.
pub(super) const MONTHS_BEFORE: TimeDelta = TimeDelta::days(120);

/// Somebody of the cast: the name on the phone, the name typed, school, post, subject, the year the career began.
struct Role {
    phone: &'static str,
    name: &'static str,
    school: &'static str,
    post: &'static str,
    subject: &'static str,
    year: &'static str,
}

const EXPERIENCED: Role = Role {
    phone: "Сергей Дорошин",
    name: "Дорошин Сергей Павлович",
    school: "Школа № 2",
    post: "Учитель",
    subject: "Информатика",
    year: "2011",
};
const HALFWAY: Role = Role {
    phone: "Марина Белова",
    name: "Белова Марина Игоревна",
    school: "Лугоборская гимназия",
    post: "Учитель",
    subject: "Русский язык",
    year: "2019",
};
const BEGINNER: Role = Role {
    phone: "Чечена Ооржак",
    name: "Ооржак Чечена",
    school: "Школа № 1",
    post: "Учитель начальных классов",
    subject: "Начальные классы",
    year: "2025",
};

const COORDINATOR: Role = Role {
    phone: "Ольга Смирнова",
    name: "Смирнова Ольга Викторовна",
    school: "Лугоборская гимназия",
    post: "Учитель",
    subject: "Русский язык",
    year: "2011",
};

/// Those who are there before the bot is: it is told beforehand who owns it.
pub(super) struct First {
    newcomer: Phone,
    owner: Phone,
}

impl First {
    /// Somebody who has not come in yet, and the owner.
    pub(super) fn new(sandbox: &Sandbox) -> Self {
        let first = Self {
            newcomer: sandbox.person("Анна Петрова"),
            owner: sandbox.person(COORDINATOR.phone),
        };
        first.newcomer.set_note("ещё не заходила");
        first.owner.set_note("владелец: /admin");
        first
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
    let cast = [EXPERIENCED, HALFWAY, BEGINNER].map(|role| (sandbox.person(role.phone), role));
    let [(sergey, experienced), (marina, halfway), (chechena, beginner)] = cast;
    sergey.set_note("прошёл дважды");
    marina.set_note("на середине");
    chechena.set_note("первый год");
    come_in(&sergey, &experienced).await;
    answer(&sergey, &IN_SUMMER, usize::MAX).await;
    clock.return_to_present();
    let again = answer(&sergey, &IN_AUTUMN, usize::MAX);
    let half = async {
        come_in(&marina, &halfway).await;
        answer(&marina, &IN_AUTUMN, 17).await;
    };
    tokio::join!(again, half, come_in(&chechena, &beginner), come_in(&first.owner, &COORDINATOR));
}

async fn come_in(phone: &Phone, role: &Role) {
    phone.says("/start");
    phone.taps("Даю согласие").await;
    phone.waits_for("Как Вас зовут").await;
    phone.says(role.name);
    for label in [role.school, role.post, role.subject, "Готово", role.year] {
        phone.taps(label).await;
    }
    phone.waits_for("Рады, что Вы с нами").await;
}

/// Takes the professional self-diagnosis, `most` questions of it.
async fn answer(phone: &Phone, choices: &[&str], most: usize) {
    phone.says("/diagnosis");
    phone.taps("Профессиональная самодиагностика").await;
    phone.taps("Начать").await;
    phone.waits_for_button("Пауза").await;
    for choice in choices.iter().cycle().take(most) {
        let Some(question) = phone.newest_screen().filter(is_question) else {
            return;
        };
        let fits = question.buttons.iter().flatten().any(|key| key.label.contains(choice));
        phone.taps(if fits { choice } else { "Пропустить" }).await;
        phone
            .waits_until("the next screen", |chat| {
                newest_text(chat).is_some_and(|text| text != question.text)
            })
            .await;
    }
}

fn is_question(bubble: &Bubble) -> bool {
    bubble.buttons.iter().flatten().any(|key| key.label.contains("Пауза"))
}

fn newest_text(chat: &[Bubble]) -> Option<&str> {
    let screen = chat.iter().rev().find(|bubble| bubble.from_bot && !bubble.buttons.is_empty())?;
    Some(&screen.text)
}
