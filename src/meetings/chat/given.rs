//! Giving papers: certificates to those who were there, extracts to whoever a decision concerns; and finding one's own.
//! Not here: making them, and the letters.

use uuid::Uuid;

use super::{
    authorise,
    looking::find_seen,
    marks::find_marked,
    minutes::{find_begun, seen},
    out_of_sight,
};
use crate::{
    capability::{self, Outcome},
    label,
    meetings::{
        jobs::{certificate_of, owe_extracts},
        model::PartTaken,
        store,
        view::{self, After, AttendedLine, Deed},
    },
    people::below,
    text,
    turn::Turn,
};

/// Meetings in the list of somebody.
const SHOWN: i64 = 40;

pub(super) async fn show_certificates(turn: &Turn, id: Uuid) -> Outcome {
    let marked = find_marked(turn, id).await?;
    turn.finish(Some(&After::Certificates(id).into())).await?;
    Ok(view::certificates_screen(&marked.view(turn), turn.texts()))
}

/// Gives certificates to all who were there, or to those who took part as this. The letters are written in batches by the
/// work that looks after meetings; whoever has one gets no other.
pub(super) async fn certify(turn: &Turn, id: Uuid, part: Option<PartTaken>) -> Outcome {
    let marked = find_marked(turn, id).await?;
    let meant = marked.there.iter().filter(|one| one.certified_at.is_none());
    let meant = meant.filter(|one| part.is_none_or(|part| marked.part(one) == part));
    let people: Vec<Uuid> = meant.map(|one| one.person).collect();
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), marked.meeting.unit).await?;
    store::certify(tx.tx(), (id, &people), turn.now()).await?;
    tx.stand_at(&After::Certificates(id).into());
    tx.commit().await?;
    let marked = find_marked(turn, id).await?;
    let toast = label!(turn.texts(), "meetings-certificates-toast", count = people.len());
    Ok(view::certificates_screen(&marked.view(turn), turn.texts()).toast(toast))
}

/// Sends extracts to everybody whom a decision concerns, and says whom that is. Who has had this extract gets it once.
pub(super) async fn send_extracts(turn: &Turn, id: Uuid) -> Outcome {
    let (meeting, minutes) = find_begun(turn, id).await?;
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), meeting.unit).await?;
    let sent = owe_extracts(turn.app(), tx.tx(), (&meeting, &minutes)).await?;
    tx.stand_at(&super::Action::On(id, Deed::Minutes).into());
    tx.commit().await?;
    turn.app().bell.ring();
    let texts = turn.texts();
    let (names, strangers) = (sent.names.join(", "), sent.strangers.join(", "));
    let mut word = text!(texts, "meetings-extracts-sent", count = sent.names.len(), names = names);
    if !sent.strangers.is_empty() {
        word = word.line(&text!(texts, "meetings-extracts-strangers", names = strangers));
    }
    Ok(below(&word, view::minutes_screen(&seen(turn, (&meeting, &minutes)), texts)))
}

/// Where whoever speaks was.
pub(super) async fn show_attended(turn: &Turn) -> Outcome {
    let (app, person, texts) = (turn.app(), turn.known_person()?, turn.texts());
    turn.finish(Some(&After::Attended.into())).await?;
    let name = person.name().map(|name| name.in_full()).unwrap_or_default();
    let attended = store::list_attended(&app.db, person.id, SHOWN).await?;
    let kinds = &app.meeting_kinds;
    let line = |one: &crate::meetings::model::Attended| AttendedLine {
        meeting: one.meeting,
        words: view::attended_words(one, (&name, kinds), texts),
        is_certified: one.is_certified,
    };
    let lines: Vec<AttendedLine> = attended.iter().map(line).collect();
    let gates = (turn.standing(), turn.roles());
    let back = capability::command_button(&app.capabilities, "portfolio", gates, texts);
    let back = back.unwrap_or_else(|| crate::people::menu_button(texts));
    Ok(view::attended_screen(&lines, back, texts))
}

/// Hands whoever speaks their own certificate out once more.
pub(super) async fn hand_out_certificate(turn: &Turn, id: Uuid) -> Outcome {
    let (meeting, invited) = find_seen(turn, id).await?;
    invited.filter(|invited| invited.certified_at.is_some()).ok_or_else(out_of_sight)?;
    turn.take_heavy()?;
    let person = turn.known_person()?.id;
    let file = certificate_of(turn.app(), &meeting, person).await?.ok_or_else(out_of_sight)?;
    turn.finish(Some(&super::Action::Read(id).into())).await?;
    let card = crate::meetings::jobs::card_of(turn.app(), &meeting, (person, invited), turn.texts()).await?;
    Ok(view::own_card(&card, turn.texts()).with(file))
}
