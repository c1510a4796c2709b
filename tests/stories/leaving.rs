//! Leaving: withdrawing the consent erases everything personal from every table, and the way back is open.

use std::collections::BTreeSet;

use crate::{
    house::{Engine, House, stories},
    stages::{Stage, brought_to, is_answered, nothing_broke, stands_at},
    teacher::Teacher,
};

stories!(
    withdrawing_erases_everything_personal,
    withdrawing_can_be_thought_over,
    leaving_in_the_middle_of_registration,
    leaving_instead_of_agreeing_anew,
    every_column_about_people_is_declared,
    deleting_one_result_leaves_the_other,
);

/// The one trace of whoever has left: the act of destruction names their former id, which leads nowhere.
const STAYS: &str = "erasures.person_id";

/// Table and column.
type Place = (String, String);

/// Every column that holds something; a view only shows what its tables hold.
pub async fn columns(house: &House) -> Vec<Place> {
    let query = match house.engine() {
        Engine::Sqlite => {
            "SELECT tables.name, columns.name FROM sqlite_schema AS tables
             JOIN pragma_table_info(tables.name) AS columns WHERE tables.type = 'table'
             AND tables.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND tables.name NOT LIKE '\\_sqlx%' ESCAPE '\\'"
        }
        Engine::Postgres => {
            "SELECT table_name::text, column_name::text FROM information_schema.columns
             JOIN information_schema.tables USING (table_schema, table_name) WHERE table_type = 'BASE TABLE'
             AND table_schema = current_schema() AND table_name NOT LIKE '\\_sqlx%'"
        }
    };
    metodist::read!(&house.app.db, on => sqlx::query_as(query).fetch_all(on)).expect("the schema can be read")
}

/// Every value of every table as text, with `table.column` before it. Ids are shown in hexadecimal.
pub async fn dump(house: &House) -> Vec<(String, String)> {
    let mut dump = Vec::new();
    for (table, column) in columns(house).await {
        let text = match house.engine() {
            Engine::Sqlite => {
                format!(
                    "CASE typeof({column}) WHEN 'blob' THEN hex({column}) ELSE CAST({column} AS TEXT) END"
                )
            }
            Engine::Postgres => format!("CAST({column} AS TEXT)"),
        };
        let query = format!("SELECT {text} FROM {table} WHERE {column} IS NOT NULL");
        let values: Vec<String> = metodist::read!(&house.app.db, on =>
            sqlx::query_scalar(sqlx::AssertSqlSafe(query)).fetch_all(on))
        .expect("a table can be dumped");
        let place = format!("{table}.{column}");
        dump.extend(values.into_iter().map(|value| (place.clone(), value)));
    }
    dump
}

/// What this person's rows would betray: their words, and our id of them in both spellings.
async fn traces(house: &House, teacher: &Teacher) -> Vec<String> {
    let id: uuid::Uuid = metodist::read!(&house.app.db, on =>
        sqlx::query_scalar("SELECT person_id FROM contacts WHERE external_id = $1")
            .bind(teacher.phone.id().to_string()).fetch_one(on))
    .expect("the person is known");
    vec![
        id.to_string(),
        id.simple().to_string().to_uppercase(),
        "Покидающая".to_owned(),
        "Снежана".to_owned(),
        "тайное желание".to_owned(),
    ]
}

async fn found(house: &House, traces: &[String]) -> Vec<String> {
    let dump = dump(house).await;
    dump.into_iter()
        .filter(|(_, value)| traces.iter().any(|trace| value.contains(trace)))
        .map(|(place, _)| place)
        .collect()
}

