//! Reading the conditions of areas and questions.
//! Not here: whether one holds for somebody.

use toml::Spanned;

use super::{
    Condition, POST_GROUPS,
    check::Reading,
    file::{AnswerTable, ConditionTable},
};

impl Reading<'_> {
    pub(super) fn conditions(&mut self, tables: Vec<Spanned<ConditionTable>>) -> Vec<Condition> {
        tables.into_iter().filter_map(|table| self.condition(table)).collect()
    }

    fn condition(&mut self, table: Spanned<ConditionTable>) -> Option<Condition> {
        let span = table.span();
        let table = table.into_inner();
        for group in table.post_groups.iter().chain(&table.not_post_groups).flatten() {
            if !POST_GROUPS.contains(&group.as_str()) {
                self.faults.note(span.clone(), format!("there is no group of posts “{group}”"));
            }
        }
        let lists = [&table.posts, &table.post_groups, &table.not_post_groups, &table.subjects];
        if lists.into_iter().flatten().any(Vec::is_empty) {
            self.faults.note(span.clone(), "the list of the condition is empty, so it could never hold");
        }
        let mut found = Vec::new();
        found.extend(table.posts.map(Condition::Posts));
        found.extend(table.post_groups.map(Condition::PostGroups));
        found.extend(table.not_post_groups.map(Condition::NotPostGroups));
        found.extend(table.subjects.map(Condition::Subjects));
        found.extend(table.early_career.map(Condition::EarlyCareer));
        let by_answer = table.answer.map(|answer| self.answer_condition(answer));
        let count = found.len() + usize::from(by_answer.is_some());
        if count != 1 {
            let what = "a condition has exactly one of posts, post_groups, not_post_groups, subjects, early_career, answer";
            self.faults.note(span, what);
        }
        by_answer.flatten().or_else(|| found.pop())
    }

    fn answer_condition(&mut self, table: AnswerTable) -> Option<Condition> {
        let question = table.question.get_ref().clone();
        let Some((known, is_scored)) = self.earlier.get(&question).cloned() else {
            self.faults
                .note(table.question.span(), format!("no question “{question}” stands above this condition"));
            return None;
        };
        let by_score = table.score_at_least.is_some() || table.score_at_most.is_some();
        self.faults.demand(
            is_scored || !by_score,
            &table.question,
            format!("“{question}” has no score to compare"),
        );
        match (table.choices, table.score_at_least, table.score_at_most) {
            (Some(choices), None, None) => {
                let stray = choices.iter().find(|choice| !known.contains(choice));
                if let Some(stray) = stray {
                    self.faults.note(table.question.span(), format!("“{question}” has no choice “{stray}”"));
                }
                Some(Condition::AnswerIs { question, choices })
            }
            (None, Some(score), None) => Some(Condition::AnswerAtLeast {
                question,
                score: self.faults.share(&score, "score_at_least"),
            }),
            (None, None, Some(score)) => {
                Some(Condition::AnswerAtMost { question, score: self.faults.share(&score, "score_at_most") })
            }
            _ => {
                let what = "an answer condition has exactly one of choices, score_at_least, score_at_most";
                self.faults.note(table.question.span(), what);
                None
            }
        }
    }
}
