//! A consultation from the question to the rating: asked in four taps and one message, taken in one, answered by simply
//! writing; cards of others lose their buttons; what is not solved goes up; what is due is said in working time.

use chrono::{Datelike, TimeDelta, TimeZone, Utc, Weekday};
use metodist::units::{Role, RoleAt, Unit};

use crate::{
    house::{House, stories, transcript},
    office::{Member, Region, id},
    stages::nothing_broke,
};

stories!(
    a_question_is_asked_taken_answered_closed_and_rated,
    everybody_elses_card_says_who_took_it,
    several_open_questions_are_told_apart,
    the_next_are_asked_when_nobody_takes_it,
    what_is_not_solved_goes_up_and_is_assigned,
    a_question_is_handed_over_with_its_history,
    what_is_due_is_said_and_waiting_for_the_teacher_is_not,
    nobody_else_reads_or_answers,
);

/// A region with a teacher, three methodologists and a coordinator, on a Monday at ten.
pub struct Service {
    pub region: Region,
    pub teacher: Member,
    pub methodologists: Vec<Member>,
    pub coordinator: Member,
}

impl Service {
    pub async fn of(house: House) -> Self {
        let region = Region::of(house).await;
        on_monday(&region.house);
        let teacher = region.member("Белова Анна Петровна", region.schools[0]).await;
        let mut methodologists = Vec::new();
        for name in ["Семёнов Борис Олегович", "Орлова Вера Ильинична", "Гусева Галина Юрьевна"]
        {
            let member = region.member(name, region.schools[1]).await;
            region.gives(&member, RoleAt { role: Role::Methodologist, unit: region.here() }).await;
            methodologists.push(member);
        }
        let coordinator = region.member("Дроздова Дарья Павловна", region.schools[1]).await;
        region.gives(&coordinator, RoleAt { role: Role::Coordinator, unit: region.here() }).await;
        Self { region, teacher, methodologists, coordinator }
    }

    /// The teacher asks; everybody who is asked first has a card.
    pub async fn asks(&mut self, words: &str) {
        asks(&mut self.teacher, words).await;
        for member in &self.methodologists {
            member.teacher.phone.waits_for("Вопрос к методистам").await;
        }
    }
}

/// Asks about a lesson; the only subject is filled in.
pub async fn asks(member: &mut Member, words: &str) {
    member.teacher.phone.says("/consult");
    if member.teacher.phone.waits_for("О чём Ваш вопрос").await.buttons.is_empty() {
        panic!("{}", transcript(&member.teacher.phone));
    }
    member.teacher.taps("Урок: методика").await;
    member.teacher.phone.waits_for("Напишите вопрос своими словами").await;
    member.teacher.types(words);
    member.teacher.phone.waits_for("Когда всё, нажмите").await;
    member.teacher.taps("Отправить").await;
    member.teacher.phone.waits_for("отправлен").await;
}

/// The next Monday at ten in Moscow.
pub fn on_monday(house: &House) {
    let now = house.clock.now();
    let days = (0..8).map(|ahead| (now + TimeDelta::days(ahead)).date_naive());
    let mut mondays = days.filter(|day| day.weekday() == Weekday::Mon);
    let at = mondays
        .find_map(|day| day.and_hms_opt(7, 0, 0).map(|at| Utc.from_utc_datetime(&at)).filter(|at| *at > now));
    house.clock.jump(at.expect("a Monday") - now);
}

