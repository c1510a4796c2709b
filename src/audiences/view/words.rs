//! An audience in words.

use std::collections::HashMap;

use crate::{
    audiences::model::{Audience, Count, Definition, Kind, Traits, Value},
    label,
    messenger::Markup,
    text,
    texts::Texts,
};

/// Values that are named one by one; the others are counted.
const NAMED: usize = 5;

/// What the values of a definition are called, in the language of whoever looks.
#[derive(Debug, Clone, Default)]
pub struct Titles {
    /// Of each value.
    pub values: HashMap<Value, String>,
    /// Of the unit.
    pub unit: String,
    /// Of the area and of its block, where it goes by one.
    pub area: (String, Option<String>),
}

impl Titles {
    fn of(&self, value: &Value) -> String {
        match (self.values.get(value), value) {
            (Some(title), _) => title.clone(),
            (None, Value::Word(word)) => word.clone(),
            (None, Value::Id(_)) => "—".to_owned(),
        }
    }
}

/// Who is meant: one line for each kind that is asked for.
#[must_use]
pub fn described(audience: &Audience, titles: &Titles, texts: &Texts) -> Markup {
    let (of, without) = match &audience.definition {
        Definition::Area(_) => {
            let (area, block) = &titles.area;
            let narrowed = if block.is_some() { "yes" } else { "no" };
            let block = block.clone().unwrap_or_default();
            let line = text!(texts, "audiences-area-line", area = area, block = &block, narrowed = narrowed);
            return text!(texts, "audiences-unit-line", unit = &titles.unit).line(&line);
        }
        Definition::People { of, without } => (of, without),
    };
    let unit = text!(texts, "audiences-unit-line", unit = &titles.unit);
    let asked = of.kinds().fold(unit, |text, kind| text.line(&line(of, kind, titles, texts)));
    without.kinds().fold(asked, |text, kind| {
        let values = values(without, kind, titles, texts);
        text.line(&text!(texts, "audiences-without-line", kind = kind.as_str(), values = values))
    })
}

fn line(traits: &Traits, kind: Kind, titles: &Titles, texts: &Texts) -> Markup {
    let values = values(traits, kind, titles, texts);
    text!(texts, "audiences-kind-line", kind = kind.as_str(), values = values)
}

fn values(traits: &Traits, kind: Kind, titles: &Titles, texts: &Texts) -> String {
    let named: Vec<String> = traits.of(kind).take(NAMED).map(|value| titles.of(value)).collect();
    let more = traits.of(kind).count().saturating_sub(NAMED);
    let named = named.join(", ");
    if more == 0 { named } else { label!(texts, "audiences-values-more", values = named, count = more) }
}

/// How many people that is, and how many of them messages do not reach.
#[must_use]
pub fn count_sentence(count: Count, texts: &Texts) -> Markup {
    match count {
        Count { people: 0, is_rough: true, .. } => text!(texts, "audiences-count-few"),
        Count { is_rough: true, people, .. } => text!(texts, "audiences-count-rough", count = people),
        Count { people: 0, .. } => text!(texts, "audiences-count-nobody"),
        Count { people, unreachable: 0, .. } => text!(texts, "audiences-count-all", count = people),
        Count { people, unreachable, .. } => {
            text!(texts, "audiences-count-text", count = people, unreachable = unreachable)
        }
    }
}

/// How many audiences somebody has saved.
pub fn saved_sentence(count: i64, texts: &Texts) -> Markup {
    text!(texts, "audiences-told-saved", count = count)
}
