//! What leaves the house: the calendar file, and who comes as a table.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::{
    to_meeting,
    words::{kind_words, name_words},
};
use crate::{
    documents::{CalendarEvent, Cell, Method, Sheet, Span, event_ics, sheets_xlsx},
    label,
    meetings::model::{Meeting, MeetingKinds, MeetingState, Participant},
    messenger::{Attachment, Markup, Screen},
    text,
    texts::Texts,
};

/// The calendar's own alarm, so many minutes before.
const ALARM_MINUTES: u32 = 60;

/// A meeting as the file that a phone's calendar takes; of one that was called off, the file that takes it out.
#[must_use]
pub fn ics_attachment(
    meeting: &Meeting,
    kinds: &MeetingKinds,
    (now, texts): (DateTime<Utc>, &Texts),
) -> Attachment {
    let programme = &meeting.programme;
    let is_cancelled = meeting.state == MeetingState::Cancelled;
    let days = programme.when.filter(|when| when.begins.is_none());
    let timed = || Span::Timed(meeting.starts_at.unwrap_or(now), meeting.ends_at.unwrap_or(now));
    let agenda = programme.agenda.iter().enumerate().map(|(number, item)| {
        let speaker = if item.speaker.is_empty() { String::new() } else { format!(" — {}", item.speaker) };
        format!("{}. {}{speaker}", number + 1, item.topic)
    });
    let details: Vec<String> = std::iter::once(kind_words(programme, kinds, texts)).chain(agenda).collect();
    let event = CalendarEvent {
        uid: format!("{}@metodist", meeting.id),
        sequence: u32::try_from(meeting.version).unwrap_or_default(),
        method: if is_cancelled { Method::Cancel } else { Method::Request },
        made_at: now,
        span: days.map_or_else(timed, |when| Span::Days(when.from, when.to)),
        title: name_words(programme, kinds, texts),
        details: details.join("\n"),
        place: programme.place.clone(),
        link: programme.link.clone(),
        organiser: meeting.host.clone(),
        alarm_minutes: Some(ALARM_MINUTES),
    };
    let cancelled = if is_cancelled { "yes" } else { "no" };
    Attachment::File {
        name: label!(texts, "meetings-file-name"),
        bytes: event_ics(&event).into(),
        caption: text!(texts, "meetings-file-caption", cancelled = cancelled),
    }
}

/// Everybody who was called, as a table; on a second sheet the meeting, and with what people come.
pub fn table_screen(
    meeting: &Meeting,
    (participants, visitors): (&[Participant], &[String]),
    (kinds, zone, about): (&MeetingKinds, Tz, Sheet),
    texts: &Texts,
) -> anyhow::Result<Screen> {
    let columns = ["name", "school", "reply", "reason", "attended", "part", "award", "counted"];
    let kind = kinds.of(&meeting.programme.kind);
    let moment = |at: DateTime<Utc>| at.with_timezone(&zone).format("%d.%m.%Y %H:%M").to_string();
    let row = |one: &Participant| {
        let reply = label!(texts, "meetings-table-reply", reply = one.reply.as_str());
        let attended = one.attended_at.map(moment).unwrap_or_default();
        let is_there = one.attended_at.is_some();
        let part = kinds.marks().words(one.part_taken(meeting, &kind));
        let award = if kind.is_contest { kinds.marks().award(one.award.as_deref()) } else { "" };
        let counted =
            if is_there && part.is_counted { label!(texts, "meetings-table-yes") } else { String::new() };
        let of_day = [part.title, award.to_owned()].map(|words| if is_there { words } else { String::new() });
        let cells = [one.name.clone(), one.school.clone(), reply, one.reason.clone(), attended];
        cells.into_iter().chain(of_day).chain([counted]).map(Cell::from).collect()
    };
    let visitor = |name: &String| {
        let visitor = label!(texts, "meetings-table-visitor");
        let mut cells = vec![String::new(); columns.len()];
        cells[0].clone_from(name);
        cells[2] = visitor;
        cells.into_iter().map(Cell::from).collect()
    };
    let sheet = Sheet {
        name: label!(texts, "meetings-table-sheet"),
        headings: columns
            .iter()
            .map(|column| label!(texts, "meetings-table-column", column = *column))
            .collect(),
        rows: participants.iter().map(row).chain(visitors.iter().map(visitor)).collect(),
    };
    let file = Attachment::File {
        name: label!(texts, "meetings-table-file"),
        bytes: sheets_xlsx(&[sheet, about])?.into(),
        caption: Markup::default(),
    };
    Ok(Screen::of(text!(texts, "meetings-table-text"))
        .with(file)
        .row(vec![to_meeting(meeting, texts)])
        .at(super::Action::On(meeting.id, super::Deed::Show)))
}
