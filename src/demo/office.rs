//! What the owner and the coordinator of the demo have done before its visitor comes: a coordinator appointed, a list of
//! people sent and taken in, a pool of methodologists begun, one of them appointed.
//! Not here: who they are (`cast`).

use sandbox::{Phone, Sent};

/// The list that the coordinator sent: some who came in before, some who did later, most who have not come yet, and
/// two rows that no list should have.
const LIST: &[u8] = include_bytes!("roster.csv");

/// Gives somebody whose name begins like this a role.
pub(super) async fn appoint(by: &Phone, name: &str, role: &str) {
    by.says(&format!("/people {name}"));
    by.taps(name).await;
    for label in ["Назначить", role, "Подтвердить"] {
        by.taps(label).await;
    }
    by.waits_for("Готово").await;
}

/// Sends the list and has it taken in.
pub(super) async fn send_list(coordinator: &Phone) {
    coordinator
        .sends(Sent::Document { name: "Педагоги района.csv".to_owned(), bytes: LIST.to_vec() });
    for label in ["Загрузить", "Полномочия муниципальной службы"] {
        coordinator.taps(label).await;
    }
    coordinator.waits_for("Список загружен").await;
}

/// Sends the plan of the year's meetings and has them called.
pub(super) async fn call_year(coordinator: &Phone, bytes: Vec<u8>) {
    coordinator.says("/meeting");
    coordinator.taps("План из таблицы").await;
    coordinator.waits_for("Пришлите таблицу").await;
    coordinator.sends(Sent::Document { name: "План встреч на год.xlsx".to_owned(), bytes });
    coordinator.waits_for("пока никого не зову").await;
    coordinator.taps("Созвать").await;
    coordinator.waits_for("в плане").await;
    // The next file is a list of people, no plan.
    coordinator.says("/menu");
    coordinator.waits_for("чем займёмся").await;
}

/// Puts two into the pool of methodologists: one as a member though the papers are not there yet, one as a candidate.
pub(super) async fn begin_pool(coordinator: &Phone, [member, candidate]: [&str; 2]) {
    for name in [member, candidate] {
        coordinator.says(&format!("/people {name}"));
        for label in [name, "Методический актив", "Добавить в кандидаты"] {
            coordinator.taps(label).await;
        }
        coordinator.waits_for("Кандидат в методический актив").await;
        if name == member {
            coordinator.taps("Включить").await;
            coordinator.waits_for("напишите почему").await;
            coordinator.says("Ведёт районный семинар по информатике");
            coordinator.waits_for("В методическом активе").await;
        }
    }
}
