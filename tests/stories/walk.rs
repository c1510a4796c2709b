//! One person's walk in one language, told step by step with every screen that it led to.
//! Buttons are found by their text keys, so that one walk serves every language.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    time::Duration,
};

use chrono::{DateTime, Utc};
use metodist::{
    messenger::{Markup, Payload},
    texts::{Language, Texts},
};
use sandbox::{Bubble, Phone, Profile, Sent};
use serde_json::Value;

use crate::house::{Engine, House, transcript};

/// A Monday noon in Moscow on which every walk begins, so that its days stay the same.
const BEGINNING: &str = "2026-11-23T09:00:00Z";
/// Characters under one message, buttons in all and in a row: what the narrower messenger shows.
const LIMITS: (usize, usize, usize) = (4_000, 90, 7);

/// A person on the way.
pub struct Walk {
    pub house: House,
    pub phone: Phone,
    pub texts: Texts,
    told: String,
    seen: BTreeMap<i64, String>,
}

impl Walk {
    pub async fn begin(language: Language) -> Self {
        let house = House::build(Engine::Sqlite).await;
        let profile = Profile {
            first_name: "Анна".into(),
            last_name: None,
            language_code: Some(language.code().into()),
        };
        let walk = Self {
            phone: house.sandbox.person_with(profile),
            texts: Texts::load().expect("texts").in_language(language),
            house,
            told: String::new(),
            seen: BTreeMap::new(),
        };
        walk.jumps_to(BEGINNING);
        walk
    }

    /// Sets the clock, so that no minute of the test's own running reaches a screen.
    pub fn jumps_to(&self, instant: &str) {
        let instant: DateTime<Utc> = instant.parse().expect("an instant");
        self.house.clock.jump(instant - self.house.clock.now());
    }

    /// The words of a button that has no arguments.
    pub fn key(&self, key: &str) -> String {
        self.texts.plain(key, &[])
    }

    /// Taps the button of this text key.
    pub async fn taps(&mut self, key: &str) {
        self.taps_on(&self.key(key)).await;
    }

    /// Taps the button with this label, or one that begins with it, or has it.
    pub async fn taps_on(&mut self, label: &str) {
        let (bubble, key) = self.button(label);
        let data = key.data.unwrap_or_default();
        self.presses(bubble.message_id, &data, &key.label).await;
    }

    /// Presses a payload on the newest screen, as somebody with an old screen or a client of their own can.
    pub async fn forges(&mut self, payload: impl Into<Payload>) {
        let at = self.newest().message_id;
        let payload: Payload = payload.into();
        self.presses(at, payload.as_str(), "…").await;
    }

    async fn presses(&mut self, message: i64, data: &str, label: &str) {
        let toast = self.phone.presses_data(message, data).answer().await;
        self.rests().await;
        self.tells(&format!("[{label}]"));
        if let Some(toast) = toast {
            let _ = writeln!(self.told, "({toast})");
        }
        self.looks();
    }

    /// Types a line.
    pub async fn types(&mut self, words: &str) {
        let id = self.phone.says(words);
        let shown: String = words.chars().take(60).collect();
        self.is_answered_below(id, &shown).await;
    }

    /// Sends something other than words.
    pub async fn sends(&mut self, what: Sent, name: &str) {
        let id = self.phone.sends(what);
        self.is_answered_below(id, name).await;
    }

    /// Edits an earlier message.
    pub async fn edits(&mut self, message: i64, words: &str) {
        let newest = self.newest().message_id;
        self.phone.edits(message, words);
        self.is_answered_below(newest, &format!("✎ {words}")).await;
    }

    async fn is_answered_below(&mut self, id: i64, deed: &str) {
        self.phone
            .waits_until("an answer", |chat| {
                chat.iter().any(|bubble| bubble.from_bot && bubble.message_id > id)
            })
            .await;
        self.rests().await;
        self.tells(deed);
        self.looks();
    }