/// Says and begins everything that can be said and begun.
pub async fn leaves_traces(house: &House) -> Teacher {
    let mut teacher = Teacher::new(house.person("Снежана"));
    teacher.registers("Покидающая Снежана Олеговна").await;
    teacher.phone.says("/profile");
    teacher.taps("Дата рождения").await;
    teacher.phone.waits_for("до 35 лет").await;
    teacher.types("07.03.1985");
    teacher.phone.waits_for("07.03.1985").await;
    teacher.phone.says("/diagnosis");
    teacher.taps("Пограничная").await;
    teacher.taps("Начать").await;
    teacher.taps("Да").await;
    teacher.taps("Много").await;
    stands_at(&teacher, Stage::TextQuestion).await;
    teacher.types("тайное желание");
    stands_at(&teacher, Stage::NumberQuestion).await;
    teacher.types("5");
    teacher.taps("☐ Алгебра").await;
    teacher.taps("Готово").await;
    teacher.taps("Нет").await;
    stands_at(&teacher, Stage::Result).await;
    teacher.phone.says("/diagnosis");
    teacher.taps("Пограничная").await;
    teacher.taps("Начать").await;
    teacher.taps("Да").await;
    teacher.taps("Много").await;
    stands_at(&teacher, Stage::TextQuestion).await;
    teacher.types("тайное желание второе");
    stands_at(&teacher, Stage::NumberQuestion).await;
    teacher.phone.says("/profile");
    teacher.taps("Добавить место работы").await;
    teacher.waits_for_button("Школа № 2").await;
    teacher
}

async fn withdrawing_erases_everything_personal(house: House) {
    let mut house = house.with_short_questionnaire().await;
    let mut teacher = leaves_traces(&house).await;
    let stays = brought_to(&house, Stage::Result).await;
    let (traces, kept) = (traces(&house, &teacher).await, crate::stages::held(&house, &stays).await);
    let before: BTreeSet<String> = found(&house, &traces).await.into_iter().collect();
    for place in ["persons.family_name", "attempts.person_id", "answers.value", "competence_scores.person_id"]
    {
        assert!(before.contains(place), "the story leaves no trace in {place}: {before:?}");
    }
    teacher.phone.says("/privacy");
    teacher.phone.waits_for("Покидающая Снежана Олеговна").await;
    teacher.taps("Отозвать согласие").await;
    teacher.taps("Да, удалить всё").await;
    teacher.phone.waits_for("всё личное удалено").await;
    house.settles().await;
    assert_eq!(found(&house, &traces).await, [STAYS], "the act names a former id, nothing else does");
    let contact = house
        .lines(
            "SELECT CAST(COALESCE(conversations.expects, '') AS TEXT) FROM contacts
             LEFT JOIN conversations ON conversations.contact_id = contacts.id
             WHERE external_id = $1 AND person_id IS NULL",
            teacher.phone.id(),
        )
        .await;
    assert_eq!(contact, [""], "the contact stays, and expects nothing");
    assert_eq!(
        house.count("SELECT COUNT(*) FROM inbox WHERE content IS NOT NULL").await,
        0,
        "no content is left in the inbox"
    );
    assert_eq!(kept, crate::stages::held(&house, &stays).await, "others keep theirs");
    stays_gone(&house, &teacher, &traces).await;
    house.restart().await;
    comes_back(&house, &mut teacher).await;
    nothing_broke(&house).await;
}

/// Neither an old button nor a typed name brings anything back.
async fn stays_gone(house: &House, teacher: &Teacher, traces: &[String]) {
    teacher.phone.presses_data(1, "pe1.menu").answer().await;
    let sent = teacher.phone.says("Покидающая Снежана Олеговна");
    is_answered(teacher, sent, "a name after leaving").await;
    house.settles().await;
    assert_eq!(found(house, traces).await, [STAYS], "nothing comes back by itself");
}

async fn comes_back(house: &House, teacher: &mut Teacher) {
    teacher.registers("Вернувшаяся Снежана Олеговна").await;
    let held = crate::stages::held(house, teacher).await;
    assert_eq!(held.len(), 2, "nothing of the former life is there: {held:?}");
    teacher.phone.says("/diagnosis");
    teacher.taps("Пограничная").await;
    teacher.waits_for_button("Начать").await;
}

async fn withdrawing_can_be_thought_over(house: House) {
    let house = house.with_short_questionnaire().await;
    let mut teacher = brought_to(&house, Stage::TextQuestion).await;
    let before = crate::stages::held(&house, &teacher).await;
    teacher.phone.says("/privacy");
    teacher.taps("Отозвать согласие").await;
    teacher.taps("Нет, оставить").await;
    teacher.phone.waits_for("Что о Вас хранится").await;
    assert_eq!(before, crate::stages::held(&house, &teacher).await);
    teacher.taps("Текст согласия").await;
    teacher.phone.waits_for("Роскомнадзор").await;
    nothing_broke(&house).await;
}

