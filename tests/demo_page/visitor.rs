//! Somebody who looks at the demo's page: whose phone they hold, what they tap and type, and how often.

use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
    time::Duration,
};

use serde_json::json;

use crate::browser::Browser;

/// The demo as a process; it ends with the value.
pub struct Demo {
    child: Child,
    page: String,
    log: Arc<Mutex<String>>,
}

impl Demo {
    /// Starts it; `crowd`: with the colleagues whose phones nobody holds, once they have come in.
    pub fn start(crowd: bool) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_metodist"))
            .args(["demo", "--port", "0"])
            .args((!crowd).then_some("--alone"))
            .env("RUST_LOG", "warn")
            .current_dir(std::env::temp_dir())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the demo starts");
        let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines().map_while(Result::ok);
        let page = lines
            .by_ref()
            .find_map(|line| {
                line.split_once("http://").map(|(_, address)| format!("http://{}", address.trim()))
            })
            .expect("the demo prints the address of its page");
        if crowd {
            lines.by_ref().find(|line| line.contains("Зашли ещё")).expect("they come in");
        }
        std::thread::spawn(move || lines.for_each(drop));
        let log = Arc::new(Mutex::new(String::new()));
        let (errors, kept) = (BufReader::new(child.stderr.take().expect("a pipe")), Arc::clone(&log));
        std::thread::spawn(move || {
            for line in errors.lines().map_while(Result::ok) {
                kept.lock().expect("no panic").push_str(&line);
            }
        });
        Self { child, page, log }
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A visitor whose taps and typed lines are counted. Choosing whose phone to hold is none.
pub struct Visitor {
    pub browser: Browser,
    pub taps: usize,
    pub lines: usize,
}

/// A plain wall behind the messages: pictures of it are small.
pub const PLAIN: &str =
    "['.wall { background: #e4e8f4 }', '.wall::before, .jump { display: none !important }']
    .forEach(rule => document.styleSheets[0].insertRule(rule, document.styleSheets[0].cssRules.length))";

pub const PHONE: &str = "document.querySelector('.phone.active')";

impl Visitor {
    pub async fn opens(page: &str) -> Self {
        let mut browser = Browser::start().await;
        browser.resize(360, 740).await;
        browser.prefer("light").await;
        browser.open(page).await;
        Self { browser, taps: 0, lines: 0 }
    }

    pub async fn sees(&mut self, text: &str) {
        let shown = format!("{PHONE}?.querySelector('.messages')?.innerText.includes({text:?})");
        self.browser.until(&format!("«{text}» is seen"), &shown).await;
    }

    /// The same of what takes its time: hundreds of letters.
    pub async fn sees_at_last(&mut self, text: &str) {
        let shown = format!("{PHONE}?.querySelector('.messages')?.innerText.includes({text:?})");
        for _ in 0..240 {
            if self.browser.eval(&shown).await == true {
                return;
            }
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
        self.sees(text).await;
    }

    /// Taps the button with this label, or one that contains it, under the newest message that has any.
    pub async fn taps(&mut self, label: &str) {
        let button = format!(
            "(all => all.find(e => e.textContent.trim() === {label:?})
                  ?? all.find(e => e.textContent.includes({label:?})))
             ([...[...{PHONE}.querySelectorAll('.row')].findLast(e => e.querySelector('.key'))
                  ?.querySelectorAll('.key') ?? []])"
        );
        self.browser.click(&button).await;
        self.taps += 1;
    }

    /// Taps the button with exactly this label, wherever it stands last.
    pub async fn taps_above(&mut self, label: &str) {
        let button = format!(
            "[...{PHONE}.querySelectorAll('.key')].findLast(e => e.textContent.trim() === {label:?})"
        );
        self.browser.click(&button).await;
        self.taps += 1;
    }

    /// Holds somebody's phone.
    pub async fn takes_phone(&mut self, name: &str) {
        let chip =
            format!("[...document.querySelectorAll('.chip')].find(e => e.innerText.includes({name:?}))");
        self.browser.click(&chip).await;
        let held = format!("document.querySelector('.chip.active').innerText.includes({name:?})");
        self.browser.until(&format!("the phone of {name} is in front"), &held).await;
        (self.taps, self.lines) = (0, 0);
    }

    /// Holds a new phone.
    pub async fn takes_new_phone(&mut self) {
        let first = self.browser.eval(&format!("{PHONE}.dataset.person")).await;
        self.browser.click("document.querySelector('#add')").await;
        self.browser.until("the new phone is in front", &format!("{PHONE}.dataset.person !== {first}")).await;
        self.sees("Здесь пока пусто").await;
        self.browser.click(&format!("{PHONE}.querySelector('.start')")).await;
        (self.taps, self.lines) = (0, 0);
    }

