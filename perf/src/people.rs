//! People who follow their screens: each waits for the answer to what they did before they do the next thing.
//! Not here: what is measured of them.

use std::{
    cmp::Ordering,
    panic::AssertUnwindSafe,
    time::{Duration, Instant},
};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use futures::FutureExt;
use sandbox::{Bubble, Phone};

/// How whatever is said in a conversation begins; the moment follows, in microseconds.
const REMARK: &str = "Реплика ";

/// What one person went through while it counted.
#[derive(Debug, Default)]
pub struct Lived {
    /// How long each answer took.
    pub waits: Vec<Duration>,
    /// Deeds that nothing followed within ten seconds.
    pub unanswered: usize,
    /// How long words took from one phone to the other.
    pub relayed: Vec<Duration>,
}

/// When what happens counts.
#[derive(Debug, Clone, Copy)]
pub struct Span {
    /// What moments are counted from.
    pub began: Instant,
    /// From then on.
    pub from: Instant,
    /// Nobody begins anything after this.
    pub until: Instant,
}

/// One person with a phone.
pub struct Person {
    phone: Phone,
    span: Span,
    lived: Lived,
}

impl Person {
    /// Somebody with this phone.
    pub fn new(phone: Phone, span: Span) -> Self {
        Self { phone, span, lived: Lived::default() }
    }

    /// Answers so many questions, fewer where time is up.
    pub async fn answers(&mut self, most: usize) -> Option<()> {
        for _ in 0..most {
            let screen = self.phone.newest_screen()?;
            let data = choice(&screen)?;
            if !self.may_go_on() {
                return Some(());
            }
            self.presses(&screen, &data).await?;
        }
        Some(())
    }

    /// Cancels the questionnaire that was begun and takes it out again.
    pub async fn begins_anew(&mut self) -> Option<()> {
        for label in
            ["Пауза", "Отменить прохождение", "Да, удалить ответы", "К анкетам", "Профессиональная", "Начать"]
        {
            self.taps(label).await?;
        }
        Some(())
    }

    /// Takes the questionnaire out.
    pub async fn begins_questionnaire(&mut self) -> Option<()> {
        self.says("/diagnosis", |screen| has(screen, "Профессиональная")).await?;
        self.taps("Профессиональная").await?;
        self.taps("Начать").await?;
        Some(())
    }

    /// Has the first question of the bare bot before them.
    pub async fn begins_bare(&mut self) -> Option<()> {
        self.says("/start", |screen| choice(screen).is_some()).await
    }

    /// Takes the questionnaire out, puts it down after ten questions, and asks the methodologists.
    pub async fn learns_and_asks(&mut self) -> Option<()> {
        self.begins_questionnaire().await?;
        self.answers(10).await?;
        self.taps("Пауза").await?;
        self.asks().await
    }

    async fn asks(&mut self) -> Option<()> {
        self.says("/consult", |screen| has(screen, "Урок: методика")).await?;
        self.taps("Урок: методика").await?;
        self.says("Как построить урок-исследование в седьмом классе?", |screen| has(screen, "Отправить"))
            .await?;
        self.taps("Отправить").await?;
        Some(())
    }

    /// A methodologist takes the question with this id, as the button of its card would: cards are for working hours, and
    /// this is measured at any.
    pub async fn takes_question(&mut self, id: [u8; 16]) -> Option<()> {
        let screen = self.phone.newest_screen()?;
        self.presses(&screen, &format!("cs1.take.{}", URL_SAFE_NO_PAD.encode(id))).await
    }

    /// Opens the menu.
    pub async fn looks(&mut self) -> Option<()> {
        self.says("/menu", |screen| !screen.buttons.is_empty()).await
    }

    /// Talks with whoever answers until time is up; the methodologist has the first word.
    pub async fn talks(&mut self, is_first: bool) -> Option<()> {
        let mut heard = 0;
        if is_first {
            self.says_in_conversation().await?;
        }
        while self.may_go_on() {
            heard = self.hears(heard).await?;
            self.says_in_conversation().await?;
        }
        Some(())
    }

