//! The page with the phones in a real browser: what a person does there, seen at the width of a phone and
//! on a desktop. With METODIST_SCREENSHOTS=folder it leaves pictures there.

#![expect(clippy::expect_used, reason = "a test may end with a sentence")]

mod bot;
mod browser;

use bot::Bot;
use browser::Browser;
use chrono::{DateTime, TimeDelta, Utc};
use futures::future::BoxFuture;
use sandbox::{Options, Sandbox, SystemTime, Time};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

/// The present, moved forward by so many seconds.
#[derive(Default)]
struct MovedTime(AtomicI64);

impl Time for MovedTime {
    fn now(&self) -> DateTime<Utc> {
        SystemTime.now() + TimeDelta::seconds(self.0.load(Ordering::SeqCst))
    }

    fn advance(&self, by: TimeDelta) -> BoxFuture<'_, ()> {
        self.0.fetch_add(by.num_seconds(), Ordering::SeqCst);
        Box::pin(async {})
    }

    fn jump(&self, by: TimeDelta) -> BoxFuture<'_, ()> {
        self.advance(by)
    }
}

async fn opened(width: u32, height: u32) -> (Sandbox, Browser) {
    let options =
        Options {
            bot_name: "Методист".into(), time: Arc::new(MovedTime::default()), ..Options::default()
        };
    let sandbox = Sandbox::start(options).await.expect("the sandbox starts");
    tokio::spawn(Bot::new(&sandbox.api_url(), sandbox.token()).run());
    let mut browser = Browser::start().await;
    browser.resize(width, height).await;
    browser.prefer("light").await;
    browser.open(&sandbox.page_url()).await;
    (sandbox, browser)
}

/// An element of the phone in front, by selector.
fn on_phone(selector: &str) -> String {
    format!("document.querySelector('.phone.active {selector}')")
}

/// The last button, link or menu item with this text.
fn labelled(text: &str) -> String {
    format!(
        "[...document.querySelectorAll('button, a')].findLast(e => e.textContent.trim().startsWith('{text}'))"
    )
}

fn button(label: &str) -> String {
    on_phone(&format!("[aria-label=\"{label}\"]"))
}

async fn says(browser: &mut Browser, text: &str) {
    browser.click(&on_phone("textarea")).await;
    browser.types(text).await;
    browser.key("Enter").await;
}

async fn sees(browser: &mut Browser, text: &str) {
    let shown = format!("{}?.innerText.includes('{text}')", on_phone(".messages"));
    browser.until(&format!("«{text}» is seen"), &shown).await;
}

async fn is_at_bottom(browser: &mut Browser) {
    let view = on_phone(".view");
    let distance = format!("(v => v.scrollHeight - v.scrollTop - v.clientHeight < 2)({view})");
    browser.until("the chat stands at its bottom", &distance).await;
}

/// Adds a person with one click and presses the start button.
async fn begins(browser: &mut Browser) {
    let before = browser.eval("document.querySelectorAll('.chip').length").await.as_u64().unwrap_or_default();
    browser.click("document.querySelector('#add')").await;
    browser
        .until("one more person", &format!("document.querySelectorAll('.chip').length === {before} + 1"))
        .await;
    sees(browser, "Здесь пока пусто").await;
    browser.click(&on_phone(".start")).await;
    sees(browser, "Здравствуйте, Анна Петровна").await;
}

