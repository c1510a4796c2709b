//! After it was sent: who has it, who has read it, reminding, sending again, correcting, taking back.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::{authorise, composing::shown, find_mine, note, out_of_sight, sending::reload};
use crate::{
    audiences::{LEAST, rough},
    audit::{self, Deed as AuditDeed, NewEntry},
    broadcasts::{
        jobs::{states_of, tally_of, zone_of},
        model::{Broadcast, MOST_CHARACTERS, State},
        store,
        view::{self, Action, Deed, PaperView},
    },
    capability::Outcome,
    errors::Refusal,
    label, outbox,
    turn::Turn,
    units,
};

/// Answers that are shown.
const SHOWN: i64 = 15;

/// An announcement that was sent and is not taken back, with the people who may be named.
async fn find_sent(turn: &Turn, id: Uuid) -> anyhow::Result<Broadcast> {
    let found = find_mine(turn, id).await?;
    if found.taken_at.is_some() { Ok(found) } else { Err(out_of_sight()) }
}

/// The same, if its people may be named.
async fn find_named(turn: &Turn, id: Uuid) -> anyhow::Result<Broadcast> {
    let found = find_sent(turn, id).await?;
    if found.is_rough { Err(Refusal::because("broadcasts-numbers-only")) } else { Ok(found) }
}

async fn paper<'a>(
    turn: &Turn,
    broadcast: &'a Broadcast,
    recipients: &'a [crate::broadcasts::model::Recipient],
) -> anyhow::Result<PaperView<'a>> {
    let app = turn.app();
    let all = units::list_municipalities(&app.db).await?;
    let place = all.into_iter().find(|place| Some(place.id) == broadcast.municipality);
    Ok(PaperView {
        broadcast,
        recipients,
        states: states_of(app, broadcast).await?,
        service: place.map(|place| place.service_title).unwrap_or_default(),
        zone: zone_of(app, broadcast.municipality).await?,
    })
}

/// Hands out the deliveries or the register; whoever takes them stands in the audit.
pub(super) async fn hand_out(turn: &Turn, id: Uuid, deed: Deed) -> Outcome {
    let found = find_named(turn, id).await?;
    turn.take_heavy()?;
    let recipients = store::list_recipients(&turn.app().db, id).await?;
    let paper = paper(turn, &found, &recipients).await?;
    let screen = match deed {
        Deed::Register => view::register_screen(&paper, turn.texts())?,
        Deed::RegisterTable => view::register_table_screen(&paper, turn.texts())?,
        _ => view::deliveries_screen(&paper, turn.texts())?,
    };
    let actor = turn.known_person()?.id;
    let entry = NewEntry {
        actor,
        subject: actor,
        deed: AuditDeed::TookPeople,
        role: None,
        municipality: found.municipality,
        source: "broadcasts.table",
    };
    let mut tx = turn.begin().await?;
    audit::add_entry(tx.tx(), &entry, turn.now()).await?;
    tx.stand_at(&Action::On(id, Deed::Show).into());
    tx.commit().await?;
    Ok(screen)
}

pub(super) async fn show_organisations(turn: &Turn, id: Uuid) -> Outcome {
    let found = find_named(turn, id).await?;
    turn.finish(Some(&Action::On(id, Deed::Organisations).into())).await?;
    let states = states_of(turn.app(), &found).await?;
    let mut lines: BTreeMap<String, (usize, usize, usize)> = BTreeMap::new();
    for recipient in store::list_recipients(&turn.app().db, id).await? {
        let is_delivered = states.get(&recipient.person_id).is_some_and(|(state, _)| state == "delivered");
        let (people, delivered, acknowledged) =
            lines.entry(recipient.school.unwrap_or_else(|| "—".to_owned())).or_default();
        *people += 1;
        *delivered += usize::from(is_delivered);
        *acknowledged += usize::from(recipient.acknowledged_at.is_some());
    }
    let lines: Vec<_> = lines
        .into_iter()
        .map(|(title, (people, delivered, acknowledged))| (title, people, delivered, acknowledged))
        .collect();
    Ok(view::organisations_screen(&found, &lines, turn.texts()))
}

/// Those for whom it failed, those who are silent, or those who have it.
async fn concerned(turn: &Turn, found: &Broadcast, deed: Deed) -> anyhow::Result<Vec<Uuid>> {
    let states = states_of(turn.app(), found).await?;
    let deliveries = store::list_deliveries(&turn.app().db, found.id).await?;
    let is_meant = |delivery: &&crate::broadcasts::model::Delivery| {
        let state = states.get(&delivery.person_id).map_or("", |(state, _)| state.as_str());
        match deed {
            Deed::AskAgain => ["refused", "stale", "unsure"].contains(&state),
            Deed::AskRemind => state == "delivered" && delivery.acknowledged_at.is_none(),
            _ => state == "delivered",
        }
    };
    let people: Vec<Uuid> = deliveries.iter().filter(is_meant).map(|delivery| delivery.person_id).collect();
    // Of people who must not be told apart fewer than ten are nobody.
    let too_few = found.is_rough && people.len() < LEAST && deed != Deed::AskRecall;
    Ok(if too_few { Vec::new() } else { people })
}