async fn a_question_is_asked_taken_answered_closed_and_rated(house: House) {
    let mut service = Service::of(house).await;
    let before = service.teacher.teacher.clone();
    service.teacher.teacher.phone.says("/menu");
    service.teacher.taps("Спросить методиста").await;
    service.teacher.taps("Урок: методика").await;
    let gathering = service.teacher.teacher.phone.waits_for("Напишите вопрос своими словами").await;
    assert!(gathering.screen().contains("Математика"), "the subject is filled in: {}", gathering.screen());
    service.teacher.teacher.types("Как построить урок-исследование в 7 классе?");
    service.teacher.taps("Отправить").await;
    let sent = service.teacher.teacher.phone.waits_for("Вопрос № 1 отправлен").await;
    assert!(sent.screen().contains("18:00") || sent.screen().contains("10:00"), "{}", sent.screen());
    let (taps, lines) =
        (service.teacher.teacher.taps - before.taps, service.teacher.teacher.lines - before.lines);
    assert_eq!((taps, lines), (3, 1), "taps and lines of the teacher");

    let boris = &mut service.methodologists[0];
    let card = boris.teacher.phone.waits_for("Вопрос к методистам").await;
    for words in ["Белова А. П.", "урок-исследование", "Математика", "Срок: до"]
    {
        assert!(card.screen().contains(words), "{words}: {}", card.screen());
    }
    boris.teacher.taps("Беру").await;
    boris.teacher.phone.waits_for("Пишите ответ прямо здесь").await;
    service.teacher.teacher.phone.waits_for("взял(а) методист Борис Олегович").await;
    boris.teacher.types("Начните с вопроса, ответа на который нет в учебнике.");
    boris.teacher.phone.waits_for("Передано: Вопрос № 1").await;
    assert_eq!((boris.teacher.taps, boris.teacher.lines), (1, 1), "taken and answered");
    let answer = service.teacher.teacher.phone.waits_for("нет в учебнике").await;
    assert!(answer.screen().contains("Методист Борис Олегович"), "{}", answer.screen());

    service.teacher.teacher.types("Спасибо! А если класс слабый?");
    boris.teacher.phone.waits_for("А если класс слабый").await;
    boris.teacher.phone.says("/queue");
    boris.teacher.taps("№ 1").await;
    boris.teacher.taps("Закрыть с итогом").await;
    boris.teacher.phone.waits_for("напишите итог").await;
    boris.teacher.types("Урок-исследование: вопрос, гипотеза, проверка.");
    boris.teacher.phone.waits_for("Итог. Урок-исследование").await;
    let closed = service.teacher.teacher.phone.waits_for("Как Вам ответ").await;
    assert!(closed.screen().contains("вопрос, гипотеза, проверка"), "{}", closed.screen());
    service.teacher.taps("5 ★").await;
    service.teacher.teacher.phone.waits_for("Ваша оценка: 5").await;
    service.teacher.teacher.types("Очень помогло");
    service.teacher.teacher.phone.waits_for("Спасибо, записано").await;
    let rated =
        "SELECT COUNT(*) FROM consultation_requests WHERE rating = 5 AND rating_words = 'Очень помогло'";
    assert_eq!(service.region.house.count(rated).await, 1);
    nothing_broke(&service.region.house).await;
}

impl Member {
    pub async fn taps(&mut self, label: &str) {
        self.teacher.taps(label).await;
    }
}

async fn everybody_elses_card_says_who_took_it(house: House) {
    let mut service = Service::of(house).await;
    service.asks("Как оценить проект?").await;
    let [boris, vera, galina] = service.methodologists.as_mut_slice() else { unreachable!("three") };
    vera.taps("Позже").await;
    vera.teacher.phone.waits_for("напомню").await;
    boris.taps("Беру").await;
    boris.teacher.phone.waits_for("Пишите ответ прямо здесь").await;
    for other in [vera, galina] {
        let gone = other.teacher.phone.waits_for("взял(а) Борис Олегович").await;
        assert!(gone.buttons.is_empty(), "no dead buttons: {}", gone.screen());
    }
    let galina = &service.methodologists[2];
    let request = request(&service).await;
    galina.teacher.phone.presses_data(1, &format!("cs1.take.{}", id(request))).answer().await;
    galina.teacher.phone.waits_for("взял(а) Борис Олегович").await;
    nothing_broke(&service.region.house).await;
}

/// The only request.
pub async fn request(service: &Service) -> uuid::Uuid {
    metodist::read!(&service.region.house.app.db, on =>
        sqlx::query_scalar("SELECT id FROM consultation_requests").fetch_one(on))
    .expect("the request")
}

