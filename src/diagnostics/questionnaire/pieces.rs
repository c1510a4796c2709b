//! Reading one question and its choices.
//! Not here: the file around it, and conditions.

use std::collections::BTreeSet;

use toml::Spanned;

use super::{
    Choice, Kind, Question,
    check::Reading,
    file::{ChoiceTable, QuestionTable},
};

/// Choices that fit under one message and in the reader's head.
const MOST_CHOICES: usize = 30;

impl Reading<'_> {
    pub(super) fn question(&mut self, mut table: QuestionTable) -> Question {
        let id = self.id(&table.id, "id of the question");
        self.refuse_stray_keys(&table);
        let is_task = table.kind.get_ref() == "task";
        let weight = table.weight.take().map_or(1.0, |weight| {
            let sound = *weight.get_ref() > 0.0 && *weight.get_ref() <= 100.0;
            self.faults.demand(sound, &weight, "weight must be above 0 and at most 100");
            *weight.get_ref()
        });
        if is_task && table.explanation.is_none() {
            self.faults.note(table.kind.span(), "a task needs an explanation");
        }
        let kind = self.kind(&mut table);
        let question = Question {
            text: self.faults.words(table.text, "text", if is_task { 900 } else { 300 }),
            hint: table.hint.map(|hint| self.faults.words(hint, "hint", 120)),
            when: self.conditions(table.when),
            optional: table.optional.unwrap_or(false),
            extended: table.extended.unwrap_or(false),
            weight,
            kind,
            explanation: table.explanation.map(|words| self.faults.words(words, "explanation", 600)),
            id: id.clone(),
        };
        if question.extended {
            self.extended.insert(id.clone());
        } else {
            self.refuse_extended(&question.when, &table.id.span());
        }
        let choices = question.choices().iter().map(|choice| choice.id.clone()).collect();
        let is_new = self.earlier.insert(id.clone(), (choices, question.is_scored())).is_none();
        self.faults.demand(is_new, &table.id, format!("there are two questions “{id}”"));
        question
    }

    /// Says which keys do not belong to the kind of the question.
    fn refuse_stray_keys(&mut self, table: &QuestionTable) {
        let kind = table.kind.get_ref().as_str();
        let found = [
            ("scale", table.scale.as_ref().map(Spanned::span), &["scale"][..]),
            ("reverse", table.reverse.as_ref().map(Spanned::span), &["scale"]),
            ("choices", table.choices.as_ref().map(Spanned::span), &["single", "several", "task"]),
            ("at_least", table.at_least.as_ref().map(Spanned::span), &["several"]),
            ("at_most", table.at_most.as_ref().map(Spanned::span), &["several"]),
            ("from", table.from.as_ref().map(Spanned::span), &["number"]),
            ("to", table.to.as_ref().map(Spanned::span), &["number"]),
            ("unit", table.unit.as_ref().map(Spanned::span), &["number"]),
            ("max_chars", table.max_chars.as_ref().map(Spanned::span), &["text"]),
            ("right_number", table.right_number.as_ref().map(Spanned::span), &["task"]),
            ("right_texts", table.right_texts.as_ref().map(Spanned::span), &["task"]),
            ("explanation", table.explanation.as_ref().map(Spanned::span), &["task"]),
        ];
        for (key, span, kinds) in found {
            if let Some(span) = span.filter(|_| !kinds.contains(&kind)) {
                self.faults.note(span, format!("{key} does not belong to a question of kind “{kind}”"));
            }
        }
    }

    fn kind(&mut self, table: &mut QuestionTable) -> Kind {
        match table.kind.get_ref().as_str() {
            "scale" => self.scale_kind(table),
            "single" => Kind::One { choices: self.choices(table, false) },
            "several" => self.several_kind(table),
            "number" => self.number_kind(table),
            "text" => self.words_kind(table),
            "task" => self.task_kind(table),
            other => {
                let what =
                    format!("kind must be scale, single, several, number, text or task, not “{other}”");
                self.faults.note(table.kind.span(), what);
                Kind::Words { max_chars: 1 }
            }
        }
    }

    fn scale_kind(&mut self, table: &QuestionTable) -> Kind {
        let Some(name) = &table.scale else {
            self.faults.note(table.kind.span(), "a question of kind “scale” needs scale = \"…\"");
            return Kind::One { choices: Vec::new() };
        };
        let known = self.scales.get(name.get_ref()).cloned();
        self.faults.demand(known.is_some(), name, format!("there is no scale “{}”", name.get_ref()));
        let mut choices = known.unwrap_or_default();
        if table.reverse.as_ref().is_some_and(|reverse| *reverse.get_ref()) {
            for choice in &mut choices {
                choice.score = choice.score.map(|score| 1.0 - score);
            }
        }
        Kind::One { choices }
    }

    fn several_kind(&mut self, table: &mut QuestionTable) -> Kind {
        let choices = self.choices(table, true);
        let count = choices.len();
        let at_least = self.count(table.at_least.take(), 1);
        let at_most = self.count(table.at_most.take(), count);
        if at_least == 0 || at_least > at_most || at_most > count {
            self.faults.note(table.kind.span(), format!("1 ≤ at_least ≤ at_most ≤ {count} must hold"));
        }
        Kind::Several { choices, at_least, at_most }
    }

    fn count(&mut self, value: Option<Spanned<u32>>, otherwise: usize) -> usize {
        value.map_or(otherwise, |value| usize::try_from(*value.get_ref()).unwrap_or(usize::MAX))
    }

    fn number_kind(&mut self, table: &mut QuestionTable) -> Kind {
        let (from, to) = (table.from.take(), table.to.take());
        let (Some(from), Some(to)) = (from, to) else {
            self.faults.note(table.kind.span(), "a question of kind “number” needs from and to");
            return Kind::Number { from: 0, to: 0, unit: None };
        };
        let most = 1_000_000_000;
        let sound = from.get_ref() < to.get_ref() && *from.get_ref() >= -most && *to.get_ref() <= most;
        self.faults.demand(sound, &to, "from must be below to, both within a thousand million");
        let unit = table.unit.take().map(|unit| self.faults.words(unit, "unit", 20));
        Kind::Number { from: *from.get_ref(), to: *to.get_ref(), unit }
    }

    fn words_kind(&mut self, table: &mut QuestionTable) -> Kind {
        let Some(most) = table.max_chars.take() else {
            self.faults.note(table.kind.span(), "a question of kind “text” needs max_chars");
            return Kind::Words { max_chars: 1 };
        };
        self.faults.demand((1..=1000).contains(most.get_ref()), &most, "max_chars must be from 1 to 1000");
        Kind::Words { max_chars: self.count(Some(most), 1) }
    }

    fn task_kind(&mut self, table: &mut QuestionTable) -> Kind {
        let given = [table.choices.is_some(), table.right_number.is_some(), table.right_texts.is_some()];
        if given.into_iter().filter(|given| *given).count() != 1 {
            let what = "a task needs exactly one of choices, right_number and right_texts";
            self.faults.note(table.kind.span(), what);
        }
        if let Some(number) = table.right_number.take() {
            let sound = number.get_ref().is_finite() && number.get_ref().abs() <= 1e12;
            self.faults.demand(sound, &number, "right_number must be a plain number");
            return Kind::RightNumber(*number.get_ref());
        }
        if let Some(texts) = table.right_texts.take() {
            self.faults.demand(!texts.get_ref().is_empty(), &texts, "right_texts is empty");
            let texts = texts.into_inner().into_iter();
            return Kind::RightWords(texts.map(|text| self.faults.words(text, "right text", 100)).collect());
        }
        let choices = self.choices(table, false);
        match choices.iter().filter(|choice| choice.right).count() {
            0 => {
                self.faults.note(table.kind.span(), "no choice of the task is marked right = true");
                Kind::One { choices }
            }
            1 => Kind::One { choices },
            _ => Kind::Several { at_least: 1, at_most: choices.len(), choices },
        }
    }

    fn choices(&mut self, table: &mut QuestionTable, may_be_alone: bool) -> Vec<Choice> {
        let is_task = table.kind.get_ref() == "task";
        let Some(tables) = table.choices.take() else {
            if !is_task {
                self.faults.note(table.kind.span(), "the question needs choices");
            }
            return Vec::new();
        };
        let count = tables.get_ref().len();
        let what = format!("{count} choices; a question has 2 to {MOST_CHOICES}");
        self.faults.demand((2..=MOST_CHOICES).contains(&count), &tables, what);
        let mut ids = BTreeSet::new();
        tables
            .into_inner()
            .into_iter()
            .map(|table| self.choice(table, (is_task, may_be_alone), &mut ids))
            .collect()
    }

    fn choice(
        &mut self,
        table: ChoiceTable,
        (is_task, may_be_alone): (bool, bool),
        ids: &mut BTreeSet<String>,
    ) -> Choice {
        let id = self.id(&table.id, "id of the choice");
        self.faults.demand(ids.insert(id.clone()), &table.id, format!("there are two choices “{id}”"));
        if let Some(right) = table.right.as_ref().filter(|_| !is_task) {
            self.faults.note(right.span(), "right belongs to tasks only");
        }
        if let Some(alone) = table.alone.as_ref().filter(|_| !may_be_alone) {
            self.faults.note(alone.span(), "alone belongs to questions of kind “several” only");
        }
        if let Some(score) = table.score.as_ref().filter(|_| is_task) {
            self.faults.note(score.span(), "choices of a task have right = true instead of score");
        }
        let right = table.right.is_some_and(|right| right.into_inner());
        let score = match &table.score {
            Some(score) => Some(self.faults.share(score, "score")),
            None => is_task.then_some(if right { 1.0 } else { 0.0 }),
        };
        let label = self.faults.words(table.label, "label", 40);
        let alone = table.alone.is_some_and(|alone| alone.into_inner());
        Choice { id, label, score, alone, right }
    }
}
