//! A teacher with a phone whose taps and typed lines are counted.

use sandbox::{Bubble, Phone};

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
        Self { phone, taps: 0, lines: 0 }
    }

    /// Waits for a button under the newest screen, taps it, waits for the tap's answer.
    pub async fn taps(&mut self, label: &str) {
        self.taps += 1;
        self.phone.taps(label).await;
    }

    /// Types a line.
    pub fn types(&mut self, words: &str) {
        self.lines += 1;
        self.phone.says(words);
    }

    /// Waits until the newest screen with buttons has one with this label.
    pub async fn waits_for_button(&self, label: &str) -> (i64, String) {
        self.phone.waits_for_button(label).await
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
        self.phone.newest_screen()
    }
}
