//! A small scripted bot that knows how to show everything a phone can show.

use reqwest::Client;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};
use std::time::Duration;

const CHART: &[u8] = include_bytes!("chart.png");
/// What the bot sends as a file.
pub const PLAN: &[u8] = "Шаг 1. Открытый урок".as_bytes();

const GREETING: &str = "<b>Здравствуйте, Анна Петровна!</b>\n\nПомогу увидеть, что у Вас получается, \
    и над чем стоит поработать.\n<blockquote>Результат видите только Вы</blockquote>\
    Все команды: /help, <tg-spoiler>а это секрет</tg-spoiler> &lt;img src=x onerror=alert(1)&gt;";

pub struct Bot {
    client: Client,
    base: String,
}

impl Bot {
    pub fn new(api_url: &str, token: &str) -> Self {
        Self { client: Client::new(), base: format!("{api_url}/bot{token}") }
    }

    /// Serves until the sandbox is gone.
    pub async fn run(self) {
        let commands = json!([
            {"command": "menu", "description": "Что я умею"},
            {"command": "help", "description": "Подсказка"}
        ]);
        self.call("setMyCommands", json!({"commands": commands})).await;
        let mut offset = 0;
        loop {
            let answer = self.call("getUpdates", json!({"offset": offset, "timeout": 20})).await;
            for update in answer["result"].as_array().cloned().unwrap_or_default() {
                offset = update["update_id"].as_i64().unwrap_or_default() + 1;
                self.handle(&update).await;
            }
        }
    }

    async fn call(&self, method: &str, body: Value) -> Value {
        let sent = self.client.post(format!("{}/{method}", self.base)).json(&body).send().await;
        match sent {
            Ok(reply) => reply.json().await.unwrap_or_default(),
            Err(_) => {
                tokio::time::sleep(Duration::from_millis(100)).await;
                Value::Null
            }
        }
    }

    async fn handle(&self, update: &Value) {
        if update["callback_query"].is_object() {
            return self.pressed(&update["callback_query"]).await;
        }
        let message = &update["message"];
        let chat = message["chat"]["id"].clone();
        match message["text"].as_str() {
            Some("/start") => self.say(&chat, GREETING, start_keys()).await,
            Some("думай") => self.think(&chat).await,
            Some("картинка") => self.upload("photo", &chat, "chart.png", CHART).await,
            Some("файл") => self.upload("document", &chat, "Маршрут.txt", PLAN).await,
            Some(text) => self.say(&chat, &format!("Вы написали: {}", text.len()), json!([])).await,
            None if message["photo"].is_array() => self.say(&chat, "Получил картинку", json!([])).await,
            None => {}
        }
    }

    async fn say(&self, chat: &Value, html: &str, keys: Value) {
        let markup = json!({"inline_keyboard": keys});
        let body = json!({"chat_id": chat, "text": html, "parse_mode": "HTML", "reply_markup": markup});
        self.call("sendMessage", body).await;
    }

    async fn think(&self, chat: &Value) {
        self.call("sendChatAction", json!({"chat_id": chat, "action": "typing"})).await;
        tokio::time::sleep(Duration::from_millis(1500)).await;
        self.say(chat, "Подумал.", json!([])).await;
    }

    async fn upload(&self, kind: &str, chat: &Value, name: &str, bytes: &'static [u8]) {
        let part = Part::bytes(bytes).file_name(name.to_owned());
        let caption = "<b>Сильные стороны:</b> предмет и методика";
        let form = Form::new().text("chat_id", chat.to_string()).text("caption", caption);
        let form = form.text("parse_mode", "HTML").part(kind.to_owned(), part);
        let sent = self.client.post(format!("{}/send{kind}", self.base)).multipart(form).send().await;
        sent.expect("the upload arrives");
    }

    async fn pressed(&self, query: &Value) {
        let data = query["data"].as_str().unwrap_or_default();
        let answer = match data {
            "alert" => json!({"text": "Анкета закрывается завтра.", "show_alert": true}),
            "begin" => json!({}),
            _ => json!({"text": "Ответ записан"}),
        };
        let mut answer = answer;
        answer["callback_query_id"] = query["id"].clone();
        tokio::time::sleep(Duration::from_millis(700)).await;
        self.call("answerCallbackQuery", answer).await;
        if data != "alert" {
            let question = data.parse().unwrap_or(0) + 1;
            self.show_question(&query["message"], question).await;
        }
    }

    async fn show_question(&self, message: &Value, question: i64) {
        let done = "●".repeat(usize::try_from(question).unwrap_or_default());
        let text =
            format!("Вопрос {question} из 9\n{done}\n\nЯ строю урок так, чтобы каждый шёл в своём темпе.");
        let row = (1..=5).map(|n| json!({"text": n.to_string(), "callback_data": question.to_string()}));
        let keys = json!([row.collect::<Vec<_>>(), [{"text": "Когда закроется?", "callback_data": "alert"}]]);
        let body = json!({
            "chat_id": message["chat"]["id"], "message_id": message["message_id"], "text": text,
            "reply_markup": {"inline_keyboard": keys}
        });
        self.call("editMessageText", body).await;
    }
}

fn start_keys() -> Value {
    json!([
        [{"text": "Начать самодиагностику", "callback_data": "begin"}],
        [{"text": "О сервисе", "url": "https://example.org/"}]
    ])
}