/// Asks before something is done to many.
pub(super) async fn ask(turn: &Turn, id: Uuid, deed: Deed) -> Outcome {
    let found = find_sent(turn, id).await?;
    turn.finish(Some(&Action::On(id, deed).into())).await?;
    let people = concerned(turn, &found, deed).await?.len();
    let people = if found.is_rough { rough(people).max(usize::from(people > 0)) } else { people };
    let (what, then, count) = match deed {
        Deed::AskAgain => ("again", Deed::Again, people),
        Deed::AskRemind => ("remind", Deed::Remind, people),
        // What was not said yet is taken back too.
        _ => ("recall", Deed::Recall, people.max(1)),
    };
    Ok(view::ask_screen(&found, (what, count), (deed, then), turn.texts()))
}

/// Another letter to those for whom it failed.
pub(super) async fn send_again(turn: &Turn, id: Uuid) -> Outcome {
    let found = find_sent(turn, id).await?;
    let people = concerned(turn, &found, Deed::AskAgain).await?;
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), found.unit()).await?;
    let is_first =
        !people.is_empty() && store::change_state(tx.tx(), id, (State::Done, State::Running), None).await?;
    if is_first {
        store::set_sender(tx.tx(), id, turn.known_person()?.id).await?;
        store::mark_proven(tx.tx(), id).await?;
        store::begin_again(tx.tx(), id, &people).await?;
        note(turn, tx.tx(), &found, (AuditDeed::SentToMany, "br1.resend")).await?;
    }
    tx.stand_at(&Action::On(id, Deed::Show).into());
    tx.commit().await?;
    reload(turn, id).await
}

/// Has those reminded who have it and have not acknowledged it; pressed twice, once.
pub(super) async fn remind(turn: &Turn, id: Uuid) -> Outcome {
    let found = find_sent(turn, id).await?;
    let people = concerned(turn, &found, Deed::AskRemind).await?.len();
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), found.unit()).await?;
    if found.asks_to_acknowledge()
        && found.state != State::Recalled
        && people > 0
        && store::mark_reminded(tx.tx(), id, found.reminders).await?
    {
        note(turn, tx.tx(), &found, (AuditDeed::SentToMany, "br1.remind")).await?;
    }
    tx.stand_at(&Action::On(id, Deed::Show).into());
    tx.commit().await?;
    let count = if found.is_rough { rough(people) } else { people };
    let toast = label!(turn.texts(), "broadcasts-remind-toast", count = count);
    Ok(reload(turn, id).await?.toast(toast))
}

pub(super) async fn ask_words(turn: &Turn, id: Uuid) -> Outcome {
    let found = find_sent(turn, id).await?;
    if found.state == State::Recalled {
        return Err(Refusal::because("broadcasts-recalled-already"));
    }
    turn.finish(Some(&Action::On(id, Deed::Correct).into())).await?;
    Ok(view::correct_screen(&found, turn.texts()))
}

/// Keeps the other words until they are confirmed.
pub(super) async fn receive_correction(turn: &Turn, id: Uuid) -> Outcome {
    let found = find_sent(turn, id).await?;
    let words = &turn.incoming().formatted;
    let count = words.visible().chars().count();
    if words.is_empty() || count > MOST_CHARACTERS {
        let args = vec![("most", MOST_CHARACTERS.into()), ("count", count.into())];
        return Err(Refusal { key: "broadcasts-words-too-long", args }.into());
    }
    let mut tx = turn.begin().await?;
    store::set_new_words(tx.tx(), id, Some(words.as_str())).await?;
    tx.stand_at(&Action::On(id, Deed::Correct).into());
    tx.commit().await?;
    let delivered = tally_of(turn.app(), &found).await?.delivered;
    let delivered = if found.is_rough { rough(delivered) } else { delivered };
    let found = Broadcast { new_words: Some(words.as_str().to_owned()), ..found };
    Ok(view::mend_screen(&found, delivered, turn.texts()))
}

/// Puts the other words in the place of the old ones, wherever they stand.
pub(super) async fn mend(turn: &Turn, id: Uuid) -> Outcome {
    let found = find_sent(turn, id).await?;
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), found.unit()).await?;
    if store::begin_correcting(tx.tx(), id).await? {
        note(turn, tx.tx(), &found, (AuditDeed::CorrectedSend, "br1.mend")).await?;
    }
    tx.stand_at(&Action::On(id, Deed::Show).into());
    tx.commit().await?;
    reload(turn, id).await
}

/// Takes it back, wherever it stands; nobody gets it any more.
pub(super) async fn recall(turn: &Turn, id: Uuid) -> Outcome {
    let found = find_sent(turn, id).await?;
    let now = turn.now();
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), found.unit()).await?;
    if store::begin_recall(tx.tx(), id, now).await? {
        outbox::end_waiting(tx.tx(), &found.reminder_cause(), now).await?;
        note(turn, tx.tx(), &found, (AuditDeed::RecalledSend, "br1.withdraw")).await?;
    }
    tx.stand_at(&Action::On(id, Deed::Show).into());
    tx.commit().await?;
    reload(turn, id).await
}

pub(super) async fn show_answers(turn: &Turn, id: Uuid) -> Outcome {
    let found = find_sent(turn, id).await?;
    turn.finish(Some(&Action::On(id, Deed::Answers).into())).await?;
    let answers = store::list_answers(&turn.app().db, id, SHOWN).await?;
    let zone = zone_of(turn.app(), found.municipality).await?;
    if answers.is_empty() {
        return shown(turn, &found).await;
    }
    Ok(view::answers_screen(&found, &answers, zone, turn.texts()))
}
