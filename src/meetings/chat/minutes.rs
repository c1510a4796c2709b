//! Taking the minutes down: the agenda is walked part by part, and what was decided is remembered by the bot.
//! Not here: the paper.

use uuid::Uuid;

use super::{authorise, day::by_name, out_of_sight, running::find_called, timing};
use crate::{
    audit::{self, Deed as AuditDeed, NewEntry},
    capability::Outcome,
    errors::Refusal,
    meetings::{
        jobs::owe_tasks,
        model::{Meeting, Minutes, MinutesPart, read_decisions, read_votes},
        store,
        view::{self, Action, Deed, MinutesView, PresentView},
    },
    turn::Turn,
};

/// The most characters of a part.
const MOST_WORDS: usize = 3_000;

/// A meeting that has begun, with its minutes so far.
pub(super) async fn find_begun(turn: &Turn, id: Uuid) -> anyhow::Result<(Meeting, Minutes)> {
    let meeting = find_called(turn, id).await?;
    if meeting.is_ahead(turn.now()) || meeting.starts_at.is_none() {
        return Err(Refusal::because("meetings-minutes-early"));
    }
    let minutes = store::find_minutes(&turn.app().db, id).await?.unwrap_or_default();
    Ok((meeting, minutes))
}

pub(super) fn seen<'a>(turn: &'a Turn, (meeting, minutes): (&'a Meeting, &'a Minutes)) -> MinutesView<'a> {
    MinutesView { meeting, kinds: &turn.app().meeting_kinds, minutes }
}

pub(super) async fn show(turn: &Turn, id: Uuid) -> Outcome {
    let (meeting, minutes) = find_begun(turn, id).await?;
    turn.finish(Some(&Action::On(id, Deed::Minutes).into())).await?;
    Ok(view::minutes_screen(&seen(turn, (&meeting, &minutes)), turn.texts()))
}

pub(super) async fn ask_part(turn: &Turn, id: Uuid, at: (usize, MinutesPart)) -> Outcome {
    let (meeting, minutes) = find_begun(turn, id).await?;
    is_there(&meeting, at)?;
    turn.finish(Some(&Action::Part(id, at.0, at.1).into())).await?;
    Ok(view::part_screen(&seen(turn, (&meeting, &minutes)), at, turn.texts()))
}

/// Whether the agenda has this point.
fn is_there(meeting: &Meeting, (point, part): (usize, MinutesPart)) -> anyhow::Result<()> {
    let is_head = matches!(part, MinutesPart::Chair | MinutesPart::Secretary | MinutesPart::Guests);
    if is_head || point < meeting.programme.agenda.len() { Ok(()) } else { Err(out_of_sight()) }
}

/// Takes a part down and asks for the next.
pub(super) async fn receive_part(turn: &Turn, id: Uuid, (point, part): (usize, MinutesPart)) -> Outcome {
    let (meeting, _) = find_begun(turn, id).await?;
    is_there(&meeting, (point, part))?;
    let words = turn.words().unwrap_or_default().trim();
    let count = words.chars().count();
    if count > MOST_WORDS {
        let args = vec![("most", MOST_WORDS.into()), ("count", count.into())];
        return Err(Refusal { key: "meetings-minutes-too-long", args }.into());
    }
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), meeting.unit).await?;
    store::lock_meeting(tx.tx(), id).await?;
    let mut minutes = store::minutes_within(tx.tx(), id).await?.unwrap_or_default();
    write(turn, (&meeting, &mut minutes), (point, part), words)?;
    store::save_minutes(tx.tx(), id, &minutes).await?;
    if part == MinutesPart::Decided {
        owe_tasks(turn.app(), tx.tx(), (&meeting, &minutes), point).await?;
    }
    let next = part.next(point, meeting.programme.agenda.len());
    let at = match next {
        Some((point, part)) => Action::Part(id, point, part),
        None => Action::On(id, Deed::Minutes),
    };
    tx.expect_nothing();
    tx.stand_at(&at.into());
    tx.commit().await?;
    let view = seen(turn, (&meeting, &minutes));
    Ok(match next {
        Some(at) => view::part_screen(&view, at, turn.texts()),
        None => view::minutes_screen(&view, turn.texts()),
    })
}

/// Puts typed words where they belong.
fn write(
    turn: &Turn,
    (meeting, minutes): (&Meeting, &mut Minutes),
    (point, part): (usize, MinutesPart),
    words: &str,
) -> anyhow::Result<()> {
    let said = words.to_owned();
    match part {
        MinutesPart::Chair => minutes.chair = said,
        MinutesPart::Secretary => minutes.secretary = said,
        MinutesPart::Guests => minutes.guests = said,
        MinutesPart::Heard => minutes.point(point).heard = said,
        MinutesPart::Spoke => minutes.point(point).spoke = said,
        MinutesPart::Decided => {
            minutes.point(point).decisions =
                read_decisions(words, |day| timing::read_day(turn, meeting, day));
        }
        MinutesPart::Votes => {
            let votes = read_votes(words).ok_or_else(|| Refusal::because("meetings-minutes-votes-fault"))?;
            minutes.point(point).votes = Some(votes);
        }
    }
    Ok(())
}

/// Hands the minutes out as a paper; whoever takes it stands in the audit.
pub(super) async fn hand_out(turn: &Turn, id: Uuid) -> Outcome {
    let (meeting, minutes) = find_begun(turn, id).await?;
    turn.take_heavy()?;
    let db = &turn.app().db;
    let people = by_name(store::list_participants(db, id).await?);
    let visitors: Vec<String> =
        store::list_visitors(db, id).await?.into_iter().map(|(_, name)| name).collect();
    let municipality = meeting.unit.municipality();
    let screen = turn
        .put_together(move |turn| {
            let present = PresentView { people: &people, visitors: &visitors };
            let (app, texts) = (turn.app(), turn.texts());
            let texts = (texts, &app.texts.in_language(app.settings.language));
            view::minutes_paper_screen(
                &seen(turn, (&meeting, &minutes)),
                &present,
                &app.meeting_papers.minutes,
                texts,
            )
        })
        .await?;
    let actor = turn.known_person()?.id;
    let (subject, deed, source) = (actor, AuditDeed::TookPeople, "meetings.minutes");
    let entry = NewEntry { actor, subject, deed, role: None, municipality, source };
    let mut tx = turn.begin().await?;
    audit::add_entry(tx.tx(), &entry, turn.now()).await?;
    tx.stand_at(&Action::On(id, Deed::Minutes).into());
    tx.commit().await?;
    Ok(screen)
}
