//! Looking at a draft, choosing its moment, sending it, and holding it up while it goes out.

use chrono::{DateTime, Datelike, Days, TimeZone, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

use super::{
    authorise,
    composing::{audience_words, find_draft, shown, write},
    find_mine, note, out_of_sight,
};
use crate::{
    audit::Deed as AuditDeed,
    broadcasts::{
        jobs::{owe_report, owe_test, seen, zone_of},
        model::{Broadcast, Pause, Repeat, State, read_moment},
        store,
        view::{self, Action, Deed},
    },
    capability::Outcome,
    errors::Refusal,
    label,
    messenger::{Button, Screen},
    outbox,
    people::below,
    text,
    turn::Turn,
};

/// Shows a draft as people will get it.
pub(super) async fn preview(turn: &Turn, id: Uuid) -> Outcome {
    let draft = find_draft(turn, id).await?;
    turn.finish(Some(&Action::On(id, Deed::Preview).into())).await?;
    let texts = turn.texts();
    let letter = view::letter_screen(&seen(turn.app(), &draft, None, texts).await?, texts);
    let back = Button::new(label!(texts, "broadcasts-back"), Action::On(id, Deed::Show));
    let screen = Screen { stands_alone: false, ..letter };
    Ok(screen.row(vec![back]).at(Action::On(id, Deed::Preview)))
}

/// Sends a draft to whoever writes it, as people will get it.
pub(super) async fn test(turn: &Turn, id: Uuid) -> Outcome {
    let draft = find_draft(turn, id).await?;
    says_something(&draft)?;
    let mut tx = turn.begin().await?;
    owe_test(tx.tx(), id, turn.known_person()?.id, turn.now()).await?;
    tx.stand_at(&Action::On(id, Deed::Show).into());
    tx.commit().await?;
    Ok(shown(turn, &draft).await?.toast(label!(turn.texts(), "broadcasts-test-toast")))
}

fn says_something(draft: &Broadcast) -> anyhow::Result<()> {
    if draft.says_something() { Ok(()) } else { Err(Refusal::because("broadcasts-nothing-said")) }
}

/// Moments that are offered: tomorrow at nine and at three, and the next Monday at nine.
fn offered(zone: Tz, now: DateTime<Utc>) -> Vec<DateTime<Utc>> {
    let today = now.with_timezone(&zone).date_naive();
    let to_monday = 7 - u64::from(today.weekday().num_days_from_monday());
    [(1, 9), (1, 15), (to_monday, 9)]
        .into_iter()
        .filter_map(|(days, hour)| {
            let local = today.checked_add_days(Days::new(days))?.and_hms_opt(hour, 0, 0)?;
            Some(zone.from_local_datetime(&local).earliest()?.with_timezone(&Utc))
        })
        .collect()
}

async fn when(turn: &Turn, draft: &Broadcast) -> Outcome {
    let zone = zone_of(turn.app(), draft.municipality).await?;
    Ok(view::when_screen(draft, &offered(zone, turn.now()), zone, turn.texts()))
}

pub(super) async fn ask_moment(turn: &Turn, id: Uuid) -> Outcome {
    let draft = find_draft(turn, id).await?;
    turn.finish(Some(&Action::On(id, Deed::When).into())).await?;
    when(turn, &draft).await
}

async fn set_moment(turn: &Turn, draft: Broadcast, at: Option<DateTime<Utc>>) -> Outcome {
    let repeats = draft.repeats.filter(|_| at.is_some());
    let draft = Broadcast { starts_at: at, repeats, ..draft };
    write(turn.begin().await?, &draft, Deed::When).await?;
    when(turn, &draft).await
}

pub(super) async fn choose_moment(turn: &Turn, id: Uuid, number: usize) -> Outcome {
    let draft = find_draft(turn, id).await?;
    let zone = zone_of(turn.app(), draft.municipality).await?;
    let at = offered(zone, turn.now()).get(number).copied();
    set_moment(turn, draft, Some(at.ok_or_else(out_of_sight)?)).await
}

pub(super) async fn receive_moment(turn: &Turn, id: Uuid) -> Outcome {
    let draft = find_draft(turn, id).await?;
    let zone = zone_of(turn.app(), draft.municipality).await?;
    let at = read_moment(turn.words().unwrap_or_default(), zone, turn.now());
    set_moment(turn, draft, Some(at.ok_or_else(|| Refusal::because("broadcasts-when-fault"))?)).await
}

pub(super) async fn begin_at_once(turn: &Turn, id: Uuid) -> Outcome {
    let draft = find_draft(turn, id).await?;
    let draft = Broadcast { starts_at: None, repeats: None, ..draft };
    super::composing::save(turn, turn.begin().await?, &draft).await
}

pub(super) async fn toggle_rule(turn: &Turn, id: Uuid, rule: Repeat) -> Outcome {
    let draft = find_draft(turn, id).await?;
    let repeats = (draft.repeats != Some(rule)).then_some(rule);
    let draft = Broadcast { repeats, ..draft };
    write(turn.begin().await?, &draft, Deed::When).await?;
    when(turn, &draft).await
}

async fn confirm(turn: &Turn, draft: &Broadcast) -> Outcome {
    let (words, count) = audience_words(turn, draft).await?;
    let zone = zone_of(turn.app(), draft.municipality).await?;
    Ok(view::confirm_screen(draft, (count.people, &words), zone, turn.texts()))
}

/// Asks whether to send it, naming the number.
pub(super) async fn ask(turn: &Turn, id: Uuid) -> Outcome {
    let draft = find_draft(turn, id).await?;
    says_something(&draft)?;
    turn.finish(Some(&Action::On(id, Deed::Ask).into())).await?;
    confirm(turn, &draft).await
}

/// Sends it, if the number is still the one that was named. Pressed twice, it goes once.
pub(super) async fn go(turn: &Turn, id: Uuid, people: usize) -> Outcome {
    let draft = find_mine(turn, id).await?;
    if draft.state != State::Draft {
        turn.finish(Some(&Action::On(id, Deed::Show).into())).await?;
        return shown(turn, &draft).await;
    }
    says_something(&draft)?;
    let (_, count) = audience_words(turn, &draft).await?;
    if count.people != people || people == 0 {
        turn.finish(Some(&Action::On(id, Deed::Ask).into())).await?;
        let word = text!(turn.texts(), "broadcasts-confirm-changed");
        return Ok(below(&word, confirm(turn, &draft).await?));
    }
    let state = if draft.starts_at.is_some() { State::Scheduled } else { State::Running };
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), draft.unit()).await?;
    let sender = turn.known_person()?.id;
    if store::launch(tx.tx(), (id, sender), (state, count.is_rough)).await? {
        note(turn, tx.tx(), &draft, (AuditDeed::SentToMany, "br1.go")).await?;
    }
    tx.stand_at(&Action::On(id, Deed::Show).into());
    tx.commit().await?;
    reload(turn, id).await
}