    /// Sends a file with this content.
    pub async fn sends_file(&mut self, name: &str, content: &str) {
        let send = format!(
            "(form => {{
                form.append('kind', 'document');
                form.append('file', new Blob([{content:?}]), {name:?});
                return fetch('/sandbox/people/' + {PHONE}.dataset.person + '/send', {{ method: 'POST', body: form }});
            }})(new FormData()).then(answer => answer.ok)"
        );
        assert_eq!(self.browser.eval(&send).await, true);
    }

    /// It is a Tuesday, and everywhere in the country somebody is at work.
    pub async fn comes_on_a_working_noon(&mut self) {
        let moves = "fetch('/sandbox/state').then(answer => answer.json()).then(state => {
            const now = new Date(state.now), noon = new Date(now);
            noon.setUTCHours(5, 0, 0, 0);
            while (noon <= now || noon.getUTCDay() !== 2) noon.setUTCDate(noon.getUTCDate() + 1);
            const seconds = Math.round((noon - now) / 1000);
            const body = JSON.stringify({ seconds });
            const headers = { 'Content-Type': 'application/json' };
            return fetch('/sandbox/clock/jump', { method: 'POST', body, headers });
        }).then(answer => answer.ok)";
        assert_eq!(self.browser.eval(moves).await, true);
    }

    /// Takes a command from the messenger's menu, which is two taps wherever there is one.
    pub async fn commands(&mut self, command: &str) {
        self.types(command).await;
        (self.taps, self.lines) = (self.taps + 2, self.lines - 1);
    }

    /// A picture of the newest message with buttons that has these words, and of everything below it.
    pub async fn pictures(&mut self, name: &str, words: &str) {
        let rows = format!("[...{PHONE}.querySelectorAll('.row')]");
        let newest =
            format!("{rows}.findLast(e => e.querySelector('.key') && e.innerText.includes({words:?}))");
        self.browser.until(&format!("«{words}» stands there"), &format!("{newest} !== undefined")).await;
        self.browser.resize(360, 1800).await;
        let area = format!(
            "(([a, b]) => ({{ x: 0, y: a.y - 8, width: innerWidth, height: b.bottom - a.y + 16, scale: 0.75 }}))
             ([{newest}, {rows}.at(-1)].map(e => e.getBoundingClientRect()))"
        );
        tokio::time::sleep(Duration::from_millis(350)).await;
        let clip = self.browser.eval(&area).await;
        self.browser.save_with(name, json!({"format": "png", "clip": clip})).await;
        self.browser.resize(360, 740).await;
    }

    pub async fn types(&mut self, words: &str) {
        self.browser.click(&format!("{PHONE}.querySelector('textarea')")).await;
        self.browser.types(words).await;
        self.browser.key("Enter").await;
        self.lines += 1;
    }

    /// Says who they are: a teacher of mathematics at the first school.
    pub async fn introduces(&mut self, name: &str) {
        self.types(name).await;
        self.taps("Школа № 1").await;
        self.taps("Учитель").await;
        self.sees("предметы").await;
        self.taps("Математика").await;
        self.taps("Готово").await;
        self.sees("В каком году").await;
        self.taps("2015").await;
        self.sees("Рады, что Вы с нами").await;
    }

    /// Waits until the newest message reads otherwise.
    pub async fn sees_something_after(&mut self, before: &str) {
        let changed = format!("[...{PHONE}.querySelectorAll('.row')].at(-1)?.innerText !== {before:?}");
        self.browser.until("the next screen", &changed).await;
    }

    /// The text of the newest message from the bot.
    pub async fn newest(&mut self) -> String {
        let text = format!("[...{PHONE}.querySelectorAll('.row')].at(-1)?.innerText");
        self.browser.eval(&text).await.as_str().unwrap_or_default().to_owned()
    }
}

/// The demo with its people come in, and somebody who looks at its page.
pub async fn visit() -> (Demo, Visitor) {
    visit_with(false).await
}

/// The same once the colleagues whose phones nobody holds have come in too.
pub async fn visit_crowd() -> (Demo, Visitor) {
    visit_with(true).await
}

async fn visit_with(crowd: bool) -> (Demo, Visitor) {
    let demo = Demo::start(crowd);
    let mut visitor = Visitor::opens(&demo.page).await;
    let cast = "fetch('/sandbox/state').then(r => r.json()).then(s => s.clock_offset_seconds === 0 && s.people.length > 3
        && document.querySelector('.messages') !== null)";
    visitor.browser.until("the demo's people have come in, and it is today", cast).await;
    assert!(
        !demo.log.lock().expect("no panic").contains("could come in"),
        "not all of the demo's people came in"
    );
    (demo, visitor)
}
