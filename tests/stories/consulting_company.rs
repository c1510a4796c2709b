//! Who else is in a consultation: a methodologist who writes first, a colleague who is invited into it.

use crate::{
    consulting::{Service, closes, request},
    house::{House, stories, transcript},
    office::id,
    stages::nothing_broke,
};

stories!(
    a_methodologist_writes_first_to_whom_they_accompany,
    a_colleague_comes_into_the_conversation_and_leaves_it,
    a_colleague_without_the_role_is_out_of_it,
    a_time_is_proposed_agreed_and_reminded_of,
);

async fn a_methodologist_writes_first_to_whom_they_accompany(house: House) {
    let mut service = Service::of(house).await;
    let [boris, ..] = service.methodologists.as_mut_slice() else { unreachable!("three") };
    boris.teacher.phone.says("/queue");
    boris.taps("Написать первым").await;
    boris.teacher.phone.waits_for("Здесь появятся педагоги").await;
    service.asks("Как оценить проект?").await;
    let boris = &mut service.methodologists[0];
    closes(boris, "По трём критериям").await;
    service.teacher.teacher.phone.waits_for("Как Вам ответ").await;
    boris.teacher.phone.says("/queue");
    boris.taps("Написать первым").await;
    boris.taps("Белова А. П.").await;
    boris.teacher.phone.waits_for("с чего хотите начать").await;
    boris.teacher.types("Как прошёл урок с проектами?");
    let work = boris.teacher.phone.waits_for("Консультация № 2").await;
    assert!(work.screen().contains("Ждём педагога"), "{}", work.screen());
    let letter = service.teacher.teacher.phone.waits_for("Как прошёл урок").await;
    assert!(letter.screen().contains("Методист Борис Олегович"), "{}", letter.screen());
    service.region.house.settles().await;
    service.teacher.teacher.phone.says_in_reply("Хорошо, спасибо!", letter.message_id);
    service.methodologists[0].teacher.phone.waits_for("Хорошо, спасибо").await;
    service.teacher.teacher.phone.says("/consult");
    service.teacher.taps("Консультация № 2").await;
    service.teacher.teacher.phone.waits_for("Вам пишет методист Борис Олегович").await;
    let taken = "SELECT COUNT(*) FROM consultation_requests WHERE is_written_first AND taken_by IS NOT NULL
         AND first_due_at IS NULL AND waiting_since IS NULL AND state = 'answered'";
    assert_eq!(service.region.house.count(taken).await, 1, "nobody waits for a first answer");

    let first = id(request_of(&service, 1).await);
    let vera = &service.methodologists[1].teacher.phone;
    vera.presses_data(1, &format!("cs1.first.{first}")).answer().await;
    vera.waits_for("Этого вопроса здесь уже нет").await;
    service.region.house.clock.jump(chrono::TimeDelta::days(400));
    let boris = &mut service.methodologists[0];
    boris.teacher.phone.presses_data(1, &format!("cs1.first.{first}")).answer().await;
    boris.teacher.phone.waits_for("Этого вопроса здесь уже нет").await;
    nothing_broke(&service.region.house).await;
}

async fn request_of(service: &Service, number: i64) -> uuid::Uuid {
    metodist::read!(&service.region.house.app.db, on =>
        sqlx::query_scalar("SELECT id FROM consultation_requests WHERE number = $1").bind(number).fetch_one(on))
    .expect("the request")
}

impl Service {
    /// The first methodologist takes the question and invites the second.
    async fn has_company(&mut self) {
        self.asks("Как провести дебаты?").await;
        let boris = &mut self.methodologists[0];
        boris.taps("Беру").await;
        boris.teacher.phone.waits_for("Пишите ответ прямо здесь").await;
        boris.teacher.types("Начните с темы, близкой классу.");
        self.teacher.teacher.phone.waits_for("близкой классу").await;
        boris.teacher.phone.says("/queue");
        boris.taps("№ 1").await;
        boris.taps("Позвать коллегу").await;
        boris.teacher.phone.waits_for("кого позвать").await;
        boris.taps("Орлова В. И.").await;
        boris.teacher.phone.waits_for("В разговоре также: Вера Ильинична").await;
        self.teacher.teacher.phone.waits_for("подключается методист Вера Ильинична").await;
        self.methodologists[1].teacher.phone.waits_for("зовёт Вас в разговор").await;
    }
}