    /// Says when it is, and waits until the bot says that this was handed on.
    async fn says_in_conversation(&mut self) -> Option<()> {
        let words = format!("{REMARK}{}.", self.span.began.elapsed().as_micros());
        self.says(&words, |screen| screen.text.contains("Передано")).await
    }

    /// Waits for words of the other side that are younger than these.
    async fn hears(&mut self, than: u64) -> Option<u64> {
        let is_new = |screen: &Bubble| said_at(screen).is_some_and(|said| said > than);
        let said = said_at(&sees(&self.phone, is_new).await?)?;
        let at = self.span.began + Duration::from_micros(said);
        if self.counts(at) {
            self.lived.relayed.push(at.elapsed());
        }
        Some(said)
    }

    /// Whether there is time for another deed.
    pub fn may_go_on(&self) -> bool {
        Instant::now() < self.span.until
    }

    /// What they went through.
    pub fn ends(self) -> Lived {
        self.lived
    }

    /// Types words and waits for a screen.
    async fn says(&mut self, words: &str, is_it: impl Fn(&Bubble) -> bool) -> Option<()> {
        let newest = self.phone.says(words);
        let began = Instant::now();
        let seen = sees(&self.phone, |screen| screen.message_id > newest && is_it(screen)).await;
        self.notes(began, seen.is_some());
        seen.map(|_| ())
    }

    /// Presses the button of the newest screen with this label and waits for another screen.
    async fn taps(&mut self, label: &str) -> Option<()> {
        let screen = self.phone.newest_screen()?;
        let data = data_of(&screen, label)?;
        self.presses(&screen, &data).await
    }

    async fn presses(&mut self, screen: &Bubble, data: &str) -> Option<()> {
        let began = Instant::now();
        self.phone.presses_data(screen.message_id, data);
        let is_other = |now: &Bubble| match now.message_id.cmp(&screen.message_id) {
            Ordering::Less => false,
            Ordering::Equal => now.text != screen.text || now.buttons != screen.buttons,
            Ordering::Greater => true,
        };
        let seen = sees(&self.phone, is_other).await;
        self.notes(began, seen.is_some());
        seen.map(|_| ())
    }

    fn notes(&mut self, began: Instant, is_answered: bool) {
        match is_answered {
            true if self.counts(began) => self.lived.waits.push(began.elapsed()),
            true => {}
            false => self.lived.unanswered += 1,
        }
    }

    fn counts(&self, began: Instant) -> bool {
        self.span.from <= began && began < self.span.until
    }
}

/// The choice in the middle; a question without one is passed over.
fn choice(screen: &Bubble) -> Option<String> {
    data_of(screen, "Отчасти про меня").or_else(|| data_of(screen, "Пропустить"))
}

fn has(screen: &Bubble, label: &str) -> bool {
    data_of(screen, label).is_some()
}

fn data_of(screen: &Bubble, label: &str) -> Option<String> {
    screen.buttons.iter().flatten().find(|key| key.label.contains(label))?.data.clone()
}

/// Waits for a bubble from the bot that passes the test, and gives the newest; nothing if none comes in time.
async fn sees(phone: &Phone, test: impl Fn(&Bubble) -> bool) -> Option<Bubble> {
    let find = |chat: &[Bubble]| chat.iter().rev().find(|bubble| bubble.from_bot && test(bubble)).cloned();
    let waited = phone.waits_until("what was waited for", |chat| find(chat).is_some());
    AssertUnwindSafe(waited).catch_unwind().await.ok()?;
    find(&phone.chat())
}

fn said_at(screen: &Bubble) -> Option<u64> {
    screen.text.split_once(REMARK)?.1.split_once('.')?.0.parse().ok()
}
