//! The colleagues of the demo whose phones nobody holds: enough of them to announce something to, a few out of reach, some
//! quick to acknowledge what they read.
//! Not here: those whose phones the page lists (`cast`).

use std::time::Duration;

use futures::{StreamExt, stream};
use sandbox::{Phone, Sandbox};

use super::{cast, district};

/// With those whose phones the page lists they are 300 people.
const COUNT: usize = 291;
/// Of them, those who have blocked the bot.
const BLOCKED: usize = 3;
/// Every so many-th reads at once and says so.
const READS: usize = 4;
/// How many come in beside each other.
const AT_ONCE: usize = 8;
/// How often they look at their phones.
const LOOKS_EVERY: Duration = Duration::from_secs(2);

/// Lets all of them come in beside whatever the visitor does, and says so; some read what they get as long as the demo
/// lasts.
pub(super) async fn live(sandbox: Sandbox) {
    let readers = come_in(&sandbox).await;
    println!("  Зашли ещё {COUNT} коллег: есть кому объявлять.\n");
    read_on(readers).await;
}

/// Returns those who read what they get.
async fn come_in(sandbox: &Sandbox) -> Vec<Phone> {
    let phones: Vec<(String, Phone)> = (0..COUNT)
        .map(|number| {
            let name = district::name_of(number);
            let phone = sandbox.person(&name);
            phone.stays_aside();
            (name, phone)
        })
        .collect();
    stream::iter(phones.iter().enumerate())
        .for_each_concurrent(AT_ONCE, |(number, (name, phone))| cast::colleague_comes_in(phone, name, number))
        .await;
    for (_, phone) in &phones[..BLOCKED] {
        phone.blocks();
    }
    phones.into_iter().skip(BLOCKED).step_by(READS).map(|(_, phone)| phone).collect()
}

/// They acknowledge what asks for it.
async fn read_on(phones: Vec<Phone>) {
    loop {
        tokio::time::sleep(LOOKS_EVERY).await;
        for phone in &phones {
            let Some(screen) = phone.newest_screen() else { continue };
            let asks = screen.buttons.iter().flatten().any(|key| key.label == "Ознакомлен(а)");
            if asks {
                phone.presses_on(screen.message_id, "Ознакомлен(а)");
            }
        }
    }
}