    /// Waits until everything that came in is shown.
    async fn rests(&self) {
        for _ in 0..1_000 {
            let open = metodist::inbox::count_open(&self.house.app.db).await;
            if open.expect("the inbox can be counted") == 0 {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("the bot did not come to rest:\n{}", transcript(&self.phone));
    }

    /// Adds what the walk's own phone does not show.
    pub fn is_told(&mut self, screen: &str) {
        let _ = writeln!(self.told, "\n────────\n{screen}");
    }

    /// Lets the time come at which the bot speaks by itself.
    pub async fn hears_at(&mut self, instant: &str) {
        let newest = self.phone.last().map_or(0, |bubble| bubble.message_id);
        self.jumps_to(instant);
        self.phone
            .waits_until("an unasked word", |chat| {
                chat.iter().any(|bubble| bubble.from_bot && bubble.message_id > newest)
            })
            .await;
        self.tells(instant);
        self.looks();
    }

    fn tells(&mut self, deed: &str) {
        let _ = writeln!(self.told, "\n──────── {deed}");
    }

    /// Notes every bubble of the bot that is new or looks different; one that only lost its buttons is not.
    fn looks(&mut self) {
        for bubble in self.phone.chat().into_iter().filter(|bubble| bubble.from_bot) {
            let screen = bubble.screen();
            let before = self.seen.insert(bubble.message_id, screen.clone());
            let is_news = before.is_none_or(|before| before != screen && !before.starts_with(&screen));
            if is_news {
                let _ = writeln!(self.told, "{screen}");
            }
        }
    }

    /// The newest screen with buttons.
    pub fn newest(&self) -> Bubble {
        let mut chat = self.phone.chat().into_iter().rev();
        chat.find(|bubble| bubble.from_bot && !bubble.buttons.is_empty())
            .unwrap_or_else(|| panic!("no buttons anywhere:\n{}", transcript(&self.phone)))
    }

    fn button(&self, label: &str) -> (Bubble, sandbox::Key) {
        let screen = self.newest();
        let keys: Vec<_> = screen.buttons.iter().flatten().collect();
        let found = keys
            .iter()
            .find(|key| key.label == label)
            .or_else(|| keys.iter().find(|key| key.label.starts_with(label)))
            .or_else(|| keys.iter().find(|key| key.label.contains(label)));
        let key = found.unwrap_or_else(|| panic!("no button «{label}»:\n{}", transcript(&self.phone)));
        let key = (**key).clone();
        (screen, key)
    }

    /// Comes in without telling of it: the same person each time, who began in this year.
    pub async fn registers(&mut self, career_began: &str) {
        self.types("/start").await;
        self.taps("people-welcome-agree").await;
        self.types("Петрова Анна Сергеевна").await;
        self.taps_on("Школа № 1").await;
        self.taps_on("Учитель").await;
        self.taps_on("☐ Математика").await;
        self.taps_on(&metodist::label!(self.texts, "people-subjects-done", count = 1)).await;
        self.types(career_began).await;
        self.told.clear();
    }

    /// Answers questions, untold, until one with these words stands there, or none any more.
    pub async fn answers_until(&mut self, words: &str, choice: &str) {
        let told = self.told.clone();
        let pause = self.key("diagnostics-question-pause");
        for _ in 0..100 {
            let screen = self.newest();
            let labels: Vec<&str> = screen.buttons.iter().flatten().map(|key| key.label.as_str()).collect();
            if screen.text.contains(words) || !labels.contains(&&*pause) {
                break;
            }
            self.told.clone_from(&told);
            self.answers(&labels, choice).await;
        }
    }

    async fn answers(&mut self, labels: &[&str], choice: &str) {
        let skip = self.key("diagnostics-question-skip");
        let ways = ["diagnostics-question-back", "diagnostics-question-pause"].map(|key| self.key(key));
        let own = labels.iter().find(|label| label.contains(choice)).copied();
        match own.or_else(|| labels.iter().find(|label| **label == skip).copied()) {
            Some(label) => self.taps_on(label).await,
            None if ways.contains(&labels[0].to_owned()) => self.types("5").await,
            None => self.taps_on(labels[0]).await,
        }
        let screen = self.newest();
        if screen.buttons.iter().flatten().any(|key| key.label.starts_with('☑')) {
            self.taps("diagnostics-question-done").await;
        }
    }

    /// Ends the walk: nothing was refused, everything kept to the limits. Gives what was told.
    pub fn ends(self) -> String {
        let mut faults = BTreeSet::new();
        let mut shown: BTreeMap<i64, Value> = BTreeMap::new();
        for call in self.house.sandbox.calls() {
            let message = call.params["message_id"].as_i64().unwrap_or_default();
            let before = shown.insert(message, call.params.clone());
            // The messenger refuses an edit to what stands there already, and nobody misses it.
            if call.status == 400 && before.as_ref() != Some(&call.params) {
                faults.insert(format!("{} was refused: {}", call.method, call.params));
            }
            if matches!(&*call.method, "sendmessage" | "editmessagetext") {
                faults.extend(beyond_limits(&call.params));
            }
        }
        assert!(faults.is_empty(), "{faults:#?}");
        self.told
    }
}

/// What of a message the narrower messenger would not show.
fn beyond_limits(params: &Value) -> Vec<String> {
    let text = params["text"].as_str().unwrap_or_default();
    let rows = rows(params);
    let count: usize = rows.iter().map(Vec::len).sum();
    let visible = Markup::trusted(text).visible().chars().count();
    let widest = rows.iter().map(Vec::len).max().unwrap_or_default();
    let mut faults = Vec::new();
    let (most_characters, most_buttons, most_in_row) = LIMITS;
    if visible == 0 || visible > most_characters || count > most_buttons || widest > most_in_row {
        faults.push(format!("{visible} characters, {count} buttons, {widest} in a row: {text}"));
    }
    for key in rows.iter().flatten() {
        let (label, data) = (key["text"].as_str(), key["callback_data"].as_str());
        if label.is_none_or(str::is_empty) || data.is_some_and(|data| data.len() > 64) {
            faults.push(format!("the button {key}"));
        }
    }
    faults
}

/// The buttons, however the markup was sent: as JSON or as a string of it.
fn rows(params: &Value) -> Vec<Vec<Value>> {
    let markup = &params["reply_markup"];
    let markup = match markup.as_str() {
        Some(written) => serde_json::from_str(written).unwrap_or_default(),
        None => markup.clone(),
    };
    serde_json::from_value(markup["inline_keyboard"].clone()).unwrap_or_default()
}