async fn leaving_in_the_middle_of_registration(house: House) {
    for stage in [Stage::Name, Stage::School, Stage::Year] {
        let mut teacher = brought_to(&house, stage).await;
        teacher.phone.says("/privacy");
        teacher.taps("Отозвать согласие").await;
        teacher.taps("Да, удалить всё").await;
        teacher.phone.waits_for("всё личное удалено").await;
        assert_eq!(crate::stages::held(&house, &teacher).await, Vec::<String>::new(), "{stage:?}");
        teacher.taps("Прийти заново").await;
        teacher.taps("Даю согласие").await;
        stands_at(&teacher, Stage::Name).await;
        let screen = teacher.screen().expect("a screen");
        assert!(!screen.screen().contains("Оставить"), "the old name is still offered");
    }
    nothing_broke(&house).await;
}

async fn leaving_instead_of_agreeing_anew(house: House) {
    let house = house.with_short_questionnaire().await;
    let mut teacher = brought_to(&house, Stage::Result).await;
    crate::coming_in::forget_the_text(&house).await;
    teacher.phone.says("/privacy");
    teacher.phone.waits_for(crate::stages::NAME).await;
    teacher.taps("Отозвать согласие").await;
    teacher.taps("Да, удалить всё").await;
    teacher.phone.waits_for("всё личное удалено").await;
    assert_eq!(crate::stages::held(&house, &teacher).await, Vec::<String>::new());
    nothing_broke(&house).await;
}

/// Tables that say nothing about anybody.
pub const NOT_ABOUT_PEOPLE: [&str; 17] = [
    "meeting_gaps",
    "audience_areas",
    "audience_cells",
    "municipalities",
    "days_off",
    "schools",
    "associations",
    "questionnaire_versions",
    "questionnaires_offered",
    "consent_texts",
    "pool_editions",
    "consultation_numbers",
    "consultation_calendars",
    "consultation_breaks",
    "replicas",
    "leases",
    "job_runs",
];

/// Columns of tables about people that are no personal data by themselves, or that leave with their row, and why.
const EXCEPTIONS: [(&str, &str); 77] = [
    ("persons.id", "our own number; the row is deleted"),
    ("persons.created_at", "the row is deleted"),
    ("persons.registered_at", "the row is deleted"),
    ("contacts.id", "our own number"),
    ("contacts.messenger", "which messenger, the same for everybody on it"),
    ("contacts.state", "whether messages reach them"),
    ("contacts.created_at", "kept with the messenger's id, as the consent text says"),
    ("contacts.seen_at", "to the day, kept with the messenger's id until that goes"),
    ("contacts.attached_at", "a time; emptied when the contact is nobody's again"),
    ("letters.contact_id", "our own number; the row is deleted"),
    ("consents.id", "our own number; the row is deleted"),
    ("consents.version", "of a text that everybody saw"),
    ("consents.text_hash", "of a text that everybody saw"),
    ("consents.messenger", "the row is deleted"),
    ("employments.id", "our own number; the row is deleted"),
    ("employments.municipality_id", "follows from the school; the row is deleted"),
    ("employments.is_main", "the row is deleted"),
    ("employments.began_at", "the row is deleted"),
    ("employments.ended_at", "the row is deleted"),
    ("roles.id", "our own number; the row is deleted"),
    ("roles.began_at", "the row is deleted"),
    ("roles.ended_at", "the row is deleted"),
    ("association_members.id", "our own number; the row is deleted"),
    ("association_members.began_at", "the row is deleted"),
    ("association_members.ended_at", "the row is deleted"),
    ("roles.is_untold_end", "the row is deleted"),
    ("employment_subjects.employment_id", "our own number; the row is deleted"),
    ("conversations.contact_id", "our own number"),
    ("conversations.expects", "emptied"),
    ("conversations.live_message", "the messenger's numbers of chat and message"),
    ("conversations.version", "counts changes"),
    ("drafts.contact_id", "the row is deleted"),
    ("drafts.capability", "the row is deleted"),
    ("drafts.updated_at", "the row is deleted"),
    ("attempts.id", "our own number; the row is deleted"),
    ("attempts.municipality_id", "the row is deleted"),
    ("attempts.questionnaire", "the row is deleted"),
    ("attempts.version_hash", "the row is deleted"),
    ("attempts.state", "the row is deleted"),
    ("attempts.looking_at", "the row is deleted"),
    ("attempts.consented_at", "the row is deleted"),
    ("attempts.begun_at", "the row is deleted"),
    ("attempts.touched_at", "the row is deleted"),
    ("attempts.finished_at", "the row is deleted"),
    ("attempts.occasion_id", "the number of a route; the row is deleted"),
    ("answers.attempt_id", "our own number; the row is deleted"),
    ("answers.question", "the row is deleted"),
    ("answers.answered_at", "the row is deleted"),
    ("letters.id", "the row is deleted"),
    ("letters.capability", "the row is deleted"),
    ("letters.form", "the row is deleted"),
    ("letters.of_letter", "the row is deleted"),
    ("letters.class", "the row is deleted"),
    ("letters.lane", "the row is deleted"),
    ("letters.is_urgent", "the row is deleted"),
    ("letters.wish", "the row is deleted"),
    ("letters.event_at", "the row is deleted"),
    ("letters.useless_after", "the row is deleted"),
    ("letters.dedup_key", "the row is deleted"),
    ("letters.cause", "the row is deleted"),
    ("letters.state", "the row is deleted"),
    ("letters.is_planned", "the row is deleted"),
    ("letters.is_over_budget", "the row is deleted"),
    ("letters.is_calling", "the row is deleted"),
    ("letters.due_at", "the row is deleted"),
    ("letters.tries", "the row is deleted"),
    ("letters.claimed_by", "the row is deleted"),
    ("letters.held_until", "the row is deleted"),
    ("letters.claim_number", "the row is deleted"),
    ("letters.said_with", "the row is deleted"),
    ("letters.outcome", "the row is deleted"),
    ("letters.created_at", "the row is deleted"),
    ("letters.settled_at", "the row is deleted"),
    ("letter_messages.letter_id", "the row is deleted"),
    ("letter_messages.contact_id", "the row is deleted"),
    ("letter_messages.position", "the row is deleted"),
    ("letter_messages.sent_at", "the row is deleted"),
];

