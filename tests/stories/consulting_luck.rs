//! Bad input and bad luck in consultations: each has its outcome, and nobody's words are lost.

use crate::{
    consulting::{Service, asks},
    house::{House, stories},
    stages::nothing_broke,
};

stories!(the_pool_is_empty_and_the_coordinator_is_asked,);

async fn the_pool_is_empty_and_the_coordinator_is_asked(house: House) {
    let mut service = Service::of(house).await;
    for member in &service.methodologists {
        service.region.revokes(member).await;
    }
    asks(&mut service.teacher, "Есть кто-нибудь?").await;
    service.coordinator.teacher.phone.waits_for("Вопрос к методистам").await;
    nothing_broke(&service.region.house).await;
}
