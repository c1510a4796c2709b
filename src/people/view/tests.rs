//! Every screen in both languages: a messenger would show it, it leads somewhere, and its address only shows.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::{
    super::model::{Consent, ConsentText, DateFault, Draft, FullName, NameFault, Person, Purpose, Step},
    *,
};
use crate::{
    content::Content,
    messenger::Screen,
    texts::{Language, Texts},
    units::{Catalogue, Employment, Municipality, School},
};

fn texts(language: Language) -> Texts {
    Texts::load().expect("texts").in_language(language)
}

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_000_000, 0).expect("an instant")
}

fn today() -> NaiveDate {
    now().date_naive()
}

fn person() -> Person {
    Person {
        id: Uuid::nil(),
        family_name: Some("Петрова".into()),
        given_name: Some("Анна".into()),
        patronymic: Some("Сергеевна".into()),
        career_began_year: Some(2015),
        birth_date: NaiveDate::from_ymd_opt(1985, 3, 7),
        language: None,
        time_zone: None,
        quiet_from_minute: 22 * 60,
        quiet_to_minute: 7 * 60,
        registered_at: Some(now()),
        consented: true,
    }
}

fn place(is_main: bool, subjects: &[&str]) -> Employment {
    Employment {
        id: Uuid::nil(),
        municipality_id: Uuid::nil(),
        municipality_title: "Лугоборский муниципальный район".into(),
        time_zone: "Europe/Moscow".into(),
        school_id: Uuid::nil(),
        school_title: "МБОУ «Гимназия <2>»".into(),
        school_short_title: "Гимназия <2>".into(),
        post: "teacher".into(),
        is_main,
        began_at: now(),
        subjects: subjects.iter().map(|subject| (*subject).to_owned()).collect(),
    }
}

fn schools(count: usize) -> Vec<School> {
    let numbers = 1..=count;
    numbers
        .map(|number| School {
            id: Uuid::nil(),
            municipality_id: Uuid::nil(),
            title: format!("МБОУ «Школа № {number}»"),
            short_title: format!("Школа № {number}"),
            low_results: false,
            difficult_conditions: false,
            settlement: "г. Лугобор".into(),
            search_key: format!("школа {number}"),
        })
        .collect()
}

fn draft(step: Step, purpose: Purpose) -> Draft {
    let mut draft = Draft::begin(purpose, false);
    draft.name = FullName::read("Петрова Анна Сергеевна").ok();
    draft.choose_post("teacher");
    draft.step = step;
    draft
}

fn question_screens(texts: &Texts, catalogue: &Catalogue) -> Vec<Screen> {
    let mut screens = Vec::new();
    let municipality = Municipality {
        id: Uuid::nil(),
        title: "Лугоборский муниципальный район".into(),
        short_title: "Лугоборский район".into(),
        service_title: "Служба".into(),
        service_address: String::new(),
        time_zone: "Europe/Moscow".into(),
        search_key: "лугоборский район".into(),
    };
    for purpose in [Purpose::Registration, Purpose::NewPlace] {
        let all = schools(21);
        screens.push(name_step(&draft(Step::Name, purpose), texts));
        screens.push(municipality_step(
            &draft(Step::Municipality, purpose),
            std::slice::from_ref(&municipality),
            texts,
        ));
        for (filter, page) in [("", 0), ("", 1), ("", 99), ("школа 2", 0), ("<b>", 0)] {
            let mut draft = draft(Step::School, purpose);
            draft.narrow(filter);
            draft.page = page;
            screens.push(school_step(&draft, &all, texts));
        }
        screens.push(post_step(&draft(Step::Post, purpose), &all[0], catalogue, texts));
        for page in 0..2 {
            let mut draft = draft(Step::Subjects, purpose);
            draft.page = page;
            screens.push(subjects_step(&draft, catalogue, texts));
            draft.toggle_subject("physics");
            screens.push(subjects_step(&draft, catalogue, texts));
        }
        screens.push(career_year_step(&draft(Step::CareerYear, purpose), today(), texts));
    }
    screens
}

