//! Updates that Telegram never sends: true ones in which a few things are wrong. From a seed, as many as one likes.

use metodist::demo::district::Chance;
use serde_json::{Value, json};

/// The next odd update; `mark` stands wherever a person's words could.
pub fn odd_update(chance: &mut Chance, number: u64, mark: &str) -> String {
    let mut update = base(chance, number, mark);
    for _ in 0..=chance.below(3) {
        spoil(&mut update, chance, mark);
    }
    let written = update.to_string();
    let written = written
        .replace("\"@half\"", r#""\ud83d и дальше""#)
        .replace("\"@huge\"", "123456789012345678901234567890")
        .replace("\"@endless\"", "1e999")
        .replace("\"@deep\"", &format!("{}{}", "[".repeat(5_000), "]".repeat(5_000)))
        .replace("\"@twice\"", r#"1,"text":"два","text":"раза""#);
    match chance.below(40) {
        0 => written.chars().take(usize::try_from(chance.below(300)).unwrap_or_default()).collect(),
        1 => format!("{written}{written}"),
        2 => format!("[{written}]"),
        _ => written,
    }
}

/// A true update of one of the kinds that are ours, or of one that is not.
fn base(chance: &mut Chance, number: u64, mark: &str) -> Value {
    let person = 6_000_000_000 + chance.below(50);
    let from =
        json!({"id": person, "is_bot": false, "first_name": mark, "last_name": mark, "language_code": "ru"});
    let chat = json!({"id": person, "type": "private", "first_name": mark});
    let message = |text: &str| json!({"message_id": number + 2, "date": 1_790_000_000, "chat": chat, "from": from, "text": text});
    let id = 900_000_000 + number;
    match chance.below(9) {
        0 => json!({"update_id": id, "message": message("/start")}),
        1 => json!({"update_id": id, "message": message(mark)}),
        2 => {
            let mut edited = message(mark);
            edited["edit_date"] = json!(1_790_000_001);
            json!({"update_id": id, "edited_message": edited})
        }
        3 => json!({"update_id": id, "callback_query": {"id": number.to_string(), "from": from,
            "chat_instance": "1", "message": message("?"), "data": "pe1.menu"}}),
        4 => json!({"update_id": id, "my_chat_member": {"chat": chat, "from": from, "date": 1_790_000_000,
            "old_chat_member": {"status": "member", "user": from},
            "new_chat_member": {"status": "kicked", "user": from, "until_date": 0}}}),
        5 => {
            let mut sent = message(mark);
            sent["document"] =
                json!({"file_id": "f", "file_unique_id": "u", "file_name": mark, "file_size": 3});
            sent["caption"] = json!(mark);
            json!({"update_id": id, "message": sent})
        }
        6 => {
            let mut formatted = message(mark);
            let (offset, length) = (chance.below(9), chance.below(99));
            formatted["entities"] = json!([{"type": "bold", "offset": offset, "length": length},
                {"type": "text_link", "offset": 0, "length": 2, "url": "javascript:1"}]);
            json!({"update_id": id, "message": formatted})
        }
        7 => json!({"update_id": id, "chat_boost_of_tomorrow": {"chat": chat, "words": mark}}),
        _ => {
            let mut group = message(mark);
            group["chat"] = json!({"id": -1_000_000_000_000_i64, "type": "supergroup", "title": mark});
            json!({"update_id": id, "message": group})
        }
    }
}

/// Makes one thing wrong, somewhere.
fn spoil(update: &mut Value, chance: &mut Chance, mark: &str) {
    let mut paths = Vec::new();
    walk(update, String::new(), &mut paths);
    let Some(path) = paths.get(usize::try_from(chance.below(paths.len().max(1) as u64)).unwrap_or_default())
    else {
        return;
    };
    // The number of an update is spoilt seldom: without it there is no update.
    if path == "/update_id" && chance.below(20) > 0 {
        return;
    }
    let Some(place) = update.pointer_mut(path) else { return };
    *place = match chance.below(20) {
        0 | 1 => Value::Null,
        2 => json!(true),
        3 => json!(i64::MAX),
        4 => json!(i64::MIN),
        5 => json!(u64::MAX),
        6 => json!(-1),
        7 => json!(0.5),
        8 => json!("@huge"),
        9 => json!("@endless"),
        10 => json!("@half"),
        11 => json!("@deep"),
        12 => json!("@twice"),
        13 => json!([]),
        14 => json!({}),
        15 => json!(""),
        16 => json!(format!("{mark}\0\u{202e}\u{feff}")),
        17 => json!(mark.repeat(600)),
        18 => json!([place.clone(), place.clone()]),
        _ => json!({"id": place.clone()}),
    };
}

fn walk(value: &Value, path: String, paths: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                let path = format!("{path}/{name}");
                paths.push(path.clone());
                walk(field, path, paths);
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                walk(item, format!("{path}/{at}"), paths);
            }
        }
        _ => {}
    }
}
