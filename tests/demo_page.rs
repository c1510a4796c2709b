//! The demo as its visitor meets it: `metodist demo`, its page in a real Chromium at the width of a phone, fingers only.
//! With METODIST_SCREENSHOTS=folder it leaves the pictures that the README and the coordinator's handbook show.

#![expect(clippy::expect_used, reason = "a test may end with a sentence")]

#[path = "../sandbox/tests/phones_page/browser.rs"]
#[expect(dead_code, reason = "the driver of the page's own tests, which use more of it")]
mod browser;

use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
    time::Duration,
};

use browser::Browser;
use serde_json::json;

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

/// A visitor whose taps and typed lines are counted. Choosing whose phone to hold is none.
struct Visitor {
    browser: Browser,
    taps: usize,
    lines: usize,
}

/// A plain wall behind the messages: pictures of it are small.
const PLAIN: &str = "['.wall { background: #e4e8f4 }', '.wall::before, .jump { display: none !important }']
    .forEach(rule => document.styleSheets[0].insertRule(rule, document.styleSheets[0].cssRules.length))";

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

    /// The same of what takes its time: hundreds of letters.
    async fn sees_at_last(&mut self, text: &str) {
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
    async fn taps(&mut self, label: &str) {
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
    async fn taps_above(&mut self, label: &str) {
        let button = format!(
            "[...{PHONE}.querySelectorAll('.key')].findLast(e => e.textContent.trim() === {label:?})"
        );
        self.browser.click(&button).await;
        self.taps += 1;
    }

    /// Holds somebody's phone.
    async fn takes_phone(&mut self, name: &str) {
        let chip =
            format!("[...document.querySelectorAll('.chip')].find(e => e.innerText.includes({name:?}))");
        self.browser.click(&chip).await;
        let held = format!("document.querySelector('.chip.active').innerText.includes({name:?})");
        self.browser.until(&format!("the phone of {name} is in front"), &held).await;
        (self.taps, self.lines) = (0, 0);
    }

    /// Holds a new phone.
    async fn takes_new_phone(&mut self) {
        let first = self.browser.eval(&format!("{PHONE}.dataset.person")).await;
        self.browser.click("document.querySelector('#add')").await;
        self.browser.until("the new phone is in front", &format!("{PHONE}.dataset.person !== {first}")).await;
        self.sees("Здесь пока пусто").await;
        self.browser.click(&format!("{PHONE}.querySelector('.start')")).await;
        (self.taps, self.lines) = (0, 0);
    }

    /// Sends a file with this content.
    async fn sends_file(&mut self, name: &str, content: &str) {
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
    async fn comes_on_a_working_noon(&mut self) {
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
    async fn commands(&mut self, command: &str) {
        self.types(command).await;
        (self.taps, self.lines) = (self.taps + 2, self.lines - 1);
    }

    /// A picture of the newest message with buttons that has these words, and of everything below it.
    async fn pictures(&mut self, name: &str, words: &str) {
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

    async fn types(&mut self, words: &str) {
        self.browser.click(&format!("{PHONE}.querySelector('textarea')")).await;
        self.browser.types(words).await;
        self.browser.key("Enter").await;
        self.lines += 1;
    }

    /// Says who they are: a teacher of mathematics at the first school.
    async fn introduces(&mut self, name: &str) {
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
    async fn sees_something_after(&mut self, before: &str) {
        let changed = format!("[...{PHONE}.querySelectorAll('.row')].at(-1)?.innerText !== {before:?}");
        self.browser.until("the next screen", &changed).await;
    }

    /// The text of the newest message from the bot.
    async fn newest(&mut self) -> String {
        let text = format!("[...{PHONE}.querySelectorAll('.row')].at(-1)?.innerText");
        self.browser.eval(&text).await.as_str().unwrap_or_default().to_owned()
    }
}

/// The demo with its people come in, and somebody who looks at its page.
async fn visit() -> (Demo, Visitor) {
    let demo = Demo::start();
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

#[tokio::test]
async fn a_new_teacher_comes_from_start_to_the_chart_with_fingers_only() {
    let (_demo, mut visitor) = visit().await;
    visitor.takes_new_phone().await;
    visitor.sees("согласие").await;
    visitor.browser.save("welcome").await;
    visitor.taps("Даю согласие").await;
    visitor.sees("Как Вас зовут").await;
    visitor.introduces("Петрова Анна Сергеевна").await;
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
        visitor.sees_something_after(&before).await;
    }
    questions
}

/// What a coordinator's first day may take.
const MOST_TAPS: usize = 25;

#[tokio::test]
async fn a_coordinator_gets_people_in_within_25_taps() {
    let (_demo, mut visitor) = visit().await;
    visitor.browser.eval(PLAIN).await;
    visitor.takes_phone("Наталья Кравцова").await;
    visitor.commands("/admin").await;
    visitor.pictures("coordinator-admin", "Ваши роли").await;
    visitor.taps("Пригласить").await;
    visitor.taps("Педагогов").await;
    visitor.taps("Школа № 1").await;
    visitor.pictures("coordinator-invitation", "Приглашение: педагог").await;
    visitor.taps("В меню").await;
    visitor.taps("Управление").await;
    visitor.taps("Совпадения (3)").await;
    visitor.pictures("coordinator-match", "Это один человек?").await;
    for _ in 0..3 {
        let before = visitor.newest().await;
        visitor.taps("Это один человек").await;
        visitor.sees_something_after(&before).await;
    }
    visitor.sees("и человек из списка — один человек").await;
    visitor.taps("Управление").await;
    visitor.taps("Люди").await;
    visitor.pictures("coordinator-people", "кого ищете").await;
    visitor.types("воронцова").await;
    visitor.sees("По запросу «воронцова»").await;
    visitor.taps("Воронцова Г. С.").await;
    visitor.pictures("coordinator-card", "Воронцова Галина Степановна").await;
    visitor.taps("Назначить").await;
    visitor.taps("Методист").await;
    visitor.taps("Подтвердить").await;
    visitor.pictures("coordinator-appointed", "Готово.").await;
    visitor.taps("В меню").await;
    visitor.taps("Управление").await;
    visitor.taps("Методический актив").await;
    visitor.pictures("coordinator-pool", "Методистов:").await;
    println!("{} taps and {} typed line", visitor.taps, visitor.lines);
    assert!(
        visitor.taps <= MOST_TAPS && visitor.lines == 1,
        "{} taps, {} lines",
        visitor.taps,
        visitor.lines
    );

    she_invites_one_in_person_and_looks_at_a_list(&mut visitor).await;
    a_colleague_sees_nothing_of_theirs(&mut visitor).await;
    assert_eq!(visitor.browser.complaints(), Vec::<String>::new());
}

/// What an announcement may take, from writing it to the register.
const MOST_TAPS_TO_ANNOUNCE: usize = 12;

#[tokio::test]
async fn a_coordinator_announces_to_300_people_within_12_taps() {
    let (_demo, mut visitor) = visit().await;
    visitor.browser.eval(PLAIN).await;
    visitor.comes_on_a_working_noon().await;
    visitor.takes_phone("Наталья Кравцова").await;
    visitor.commands("/broadcast").await;
    visitor.sees("Напишите объявление").await;
    visitor.types("Завтра в 15:00 совищание заместителей директоров, гимназия, кабинет 12").await;
    visitor.sees("317 человек, из них сейчас недоступны 20").await;
    visitor.taps("☐ Кнопка «Ознакомлен(а)»").await;
    visitor.pictures("coordinator-announcement", "☑ Кнопка «Ознакомлен(а)»").await;
    visitor.taps("Отправить").await;
    visitor.pictures("coordinator-announcing", "Да, отправить 317 людям").await;
    visitor.taps("Да, отправить 317 людям").await;
    visitor.sees_at_last("Доставлено: 297").await;
    visitor.pictures("coordinator-announced", "Доставлено: 297").await;
    visitor.taps_above("Исправить").await;
    visitor.sees("новый текст целиком").await;
    visitor.types("Завтра в 15:00 совещание заместителей директоров, гимназия, кабинет 12").await;
    visitor.pictures("coordinator-correction", "Исправить у всех").await;
    visitor.taps("Исправить у всех").await;
    visitor.sees("Исправлено").await;
    visitor.taps("Напомнить молчащим").await;
    visitor.taps("Да, напомнить").await;
    visitor.taps("Ведомость (DOCX)").await;
    visitor.sees("личные данные").await;
    println!("announced with {} taps and {} typed lines", visitor.taps, visitor.lines);
    assert!(visitor.taps <= MOST_TAPS_TO_ANNOUNCE && visitor.lines == 2, "{} taps", visitor.taps);

    she_holds_one_back(&mut visitor).await;
    she_asks_them_all(&mut visitor).await;
    assert_eq!(visitor.browser.complaints(), Vec::<String>::new());
}

/// Two announcements for later, one of which waits for her word.
async fn she_holds_one_back(visitor: &mut Visitor) {
    for words in ["Напоминание о школьном этапе олимпиады", "Сводка за неделю: до пятницы, 12:00"]
    {
        visitor.types("/broadcast").await;
        visitor.sees("Что уйдёт").await;
        visitor.types(words).await;
        visitor.taps("Когда").await;
        visitor.types("завтра 10:00").await;
        visitor.sees("☐ Каждую неделю").await;
        visitor.taps("‹ Объявление").await;
        visitor.taps("Запланировать").await;
        visitor.taps("Запланировать: 317").await;
        visitor.taps("Придержать").await;
        visitor.sees("не уйдёт, пока Вы не отпустите").await;
    }
    visitor.taps("Вернуть в очередь").await;
    visitor.taps("‹ Что уйдёт").await;
    visitor.pictures("coordinator-upcoming", "Нажмите, чтобы придержать").await;
}

/// A questionnaire from a sheet, opened and shown.
async fn she_asks_them_all(visitor: &mut Visitor) {
    visitor.types("/admin").await;
    visitor.taps("Анкеты").await;
    visitor.taps("Новая анкета").await;
    visitor.sees("Пришлите таблицу с вопросами").await;
    let sheet = "Вопрос;Вид ответа;Вариант 1;Вариант 2;Вариант 3\n\
                 Готовы ли Ваши ученики к ГИА?;один;Да;Отчасти;Нет\n\
                 Чем помочь?;слова;;;";
    visitor.sends_file("Готовность к ГИА.csv", sheet).await;
    visitor.sees("Черновик: его никто не видит").await;
    visitor.taps("Опубликовать").await;
    visitor.pictures("coordinator-questionnaire", "Анкета открыта").await;
}

/// What else the handbook shows: somebody of the list who has not come in, and a list before it is taken in.
async fn she_invites_one_in_person_and_looks_at_a_list(visitor: &mut Visitor) {
    visitor.types("/people тихонов").await;
    visitor.taps("Тихонов П. А.").await;
    visitor.pictures("coordinator-awaited", "Ещё не в боте").await;
    visitor.taps("Пригласить лично").await;
    visitor.sees("Здравствуйте, Павел Аркадьевич!").await;
    visitor.sends_file("Педагоги района.csv", include_str!("../src/demo/roster.csv")).await;
    visitor.pictures("coordinator-list", "Проверка списка").await;
    visitor.taps("Отмена").await;
    visitor.sees("Пришлите файл").await;
}

/// Somebody types the name of a colleague whom the coordinator's list tells more of.
async fn a_colleague_sees_nothing_of_theirs(visitor: &mut Visitor) {
    visitor.takes_new_phone().await;
    visitor.taps("Даю согласие").await;
    visitor.sees("Как Вас зовут").await;
    visitor.introduces("Тихонов Павел Аркадьевич").await;
    for command in ["/profile", "/privacy", "/people Тихонов", "/admin"] {
        visitor.types(command).await;
        visitor.sees(command).await;
    }
    visitor.sees("Математика").await;
    let all = visitor.browser.eval(&format!("{PHONE}.querySelector('.messages').innerText")).await;
    let all = all.as_str().unwrap_or_default();
    for words in ["14.02.1979", "Физика", "гимназия", "0,5", "Совпадения", "списк"]
    {
        assert!(!all.contains(words), "«{words}» is a colleague's:\n{all}");
    }
}
