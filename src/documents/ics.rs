//! One event as an ICS file, which the calendar of a phone takes in, renews and withdraws by its UID.
//! Not here: what the event is, when it is sent, and files with several events. Written by hand, since one event needs
//! eleven properties; <https://www.rfc-editor.org/rfc/rfc5545>, <https://www.rfc-editor.org/rfc/rfc5546>.

use chrono::{DateTime, Days, NaiveDate, Utc};

/// The most octets of a line, its break apart: RFC 5545, 3.1.
const LINE: usize = 75;

/// What the file asks the calendar to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// To note the event, or to renew it where the sequence is higher than what it has.
    Request,
    /// To take it out.
    Cancel,
}

/// When an event is. Times are written in UTC, which every calendar shows on its own clock and which no list of zones
/// can get wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// From one instant until another.
    Timed(DateTime<Utc>, DateTime<Utc>),
    /// Whole days, the last one included.
    Days(NaiveDate, NaiveDate),
}

/// An event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarEvent {
    /// The same for ever; unlike that of any other event in the world.
    pub uid: String,
    /// Rises with each change.
    pub sequence: u32,
    /// What the calendar shall do.
    pub method: Method,
    /// When the file was made.
    pub made_at: DateTime<Utc>,
    /// When it is.
    pub span: Span,
    /// What it is.
    pub title: String,
    /// What more is to be said; may be empty.
    pub details: String,
    /// Where; may be empty.
    pub place: String,
    /// An address on the network.
    pub link: Option<String>,
    /// Who calls; shown as the organiser.
    pub organiser: String,
    /// The calendar's own alarm, so many minutes before.
    pub alarm_minutes: Option<u32>,
}

/// The event as the bytes of an ICS file.
#[must_use]
pub fn event_ics(event: &CalendarEvent) -> Vec<u8> {
    let (method, status) = match event.method {
        Method::Request => ("REQUEST", "CONFIRMED"),
        Method::Cancel => ("CANCEL", "CANCELLED"),
    };
    let mut file = File::default();
    file.line("BEGIN:VCALENDAR");
    file.line("VERSION:2.0");
    file.line("PRODID:-//Metodist//Metodist//RU");
    file.line("CALSCALE:GREGORIAN");
    file.line(&format!("METHOD:{method}"));
    file.line("BEGIN:VEVENT");
    file.text("UID", &event.uid);
    file.line(&format!("SEQUENCE:{}", event.sequence));
    file.line(&format!("DTSTAMP:{}", instant(event.made_at)));
    for line in when(event.span) {
        file.line(&line);
    }
    file.text("SUMMARY", &event.title);
    file.text("DESCRIPTION", &event.details);
    file.text("LOCATION", &event.place);
    if let Some(link) = &event.link {
        file.line(&format!("URL:{}", one_line(link)));
    }
    // An organiser is an address. Replies go by the bot, so it is one of those that lead nowhere (RFC 2606).
    let name = one_line(&event.organiser).replace('"', "'");
    file.line(&format!("ORGANIZER;CN=\"{name}\":mailto:no-reply@metodist.invalid"));
    file.line(&format!("STATUS:{status}"));
    if let Some(minutes) = event.alarm_minutes.filter(|_| event.method == Method::Request) {
        file.line("BEGIN:VALARM");
        file.line("ACTION:DISPLAY");
        file.text("DESCRIPTION", &event.title);
        file.line(&format!("TRIGGER:-PT{minutes}M"));
        file.line("END:VALARM");
    }
    file.line("END:VEVENT");
    file.line("END:VCALENDAR");
    file.0.into_bytes()
}

fn when(span: Span) -> [String; 2] {
    match span {
        Span::Timed(from, to) => [format!("DTSTART:{}", instant(from)), format!("DTEND:{}", instant(to))],
        Span::Days(from, last) => {
            // The end is the first day that does not belong to it.
            let end = last.checked_add_days(Days::new(1)).unwrap_or(last);
            let (from, end) = (from.format("%Y%m%d"), end.format("%Y%m%d"));
            [format!("DTSTART;VALUE=DATE:{from}"), format!("DTEND;VALUE=DATE:{end}")]
        }
    }
}