fn profile_screens(texts: &Texts, catalogue: &Catalogue) -> Vec<Screen> {
    let (person, places) = (person(), [place(true, &["physics"]), place(false, &[])]);
    let profile = ProfileView { person: &person, places: &places, catalogue, has_draft: false };
    let settings = SettingsView {
        person: &person,
        roles: &[],
        capabilities: &[],
        zone: chrono_tz::Europe::Moscow,
        now: now(),
    };
    vec![
        profile_screen(&profile, texts),
        name_screen(&person, texts),
        year_screen(&person, 0, today(), texts),
        year_screen(&person, 3, today(), texts),
        year_screen(&person, usize::MAX, today(), texts),
        birth_screen(&person, texts),
        place_screen(&places[0], true, catalogue, texts),
        place_screen(&places[1], false, catalogue, texts),
        leave_screen(&places[0], texts),
        settings_screen(&settings, texts),
        zones_screen(now(), texts),
        quiet_from_screen(texts),
        quiet_to_screen(22, texts),
    ]
}

fn home_screens(texts: &Texts) -> Vec<Screen> {
    let (person, consent) = (person(), ConsentText::shipped());
    let capabilities = [super::super::capability()];
    let given = Consent { version: consent.version().to_owned(), given_at: now() };
    let told = person_sentences(&person, texts);
    let privacy = PrivacyView {
        told: &told,
        consent: Some((&given, chrono_tz::Europe::Moscow)),
        is_registered: true,
        offered: Vec::new(),
    };
    vec![
        welcome_screen(&consent, "Служба", false, texts),
        welcome_screen(&consent, "Служба", true, texts),
        terms_screen(&consent, "Служба", false, texts),
        terms_screen(&consent, "Служба", true, texts),
        later_screen(texts),
        registered_screen(&person, &[], &capabilities, texts),
        menu_screen(&person, &[], &capabilities, texts),
        help_screen(person.standing(), "Служба", texts),
        privacy_screen(PrivacyView::default(), texts),
        privacy_screen(privacy, texts),
    ]
}

#[test]
fn every_screen_can_be_shown_and_leads_on() {
    let catalogue = Catalogue::read(&Content::open(None)).expect("shipped content is valid");
    for language in Language::ALL {
        let texts = texts(language);
        let mut screens = question_screens(&texts, &catalogue);
        screens.extend(profile_screens(&texts, &catalogue));
        screens.extend(home_screens(&texts));
        for screen in screens {
            let words = screen.text.visible();
            assert_eq!(screen.check(), Ok(()), "{words}");
            assert!(!screen.rows.is_empty() && !words.contains("{$"), "{words}");
            let address = screen.address.clone().unwrap_or_else(|| panic!("no address: {words}"));
            assert!(Action::read(address.as_str()).is_some(), "{words}");
        }
    }
}

#[test]
fn words_typed_by_people_stay_words() {
    let catalogue = Catalogue::default();
    let screen = place_screen(&place(true, &[]), true, &catalogue, &texts(Language::Ru));
    assert!(screen.text.visible().contains("Гимназия <2>"));
}

#[test]
fn russian_counts_agree_with_their_nouns() {
    for (count, expected) in [
        (1, "нашёлся 1 вариант."),
        (2, "нашлось 2 варианта."),
        (5, "нашлось 5 вариантов."),
        (21, "нашёлся 21 вариант."),
    ] {
        let mut draft = draft(Step::School, Purpose::NewPlace);
        draft.narrow("школа");
        let words = school_step(&draft, &schools(count), &texts(Language::Ru)).text.visible();
        assert!(words.contains(expected), "{words}");
    }
}

#[test]
fn every_fault_has_its_own_words() {
    let texts = texts(Language::Ru);
    let names = [
        NameFault::TooLong,
        NameFault::OneWord,
        NameFault::NoFamilyName,
        NameFault::Initials,
        NameFault::NotLetters,
    ];
    let dates = [DateFault::Unreadable, DateFault::Future, DateFault::Absurd];
    let mut words: Vec<String> = names.iter().map(|fault| name_word(*fault, &texts).visible()).collect();
    words.extend(dates.iter().map(|fault| date_word(*fault, &texts).visible()));
    let count = words.len();
    words.sort();
    words.dedup();
    assert_eq!(words.len(), count);
}
