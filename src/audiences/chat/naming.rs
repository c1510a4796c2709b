//! Taking people into a definition by their names, a name in a line.

use super::{editing, find_edited, out_of_sight, values::short_name};
use crate::{
    audiences::{
        model::{Definition, Kind, Value},
        store,
        view::{Action, Part},
    },
    capability::Outcome,
    messenger::Markup,
    people::below,
    text,
    texts::Texts,
    turn::Turn,
    units::{is_meant, search_key},
};

/// Names that are read from one message.
const MOST_NAMES: usize = 200;
/// Lines that are told one by one.
const TOLD: usize = 10;

/// What could not be made of the lines.
#[derive(Default)]
struct Unclear {
    unknown: Vec<String>,
    several: Vec<String>,
}

pub(super) async fn add_names(turn: &Turn, part: Part, words: &str) -> Outcome {
    let mut audience = find_edited(turn).await?;
    let everybody = store::list_names(&turn.app().db, audience.unit).await?;
    let keyed: Vec<(String, &store::Named)> = everybody
        .iter()
        .map(|named| {
            let patronymic = named.patronymic.as_deref().unwrap_or_default();
            (search_key(&format!("{} {} {patronymic}", named.family_name, named.given_name)), named)
        })
        .collect();
    let Definition::People { of, without } = &mut audience.definition else { return Err(out_of_sight()) };
    let traits = if part == Part::Of { of } else { without };
    let mut unclear = Unclear::default();
    for line in words.lines().map(str::trim).filter(|line| !line.is_empty()).take(MOST_NAMES) {
        let typed = search_key(line);
        let meant: Vec<_> = keyed.iter().filter(|(key, _)| is_meant(key, &typed)).collect();
        match &meant[..] {
            [(_, named)] => traits.add(Kind::Name, Value::Id(named.person_id)),
            [] => unclear.unknown.push(line.to_owned()),
            several => {
                let names: Vec<_> = several.iter().take(3).map(|(_, named)| short_name(named)).collect();
                unclear.several.push(format!("{line}: {}", names.join(", ")));
            }
        }
    }
    editing::write(turn, &audience, &Action::Values(Kind::Name, part, 0)).await?;
    let screen = editing::values(turn, &audience, (Kind::Name, part, 0)).await?;
    Ok(below(&told(&unclear, turn.texts()), screen))
}

fn told(unclear: &Unclear, texts: &Texts) -> Markup {
    let lines = |lines: &[String]| lines.iter().take(TOLD).cloned().collect::<Vec<_>>().join("; ");
    let mut words = Markup::default();
    if !unclear.unknown.is_empty() {
        words = words.paragraph(&text!(texts, "audiences-names-unknown", names = lines(&unclear.unknown)));
    }
    if !unclear.several.is_empty() {
        words = words.paragraph(&text!(texts, "audiences-names-several", names = lines(&unclear.several)));
    }
    words
}