async fn several_open_questions_are_told_apart(house: House) {
    let mut service = Service::of(house).await;
    service.asks("Первый вопрос").await;
    service.methodologists[0].taps("Беру").await;
    service.methodologists[0].teacher.phone.waits_for("Пишите ответ прямо здесь").await;
    service.teacher.teacher.phone.waits_for("взял(а) методист Борис").await;
    service.teacher.teacher.phone.says("/consult");
    service.teacher.taps("Новый вопрос").await;
    service.teacher.taps("Цифровые средства").await;
    service.teacher.teacher.types("Второй вопрос");
    service.teacher.taps("Отправить").await;
    service.teacher.teacher.phone.waits_for("Вопрос № 2 отправлен").await;
    let vera = &mut service.methodologists[1];
    vera.teacher.phone.waits_for("Второй вопрос").await;
    vera.taps("Беру").await;
    vera.teacher.phone.waits_for("Пишите ответ прямо здесь").await;
    let teacher = &mut service.teacher.teacher;
    teacher.phone.says("/menu");
    teacher.phone.waits_for("чем займёмся").await;
    teacher.types("Ещё хочу добавить");
    teacher.phone.waits_for("Кому это передать").await;
    teacher.types("и вот это");
    teacher.taps("Вопрос № 2").await;
    teacher.phone.waits_for("Передано: Вопрос № 2").await;
    vera.teacher.phone.waits_for("Ещё хочу добавить").await;
    vera.teacher.phone.waits_for("и вот это").await;
    let boris = &service.methodologists[0];
    assert!(!transcript(&boris.teacher.phone).contains("Ещё хочу добавить"), "it was not for him");
    boris.teacher.phone.says("Отвечаю на первый");
    let answer = service.teacher.teacher.phone.waits_for("Отвечаю на первый").await;
    assert!(answer.screen().contains("Вопрос № 1"), "{}", answer.screen());
    service.teacher.teacher.phone.says("/menu");
    service.teacher.teacher.phone.waits_for("чем займёмся").await;
    service.teacher.teacher.phone.says_in_reply("Отвечаю в ответ на письмо", answer.message_id);
    boris.teacher.phone.waits_for("Отвечаю в ответ на письмо").await;
    nothing_broke(&service.region.house).await;
}

async fn the_next_are_asked_when_nobody_takes_it(house: House) {
    let mut service = Service::of(house).await;
    service.asks("Никто не берёт").await;
    for member in &mut service.methodologists {
        member.taps("Не моё").await;
        member.taps("Просто не моё").await;
        member.teacher.phone.waits_for("Вопросы ко мне").await;
    }
    service.coordinator.teacher.phone.waits_for("Вопрос к методистам").await;
    let lost = service.region.member("Северов Иван Ильич", service.region.school_there).await;
    service.region.gives(&lost, RoleAt { role: Role::RegionalCoordinator, unit: Unit::Region }).await;
    service.region.house.clock.advance(TimeDelta::hours(26)).await;
    lost.teacher.phone.waits_for("Вопрос к методистам").await;
    nothing_broke(&service.region.house).await;
}

async fn what_is_not_solved_goes_up_and_is_assigned(house: House) {
    let mut service = Service::of(house).await;
    service.asks("Трудный вопрос").await;
    closes(&mut service.methodologists[0], "Коротко").await;
    service.teacher.teacher.phone.waits_for("Как Вам ответ").await;
    service.teacher.taps("Не решено").await;
    service.teacher.teacher.phone.waits_for("вопрос увидит координатор").await;
    let coordinator = &mut service.coordinator;
    coordinator.teacher.phone.waits_for("Вопрос к методистам").await;
    coordinator.teacher.phone.says("/queue");
    for label in ["№ 1", "Назначить", "Орлова В. И."] {
        coordinator.taps(label).await;
    }
    let vera = &mut service.methodologists[1];
    vera.teacher.phone.waits_for("Вам передан вопрос").await;
    vera.teacher.phone.says("Разберём вместе");
    service.teacher.teacher.phone.waits_for("Разберём вместе").await;
    nothing_broke(&service.region.house).await;
}

/// Takes it and closes it with this summary.
pub async fn closes(member: &mut Member, summary: &str) {
    member.taps("Беру").await;
    member.teacher.phone.waits_for("Пишите ответ прямо здесь").await;
    member.taps("Закрыть с итогом").await;
    member.teacher.phone.waits_for("напишите итог").await;
    member.teacher.types(summary);
    member.teacher.phone.waits_for("Закрыт, отвечал").await;
}

