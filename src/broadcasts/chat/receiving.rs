//! What people do with an announcement that they got, and which of them they want.

use uuid::Uuid;

use super::{RepliedTo, out_of_sight};
use crate::{
    broadcasts::{
        jobs::{owe_answers, seen},
        model::{Broadcast, Category, Delivery, Extra, State},
        store,
        view::{self, Action},
    },
    capability::Outcome,
    label,
    messenger::Screen,
    text,
    turn::Turn,
    units::{Right, may},
};

/// An announcement and what this person did with it. Whoever may send it sees it too, and does nothing with it.
async fn find_received(turn: &Turn, id: Uuid) -> anyhow::Result<(Broadcast, Option<Delivery>)> {
    let db = &turn.app().db;
    let found = store::find_broadcast(db, id).await?.ok_or_else(out_of_sight)?;
    let delivery = store::find_delivery(db, id, turn.known_person()?.id).await?;
    let may_see = may(turn.roles(), Right::Address, found.unit());
    let is_there = found.state != State::Recalled && (delivery.is_some() || may_see);
    if is_there { Ok((found, delivery)) } else { Err(out_of_sight()) }
}

/// The announcement in its message; its files stand below already.
async fn letter(turn: &Turn, found: &Broadcast, delivery: Option<Delivery>) -> Outcome {
    let texts = turn.texts();
    let screen = view::letter_screen(&seen(turn.app(), found, delivery, texts).await?, texts);
    Ok(Screen { attachments: Vec::new(), ..screen })
}

pub(super) async fn acknowledge(turn: &Turn, id: Uuid) -> Outcome {
    let (found, delivery) = find_received(turn, id).await?;
    let now = turn.now();
    let mut tx = turn.begin().await?;
    if found.asks_to_acknowledge() {
        store::mark_acknowledged(tx.tx(), id, turn.known_person()?.id, now).await?;
    }
    tx.commit().await?;
    let done = delivery
        .map(|delivery| Delivery { acknowledged_at: delivery.acknowledged_at.or(Some(now)), ..delivery });
    let whose = if done.is_some() { "own" } else { "others" };
    let toast = label!(turn.texts(), "broadcasts-acknowledge-toast", whose = whose);
    Ok(letter(turn, &found, done).await?.toast(toast))
}

pub(super) async fn choose(turn: &Turn, id: Uuid, number: usize) -> Outcome {
    let (found, delivery) = find_received(turn, id).await?;
    if !matches!(found.buttons.get(number), Some(Extra::Choice(_))) {
        return Err(out_of_sight());
    }
    let choice = i64::try_from(number)?;
    let mut tx = turn.begin().await?;
    store::mark_choice(tx.tx(), (id, turn.known_person()?.id), choice).await?;
    tx.commit().await?;
    let done = delivery.map(|delivery| Delivery { choice: Some(choice), ..delivery });
    let whose = if done.is_some() { "own" } else { "others" };
    let toast = label!(turn.texts(), "broadcasts-acknowledge-toast", whose = whose);
    Ok(letter(turn, &found, done).await?.toast(toast))
}

/// The whole announcement, where only a line of it was said.
pub(super) async fn read(turn: &Turn, id: Uuid) -> Outcome {
    let (found, delivery) = find_received(turn, id).await?;
    turn.finish(None).await?;
    let texts = turn.texts();
    Ok(view::letter_screen(&seen(turn.app(), &found, delivery, texts).await?, texts))
}

/// Words in reply to an announcement reach its author.
pub(super) async fn receive_answer(turn: Turn, to: RepliedTo) -> Outcome {
    let (found, delivery) = find_received(&turn, to.0).await?;
    delivery.ok_or_else(out_of_sight)?;
    let words = turn.words().unwrap_or_default();
    let mut tx = turn.begin().await?;
    if !words.is_empty() {
        store::add_answer(tx.tx(), (to.0, turn.known_person()?.id), words, turn.now()).await?;
        owe_answers(tx.tx(), &found, turn.now()).await?;
    }
    tx.commit().await?;
    Ok(Screen::remark(text!(turn.texts(), "broadcasts-answers-passed")))
}

pub(super) async fn show_topics(turn: &Turn) -> Outcome {
    turn.finish(Some(&Action::Topics.into())).await?;
    let optouts = store::list_optouts(&turn.app().db, turn.known_person()?.id).await?;
    Ok(view::topics_screen(&optouts, turn.texts()))
}

pub(super) async fn toggle_topic(turn: &Turn, category: Category) -> Outcome {
    let person = turn.known_person()?.id;
    let mut optouts = store::list_optouts(&turn.app().db, person).await?;
    let word = category.as_str();
    let was_out = optouts.iter().any(|out| out == word);
    let mut tx = turn.begin().await?;
    if was_out {
        store::clear_optout(tx.tx(), person, word).await?;
        optouts.retain(|out| out != word);
    } else if category != Category::Service {
        store::set_optout(tx.tx(), person, word).await?;
        optouts.push(word.to_owned());
    }
    tx.stand_at(&Action::Topics.into());
    tx.commit().await?;
    Ok(view::topics_screen(&optouts, turn.texts()))
}
