//! The demo as its visitor meets it: `metodist demo`, its page in a real Chromium at the width of a phone, fingers only.
//! With METODIST_SCREENSHOTS=folder it leaves the pictures that the README shows.

#![expect(clippy::expect_used, reason = "a test may end with a sentence")]

#[path = "../sandbox/tests/phones_page/browser.rs"]
#[expect(dead_code, reason = "the driver of the page's own tests, which use more of it")]
mod browser;

use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
};

use browser::Browser;

/// The demo as a process; it ends with the value.
struct Demo {
    child: Child,
    page: String,
    log: Arc<Mutex<String>>,
}

impl Demo {
    fn start() -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_metodist"))
            .args(["demo", "--port", "0"])
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

/// A visitor whose taps and typed lines are counted.
struct Visitor {
    browser: Browser,
    taps: usize,
    lines: usize,
}

const PHONE: &str = "document.querySelector('.phone.active')";

impl Visitor {
    async fn opens(page: &str) -> Self {
        let mut browser = Browser::start().await;
        browser.resize(360, 740).await;
        browser.prefer("light").await;
        browser.open(page).await;
        Self { browser, taps: 0, lines: 0 }
    }

    async fn sees(&mut self, text: &str) {
        let shown = format!("{PHONE}?.querySelector('.messages')?.innerText.includes({text:?})");
        self.browser.until(&format!("«{text}» is seen"), &shown).await;
    }

    /// Taps the newest button with this label, or with one that contains it.
    async fn taps(&mut self, label: &str) {
        let button = format!(
            "(all => all.findLast(e => e.textContent.trim() === {label:?})
                  ?? all.findLast(e => e.textContent.includes({label:?})))
             ([...{PHONE}.querySelectorAll('.key')])"
        );
        self.browser.click(&button).await;
        self.taps += 1;
    }

    async fn types(&mut self, words: &str) {
        self.browser.click(&format!("{PHONE}.querySelector('textarea')")).await;
        self.browser.types(words).await;
        self.browser.key("Enter").await;
        self.lines += 1;
    }

    /// The text of the newest message from the bot.
    async fn newest(&mut self) -> String {
        let text = format!("[...{PHONE}.querySelectorAll('.row')].at(-1)?.innerText");
        self.browser.eval(&text).await.as_str().unwrap_or_default().to_owned()
    }
}

#[tokio::test]
async fn a_new_teacher_comes_from_start_to_the_chart_with_fingers_only() {
    let demo = Demo::start();
    let mut visitor = Visitor::opens(&demo.page).await;
    let cast = "fetch('/sandbox/state').then(r => r.json()).then(s => s.clock_offset_seconds === 0 && s.people.length > 3
        && document.querySelector('.messages') !== null)";
    visitor.browser.until("the demo's people have come in, and it is today", cast).await;
    assert!(
        !demo.log.lock().expect("no panic").contains("could come in"),
        "not all of the demo's people came in"
    );
    let first = visitor.browser.eval(&format!("{PHONE}.dataset.person")).await;
    visitor.browser.click("document.querySelector('#add')").await;
    visitor.browser.until("the new phone is in front", &format!("{PHONE}.dataset.person !== {first}")).await;
    visitor.sees("Здесь пока пусто").await;
    visitor.browser.click(&format!("{PHONE}.querySelector('.start')")).await;
    visitor.sees("согласие").await;
    visitor.browser.save("welcome").await;
    visitor.taps("Даю согласие").await;
    visitor.sees("Как Вас зовут").await;
    visitor.types("Петрова Анна Сергеевна").await;
    visitor.taps("Школа № 1").await;
    visitor.taps("Учитель").await;
    visitor.sees("предметы").await;
    visitor.taps("Математика").await;
    visitor.taps("Готово").await;
    visitor.sees("В каком году").await;
    visitor.taps("2015").await;
    visitor.sees("Рады, что Вы с нами").await;
    assert!(visitor.taps <= 9 && visitor.lines <= 1, "{} taps, {} lines", visitor.taps, visitor.lines);
    println!("registered with {} taps and {} typed line", visitor.taps, visitor.lines);

    visitor.taps("Пройти самодиагностику").await;
    visitor.taps("Профессиональная").await;
    visitor.taps("Начать").await;
    visitor.sees("Пауза").await;
    let questions = answers_all(&mut visitor).await;
    visitor.sees("Ваш результат").await;
    visitor
        .browser
        .until("the chart is drawn", &format!("{PHONE}.querySelector('img')?.naturalWidth > 0"))
        .await;
    visitor.browser.resize(360, 1400).await;
    visitor.browser.save("result").await;
    println!("{questions} questions, one tap each; {} taps in all", visitor.taps);
}

async fn answers_all(visitor: &mut Visitor) -> usize {
    let choices = ["Скорее про меня", "Точно про меня", "Отчасти про меня"];
    let is_question =
        format!("[...{PHONE}.querySelectorAll('button')].some(e => e.textContent.includes('Пауза'))");
    let mut questions = 0;
    while visitor.browser.eval(&is_question).await == true {
        let before = visitor.newest().await;
        let skippable = format!(
            "[...{PHONE}.querySelectorAll('button')].some(e => e.textContent.includes('Пропустить'))"
        );
        let skips = visitor.browser.eval(&skippable).await == true;
        visitor.taps(if skips { "Пропустить" } else { choices[questions % choices.len()] }).await;
        questions += 1;
        if questions == 8 {
            visitor.browser.save("teacher").await;
        }
        for _ in 0..400 {
            if visitor.newest().await != before {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(25)).await;
        }
    }
    questions
}
