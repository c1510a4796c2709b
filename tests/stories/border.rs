//! What happens at the border: groups, forged presses, strange messages. Each gets a fitting answer.

use crate::house::{House, stories};

stories!(a_group_is_told_to_write_in_private);

async fn a_group_is_told_to_write_in_private(house: House) {
    let anna = house.person("Анна Петрова");
    let group = house.sandbox.group("Учительская");
    group.says(&anna, "/start");
    house.sandbox.wait_quiet().await;
}