/// Tables of which every column but the declared ones is excepted at once.
const EXCEPTED_TABLES: [(&str, &str); 60] = [
    ("broadcasts", "what a service said to many stays; of its author and its sender the ids go"),
    ("broadcast_deliveries", "rows are deleted"),
    ("broadcast_answers", "rows are deleted"),
    ("broadcast_optouts", "rows are deleted"),
    ("meetings", "what a unit called people to stays; of whoever called them the id goes"),
    ("meeting_invited", "rows are deleted"),
    ("meeting_materials", "a file goes with whoever sent it; the others are the meeting's"),
    ("meeting_wishes", "rows are deleted"),
    (
        "lesson_sheets",
        "of the teacher's own lessons rows are deleted; of the author of a finished one the id goes",
    ),
    (
        "meeting_visitors",
        "names that stand on a meeting's list, of people who have no account and no row of their own",
    ),
    (
        "audiences",
        "of whoever leaves neither the name in it stays nor the owner; what is not declared says what was asked",
    ),
    ("audience_cell_people", "rows are deleted; what is not declared is the cell"),
    ("attachments", "rows are deleted; what is not declared is a number, a kind, a hash and a time"),
    ("attachment_references", "rows are deleted with their file"),
    ("erasures", "the act that order 179 asks for: a former id that leads nowhere, and categories"),
    ("local_questionnaires", "what is asked, of nobody in particular; nobody's name stays on it"),
    ("questionnaire_invitations", "rows are deleted"),
    ("account_codes", "the row is deleted"),
    ("account_tries", "numbers of a contact, for an hour"),
    ("account_moves", "rows are deleted with either person, and of whoever decided the id"),
    ("portfolio_entries", "rows are deleted"),
    ("courses", "rows are deleted"),
    ("learning_routes", "rows are deleted; of whoever accompanied them the id goes"),
    ("route_steps", "rows are deleted with their route"),
    ("route_bases", "rows are deleted with their route"),
    ("route_areas", "rows are deleted with their route"),
    ("route_finals", "rows are deleted with their route"),
    ("route_checks", "rows are deleted with their route"),
    ("route_rounds", "a day, and the number of a route until its round ends"),
    ("route_events", "rows are deleted with their route; of whoever did something there the id goes"),
    ("route_grifs", "rows are deleted with their route; of whoever gave one the id goes"),
    ("route_proposals", "rows are deleted with their route; of whoever made one the id goes"),
    ("route_nods", "rows are deleted with either person"),
    ("route_kinds", "what a municipality offers; nobody's name stays on it"),
    ("route_templates", "what a municipality offers; nobody's name stays on it"),
    ("threads", "rows are deleted with whoever it is about; what is not declared names an owner and a cause"),
    ("thread_members", "rows are deleted"),
    ("thread_messages", "rows go with their thread; in threads of others the author leaves them"),
    ("thread_files", "rows go with their message and with their file"),
    ("consultation_requests", "of whoever asked stay area, subject and times; of whoever took it the times"),
    ("consultation_offers", "rows are deleted"),
    (
        "consultation_events",
        "rows stay without whoever left; what is not declared says what happened and when",
    ),
    ("consultation_notes", "rows are deleted"),
    ("consultation_guests", "rows are deleted"),
    ("consultation_times", "rows are deleted"),
    ("consultation_groups", "what was announced to many stays; of whoever led it the id goes"),
    ("consultation_group_members", "rows are deleted"),
    ("hot_line_answers", "rows stay without names: of whoever proposed and looked the id goes"),
    ("consultation_canned", "rows are deleted; shared ones are nobody's"),
    ("pool_members", "rows are deleted"),
    ("pool_edition_lines", "rows are deleted"),
    ("inbox", "content goes when the row is done, keys and the messenger's id after seven days"),
    (
        "invitations",
        "of whoever leaves nothing stays but how many came; what is not declared says what was offered",
    ),
    (
        "invitation_uses",
        "rows are deleted with whoever came; what is not declared names the invitation and when",
    ),
    ("confirmations", "rows are deleted with whoever was confirmed"),
    ("audit_entries", "rows stay; of a person who leaves, who did it and to whom it was done leads nowhere"),
    (
        "roster_imports",
        "nobody's name stays on it when whoever sent it leaves; rows go when it ends, refused ones a week later",
    ),
    ("roster_people", "the row is deleted"),
    ("roster_matches", "the row is deleted, and of whoever decided the id"),
    (
        "competence_scores",
        "rows are deleted with their attempt; what is not declared names areas, not people",
    ),
];

