//! A finger that follows the screen: it waits for a button, taps it, and waits until the tap was answered.
//! Not here: forged and hasty presses; those are `Phone::presses…`.

use crate::{Bubble, Phone};

/// How a button's label may be named, the strictest first.
const WAYS: [fn(&str, &str) -> bool; 3] = [
    |label, named| label == named,
    |label, named| label.starts_with(named),
    |label, named| label.contains(named),
];

impl Phone {
    /// Waits for a button of the newest screen with buttons, taps it, and waits until the bot has answered the tap.
    /// Panics with the chat printed when either does not come.
    pub async fn taps(&self, label: &str) {
        let (message, label) = self.waits_for_button(label).await;
        self.presses_on(message, &label).answer().await;
    }

    /// Waits until the newest screen with buttons has one with this label, or one that begins with it, or contains it.
    pub async fn waits_for_button(&self, label: &str) -> (i64, String) {
        let what = format!("the newest screen has the button «{label}»");
        self.waits_until(&what, |chat| button(chat, label).is_some()).await;
        match button(&self.chat(), label) {
            Some(found) => found,
            None => panic!("the button «{label}» went away again"),
        }
    }

    /// The newest message of the bot that has buttons.
    pub fn newest_screen(&self) -> Option<Bubble> {
        self.chat().into_iter().rev().find(has_buttons)
    }
}

fn has_buttons(bubble: &Bubble) -> bool {
    bubble.from_bot && !bubble.buttons.is_empty()
}

fn button(chat: &[Bubble], label: &str) -> Option<(i64, String)> {
    let screen = chat.iter().rev().find(|bubble| has_buttons(bubble))?;
    let keys = || screen.buttons.iter().flatten();
    let key = WAYS.iter().find_map(|is| keys().find(|key| is(&key.label, label)))?;
    Some((screen.message_id, key.label.clone()))
}
