//! Language, time zone and quiet hours.
//! Not here: what they change elsewhere.

use chrono::{DateTime, Offset, Utc};
use chrono_tz::Tz;

use super::{
    super::model::{Person, Standing},
    Action,
    home::menu_button,
};
use crate::{
    capability::{Capability, OfferPlace, offers},
    label,
    messenger::{Button, Screen},
    text,
    texts::{Language, Texts},
    units::RoleAt,
};

/// One zone for each time that clocks in Russia show, from west to east; the city names it.
pub const ZONES: [Tz; 11] = [
    Tz::Europe__Kaliningrad,
    Tz::Europe__Moscow,
    Tz::Europe__Samara,
    Tz::Asia__Yekaterinburg,
    Tz::Asia__Omsk,
    Tz::Asia__Krasnoyarsk,
    Tz::Asia__Irkutsk,
    Tz::Asia__Yakutsk,
    Tz::Asia__Vladivostok,
    Tz::Asia__Magadan,
    Tz::Asia__Kamchatka,
];

/// Everything the settings show.
pub struct SettingsView<'a> {
    /// Whose they are.
    pub person: &'a Person,
    /// What they answer for.
    pub roles: &'a [RoleAt],
    /// What others hang here.
    pub capabilities: &'a [Capability],
    /// The zone that applies.
    pub zone: Tz,
    /// Now.
    pub now: DateTime<Utc>,
}

/// The settings.
#[must_use]
pub fn settings_screen(settings: &SettingsView<'_>, texts: &Texts) -> Screen {
    let quiet = settings.person.quiet_minutes();
    let (from, to) = quiet.unwrap_or_default();
    let text = text!(
        texts,
        "people-settings-text",
        city = city_name(settings.zone, texts),
        time = local_time(settings.zone, settings.now),
        quiet = if quiet.is_some() { "yes" } else { "no" },
        from = hour(from / 60),
        to = hour(to / 60),
    );
    let other = match texts.language() {
        Language::Ru => Button::new("English", Action::Language(Language::En)),
        Language::En => Button::new("Русский", Action::Language(Language::Ru)),
    };
    Screen::of(text)
        .column(offers(
            OfferPlace::Settings,
            (Standing::Registered, settings.roles),
            settings.capabilities,
            texts,
        ))
        .row(vec![other])
        .row(vec![Button::new(label!(texts, "people-settings-zone"), Action::Zones)])
        .row(vec![Button::new(label!(texts, "people-settings-quiet"), Action::QuietFrom)])
        .row(vec![menu_button(texts)])
        .at(Action::Settings)
}

/// The zones to choose from, each with its present time.
#[must_use]
pub fn zones_screen(now: DateTime<Utc>, texts: &Texts) -> Screen {
    let buttons = ZONES.iter().map(|zone| {
        let label = label!(
            texts,
            "people-zones-city",
            city = city_name(*zone, texts),
            time = now.with_timezone(zone).format("%H:%M").to_string()
        );
        Button::new(label, Action::Zone(city(*zone).to_owned()))
    });
    Screen::of(text!(texts, "people-zones-question"))
        .column(buttons)
        .row(vec![Button::new(label!(texts, "people-zones-home"), Action::HomeZone)])
        .row(back_to_settings(texts))
        .at(Action::Zones)
}

/// Asks when quiet begins.
#[must_use]
pub fn quiet_from_screen(texts: &Texts) -> Screen {
    let screen =
        hours(Screen::of(text!(texts, "people-quiet-from")), &[19, 20, 21, 22, 23, 0], Action::QuietTo);
    screen
        .row(vec![Button::new(label!(texts, "people-quiet-none"), Action::NoQuiet)])
        .row(back_to_settings(texts))
        .at(Action::QuietFrom)
}

/// Asks when the quiet that begins at this hour ends.
#[must_use]
pub fn quiet_to_screen(from: usize, texts: &Texts) -> Screen {
    let question = text!(texts, "people-quiet-to", from = hour(i64::try_from(from).unwrap_or_default()));
    let mut screen = Screen::of(question);
    for row in [[5, 6, 7], [8, 9, 10]] {
        let buttons = row
            .into_iter()
            .map(|to| Button::new(hour(i64::try_from(to).unwrap_or_default()), Action::Quiet(from, to)));
        screen = screen.row(buttons.collect());
    }
    screen.row(back_to_settings(texts)).at(Action::QuietTo(from))
}

fn hours(mut screen: Screen, offered: &[usize], choose: fn(usize) -> Action) -> Screen {
    for row in offered.chunks(3) {
        let buttons =
            row.iter().map(|at| Button::new(hour(i64::try_from(*at).unwrap_or_default()), choose(*at)));
        screen = screen.row(buttons.collect());
    }
    screen
}

fn back_to_settings(texts: &Texts) -> Vec<Button> {
    vec![Button::new(label!(texts, "people-settings-back"), Action::Settings), menu_button(texts)]
}

/// The city in a zone's IANA name.
fn city(zone: Tz) -> &'static str {
    zone.name().rsplit('/').next().unwrap_or_default()
}

/// The cities that a zone is known by; the IANA name where nobody gave it another.
fn city_name(zone: Tz, texts: &Texts) -> String {
    label!(texts, "people-settings-city", city = city(zone), zone = zone.name())
}

fn hour(hour: i64) -> String {
    format!("{hour:02}:00")
}

/// The time that clocks in a zone show now, with the distance to UTC.
fn local_time(zone: Tz, now: DateTime<Utc>) -> String {
    let local = now.with_timezone(&zone);
    let hours = local.offset().fix().local_minus_utc() / 3_600;
    format!("{} (UTC{hours:+})", local.format("%H:%M"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_of_every_zone_is_another() {
        let now = DateTime::from_timestamp(1_795_000_000, 0).expect("an instant");
        let mut times: Vec<_> = ZONES.iter().map(|zone| local_time(*zone, now)).collect();
        times.dedup();
        assert_eq!(times.len(), ZONES.len());
        assert!(times[1].ends_with("(UTC+3)"), "{times:?}");
    }

    #[test]
    fn every_city_has_a_name() {
        let texts = Texts::load().expect("texts");
        let mut names: Vec<_> = ZONES.iter().map(|zone| city_name(*zone, &texts)).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), ZONES.len());
    }
}
