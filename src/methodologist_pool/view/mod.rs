//! The screens of the pool: the list, a card, the steps through its fields, the checks, the editions; and its papers.
//! Not here: any decision and any statement.

mod action;
mod card;
mod list;
mod papers;
mod steps;

pub use action::{ACTIONS, Action, WORD};
pub use card::{
    CardView, add_screen, admit_screen, card_screen, checks_screen, drop_screen, own_screen, removed_toast,
};
pub use list::{
    approve_screen, editions_screen, list_screen, member_button, municipalities_screen, pool_button,
};
pub use papers::{Titles, describe, list_docx, list_xlsx};
pub use steps::{StepView, fault_word, fields_screen, page_of, step_screen};

use chrono::NaiveDate;

use super::model::{Member, Order, Step};
use crate::{label, messenger::Markup, text, texts::Texts};

/// A day as both languages write it here.
fn day(date: NaiveDate) -> String {
    date.format("%d.%m.%Y").to_string()
}

/// The first and the last day of something.
fn span((from, until): (NaiveDate, NaiveDate)) -> String {
    format!("{} – {}", day(from), day(until))
}

/// № 876 от 03.10.2022.
fn order_words(order: &Order, texts: &Texts) -> String {
    match order.date {
        Some(date) => label!(texts, "methodologist_pool-order", number = &order.number, day = day(date)),
        None => label!(texts, "methodologist_pool-order-undated", number = &order.number),
    }
}

/// 2026/27.
fn year_words(year: i32) -> String {
    format!("{year}/{:02}", (year + 1).rem_euclid(100))
}

/// What is held about a person here: everything that is said in their record.
#[must_use]
pub fn told_sentence(member: &Member, titles: &Titles<'_>, texts: &Texts) -> Markup {
    let said = Step::ALL.map(|step| titles.field(&member.record, step, texts));
    let said: Vec<String> = said.into_iter().filter(|words| !words.is_empty()).collect();
    text!(
        texts,
        "methodologist_pool-told",
        admitted = if member.is_admitted { "yes" } else { "no" },
        known = if said.is_empty() { "no" } else { "yes" },
        words = said.join("; "),
    )
}
