//! A municipality and its organisations, as a content file describes them.
//! Not here: the database they are published into.

use std::collections::BTreeSet;

use serde::Deserialize;
use toml::Spanned;

use super::{
    SchoolKind,
    calendar::{days_off, read_national_holidays},
    catalogue::check_ids,
    search::search_key,
};
use crate::{
    content::{Content, ContentFile},
    messenger::MessengerKind,
};

/// A municipality with its organisations, checked.
#[derive(Debug)]
pub struct District {
    /// Stays the same when names change.
    pub slug: String,
    /// Full name.
    pub title: String,
    /// Name on a button.
    pub short_title: String,
    /// The service that is the operator of personal data.
    pub service_title: String,
    /// Where that service sits; empty where the file does not say.
    pub service_address: String,
    /// IANA zone.
    pub time_zone: String,
    /// Days off besides Sundays, each once: `MM-DD` of every year, `YYYY-MM-DD` of one.
    pub days_off: Vec<String>,
    /// Messengers on which nothing personal may be written.
    pub neutral_messengers: Vec<MessengerKind>,
    /// Whether newcomers are to be confirmed by somebody there.
    pub confirms_newcomers: bool,
    /// Teachers for one methodologist of the pool, at least and at most.
    pub teachers_per_methodologist: (i64, i64),
    /// What a learning route needs there before it begins; none where a methodologist's look is enough.
    pub route_rule: Option<RouteRule>,
    /// In the order of their buttons.
    pub schools: Vec<DistrictSchool>,
}

/// An organisation of a content file.
#[derive(Debug)]
pub struct DistrictSchool {
    /// Stays the same when names change.
    pub slug: String,
    /// Full name.
    pub title: String,
    /// Name on a button.
    pub short_title: String,
    /// What it is.
    pub kind: SchoolKind,
    /// Where it stands.
    pub settlement: String,
    /// Is a school with low results (ШНОР).
    pub low_results: bool,
    /// Works in difficult social conditions.
    pub difficult_conditions: bool,
    /// What a learning route needs here, where the school says otherwise than its municipality.
    pub route_rule: Option<RouteRule>,
}

/// What a learning route needs before it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RouteRule {
    /// A methodologist's look.
    None,
    /// «Согласовано»: by a methodologist or by whoever leads the school.
    Agreed,
    /// «Утверждаю» by whoever leads the school, after that.
    Approved,
}