/// Shows an announcement as it is after what was done.
pub(super) async fn reload(turn: &Turn, id: Uuid) -> Outcome {
    let found = store::find_broadcast(&turn.app().db, id).await?;
    shown(turn, &found.ok_or_else(out_of_sight)?).await
}

pub(super) async fn pause(turn: &Turn, id: Uuid) -> Outcome {
    let found = find_mine(turn, id).await?;
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), found.unit()).await?;
    let states = (State::Running, State::Paused);
    if store::change_state(tx.tx(), id, states, Some(Pause::Wished)).await? {
        owe_report(tx.tx(), &found, "paused", turn.now()).await?;
        note(turn, tx.tx(), &found, (AuditDeed::HeldSend, "br1.pause")).await?;
    }
    tx.commit().await?;
    reload(turn, id).await
}

/// Lets what has begun go on, in the name of whoever says so. Everybody's letter is written once more: those who have it keep it.
pub(super) async fn resume(turn: &Turn, id: Uuid) -> Outcome {
    let found = find_mine(turn, id).await?;
    if found.is_waiting() {
        return super::upcoming::start(turn, id).await;
    }
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), found.unit()).await?;
    if store::change_state(tx.tx(), id, (State::Paused, State::Running), None).await? {
        store::set_sender(tx.tx(), id, turn.known_person()?.id).await?;
        store::mark_proven(tx.tx(), id).await?;
        store::mark_all_unwritten(tx.tx(), id).await?;
        note(turn, tx.tx(), &found, (AuditDeed::ReleasedSend, "br1.resume")).await?;
    }
    tx.commit().await?;
    reload(turn, id).await
}

/// Breaks it off: nobody is written to any more, and what was said stands.
pub(super) async fn stop(turn: &Turn, id: Uuid) -> Outcome {
    let found = find_mine(turn, id).await?;
    let now = turn.now();
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), found.unit()).await?;
    let is_open = [State::Scheduled, State::Running, State::Paused].contains(&found.state);
    if is_open && store::change_state(tx.tx(), id, (found.state, State::Stopped), None).await? {
        store::mark_ended(tx.tx(), id, State::Stopped, now).await?;
        outbox::end_waiting(tx.tx(), &found.cause(), now).await?;
        if found.taken_at.is_some() {
            owe_report(tx.tx(), &found, "stopped", now).await?;
        }
        note(turn, tx.tx(), &found, (AuditDeed::StoppedSend, "br1.stop")).await?;
    }
    tx.commit().await?;
    reload(turn, id).await
}
