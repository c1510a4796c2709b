//! A teacher with a phone: taps and typed lines are counted, every wait is for something on the screen.

use sandbox::{Bubble, Phone};

use crate::house::transcript;

/// One teacher.
#[derive(Clone)]
pub struct Teacher {
    pub phone: Phone,
    /// Buttons tapped so far.
    pub taps: usize,
    /// Lines typed so far, commands not counted.
    pub lines: usize,
}

impl Teacher {
    pub fn new(phone: Phone) -> Self {
        Self {
            phone,
            taps: 0,
            lines: 0,
        }
    }

    /// Waits for a button with this label (or one that begins with it, or has it) under the newest screen, taps it, waits for the press's answer.
    pub async fn taps(&mut self, label: &str) {
        let (message, key) = self.waits_for_button(label).await;
        self.taps += 1;
        self.phone.presses_on(message, &key).answer().await;
    }

    /// Types a line.
    pub fn types(&mut self, words: &str) {
        self.lines += 1;
        self.phone.says(words);
    }

    /// Waits until the newest screen with buttons has one that begins with this label.
    pub async fn waits_for_button(&self, label: &str) -> (i64, String) {
        let find = |chat: &[Bubble]| {
            let screen = chat
                .iter()
                .rev()
                .find(|bubble| bubble.from_bot && !bubble.buttons.is_empty())?;
            let matches: [fn(&str, &str) -> bool; 3] = [
                |key, label| key == label,
                |key, label| key.starts_with(label),
                |key, label| key.contains(label),
            ];
            let keys = || screen.buttons.iter().flatten();
            let key = matches
                .iter()
                .find_map(|is| keys().find(|key| is(&key.label, label)))?;
            Some((screen.message_id, key.label.clone()))
        };
        self.phone
            .waits_until(&format!("the button «{label}»"), |chat| find(chat).is_some())
            .await;
        find(&self.phone.chat())
            .unwrap_or_else(|| panic!("«{label}» went away:\n{}", transcript(&self.phone)))
    }

    /// Comes in: consent, name, school, post, subject, year.
    pub async fn registers(&mut self, name: &str) {
        self.phone.says("/start");
        self.taps("Даю согласие").await;
        self.phone.waits_for("Как Вас зовут").await;
        self.types(name);
        self.taps("Школа № 1").await;
        self.taps("Учитель").await;
        self.taps("Математика").await;
        self.taps("Готово").await;
        self.taps("2015").await;
        self.phone.waits_for("Рады, что Вы с нами").await;
    }

    /// The newest screen with buttons.
    pub fn screen(&self) -> Option<Bubble> {
        self.phone
            .chat()
            .into_iter()
            .rev()
            .find(|bubble| bubble.from_bot && !bubble.buttons.is_empty())
    }
}