impl RouteRule {
    /// The word stored in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Agreed => "agreed",
            Self::Approved => "approved",
        }
    }

    /// Reads the stored word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::None, Self::Agreed, Self::Approved].into_iter().find(|rule| rule.as_str() == word)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DistrictFile {
    id: Spanned<String>,
    title: String,
    short: String,
    service: String,
    #[serde(default)]
    address: String,
    time_zone: Spanned<String>,
    #[serde(default)]
    holidays: Vec<Spanned<String>>,
    #[serde(default)]
    neutral: Vec<Spanned<String>>,
    #[serde(default)]
    confirm: bool,
    routes: Option<RouteRule>,
    #[serde(default = "usual_norm")]
    teachers_per_methodologist: Spanned<(i64, i64)>,
    school: Vec<SchoolEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SchoolEntry {
    id: Spanned<String>,
    title: String,
    short: String,
    kind: SchoolKind,
    settlement: String,
    #[serde(default)]
    marks: Vec<Mark>,
    routes: Option<RouteRule>,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
enum Mark {
    LowResults,
    DifficultConditions,
}

/// The ministry's reference for regional methodologists, letter АЗ-1061/08.
fn usual_norm() -> Spanned<(i64, i64)> {
    Spanned::new(0..0, (200, 250))
}

impl District {
    /// What typed words are looked for in.
    #[must_use]
    pub fn search_key(&self) -> String {
        search_key(&format!("{} {}", self.title, self.short_title))
    }
}

impl DistrictSchool {
    /// What typed words are looked for in.
    #[must_use]
    pub fn search_key(&self) -> String {
        let words = self.kind.search_words();
        search_key(&format!("{} {} {} {words}", self.title, self.short_title, self.settlement))
    }
}

/// Reads the files of the folder `districts`, or `district.toml` alone where there is no such folder.
pub fn read_districts(content: &Content) -> anyhow::Result<Vec<District>> {
    let mut files = content.folder("districts")?;
    if files.is_empty() {
        files.push(content.file("district.toml")?);
    }
    let national = read_national_holidays(content)?;
    files.iter().map(|file| read_district(file, &national)).collect()
}

fn read_district(file: &ContentFile, national: &[String]) -> anyhow::Result<District> {
    let entry: DistrictFile = file.parse()?;
    check_ids(file, [&entry.id])?;
    check_ids(file, entry.school.iter().map(|school| &school.id))?;
    if entry.time_zone.get_ref().parse::<chrono_tz::Tz>().is_err() {
        return Err(
            file.fault(entry.time_zone.span().start, "time_zone is no IANA name such as Europe/Moscow")
        );
    }
    if entry.school.is_empty() {
        return Err(file.fault(entry.id.span().start, "a municipality needs at least one [[school]]"));
    }
    let (least, most) = *entry.teachers_per_methodologist.get_ref();
    if !(1..=most).contains(&least) {
        let words = "teachers_per_methodologist is two numbers, the smaller one first, such as [200, 250]";
        return Err(file.fault(entry.teachers_per_methodologist.span().start, words));
    }
    let own = days_off(file, &entry.holidays)?;
    Ok(District {
        days_off: national.iter().cloned().chain(own).collect::<BTreeSet<_>>().into_iter().collect(),
        neutral_messengers: messengers(file, &entry.neutral)?,
        confirms_newcomers: entry.confirm,
        route_rule: entry.routes,
        teachers_per_methodologist: (least, most),
        slug: entry.id.into_inner(),
        title: entry.title,
        short_title: entry.short,
        service_title: entry.service,
        service_address: entry.address,
        time_zone: entry.time_zone.into_inner(),
        schools: entry.school.into_iter().map(DistrictSchool::from).collect(),
    })
}

fn messengers(file: &ContentFile, words: &[Spanned<String>]) -> anyhow::Result<Vec<MessengerKind>> {
    let unknown = |word: &Spanned<String>| {
        let what = format!("neutral: there is no messenger {}, such as telegram", word.get_ref());
        file.fault(word.span().start, &what)
    };
    words.iter().map(|word| MessengerKind::from_word(word.get_ref()).ok_or_else(|| unknown(word))).collect()
}

impl From<SchoolEntry> for DistrictSchool {
    fn from(entry: SchoolEntry) -> Self {
        Self {
            slug: entry.id.into_inner(),
            title: entry.title,
            short_title: entry.short,
            route_rule: entry.routes,
            kind: entry.kind,
            settlement: entry.settlement,
            low_results: entry.marks.contains(&Mark::LowResults),
            difficult_conditions: entry.marks.contains(&Mark::DifficultConditions),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_district_has_twelve_organisations_of_several_kinds() {
        let districts = read_districts(&Content::open(None)).expect("shipped content is valid");
        let schools = &districts[0].schools;
        let mut kinds: Vec<_> = schools.iter().map(|school| school.kind.code()).collect();
        kinds.sort_unstable();
        kinds.dedup();
        assert_eq!((districts.len(), schools.len()), (1, 12));
        assert!(kinds.len() >= 6, "{kinds:?}");
        assert!(schools.iter().all(|school| school.short_title.chars().count() <= 28));
    }

    /// A municipality of one school, with these lines from the sixth on.
    fn district(time_zone: &str, lines: &str) -> anyhow::Result<District> {
        let head = "id = \"x\"\ntitle = \"Х\"\nshort = \"Х\"\nservice = \"С\"\n";
        let school =
            "[[school]]\nid = \"s\"\ntitle = \"Ш\"\nshort = \"Ш\"\nkind = \"school\"\nsettlement = \"с\"\n";
        let text = format!("{head}time_zone = \"{time_zone}\"\n{lines}\n{school}");
        read_district(&ContentFile { path: "district.toml".into(), text }, &["05-09".to_owned()])
    }

    #[test]
    fn a_wrong_zone_is_named_with_its_line() {
        let error = district("Moscow", "").expect_err("no such zone").to_string();
        assert!(error.starts_with("district.toml, line 5:"), "{error}");
    }

    #[test]
    fn days_off_are_the_nations_and_its_own_each_once() {
        let read =
            district("Europe/Moscow", "holidays = [\"2027-02-22\", \"05-09\", \"02-29\"]").expect("sound");
        assert_eq!(read.days_off, ["02-29", "05-09", "2027-02-22"]);
        assert!(read.neutral_messengers.is_empty());
        assert_eq!(read.teachers_per_methodologist, (200, 250));
        let read = district("Europe/Moscow", "teachers_per_methodologist = [90, 120]").expect("sound");
        assert_eq!(read.teachers_per_methodologist, (90, 120));
        let error =
            district("Europe/Moscow", "teachers_per_methodologist = [250, 200]").expect_err("backwards");
        assert!(error.to_string().starts_with("district.toml, line 6:"), "{error}");
    }

    #[test]
    fn newcomers_are_confirmed_where_the_file_says_so() {
        assert!(!district("Europe/Moscow", "").expect("sound").confirms_newcomers);
        assert!(district("Europe/Moscow", "confirm = true").expect("sound").confirms_newcomers);
    }

    #[test]
    fn what_a_route_needs_is_said_by_the_file() {
        assert_eq!(district("Europe/Moscow", "").expect("sound").route_rule, None);
        let read = district("Europe/Moscow", "routes = \"approved\"").expect("sound");
        assert_eq!(read.route_rule, Some(RouteRule::Approved));
        assert!(district("Europe/Moscow", "routes = \"signed\"").is_err());
    }

    #[test]
    fn messengers_for_nothing_personal_are_named() {
        let read = district("Europe/Moscow", "neutral = [\"telegram\"]").expect("sound");
        assert_eq!(read.neutral_messengers, [MessengerKind::Telegram]);
    }

    #[test]
    fn a_wrong_day_or_messenger_is_named_with_its_line() {
        for (lines, words) in [
            ("holidays = [\n\"05-02\",\n\"02-30\"]", "district.toml, line 8: holidays: 02-30"),
            ("holidays = [\"2027-02-29\"]", "district.toml, line 6: holidays: 2027-02-29"),
            ("holidays = [\"2 мая\"]", "district.toml, line 6: holidays: 2 мая"),
            ("neutral = [\"telegramm\"]", "district.toml, line 6: neutral: there is no messenger telegramm"),
        ] {
            let error = district("Europe/Moscow", lines).expect_err("a fault").to_string();
            assert!(error.starts_with(words), "{error}");
        }
    }
}
