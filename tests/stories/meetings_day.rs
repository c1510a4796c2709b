//! The day of a meeting: whoever is there says so at the door, or is ticked.

use chrono::TimeDelta;

use crate::{
    announcing::{coordinated, teachers},
    house::Engine,
    letters::on_both_engines,
    meetings::{ahead, calls, opens, shown, until_shown},
    office::id,
    stages::nothing_broke,
};

on_both_engines!(the_door_opens_in_time_and_knows_its_word,);

async fn the_door_opens_in_time_and_knows_its_word(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let mut people = teachers(&region, 3).await;
    let when = format!("{} 15:00", ahead(&region, 1));
    calls(&mut anna, "У двери", &when).await;
    for one in &people {
        until_shown(&one.teacher.phone, "Вас зовут", 1).await;
    }
    anna.teacher.taps("Код для входа").await;
    anna.teacher.phone.waits_for("Код появится за полчаса").await;
    anna.teacher.taps("‹ Встреча").await;
    anna.teacher.taps("Отметить").await;
    anna.teacher.taps("☐ Главная").await;
    anna.teacher.phone.waits_for("Отмечать можно от получаса").await;
    region.house.clock.advance(TimeDelta::hours(27)).await;
    opens(&mut anna, "У двери").await;
    anna.teacher.taps("Код для входа").await;
    let said = anna.teacher.phone.waits_for("Код для входа: ").await;
    let code: String = said.text.chars().filter(char::is_ascii_digit).take(4).collect();
    anna.teacher.phone.waits_for("Наведите камеру").await;

    let vera = &mut people[0].teacher;
    vera.phone.says("/meetings");
    vera.taps("У двери").await;
    vera.taps("Я здесь").await;
    vera.phone.waits_for("четыре цифры").await;
    let wrong = if code == "0000" { "0001" } else { "0000" };
    vera.types(wrong);
    vera.phone.waits_for("Код не тот").await;
    vera.types(&code);
    vera.phone.waits_for("Вы здесь, приход отмечен").await;
    // Nobody finds the word by trying.
    let mut guess = people[1].teacher.clone();
    guess.phone.says("/meetings");
    guess.taps("У двери").await;
    guess.taps("Я здесь").await;
    for _ in 0..6 {
        guess.types(wrong);
        region.house.settles_soon().await;
    }
    guess.phone.waits_for("Попыток больше нет").await;
    guess.types(&code);
    region.house.settles_soon().await;
    assert!(shown(&guess.phone, "приход отмечен").is_empty());
    // The picture at the door says the same as the word.
    let meeting: uuid::Uuid =
        metodist::read!(&region.house.app.db, on => sqlx::query_scalar("SELECT id FROM meetings").fetch_one(on))
            .expect("the meeting");
    people[2].teacher.phone.says(&format!("/start h{code}{}", id(meeting)));
    people[2].teacher.phone.waits_for("Вы здесь, приход отмечен").await;

    anna.teacher.taps("‹ Встреча").await;
    anna.teacher.taps("Отметить").await;
    anna.teacher.phone.waits_for("Кто пришёл: 2").await;
    anna.teacher.taps("☐ Главная").await;
    anna.teacher.phone.waits_for("Кто пришёл: 3").await;
    anna.teacher.taps("Гости").await;
    anna.teacher.phone.waits_for("кого нет в боте").await;
    anna.teacher.types("Гостева А. П.\nПришлый Б. В.");
    anna.teacher.phone.waits_for("Пришлый Б. В.").await;
    anna.teacher.types("Гостева А. П.");
    region.house.settles_soon().await;
    assert_eq!(region.house.count("SELECT COUNT(*) FROM meeting_visitors").await, 1);
    region.house.clock.advance(TimeDelta::hours(5)).await;
    guess.phone.says(&format!("/start h{code}{}", id(meeting)));
    guess.phone.waits_for("Отметиться можно").await;
    nothing_broke(&region.house).await;
}
