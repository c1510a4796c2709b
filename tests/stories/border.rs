//! What happens at the border: groups, presses nobody issued. Each gets a fitting answer.

use crate::house::{House, stories};

stories!(a_group_is_told_to_write_in_private);

async fn a_group_is_told_to_write_in_private(house: House) {
    let anna = house.person("Анна Петрова");
    let group = house.sandbox.group("Учительская");
    group.says(&anna, "/start");
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    house.settles().await;
    let answers = group.chat();
    let last = answers.last().expect("an answer");
    assert!(
        last.from_bot && last.text.contains("личной переписке"),
        "{}",
        last.text
    );
}
