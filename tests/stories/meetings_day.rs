//! The day of a meeting: whoever is there says so at the door, or is ticked.

use chrono::TimeDelta;
use sandbox::Bubble;

use crate::{
    announcing::{coordinated, teachers},
    house::Engine,
    letters::on_both_engines,
    meetings::{ahead, calls, drafts, opens, shown, until_shown},
    office::{Member, Region, id},
    papers,
    stages::nothing_broke,
};

on_both_engines!(the_door_opens_in_time_and_knows_its_word, minutes_are_taken_down_and_remembered);

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

    ticks_and_notes_visitors(&region, &mut anna).await;
    region.house.clock.advance(TimeDelta::hours(5)).await;
    guess.phone.says(&format!("/start h{code}{}", id(meeting)));
    guess.phone.waits_for("Отметиться можно").await;
    nothing_broke(&region.house).await;
}

async fn ticks_and_notes_visitors(region: &Region, anna: &mut Member) {
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
    let one_is_left = |chat: &[Bubble]| {
        let newest = chat.iter().rfind(|bubble| bubble.from_bot && bubble.text.contains("Пришлый Б. В."));
        newest.is_some_and(|bubble| !bubble.text.contains("Гостева"))
    };
    anna.teacher.phone.waits_until("the list without her", one_is_left).await;
    assert_eq!(region.house.count("SELECT COUNT(*) FROM meeting_visitors").await, 1);
}

async fn minutes_are_taken_down_and_remembered(engine: Engine) {
    let (region, mut anna) = coordinated(engine).await;
    let people = teachers(&region, 2).await;
    let doer = region.member("Исполнительная Ия Петровна", region.schools[0]).await;
    let (when, due) = (format!("{} 15:00", ahead(&region, 1)), ahead(&region, 9));
    drafts(&mut anna, "С протоколом", &when).await;
    anna.teacher.taps("Повестка").await;
    anna.teacher.phone.waits_for("каждый вопрос с новой строки").await;
    anna.teacher.types("Итоги ВПР — Учителева А. А.\nРазное");
    anna.teacher.phone.waits_for("2. Разное").await;
    anna.teacher.taps("Созвать").await;
    anna.teacher.taps("Да, созвать").await;
    until_shown(&people[0].teacher.phone, "Вас зовут", 1).await;
    region.house.clock.advance(TimeDelta::hours(27)).await;
    opens(&mut anna, "С протоколом").await;
    anna.teacher.taps("Протокол").await;
    anna.teacher.taps("Заполнить по порядку").await;
    let task = format!("Подготовить отчёт — Исполнительная И. П. — до {due}\nПринять к сведению");
    for (asked, typed) in [
        ("Кто был председателем?", "Главная А. С."),
        ("Кто был секретарём?", "Учителева А. В."),
        ("Кто был приглашён?", "Гостева Г. Г."),
        ("Что слушали?", "Средний балл вырос"),
        ("Кто выступил", "Учителева: поддержала"),
        ("Что решили?", task.as_str()),
    ] {
        anna.teacher.phone.waits_for(asked).await;
        anna.teacher.types(typed);
    }
    anna.teacher.phone.waits_for("Как голосовали").await;
    anna.teacher.types("единогласно");
    anna.teacher.phone.waits_for("Нужны три числа").await;
    anna.teacher.types("3-0-1");
    anna.teacher.phone.waits_for("2. Разное\n\nЧто слушали?").await;
    anna.teacher.taps("‹ Протокол").await;
    anna.teacher.waits_for_button("✓ 1. Итоги ВПР").await;
    anna.teacher.taps("Документ (DOCX)").await;
    let phone = anna.teacher.phone.clone();
    phone.waits_until("the paper is there", |chat| chat.iter().any(|bubble| bubble.file.is_some())).await;
    let file = phone.chat().into_iter().filter_map(|bubble| bubble.file).last().expect("the paper");
    assert_eq!(file.name, "Протокол.docx");
    let paper = papers::read(&file.name, &file.bytes);
    for words in [
        "ПРОТОКОЛ",
        "Председатель: Главная А. С.",
        "Всего членов: 4. Присутствовали: 0. Кворума нет.",
        "СЛУШАЛИ: Учителева А. А. — Средний балл вырос",
        "1.1. Подготовить отчёт; ответственный: Исполнительная И. П.; срок: ",
        "«за» — 3, «против» — 0, «воздержались» — 1",
        "ЯВОЧНЫЙ ЛИСТ",
    ] {
        assert!(paper.contains(words), "{words} in {paper}");
    }
    the_extract_goes_to(&mut anna, &doer).await;
    region.house.clock.advance(TimeDelta::days(9)).await;
    assert_eq!(shown(&doer.teacher.phone, "Завтра срок по решению").len(), 1);
    assert!(shown(&people[0].teacher.phone, "Завтра срок").is_empty());
    nothing_broke(&region.house).await;
}

/// Pressed twice, the extract goes out once, with what concerns its reader alone.
async fn the_extract_goes_to(host: &mut Member, doer: &Member) {
    for _ in 0..2 {
        host.teacher.taps("Разослать выписки").await;
        host.teacher.phone.waits_for("Выписки уходят: Исполнительная Ия Петровна.").await;
    }
    let is_there = |chat: &[Bubble]| chat.iter().any(|bubble| bubble.file.is_some());
    doer.teacher.phone.waits_until("the extract", is_there).await;
    let files: Vec<_> = doer.teacher.phone.chat().into_iter().filter_map(|bubble| bubble.file).collect();
    assert_eq!((files.len(), &*files[0].name), (1, "Выписка.docx"));
    let extract = papers::read(&files[0].name, &files[0].bytes);
    assert!(extract.contains("1.1. Подготовить отчёт"), "{extract}");
    assert!(!extract.contains("Принять к сведению"), "{extract}");
}