#[tokio::test]
async fn a_small_screen_shows_one_phone_with_everything_on_it() {
    let (sandbox, mut browser) = opened(360, 740).await;
    begins(&mut browser).await;
    formatting_is_safe(&mut browser).await;
    browser.save("phone-start").await;
    presses_edit_in_place(&mut browser).await;
    pictures_and_files(&mut browser).await;
    writing(&mut browser).await;
    replying(&mut browser).await;
    reading_above(&mut browser, &sandbox).await;
    blocking(&mut browser, &sandbox).await;
    switching_people(&mut browser).await;
    nothing_overflows(&mut browser).await;
    browser.prefer("dark").await;
    browser.save("phone-dark").await;
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

async fn formatting_is_safe(browser: &mut Browser) {
    browser.until("bold stays bold", &on_phone(".text b")).await;
    browser.until("a quote", &on_phone(".text blockquote")).await;
    browser.until("a hidden word", &on_phone(".text .spoiler:not(.open)")).await;
    browser.click(&on_phone(".text .spoiler")).await;
    browser.until("the word is shown", &on_phone(".text .spoiler.open")).await;
    sees(browser, "<img src=x onerror=alert(1)>").await;
    assert_eq!(browser.eval("document.querySelectorAll('.text img').length").await, 0);
}

async fn presses_edit_in_place(browser: &mut Browser) {
    browser.eval(&format!("window.kept = {}", on_phone(".row.theirs"))).await;
    browser.click(&labelled("Начать самодиагностику")).await;
    browser.until("the press shows that it waits", &on_phone(".key.loading")).await;
    sees(browser, "Вопрос 1 из 9").await;
    browser.click(&labelled("3")).await;
    browser.until("a toast", &format!("{}?.innerText === 'Ответ записан'", on_phone(".toast"))).await;
    sees(browser, "Вопрос 2 из 9").await;
    sees(browser, "изменено").await;
    browser.save("phone-question").await;
    let same = format!("window.kept === {} && window.kept.isConnected", on_phone(".row.theirs"));
    assert_eq!(browser.eval(&same).await, true, "the bubble was edited in place, not replaced");
    browser.click(&labelled("Когда закроется?")).await;
    browser.until("an alert", &on_phone("[role=alertdialog]")).await;
    browser.save("phone-alert").await;
    browser.click(&labelled("ОК")).await;
    browser.until("the alert is closed", &format!("!{}", on_phone("[role=alertdialog]"))).await;
}

async fn pictures_and_files(browser: &mut Browser) {
    says(browser, "картинка").await;
    browser.until("the picture is drawn", &format!("{}?.naturalWidth > 0", on_phone(".photo img"))).await;
    is_at_bottom(browser).await;
    browser.save("phone-picture").await;
    browser.click(&on_phone(".photo")).await;
    browser.until("the picture is large", "document.querySelector('dialog.picture[open]')").await;
    browser.key("Escape").await;
    browser.until("it is closed", "!document.querySelector('dialog.picture')").await;
    says(browser, "файл").await;
    sees(browser, "Маршрут.txt").await;
    is_at_bottom(browser).await;
    let folder = tempfile::tempdir().expect("a folder for downloads");
    browser.downloads_to(folder.path()).await;
    browser.click(&on_phone("a.document")).await;
    let saved = wait_for_file(&folder.path().join("Маршрут.txt")).await;
    assert_eq!(saved, bot::PLAN);
}

async fn wait_for_file(path: &Path) -> Vec<u8> {
    for _ in 0..200 {
        if let Ok(bytes) = std::fs::read(path) {
            return bytes;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{} was never downloaded", path.display());
}

async fn writing(browser: &mut Browser) {
    says(browser, "думай").await;
    browser.until("the bot types", &on_phone(".status.typing")).await;
    sees(browser, "Подумал.").await;
    browser.until("typing ends", &format!("!{}", on_phone(".status.typing"))).await;
    browser.click(&on_phone("textarea")).await;
    browser.key("ArrowUp").await;
    browser
        .until("the own last message is being edited", &format!("{}.value === 'думай'", on_phone("textarea")))
        .await;
    browser.types(" ещё").await;
    browser.key("Enter").await;
    sees(browser, "думай ещё").await;
    browser.click(&button("Команды бота")).await;
    browser
        .until("the commands are listed", "document.querySelector('.menu')?.innerText.includes('Подсказка')")
        .await;
    browser.save("phone-commands").await;
    browser.click(&labelled("/help")).await;
    sees(browser, "Вы написали: 5").await;
    browser.click(&button("Прикрепить")).await;
    let chart = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/phones_page/chart.png");
    browser.chooses(&labelled("Фотография"), &chart).await;
    sees(browser, "Получил картинку").await;
    browser.click(&button("Прикрепить")).await;
    browser.click(&labelled("Свой номер")).await;
    sees(browser, "Контакт").await;
    browser.click(&button("Прикрепить")).await;
    browser.click(&labelled("Голосовое")).await;
    browser.until("a voice message", &on_phone(".mine .voice")).await;
    browser.click(&button("Прикрепить")).await;
    browser.click(&labelled("Стикер")).await;
    browser.until("a sticker", &on_phone(".mine .sticker .icon")).await;
}

async fn replying(browser: &mut Browser) {
    browser.click_right("[...document.querySelectorAll('.theirs .bubble')].at(-1)").await;
    browser.click(&labelled("Ответить")).await;
    browser.types("Спасибо").await;
    browser.save("phone-reply").await;
    browser.key("Enter").await;
    let quoted = format!("{}?.innerText.includes('Получил картинку')", on_phone(".mine .quoted"));
    browser.until("the reply shows what it answers", &quoted).await;
}

/// Whoever has scrolled up stays there when something new arrives below, and is told of it.
async fn reading_above(browser: &mut Browser, sandbox: &Sandbox) {
    let view = on_phone(".view");
    browser.eval(&format!("{view}.scrollTo({{ top: 40 }})")).await;
    browser.until("the way down is offered", &format!("{}.hidden === false", on_phone(".jump"))).await;
    sandbox.phone(sandbox.people()[0].id).expect("the first person").says("Внизу");
    browser.until("the news is marked", &on_phone(".jump.news")).await;
    assert_eq!(browser.eval(&format!("{view}.scrollTop")).await, 40, "the chat jumped");
    browser.click(&on_phone(".jump")).await;
    is_at_bottom(browser).await;
}

async fn blocking(browser: &mut Browser, sandbox: &Sandbox) {
    browser.click(&button("Ещё")).await;
    browser.click(&labelled("Заблокировать бота")).await;
    browser
        .until(
            "the way back is offered",
            &format!("{}?.textContent === 'Разблокировать'", on_phone(".foot .big")),
        )
        .await;
    assert!(sandbox.people()[0].blocked);
    browser.click(&on_phone(".foot .big")).await;
    browser.until("one can write again", &on_phone(".composer")).await;
    assert!(!sandbox.people()[0].blocked);
}

async fn switching_people(browser: &mut Browser) {
    begins(browser).await;
    assert_eq!(browser.eval("document.querySelectorAll('.phone').length").await, 1, "one phone at a time");
    let hash = browser.eval("location.hash").await;
    assert!(hash.as_str().is_some_and(|hash| hash.contains("open=")), "the hash holds who is open: {hash}");
    browser.reload().await;
    sees(browser, "Здравствуйте, Анна Петровна").await;
    browser.click("document.querySelector('.chip')").await;
    sees(browser, "Получил картинку").await;
}

async fn nothing_overflows(browser: &mut Browser) {
    browser.click("document.querySelector('#clock summary')").await;
    browser.save("phone-clock").await;
    let wide = "[...document.querySelectorAll('body, .phone, .bubble, .keys, .moves')].filter(e => {
        const r = e.getBoundingClientRect();
        return r.left < -1 || r.right > innerWidth + 1;
    }).length";
    assert_eq!(browser.eval(wide).await, 0, "something is wider than the screen");
    browser.click(&on_phone(".wall")).await;
    browser.until("the clock's moves are put away", "!document.querySelector('#clock').open").await;
}

#[tokio::test]
async fn a_desktop_shows_several_phones_and_both_themes() {
    let (sandbox, mut browser) = opened(1280, 900).await;
    for _ in 0..3 {
        begins(&mut browser).await;
    }
    browser.until("three phones side by side", "document.querySelectorAll('.phone').length === 3").await;
    browser.click(&labelled("Начать самодиагностику")).await;
    sees(&mut browser, "Вопрос 1 из 9").await;
    browser.click("document.querySelector('.phone:first-of-type textarea')").await;
    says(&mut browser, "картинка").await;
    browser.until("the picture is drawn", &format!("{}?.naturalWidth > 0", on_phone(".photo img"))).await;
    only_the_changed_chat_is_drawn(&mut browser, &sandbox).await;
    unread_messages_are_counted(&mut browser, &sandbox).await;
    browser.save("desktop-light").await;
    themes(&mut browser).await;
    clock(&mut browser, &sandbox).await;
    everything_has_a_name(&mut browser).await;
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

async fn only_the_changed_chat_is_drawn(browser: &mut Browser, sandbox: &Sandbox) {
    browser
        .eval(
            "window.drawn = new Set();
            for (const phone of document.querySelectorAll('.phone')) new MutationObserver(
                () => window.drawn.add(phone.dataset.person),
            ).observe(phone.querySelector('.messages'), { childList: true, subtree: true, characterData: true }); 0",
        )
        .await;
    let second = sandbox.people()[1].id;
    sandbox.phone(second).expect("the second person").says("Добрый день");
    let shown = format!(
        "document.querySelector('[data-person=\"{second}\"] .messages').innerText.includes('Вы написали: 21')"
    );
    browser.until("the answer is shown", &shown).await;
    assert_eq!(browser.eval("[...window.drawn].join()").await, second.to_string());
}

async fn unread_messages_are_counted(browser: &mut Browser, sandbox: &Sandbox) {
    let third = sandbox.people()[2].id;
    browser.click(&format!("document.querySelector('[data-person=\"{third}\"] .owner button')")).await;
    browser.until("it is closed", "document.querySelectorAll('.phone').length === 2").await;
    sandbox.phone(third).expect("the third person").says("Есть кто?");
    let badge = format!("document.querySelector('#chip-{third} em')?.textContent === '1'");
    browser.until("an unread message is counted", &badge).await;
    browser.click(&format!("document.querySelector('#chip-{third}')")).await;
    sees(browser, "Вы написали: 16").await;
    browser.until("nothing is unread", "!document.querySelector('.chip em')").await;
}

async fn themes(browser: &mut Browser) {
    let background = "getComputedStyle(document.body).backgroundColor";
    let light = browser.eval(background).await;
    browser.prefer("dark").await;
    let dark = browser.eval(background).await;
    assert_ne!(light, dark, "the page follows the system");
    browser.save("desktop-dark").await;
    browser.click("document.querySelector('#theme')").await;
    assert_eq!(browser.eval(background).await, light, "the page can be switched to light");
    browser.reload().await;
    browser
        .until("the choice is kept", &format!("{background} === '{}'", light.as_str().unwrap_or_default()))
        .await;
    browser.prefer("light").await;
}

async fn clock(browser: &mut Browser, sandbox: &Sandbox) {
    browser.click("document.querySelector('[data-seconds=\"86400\"]')").await;
    browser.until("a day later", "document.querySelector('#offset').textContent === '+1 дн.'").await;
    browser.click("document.querySelector('[value=jump] + span')").await;
    browser.click("document.querySelector('[data-seconds=\"3600\"]')").await;
    browser.until("an hour later", "document.querySelector('#offset').textContent === '+25 ч'").await;
    assert!((sandbox.now() - SystemTime.now()).num_seconds() >= 25 * 3600 - 1);
}

async fn everything_has_a_name(browser: &mut Browser) {
    let nameless = "[...document.querySelectorAll('button, a, textarea, input')].filter(e =>
        !e.textContent.trim() && !e.getAttribute('aria-label') && !e.labels?.length).map(e => e.outerHTML).join()";
    assert_eq!(browser.eval(nameless).await, "");
}

#[tokio::test]
async fn the_page_says_when_the_sandbox_is_gone() {
    let (sandbox, mut browser) = opened(360, 740).await;
    begins(&mut browser).await;
    assert_eq!(browser.eval("document.querySelector('#offline').hidden").await, true);
    sandbox.stop();
    browser.until("the loss is told", "!document.querySelector('#offline').hidden").await;
}