async fn a_question_is_handed_over_with_its_history(house: House) {
    let mut service = Service::of(house).await;
    service.asks("Вопрос с историей").await;
    let boris = &mut service.methodologists[0];
    boris.taps("Беру").await;
    boris.teacher.phone.waits_for("Пишите ответ прямо здесь").await;
    boris.taps("Заметка для себя").await;
    boris.teacher.phone.waits_for("Её увидите только Вы").await;
    boris.teacher.types("перезвонить в школу");
    boris.teacher.phone.waits_for("Заметка: перезвонить в школу").await;
    boris.taps("Готовые ответы").await;
    boris.taps("Добавить готовый ответ").await;
    boris.teacher.phone.waits_for("в первой строке название").await;
    boris.teacher.types("Приветствие\nЗдравствуйте, {имя}! Смотрю Ваш вопрос.");
    boris.taps("Приветствие").await;
    service.teacher.teacher.phone.waits_for("Здравствуйте, Анна Петровна! Смотрю").await;
    boris.taps("Передать").await;
    boris.taps("Орлова В. И.").await;
    let vera = &service.methodologists[1];
    vera.teacher.phone.waits_for("Вам передан вопрос").await;
    vera.teacher.phone.waits_for("Смотрю Ваш вопрос").await;
    assert!(!transcript(&vera.teacher.phone).contains("перезвонить"), "the note is his own");
    service.teacher.teacher.phone.waits_for("теперь ведёт методист Вера Ильинична").await;
    nothing_broke(&service.region.house).await;
}

async fn what_is_due_is_said_and_waiting_for_the_teacher_is_not(house: House) {
    let mut service = Service::of(house).await;
    service.asks("Срочный вопрос").await;
    let boris = &mut service.methodologists[0];
    boris.taps("Беру").await;
    boris.teacher.phone.waits_for("Пишите ответ прямо здесь").await;
    let clock = service.region.house.clock.clone();
    clock.advance(TimeDelta::hours(30)).await;
    boris.teacher.phone.waits_for("первый ответ нужен до").await;
    clock.advance(TimeDelta::hours(20)).await;
    service.coordinator.teacher.phone.waits_for("первого ответа всё ещё нет").await;
    service.coordinator.teacher.phone.waits_for("Консультации сегодня").await;
    boris.teacher.phone.says("Вот ответ");
    service.teacher.teacher.phone.waits_for("Вот ответ").await;
    clock.advance(TimeDelta::days(30)).await;
    assert!(!transcript(&boris.teacher.phone).contains("закрыть нужно до"), "the teacher is waited for");
    service.teacher.teacher.phone.says("Извините, болела");
    boris.teacher.phone.waits_for("болела").await;
    clock.advance(TimeDelta::days(20)).await;
    boris.teacher.phone.waits_for("не закрыт, срок был").await;
    service.coordinator.teacher.phone.waits_for("не закрыт, срок был").await;
    nothing_broke(&service.region.house).await;
}

async fn nobody_else_reads_or_answers(house: House) {
    let mut service = Service::of(house).await;
    service.asks("Личный вопрос").await;
    let request = id(request(&service).await);
    let abroad = service.region.member("Чужая Ольга Львовна", service.region.school_there).await;
    let there = Unit::Municipality(service.region.there);
    service.region.gives(&abroad, RoleAt { role: Role::Coordinator, unit: there }).await;
    let colleague = service.region.member("Соседка Инна Львовна", service.region.schools[0]).await;
    for verb in [
        "show", "withdraw", "takeback", "unsolved", "reopen", "card", "take", "pass", "decline", "later",
        "work", "close", "note", "canned", "keep", "transfer", "up",
    ] {
        for member in [&abroad, &colleague] {
            member.teacher.phone.presses_data(1, &format!("cs1.{verb}.{request}")).answer().await;
        }
    }
    service.region.house.settles().await;
    for member in [&abroad, &colleague] {
        let seen = transcript(&member.teacher.phone);
        assert!(!seen.contains("Личный вопрос") && !seen.contains("Белова"), "{seen}");
    }
    let untouched = "SELECT COUNT(*) FROM consultation_requests WHERE state = 'sent'";
    assert_eq!(service.region.house.count(untouched).await, 1);
    nothing_broke(&service.region.house).await;
}