async fn a_colleague_comes_into_the_conversation_and_leaves_it(house: House) {
    let mut service = Service::of(house).await;
    service.has_company().await;
    let vera = service.methodologists[1].teacher.phone.clone();
    vera.waits_for("близкой классу").await;
    vera.says("Добавлю: дайте роли заранее.");
    let answer = service.teacher.teacher.phone.waits_for("дайте роли заранее").await;
    assert!(answer.screen().contains("Методист Вера Ильинична"), "{}", answer.screen());
    service.methodologists[0].teacher.phone.waits_for("дайте роли заранее").await;
    let request = id(request(&service).await);
    vera.presses_data(1, &format!("cs1.close.{request}")).answer().await;
    vera.waits_for("Этого вопроса здесь уже нет").await;
    vera.says("/queue");
    service.methodologists[1].taps("№ 1").await;
    service.methodologists[1].taps("Выйти из разговора").await;
    service.teacher.teacher.phone.waits_for("Вера Ильинична выходит из разговора").await;
    service.methodologists[0].teacher.phone.waits_for("Вера Ильинична выходит из разговора").await;
    service.teacher.teacher.phone.says("А сколько времени дать?");
    service.methodologists[0].teacher.phone.waits_for("А сколько времени дать").await;
    service.region.house.settles().await;
    assert!(!transcript(&vera).contains("А сколько времени дать"), "she has left");
    vera.presses_data(1, &format!("cs1.invite.{request}.{}", id(service.methodologists[2].person)))
        .answer()
        .await;
    vera.waits_for("Этого вопроса здесь уже нет").await;
    assert_eq!(service.region.house.count("SELECT COUNT(*) FROM consultation_guests").await, 0);
    nothing_broke(&service.region.house).await;
}

async fn a_colleague_without_the_role_is_out_of_it(house: House) {
    let mut service = Service::of(house).await;
    service.has_company().await;
    service.region.revokes(&service.methodologists[1]).await;
    while service.region.house.count("SELECT COUNT(*) FROM consultation_guests").await > 0 {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    service.teacher.teacher.phone.says("Это уже не для неё");
    service.methodologists[0].teacher.phone.waits_for("уже не для неё").await;
    service.region.house.settles().await;
    assert!(!transcript(&service.methodologists[1].teacher.phone).contains("уже не для неё"));
    nothing_broke(&service.region.house).await;
}

async fn a_time_is_proposed_agreed_and_reminded_of(house: House) {
    let mut service = Service::of(house).await;
    service.asks("Можно поговорить?").await;
    let boris = &mut service.methodologists[0];
    boris.taps("Беру").await;
    boris.teacher.phone.waits_for("Пишите ответ прямо здесь").await;
    boris.taps("Предложить время").await;
    boris.teacher.phone.waits_for("до трёх вариантов").await;
    boris.teacher.types("когда-нибудь");
    boris.teacher.phone.waits_for("не похожа на день").await;
    boris.teacher.types("вторник в 15\nчт 10:30\nпт с 14 до 15:30");
    let understood = boris.teacher.phone.waits_for("Правильно?").await;
    for words in ["вторник, ", "15:00–15:30", "четверг, ", "10:30–11:00", "14:00–15:30"] {
        assert!(understood.screen().contains(words), "{words}: {}", understood.screen());
    }
    boris.taps("Отправить педагогу").await;
    service.teacher.teacher.phone.waits_for("Какое время удобно").await;
    let stranger = service.methodologists[2].teacher.phone.clone();
    let time: uuid::Uuid = metodist::read!(&service.region.house.app.db, on =>
        sqlx::query_scalar("SELECT id FROM consultation_times ORDER BY id LIMIT 1").fetch_one(on))
    .expect("a time");
    stranger.presses_data(1, &format!("cs1.pick.{}", id(time))).answer().await;
    stranger.waits_for("Этого вопроса здесь уже нет").await;
    service.teacher.taps("четверг").await;
    for phone in [&service.teacher.teacher.phone, &service.methodologists[0].teacher.phone] {
        let said = phone.waits_for("договорились, четверг").await;
        assert!(said.screen().contains("10:30–11:00"), "{}", said.screen());
        phone
            .waits_until("the file", |chat| {
                chat.iter().any(|bubble| bubble.file.as_ref().is_some_and(|file| file.name.ends_with(".ics")))
            })
            .await;
    }
    let clock = service.region.house.clock.clone();
    clock.advance(chrono::TimeDelta::days(2) + chrono::TimeDelta::hours(2)).await;
    for phone in [&service.teacher.teacher.phone, &service.methodologists[0].teacher.phone] {
        phone.waits_for("скоро разговор, четверг").await;
    }
    clock.advance(chrono::TimeDelta::hours(22)).await;
    for phone in [&service.teacher.teacher.phone, &service.methodologists[0].teacher.phone] {
        phone
            .waits_until("the second reminder", |chat| {
                chat.iter().filter(|bubble| bubble.screen().contains("скоро разговор")).count() == 2
            })
            .await;
    }
    nothing_broke(&service.region.house).await;
}