async fn every_column_about_people_is_declared(house: House) {
    let declared: BTreeSet<String> = metodist::dispatch::capabilities()
        .iter()
        .flat_map(|capability| capability.personal)
        .map(|personal| format!("{}.{}", personal.table, personal.column))
        .collect();
    let columns = columns(&house).await;
    let known: BTreeSet<String> = columns.iter().map(|(table, column)| format!("{table}.{column}")).collect();
    let excepted = |place: &str, table: &str| {
        EXCEPTIONS.iter().any(|(known, _)| *known == place)
            || EXCEPTED_TABLES.iter().any(|(known, _)| *known == table)
            || NOT_ABOUT_PEOPLE.contains(&table)
    };
    for (table, column) in &columns {
        let place = format!("{table}.{column}");
        assert!(
            declared.contains(&place) || excepted(&place, table),
            "{place} is neither declared as personal nor excepted with a reason"
        );
    }
    for place in declared.iter().map(String::as_str).chain(EXCEPTIONS.iter().map(|(place, _)| *place)) {
        assert!(known.contains(place), "{place} is not in the database");
    }
    for (place, _) in EXCEPTIONS {
        assert!(!declared.contains(place), "{place} is declared and excepted");
    }
}

async fn deleting_one_result_leaves_the_other(house: House) {
    let house = house.with_short_questionnaire().await;
    let mut teacher = brought_to(&house, Stage::Result).await;
    let other = brought_to(&house, Stage::Result).await;
    let kept = crate::stages::held(&house, &other).await;
    teacher.taps("Удалить этот результат").await;
    teacher.taps("Нет, оставить").await;
    stands_at(&teacher, Stage::Result).await;
    teacher.taps("Удалить этот результат").await;
    teacher.taps("Да, удалить").await;
    teacher.phone.waits_for("Результат удалён").await;
    assert_eq!(crate::stages::held(&house, &teacher).await.len(), 2, "person and place of work are left");
    assert_eq!(kept, crate::stages::held(&house, &other).await);
    nothing_broke(&house).await;
}