fn instant(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

/// Without anything that would end the line.
fn one_line(words: &str) -> String {
    words.chars().filter(|character| !character.is_control()).collect()
}

/// The lines of a file.
#[derive(Default)]
struct File(String);

impl File {
    /// A property whose value are words; none where there are no words.
    fn text(&mut self, name: &str, words: &str) {
        if words.is_empty() {
            return;
        }
        let mut line = format!("{name}:");
        for character in words.chars() {
            match character {
                '\\' | ';' | ',' => {
                    line.push('\\');
                    line.push(character);
                }
                '\n' => line.push_str("\\n"),
                other if other.is_control() => {}
                other => line.push(other),
            }
        }
        self.line(&line);
    }

    /// A line, folded between characters where it is too long.
    fn line(&mut self, line: &str) {
        let mut octets = 0;
        for character in line.chars() {
            if octets + character.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(character);
            octets += character.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use calcard::icalendar::{ICalendar, ICalendarProperty};
    use proptest::prelude::*;

    use super::*;

    fn event() -> CalendarEvent {
        let at = |words: &str| words.parse().expect("an instant");
        CalendarEvent {
            uid: "meeting-1@metodist".to_owned(),
            sequence: 0,
            method: Method::Request,
            made_at: at("2026-11-22T09:00:00Z"),
            span: Span::Timed(at("2026-11-25T12:00:00Z"), at("2026-11-25T13:30:00Z")),
            title: "Заседание №\u{a0}2; план, отчёт".to_owned(),
            details: "Повестка:\n1. Итоги ВПР\n2. C:\\план".to_owned(),
            place: "Школа №\u{a0}1, каб. 12".to_owned(),
            link: Some("https://example.ru/a?b=1".to_owned()),
            organiser: "РМО «Математика»".to_owned(),
            alarm_minutes: Some(60),
        }
    }

    /// The words of a property, read by a parser that is not ours.
    fn read(bytes: &[u8], property: &ICalendarProperty) -> Option<String> {
        let words = std::str::from_utf8(bytes).expect("UTF-8");
        let calendar = ICalendar::parse(words).expect("a calendar");
        let event = calendar.components.iter().find(|part| part.component_type.is_event()).expect("an event");
        event.property(property)?.values.first()?.as_text().map(str::to_owned)
    }

    fn is_well_formed(bytes: &[u8]) -> bool {
        let words = std::str::from_utf8(bytes).expect("UTF-8");
        let lines: Vec<&str> = words.split("\r\n").collect();
        lines.iter().all(|line| line.len() <= LINE && !line.contains(['\r', '\n'])) && words.ends_with("\r\n")
    }

    #[test]
    fn another_program_reads_what_was_meant() {
        let event = event();
        let bytes = event_ics(&event);
        assert!(is_well_formed(&bytes));
        assert_eq!(read(&bytes, &ICalendarProperty::Uid).as_deref(), Some("meeting-1@metodist"));
        assert_eq!(read(&bytes, &ICalendarProperty::Summary).as_ref(), Some(&event.title));
        assert_eq!(read(&bytes, &ICalendarProperty::Description).as_ref(), Some(&event.details));
        assert_eq!(read(&bytes, &ICalendarProperty::Location).as_ref(), Some(&event.place));
        let words = String::from_utf8(bytes).expect("UTF-8");
        for line in ["METHOD:REQUEST", "DTSTART:20261125T120000Z", "DTEND:20261125T133000Z", "TRIGGER:-PT60M"]
        {
            assert!(words.contains(&format!("\r\n{line}\r\n")), "{line} in {words}");
        }
    }

    #[test]
    fn whole_days_end_before_the_next_one_and_a_withdrawal_has_no_alarm() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).expect("a day");
        let span = Span::Days(day(23), day(27));
        let words = event_ics(&CalendarEvent { span, method: Method::Cancel, sequence: 3, ..event() });
        let words = String::from_utf8(words).expect("UTF-8");
        for line in
            ["DTSTART;VALUE=DATE:20261123", "DTEND;VALUE=DATE:20261128", "METHOD:CANCEL", "SEQUENCE:3"]
        {
            assert!(words.contains(&format!("\r\n{line}\r\n")), "{line} in {words}");
        }
        assert!(words.contains("STATUS:CANCELLED") && !words.contains("VALARM"));
    }

    proptest! {
        #[test]
        fn whatever_stands_in_it_lines_are_short_and_words_come_back(title in "[ -~а-яё«»№😀\n\r\t\"]{1,200}") {
            let event = CalendarEvent { title: title.clone(), organiser: title.clone(), ..event() };
            let bytes = event_ics(&event);
            prop_assert!(is_well_formed(&bytes));
            let kept: String = title.chars().filter(|each| *each == '\n' || !each.is_control()).collect();
            let read = read(&bytes, &ICalendarProperty::Summary).unwrap_or_default();
            prop_assert_eq!(read.trim(), kept.trim());
        }
    }
}
